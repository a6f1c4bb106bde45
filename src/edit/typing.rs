//! The text that is being typed into.

use super::{Field, Typing};
use crate::model::{Edit, merge};

/// Words in an open editor count as typed for as long as it is open, even where they were saved meanwhile.
#[derive(Clone, Debug)]
pub(super) struct OpenText {
    pub(super) typing: Typing,
    /// The text as it was before the first letter; `None` where there was no record yet.
    before: Option<String>,
    /// The text since another tab's came into it, and the words in it that were typed here.
    joined: Option<(String, String)>,
}

impl OpenText {
    /// Begins to type into a record as it is now; `None` for a field that holds no text.
    pub(super) fn begin(typing: Typing, mut record: Edit) -> Option<Self> {
        let before = if record.leaves_one() { Some(slot(&mut record, typing.1)?.clone()) } else { None };
        Some(OpenText { typing, before, joined: None })
    }

    /// Goes on in a record that was made for these words.
    pub(super) fn go_on_in(&mut self, typing: Typing) {
        *self = OpenText { typing, before: None, joined: None };
    }

    /// Whether whoever turned the record `was` into `theirs` knew of its text: it is still one of those that the field holds.
    pub(super) fn is_known(&self, mut was: Edit, mut theirs: Edit) -> bool {
        match (slot(&mut was, self.typing.1), slot(&mut theirs, self.typing.1)) {
            (Some(was), Some(theirs)) => merge::is_among(self.own(was), theirs),
            _ => false,
        }
    }

    /// The words that were typed here, of a text that they led to.
    fn own<'a>(&'a self, text: &'a str) -> &'a str {
        self.joined.as_ref().filter(|(joined, _)| joined == text).map_or(text, |(_, own)| own)
    }

    /// Another tab's state was taken in: the record is now another one than it was.
    pub(super) fn join(&mut self, mut was: Edit, mut now: Edit) {
        if let (Some(was), Some(now)) = (slot(&mut was, self.typing.1), slot(&mut now, self.typing.1))
            && was != now
        {
            self.joined = Some((now.clone(), self.own(was).to_owned()));
        }
    }

    /// The record as it would be if its text had not been typed.
    pub(super) fn untyped(&self, mut record: Edit) -> Edit {
        match (&self.before, slot(&mut record, self.typing.1)) {
            (Some(before), Some(text)) => text.clone_from(before),
            (None, Some(_)) => record.clear(),
            (_, None) => (),
        }
        record
    }
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
        _ => None,
    }
}
