//! What the verbs of a pasted table do.

use leptos::prelude::*;

use super::PastedTable;
use crate::ui::commands::TableVerb;
use crate::ui::deeds::{Deed, Deeds, Here, when};
use crate::ui::parts::choose_files;
use crate::ui::session::Session;

/// The box that a table is pasted into.
#[derive(Clone, Copy)]
pub struct AtTable {
    /// What tells it from other boxes of the page.
    pub id: &'static str,
    /// The person.
    pub session: Session,
    /// Whether it may not be changed.
    pub read_only: Signal<bool>,
    /// What is being pasted.
    pub draft: PastedTable,
    /// The table in use; empty for none.
    pub stored: Signal<String>,
    /// Reads what stands in the box.
    pub take: Callback<()>,
    /// Hands out the table in use.
    pub save: Callback<()>,
    /// Takes away what is being pasted, or else the table in use.
    pub clear: Callback<()>,
}

impl Here for AtTable {}

impl AtTable {
    fn may_edit(self) -> bool {
        untrack(|| !self.read_only.get())
    }

    /// Whether a table is in use.
    pub fn is_in_use(self) -> bool {
        self.stored.with(|stored| !stored.is_empty())
    }

    /// Whether anything can be taken away.
    pub fn is_filled(self) -> bool {
        self.draft.text.with(Option::is_some) || self.is_in_use()
    }
}

impl Deeds for TableVerb {
    type Here = AtTable;

    fn deed(self) -> Deed<AtTable> {
        match self {
            TableVerb::Take => when(AtTable::may_edit, |at| at.take.run(())),
            TableVerb::Import => when(AtTable::may_edit, |at| choose_files(&format!("{}-file", at.id))),
            TableVerb::Download => {
                when(|at| at.session.hands_out() && untrack(|| at.is_in_use()), |at| at.save.run(()))
            }
            TableVerb::Remove => when(|at| at.may_edit() && untrack(|| at.is_filled()), |at| at.clear.run(())),
        }
    }
}
