//! Finds names in texts: whole and by their parts, in all their forms, with whatever signs people write between their words.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::ops::Range;

use super::case::NameWord;
use super::companies::shorter;
use super::people::{is_department, is_plainly_role};
use super::{Mapping, Named, short};
use crate::interviews::kinds::Language;
use crate::interviews::phrases::stop_words;
use crate::interviews::word::{Word, pieces};

/// The shortest part of a person's name that is hidden by itself, in letters: Jo, Ян.
const SHORTEST_PART: usize = 2;

/// The shortest word that is found in small letters, in letters.
const SHORTEST_SMALL: usize = 3;

/// A name to look for.
struct Name {
    /// A place in the mapping.
    who: usize,
    words: Vec<NameWord>,
    /// Whether a word in small letters is something else: a name of one word that begins with a capital.
    needs_capital: bool,
    /// Whether it was given like this, and is no part of a longer name.
    is_whole: bool,
}

/// The names of a mapping, by what the forms of their first words begin with.
pub(super) struct Finder {
    names: Vec<Name>,
    by_base: HashMap<String, Vec<usize>>,
    /// The most letters that a form begins with.
    longest_base: usize,
    /// Names letter by letter, in small letters: a field that holds one and nothing else.
    by_spelling: HashMap<String, usize>,
    /// The length of the longest of these, in bytes.
    longest: usize,
}

impl Finder {
    pub fn of(mapping: &Mapping) -> Self {
        let mut finder = Finder {
            names: Vec::new(),
            by_base: HashMap::new(),
            longest_base: 0,
            by_spelling: HashMap::new(),
            longest: 0,
        };
        for (who, hidden) in mapping.hidden.iter().enumerate() {
            for name in &hidden.names {
                let spelling = name.trim().to_lowercase();
                finder.longest = finder.longest.max(name.len()).max(spelling.len());
                finder.by_spelling.entry(spelling).or_insert(who);
                finder.add((who, hidden.named), name, true);
                let shorter = match hidden.named {
                    Named::Person => parts(name),
                    Named::Company => shorter(name),
                };
                shorter.iter().for_each(|part| finder.add((who, hidden.named), part, false));
            }
        }
        finder
    }

    fn add(&mut self, (who, named): (usize, Named), name: &str, is_whole: bool) {
        let words = pieces(name);
        let Some(first) = words.first() else { return };
        let is_capital = name.chars().nth(first.at.start as usize).is_some_and(char::is_uppercase);
        let is_one = words.len() == 1;
        for short in short::of(&first.folded).filter(|_| is_one && named == Named::Person) {
            let words = vec![NameWord::of(short, named)];
            self.put(Name { who, words, needs_capital: is_capital, is_whole: false });
        }
        let name_words = words.iter().map(|word| NameWord::of(&word.folded, named)).collect();
        self.put(Name { who, words: name_words, needs_capital: is_capital && is_one, is_whole });
        if words.len() > 1 {
            // As addresses have it: marinasokolova, meridianhealth.
            let joined: String = words.iter().map(|word| word.folded.as_str()).collect();
            self.put(Name { who, words: vec![NameWord::of(&joined, named)], needs_capital: false, is_whole });
        }
    }

    fn put(&mut self, name: Name) {
        for base in name.words.first().map(NameWord::bases).into_iter().flatten() {
            self.longest_base = self.longest_base.max(base.chars().count());
            self.by_base.entry(base.to_owned()).or_default().push(self.names.len());
        }
        self.names.push(name);
    }

    /// The names whose first word may have this form.
    fn candidates(&self, folded: &str) -> impl Iterator<Item = usize> {
        let ends = folded.char_indices().map(|(at, letter)| at + letter.len_utf8()).take(self.longest_base);
        ends.filter_map(|end| self.by_base.get(&folded[..end])).flatten().copied()
    }

    /// Whose name a text is, if it holds nothing else.
    pub fn whole(&self, text: &str) -> Option<usize> {
        let text = text.trim();
        if text.len() > self.longest { None } else { self.by_spelling.get(&text.to_lowercase()).copied() }
    }

    /// The names in a text, in order: who, and where.
    pub fn find(&self, text: &str) -> Vec<(usize, Range<u32>)> {
        let letters: Vec<char> = text.chars().collect();
        let words = pieces(text);
        // Some captions and quick notes have no capitals: there a name is anything that is spelled like one.
        let has_capitals = letters.iter().any(|letter| letter.is_uppercase());
        let addresses = addresses(&letters);
        let mut found: Vec<(usize, Range<u32>)> = Vec::new();
        let (mut at, mut address) = (0, 0);
        while let Some(word) = words.get(at) {
            while addresses.get(address).is_some_and(|address| address.end <= word.at.start) {
                address += 1;
            }
            let is_in_address = addresses.get(address).is_some_and(|address| address.contains(&word.at.start));
            let fits_small = || word.at.len() >= SHORTEST_SMALL && (is_in_address || !has_capitals && !is_small(word));
            let fits_case =
                |name: &Name| !name.needs_capital || letters[word.at.start as usize].is_uppercase() || fits_small();
            let fits = |name: &&Name| {
                let row = words.get(at..at + name.words.len());
                row.is_some_and(|row| name.words.iter().zip(row).all(|(name, word)| name.has_form(&word.folded)))
                    && fits_case(name)
            };
            // Of two names that begin alike the longer is meant, and one that was given before a part of another.
            let hit = self.candidates(&word.folded).map(|at| (at, &self.names[at])).filter(|(_, name)| fits(name));
            let hit = hit.min_by_key(|(at, name)| (Reverse(name.words.len()), !name.is_whole, *at));
            match hit {
                Some((_, name)) => {
                    let last = &words[at + name.words.len() - 1];
                    let from = found.last().map_or(0, |(_, range)| range.end);
                    found.push((name.who, with_marks(&letters, from, word.at.start..end_of(&letters, last))));
                    at += name.words.len();
                }
                None => at += 1,
            }
        }
        found
    }
}

/// The parts of a person's name that are hidden by themselves.
fn parts(name: &str) -> Vec<String> {
    let letters: Vec<char> = name.chars().collect();
    let words = pieces(name);
    // "Anna Kim (HR)": what she does is nobody's name.
    let says_role = |word: &Word| is_plainly_role(&word.folded) || is_department(&word.folded);
    let parts = words.iter().filter(|word| words.len() > 1 && !says_role(word));
    let parts = parts.map(|word| &letters[word.at.start as usize..word.at.end as usize]);
    let parts = parts.filter(|part| part.len() >= SHORTEST_PART && part[0].is_uppercase());
    parts.map(|part| part.iter().collect()).collect()
}

/// Whether a word is one of the small words that every text has.
fn is_small(word: &Word) -> bool {
    Language::ALL.iter().any(|language| stop_words(*language).contains(word.folded.as_str()))
}

/// Where a text holds addresses of mail or pages: what stands between white space and has an `@`, or a full stop or slashes
/// within.
fn addresses(letters: &[char]) -> Vec<Range<u32>> {
    let is_dot = |row: &[char]| matches!(row, [before, '.', after] if before.is_ascii_alphanumeric() && after.is_ascii_alphanumeric());
    let mut addresses = Vec::new();
    let mut at = 0;
    for chunk in letters.split(|letter| letter.is_whitespace()) {
        let is_address = chunk.contains(&'@') || chunk.windows(3).any(|row| is_dot(row) || row == [':', '/', '/']);
        if is_address {
            addresses.push(at..at + chunk.len() as u32);
        }
        at += chunk.len() as u32 + 1;
    }
    addresses
}

/// Quotation marks and brackets, each with what closes it.
const PAIRS: [(char, char); 8] = [
    ('\u{ab}', '\u{bb}'),
    ('\u{201c}', '\u{201d}'),
    ('\u{201e}', '\u{201c}'),
    ('\u{2018}', '\u{2019}'),
    ('"', '"'),
    ('(', ')'),
    ('[', ']'),
    ('<', '>'),
];

/// A range with the mark that closes or opens what stands half within it: Сеть «Восток». It begins at `from` at the earliest.
fn with_marks(letters: &[char], from: u32, mut range: Range<u32>) -> Range<u32> {
    for (open, close) in PAIRS {
        let inside = &letters[range.start as usize..range.end as usize];
        let count = |mark: char| inside.iter().filter(|letter| **letter == mark).count();
        let (opened, closed) = (count(open), count(close));
        let is_odd = open == close && opened % 2 == 1;
        let (is_half_open, is_half_closed) = (is_odd || opened > closed, is_odd || closed > opened);
        if is_half_open && letters.get(range.end as usize) == Some(&close) {
            range.end += 1;
        } else if is_half_closed && range.start > from && letters.get(range.start as usize - 1) == Some(&open) {
            range.start -= 1;
        }
    }
    range
}

/// Where a word ends without its possessive ending.
fn end_of(letters: &[char], word: &Word) -> u32 {
    let spoken = &letters[word.at.start as usize..word.at.end as usize];
    let mark = spoken.iter().rposition(|letter| matches!(letter, '\'' | '\u{2019}' | '\u{2bc}'));
    mark.filter(|_| word.folded.ends_with("'s")).map_or(word.at.end, |mark| word.at.start + mark as u32)
}
