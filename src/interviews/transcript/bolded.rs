//! Names in bold letters before the words, without a colon: `**Anna** Hello.`

use std::borrow::Cow;
use std::collections::HashMap;

use super::name::{is_bare_name, key};

/// The text with a colon behind such names, where most paragraphs begin with one and somebody speaks again.
pub(super) fn with_colons(text: &str) -> Cow<'_, str> {
    if !text.contains("**") && !text.contains("__") {
        return Cow::Borrowed(text);
    }
    let lines: Vec<&str> = text.split('\n').collect();
    let found: Vec<Option<Bold>> = lines.iter().map(|line| bold(line)).collect();
    let is_begin = |at: &usize| !lines[*at].trim().is_empty() && (*at == 0 || lines[*at - 1].trim().is_empty());
    let begins = (0..lines.len()).filter(is_begin).count();
    let mut counts: HashMap<String, usize> = HashMap::new();
    found.iter().flatten().for_each(|bold| *counts.entry(key(bold.name)).or_default() += 1);
    let all: usize = counts.values().sum();
    let is_usual = counts.len() > 1 && counts.len() < all && all * 3 >= begins * 2;
    if !is_usual {
        return Cow::Borrowed(text);
    }
    let written = |(line, bold): (&&str, &Option<Bold>)| match bold {
        Some(Bold { mark, name, words }) => format!("{mark}{name}:{mark} {words}"),
        None => (*line).to_owned(),
    };
    Cow::Owned(lines.iter().zip(&found).map(written).collect::<Vec<_>>().join("\n"))
}

struct Bold<'l> {
    mark: &'l str,
    name: &'l str,
    words: &'l str,
}

/// A line whose first words are bold and may be a name, with a sentence behind them.
fn bold(line: &str) -> Option<Bold<'_>> {
    let line = line.trim();
    let mark = line.get(..2).filter(|mark| matches!(*mark, "**" | "__"))?;
    let (name, words) = line[2..].split_once(mark)?;
    let words = words.strip_prefix(char::is_whitespace)?.trim_start();
    let begins = words.trim_start_matches(['"', '\u{ab}', '\u{201c}', '\u{201e}', '(', '[', '\u{2026}', '.', '*', '_']);
    let is_said = begins.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase());
    (is_said && is_bare_name(name)).then_some(Bold { mark, name, words })
}
