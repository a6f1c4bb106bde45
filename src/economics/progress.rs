//! How far a computation is that is done in slices.

/// How far a long computation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Work done, in units of a few nanoseconds.
    pub done: u64,
    /// All the work there is, as far as it can be told beforehand.
    pub of: u64,
}

impl Progress {
    /// Whether nothing is left to do.
    pub fn is_complete(self) -> bool {
        self.done >= self.of
    }
}
