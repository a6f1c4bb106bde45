//! Plain text and Markdown: turns with names before a colon, above the words, or dashes as in dialogues.

use std::collections::HashSet;

use super::furniture::{are_attendees, begins_transcript, is_end_notice, is_page, is_title};
use super::label::{Head, head, take_hours_back};
use super::line::Line;
use super::markup::{heading, is_markdown, unmarked};
use super::messages::{self, is_day};
use super::name::{is_bare_name, is_party};
use super::names::Names;
use super::preface::{about, above, ends_with_stop, is_answered};
use super::time::{Span, time};
use super::{
    Source, Writer, below, bolded, dashed_names, handles, job_titles, joined, labelled, may_end_turn, notation, parted,
    recap, remarks, spoken_times,
};

/// Lines no longer than this were broken to fit a page.
const PAGE: usize = 100;

pub(super) fn read(text: &str, writer: &mut Writer) {
    let text = bolded::with_colons(text);
    let text = joined::parted(&text);
    let text = spoken_times::without(&text);
    let text = labelled::usual(&text);
    let below::Above { text, doubtful, left_out } = below::above(&text);
    left_out.iter().for_each(|line| writer.leave_out(line));
    let text = notation::usual(&text);
    let (text, maybe) = parted::usual(&text);
    let doubtful = if doubtful.is_empty() { maybe } else { doubtful };
    let markdown = is_markdown(&text);
    writer.transcript.source = if markdown { Source::Markdown } else { Source::Plain };
    let mut lines = lines(&text, markdown);
    recap::left_out(&mut lines, writer);
    handles::with_colons(&mut lines, writer);
    messages::with_times(&mut lines, writer);
    messages::leave_out_leftovers(&mut lines, writer);
    let titled = job_titles::known_again(&mut lines);
    let mut lines = without_furniture(lines, writer);
    dashed_names::with_colons(&mut lines.iter_mut().map(|line| (&mut line.text, line.after_gap)).collect::<Vec<_>>());
    remarks::behind_names(&mut lines);
    let lines = with_times_joined(lines);
    let mut heads: Vec<Head> = lines.iter().map(|line| head(&line.text, line.is_strong)).collect();
    let hours: Vec<bool> = lines.iter().zip(&mut heads).map(|(line, head)| take_hours_back(head, &line.text)).collect();
    take_times_behind(&mut heads);
    let mut names = Names::default();
    let is_about = about(&lines, &heads);
    let labels = labels(&lines, &heads);
    labels.iter().for_each(|at| names.count_bare(heads[*at].whole));
    let are_names_alone = are_names_alone(&heads);
    let widest = lines.iter().map(|line| line.text.chars().take(PAGE + 1).count()).max().unwrap_or(0);
    for (at, (line, head)) in lines.iter().zip(&heads).enumerate() {
        // A line may begin a turn after a sentence or after another turn; after a name alone it is what was said.
        let before = at.checked_sub(1).map(|before| (&lines[before], &heads[before]));
        let is_set_off = before.is_none_or(|(before, head)| match head.name {
            // A time alone stands above a turn.
            None if head.is_time() || hours[at - 1] || before.text.starts_with(joined::BULLETS) => true,
            Some(_) if !line.is_soft => !head.rest.is_empty(),
            // Where lines are broken softly, other breaks end paragraphs.
            _ => {
                let is_capital = line.text.starts_with(char::is_uppercase);
                let is_ended = may_end_turn(&before.text) || is_remark(&before.text);
                is_ended || is_capital && is_short(&before.text, widest) || before.is_soft && !line.is_soft
            }
        });
        if let Some(name) = head.name.filter(|name| line.is_signed || is_party(name) && is_answered(&heads, at)) {
            names.trust(name);
        }
        if !is_about(at) {
            names.count(head, line.after_gap || is_set_off || are_names_alone);
        }
        if line.is_heading {
            names.count_heading(&line.text);
        }
    }
    let mut words = doubt_within_turns(&lines, &heads, &mut names);
    names.trust_small(&heads);
    words.extend(names.distrust_unmarked(&lines, &heads));
    if are_marks_names(&lines, &heads) {
        names.trust_marks();
    }
    names.trust_answers(&heads, |at| &lines[at].text);
    let is_told = |at: usize| {
        let goes_on = !lines[at].after_gap || heads[at].rest.starts_with(char::is_lowercase);
        goes_on && at > 0 && heads[at - 1].name.is_none() && ends_with_stop(&lines[at - 1].text)
    };
    words.extend(names.distrust_lone_role(&heads, is_told));
    let times_bare = are_times_bare(&lines, &heads, &names);
    // A meeting of a few minutes has one time: above its first words.
    let first_named = heads.iter().position(|head| head.name.is_some_and(|name| names.has(name)));
    let beginning = first_named.and_then(|first| first.checked_sub(1)).filter(|above| heads[*above].whole.is_empty());
    let has_names = heads.iter().any(|head| head.name.is_some_and(|name| names.has(name)));
    let are_alone = are_times_alone(&lines, &heads, |at| heads[at].name.is_some_and(|name| names.has(name)));
    let are_between = are_times_between(&heads, |at| heads[at].name.is_some_and(|name| names.has(name)));
    let time_of = |at: usize| {
        let head = &heads[at];
        let is_time = times_bare || Some(at) == beginning || (are_alone || are_between) && head.whole.is_empty();
        head.time.or(head.bare_time.filter(|_| is_time))
    };
    let is_named = |at: usize| {
        heads[at].name.is_some_and(|name| names.has(name))
            || heads_words(&lines, &heads, at) && names.has(heads[at].whole)
            || lines[at].is_heading && names.has(&lines[at].text)
    };
    let is_timed = |at: &usize| heads[*at].name.is_none() && time_of(*at).is_some();
    let are_timed = (0..lines.len()).filter(is_timed).nth(1).is_some();
    let first = (0..lines.len()).find(|at| !is_about(*at) && (is_named(*at) || are_timed && is_timed(at)));
    let is_above = above(&lines, &heads, first);
    let mut pending: Option<Span> = None;
    let mut before: Option<&Line> = None;
    let mut is_list = false;
    for (at, (line, head)) in lines.iter().zip(&heads).enumerate() {
        let time = time_of(at);
        let name = head.name.filter(|name| names.has(name));
        let own_line = name.is_none() && heads_words(&lines, &heads, at) && names.has(head.whole);
        let goes_on = !line.after_gap && before.is_some() && writer.so_far().is_some();
        if is_about(at) || is_above[at] && !line.is_heading {
            writer.leave_out(&line.text);
        } else if line.is_heading && name.is_none() {
            if names.has(&line.text) {
                writer.begin_named(&line.text, None);
            } else {
                writer.close();
                writer.leave_out(&line.text);
            }
        } else if time.is_some() && head.whole.is_empty() {
            writer.close();
            pending = time;
        } else if let Some(name) = name {
            writer.begin_named(name, time.or(pending.take()));
            writer.add(head.rest);
        } else if own_line {
            writer.begin_named(head.whole, head.time.or(head.bare_time));
        } else if time.is_none() && (has_names && line.text.starts_with("- ") || is_list && head.is_dashed) {
            // Where speakers are named, a hyphen begins an item of a list; a dash does behind what announces one.
            writer.begin_same(pending.take());
            writer.add(head.whole);
        } else if head.is_dashed && !(goes_on && before.is_some_and(|before| !may_end_turn(&before.text))) {
            writer.begin_unnamed(time.or(pending.take()));
            writer.add(head.whole);
        } else if time.is_some() || pending.is_some() {
            writer.begin_same(time.or(pending.take()));
            writer.add(if time.is_some() { head.whole } else { &line.text });
        } else {
            let open = writer.so_far();
            let is_waiting = open.is_some_and(str::is_empty);
            let is_same = goes_on && before.is_some_and(|before| line.is_soft || is_broken(&before.text, widest));
            if !is_waiting && !is_same {
                writer.begin_same(None);
            }
            writer.add(&line.text);
        }
        before = Some(line);
        let announces = writer.is_named() && line.text.trim_end().ends_with([':', ';', ',']);
        is_list = if head.is_dashed && name.is_none() { is_list } else { announces };
    }
    let is_known = writer.has_spoken() || !doubtful.is_empty();
    let mut doubtful = if is_known { doubtful } else { doubts(&lines) };
    doubtful.extend(words);
    doubtful.extend(titled.into_iter().filter(|_| writer.has_spoken()));
    writer.transcript.doubtful = doubtful;
}

/// Whether each line with a time or in bold letters, and there are two at least, begins with what may be a name.
fn are_marks_names(lines: &[Line], heads: &[Head]) -> bool {
    let is_marked = |line: &Line, head: &Head| line.is_strong || head.time.is_some() || head.bare_time.is_some();
    let mut marked = lines.iter().zip(heads).filter(|(line, head)| is_marked(line, head) && !line.is_heading);
    marked.clone().nth(1).is_some() && marked.all(|(_, head)| head.name.is_some() || head.is_time())
}

/// Doubts what a line begins with behind a soft break, where such breaks are within turns, and behind words that announce it: "Anna:
/// Two things.⏎Price: too high." "It read:⏎Closed: come back." Returns what is no name then.
fn doubt_within_turns<'l>(lines: &'l [Line], heads: &[Head<'l>], names: &mut Names<'l>) -> Vec<String> {
    let all = || lines.iter().zip(heads);
    let hard = all().filter(|(line, head)| !line.is_soft && head.name.is_some()).count();
    let are_within = hard > 1 && !all().filter(|(line, _)| line.is_soft).all(|(_, head)| head.name.is_some());
    let is_announced = |at: usize| {
        let before = at.checked_sub(1).map(|before| (&lines[before], &heads[before]));
        !lines[at].after_gap
            && before
                .is_some_and(|(line, head)| line.text.ends_with(':') && !(head.name.is_some() && head.rest.is_empty()))
    };
    let is_within = |at: &usize| are_within && lines[*at].is_soft || is_announced(*at);
    let doubted: Vec<&'l str> =
        (0..lines.len()).filter(is_within).filter_map(|at| heads[at].name.filter(|name| names.has(name))).collect();
    doubted.iter().for_each(|name| names.doubt(name));
    doubted.into_iter().filter(|name| !names.has(name)).map(str::to_owned).collect()
}

/// Whether a line is nothing but what was heard beside the words: "[pause]", "((laughter))", "<phone rings>".
fn is_remark(text: &str) -> bool {
    let text = text.trim();
    let inner = [('(', ')'), ('[', ']'), ('<', '>'), ('*', '*')]
        .into_iter()
        .find_map(|(open, close)| text.strip_prefix(open).and_then(|text| text.strip_suffix(close)));
    inner.is_some_and(|inner| {
        let inner = inner.trim_matches(['(', ')', '[', ']']);
        !inner.is_empty() && inner.len() < PAGE && !inner.contains(['(', ')', '[', ']', '<', '>', '*'])
    })
}

/// Whether all names stand alone above their words, one of them again.
fn are_names_alone(heads: &[Head]) -> bool {
    let mut named = heads.iter().filter_map(|head| Some((head.name?, head.rest, head.time)));
    let mut known = HashSet::new();
    let is_again = named.clone().any(|(name, ..)| !known.insert(name));
    is_again && named.all(|(name, rest, time)| rest.is_empty() && time.is_none() && is_bare_name(name))
}

/// What begins most lines of a text in which nobody was found to speak, and may name who does: short, behind times and signs, and
/// more than one of them, again and again.
fn doubts(lines: &[Line]) -> Vec<String> {
    let begun = |line: &Line| {
        let text = line.text.trim_start_matches(|c: char| !c.is_alphabetic());
        let name = text.split(|c: char| !c.is_alphabetic() && !matches!(c, ' ' | '\'' | '-' | '_')).next()?.trim();
        (name.len() < text.len() && is_bare_name(name)).then(|| name.to_owned())
    };
    // "[0:03] Anna yes", with nothing behind the name.
    let first = |line: &Line| {
        let word = line.text.split_whitespace().find(|word| word.contains(char::is_alphabetic))?;
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        is_bare_name(word).then(|| word.to_owned())
    };
    let again = |begun: Vec<String>| {
        let mut names: Vec<String> = Vec::new();
        for name in &begun {
            if !names.contains(name) && begun.iter().filter(|other| *other == name).count() > 1 {
                names.push(name.clone());
            }
        }
        let count = begun.iter().filter(|name| names.contains(name)).count();
        (names.len() > 1 && count * 2 >= lines.len()).then_some(names)
    };
    let all = |begun: &dyn Fn(&Line) -> Option<String>| again(lines.iter().filter_map(begun).collect());
    all(&begun).or_else(|| all(&first)).unwrap_or_default()
}

fn lines(text: &str, markdown: bool) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut after_gap = true;
    let mut written = text.split('\n').map(str::trim).filter(|line| !line.is_empty());
    let is_quoted = written.all(|line| line.starts_with('>')) && !text.contains(">>");
    for hard in text.split('\n') {
        for (at, raw) in hard.split('\u{b}').enumerate() {
            let raw = raw.trim();
            let raw = raw.strip_prefix('>').filter(|_| is_quoted || raw == ">").map_or(raw, str::trim_start);
            let is_rule = markdown && raw.len() > 2 && raw.bytes().all(|byte| matches!(byte, b'-' | b'*' | b'_'));
            if raw.is_empty() || is_rule {
                after_gap |= at == 0;
                continue;
            }
            let title = markdown.then(|| heading(raw)).flatten();
            let (text, is_strong) = match title {
                Some(title) => (unmarked(title).0, true),
                // A backslash at the end breaks the line.
                None if markdown => unmarked(raw.strip_suffix('\\').unwrap_or(raw)),
                None => (raw.to_owned(), false),
            };
            let after_gap = std::mem::take(&mut after_gap) || title.is_some();
            lines.push(Line {
                text,
                is_strong,
                is_signed: false,
                after_gap,
                is_soft: at > 0,
                is_heading: title.is_some(),
            });
        }
    }
    lines
}

/// How many lines name a meeting and who came to it, above the word that begins its transcript.
fn after_attendees(lines: &[Line]) -> usize {
    const MOST: usize = 8;
    let at = |is: fn(&str) -> bool| lines.iter().take(MOST).position(|line| is(&line.text));
    let (Some(attendees), Some(begins)) = (at(are_attendees), at(begins_transcript)) else { return 0 };
    if attendees < begins && begins - attendees <= 3 { begins + 1 } else { 0 }
}

/// The lines without those that stand around a transcript. What goes on over the end of a page is not parted by its number.
fn without_furniture(lines: Vec<Line>, writer: &mut Writer) -> Vec<Line> {
    let is_around = |line: &Line| is_end_notice(&line.text) || is_page(&line.text);
    let is_label = |line: &Line| {
        let head = head(&line.text, line.is_strong);
        head.name.is_some() && head.rest.is_empty()
    };
    let listed = after_attendees(&lines);
    let first = listed + lines[listed..].iter().take_while(|line| is_around(line)).count();
    let last = lines.len() - lines.iter().rev().take_while(|line| is_around(line)).count();
    // What stands below a name alone is what was said.
    let last = if last.checked_sub(1).is_some_and(|name| is_label(&lines[name])) { lines.len() } else { last };
    let stands_alone: Vec<bool> = (0..lines.len())
        .map(|at| {
            let is_parted = lines[at].after_gap && lines.get(at + 1).is_none_or(|next| next.after_gap);
            is_parted || at == 0
        })
        .collect();
    let mut kept: Vec<Line> = Vec::with_capacity(lines.len());
    let mut gap = None;
    for (at, (mut line, is_alone)) in lines.into_iter().zip(stands_alone).enumerate() {
        let is_at_end = at < first || at >= last;
        if is_page(&line.text) {
            gap = Some(gap.unwrap_or(false) || line.after_gap);
            writer.leave_out(&line.text);
        } else if is_at_end || is_alone && is_title(&line.text) {
            gap = Some(true);
            writer.leave_out(&line.text);
        } else {
            if let Some(gap) = gap.take() {
                let is_ended = kept.last().is_none_or(|last| may_end_turn(&last.text));
                line.after_gap = (gap || line.after_gap) && is_ended;
            }
            kept.push(line);
        }
    }
    kept
}

/// The same lines, with a name and the time on the line below or above it on one, where all times stand so.
fn with_times_joined(lines: Vec<Line>) -> Vec<Line> {
    let times: Vec<usize> = (0..lines.len()).filter(|at| head(&lines[*at].text, false).is_time()).collect();
    let bare = |at: usize| Some(&lines[at].text).filter(|text| is_bare_name(text));
    let above: Vec<&String> = times.iter().filter_map(|at| bare(at.checked_sub(1)?)).collect();
    // Without a full stop before it, a name comes again or has two words; where most do, so are the others.
    let is_known = |name: &String| {
        name.split_whitespace().nth(1).is_some() || above.iter().filter(|other| **other == name).count() > 1
    };
    let are_known = above.iter().filter(|name| is_known(name)).count() * 3 >= times.len() * 2;
    let is_below_name = |at: &usize| {
        let Some((name, before)) = lines[..*at].split_last() else { return false };
        let is_set_off = name.after_gap
            || are_known && before.last().is_some_and(|before| !head(&before.text, false).is_time())
            || before.last().is_none_or(|before| may_end_turn(&before.text) || is_day(&before.text));
        is_set_off && is_bare_name(&name.text) && !lines[*at].after_gap
    };
    let is_above_name = |at: &usize| {
        let (name, said) = (lines.get(at + 1), lines.get(at + 2));
        name.is_some_and(|name| !name.after_gap && is_bare_name(&name.text)) && said.is_some_and(|said| !said.after_gap)
    };
    let below: Vec<usize> = times.iter().copied().filter(is_below_name).collect();
    // Of several messages in a row the first alone has a name: "10:02 AM" is below it, "10:03" above the next.
    let is_half = |at: &usize| lines[*at].text.to_lowercase().ends_with('m');
    let are_messages =
        below.len() > 1 && below.iter().all(is_half) && times.iter().all(|at| below.contains(at) || !is_half(at));
    if times.len() < 2 {
        lines
    } else if times.iter().all(is_below_name) {
        // Two blanks part a name from a time.
        joined(lines, &times, "  ")
    } else if are_messages {
        let mut half = String::new();
        let mut lines = lines;
        for at in times {
            let text = &mut lines[at].text;
            if below.contains(&at) {
                half = text.chars().skip_while(|c| !c.is_alphabetic()).collect();
            } else {
                *text = format!("[{text} {half}]");
            }
        }
        joined(lines, &below, "  ")
    } else if times.iter().all(is_above_name) {
        joined(lines, &times.iter().map(|time| time + 1).collect::<Vec<_>>(), " ")
    } else {
        lines
    }
}

/// The lines, with those at some places, in order, on the lines before them.
fn joined(lines: Vec<Line>, places: &[usize], between: &str) -> Vec<Line> {
    let mut joined: Vec<Line> = Vec::with_capacity(lines.len());
    for (at, line) in lines.into_iter().enumerate() {
        match joined.last_mut().filter(|_| places.binary_search(&at).is_ok()) {
            Some(before) => before.text = [&before.text, between, &line.text].concat(),
            None => joined.push(line),
        }
    }
    joined
}

/// Takes the times without brackets that stand behind the names, where nearly all names have one, in order.
fn take_times_behind(heads: &mut [Head]) {
    let is_named = |head: &&mut Head| head.name.is_some() && head.time.is_none() && !head.rest.is_empty();
    let mut named: Vec<&mut Head> = heads.iter_mut().filter(is_named).collect();
    let behind = |text| time(text).filter(|(_, rest)| rest.is_empty() || rest.starts_with(char::is_whitespace));
    let times: Vec<u32> = named.iter().filter_map(|head| behind(head.rest)).map(|(start, _)| start).collect();
    if times.len() < 2 || times.len() * 5 < named.len() * 4 || !times.is_sorted() {
        return;
    }
    for head in &mut named {
        if let Some((start, rest)) = behind(head.rest) {
            head.time = Some(Span { start, end: None });
            head.is_marked = true;
            head.rest = rest.trim_start().trim_start_matches(['-', '\u{2013}', '\u{2014}']).trim_start();
        }
    }
}

/// Whether a line is a time with a few words, and what follows it are words without either: `0:12 Owner` above what was said.
fn heads_words(lines: &[Line], heads: &[Head], at: usize) -> bool {
    let (head, next) = (&heads[at], heads.get(at + 1));
    let is_plain = |next: &Head| next.time.is_none() && next.bare_time.is_none() && next.name.is_none();
    (head.time.is_some() || head.bare_time.is_some())
        && !head.whole.ends_with(['.', '!', '?'])
        && next.is_some_and(is_plain)
        && !lines[at + 1].after_gap
}

/// The lines that hold a time and a name and nothing else. They are labels where nearly all times stand so, more than once or
/// above a full name: a time may also stand before a word or two of what was said.
fn labels(lines: &[Line], heads: &[Head]) -> Vec<usize> {
    let timed = |at: &usize| heads[*at].name.is_none() && (heads[*at].time.is_some() || heads[*at].bare_time.is_some());
    let timed: Vec<usize> = (0..lines.len()).filter(timed).collect();
    let is_label = |at: &usize| heads_words(lines, heads, *at) && is_bare_name(heads[*at].whole);
    let labels: Vec<usize> = timed.iter().copied().filter(is_label).collect();
    let goes_on = |at: usize| lines.get(at + 1).is_some_and(|next| next.text.starts_with(char::is_lowercase));
    let is_full = |at: &usize| heads[*at].whole.split_whitespace().nth(1).is_some() && !goes_on(*at);
    let is_usual = labels.len() * 5 >= timed.len() * 4 && (labels.len() > 1 || labels.iter().all(is_full));
    if is_usual { labels } else { Vec::new() }
}

/// Whether times without brackets begin the lines: at least two, in order, and most of the lines that could begin a turn. Where
/// names have none, "9:00 we met" tells of a day.
fn are_times_bare(lines: &[Line], heads: &[Head], names: &Names) -> bool {
    let is_timed =
        |at: &usize| heads[*at].time.or(heads[*at].bare_time).is_some() || *at > 0 && heads[*at - 1].is_time();
    let is_named = |at: &usize| heads[*at].name.is_some_and(|name| names.has(name));
    let named: Vec<usize> = (0..heads.len()).filter(is_named).collect();
    if named.len() > 1 && named.iter().filter(|at| is_timed(at)).count() * 2 < named.len() {
        return false;
    }
    let times: Vec<u32> = heads.iter().filter_map(|head| head.bare_time).map(|span| span.start).collect();
    let turns = lines.iter().filter(|line| line.after_gap).count().max(2);
    times.len() > 1 && times.is_sorted() && times.len() * 2 >= turns
}

/// Whether times stand alone now and then, in order, each above somebody who `speaks`: meetings of Google have one every five
/// minutes.
fn are_times_alone(lines: &[Line], heads: &[Head], speaks: impl Fn(usize) -> bool) -> bool {
    let is_alone = |at: &usize| {
        let is_said = !lines[*at].after_gap && at.checked_sub(1).is_some_and(|before| heads[before].name.is_some());
        let is_parted = !is_said && lines.get(at + 1).is_some_and(|next| next.after_gap);
        heads[*at].whole.is_empty() && heads[*at].bare_time.is_some() && is_parted
    };
    let alone: Vec<usize> = (0..lines.len()).filter(is_alone).collect();
    let times: Vec<u32> = alone.iter().filter_map(|at| heads[*at].bare_time).map(|span| span.start).collect();
    times.len() > 1 && times.is_sorted() && alone.iter().all(|at| speaks(at + 1))
}

/// Whether times that have a line for themselves stand between those of names, in order with them: of several messages in a row
/// the first alone has a name.
fn are_times_between(heads: &[Head], speaks: impl Fn(usize) -> bool) -> bool {
    let time = |head: &Head| head.time.or(head.bare_time).map(|span| span.start);
    let is_named = |at: usize| heads[at].name.is_some() && speaks(at);
    let found = heads.iter().enumerate().filter(|(at, head)| is_named(*at) || head.whole.is_empty());
    let times: Vec<u32> = found.filter_map(|(_, head)| time(head)).collect();
    let named = (0..heads.len()).filter(|at| is_named(*at) && heads[*at].time.is_some()).count();
    named > 1 && times.is_sorted()
}

/// Whether a line ends where the page did not, or with an address: nobody broke it to fit.
fn is_short(line: &str, widest: usize) -> bool {
    /// No page is as narrow.
    const NARROWEST: usize = 32;
    let length = line.chars().take(PAGE + 1).count();
    let is_address = line.split_whitespace().last().is_some_and(|last| last.contains("://"));
    is_address || length * 2 < widest || widest < NARROWEST
}

/// Whether a line was broken to fit the page, so that the next one goes on with it.
fn is_broken(line: &str, widest: usize) -> bool {
    let length = line.chars().take(PAGE + 1).count();
    widest <= PAGE && (!may_end_turn(line) || length * 4 > widest * 3)
}
