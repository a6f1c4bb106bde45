//! A journey as a plain tree, without ids: what templates, imports and copies are made of before the engagement takes
//! them in.

use serde::{Deserialize, Serialize};

use super::entry;
use crate::model::journey::{AgendaStep, Card, Details, JourneyKind, Lane, LaneKind};
use crate::model::quantity::{CardId, JourneyId, LaneId, Level, StageId};
use crate::model::{Cell, Engagement};

/// A journey that is not in an engagement yet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct JourneyDraft {
    /// The map's title.
    pub title: String,
    /// Whose journey it is.
    pub persona: String,
    /// The situation and the aim.
    pub scenario: String,
    /// What is, or what should be.
    pub kind: JourneyKind,
    /// The lanes, top to bottom.
    pub lanes: Vec<Lane>,
    /// The stages, first to last.
    pub stages: Vec<StageDraft>,
    /// The name of the second curve.
    pub second_curve: Option<String>,
    /// The plan of the workshop.
    pub agenda: Vec<AgendaStep>,
}

/// A stage of a draft.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct StageDraft {
    /// The name.
    pub name: String,
    /// The second line.
    pub subtitle: String,
    /// How it feels.
    pub emotion: Option<Level>,
    /// What each voice in the room gave.
    pub votes: Vec<Level>,
    /// How it feels on the second curve.
    pub second: Option<Level>,
    /// The cards, lane by lane in the order of the draft's lanes; a missing tail means empty cells.
    pub cells: Vec<Vec<CardDraft>>,
}

/// A card of a draft.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct CardDraft {
    /// Its words.
    pub card: Card,
    /// What is known of it beyond its words.
    pub details: Details,
}

impl JourneyDraft {
    /// The map that a facilitator starts from: `stages` stages without names, and the lanes of a first workshop.
    pub fn blank(stages: usize) -> Self {
        JourneyDraft {
            lanes: vec![
                Lane::of(LaneKind::Actions),
                Lane::of(LaneKind::Touchpoints),
                Lane::of(LaneKind::Thoughts),
                Lane::of(LaneKind::Emotion),
                Lane::of(LaneKind::Friction),
                Lane::of(LaneKind::Opportunities),
            ],
            stages: vec![StageDraft::default(); stages],
            ..JourneyDraft::default()
        }
    }

    /// Whether a journey of an engagement is as blank as [`blank`](Self::blank) makes it: nobody has done anything to it.
    pub fn is_blank(engagement: &Engagement, id: JourneyId) -> bool {
        JourneyDraft::of(engagement, id).is_some_and(|mut draft| {
            let empty = draft.stages.iter_mut().filter(|stage| stage.cells.iter().all(Vec::is_empty));
            empty.for_each(|stage| stage.cells.clear());
            draft == JourneyDraft::blank(draft.stages.len())
        })
    }

    /// The map of what should be, to be made from this one: without the votes, which were about what is.
    pub fn to_be(mut self) -> Self {
        self.kind = JourneyKind::ToBe;
        self.stages.iter_mut().for_each(|stage| stage.votes.clear());
        self
    }

    /// A journey of an engagement as a draft; `None` when it is not there.
    pub fn of(engagement: &Engagement, id: JourneyId) -> Option<Self> {
        let journey = engagement.journey(id)?;
        Some(JourneyDraft {
            title: journey.title.clone(),
            persona: journey.persona.clone(),
            scenario: journey.scenario.clone(),
            kind: journey.kind,
            second_curve: journey.second_curve.clone(),
            agenda: journey.agenda.clone(),
            lanes: journey.lanes.iter().filter_map(|&lane| engagement.lane(lane).cloned()).collect(),
            stages: journey.stages.iter().filter_map(|&stage| StageDraft::of(engagement, id, stage)).collect(),
        })
    }
}

impl StageDraft {
    /// A stage of a journey as a draft; `None` when it is not there.
    pub fn of(engagement: &Engagement, journey: JourneyId, id: StageId) -> Option<Self> {
        let lanes = &engagement.journey(journey)?.lanes;
        let stage = engagement.stage(id)?;
        let cells = lanes.iter().map(|&lane| {
            let cards = stage.cards(lane).iter();
            cards.filter_map(|&card| CardDraft::of(engagement, card)).collect()
        });
        Some(StageDraft {
            name: stage.name.clone(),
            subtitle: stage.subtitle.clone(),
            emotion: stage.emotion,
            votes: stage.votes.clone(),
            second: stage.second,
            cells: cells.collect(),
        })
    }
}

impl CardDraft {
    /// A card with nothing but words.
    pub fn text(text: impl Into<String>) -> Self {
        CardDraft { card: Card { text: text.into() }, ..CardDraft::default() }
    }

    /// What was pasted or imported into a lane: in the lane of frictions its words may name the score, as they may in the one-line
    /// input: "Waits ten days (4x5)".
    pub fn brought_into(mut self, lane: LaneKind) -> Self {
        let is_open = self.details.frequency.is_none() && self.details.impact.is_none();
        if let Some((text, (frequency, impact))) =
            entry::scored(&self.card.text).filter(|_| is_open && lane == LaneKind::Friction)
        {
            self.card.text = text;
            self.details.frequency = Some(frequency);
            self.details.impact = Some(impact);
        }
        self
    }

    /// A card of an engagement as a draft; `None` when it is not there.
    pub fn of(engagement: &Engagement, id: CardId) -> Option<Self> {
        let details = engagement.details(id).cloned().unwrap_or_default();
        Some(CardDraft { card: engagement.card(id)?.clone(), details })
    }
}

/// A block of texts as cells of a grid: each text that is not blank makes a card, without the blanks around it.
pub fn cells_of(rows: Vec<Vec<String>>) -> Vec<Vec<Vec<CardDraft>>> {
    let cell = |text: String| match text.trim() {
        "" => Vec::new(),
        text => vec![CardDraft::text(text)],
    };
    rows.into_iter().map(|row| row.into_iter().map(cell).collect()).collect()
}

/// A pasted block as cells to be filled in from a cell on, each text as it is brought into the lane that its row goes to.
pub fn block_of(engagement: &Engagement, from: Cell, rows: Vec<Vec<String>>) -> Vec<Vec<Vec<CardDraft>>> {
    let lanes = lanes_below(engagement, from);
    let mut block = cells_of(rows);
    for (at, row) in block.iter_mut().enumerate() {
        let kind = lanes.get(at).or(lanes.last()).map_or(LaneKind::Free, |(_, kind)| *kind);
        row.iter_mut().flatten().for_each(|card| *card = std::mem::take(card).brought_into(kind));
    }
    block
}

/// The lanes that the rows of a block go to, that of the cell first: those that are shown and hold cards. What is more goes to the
/// last.
pub(super) fn lanes_below(engagement: &Engagement, from: Cell) -> Vec<(LaneId, LaneKind)> {
    let journey = engagement.journey_of_stage(from.stage).and_then(|id| engagement.journey(id));
    let lanes = journey.map_or(&[][..], |journey| &journey.lanes).iter();
    let known = lanes.filter_map(|&id| Some((id, engagement.lane(id)?)));
    let taking = known.filter(|(id, lane)| *id == from.lane || !lane.hidden && lane.kind.holds_cards());
    taking.map(|(id, lane)| (id, lane.kind)).skip_while(|(id, _)| *id != from.lane).collect()
}
