//! One record in three versions: what becomes of each field.

pub(super) mod list;

use chrono::NaiveDate;

use super::key::Key;
use super::quantity::CardId;
use super::table::Table;

/// Something that both sides changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clash {
    /// Two texts of one field: it holds both.
    BothKept(Key),
    /// Two texts of one card: it has the other side's, and the second card below it has ours.
    Split(CardId, CardId),
    /// Two values that exclude each other: it has ours.
    OursKept(Key),
    /// Two values that were said on different days: it has the later one.
    LaterKept(Key),
    /// One side deleted what the other went on with: it stays.
    Restored(Key),
    /// What this side deleted is back: the other side had gone on with it.
    Returned(Key),
}

impl Clash {
    /// The record to look at.
    pub fn key(self) -> Key {
        match self {
            Clash::BothKept(key) | Clash::OursKept(key) | Clash::LaterKept(key) => key,
            Clash::Restored(key) | Clash::Returned(key) => key,
            Clash::Split(_, ours) => Key::Card(ours),
        }
    }
}

/// What becomes of a field that both sides changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Both texts are kept; of two values, ours.
    Both,
    /// It stays as the other side left it.
    Theirs,
}

/// The merging of records: the answers to what both sides changed, and the note of it.
#[derive(Debug)]
pub struct Merging {
    side: Side,
    key: Key,
    clashes: Vec<Clash>,
    split: Vec<CardId>,
}

impl Merging {
    /// Keeps what both sides say.
    pub fn keeping_both() -> Self {
        Merging { side: Side::Both, key: Key::Head, clashes: Vec::new(), split: Vec::new() }
    }

    /// Leaves what both sides changed as the other side left it.
    pub fn leaving_theirs() -> Self {
        Merging { side: Side::Theirs, ..Self::keeping_both() }
    }

    /// Whether both sides changed something.
    pub fn has_clashed(&self) -> bool {
        !self.clashes.is_empty() || !self.split.is_empty()
    }

    /// What follows is of this record.
    pub(super) fn at(&mut self, key: Key) {
        self.key = key;
    }

    /// What both sides changed, and the cards whose words did.
    pub(super) fn into_clashes(self) -> (Vec<Clash>, Vec<CardId>) {
        (self.clashes, self.split)
    }

    /// Notes what became of something that both sides changed, once a record.
    pub(super) fn note(&mut self, clash: Clash) {
        if !self.clashes.contains(&clash) {
            self.clashes.push(clash);
        }
    }

    /// Whether both sides' words are kept.
    pub(super) fn keeps_both(&self) -> bool {
        self.side == Side::Both
    }

    /// A value of which there can be one.
    pub fn value<T: Clone + PartialEq>(&mut self, base: &T, ours: &T, theirs: &T) -> T {
        match one_side(base, ours, theirs) {
            Some(value) => value.clone(),
            None => {
                self.note(Clash::OursKept(self.key));
                if self.side == Side::Both { ours.clone() } else { theirs.clone() }
            }
        }
    }

    /// A value with the day on which it was said, where that is known: of two values that of the later day. `parts` tells
    /// the two from each other; to say the same on two days is no clash.
    pub fn dated<T: Clone + PartialEq, V: PartialEq>(
        &mut self,
        base: &T,
        ours: &T,
        theirs: &T,
        parts: impl Fn(&T) -> (V, Option<NaiveDate>),
    ) -> T {
        if self.side == Side::Both && one_side(base, ours, theirs).is_none() {
            let ((our, our_day), (their, their_day)) = (parts(ours), parts(theirs));
            let later = if our_day < their_day { theirs } else { ours };
            if our == their {
                return later.clone();
            }
            if our_day.is_some() && their_day.is_some() && our_day != their_day {
                self.note(Clash::LaterKept(self.key));
                return later.clone();
            }
        }
        self.value(base, ours, theirs)
    }

    /// A text that somebody types.
    pub fn text(&mut self, base: &str, ours: &str, theirs: &str) -> String {
        match one_side(&base, &ours, &theirs) {
            Some(text) => (*text).into(),
            None => {
                self.note(Clash::BothKept(self.key));
                if self.side == Side::Both { both(base, ours, theirs) } else { theirs.into() }
            }
        }
    }

    /// A text that may be absent.
    pub fn text_if_any(
        &mut self,
        base: &Option<String>,
        ours: &Option<String>,
        theirs: &Option<String>,
    ) -> Option<String> {
        match (ours, theirs) {
            (Some(ours), Some(theirs)) => Some(self.text(base.as_deref().unwrap_or_default(), ours, theirs)),
            _ => self.value(base, ours, theirs),
        }
    }

    /// The words of a card: two versions become two cards.
    pub fn words(&mut self, base: &str, ours: &str, theirs: &str) -> String {
        match (one_side(&base, &ours, &theirs), self.key) {
            (Some(words), _) => (*words).into(),
            // A second card for words that are a part of the others would only be in the way.
            (None, Key::Card(card)) => match longer(ours, theirs).filter(|_| self.side == Side::Both) {
                Some(words) => words.into(),
                None => {
                    self.split.push(card);
                    theirs.into()
                }
            },
            (None, _) => self.text(base, ours, theirs),
        }
    }

    /// An order of records.
    pub fn list<T: Copy + PartialEq>(&mut self, base: &[T], ours: &[T], theirs: &[T]) -> Vec<T> {
        list::merge(base, ours, theirs)
    }

    /// Several orders, each under a key.
    pub fn lists<K: Ord + Copy, T: Copy + PartialEq>(
        &mut self,
        base: &Table<K, Vec<T>>,
        ours: &Table<K, Vec<T>>,
        theirs: &Table<K, Vec<T>>,
    ) -> Table<K, Vec<T>> {
        let mut merged = theirs.clone();
        for (key, _) in ours.iter().chain(base.iter()) {
            let of = |table: &Table<K, Vec<T>>| table.get(key).cloned().unwrap_or_default();
            let order = list::merge(&of(base), &of(ours), &of(theirs));
            merged.put(key, (!order.is_empty()).then_some(order));
        }
        merged
    }

    /// Things of which each side may have added and removed some, equal ones among them. What both sides put in place of the same
    /// thing is there once: they made the same change.
    pub fn bag<T: Clone + PartialEq>(&mut self, base: &[T], ours: &[T], theirs: &[T]) -> Vec<T> {
        let (mut added, removed) = difference(ours, base);
        let (mut added_there, mut removed_there) = difference(theirs, base);
        let mut merged = theirs.to_vec();
        let mut alike = 0;
        for item in &removed {
            if take(&mut removed_there, item) {
                alike += 1;
            } else {
                take(&mut merged, item);
            }
        }
        added.retain(|item| {
            let is_alike = alike > 0 && take(&mut added_there, item);
            alike -= usize::from(is_alike);
            !is_alike
        });
        merged.extend(added);
        merged
    }

    /// Things of which each stands once.
    pub fn set<T: Clone + PartialEq>(&mut self, base: &[T], ours: &[T], theirs: &[T]) -> Vec<T> {
        let mut merged: Vec<T> = Vec::new();
        for item in self.bag(base, ours, theirs) {
            if !merged.contains(&item) {
                merged.push(item);
            }
        }
        merged
    }
}

/// What a side added to a list and what it took out, equal things counted.
fn difference<T: Clone + PartialEq>(side: &[T], base: &[T]) -> (Vec<T>, Vec<T>) {
    let mut added = side.to_vec();
    let removed = base.iter().filter(|item| !take(&mut added, item)).cloned().collect();
    (added, removed)
}

/// Takes the first thing out of a list that equals another. Says whether there was one.
fn take<T: PartialEq>(list: &mut Vec<T>, item: &T) -> bool {
    let at = list.iter().position(|other| other == item);
    at.map(|at| list.remove(at)).is_some()
}

/// The value of the side that changed it, if only one did or both did the same.
fn one_side<'a, T: PartialEq + ?Sized>(base: &T, ours: &'a T, theirs: &'a T) -> Option<&'a T> {
    if ours == theirs || theirs == base { Some(ours) } else { (ours == base).then_some(theirs) }
}

/// What stands between two texts that a field holds.
pub const BETWEEN: &str = " / ";

/// Both texts in one, the other side's first, or the one that holds the other. Where a field holds several texts already, what a
/// side changed in one of them is changed there.
pub(super) fn both(base: &str, ours: &str, theirs: &str) -> String {
    let [before, here, there] = [base, ours, theirs].map(texts);
    if before.len() == 1 && here.len() == 1 && there.len() == 1 {
        let joined = || format!("{}{BETWEEN}{}", theirs.trim_end(), ours.trim_start());
        return longer(ours, theirs).map_or_else(joined, String::from);
    }
    let (added, removed) = difference(&here, &before);
    let mut added = added.into_iter().filter(|text| !there.contains(text));
    let mut merged = there.clone();
    for text in removed {
        if let Some(at) = merged.iter().position(|other| *other == text) {
            merged.splice(at..=at, added.next());
        }
    }
    merged.extend(added);
    let typed_on = if merged.last() == here.last() { &ours[ours.trim_end().len()..] } else { "" };
    merged.join(BETWEEN) + typed_on
}

/// The texts that a field holds, without the blanks around them.
pub fn texts(field: &str) -> Vec<&str> {
    field.split(BETWEEN).map(str::trim).collect()
}

/// The text that holds the other one.
fn longer<'a>(ours: &'a str, theirs: &'a str) -> Option<&'a str> {
    if theirs.contains(ours.trim()) { Some(theirs) } else { ours.contains(theirs.trim()).then_some(ours) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_both_sides_are_kept_in_a_field() {
        let text = |base, ours, theirs| Merging::keeping_both().text(base, ours, theirs);
        assert_eq!(text("a", "a", "b"), "b");
        assert_eq!(text("a", "b", "a"), "b");
        assert_eq!(text("", "Renewal", "Support"), "Support / Renewal");
        assert_eq!(text("Supp", "Supp / Renewal", "Support"), "Support / Renewal", "typing goes on after they met");
        assert_eq!(text("Supp", "Support", "Supp / Renewal"), "Support / Renewal");
        assert_eq!(text("Rene", "Renewal", "Support / Rene"), "Support / Renewal");
        assert_eq!(text("", "Renewal of a contract", "Renewal"), "Renewal of a contract");
        assert_eq!(Merging::leaving_theirs().text("", "Renewal", "Support"), "Support");
    }

    #[test]
    fn a_bag_holds_what_each_side_added_and_not_what_one_took_out() {
        let bag = |base: &[u8], ours: &[u8], theirs: &[u8]| Merging::keeping_both().bag(base, ours, theirs);
        assert_eq!(bag(&[1, 2], &[1, 2, 2], &[1, 2, 3]), [1, 2, 3, 2]);
        assert_eq!(bag(&[1, 2], &[], &[1, 2, 2]), [2]);
        assert_eq!(bag(&[1], &[1, 4], &[]), [4]);
        assert_eq!(bag(&[], &[2, 3], &[2]), [2, 2, 3], "two voices that say the same are two");
    }

    #[test]
    fn a_change_that_both_sides_made_is_made_once() {
        let bag = |base: &[u8], ours: &[u8], theirs: &[u8]| Merging::keeping_both().bag(base, ours, theirs);
        assert_eq!(bag(&[1, 2], &[9, 2], &[9, 3]), [9, 3]);
        assert_eq!(bag(&[1, 2], &[9, 2, 4], &[9, 2]), [9, 2, 4]);
        assert_eq!(
            bag(&[1, 2], &[9, 9], &[9, 8]),
            [9, 8, 9],
            "the second of ours is in place of what they changed otherwise"
        );
    }
}
