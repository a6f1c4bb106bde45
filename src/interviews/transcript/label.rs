//! Who speaks: takes the beginning of a line apart into its time, its name and what was said.

use super::lists;
use super::name::{KNOWN, MOST_LETTERS, is_bare_name, is_contact, is_mail, is_name, is_picture, sender, without_role};
use super::time::{Span, bracketed, spelled, stamp, time, trailing};

/// The beginning of a line: a time, a name, and what was said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Head<'l> {
    /// A time in brackets, or one that belongs to the name.
    pub time: Option<Span>,
    /// A time without brackets: whether it is one depends on the other lines.
    pub bare_time: Option<Span>,
    /// What may be a name.
    pub name: Option<&'l str>,
    /// Whether the name is marked as one: by a time, by bold letters.
    pub is_marked: bool,
    /// Whether the line begins with a dash as dialogues do.
    pub is_dashed: bool,
    /// The text after the name.
    pub rest: &'l str,
    /// The text after the time and the dash: what was said if it has no name.
    pub whole: &'l str,
}

impl Head<'_> {
    /// Whether the line is a time and nothing else.
    pub fn is_time(&self) -> bool {
        self.whole.is_empty() && (self.time.is_some() || self.bare_time.is_some())
    }
}

/// Takes the beginning of a line apart. `is_strong`: it was written in bold or italic letters.
pub(super) fn head(line: &str, is_strong: bool) -> Head<'_> {
    let mut head = Head { rest: line.trim(), ..Head::default() };
    // Captions for the deaf begin a turn with two angle brackets.
    let marks = head.rest.len() - head.rest.trim_start_matches('>').len();
    head.rest = head.rest[marks..].trim_start();
    head.is_dashed = marks > 1;
    take_dash(&mut head);
    take_time(&mut head);
    if !head.is_dashed && head.time.is_some() {
        take_dash(&mut head);
    }
    head.whole = head.rest;
    let known = head.time.or(head.bare_time);
    let marked = head.rest.strip_prefix(KNOWN).and_then(|rest| rest.split_once(KNOWN));
    if let Some((name, rest)) = marked.filter(|(name, _)| !name.trim().is_empty()) {
        let rest = rest.trim_start();
        let (span, rest) = bracketed(rest).map_or((None, rest), |(span, rest)| (Some(span), rest));
        (head.name, head.time, head.is_marked) = (Some(name), known.or(span), true);
        head.rest = rest.strip_prefix(':').unwrap_or(rest).trim_start();
        return head;
    }
    if let Some(bare) =
        without_picture(head.rest).filter(|bare| own_line(bare).is_some() || before_colon(bare).is_some())
    {
        head.rest = bare;
    }
    if let Some((name, span)) = own_line(head.rest) {
        (head.name, head.time, head.is_marked, head.rest) = (Some(name), Some(span), true, "");
    } else if let Some((name, rest)) = before_colon(head.rest) {
        let is_preposition = |before: &str| lists(PREPOSITIONS, &before.trim().to_lowercase());
        let (name, span) = match trailing(name).filter(|(name, _)| is_name(before_time(name))) {
            // "At 21:40: nothing."
            Some((before, _)) if is_preposition(before) => return head,
            Some((name, span)) => (before_time(name), Some(span)),
            None => (name, None),
        };
        let (behind, rest) = bracketed(rest).map_or((None, rest), |(span, rest)| {
            // "Anna: [0:03]: yes", as brackets around the name leave it.
            let rest = rest.trim_start();
            (Some(span), rest.strip_prefix(": ").unwrap_or(rest))
        });
        head.time = known.or(span).or(behind);
        let name = if head.time.is_some() { sender(name) } else { name };
        let name = name.strip_prefix(['~', '@']).map_or(name, str::trim_start);
        head.is_marked = is_strong || head.time.is_some();
        // A number alone may have been said.
        if head.time.is_some() || is_name(name) || is_mail(name) {
            (head.name, head.rest) = (Some(name), rest);
        }
    } else if let Some((name, rest)) = head.rest.split_once('\t').filter(|(name, _)| is_name(name.trim())) {
        (head.name, head.rest) = (Some(name.trim()), rest.trim_start());
    }
    head
}

/// What stands before times that were said.
const PREPOSITIONS: &str =
    "at|by|from|until|till|since|before|after|around|about|between|в|с|к|до|после|около|примерно|между|на";

/// A text without the picture before it, such as the face of whoever speaks.
fn without_picture(text: &str) -> Option<&str> {
    let bare = text.trim_start_matches(is_picture);
    (bare.len() < text.len()).then(|| bare.trim_start())
}

/// Whether opening hours begin or end a line: a stretch far too long for the words behind it is put back to them.
pub(super) fn take_hours_back<'l>(head: &mut Head<'l>, line: &'l str) -> bool {
    /// Nobody takes longer for a word, in milliseconds.
    const SLOWEST: u32 = 5000;
    if head.name.is_some() {
        return false;
    }
    let Some(Span { start, end: Some(end) }) = head.bare_time else {
        return trailing(line).is_some_and(|(_, span)| span.end.is_some());
    };
    let words = head.whole.split_whitespace().count() as u32;
    let are_hours = words > 0 && end - start > 60_000 && (end - start) / SLOWEST > words && !is_bare_name(head.whole);
    if are_hours {
        *head = Head { rest: line.trim(), whole: line.trim(), ..Head::default() };
    }
    are_hours
}

fn take_dash(head: &mut Head) {
    let Some(rest) = head.rest.strip_prefix(['-', '\u{2013}', '\u{2014}', '\u{2212}', '\u{2015}']) else { return };
    // A minus before a figure belongs to it; a suffix to the word before.
    let spoken = |first: char| {
        first.is_whitespace() || first.is_uppercase() || matches!(first, '\u{ab}' | '"' | '\u{201c}' | '[')
    };
    if rest.starts_with(spoken) {
        (head.is_dashed, head.rest) = (true, rest.trim_start());
    }
}

fn take_time(head: &mut Head) {
    if let Some((span, rest)) = bracketed(head.rest) {
        (head.time, head.rest) = (Some(span), rest.trim_start().trim_start_matches(['|', ':']).trim_start());
    } else if let Some(start) = spelled(head.rest) {
        (head.time, head.rest) = (Some(Span { start, end: None }), "");
    } else if let Some((start, _)) =
        stamp(head.rest).filter(|(_, rest)| rest.trim().is_empty() && time(head.rest).is_some())
    {
        // "10:02 AM"; with a day it says when they met.
        (head.time, head.rest) = (Some(Span { start, end: None }), "");
    } else if let Some((start, rest)) = stamp(head.rest).and_then(|(start, rest)| Some((start, after_stamp(rest)?))) {
        (head.time, head.rest) = (Some(Span { start, end: None }), rest);
    } else if let Some((start, rest)) =
        time(head.rest).filter(|(_, rest)| rest.is_empty() || rest.starts_with([' ', '\t', '\u{a0}', '|']))
    {
        let rest = rest.trim_start_matches([' ', '\t', '\u{a0}', '|']);
        let dashed = rest.strip_prefix(['-', '\u{2013}', '\u{2014}', '\u{2192}']).filter(|rest| rest.starts_with(' '));
        let until = dashed.and_then(|rest| time(rest.trim_start()));
        let (end, rest) = match until.filter(|(end, rest)| *end >= start && !rest.starts_with(['.', ','])) {
            Some((end, rest)) => (Some(end), rest),
            None => (None, dashed.unwrap_or(rest)),
        };
        (head.bare_time, head.rest) = (Some(Span { start, end }), rest.trim_start());
    }
}

/// What follows the day and the time of a message: a dash parts them from its sender.
fn after_stamp(rest: &str) -> Option<&str> {
    Some(rest.trim_start().strip_prefix(['-', '\u{2013}', '\u{2014}'])?.trim_start())
}

/// A name with a time on a line of its own: `Owner  0:12`, `Owner (0:12)`, `Owner, 0:12`, `[Owner] 10:02:13`. One space before
/// a bare time is not enough, for people meet at 10:30.
fn own_line(text: &str) -> Option<(&str, Span)> {
    let mut ends = text.match_indices(' ').map(|(at, _)| at).filter(|_| text.len() < 3 * MOST_LETTERS);
    if let Some((name, start)) = ends.find_map(|at| Some((text[..at].trim_end(), spelled(&text[at..])?))) {
        return is_name(name).then_some((name, Span { start, end: None }));
    }
    let (before, span) = trailing(text)?;
    let name = without_sign(before);
    // "Sure. 10:05": a word or two that were said.
    let is_initial = |name: &str| name.split_whitespace().last().is_none_or(|last| last.chars().count() < 4);
    if name.ends_with('.') && !is_initial(name) {
        return None;
    }
    let gap = &before[name.len()..];
    if let Some(name) = name.strip_prefix('[').and_then(|name| name.strip_suffix(']')).map(str::trim) {
        return is_name(name).then_some((name, span));
    }
    let is_set_off = gap.chars().count() > 1 || gap.contains('\t') || text.trim_end().ends_with([']', ')']);
    // Anna Petrova, Speaker 2; but no 12 March 2025.
    let is_titled = |word: &str| word.starts_with(char::is_uppercase);
    let is_number = |word: &str| word.len() < 3 && word.bytes().all(|byte| byte.is_ascii_digit());
    let mut words = without_role(name).split_whitespace().rev();
    let is_named = words.next().is_some_and(|last| is_titled(last) || is_number(last)) && words.all(is_titled);
    (is_name(name) && (is_set_off || is_named && !gap.is_empty())).then_some((name, span))
}

/// A name without the sign or word that parts it from a time before a colon: "Anna at 0:12: yes".
fn before_time(name: &str) -> &str {
    let name = without_sign(name);
    [" at", " в"].iter().find_map(|at| name.strip_suffix(at)).unwrap_or(name)
}

/// A name without the sign that parts it from what follows.
fn without_sign(name: &str) -> &str {
    name.trim_end_matches(|c: char| {
        c.is_whitespace() || matches!(c, ',' | '-' | '\u{2013}' | '\u{2014}' | '|' | '/' | '\u{b7}' | '\u{2022}' | '@')
    })
}

/// The text before and after the first colon that is not part of a time or an address.
fn before_colon(text: &str) -> Option<(&str, &str)> {
    for (at, colon) in
        text.char_indices().take(MOST_LETTERS * 3).filter(|(_, letter)| matches!(letter, ':' | '\u{ff1a}'))
    {
        let (name, rest) = (text[..at].trim(), &text[at + colon.len_utf8()..]);
        // "[Ann]: yes", "«Анна»: да"
        let pairs = [('[', ']'), ('«', '»'), ('"', '"'), ('\u{201c}', '\u{201d}')];
        let inner = |(open, close)| name.strip_prefix(open).and_then(|name: &str| name.strip_suffix(close));
        let name = pairs.into_iter().find_map(inner).map_or(name, str::trim);
        let is_time = name.ends_with(|c: char| c.is_ascii_digit()) && rest.starts_with(|c: char| c.is_ascii_digit());
        if is_time {
            continue;
        }
        let bare = trailing(name).map_or(name, |(name, _)| before_time(name));
        let is_address = rest.starts_with('/') || rest.starts_with('\\');
        return (!is_address && (is_name(sender(bare)) || is_contact(bare))).then(|| (name, rest.trim_start()));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(line: &str) -> Option<&str> {
        head(line, false).name
    }

    #[test]
    fn a_name_stands_before_a_colon_or_a_time() {
        assert_eq!(name("Owner: yes"), Some("Owner"));
        assert_eq!(name("Anna (CFO): yes"), Some("Anna (CFO)"));
        assert_eq!(name("[00:01:02] Owner: yes"), Some("Owner"));
        assert_eq!(name("Owner [00:12]: yes"), Some("Owner"));
        assert_eq!(name("Owner  0:12"), Some("Owner"));
        assert_eq!(name("Anna Petrova 0:12"), Some("Anna Petrova"));
        assert_eq!(name("[Anna Petrova] 10:02:13"), Some("Anna Petrova"));
        assert_eq!(name("\u{2014} Owner: yes"), Some("Owner"));
        assert_eq!(name("Owner\u{ff1a}yes"), Some("Owner"));
    }

    #[test]
    fn other_colons_name_nobody() {
        for line in [
            "We met at 10:30",
            "http://example.org",
            "At 21:40 I wrote: no",
            "What I said to her that day: no",
            "21:40",
            "Really? Well: no",
            "10:30 and 11:30",
        ] {
            assert_eq!(name(line), None, "{line}");
        }
    }

    #[test]
    fn times_belong_to_names() {
        let parts = |line| {
            let head = head(line, false);
            (head.time.map(|span| span.start), head.rest)
        };
        assert_eq!(parts("[00:12] Owner: yes"), (Some(12_000), "yes"));
        assert_eq!(parts("Owner: [00:12] yes"), (Some(12_000), "yes"));
        assert_eq!(parts("Owner (0:12): yes"), (Some(12_000), "yes"));
        assert_eq!(parts("0:12 Owner: yes"), (Some(12_000), "yes"));
        assert_eq!(parts("Owner, 1:00:12"), (Some(3_612_000), ""));
    }
}
