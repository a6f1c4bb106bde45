//! What the table of all friction points says.

/// What is said of all friction points of a project, in one language. Each is described by its English text in `en.rs`.
#[allow(missing_docs, reason = "each field is described by its English text in `en.rs`")]
pub struct FrictionsWords {
    pub title: &'static str,
    pub hint: &'static str,
    pub score: &'static str,
    pub friction: &'static str,
    pub place: &'static str,
    pub sort: &'static str,
    pub with_to_be: &'static str,
    pub grade_hint: &'static str,
    pub none: &'static str,
    pub none_hint: &'static str,
    /// The way to a friction on its map.
    pub go: &'static str,
}
