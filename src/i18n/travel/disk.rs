//! What is said of a file on disk that follows the saves of a project.

/// The words of one language.
#[allow(missing_docs, reason = "each field is described by its English text")]
pub struct DiskWords {
    pub keep: &'static str,
    pub keep_hint: &'static str,
    pub writing: fn(&str) -> String,
    pub written: fn(&str, &str) -> String,
    pub stop: &'static str,
    pub other: &'static str,
    pub denied: fn(&str) -> String,
    pub failed: fn(&str) -> String,
    pub taken: fn(&str) -> String,
    pub behind: fn(&str) -> String,
    pub asks: fn(&str) -> String,
    pub waits: fn(&str) -> String,
    pub allow: &'static str,
    pub stopped: fn(&str) -> String,
}
