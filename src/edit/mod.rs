//! How it changes: every verb is a [`Command`]; [`plan()`] turns it into a change or says why not; [`store`] makes the change
//! and says what it touched; [`history`] takes it back.

mod command;
pub mod dates;
pub mod draft;
pub mod entry;
pub mod history;
mod inputs;
pub mod overruled;
mod plan;
pub mod store;
mod typing;

pub use command::Command;
pub use inputs::{
    Detail, GroupField, HeadField, InitiativeInput, InterviewInput, JourneyField, KeptToday, ObservedChurn,
    ParagraphInput, Pasted, QuoteInput, ScenarioInput, StageField, StatementInput, TagInput,
};
pub use plan::plan;
pub use typing::caret_in;

use crate::interviews::text::TagId;
use crate::interviews::timeline::Point;
use crate::model::limits::Excess;
use crate::model::quantity::{JourneyId, ScenarioId};
use crate::model::scenario::{Counted, Lever, Quantity};
use crate::model::{Cell, Change, Key};

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
    /// A name is empty.
    NoName,
    /// A name is longer than names are.
    LongName,
    /// Another tag has this name; the two may be merged.
    NameTaken(TagId),
    /// It would change nothing.
    NothingToDo,
    /// A scenario that it would change is locked.
    Locked(ScenarioId),
    /// The engagement is open for reading only.
    ReadOnly,
    /// The engagement is looked at: only its economics can be played with.
    Preview,
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
    /// What came by the end of a month.
    Actual(u16, Counted),
    /// An estimate of an initiative.
    Lever(Lever),
    /// The role of who is interviewed.
    Role,
    /// The account of who is interviewed.
    Account,
    /// The segment of who is interviewed.
    Segment,
    /// The length of an interview.
    Minutes,
    /// A point of a timeline.
    Moment(Point),
    /// A line of a debrief.
    Debrief(u8),
    /// The questions of an interview.
    Guide,
    /// A remark on a quote.
    Memo,
    /// What is claimed.
    Claim,
    /// What people answered.
    Answers,
}
