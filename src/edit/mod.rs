//! How it changes: every verb is a [`Command`]; [`plan()`] turns it into a change or says why not; [`store`] makes the change
//! and says what it touched; [`history`] takes it back.

pub mod draft;
pub mod entry;
pub mod history;
mod plan;
pub mod store;
mod typing;

use chrono::NaiveDate;

use crate::model::amount::{Amount, Estimate};
use crate::model::journey::{Evidence, JourneyKind, LaneKind, Step};
use crate::model::limits::Excess;
use crate::model::quantity::{CardId, Grade, InitiativeId, JourneyId, LaneId, Level, ScenarioId, StageId};
use crate::model::scenario::{Account, CohortTable, Initiative, Lever, Period, Quantity, Response, Scenario};
use crate::model::{Cell, Change, Key};
use draft::{CardDraft, JourneyDraft};
pub use plan::plan;

/// Every verb that changes an engagement.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Puts text into a field of the engagement itself.
    SetHead(HeadField, String),
    /// Adds a journey at the end of the list.
    AddJourney(Box<JourneyDraft>),
    /// Puts text into a field of a journey.
    SetJourney(JourneyId, JourneyField, String),
    /// Says whether a journey shows what is or what should be.
    SetJourneyKind(JourneyId, JourneyKind),
    /// Removes a journey with its stages, lanes and cards.
    DeleteJourney(JourneyId),
    /// Adds a stage without a name before the stage at `at` (at the end when there is none).
    AddStage {
        /// The journey that gets the stage.
        journey: JourneyId,
        /// Its place, counted from 0.
        at: usize,
    },
    /// Puts text into a field of a stage.
    SetStage(StageId, StageField, String),
    /// Says how a stage feels; `None` makes it a gap.
    SetEmotion(StageId, Option<Level>),
    /// Copies a stage with its cards to the right of itself.
    DuplicateStage(StageId),
    /// Moves a stage so that it stands at `to`, counted from 0.
    MoveStage {
        /// The stage that moves.
        stage: StageId,
        /// Its new place; past the end means last.
        to: usize,
    },
    /// Removes a stage with its cards.
    DeleteStage(StageId),
    /// Adds a lane before the lane at `at` (at the end when there is none).
    AddLane {
        /// The journey that gets the lane.
        journey: JourneyId,
        /// What it holds.
        kind: LaneKind,
        /// Its place, counted from 0, hidden lanes counted too.
        at: usize,
    },
    /// Gives a lane a name of its own; an empty one names it by its kind again.
    SetLaneName(LaneId, String),
    /// Moves a lane so that it stands at `to`, counted from 0.
    MoveLane {
        /// The lane that moves.
        lane: LaneId,
        /// Its new place; past the end means last.
        to: usize,
    },
    /// Hides a lane or shows it again.
    SetLaneHidden(LaneId, bool),
    /// Removes a lane with its cards.
    DeleteLane(LaneId),
    /// Adds a card before the card at `at` (at the end when there is none).
    AddCard {
        /// Where it goes.
        cell: Cell,
        /// Its place in the cell, counted from 0.
        at: usize,
        /// Its words.
        text: String,
    },
    /// Puts words on a card.
    SetCardText(CardId, String),
    /// Moves a card so that it stands at `at` in `to`.
    MoveCard {
        /// The card that moves.
        card: CardId,
        /// The cell it goes to.
        to: Cell,
        /// Its place there, counted from 0 without the card itself; past the end means last.
        at: usize,
    },
    /// Copies a card below itself.
    DuplicateCard(CardId),
    /// Removes a card.
    DeleteCard(CardId),
    /// Says one thing more of a card.
    SetDetail(CardId, Detail),
    /// Adds cards at the ends of their cells, in order, as one step.
    AddCards(Vec<(Cell, CardDraft)>),
    /// Fills the grid from a cell on with rows of texts: down the lanes that are shown and hold cards, right over the
    /// stages, with new stages where there are none. Rows below the last lane go on in it; empty texts make no card.
    FillGrid {
        /// Where the first text goes.
        from: Cell,
        /// The texts, row by row.
        rows: Vec<Vec<String>>,
    },
    /// Moves cards together so that they stand in this order from `at` on in `to`.
    MoveCards {
        /// The cards, each once.
        cards: Vec<CardId>,
        /// The cell they go to.
        to: Cell,
        /// The place of the first, counted from 0 without the cards themselves; past the end means last.
        at: usize,
    },
    /// Removes cards together.
    DeleteCards(Vec<CardId>),
    /// Puts a tag on cards, or takes it off all of them.
    TagCards {
        /// The cards.
        cards: Vec<CardId>,
        /// The tag.
        tag: String,
        /// On or off.
        on: bool,
    },
    /// Adds what one voice gives a stage; the stage then feels as the median of its votes.
    AddVote(StageId, Level),
    /// Forgets the votes of a stage; how it feels stays.
    ClearVotes(StageId),
    /// Names the second curve; `None` takes it away with its levels.
    SetSecondCurve(JourneyId, Option<String>),
    /// Says how a stage feels on the second curve.
    SetSecondEmotion(StageId, Option<Level>),
    /// Gives a journey the plan of its workshop.
    SetAgenda(JourneyId, Vec<Step>),
    /// Adds a scenario at the end of the list.
    AddScenario(Box<Scenario>),
    /// Says one thing of a scenario.
    SetScenario(ScenarioId, ScenarioInput),
    /// Removes a scenario.
    DeleteScenario(ScenarioId),
    /// Adds an initiative at the end of the list.
    AddInitiative(Box<Initiative>),
    /// Says one thing of an initiative.
    SetInitiative(InitiativeId, InitiativeInput),
    /// Removes an initiative.
    DeleteInitiative(InitiativeId),
    /// Puts these accounts in place of all that are there.
    SetAccounts(Vec<Account>),
}

/// One thing that can be said of a scenario.
#[derive(Clone, Debug, PartialEq)]
pub enum ScenarioInput {
    /// Its name.
    Name(String),
    /// What money is counted in, in every scenario: they are compared.
    Currency(String),
    /// What rates and money are stated for, in every scenario.
    Period(Period),
    /// How far to look, in months.
    Horizon(u16),
    /// An estimate.
    Quantity(Quantity, Estimate),
    /// The share of the budget for keeping.
    Keep(Amount),
    /// Over how many months the one-off cost is spread.
    OneOffMonths(u16),
    /// What spending does.
    Response(Option<Response>),
    /// The table of cohorts.
    Cohorts(Option<CohortTable>),
}

/// One thing that can be said of an initiative.
#[derive(Clone, Debug, PartialEq)]
pub enum InitiativeInput {
    /// Its name.
    Name(String),
    /// The friction that it removes.
    Friction(Option<CardId>),
    /// An estimate.
    Lever(Lever, Estimate),
}

/// A text field of the engagement itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeadField {
    /// The title.
    Title,
    /// What it is about.
    About,
}

/// A text field of a journey.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JourneyField {
    /// The title.
    Title,
    /// Whose journey it is.
    Persona,
    /// The situation and the aim.
    Scenario,
}

/// A text field of a stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StageField {
    /// The name.
    Name,
    /// The second line.
    Subtitle,
}

/// One thing that can be said of a card beyond its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Detail {
    /// How often it strikes.
    Frequency(Option<Grade>),
    /// How much it hurts.
    Impact(Option<Grade>),
    /// Who mends it.
    Owner(String),
    /// What is done next.
    NextStep(String),
    /// By when.
    Due(Option<NaiveDate>),
    /// How well it is known.
    Evidence(Evidence),
    /// Its tags; each is kept once, empty ones are left out.
    Tags(Vec<String>),
}

/// Why a command is not carried out. Nothing has changed then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The record it speaks of is not there (any more).
    Gone(Key),
    /// The lane holds no cards, or belongs to another journey than the stage.
    NoCardsHere(Cell),
    /// The journey has its emotion lane already.
    SecondEmotionLane(JourneyId),
    /// A number is not one that the input may be.
    OutOfBounds,
    /// It would change nothing.
    NothingToDo,
    /// The engagement is open for reading only.
    ReadOnly,
    /// There would be more than can be worked with.
    TooMuch(Excess),
}

/// What a command comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// The edits, in order.
    pub change: Change,
    /// The record that the command makes, for the cursor to go to.
    pub made: Option<Key>,
    /// The field that is being typed into: changes of the same field become one step of the history.
    pub typing: Option<Typing>,
}

/// A field of a record, while somebody types into it (or drags it).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Typing(pub Key, pub Field);

/// Which field of a record is typed into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The title or the name.
    Name,
    /// What an engagement is about, or a stage's second line.
    Subtitle,
    /// A journey's persona.
    Persona,
    /// A journey's scenario.
    Scenario,
    /// A card's words.
    Text,
    /// A stage's emotion.
    Emotion,
    /// A stage's emotion on the second curve, or that curve's name.
    Second,
    /// A journey's agenda.
    Agenda,
    /// A card's owner.
    Owner,
    /// A card's next step.
    NextStep,
    /// A card's due date.
    Due,
    /// What money is counted in.
    Currency,
    /// How far to look.
    Horizon,
    /// An estimate of a scenario.
    Quantity(Quantity),
    /// The split of a scenario's budget.
    Keep,
    /// Over how many months a cost is spread.
    OneOffMonths,
    /// What spending does.
    Response,
    /// An estimate of an initiative.
    Lever(Lever),
}
