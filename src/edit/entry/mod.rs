//! The language of the one-line input: what a facilitator types while people talk.
//!
//! ```text
//! line  = [ kind ] { word | score | owner | tag | due } [ step { due | tag | ... } ]   parted by white space
//! kind  = "!" friction | "+" opportunity | "?" thought   first in the line; a "+" before a digit is a figure, no kind
//! score = grade ( "x" | "х" | "×" | "*" ) grade          only where the card is a friction, with blanks or without, in round
//!                                                        brackets or without; the first one counts. Between two words it
//!                                                        is one of them ("Printed 3x4 posters") unless it is in brackets
//! owner = "@" ( name | quoted )                           the first one counts
//!       | ( "отв." | "владелец:" | ... ) ( Name | quoted )   for Russian keyboards, which have no "@"; a name with a capital
//! tag   = "#" ( name | quoted ) | "№" name             the second right before a letter: Russian keyboards have it there
//! step  = ">" { word }                                    only where the card is a friction: the next step, to the end;
//!                                                        before a figure it is "more than"; "Ю" alone is the same, which
//!                                                        Shift types on a Russian keyboard in the place of ">"
//! due   = until date                                      only where the card is a friction; see [`dates`](super::dates)
//! until = "by" | "until" | "before" | "до" | "к" | ...    in a step a span of time will do: "in 2 weeks"
//! quoted = '"' { any but '"' } '"'
//! word  = anything else; "\" before a sign of these (! + ? @ # > \, a digit, "by", "until") makes it a word like any other
//! ```
//!
//! A name that is known may hold blanks without quotation marks, and so may one behind the text: "@Ann Lee". Nothing that is
//! typed gets lost: a second score or owner stays a word of the text. White space between words becomes one space.

mod names;

use std::ops::Range;

use chrono::NaiveDate;

pub use names::begun;
use names::{known_name, with_surname};

use super::dates;
use crate::compose::folded;
use crate::model::quantity::Grade;
use crate::named::{MARKS, QUOTES, behind_tag_sign, name, piece, unmarked};

/// What was typed, understood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// What kind of card it makes; `None` leaves that to the lane.
    pub kind: Option<Kind>,
    /// The words.
    pub text: String,
    /// Frequency and impact.
    pub score: Option<(Grade, Grade)>,
    /// What looks like a score but is none, and stays a word of the text: a grade goes from 1 to 5.
    pub not_a_score: Option<String>,
    /// The owner's name, without `@`; never empty.
    pub owner: Option<String>,
    /// The tags, without `#`, each once.
    pub tags: Vec<String>,
    /// What is done next.
    pub next_step: String,
    /// By when.
    pub due: Option<NaiveDate>,
}

/// What a line is read by.
#[derive(Clone, Copy, Debug, Default)]
pub struct Known<'a> {
    /// The card becomes a friction even without a sign.
    pub friction: bool,
    /// The names of owners that are known.
    pub owners: &'a [String],
    /// The day on which it is typed; without one no date is read.
    pub today: Option<NaiveDate>,
}

impl Known<'_> {
    /// Knows nobody and no day.
    pub fn friction(friction: bool) -> Self {
        Known { friction, ..Known::default() }
    }
}

/// A kind of card that has a sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `!`
    Friction,
    /// `+`
    Opportunity,
    /// `?`
    Thought,
}

/// A part of the line that means more than its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands, in bytes of the line.
    pub at: Range<usize>,
    /// What it means.
    pub meaning: Meaning,
}

/// What a token means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// The kind of card.
    Kind(Kind),
    /// Frequency and impact.
    Score(Grade, Grade),
    /// An owner.
    Owner(String),
    /// A tag.
    Tag(String),
    /// The next step follows.
    Step,
    /// By when.
    Due(NaiveDate),
}

const SIGNS: [char; 8] = ['!', '+', '?', '@', '#', '>', '=', '\\'];
/// What a Russian keyboard types in the place of ">".
const STEP_LETTER: &str = "Ю";
/// What a Russian keyboard can say in the place of "@".
const OWNER_WORDS: [&str; 5] = ["отв.", "отв.:", "отв:", "ответственный:", "владелец:"];
const UNTIL: [&str; 9] = ["by", "until", "till", "before", "due", "до", "к", "ко", "срок"];
const TIMES: [char; 6] = ['x', 'X', 'х', 'Х', '×', '*'];

/// Reads a line.
pub fn parse(line: &str, known: Known) -> Entry {
    read(line, known).0
}

/// The tokens of a line, in order.
pub fn tokens(line: &str, known: Known) -> Vec<Token> {
    read(line, known).1
}

/// The score that the words of a friction name, and the words without it to the letter; `None` where they name none, or nothing
/// else.
pub fn scored(text: &str) -> Option<(String, (Grade, Grade))> {
    let tokens = tokens(text, Known::friction(true));
    let found = tokens.into_iter().find_map(|token| match token.meaning {
        Meaning::Score(frequency, impact) => Some((token.at, (frequency, impact))),
        _ => None,
    });
    let (at, score) = found?;
    let (before, after) = (text[..at.start].trim_end(), text[at.end..].trim_start());
    let parted = |one: &str, other: &str| one.contains('\n') || other.contains('\n');
    let gap = match (before, after) {
        ("", "") => return None,
        ("", _) | (_, "") => "",
        _ if parted(&text[before.len()..at.start], &text[at.end..text.len() - after.len()]) => "\n",
        _ => " ",
    };
    Some(([before, gap, after].concat(), score))
}

fn read(line: &str, known: Known) -> (Entry, Vec<Token>) {
    let mut entry = Entry::default();
    let mut tokens = Vec::new();
    let mut words: Vec<&str> = Vec::new();
    let mut at = line.len() - line.trim_start().len();
    if let Some(kind) = kind_of(&line[at..]) {
        entry.kind = Some(kind);
        tokens.push(Token { at: at..at + 1, meaning: Meaning::Kind(kind) });
        at += 1;
    }
    let scored = entry.kind.map_or(known.friction, |kind| kind == Kind::Friction);
    // Where the step's own sign stands in the list of tokens, and its words.
    let mut step: Option<(usize, Vec<&str>)> = None;
    let mut step_sign = "";
    loop {
        at += line[at..].len() - line[at..].trim_start().len();
        let rest = &line[at..];
        if let Some(sign) = begun_step(rest).filter(|_| scored && step.is_none()) {
            step = Some((tokens.len(), Vec::new()));
            step_sign = sign;
            tokens.push(Token { at: at..at + sign.len(), meaning: Meaning::Step });
            at += sign.len();
            // What stands right behind the sign is a word, whatever it looks like.
            let end = line[at..].find(char::is_whitespace).map_or(line.len(), |end| at + end);
            if let Some((_, words)) = step.as_mut().filter(|_| end > at) {
                words.push(unescaped(&line[at..end]));
            }
            at = end;
            continue;
        }
        let known_name = (entry.owner.is_none()).then(|| known_name(rest, known.owners)).flatten();
        let said = (entry.owner.is_none() && known_name.is_none()).then(|| said_owner(rest, known.owners)).flatten();
        let named = known_name.map(|(length, name)| (length, name.clone())).or(said);
        let day = (scored && entry.due.is_none()).then(|| due(rest, known.today)).flatten();
        // A span of time says when a step is done; of a friction it may say how long one waits.
        let span = (step.is_some() && entry.due.is_none()).then(|| dates::from_today(rest, known.today?)).flatten();
        let may_score = |length: usize| {
            let is_first = words.is_empty() && step.is_none();
            scored && entry.score.is_none() && (is_first || is_apart(rest, length, known.today))
        };
        let spaced = spaced_score(rest).filter(|(length, _)| may_score(*length));
        let (length, meaning) = match (named, day.or(span), spaced) {
            (Some((length, name)), ..) => (length, Some(Meaning::Owner(name))),
            (None, Some((length, day)), _) => (length, Some(Meaning::Due(day))),
            (None, None, Some((length, (frequency, impact)))) => (length, Some(Meaning::Score(frequency, impact))),
            (None, None, None) => {
                let word = piece(rest);
                let meaning = meaning_of(word).filter(|meaning| match meaning {
                    Meaning::Score(..) => may_score(word.len()),
                    Meaning::Owner(_) => entry.owner.is_none(),
                    Meaning::Tag(_) => true,
                    Meaning::Kind(_) | Meaning::Step | Meaning::Due(_) => false,
                });
                (word.len(), meaning)
            }
        };
        if length == 0 {
            break;
        }
        let (length, meaning) = match meaning {
            Some(Meaning::Owner(name)) if !words.is_empty() => {
                let is_marked = rest[..length].ends_with(MARKS);
                let is_initial = name.chars().count() == 1 && rest[..length].ends_with('.');
                let first = if is_initial { format!("{name}.") } else { name.clone() };
                let goes_on = !is_marked || is_initial;
                let longer = goes_on.then(|| with_surname(&rest[length..], first, known.today)).flatten();
                let (more, name) = longer.unwrap_or((0, name));
                (length + more, Some(Meaning::Owner(name)))
            }
            meaning => (length, meaning),
        };
        match &meaning {
            Some(Meaning::Score(frequency, impact)) => entry.score = Some((*frequency, *impact)),
            Some(Meaning::Owner(name)) => entry.owner = Some(name.clone()),
            Some(Meaning::Tag(tag)) if !entry.tags.iter().any(|known| folded(known) == folded(tag)) => {
                entry.tags.push(tag.clone())
            }
            Some(Meaning::Due(day)) => entry.due = Some(*day),
            Some(_) => (),
            None => {
                let to = step.as_mut().map_or(&mut words, |(_, words)| words);
                to.extend(unescaped(&rest[..length]).split_whitespace());
            }
        }
        let end = at + length;
        tokens.extend(meaning.map(|meaning| Token { at: at..end, meaning }));
        at = end;
    }
    match step {
        // A sign that nothing follows is one that was typed.
        Some((token, step)) if step.is_empty() => {
            tokens.remove(token);
            words.push(step_sign);
        }
        Some((_, step)) => entry.next_step = step.join(" "),
        None => (),
    }
    entry.text = words.join(" ");
    let is_scored = scored && entry.score.is_none();
    entry.not_a_score = is_scored.then(|| words.iter().enumerate().find_map(|(at, _)| beyond(&words[at..]))).flatten();
    (entry, tokens)
}

/// The sign of a step, where it is here; before a figure it says "more than".
fn begun_step(text: &str) -> Option<&str> {
    let is_more = |rest: &str| rest.trim_start().starts_with(|c: char| c.is_ascii_digit() || c == '=');
    let is_alone = |rest: &&str| rest.starts_with(char::is_whitespace) && !rest.trim_start().is_empty();
    let rest = text.strip_prefix('>').or_else(|| text.strip_prefix(STEP_LETTER).filter(is_alone))?;
    (!is_more(rest)).then(|| &text[..text.len() - rest.len()])
}

/// Whether a step begins here.
fn begins_a_step(text: &str) -> bool {
    begun_step(text).is_some()
}

/// The owner behind a word that says so, with how much of the text both take, in bytes.
fn said_owner(text: &str, owners: &[String]) -> Option<(usize, String)> {
    let word = piece(text);
    let rest = text[word.len()..].trim_start();
    if !is_owner_word(word) {
        return None;
    }
    // As if it had the sign.
    let signed = format!("@{rest}");
    let before = text.len() - rest.len();
    if let Some((length, name)) = known_name(&signed, owners) {
        return Some((before + length - 1, name.clone()));
    }
    let behind = piece(&signed);
    let is_name = rest.starts_with(|c: char| c.is_uppercase() || QUOTES.iter().any(|quote| quote.0 == c));
    let owner = name(&behind[1..]).filter(|_| is_name)?;
    Some((before + behind.len() - 1, owner))
}

fn is_owner_word(word: &str) -> bool {
    OWNER_WORDS.contains(&word.to_lowercase().as_str())
}

/// Whether a score of some length at the beginning of a text is set apart from words behind it: by brackets, the end of a sentence
/// or a line, a dash, or what is no word.
fn is_apart(text: &str, length: usize, today: Option<NaiveDate>) -> bool {
    let (score, behind) = text.split_at(length);
    let next = behind.trim_start();
    let is_next_line = behind[..behind.len() - next.len()].contains('\n');
    let word = piece(next);
    score.starts_with('(')
        || score.ends_with(['.', ';'])
        || is_next_line
        || !word.contains(char::is_alphanumeric)
        || begins_a_step(next)
        || matches!(meaning_of(word), Some(Meaning::Owner(_) | Meaning::Tag(_)))
        || said_owner(next, &[]).is_some()
        || due(next, today).is_some()
}

/// "4 x 5" at the beginning of a text, with how much of the text it takes, in bytes.
fn spaced_score(text: &str) -> Option<(usize, (Grade, Grade))> {
    let mut rest = text;
    let mut next = || {
        let trimmed = rest.trim_start();
        let word = piece(trimmed);
        rest = &trimmed[word.len()..];
        word
    };
    let (frequency, times, impact) = (next(), next(), next());
    let is_times = times.chars().count() == 1 && times.starts_with(TIMES);
    let frequency = unbracketed(frequency, impact);
    let score = is_times.then(|| Some((grade(frequency)?, grade(unmarked(impact))?))).flatten()?;
    Some((text.len() - rest.len(), score))
}

/// "9x9" or "9 x 9" at the beginning of some words: two figures as on a scale to ten, which are no two grades.
fn beyond(words: &[&str]) -> Option<String> {
    let is_figure = |text: &str| text.len() <= 2 && text.parse::<u8>().is_ok_and(|figure| figure <= 10);
    let first = words.first()?;
    let first = unmarked(unbracketed(first, first));
    if first.split_once(TIMES).is_some_and(|(frequency, impact)| is_figure(frequency) && is_figure(impact)) {
        return Some(first.to_owned());
    }
    let [frequency, times, impact, ..] = words else { return None };
    let frequency = unbracketed(frequency, impact);
    let impact = unmarked(impact);
    let is_times = times.chars().count() == 1 && times.starts_with(TIMES);
    (is_times && is_figure(frequency) && is_figure(impact)).then(|| format!("{frequency}{times}{impact}"))
}

/// The first word without the bracket that the last one closes: "(4x5)".
fn unbracketed<'a>(first: &'a str, last: &str) -> &'a str {
    let behind = &last[unmarked(last).len()..];
    first.strip_prefix('(').filter(|_| behind.contains(')')).unwrap_or(first)
}

/// A grade of one figure.
fn grade(text: &str) -> Option<Grade> {
    Grade::try_from(text.parse::<u8>().ok().filter(|_| text.len() == 1)?).ok()
}

/// The day behind a word such as "until", with how much of the text both take, in bytes.
fn due(text: &str, today: Option<NaiveDate>) -> Option<(usize, NaiveDate)> {
    let word = piece(text);
    let rest = &text[word.len()..];
    let gap = rest.len() - rest.trim_start().len();
    let (length, day) = is_until(word).then(|| dates::read(&rest[gap..], today?)).flatten()?;
    Some((word.len() + gap + length, day))
}

fn is_until(word: &str) -> bool {
    UNTIL.contains(&word.to_lowercase().as_str())
}

fn meaning_of(word: &str) -> Option<Meaning> {
    if let Some(rest) = word.strip_prefix('@') {
        return name(rest).map(Meaning::Owner);
    }
    if let Some(rest) = behind_tag_sign(word) {
        return name(rest).map(Meaning::Tag);
    }
    let (frequency, impact) = unmarked(unbracketed(word, word)).split_once(TIMES)?;
    Some(Meaning::Score(grade(frequency)?, grade(impact)?))
}

fn kind_of(text: &str) -> Option<Kind> {
    let mut letters = text.chars();
    match letters.next()? {
        '!' => Some(Kind::Friction),
        '+' if !letters.next().is_some_and(|next| next.is_ascii_digit()) => Some(Kind::Opportunity),
        '?' => Some(Kind::Thought),
        _ => None,
    }
}

fn is_escaped(word: &str) -> bool {
    let is_sign = |rest: &str| {
        let bare = rest.strip_prefix('(').unwrap_or(rest);
        rest.starts_with(SIGNS) || behind_tag_sign(rest).is_some() || bare.starts_with(|c: char| c.is_ascii_digit())
    };
    let is_word = |rest: &str| rest == STEP_LETTER || is_owner_word(rest);
    word.strip_prefix('\\')
        .is_some_and(|rest| is_sign(rest) || is_word(rest) || is_until(rest) || dates::begins_a_span(rest))
}

fn unescaped(word: &str) -> &str {
    if is_escaped(word) { &word[1..] } else { word }
}

#[cfg(test)]
mod tests;
