//! What is said where tables are pasted and files come in.

/// What is said where tables are pasted and files come in, in one language.
#[allow(missing_docs, reason = "each field is described by its English text in `en.rs`")]
pub struct PastingWords {
    pub take_table: &'static str,
    pub import_table: &'static str,
    pub download_table: &'static str,
    pub remove_table: &'static str,
    pub table_refused: &'static str,
    pub table_used: &'static str,
    /// What was typed into a box and used nowhere made way for another text, or was taken out.
    pub text_replaced: &'static str,
    pub text_removed: &'static str,
    pub use_as_shown: &'static str,
    pub reread: &'static str,
    pub dont_import: &'static str,
    pub look_at_map: &'static str,
    pub paste_as_map: &'static str,
    pub more_errors: fn(usize) -> String,
}
