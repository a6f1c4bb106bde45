//! How it lasts: engagements as texts on a shelf, one key each.
//!
//! Three promises: what was saved has been read back; a version that somebody else wrote is never overwritten; what
//! cannot be read is set aside, not deleted.

mod aside;
pub mod backup;
pub mod checkpoints;
pub mod deleted;
pub mod drafts;
pub mod envelope;
pub mod freeing;
pub mod history;
pub mod ids;
pub mod import;
pub mod index;
pub mod journal;
pub mod no_room;
pub mod on_disk;
pub mod part_name;
pub mod replica;
mod shelf;
pub mod stamp;
pub mod usage;
pub mod waiting_for_room;

use crate::model::Engagement;
use crate::model::day::Moment;
use crate::model::limits::Excess;
use envelope::{Document, ReadError};
use index::Entry;
pub use shelf::{MemoryShelf, Shelf, ShelfError};
use stamp::Stamp;

/// What all keys of ours begin with.
pub const OURS: &str = "orbita/";
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

/// Whether a key is one of ours.
pub fn is_ours(key: &str) -> bool {
    key.starts_with(OURS)
}

/// An engagement found on the shelf.
#[derive(Clone, Debug, PartialEq)]
pub struct Stored {
    /// Its id.
    pub id: String,
    /// What is known of it.
    pub entry: Entry,
}

/// A text that could not be read, and was set aside.
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
    pub found: Vec<Stored>,
    /// The engagements of a newer Orbita that this one cannot show: id and version.
    pub newer: Vec<(String, u32)>,
    /// The engagements that are too large to be worked with: id and what there is too much of.
    pub too_large: Vec<(String, Excess)>,
    /// What was deleted and can be brought back, with when it was, the last first.
    pub deleted: Vec<(Stored, deleted::Mark)>,
    /// What could not be read.
    pub aside: Vec<Aside>,
    /// How much room all of ours takes, histories and checkpoints included, in UTF-16 units.
    pub size: usize,
}

/// Looks through the shelf. Texts that cannot be read are set aside under a key of their own; those of a newer Orbita, and
/// those too large to open, stay where they are.
///
/// # Errors
/// When the shelf itself does not answer.
pub fn list(shelf: &dyn Shelf) -> Result<Listing, ShelfError> {
    let (mut listing, unread) = index::look(shelf)?;
    index::read(shelf, &mut listing, &unread)?;
    Ok(listing)
}

/// Why an engagement cannot be opened.
#[derive(Clone, Debug, PartialEq)]
pub enum OpenError {
    /// There is none with this id.
    Missing,
    /// It cannot be read.
    Unreadable(ReadError),
    /// The shelf does not answer.
    Shelf(ShelfError),
}

/// Reads an engagement.
///
/// # Errors
/// An [`OpenError`]; the shelf stays as it is.
pub fn open(shelf: &dyn Shelf, id: &str) -> Result<Document, OpenError> {
    let text = shelf.read(&key(id)).map_err(OpenError::Shelf)?.ok_or(OpenError::Missing)?;
    envelope::read(&text).map_err(OpenError::Unreadable)
}

/// Why an engagement was not saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveError {
    /// Another text is there that this one did not grow from. Nothing was overwritten.
    Conflict,
    /// The text there is of a newer Orbita: it is never overwritten.
    Newer(u32),
    /// The shelf did not take it, or gave back something else than it took.
    NotKept(ShelfError),
    /// It has no text.
    NotWritten,
}

/// Puts a new engagement on the shelf.
///
/// # Errors
/// A [`SaveError`].
pub fn add(
    shelf: &dyn Shelf,
    id: &str,
    engagement: &Engagement,
    writer: &str,
    now: Moment,
) -> Result<Stamp, SaveError> {
    let key = key(id);
    if shelf.start(&key, 0).map_err(SaveError::NotKept)?.is_some() {
        return Err(SaveError::Conflict);
    }
    put(shelf, &key, engagement, None, writer, now).map(|(stamp, _)| stamp)
}

/// Puts one text on a shelf.
type Write<'a> = &'a dyn Fn() -> Result<(), ShelfError>;

/// Puts the text of a new engagement on the shelf, letter for letter.
///
/// # Errors
/// A [`SaveError`].
fn add_text(shelf: &dyn Shelf, id: &str, text: &str, now: Moment) -> Result<(), SaveError> {
    let key = key(id);
    if shelf.start(&key, 0).map_err(SaveError::NotKept)?.is_some() {
        return Err(SaveError::Conflict);
    }
    making_room(shelf, now, &|| shelf.write(&key, text)).map_err(SaveError::NotKept)
}

/// Writes an engagement over the state `before`. Returns its stamp and the length of its text.
fn put(
    shelf: &dyn Shelf,
    key: &str,
    engagement: &Engagement,
    before: Option<&Stamp>,
    writer: &str,
    now: Moment,
) -> Result<(Stamp, usize), SaveError> {
    let (text, stamp) = envelope::write(engagement, before, writer, now).map_err(|_| SaveError::NotWritten)?;
    making_room(shelf, now, &|| shelf.write(key, &text)).map_err(SaveError::NotKept)?;
    let length = units(&text);
    if let Some(id) = id_of(key) {
        index::note(shelf, id, engagement, &stamp, length);
    }
    Ok((stamp, length))
}

/// Copies an engagement as it lies, letter for letter: what a newer Orbita wrote may hold more than this one can see.
///
/// # Errors
/// When there is none, or no room for one more.
pub fn copy(shelf: &dyn Shelf, from: &str, to: &str, now: Moment) -> Result<(), ShelfError> {
    let literal = shelf.literal(&key(from))?.ok_or(ShelfError::Lost)?;
    making_room(shelf, now, &|| shelf.write_literal(&key(to), &literal))
}

/// Does a `write` of work; where there is no room, histories give way, and then what is deleted.
fn making_room(shelf: &dyn Shelf, now: Moment, write: Write) -> Result<(), ShelfError> {
    let written = before_histories(shelf, write);
    if written.is_err() && deleted::make_room(shelf, now) { write() } else { written }
}

/// Does a `write`; where there is no room, what undo needs beyond a reload gives way.
fn before_histories(shelf: &dyn Shelf, write: Write) -> Result<(), ShelfError> {
    let written = write();
    if written.is_err() && history::forget_all(shelf) { write() } else { written }
}

/// How much room a text and its key take on a shelf, in UTF-16 units.
///
/// # Errors
/// When the shelf does not answer.
fn size(shelf: &dyn Shelf, key: &str) -> Result<usize, ShelfError> {
    Ok(units(key) + shelf.start(key, 0)?.map_or(0, |(_, length)| length))
}

/// The length of a text in UTF-16 units, in which browsers count their storage.
pub fn units(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

/// Every key that belongs to an engagement: its own, its record in the index, its history, its checkpoints, its journals,
/// what was typed and not used in it, and the mark of a file on disk.
///
/// # Errors
/// When the shelf does not answer.
pub fn belongings(shelf: &dyn Shelf, id: &str) -> Result<Vec<String>, ShelfError> {
    let mark = on_disk::key(id);
    let belongs = |key: &String| owner(key).is_some_and(|(_, owner, _)| owner == id) || *key == mark;
    Ok(shelf.keys()?.into_iter().filter(belongs).collect())
}

/// A key that belongs to an engagement, in its three parts: what stands before the id, the id, what stands behind it.
fn owner(key: &str) -> Option<(&'static str, &str, &str)> {
    let prefixes = [ENGAGEMENT, index::PREFIX, history::PREFIX, checkpoints::PREFIX, journal::PREFIX, drafts::PREFIX];
    prefixes.into_iter().find_map(|prefix| {
        let rest = key.strip_prefix(prefix)?;
        let end =
            if [ENGAGEMENT, index::PREFIX, history::PREFIX].contains(&prefix) { rest.len() } else { rest.find('/')? };
        Some((prefix, &rest[..end], &rest[end..]))
    })
}
