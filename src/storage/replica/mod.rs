//! A replica: one tab's copy of an engagement that lies on the shelf, and which state of the shelf it grew from. Several
//! tabs may have one each; whoever saves takes in first what the others saved.

use std::sync::Arc;

use super::checkpoints::{self, Older};
use super::envelope::{self, Document, ReadError};
use super::journal::{self, Journal};
use super::stamp::Stamp;
use super::{OpenError, SaveError, Shelf, ShelfError, history, key, put};
use crate::edit::store::{Adopted, Store};
use crate::model::day::Moment;
use crate::model::merge::Unmergeable;
use crate::model::{Change, Edit, Engagement, Key};

/// How many of its own earlier states a replica can go back to.
const PAST: usize = 64;

/// One tab's copy of an engagement.
#[derive(Clone, Debug)]
pub struct Replica {
    /// The engagement and its history.
    pub store: Store,
    id: String,
    writer: String,
    /// The state on the shelf that this one grew from, and the length of its text; `None` where none of it was saved.
    known: Option<(Stamp, usize)>,
    /// The text of a newer Orbita that this is a view of: it may hold more than is seen here, so it is handed on letter for
    /// letter.
    newer: Option<Arc<str>>,
    /// How many saves of each writer this state knows of.
    seen: Vec<(String, u32)>,
    /// The id that it had before it was parted from another tab's text, until it is saved under its own.
    parted_from: Option<String>,
    /// The records that the last journal was of, and those that hold them.
    around: (Vec<Key>, Vec<Key>),
    /// Earlier states, the latest first, each with the change that leads back to it from the one after.
    past: Vec<(Stamp, Change)>,
    /// What was taken in and nobody has shown yet.
    adopted: Vec<Adopted>,
    /// What an older Orbita had written under this id, where it was written over and could not be kept.
    older: Option<Arc<str>>,
}

/// What the shelf holds, as a replica found it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seen {
    /// The state that the replica knows.
    Same,
    /// None: it was deleted, or the storage was cleared.
    Gone,
    /// Another tab's state, which was taken in: [`Replica::take_adopted`] says what of it is new.
    Adopted,
    /// A state of a newer Orbita, which is not to be written over.
    Newer(u32),
    /// A text that did not grow from any state that the replica knows, or that cannot be read.
    Foreign,
}

impl Replica {
    /// Opens an engagement for the tab `writer`. `is_ours` says whether the history that a tab kept is for this one to go on
    /// with.
    ///
    /// # Errors
    /// An [`OpenError`].
    pub fn open(shelf: &dyn Shelf, id: &str, writer: &str, is_ours: impl Fn(&str) -> bool) -> Result<Self, OpenError> {
        let text = shelf.read(&key(id)).map_err(OpenError::Shelf)?.ok_or(OpenError::Missing)?;
        let Document { engagement, stamp, newer } = envelope::read(&text).map_err(OpenError::Unreadable)?;
        let length = shelf.start(&key(id), 0).map_err(OpenError::Shelf)?.map_or(0, |(_, length)| length);
        let kept = if is_ours(&stamp.writer) { history::open(shelf, id, &stamp) } else { None };
        Ok(Replica {
            store: Store::new(engagement, kept, newer.is_some()),
            newer: newer.map(|_| text.into()),
            id: id.into(),
            writer: writer.into(),
            seen: stamp.seen.clone(),
            known: Some((stamp, length)),
            parted_from: None,
            around: Default::default(),
            past: Vec::new(),
            adopted: Vec::new(),
            older: None,
        })
    }

    /// An engagement that is looked at and lies nowhere: what is tried out with it is never saved.
    pub fn preview(engagement: Engagement, id: &str, writer: &str) -> Self {
        Replica {
            store: Store::preview(engagement),
            id: id.into(),
            writer: writer.into(),
            known: None,
            newer: None,
            seen: Vec::new(),
            parted_from: None,
            around: Default::default(),
            past: Vec::new(),
            adopted: Vec::new(),
            older: None,
        }
    }

    /// Puts what was opened anew in place of this; the answer is the records and the lists that differ.
    pub fn replace(&mut self, other: Replica) -> Vec<Key> {
        let mut before = std::mem::replace(self, other);
        std::mem::swap(&mut before.store, &mut self.store);
        self.store.replace(before.store)
    }

    /// From now on it is only a view of a text that a newer Orbita wrote.
    pub fn follow_newer(&mut self, text: Arc<str>) {
        self.store.make_read_only();
        self.newer = Some(text);
    }

    /// Whether it is only a view of what a newer Orbita wrote: whatever is written of it here may leave out a part.
    pub fn is_of_newer(&self) -> bool {
        self.newer.is_some()
    }

    /// What was taken in since this was asked last. To be asked after each look, save and recovery, however it ended: what a
    /// save has taken in is there, also where it could not write.
    pub fn take_adopted(&mut self) -> Vec<Adopted> {
        std::mem::take(&mut self.adopted)
    }

    /// The id under which it lies.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The tab.
    pub fn writer(&self) -> &str {
        &self.writer
    }

    /// The state on the shelf that it grew from.
    pub fn known(&self) -> Option<&Stamp> {
        self.known.as_ref().map(|(stamp, _)| stamp)
    }

    /// Whether the shelf still holds the state that this replica knows, and nothing was changed since. Costs little.
    pub fn is_saved(&self, shelf: &dyn Shelf) -> bool {
        !self.store.is_changed() && matches!(self.glance(shelf), Ok(Some(true)))
    }

    /// Whether the shelf holds the known state; `None` when it holds none.
    fn glance(&self, shelf: &dyn Shelf) -> Result<Option<bool>, ShelfError> {
        let Some((start, length)) = shelf.start(&key(&self.id), envelope::START)? else { return Ok(None) };
        let known = self.known.as_ref().is_some_and(|(stamp, known)| {
            length == *known && envelope::stamp_of_start(&start).is_none_or(|there| there == *stamp)
        });
        // A text that this Orbita did not write has no such stamp: its length alone says too little.
        let is_plain = envelope::stamp_of_start(&start).is_none();
        Ok(Some(known && (!is_plain || self.holds_whole_text(shelf))))
    }

    fn holds_whole_text(&self, shelf: &dyn Shelf) -> bool {
        super::open(shelf, &self.id).is_ok_and(|document| Some(&document.stamp) == self.known())
    }

    /// Looks at the shelf, and takes in what another tab saved.
    ///
    /// # Errors
    /// When the shelf does not answer.
    pub fn look(&mut self, shelf: &dyn Shelf) -> Result<Seen, ShelfError> {
        match self.glance(shelf)? {
            None => return Ok(if self.known.is_some() { Seen::Gone } else { Seen::Same }),
            Some(true) => return Ok(Seen::Same),
            Some(false) => (),
        }
        let Some(text) = shelf.read(&key(&self.id))? else { return Ok(Seen::Gone) };
        match envelope::read(&text) {
            Ok(Document { newer: Some(version), .. }) | Err(ReadError::Newer(version)) => Ok(Seen::Newer(version)),
            Ok(document) => Ok(self.take_in(document, super::units(&text)).map_or(Seen::Foreign, |()| Seen::Adopted)),
            Err(_) => Ok(Seen::Foreign),
        }
    }

    /// Takes in a state that grew from one of ours.
    fn take_in(
        &mut self,
        Document { engagement: theirs, stamp, .. }: Document,
        length: usize,
    ) -> Result<(), Unmergeable> {
        let base = self.base_of(&stamp).ok_or(Unmergeable)?;
        let ours = self.state_on_shelf();
        self.adopted.push(self.store.adopt(&base, &theirs, &theirs)?);
        if let (Some((known, _)), Some(ours)) = (self.known.take(), ours) {
            let back = theirs.differing(&ours).into_iter().filter_map(|key| ours.edit(key)).collect();
            self.remember(known, back);
        }
        self.learn(&stamp);
        self.known = Some((stamp, length));
        Ok(())
    }

    /// What a state knows of is known here too, once it is taken in.
    fn learn(&mut self, stamp: &Stamp) {
        for (writer, count) in &stamp.seen {
            match self.seen.iter_mut().find(|(known, _)| known == writer) {
                Some((_, known)) => *known = (*known).max(*count),
                None => self.seen.push((writer.clone(), *count)),
            }
        }
    }

    /// The state that was last known to be on the shelf.
    fn state_on_shelf(&self) -> Option<Engagement> {
        self.known.as_ref()?;
        let mut state = self.store.engagement().clone();
        state.swap(self.store.since());
        Some(state)
    }

    /// The latest of our states that a state grew from.
    fn base_of(&self, theirs: &Stamp) -> Option<Engagement> {
        let mut state = self.state_on_shelf()?;
        if self.known().is_some_and(|known| theirs.grew_from(known)) {
            return Some(state);
        }
        for (stamp, back) in &self.past {
            state.swap(back.clone());
            if theirs.grew_from(stamp) {
                return Some(state);
            }
        }
        None
    }

    fn remember(&mut self, stamp: Stamp, back: Change) {
        self.past.insert(0, (stamp, back));
        self.past.truncate(PAST);
    }

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

    /// The engagement as a text, saved or not; as a newer Orbita left it where it is that one's.
    pub fn text(&self, now: Moment) -> Option<String> {
        if let Some(text) = &self.newer {
            return Some(text.to_string());
        }
        envelope::write(self.store.engagement(), self.known(), &self.writer, now).ok().map(|(text, _)| text)
    }

    /// Puts it on the shelf as an engagement of its own; letter for letter what a newer Orbita wrote.
    ///
    /// # Errors
    /// A [`SaveError`].
    pub fn add_copy(&self, shelf: &dyn Shelf, id: &str, now: Moment) -> Result<(), SaveError> {
        match &self.newer {
            None => super::add(shelf, id, self.store.engagement(), &self.writer, now).map(|_| ()),
            Some(text) => super::add_text(shelf, id, text, now),
        }
    }

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

    /// Goes on under another id: what lies under the old one is another tab's. Nothing of it counts as saved.
    pub fn separate(&mut self, id: String) {
        self.parted_from = Some(std::mem::replace(&mut self.id, id));
        self.known = None;
        self.seen.clear();
        self.past.clear();
    }
}
