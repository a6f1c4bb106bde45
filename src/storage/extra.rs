//! What lies beside an engagement and may be lost without losing work: its history, so that undo survives a reload, and its
//! checkpoints.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::envelope::{self, Document, Stamp};
use super::{Shelf, ShelfError, key, units, write_checked};
use crate::model::Engagement;

const HISTORY: &str = "orbita/history/";
const CHECKPOINT: &str = "orbita/checkpoint/";

/// How much room a history may take, in UTF-16 units.
const HISTORY_ROOM: usize = 256 << 10;

/// A history with the state of the engagement that it belongs to.
#[derive(Serialize, Deserialize)]
struct Written<T> {
    revision: u64,
    writer: String,
    history: T,
}

/// Keeps what undo needs, for the state `stamp` of an engagement. `history` gives at most so many steps as it is asked for.
/// What does not fit, or is not taken, is left out: no work depends on it.
pub fn keep_history<T: Serialize>(shelf: &dyn Shelf, id: &str, stamp: &Stamp, history: impl Fn(usize) -> T) {
    let key = format!("{HISTORY}{id}");
    let mut steps = 200;
    while steps > 0 {
        let written = Written { revision: stamp.revision, writer: stamp.writer.clone(), history: history(steps) };
        let text = serde_json::to_string(&written).unwrap_or_default();
        if units(&text) <= HISTORY_ROOM && shelf.write(&key, &text).is_ok() {
            return;
        }
        steps /= 2;
    }
    forget_history(shelf, id);
}

/// What was kept for the state `stamp` of an engagement, and no other.
pub fn history<T: DeserializeOwned>(shelf: &dyn Shelf, id: &str, stamp: &Stamp) -> Option<T> {
    let text = shelf.read(&format!("{HISTORY}{id}")).ok().flatten()?;
    let written: Written<T> = serde_json::from_str(&text).ok()?;
    (written.revision == stamp.revision && written.writer == stamp.writer).then_some(written.history)
}

/// Makes room: histories are the first to go when the shelf is full.
pub fn forget_history(shelf: &dyn Shelf, id: &str) {
    // What cannot be removed takes room and does no other harm.
    let _ = shelf.remove(&format!("{HISTORY}{id}"));
}

/// Forgets the histories of all engagements. Says whether there was one.
pub fn forget_all_histories(shelf: &dyn Shelf) -> bool {
    let keys = shelf.keys().unwrap_or_default();
    let histories: Vec<_> = keys.iter().filter(|key| key.starts_with(HISTORY)).collect();
    histories.iter().for_each(|key| _ = shelf.remove(key));
    !histories.is_empty()
}

/// Writes and reads back; where there is no room, what undo needs beyond a reload gives way first.
///
/// # Errors
/// When the shelf does not take it even so.
pub fn write_making_room(shelf: &dyn Shelf, key: &str, text: &str) -> Result<(), ShelfError> {
    let written = write_checked(shelf, key, text);
    if written.is_err() && forget_all_histories(shelf) { write_checked(shelf, key, text) } else { written }
}

/// A state of an engagement that somebody kept under a name.
#[derive(Clone, Debug, PartialEq)]
pub struct Checkpoint {
    /// Where it lies.
    pub key: String,
    /// Its name.
    pub name: String,
    /// The state, and when it was kept.
    pub document: Document,
}

/// Keeps a state of an engagement under a name, and reads it back.
///
/// # Errors
/// When the shelf does not take it.
pub fn keep_checkpoint(
    shelf: &dyn Shelf,
    id: &str,
    name: &str,
    engagement: &Engagement,
    stamp: &Stamp,
) -> Result<(), ShelfError> {
    let taken = shelf.keys()?;
    let free = (1..).map(|n| format!("{CHECKPOINT}{id}/{n:04}")).find(|key| !taken.contains(key));
    // The name stands before the text, on a line of its own, so that the text stays what an engagement's text is.
    let text = format!("{}\n{}", name.replace(['\r', '\n'], " "), envelope::write(engagement, stamp));
    let Some(key) = free else { return Ok(()) };
    write_making_room(shelf, &key, &text)
}

/// The checkpoints of an engagement, the last kept first; what cannot be read is left out, and stays where it is.
pub fn checkpoints(shelf: &dyn Shelf, id: &str) -> Vec<Checkpoint> {
    let prefix = format!("{CHECKPOINT}{id}/");
    let mut found: Vec<Checkpoint> = Vec::new();
    for key in shelf.keys().unwrap_or_default().into_iter().filter(|key| key.starts_with(&prefix)) {
        let text = shelf.read(&key).ok().flatten().unwrap_or_default();
        let Some((name, text)) = text.split_once('\n') else { continue };
        if let Ok(document) = envelope::read(text) {
            let later = |other: &Checkpoint| other.document.stamp.saved_at > document.stamp.saved_at;
            let at = found.partition_point(later);
            found.insert(at, Checkpoint { key, name: name.into(), document });
        }
    }
    found
}

/// Everything that belongs to an engagement: itself, its history, its checkpoints, as keys and texts.
///
/// # Errors
/// When the shelf does not answer.
pub fn belongings(shelf: &dyn Shelf, id: &str) -> Result<Vec<(String, String)>, ShelfError> {
    let checkpoints = format!("{CHECKPOINT}{id}/");
    let own = [key(id), format!("{HISTORY}{id}")];
    let mut found = Vec::new();
    for key in shelf.keys()?.into_iter().filter(|key| own.contains(key) || key.starts_with(&checkpoints)) {
        if let Some(text) = shelf.read(&key)? {
            found.push((key, text));
        }
    }
    Ok(found)
}
