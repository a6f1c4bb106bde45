//! Times in other signs than colons, at the beginning of turns: `00h00m03s`, `1m 12s`, `0.03`, `3.20 - 5.10`, `1'03"`.

use std::borrow::Cow;

use super::label::head;
use super::may_end_turn;
use super::name::is_bare_name;

/// A time as it is written.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Clock<'l> {
    /// In milliseconds: its units are written.
    Known(u32),
    /// Whole minutes, in milliseconds.
    Minutes(u32),
    /// Figures before and behind a point: minutes and seconds, or seconds and parts of them.
    Dotted(&'l str, &'l str),
}

/// A line with such a time.
struct Timed<'l> {
    name: &'l str,
    start: Clock<'l>,
    end: Option<Clock<'l>>,
    is_bracketed: bool,
    rest: &'l str,
}

/// The text with such times in brackets, as `[0:00:03]`, where they are in order and begin most turns.
pub(super) fn usual(text: &str) -> Cow<'_, str> {
    let lines: Vec<&str> = text.split('\n').collect();
    let timed: Vec<Option<Timed>> = lines.iter().map(|line| timed(line.trim())).collect();
    let found: Vec<&Timed> = timed.iter().flatten().collect();
    let begins = |at: &usize| !lines[*at].trim().is_empty() && (*at == 0 || lines[*at - 1].trim().is_empty());
    let turns = (0..lines.len()).filter(begins).count();
    if found.len() < 2 || found.len() * 2 < turns || !are_times(&found) {
        return Cow::Borrowed(text);
    }
    let first = timed.iter().position(Option::is_some).unwrap_or(0);
    let last = timed.iter().rposition(Option::is_some).unwrap_or(0);
    let words = lines[first..last].iter().map(|line| line.split_whitespace().count()).sum::<usize>();
    let Some(length) = length(&found, words) else { return Cow::Borrowed(text) };
    let starts: Vec<u32> = found.iter().map(|timed| ms(timed.start, length)).collect();
    if !starts.is_sorted() {
        return Cow::Borrowed(text);
    }
    let lines = lines.iter().zip(&timed).map(|(line, timed)| match timed {
        Some(timed) => Cow::Owned(written(timed, length)),
        None => Cow::Borrowed(*line),
    });
    Cow::Owned(lines.collect::<Vec<_>>().join("\n"))
}

/// A line with its time in brackets.
fn written(timed: &Timed, length: u32) -> String {
    let start = ms(timed.start, length);
    let end = timed.end.map(|end| ms(end, length)).filter(|end| *end >= start);
    let time = format!("[{}{}]", clock(start), end.map(|end| format!(" - {}", clock(end))).unwrap_or_default());
    match (timed.name, timed.rest.strip_prefix(':')) {
        ("", rest) => format!("{time} {}", rest.unwrap_or(timed.rest).trim_start()),
        (name, None) if timed.rest.is_empty() => format!("{name}  {time}"),
        (name, rest) => format!("{name} {time}: {}", rest.unwrap_or(timed.rest).trim_start()),
    }
}

/// A time in milliseconds as it stands in brackets.
pub(super) fn clock(ms: u32) -> String {
    let (seconds, ms) = (ms / 1000, ms % 1000);
    let fraction = if ms > 0 { format!(".{ms:03}") } else { String::new() };
    format!("{}:{:02}:{:02}{fraction}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}

/// A time in milliseconds; `length`: of what stands before a point, a minute or a second.
fn ms(clock: Clock, length: u32) -> u32 {
    match clock {
        Clock::Known(ms) | Clock::Minutes(ms) => ms,
        Clock::Dotted(whole, part) => {
            let number = |text: &str| text.parse::<u32>().unwrap_or_default();
            let behind = match (length, part.len()) {
                (60_000, _) => 1000,
                (_, 1) => 100,
                _ => 10,
            };
            number(whole) * length + number(part) * behind
        }
    }
}

/// Whether figures with a point are times and no prices, sections or days: all have the same form, and something beside their
/// order says so.
fn are_times(found: &[&Timed]) -> bool {
    let plain: Vec<(&Timed, &str, &str)> = found
        .iter()
        .filter(|timed| !timed.is_bracketed)
        .filter_map(|timed| match timed.start {
            Clock::Dotted(whole, part) => Some((*timed, whole, part)),
            Clock::Known(_) | Clock::Minutes(_) => None,
        })
        .collect();
    let Some((_, from, _)) = plain.first() else { return true };
    let number = |text: &str| text.parse::<u32>().unwrap_or_default();
    let is_padded = plain.iter().all(|(_, whole, _)| whole.len() == 2);
    let are_days = plain.iter().all(|(timed, whole, part)| {
        timed.end.is_none() && (1..32).contains(&number(whole)) && (1..13).contains(&number(part))
    });
    let all = |is: &dyn Fn(&Timed) -> bool| plain.iter().all(|(timed, ..)| is(timed));
    let is_set_off = all(&|timed| {
        let is_tenth = matches!(timed.start, Clock::Dotted(_, part) if part.len() == 1);
        let is_named = !timed.name.is_empty() || head(timed.rest, false).name.is_some();
        timed.end.is_some() || is_named || timed.rest.is_empty() && !is_tenth
    });
    // Prices and sections have a word or two behind them.
    let are_sentences = plain.len() > 2
        && number(from) == 0
        && plain.iter().map(|(timed, ..)| timed.rest.split_whitespace().count()).sum::<usize>() >= 2 * plain.len()
        && all(&|timed| timed.rest.starts_with(|c: char| !c.is_lowercase()) && may_end_turn(timed.rest));
    !are_days && (is_set_off || is_padded && number(from) == 0 || are_sentences)
}

/// What stands before a point: minutes, as people write them, or seconds, as programs do who know the end as well. Seconds have
/// parts above 59; where people would speak as fast as nobody does, the figures are minutes. `None`: it does not show.
fn length(found: &[&Timed], words: usize) -> Option<u32> {
    const FASTEST: f64 = 6.0;
    let clocks = found.iter().flat_map(|timed| [Some(timed.start), timed.end]).flatten();
    let dotted: Vec<(&str, &str)> = clocks
        .filter_map(|clock| match clock {
            Clock::Dotted(whole, part) => Some((whole, part)),
            Clock::Known(_) | Clock::Minutes(_) => None,
        })
        .collect();
    let (Some(first), Some(last)) = (dotted.first(), dotted.last()) else { return Some(1000) };
    let seconds = |(whole, part): &(&str, &str)| format!("{whole}.{part}").parse::<f64>().unwrap_or_default();
    let is_above = dotted.iter().any(|(_, part)| part.len() == 1 || part.parse::<u32>().is_ok_and(|part| part > 59));
    let is_padded = dotted.iter().all(|(whole, _)| whole.len() == 2);
    let is_fast = words as f64 > FASTEST * (seconds(last) - seconds(first));
    let are_minutes = is_padded || is_fast || found.iter().all(|timed| timed.end.is_none());
    match (is_above, are_minutes) {
        (true, _) => (!is_fast).then_some(1000),
        (false, true) => Some(60_000),
        (false, false) => Some(1000),
    }
}

/// Takes a line apart that a name and such a time begin, or the time alone.
fn timed(line: &str) -> Option<Timed<'_>> {
    const MOST_GAPS: usize = 6;
    let gaps = line.match_indices(' ').map(|(at, _)| at + 1).take(MOST_GAPS);
    std::iter::once(0).chain(gaps).find_map(|at| timed_from(line, at))
}

fn timed_from(line: &str, at: usize) -> Option<Timed<'_>> {
    let (before, text) = line.split_at(at);
    let open = text.chars().next().filter(|open| matches!(open, '[' | '('));
    let (start, rest) = written_clock(open.map_or(text, |_| text[1..].trim_start()))?;
    let dash = ["-->", "->", "-", "\u{2013}", "\u{2014}"].iter().find_map(|dash| rest.trim_start().strip_prefix(dash));
    let until = dash.and_then(|rest| written_clock(rest.trim_start()));
    let (end, rest) = until.map_or((None, rest), |(end, rest)| (Some(end), rest));
    let rest = match open {
        Some(open) => rest.trim_start().strip_prefix(if open == '[' { ']' } else { ')' })?,
        None => rest,
    };
    let ends = rest.is_empty() || rest.starts_with([' ', '\t', '\u{a0}', ':', '|']);
    let is_sure = open.is_some() || !matches!(start, Clock::Dotted(..));
    let name = before.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '-' | '\u{2013}' | '@' | '|'));
    let bare = name.strip_suffix(':').filter(|_| is_sure);
    let rest = rest.trim_start_matches([' ', '\t', '\u{a0}', '|']);
    let is_named = name.is_empty() || is_bare_name(name) && (rest.is_empty() || rest.starts_with(':'));
    let name = bare.filter(|bare| is_bare_name(bare)).or(is_named.then_some(name))?;
    // "3 s to load" was said.
    let is_said = open.is_none()
        && matches!(start, Clock::Known(_))
        && text[..text.len() - rest.len()].trim_end().contains(' ')
        && rest.starts_with(char::is_lowercase);
    // "5 min later": minutes alone are a time beside a name.
    let parts = |c: char| matches!(c, '-' | '\u{2013}' | '\u{2014}');
    let is_beside =
        || !name.is_empty() || open.is_some() || rest.starts_with(parts) || head(rest, false).name.is_some();
    let is_time = !matches!(start, Clock::Minutes(_)) || is_beside();
    (ends && !is_said && is_time).then_some(Timed { name, start, end, is_bracketed: open.is_some(), rest })
}

/// A time in such signs at the beginning of a text, and what follows it.
fn written_clock(text: &str) -> Option<(Clock<'_>, &str)> {
    lettered(text).or_else(|| dotted(text))
}

/// What hours, minutes and seconds are called, the longest first.
const UNITS: [(u32, &[&str]); 3] = [
    (3_600_000, &["hours", "hour", "hrs", "hr", "h", "час", "ч"]),
    (60_000, &["minutes", "minute", "mins", "min", "m", "мин", "м", "'", "\u{2019}", "\u{2032}"]),
    (1000, &["seconds", "second", "secs", "sec", "s", "сек", "с", "\"", "\u{201d}", "\u{2033}"]),
];

/// "00h00m03s", "1m 12.5s", `1'03"`, "1h02m", "3 min": whatever ends with minutes or seconds.
fn lettered(text: &str) -> Option<(Clock<'_>, &str)> {
    let (mut rest, mut ms, mut least, mut count) = (text, 0, u32::MAX, 0);
    loop {
        let more = if count > 0 { rest.trim_start_matches(' ') } else { rest };
        let figures = more.bytes().take_while(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b',')).count();
        let Some((size, behind)) = unit(more[figures..].trim_start_matches(' ')) else { break };
        let Ok(value) = more[..figures].replace(',', ".").parse::<f64>() else { break };
        let is_whole = more[..figures].bytes().all(|byte| byte.is_ascii_digit());
        if size >= least || !is_whole && size > 1000 || value >= 100_000.0 {
            break;
        }
        (ms, least, rest, count) = (ms + (value * f64::from(size)).round() as u32, size, behind, count + 1);
    }
    let clock = match (least, count) {
        (60_000, 1) => Clock::Minutes(ms),
        (1000 | 60_000, _) => Clock::Known(ms),
        _ => return None,
    };
    Some((clock, rest.strip_prefix('.').unwrap_or(rest)))
}

/// A unit at the beginning of a text, in milliseconds, and what follows it.
fn unit(text: &str) -> Option<(u32, &str)> {
    UNITS.iter().find_map(|(size, names)| {
        let behind = names.iter().find_map(|name| text.strip_prefix(name))?;
        (!behind.starts_with(char::is_alphabetic)).then_some((*size, behind))
    })
}

/// "0.03", "3,20", "12.5", "0.000", "1.02.03".
fn dotted(text: &str) -> Option<(Clock<'_>, &str)> {
    let is_point = |c: char| matches!(c, '.' | ',');
    let figures = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let whole = figures(text);
    let behind = text[whole..].strip_prefix(is_point)?;
    let part = figures(behind);
    let rest = &behind[part..];
    let value = |text: &str| text.parse::<u32>().ok();
    let third =
        rest.strip_prefix(is_point).map(|rest| rest.split_at(figures(rest))).filter(|(third, _)| third.len() == 2);
    match (whole, part, third) {
        (1..=2, 2, Some((third, rest))) => {
            let (hours, minutes, seconds) = (value(&text[..whole])?, value(&behind[..2])?, value(third)?);
            let fits = hours < 24 && minutes < 60 && seconds < 60;
            fits.then_some((Clock::Known(((hours * 60 + minutes) * 60 + seconds) * 1000), rest))
        }
        (1..=5, 1 | 2, None) => Some((Clock::Dotted(&text[..whole], &behind[..part]), rest)),
        (1..=5, 3, None) => {
            let ms = value(&text[..whole])? * 1000 + value(&behind[..3])?;
            Some((Clock::Known(ms), rest))
        }
        _ => None,
    }
}
