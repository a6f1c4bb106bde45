//! Progress of a computation in slices.

/// Progress of a long computation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Work done.
    pub done: u64,
    /// All the work, as far as it is known in advance.
    pub of: u64,
}

impl Progress {
    /// Whether all work is done.
    pub fn is_complete(self) -> bool {
        self.done >= self.of
    }
}
