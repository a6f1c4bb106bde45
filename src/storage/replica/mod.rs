//! A replica: one tab's copy of an engagement that lies on the shelf, and which state of the shelf it grew from. Several
//! tabs may have one each; whoever saves takes in first what the others saved.

mod recover;
mod save;

use std::sync::Arc;

use super::envelope::{self, Document, ReadError};
use super::stamp::Stamp;
use super::{OpenError, SaveError, Shelf, ShelfError, history, key};
use crate::edit::store::{Adopted, Store};
use crate::model::day::Moment;
use crate::model::merge::Unmergeable;
use crate::model::{Change, Engagement, Key};

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

    /// Goes on under another id: what lies under the old one is another tab's. Nothing of it counts as saved.
    pub fn separate(&mut self, id: String) {
        self.parted_from = Some(std::mem::replace(&mut self.id, id));
        self.known = None;
        self.seen.clear();
        self.past.clear();
    }
}
