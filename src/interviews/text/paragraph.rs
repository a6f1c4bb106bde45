//! Paragraphs, and how an edit of one or several moves the highlights in them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::edit::{Edit, moved};
use super::highlight::{HighlightId, HighlightPart, is_bare};
use super::units::Units;
use crate::arrange::Arrange;
use crate::interviews::kinds::Phase;

/// A paragraph: what one person said in one go, or a note.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paragraph {
    /// Who speaks: a place in the interview's list of speakers. `None`: not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub speaker: Option<u16>,
    /// When it begins, in milliseconds from the start of the interview. `None`: not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<u32>,
    /// The phase of the switch that it speaks of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phase: Option<Phase>,
    /// Whether these are the interviewer's words for what was said, and no quote.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub noted: bool,
    /// The text; holds no line break.
    pub text: String,
    /// The parts of highlights, by their beginning.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<HighlightPart>,
}

/// A highlight that lost all its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lost {
    /// Which one.
    pub highlight: HighlightId,
    /// The words it had.
    pub words: String,
}

/// What an edit makes of the paragraphs it touches.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changed {
    /// The paragraphs that replace the given ones.
    pub paragraphs: Vec<Paragraph>,
    /// Highlights that lost their words; their parts are gone from the paragraphs.
    pub lost: Vec<Lost>,
    /// Highlights that lost their words here, and go on in paragraphs that were not given. Only where no word is left there
    /// either ([`is_lost`]) are they lost.
    pub bared: Vec<Lost>,
}

/// How a paragraph breaks its own rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unsound {
    /// A line break in the text.
    LineBreak,
    /// A part that ends before it begins, or beyond the text.
    Position(HighlightId),
    /// A part whose words differ from the text.
    Words(HighlightId),
    /// Two parts of one highlight, or parts that are not in order.
    Order(HighlightId),
}

impl Paragraph {
    /// A paragraph with a text and nothing else.
    pub fn of(text: &str) -> Self {
        Paragraph { text: text.into(), ..Paragraph::default() }
    }

    /// The part of a highlight in this paragraph.
    pub fn part_of(&self, highlight: HighlightId) -> Option<&HighlightPart> {
        self.parts.iter().find(|part| part.highlight == highlight)
    }

    /// Whether the positions fit the text and each part has the words of the text.
    ///
    /// # Errors
    /// The first rule that is broken.
    pub fn check(&self) -> Result<(), Unsound> {
        if self.text.contains('\n') {
            return Err(Unsound::LineBreak);
        }
        let units = Units::of(&self.text);
        let mut seen = std::collections::BTreeSet::new();
        let mut last = None;
        for part in &self.parts {
            let (start, end) = (part.start.unwrap_or(0), part.end.unwrap_or(units.scalars()));
            let is_empty = part.is_whole() && start >= end;
            if start > end || end > units.scalars() || is_empty {
                return Err(Unsound::Position(part.highlight));
            }
            if part.words != units.slice(start..end) {
                return Err(Unsound::Words(part.highlight));
            }
            let key = order(part, units.scalars());
            if !seen.insert(part.highlight) || last.replace(key) > Some(key) {
                return Err(Unsound::Order(part.highlight));
            }
        }
        Ok(())
    }

    /// Cuts parts at the end of the text, drops those that are empty and second ones of a highlight, and updates their words
    /// and their order.
    pub fn fit(&mut self) {
        let length = self.text.chars().count() as u32;
        let mut seen = std::collections::BTreeSet::new();
        self.parts.retain_mut(|part| {
            part.start = part.start.map(|start| start.min(length));
            part.end = part.end.map(|end| end.min(length));
            let is_sound = !part.is_whole() || part.start < part.end;
            is_sound && seen.insert(part.highlight)
        });
        self.settle();
    }

    /// Sorts the parts and updates their words.
    pub(in crate::interviews) fn settle(&mut self) {
        let units = Units::of(&self.text);
        let length = units.scalars();
        for part in &mut self.parts {
            part.words = units.slice(part.start.unwrap_or(0)..part.end.unwrap_or(length)).into();
        }
        self.parts.arrange_by_key(|part| order(part, length));
    }
}

/// Parts are sorted by their beginning; of those that begin together the longest comes first.
fn order(part: &HighlightPart, length: u32) -> (i64, i64, HighlightId) {
    let (start, end) = part.stretch(length);
    (start, -end, part.highlight)
}

/// Whether a highlight whose parts have these words has none left.
pub fn is_lost<'w>(mut parts: impl Iterator<Item = &'w str>) -> bool {
    parts.all(is_bare)
}

/// Replaces the text from `from` in the first to `to` in the last paragraph of a row by `text`, whose line breaks begin new
/// paragraphs. The row holds what the edit touches and nothing else, so that the work grows with the edit and not with the
/// interview. Positions count in their own paragraph and are held inside it. An empty row stays empty.
///
/// The first paragraph keeps its speaker and time. A new one has the speaker of the first and no time. What is left of the
/// last one keeps its own where it begins a paragraph.
pub fn replace(row: &[Paragraph], from: u32, to: u32, text: &str) -> Changed {
    let (Some(first), Some(last)) = (row.first(), row.last()) else { return Changed::default() };
    let joined = Joined::of(row);
    let ends_at = |paragraph: &Paragraph, at: u32| at.min(paragraph.text.chars().count() as u32);
    let edit = Edit { start: ends_at(first, from), end: joined.last + ends_at(last, to), text: text.into() };
    let edit = edit.within(joined.length);
    let mut changed = Changed::default();
    let after = edit.apply(&joined.text);
    let stretches = joined.moved(&edit, &after, &mut changed);

    let tail_begins = row.len() > 1 && text.ends_with('\n');
    let pieces = after.split('\n').count();
    for (at, piece) in after.split('\n').enumerate() {
        let is_tail = tail_begins && at + 1 == pieces;
        let like = if is_tail { last } else { first };
        let keeps_time = at == 0 || is_tail && to == 0;
        changed.paragraphs.push(Paragraph {
            speaker: like.speaker,
            at: like.at.filter(|_| keeps_time),
            phase: like.phase,
            noted: like.noted,
            text: piece.into(),
            parts: Vec::new(),
        });
    }
    share(&mut changed.paragraphs, &stretches);
    changed
}

/// A row of paragraphs as one text.
struct Joined {
    text: String,
    length: u32,
    /// Where the last paragraph begins.
    last: u32,
    /// Each highlight with its stretch; open ends are one position outside.
    stretches: BTreeMap<HighlightId, (i64, i64)>,
}

impl Joined {
    fn of(row: &[Paragraph]) -> Self {
        let mut joined = Joined { text: String::new(), length: 0, last: 0, stretches: BTreeMap::new() };
        for (at, paragraph) in row.iter().enumerate() {
            if at > 0 {
                joined.text.push('\n');
                joined.length += 1;
            }
            let own = paragraph.text.chars().count() as u32;
            for part in &paragraph.parts {
                let (start, end) = part.stretch(own);
                let (start, end) = (start + i64::from(joined.length), end + i64::from(joined.length));
                let stretch = joined.stretches.entry(part.highlight).or_insert((start, end));
                *stretch = (stretch.0.min(start), stretch.1.max(end));
            }
            joined.last = joined.length;
            joined.text += &paragraph.text;
            joined.length += own;
        }
        joined
    }

    /// Where the highlights are after an edit that turns the text into `after`; those that lost their words go to `changed`.
    fn moved(&self, edit: &Edit, after: &str, changed: &mut Changed) -> Vec<(HighlightId, i64, i64)> {
        let (before, after) = (Units::of(&self.text), Units::of(after));
        let words = |units: &Units, (start, end): (i64, i64)| {
            let held = |at: i64| at.clamp(0, i64::from(units.scalars())) as u32;
            String::from(units.slice(held(start)..held(end)))
        };
        let replaced = i64::from(edit.start)..i64::from(edit.end);
        let count = edit.text.chars().count() as i64;
        let mut stretches = Vec::with_capacity(self.stretches.len());
        for (&highlight, &old) in &self.stretches {
            let new = moved(old.0, old.1, replaced.clone(), count);
            let is_touched = replaced.start < old.1 && replaced.end > old.0;
            let had = if is_touched { words(&before, old) } else { String::new() };
            let is_bared = !is_bare(&had) && new.is_none_or(|new| is_bare(&words(&after, new)));
            let is_open = old.0 < 0 || old.1 > i64::from(self.length);
            let lost = Lost { highlight, words: had };
            match new {
                Some((start, end)) if is_open || !is_bared => {
                    stretches.push((highlight, start, end));
                    if is_bared {
                        changed.bared.push(lost);
                    }
                }
                _ => changed.lost.push(lost),
            }
        }
        stretches
    }
}

/// Gives each paragraph of a row its parts of the stretches.
pub(in crate::interviews) fn share(row: &mut [Paragraph], stretches: &[(HighlightId, i64, i64)]) {
    let mut starts = Vec::with_capacity(row.len());
    let mut length = 0_i64;
    for paragraph in row.iter() {
        starts.push(length);
        length += paragraph.text.chars().count() as i64 + 1;
    }
    for &(highlight, start, end) in stretches {
        // A stretch may consist of the line break before or after a paragraph.
        let first = starts.partition_point(|begins| *begins <= start).saturating_sub(1);
        for at in first..row.len() {
            let begins = starts[at];
            let ends = starts.get(at + 1).map_or(length, |next| *next) - 1;
            if end < begins {
                break;
            }
            row[at].parts.push(HighlightPart {
                highlight,
                start: u32::try_from(start - begins).ok(),
                end: if end > ends { None } else { u32::try_from(end - begins).ok() },
                words: String::new(),
            });
        }
    }
    row.iter_mut().for_each(Paragraph::settle);
}
