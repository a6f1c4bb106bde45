//! Transcripts as people paste and import them: plain text, Markdown, SRT, WebVTT, tables, what a word processor copies; speakers
//! and times in English and Russian. The format is detected from the text, so a paste reads like the file.
//!
//! Nothing that was said is lost. What was not said (numbers of captions, settings, headings) is left out and named.

mod below;
mod bolded;
mod captions;
mod chat;
mod chosen;
mod columns;
mod corrected;
mod dashed_names;
mod dated;
mod day;
mod furniture;
mod handles;
mod job_titles;
mod joined;
mod json;
mod label;
mod labelled;
mod line;
mod marks;
mod markup;
mod messages;
mod moment;
mod name;
mod names;
mod notation;
mod parted;
mod preface;
mod prose;
mod recap;
mod remarks;
mod rows;
mod spoken_times;
mod time;

pub use chat::messages;
pub use chosen::{Asks, Chosen};
pub use dated::day_of;

use std::collections::HashMap;

use crate::arrange::Arrange;
use crate::interviews::text::stored;
use crate::months::is_listed;

/// The most text that is read, in bytes: more than anybody says in a day.
pub const MOST_BYTES: usize = 3_000_000;

/// The most lines that are read: captions of thirty hours have fewer.
pub const MOST_LINES: usize = 200_000;

/// What kind of text a transcript was read from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Source {
    /// Text as it is typed or copied.
    #[default]
    Plain,
    /// Markdown.
    Markdown,
    /// SubRip captions.
    Srt,
    /// WebVTT captions.
    WebVtt,
    /// A table with columns.
    Table,
    /// Data in JSON.
    Data,
}

/// A transcript that was understood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Transcript {
    /// What it was read from.
    pub source: Source,
    /// The speakers that are named, in the order of their first words.
    pub speakers: Vec<String>,
    /// What was said, in the order of the text.
    pub paragraphs: Vec<Said>,
    /// What was left out because nobody said it: headings, notes of captions.
    pub left_out: Vec<String>,
    /// What may name a speaker and was read as words.
    pub doubtful: Vec<String>,
}

/// A paragraph of a transcript.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// A place in the list of speakers. `None`: not named.
    pub speaker: Option<u16>,
    /// When it begins, in milliseconds. `None`: not given.
    pub start: Option<u32>,
    /// When it ends, in milliseconds. `None`: not given.
    pub end: Option<u32>,
    /// The words, in one line.
    pub text: String,
}

/// Paragraphs of one speaker in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn<'t> {
    /// A place in the list of speakers. `None`: not named.
    pub speaker: Option<u16>,
    /// The start of the first paragraph.
    pub start: Option<u32>,
    /// Its paragraphs.
    pub paragraphs: &'t [Said],
}

/// A text that is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It holds no words.
    Empty,
    /// It is longer than [`MOST_BYTES`] or [`MOST_LINES`].
    TooLong,
    /// It is data of a program in which nobody was found to speak.
    Data,
    /// It names more speakers than anybody interviews: more than 1,000.
    TooManySpeakers,
}

/// Reads a transcript.
///
/// # Errors
/// [`Unreadable`] where there is nothing to read, or far too much.
pub fn read(pasted: &str) -> Result<Transcript, Unreadable> {
    if pasted.len() > MOST_BYTES {
        return Err(Unreadable::TooLong);
    }
    // What breaks lines in some programs only.
    let text = stored(pasted).replace(['\u{2029}', '\u{85}'], "\n").replace('\u{2028}', "\u{b}");
    if text.matches(['\n', '\u{b}']).count() > MOST_LINES {
        return Err(Unreadable::TooLong);
    }
    let text = marks::seen(&text);
    let text = marks::in_brackets(&text);
    let text = marks::without_frames(&text);
    let text = marks::parted(&text);
    let text = marks::without_line_numbers(&text);
    let mut writer = Writer::default();
    if let Some((captions, left_out)) = labelled::captions(&text) {
        left_out.into_iter().for_each(|line| writer.leave_out(line));
        captions::read(&captions, &mut writer);
    } else if json::is_data(&text) {
        if !json::read(&text, &mut writer) {
            return Err(Unreadable::Data);
        }
    } else if markup::is_document(&text) {
        return Err(Unreadable::Data);
    } else if captions::is_captions(&text) {
        captions::read(&text, &mut writer);
    } else if !columns::read(&text, &mut writer) {
        prose::read(&text, &mut writer);
    }
    if writer.speakers.len() > 1000 {
        return Err(Unreadable::TooManySpeakers);
    }
    writer.close();
    writer.leave_out_silent();
    let mut transcript = writer.transcript;
    day::counted(&mut transcript, writer.are_dated);
    if transcript.paragraphs.is_empty() { Err(Unreadable::Empty) } else { Ok(transcript) }
}

/// What transcripts call the one who asks.
const ASKING: [&str; 15] = [
    "interviewer",
    "moderator",
    "facilitator",
    "researcher",
    "q",
    "int",
    "mod",
    "в",
    "инт",
    "мод",
    "интервьюер",
    "модератор",
    "ведущий",
    "ведущая",
    "исследователь",
];

impl Transcript {
    /// The turns: neighbours of one speaker together.
    pub fn turns(&self) -> impl Iterator<Item = Turn<'_>> {
        self.paragraphs.chunk_by(|one, next| one.speaker == next.speaker).map(|paragraphs| Turn {
            speaker: paragraphs[0].speaker,
            start: paragraphs[0].start,
            paragraphs,
        })
    }

    /// Who asks the questions, as far as the text shows it: of two speakers or more the one who is called so, or else the one who
    /// asks most and in most paragraphs. That has to be plain: half of the paragraphs, or a fifth of them and far more than
    /// anybody else.
    pub fn likely_interviewer(&self) -> Option<u16> {
        // What each said, and what of it asks something.
        let mut counts = vec![(0_usize, 0_usize); self.speakers.len()];
        for said in &self.paragraphs {
            if let Some(count) = said.speaker.and_then(|speaker| counts.get_mut(usize::from(speaker))) {
                *count = (count.0 + 1, count.1 + usize::from(said.text.contains('?')));
            }
        }
        // "Ann Lee (Interviewer)"
        let is_called_so =
            |name: &String| name.to_lowercase().split(['(', ')', ',']).any(|part| ASKING.contains(&part.trim()));
        let called = self.speakers.iter().position(is_called_so).filter(|_| self.speakers.len() > 1);
        if let Some(called) = called {
            return u16::try_from(called).ok();
        }
        let share = |(all, asked): (usize, usize)| asked as f64 / all.max(1) as f64;
        // Somebody who asks back once asks in all of one paragraph: how often counts too.
        let mut weights: Vec<(f64, (usize, usize), u16)> =
            counts.into_iter().zip(0..).map(|(count, at)| (share(count) * count.1 as f64, count, at)).collect();
        weights.arrange_by(|one, other| other.0.total_cmp(&one.0));
        match weights[..] {
            [(first, count, at), (second, ..), ..] => {
                let is_plain = share(count) >= 0.5 && first > second
                    || share(count) >= 0.2 && count.1 > 1 && first >= second * 4.0;
                is_plain.then_some(at)
            }
            _ => None,
        }
    }
}

/// Puts paragraphs together: who speaks is known by name, and a speaker counts from the first word on.
#[derive(Default)]
struct Writer {
    transcript: Transcript,
    /// Speakers by the key of their names; those who have said nothing yet have no place.
    speakers: HashMap<String, (String, Option<u16>)>,
    /// Who spoke last under a name.
    last_named: Option<String>,
    /// Whether a date or a half of the day stands with the times.
    are_dated: bool,
    open: Option<(Option<String>, Said)>,
}

impl Writer {
    /// Begins a paragraph of somebody who is named.
    fn begin_named(&mut self, name: &str, span: Option<time::Span>) {
        let key = name::key(name);
        self.speakers.entry(key.clone()).or_insert_with(|| (name::shown(name), None));
        self.last_named = Some(key.clone());
        self.begin(Some(key), span);
    }

    /// Begins a paragraph of the last named speaker.
    fn begin_same(&mut self, span: Option<time::Span>) {
        self.begin(self.last_named.clone(), span);
    }

    /// Begins a paragraph of somebody who is not named.
    fn begin_unnamed(&mut self, span: Option<time::Span>) {
        self.begin(None, span);
    }

    fn begin(&mut self, speaker: Option<String>, span: Option<time::Span>) {
        self.close();
        let said = Said { start: span.map(|span| span.start), end: span.and_then(|span| span.end), ..Said::default() };
        self.open = Some((speaker, said));
    }

    /// Whether somebody who is named has said something.
    fn has_spoken(&self) -> bool {
        self.is_named() || !self.transcript.speakers.is_empty()
    }

    /// Whether the paragraph is one of somebody who is named.
    fn is_named(&self) -> bool {
        self.open.as_ref().is_some_and(|(speaker, _)| speaker.is_some())
    }

    /// Whether a paragraph is being written, and what it holds so far.
    fn so_far(&self) -> Option<&str> {
        self.open.as_ref().map(|(_, said)| said.text.as_str())
    }

    /// Adds words to the paragraph, white space between made single. Without a paragraph it begins one.
    fn add(&mut self, text: &str) {
        if self.open.is_none() {
            self.begin_same(None);
        }
        let Some((_, said)) = &mut self.open else { return };
        for word in text.split(|c: char| c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{2007}' | '\u{202f}')) {
            let word = word.trim_matches(|c: char| c.is_control());
            if !word.is_empty() && !is_stamp(word) {
                if !said.text.is_empty() {
                    said.text.push(' ');
                }
                said.text += word;
            }
        }
    }

    /// Ends the paragraph; one without words is dropped.
    fn close(&mut self) {
        let Some((speaker, mut said)) = self.open.take() else { return };
        if said.text.trim().is_empty() {
            return;
        }
        said.text = said.text.trim().to_owned();
        if let Some((name, place)) = speaker.and_then(|key| self.speakers.get_mut(&key)) {
            let names = &mut self.transcript.speakers;
            said.speaker = place.or_else(|| {
                names.push(name.clone());
                *place = u16::try_from(names.len() - 1).ok();
                *place
            });
        }
        self.transcript.paragraphs.push(said);
    }

    /// Goes on with the sentence of the open paragraph, if it has not ended and the same person speaks.
    fn go_on(&mut self, name: Option<&str>, span: Option<time::Span>) -> bool {
        const MOST_LETTERS: usize = 500;
        let who = name.map(name::key).or_else(|| self.last_named.clone());
        let Some((speaker, said)) = &mut self.open else { return false };
        let is_open = !said.text.is_empty() && !may_end_turn(&said.text) && said.text.chars().count() < MOST_LETTERS;
        if !is_open || *speaker != who {
            return false;
        }
        said.end = span.and_then(|span| span.end).or(said.end);
        true
    }

    /// Leaves out the names of those who said nothing: they may be words.
    fn leave_out_silent(&mut self) {
        let silent = self.speakers.values().filter(|(_, place)| place.is_none());
        let mut names: Vec<String> = silent.map(|(name, _)| name.clone()).collect();
        names.arrange();
        self.transcript.left_out.extend(names);
    }

    fn leave_out(&mut self, text: &str) {
        self.transcript.left_out.push(text.trim().to_owned());
    }
}

/// A time such as `1:02:03.250` in milliseconds; `None` for anything else.
pub fn milliseconds(text: &str) -> Option<u32> {
    time::time(text.trim()).filter(|(_, rest)| rest.is_empty()).map(|(ms, _)| ms)
}

/// Whether a word is a time in square brackets, which programs put between what is said.
fn is_stamp(word: &str) -> bool {
    let inner = word.strip_prefix('[').and_then(|word| word.strip_suffix(']'));
    inner.is_some_and(|inner| milliseconds(inner).is_some())
}

/// Whether a list of words, parted by bars, has a text.
fn lists(list: &str, text: &str) -> bool {
    is_listed(list, '|', text)
}

/// Whether a text ends as sentences do, so that what follows may be somebody else.
fn may_end_turn(text: &str) -> bool {
    let has_bracket = text.trim_end().ends_with([')', ']']);
    let text = text.trim_end_matches(|c: char| {
        c.is_whitespace() || matches!(c, '"' | ']' | '\u{bb}' | '\u{201d}' | '\u{201c}' | ')' | '\'')
    });
    let is_ended = |text: &str| text.ends_with(['.', '!', '?', '\u{2026}']);
    // "In May. (laughs)"
    let before = || text.rsplit_once(['(', '[']).map_or(text, |(before, _)| before.trim_end());
    text.is_empty() || text.ends_with([':', ';']) || is_ended(text) || has_bracket && is_ended(before())
}
