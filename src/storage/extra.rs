//! What lies beside an engagement and may be lost without losing work: its history, so that undo survives a reload, and its
//! checkpoints.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::envelope::Stamp;
use super::{Shelf, units};

const HISTORY: &str = "orbita/history/";

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
