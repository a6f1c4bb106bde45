//! Files: one engagement, or a backup of everything on the shelf, as it lies there.

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::envelope::{self, ReadError};
use super::{OURS, Shelf, ShelfError, deleted, index, owner};
use crate::arrange::Arrange;

/// What `format` says of a backup.
pub const FORMAT: &str = "orbita-backup";

/// The largest file that is read, in bytes: more than any browser's storage holds.
pub const LARGEST_FILE: usize = 64 << 20;

/// The most texts that a backup holds: more than any browser's storage has room for with work in them.
pub const MOST_PARTS: usize = 10_000;

#[derive(Serialize)]
struct Written<'a> {
    format: &'a str,
    version: u32,
    shelf: Vec<(&'a str, &'a RawValue)>,
}

/// A backup of any version. Version 1 held the engagements as JSON, and the copy of a page that had stopped also the texts
/// that were not JSON.
#[derive(Deserialize)]
struct Read<'a> {
    format: String,
    #[serde(default)]
    version: u32,
    #[serde(borrow, default)]
    shelf: Vec<(String, &'a RawValue)>,
    #[serde(borrow, default)]
    engagements: Vec<&'a RawValue>,
    #[serde(borrow, default)]
    unreadable: Option<Unreadable<'a>>,
}

#[derive(Deserialize)]
#[serde(transparent)]
struct Unreadable<'a>(#[serde(borrow)] std::collections::BTreeMap<String, &'a RawValue>);

/// A text of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedText {
    /// The key that it had on its shelf, where the file says so.
    pub key: Option<String>,
    /// The text as a JSON string, letter for letter.
    pub literal: String,
}

impl SavedText {
    /// The text; halves of letters read as U+FFFD.
    pub fn text(&self) -> String {
        serde_json::from_str(&self.literal).unwrap_or_else(|_| lossy(&self.literal))
    }
}

/// One file with everything of ours that lies on a shelf, but for what is deleted and the choices of the person.
///
/// # Errors
/// When the shelf does not answer.
pub fn write(shelf: &dyn Shelf) -> Result<String, ShelfError> {
    write_with(shelf, &[])
}

/// The same, with texts by their keys that the shelf has not taken: they stand in the place of those that lie there.
///
/// # Errors
/// When the shelf does not answer.
pub fn write_with(shelf: &dyn Shelf, unsaved: &[(String, String)]) -> Result<String, ShelfError> {
    let gone = deleted::still(shelf);
    let is_wanted = |key: &String| is_work(key) && !deleted::hides(&gone, key);
    let mut keys: Vec<String> = shelf.keys()?.into_iter().filter(is_wanted).collect();
    keys.extend(unsaved.iter().map(|(key, _)| key.clone()));
    keys.arrange();
    keys.dedup();
    let mut texts = Vec::new();
    for key in &keys {
        let literal = match unsaved.iter().find(|(unsaved, _)| unsaved == key) {
            Some((_, text)) => serde_json::to_string(text).ok(),
            None => shelf.literal(key)?,
        };
        if let Some(literal) = literal {
            texts.push((key.as_str(), RawValue::from_string(literal).map_err(|_| ShelfError::Lost)?));
        }
    }
    let shelf = texts.iter().map(|(key, text)| (*key, &**text)).collect();
    serde_json::to_string(&Written { format: FORMAT, version: envelope::VERSION, shelf }).map_err(|_| ShelfError::Lost)
}

/// Whether a key holds work, and not a choice such as the language.
pub fn is_work(key: &str) -> bool {
    owner(key).is_some_and(|(prefix, ..)| prefix != index::PREFIX)
        || key.strip_prefix(OURS).is_some_and(|rest| rest.starts_with("aside/"))
}

/// The texts of a file: the one engagement, or everything of a backup.
///
/// # Errors
/// When the file is neither, or an engagement that cannot be taken. What is wrong with a part of a backup is found when
/// it is taken.
pub fn read(text: &str) -> Result<Vec<SavedText>, ReadError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let literal = |text: &str| serde_json::to_string(text).map_err(|_| ReadError::NotOurs);
    match serde_json::from_str::<Read>(text) {
        Ok(backup) if backup.format == FORMAT && backup.version > envelope::VERSION => {
            Err(ReadError::Newer(backup.version))
        }
        Ok(backup) if backup.format == FORMAT => {
            let unreadable = backup.unreadable.map(|Unreadable(texts)| texts).unwrap_or_default();
            let count = backup.shelf.len() + unreadable.len() + backup.engagements.len();
            if count > MOST_PARTS {
                return Err(ReadError::TooManyParts(count));
            }
            let keyed = backup.shelf.into_iter().chain(unreadable);
            // What is no text is kept as one, to be set aside.
            let as_text = |text: &str| if text.starts_with('"') { Ok(text.into()) } else { literal(text) };
            let keyed = keyed.map(|(key, text)| Ok(SavedText { key: Some(key), literal: as_text(text.get())? }));
            let plain =
                backup.engagements.into_iter().map(|text| Ok(SavedText { key: None, literal: literal(text.get())? }));
            keyed.chain(plain).collect()
        }
        _ => match envelope::read(text) {
            // A text of a newer Orbita is taken as it is, and never written again.
            Ok(_) | Err(ReadError::Newer(_)) => Ok(vec![SavedText { key: None, literal: literal(text)? }]),
            Err(error) => Err(error),
        },
    }
}

/// A JSON string with every half of a letter as U+FFFD.
fn lossy(literal: &str) -> String {
    let shelf = super::MemoryShelf::default();
    let kept = shelf.write_literal("", literal).is_ok();
    if kept { shelf.read("").ok().flatten().unwrap_or_default() } else { literal.into() }
}
