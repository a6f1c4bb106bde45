//! Tabs that keep one list of what waits.

use super::super::MemoryShelf;
use super::waiting::LIST;
use super::*;

/// Something is typed into the field that all these tests are about.
fn keep(tab: &mut Drafts, text: &str) -> bool {
    tab.keep("e", "entry", text)
}

fn text(tab: &Drafts) -> &str {
    tab.text("e", "entry")
}

/// A tab in which the field is on the screen.
fn open(shelf: &MemoryShelf) -> Drafts {
    let mut tab = Drafts::new(waiting(shelf));
    tab.open("e", "entry");
    tab
}

/// What lies on the shelf between tabs.
fn leave(tab: &mut Drafts, shelf: &MemoryShelf) {
    tab.write(shelf).expect("room");
}

fn shelf_with(drafts: &[(&str, &str, &str)]) -> MemoryShelf {
    let shelf = MemoryShelf::default();
    drafts.iter().for_each(|(engagement, field, text)| shelf.write(&key(engagement, field), text).expect("room"));
    shelf
}

fn all(shelf: &MemoryShelf) -> Vec<String> {
    waiting(shelf).into_iter().map(|(engagement, field, text)| format!("{engagement} {field}: {text}")).collect()
}

#[test]
fn words_used_in_one_tab_wait_in_no_other() {
    let shelf = MemoryShelf::default();
    let mut first = Drafts::new(waiting(&shelf));
    assert!(keep(&mut first, "call them"));
    assert!(!keep(&mut first, "call them"), "that is nothing new");
    leave(&mut first, &shelf);
    let mut second = open(&shelf);
    assert_eq!(text(&second), "call them");
    assert!(keep(&mut second, ""));
    leave(&mut second, &shelf);
    assert_eq!(all(&shelf), [""; 0]);
    assert!(first.follow(waiting(&shelf)));
    assert_eq!(text(&first), "");
    leave(&mut first, &shelf);
    assert_eq!(all(&shelf), [""; 0], "they do not come back when the first tab goes");
}

#[test]
fn what_waits_goes_with_its_engagement_in_whichever_tab_it_was_typed() {
    let shelf = shelf_with(&[("e", "entry", "call"), ("other", "entry", "call")]);
    let mut tab = Drafts::new(waiting(&shelf));
    tab.forget("e");
    leave(&mut tab, &shelf);
    assert_eq!(all(&shelf), ["other entry: call"]);
    assert_eq!(tab.open("e", "entry"), "");
}

#[test]
fn words_typed_meanwhile_stay() {
    let shelf = shelf_with(&[("e", "entry", "call")]);
    let (mut first, mut second) = (open(&shelf), open(&shelf));
    keep(&mut first, "call and write");
    keep(&mut second, "");
    leave(&mut second, &shelf);
    assert!(!first.follow(waiting(&shelf)));
    assert_eq!(text(&first), "call and write");
    leave(&mut first, &shelf);
    // The second tab has used its words: its field stays empty until it comes back on the screen.
    assert!(!second.follow(waiting(&shelf)));
    assert_eq!(text(&second), "");
    assert_eq!(second.open("e", "entry"), "call and write");
    assert_eq!(text(&open(&shelf)), "call and write");
}

#[test]
fn who_files_words_of_their_own_takes_none_of_another_tab_away() {
    let shelf = MemoryShelf::default();
    let (mut first, mut second) = (open(&shelf), open(&shelf));
    // Words that the second tab has not shown, as it had its own.
    keep(&mut second, "theirs");
    keep(&mut first, "ours");
    leave(&mut first, &shelf);
    assert!(!second.follow(waiting(&shelf)));
    keep(&mut second, "");
    leave(&mut second, &shelf);
    assert!(!first.follow(waiting(&shelf)));
    assert_eq!(text(&first), "ours");
    assert_eq!(all(&shelf), ["e entry: ours"]);
    // From now on it shows what waits, and follows that.
    assert_eq!(second.open("e", "entry"), "ours");
    keep(&mut first, "ours again");
    leave(&mut first, &shelf);
    assert!(second.follow(waiting(&shelf)));
    assert_eq!(text(&second), "ours again");
}

#[test]
fn own_words_of_two_tabs_never_take_each_others_place_on_the_screen() {
    let shelf = MemoryShelf::default();
    let (mut first, mut second) = (open(&shelf), open(&shelf));
    keep(&mut first, "one");
    keep(&mut second, "two");
    leave(&mut first, &shelf);
    assert!(!second.follow(waiting(&shelf)));
    leave(&mut second, &shelf);
    assert!(!first.follow(waiting(&shelf)));
    keep(&mut second, "");
    leave(&mut second, &shelf);
    assert!(!first.follow(waiting(&shelf)));
    assert_eq!(text(&first), "one");
}

#[test]
fn a_line_begun_in_one_tab_is_not_gone_on_with_in_another() {
    let shelf = MemoryShelf::default();
    let (mut first, mut second) = (open(&shelf), open(&shelf));
    keep(&mut first, "one");
    leave(&mut first, &shelf);
    assert!(!second.follow(waiting(&shelf)));
    assert_eq!(text(&second), "");
    keep(&mut second, "two");
    leave(&mut second, &shelf);
    assert!(!first.follow(waiting(&shelf)));
    assert_eq!((text(&first), text(&second)), ("one", "two"));
    // What the second tab files is its own; the line of the first waits still.
    keep(&mut second, "");
    leave(&mut second, &shelf);
    first.follow(waiting(&shelf));
    assert_eq!(text(&first), "one");
    leave(&mut first, &shelf);
    assert_eq!(open(&shelf).text("e", "entry"), "one");
}

#[test]
fn what_is_only_looked_at_leaves_nothing_behind() {
    let mut tab = Drafts::default();
    tab.keep("view", "entry", "x");
    let shelf = MemoryShelf::default();
    leave(&mut tab, &shelf);
    assert_eq!(all(&shelf), [""; 0]);
    assert_eq!(tab.fields_of("view"), ["entry"]);
}

#[test]
fn another_tabs_change_of_one_field_is_followed_alone() {
    let shelf = shelf_with(&[("e", "entry", "call"), ("e", "a/b", "write")]);
    let mut tab = open(&shelf);
    tab.open("e", "a/b");
    shelf.write(&key("e", "a/b"), "write again").expect("room");
    assert!(tab.follow_key(&shelf, "orbita/draft/e/a/b"));
    assert_eq!((text(&tab), tab.text("e", "a/b")), ("call", "write again"));
    assert!(!tab.follow_key(&shelf, "orbita/engagement/e"));
    assert!(!tab.follow_key(&shelf, "orbita/draft/e"));
}

#[test]
fn the_list_of_before_is_parted_and_loses_nothing() {
    let list = r#"[["e","entry","call"],["e","a/b","write"]]"#;
    let shelf = shelf_with(&[("e", "entry", "newer")]);
    shelf.write(LIST, list).expect("room");
    let both = ["e entry: newer", "e a/b: write"];
    assert_eq!(all(&shelf), both);
    let mut tab = open(&shelf);
    assert_eq!(tab.open("e", "a/b"), "write");
    // Who only looks leaves it as it lies.
    leave(&mut tab, &shelf);
    assert_eq!(shelf.read(LIST), Ok(Some(list.into())));
    keep(&mut tab, "newest");
    leave(&mut tab, &shelf);
    assert_eq!(all(&shelf), ["e a/b: write", "e entry: newest"]);
    assert_eq!(shelf.read(LIST), Ok(None));
    // One that cannot be read is left alone.
    shelf.write(LIST, "[[\"e\"").expect("room");
    keep(&mut tab, "and again");
    leave(&mut tab, &shelf);
    assert_eq!(shelf.read(LIST), Ok(Some("[[\"e\"".into())));
}

#[test]
fn what_is_not_kept_is_told_and_tried_again() {
    struct Full(MemoryShelf, std::cell::Cell<bool>);
    let mut tab = Drafts::default();
    keep(&mut tab, "call them");
    let full = Full(MemoryShelf::default(), true.into());
    impl Shelf for Full {
        fn read(&self, key: &str) -> Result<Option<String>, ShelfError> {
            self.0.read(key)
        }
        fn start(&self, key: &str, units: usize) -> Result<Option<(String, usize)>, ShelfError> {
            self.0.start(key, units)
        }
        fn write(&self, key: &str, text: &str) -> Result<(), ShelfError> {
            if self.1.get() { Err(ShelfError::Full) } else { self.0.write(key, text) }
        }
        fn remove(&self, key: &str) -> Result<(), ShelfError> {
            self.0.remove(key)
        }
        fn keys(&self) -> Result<Vec<String>, ShelfError> {
            self.0.keys()
        }
        fn literal(&self, key: &str) -> Result<Option<String>, ShelfError> {
            self.0.literal(key)
        }
        fn write_literal(&self, key: &str, literal: &str) -> Result<(), ShelfError> {
            self.0.write_literal(key, literal)
        }
    }
    assert_eq!(tab.write(&full), Err(ShelfError::Full));
    full.1.set(false);
    assert_eq!(tab.write(&full), Ok(()));
    assert_eq!(all(&full.0), ["e entry: call them"]);
}

#[test]
fn what_the_shelf_does_not_take_the_page_keeps() {
    let (shelf, page) = (MemoryShelf::with_room(0), MemoryShelf::default());
    let mut drafts = Drafts::default();
    drafts.keep("one", "entry", "Half a line");
    assert!(drafts.write(&shelf).is_err());
    drafts.hold(&page);
    assert_eq!(page.read(&key("one", "entry")), Ok(Some("Half a line".into())));
    shelf.set_room(None);
    assert!(drafts.write(&shelf).is_ok());
    drafts.hold(&page);
    assert_eq!(page.keys(), Ok(vec![]), "it lies on the shelf");
}
