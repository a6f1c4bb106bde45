//! A storage without room: the work stays with the page, and is not tried again at every letter.

use leptos::prelude::*;

use super::{Reason, SaveState, Saver, clear};
use crate::storage::no_room::NoRoom;
use crate::storage::{self, Shelf, ShelfError, usage};
use crate::ui::browser;
use crate::ui::browser::shelf::PageShelf;

impl Saver {
    /// Saves, unless that is known to fail for lack of room. Says whether it was tried.
    pub(super) fn try_to_save(self) -> bool {
        if let Some(failed) = self.inner.with_value(|inner| inner.no_room) {
            let size = self.keep_in_page().unwrap_or_default();
            if !failed.is_over(size, usage::total(&*self.shelf()), browser::steady_ms()) {
                self.inner.update_value(|inner| clear(&mut inner.save));
                return false;
            }
        }
        self.save();
        true
    }

    /// Saves what found no room before, should there be some by now.
    pub(super) fn save_where_room_was_made(self) {
        let failed = self.inner.with_value(|inner| inner.no_room);
        let used = usage::total(&*self.shelf());
        if failed.is_none_or(|failed| failed.is_over(failed.size, used, browser::steady_ms())) {
            self.save_changes();
        }
    }

    /// A save failed.
    pub(super) fn not_kept(self, error: ShelfError) {
        let reason = if error == ShelfError::Denied { Reason::Denied } else { Reason::Full };
        self.state.set(SaveState::NotSaved(reason));
        let size = self.keep_in_page();
        // It is tried again once there may be room, and whenever the page goes.
        let failed = size.filter(|_| reason == Reason::Full).map(|size| NoRoom {
            size,
            used: usage::total(&*self.shelf()),
            at: browser::steady_ms(),
        });
        self.inner.update_value(|inner| {
            inner.waiting_since = Some(browser::steady_ms());
            inner.no_room = failed;
        });
    }

    /// Leaves the text with the page, which still hands it out should the app stop; its length in UTF-16 units.
    fn keep_in_page(self) -> Option<usize> {
        let text = self.desk.peek_replica(|replica| replica.text(browser::now()))?;
        _ = PageShelf.write(&storage::key(&self.id.get_untracked()), &text);
        Some(storage::units(&text))
    }
}
