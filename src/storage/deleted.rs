//! What is deleted stays where it is for a while, hidden by a mark, so that it can be brought back.

use serde::{Deserialize, Serialize};

use super::stamp::Digest;
use super::{Shelf, ShelfError, Stored, belongings, envelope, key, open};
use crate::arrange::Arrange;
use crate::model::day::Moment;

const PREFIX: &str = "orbita/deleted/";

/// For how many days what is deleted can be brought back, unless its room is needed.
pub const DAYS: i64 = 30;

/// For how many milliseconds it stays even where room is needed: somebody may be about to take the deletion back.
const SAFE_MS: i64 = 60_000;

/// When something was deleted, and what it held then. Work that is saved later is not what was deleted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// When.
    pub at: Moment,
    digest: Digest,
}

/// What lies where something was deleted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Under {
    /// What was deleted, or nothing any more.
    Deleted,
    /// Work that was saved since, also by a newer Orbita.
    Work,
    /// The shelf does not answer, or nobody can read what is there.
    Unknown,
}

/// What lies under `id`, where the state `digest` was deleted.
fn under(shelf: &dyn Shelf, id: &str, digest: Digest) -> Under {
    match shelf.read(&key(id)) {
        Ok(None) => Under::Deleted,
        Ok(Some(text)) => match envelope::digest(&text) {
            Some(there) if there == digest => Under::Deleted,
            Some(_) => Under::Work,
            None => Under::Unknown,
        },
        Err(_) => Under::Unknown,
    }
}

/// Deletes an engagement: from now on it is not listed.
///
/// # Errors
/// When the shelf has no room for the mark, or there is nothing to delete.
pub fn delete(shelf: &dyn Shelf, id: &str, now: Moment) -> Result<(), ShelfError> {
    let digest = open(shelf, id).map_err(|_| ShelfError::Lost)?.stamp.digest;
    let text = serde_json::to_string(&Mark { at: now, digest }).map_err(|_| ShelfError::Lost)?;
    super::before_histories(shelf, &|| shelf.write(&format!("{PREFIX}{id}"), &text))
}

/// Brings a deleted engagement back. Says whether it was deleted. It takes no room.
pub fn restore(shelf: &dyn Shelf, id: &str) -> bool {
    mark(shelf, id).is_some() && shelf.remove(&format!("{PREFIX}{id}")).is_ok()
}

/// Removes what was deleted with all that belongs to it, for good. Work that was saved since is there again instead.
pub fn erase(shelf: &dyn Shelf, id: &str) {
    let Some(mark) = mark(shelf, id) else { return };
    if erase_state(shelf, id, mark.digest) || under(shelf, id, mark.digest) == Under::Work {
        restore(shelf, id);
    }
}

/// Removes the state `digest` of an engagement with all that belongs to it, for good; any other state stays. Says whether it
/// is gone.
pub fn erase_state(shelf: &dyn Shelf, id: &str, digest: Digest) -> bool {
    if under(shelf, id, digest) != Under::Deleted {
        return false;
    }
    // The text goes before the mark: were it to stay, the engagement would be back.
    belongings(shelf, id).is_ok_and(|keys| keys.iter().all(|key| shelf.remove(key).is_ok()))
}

/// The mark of an engagement, where it is deleted.
pub fn mark(shelf: &dyn Shelf, id: &str) -> Option<Mark> {
    serde_json::from_str(&shelf.read(&format!("{PREFIX}{id}")).ok().flatten()?).ok()
}

/// Whether an engagement is deleted, and was not saved since.
pub fn is_deleted(shelf: &dyn Shelf, id: &str) -> bool {
    mark(shelf, id).is_some_and(|mark| under(shelf, id, mark.digest) == Under::Deleted)
}

/// The engagement that a key marks as deleted.
pub fn marked(key: &str) -> Option<&str> {
    key.strip_prefix(PREFIX)
}

/// The ids of all that is deleted, with their marks, the last deleted first.
pub fn all(shelf: &dyn Shelf) -> Vec<(String, Mark)> {
    let keys = shelf.keys().unwrap_or_default();
    let ids = keys.iter().filter_map(|key| marked(key));
    let mut all: Vec<(String, Mark)> = ids.filter_map(|id| Some((id.to_owned(), mark(shelf, id)?))).collect();
    all.arrange_by(|(a, left), (b, right)| right.at.cmp(&left.at).then_with(|| a.cmp(b)));
    all
}

/// What is deleted and was not saved since.
pub(super) fn still(shelf: &dyn Shelf) -> Vec<(String, Mark)> {
    let mut marks = all(shelf);
    marks.retain(|(id, mark)| under(shelf, id, mark.digest) == Under::Deleted);
    marks
}

/// Parts what is there from what is deleted. An engagement that was saved since it was deleted is there.
pub(super) fn split_off(shelf: &dyn Shelf, found: Vec<Stored>) -> (Vec<Stored>, Vec<(Stored, Mark)>) {
    let marks = all(shelf);
    let (mut there, mut gone) = (Vec::new(), Vec::new());
    for one in found {
        let mark = marks.iter().find(|(id, mark)| *id == one.id && mark.digest == one.entry.digest);
        match mark {
            Some((_, mark)) => gone.push((one, *mark)),
            None => there.push(one),
        }
    }
    gone.arrange_by_key(|(_, mark)| std::cmp::Reverse(mark.at));
    (there, gone)
}

/// Erases what was deleted long ago, and forgets marks that mean nothing any more. Clocks may run back: what seems to be
/// deleted in the future stays.
pub fn sweep(shelf: &dyn Shelf, now: Moment) {
    for (id, mark) in all(shelf) {
        let is_empty = || matches!(shelf.start(&key(&id), 0), Ok(None));
        match under(shelf, &id, mark.digest) {
            Under::Work => _ = restore(shelf, &id),
            Under::Deleted if now.days_since(mark.at) >= DAYS || is_empty() => erase(shelf, &id),
            Under::Deleted | Under::Unknown => (),
        }
    }
}

/// Erases everything that is deleted, but for what was deleted just now. Says whether there was something.
pub(super) fn make_room(shelf: &dyn Shelf, now: Moment) -> bool {
    let mut old = still(shelf);
    old.retain(|(_, mark)| now.0 - mark.at.0 >= SAFE_MS);
    old.iter().for_each(|(id, _)| erase(shelf, id));
    !old.is_empty()
}

/// Whether a key belongs to an engagement that is deleted.
pub(super) fn hides(deleted: &[(String, Mark)], key: &str) -> bool {
    super::owner(key).is_some_and(|(_, id, _)| deleted.iter().any(|(deleted, _)| deleted == id))
}
