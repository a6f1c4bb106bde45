//! The history of an engagement on the shelf, so that undo survives a reload. It may be lost without losing work.

use serde::{Deserialize, Serialize};

use super::stamp::{Digest, Stamp};
use super::{Shelf, size, units};
use crate::edit::history::SavedHistory;

pub(super) const PREFIX: &str = "orbita/history/";

/// How much room a history may take, in UTF-16 units.
const ROOM: usize = 256 << 10;

/// How many steps are kept at most.
const STEPS: usize = 200;

/// A history with the state of the engagement that it belongs to.
#[derive(Serialize, Deserialize)]
struct Written {
    digest: Digest,
    writer: String,
    history: SavedHistory,
}

/// Keeps what undo needs, for the state `stamp` of an engagement. `history` gives at most so many steps as it is asked for.
/// What does not fit, or is not taken, is left out: no work depends on it. Says whether all was taken for which there may be room.
pub fn keep(shelf: &dyn Shelf, id: &str, stamp: &Stamp, history: impl Fn(usize) -> SavedHistory) -> bool {
    let key = format!("{PREFIX}{id}");
    let (mut steps, mut is_taken) = (STEPS, true);
    while steps > 0 {
        let written = Written { digest: stamp.digest, writer: stamp.writer.clone(), history: history(steps) };
        if let Ok(text) = serde_json::to_string(&written)
            && units(&text) <= ROOM
        {
            if shelf.write(&key, &text).is_ok() {
                return is_taken;
            }
            is_taken = false;
        }
        steps /= 2;
    }
    forget(shelf, id);
    is_taken
}

/// What was kept for the state `stamp` of an engagement, and no other.
pub fn open(shelf: &dyn Shelf, id: &str, stamp: &Stamp) -> Option<SavedHistory> {
    let text = shelf.read(&format!("{PREFIX}{id}")).ok().flatten()?;
    let written: Written = serde_json::from_str(&text).ok()?;
    (written.digest == stamp.digest && written.writer == stamp.writer).then_some(written.history)
}

/// Forgets a history.
pub fn forget(shelf: &dyn Shelf, id: &str) {
    // What cannot be removed takes room and does no other harm.
    let _ = shelf.remove(&format!("{PREFIX}{id}"));
}

/// How much room the histories of all engagements take, in UTF-16 units, keys included.
pub(super) fn room(shelf: &dyn Shelf) -> usize {
    let keys = shelf.keys().unwrap_or_default();
    keys.iter().filter(|key| key.starts_with(PREFIX)).map(|key| size(shelf, key).unwrap_or_default()).sum()
}

/// Forgets the histories of all engagements, which are the first to go when the shelf is full. Says whether there was one.
pub fn forget_all(shelf: &dyn Shelf) -> bool {
    let keys = shelf.keys().unwrap_or_default();
    let histories: Vec<_> = keys.iter().filter(|key| key.starts_with(PREFIX)).collect();
    histories.iter().for_each(|key| _ = shelf.remove(key));
    !histories.is_empty()
}
