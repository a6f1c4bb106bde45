//! Messages with the time below or behind their words, as pages of chats are copied: a name, what was written, `10:02`.

use std::borrow::Cow;
use std::collections::HashMap;

use super::label::head;
use super::lists;
use super::messages::is_day;
use super::name::{is_bare_name, key};
use super::notation::clock;
use super::time::{HOUR, stamp, trailing};

/// The text with the times above the messages, and what may be a name and is not taken for one.
pub(super) struct Above<'t> {
    pub text: Cow<'t, str>,
    pub doubtful: Vec<String>,
    /// Titles and days, which nobody wrote.
    pub left_out: Vec<String>,
}

/// A message: its lines and the time that ends it.
struct Message<'t> {
    lines: Vec<&'t str>,
    time: Time,
}

#[derive(Clone, Copy)]
struct Time {
    ms: u32,
    /// Whether a day's half is written.
    is_of_day: bool,
    /// Whether the time has a line for itself.
    is_alone: bool,
    is_bracketed: bool,
}

/// Puts the times above the messages, where each message ends with one, in order.
pub(super) fn above(text: &str) -> Above<'_> {
    let as_it_is = Above { text: Cow::Borrowed(text), doubtful: Vec::new(), left_out: Vec::new() };
    let Some(mut messages) = messages(text) else { return as_it_is };
    let left_out = without_titles(&mut messages);
    if !are_ended(&messages) {
        return as_it_is;
    }
    let mut counts: HashMap<String, usize> = HashMap::new();
    let names: Vec<Option<&str>> = messages.iter().map(name_above).collect();
    names.iter().flatten().for_each(|name| *counts.entry(key(name)).or_default() += 1);
    let all_have = names.iter().all(Option::is_some);
    let is_named = |name: &&str| all_have || counts[&key(name)] > 1;
    let doubtful = names.iter().flatten().filter(|name| !is_named(name)).map(|name| (*name).to_owned()).collect();
    let first = messages[0].time;
    let is_recorded = first.ms < 60_000 || messages.iter().any(|message| message.time.ms >= 24 * 60_000);
    // Where a time in brackets ends what was said, the next begins there.
    let ends = first.is_bracketed && first.ms > 0;
    let mut before = None;
    let mut written = String::with_capacity(text.len() + 16 * messages.len());
    for (message, name) in messages.iter().zip(names) {
        let Time { ms, is_of_day, is_bracketed, .. } = message.time;
        let ms = if is_of_day || is_recorded || is_bracketed { ms } else { ms * 60 };
        let start = if ends { before.replace(ms) } else { Some(ms) };
        let time = start.map(|start| format!("[{}] ", clock(start))).unwrap_or_default();
        match name.filter(is_named) {
            Some(name) => written += &format!("{time}{name}: {}\n\n", message.lines[1..].join("\n")),
            None => written += &format!("{time}{}\n\n", message.lines.join("\n")),
        }
    }
    Above { text: Cow::Owned(written), doubtful, left_out }
}

/// The name on a line above what was written.
fn name_above<'t>(message: &Message<'t>) -> Option<&'t str> {
    let first = message.lines.first().filter(|_| message.lines.len() > 1)?;
    let name = first.strip_suffix(':').unwrap_or(first);
    is_bare_name(name).then_some(name)
}

/// Takes out the days above messages, and the title above the first: whoever writes it writes another.
fn without_titles(messages: &mut [Message]) -> Vec<String> {
    let mut left_out = Vec::new();
    for message in messages.iter_mut() {
        let days = message.lines.iter().take(message.lines.len() - 1).take_while(|line| is_day(line)).count();
        left_out.extend(message.lines.drain(..days).map(str::to_owned));
    }
    let others: Vec<String> = messages.iter().skip(1).filter_map(name_above).map(key).collect();
    if let Some(first) = messages.first_mut() {
        let is_known = |line: &&str| others.contains(&key(line.trim_end_matches(':')));
        let titles = first.lines.iter().position(is_known).filter(|at| *at < 3).unwrap_or(0);
        left_out.extend(first.lines.drain(..titles).map(str::to_owned));
    }
    left_out
}

/// Whether the times end the messages: they are in order, somebody begins the first message, and nobody begins within one. Behind
/// words a time may have been said.
fn are_ended(messages: &[Message]) -> bool {
    let starts: Vec<u32> = messages.iter().map(|message| message.time.ms).collect();
    let is_begun = |line: &str| head(line, false).name.is_some();
    let first = &messages[0];
    let is_first = name_above(first).is_some() || is_begun(first.lines[0]);
    let is_within = |message: &Message| {
        let from = if name_above(message).is_some() { 2 } else { 1 };
        message.lines.iter().skip(from).any(|line| is_begun(line))
    };
    let are_alike = messages.iter().all(|message| {
        message.time.is_alone == first.time.is_alone && message.time.is_bracketed == first.time.is_bracketed
    });
    let least = if first.time.is_alone { 2 } else { 3 };
    messages.len() >= least && starts.is_sorted() && is_first && are_alike && !messages.iter().any(is_within)
}

/// The messages of a text, each of which ends with a time.
fn messages(text: &str) -> Option<Vec<Message<'_>>> {
    let (mut messages, mut open) = (Vec::new(), Vec::new());
    for line in text.split('\n').map(str::trim).filter(|line| !line.is_empty()) {
        if let Some((words, time)) = ended(line) {
            if !words.is_empty() {
                open.push(words);
            }
            let lines = std::mem::take(&mut open);
            // A name alone is above its time: what was said is below.
            let is_name = |line: &str| is_bare_name(line.trim_end_matches(':'));
            if lines.is_empty() || time.is_alone && messages.is_empty() && lines.len() == 1 && is_name(lines[0]) {
                return None;
            }
            messages.push(Message { lines, time });
        } else {
            open.push(line);
        }
    }
    (open.is_empty() && !messages.is_empty()).then_some(messages)
}

/// What stands before the time that ends a line, and the time: signs of what was read and changed belong to it.
fn ended(line: &str) -> Option<(&str, Time)> {
    const SIGNS: [char; 4] = ['\u{2713}', '\u{2714}', '\u{fe0e}', '\u{fe0f}'];
    const BEFORE: &str =
        "at|by|from|to|until|till|since|around|about|before|after|and|or|в|во|к|до|с|со|около|после|и|или";
    let line = line.trim_end_matches(|c: char| c.is_whitespace() || SIGNS.contains(&c));
    let (words, span) = trailing(line).filter(|(_, span)| span.end.is_none())?;
    let written = &line[words.len()..];
    // A line that a time begins has it above its words.
    if !words.is_empty() && trailing(line.split_whitespace().next()?).is_some() {
        return None;
    }
    let words = words.trim_end();
    let words = ["edited", "изменено"].iter().find_map(|sign| words.strip_suffix(sign)).unwrap_or(words).trim_end();
    let last = words.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_lowercase();
    let is_said = lists(BEFORE, &last);
    let time = Time {
        ms: span.start,
        is_of_day: stamp(written).is_some() || span.start >= HOUR,
        is_alone: words.is_empty(),
        is_bracketed: written.starts_with(['[', '(']),
    };
    (!is_said).then_some((words, time))
}
