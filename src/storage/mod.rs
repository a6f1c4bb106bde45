//! How it lasts: engagements as texts on a shelf, one key each.
//!
//! Three promises: what was saved has been read back; a version that somebody else wrote is never overwritten; what
//! cannot be read is kept aside, not deleted.

pub mod backup;
pub mod envelope;
pub mod extra;
mod shelf;

use crate::model::Engagement;
use crate::model::day::Moment;
use envelope::{Document, ReadError, Stamp};
pub use shelf::{MemoryShelf, Shelf, ShelfError};

const OURS: &str = "orbita/";
const ENGAGEMENT: &str = "orbita/engagement/";
const ASIDE: &str = "orbita/aside/";

/// The key under which an engagement lies.
pub fn key(id: &str) -> String {
    format!("{ENGAGEMENT}{id}")
}

/// The id of the engagement that lies under `key`, if that is the key of one.
pub fn id_of(key: &str) -> Option<&str> {
    key.strip_prefix(ENGAGEMENT)
}

/// An engagement found on the shelf.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// Its id.
    pub id: String,
    /// What it holds.
    pub document: Document,
}

/// A text that could not be read, and was put aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aside {
    /// The key under which it lies now.
    pub key: String,
    /// How much room it takes, in UTF-16 units.
    pub size: usize,
}

/// What lies on the shelf.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Listing {
    /// The engagements, the last saved first.
    pub found: Vec<Found>,
    /// The engagements of a newer Orbita that this one cannot show: id and version.
    pub newer: Vec<(String, u32)>,
    /// What could not be read.
    pub aside: Vec<Aside>,
    /// How much room all of ours takes, histories and checkpoints among it, in UTF-16 units.
    pub size: usize,
}

/// Looks through the shelf. Texts that cannot be read are put aside under a key of their own; one of a newer Orbita stays
/// where it is.
///
/// # Errors
/// When the shelf itself does not answer.
pub fn list(shelf: &dyn Shelf) -> Result<Listing, ShelfError> {
    let mut listing = Listing::default();
    for key in shelf.keys()? {
        let Some(id) = id_of(&key) else { continue };
        let Some(text) = shelf.read(&key)? else { continue };
        match envelope::read(&text) {
            Ok(document) => {
                let saved_at = document.stamp.saved_at;
                let at = listing.found.partition_point(|found| found.document.stamp.saved_at > saved_at);
                listing.found.insert(at, Found { id: id.into(), document });
            }
            Err(ReadError::Newer(version)) => listing.newer.push((id.into(), version)),
            Err(_) => set_aside(shelf, &key, &text)?,
        }
    }
    for key in shelf.keys()?.into_iter().filter(|key| key.starts_with(OURS)) {
        let size = units(&key) + shelf.read(&key)?.map_or(0, |text| units(&text));
        listing.size += size;
        if key.starts_with(ASIDE) {
            listing.aside.push(Aside { key, size });
        }
    }
    Ok(listing)
}

/// Moves a text to the keys of what could not be read. When there is no room for the move it stays where it is.
fn set_aside(shelf: &dyn Shelf, key: &str, text: &str) -> Result<(), ShelfError> {
    let taken = shelf.keys()?;
    let id = id_of(key).unwrap_or(key);
    let free = (1..).map(|n| format!("{ASIDE}{id}-{n}")).find(|key| !taken.contains(key));
    if let Some(free) = free
        && write_checked(shelf, &free, text).is_ok()
    {
        shelf.remove(key)?;
    }
    Ok(())
}

/// Why an engagement cannot be opened.
#[derive(Clone, Debug, PartialEq)]
pub enum OpenError {
    /// There is none with this id.
    Missing,
    /// It cannot be read; its text, for a download.
    Unreadable(ReadError, String),
    /// The shelf does not answer.
    Shelf(ShelfError),
}

/// Opens an engagement.
///
/// # Errors
/// An [`OpenError`]; the shelf stays as it is.
pub fn open(shelf: &dyn Shelf, id: &str) -> Result<Document, OpenError> {
    let text = shelf.read(&key(id)).map_err(OpenError::Shelf)?.ok_or(OpenError::Missing)?;
    envelope::read(&text).map_err(|error| OpenError::Unreadable(error, text))
}

/// Why an engagement was not saved.
#[derive(Clone, Debug, PartialEq)]
pub enum SaveError {
    /// Somebody else has saved it since: another tab, as a rule. Nothing was overwritten.
    Conflict,
    /// The shelf did not take it, or gave back something else than it took.
    NotKept(ShelfError),
}

/// Saves an engagement and reads it back. `known` is the stamp of the version that this one grew from, `None` for a new
/// engagement; `writer` tells this tab from others.
///
/// # Errors
/// A [`SaveError`]. What lay on the shelf before still lies there, but for histories, which make room first.
pub fn save(
    shelf: &dyn Shelf,
    id: &str,
    engagement: &Engagement,
    known: Option<&Stamp>,
    writer: &str,
    now: Moment,
) -> Result<Stamp, SaveError> {
    let key = key(id);
    if let Some(text) = shelf.read(&key).map_err(SaveError::NotKept)? {
        let theirs = envelope::stamp(&text).ok();
        if theirs.is_none() || theirs.as_ref() != known {
            return Err(SaveError::Conflict);
        }
    }
    let revision = known.map_or(1, |stamp| stamp.revision.saturating_add(1));
    let stamp = Stamp { revision, writer: writer.into(), saved_at: now };
    let text = envelope::write(engagement, &stamp);
    extra::write_making_room(shelf, &key, &text).map_err(SaveError::NotKept)?;
    Ok(stamp)
}

/// Puts a text on the shelf and reads it back.
fn write_checked(shelf: &dyn Shelf, key: &str, text: &str) -> Result<(), ShelfError> {
    shelf.write(key, text)?;
    match shelf.read(key)? {
        Some(kept) if kept == text => Ok(()),
        _ => Err(ShelfError::Lost),
    }
}

/// The length of a text in UTF-16 units, in which browsers count their storage.
pub fn units(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}
