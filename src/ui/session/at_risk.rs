//! Work that only this page has.

use leptos::prelude::*;

use super::Session;
use crate::storage::Shelf;
use crate::storage::backup::is_work;
use crate::ui::browser::{self, shelf};
use crate::ui::unsaved::Unsaved;

impl Session {
    /// Whether there is work that goes when the page goes.
    pub fn is_at_risk(self) -> bool {
        let in_memory = || !self.lasting && self.shelf().keys().is_ok_and(|keys| keys.iter().any(|key| is_work(key)));
        self.unsaved.with_untracked(|all| !all.is_empty()) || self.drafts.is_lost.get_value() || in_memory()
    }

    /// That the storage does not answer, and what to do: a reload would lose what only this page has.
    pub fn storage_silent(self) -> &'static str {
        let w = self.w();
        if self.unsaved.with(Vec::is_empty) { w.storage_silent } else { w.storage_silent_unsaved }
    }

    /// Takes an engagement that could not be saved out of memory, to go on with it.
    pub fn take_unsaved(self, id: &str) -> Option<Box<dyn Unsaved>> {
        let at = self.unsaved.with_untracked(|all| all.iter().position(|one| one.id() == id))?;
        self.unsaved.try_update(|all| all.remove(at))
    }

    /// Tries again to save what was left in memory. Says whether something was.
    pub fn save_unsaved(self) -> bool {
        let shelf = self.shelf();
        let save = |all: &mut Vec<Box<dyn Unsaved>>| {
            let before = all.len();
            all.retain_mut(|one| {
                let is_saved = one.save(&*shelf, browser::now());
                if is_saved {
                    self.forget_in_page(one.id());
                }
                !is_saved
            });
            let is_saved = all.len() < before;
            (is_saved, is_saved)
        };
        self.unsaved.try_maybe_update(save) == Some(true)
    }

    /// The page needs to hand out its own text of an engagement no more: it lies on the shelf, or goes by another id.
    pub fn forget_in_page(self, id: &str) {
        if self.lasting {
            _ = shelf::PageShelf.remove(&crate::storage::key(id));
        }
    }

    /// What only this page has: texts by the keys under which they would lie.
    pub fn unsaved_texts(self) -> Vec<(String, String)> {
        let text = |one: &dyn Unsaved| Some((crate::storage::key(one.id()), one.text(browser::now())?));
        self.unsaved.with_untracked(|all| all.iter().filter_map(|one| text(&**one)).collect())
    }
}
