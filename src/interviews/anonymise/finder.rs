//! Finds names in texts: whole and by their parts, in all their forms, with whatever signs people write between their words.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::ops::Range;
use std::slice;

use super::case::{Form, NameWord, is_not_fond};
use super::companies::shorter;
use super::endings::{is_given, is_surname};
use super::neighbours::{NamePart, NameRow, is_small};
use super::people::{is_department, is_plainly_role};
use super::{Mapping, Named, short};
use crate::interviews::word::{Word, pieces};

/// The shortest part of a person's name that is hidden by itself, in letters: Jo, Ян.
const SHORTEST_PART: usize = 2;

/// The shortest word that is found in small letters, in letters.
const SHORTEST_SMALL: usize = 3;

/// A name to look for.
struct Name {
    /// A place in the mapping; nowhere where the name is of somebody who is not hidden.
    who: Option<usize>,
    words: Vec<NameWord>,
    /// Whether a word in small letters is something else: a name of one word that begins with a capital.
    needs_capital: bool,
    /// Whether it was given like this, and is no part of a longer name.
    is_whole: bool,
    /// Whether it stands behind another word of a longer name.
    is_later: bool,
}

/// What is known of somebody who is hidden.
struct Known {
    named: Named,
    /// The words of all names.
    own: Vec<NameWord>,
    /// Whether one of these has a first name and a surname.
    is_full: bool,
}

/// The names of a mapping, by what the forms of their first words begin with.
pub(super) struct Finder {
    names: Vec<Name>,
    /// In the order of the mapping.
    known: Vec<Known>,
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
            known: Vec::new(),
            by_base: HashMap::new(),
            longest_base: 0,
            by_spelling: HashMap::new(),
            longest: 0,
        };
        for (who, hidden) in mapping.hidden.iter().enumerate() {
            let mut known = Known { named: hidden.named, own: Vec::new(), is_full: false };
            for name in &hidden.names {
                let spelling = name.trim().to_lowercase();
                finder.longest = finder.longest.max(name.len()).max(spelling.len());
                finder.by_spelling.entry(spelling).or_insert(who);
                finder.add((who, hidden.named), name, GivenAs::Whole);
                let shorter = match hidden.named {
                    Named::Person => parts(name),
                    Named::Company => shorter(name),
                };
                known.is_full |= shorter.len() > 1;
                let own = if shorter.is_empty() { slice::from_ref(name) } else { &shorter };
                known.own.extend(own.iter().flat_map(|part| name_words(part, hidden.named)));
                let first = pieces(name).first().map(|word| word.folded.clone());
                for part in &shorter {
                    let is_first = pieces(part).first().map(|word| &word.folded) == first.as_ref();
                    finder.add((who, hidden.named), part, if is_first { GivenAs::First } else { GivenAs::Later });
                }
            }
            finder.known.push(known);
        }
        for other in &mapping.others {
            let words = name_words(other, Named::Person);
            let turned = words.iter().rev().cloned().collect();
            for words in [words, turned] {
                finder.put(Name { who: None, words, needs_capital: false, is_whole: true, is_later: false });
            }
        }
        finder
    }

    fn add(&mut self, (who, named): (usize, Named), name: &str, given: GivenAs) {
        let words = pieces(name);
        let Some(first) = words.first() else { return };
        let is_capital = name.chars().nth(first.at.start as usize).is_some_and(char::is_uppercase);
        let is_one = words.len() == 1;
        let (who, is_whole, is_later) = (Some(who), given == GivenAs::Whole, given == GivenAs::Later);
        for short in short::of(&first.folded).filter(|_| is_one && named == Named::Person) {
            let words = vec![NameWord::of(short, named)];
            self.put(Name { who, words, needs_capital: is_capital, is_whole: false, is_later });
        }
        self.put(Name { who, words: name_words(name, named), needs_capital: is_capital && is_one, is_whole, is_later });
        if !is_one {
            // As addresses have it: marinasokolova, meridianhealth.
            let joined: String = words.iter().map(|word| word.folded.as_str()).collect();
            let words = vec![NameWord::of(&joined, named)];
            self.put(Name { who, words, needs_capital: false, is_whole, is_later });
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

    /// Whether a text is one word that is a surname of somebody, and looks like any other word.
    pub fn is_word(&self, text: &str) -> bool {
        let words = pieces(text);
        let [word] = &words[..] else { return false };
        let names = self.candidates(&word.folded).map(|at| &self.names[at]);
        let names = names.filter(|name| matches!(&name.words[..], [only] if only.has_form(&word.folded)));
        let mut names = names.peekable();
        let is_like_name = is_surname(&word.folded) || is_given(&word.folded);
        let is_surname_of = |name: &Name| name.is_later && self.person(name).is_some();
        let is_alone = text.trim().chars().count() == word.at.len();
        is_alone && !is_like_name && names.peek().is_some() && names.all(is_surname_of)
    }

    /// Who is hidden with a name, where it is a person.
    fn person(&self, name: &Name) -> Option<&Known> {
        name.who.map(|who| &self.known[who]).filter(|known| known.named == Named::Person)
    }

    /// The names in a text, in order.
    pub fn find(&self, text: &str) -> Vec<Found> {
        let row = NameRow::of(text);
        // Some captions and quick notes have no capitals: there a name is anything that is spelled like one.
        let has_capitals = row.letters.iter().any(|letter| letter.is_uppercase());
        let addresses = addresses(&row.letters);
        let is_in_address = |at: usize| {
            let start = row.words[at].at.start;
            let near = addresses.partition_point(|address| address.end <= start);
            addresses.get(near).is_some_and(|address| address.contains(&start))
        };
        let hit = |at: usize| self.hit(&row, at, has_capitals, is_in_address(at));
        let mut found: Vec<Found> = Vec::new();
        // Words before `free` are a part of what was found.
        let (mut at, mut free) = (0, 0);
        while at < row.words.len() {
            let Some((name, form)) = hit(at) else {
                at += 1;
                continue;
            };
            let named = at..at + name.words.len();
            let known = self.person(name).filter(|_| !is_in_address(at));
            let is_others =
                |beside: usize| is_in_address(beside) || hit(beside).is_some_and(|(other, _)| other.who != name.who);
            let words = match known {
                _ if form == Form::Own => Ok(named),
                Some(_) if named.len() > 1 => Ok(row.with_joined(named)),
                Some(Known { own, is_full, .. }) => {
                    let part = NamePart { own, is_full: *is_full, word: &name.words[0], is_later: name.is_later };
                    part.whole(&row, at, free, is_others)
                }
                None => Ok(named),
            };
            if let (Some(who), Ok(words)) = (name.who, &words) {
                let from = found.last().map_or(0, |last| last.at.end);
                let start = row.words[words.start].at.start;
                let end = end_of(&row, words.end - 1, known.is_some());
                let is_sure = known.is_none() || !row.says_which(words.clone());
                found.push(Found { who, is_sure, at: with_marks(&row.letters, from, start..end) });
            }
            let (Ok(words) | Err(words)) = words;
            (at, free) = (words.end, words.end);
        }
        found
    }

    /// The name that begins with a word, and in which form.
    fn hit(&self, row: &NameRow, at: usize, has_capitals: bool, is_in_address: bool) -> Option<(&Name, Form)> {
        let word = &row.words[at];
        let fits_small = || word.at.len() >= SHORTEST_SMALL && (is_in_address || !has_capitals && !is_small(word));
        let fits_case = |name: &Name| !name.needs_capital || row.is_capital(at) || fits_small();
        // With a capital inside a sentence it is a name, whatever else it could be.
        let is_marked = || row.is_capital(at) && !row.begins(at);
        let fits_form = |name: &Name, form: Form| {
            let is_other = match form {
                Form::Plain => {
                    (is_small(word) || word.folded == "любой") && name.words.iter().all(|own| own.folded != word.folded)
                }
                Form::Fond => is_small(word) || is_not_fond(&word.folded),
                // "Соколовский" is somebody else's surname.
                Form::Own => return self.person(name).is_none() || !is_marked(),
            };
            fits_case(name) && (!is_other || is_marked())
        };
        let form_of = |name: &Name| {
            let last = at + name.words.len() - 1;
            let words = row.words.get(at..=last)?;
            let form = name.words.first()?.form(&word.folded)?;
            let fits = name.words.iter().zip(words).skip(1).all(|(name, word)| name.has_form(&word.folded))
                && fits_form(name, form)
                // "Увидел Анну, Ковалёва ушла" names two.
                && (name.who.is_some() || (at..last).all(|at| row.is_next(at)));
            fits.then_some(form)
        };
        // Of two names that begin alike the longer is meant, and one that was given before a part of another.
        let names = self.candidates(&word.folded).map(|at| (at, &self.names[at]));
        let names = names.filter_map(|(at, name)| Some((at, name, form_of(name)?)));
        let key = |(at, name, form): &(usize, &Name, Form)| {
            (Reverse(name.words.len()), *form, name.who.is_none(), !name.is_whole, *at)
        };
        names.min_by_key(key).map(|(_, name, form)| (name, form))
    }
}

/// A name in a text.
pub(super) struct Found {
    pub who: usize,
    /// Whether it is theirs: Олег-младший may be another one.
    pub is_sure: bool,
    pub at: Range<u32>,
}

/// Where a word stands in what was given as a name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum GivenAs {
    Whole,
    First,
    Later,
}

fn name_words(name: &str, named: Named) -> Vec<NameWord> {
    pieces(name).iter().map(|word| NameWord::of(&word.folded, named)).collect()
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

/// Where a word ends without its possessive ending, and an initial of a person with its full stop.
fn end_of(row: &NameRow, at: usize, is_person: bool) -> u32 {
    let word = &row.words[at];
    let spoken = &row.letters[word.at.start as usize..word.at.end as usize];
    let mark = spoken.iter().rposition(|letter| matches!(letter, '\'' | '\u{2019}' | '\u{2bc}'));
    let end = word.at.end + u32::from(is_person && row.is_initial(at));
    mark.filter(|_| word.folded.ends_with("'s")).map_or(end, |mark| word.at.start + mark as u32)
}
