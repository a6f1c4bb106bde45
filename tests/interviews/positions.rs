//! Highlights follow their words, whatever is typed: against a model that gives every letter a name of its own.

use std::collections::{BTreeMap, BTreeSet};

use orbita::interviews::text::{
    Edit, HighlightId, Paragraph, is_bare, is_lost, mark, quote, replace, stored, stored_utf16,
};
use proptest::prelude::*;

/// A text as letters with names; a highlight is the set of the names of its letters.
#[derive(Default)]
struct Model {
    letters: Vec<(u64, char)>,
    next: u64,
    highlights: BTreeMap<u32, BTreeSet<u64>>,
    lost: BTreeMap<u32, String>,
}

impl Model {
    fn of(text: &str) -> Self {
        let letters: Vec<(u64, char)> = (0..).zip(text.chars()).collect();
        Model { next: letters.len() as u64, letters, ..Model::default() }
    }

    fn mark(&mut self, range: std::ops::Range<usize>, id: u32) {
        self.highlights.insert(id, self.letters[range].iter().map(|letter| letter.0).collect());
    }

    fn quote(&self, id: u32) -> String {
        self.letters.iter().filter(|letter| self.highlights[&id].contains(&letter.0)).map(|letter| letter.1).collect()
    }

    fn replace(&mut self, start: usize, end: usize, text: &str) {
        let had: BTreeMap<u32, String> = self.highlights.keys().map(|&id| (id, self.quote(id))).collect();
        let new: Vec<(u64, char)> = (self.next..).zip(text.chars()).collect();
        self.next += new.len() as u64;
        let names: Vec<u64> = self.letters.iter().map(|letter| letter.0).collect();
        let gone: Vec<u64> = names[start..end].to_vec();
        for set in self.highlights.values_mut() {
            let is_in = |at: Option<usize>| at.and_then(|at| names.get(at)).is_some_and(|name| set.contains(name));
            // What is new belongs to a highlight that has letters on both sides of an insertion, or that keeps a letter
            // when all that was replaced was its own.
            let belongs = if gone.is_empty() {
                is_in(start.checked_sub(1)) && is_in(Some(start))
            } else {
                gone.iter().all(|name| set.contains(name)) && set.len() > gone.len()
            };
            set.retain(|name| !gone.contains(name));
            if belongs {
                set.extend(new.iter().map(|letter| letter.0));
            }
        }
        self.letters.splice(start..end, new);
        for (id, had) in had {
            let now = self.quote(id);
            if now.is_empty() || (is_bare(&now) && !is_bare(&had)) {
                self.highlights.remove(&id);
                self.lost.insert(id, had);
            }
        }
    }
}

/// The same text as paragraphs, each edit given the paragraphs it touches and no other.
struct Interview {
    paragraphs: Vec<Paragraph>,
    lost: BTreeMap<u32, String>,
}

impl Interview {
    fn of(text: &str) -> Self {
        Interview { paragraphs: text.split('\n').map(Paragraph::of).collect(), lost: BTreeMap::new() }
    }

    fn text(&self) -> String {
        self.paragraphs.iter().map(|paragraph| paragraph.text.as_str()).collect::<Vec<_>>().join("\n")
    }

    /// The paragraph of a position in the whole text, and the position in it.
    fn place(&self, mut at: usize) -> (usize, u32) {
        for (number, paragraph) in self.paragraphs.iter().enumerate() {
            let length = paragraph.text.chars().count();
            if at <= length {
                return (number, at as u32);
            }
            at -= length + 1;
        }
        unreachable!("inside the text")
    }

    fn mark(&mut self, start: usize, end: usize, id: u32) {
        let ((first, from), (last, to)) = (self.place(start), self.place(end));
        assert!(mark(&mut self.paragraphs[first..=last], from, to, HighlightId(id)));
    }

    fn replace(&mut self, start: usize, end: usize, text: &str) {
        let ((first, from), (last, to)) = (self.place(start), self.place(end));
        let ids: BTreeSet<HighlightId> = self.paragraphs[first..=last]
            .iter()
            .flat_map(|paragraph| &paragraph.parts)
            .map(|part| part.highlight)
            .collect();
        let had: BTreeMap<HighlightId, Option<String>> =
            ids.into_iter().map(|id| (id, quote(&self.paragraphs, id))).collect();
        let changed = replace(&self.paragraphs[first..=last], from, to, text);
        self.paragraphs.splice(first..=last, changed.paragraphs);
        for lost in changed.lost {
            self.lost.insert(lost.highlight.0, lost.words);
        }
        for bared in changed.bared {
            let parts = || self.paragraphs.iter().filter_map(|paragraph| paragraph.part_of(bared.highlight));
            if is_lost(parts().map(|part| part.words.as_str())) {
                self.lost.insert(bared.highlight.0, had[&bared.highlight].clone().unwrap_or_default());
                orbita::interviews::text::clear(&mut self.paragraphs, bared.highlight);
            }
        }
    }
}

fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        "[ab \n.]{0,30}",
        "([а-яё]|[\u{300}-\u{304}]|\n|[👩🏽\u{200d}💻🇷🇺\u{fe0f}]|[\u{5d0}-\u{5ea}\u{202e}]| ){0,30}",
        "(\\PC|\n){0,30}",
    ]
}

fn held(numbers: (usize, usize), length: usize) -> (usize, usize) {
    let (one, other) = (numbers.0 % (length + 1), numbers.1 % (length + 1));
    (one.min(other), one.max(other))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 800, ..ProptestConfig::default() })]

    #[test]
    fn highlights_follow_their_words(
        text in texts(),
        marks in prop::collection::vec(any::<(usize, usize)>(), 0..6),
        edits in prop::collection::vec((any::<(usize, usize)>(), prop_oneof!["[ab .]{0,2}", texts()], any::<bool>()), 0..12),
    ) {
        let (mut model, mut interview) = (Model::of(&text), Interview::of(&text));
        for (id, numbers) in (0..).zip(marks) {
            let (start, end) = held(numbers, model.letters.len());
            if start < end {
                model.mark(start..end, id);
                interview.mark(start, end, id);
            }
        }
        for (numbers, new, is_insertion) in edits {
            let (start, end) = held(numbers, model.letters.len());
            let start = if is_insertion { end } else { start };
            model.replace(start, end, &new);
            interview.replace(start, end, &new);
            prop_assert_eq!(interview.text(), model.letters.iter().map(|letter| letter.1).collect::<String>());
            for paragraph in &interview.paragraphs {
                prop_assert_eq!(paragraph.check(), Ok(()));
            }
            for id in model.highlights.keys() {
                prop_assert_eq!(quote(&interview.paragraphs, HighlightId(*id)), Some(model.quote(*id)), "highlight {}", id);
            }
            for id in model.lost.keys() {
                prop_assert_eq!(quote(&interview.paragraphs, HighlightId(*id)), None);
            }
            prop_assert_eq!(&interview.lost, &model.lost);
        }
        let json = serde_json::to_string(&interview.paragraphs).expect("paragraphs are JSON");
        prop_assert_eq!(serde_json::from_str::<Vec<Paragraph>>(&json).expect("and come back"), interview.paragraphs);
    }

    #[test]
    fn what_is_typed_in_a_field_moves_highlights_like_the_edit_itself(
        text in "[ab ]{1,12}", at in any::<usize>(), highlight in any::<(usize, usize)>(), new in "[ab ]{0,3}"
    ) {
        let length = text.chars().count();
        let at = (at % (length + 1)) as u32;
        let (from, to) = held(highlight, length);
        let mut row = [Paragraph::of(&text)];
        let _ = mark(&mut row, from as u32, to as u32, HighlightId(1));
        let after = Edit { start: at, end: at, text: new.clone() }.apply(&text);
        let straight = replace(&row, at, at, &new);
        match Edit::between(&text, &after, Some(at + new.chars().count() as u32)) {
            Some(edit) => prop_assert_eq!(replace(&row, edit.start, edit.end, &edit.text), straight),
            None => prop_assert_eq!(&straight.paragraphs[..], &row[..]),
        }
    }

    #[test]
    fn any_paste_is_stored_as_text_with_plain_line_breaks(units in prop::collection::vec(any::<u16>(), 0..40)) {
        let text = stored_utf16(&units);
        prop_assert!(!text.contains('\r'));
        let letters = |text: &str| text.chars().filter(|letter| !matches!(letter, '\r' | '\n' | '\u{feff}')).count();
        let whole = char::decode_utf16(units.iter().copied()).map(|letter| letter.unwrap_or('\u{fffd}'));
        prop_assert_eq!(letters(&text), letters(&whole.collect::<String>()));
        let again = stored(&text);
        prop_assert_eq!(again.as_str(), text.strip_prefix('\u{feff}').unwrap_or(&text), "nothing but a mark is left to change");
    }
}

#[test]
fn a_speaker_stays_with_the_words() {
    let said = |speaker, at, text: &str| Paragraph { speaker: Some(speaker), at, ..Paragraph::of(text) };
    let row = [said(0, Some(0), "Where were you?"), said(1, Some(4000), "At home. It was late.")];
    let split = replace(&row[1..], 9, 9, "\n").paragraphs;
    assert_eq!(split, [said(1, Some(4000), "At home. "), said(1, None, "It was late.")]);
    let joined = replace(&row, 15, 0, " ").paragraphs;
    assert_eq!(joined, [said(0, Some(0), "Where were you? At home. It was late.")]);
    let cut = replace(&row, 5, 8, "\n").paragraphs;
    assert_eq!(cut, [said(0, Some(0), "Where"), said(1, None, " It was late.")]);
}

#[test]
fn a_highlight_over_paragraphs_is_corrected_in_one_of_them() {
    let mut row = ["We ran both", "for a month"].map(Paragraph::of);
    assert!(mark(&mut row, 3, 3, HighlightId(1)));
    let corrected = replace(&row[1..], 0, 3, "during");
    assert_eq!(corrected.paragraphs[0].parts[0].words, "during", "all of this part, but not of the highlight");
    let bared = replace(&row[1..], 0, 3, "");
    assert_eq!(bared.bared.len(), 1);
    assert!(bared.lost.is_empty());
}
