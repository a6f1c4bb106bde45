//! The text that is being typed into.

use super::{Field, Typing};
use crate::interviews::text::HighlightId;
use crate::model::{Change, Edit, merge};

/// Words in an open editor count as typed for as long as it is open, even where they were saved meanwhile.
#[derive(Clone, Debug)]
pub(super) struct OpenText {
    pub(super) typing: Typing,
    /// The text as it was before the first letter; `None` where there was no record yet.
    before: Option<String>,
    /// What stands in the field beside the words that were typed here: another tab's texts.
    beside: Vec<String>,
    /// The words of each quote in it, as they were before the first letter.
    quoted: Vec<(HighlightId, String)>,
}

impl OpenText {
    /// Begins to type into a record as it is now; `None` for a field that holds no text.
    pub(super) fn begin(typing: Typing, mut record: Edit) -> Option<Self> {
        let before = if record.leaves_one() { Some(slot(&mut record, typing.1)?.clone()) } else { None };
        let quoted = match record {
            Edit::Paragraph(_, Some(paragraph)) => {
                paragraph.parts.into_iter().map(|part| (part.highlight, part.words)).collect()
            }
            _ => Vec::new(),
        };
        Some(OpenText { typing, before, beside: Vec::new(), quoted })
    }

    /// Goes on in a record that was made for these words.
    pub(super) fn go_on_in(&mut self, typing: Typing) {
        *self = OpenText { typing, before: None, beside: Vec::new(), quoted: Vec::new() };
    }

    /// A quote whose words are rubbed out one by one is lost with its last letter: what is kept of it is what it was before the first.
    pub(super) fn keep_words(&self, change: &mut Change) {
        for edit in change {
            let Edit::Quote(id, Some(quote)) = edit else { continue };
            let had = self.quoted.iter().find(|(highlight, _)| highlight == id).map(|(_, words)| words);
            if let (Some(had), Some(lost)) = (had, &quote.mark.lost)
                && had.contains(lost.as_str())
            {
                quote.lose(had);
            }
        }
    }

    /// Whether whoever turned the record `was` into `theirs` knew of the words that were typed here: they are still there.
    pub(super) fn is_known(&self, mut was: Edit, mut theirs: Edit) -> bool {
        match (slot(&mut was, self.typing.1), slot(&mut theirs, self.typing.1)) {
            (Some(was), Some(theirs)) => {
                let there = merge::texts(theirs);
                self.parts(was, false).all(|own| there.contains(&own))
            }
            _ => false,
        }
    }

    /// The texts of a field that stand beside the words that were typed here, or those words.
    fn parts<'a>(&'a self, text: &'a str, beside: bool) -> impl Iterator<Item = &'a str> {
        merge::texts(text).into_iter().filter(move |part| self.beside.iter().any(|other| other == part) == beside)
    }

    /// Another tab's state was taken in: the record is now another one than it was.
    pub(super) fn join(&mut self, mut was: Edit, mut now: Edit) {
        if let (Some(was), Some(now)) = (slot(&mut was, self.typing.1), slot(&mut now, self.typing.1)) {
            let own: Vec<&str> = self.parts(was, false).collect();
            self.beside = merge::texts(now).into_iter().filter(|part| !own.contains(part)).map(String::from).collect();
        }
    }

    /// The record as it would be if the words here had not been typed.
    pub(super) fn untyped(&self, mut record: Edit) -> Edit {
        match (&self.before, slot(&mut record, self.typing.1)) {
            (Some(before), Some(text)) => {
                let parts: Vec<&str> = self.parts(text, true).chain([before.as_str()]).collect();
                *text = parts.join(merge::BETWEEN);
            }
            (None, Some(_)) => record.clear(),
            (_, None) => (),
        }
        record
    }
}

/// Where a caret in the text `was` belongs once the text is `now`, in UTF-16 units: behind the same letters where they still
/// stand at the beginning, or else before those that still stand at the end. A caret at the end stays there, unless another
/// tab's text was joined behind the words. It never stands between the halves of a letter: what is typed there would break it.
pub fn caret_in(was: &str, now: &str, at: u32) -> u32 {
    let is_joined = now.strip_prefix(was).is_some_and(|rest| rest.starts_with(merge::BETWEEN));
    let (was, now): (Vec<u16>, Vec<u16>) = (was.encode_utf16().collect(), now.encode_utf16().collect());
    let at = (at as usize).min(was.len());
    let stays = now.starts_with(&was[..at]) && (at < was.len() || is_joined);
    let caret = if stays { at } else { now.len().saturating_sub(was.len() - at) };
    let is_half = |at: usize, of: std::ops::RangeInclusive<u16>| now.get(at).is_some_and(|unit| of.contains(unit));
    let cuts = caret > 0 && is_half(caret - 1, 0xd800..=0xdbff) && is_half(caret, 0xdc00..=0xdfff);
    u32::try_from(caret + usize::from(cuts)).unwrap_or(u32::MAX)
}

/// The text of a field.
fn slot(record: &mut Edit, field: Field) -> Option<&mut String> {
    match (record, field) {
        (Edit::Head(head), Field::Name) => Some(&mut head.title),
        (Edit::Head(head), Field::Subtitle) => Some(&mut head.about),
        (Edit::Journey(_, Some(journey)), Field::Name) => Some(&mut journey.title),
        (Edit::Journey(_, Some(journey)), Field::Persona) => Some(&mut journey.persona),
        (Edit::Journey(_, Some(journey)), Field::Scenario) => Some(&mut journey.scenario),
        (Edit::Journey(_, Some(journey)), Field::Second) => journey.second_curve.as_mut(),
        (Edit::Stage(_, Some(stage)), Field::Name) => Some(&mut stage.name),
        (Edit::Stage(_, Some(stage)), Field::Subtitle) => Some(&mut stage.subtitle),
        (Edit::Lane(_, Some(lane)), Field::Name) => Some(&mut lane.name),
        (Edit::Card(_, Some(card)), Field::Text) => Some(&mut card.text),
        (Edit::Details(_, Some(details)), Field::Owner) => Some(&mut details.owner),
        (Edit::Details(_, Some(details)), Field::NextStep) => Some(&mut details.next_step),
        (Edit::Scenario(_, Some(scenario)), Field::Name) => Some(&mut scenario.name),
        (Edit::Scenario(_, Some(scenario)), Field::Currency) => Some(&mut scenario.currency),
        (Edit::Initiative(_, Some(initiative)), Field::Name) => Some(&mut initiative.name),
        (Edit::Interview(_, Some(one)), Field::Name) => Some(&mut one.head.person),
        (Edit::Interview(_, Some(one)), Field::Role) => Some(&mut one.head.role),
        (Edit::Interview(_, Some(one)), Field::Account) => Some(&mut one.head.account),
        (Edit::Interview(_, Some(one)), Field::Segment) => Some(&mut one.segment),
        (Edit::Interview(_, Some(one)), Field::Debrief(at)) => one.head.debrief.get_mut(usize::from(at)),
        (Edit::Paragraph(_, Some(paragraph)), Field::Text) => Some(&mut paragraph.text),
        (Edit::Quote(_, Some(quote)), Field::Memo) => Some(&mut quote.mark.memo),
        (Edit::Tag(_, Some(tag)), Field::Name) => Some(&mut tag.name),
        (Edit::Tag(_, Some(tag)), Field::Subtitle) => Some(&mut tag.about),
        (Edit::Group(_, Some(group)), Field::Name) => Some(&mut group.name),
        (Edit::Group(_, Some(group)), Field::Subtitle) => Some(&mut group.about),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::caret_in;

    #[test]
    fn a_caret_stays_behind_what_was_typed() {
        assert_eq!(caret_in("Thei", "Thei / Ours", 4), 4);
        assert_eq!(caret_in("Ours", "Thei / Ours", 4), 11);
        assert_eq!(caret_in("Ours", "Thei / Ours", 2), 9);
        assert_eq!(caret_in("one two", "one / two", 3), 3);
        assert_eq!(caret_in("bbb", "bbb and more", 3), 12, "it was at the end and still is");
        assert_eq!(caret_in("long text", "x", 2), 0);
        assert_eq!(caret_in("", "Ours", 0), 4);
        assert_eq!(caret_in("😀a", "b / 😀a", 2), 6);
    }

    #[test]
    fn a_caret_cuts_no_letter_in_two() {
        assert_eq!(caret_in("ab", "c😀", 1), 3, "behind the letter of which it would have been inside");
        assert_eq!(caret_in("xb", "😀", 1), 2);
        // Both letters begin with the same half.
        assert_eq!(caret_in("😀", "😁", 1), 2);
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn whatever_a_text_becomes_a_letter_typed_at_the_caret_breaks_none(
            was in "[ab😀😁👩🏽\u{200d}💻🇷🇺]{0,6}",
            now in "[ab😀😁👩🏽\u{200d}💻🇷🇺]{0,6}",
            at in 0..14_u32,
        ) {
            let mut units: Vec<u16> = now.encode_utf16().collect();
            let caret = caret_in(&was, &now, at) as usize;
            units.insert(caret, u16::from(b'x'));
            let typed = String::from_utf16(&units);
            prop_assert!(typed.is_ok(), "{was:?} at {at}, {now:?} at {caret}");
        }
    }
}
