//! Who speaks: finds labels at the beginning of lines and ignores other words before a colon.

use std::collections::HashMap;

use crate::interviews::kinds::Language;
use crate::interviews::phrases::stop_words;

use super::time::{Span, bracketed, spelled, stamp, time, trailing};

/// The longest name, in words and in letters.
const MOST_WORDS: usize = 4;
const MOST_LETTERS: usize = 60;

/// Stands around a name that is known to be one and that its letters do not show: nobody types it.
const KNOWN: char = '\u{fdd0}';

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
        let (name, span) = match trailing(name).filter(|(name, _)| is_name(before_time(name))) {
            Some((name, span)) => (before_time(name), Some(span)),
            None => (name, None),
        };
        let (behind, rest) = bracketed(rest).map_or((None, rest), |(span, rest)| (Some(span), rest.trim_start()));
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

/// A name that is known to be one, as [`head`] reads it whatever its letters.
pub(super) fn known(name: &str) -> String {
    let bare = name.strip_prefix(['~', '@']).map_or(name, str::trim_start);
    if is_name(sender(name)) || is_contact(name) { name.into() } else { format!("{KNOWN}{bare}{KNOWN}") }
}

fn is_picture(c: char) -> bool {
    matches!(c as u32, 0x200d | 0x2190..=0x2bff | 0xfe0f | 0x1f000..=0x1faff)
}

/// A text without the picture before it, such as the face of whoever speaks.
fn without_picture(text: &str) -> Option<&str> {
    let bare = text.trim_start_matches(is_picture);
    (bare.len() < text.len()).then(|| bare.trim_start())
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
        let dashed = rest.strip_prefix(['-', '\u{2013}', '\u{2014}']).filter(|rest| rest.starts_with(' '));
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

/// Whether a text could be a name: one to four words of letters, figures and the signs of names.
fn is_name(text: &str) -> bool {
    let may = |c: char| {
        c.is_alphanumeric()
            || c.is_whitespace()
            || matches!(
                c,
                '.' | '\'' | '\u{2019}' | '-' | '\u{2010}' | '(' | ')' | ',' | '&' | '#' | '\u{2116}' | '/' | '_'
            )
            || matches!(c, '\u{300}'..='\u{36f}')
    };
    let begins = text.starts_with(char::is_alphabetic);
    let bare = without_role(text);
    // What a role says may be quoted: "Anna (CFO, «Acme»)".
    let may_say = |c: char| may(c) || matches!(c, '«' | '»' | '|' | '"' | '\u{201c}' | '\u{201d}' | '\u{201e}' | ';');
    begins
        && bare.chars().take(MOST_LETTERS + 1).count() <= MOST_LETTERS
        && text.len() - bare.len() <= 2 * MOST_LETTERS
        && bare.chars().all(may)
        && text[bare.len()..].chars().all(may_say)
        && (bare.split_whitespace().count() <= MOST_WORDS || is_long_name(bare))
}

/// Whether more words than most names have are one: all capitalised, but for little ones such as "van der".
fn is_long_name(text: &str) -> bool {
    const LITTLE: [&str; 30] = [
        "van", "von", "der", "den", "de", "la", "da", "do", "dos", "du", "di", "del", "della", "zu", "zur", "ter",
        "ten", "bin", "ibn", "al", "el", "ben", "y", "e", "фон", "ван", "дер", "де", "ибн", "оглы",
    ];
    let is_capital = |word: &str| word.starts_with(char::is_uppercase);
    let words: Vec<&str> = text.split_whitespace().collect();
    let (little, capital): (Vec<&str>, Vec<&str>) = words.iter().partition(|word| LITTLE.contains(word));
    words.len() <= 7
        && !little.is_empty()
        && capital.len() >= 2
        && capital.into_iter().all(is_capital)
        && [words.first(), words.last()].into_iter().flatten().all(|word| is_capital(word) || *word == "оглы")
}

/// Whether a text is an address of mail.
fn is_mail(text: &str) -> bool {
    let may = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '+');
    text.split_once('@')
        .is_some_and(|(name, host)| !name.is_empty() && host.contains('.') && [name, host].concat().chars().all(may))
}

/// Whether a text is what a chat calls somebody who is in nobody's contacts: "+7 916 123-45-67", "~ Anna", "@anna".
fn is_contact(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let may = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '\u{a0}' | '-' | '\u{2011}' | '(' | ')');
    text.strip_prefix('+').is_some_and(|rest| rest.chars().all(may)) && (7..16).contains(&digits)
        || text.strip_prefix(['~', '@']).is_some_and(|name| is_name(name.trim_start()))
        || is_mail(text)
}

/// A name without what brackets or a bar behind it say of the person: "Ann Lee (head of sales, Acme)", "Ann | Acme".
fn without_role(name: &str) -> &str {
    let name = name.split_once(" | ").map_or(name, |(name, _)| name.trim_end());
    let bare = name.strip_suffix(')').and_then(|name| name.split_once('(')).map(|(bare, _)| bare.trim_end());
    bare.filter(|bare| !bare.is_empty()).unwrap_or(name)
}

/// The sender of a message in a chat: "From Ann Lee to Everyone".
fn sender(name: &str) -> &str {
    let Some(from) = ["From ", "От "].iter().find_map(|from| name.strip_prefix(from)) else { return name };
    let to = [" to ", " к ", " для ", " кому "].iter().find_map(|to| from.split_once(to));
    to.map_or(from, |(from, _)| from).trim()
}

/// Whether a line that holds nothing else may be a name: capitalised words, not all of them small words such as "Well".
pub(super) fn is_bare_name(text: &str) -> bool {
    let is_small = |word: &str| {
        let word = word.to_lowercase();
        Language::ALL.iter().any(|language| stop_words(*language).contains(word.as_str()))
    };
    let key = key(text);
    is_role(text, &key)
        || is_name(text)
            && is_capitalised(text)
            && !text.ends_with(['.', ','])
            && !is_no_name(&key)
            && !is_counted(&key)
            && !text.split_whitespace().all(is_small)
}

/// Whether a text may be the name behind which a message tells its moment: one word of whatever letters, or a name as names are
/// written, with where somebody is from.
pub(super) fn is_signer(text: &str) -> bool {
    let bare = [" from ", " из "].iter().find_map(|from| text.split_once(from)).map_or(text, |(name, _)| name);
    let key = key(bare);
    let is_one = !bare.contains(char::is_whitespace);
    is_name(bare) && (is_one || is_capitalised(bare) && !is_told(bare)) && !is_no_name(&key) && !is_counted(&key)
}

/// Whether a text may be who sent a message, where a date or a full time of the day says that a message begins: a name with
/// pictures, quotes, brackets or figures in it, too. `is_usual`: it comes again, or nothing else stands in its place.
pub(super) fn is_sender(text: &str, is_usual: bool) -> bool {
    let plain = plain(without_role(text));
    let key = key(&plain);
    let is_ended = |word: &str| word.ends_with(['.', '!', '?', '\u{2026}']) && word.chars().count() > 4;
    let mut before_last = text.split_whitespace().rev().skip(1);
    let pairs = [('«', '»'), ('[', ']'), ('(', ')'), ('\u{201c}', '\u{201d}')];
    let are_closed = pairs.iter().all(|(open, close)| text.matches(*open).count() == text.matches(*close).count());
    let is_titled = !plain.contains(char::is_whitespace) || is_capitalised(&plain);
    let is_shown = is_usual || text.starts_with('~') || text.contains(is_picture);
    let is_likely = !plain.is_empty() && (is_shown || plain.starts_with(char::is_alphabetic) && is_titled);
    let is_known = is_contact(text) || text.contains(is_picture) && plain.is_empty();
    let is_said = before_last.any(is_ended) || !are_closed || is_told(&plain) || is_no_name(&key) || is_counted(&key);
    text.chars().take(MOST_LETTERS + 1).count() <= MOST_LETTERS && (is_known || is_likely && !is_said)
}

/// A name without the signs that people set in it, and without the figures it may begin with: "2ГИС".
fn plain(name: &str) -> String {
    let is_sign = |c: char| !(c.is_alphanumeric() || matches!(c, '.' | ',' | '\'' | '\u{2019}' | '-' | '_'));
    let words: Vec<&str> = name.split(is_sign).filter(|word| word.contains(char::is_alphanumeric)).collect();
    let joined = words.join(" ");
    let bare = joined.trim_start_matches(|c: char| !c.is_alphabetic() && !c.is_whitespace());
    if bare.starts_with(char::is_alphabetic) { bare.into() } else { joined }
}

/// A name as names are compared: small letters, single spaces, without a full stop at the end.
pub(super) fn key(name: &str) -> String {
    shown(name).trim_end_matches('.').to_lowercase().replace('ё', "е")
}

/// A name as it is shown: without a full stop at the end, unless that is the one of an initial.
pub(super) fn shown(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    let joined = words.join(" ");
    let bare = joined.trim_end_matches('.').trim_end();
    let initial = bare.rsplit([' ', '.']).next().unwrap_or_default();
    let is_initial =
        initial.len() < bare.len() && initial.chars().count() == 1 && initial.chars().all(char::is_uppercase);
    if is_initial && joined.len() > bare.len() { format!("{bare}.") } else { bare.to_owned() }
}

/// What is known of a name from all the lines that begin with it.
#[derive(Default)]
struct Tally {
    lines: usize,
    is_marked: bool,
    is_doubtful: bool,
    /// A line of it begins where somebody else may speak.
    is_set_off: bool,
    /// A tag named it.
    is_sure: bool,
    is_role: bool,
    is_nobody: bool,
}

/// The names of a transcript, each in all the ways in which it is written.
#[derive(Default)]
pub(super) struct Names<'t> {
    tallies: Vec<Tally>,
    by_key: HashMap<String, usize>,
    by_spelling: HashMap<&'t str, usize>,
}

impl<'t> Names<'t> {
    fn tally(&mut self, name: &'t str) -> &mut Tally {
        let at = *self.by_spelling.entry(name).or_insert_with(|| {
            let key = key(name);
            let next = self.tallies.len();
            let tally = Tally {
                is_role: is_role(name, &key),
                is_nobody: is_no_name(&key) || is_told(name) || is_counted(&key),
                ..Tally::default()
            };
            let at = *self.by_key.entry(key).or_insert(next);
            if at == next {
                self.tallies.push(tally);
            }
            at
        });
        &mut self.tallies[at]
    }

    /// Counts the name of a line. `follows_sentence`: the line before is a sentence of its own, or there is none.
    pub fn count(&mut self, head: &Head<'t>, follows_sentence: bool) {
        let Some(name) = head.name else { return };
        let quotes = head.rest.starts_with(['\u{ab}', '"', '\u{201c}', '\u{201e}']);
        let tally = self.tally(name);
        tally.lines += 1;
        tally.is_marked |= head.is_marked;
        tally.is_set_off |= follows_sentence;
        tally.is_doubtful |= quotes || !follows_sentence || !is_capitalised(name);
    }

    /// Counts a heading, which may be the name of the next speaker.
    pub fn count_heading(&mut self, text: &'t str) {
        if is_name(text) {
            let tally = self.tally(text);
            tally.lines += 1;
            tally.is_set_off = true;
            tally.is_doubtful = true;
        }
    }

    /// Counts a line that holds a name and nothing else but a time.
    pub fn count_bare(&mut self, name: &'t str) {
        let tally = self.tally(name);
        tally.lines += 1;
        tally.is_marked = true;
        tally.is_set_off = true;
    }

    /// Whether a name in small letters is one where the others are written so, too.
    pub fn may_be_small(&self, name: &str) -> bool {
        let known = self.by_spelling.get(name).is_some_and(|at| !self.tallies[*at].is_nobody);
        known && name.starts_with(char::is_lowercase) && !name.contains(char::is_whitespace)
    }

    /// Takes a name for sure: a tag named it.
    pub fn trust(&mut self, name: &'t str) {
        self.tally(name).is_sure = true;
    }

    /// Whether a name is one. What many lines begin with is a name; what one line begins with is one if it looks like it.
    pub fn has(&self, name: &str) -> bool {
        let known = self.by_spelling.get(name).or_else(|| self.by_key.get(&key(name)));
        let Some(tally) = known.map(|at| &self.tallies[*at]) else { return is_role(name, &key(name)) };
        if tally.is_sure || tally.is_role {
            return true;
        }
        if tally.is_nobody || tally.lines == 1 && !tally.is_marked && without_role(name).contains(',') {
            return false;
        }
        let is_likely = !tally.is_doubtful || tally.is_marked && is_capitalised(name);
        is_likely || tally.lines > 1 && tally.is_set_off
    }
}

/// Whether a name is a role, alone or followed by a number or a name: `Speaker 2`, `Client (Anna)`.
fn is_role(name: &str, key: &str) -> bool {
    let name = without_role(name);
    let first = key.split([' ', '(', ',', '_']).next().unwrap_or_default();
    let mut others = name.split_whitespace().skip(1);
    let is_told_apart = first.chars().count() > 1 && others.all(|word| !word.starts_with(char::is_lowercase));
    is_name(name) && (lists(ROLES, key) || is_told_apart && lists(ROLES, first))
}

/// Whether a line that holds nothing else is a role: `Speaker 2`.
pub(super) fn is_known_role(text: &str) -> bool {
    is_role(text.trim(), &key(text))
}

/// Whether every word begins as names do, small ones apart.
fn is_capitalised(name: &str) -> bool {
    const SMALL: [&str; 12] = ["de", "da", "di", "du", "van", "von", "der", "den", "la", "le", "of", "и"];
    let is_titled = |word: &str| {
        let mut letters = word.chars().skip_while(|c| !c.is_alphanumeric());
        letters.next().is_none_or(|first| !first.is_lowercase())
    };
    let mut words = without_role(name).split_whitespace();
    words.next().is_some_and(is_titled) && words.all(|word| is_titled(word) || SMALL.contains(&word))
}

/// Whether a name is a thing with a number: "Part 2", "Interview 12.03".
fn is_counted(key: &str) -> bool {
    let numbered = key.split_once(' ').filter(|(_, rest)| !rest.contains(char::is_alphabetic));
    numbered.is_some_and(|(first, _)| is_no_name(first))
}

/// Whether a few words are the beginning of a sentence: "She said", "Then we asked". Names have no such small words.
fn is_told(name: &str) -> bool {
    const STARTS: &str = "i|you|he|she|it|we|they|one|two|three|four|five|several|another|some|many|я|ты|он|она|оно|\
        мы|вы|они|один|одна|одно|два|две|три|четыре|пять|несколько|много|ещё";
    const IN_ROLES: &str = "of|for|and|in|по|в|на|и|с|от|из";
    let mut words = without_role(name).split_whitespace();
    let is_small = |word: &str| {
        let is_stop = Language::ALL.iter().any(|language| stop_words(*language).contains(word));
        is_stop && !lists(IN_ROLES, word)
    };
    words.next().is_some_and(|first| lists(STARTS, &first.to_lowercase()) && words.clone().next().is_some())
        || words.any(is_small)
}

fn is_no_name(key: &str) -> bool {
    lists(NO_NAMES, key) || is_about(key)
}

/// Whether a word labels what is known of an interview: "Date", "Участники".
pub(super) fn is_about(word: &str) -> bool {
    lists(ABOUT, word)
}

fn lists(list: &str, name: &str) -> bool {
    list.split('|').any(|known| known == name)
}

/// Who takes part in interviews, as transcripts call them: in small letters, by the first word.
const ROLES: &str = "interviewer|interviewee|moderator|facilitator|researcher|host|guest|speaker|spk|respondent|participant|customer|\
    client|user|buyer|owner|manager|founder|q|a|int|resp|mod|интервьюер|интервьюируемый|интервьюируемая|\
    модератор|ведущий|ведущая|исследователь|исследовательница|спикер|респондент|респондентка|участник|участница|\
    собеседник|собеседница|клиент|клиентка|заказчик|заказчица|покупатель|владелец|владелица|гость|гостья|инт|\
    респ|в|о|и|р";

/// Words that precede a colon now and then and name nobody.
const NO_NAMES: &str = "http|https|note|notes|nb|ps|p.s|summary|result|results|conclusion|problem|problems|reason|reasons|price|prices|cost|\
    example|examples|question|questions|first|second|third|also|plus|minus|pros|cons|important|warning|todo|next|\
    next steps|then|so|and|but|or|because|total|score|version|page|chapter|part|section|step|source|address|main|meaning|\
    remember|today|yesterday|tomorrow|примечание|заметка|заметки|итог|итоги|итого|вывод|выводы|результат|результаты|\
    проблема|проблемы|причина|причины|цена|цены|стоимость|пример|примеры|например|вопросы|первое|второе|третье|во-первых|\
    во-вторых|в-третьих|плюсы|минусы|плюс|минус|важно|главное|внимание|потом|значит|то есть|короче|но|а вот|потому что|\
    всего|оценка|версия|страница|глава|часть|раздел|шаг|источник|адрес|кроме того|сегодня|вчера|завтра|дальше";

/// What labels say of an interview, and name nobody either.
const ABOUT: &str = "meeting|встреча|собрание|созвон|звонок|date|time|started|duration|length|participants|attendees|present|topic|subject|location|place|project|interview|\
    recording|recorded|transcript|language|file|title|link|url|site|website|email|e-mail|mail|phone|tel|mobile|contact|\
    contacts|telegram|zoom|passcode|role|position|company|segment|goal|objective|purpose|дата|время|начало|длительность|\
    продолжительность|участники|присутствовали|тема|место|проект|интервью|запись|расшифровка|язык|файл|название|ссылка|\
    сайт|почта|телефон|тел|контакт|контакты|телеграм|должность|роль|компания|сегмент|цель";

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
