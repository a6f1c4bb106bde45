//! What the verbs of the library do.

use leptos::prelude::*;

use super::actions::LibraryActions;
use super::open_picker;
use crate::ui::commands::{LibraryVerb, TileVerb};
use crate::ui::deeds::{Deed, Deeds, Here, always, when};

impl Here for LibraryActions {}

impl Deeds for LibraryVerb {
    type Here = LibraryActions;

    fn deed(self) -> Deed<LibraryActions> {
        match self {
            LibraryVerb::NewEngagement => always(LibraryActions::create),
            LibraryVerb::Example => always(LibraryActions::example),
            LibraryVerb::ImportFile => always(|_| open_picker()),
            LibraryVerb::BackUp => when(
                |library| library.listing.with_untracked(|listing| !listing.found.is_empty()),
                LibraryActions::back_up,
            ),
            LibraryVerb::Restore => when(
                |library| library.listing.with_untracked(|listing| !listing.deleted.is_empty()),
                LibraryActions::restore_last,
            ),
        }
    }
}

/// An engagement of the library.
#[derive(Clone, Copy)]
pub struct OnTile {
    /// What the library does.
    pub actions: LibraryActions,
    /// Its id.
    pub id: StoredValue<String>,
    /// Whether its title is being typed.
    pub renaming: RwSignal<bool>,
}

impl Here for OnTile {}

impl Deeds for TileVerb {
    type Here = OnTile;

    fn deed(self) -> Deed<OnTile> {
        always(match self {
            TileVerb::Rename => |tile| tile.renaming.set(true),
            TileVerb::Duplicate => |tile| tile.actions.duplicate(tile.id.get_value()),
            TileVerb::Download => |tile| tile.actions.download(&tile.id.get_value()),
            TileVerb::Delete => |tile| tile.actions.delete(tile.id.get_value()),
        })
    }
}
