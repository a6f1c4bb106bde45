//! What waits as it lies on the shelf: a key each, and the list that an earlier version kept.

use super::super::{Shelf, before_histories};

/// What waits, as it lies on the shelf: engagement, field, words.
pub type Waiting = Vec<(String, String, String)>;

/// What the key of a draft begins with.
pub const PREFIX: &str = "orbita/draft/";

/// Where one list of all drafts lay before each had its own key.
pub(super) const LIST: &str = "orbita/drafts";

/// The key of what waits in a field.
pub fn key(engagement: &str, field: &str) -> String {
    format!("{PREFIX}{engagement}/{field}")
}

/// The engagement and the field of a key, if it is one of a draft.
pub(super) fn place(key: &str) -> Option<(&str, &str)> {
    key.strip_prefix(PREFIX)?.split_once('/')
}

/// All that waits on a shelf; nothing where it does not answer.
pub fn waiting(shelf: &dyn Shelf) -> Waiting {
    let keys = shelf.keys().unwrap_or_default();
    let draft = |key: &String| {
        let (engagement, field) = place(key)?;
        Some((engagement.to_owned(), field.to_owned(), shelf.read(key).ok()??))
    };
    let mut all: Waiting = keys.iter().filter_map(draft).collect();
    for (engagement, field, text) in list(shelf).unwrap_or_default() {
        if !all.iter().any(|(known, at, _)| (known, at) == (&engagement, &field)) {
            all.push((engagement, field, text));
        }
    }
    all
}

/// The list of all drafts that an earlier version kept, if it is still there.
fn list(shelf: &dyn Shelf) -> Option<Waiting> {
    // One that cannot be read stays where it is.
    serde_json::from_str(&shelf.read(LIST).ok()??).ok()
}

/// Gives each draft of that list its own key, where there is room for all.
pub(super) fn part_list(shelf: &dyn Shelf) {
    let Some(list) = list(shelf) else { return };
    let is_parted = list.iter().all(|(engagement, field, words)| {
        let key = key(engagement, field);
        shelf.start(&key, 0).is_ok_and(|there| there.is_some())
            || before_histories(shelf, &|| shelf.write(&key, words)).is_ok()
    });
    if is_parted {
        _ = shelf.remove(LIST);
    }
}
