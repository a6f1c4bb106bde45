//! The records of a customer journey map: journey, stage, lane, card, details.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::day::has_text;
use super::merging::Merging;
use super::quantity::{CardId, Grade, LaneId, Level, StageId, median};
use super::record::{Names, Record};
use super::table::Table;

/// One journey map: whose journey, in which scenario, its stages from left to right and its lanes from top to bottom.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Journey {
    /// The map's title. Empty: not named yet.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// Whose journey it is.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub persona: String,
    /// In which situation and with what aim.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub scenario: String,
    /// Whether the map shows what is or what should be.
    pub kind: JourneyKind,
    /// The stages, first to last.
    pub stages: Vec<StageId>,
    /// The lanes, top to bottom, hidden ones among them.
    pub lanes: Vec<LaneId>,
    /// The name of the second curve, such as another persona's; `None` while there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub second_curve: Option<String>,
    /// The plan of the workshop that fills the map.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub agenda: Vec<AgendaStep>,
}

/// A step of a workshop.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgendaStep {
    /// What is done.
    pub title: String,
    /// How long, in minutes.
    pub minutes: u16,
    /// What the facilitator says and watches for.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub script: String,
}

/// Whether a map shows what is, or what should be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum JourneyKind {
    /// The journey as it is today.
    #[default]
    AsIs,
    /// The journey as it is meant to become.
    ToBe,
}

/// A stage: one column of the map. It owns the order of the cards in its cells, so a move touches one or two stages and
/// no card.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stage {
    /// The stage's name. Empty: shown by its number.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// A second line under the name, such as a duration.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub subtitle: String,
    /// How the stage feels. `None` is a gap in the curve.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub emotion: Option<Level>,
    /// What each voice in the room gave, in the order of the vote.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub votes: Vec<Level>,
    /// How the stage feels on the second curve.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub second: Option<Level>,
    /// The cards of each lane, in order. A lane without cards has no entry.
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub cells: Table<LaneId, Vec<CardId>>,
}

impl Stage {
    /// The cards of this stage in `lane`, in order.
    pub fn cards(&self, lane: LaneId) -> &[CardId] {
        self.cells.get(lane).map_or(&[], Vec::as_slice)
    }

    /// Every card of this stage, lane by lane.
    pub fn all_cards(&self) -> impl Iterator<Item = CardId> {
        self.cells.iter().flat_map(|(_, cards)| cards.iter().copied())
    }

    /// Where a card lies in this stage: its lane and its place there, counted from 0.
    pub fn place(&self, card: CardId) -> Option<(LaneId, usize)> {
        self.cells.iter().find_map(|(lane, cards)| Some((lane, cards.iter().position(|&c| c == card)?)))
    }
}

/// A lane: one row of the map.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lane {
    /// The lane's own name. Empty: named by its kind, in the reader's language.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// What the lane holds.
    pub kind: LaneKind,
    /// Left out of the view; its cards stay.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub hidden: bool,
    /// The question that the lane asks, shown where it is empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub prompt: String,
}

impl Lane {
    /// A lane named by its kind.
    pub fn of(kind: LaneKind) -> Self {
        Lane { name: String::new(), kind, hidden: false, prompt: String::new() }
    }
}

/// What a lane holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LaneKind {
    /// What the customer does.
    Actions,
    /// Where the customer meets the company.
    Touchpoints,
    /// What the customer says, word for word.
    Thoughts,
    /// How each stage feels: the curve. Holds no cards.
    Emotion,
    /// What hurts, scored.
    Friction,
    /// What could be made better.
    Opportunities,
    /// What the company does unseen.
    Backstage,
    /// A figure with a label, such as "38 % active weekly".
    Pulse,
    /// Anything else.
    Free,
}

impl LaneKind {
    /// Every kind, in the order in which menus offer them.
    pub const ALL: [LaneKind; 9] = [
        LaneKind::Actions,
        LaneKind::Touchpoints,
        LaneKind::Thoughts,
        LaneKind::Emotion,
        LaneKind::Pulse,
        LaneKind::Friction,
        LaneKind::Opportunities,
        LaneKind::Backstage,
        LaneKind::Free,
    ];

    /// Whether the lane's cells hold cards.
    pub fn holds_cards(self) -> bool {
        self != LaneKind::Emotion
    }
}

/// A card. What it is (an action, a thought, a friction) follows from the lane in which it lies.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// The card's words; may hold several lines.
    pub text: String,
}

/// What is known of a card beyond its words. Apart from the card, so that typing words wakes nothing that ranks or counts;
/// kept wherever the card is moved, so that moving it back loses nothing. Only a friction shows its score.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Details {
    /// How often it strikes. `None`: not judged yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub frequency: Option<Grade>,
    /// How much it hurts. `None`: not judged yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub impact: Option<Grade>,
    /// Who mends it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub owner: String,
    /// What is done next.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub next_step: String,
    /// By when.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "super::day::optional")]
    pub due: Option<NaiveDate>,
    /// How well it is known.
    #[serde(default, skip_serializing_if = "Evidence::is_assumed")]
    pub evidence: Evidence,
    /// Free marks to filter by, each once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
}

impl Details {
    /// Frequency times impact, 1..=25; `None` until both are judged.
    pub fn score(&self) -> Option<u8> {
        Some(self.frequency?.number() * self.impact?.number())
    }
}

/// How well a friction is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Evidence {
    /// Somebody in the room believes it.
    #[default]
    Assumed,
    /// Somebody saw or heard it happen.
    Observed,
    /// It was counted.
    Measured,
}

impl Evidence {
    /// Every degree, weakest first.
    pub const ALL: [Evidence; 3] = [Evidence::Assumed, Evidence::Observed, Evidence::Measured];

    fn is_assumed(&self) -> bool {
        *self == Evidence::Assumed
    }
}

impl Record for Journey {
    fn merge(base: &Self, ours: &Self, theirs: &Self, to: &mut Merging) -> Self {
        Journey {
            title: to.text(&base.title, &ours.title, &theirs.title),
            persona: to.text(&base.persona, &ours.persona, &theirs.persona),
            scenario: to.text(&base.scenario, &ours.scenario, &theirs.scenario),
            kind: to.value(&base.kind, &ours.kind, &theirs.kind),
            stages: to.list(&base.stages, &ours.stages, &theirs.stages),
            lanes: to.list(&base.lanes, &ours.lanes, &theirs.lanes),
            second_curve: to.text_if_any(&base.second_curve, &ours.second_curve, &theirs.second_curve),
            agenda: to.bag(&base.agenda, &ours.agenda, &theirs.agenda),
        }
    }

    fn rename(&mut self, names: &Names) {
        self.stages.iter_mut().for_each(|id| *id = names.stage(*id));
        self.lanes.iter_mut().for_each(|id| *id = names.lane(*id));
    }

    fn texts(&self, text: &mut dyn FnMut(&str)) {
        [&self.title, &self.persona, &self.scenario].into_iter().for_each(|one| text(one));
        self.second_curve.iter().for_each(|name| text(name));
        self.agenda.iter().flat_map(|step| [&step.title, &step.script]).for_each(|one| text(one));
    }
}

impl Record for Stage {
    fn merge(base: &Self, ours: &Self, theirs: &Self, to: &mut Merging) -> Self {
        let votes = to.bag(&base.votes, &ours.votes, &theirs.votes);
        let voted = votes != ours.votes && votes != theirs.votes && !votes.is_empty();
        Stage {
            name: to.text(&base.name, &ours.name, &theirs.name),
            subtitle: to.text(&base.subtitle, &ours.subtitle, &theirs.subtitle),
            // A stage that was voted on feels as the median of all its votes.
            emotion: if voted { median(&votes) } else { to.value(&base.emotion, &ours.emotion, &theirs.emotion) },
            second: to.value(&base.second, &ours.second, &theirs.second),
            cells: to.lists(&base.cells, &ours.cells, &theirs.cells),
            votes,
        }
    }

    fn rename(&mut self, names: &Names) {
        self.cells.rename(|lane| names.lane(lane));
        for (_, cards) in self.cells.iter_mut() {
            cards.iter_mut().for_each(|card| *card = names.card(*card));
        }
    }

    fn texts(&self, text: &mut dyn FnMut(&str)) {
        [&self.name, &self.subtitle].into_iter().for_each(|one| text(one));
    }
}

impl Record for Lane {
    fn merge(base: &Self, ours: &Self, theirs: &Self, to: &mut Merging) -> Self {
        Lane {
            name: to.text(&base.name, &ours.name, &theirs.name),
            kind: to.value(&base.kind, &ours.kind, &theirs.kind),
            hidden: to.value(&base.hidden, &ours.hidden, &theirs.hidden),
            prompt: to.text(&base.prompt, &ours.prompt, &theirs.prompt),
        }
    }

    fn texts(&self, text: &mut dyn FnMut(&str)) {
        [&self.name, &self.prompt].into_iter().for_each(|one| text(one));
    }
}

impl Record for Card {
    fn merge(base: &Self, ours: &Self, theirs: &Self, to: &mut Merging) -> Self {
        Card { text: to.words(&base.text, &ours.text, &theirs.text) }
    }

    fn texts(&self, text: &mut dyn FnMut(&str)) {
        text(&self.text);
    }
}

impl Record for Details {
    fn merge(base: &Self, ours: &Self, theirs: &Self, to: &mut Merging) -> Self {
        Details {
            frequency: to.value(&base.frequency, &ours.frequency, &theirs.frequency),
            impact: to.value(&base.impact, &ours.impact, &theirs.impact),
            owner: to.text(&base.owner, &ours.owner, &theirs.owner),
            next_step: to.text(&base.next_step, &ours.next_step, &theirs.next_step),
            due: to.value(&base.due, &ours.due, &theirs.due),
            evidence: to.value(&base.evidence, &ours.evidence, &theirs.evidence),
            tags: to.set(&base.tags, &ours.tags, &theirs.tags),
        }
    }

    fn is_sound(&self) -> bool {
        self.due.is_none_or(has_text)
    }

    fn absent() -> Option<Self> {
        Some(Details::default())
    }

    fn texts(&self, text: &mut dyn FnMut(&str)) {
        [&self.owner, &self.next_step].into_iter().chain(&self.tags).for_each(|one| text(one));
    }
}
