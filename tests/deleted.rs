//! What is deleted can be brought back, and what takes the room is known.

use orbita::edit::{Command, HeadField, plan};
use orbita::model::Engagement;
use orbita::model::day::Moment;
use orbita::storage::deleted::{self, DAYS};
use orbita::storage::usage::{Usage, usage};
use orbita::storage::{self, MemoryShelf, Shelf, backup, import};

const NOON: Moment = Moment(1_795_262_400_000);

fn later(minutes: i64) -> Moment {
    Moment(NOON.0 + minutes * 60_000)
}

fn titled(title: &str) -> Engagement {
    let mut engagement = Engagement::new();
    let change = plan(&engagement, Command::SetHead(HeadField::Title, title.into())).expect("possible").change;
    engagement.swap(change);
    engagement
}

fn shelf() -> MemoryShelf {
    let shelf = MemoryShelf::default();
    for id in ["a", "b"] {
        storage::add(&shelf, id, &titled(&id.repeat(50)), "tab", NOON).expect("room");
    }
    shelf
}

fn listed(shelf: &dyn Shelf) -> (Vec<String>, Vec<String>) {
    let listing = storage::list(shelf).expect("it answers");
    let mut there: Vec<String> = listing.found.into_iter().map(|found| found.id).collect();
    there.sort();
    (there, listing.deleted.into_iter().map(|(found, _)| found.id).collect())
}

fn ids(all: &[&str]) -> Vec<String> {
    all.iter().map(ToString::to_string).collect()
}

#[test]
fn what_is_deleted_is_not_listed_and_comes_back_letter_for_letter() {
    let shelf = shelf();
    let before = shelf.read(&storage::key("a")).expect("it answers");
    deleted::delete(&shelf, "a", NOON).expect("room for a mark");
    assert_eq!(listed(&shelf), (ids(&["b"]), ids(&["a"])));
    deleted::sweep(&shelf, later(60));
    assert!(deleted::restore(&shelf, "a"));
    assert!(!deleted::restore(&shelf, "a"), "not deleted any more");
    assert_eq!(listed(&shelf), (ids(&["a", "b"]), ids(&[])));
    assert_eq!(shelf.read(&storage::key("a")).expect("it answers"), before);
}

#[test]
fn it_goes_for_good_after_a_month_with_all_that_belongs_to_it() {
    let shelf = shelf();
    shelf.write("orbita/history/a", "{}").expect("room");
    shelf.write("orbita/checkpoint/a/x", "Name\n{}").expect("room");
    deleted::delete(&shelf, "a", NOON).expect("room for a mark");
    deleted::sweep(&shelf, later((DAYS - 1) * 24 * 60));
    assert_eq!(listed(&shelf).1, ["a"]);
    deleted::sweep(&shelf, later(DAYS * 24 * 60));
    let left: Vec<String> = shelf.keys().expect("it answers").into_iter().filter(|key| key.contains("/a")).collect();
    assert_eq!(left, [""; 0]);
}

#[test]
fn work_that_was_saved_since_is_not_what_was_deleted() {
    let shelf = shelf();
    deleted::delete(&shelf, "a", NOON).expect("room for a mark");
    shelf.remove(&storage::key("a")).expect("it answers");
    storage::add(&shelf, "a", &titled("typed in another tab"), "tab", later(1)).expect("room");
    assert_eq!(listed(&shelf), (ids(&["a", "b"]), ids(&[])));
    assert!(backup::write(&shelf).expect("it answers").contains("typed in another tab"), "it is in the copy of all");
    assert_eq!(usage(&shelf).expect("it answers").deleted, 0);
    deleted::sweep(&shelf, later(DAYS * 24 * 60));
    assert_eq!(listed(&shelf).0, ["a", "b"]);
    assert_eq!(deleted::mark(&shelf, "a"), None);
}

#[test]
fn its_room_is_given_to_what_needs_it_but_not_at_once() {
    let shelf = MemoryShelf::with_room(1500);
    storage::add(&shelf, "a", &titled(&"a".repeat(500)), "tab", NOON).expect("room");
    deleted::delete(&shelf, "a", NOON).expect("room for a mark");
    let large = titled(&"b".repeat(600));
    assert!(storage::add(&shelf, "b", &large, "tab", later(0)).is_err(), "somebody may take it back");
    assert_eq!(listed(&shelf).1, ["a"]);
    storage::add(&shelf, "b", &large, "tab", later(2)).expect("room was made");
    assert_eq!(listed(&shelf), (ids(&["b"]), ids(&[])));
}

#[test]
fn work_that_was_saved_since_gives_no_room() {
    let shelf = MemoryShelf::with_room(1500);
    storage::add(&shelf, "a", &titled("a"), "tab", NOON).expect("room");
    deleted::delete(&shelf, "a", NOON).expect("room for a mark");
    shelf.remove(&storage::key("a")).expect("it answers");
    storage::add(&shelf, "a", &titled(&"typed".repeat(80)), "tab", later(1)).expect("room");
    assert!(storage::add(&shelf, "b", &titled(&"b".repeat(600)), "tab", later(60)).is_err());
    assert_eq!(listed(&shelf).0, ["a"]);
}

#[test]
fn a_backup_leaves_it_out_and_an_import_of_the_same_brings_it_back() {
    let shelf = shelf();
    let whole = backup::write(&shelf).expect("it answers");
    deleted::delete(&shelf, "a", NOON).expect("room for a mark");
    let parts = backup::read(&backup::write(&shelf).expect("it answers")).expect("a backup");
    assert_eq!(parts.len(), 1);
    let report = import::take(&shelf, &backup::read(&whole).expect("a backup"), || "new".into()).expect("it answers");
    assert_eq!((report.added, report.same), (ids(&["a"]), 1));
    assert_eq!(listed(&shelf), (ids(&["a", "b"]), ids(&[])));
}

#[test]
fn the_room_is_counted_by_what_takes_it() {
    let shelf = shelf();
    assert_eq!(usage(&shelf).expect("it answers").engagements, storage::list(&shelf).expect("it answers").size);
    shelf.write("orbita/checkpoint/b/x", "12345").expect("room");
    shelf.write("orbita/aside/x-1", "123").expect("room");
    shelf.write("elsewhere", "1").expect("room");
    let b = usage(&shelf).expect("it answers").engagements / 2;
    deleted::delete(&shelf, "a", NOON).expect("room for a mark");
    let mark = deleted_mark_size(&shelf);
    let wanted = Usage {
        engagements: b,
        checkpoints: "orbita/checkpoint/b/x".len() + 5,
        deleted: b,
        aside: "orbita/aside/x-1".len() + 3,
        other: "elsewhere".len() + 1 + mark,
        histories: 0,
    };
    assert_eq!(usage(&shelf), Ok(wanted));
}

fn deleted_mark_size(shelf: &dyn Shelf) -> usize {
    let key = "orbita/deleted/a";
    key.len() + shelf.read(key).expect("it answers").expect("a mark").len()
}
