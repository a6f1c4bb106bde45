//! A line of a text, before it is known who says it.

/// A line that is not empty.
pub(super) struct Line {
    pub text: String,
    /// Written in bold or italic letters.
    pub is_strong: bool,
    /// Whether a name and the moment of its message begin it.
    pub is_signed: bool,
    /// Whether it follows an empty line or begins the text.
    pub after_gap: bool,
    /// Whether it is broken softly off the line before: Shift and Enter in a word processor.
    pub is_soft: bool,
    pub is_heading: bool,
}
