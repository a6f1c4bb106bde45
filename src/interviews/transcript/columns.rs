//! Tables: a column for who speaks, one for the words, with or without times; as spreadsheets and programs that transcribe
//! save them.

use std::collections::HashSet;

use super::name::{is_bare_name, key};
use super::rows::{Rows, rows};
use super::time::{Span, bracketed, spelled, time, unit};
use super::{Source, Writer, lists};
use crate::exchange::csv::separator;

/// What columns are called in small letters.
const TEXTS: &str = "text|transcript|content|utterance|message|phrase|sentence|words|said|текст|реплика|фраза|расшифровка|сообщение|\
    высказывание|слова";
const SPEAKERS: &str =
    "speaker|speaker name|name|who|participant|author|спикер|говорящий|имя|кто|кто говорит|говорит|участник|автор";
const STARTS: &str =
    "time|start|start time|starttime|timestamp|timespan|timecode|begin|from|in|время|начало|старт|таймкод|тайм-код";
const ENDS: &str = "end|end time|endtime|stop|to|out|конец|окончание";

/// What a label says of what stands beside it.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Label {
    Speaker,
    Start,
    End,
    Text,
}

/// The meaning of a label in small letters.
pub(super) fn label(name: &str) -> Option<Label> {
    let labels = [(SPEAKERS, Label::Speaker), (STARTS, Label::Start), (ENDS, Label::End), (TEXTS, Label::Text)];
    labels.into_iter().find_map(|(list, label)| lists(list, name).then_some(label))
}

/// The longest recording whose seconds are counted.
const LONGEST: f64 = 4.0 * 3600.0;

/// Where the columns are.
struct Columns {
    text: usize,
    speaker: Option<usize>,
    start: Option<usize>,
    end: Option<usize>,
    has_head: bool,
}

/// Reads a table; says whether it is one.
pub(super) fn read(text: &str, writer: &mut Writer) -> bool {
    let drawn = drawn(text);
    let text = drawn.as_deref().unwrap_or(text);
    let separator = separator(text);
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    if !first.contains(char::from(separator)) {
        return false;
    }
    let rows = rows(text, separator, |cell| moment(cell).is_some());
    let rows = with_corner(rows);
    let Some(columns) = named(&rows).or_else(|| unnamed(&rows, separator)) else { return false };
    writer.transcript.source = Source::Table;
    let width = if columns.has_head { rows.first().map_or(0, Vec::len) } else { 0 };
    let mut rows = rows.iter();
    if columns.has_head {
        let head = rows.next().into_iter().flatten().enumerate();
        let read = [Some(columns.text), columns.speaker, columns.start, columns.end];
        let others = head.filter(|(at, name)| !read.contains(&Some(*at)) && !name.trim().is_empty());
        others.for_each(|(_, name)| writer.leave_out(name));
    }
    let unit = unit_of(rows.clone(), &columns);
    for cells in rows {
        // Words with the sign that parts cells, where nothing marks them as one cell: what stands behind them stands further on.
        let filled = cells.iter().rposition(|cell| !cell.trim().is_empty()).map_or(0, |last| last + 1);
        let surplus = if width == 0 { 0 } else { filled.saturating_sub(width) };
        let shifted = |at: usize| if at > columns.text { at + surplus } else { at };
        let cell = |at: Option<usize>| at.and_then(|at| cells.get(shifted(at))).map_or("", |cell| cell.trim());
        let at = |cell: &str| number(cell).map_or_else(|| moment(cell), |number| Some((number * unit).round() as u32));
        let end = at(cell(columns.end));
        let span = at(cell(columns.start)).map(|start| Span { start, end });
        match cell(columns.speaker).trim_end_matches(':') {
            "" => writer.begin_same(span),
            name => writer.begin_named(name, span),
        }
        let is_last = [columns.speaker, columns.start, columns.end].into_iter().flatten().all(|at| at < columns.text);
        let words = cells.get(columns.text..).unwrap_or_default();
        let words = if is_last && !columns.has_head {
            words
        } else {
            words.get(..=surplus).or(words.get(..1)).unwrap_or_default()
        };
        writer.add(&words.join(&char::from(separator).to_string()));
    }
    true
}

/// The rows with an empty corner before the heading, where each row below it is one cell longer and begins with its number.
fn with_corner(mut rows: Rows) -> Rows {
    let (width, length) = (rows.first().map_or(0, Vec::len), rows.get(1).map_or(0, Vec::len));
    let first = rows.get(1).and_then(|row| row[0].trim().parse::<usize>().ok()).filter(|first| *first < 2);
    let is_counted = first.is_some_and(|first| {
        let mut below = rows[1..].iter().zip(first..);
        below.all(|(row, at)| row.len() == width + 1 && row[0].trim().parse() == Ok(at))
    });
    if length == width + 1 && is_counted && named(&rows).is_some() {
        rows[0].insert(0, String::new());
    }
    rows
}

/// How many milliseconds a number in the columns of times is: Whisper writes milliseconds, most others seconds.
fn unit_of<'r>(rows: impl Iterator<Item = &'r Vec<String>> + Clone, columns: &Columns) -> f64 {
    let times = [columns.start, columns.end].into_iter().flatten();
    let cells = times.flat_map(|at| rows.clone().filter_map(move |cells| cells.get(at)));
    let words = rows.clone().filter_map(|cells| cells.get(columns.text));
    let numbers: Vec<f64> = cells.filter_map(|cell| number(cell)).collect();
    // Notes of what is seen have a few words now and then: without ends, whole seconds may be far apart.
    if columns.end.is_none() && numbers.iter().all(|number| *number < LONGEST) {
        return 1000.0;
    }
    unit(numbers.into_iter(), words.map(|cell| cell.split_whitespace().count()).sum())
}

/// A number without a unit.
fn number(cell: &str) -> Option<f64> {
    let number: f64 = cell.trim().replace(',', ".").parse().ok()?;
    // More milliseconds than in a day, and as seconds more than anybody counts.
    (0.0..1e8).contains(&number).then_some(number)
}

/// The cells of a table that is drawn with upright bars, as in Markdown, parted by tabs.
fn drawn(text: &str) -> Option<String> {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let rule = lines.clone().nth(1)?;
    let is_rule = rule.contains("--") && rule.chars().all(|c| matches!(c, '|' | '-' | ':' | ' '));
    let is_drawn = is_rule && lines.all(|line| line.len() > 1 && line.starts_with('|') && line.ends_with('|'));
    is_drawn.then(|| {
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && *line != rule);
        // A bar with a backslash before it is a letter.
        let cells = |line: &str| {
            let line = line[1..line.len() - 1].replace("\\|", "\u{fdd1}");
            line.split('|').map(str::trim).collect::<Vec<_>>().join("\t").replace('\u{fdd1}', "|")
        };
        lines.map(cells).collect::<Vec<_>>().join("\n")
    })
}

/// The columns by the names above them: the words, and who said them or when.
fn named(rows: &Rows) -> Option<Columns> {
    let heads: Vec<String> = rows.first()?.iter().map(|head| head.trim().to_lowercase()).collect();
    let place = |names: &str| heads.iter().position(|head| lists(names, head));
    let (speaker, start) = (place(SPEAKERS), place(STARTS));
    let is_known = rows.len() > 1 && (speaker.is_some() || start.is_some());
    Some(Columns { text: place(TEXTS).filter(|_| is_known)?, speaker, start, end: place(ENDS), has_head: true })
}

/// The columns of a table without names above them: times, then the names of people who speak again and again, then words.
fn unnamed(rows: &Rows, separator: u8) -> Option<Columns> {
    // Sentences are full of commas.
    if separator == b',' || rows.len() < 2 {
        return None;
    }
    let width = rows.iter().map(|cells| cells.len()).min()?;
    let all = |at: usize, fits: &dyn Fn(&str) -> bool| rows.iter().all(|cells| fits(cells[at].trim()));
    let times = (0..width).take_while(|at| all(*at, &|cell| moment(cell).is_some())).count();
    let is_name = |cell: &str| is_bare_name(cell.trim_end_matches(':'));
    let text = times + 1;
    if times > 2 || text >= width || !all(times, &is_name) {
        return None;
    }
    // Times may also stand behind the words.
    let last = Some(width - 1).filter(|last| times == 0 && *last > text && all(*last, &|cell| is_clock(cell)));
    let names: HashSet<String> = rows.iter().map(|cells| key(&cells[times])).collect();
    // A time or two beside each name say enough; names alone have to come again and again.
    let is_timed = last.is_some() || times > 0 && all(0, &is_clock);
    let are_stretches = times > 1 && rows.iter().all(|cells| moment(&cells[0]) <= moment(&cells[1]));
    let comes_again =
        names.len() * 2 <= rows.len() && rows.len() > 2 || is_timed && names.len() < rows.len() || are_stretches;
    let (start, end) = (last.or(Some(0).filter(|_| times > 0)), Some(1).filter(|_| times > 1));
    comes_again.then_some(Columns { text, speaker: Some(times), start, end, has_head: false })
}

/// Whether a cell is a time with a colon.
pub(super) fn is_clock(cell: &str) -> bool {
    cell.contains(':') && moment(cell).is_some()
}

/// A time in a cell, in milliseconds; a number alone is seconds.
fn moment(cell: &str) -> Option<u32> {
    let whole = |found: Option<(u32, &str)>| found.filter(|(_, rest)| rest.trim().is_empty()).map(|(ms, _)| ms);
    let span = |text: &str| bracketed(text).filter(|(_, rest)| rest.is_empty()).map(|(span, _)| span.start);
    // A stretch, "0:00.0 - 0:05.1", is read as if it stood in brackets.
    let in_brackets = || span(cell).or_else(|| span(&format!("[{cell}]")));
    let seconds = || number(cell).filter(|seconds| *seconds < 1e6).map(|seconds| (seconds * 1000.0).round() as u32);
    whole(time(cell)).or_else(in_brackets).or_else(|| spelled(cell)).or_else(seconds)
}
