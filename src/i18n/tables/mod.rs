//! What is said about tables: their headings when they go out, and what was understood of them when they come in.

pub(super) mod en;
pub(super) mod ru;

use super::Lang;
use crate::tables::choice::CardColumn;
use crate::tables::record::Record;

/// What is said about tables in one language. The English words beside the Russian ones are the description of each.
#[allow(missing_docs, reason = "each field is described by its English text in `en.rs`")]
pub struct TableWords {
    // Headings of files.
    pub cohort: &'static str,
    pub cohort_per_cent: &'static str,
    pub client: &'static str,
    pub column: fn(CardColumn) -> &'static str,
    pub record: fn(Record) -> &'static str,
}

impl Lang {
    /// What is said about tables in this language.
    pub fn tables(self) -> &'static TableWords {
        match self {
            Lang::English => &en::WORDS,
            Lang::Russian => &ru::WORDS,
        }
    }
}
