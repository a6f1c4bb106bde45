//! Words that are nothing yet: what was typed into fields and not used. They wait for whoever comes back, in any tab. What waits in
//! a field lies under a key of its own, so that a long text makes no short one wait.

mod waiting;

pub use waiting::{PREFIX, Waiting, key, waiting};

use self::waiting::{part_list, place};
use super::{Shelf, ShelfError, before_histories};
use crate::route::is_view;

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

    /// Lays what the shelf did not take with what the page keeps, and takes away from there what the shelf has by now.
    pub fn hold(&self, page: &dyn Shelf) {
        for one in self.0.iter().filter(|one| !is_view(&one.engagement)) {
            let key = key(&one.engagement, &one.field);
            _ = if one.is_own && !one.text.is_empty() && one.text != one.shelved {
                page.write(&key, &one.text)
            } else {
                page.remove(&key)
            };
        }
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
mod tests;
