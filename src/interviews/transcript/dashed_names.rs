//! Names that something other than a colon sets off from the words: a dash (`Anna — yes`), a full stop behind the letters of
//! questions and answers (`Q. Who?`), the end of the line, brackets, a time (`Anna 0:03 yes`). A time may stand before them.

use std::collections::HashMap;

use super::label::head;
use super::may_end_turn;
use super::name::{is_bare_name, is_known_role, key};
use super::time::{all_of, bracketed, time, trailing};

/// The letters of questions and answers.
const PAIRS: [[&str; 2]; 4] = [["Q", "A"], ["В", "О"], ["Question", "Answer"], ["Вопрос", "Ответ"]];

/// The lines with a colon behind such names, where the whole text is written so.
pub(super) fn with_colons(lines: &mut [(&mut String, bool)]) {
    let turns = lines.iter().filter(|(_, after_gap)| *after_gap).count();
    let letters: Vec<Option<(Named, u32)>> = lines.iter().map(|(line, _)| letter(behind_time(line))).collect();
    for pair in PAIRS {
        let numbers = |letter: &str| {
            let found = letters.iter().flatten().filter(|(one, _)| one.name == letter);
            found.map(|(_, number)| *number).collect::<Vec<_>>()
        };
        let (questions, answers) = (numbers(pair[0]), numbers(pair[1]));
        // Numbers count the questions; those of people come again.
        let are_counted = |all: &[u32]| all.windows(2).all(|two| two[0] < two[1] || two == [0, 0]);
        let fits = !questions.is_empty() && !answers.is_empty() && are_counted(&questions) && are_counted(&answers);
        if fits && (questions.len() + answers.len()) * 2 >= turns {
            let found = letters.iter().map(|one| one.map(|(one, _)| one).filter(|one| pair.contains(&one.name)));
            let texts: Vec<Option<String>> = found.map(|one| one.map(Named::written)).collect();
            return put_behind_times(lines, texts);
        }
    }
    let ways: [Way; 8] = [
        |lines, at| before_dash(behind_time(lines[at].0)),
        above,
        far_above,
        |lines, at| in_brackets(behind_time(lines[at].0)),
        |lines, at| before_time(lines[at].0),
        |lines, at| code(behind_time(lines[at].0)),
        |lines, at| before_sign(behind_time(lines[at].0)),
        alone,
    ];
    let texts = ways.iter().enumerate().find_map(|(number, way)| {
        let found: Vec<NamedLine> = (0..lines.len()).map(|at| way(lines, at)).collect();
        let begins = |at: usize| lines[at].1 || behind_time(lines[at].0).len() < lines[at].0.len();
        let is_turn = |at: &usize| begins(*at) && (found[*at].is_some() || *at == 0 || !is_alone(found[at - 1]));
        let turns = (0..lines.len()).filter(is_turn).count();
        // Signs stand in sentences too: most lines have the same.
        let are_most = || found.iter().flatten().count() * 3 >= lines.len() * 2;
        let is_timeless = |line: &str| head(line, false).time.or(head(line, false).bare_time).is_none();
        let is_first = || found.first().is_some_and(Option::is_some) && lines.iter().all(|(line, _)| is_timeless(line));
        let fits = match number {
            6 => are_most(),
            7 => is_first(),
            _ => true,
        };
        colons(&found, turns).filter(|_| fits)
    });
    if let Some(texts) = texts {
        put_behind_times(lines, texts);
    }
}

/// Puts texts in the place of the lines, behind the times that begin them.
fn put_behind_times(lines: &mut [(&mut String, bool)], texts: Vec<Option<String>>) {
    let timed = |(text, (line, _)): (Option<String>, &(&mut String, bool))| {
        text.map(|text| format!("{}{text}", &line[..line.len() - behind_time(line).len()]))
    };
    let texts = texts.into_iter().zip(lines.iter()).map(timed).collect();
    put(lines, texts);
}

/// A line without the time that begins it.
fn behind_time(line: &str) -> &str {
    let head = head(line, false);
    if head.time.or(head.bare_time).is_some() && line.ends_with(head.whole) && head.name.is_none() {
        head.whole
    } else {
        line
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

/// A line that a name begins.
#[derive(Clone, Copy)]
struct Named<'l> {
    name: &'l str,
    /// The time behind it, with its brackets; empty if there is none.
    time: &'l str,
    /// What was said on its line.
    words: &'l str,
}

type NamedLine<'l> = Option<Named<'l>>;

impl<'l> Named<'l> {
    fn of(name: &'l str, words: &'l str) -> Self {
        Self { name: name.trim(), time: "", words: words.trim_start() }
    }

    fn written(self) -> String {
        let gap = if self.time.is_empty() { "" } else { " " };
        format!("{}{gap}{}: {}", self.name, self.time, self.words)
    }
}

/// Finds the name that begins a line.
type Way = for<'l, 's> fn(&'l [(&'s mut String, bool)], usize) -> NamedLine<'l>;

/// Whether a name has its line for itself.
fn is_alone(found: NamedLine) -> bool {
    found.is_some_and(|one| one.words.is_empty())
}

/// Colons behind the names that were `found` in the lines, where the whole text is written so.
fn colons(found: &[NamedLine], turns: usize) -> Option<Vec<Option<String>>> {
    let mut counts: HashMap<String, usize> = HashMap::new();
    found.iter().flatten().for_each(|one| *counts.entry(key(one.name)).or_default() += 1);
    let comes_again = |name: &str| counts.get(&key(name)).is_some_and(|count| *count > 1);
    // Two people at least, one of whom speaks again, in most of what begins a turn. Roles are known without.
    let all: usize = counts.values().sum();
    let are_again = all > 2 && counts.len() < all;
    let are_known = || all == found.len() && found.iter().flatten().all(|one| is_known_role(one.name));
    let is_usual = counts.len() > 1 && all * 3 >= turns * 2 && (are_again || are_known());
    let is_name = |name: &str| {
        is_known_role(name) || all == turns || all == found.len() || comes_again(name) || counts.len() * 2 <= all
    };
    let starts = found.iter().flatten().filter_map(|one| trailing(one.time)).map(|(_, span)| span.start);
    (is_usual && starts.is_sorted())
        .then(|| found.iter().map(|one| one.filter(|one| is_name(one.name)).map(Named::written)).collect())
}

fn put(lines: &mut [(&mut String, bool)], texts: Vec<Option<String>>) {
    for ((line, _), text) in lines.iter_mut().zip(texts) {
        if let Some(text) = text {
            **line = text;
        }
    }
}

/// A letter or word of questions and answers, maybe with a number, before a full stop, a bracket or a colon; the number, and what
/// was said.
fn letter(line: &str) -> Option<(Named<'_>, u32)> {
    let (name, rest) = line.split_once(['.', ')', ':'])?;
    let letter = name.trim_end_matches(|c: char| c.is_ascii_digit());
    let number = name[letter.len()..].parse().unwrap_or_default();
    let is_one = PAIRS.iter().flatten().any(|known| *known == letter.trim_end());
    let rest = rest.strip_prefix(':').unwrap_or(rest);
    let is_said = rest.starts_with(char::is_whitespace) && !rest.trim().is_empty();
    (is_one && is_said).then(|| (Named::of(letter, rest), number))
}

/// A name before the first dash between spaces, and what was said.
fn before_dash(line: &str) -> NamedLine<'_> {
    let dashes = [" \u{2014} ", " \u{2013} ", " - ", "\u{a0}\u{2014} ", "\u{a0}\u{2013} "];
    let found = dashes.into_iter().filter_map(|dash| line.split_once(dash)).min_by_key(|(name, _)| name.len());
    let (name, rest) = found.filter(|(name, rest)| is_bare_name(name.trim()) && !rest.trim().is_empty())?;
    (name.split_whitespace().count() < 4 && all_of(rest).is_none()).then(|| Named::of(name, rest))
}

/// A name before a sign that parts, and what was said.
fn before_sign(line: &str) -> NamedLine<'_> {
    const SIGNS: [char; 10] = ['>', '\u{bb}', '|', ';', '\u{ff1b}', '/', '=', '\u{2192}', '\u{2026}', '.'];
    let (name, rest) = line.split_at(line.find(SIGNS)?);
    let sign = rest.chars().next()?;
    let words = rest.trim_start_matches(sign);
    let is_sign = sign != '.' || rest.len() - words.len() > 2;
    let fits = is_sign && is_bare_name(name.trim()) && name.split_whitespace().count() < 4;
    (fits && words.starts_with(char::is_whitespace) && !words.trim().is_empty()).then(|| Named::of(name, words))
}

/// A name before a time, and what was said.
fn before_time(line: &str) -> NamedLine<'_> {
    const MOST_GAPS: usize = 5;
    let gaps = line.match_indices([' ', '\u{a0}', '\t']).map(|(at, _)| at).take(MOST_GAPS);
    gaps.filter(|at| *at > 0).find_map(|at| {
        let behind = line[at..].trim_start();
        let rest = bracketed(behind).map(|(_, rest)| rest).or_else(|| Some(time(behind)?.1))?;
        let name = line[..at].trim_end_matches([',', ' ']);
        let name = name.strip_prefix('[').and_then(|name| name.strip_suffix(']')).unwrap_or(name);
        let words = rest.trim_start().trim_start_matches(['-', '\u{2013}', '\u{2014}']).trim_start();
        let fits = is_bare_name(name) && rest.starts_with(char::is_whitespace) && !words.is_empty();
        fits.then(|| Named { name, time: &behind[..behind.len() - rest.len()], words })
    })
}

/// A letter with a number and a full stop, as groups are written down: `R1. Yes`.
fn code(line: &str) -> NamedLine<'_> {
    let (name, rest) = line.split_once(['.', ')'])?;
    let letters = name.trim_end_matches(|c: char| c.is_ascii_digit());
    let is_code =
        (1..3).contains(&letters.chars().count()) && letters.chars().all(char::is_uppercase) && name.len() < 7;
    let is_said = rest.starts_with(char::is_whitespace) && !rest.trim().is_empty();
    (is_code && is_said && head(line, false).name.is_none()).then(|| Named::of(name, rest))
}

/// A name that is all of a line after a gap, above what was said.
fn above<'l>(lines: &'l [(&mut String, bool)], at: usize) -> NamedLine<'l> {
    above_words(lines, at).filter(|_| !lines[at + 1].1)
}

/// The same with a gap below it.
fn far_above<'l>(lines: &'l [(&mut String, bool)], at: usize) -> NamedLine<'l> {
    above_words(lines, at).filter(|_| lines[at + 1].1 && !is_bare_name(lines[at + 1].0))
}

/// A name that is all of a line and no end of a sentence, above what was said, without any gap.
fn alone<'l>(lines: &'l [(&mut String, bool)], at: usize) -> NamedLine<'l> {
    let (line, after_gap) = &lines[at];
    let is_set_off = *after_gap || is_known_role(line) || at == 0 || may_end_turn(lines[at - 1].0);
    let is_followed = lines.get(at + 1).is_some_and(|(next, _)| !is_known_role(next));
    (is_set_off && is_followed && is_bare_name(line)).then(|| Named::of(line, ""))
}

fn above_words<'l>(lines: &'l [(&mut String, bool)], at: usize) -> NamedLine<'l> {
    let (line, after_gap) = &lines[at];
    let is_said = |line: &str| head(line, false).name.is_none() && !head(line, false).whole.is_empty();
    let goes_on = lines.get(at + 1).is_some_and(|(next, _)| is_said(next));
    (*after_gap && goes_on && is_bare_name(line)).then(|| Named::of(line, ""))
}

/// A name in brackets before what was said.
fn in_brackets(line: &str) -> NamedLine<'_> {
    let pairs = [('[', ']'), ('(', ')'), ('<', '>')];
    let inner = |(open, close)| line.strip_prefix(open)?.split_once(close);
    let (name, rest) = pairs.into_iter().find_map(inner)?;
    (is_bare_name(name) && !rest.trim().is_empty() && !rest.starts_with(':')).then(|| Named::of(name, rest))
}
