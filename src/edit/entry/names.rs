//! Names in a line: how far they reach, and how one that is begun is completed.

use chrono::NaiveDate;

use super::{Meaning, begins_a_step, due, meaning_of};
use crate::named::{MARKS, behind_tag_sign, piece, quoted, unmarked};

/// What a word of a name may hold beside letters: Anne-Marie, O’Neill, A.
const NAME_MARKS: [char; 5] = ['-', '\'', '\u{2019}', '\u{2bc}', '.'];

/// The known name that stands behind an `@`, with how much of the text it takes, in bytes; the longest of several. One without
/// blanks needs no help to be read.
pub(super) fn known_name<'a>(text: &str, names: &'a [String]) -> Option<(usize, &'a String)> {
    let rest = text.strip_prefix('@')?;
    let fits = |name: &&String| name.contains(char::is_whitespace);
    let length = |name: &'a String| {
        let end = begins_with(rest, name)?;
        let behind = piece(&rest[end..]);
        // Marks behind a name end it; any other letter goes on with the word.
        behind.chars().all(|c| MARKS.contains(&c)).then_some((1 + end + behind.len(), name))
    };
    names.iter().filter(fits).filter_map(length).max_by_key(|(length, _)| *length)
}

/// A name with the words that go on with it, and how much of the text they take, in bytes. Behind the text of a card two or three
/// words with capitals are one name; the first may be in small letters, as it is typed in haste.
pub(super) fn with_surname(rest: &str, name: String, today: Option<NaiveDate>) -> Option<(usize, String)> {
    let is_name = |word: &str| word.chars().all(|c| c.is_alphabetic() || NAME_MARKS.contains(&c));
    let is_capital = |word: &str| word.starts_with(char::is_uppercase) && is_name(word);
    if !is_name(&name) {
        return None;
    }
    let (mut length, mut whole, mut found) = (0, name, None);
    for _ in 0..2 {
        let gap = rest[length..].len() - rest[length..].trim_start().len();
        let word = piece(&rest[length + gap..]);
        if gap == 0 || !is_capital(unmarked(word)) || begins_a_step(&rest[length + gap..]) {
            break;
        }
        length += gap + word.len();
        let initial = word.strip_suffix('.').filter(|letter| letter.chars().count() == 1);
        whole = format!("{whole} {}", initial.map_or(unmarked(word), |_| word));
        if ends_a_name(&rest[length..], today) {
            found = Some((length, whole.clone()));
        }
        // A mark behind a word ends the name.
        if unmarked(word).len() < word.len() && initial.is_none() {
            break;
        }
    }
    found
}

/// Whether what follows is no word of a name.
fn ends_a_name(behind: &str, today: Option<NaiveDate>) -> bool {
    let behind = behind.trim_start();
    behind.is_empty()
        || behind.starts_with(['#', '>'])
        || begins_a_step(behind)
        || behind_tag_sign(behind).is_some()
        || matches!(meaning_of(piece(behind)), Some(Meaning::Score(..)))
        || due(behind, today).is_some()
}

/// How much of a text a name takes that it begins with, in any case of letters.
fn begins_with(text: &str, name: &str) -> Option<usize> {
    let same = |a: char, b: char| a == b || a.to_lowercase().eq(b.to_lowercase());
    let mut letters = text.char_indices();
    for wanted in name.chars() {
        letters.next().filter(|(_, letter)| same(*letter, wanted))?;
    }
    Some(letters.next().map_or(text.len(), |(at, _)| at))
}

/// A name or a tag that is being typed at the end of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Begun<'a> {
    /// `@` or `#`.
    pub sign: char,
    /// The line before the sign.
    before: &'a str,
    /// What is typed of it so far, without a quotation mark that opens it.
    pub text: &'a str,
}

impl Begun<'_> {
    /// The line with the whole name in its place.
    pub fn accept(&self, name: &str) -> String {
        format!("{}{}{} ", self.before, self.sign, quoted(name))
    }
}

/// The name or tag that is being typed at the end of a line, if there is one.
pub fn begun(line: &str) -> Option<Begun<'_>> {
    let is_sign = |(at, letter): &(usize, char)| {
        (*letter == '@' || behind_tag_sign(&line[*at..]).is_some())
            && line[..*at].chars().next_back().is_none_or(char::is_whitespace)
    };
    let (at, sign) = line.char_indices().rev().find(is_sign)?;
    let rest = &line[at + sign.len_utf8()..];
    let sign = if sign == '@' { sign } else { '#' };
    let text = rest.strip_prefix('"').unwrap_or(rest);
    let is_done = text.contains('"') || text.starts_with(char::is_whitespace) || rest == text && text.ends_with("  ");
    (!is_done).then(|| Begun { sign, before: &line[..at], text })
}
