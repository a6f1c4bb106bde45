//! Transcripts with a label before each part of a turn: `Speaker: Anna` above `Text: yes`, and the lines `Dialogue: 0,…` of
//! subtitles with styles.

use std::borrow::Cow;

use super::columns::{Label, is_clock, label};
use super::name::is_bare_name;

/// The text with the time and the name of each turn before its words, where labels say which is which.
pub(super) fn usual(text: &str) -> Cow<'_, str> {
    let lines: Vec<Option<(Label, &str)>> = text.lines().map(|line| part(line.trim())).collect();
    let count = |wanted: Label| lines.iter().flatten().filter(|(label, _)| *label == wanted).count();
    let (names, times, words) = (count(Label::Speaker), count(Label::Start), count(Label::Text));
    let are_names = lines.iter().flatten().all(|(label, value)| match label {
        Label::Speaker => is_bare_name(value),
        Label::Start => is_clock(value),
        _ => true,
    });
    // Somebody may be called "Speaker".
    if names < 2 || times < 2 && words < 2 && !are_speakers_above(text, &lines) || !are_names {
        return Cow::Borrowed(text);
    }
    let (mut written, mut time, mut name) = (String::with_capacity(text.len()), "", "");
    for (line, part) in text.lines().zip(lines) {
        match part {
            Some((Label::Start, value)) => time = value.trim_matches(['[', ']', '(', ')']),
            Some((Label::Speaker, value)) => name = value,
            Some((Label::End, _)) => (),
            _ if line.trim().is_empty() => written.push('\n'),
            _ => {
                if !time.is_empty() {
                    written += &format!("[{}] ", std::mem::take(&mut time));
                }
                if !name.is_empty() {
                    written += &format!("{}: ", std::mem::take(&mut name));
                }
                written += part.map_or(line, |(_, words)| words);
                written.push('\n');
            }
        }
    }
    Cow::Owned(written)
}

/// Whether each label says who speaks in the lines below it: two speakers or more, in no sentence.
fn are_speakers_above(text: &str, parts: &[Option<(Label, &str)>]) -> bool {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let is_said = |at: usize| lines.get(at + 1).is_some_and(|line| !line.is_empty() && parts[at + 1].is_none());
    let mut values: Vec<&str> = Vec::new();
    for (at, part) in parts.iter().enumerate() {
        let Some((label, value)) = part else { continue };
        let called = lines[at].split_once(':').map_or("", |(name, _)| name).trim().to_lowercase();
        let is_one =
            *label == Label::Speaker && matches!(called.as_str(), "speaker" | "спикер" | "говорит" | "говорящий");
        if !is_one || !is_said(at) || value.split_whitespace().count() > 3 || value.ends_with(['.', ',']) {
            return false;
        }
        values.push(value);
    }
    values.iter().any(|value| *value != values[0])
}

fn part(line: &str) -> Option<(Label, &str)> {
    let (name, value) = line.split_once(':')?;
    Some((label(&name.trim().to_lowercase())?, value.trim()))
}

/// Subtitles with styles as captions with voices; what does not belong to them, a line each.
pub(super) fn captions(text: &str) -> Option<(String, Vec<&str>)> {
    let mut written = String::from("WEBVTT\n\n");
    let mut left_out = Vec::new();
    let mut count = 0;
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let Some(fields) = line.strip_prefix("Dialogue:") else {
            left_out.push(line);
            continue;
        };
        let fields: Vec<&str> = fields.splitn(10, ',').collect();
        let [_, start, end, _, name, .., words] = fields[..] else { return None };
        let is_timed = fields.len() == 10 && is_clock(start.trim()) && is_clock(end.trim());
        if !is_timed {
            return None;
        }
        let voice = if name.trim().is_empty() { String::new() } else { format!("<v {}>", name.trim()) };
        let words = words.replace("\\N", " ").replace("\\n", " ").replace("\\h", " ");
        written += &format!("{start} --> {end}\n{voice}{}\n\n", without_styles(&words));
        count += 1;
    }
    (count > 0).then_some((written, left_out))
}

/// Words without what braces say of their looks: `{\i1}`.
fn without_styles(words: &str) -> String {
    let mut pieces = words.split("{\\");
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |all, piece| all + piece.split_once('}').map_or("", |(_, rest)| rest))
}
