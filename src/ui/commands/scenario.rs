//! What can be done with the scenario of the economics that is looked at.

use super::{VerbRow, verbs};
use crate::i18n::economy::EconomyWords;
use crate::ui::icon::Sign;

const fn row(keys: &'static [&'static str], label: fn(&EconomyWords) -> &'static str) -> VerbRow<EconomyWords> {
    VerbRow::new(keys, label)
}

verbs! {
    /// What can be done with the scenario of the economics that is looked at.
    ScenarioVerb: EconomyWords {
        /// Add one: a copy of this one, to be changed.
        Add: row(&[], |w| w.add_scenario).icon(Sign::Plus),
        /// Copy it.
        Duplicate: row(&[], |w| w.duplicate_scenario).not_offered(),
        /// Hold it as what was agreed on.
        Lock: row(&[], |w| w.lock_scenario),
        /// Let it be changed again.
        Unlock: row(&[], |w| w.unlock),
        /// Delete it.
        Delete: row(&[], |w| w.delete_scenario),
    }
}
