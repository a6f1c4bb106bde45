//! What was drawn from interviews: the codebook, and statements with the quotes and the answers that stand behind them.

use serde::{Deserialize, Serialize};

use super::Engagement;
use super::key::Key;
use super::merging::Merging;
use super::quantity::{Grade, InitiativeId, InterviewId};
use super::record::{Names, Record};
use crate::arrange::map_of;
use crate::interviews::codebook::{Codebook, Group, Tag};
use crate::interviews::record::Claim;
use crate::interviews::text::{Highlight, HighlightId};

/// A job, a job story or an outcome, with what it was drawn from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// What is claimed.
    pub claim: Claim,
    /// The quotes behind it, each once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub quotes: Vec<HighlightId>,
    /// The initiative that it has opened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub initiative: Option<InitiativeId>,
    /// The interview beside which it was written. `None`: written for all of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interview: Option<InterviewId>,
}

/// What people answered about an outcome, known by the id of its statement.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answers {
    /// One a person.
    pub given: Vec<Answer>,
}

/// What one person answered about an outcome.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// The interview in which it was given. `None`: elsewhere, such as in a survey.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interview: Option<InterviewId>,
    /// The segment of the person. Empty: that of the interview, if any.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub segment: String,
    /// How important the outcome is. `None`: not answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub importance: Option<Grade>,
    /// How well it is served today. `None`: not answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub satisfaction: Option<Grade>,
}

impl Record for Tag {
    fn merge(base: &Self, ours: &Self, theirs: &Self, to: &mut Merging) -> Self {
        Tag {
            name: to.text(&base.name, &ours.name, &theirs.name),
            colour: to.value(&base.colour, &ours.colour, &theirs.colour),
            about: to.text(&base.about, &ours.about, &theirs.about),
            group: to.value(&base.group, &ours.group, &theirs.group),
        }
    }

    fn needs(&self, need: &mut dyn FnMut(Key)) {
        self.group.into_iter().for_each(|group| need(Key::Group(group)));
    }

    fn release(&mut self, gone: &dyn Fn(Key) -> bool) -> bool {
        self.group = self.group.filter(|group| !gone(Key::Group(*group)));
        true
    }

    fn rename(&mut self, names: &Names) {
        self.group = self.group.map(|group| names.group(group));
    }

    fn texts(&self, text: &mut dyn FnMut(&str)) {
        [&self.name, &self.about].into_iter().for_each(|one| text(one));
    }
}

impl Record for Group {
    fn merge(base: &Self, ours: &Self, theirs: &Self, to: &mut Merging) -> Self {
        Group {
            name: to.text(&base.name, &ours.name, &theirs.name),
            about: to.text(&base.about, &ours.about, &theirs.about),
        }
    }

    fn texts(&self, text: &mut dyn FnMut(&str)) {
        [&self.name, &self.about].into_iter().for_each(|one| text(one));
    }
}

impl Record for Statement {
    fn merge(base: &Self, ours: &Self, theirs: &Self, to: &mut Merging) -> Self {
        Statement {
            claim: claim(&base.claim, &ours.claim, &theirs.claim, to),
            quotes: to.set(&base.quotes, &ours.quotes, &theirs.quotes),
            initiative: to.value(&base.initiative, &ours.initiative, &theirs.initiative),
            interview: to.value(&base.interview, &ours.interview, &theirs.interview),
        }
    }

    fn needs(&self, need: &mut dyn FnMut(Key)) {
        self.quotes.iter().for_each(|quote| need(Key::Quote(*quote)));
        self.initiative.into_iter().for_each(|initiative| need(Key::Initiative(initiative)));
        self.interview.into_iter().for_each(|interview| need(Key::Interview(interview)));
    }

    fn release(&mut self, gone: &dyn Fn(Key) -> bool) -> bool {
        self.quotes.retain(|quote| !gone(Key::Quote(*quote)));
        self.initiative = self.initiative.filter(|initiative| !gone(Key::Initiative(*initiative)));
        self.interview = self.interview.filter(|interview| !gone(Key::Interview(*interview)));
        true
    }

    fn rename(&mut self, names: &Names) {
        self.quotes.iter_mut().for_each(|quote| *quote = names.quote(*quote));
        self.initiative = self.initiative.map(|initiative| names.initiative(initiative));
        self.interview = self.interview.map(|interview| names.interview(interview));
    }

    fn entries(&self) -> usize {
        self.quotes.len()
    }

    fn texts(&self, text: &mut dyn FnMut(&str)) {
        let parts: [&str; 4] = match &self.claim {
            Claim::Job { verb, object, context } => [verb, object, context, ""],
            Claim::Story { when, want, so } => [when, want, so, ""],
            Claim::Outcome { direction: _, measure, object, context } => [measure, object, context, ""],
        };
        parts.into_iter().filter(|part| !part.is_empty()).for_each(text);
    }
}

/// Claims of one form are merged part by part; of two forms there can be one.
fn claim(base: &Claim, ours: &Claim, theirs: &Claim, to: &mut Merging) -> Claim {
    match (base, ours, theirs) {
        (
            Claim::Job { verb: v, object: o, context: c },
            Claim::Job { verb: v1, object: o1, context: c1 },
            Claim::Job { verb: v2, object: o2, context: c2 },
        ) => Claim::Job { verb: to.text(v, v1, v2), object: to.text(o, o1, o2), context: to.text(c, c1, c2) },
        (
            Claim::Story { when: a, want: b, so: c },
            Claim::Story { when: a1, want: b1, so: c1 },
            Claim::Story { when: a2, want: b2, so: c2 },
        ) => Claim::Story { when: to.text(a, a1, a2), want: to.text(b, b1, b2), so: to.text(c, c1, c2) },
        (
            Claim::Outcome { direction: d, measure: m, object: o, context: c },
            Claim::Outcome { direction: d1, measure: m1, object: o1, context: c1 },
            Claim::Outcome { direction: d2, measure: m2, object: o2, context: c2 },
        ) => Claim::Outcome {
            direction: to.value(d, d1, d2),
            measure: to.text(m, m1, m2),
            object: to.text(o, o1, o2),
            context: to.text(c, c1, c2),
        },
        _ => to.value(base, ours, theirs),
    }
}

impl Record for Answers {
    fn merge(base: &Self, ours: &Self, theirs: &Self, to: &mut Merging) -> Self {
        Answers { given: to.bag(&base.given, &ours.given, &theirs.given) }
    }

    fn absent() -> Option<Self> {
        Some(Answers::default())
    }

    fn needs(&self, need: &mut dyn FnMut(Key)) {
        self.given.iter().filter_map(|answer| answer.interview).for_each(|interview| need(Key::Interview(interview)));
    }

    fn release(&mut self, gone: &dyn Fn(Key) -> bool) -> bool {
        for answer in &mut self.given {
            answer.interview = answer.interview.filter(|interview| !gone(Key::Interview(*interview)));
        }
        true
    }

    fn rename(&mut self, names: &Names) {
        for answer in &mut self.given {
            answer.interview = answer.interview.map(|interview| names.interview(interview));
        }
    }

    fn entries(&self) -> usize {
        self.given.len()
    }

    fn texts(&self, text: &mut dyn FnMut(&str)) {
        self.given.iter().for_each(|answer| text(&answer.segment));
    }
}

impl Engagement {
    /// Whether nothing is known of a quote but that it is one, and it speaks for nothing.
    pub fn is_bare_quote(&self, id: HighlightId) -> bool {
        let known = self.quote(id);
        known.is_some_and(|quote| quote.mark == Highlight::default() && quote.links.is_empty())
            && !self.statements().any(|(_, statement)| statement.quotes.contains(&id))
    }

    /// The tags and groups of the project.
    pub fn codebook(&self) -> Codebook {
        Codebook {
            tags: map_of(self.tags().map(|(id, tag)| (id, tag.clone()))),
            groups: map_of(self.groups().map(|(id, group)| (id, group.clone()))),
        }
    }
}
