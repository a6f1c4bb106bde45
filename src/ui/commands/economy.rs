//! What can be done in the economics beside its scenarios.

use super::{VerbRow, verbs};
use crate::i18n::initiatives::InitiativeWords;
use crate::i18n::pasting::PastingWords;
use crate::ui::icon::Sign;

verbs! {
    /// What can be done with initiatives.
    InitiativeVerb: InitiativeWords {
        /// Add one.
        Add: VerbRow::new(&[], |w: &InitiativeWords| w.add_initiative).icon(Sign::Plus),
    }
}

const fn row(keys: &'static [&'static str], label: fn(&PastingWords) -> &'static str) -> VerbRow<PastingWords> {
    VerbRow::new(keys, label)
}

verbs! {
    /// What can be done with a table that is pasted.
    TableVerb: PastingWords {
        /// Use what stands in the box.
        Take: row(&["Ctrl+Enter"], |w| w.take_table).not_offered(),
        /// Read one from a file.
        Import: row(&[], |w| w.import_table).icon(Sign::Upload),
        /// Hand out the one in use.
        Download: row(&[], |w| w.download_table).icon(Sign::Download),
        /// Remove it.
        Remove: row(&[], |w| w.remove_table),
    }
}
