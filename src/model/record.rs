//! What every record can do.

use super::key::Key;
use super::merging::{Clash, Merging};
use crate::arrange::Arrange;

/// The most letters in one text, such as a card's.
pub const LETTERS: usize = 20_000;

/// What every record can do, whichever collection holds it.
pub trait Record: Clone + PartialEq {
    /// Whether whoever is only shown an engagement may try out others of these.
    const IS_TRIED_OUT: bool = false;

    /// The record that two changed versions come to; both grew from `base`.
    fn merge(base: &Self, ours: &Self, theirs: &Self, to: &mut Merging) -> Self;

    /// What an absent record stands for. Where it stands for something, two that were added under one id can be merged.
    fn absent() -> Option<Self> {
        None
    }

    /// Whether every number in it is one that it may have.
    fn is_sound(&self) -> bool {
        true
    }

    /// Names every record that this one needs, except those it holds itself (a journey its stages, a stage its cards).
    fn needs(&self, _: &mut dyn FnMut(Key)) {}

    /// Lets go of the records that are gone, so that it needs none of them. `false`: without one of them it is nothing.
    fn release(&mut self, _gone: &dyn Fn(Key) -> bool) -> bool {
        true
    }

    /// How many entries the longest of its lists has, where lists can grow without bound.
    fn entries(&self) -> usize {
        0
    }

    /// Names every text in it that a person typed.
    fn texts(&self, text: &mut dyn FnMut(&str));

    /// Puts new ids in place of old ones wherever it speaks of other records.
    fn rename(&mut self, _: &Names) {}
}

impl<R: Record> Record for Box<R> {
    const IS_TRIED_OUT: bool = R::IS_TRIED_OUT;

    fn merge(base: &Self, ours: &Self, theirs: &Self, to: &mut Merging) -> Self {
        Box::new(R::merge(base, ours, theirs, to))
    }

    fn absent() -> Option<Self> {
        R::absent().map(Box::new)
    }

    fn is_sound(&self) -> bool {
        (**self).is_sound()
    }

    fn needs(&self, need: &mut dyn FnMut(Key)) {
        (**self).needs(need);
    }

    fn release(&mut self, gone: &dyn Fn(Key) -> bool) -> bool {
        (**self).release(gone)
    }

    fn entries(&self) -> usize {
        (**self).entries()
    }

    fn texts(&self, text: &mut dyn FnMut(&str)) {
        (**self).texts(text);
    }

    fn rename(&mut self, names: &Names) {
        (**self).rename(names);
    }
}

/// New ids for old ones.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names(Vec<(Key, Key)>);

impl Names {
    /// The records, each with its old name and its new one.
    pub fn new(mut pairs: Vec<(Key, Key)>) -> Self {
        pairs.arrange();
        Names(pairs)
    }

    /// The record `old` is called `new` from now on.
    pub fn add(&mut self, old: Key, new: Key) {
        let at = self.0.partition_point(|(known, _)| *known < old);
        self.0.insert(at, (old, new));
    }

    /// What the record is called now.
    pub fn of(&self, key: Key) -> Key {
        self.0.binary_search_by_key(&key, |(old, _)| *old).map_or(key, |at| self.0[at].1)
    }

    /// Every record that is called something else: its old name and its new one.
    pub fn pairs(&self) -> impl Iterator<Item = (Key, Key)> {
        self.0.iter().copied()
    }

    /// Whether nothing is called anything else.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// One record, which each side may have changed, made or removed.
pub(super) fn merged<R: Record>(
    key: Key,
    base: Option<&R>,
    ours: Option<&R>,
    theirs: Option<&R>,
    to: &mut Merging,
) -> Option<R> {
    to.at(key);
    if ours == theirs || theirs == base {
        return ours.cloned();
    }
    if ours == base {
        return theirs.cloned();
    }
    if let Some(absent) = R::absent() {
        let (base, ours, theirs) = (base.unwrap_or(&absent), ours.unwrap_or(&absent), theirs.unwrap_or(&absent));
        let merged = R::merge(base, ours, theirs, to);
        return (merged != absent).then_some(merged);
    }
    match (base, ours, theirs) {
        (Some(base), Some(ours), Some(theirs)) => Some(R::merge(base, ours, theirs, to)),
        (_, Some(ours), None) if to.keeps_both() => {
            to.note(Clash::Restored(key));
            Some(ours.clone())
        }
        _ => {
            to.note(Clash::Restored(key));
            theirs.cloned()
        }
    }
}
