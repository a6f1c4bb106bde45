//! Turns that stand on one line: `Anna: How? Boris: By chance.`, `— Как? — Случайно.`; and marks of lists before all of them.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use crate::arrange::Arrange;

use super::may_end_turn;
use super::name::{MOST_LETTERS, is_bare_name, is_known_role, key};
use super::time::{bracketed, time};

/// What marks the items of lists.
pub(super) const BULLETS: [char; 6] = ['\u{2022}', '\u{25cf}', '\u{25e6}', '\u{25aa}', '\u{2023}', '*'];

/// A name that may begin a turn.
struct Begun<'l> {
    name: &'l str,
    /// A time or bold letters mark it.
    is_marked: bool,
    /// What follows begins as a sentence does.
    is_sentence: bool,
}

/// Where a turn may begin within a line.
struct Cut<'l> {
    at: usize,
    key: String,
    begun: Begun<'l>,
    follows_question: bool,
}

/// The text with a line for each turn, where names and dashes show for sure that there are several on one.
pub(super) fn parted(text: &str) -> Cow<'_, str> {
    let bare = |line: &str| {
        line.trim_start().strip_prefix(BULLETS).filter(|rest| rest.starts_with([' ', '\t', '\u{a0}'])).map(str::len)
    };
    let written = || text.split('\n').filter(|line| !line.trim().is_empty());
    let listed = written().filter_map(|line| begun(&line[line.len() - bare(line)?..])).count();
    let are_listed = listed > 1 && listed * 3 >= written().count() * 2;
    let lines: Vec<&str> = text
        .split('\n')
        .map(|line| bare(line).filter(|_| are_listed).map_or(line, |left| line[line.len() - left..].trim_start()))
        .collect();
    let starts: Vec<Option<String>> = lines.iter().map(|line| begun(line).map(|begun| key(begun.name))).collect();
    let mut counts: HashMap<&str, usize> = HashMap::new();
    starts.iter().flatten().for_each(|key| *counts.entry(key).or_default() += 1);
    let cuts: Vec<Vec<Cut>> = lines.iter().map(|line| cuts(line)).collect();
    // Who answers a question is somebody else.
    let answers = |(cuts, start): (&'_ Vec<Cut>, &Option<String>)| -> Vec<String> {
        let is_answer = |cut: &&Cut| {
            cut.follows_question && cut.begun.is_sentence && start.as_ref().is_some_and(|start| *start != cut.key)
        };
        cuts.iter().filter(is_answer).map(|cut| cut.key.clone()).collect()
    };
    let answering: HashSet<String> = cuts.iter().zip(&starts).flat_map(answers).collect();
    let mut parted = String::with_capacity(text.len());
    for ((line, cuts), start) in lines.iter().zip(&cuts).zip(&starts) {
        let is_turn = |cut: &&Cut| {
            let own = usize::from(start.as_ref() == Some(&cut.key));
            let begins_others = counts.get(cut.key.as_str()).is_some_and(|count| *count > own);
            let is_known = own > 0 || is_known_role(cut.begun.name) || answering.contains(&cut.key);
            cut.begun.is_marked || begins_others || start.is_some() && cut.begun.is_sentence && is_known
        };
        let mut places: Vec<usize> = cuts.iter().filter(is_turn).map(|cut| cut.at).chain(dashes(line)).collect();
        places.arrange();
        let mut from = 0;
        for at in places {
            parted += line[from..at].trim_end();
            parted.push('\n');
            from = at;
        }
        parted += &line[from..];
        parted.push('\n');
    }
    parted.pop();
    if parted == text { Cow::Borrowed(text) } else { Cow::Owned(parted) }
}

/// The name before a colon that begins a text, behind a time and in bold letters or not.
fn begun(text: &str) -> Option<Begun<'_>> {
    let text = text.trim_start();
    let bare = || time(text).map(|(_, rest)| rest).filter(|rest| rest.starts_with(char::is_whitespace));
    let timed = bracketed(text).map(|(_, rest)| rest).or_else(bare).map(str::trim_start);
    let rest = timed.unwrap_or(text);
    let bare = rest.trim_start_matches(['*', '_']);
    let colon = bare.char_indices().take(MOST_LETTERS).find(|(_, letter)| *letter == ':')?.0;
    let name = bare[..colon].trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '_'));
    let said = bare[colon + 1..].trim_start_matches(['*', '_']);
    let fits = is_bare_name(name) && (said.is_empty() || said.starts_with(char::is_whitespace));
    let is_marked = timed.is_some() || bare.len() < rest.len();
    fits.then(|| Begun { name, is_marked, is_sentence: said.trim_start().starts_with(|c: char| !c.is_lowercase()) })
}

/// The places behind sentences and blanks at which a name or a time begins.
fn cuts(line: &str) -> Vec<Cut<'_>> {
    let begins = line.match_indices([' ', '\u{a0}', '\t']).map(|(at, gap)| at + gap.len());
    let cut = |at: usize| {
        let (before, rest) = line.split_at(at);
        let is_time = rest.starts_with(['[', '(']);
        let may = is_time || rest.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '*' | '_'));
        if !may || !is_time && !is_ended(before.trim_end()) {
            return None;
        }
        let begun = begun(rest).filter(|_| before.contains(char::is_alphabetic))?;
        Some(Cut { at, key: key(begun.name), follows_question: before.trim_end().ends_with('?'), begun })
    };
    begins.filter_map(cut).collect()
}

/// Whether a sentence ends here, and no name that is cut short: "Иванов И. И."
fn is_ended(before: &str) -> bool {
    let letters = |text: &str| text.chars().rev().take_while(|c| c.is_alphabetic()).count();
    may_end_turn(before) && !before.ends_with([':', ';']) && before.strip_suffix('.').map(letters) != Some(1)
}

/// The places of the dashes behind the first that begin turns: each behind a sentence, none before words of a narrator.
fn dashes(line: &str) -> Vec<usize> {
    const DASHES: [char; 2] = ['\u{2014}', '\u{2013}'];
    if !line.trim_start().starts_with(DASHES) {
        return Vec::new();
    }
    let found = || line.match_indices(DASHES).skip(1);
    let is_turn = |(at, dash): (usize, &str)| {
        let behind = &line[at + dash.len()..];
        is_ended(line[..at].trim_end())
            && behind.starts_with(char::is_whitespace)
            && behind.trim_start().starts_with(char::is_uppercase)
    };
    if found().all(is_turn) { found().map(|(at, _)| at).collect() } else { Vec::new() }
}
