//! Times as programs for transcribing by hand write them, `#00:01:02-3#`: before what was said, or behind it, and numbers of
//! lines.

use std::borrow::Cow;

use super::label::head;

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

/// The text without the numbers of its lines, where each line has the next one and most begin with a name.
pub(super) fn without_line_numbers(text: &str) -> Cow<'_, str> {
    let lines: Vec<&str> = text.split('\n').collect();
    let written: Vec<&str> = lines.iter().copied().filter(|line| !line.trim().is_empty()).collect();
    let begin = written.first().and_then(|line| number(line)).map_or(0, |(begin, _)| begin);
    let is_next = |(at, line): (usize, &&str)| number(line).is_some_and(|(number, _)| number == begin + at);
    let is_named = |line: &&&str| number(line).is_some_and(|(_, rest)| head(rest, false).name.is_some());
    if written.len() < 3
        || !written.iter().enumerate().all(is_next)
        || written.iter().filter(is_named).count() * 2 < written.len()
    {
        return Cow::Borrowed(text);
    }
    Cow::Owned(lines.iter().map(|line| number(line).map_or(*line, |(_, rest)| rest)).collect::<Vec<_>>().join("\n"))
}

/// The number that begins a line, and the line behind it.
fn number(line: &str) -> Option<(usize, &str)> {
    let line = line.trim_start();
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = line[digits..].trim_start_matches(['.', ')']);
    let is_parted = rest.starts_with([' ', '\t', '\u{a0}']);
    (is_parted && digits < 6).then(|| Some((line[..digits].parse().ok()?, rest.trim_start())))?
}
