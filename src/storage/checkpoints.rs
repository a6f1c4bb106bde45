//! The states of an engagement that somebody kept under a name, and those that an older Orbita left before they were written
//! over for the first time.

use super::envelope::{self, Document};
use super::stamp::Stamp;
use super::{SaveError, Shelf, ShelfError, before_histories, key, making_room};
use crate::arrange::Arrange;
use crate::model::Engagement;
use crate::model::day::Moment;

pub(super) const PREFIX: &str = "orbita/checkpoint/";

/// What stands in the key, behind the id, of a state that an older Orbita left. No random token holds a hyphen.
const UPDATE: &str = "update-";

/// A state of an engagement that was kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Checkpoint {
    /// Where it lies.
    pub key: String,
    /// The name that somebody gave it; empty for what an older Orbita left.
    pub name: String,
    /// The version of the text that an older Orbita left.
    pub before_update: Option<u32>,
    /// The state, and when it was kept.
    pub document: Document,
}

/// Keeps a state of an engagement under a name; `token` is a random one, so that no key is ever used twice.
///
/// # Errors
/// When it is not kept.
pub fn keep(
    shelf: &dyn Shelf,
    id: &str,
    (name, token): (&str, &str),
    engagement: &Engagement,
    before: Option<&Stamp>,
    now: Moment,
) -> Result<(), SaveError> {
    let (text, _) = envelope::write(engagement, before, token, now).map_err(|_| SaveError::NotWritten)?;
    // The name stands before the text, on a line of its own, so that the text stays what an engagement's text is.
    let text = format!("{}\n{text}", name.replace(['\r', '\n'], " "));
    let key = format!("{PREFIX}{id}/{token}");
    making_room(shelf, now, &|| shelf.write(&key, &text)).map_err(SaveError::NotKept)
}

/// What an older Orbita left of an engagement, and what became of it.
pub(super) enum Older {
    /// Nothing: the text is of this version, of a newer one, or of none.
    None,
    /// It is kept under this key, now or since before.
    Kept {
        /// Where.
        key: String,
        /// Whether it was put there now.
        is_new: bool,
    },
    /// There is no room for it; its text.
    NoRoom(String),
}

/// Keeps the text of an engagement that an older Orbita wrote, letter for letter and once. To be asked before the text is written
/// over. Undo after a reload gives way to it; nothing else does.
///
/// # Errors
/// When the shelf does not answer.
pub(super) fn keep_older(shelf: &dyn Shelf, id: &str) -> Result<Older, ShelfError> {
    let work = key(id);
    let Some((start, _)) = shelf.start(&work, envelope::START)? else { return Ok(Older::None) };
    if envelope::stamp_of_start(&start).is_some() {
        return Ok(Older::None);
    }
    let text = shelf.read(&work)?.unwrap_or_default();
    let older = envelope::version(&text).filter(|version| *version < envelope::VERSION);
    let (Some(version), Some(digest)) = (older, envelope::digest(&text)) else { return Ok(Older::None) };
    let key = format!("{PREFIX}{id}/{UPDATE}{version}-{digest}");
    if shelf.start(&key, 0)?.is_some() {
        return Ok(Older::Kept { key, is_new: false });
    }
    let literal = shelf.literal(&work)?.unwrap_or_default();
    let Some(rest) = literal.strip_prefix('"') else { return Ok(Older::NoRoom(text)) };
    // The line of the name is empty: what it is called depends on the language.
    let kept = before_histories(shelf, &|| shelf.write_literal(&key, &format!("\"\\n{rest}")));
    Ok(kept.map_or(Older::NoRoom(text), |()| Older::Kept { key, is_new: true }))
}

/// The name of a checkpoint, on a line of its own, and the state behind it.
pub(super) fn name_and_state(text: &str) -> Option<(&str, &str)> {
    text.split_once('\n')
}

/// The checkpoints of an engagement, the last kept first; what cannot be read is left out, and stays where it is.
pub fn list(shelf: &dyn Shelf, id: &str) -> Vec<Checkpoint> {
    let mut found: Vec<Checkpoint> = Vec::new();
    for key in keys(shelf, id) {
        let text = shelf.read(&key).ok().flatten().unwrap_or_default();
        let Some((name, text)) = name_and_state(&text) else { continue };
        let is_before_update = key.starts_with(&format!("{PREFIX}{id}/{UPDATE}"));
        let before_update = if is_before_update { envelope::version(text) } else { None };
        if let Ok(document) = envelope::read(text) {
            let later = |other: &Checkpoint| other.document.stamp.saved_at > document.stamp.saved_at;
            let at = found.partition_point(later);
            found.insert(at, Checkpoint { key, name: name.into(), before_update, document });
        }
    }
    found
}

/// The keys of the checkpoints of all engagements with when they were kept, the oldest first; those that cannot be read are left
/// out.
pub(super) fn oldest_first(shelf: &dyn Shelf) -> Vec<(String, Moment)> {
    let keys = shelf.keys().unwrap_or_default();
    let kept_at = |key: &String| {
        let text = shelf.read(key).ok().flatten()?;
        Some(envelope::read(name_and_state(&text)?.1).ok()?.stamp.saved_at)
    };
    let ours = keys.into_iter().filter(|key| key.starts_with(PREFIX));
    let mut all: Vec<(String, Moment)> = ours.filter_map(|key| Some((key.clone(), kept_at(&key)?))).collect();
    all.arrange_by(|(one, earlier), (other, later)| earlier.cmp(later).then_with(|| one.cmp(other)));
    all
}

/// Gives another engagement the same checkpoints, as far as there is room.
///
/// # Errors
/// When the shelf does not take one.
pub fn copy(shelf: &dyn Shelf, from: &str, to: &str) -> Result<(), ShelfError> {
    for key in keys(shelf, from) {
        if let Some(literal) = shelf.literal(&key)? {
            let key = key.replacen(&format!("{PREFIX}{from}/"), &format!("{PREFIX}{to}/"), 1);
            // What is deleted could not be had back; these are still with the other.
            before_histories(shelf, &|| shelf.write_literal(&key, &literal))?;
        }
    }
    Ok(())
}

fn keys(shelf: &dyn Shelf, id: &str) -> Vec<String> {
    let prefix = format!("{PREFIX}{id}/");
    shelf.keys().unwrap_or_default().into_iter().filter(|key| key.starts_with(&prefix)).collect()
}
