//! What is: the engagement, one document with everything of one client project.
//!
//! The records lie in flat tables and refer to each other by id. All fields are private to this module, and
//! [`Engagement::swap`] is the only way to change them: it returns the inverse of what it did, so no change can forget
//! its undo.

pub mod amount;
mod check;
pub mod day;
pub mod journey;
pub mod quantity;
pub mod scenario;
pub mod table;

use serde::{Deserialize, Serialize};

pub use check::Flaw;
use journey::{Card, Details, Journey, Lane, Stage};
use quantity::{AccountId, CardId, InitiativeId, JourneyId, LaneId, ScenarioId, StageId};
use scenario::{Account, Initiative, Scenario};
use table::Table;

/// Everything of one client project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Engagement {
    head: Head,
    #[serde(default)]
    journeys: Table<JourneyId, Journey>,
    #[serde(default)]
    stages: Table<StageId, Stage>,
    #[serde(default)]
    lanes: Table<LaneId, Lane>,
    #[serde(default)]
    cards: Table<CardId, Card>,
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    details: Table<CardId, Details>,
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    scenarios: Table<ScenarioId, Box<Scenario>>,
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    initiatives: Table<InitiativeId, Box<Initiative>>,
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    accounts: Table<AccountId, Account>,
}

/// What an engagement says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// The engagement's title. Empty: not named yet.
    pub title: String,
    /// What it is about, in a sentence.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub about: String,
    /// The journeys, in the order of the list.
    pub journeys: Vec<JourneyId>,
    /// The next id to mint: greater than every id in use.
    pub next: u32,
}

/// A crossing of a stage and a lane.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Cell {
    /// The column.
    pub stage: StageId,
    /// The row.
    pub lane: LaneId,
}

/// The name of one record: what a view reads, and what a change touches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// The engagement's head.
    Head,
    /// A journey.
    Journey(JourneyId),
    /// A stage, with its emotion and the order of its cards.
    Stage(StageId),
    /// A lane.
    Lane(LaneId),
    /// A card's words.
    Card(CardId),
    /// What is known of a card beyond its words.
    Details(CardId),
    /// A scenario.
    Scenario(ScenarioId),
    /// An initiative.
    Initiative(InitiativeId),
    /// An account.
    Account(AccountId),
}

/// One record put in place of another: `None` removes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Edit {
    /// The head becomes this.
    Head(Head),
    /// The journey becomes this.
    Journey(JourneyId, Option<Journey>),
    /// The stage becomes this.
    Stage(StageId, Option<Stage>),
    /// The lane becomes this.
    Lane(LaneId, Option<Lane>),
    /// The card becomes this.
    Card(CardId, Option<Card>),
    /// The details become these.
    Details(CardId, Option<Details>),
    /// The scenario becomes this.
    Scenario(ScenarioId, Option<Box<Scenario>>),
    /// The initiative becomes this.
    Initiative(InitiativeId, Option<Box<Initiative>>),
    /// The account becomes this.
    Account(AccountId, Option<Account>),
}

impl Edit {
    /// The record that this edit replaces.
    pub fn key(&self) -> Key {
        match self {
            Edit::Head(_) => Key::Head,
            Edit::Journey(id, _) => Key::Journey(*id),
            Edit::Stage(id, _) => Key::Stage(*id),
            Edit::Lane(id, _) => Key::Lane(*id),
            Edit::Card(id, _) => Key::Card(*id),
            Edit::Details(id, _) => Key::Details(*id),
            Edit::Scenario(id, _) => Key::Scenario(*id),
            Edit::Initiative(id, _) => Key::Initiative(*id),
            Edit::Account(id, _) => Key::Account(*id),
        }
    }
}

/// Edits that happen together: one step of the history.
pub type Change = Vec<Edit>;

impl Default for Engagement {
    fn default() -> Self {
        Self::new()
    }
}

impl Engagement {
    /// An engagement without a name, without a journey.
    pub fn new() -> Self {
        Engagement {
            head: Head { next: 1, ..Head::default() },
            journeys: Table::default(),
            stages: Table::default(),
            lanes: Table::default(),
            cards: Table::default(),
            details: Table::default(),
            scenarios: Table::default(),
            initiatives: Table::default(),
            accounts: Table::default(),
        }
    }

    /// Makes every edit of `change`, in order, and returns the change that takes it all back.
    pub fn swap(&mut self, change: Change) -> Change {
        let mut inverse: Change = change.into_iter().map(|edit| self.exchange(edit)).collect();
        inverse.reverse();
        inverse
    }

    fn exchange(&mut self, edit: Edit) -> Edit {
        match edit {
            Edit::Head(head) => Edit::Head(std::mem::replace(&mut self.head, head)),
            Edit::Journey(id, record) => Edit::Journey(id, self.journeys.put(id, record)),
            Edit::Stage(id, record) => Edit::Stage(id, self.stages.put(id, record)),
            Edit::Lane(id, record) => Edit::Lane(id, self.lanes.put(id, record)),
            Edit::Card(id, record) => Edit::Card(id, self.cards.put(id, record)),
            Edit::Details(id, record) => Edit::Details(id, self.details.put(id, record)),
            Edit::Scenario(id, record) => Edit::Scenario(id, self.scenarios.put(id, record)),
            Edit::Initiative(id, record) => Edit::Initiative(id, self.initiatives.put(id, record)),
            Edit::Account(id, record) => Edit::Account(id, self.accounts.put(id, record)),
        }
    }

    /// The head.
    pub fn head(&self) -> &Head {
        &self.head
    }

    /// A journey, if it is there.
    pub fn journey(&self, id: JourneyId) -> Option<&Journey> {
        self.journeys.get(id)
    }

    /// A stage, if it is there.
    pub fn stage(&self, id: StageId) -> Option<&Stage> {
        self.stages.get(id)
    }

    /// A lane, if it is there.
    pub fn lane(&self, id: LaneId) -> Option<&Lane> {
        self.lanes.get(id)
    }

    /// A card, if it is there.
    pub fn card(&self, id: CardId) -> Option<&Card> {
        self.cards.get(id)
    }

    /// What is known of a card beyond its words, if anything is.
    pub fn details(&self, id: CardId) -> Option<&Details> {
        self.details.get(id)
    }

    /// What is known of cards beyond their words, card by card.
    pub fn all_details(&self) -> impl Iterator<Item = (CardId, &Details)> {
        self.details.iter()
    }

    /// A scenario, if it is there.
    pub fn scenario(&self, id: ScenarioId) -> Option<&Scenario> {
        self.scenarios.get(id).map(|scenario| &**scenario)
    }

    /// Every scenario, in the order in which they were made.
    pub fn scenarios(&self) -> impl Iterator<Item = (ScenarioId, &Scenario)> {
        self.scenarios.iter().map(|(id, scenario)| (id, &**scenario))
    }

    /// An initiative, if it is there.
    pub fn initiative(&self, id: InitiativeId) -> Option<&Initiative> {
        self.initiatives.get(id).map(|initiative| &**initiative)
    }

    /// Every initiative, in the order in which they were made.
    pub fn initiatives(&self) -> impl Iterator<Item = (InitiativeId, &Initiative)> {
        self.initiatives.iter().map(|(id, initiative)| (id, &**initiative))
    }

    /// An account, if it is there.
    pub fn account(&self, id: AccountId) -> Option<&Account> {
        self.accounts.get(id)
    }

    /// Every account, in the order of the table they came from.
    pub fn accounts(&self) -> impl Iterator<Item = (AccountId, &Account)> {
        self.accounts.iter()
    }

    /// Every journey in the order of the list.
    pub fn journeys(&self) -> impl Iterator<Item = (JourneyId, &Journey)> {
        self.head.journeys.iter().filter_map(|&id| Some((id, self.journeys.get(id)?)))
    }

    /// The journey that a stage belongs to.
    pub fn journey_of_stage(&self, stage: StageId) -> Option<JourneyId> {
        self.journeys().find(|(_, journey)| journey.stages.contains(&stage)).map(|(id, _)| id)
    }

    /// The journey that a lane belongs to.
    pub fn journey_of_lane(&self, lane: LaneId) -> Option<JourneyId> {
        self.journeys().find(|(_, journey)| journey.lanes.contains(&lane)).map(|(id, _)| id)
    }

    /// The cell in which a card lies, and its place there, counted from 0. Looks through the stages.
    pub fn place(&self, card: CardId) -> Option<(Cell, usize)> {
        self.stages.iter().find_map(|(stage, record)| {
            let (lane, at) = record.place(card)?;
            Some((Cell { stage, lane }, at))
        })
    }

    /// How many cards there are in all journeys.
    pub fn card_count(&self) -> usize {
        self.cards.len()
    }
}
