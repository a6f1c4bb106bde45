//! What is deleted can be brought back, and what takes the room is known.

mod faults;

use faults::{Fault, Faulty};
use orbita::edit::{Command, HeadField, plan};
use orbita::model::Engagement;
use orbita::model::day::Moment;
use orbita::storage::deleted::{self, DAYS};
use orbita::storage::replica::Replica;
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

/// What another tab saved after the deletion, which had the engagement open: also one of a newer Orbita, in a form that this one
/// cannot show.
fn saved_since() -> [String; 2] {
    let shelf = MemoryShelf::default();
    storage::add(&shelf, "a", &titled("typed in another tab"), "other", later(1)).expect("room");
    let text = shelf.read(&storage::key("a")).expect("it answers").expect("there");
    let newer = text.replacen(&format!("\"version\":{}", storage::envelope::VERSION), "\"version\":99", 1);
    [text, newer.replacen("\"head\"", "\"heart\"", 1)]
}

#[test]
fn nothing_erases_what_was_saved_since() {
    type Way = fn(&MemoryShelf);
    let ways: [Way; 4] = [
        |shelf| deleted::sweep(shelf, later(DAYS * 24 * 60)),
        // Somebody reads a list that was made before.
        |shelf| deleted::erase(shelf, "a"),
        |shelf| {
            shelf.set_room(Some(0));
            assert!(storage::add(shelf, "c", &titled("c"), "tab", later(60)).is_err());
            shelf.set_room(None);
        },
        |shelf| {
            let mark = deleted::mark(shelf, "a").expect("deleted");
            deleted::erase(shelf, "a");
            deleted::sweep(shelf, Moment(mark.at.0 + DAYS * 86_400_000));
        },
    ];
    for text in saved_since() {
        for way in ways {
            let shelf = shelf();
            deleted::delete(&shelf, "a", NOON).expect("room for a mark");
            shelf.write(&storage::key("a"), &text).expect("room");
            shelf.write("orbita/checkpoint/a/x", "Name\n{}").expect("room");
            way(&shelf);
            assert_eq!(shelf.read(&storage::key("a")), Ok(Some(text.clone())));
            assert!(shelf.read("orbita/checkpoint/a/x").expect("it answers").is_some());
        }
    }
}

#[test]
fn a_tab_that_writes_while_a_deletion_is_taken_back_loses_nothing() {
    let shelf = shelf();
    let mut open = Replica::open(&shelf, "a", "open", |_| true).expect("there");
    deleted::delete(&shelf, "a", NOON).expect("room for a mark");
    open.store.dispatch(Command::SetHead(HeadField::About, "typed since".into()), 0.0).expect("possible");
    let journal = open.journal().expect("something to say");
    journal.keep(&shelf, "a", "open").expect("room");
    assert!(deleted::restore(&shelf, "a"));
    open.save(&shelf, later(1)).expect("room");
    assert!(!deleted::restore(&shelf, "a"));
    let about = storage::open(&shelf, "a").expect("there").engagement.head().about.clone();
    assert_eq!(about, "typed since");
    assert_eq!(listed(&shelf), (ids(&["a", "b"]), ids(&[])));
}

#[test]
fn a_browser_that_does_not_always_answer_erases_nothing_but_what_was_deleted() {
    for seed in 0..200 {
        let shelf = shelf();
        storage::add(&shelf, "c", &titled("deleted"), "tab", NOON).expect("room");
        for id in ["a", "c"] {
            deleted::delete(&shelf, id, NOON).expect("room for a mark");
        }
        let since = &saved_since()[seed as usize % 2];
        shelf.write(&storage::key("a"), since).expect("room");
        let deaf = Faulty::new(&shelf, Fault::Deaf(seed));
        deleted::sweep(&deaf, later(DAYS * 24 * 60));
        _ = storage::add(&deaf, "d", &titled("d"), "tab", later(60));
        _ = storage::list(&deaf);
        deleted::erase(&deaf, "a");
        assert_eq!(shelf.read(&storage::key("a")).as_ref(), Ok(&Some(since.clone())), "{seed}");
        assert!(storage::open(&shelf, "b").is_ok(), "{seed}");
    }
}

#[test]
fn an_erasure_that_was_cut_short_goes_on() {
    for writes in 0..6 {
        let shelf = shelf();
        shelf.write("orbita/checkpoint/a/x", "Name\n{}").expect("room");
        deleted::delete(&shelf, "a", NOON).expect("room for a mark");
        deleted::erase(&Faulty::new(&shelf, Fault::Killed(writes)), "a");
        assert_eq!(listed(&shelf).0, ["b"], "it does not come back, after {writes} writes");
        deleted::sweep(&shelf, later(DAYS * 24 * 60));
        let left: Vec<String> =
            shelf.keys().expect("it answers").into_iter().filter(|key| key.contains("/a")).collect();
        assert_eq!(left, [""; 0], "after {writes} writes");
    }
}

#[test]
fn a_backup_leaves_it_out_and_an_import_of_the_same_brings_it_back() {
    let shelf = shelf();
    let whole = backup::write(&shelf).expect("it answers");
    deleted::delete(&shelf, "a", NOON).expect("room for a mark");
    let parts = backup::read(&backup::write(&shelf).expect("it answers")).expect("a backup");
    assert_eq!(parts.len(), 1);
    let whole = backup::read(&whole).expect("a backup");
    let report = import::take(&shelf, &whole, NOON, || "new".into()).expect("it answers");
    assert_eq!((report.added, report.same), (ids(&["a"]), 1));
    assert_eq!(listed(&shelf), (ids(&["a", "b"]), ids(&[])));
}

/// What a history takes that is there.
const HISTORY: usize = 2_000;

/// Leaves a shelf no room beside what is there.
fn fill(shelf: &MemoryShelf) {
    let keys = shelf.keys().expect("it answers");
    let length = |key: &String| shelf.start(key, 0).expect("it answers").expect("there").1;
    shelf.set_room(Some(keys.iter().map(|key| storage::units(key) + length(key)).sum()));
}

/// A text of a newer Orbita, of so many units.
fn newer(units: usize) -> String {
    let shelf = MemoryShelf::default();
    storage::add(&shelf, "x", &titled("x"), "tab", NOON).expect("room");
    let text = shelf.read(&storage::key("x")).expect("it answers").expect("there");
    let was = format!("\"version\":{}", storage::envelope::VERSION);
    let with = |weather: String| text.replacen(&was, &format!("\"version\":99,\"weather\":\"{weather}\""), 1);
    with("w".repeat(units - storage::units(&with(String::new()))))
}

#[test]
fn what_is_added_in_whatever_way_has_room_made_for_it() {
    type Add = fn(&MemoryShelf, &str) -> bool;
    let ways: [(&str, Add); 3] = [
        ("imported", |shelf, text| {
            let parts = backup::read(text).expect("a file of ours");
            let report = import::take(shelf, &parts, later(60), || "new".into()).expect("it answers");
            report.is_complete() && report.newer == 1
        }),
        ("duplicated", |shelf, text| {
            shelf.set_room(None);
            shelf.write(&storage::key("n"), text).expect("room");
            fill(shelf);
            storage::copy(shelf, "n", "new", later(60)).is_ok()
        }),
        ("looked at", |shelf, text| {
            let mut seen = Replica::preview(Engagement::new(), "view", "tab");
            seen.follow_newer(text.into());
            seen.add_copy(shelf, "new", later(60)).is_ok()
        }),
    ];
    for (way, add) in ways {
        // The history is enough for the first; for the second what is deleted has to go as well.
        for (units, deleted) in [(HISTORY - 100, ids(&["b"])), (HISTORY + 100, ids(&[]))] {
            let shelf = shelf();
            deleted::delete(&shelf, "b", NOON).expect("room for a mark");
            shelf.write("orbita/history/a", &"u".repeat(HISTORY)).expect("room");
            fill(&shelf);
            assert!(add(&shelf, &newer(units)), "{way}, {units} units");
            assert_eq!(listed(&shelf).1, deleted, "{way}, {units} units");
            assert_eq!(shelf.read("orbita/history/a"), Ok(None), "{way}, {units} units");
            assert!(shelf.read(&storage::key("a")).expect("it answers").is_some(), "work never gives way");
        }
    }
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
