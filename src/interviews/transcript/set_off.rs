//! Names that something other than a colon sets off from the words: a dash (`Anna — yes`), a full stop behind the letters of
//! questions and answers (`Q. Who?`), the end of the line, brackets.

use std::collections::HashMap;

use super::label::{head, is_bare_name, key};
use super::time::all_of;

/// The letters of questions and answers.
const PAIRS: [[&str; 2]; 2] = [["Q", "A"], ["\u{412}", "\u{41e}"]];

/// The lines with a colon behind such names, where the whole text is written so.
pub(super) fn with_colons(lines: &mut [(&mut String, bool)]) {
    let turns = lines.iter().filter(|(_, after_gap)| *after_gap).count();
    let letters: Vec<Option<(&str, &str)>> = lines.iter().map(|(line, _)| letter(line)).collect();
    for pair in PAIRS {
        let count = |letter: &str| letters.iter().flatten().filter(|(name, _)| *name == letter).count();
        let (questions, answers) = (count(pair[0]), count(pair[1]));
        if questions > 0 && answers > 0 && (questions + answers) * 2 >= turns {
            let found = letters.iter().map(|one| one.filter(|(name, _)| pair.contains(name)));
            let texts: Vec<Option<String>> = found.map(colon).collect();
            return put(lines, texts);
        }
    }
    let ways: [Way; 4] = [|lines, at| before_dash(lines[at].0), above, far_above, |lines, at| in_brackets(lines[at].0)];
    let texts = ways.iter().find_map(|way| {
        let found: Vec<NamedLine> = (0..lines.len()).map(|at| way(lines, at)).collect();
        let is_turn = |at: &usize| lines[*at].1 && (found[*at].is_some() || *at == 0 || !is_alone(found[at - 1]));
        let turns = (0..lines.len()).filter(is_turn).count();
        colons(&found, turns)
    });
    if let Some(texts) = texts {
        put(lines, texts);
    }
}

/// The same for names in brackets alone.
pub(super) fn in_brackets_with_colons(lines: &mut [(&mut String, bool)]) {
    let found: Vec<NamedLine> = lines.iter().map(|(line, _)| in_brackets(line)).collect();
    let turns = lines.iter().filter(|(_, begins)| *begins).count();
    if let Some(texts) = colons(&found, turns) {
        put(lines, texts);
    }
}

/// A name, and what was said on its line.
type NamedLine<'l> = Option<(&'l str, &'l str)>;

/// Finds the name that begins a line.
type Way = for<'l, 's> fn(&'l [(&'s mut String, bool)], usize) -> NamedLine<'l>;

/// Whether a name has its line for itself.
fn is_alone(found: NamedLine) -> bool {
    found.is_some_and(|(_, rest)| rest.is_empty())
}

/// Colons behind the names that were `found` in the lines, where the whole text is written so.
fn colons(found: &[NamedLine], turns: usize) -> Option<Vec<Option<String>>> {
    let mut counts: HashMap<String, usize> = HashMap::new();
    found.iter().flatten().for_each(|(name, _)| *counts.entry(key(name)).or_default() += 1);
    let comes_again = |name: &str| counts.get(&key(name)).is_some_and(|count| *count > 1);
    // Two people at least, one of whom speaks again, in most of what begins a turn.
    let all: usize = counts.values().sum();
    let is_usual = counts.len() > 1
        && counts.values().any(|count| *count > 1)
        && all > 2
        && all * 3 >= turns * 2
        && counts.len() < all;
    let is_name = |name: &str| all == turns || all == found.len() || comes_again(name) || counts.len() * 2 <= all;
    is_usual.then(|| found.iter().map(|one| colon(one.filter(|(name, _)| is_name(name)))).collect())
}

fn colon(found: Option<(&str, &str)>) -> Option<String> {
    found.map(|(name, rest)| format!("{name}: {rest}"))
}

fn put(lines: &mut [(&mut String, bool)], texts: Vec<Option<String>>) {
    for ((line, _), text) in lines.iter_mut().zip(texts) {
        if let Some(text) = text {
            **line = text;
        }
    }
}

/// A letter of questions and answers with a full stop or a bracket, and what was said.
fn letter(line: &str) -> Option<(&str, &str)> {
    let (name, rest) = line.split_once(['.', ')'])?;
    let is_one = PAIRS.iter().flatten().any(|letter| *letter == name);
    let rest = rest.strip_prefix(':').unwrap_or(rest);
    (is_one && rest.starts_with(char::is_whitespace) && !rest.trim().is_empty()).then(|| (name, rest.trim_start()))
}

/// A name before the first dash between spaces, and what was said.
fn before_dash(line: &str) -> NamedLine<'_> {
    let dashes = [" \u{2014} ", " \u{2013} ", " - ", "\u{a0}\u{2014} ", "\u{a0}\u{2013} "];
    let found = dashes.into_iter().filter_map(|dash| line.split_once(dash)).min_by_key(|(name, _)| name.len());
    let (name, rest) = found.filter(|(name, rest)| is_bare_name(name.trim()) && !rest.trim().is_empty())?;
    (name.split_whitespace().count() < 4 && all_of(rest).is_none()).then(|| (name.trim(), rest.trim_start()))
}

/// A name that is all of a line after a gap, above what was said.
fn above<'l>(lines: &'l [(&mut String, bool)], at: usize) -> NamedLine<'l> {
    above_words(lines, at).filter(|_| !lines[at + 1].1)
}

/// The same with a gap below it.
fn far_above<'l>(lines: &'l [(&mut String, bool)], at: usize) -> NamedLine<'l> {
    above_words(lines, at).filter(|_| lines[at + 1].1 && !is_bare_name(lines[at + 1].0))
}

fn above_words<'l>(lines: &'l [(&mut String, bool)], at: usize) -> NamedLine<'l> {
    let (line, after_gap) = &lines[at];
    let is_said = |line: &str| head(line, false).name.is_none() && !head(line, false).whole.is_empty();
    let goes_on = lines.get(at + 1).is_some_and(|(next, _)| is_said(next));
    (*after_gap && goes_on && is_bare_name(line)).then_some((line.as_str(), ""))
}

/// A name in brackets before what was said.
fn in_brackets(line: &str) -> NamedLine<'_> {
    let pairs = [('[', ']'), ('(', ')'), ('<', '>')];
    let inner = |(open, close)| line.strip_prefix(open)?.split_once(close);
    let (name, rest) = pairs.into_iter().find_map(inner)?;
    (is_bare_name(name) && !rest.trim().is_empty() && !rest.starts_with(':')).then(|| (name, rest.trim_start()))
}
