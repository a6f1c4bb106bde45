//! Words that are nothing yet: what was typed into fields and not used. They wait for whoever comes back, in any tab.

use crate::route::is_view;

/// What waits, as it lies on the shelf: engagement, field, words.
pub type Waiting = Vec<(String, String, String)>;

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

    /// How many bytes of words there are.
    pub fn size(&self) -> usize {
        self.0.iter().map(|one| one.text.len()).sum()
    }

    /// Nothing waits any more for the fields of an engagement, in whichever tab it was typed.
    pub fn forget(&mut self, engagement: &str) {
        for field in self.fields_of(engagement) {
            self.open(engagement, &field);
            self.keep(engagement, &field, "");
        }
    }

    /// The list as it should be kept after `waiting`, which lies there now; `None` where it may stay. What is only looked at
    /// leaves nothing behind.
    pub fn write(&mut self, mut waiting: Waiting) -> Option<Waiting> {
        let mut is_new = false;
        for one in self.0.iter_mut().filter(|one| one.is_own && !is_view(&one.engagement)) {
            let at = waiting.iter().position(|(engagement, field, _)| one.is(engagement, field));
            let there = at.map_or("", |at| &waiting[at].2);
            let is_others = one.text.is_empty() && there != one.shown;
            one.is_own = !one.text.is_empty();
            if there == one.text || is_others {
                continue;
            }
            is_new = true;
            at.into_iter().for_each(|at| _ = waiting.remove(at));
            if !one.text.is_empty() {
                waiting.push((one.engagement.clone(), one.field.clone(), one.text.clone()));
            }
            one.shown.clone_from(&one.text);
        }
        for one in &mut self.0 {
            one.shelved = one.found_in(&waiting).into();
        }
        is_new.then_some(waiting)
    }

    /// Another tab changed the list to `waiting`. Says whether a field of this tab changed with it: words that were used or
    /// mended there change here, unless something else was typed here meanwhile. A field that is empty on the screen stays
    /// so: whoever begins to type there would go on in the middle of another tab's line.
    pub fn follow(&mut self, waiting: Waiting) -> bool {
        for (engagement, field, _) in &waiting {
            self.of(engagement, field);
        }
        let mut is_changed = false;
        for one in &mut self.0 {
            let now = one.found_in(&waiting);
            let is_untouched = if now.is_empty() { one.text == one.shelved } else { !one.is_own };
            if now != one.shelved && is_untouched && now != one.text && !one.text.is_empty() {
                is_changed = true;
                one.text = now.into();
                one.shown = now.into();
            }
            one.shelved = now.into();
        }
        is_changed
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

    fn found_in<'a>(&self, waiting: &'a Waiting) -> &'a str {
        waiting.iter().find(|(engagement, field, _)| self.is(engagement, field)).map_or("", |(.., text)| text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Something is typed into the field that all these tests are about.
    fn keep(tab: &mut Drafts, text: &str) -> bool {
        tab.keep("e", "entry", text)
    }

    fn text(tab: &Drafts) -> &str {
        tab.text("e", "entry")
    }

    /// A tab in which the field is on the screen.
    fn open(shelf: &Waiting) -> Drafts {
        let mut tab = Drafts::new(shelf.clone());
        tab.open("e", "entry");
        tab
    }

    /// What lies on the shelf between tabs.
    fn leave(tab: &mut Drafts, shelf: &mut Waiting) {
        if let Some(all) = tab.write(shelf.clone()) {
            *shelf = all;
        }
    }

    #[test]
    fn words_used_in_one_tab_wait_in_no_other() {
        let mut shelf = Waiting::new();
        let mut first = Drafts::new(shelf.clone());
        assert!(keep(&mut first, "call them"));
        assert!(!keep(&mut first, "call them"), "that is nothing new");
        leave(&mut first, &mut shelf);
        let mut second = open(&shelf);
        assert_eq!(text(&second), "call them");
        assert!(keep(&mut second, ""));
        leave(&mut second, &mut shelf);
        assert_eq!(shelf, Waiting::new());
        assert!(first.follow(shelf.clone()));
        assert_eq!(text(&first), "");
        leave(&mut first, &mut shelf);
        assert_eq!(shelf, Waiting::new(), "they do not come back when the first tab goes");
    }

    #[test]
    fn what_waits_goes_with_its_engagement_in_whichever_tab_it_was_typed() {
        let waits = |engagement: &str| (engagement.into(), "entry".into(), "call".into());
        let mut shelf = vec![waits("e"), waits("other")];
        let mut tab = Drafts::new(shelf.clone());
        tab.forget("e");
        leave(&mut tab, &mut shelf);
        assert_eq!(shelf, [waits("other")]);
        assert_eq!(tab.open("e", "entry"), "");
    }

    #[test]
    fn words_typed_meanwhile_stay() {
        let mut shelf = vec![("e".into(), "entry".into(), "call".into())];
        let (mut first, mut second) = (open(&shelf), open(&shelf));
        keep(&mut first, "call and write");
        keep(&mut second, "");
        leave(&mut second, &mut shelf);
        assert!(!first.follow(shelf.clone()));
        assert_eq!(text(&first), "call and write");
        leave(&mut first, &mut shelf);
        // The second tab has used its words: its field stays empty until it comes back on the screen.
        assert!(!second.follow(shelf.clone()));
        assert_eq!(text(&second), "");
        assert_eq!(second.open("e", "entry"), "call and write");
        assert_eq!(text(&open(&shelf)), "call and write");
    }

    #[test]
    fn who_files_words_of_their_own_takes_none_of_another_tab_away() {
        let mut shelf = Waiting::new();
        let (mut first, mut second) = (open(&shelf), open(&shelf));
        // Words that the second tab has not shown, as it had its own.
        keep(&mut second, "theirs");
        keep(&mut first, "ours");
        leave(&mut first, &mut shelf);
        assert!(!second.follow(shelf.clone()));
        keep(&mut second, "");
        assert_eq!(second.write(shelf.clone()), None, "nothing of it was on the list");
        assert!(!first.follow(shelf.clone()));
        assert_eq!(text(&first), "ours");
        assert_eq!(shelf, [("e".into(), "entry".into(), "ours".into())]);
        // From now on it shows what waits, and follows that.
        assert_eq!(second.open("e", "entry"), "ours");
        keep(&mut first, "ours again");
        leave(&mut first, &mut shelf);
        assert!(second.follow(shelf.clone()));
        assert_eq!(text(&second), "ours again");
    }

    #[test]
    fn own_words_of_two_tabs_never_take_each_others_place_on_the_screen() {
        let mut shelf = Waiting::new();
        let (mut first, mut second) = (open(&shelf), open(&shelf));
        keep(&mut first, "one");
        keep(&mut second, "two");
        leave(&mut first, &mut shelf);
        assert!(!second.follow(shelf.clone()));
        leave(&mut second, &mut shelf);
        assert!(!first.follow(shelf.clone()));
        keep(&mut second, "");
        leave(&mut second, &mut shelf);
        assert!(!first.follow(shelf.clone()));
        assert_eq!(text(&first), "one");
    }

    #[test]
    fn a_line_begun_in_one_tab_is_not_gone_on_with_in_another() {
        let mut shelf = Waiting::new();
        let (mut first, mut second) = (open(&shelf), open(&shelf));
        keep(&mut first, "one");
        leave(&mut first, &mut shelf);
        assert!(!second.follow(shelf.clone()));
        assert_eq!(text(&second), "");
        keep(&mut second, "two");
        leave(&mut second, &mut shelf);
        assert!(!first.follow(shelf.clone()));
        assert_eq!((text(&first), text(&second)), ("one", "two"));
        // What the second tab files is its own; the line of the first waits still.
        keep(&mut second, "");
        leave(&mut second, &mut shelf);
        first.follow(shelf.clone());
        assert_eq!(text(&first), "one");
        leave(&mut first, &mut shelf);
        assert_eq!(open(&shelf).text("e", "entry"), "one");
    }

    #[test]
    fn what_is_only_looked_at_leaves_nothing_behind() {
        let mut tab = Drafts::default();
        tab.keep("view", "entry", "x");
        assert_eq!(tab.write(Waiting::new()), None);
        assert_eq!(tab.fields_of("view"), ["entry"]);
    }
}
