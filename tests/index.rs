//! The index: what the library shows without reading an engagement.

use std::cell::RefCell;

use orbita::edit::draft::JourneyDraft;
use orbita::edit::{Command, HeadField, plan};
use orbita::model::Engagement;
use orbita::model::day::Moment;
use orbita::model::scenario::Scenario;
use orbita::storage::replica::Replica;
use orbita::storage::{self, Listing, MemoryShelf, Shelf, ShelfError, deleted, index};

const NOON: Moment = Moment(1_700_000_000_000);

/// A shelf that notes which texts are read whole.
#[derive(Default)]
struct Watched {
    shelf: MemoryShelf,
    read: RefCell<Vec<String>>,
}

impl Shelf for Watched {
    fn read(&self, key: &str) -> Result<Option<String>, ShelfError> {
        self.read.borrow_mut().push(key.into());
        self.shelf.read(key)
    }

    fn start(&self, key: &str, units: usize) -> Result<Option<(String, usize)>, ShelfError> {
        self.shelf.start(key, units)
    }

    fn write(&self, key: &str, text: &str) -> Result<(), ShelfError> {
        self.shelf.write(key, text)
    }

    fn remove(&self, key: &str) -> Result<(), ShelfError> {
        self.shelf.remove(key)
    }

    fn keys(&self) -> Result<Vec<String>, ShelfError> {
        self.shelf.keys()
    }

    fn literal(&self, key: &str) -> Result<Option<String>, ShelfError> {
        self.read.borrow_mut().push(key.into());
        self.shelf.literal(key)
    }

    fn write_literal(&self, key: &str, literal: &str) -> Result<(), ShelfError> {
        self.shelf.write_literal(key, literal)
    }
}

fn engagement(title: &str) -> Engagement {
    let mut engagement = Engagement::new();
    for command in
        [Command::SetHead(HeadField::Title, title.into()), Command::AddJourney(Box::new(JourneyDraft::blank(4)))]
    {
        let change = plan(&engagement, command).expect("possible").change;
        engagement.swap(change);
    }
    engagement
}

fn add(shelf: &dyn Shelf, id: &str, title: &str, minute: i64) {
    let when = Moment(NOON.0 + minute * 60_000);
    storage::add(shelf, id, &engagement(title), "here", when).expect("room");
}

/// What is listed once no record is left.
fn without_records(shelf: &MemoryShelf) -> Listing {
    for key in shelf.keys().expect("memory").into_iter().filter(|key| key.starts_with(index::PREFIX)) {
        shelf.remove(&key).expect("memory");
    }
    storage::list(shelf).expect("memory")
}

#[test]
fn a_hundred_engagements_are_listed_and_none_is_read() {
    let watched = Watched::default();
    for at in 0..100 {
        add(&watched, &format!("e{at}"), &format!("Client {at}"), at);
    }
    deleted::delete(&watched, "e7", NOON).expect("room");
    watched.read.take();
    let listing = storage::list(&watched).expect("memory");
    assert_eq!(listing.found.len(), 99);
    assert_eq!(listing.found[0].entry.summary.title, "Client 99", "the last saved first");
    assert_eq!((listing.found[0].entry.summary.maps, listing.found[0].entry.summary.sketch.0.len()), (1, 4));
    assert_eq!(listing.deleted[0].0.entry.summary.title, "Client 7");
    let texts: Vec<String> = watched.read.take().into_iter().filter(|key| storage::id_of(key).is_some()).collect();
    assert_eq!(texts, [""; 0]);
    assert_eq!(listing, without_records(&watched.shelf), "and it is what the texts say");
}

#[test]
fn what_changes_without_its_record_is_read() {
    let shelf = MemoryShelf::default();
    add(&shelf, "a", "First", 0);
    let record = shelf.read(&index::key_of("a")).expect("memory").expect("a record");
    let mut tab = Replica::open(&shelf, "a", "tab", |_| false).expect("there");
    tab.store.dispatch(Command::SetHead(HeadField::Title, "Other".into()), 0.0).expect("possible");
    tab.save(&shelf, Moment(NOON.0 + 1)).expect("room");
    let title = |shelf: &MemoryShelf| storage::list(shelf).expect("memory").found[0].entry.summary.title.clone();
    assert_eq!(title(&shelf), "Other");
    // The record of a state before: as after a page that went between the two writes, or a tab of an older version.
    for odd in [record.as_str(), "", "{", "{\"digest\":\"0\"}", "[]", "null"] {
        shelf.write(&index::key_of("a"), odd).expect("memory");
        assert_eq!(title(&shelf), "Other", "{odd}");
        let (listing, unread) = index::look(&shelf).expect("memory");
        assert_eq!((listing.found.len(), unread.len()), (1, 0), "the record is made again");
    }
}

#[test]
fn a_text_that_does_not_name_its_state_is_read_each_time() {
    let shelf = MemoryShelf::default();
    add(&shelf, "a", "First", 0);
    let text = shelf.read(&storage::key("a")).expect("memory").expect("a text");
    // As somebody changes it by hand: the digest is that of what it was.
    shelf.write(&storage::key("a"), &text.replace("First", "Fürst")).expect("memory");
    shelf.remove(&index::key_of("a")).expect("memory");
    for _ in 0..2 {
        assert_eq!(storage::list(&shelf).expect("memory").found[0].entry.summary.title, "Fürst");
        assert_eq!(index::look(&shelf).map(|(_, unread)| unread), Ok(vec!["a".to_string()]));
    }
}

#[test]
fn without_room_for_a_record_nothing_fails() {
    let shelf = MemoryShelf::default();
    add(&shelf, "a", "First", 0);
    shelf.remove(&index::key_of("a")).expect("memory");
    shelf.set_room(Some(0));
    assert_eq!(storage::list(&shelf).expect("memory").found[0].entry.summary.title, "First");
    shelf.set_room(None);
    deleted::delete(&shelf, "a", NOON).expect("there is room");
    deleted::erase(&shelf, "a");
    assert_eq!(shelf.keys(), Ok(Vec::new()), "and a record goes with its text");
}

#[test]
fn what_a_project_holds_besides_maps_is_counted_and_older_records_are_made_again() {
    let shelf = MemoryShelf::default();
    let mut engagement = Engagement::new();
    for command in [
        Command::AddInterview(Box::default()),
        Command::AddInterview(Box::default()),
        Command::AddScenario(Box::new(Scenario::sample("$", 1.0))),
    ] {
        let change = plan(&engagement, command).expect("possible").change;
        engagement.swap(change);
    }
    storage::add(&shelf, "a", &engagement, "here", NOON).expect("room");
    let counts = || {
        let summary = storage::list(&shelf).expect("memory").found[0].entry.summary.clone();
        [summary.maps, summary.cards, summary.interviews, summary.scenarios]
    };
    assert_eq!(counts(), [0, 0, 2, 1]);
    let record = shelf.read(&index::key_of("a")).expect("memory").expect("a record");
    let older = record.replace("\"interviews\":2,\"scenarios\":1,", "");
    assert_ne!(older, record);
    shelf.write(&index::key_of("a"), &older).expect("memory");
    assert_eq!(counts(), [0, 0, 2, 1], "not as if there were none");
    assert_eq!(shelf.read(&index::key_of("a")).expect("memory"), Some(record));
}
