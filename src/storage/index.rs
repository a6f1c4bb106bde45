//! What the library shows of each engagement, in a small record beside its text: a library of a hundred reads no text.
//!
//! A record is believed while the text's own beginning names the state that the record was made from. Any other text is
//! read, and gets its record then.

use serde::{Deserialize, Serialize};

use super::aside::Asides;
use super::envelope::{self, Document, ReadError};
use super::stamp::{Digest, Stamp};
use super::{ASIDE, Aside, Listing, OURS, Shelf, ShelfError, Stored, deleted, id_of, key, units};
use crate::arrange::Arrange;
use crate::model::Engagement;
use crate::model::day::Moment;
use crate::model::quantity::Level;
use crate::model::summary::{Sketch, SketchStage, Summary};

/// What the keys of the records begin with.
pub const PREFIX: &str = "orbita/index/";

/// What is known of an engagement without reading it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The state that this was made from.
    pub digest: Digest,
    /// When that was saved.
    pub saved_at: Moment,
    /// What is shown of it.
    pub summary: Summary,
}

/// The record as it is written: of whole numbers and texts alone, since reading anything else weighs more. One that lacks a field
/// is not read, but made anew.
#[derive(Serialize, Deserialize)]
struct Record {
    digest: Digest,
    length: usize,
    saved_at: Moment,
    title: String,
    about: String,
    maps: usize,
    cards: usize,
    interviews: usize,
    scenarios: usize,
    /// For each stage of the first map its level in half steps, its cards and its frictions.
    sketch: Vec<(Option<i8>, usize, usize)>,
}

impl Entry {
    /// What is to be known of a document.
    pub fn of(engagement: &Engagement, stamp: &Stamp) -> Self {
        Entry { digest: stamp.digest, saved_at: stamp.saved_at, summary: Summary::of(engagement) }
    }

    fn of_record(record: Record) -> Self {
        let stage = |(halves, cards, frictions): (Option<i8>, usize, usize)| SketchStage {
            emotion: halves.map(Level::from_halves),
            cards,
            frictions,
        };
        let Record { digest, saved_at, title, about, maps, cards, interviews, scenarios, sketch, .. } = record;
        let sketch = Sketch(sketch.into_iter().map(stage).collect());
        Entry { digest, saved_at, summary: Summary { title, about, maps, cards, interviews, scenarios, sketch } }
    }

    fn into_record(self, length: usize) -> Record {
        let Entry { digest, saved_at, summary } = self;
        let Summary { title, about, maps, cards, interviews, scenarios, sketch } = summary;
        let stage = |stage: SketchStage| (stage.emotion.map(Level::halves), stage.cards, stage.frictions);
        Record {
            digest,
            length,
            saved_at,
            title,
            about,
            maps,
            cards,
            interviews,
            scenarios,
            sketch: sketch.0.into_iter().map(stage).collect(),
        }
    }
}

/// The key of the record of an engagement.
pub fn key_of(id: &str) -> String {
    format!("{PREFIX}{id}")
}

/// Writes the record of a text that was just saved, `length` UTF-16 units long. Where there is no room the text will be read
/// instead.
pub(super) fn note(shelf: &dyn Shelf, id: &str, engagement: &Engagement, stamp: &Stamp, length: usize) {
    let record = Entry::of(engagement, stamp).into_record(length);
    if let Ok(text) = serde_json::to_string(&record) {
        _ = shelf.write(&key_of(id), &text);
    }
}

/// What a record says of a text, while it is still about that text.
fn known(shelf: &dyn Shelf, id: &str) -> Result<Option<Entry>, ShelfError> {
    let Some(record) = shelf.read(&key_of(id))? else { return Ok(None) };
    let Ok(record) = serde_json::from_str::<Record>(&record) else { return Ok(None) };
    let Some((start, length)) = shelf.start(&key(id), envelope::START)? else { return Ok(None) };
    let is_same = length == record.length && envelope::digest_of_start(&start) == Some(record.digest);
    Ok(is_same.then(|| Entry::of_record(record)))
}

/// Looks through the shelf and reads no engagement: what the records say, and the ids of the texts that they say nothing of.
///
/// # Errors
/// When the shelf does not answer.
pub fn look(shelf: &dyn Shelf) -> Result<(Listing, Vec<String>), ShelfError> {
    let (mut listing, mut unread) = (Listing::default(), Vec::new());
    for id in shelf.keys()?.iter().filter_map(|key| id_of(key)) {
        match known(shelf, id)? {
            Some(entry) => insert(&mut listing.found, Stored { id: id.into(), entry }),
            None => unread.push(id.to_owned()),
        }
    }
    finish(shelf, &mut listing)?;
    Ok((listing, unread))
}

/// Reads what no record says something of, and writes the records. Texts that cannot be read are set aside under a key of
/// their own; those of a newer Orbita, and those too large to open, stay where they are.
///
/// # Errors
/// When the shelf itself does not answer.
pub fn read(shelf: &dyn Shelf, listing: &mut Listing, unread: &[String]) -> Result<(), ShelfError> {
    listing.found.append(&mut listing.deleted.drain(..).map(|(found, _)| found).collect());
    let mut asides: Option<Asides> = None;
    for id in unread {
        let Some(text) = shelf.read(&key(id))? else { continue };
        match envelope::read(&text) {
            Ok(Document { engagement, stamp, newer }) => {
                // What the text itself does not name cannot be recognised again.
                if newer.is_none() && envelope::digest_of_start(&text) == Some(stamp.digest) {
                    note(shelf, id, &engagement, &stamp, units(&text));
                }
                insert(&mut listing.found, Stored { id: id.clone(), entry: Entry::of(&engagement, &stamp) });
            }
            Err(ReadError::Newer(version)) => listing.newer.push((id.clone(), version)),
            Err(ReadError::TooLarge(excess)) => listing.too_large.push((id.clone(), excess)),
            Err(_) => {
                let mut known = asides.map_or_else(|| Asides::of(shelf), Ok)?;
                known.take_from(&key(id))?;
                asides = Some(known);
            }
        }
    }
    listing.found.arrange_by_key(|found| std::cmp::Reverse(found.entry.saved_at));
    finish(shelf, listing)
}

/// Puts one in its place, the last saved first.
fn insert(found: &mut Vec<Stored>, one: Stored) {
    let at = found.partition_point(|found| found.entry.saved_at > one.entry.saved_at);
    found.insert(at, one);
}

/// Parts what is deleted from what is there, and counts what else there is.
fn finish(shelf: &dyn Shelf, listing: &mut Listing) -> Result<(), ShelfError> {
    (listing.found, listing.deleted) = deleted::split_off(shelf, std::mem::take(&mut listing.found));
    (listing.size, listing.aside) = (0, Vec::new());
    for key in shelf.keys()?.into_iter().filter(|key| key.starts_with(OURS)) {
        let size = units(&key) + shelf.start(&key, 0)?.map_or(0, |(_, length)| length);
        listing.size += size;
        if key.starts_with(ASIDE) {
            listing.aside.push(Aside { key, size });
        }
    }
    Ok(())
}
