//! What a column of a table can hold.

use serde::{Deserialize, Serialize};

use crate::model::journey::LaneKind;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Role {
    /// The names of the rows: cohorts or accounts.
    Names,
    /// The sizes of the cohorts.
    Sizes,
    /// What the cohorts paid at their start.
    Start,
    /// A period's numbers.
    Values,
    /// The periods, in a table of one observation a row.
    Periods,
    /// A currency for each row.
    Currency,
    /// What was paid back of each amount.
    Refunds,
    /// What each amount was lowered by before it was paid.
    Discounts,
    /// How many of a thing each amount is the price of.
    Quantities,
    /// When each contract begins.
    Begins,
    /// When each contract ends.
    Ends,
    /// How often each contract is paid.
    Terms,
    /// A column of a map.
    Card(CardColumn),
    /// The cards of a lane, a stage a row.
    Lane(LaneKind),
    /// Nothing that is taken.
    LeftOut,
}

/// A column of a map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum CardColumn {
    /// The stage.
    Stage,
    /// The lane.
    Lane,
    /// The words of the card.
    Text,
    /// How the stage feels.
    Emotion,
    /// How often a friction strikes.
    Frequency,
    /// How much it hurts.
    Impact,
    /// Frequency and impact in one: "4x3".
    Score,
    /// Who owns it.
    Owner,
    /// What is done next.
    NextStep,
    /// By when.
    Due,
    /// How well it is known.
    Evidence,
    /// Its tags.
    Tags,
    /// How the stage feels on the second curve.
    Second,
    /// What each voice gave the stage.
    Votes,
    /// What the row is: a card, a stage, a lane, something of the map itself.
    Record,
    /// Minutes of a step of the agenda.
    Minutes,
    /// The script of a step of the agenda.
    Script,
}

impl CardColumn {
    /// All, in the order of a file.
    pub const ALL: [CardColumn; 17] = [
        CardColumn::Stage,
        CardColumn::Lane,
        CardColumn::Text,
        CardColumn::Emotion,
        CardColumn::Frequency,
        CardColumn::Impact,
        CardColumn::Score,
        CardColumn::Owner,
        CardColumn::NextStep,
        CardColumn::Due,
        CardColumn::Evidence,
        CardColumn::Tags,
        CardColumn::Second,
        CardColumn::Votes,
        CardColumn::Record,
        CardColumn::Minutes,
        CardColumn::Script,
    ];
}
