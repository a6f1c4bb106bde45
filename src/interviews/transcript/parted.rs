//! Lines whose time, name and words one sign parts: `00:03 - Anna - Hello`, `Anna | 00:03 | Hello`; whose time stands in brackets
//! between the name and the words: `Anna [00:03] Hello`; and times that begin lines in a dress of their own: `{00:03}`, `@3:00`,
//! `00:03;`, `00:03-00:09`.

use std::borrow::Cow;
use std::collections::HashSet;

use super::columns::is_clock;
use super::name::{is_bare_name, is_known_role, key};
use super::notation::clock;
use super::time::{Span, all_of, bracketed, time};

/// The signs that part; behind a comma or a dash there may be more of what was said.
const SIGNS: [&str; 10] = ["|", ";", " / ", " > ", " \u{b7} ", " \u{2022} ", " \u{2014} ", " \u{2013} ", " - ", ","];

/// The text with a time in brackets and a colon behind the name, where most lines are written so; and names that may be none.
pub(super) fn usual(text: &str) -> (Cow<'_, str>, Vec<String>) {
    let lines: Vec<&str> = text.split('\n').map(str::trim).collect();
    let mut doubtful = Vec::new();
    let fits =
        |rows: &[Option<PartedLine>]| are_usual(&lines, rows) && rows.iter().flatten().map(|row| row.start).is_sorted();
    let written = |rows: &[Option<PartedLine>]| {
        let line =
            |(line, row): (&&str, &Option<PartedLine>)| row.as_ref().map_or((*line).to_owned(), PartedLine::written);
        Cow::Owned(lines.iter().zip(rows).map(line).collect::<Vec<_>>().join("\n"))
    };
    let rows: Vec<Option<PartedLine>> = lines.iter().map(|line| time_between(line)).collect();
    if fits(&rows) {
        return (written(&rows), Vec::new());
    }
    for sign in SIGNS {
        for way in [time_first, name_first] {
            let rows: Vec<Option<PartedLine>> = lines.iter().map(|line| way(line, sign)).collect();
            if !fits(&rows) {
                continue;
            }
            let found: Vec<&PartedLine> = rows.iter().flatten().collect();
            let names: HashSet<String> = found.iter().map(|row| key(row.name)).collect();
            let is_sure = names.len() < found.len() || found.iter().all(|row| is_known_role(row.name));
            if is_sure || !matches!(sign.trim(), "," | "-" | "\u{2013}" | "\u{2014}" | "/") {
                return (written(&rows), Vec::new());
            }
            doubtful = found.iter().map(|row| row.name.to_owned()).collect();
        }
    }
    (undressed(text, &lines), doubtful)
}

/// Whether most of the lines, or each that follows a gap, are written so.
fn are_usual<T>(lines: &[&str], found: &[Option<T>]) -> bool {
    let begins = |at: &usize| !lines[*at].is_empty() && (*at == 0 || lines[*at - 1].is_empty());
    let turns: Vec<usize> = (0..lines.len()).filter(begins).collect();
    let (count, written) = (found.iter().flatten().count(), lines.iter().filter(|line| !line.is_empty()).count());
    let are_all = turns.len() > 1 && turns.iter().all(|at| found[*at].is_some());
    count > 1 && (count * 3 >= written * 2 || are_all)
}

/// A line that a time and a name begin.
struct PartedLine<'l> {
    time: &'l str,
    start: u32,
    name: &'l str,
    words: &'l str,
}

impl<'l> PartedLine<'l> {
    fn of(time: &'l str, name: &'l str, words: &'l str) -> Option<Self> {
        let (time, name, words) = (time.trim(), name.trim(), words.trim());
        let time = time.strip_prefix(['[', '(']).and_then(|time| time.strip_suffix([']', ')'])).unwrap_or(time);
        let (Span { start, .. }, _) = bracketed(&format!("[{time}]")).filter(|_| is_clock(time))?;
        let name = name.strip_prefix('[').and_then(|name| name.strip_suffix(']')).unwrap_or(name);
        let fits = is_bare_name(name) && name.split_whitespace().count() < 4 && !words.is_empty();
        (fits && all_of(words).is_none()).then_some(Self { time, start, name, words })
    }

    fn written(&self) -> String {
        format!("[{}] {}: {}", self.time, self.name, self.words)
    }
}

fn time_first<'l>(line: &'l str, sign: &str) -> Option<PartedLine<'l>> {
    let (time, rest) = line.split_once(sign)?;
    let (name, words) = rest.split_once(sign)?;
    PartedLine::of(time, name, words)
}

fn name_first<'l>(line: &'l str, sign: &str) -> Option<PartedLine<'l>> {
    let (name, rest) = line.split_once(sign)?;
    let (time, words) = rest.split_once(sign)?;
    PartedLine::of(time, name, words)
}

/// `Anna [00:03] Hello`, `Anna (00:03): Hello`.
fn time_between(line: &str) -> Option<PartedLine<'_>> {
    let open = line.find(['[', '('])?;
    let close = open + line[open..].find([']', ')'])?;
    let words = line[close + 1..].trim_start().trim_start_matches(':');
    // "Acme (10:30) was late" goes on with its sentence.
    let goes_on = line[open..].starts_with('(') && words.trim_start().starts_with(char::is_lowercase);
    PartedLine::of(&line[open + 1..close], &line[..open], words).filter(|_| !goes_on)
}

/// The text with the times in brackets that begin its lines in a dress of their own, where they are in order.
fn undressed<'t>(text: &'t str, lines: &[&str]) -> Cow<'t, str> {
    let found: Vec<Option<(Span, &str)>> = lines.iter().map(|line| dressed(line)).collect();
    let is_sorted = found.iter().flatten().map(|(span, _)| span.start).is_sorted();
    if !is_sorted || !are_usual(lines, &found) {
        return Cow::Borrowed(text);
    }
    let written = |(line, found): (&&str, &Option<(Span, &str)>)| match found {
        Some((Span { start, end }, rest)) => {
            let end = end.map(|end| format!(" - {}", clock(end))).unwrap_or_default();
            format!("[{}{end}] {rest}", clock(*start))
        }
        None => (*line).to_owned(),
    };
    Cow::Owned(lines.iter().zip(&found).map(written).collect::<Vec<_>>().join("\n"))
}

/// A time in such a dress at the beginning of a line, and what follows it.
fn dressed(line: &str) -> Option<(Span, &str)> {
    const DASHES: [&str; 6] = ["-->", "->", "-", "\u{2013}", "\u{2014}", "\u{2192}"];
    let dash = |text: &'_ str| DASHES.iter().find_map(|dash| text.strip_prefix(dash)).map(str::len);
    // "[00:03] - [00:09]"
    if let Some((span, rest)) = bracketed(line).filter(|(span, _)| span.end.is_none()) {
        let rest = rest.trim_start();
        let (until, rest) = bracketed(rest[rest.len() - dash(rest)?..].trim_start())?;
        return (until.start >= span.start).then_some((Span { end: Some(until.start), ..span }, rest.trim_start()));
    }
    let open = ['{', '<', '@', '~', '#'].into_iter().find(|open| line.starts_with(*open));
    let inner = open.map_or(line, |open| &line[open.len_utf8()..]).trim_start();
    let (start, rest) = time(inner)?;
    let until = dash(rest.trim_start()).and_then(|left| time(rest[rest.len() - left..].trim_start()));
    let (end, rest) = until.filter(|(end, _)| *end >= start).map_or((None, rest), |(end, rest)| (Some(end), rest));
    let close = match open {
        Some('{') => Some('}'),
        Some('<') => Some('>'),
        _ => None,
    };
    let rest = match close {
        Some(close) => rest.trim_start().strip_prefix(close)?,
        None => rest,
    };
    let bare = rest.strip_prefix(['.', ';', ',', '/', '|', ':', '>']).unwrap_or(rest);
    let is_dressed = open.is_some() || end.is_some() || bare.len() < rest.len();
    let ends = bare.is_empty() || bare.starts_with(char::is_whitespace);
    (is_dressed && ends).then(|| (Span { start, end }, bare.trim_start()))
}
