//! What is said of keeping work: saving, other tabs, limits, files that come in.

pub(super) mod en;
pub(super) mod ru;

use crate::model::limits::{self, Excess};
use crate::storage::import::Report;

/// The words of one language.
#[allow(missing_docs, reason = "each field is described by its English text in `en.rs`")]
pub struct SavingWords {
    // Saving.
    pub gone: &'static str,
    pub save_again: &'static str,
    pub newer_elsewhere: &'static str,
    pub reload: &'static str,
    pub recovered: &'static str,
    pub left_unsaved: fn(&str) -> String,
    // What two tabs changed.
    pub split: &'static str,
    pub both_kept: &'static str,
    pub ours_kept: &'static str,
    pub restored: &'static str,
    pub more_clashes: fn(usize) -> String,
    pub show: &'static str,
    pub undo_left_alone: &'static str,
    pub undo_in_part: &'static str,
    pub record_gone: &'static str,
    // Limits.
    pub excess: fn(Excess, usize) -> String,
    pub too_large: fn(&str) -> String,
    pub too_large_here: fn(&str) -> String,
    pub cut_off: fn(&str) -> String,
    // Importing.
    pub report: fn(&Report) -> String,
    pub copied_newer: &'static str,
    pub newer_is_kept: &'static str,
    pub delete_again: fn(&str) -> String,
    pub not_renamed: &'static str,
    pub why_a_copy: &'static str,
}

impl SavingWords {
    /// What there is too much of, and how much there may be.
    pub fn excess(&self, excess: Excess) -> String {
        let most = match excess {
            Excess::Records(collection, _) => limits::most(collection),
            Excess::Stages(_) => limits::STAGES,
            Excess::Lanes(_) => limits::LANES,
            Excess::CardsInACell(_) => limits::CARDS_IN_A_CELL,
            Excess::Paragraphs(_) => limits::PARAGRAPHS,
            Excess::Entries(_) => limits::ENTRIES,
            Excess::Letters(_) => limits::LETTERS,
            Excess::Ids => 0,
        };
        (self.excess)(excess, most)
    }
}
