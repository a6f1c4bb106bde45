//! Takes the texts of a file onto the shelf: each part on its own, none in place of another.

use std::collections::BTreeMap;

use super::aside::Asides;
use super::backup::SavedText;
use super::envelope::{self, Document, ReadError};
use super::{ENGAGEMENT, Shelf, ShelfError, checkpoints, deleted, id_of, journal, key, owner};
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
    /// How many checkpoints came with the engagements.
    pub checkpoints: usize,
    /// How many texts that nobody can read were set aside.
    pub aside: usize,
    /// The titles of engagements for which there is no room; empty for one without a title.
    pub no_room: Vec<String>,
    /// How many other parts there was no room for.
    pub parts_lost: usize,
}

impl Report {
    /// Whether everything of the file is here now.
    pub fn is_complete(&self) -> bool {
        self.no_room.is_empty() && self.parts_lost == 0
    }
}

/// Takes the parts of a file; `new_id` draws an id that nobody has.
///
/// # Errors
/// When the shelf does not answer at all. What there is no room for is in the report.
pub fn take(shelf: &dyn Shelf, parts: &[SavedText], mut new_id: impl FnMut() -> String) -> Result<Report, ShelfError> {
    let mut report = Report::default();
    let mut asides = Asides::of(shelf)?;
    // Engagements first: the rest goes where they go.
    let mut moved: BTreeMap<String, String> = BTreeMap::new();
    for part in parts.iter().filter(|part| part.key.as_deref().is_none_or(|key| key.starts_with(ENGAGEMENT))) {
        let was = part.key.as_deref().and_then(id_of).map(String::from);
        if let Some(id) = take_engagement(shelf, part, was.as_deref(), &mut new_id, &mut asides, &mut report)?
            && let Some(was) = was
        {
            moved.entry(was).or_insert(id);
        }
    }
    for part in parts {
        let Some(key) = part.key.as_deref().filter(|key| !key.starts_with(ENGAGEMENT)) else { continue };
        match owner(key) {
            Some((prefix, was, rest)) => {
                let Some(id) = moved.get(was) else { continue };
                take_belonging(shelf, part, (prefix, &format!("{prefix}{id}{rest}")), &mut report)?;
            }
            None => set_aside(&mut asides, part, "copy", &mut report),
        }
    }
    Ok(report)
}

/// Takes an engagement. Returns the id that it has here now, unless it was here before.
fn take_engagement(
    shelf: &dyn Shelf,
    part: &SavedText,
    was: Option<&str>,
    new_id: &mut impl FnMut() -> String,
    asides: &mut Asides,
    report: &mut Report,
) -> Result<Option<String>, ShelfError> {
    // An id that no address can hold would be imported, and never opened.
    let was = was.filter(|id| is_address(id));
    let text = part.text();
    let read = envelope::read(&text);
    let (title, is_newer) = match &read {
        Ok(Document { engagement, newer, .. }) => (engagement.head().title.clone(), newer.is_some()),
        Err(ReadError::Newer(_) | ReadError::TooLarge(_)) => (String::new(), matches!(read, Err(ReadError::Newer(_)))),
        Err(_) => {
            set_aside(asides, part, was.unwrap_or("file"), report);
            return Ok(None);
        }
    };
    let there = was.map(|id| shelf.literal(&key(id))).transpose()?.flatten();
    if there.is_some_and(|there| there == part.literal) {
        match was.filter(|id| deleted::restore(shelf, id)) {
            Some(id) => report.added.push(id.into()),
            None => report.same += 1,
        }
        return Ok(None);
    }
    let is_free = |id: &&str| shelf.start(&key(id), 0).is_ok_and(|there| there.is_none());
    let id = was.filter(is_free).map_or_else(new_id, String::from);
    match shelf.write_literal(&key(&id), &part.literal) {
        Ok(()) if is_newer => report.newer += 1,
        Ok(()) => report.added.push(id.clone()),
        Err(_) => {
            report.no_room.push(title);
            return Ok(None);
        }
    }
    Ok(Some(id))
}

/// Whether an id can stand in an address, and stands for what lies on a shelf there.
fn is_address(id: &str) -> bool {
    let plain = |letter: u8| letter.is_ascii_alphanumeric() || letter == b'-' || letter == b'_';
    (1..=64).contains(&id.len()) && id.bytes().all(plain) && !is_view(id)
}

/// Takes a checkpoint, a history or a journal.
fn take_belonging(
    shelf: &dyn Shelf,
    part: &SavedText,
    (prefix, key): (&str, &str),
    report: &mut Report,
) -> Result<(), ShelfError> {
    let is_taken = shelf.write_literal(key, &part.literal).is_ok();
    match prefix {
        checkpoints::PREFIX if is_taken => report.checkpoints += 1,
        // A history is a comfort; a journal is work.
        checkpoints::PREFIX | journal::PREFIX if !is_taken => report.parts_lost += 1,
        _ => (),
    }
    Ok(())
}

fn set_aside(asides: &mut Asides, part: &SavedText, name: &str, report: &mut Report) {
    // One that is set aside already is not set aside twice.
    if asides.has(&part.literal) {
        report.same += 1;
        return;
    }
    match asides.keep(name, &part.literal) {
        Ok(()) => report.aside += 1,
        Err(_) => report.parts_lost += 1,
    }
}
