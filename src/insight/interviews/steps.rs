//! Where the keyboard goes in what was said: by letters, words, sentences and paragraphs, and from quote to quote.

use super::glance::{TextPosition, stretch};
use crate::interviews::text::HighlightId;
use crate::interviews::text::units::Units;
use crate::model::Engagement;
use crate::model::quantity::{InterviewId, ParagraphId};

/// What is selected: where that began, and where it goes on from.
pub type Selected = (TextPosition, TextPosition);

/// An interview that is walked through.
#[derive(Clone, Copy)]
pub struct Steps<'e> {
    /// The project.
    pub engagement: &'e Engagement,
    /// The interview.
    pub id: InterviewId,
    /// The units of a text as UTF-16 offsets, half-open, in order.
    pub cut: &'e dyn Fn(&str) -> Vec<(u32, u32)>,
}

impl Steps<'_> {
    /// The next place at which a unit begins (or ends), over the ends of paragraphs.
    pub fn beyond(self, place: TextPosition, forward: bool, is_end: bool) -> TextPosition {
        let order = self.engagement.paragraphs_of(self.id);
        let Some(mut at) = order.iter().position(|id| *id == place.0) else { return place };
        let mut scalar = Some(place.1);
        loop {
            let Some(paragraph) = order.get(at).and_then(|id| self.engagement.paragraph(*id)) else { return place };
            let units = Units::of(&paragraph.text);
            let cuts = (self.cut)(&paragraph.text);
            let places = cuts.iter().map(|cut| if is_end { cut.1 } else { cut.0 }).map(|utf16| units.around(utf16).0);
            let found = match scalar {
                Some(now) if forward => places.into_iter().find(|place| *place > now),
                Some(now) => places.into_iter().rfind(|place| *place < now),
                None if forward => places.into_iter().next(),
                None => places.into_iter().next_back(),
            };
            if let Some(found) = found {
                return (order[at], found);
            }
            let next = if forward { at.checked_add(1) } else { at.checked_sub(1) };
            let Some(next) = next.filter(|next| *next < order.len()) else { return place };
            (at, scalar) = (next, None);
        }
    }

    /// The paragraph so many further down, or up; the first or the last one where there are not so many.
    pub fn neighbour(self, note: ParagraphId, by: isize) -> Option<ParagraphId> {
        let order = self.engagement.paragraphs_of(self.id);
        let at = order.iter().position(|id| *id == note)? as isize;
        let last = order.len() as isize - 1;
        order.get(usize::try_from(at.saturating_add(by).clamp(0, last)).ok()?).copied()
    }

    /// The next unit, or what is selected with the next unit. Where nothing is selected, the first or the last unit of this
    /// paragraph.
    pub fn step(self, note: ParagraphId, now: Option<Selected>, forward: bool, extend: bool) -> Selected {
        let first_of =
            |one: TextPosition, other| stretch(self.engagement, self.id, one, other).map_or(one, |(from, _)| from);
        let start = match (now, forward) {
            (Some((anchor, focus)), _) if extend => {
                let is_forward =
                    stretch(self.engagement, self.id, anchor, focus).is_some_and(|(from, _)| from == anchor);
                return (anchor, self.beyond(focus, forward, is_forward));
            }
            (None, true) => (note, self.first_of(note)),
            (None, false) => self.beyond((note, u32::MAX), false, false),
            (Some((anchor, focus)), _) => self.beyond(first_of(anchor, focus), forward, false),
        };
        (start, self.beyond(start, true, true))
    }

    fn first_of(self, note: ParagraphId) -> u32 {
        let text = self.engagement.paragraph(note).map_or("", |one| one.text.as_str());
        (self.cut)(text).first().map_or(0, |(start, _)| Units::of(text).around(*start).0)
    }

    /// The whole paragraph, or what is selected to the end of it, and from there to the end of the next one. `None`: there is no
    /// next one.
    pub fn by_paragraph(self, note: ParagraphId, now: Option<Selected>, forward: bool) -> Option<Selected> {
        let length = |id| self.engagement.paragraph(id).map_or(0, |one| one.text.chars().count() as u32);
        let far = |id| (id, if forward { length(id) } else { 0 });
        let Some((anchor, focus)) = now else {
            let near = if forward { 0 } else { length(note) };
            return Some(((note, near), far(note)));
        };
        let is_there = if forward { focus.1 >= length(focus.0) } else { focus.1 == 0 };
        let next = if is_there { self.neighbour(focus.0, if forward { 1 } else { -1 })? } else { focus.0 };
        Some((anchor, far(next)))
    }
}

/// The next of the quotes in a paragraph, overlapping ones too; behind the last one there is none, and then the first again.
pub fn next_quote(
    engagement: &Engagement,
    note: ParagraphId,
    now: Option<HighlightId>,
    by: isize,
) -> Option<HighlightId> {
    let parts = &engagement.paragraph(note)?.parts;
    let next = match parts.iter().position(|part| Some(part.highlight) == now) {
        Some(at) => at.checked_add_signed(by)?,
        None if by > 0 => 0,
        None => parts.len().checked_sub(1)?,
    };
    parts.get(next).map(|part| part.highlight)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::Command;
    use crate::edit::store::Store;
    use crate::interviews::text::Paragraph;
    use crate::model::Key;

    /// Sentences and words of plain texts, as browsers cut them.
    fn sentences(text: &str) -> Vec<(u32, u32)> {
        pieces(text, |letter| letter == '.')
    }

    fn words(text: &str) -> Vec<(u32, u32)> {
        pieces(text, |letter| letter == ' ')
    }

    fn pieces(text: &str, ends: fn(char) -> bool) -> Vec<(u32, u32)> {
        let (mut at, mut pieces) = (0, Vec::new());
        for piece in text.split_inclusive(ends) {
            let length = |text: &str| text.encode_utf16().count() as u32;
            let start = at + length(piece) - length(piece.trim_start());
            at += length(piece);
            if !piece.trim().is_empty() {
                pieces.push((start, start + length(piece.trim())));
            }
        }
        pieces
    }

    struct Talk {
        store: Store,
        id: InterviewId,
        notes: Vec<ParagraphId>,
    }

    fn talk(texts: &[&str]) -> Talk {
        let mut store = Store::new(Engagement::new(), None, false);
        let made = store.dispatch(Command::AddInterview(Box::default()), 0.0).expect("added").made;
        let Some(Key::Interview(id)) = made else { panic!("an interview") };
        let paragraphs = texts.iter().copied().map(Paragraph::of).collect();
        let said =
            Command::AddTranscript { interview: id, speakers: Vec::new(), interviewer: None, on: None, paragraphs };
        store.dispatch(said, 0.0).expect("said");
        let notes = store.engagement().paragraphs_of(id).to_vec();
        Talk { store, id, notes }
    }

    impl Talk {
        fn steps<'e>(&'e self, cut: &'e dyn Fn(&str) -> Vec<(u32, u32)>) -> Steps<'e> {
            Steps { engagement: self.store.engagement(), id: self.id, cut }
        }

        /// What is selected, as the number of a paragraph and the letters before it there.
        fn of(&self, (anchor, focus): Selected) -> [(usize, u32); 2] {
            [anchor, focus].map(|place| (self.notes.iter().position(|id| *id == place.0).expect("a note"), place.1))
        }

        fn selected(&self, [anchor, focus]: [(usize, u32); 2]) -> Selected {
            ((self.notes[anchor.0], anchor.1), (self.notes[focus.0], focus.1))
        }
    }

    #[test]
    fn sentences_are_walked_one_after_the_other() {
        let talk = talk(&["One 👍. Two.", "", "Three. Four."]);
        let steps = talk.steps(&sentences);
        let all = [[(0, 0), (0, 6)], [(0, 7), (0, 11)], [(2, 0), (2, 6)], [(2, 7), (2, 12)]];
        let mut now = None;
        for sentence in all {
            now = Some(steps.step(talk.notes[0], now, true, false));
            assert_eq!(now.map(|now| talk.of(now)), Some(sentence));
        }
        for sentence in all.iter().rev().skip(1) {
            now = Some(steps.step(talk.notes[0], now, false, false));
            assert_eq!(now.map(|now| talk.of(now)), Some(*sentence));
        }
        assert_eq!(talk.of(steps.step(talk.notes[2], None, false, false)), all[3], "the last one of a note");
        assert_eq!(talk.of(steps.step(talk.notes[2], None, true, false)), all[2], "the first one");
    }

    #[test]
    fn what_is_selected_is_extended_and_taken_back() {
        let talk = talk(&["One two. Three.", "Four."]);
        let extended = |cut: fn(&str) -> Vec<(u32, u32)>, from, forward| {
            talk.of(talk.steps(&cut).step(talk.notes[0], Some(talk.selected(from)), forward, true))
        };
        assert_eq!(extended(sentences, [(0, 0), (0, 8)], true), [(0, 0), (0, 15)]);
        assert_eq!(extended(sentences, [(0, 0), (0, 15)], true), [(0, 0), (1, 5)], "over the end of a note");
        assert_eq!(extended(sentences, [(0, 0), (0, 15)], false), [(0, 0), (0, 8)], "back again");
        assert_eq!(extended(words, [(0, 4), (0, 8)], true), [(0, 4), (0, 15)]);
        assert_eq!(extended(words, [(0, 8), (0, 4)], false), [(0, 8), (0, 0)], "backwards the beginning moves");
    }

    #[test]
    fn paragraphs_are_selected_whole() {
        let talk = talk(&["One.", "Two, too.", "Three."]);
        let steps = talk.steps(&sentences);
        let by = |from: Option<[(usize, u32); 2]>, forward| {
            let now = from.map(|from| talk.selected(from));
            steps.by_paragraph(talk.notes[1], now, forward).map(|selected| talk.of(selected))
        };
        assert_eq!(by(None, true), Some([(1, 0), (1, 9)]));
        assert_eq!(by(None, false), Some([(1, 9), (1, 0)]));
        assert_eq!(by(Some([(1, 2), (1, 5)]), true), Some([(1, 2), (1, 9)]), "first to the end of this one");
        assert_eq!(by(Some([(1, 0), (1, 9)]), true), Some([(1, 0), (2, 6)]));
        assert_eq!(by(Some([(1, 9), (1, 0)]), false), Some([(1, 9), (0, 0)]));
        assert_eq!(steps.neighbour(talk.notes[0], 9), Some(talk.notes[2]));
        assert_eq!(steps.neighbour(talk.notes[0], isize::MIN), Some(talk.notes[0]));
    }

    #[test]
    fn quotes_that_overlap_are_walked_in_order_and_left() {
        let mut talk = talk(&["One two three."]);
        let note = talk.notes[0];
        let mut quote = |from: u32, to: u32| {
            let add = Command::AddQuote { from: (note, from), to: (note, to), tag: Some(format!("{from} {to}")) };
            match talk.store.dispatch(add, 0.0).expect("a quote").made {
                Some(Key::Quote(quote)) => quote,
                other => panic!("{other:?}"),
            }
        };
        let (inner, whole, other) = (quote(4, 7), quote(0, 14), quote(5, 13));
        let next = |now, by| next_quote(talk.store.engagement(), note, now, by);
        let mut walked = Vec::new();
        let mut now = None;
        for _ in 0..4 {
            now = next(now, 1);
            walked.push(now);
        }
        assert_eq!(walked, [Some(whole), Some(inner), Some(other), None], "by where they begin, then none");
        assert_eq!([next(None, -1), next(Some(other), -1), next(Some(whole), -1)], [Some(other), Some(inner), None]);
    }
}
