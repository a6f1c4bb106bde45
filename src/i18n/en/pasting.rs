//! What is said where tables are pasted and files come in, in English.

use crate::i18n::pasting::PastingWords;

pub const WORDS: PastingWords = PastingWords {
    take_table: "Use this table",
    import_table: "Import a file",
    download_table: "Download CSV",
    remove_table: "Remove the table",
    table_refused: "Not imported. Fix this and try again:",
    table_used: "The table is in use",
    text_replaced: "The text in the box was replaced",
    text_removed: "The text in the box was removed",
    use_as_shown: "Use it as shown",
    reread: "Change how it was read",
    dont_import: "Cancel",
    look_at_map: "Import this map?",
    paste_as_map: "Add as a map",
    more_errors: |more| format!("{more} more"),
};
