//! Words that are nothing yet: what was typed into fields and not used. They wait for whoever comes back, in any tab.

use std::collections::{BTreeMap, BTreeSet};

use crate::arrange::map_of;
use crate::route::is_view;

/// Which words: the id of the engagement, and the name of the field.
pub type Name = (String, String);
/// What waits, as it lies on the shelf: engagement, field, words.
pub type Waiting = Vec<(String, String, String)>;

/// What waits in the fields of one tab, beside what the tabs keep together.
#[derive(Debug, Clone, Default)]
pub struct Drafts {
    texts: BTreeMap<Name, String>,
    /// The fields typed into in this tab: it speaks for no others, as several tabs keep one list.
    own: BTreeSet<Name>,
    /// What this tab last knew of that list.
    shelved: BTreeMap<Name, String>,
}

fn by_name(waiting: Waiting) -> BTreeMap<Name, String> {
    map_of(waiting.into_iter().map(|(engagement, field, text)| ((engagement, field), text)))
}

impl Drafts {
    /// What waits when a page opens.
    pub fn new(waiting: Waiting) -> Self {
        let shelved = by_name(waiting);
        Drafts { texts: shelved.clone(), own: BTreeSet::new(), shelved }
    }

    /// The words in a field; empty where nothing waits.
    pub fn text(&self, name: &Name) -> &str {
        self.texts.get(name).map_or("", String::as_str)
    }

    /// The fields of an engagement that words wait for.
    pub fn fields_of(&self, engagement: &str) -> Vec<String> {
        self.texts.keys().filter(|(id, _)| id == engagement).map(|(_, field)| field.clone()).collect()
    }

    /// Something was typed into a field, or used, and then `text` is empty. Says whether other tabs should hear of it at once:
    /// words that are used here must not be offered there.
    pub fn keep(&mut self, name: Name, text: &str) -> bool {
        if self.text(&name) == text {
            return false;
        }
        let is_told = text.is_empty() && self.shelved.contains_key(&name);
        self.own.insert(name.clone());
        if text.is_empty() {
            self.texts.remove(&name);
        } else {
            self.texts.insert(name, text.into());
        }
        is_told
    }

    /// The list as it should be kept after `waiting`, which lies there now; `None` where it may stay. What is only looked at
    /// leaves nothing behind.
    pub fn write(&mut self, waiting: Waiting) -> Option<Waiting> {
        let before = by_name(waiting);
        let mut all = before.clone();
        for name in self.own.iter().filter(|(id, _)| !is_view(id)) {
            match self.texts.get(name) {
                Some(text) => _ = all.insert(name.clone(), text.clone()),
                None => _ = all.remove(name),
            }
        }
        let is_new = all != before;
        self.shelved = all.clone();
        is_new.then(|| all.into_iter().map(|((engagement, field), text)| (engagement, field, text)).collect())
    }

    /// Another tab changed the list to `waiting`. Says whether a field of this tab changed with it: words that were used or
    /// mended there change here, unless something else was typed here meanwhile.
    pub fn follow(&mut self, waiting: Waiting) -> bool {
        let now = by_name(waiting);
        let names: BTreeSet<Name> = self.shelved.keys().chain(now.keys()).cloned().collect();
        let mut changed = false;
        for name in names {
            let (was, is) = (self.shelved.get(&name), now.get(&name));
            let untouched = self.texts.get(&name) == was && (is.is_none() || !self.own.contains(&name));
            if was == is || !untouched {
                continue;
            }
            changed = true;
            match is {
                Some(text) => _ = self.texts.insert(name, text.clone()),
                None => _ = self.texts.remove(&name),
            }
        }
        self.shelved = now;
        changed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name() -> Name {
        ("e".into(), "entry".into())
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
        assert!(!first.keep(name(), "call them"), "what was never shelved is nobody else's");
        leave(&mut first, &mut shelf);
        let mut second = Drafts::new(shelf.clone());
        assert_eq!(second.text(&name()), "call them");
        assert!(second.keep(name(), ""));
        leave(&mut second, &mut shelf);
        assert_eq!(shelf, Waiting::new());
        assert!(first.follow(shelf.clone()));
        assert_eq!(first.text(&name()), "");
        leave(&mut first, &mut shelf);
        assert_eq!(shelf, Waiting::new(), "they do not come back when the first tab goes");
    }

    #[test]
    fn words_typed_meanwhile_stay() {
        let mut shelf = vec![("e".into(), "entry".into(), "call".into())];
        let (mut first, mut second) = (Drafts::new(shelf.clone()), Drafts::new(shelf.clone()));
        first.keep(name(), "call and write");
        second.keep(name(), "");
        leave(&mut second, &mut shelf);
        assert!(!first.follow(shelf.clone()));
        assert_eq!(first.text(&name()), "call and write");
        leave(&mut first, &mut shelf);
        // The second tab types nothing into it: it follows.
        assert!(!second.follow(shelf.clone()), "a field typed into here takes no words from elsewhere");
        let mut third = Drafts::new(Waiting::new());
        assert!(third.follow(shelf));
        assert_eq!(third.text(&name()), "call and write");
    }

    #[test]
    fn own_words_of_two_tabs_never_take_each_others_place_on_the_screen() {
        let mut shelf = Waiting::new();
        let (mut first, mut second) = (Drafts::new(shelf.clone()), Drafts::new(shelf.clone()));
        first.keep(name(), "one");
        second.keep(name(), "two");
        leave(&mut first, &mut shelf);
        assert!(!second.follow(shelf.clone()));
        leave(&mut second, &mut shelf);
        assert!(!first.follow(shelf.clone()));
        second.keep(name(), "");
        leave(&mut second, &mut shelf);
        assert!(!first.follow(shelf.clone()));
        assert_eq!(first.text(&name()), "one");
    }

    #[test]
    fn what_is_only_looked_at_leaves_nothing_behind() {
        let mut tab = Drafts::default();
        tab.keep(("view".into(), "entry".into()), "x");
        assert_eq!(tab.write(Waiting::new()), None);
        assert_eq!(tab.fields_of("view"), ["entry"]);
    }
}
