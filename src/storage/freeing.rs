//! Making room on a full shelf, when somebody asks for it: what no work depends on goes, and no more of it than is needed.

use super::{Shelf, checkpoints, history, size};

/// What was removed to make room, in UTF-16 units, keys included.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Freed {
    /// What undo needed after a reload.
    pub histories: usize,
    /// The checkpoints.
    pub checkpoints: usize,
    /// How many checkpoints.
    pub count: usize,
}

/// Removes the histories, then checkpoints, the oldest first and one by one, until `saved` says that there is room. The
/// engagements stay, and so does every checkpoint that cannot be read.
pub fn free(shelf: &dyn Shelf, saved: &mut dyn FnMut() -> bool) -> Freed {
    let mut freed = Freed { histories: history::room(shelf), ..Freed::default() };
    if history::forget_all(shelf) && saved() {
        return freed;
    }
    for (key, _) in checkpoints::oldest_first(shelf) {
        let size = size(shelf, &key).unwrap_or_default();
        if shelf.remove(&key).is_err() {
            continue;
        }
        freed.checkpoints += size;
        freed.count += 1;
        if saved() {
            break;
        }
    }
    freed
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Engagement;
    use crate::model::day::Moment;
    use crate::storage::{MemoryShelf, add, key};

    /// An engagement with a history, two checkpoints of which the second in the order of keys is the older, and one that nobody
    /// can read.
    fn shelf() -> MemoryShelf {
        let shelf = MemoryShelf::default();
        let engagement = Engagement::new();
        add(&shelf, "a", &engagement, "tab", Moment(5)).expect("room");
        shelf.write("orbita/history/a", "undo").expect("room");
        for (token, at) in [("x", 30), ("y", 20)] {
            checkpoints::keep(&shelf, "a", ("Name", token), &engagement, None, Moment(at)).expect("room");
        }
        shelf.write("orbita/history/a", "undo").expect("room");
        shelf.write("orbita/checkpoint/a/z", "Name\n{}").expect("room");
        shelf
    }

    fn left(shelf: &MemoryShelf) -> Vec<String> {
        let mut keys = shelf.keys().expect("it answers");
        keys.retain(|key| key.starts_with("orbita/history/") || key.starts_with("orbita/checkpoint/"));
        keys.sort();
        keys
    }

    #[test]
    fn histories_go_first_and_nothing_more_than_is_needed() {
        let shelf = shelf();
        let freed = free(&shelf, &mut || true);
        assert_eq!(freed, Freed { histories: "orbita/history/a".len() + 4, checkpoints: 0, count: 0 });
        assert_eq!(left(&shelf), ["orbita/checkpoint/a/x", "orbita/checkpoint/a/y", "orbita/checkpoint/a/z"]);
    }

    #[test]
    fn then_checkpoints_go_the_oldest_first() {
        let shelf = shelf();
        let mut tries = 0;
        let freed = free(&shelf, &mut || {
            tries += 1;
            tries == 2
        });
        assert_eq!(freed.count, 1);
        assert_eq!(left(&shelf), ["orbita/checkpoint/a/x", "orbita/checkpoint/a/z"]);
    }

    #[test]
    fn the_work_and_what_cannot_be_read_stay_even_where_it_is_not_enough() {
        let shelf = shelf();
        let text = shelf.read(&key("a")).expect("it answers");
        let mut tries = 0;
        let freed = free(&shelf, &mut || {
            tries += 1;
            false
        });
        assert_eq!((freed.count, tries), (2, 3), "each step is tried");
        assert_eq!(left(&shelf), ["orbita/checkpoint/a/z"]);
        assert_eq!(shelf.read(&key("a")).expect("it answers"), text);
        assert_eq!(free(&shelf, &mut || true), Freed::default(), "nothing is left to go");
    }

    #[test]
    fn a_save_that_had_no_room_fits_afterwards() {
        let shelf = shelf();
        let keys = shelf.keys().expect("it answers");
        let full: usize = keys.iter().map(|key| size(&shelf, key).expect("it answers")).sum();
        shelf.set_room(Some(full));
        let room = "x".repeat(300);
        assert!(shelf.write("orbita/engagement/b", &room).is_err());
        let freed = free(&shelf, &mut || shelf.write("orbita/engagement/b", &room).is_ok());
        assert!(freed.checkpoints > 0 && shelf.read("orbita/engagement/b").expect("it answers").is_some());
    }
}
