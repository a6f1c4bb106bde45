//! A phrase with the places where it was said, and how it was spelled in them.

use std::collections::HashMap;
use std::hash::Hash;
use std::ops::Range;

/// A term or a phrase that was said at least twice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// The stems, with spaces between.
    pub stem: String,
    /// The commonest form, folded; of equally common ones the first that was said.
    pub show: String,
    /// How that form was spelled most often, ё and the capitals of names kept; of equally common spellings the first.
    pub spelled: String,
    pub(super) spellings: Vec<Spelling>,
    /// How often it was said.
    pub count: usize,
    /// How many different names said it.
    pub speakers: usize,
    /// In how many interviews.
    pub interviews: usize,
    /// Where it was said, in order.
    pub places: Vec<Occurrence>,
}

/// Where a phrase was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// Which paragraph of those that were given, counted from 0.
    pub speech: usize,
    /// Where in it, in scalar values of the text as it is stored.
    pub at: Range<u32>,
    /// Whether it was denied: "do not trust the figures" is no trust in figures.
    pub is_denied: bool,
    /// Which of the spellings of the phrase this is.
    pub(super) spelling: usize,
}

/// A form of a phrase with one of its spellings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spelling {
    pub folded: String,
    pub text: String,
}

impl Phrase {
    /// How the phrase was said most often in some of its places: the commonest form in its commonest spelling, of equals the
    /// first. Empty where there are no places.
    pub fn spelled_in<'p>(&self, places: impl Iterator<Item = &'p Occurrence>) -> &str {
        commonest_spelling(&self.spellings, places)
    }
}

pub fn commonest_spelling<'s, 'p>(spellings: &'s [Spelling], places: impl Iterator<Item = &'p Occurrence>) -> &'s str {
    let mut said: Vec<(&Spelling, u32)> = places.map(|place| &spellings[place.spelling]).zip(0..).collect();
    let form = commonest(said.iter().map(|(one, at)| (&one.folded, *at))) as usize;
    let Some((form, _)) = said.get(form).copied() else { return "" };
    said.retain(|(one, _)| one.folded == form.folded);
    let spelled = commonest(said.iter().map(|(one, at)| (&one.text, *at)));
    said.iter().find(|(_, at)| *at == spelled).map_or("", |(one, _)| &one.text)
}

/// Where what is said most often is said first; of equals the one that comes first.
pub fn commonest<T: Eq + Hash>(said: impl Iterator<Item = (T, u32)>) -> u32 {
    let mut counts: HashMap<T, (usize, u32)> = HashMap::new();
    said.for_each(|(what, at)| counts.entry(what).or_insert((0, at)).0 += 1);
    counts.into_values().max_by_key(|(count, at)| (*count, std::cmp::Reverse(*at))).map_or(0, |(_, at)| at)
}

pub fn by_count(one: &Phrase, other: &Phrase) -> std::cmp::Ordering {
    let key = |phrase: &Phrase| {
        let length = phrase.stem.split(' ').count();
        let first = phrase.places.first().map(|place| (place.speech, place.at.start));
        (std::cmp::Reverse((phrase.count, phrase.speakers, length)), first)
    };
    key(one).cmp(&key(other))
}
