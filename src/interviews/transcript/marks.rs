//! Times as programs for transcribing by hand write them, `#00:01:02-3#`: before what was said, or behind it, and numbers of
//! lines.

use std::borrow::Cow;

use super::label::head;
use super::time::{all_of, trailing};
use crate::tables::fold::is_invisible;

/// The text without the marks that nobody sees where they hide a name: at the beginning of lines and before a colon. Those that
/// join letters and pictures stay.
pub(super) fn seen(text: &str) -> Cow<'_, str> {
    const LONGEST: usize = 200;
    let is_mark = |c: char| is_invisible(c) && !matches!(c, '\u{200c}' | '\u{200d}');
    if !text.contains(is_mark) {
        return Cow::Borrowed(text);
    }
    let lines = text.split('\n').map(|line| {
        let begins = line.len() - line.trim_start_matches(|c: char| c.is_whitespace() || is_mark(c)).len();
        let is_end = |at: &usize| line[at + 1..].chars().next().is_none_or(|c| c.is_whitespace() || is_mark(c));
        let colon = line.match_indices(':').map(|(at, _)| at).take_while(|at| *at < LONGEST).find(is_end);
        // "Anna  0:12"
        let colon = colon.or_else(|| trailing(line).map(|(name, _)| name.len()).filter(|end| *end < LONGEST));
        let (label, rest) = line.split_at(colon.unwrap_or_default().max(begins));
        label.chars().filter(|c| !is_mark(*c)).collect::<String>() + rest
    });
    Cow::Owned(lines.collect::<Vec<_>>().join("\n"))
}

/// The text with such times in brackets before what they begin: one behind the words begins what follows.
pub(super) fn in_brackets(text: &str) -> Cow<'_, str> {
    if next(text).is_none() {
        return Cow::Borrowed(text);
    }
    let mut written = String::with_capacity(text.len());
    let mut waiting = None;
    for line in text.split('\n') {
        let (mut words, mut first, mut last, mut rest) = (String::new(), None, None, line);
        while let Some((before, time, after)) = next(rest) {
            words.push_str(before);
            if words.trim().is_empty() {
                first = Some(time);
            } else {
                last = Some(time);
            }
            rest = after;
        }
        words.push_str(rest);
        if !line.trim().is_empty() {
            if let Some((time, tenth)) = first.or_else(|| waiting.take()) {
                written.push_str(&format!("[{time}.{tenth}] "));
            }
            waiting = last;
        }
        written.push_str(words.trim());
        written.push('\n');
    }
    written.pop();
    Cow::Owned(written)
}

/// The text with a blank behind the times that begin its lines, where it was lost: `0:00hello`. At least two lines are written so,
/// in order. Times that are set as code at either end of a line, or behind a name, stand in brackets.
pub(super) fn parted(text: &str) -> Cow<'_, str> {
    let split = |line: &str| {
        let line = line.trim_start();
        let figures = line.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b':').count();
        let start = all_of(&line[..figures])?;
        line[figures..].starts_with(char::is_alphabetic).then_some((start, figures))
    };
    let coded = |line: &str| {
        let (before, rest) = line.split_once('`')?;
        let (inner, after) = rest.split_once('`').filter(|(inner, after)| {
            let is_label = before.trim_end().trim_end_matches(['*', '_']).ends_with(':');
            all_of(inner).is_some() && (before.trim().is_empty() || after.trim().is_empty() || is_label)
        })?;
        Some(format!("{before}[{inner}]{after}"))
    };
    let starts: Vec<u32> = text.lines().filter_map(split).map(|(start, _)| start).collect();
    let are_stuck = starts.len() > 1 && starts.is_sorted();
    if !are_stuck && !text.lines().any(|line| coded(line).is_some()) {
        return Cow::Borrowed(text);
    }
    let lines = text.split('\n').map(|line| match split(line).filter(|_| are_stuck) {
        Some((_, figures)) => format!("[{}] {}", &line.trim_start()[..figures], &line.trim_start()[figures..]),
        None => coded(line).unwrap_or_else(|| line.to_owned()),
    });
    Cow::Owned(lines.collect::<Vec<_>>().join("\n"))
}

/// The text without the frames behind the seconds of the times that begin its lines, as programs that cut films count them:
/// `00:00:03:12`.
pub(super) fn without_frames(text: &str) -> Cow<'_, str> {
    let begins = |line: &str| frames(line.trim_start().trim_start_matches(['[', '('])).is_some();
    if text.lines().filter(|line| begins(line)).nth(1).is_none() {
        return Cow::Borrowed(text);
    }
    let lines = text.split('\n').map(|line| {
        let bare = line.trim_start().trim_start_matches(['[', '(']);
        let (open, mut rest) = line.split_at(line.len() - bare.len());
        let mut written = open.to_owned();
        while let Some((time, after)) = frames(rest) {
            written.push_str(time);
            let next =
                after.find(|c: char| c.is_ascii_digit()).filter(|at| !after[..*at].contains(char::is_alphabetic));
            let end = next.unwrap_or(after.len());
            written.push_str(&after[..end]);
            rest = &after[end..];
        }
        written + rest
    });
    Cow::Owned(lines.collect::<Vec<_>>().join("\n"))
}

/// A time with frames at the beginning of a text: without them, and what follows.
fn frames(text: &str) -> Option<(&str, &str)> {
    const LENGTH: usize = "00:00:03:12".len();
    let bytes = text.as_bytes().get(..LENGTH)?;
    let fits = bytes.iter().enumerate().all(|(at, byte)| match at {
        2 | 5 => *byte == b':',
        8 => matches!(byte, b':' | b';'),
        _ => byte.is_ascii_digit(),
    });
    let after = text.get(LENGTH..)?;
    (fits && !after.starts_with(|c: char| c.is_ascii_digit())).then(|| (&text[..8], after))
}

/// The first time so written, its tenths apart, and what stands before and behind it.
fn next(text: &str) -> Option<(&str, (&str, &str), &str)> {
    let is_time = |inner: &&str| {
        let all = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        inner.len() < 14
            && inner.split_once('-').is_some_and(|(time, tenth)| {
                time.split(':').count() == 3 && time.split(':').all(all) && tenth.len() == 1 && all(tenth)
            })
    };
    text.match_indices('#').find_map(|(at, _)| {
        let rest = &text[at + 1..];
        let (inner, after) = rest.split_once('#').filter(|(inner, _)| is_time(inner))?;
        Some((&text[..at], inner.split_once('-')?, after))
    })
}

/// The text without the numbers of its lines, or of its turns: one after the other, most of them before a name.
pub(super) fn without_line_numbers(text: &str) -> Cow<'_, str> {
    let lines: Vec<&str> = text.split('\n').collect();
    let written = lines.iter().filter(|line| !line.trim().is_empty()).count();
    let numbered: Vec<Numbered> = lines.iter().filter_map(|line| number(line)).collect();
    let named = numbered.iter().filter(|one| head(&one.rest.replace("**", ""), false).name.is_some()).count();
    let are_in_order = numbered.windows(2).all(|pair| pair[1].number == pair[0].number + 1);
    let are_lines = numbered.len() == written && written > 2 && named * 2 >= written;
    let are_turns = numbered.len() > 1 && named == numbered.len() && numbered.iter().all(|one| one.is_signed);
    if !are_in_order || !(are_lines || are_turns) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(lines.iter().map(|line| number(line).map_or(*line, |one| one.rest)).collect::<Vec<_>>().join("\n"))
}

/// A line that a number begins.
struct Numbered<'l> {
    number: usize,
    /// Whether a full stop or a bracket stands behind it.
    is_signed: bool,
    rest: &'l str,
}

fn number(line: &str) -> Option<Numbered<'_>> {
    let line = line.trim_start();
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let behind = &line[digits..];
    let rest = behind.trim_start_matches(['.', ')']);
    let is_parted = digits < 6 && rest.starts_with([' ', '\t', '\u{a0}']);
    let is_signed = rest.len() < behind.len();
    is_parted.then(|| Some(Numbered { number: line[..digits].parse().ok()?, is_signed, rest: rest.trim_start() }))?
}
