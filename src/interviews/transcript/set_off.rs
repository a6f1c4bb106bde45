//! Names that something other than a colon sets off from the words: a dash (`Anna — yes`), a full stop behind the letters of
//! questions and answers (`Q. Who?`).

use std::collections::HashMap;

use super::label::{is_bare_name, key};

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
    let dashes: Vec<Option<(&str, &str)>> = lines.iter().map(|(line, _)| before_dash(line)).collect();
    let mut counts: HashMap<String, usize> = HashMap::new();
    dashes.iter().flatten().for_each(|(name, _)| *counts.entry(key(name)).or_default() += 1);
    let comes_again = |name: &str| counts.get(&key(name)).is_some_and(|count| *count > 1);
    // Two people at least, one of whom speaks again, in most of what begins a turn.
    let all: usize = counts.values().sum();
    if counts.len() > 1
        && counts.values().any(|count| *count > 1)
        && all > 2
        && all * 3 >= turns * 2
        && counts.len() < all
    {
        let found = dashes.iter().map(|one| one.filter(|(name, _)| comes_again(name) || counts.len() * 2 <= all));
        let texts: Vec<Option<String>> = found.map(colon).collect();
        put(lines, texts);
    }
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
fn before_dash(line: &str) -> Option<(&str, &str)> {
    let dashes = [" \u{2014} ", " \u{2013} ", " - ", "\u{a0}\u{2014} ", "\u{a0}\u{2013} "];
    let found = dashes.into_iter().filter_map(|dash| line.split_once(dash)).min_by_key(|(name, _)| name.len());
    let (name, rest) = found.filter(|(name, rest)| is_bare_name(name.trim()) && !rest.trim().is_empty())?;
    (name.split_whitespace().count() < 4).then(|| (name.trim(), rest.trim_start()))
}
