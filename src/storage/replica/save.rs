//! Saving over what is there.

use std::sync::Arc;

use super::{Replica, Seen};
use crate::model::day::Moment;
use crate::storage::checkpoints::{self, Older};
use crate::storage::stamp::Stamp;
use crate::storage::{SaveError, Shelf, ShelfError, journal, key, put};

impl Replica {
    /// Saves, after taking in what another tab saved; the answer is what was found.
    ///
    /// # Errors
    /// A [`SaveError`]. What lay on the shelf before still does, but for histories, which make room first.
    pub fn save(&mut self, shelf: &dyn Shelf, now: Moment) -> Result<Seen, SaveError> {
        self.save_over(shelf, now, true)
    }

    /// The same where nobody could be given the text of an older Orbita: without room for both nothing is written.
    ///
    /// # Errors
    /// As [`Replica::save`].
    pub fn save_unattended(&mut self, shelf: &dyn Shelf, now: Moment) -> Result<Seen, SaveError> {
        self.save_over(shelf, now, false)
    }

    fn save_over(&mut self, shelf: &dyn Shelf, now: Moment, hands_out: bool) -> Result<Seen, SaveError> {
        let seen = self.look(shelf).map_err(SaveError::NotKept)?;
        match seen {
            Seen::Newer(version) => return Err(SaveError::Newer(version)),
            Seen::Foreign => return Err(SaveError::Conflict),
            _ if self.store.is_read_only() => return Ok(seen),
            _ => (),
        }
        // Writing a state that is there already would only take the turn of other tabs.
        if self.known.is_some() && seen != Seen::Gone && !self.store.is_changed() {
            self.store.mark();
            journal::clear(shelf, &self.id, &self.writer);
            return Ok(seen);
        }
        let (stamp, length) = self.write_over(shelf, now, hands_out)?;
        self.seen.clone_from(&stamp.seen);
        let back = self.store.mark();
        if let Some((known, _)) = self.known.replace((stamp, length)) {
            self.remember(known, back);
        }
        journal::clear(shelf, &self.id, &self.writer);
        if let Some(id) = self.parted_from.take() {
            journal::clear(shelf, &id, &self.writer);
        }
        Ok(seen)
    }

    /// Writes it in place of what is there; what an older Orbita wrote is kept before, and if there is no room for both only
    /// where it can be handed out.
    fn write_over(&mut self, shelf: &dyn Shelf, now: Moment, hands_out: bool) -> Result<(Stamp, usize), SaveError> {
        let older = checkpoints::keep_older(shelf, &self.id).map_err(SaveError::NotKept)?;
        let before = self.known().map(|known| Stamp { seen: self.seen.clone(), ..known.clone() });
        let write = || put(shelf, &key(&self.id), self.store.engagement(), before.as_ref(), &self.writer, now);
        match older {
            Older::None => write(),
            Older::NoRoom(_) if !hands_out => Err(SaveError::NotKept(ShelfError::Full)),
            Older::NoRoom(text) => {
                let written = write()?;
                self.older = Some(text.into());
                Ok(written)
            }
            Older::Kept { key: kept, is_new } => {
                let written = write();
                if !is_new || !matches!(written, Err(SaveError::NotKept(_))) {
                    return written;
                }
                // The work comes first.
                let text = shelf.read(&key(&self.id)).map_err(SaveError::NotKept)?;
                shelf.remove(&kept).map_err(SaveError::NotKept)?;
                let written = if hands_out { write()? } else { return written };
                self.older = text.map(Into::into);
                Ok(written)
            }
        }
    }

    /// What an older Orbita had written and the last save wrote over without room to keep it: to be offered as a file. It is
    /// handed out once.
    pub fn take_older(&mut self) -> Option<Arc<str>> {
        self.older.take()
    }
}
