//! What can be done in the library.

use super::{row, verbs};
use crate::i18n::Words;
use crate::ui::icon::Sign;

verbs! {
    /// What can be done in the library.
    LibraryVerb: Words {
        /// Make a new engagement.
        NewEngagement: row(&["N"], |w| w.new_engagement).icon(Sign::Plus),
        /// Bring back what was deleted last.
        Restore: row(&["Ctrl+Z"], |w| w.verb_restore).not_offered(),
    }
}
