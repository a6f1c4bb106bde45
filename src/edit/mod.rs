//! How it changes: every verb is a [`Command`]; [`plan()`] turns it into a change or says why not; [`history`] takes it
//! back.

pub mod draft;
pub mod entry;
pub mod history;
mod plan;

use chrono::NaiveDate;

use crate::model::journey::{Evidence, JourneyKind, LaneKind};
use crate::model::quantity::{CardId, Grade, JourneyId, LaneId, Level, StageId};
use crate::model::{Cell, Change, Key};
use draft::JourneyDraft;
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
    /// It would change nothing.
    NothingToDo,
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
    /// A card's owner.
    Owner,
    /// A card's next step.
    NextStep,
    /// A card's due date.
    Due,
}
