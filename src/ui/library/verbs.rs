//! What the verbs of the library do.

use leptos::prelude::*;

use super::actions::LibraryActions;
use crate::ui::commands::LibraryVerb;
use crate::ui::deeds::{Deed, Deeds, Here, always, when};

impl Here for LibraryActions {}

impl Deeds for LibraryVerb {
    type Here = LibraryActions;

    fn deed(self) -> Deed<LibraryActions> {
        match self {
            LibraryVerb::NewEngagement => always(LibraryActions::create),
            LibraryVerb::Restore => when(
                |library| library.listing.with_untracked(|listing| !listing.deleted.is_empty()),
                LibraryActions::restore_last,
            ),
        }
    }
}
