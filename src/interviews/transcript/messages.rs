//! Messages of chats and boards: a name and the day and time of its message, above the words or before them.

use std::collections::HashMap;

use super::Writer;
use super::furniture::{is_around, without_leftover};
use super::label::head;
use super::line::Line;
use super::moment::{Moment, is_weekday, moment};
use super::name::{is_bare_name, is_sender, is_signer, key, known};
use super::notation::clock as written;
use super::time::{stamp, trailing};

/// The longest line that is a name and a moment.
const LONGEST: usize = 160;

/// The lines with a time in brackets in place of the moments, where at least two messages begin so. Lines that name a day and
/// nothing else stand between messages, and are left out.
pub(super) fn with_times(lines: &mut Vec<Line>, writer: &mut Writer) {
    leave_out_notices(lines, writer);
    leave_out_events(lines, writer);
    join_below(lines);
    know_clocked(lines);
    let signed: Vec<Option<Signed>> = lines.iter().map(|line| signed(&line.text)).collect();
    let mut counts: HashMap<String, usize> = HashMap::new();
    lines.iter().filter_map(|line| sent(&line.text)).for_each(|sent| *counts.entry(key(sent.name)).or_default() += 1);
    let is_again = |name: &str| counts.get(&key(name)).is_some_and(|count| *count > 1);
    let led: Vec<Option<(String, bool)>> = lines.iter().map(|line| led(&line.text, is_again)).collect();
    let (are_signed, are_led) = (signed.iter().flatten().count() > 1, led.iter().flatten().count() > 1);
    let is_moment = |at: &usize| {
        let is_timed = |signed: &Signed| signed.clock.is_some();
        let begins = undirected(&lines[*at].text).trim_start_matches(['[', '(']);
        signed[*at].as_ref().is_some_and(is_timed) || led[*at].is_some() || stamp(begins).is_some()
    };
    writer.are_dated = (0..lines.len()).filter(is_moment).nth(1).is_some();
    let is_above = |at: usize| is_bare_name(&lines[at - 1].text) && head(&lines[at].text, false).is_time();
    let are_above = (1..lines.len()).filter(|at| is_above(*at)).nth(1).is_some();
    if !are_signed && !are_led && !are_above {
        return;
    }
    for (line, (signed, led)) in lines.iter_mut().zip(signed.into_iter().zip(led)) {
        if let Some(Signed { name, clock, words }) = signed.filter(|_| are_signed) {
            let name = known(&name);
            line.text = match clock.filter(|_| words.is_empty()) {
                Some(clock) => format!("{name}  {}", brackets(clock)),
                None => {
                    format!("{name}{}: {words}", clock.map(|clock| format!(" {}", brackets(clock))).unwrap_or_default())
                }
            };
            (line.is_strong, line.is_signed) = (true, true);
        } else if let Some((led, is_sent)) = led.filter(|_| are_led) {
            line.text = led;
            line.is_signed |= is_sent;
        }
    }
    // What stands right below a name was written.
    let mut is_below = false;
    lines.retain(|line| {
        let is_left_out = !is_below && is_day(&line.text);
        if is_left_out {
            writer.leave_out(&line.text);
        }
        let head = head(&line.text, line.is_strong);
        is_below = line.is_signed && head.rest.is_empty() || head.is_time();
        !is_left_out
    });
}

/// Whether a line is a day and nothing else, as it stands between messages.
pub(super) fn is_day(line: &str) -> bool {
    is_weekday(line) || moment(line).is_some_and(|moment| moment.has_day && moment.clock.is_none())
}

/// Takes out what pages for messages say to those who cannot see them: "Anna sent the following message at 10:02", "View Anna’s
/// profile".
fn leave_out_notices(lines: &mut Vec<Line>, writer: &mut Writer) {
    const SENT: &str = "sent the following message|отправил следующее сообщение|отправила следующее сообщение|\
        отправил(а) следующее сообщение|отправил следующие сообщения|отправила следующие сообщения|\
        отправил(а) следующие сообщения";
    let is_sent = |line: &str| {
        let found = SENT.split('|').find_map(|sent| line.split_once(sent)).filter(|(name, _)| !name.trim().is_empty());
        let behind = found.map(|(_, behind)| behind.trim_start_matches('s').trim());
        behind.is_some_and(|behind| behind.is_empty() || moment(behind).is_some())
    };
    let is_profile = |line: &str| {
        let english =
            line.strip_prefix("View ").is_some_and(|rest| rest.contains("’s profile") || rest.contains("'s profile"));
        english || ["Просмотреть профиль", "Посмотреть профиль"].iter().any(|begins| line.starts_with(begins))
    };
    if !lines.iter().any(|line| is_sent(&line.text)) {
        return;
    }
    let mut is_after_sent = false;
    lines.retain(|line| {
        let is_notice = is_sent(&line.text) || is_after_sent && is_profile(&line.text);
        is_after_sent = is_sent(&line.text);
        if is_notice {
            writer.leave_out(&line.text);
        }
        !is_notice
    });
}

/// Takes out what messengers write in place of pictures, voices and messages that are not there. A name stays where the next line
/// goes on with what was written.
pub(super) fn leave_out_leftovers(lines: &mut Vec<Line>, writer: &mut Writer) {
    let begins: Vec<bool> = lines
        .iter()
        .map(|line| {
            let head = head(&line.text, line.is_strong);
            head.name.is_some() || head.time.or(head.bare_time).is_some()
        })
        .collect();
    let (mut at, mut gap) = (0, false);
    lines.retain_mut(|line| {
        at += 1;
        line.after_gap |= std::mem::take(&mut gap);
        let head = head(&line.text, line.is_strong);
        let said = if head.name.is_some() { head.rest } else { head.whole };
        let before = line.text.trim_end().strip_suffix(said).map(str::len);
        let Some((before, words)) = before.zip(without_leftover(said, writer.are_dated)) else { return true };
        writer.leave_out(said[words.len()..].trim_start_matches('\u{200e}'));
        let goes_on = begins[at - 1] && begins.get(at) == Some(&false);
        let is_kept = goes_on || !words.is_empty();
        gap = line.after_gap && !is_kept;
        line.text.truncate(before + words.len());
        is_kept
    });
}

/// Puts the moments that have a line for themselves behind the names above them, where all have one.
fn join_below(lines: &mut Vec<Line>) {
    let is_moment = |at: &usize| moment(&lines[*at].text).is_some_and(|moment| moment.has_day);
    let moments: Vec<usize> = (0..lines.len()).filter(is_moment).collect();
    let is_below = |at: &usize| *at > 0 && !lines[*at].after_gap && is_bare_name(&lines[*at - 1].text);
    if moments.len() < 2 || !moments.iter().all(is_below) {
        return;
    }
    for at in moments.into_iter().rev() {
        let below = lines.remove(at);
        lines[at - 1].text = format!("{}, {}", lines[at - 1].text, below.text);
    }
}

/// A line that a name and a moment begin.
struct Signed {
    name: String,
    clock: Option<u32>,
    /// What stands behind a colon.
    words: String,
}

fn signed(line: &str) -> Option<Signed> {
    if line.len() > LONGEST && !line.contains("]:") {
        return None;
    }
    let whole = line.trim_end().trim_end_matches(':');
    if let Some((name, clock)) = name_and_moment(whole) {
        return Some(Signed { name, clock, words: String::new() });
    }
    let (head, words) = line.split_once("]: ").filter(|(head, _)| head.len() < LONGEST)?;
    let (name, clock) = name_and_moment(&format!("{head}]"))?;
    Some(Signed { name, clock, words: words.into() })
}

/// A name, and behind it a day or a time of day. One space is enough between a name as names are written and a day with a time.
fn name_and_moment(text: &str) -> Option<(String, Option<u32>)> {
    let gaps = text.match_indices([' ', '\u{a0}', '\t']).map(|(at, _)| at).filter(|at| *at > 0);
    let (name, gap, moment) = gaps.take(12).find_map(|at| {
        let name = text[..at].trim_end_matches(parts);
        let behind = text[name.len()..].trim_start_matches(parts);
        Some((name, &text[name.len()..text.len() - behind.len()], moment(behind)?))
    })?;
    let is_set_off = gap.chars().any(|c| !c.is_whitespace()) || gap.contains('\t') || text.ends_with([']', ')']);
    let Moment { clock, has_day } = moment;
    // "Anna Petrova 10:02" may be a time of the recording.
    let is_half = text.to_lowercase().trim_end_matches([']', ')', '.']).ends_with('m');
    let is_full = clock.is_some() && (has_day || is_half && !is_weekday(name)) || is_set_off && has_day;
    // Nothing but a name stands before a date in square brackets.
    let is_sent = || is_full && clock.is_some() && has_day && is_sender(name, text.ends_with(']'));
    let fits = if is_set_off { is_signer(name) || is_sent() } else { is_bare_name(name) };
    (is_full && fits).then(|| (name.to_owned(), clock))
}

/// Whether a sign parts a name from its moment.
fn parts(c: char) -> bool {
    c.is_whitespace() || matches!(c, ',' | '-' | '\u{2013}' | '\u{2014}' | '|' | '\u{b7}' | '\u{2022}' | '@')
}

/// A line that begins with a day and a time, in brackets or before a name: with the time alone, in brackets; and whether it names
/// for sure who sent it.
fn led(line: &str, is_again: impl Fn(&str) -> bool) -> Option<(String, bool)> {
    let (clock, rest) = dated(line)?;
    let sent =
        sent(line).filter(|sent| is_sender(sent.name, false) || is_again(sent.name) && is_sender(sent.name, true));
    if let Some(Sent { name, words }) = sent {
        return Some((format!("{} {}: {words}", brackets(clock), known(name)), true));
    }
    // What was said may begin with a day, too.
    let is_led = undirected(line).starts_with('[') || rest.contains(':');
    is_led.then(|| (format!("{} {rest}", brackets(clock)), false))
}

/// What a line says behind the day, the time and the name of its message; `None` where it begins with none.
pub(super) fn led_by_sender(line: &str) -> Option<&str> {
    sent(line).filter(|sent| is_sender(sent.name, false)).map(|sent| sent.words)
}

/// What a line says behind the name and the moment of its message, mostly nothing; `None` where it does not begin with them.
pub(super) fn signed_words(line: &str) -> Option<&str> {
    let signed = signed(line).filter(|signed| signed.clock.is_some())?;
    line.get(line.len() - signed.words.len()..)
}

/// Who sent a message, and what.
struct Sent<'l> {
    name: &'l str,
    words: &'l str,
}

/// What stands between a day with a time and a colon, where brackets or a dash part the day from it as messengers do.
fn sent(line: &str) -> Option<Sent<'_>> {
    let (_, rest) = dated(line)?;
    let before = line[..line.len() - rest.len()].trim_end();
    let is_parted = before.ends_with([']', '-', '\u{2013}', '\u{2014}', '|']);
    let is_end = |at: &usize| rest[at + 1..].is_empty() || rest[at + 1..].starts_with(char::is_whitespace);
    let colon = rest.match_indices(':').map(|(at, _)| at).find(is_end).filter(|_| is_parted)?;
    Some(Sent { name: rest[..colon].trim_matches(is_around), words: rest[colon + 1..].trim_start() })
}

/// Knows names of whatever letters before a time with its seconds, where all lines that end with one are such names above words.
fn know_clocked(lines: &mut [Line]) {
    let clocked = |line: &Line| {
        let (name, span) = trailing(&line.text).filter(|(name, span)| !name.trim().is_empty() && span.end.is_none())?;
        let time = &line.text[name.len()..];
        let is_full = time.starts_with(|c: char| c.is_ascii_digit()) && time.matches(':').count() > 1;
        is_full.then(|| (name.trim_end_matches(parts).to_owned(), span.start))
    };
    let found: Vec<Option<(String, u32)>> = lines.iter().map(clocked).collect();
    let is_head = |at: usize| {
        let is_above = found.get(at + 1).is_some_and(Option::is_none);
        found[at].as_ref().is_none_or(|(name, _)| is_above && is_sender(name, false))
    };
    if found.iter().flatten().nth(1).is_none() || !(0..found.len()).all(is_head) {
        return;
    }
    for (line, (name, clock)) in lines.iter_mut().zip(found).filter_map(|(line, found)| Some((line, found?))) {
        if head(&line.text, line.is_strong).name.is_none() {
            line.text = format!("{}  {}", known(&name), brackets(clock));
            line.is_signed = true;
        }
    }
}

/// A line without the mark of direction that messengers set before pictures and voices.
fn undirected(line: &str) -> &str {
    line.trim_start_matches(['\u{200e}', '\u{200f}'])
}

/// The time behind the day that begins a line, and what follows them.
fn dated(line: &str) -> Option<(u32, &str)> {
    let line = undirected(line);
    if let Some((inner, rest)) = line.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        let found = moment(inner).filter(|moment| moment.has_day)?;
        return Some((found.clock?, rest.trim_start()));
    }
    let ends = line.match_indices([' ', '\u{a0}', '\t']).map(|(at, _)| at).take(9).collect::<Vec<_>>();
    let (clock, rest) = ends.into_iter().rev().find_map(|end| {
        let found = moment(&line[..end]).filter(|moment| moment.has_day)?;
        Some((found.clock?, line[end..].trim_start()))
    })?;
    Some((clock, rest.trim_start_matches(['-', '\u{2013}', '\u{2014}', '|', ',']).trim_start()))
}

/// Takes out what a chat says itself, where most lines with a day and a time name who writes: "Anna added Boris".
fn leave_out_events(lines: &mut Vec<Line>, writer: &mut Writer) {
    let dated: Vec<bool> =
        lines.iter().filter_map(|line| dated(&line.text)).map(|(_, rest)| rest.contains(':')).collect();
    let named = dated.iter().filter(|is_named| **is_named).count();
    if named < 2 || named * 2 < dated.len() {
        return;
    }
    lines.retain(|line| {
        let is_event = self::dated(&line.text).is_some_and(|(_, rest)| !rest.is_empty() && !rest.contains(':'));
        if is_event {
            writer.leave_out(&line.text);
        }
        !is_event
    });
}

fn brackets(ms: u32) -> String {
    format!("[{}]", written(ms))
}
