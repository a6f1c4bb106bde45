//! The records of interviews: who was heard, what was said, and the quotes in it.

use serde::{Deserialize, Serialize};

use super::key::Key;
use super::merging::Merging;
use super::quantity::{AccountId, CardId, InitiativeId, InterviewId, ParagraphId, ScenarioId};
use super::record::LETTERS;
use super::record::{Names, Record};
use crate::arrange::Arrange;
use crate::interviews::record::{Head, Question};
use crate::interviews::text::{Edit, Highlight, HighlightId, HighlightPart, Paragraph, TagId, replace};
use crate::interviews::timeline::{Moment, Timeline};

/// An interview, apart from what was said.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Interview {
    /// Who, when, of what kind, with what came out of it.
    pub head: Head,
    /// The segment of the person. Empty: none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub segment: String,
    /// The account of the person, where it is one of the project's; the head has the name in any case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client: Option<AccountId>,
}

/// The order of what was said, known by the id of its interview. Apart from the interview, so that a note wakes nothing that
/// shows who was heard.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Transcript {
    /// The paragraphs, first to last.
    pub paragraphs: Vec<ParagraphId>,
}

/// A quote: what is known of a highlight. The paragraphs know where it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quote {
    /// The interview.
    pub interview: InterviewId,
    /// Tags, force, energy, remark; and the words it had, once it has lost them.
    pub mark: Highlight,
    /// What it speaks for, each once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<Link>,
}

/// What a quote speaks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Link {
    /// A card, such as the friction that it is evidence of.
    Card(CardId),
    /// An initiative.
    Initiative(InitiativeId),
    /// An account other than that of the interview.
    Account(AccountId),
    /// What clients pay in a scenario.
    Price(ScenarioId),
}

impl Link {
    /// The record at the other end.
    pub fn key(self) -> Key {
        match self {
            Link::Card(id) => Key::Card(id),
            Link::Initiative(id) => Key::Initiative(id),
            Link::Account(id) => Key::Account(id),
            Link::Price(id) => Key::Scenario(id),
        }
    }

    fn renamed(self, names: &Names) -> Link {
        match self {
            Link::Card(id) => Link::Card(names.card(id)),
            Link::Initiative(id) => Link::Initiative(names.initiative(id)),
            Link::Account(id) => Link::Account(names.account(id)),
            Link::Price(id) => Link::Price(names.scenario(id)),
        }
    }
}

impl Quote {
    /// A quote of an interview, with nothing known of it yet.
    pub fn of(interview: InterviewId) -> Self {
        Quote { interview, mark: Highlight::default(), links: Vec::new() }
    }

    /// Notes that it has lost its words; no more of them than a text may hold.
    pub fn lose(&mut self, words: &str) {
        self.mark.lost = Some(words.chars().take(LETTERS).collect());
    }
}

impl Record for Interview {
    fn merge(base: &Self, ours: &Self, theirs: &Self, to: &mut Merging) -> Self {
        let heads = (&base.head, &ours.head, &theirs.head);
        macro_rules! field {
            ($how:ident, $field:ident) => {
                to.$how(&heads.0.$field, &heads.1.$field, &heads.2.$field)
            };
        }
        let head = Head {
            person: field!(text, person),
            role: field!(text, role),
            account: field!(text, account),
            on: field!(value, on),
            minutes: field!(value, minutes),
            outcome: field!(value, outcome),
            consent: field!(value, consent),
            language: field!(value, language),
            took_part: field!(set, took_part),
            // Paragraphs name speakers by their places: no place may move.
            speakers: merge_places(
                heads.0.speakers.as_slice(),
                &heads.1.speakers,
                &heads.2.speakers,
                |base, ours, theirs| to.text(base, ours, theirs),
            ),
            interviewer: field!(value, interviewer),
            guide: guide(heads.0, heads.1, heads.2, to),
            timeline: timeline(&heads.0.timeline, &heads.1.timeline, &heads.2.timeline, to),
            debrief: std::array::from_fn(|at| {
                to.text(&heads.0.debrief[at], &heads.1.debrief[at], &heads.2.debrief[at])
            }),
        };
        Interview {
            head,
            segment: to.text(&base.segment, &ours.segment, &theirs.segment),
            client: to.value(&base.client, &ours.client, &theirs.client),
        }
    }

    fn needs(&self, need: &mut dyn FnMut(Key)) {
        self.client.into_iter().for_each(|account| need(Key::Account(account)));
    }

    fn release(&mut self, gone: &dyn Fn(Key) -> bool) -> bool {
        self.client = self.client.filter(|account| !gone(Key::Account(*account)));
        true
    }

    fn rename(&mut self, names: &Names) {
        self.client = self.client.map(|account| names.account(account));
    }

    fn entries(&self) -> usize {
        self.head.speakers.len().max(self.head.took_part.len()).max(self.head.guide.len())
    }

    fn texts(&self, text: &mut dyn FnMut(&str)) {
        let head = &self.head;
        [&head.person, &head.role, &head.account, &self.segment].into_iter().for_each(|one| text(one));
        head.took_part.iter().chain(&head.speakers).chain(&head.debrief).for_each(|one| text(one));
        head.guide.iter().for_each(|question| text(&question.text));
        head.timeline.phases.iter().chain(&head.timeline.events).for_each(|moment| text(&moment.what));
    }
}

/// Merges two lists place by place; a place that is missing is an empty one.
fn merge_places<T: Clone + Default>(
    base: &[T],
    ours: &[T],
    theirs: &[T],
    mut merge: impl FnMut(&T, &T, &T) -> T,
) -> Vec<T> {
    let (count, nothing) = (ours.len().max(theirs.len()), T::default());
    let at = |list: &[T], place: usize| list.get(place).unwrap_or(&nothing).clone();
    (0..count).map(|place| merge(&at(base, place), &at(ours, place), &at(theirs, place))).collect()
}

/// Questions that both sides have are merged one by one; where one side took some out or put some in, as a whole.
fn guide(base: &Head, ours: &Head, theirs: &Head, to: &mut Merging) -> Vec<Question> {
    let (base, ours, theirs) = (&base.guide, &ours.guide, &theirs.guide);
    if ours == theirs || base.len() != ours.len() || base.len() != theirs.len() {
        return if ours == theirs { ours.clone() } else { to.bag(base, ours, theirs) };
    }
    merge_places(base, ours, theirs, |base, ours, theirs| Question {
        text: to.text(&base.text, &ours.text, &theirs.text),
        topic: to.value(&base.topic, &ours.topic, &theirs.topic),
        asked: to.value(&base.asked, &ours.asked, &theirs.asked),
    })
}

fn timeline(base: &Timeline, ours: &Timeline, theirs: &Timeline, to: &mut Merging) -> Timeline {
    let mut moment = |base: &Moment, ours: &Moment, theirs: &Moment| Moment {
        when: to.value(&base.when, &ours.when, &theirs.when),
        what: to.text(&base.what, &ours.what, &theirs.what),
    };
    Timeline {
        phases: std::array::from_fn(|at| moment(&base.phases[at], &ours.phases[at], &theirs.phases[at])),
        events: std::array::from_fn(|at| moment(&base.events[at], &ours.events[at], &theirs.events[at])),
    }
}

impl Record for Transcript {
    fn merge(base: &Self, ours: &Self, theirs: &Self, to: &mut Merging) -> Self {
        Transcript { paragraphs: to.list(&base.paragraphs, &ours.paragraphs, &theirs.paragraphs) }
    }

    fn absent() -> Option<Self> {
        Some(Transcript::default())
    }

    fn needs(&self, need: &mut dyn FnMut(Key)) {
        self.paragraphs.iter().for_each(|paragraph| need(Key::Paragraph(*paragraph)));
    }

    fn release(&mut self, gone: &dyn Fn(Key) -> bool) -> bool {
        self.paragraphs.retain(|paragraph| !gone(Key::Paragraph(*paragraph)));
        !self.paragraphs.is_empty()
    }

    fn rename(&mut self, names: &Names) {
        self.paragraphs.iter_mut().for_each(|id| *id = names.paragraph(*id));
    }

    fn texts(&self, _: &mut dyn FnMut(&str)) {}
}

impl Record for Paragraph {
    fn merge(base: &Self, ours: &Self, theirs: &Self, to: &mut Merging) -> Self {
        let text = to.text(&base.text, &ours.text, &theirs.text);
        let [was, we, they] = [base, ours, theirs].map(|side| stretches(side, &text));
        let mut parts = Vec::new();
        let mut highlights: Vec<HighlightId> =
            [&was, &we, &they].into_iter().flatten().map(|part| part.highlight).collect();
        highlights.arrange();
        highlights.dedup();
        for highlight in highlights {
            let of = |side: &[HighlightPart]| {
                side.iter().find(|part| part.highlight == highlight).map(|part| (part.start, part.end))
            };
            if let Some((start, end)) = to.value(&of(&was), &of(&we), &of(&they)) {
                parts.push(HighlightPart { highlight, start, end, words: String::new() });
            }
        }
        let mut merged = Paragraph {
            speaker: to.value(&base.speaker, &ours.speaker, &theirs.speaker),
            at: to.value(&base.at, &ours.at, &theirs.at),
            phase: to.value(&base.phase, &ours.phase, &theirs.phase),
            noted: to.value(&base.noted, &ours.noted, &theirs.noted),
            text,
            parts,
        };
        merged.fit();
        merged
    }

    fn is_sound(&self) -> bool {
        self.check().is_ok()
    }

    fn needs(&self, need: &mut dyn FnMut(Key)) {
        self.parts.iter().for_each(|part| need(Key::Quote(part.highlight)));
    }

    fn release(&mut self, gone: &dyn Fn(Key) -> bool) -> bool {
        self.parts.retain(|part| !gone(Key::Quote(part.highlight)));
        true
    }

    fn rename(&mut self, names: &Names) {
        self.parts.iter_mut().for_each(|part| part.highlight = names.quote(part.highlight));
        self.fit();
    }

    fn entries(&self) -> usize {
        self.parts.len()
    }

    fn texts(&self, text: &mut dyn FnMut(&str)) {
        text(&self.text);
    }
}

/// Where the highlights of a paragraph are once its text has become `text`.
fn stretches(paragraph: &Paragraph, text: &str) -> Vec<HighlightPart> {
    let mut paragraph = paragraph.clone();
    paragraph.fit();
    match Edit::between(&paragraph.text, text, None) {
        Some(edit) => {
            let row = replace(std::slice::from_ref(&paragraph), edit.start, edit.end, &edit.text);
            row.paragraphs.into_iter().next().map(|paragraph| paragraph.parts).unwrap_or_default()
        }
        None => paragraph.parts,
    }
}

impl Record for Quote {
    fn merge(base: &Self, ours: &Self, theirs: &Self, to: &mut Merging) -> Self {
        let marks = (&base.mark, &ours.mark, &theirs.mark);
        Quote {
            interview: theirs.interview,
            mark: Highlight {
                tags: to.set(&marks.0.tags, &marks.1.tags, &marks.2.tags),
                force: to.value(&marks.0.force, &marks.1.force, &marks.2.force),
                energy: to.value(&marks.0.energy, &marks.1.energy, &marks.2.energy),
                memo: to.text(&marks.0.memo, &marks.1.memo, &marks.2.memo),
                // Whether it has words is seen where the paragraphs are brought together.
                lost: marks.1.lost.clone().or_else(|| marks.2.lost.clone()),
            },
            links: to.set(&base.links, &ours.links, &theirs.links),
        }
    }

    fn is_sound(&self) -> bool {
        self.mark.lost.as_ref().is_none_or(|words| words.len() <= LETTERS || words.chars().count() <= LETTERS)
    }

    fn needs(&self, need: &mut dyn FnMut(Key)) {
        need(Key::Interview(self.interview));
        self.mark.tags.iter().for_each(|tag| need(Key::Tag(*tag)));
        self.links.iter().for_each(|link| need(link.key()));
    }

    fn release(&mut self, gone: &dyn Fn(Key) -> bool) -> bool {
        self.mark.tags.retain(|tag| !gone(Key::Tag(*tag)));
        self.links.retain(|link| !gone(link.key()));
        !gone(Key::Interview(self.interview))
    }

    fn rename(&mut self, names: &Names) {
        self.interview = names.interview(self.interview);
        self.mark.tags.iter_mut().for_each(|tag: &mut TagId| *tag = names.tag(*tag));
        self.links.iter_mut().for_each(|link| *link = link.renamed(names));
    }

    fn entries(&self) -> usize {
        self.mark.tags.len().max(self.links.len())
    }

    // The words that it lost are what somebody deleted, and no text of it.
    fn texts(&self, text: &mut dyn FnMut(&str)) {
        text(&self.mark.memo);
    }
}
