//! Work that the storage did not take, as the frame sees it: what opens engagements comes later than the frame.

use std::any::Any;

use crate::model::day::Moment;
use crate::storage::Shelf;
use crate::storage::replica::Replica;

/// An engagement that was left while the storage did not take it: only this page has it.
pub trait Unsaved: Any {
    /// Its id on the shelf.
    fn id(&self) -> &str;
    /// Its title; may be empty.
    fn title(&self) -> String;
    /// It as a text, when it has one.
    fn text(&self, now: Moment) -> Option<String>;
    /// Tries again to save it. Says whether it lies on the shelf now.
    fn save(&mut self, shelf: &dyn Shelf, now: Moment) -> bool;
}

impl Unsaved for Replica {
    fn id(&self) -> &str {
        Replica::id(self)
    }

    fn title(&self) -> String {
        self.store.engagement().head().title.clone()
    }

    fn text(&self, now: Moment) -> Option<String> {
        Replica::text(self, now)
    }

    fn save(&mut self, shelf: &dyn Shelf, now: Moment) -> bool {
        self.save_unattended(shelf, now).is_ok()
    }
}
