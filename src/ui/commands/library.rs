//! What can be done in the library.

use super::{VerbRow, verbs};
use crate::i18n::library::LibraryWords;
use crate::ui::icon::Sign;

const fn row(keys: &'static [&'static str], label: fn(&LibraryWords) -> &'static str) -> VerbRow<LibraryWords> {
    VerbRow::new(keys, label)
}

verbs! {
    /// What can be done in the library.
    LibraryVerb: LibraryWords {
        /// Make a new engagement.
        NewEngagement: row(&["N"], |w| w.new_engagement).icon(Sign::Plus),
        /// Bring back what was deleted last.
        Restore: row(&["Ctrl+Z"], |w| w.verb_restore).not_offered(),
    }
}
