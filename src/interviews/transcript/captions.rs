//! Captions: SRT and WebVTT, as tidy as programs write them or as loose as people do.

use std::collections::{HashMap, HashSet};

use super::furniture::{is_end_notice, is_notice};
use super::label::{Head, head};
use super::markup::untagged;
use super::name::{is_bare_name, is_known_role, is_party, key, shown};
use super::names::Names;
use super::preface::is_answered;
use super::time::{Span, timing};
use super::{Source, Writer, dashed_names, may_end_turn};

/// Whether a text is captions: it says so, or holds timing lines. People draw arrows between hours, too, "9:00 → 18:00": without
/// the number of a caption or seconds, times have to follow each other from the first line on, or above most of the blocks.
pub(super) fn is_captions(text: &str) -> bool {
    if is_web_vtt(text) {
        return true;
    }
    let (mut before, mut blocks, mut is_gap, mut is_first) = ("", 0, true, false);
    let mut weak: Vec<(Span, &str)> = Vec::new();
    for line in text.split(['\n', '\u{b}']).map(str::trim) {
        if line.is_empty() {
            is_gap = true;
            continue;
        }
        blocks += usize::from(std::mem::take(&mut is_gap));
        if let Some((span, rest)) = timing(line) {
            let times = &line[..line.len() - rest.len()];
            let is_numbered = !before.is_empty() && before.bytes().all(|byte| byte.is_ascii_digit());
            if is_numbered || times.contains(['.', ',']) || times.matches(':').count() > 2 {
                return true;
            }
            is_first |= before.is_empty();
            weak.push((span, rest));
        }
        before = line;
    }
    let follow = weak.windows(2).all(|pair| pair[0].0.end <= Some(pair[1].0.start));
    let are_above = weak.len() * 2 > blocks && weak.iter().all(|(_, rest)| rest.trim().is_empty());
    weak.len() > 1 && follow && (is_first || are_above)
}

fn is_web_vtt(text: &str) -> bool {
    let rest = text.trim_start().strip_prefix("WEBVTT");
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace))
}

/// A caption with its lines.
struct Cue<'t> {
    span: Option<Span>,
    /// Who speaks, where the name of the caption says so.
    voice: Option<&'t str>,
    lines: Vec<&'t str>,
}

/// A line of a caption, with who the tags say speaks. `voice` is `Some("")` where a voice ended.
struct Line {
    cue: usize,
    voice: Option<String>,
    text: String,
}

pub(super) fn read(text: &str, writer: &mut Writer) {
    let is_vtt = is_web_vtt(text);
    writer.transcript.source = if is_vtt { Source::WebVtt } else { Source::Srt };
    let cues = cues(text, is_vtt, writer);
    let mut lines = Vec::new();
    for (cue, Cue { lines: of_cue, voice, .. }) in cues.iter().enumerate() {
        let mut voice = *voice;
        for line in of_cue {
            let pieces = untagged(line, is_vtt).into_iter();
            let pieces = pieces.filter(|piece| piece.voice.is_some() || !piece.text.trim().is_empty());
            lines.extend(pieces.map(|piece| {
                let voice = piece.voice.or(voice.take().map(str::to_owned));
                Line { cue, voice, text: piece.text }
            }));
        }
    }
    let begins = |at: usize, lines: &[Line]| at == 0 || lines[at - 1].cue != lines[at].cue;
    let are_first: Vec<bool> = (0..lines.len()).map(|at| begins(at, &lines)).collect();
    dashed_names::in_brackets_with_colons(
        &mut lines.iter_mut().map(|line| &mut line.text).zip(are_first).collect::<Vec<_>>(),
    );
    leave_out_repeated(&mut lines, &cues, text);
    leave_out_notices(&mut lines, writer);
    let heads: Vec<Head> = lines.iter().map(|line| head(&line.text, false)).collect();
    let labels = labels(&lines, &heads, writer);
    let mut names = Names::default();
    for (at, (line, head)) in lines.iter().zip(&heads).enumerate() {
        match line.voice.as_deref() {
            Some("") | None => {
                let before = at.checked_sub(1).map(|before| &lines[before]).filter(|before| before.cue == line.cue);
                names.count(head, before.is_none_or(|before| may_end_turn(&before.text)));
                if let Some(party) = head.name.filter(|name| is_party(name) && is_answered(&heads, at)) {
                    names.trust(party);
                }
            }
            Some(voice) => names.trust(voice),
        }
    }
    names.trust_answers(&heads, |at| &lines[at].text);
    let mut cue = None;
    for (at, (line, head)) in lines.iter().zip(&heads).enumerate() {
        let span = cues[line.cue].span;
        let is_new = cue.replace(line.cue) != Some(line.cue);
        match line.voice.as_deref() {
            // The end of a voice at the end of a caption.
            Some("") if line.text.trim().is_empty() => (),
            Some("") => writer.begin_same(span),
            Some(voice) if is_new && writer.go_on(Some(voice), span) => (),
            Some(voice) => writer.begin_named(voice, span),
            None => (),
        }
        if line.voice.as_deref().is_some_and(|voice| !voice.is_empty()) {
            writer.add(&line.text);
            continue;
        }
        if labels.contains(&at) {
            if !writer.go_on(Some(&line.text), span) {
                writer.begin_named(line.text.trim(), span);
            }
            continue;
        }
        let goes_on = !is_new && writer.so_far().is_some_and(|text| !text.is_empty() && !may_end_turn(text));
        if let Some(name) = head.name.filter(|name| names.has(name)) {
            if !is_new || !writer.go_on(Some(name), span) {
                writer.begin_named(name, span);
            }
            writer.add(head.rest);
        } else if head.is_dashed && !goes_on {
            writer.begin_unnamed(span);
            writer.add(head.whole);
        } else {
            if is_new && line.voice.is_none() && !writer.go_on(None, span) {
                writer.begin_same(span);
            }
            writer.add(line.text.trim_start().trim_start_matches('>'));
        }
    }
}

/// Takes out the first line of a caption that is the last one of the caption before: captions that roll show each line twice
/// and it was said once. Such captions have times within their lines, or most of them begin like this; elsewhere people do
/// say a thing twice.
fn leave_out_repeated(lines: &mut Vec<Line>, cues: &[Cue], text: &str) {
    let spans = |one: &Line, next: &Line| cues[one.cue].span.zip(cues[next.cue].span);
    let touch = |one: &Line, next: &Line| spans(one, next).is_some_and(|(one, next)| Some(next.start) <= one.end);
    let is_same = |one: &Line, next: &Line| {
        one.voice.is_none()
            && next.voice.is_none()
            && one.text.trim() == next.text.trim()
            && !one.text.trim().is_empty()
    };
    let (mut pairs, mut repeated) = (0_usize, HashSet::new());
    for at in 1..lines.len() {
        let (before, line) = (&lines[at - 1], &lines[at]);
        if before.cue != line.cue && touch(before, line) {
            pairs += 1;
            if is_same(before, line) {
                repeated.insert(at);
            }
        }
    }
    if text.contains("<00:") || repeated.len() > 1 && repeated.len() * 2 >= pairs {
        let mut at = 0..;
        lines.retain(|_| at.next().is_none_or(|at: usize| !repeated.contains(&at)));
    }
}

/// Takes out what programs say of a recording, where it is all of a caption or stands at either end.
fn leave_out_notices(lines: &mut Vec<Line>, writer: &mut Writer) {
    let is_end = |line: &Line| line.voice.is_none() && is_end_notice(&line.text);
    let of_cue = |at: usize| lines.get(at).map(|line| line.cue);
    let is_alone = |at: usize| {
        let before = at.checked_sub(1).and_then(of_cue);
        before != of_cue(at) && of_cue(at + 1) != of_cue(at)
    };
    let head = lines.iter().take_while(|line| is_end(line)).count();
    let tail = lines.len() - lines.iter().rev().take_while(|line| is_end(line)).count();
    let is_kept: Vec<bool> = (0..lines.len())
        .map(|at| {
            let is_notice = lines[at].voice.is_none() && is_alone(at) && is_notice(&lines[at].text);
            at >= head && at < tail && !is_notice
        })
        .collect();
    let mut is_kept = is_kept.into_iter();
    lines.retain(|line| {
        let is_kept = is_kept.next().unwrap_or(true);
        if !is_kept {
            writer.leave_out(&line.text);
        }
        is_kept
    });
}

/// The lines that hold the name of who speaks and nothing else. Nearly all captions begin with one then, and names come again;
/// or all of them do, each above a sentence, as in a short excerpt. Where only some do, the names stay words, and are told.
fn labels(lines: &[Line], heads: &[Head], writer: &mut Writer) -> HashSet<usize> {
    let begins = |at: &usize| *at == 0 || lines[*at - 1].cue != lines[*at].cue;
    let next = |at: usize| lines.get(at + 1).filter(|next| next.cue == lines[at].cue);
    let is_label = |at: &usize| {
        let is_bare = lines[*at].voice.is_none() && heads[*at].name.is_none();
        is_bare && next(*at).is_some() && is_bare_name(lines[*at].text.trim())
    };
    let is_full = |at: &usize| lines[*at].text.split_whitespace().nth(1).is_some();
    let goes_on = |at: &usize| next(*at).is_some_and(|next| next.text.trim_start().starts_with(char::is_lowercase));
    let captions: Vec<usize> = (0..lines.len()).filter(begins).collect();
    let mut named: Vec<usize> = captions.iter().copied().filter(is_label).collect();
    let mut times: HashMap<String, usize> = HashMap::new();
    named.iter().for_each(|at| *times.entry(key(&lines[*at].text)).or_default() += 1);
    let comes_again = |at: &usize| times.get(&key(&lines[*at].text)).is_some_and(|times| *times > 1);
    let is_usual = named.len() > 1 && named.len() * 5 >= captions.len() * 4 && times.len() < named.len();
    let is_excerpt = !is_usual
        && named.len() == captions.len()
        && !named.iter().any(goes_on)
        && named.iter().any(|at| is_full(at) || is_known_role(&lines[*at].text));
    if !is_usual && !is_excerpt {
        let doubtful = named.into_iter().filter(|at| is_full(at) && !goes_on(at));
        for name in doubtful.map(|at| shown(&lines[at].text)) {
            if !writer.transcript.doubtful.contains(&name) {
                writer.transcript.doubtful.push(name);
            }
        }
        return HashSet::new();
    }
    named.retain(|at| is_excerpt || comes_again(at) || is_full(at));
    named.into_iter().collect()
}

/// The captions of a text; anything before the first one becomes a caption without a time.
fn cues<'t>(text: &'t str, is_vtt: bool, writer: &mut Writer) -> Vec<Cue<'t>> {
    let lines: Vec<&str> = text.split(['\n', '\u{b}']).collect();
    let mut cues = vec![Cue { span: None, voice: None, lines: Vec::new() }];
    let mut voice = None;
    let mut at = 0;
    if is_vtt {
        // The header goes to the first empty line, or to the first caption.
        at = lines.iter().position(|line| line.contains("WEBVTT")).map_or(0, |at| at + 1);
        while lines.get(at).is_some_and(|line| !line.trim().is_empty() && !begins_cue(&lines, at)) {
            at += 1;
        }
    }
    let (mut last_number, mut after_gap) = (0_u64, true);
    while at < lines.len() {
        let line = lines[at].trim();
        let current = cues.len() - 1;
        if line.is_empty() {
            after_gap = true;
        } else if let Some((span, rest)) = timing(line) {
            let said = Some(rest.trim()).filter(|rest| !are_settings(rest));
            cues.push(Cue { span: Some(span), voice: voice.take(), lines: said.into_iter().collect() });
            after_gap = false;
        } else if is_vtt && after_gap && is_block(line) {
            let begins = at;
            while lines.get(at + 1).is_some_and(|line| !line.trim().is_empty() && timing(line).is_none()) {
                at += 1;
            }
            if line.starts_with("NOTE") {
                writer.leave_out(&lines[begins..=at].join(" "));
            }
        } else if lines.get(at + 1).is_some_and(|next| timing(next).is_some())
            && names_cue(line, is_vtt, after_gap, &cues, last_number)
            || after_gap && numbers_parted_cue(&lines[at..], last_number)
        {
            last_number = line.parse().unwrap_or(last_number);
            voice = voice_of(line);
        } else {
            cues[current].lines.push(line);
            after_gap = false;
        }
        at += 1;
    }
    cues
}

/// Whether what follows the times are settings such as `align:start` or `X1:40`, and no words.
fn are_settings(text: &str) -> bool {
    text.split_whitespace().all(|word| {
        word.split_once(':')
            .is_some_and(|(name, value)| !value.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric()))
    })
}

fn begins_cue(lines: &[&str], at: usize) -> bool {
    timing(lines[at]).is_some() || lines.get(at + 1).is_some_and(|next| timing(next).is_some())
}

/// Whether a line begins a block of WebVTT that nobody says.
fn is_block(line: &str) -> bool {
    ["NOTE", "STYLE", "REGION"].iter().any(|name| {
        line.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace))
    })
}

/// Whether the line before a timing line is the number or the name of the caption, and was not said. Where no empty line
/// precedes it, it may be the answer to "How many?" or "Which year?".
fn names_cue(line: &str, is_vtt: bool, after_gap: bool, cues: &[Cue], last_number: u64) -> bool {
    let Ok(number) = line.parse::<u64>() else { return is_vtt && after_gap };
    // Numbers are missing now and then, but not that many.
    let farthest = last_number + cues.len() as u64 * 2 + 10;
    let is_next = number == last_number + 1;
    let has_words = cues.last().is_some_and(|cue| cue.span.is_some() && cue.lines.iter().any(|line| !is_label(line)));
    after_gap || is_next || has_words && number > last_number && number <= farthest
}

/// Whether the first of some lines is the number of a caption that empty lines part from its times, as where every other line is
/// empty; or of a caption that was cut off.
fn numbers_parted_cue(lines: &[&str], last_number: u64) -> bool {
    if lines[0].trim().parse() != Ok(last_number + 1) {
        return false;
    }
    let next = lines.iter().skip(1).find(|line| !line.trim().is_empty());
    next.map_or(last_number > 0, |next| timing(next).is_some())
}

/// Who speaks by the name of a caption, as meetings of Zoom write it: `1 "Anna Petrova" (3412341)`.
fn voice_of(name: &str) -> Option<&str> {
    let quoted = name.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start().strip_prefix('"')?;
    let (voice, rest) = quoted.rsplit_once('"')?;
    let is_number = |c: char| c.is_ascii_digit() || matches!(c, '(' | ')' | ' ');
    (!voice.trim().is_empty() && rest.chars().all(is_number)).then(|| voice.trim())
}

/// Whether a line is a name and no more, so that the words are still to come.
fn is_label(line: &str) -> bool {
    line.trim_end().ends_with(':')
}
