//! Making room in a full storage, in English.

use crate::i18n::saving::freeing::FreeingWords;

/// Everything of it.
pub const WORDS: FreeingWords = FreeingWords {
    free: "Free space and save",
    offer: |size| {
        format!(
            "\u{201c}Free space and save\u{201d} deletes undo history, then the oldest checkpoints, {size} at most. Projects stay."
        )
    },
    histories: |size| format!("undo history ({size})"),
    checkpoints: |count, size| match count {
        1 => format!("the oldest checkpoint ({size})"),
        _ => format!("the {count} oldest checkpoints ({size})"),
    },
    saved: |what| format!("Saved. Deleted to make room: {what}."),
    not_enough: |what| format!("Deleted {what}, but there still isn\u{2019}t enough space. Download a copy."),
};
