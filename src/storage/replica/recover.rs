//! What tabs that are gone left: their history, and what they had not saved.

use super::Replica;
use crate::edit::store::Adopted;
use crate::model::day::Moment;
use crate::model::merge::Unmergeable;
use crate::model::{Edit, Key};
use crate::storage::journal::{self, Journal};
use crate::storage::{SaveError, Shelf, history};

impl Replica {
    /// Goes on with the history that the tab kept which saved last, where that one `is_gone` and nothing was done here yet.
    pub fn go_on(&mut self, shelf: &dyn Shelf, is_gone: impl Fn(&str) -> bool) {
        let stamp = self.known().filter(|stamp| is_gone(&stamp.writer));
        if let Some(kept) = stamp.and_then(|stamp| history::open(shelf, &self.id, stamp)) {
            self.store.go_on_with(kept);
        }
    }

    /// Keeps the history of the state that was saved. While something is not, that of an earlier save stays. Says whether the
    /// shelf took it.
    pub fn keep_history(&self, shelf: &dyn Shelf) -> bool {
        let stamp = self.known().filter(|_| !self.store.is_changed());
        stamp.is_none_or(|stamp| history::keep(shelf, &self.id, stamp, |steps| self.store.kept_history(steps)))
    }

    /// What was changed since the last save; `None` when nothing was.
    pub fn journal(&mut self) -> Option<Journal> {
        let saves = self.seen.iter().find(|(writer, _)| *writer == self.writer).map_or(0, |(_, saves)| *saves);
        let (before, after) = (self.store.since(), self.store.changed());
        let keys: Vec<Key> = after.iter().map(Edit::key).collect();
        let engagement = self.store.engagement();
        // Found again only when another record is changed, not with every letter.
        if self.around.0 != keys {
            self.around = (keys.clone(), journal::around(engagement, &keys));
        }
        let around = self.around.1.iter().filter_map(|key| journal::holder(engagement, *key, &keys)).collect();
        (!after.is_empty()).then_some(Journal { saves, before, after, around })
    }

    /// Brings in what tabs that are no more had not saved, and saves it; the answer is whether any of it is new here.
    /// `is_alive` says whether a tab still is.
    ///
    /// # Errors
    /// A [`SaveError`]; the journals of those tabs stay where they are then.
    pub fn recover(
        &mut self,
        shelf: &dyn Shelf,
        is_alive: impl Fn(&str) -> bool,
        now: Moment,
    ) -> Result<bool, SaveError> {
        let dead = |found: &journal::FoundJournal| found.writer != self.writer && !is_alive(&found.writer);
        let dead: Vec<journal::FoundJournal> = journal::all(shelf, &self.id).into_iter().filter(dead).collect();
        let (mut brought, mut is_new) = (false, false);
        let mut keys = Vec::new();
        for journal::FoundJournal { key, writer, journal, mark } in dead {
            // One that cannot be read, or does not fit, stays for a download.
            let Some(journal) = journal else { continue };
            if self.known().is_some_and(|known| known.saves_of(&mark) > 0) {
                keys.push(key);
                continue;
            }
            if self.seen.iter().any(|(seen, _)| *seen == mark) {
                continue;
            }
            if let Ok(adopted) = self.bring_in(&writer, &journal) {
                if adopted.is_some() {
                    brought = true;
                    self.seen.push((mark, 1));
                }
                is_new |= adopted.as_ref().is_some_and(|adopted| !adopted.touched.is_empty());
                self.adopted.extend(adopted);
                keys.push(key);
            }
        }
        if brought {
            self.save(shelf, now)?;
        }
        keys.iter().for_each(|key| _ = shelf.remove(key));
        Ok(is_new)
    }

    /// Brings in a journal, unless what it says was saved since.
    fn bring_in(&mut self, writer: &str, journal: &Journal) -> Result<Option<Adopted>, Unmergeable> {
        if self.known().is_some_and(|known| known.saves_of(writer) > journal.saves) {
            return Ok(None);
        }
        let shelf = self.state_on_shelf().unwrap_or_default();
        let (base, theirs) = journal.states(&shelf);
        self.store.adopt(&base, &theirs, &shelf).map(Some)
    }
}
