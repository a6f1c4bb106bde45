//! The language of notes typed while somebody talks; of the family of the map's one-line input.
//!
//! ```text
//! line   = { sign | tag | energy | phase } { word | tag | energy | phase }     parted by white space
//! sign   = verbatim | force                              at the head, in either order, each once
//! verbatim = '"' | '«' | '“' | '„'                       goes to the closing mark, which is left out
//! force  = ">" push | "+" pull | "<" anxiety | "=" habit a sign before a digit is a figure
//!        | "Ю " push | "Б " anxiety                      what Shift types on a Russian keyboard in the place of ">" and "<":
//!                                                        at the head alone, where a capital by itself is no word
//! tag    = "#" ( name | quoted ) | "№" name           the second right before a letter: Russian keyboards have it there
//! energy = "*" [ "laugh" | "sigh" | "pause" ]            the first one counts; Russian words too
//! phase  = "/" ( "1" … "6" | name )                      the first one counts
//! word   = anything else; "\" before a sign of these makes it a word like any other, and its marks close nothing
//! ```
//!
//! Behind the closing mark a force counts as well, with its name or without: `"We left" > push`. Other words there say that the
//! line tells what was said, `"We left", she said`: it is a note then, with all its marks as they were typed. Where nothing is
//! closed, a sign behind the last word is a force too: `"We left >`, `Waited for weeks > push`.
//!
//! Nothing that is typed gets lost: a second energy or phase stays a word of the text. White space between words becomes one
//! space. [`print()`] writes an entry so that [`parse`] reads the same one again.

mod quote;

use std::ops::Range;

use super::kinds::{Energy, Force, Phase};
use crate::named::{QUOTES, behind_tag_sign, name, piece, quoted, unmarked};
use quote::Quote;

/// What was typed, understood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// Whether these are the person's own words.
    pub verbatim: bool,
    /// The force that speaks.
    pub force: Option<Force>,
    /// The words.
    pub text: String,
    /// The tags, without `#`, each once.
    pub tags: Vec<String>,
    /// What was heard beyond the words.
    pub energy: Option<Energy>,
    /// The phase it is about; `None` leaves that to the field.
    pub phase: Option<Phase>,
}

/// A part of the line that means more than its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Its position, in bytes of the line.
    pub at: Range<usize>,
    /// What it means.
    pub meaning: Meaning,
}

/// What a token means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// The person's own words follow.
    Verbatim,
    /// A force.
    Force(Force),
    /// A tag.
    Tag(String),
    /// A laugh, a sigh, a pause.
    Energy(Energy),
    /// A phase.
    Phase(Phase),
}

const FORCES: [(char, Force); 4] = [('>', Force::Push), ('+', Force::Pull), ('<', Force::Anxiety), ('=', Force::Habit)];

/// What a Russian keyboard types in the place of two of them.
const LETTERS: [(char, Force); 2] = [('Ю', Force::Push), ('Б', Force::Anxiety)];

/// What forces are called, by [`Force::ALL`].
const FORCE_NAMES: [&[&str]; 4] = [
    &["push", "pushes", "толкает", "толчок"],
    &["pull", "pulls", "притягивает", "тянет"],
    &["anxiety", "тревога"],
    &["habit", "привычка"],
];

const ENERGIES: [(&str, Energy); 16] = [
    ("", Energy::Marked),
    ("laugh", Energy::Laugh),
    ("sigh", Energy::Sigh),
    ("pause", Energy::Pause),
    ("laughs", Energy::Laugh),
    ("laughing", Energy::Laugh),
    ("sighs", Energy::Sigh),
    ("pauses", Energy::Pause),
    ("смеется", Energy::Laugh),
    ("смеются", Energy::Laugh),
    ("молчит", Energy::Pause),
    ("смех", Energy::Laugh),
    ("смеётся", Energy::Laugh),
    ("вздох", Energy::Sigh),
    ("вздыхает", Energy::Sigh),
    ("пауза", Energy::Pause),
];

const PHASES: [[&str; 3]; 6] = [
    ["1", "thought", "мысль"],
    ["2", "passive", "пассивно"],
    ["3", "active", "активно"],
    ["4", "deciding", "выбор"],
    ["5", "first", "старт"],
    ["6", "ongoing", "дальше"],
];

/// Reads a line.
pub fn parse(line: &str) -> Entry {
    read(line).0
}

/// The tokens of a line, in order.
pub fn tokens(line: &str) -> Vec<Token> {
    read(line).1
}

fn read(line: &str) -> (Entry, Vec<Token>) {
    let (mut entry, mut tokens) = (Entry::default(), Vec::new());
    let mut quote: Option<Quote> = None;
    let mut at = skipped(line, 0);
    let mut words: Vec<&str> = Vec::new();
    loop {
        // Signs stand before the first word or behind a quote, whatever else was marked there.
        let is_closed = quote.as_ref().is_some_and(Quote::is_closed);
        let is_head = words.is_empty() && quote.is_none();
        let sign = sign_of(&line[at..], &entry).or_else(|| letter_of(&line[at..], &entry).filter(|_| is_head));
        let counts = words.is_empty() || is_closed || is_last_sign(&line[at..], &entry);
        if let Some((sign, meaning)) = sign.filter(|_| counts) {
            let mut end = at + sign.len_utf8();
            match meaning {
                Meaning::Force(force) => {
                    entry.force = Some(force);
                    end += if words.is_empty() && !is_closed { 0 } else { named(&line[end..], force) };
                }
                _ => (entry.verbatim, quote) = (true, Some(Quote::new(sign))),
            }
            tokens.push(Token { at: at..end, meaning });
            at = skipped(line, end);
            continue;
        }
        let word = piece(&line[at..]);
        if word.is_empty() {
            break;
        }
        let word = quote.as_ref().map_or(word, |quote| quote.parted(word));
        let meaning = meaning_of(word).filter(|meaning| match meaning {
            Meaning::Energy(_) => entry.energy.is_none(),
            Meaning::Phase(_) => entry.phase.is_none(),
            _ => true,
        });
        match &meaning {
            Some(Meaning::Energy(energy)) => entry.energy = Some(*energy),
            Some(Meaning::Phase(phase)) => entry.phase = Some(*phase),
            Some(Meaning::Tag(tag)) if !entry.tags.contains(tag) => entry.tags.push(tag.clone()),
            Some(_) => (),
            None => {
                for part in unescaped(word).split_whitespace() {
                    words.push(part);
                    quote.iter_mut().for_each(|quote| quote.go_on(part, is_escaped(word)));
                }
            }
        }
        let end = at + word.len();
        tokens.extend(meaning.map(|meaning| Token { at: at..end, meaning }));
        at = skipped(line, end);
    }
    let text = words.join(" ");
    match quote {
        Some(quote) if quote.is_over => {
            entry.text = format!("{}{text}", quote.open);
            entry.verbatim = false;
            tokens.retain(|token| token.meaning != Meaning::Verbatim);
        }
        Some(quote) => entry.text = quote.inner(&text),
        None => entry.text = text,
    }
    (entry, tokens)
}

/// What the name of a force behind its sign takes, where no other word follows.
fn named(rest: &str, force: Force) -> usize {
    let begins = skipped(rest, 0);
    let word = piece(&rest[begins..]);
    let end = begins + word.len();
    let next = piece(&rest[skipped(rest, end)..]);
    let is_last = next.is_empty() || meaning_of(next).is_some();
    let is_name = FORCE_NAMES[force.index()].contains(&unmarked(word).to_lowercase().as_str());
    if is_last && is_name { end } else { 0 }
}

/// Whether a text begins with the sign of a force, has its name or nothing behind it, and no other word.
fn is_last_sign(text: &str, entry: &Entry) -> bool {
    let Some((sign, Meaning::Force(force))) = sign_of(text, entry) else { return false };
    let rest = &text[sign.len_utf8()..];
    let name = named(rest, force);
    let is_alone = name > 0 || rest.is_empty() || rest.starts_with(char::is_whitespace);
    let mut rest = rest[name..].trim_start();
    while !rest.is_empty() && meaning_of(piece(rest)).is_some() {
        rest = rest[piece(rest).len()..].trim_start();
    }
    is_alone && rest.is_empty()
}

/// Writes an entry as a line that [`parse`] reads as the same entry: with as few escapes as that takes.
pub fn print(entry: &Entry) -> String {
    let signs = || QUOTES.iter().map(|quote| Some(quote.0)).take(if entry.verbatim { QUOTES.len() } else { 1 });
    let lines = Escapes::ALL.into_iter().flat_map(|escapes| signs().map(move |sign| (escapes, sign)));
    let mut lines = lines.map(|(escapes, sign)| written(entry, sign.filter(|_| entry.verbatim), escapes));
    let read_again = lines.find(|line| parse(line) == *entry);
    read_again.unwrap_or_else(|| written(entry, Some('"').filter(|_| entry.verbatim), Escapes::Every))
}

/// Which quotation marks in the words are escaped.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Escapes {
    None,
    First,
    Every,
}

impl Escapes {
    const ALL: [Escapes; 3] = [Escapes::None, Escapes::First, Escapes::Every];
}

fn written(entry: &Entry, quote: Option<char>, escapes: Escapes) -> String {
    let force = entry.force.and_then(|force| FORCES.iter().find(|sign| sign.1 == force));
    let mut parts: Vec<String> = force.map(|sign| sign.0.to_string()).into_iter().collect();
    let words: Vec<&str> = entry.text.split_whitespace().collect();
    for (at, word) in words.iter().copied().enumerate() {
        let sign = sign_of(word, entry).filter(|_| at == 0);
        let is_sign = sign.is_some_and(|(_, sign)| sign != Meaning::Verbatim || escapes != Escapes::None);
        let is_sign =
            is_sign || at > 0 && sign_of(word, entry).is_some() && is_last_sign(&words[at..].join(" "), entry);
        let is_marked = escapes == Escapes::Every && has_marks(word);
        // What begins a name may go on over white space: it is escaped whether it is one or not.
        let is_sign = is_sign || at == 0 && force_of_letter(word).is_some();
        let escape = is_sign || is_marked || word.starts_with('#') || meaning_of(word).is_some() || is_escaped(word);
        parts.push(if escape { format!("\\{word}") } else { word.into() });
    }
    if let Some(sign) = quote {
        let at = usize::from(entry.force.is_some());
        match parts.get_mut(at) {
            Some(first) => first.insert(0, sign),
            None => parts.push(sign.into()),
        }
    }
    parts.extend(entry.tags.iter().map(|tag| format!("#{}", quoted(tag))));
    let energy = entry.energy.and_then(|energy| ENERGIES.iter().find(|named| named.1 == energy));
    parts.extend(energy.map(|named| format!("*{}", named.0)));
    parts.extend(entry.phase.map(|phase| format!("/{}", PHASES[phase.index()][0])));
    parts.join(" ")
}

fn skipped(line: &str, at: usize) -> usize {
    at + line[at..].len() - line[at..].trim_start().len()
}

/// The sign at the beginning of a text, if it says something new.
fn sign_of(text: &str, entry: &Entry) -> Option<(char, Meaning)> {
    let mut letters = text.chars();
    let sign = letters.next()?;
    if QUOTES.iter().any(|quote| quote.0 == sign) {
        return (!entry.verbatim).then_some((sign, Meaning::Verbatim));
    }
    let is_figure = letters.next().is_some_and(|next| next.is_ascii_digit());
    let force = FORCES.iter().find(|force| force.0 == sign && entry.force.is_none() && !is_figure)?;
    Some((sign, Meaning::Force(force.1)))
}

/// The force whose letter stands alone before other words.
fn letter_of(text: &str, entry: &Entry) -> Option<(char, Meaning)> {
    let (letter, force) = *LETTERS.iter().find(|force| text.starts_with(force.0))?;
    let rest = &text[letter.len_utf8()..];
    let is_alone = rest.starts_with(char::is_whitespace) && !rest.trim_start().is_empty();
    (is_alone && entry.force.is_none()).then_some((letter, Meaning::Force(force)))
}

/// The force that a text stands for where nothing else is typed, as where a tag is looked for: the letter that a Russian keyboard
/// has in the place of its sign.
pub fn force_of_letter(text: &str) -> Option<Force> {
    LETTERS.iter().find(|force| text.strip_prefix(force.0).is_some_and(str::is_empty)).map(|force| force.1)
}

fn meaning_of(word: &str) -> Option<Meaning> {
    if let Some(rest) = behind_tag_sign(word) {
        return name(rest).map(Meaning::Tag);
    }
    if let Some(rest) = word.strip_prefix('*') {
        // "*laughs*" and "*pause."
        let bare = unmarked(rest).trim_end_matches('*');
        let rest = if bare.is_empty() { rest } else { bare }.to_lowercase();
        return ENERGIES.iter().find(|named| named.0 == rest).map(|named| Meaning::Energy(named.1));
    }
    let rest = unmarked(word.strip_prefix('/')?).to_lowercase();
    let place = PHASES.iter().position(|names| names.contains(&rest.as_str()))?;
    Some(Meaning::Phase(Phase::ALL[place]))
}

/// Whether a backslash precedes a sign, or a word with quotation marks, and is left out.
fn is_escaped(word: &str) -> bool {
    let Some(rest) = word.strip_prefix('\\') else { return false };
    let is_sign = |sign: char| matches!(sign, '#' | '*' | '/' | '\\') || FORCES.iter().any(|force| force.0 == sign);
    rest.starts_with(is_sign) || has_marks(rest) || behind_tag_sign(rest).is_some() || force_of_letter(rest).is_some()
}

fn has_marks(word: &str) -> bool {
    word.contains(|letter| QUOTES.iter().any(|quote| quote.0 == letter || quote.1.contains(&letter)))
}

fn unescaped(word: &str) -> &str {
    if is_escaped(word) { &word[1..] } else { word }
}

#[cfg(test)]
mod tests;
