//! Words that are nothing yet: what was typed into fields and not used. They wait for whoever comes back, in any tab. What waits in
//! a field lies under a key of its own, so that a long text makes no short one wait.

use super::{Shelf, ShelfError, before_histories};
use crate::route::is_view;

/// What waits, as it lies on the shelf: engagement, field, words.
pub type Waiting = Vec<(String, String, String)>;

/// What the key of a draft begins with.
pub const PREFIX: &str = "orbita/draft/";

/// Where one list of all drafts lay before each had its own key.
const LIST: &str = "orbita/drafts";

/// The key of what waits in a field.
pub fn key(engagement: &str, field: &str) -> String {
    format!("{PREFIX}{engagement}/{field}")
}

/// The engagement and the field of a key, if it is one of a draft.
fn place(key: &str) -> Option<(&str, &str)> {
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
fn part_list(shelf: &dyn Shelf) {
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

/// What waits in the fields of one tab, beside what the tabs keep together.
#[derive(Debug, Clone, Default)]
pub struct Drafts(Vec<Draft>);

/// What waits in one field.
#[derive(Debug, Clone)]
struct Draft {
    engagement: String,
    field: String,
    /// The words; empty where none wait.
    text: String,
    /// What the common list last had.
    shelved: String,
    /// What of it this tab showed or wrote: nothing else of it is this tab's to take away.
    shown: String,
    /// Whether this tab typed into it: it speaks for no other, as several tabs keep one list.
    is_own: bool,
}

impl Drafts {
    /// What waits when a page opens.
    pub fn new(waiting: Waiting) -> Self {
        let mut drafts = Drafts::default();
        drafts.follow(waiting);
        drafts
    }

    /// A field comes on the screen: the words that wait for it, in whichever tab they were typed.
    pub fn open(&mut self, engagement: &str, field: &str) -> String {
        let one = self.of(engagement, field);
        if one.text.is_empty() && !one.is_own {
            one.text.clone_from(&one.shelved);
            one.shown.clone_from(&one.shelved);
        }
        one.text.clone()
    }

    /// The words in a field that is on the screen; empty where it has none.
    pub fn text(&self, engagement: &str, field: &str) -> &str {
        self.0.iter().find(|one| one.is(engagement, field)).map_or("", |one| &one.text)
    }

    /// The fields of an engagement that words wait for.
    pub fn fields_of(&self, engagement: &str) -> Vec<String> {
        let waits = |one: &&Draft| one.engagement == engagement && !(one.text.is_empty() && one.shelved.is_empty());
        self.0.iter().filter(waits).map(|one| one.field.clone()).collect()
    }

    /// Something was typed into a field, or used, and then `text` is empty. Says whether that is anything new.
    pub fn keep(&mut self, engagement: &str, field: &str, text: &str) -> bool {
        let one = self.of(engagement, field);
        let is_new = one.text != text;
        if is_new {
            one.text = text.into();
            one.is_own = true;
        }
        is_new
    }

    /// Nothing waits any more for the fields of an engagement, in whichever tab it was typed.
    pub fn forget(&mut self, engagement: &str) {
        for field in self.fields_of(engagement) {
            self.open(engagement, &field);
            self.keep(engagement, &field, "");
        }
    }

    /// Keeps on the shelf what was typed here, and takes away what was used here. What is only looked at leaves nothing behind.
    ///
    /// # Errors
    /// When the shelf does not take a text; those after it are tried all the same.
    pub fn write(&mut self, shelf: &dyn Shelf) -> Result<(), ShelfError> {
        let mut is_kept = Ok(());
        if self.0.iter().any(|one| one.is_own && !is_view(&one.engagement)) {
            part_list(shelf);
        }
        for one in self.0.iter_mut().filter(|one| one.is_own && !is_view(&one.engagement)) {
            is_kept = is_kept.and(one.write(shelf));
        }
        is_kept
    }

    /// Another tab changed what waits to `waiting`. Says whether a field of this tab changed with it: words that were used or
    /// mended there change here, unless something else was typed here meanwhile. A field that is empty on the screen stays
    /// so: whoever begins to type there would go on in the middle of another tab's line.
    pub fn follow(&mut self, waiting: Waiting) -> bool {
        for (engagement, field, _) in &waiting {
            self.of(engagement, field);
        }
        let mut is_changed = false;
        for one in &mut self.0 {
            let now =
                waiting.iter().find(|(engagement, field, _)| one.is(engagement, field)).map_or("", |(.., text)| text);
            is_changed |= one.follow(now);
        }
        is_changed
    }

    /// The same where another tab changed what lies under one key.
    pub fn follow_key(&mut self, shelf: &dyn Shelf, key: &str) -> bool {
        // Most keys are of something else, and may hold much.
        let Some((engagement, field)) = place(key) else { return false };
        let Ok(now) = shelf.read(key) else { return false };
        self.of(engagement, field).follow(&now.unwrap_or_default())
    }

    fn of(&mut self, engagement: &str, field: &str) -> &mut Draft {
        let at = self.0.iter().position(|one| one.is(engagement, field)).unwrap_or_else(|| {
            let (text, shelved, shown) = Default::default();
            let is_own = false;
            self.0.push(Draft { engagement: engagement.into(), field: field.into(), text, shelved, shown, is_own });
            self.0.len() - 1
        });
        &mut self.0[at]
    }
}

impl Draft {
    fn is(&self, engagement: &str, field: &str) -> bool {
        self.engagement == engagement && self.field == field
    }

    fn write(&mut self, shelf: &dyn Shelf) -> Result<(), ShelfError> {
        let key = key(&self.engagement, &self.field);
        let there = shelf.read(&key)?.unwrap_or_default();
        let is_others = self.text.is_empty() && there != self.shown;
        if there == self.text || is_others {
            self.shelved = there;
        } else {
            if self.text.is_empty() {
                shelf.remove(&key)?
            } else {
                before_histories(shelf, &|| shelf.write(&key, &self.text))?
            }
            self.shelved.clone_from(&self.text);
            self.shown.clone_from(&self.text);
        }
        self.is_own = !self.text.is_empty();
        Ok(())
    }

    /// `now` lies on the shelf. Says whether the words here changed with it.
    fn follow(&mut self, now: &str) -> bool {
        let is_untouched = if now.is_empty() { self.text == self.shelved } else { !self.is_own };
        let is_changed = now != self.shelved && is_untouched && now != self.text && !self.text.is_empty();
        if is_changed {
            self.text = now.into();
            self.shown = now.into();
        }
        self.shelved = now.into();
        is_changed
    }
}

#[cfg(test)]
mod tests {
    use super::super::MemoryShelf;
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
}
