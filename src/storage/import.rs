//! Takes the texts of a file onto the shelf: each part on its own, none in place of another.

use std::collections::BTreeMap;

use super::aside::Asides;
use super::backup::SavedText;
use super::envelope::{self, Document, ReadError};
use super::part_name::PartName;
use super::{
    ENGAGEMENT, Shelf, ShelfError, checkpoints, deleted, drafts, history, id_of, journal, key, making_room, owner,
};
use crate::model::day::Moment;
use crate::route::is_view;

/// What became of the texts of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// The ids of the engagements that were added.
    pub added: Vec<String>,
    /// How many engagements are here already, exactly as they are in the file.
    pub same: usize,
    /// How many texts of a newer Orbita were added as they are.
    pub newer: usize,
    /// The checkpoints that were added, to the engagements that they were kept of.
    pub checkpoints: Vec<PartName>,
    /// The texts that nobody can read and that were set aside.
    pub aside: Vec<PartName>,
    /// The titles of engagements for which there is no room; empty for one without a title.
    pub no_room: Vec<String>,
    /// The texts of those engagements, and what belongs to them. [`take`] takes them once there is room.
    pub waiting: Vec<SavedText>,
    /// The other parts, for which there was no room.
    pub parts_lost: Vec<PartName>,
}

impl Report {
    /// Whether everything of the file is here now.
    pub fn is_complete(&self) -> bool {
        self.no_room.is_empty() && self.parts_lost.is_empty()
    }

    /// Adds what became of another file, or of what was waiting.
    pub fn add(&mut self, other: Report) {
        self.added.extend(other.added);
        self.same += other.same;
        self.newer += other.newer;
        self.checkpoints.extend(other.checkpoints);
        self.aside.extend(other.aside);
        self.no_room.extend(other.no_room);
        self.waiting.extend(other.waiting);
        self.parts_lost.extend(other.parts_lost);
    }

    /// Takes what waits, should there be room for it by now; `take` takes parts. Says whether nothing waits any more.
    pub fn try_again(&mut self, take: impl FnOnce(&[SavedText]) -> Result<Report, ShelfError>) -> bool {
        if let Ok(report) = take(&self.waiting) {
            (self.waiting, self.no_room) = Default::default();
            self.add(report);
        }
        self.waiting.is_empty()
    }
}

/// Takes the parts of a file at one go.
///
/// # Errors
/// As [`Import::step`] has them.
pub fn take(
    shelf: &dyn Shelf,
    parts: &[SavedText],
    now: Moment,
    mut new_id: impl FnMut() -> String,
) -> Result<Report, ShelfError> {
    let mut import = Import::new(shelf, parts, now)?;
    while import.step(&mut new_id)? {}
    Ok(import.report)
}

/// A file whose parts are being taken, one by one: engagements first, for the rest goes where they go.
pub struct Import<'s> {
    here: Here<'s>,
    parts: &'s [SavedText],
    asides: Asides<'s>,
    /// What became of the engagements, by the ids that they had.
    taken: BTreeMap<String, Taken>,
    report: Report,
    /// How many parts were looked at for engagements, and how many for what belongs to them.
    at: [usize; 2],
}

impl<'s> Import<'s> {
    /// Of which nothing is taken yet.
    ///
    /// # Errors
    /// When the shelf does not answer.
    pub fn new(shelf: &'s dyn Shelf, parts: &'s [SavedText], now: Moment) -> Result<Self, ShelfError> {
        let (taken, report) = Default::default();
        Ok(Import { here: Here { shelf, now }, parts, asides: Asides::of(shelf)?, taken, report, at: [0; 2] })
    }

    /// Takes one more part; `new_id` draws an id that nobody has. Work that finds no room has it made, as a save does. Says
    /// whether there is more to take.
    ///
    /// # Errors
    /// When the shelf does not answer at all. What there is no room for is in the report.
    pub fn step(&mut self, new_id: &mut impl FnMut() -> String) -> Result<bool, ShelfError> {
        for (round, at) in self.at.iter_mut().enumerate() {
            if let Some(part) = self.parts.get(*at) {
                *at += 1;
                let is_engagement = part.key.as_deref().is_none_or(|key| key.starts_with(ENGAGEMENT));
                match round {
                    0 if is_engagement => self.take_engagement(part, new_id)?,
                    1 if !is_engagement => self.take_other(part, new_id)?,
                    _ => (),
                }
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// What became of the parts.
    pub fn into_report(self) -> Report {
        self.report
    }

    fn take_engagement(&mut self, part: &SavedText, new_id: &mut impl FnMut() -> String) -> Result<(), ShelfError> {
        let was = part.key.as_deref().and_then(id_of);
        let became = take_engagement(self.here, part, was, new_id, &mut self.asides, &mut self.report)?;
        if let Some(was) = was {
            self.taken.entry(was.into()).or_insert(became);
        }
        Ok(())
    }

    fn take_other(&mut self, part: &SavedText, new_id: &mut impl FnMut() -> String) -> Result<(), ShelfError> {
        let (here, asides, report) = (self.here, &mut self.asides, &mut self.report);
        let key = part.key.as_deref().unwrap_or_default();
        let Some((prefix, was, rest)) = owner(key) else {
            set_aside(here, asides, part, "copy", report);
            return Ok(());
        };
        let is_here = || here.shelf.start(&super::key(was), 0).is_ok_and(|there| there.is_some());
        match self.taken.get(was) {
            Some(Taken::NoRoom) => report.waiting.push(part.clone()),
            // Changes that somebody else says were typed here are none of a project that was here before.
            Some(Taken::Here(id)) if prefix == journal::PREFIX && !is_known(here.shelf, part, key) => {
                set_aside(here, asides, part, id, report);
            }
            Some(Taken::Added(id) | Taken::Here(id)) => {
                take_belonging(here, part, (prefix, &format!("{prefix}{id}{rest}")), asides, report)?;
            }
            _ if prefix == checkpoints::PREFIX && is_here() => {
                take_belonging(here, part, (prefix, key), asides, report)?;
            }
            _ if prefix == checkpoints::PREFIX => take_alone(here, part, &rest[1..], new_id, asides, report)?,
            _ if prefix == journal::PREFIX && !is_known(here.shelf, part, key) => {
                set_aside(here, asides, part, "copy", report);
            }
            _ => (),
        }
        Ok(())
    }
}

/// Whether a part lies here as it is in the file.
fn is_known(shelf: &dyn Shelf, part: &SavedText, key: &str) -> bool {
    shelf.literal(key).is_ok_and(|there| there.is_some_and(|there| there == part.literal))
}

/// Where the parts go, and when.
#[derive(Clone, Copy)]
struct Here<'s> {
    shelf: &'s dyn Shelf,
    now: Moment,
}

impl Here<'_> {
    /// Writes work, for which room is made.
    fn write(self, key: &str, literal: &str) -> Result<(), ShelfError> {
        making_room(self.shelf, self.now, &|| self.shelf.write_literal(key, literal))
    }
}

/// What became of an engagement.
enum Taken {
    /// It lies here under this id since now.
    Added(String),
    /// It was here before, as it is in the file.
    Here(String),
    /// There is no room for it.
    NoRoom,
    /// Nobody can read it.
    Aside,
}

/// Takes an engagement.
fn take_engagement(
    here: Here,
    part: &SavedText,
    was: Option<&str>,
    new_id: &mut impl FnMut() -> String,
    asides: &mut Asides,
    report: &mut Report,
) -> Result<Taken, ShelfError> {
    // An id that no address can hold would be imported, and never opened.
    let was = was.filter(|id| is_address(id));
    let text = part.text();
    let read = envelope::read(&text);
    let (title, is_newer) = match &read {
        Ok(Document { engagement, newer, .. }) => (engagement.head().title.clone(), newer.is_some()),
        Err(ReadError::Newer(_) | ReadError::TooLarge(_)) => (String::new(), matches!(read, Err(ReadError::Newer(_)))),
        Err(_) => {
            set_aside(here, asides, part, was.unwrap_or("file"), report);
            return Ok(Taken::Aside);
        }
    };
    if let Some(id) = was
        && here.shelf.literal(&key(id))?.is_some_and(|there| there == part.literal)
    {
        if deleted::restore(here.shelf, id) {
            report.added.push(id.into());
        } else {
            report.same += 1;
        }
        return Ok(Taken::Here(id.into()));
    }
    let is_free = |id: &&str| here.shelf.start(&key(id), 0).is_ok_and(|there| there.is_none());
    let id = was.filter(is_free).map_or_else(new_id, String::from);
    match here.write(&key(&id), &part.literal) {
        Ok(()) if is_newer => report.newer += 1,
        Ok(()) => report.added.push(id.clone()),
        Err(_) => {
            report.no_room.push(title);
            report.waiting.push(part.clone());
            return Ok(Taken::NoRoom);
        }
    }
    Ok(Taken::Added(id))
}

/// Takes a checkpoint whose engagement is lost: as an engagement, which it was once.
fn take_alone(
    here: Here,
    part: &SavedText,
    token: &str,
    new_id: &mut impl FnMut() -> String,
    asides: &mut Asides,
    report: &mut Report,
) -> Result<(), ShelfError> {
    let text = part.text();
    let state =
        checkpoints::name_and_state(&text).map(|(_, state)| state).filter(|state| envelope::read(state).is_ok());
    match state.and_then(|state| serde_json::to_string(state).ok()) {
        Some(literal) => {
            let part = SavedText { key: Some(key(token)), literal };
            take_engagement(here, &part, Some(token), new_id, asides, report)?;
        }
        None => set_aside(here, asides, part, "copy", report),
    }
    Ok(())
}

/// Whether an id can stand in an address, and stands for what lies on a shelf there.
fn is_address(id: &str) -> bool {
    let plain = |letter: u8| letter.is_ascii_alphanumeric() || letter == b'-' || letter == b'_';
    (1..=64).contains(&id.len()) && id.bytes().all(plain) && !is_view(id)
}

/// Takes a checkpoint, a history, a journal or a draft, in place of no other.
fn take_belonging(
    here: Here,
    part: &SavedText,
    (prefix, key): (&str, &str),
    asides: &mut Asides,
    report: &mut Report,
) -> Result<(), ShelfError> {
    let is_work = [checkpoints::PREFIX, journal::PREFIX, drafts::PREFIX].contains(&prefix);
    match here.shelf.literal(key)? {
        Some(there) if there == part.literal => (),
        Some(_) if prefix == checkpoints::PREFIX => set_aside(here, asides, part, "copy", report),
        // The tab that wrote it has gone on.
        Some(_) => (),
        None if is_work => match here.write(key, &part.literal) {
            Ok(()) if prefix == checkpoints::PREFIX => report.checkpoints.push(PartName::of(part)),
            Ok(()) => (),
            Err(_) => report.parts_lost.push(PartName::of(part)),
        },
        // A comfort, for which nothing gives way.
        None if prefix == history::PREFIX => _ = here.shelf.write_literal(key, &part.literal),
        // What the library shows of a text is read from the text.
        None => (),
    }
    Ok(())
}

fn set_aside(here: Here, asides: &mut Asides, part: &SavedText, name: &str, report: &mut Report) {
    // One that is set aside already is not set aside twice.
    if asides.has(&part.literal) {
        report.same += 1;
        return;
    }
    match asides.keep(name, &part.literal, &|key| here.write(key, &part.literal)) {
        Ok(()) => report.aside.push(PartName::of(part)),
        Err(_) => report.parts_lost.push(PartName::of(part)),
    }
}
