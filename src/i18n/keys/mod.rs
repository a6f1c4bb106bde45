//! What keys do on a map.

mod en;
mod ru;

use super::Lang;

/// What keys do on a map, in one language.
#[allow(missing_docs, reason = "each field is described by its English text in `en.rs`")]
pub struct KeyWords {
    pub darken: &'static str,
    pub leave: &'static str,
    pub verb_pick: &'static str,
    pub verb_pick_up: &'static str,
    pub verb_pick_down: &'static str,
    pub verb_left: &'static str,
    pub verb_right: &'static str,
    pub verb_up: &'static str,
    pub verb_down: &'static str,
    pub verb_start: &'static str,
    pub verb_end: &'static str,
    pub verb_edit: &'static str,
    pub verb_delete: &'static str,
    pub verb_duplicate: &'static str,
    pub verb_move_left: &'static str,
    pub verb_move_right: &'static str,
    pub verb_move_up: &'static str,
    pub verb_move_down: &'static str,
    pub verb_add_after: &'static str,
    pub verb_form: &'static str,
    pub verb_top: &'static str,
    pub verb_bottom: &'static str,
    pub verb_first: &'static str,
    pub verb_last: &'static str,
    pub verb_page_up: &'static str,
    pub verb_page_down: &'static str,
    pub verb_pick_all: &'static str,
    pub key_clipboard: &'static str,
    pub key_give_up: &'static str,
    pub key_kinds: &'static str,
    pub key_marks: &'static str,
    pub key_step: &'static str,
    pub until_example: &'static str,
    pub owner_example: &'static str,
    pub key_letters: &'static str,
    pub key_end: &'static str,
    pub key_new_line: &'static str,
    pub key_levels: &'static str,
    pub key_grades: &'static str,
    pub key_point: &'static str,
}

impl KeyWords {
    /// The words of a language.
    pub fn of(lang: Lang) -> &'static Self {
        lang.pick(&en::WORDS, &ru::WORDS)
    }
}
