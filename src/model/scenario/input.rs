//! The inputs of a scenario that can be ranges, and which of them move together.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Answer, is_default};
use crate::model::amount::Estimate;

/// An input of a scenario that is an estimate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Quantity {
    /// [`Scenario::clients`](super::Scenario::clients).
    Clients,
    /// [`Scenario::revenue`](super::Scenario::revenue).
    Revenue,
    /// [`Scenario::margin`](super::Scenario::margin).
    Margin,
    /// [`Scenario::churn`](super::Scenario::churn).
    Churn,
    /// [`Scenario::cac`](super::Scenario::cac).
    Cac,
    /// [`Scenario::budget`](super::Scenario::budget).
    Budget,
    /// [`Scenario::one_off`](super::Scenario::one_off).
    OneOff,
    /// [`Scenario::discount`](super::Scenario::discount).
    Discount,
    /// [`Scenario::growth`](super::Scenario::growth).
    Growth,
}

impl Quantity {
    /// Every quantity, in the order in which people are asked.
    pub const ALL: [Quantity; 9] = [
        Quantity::Clients,
        Quantity::Revenue,
        Quantity::Margin,
        Quantity::Churn,
        Quantity::Cac,
        Quantity::Budget,
        Quantity::OneOff,
        Quantity::Discount,
        Quantity::Growth,
    ];

    /// The least and the most that it may be, both included.
    pub fn bounds(self) -> Bounds {
        match self {
            Quantity::Margin | Quantity::Churn => Bounds::SHARE,
            Quantity::Cac => Bounds { least: 0.01, ..Bounds::MONEY },
            Quantity::Discount => Bounds { least: 0.0, most: 10.0 },
            Quantity::Growth => Bounds { least: -0.95, most: 10.0 },
            _ => Bounds::MONEY,
        }
    }

    /// The same, as far as it may be typed: a rate beyond is a slip, such as a sum in the wrong field. Files may hold it.
    pub fn typed_bounds(self) -> Bounds {
        match self {
            Quantity::Discount => Bounds::SHARE,
            Quantity::Growth => Bounds { least: -0.5, most: 1.0 },
            _ => self.bounds(),
        }
    }
}

/// An input that can be a range: one of the scenario itself, or an answer about what spending does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Input {
    /// One of the scenario itself.
    Quantity(Quantity),
    /// An answer about what spending does.
    Answer(Answer),
}

impl Input {
    /// Every input, in the order in which people are asked.
    pub fn all() -> impl Iterator<Item = Input> {
        Quantity::ALL.into_iter().map(Input::Quantity).chain(Answer::ALL.into_iter().map(Input::Answer))
    }

    /// The least and the most that it may be, both included.
    pub fn bounds(self) -> Bounds {
        match self {
            Input::Quantity(quantity) => quantity.bounds(),
            Input::Answer(answer) => answer.bounds(),
        }
    }

    /// The same, as far as it may be typed.
    pub fn typed_bounds(self) -> Bounds {
        match self {
            Input::Quantity(quantity) => quantity.typed_bounds(),
            Input::Answer(answer) => answer.bounds(),
        }
    }
}

/// Where a number comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// The input.
    pub input: Input,
    /// The source: a report, a system, a person's estimate.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// Who answers for it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub owner: String,
    /// The day that it is from.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "crate::model::day::optional")]
    pub on: Option<NaiveDate>,
}

impl Origin {
    /// An input of which nobody said anything.
    pub fn unknown(input: Input) -> Self {
        Origin { input, source: String::new(), owner: String::new(), on: None }
    }

    /// Whether nothing is said of it.
    pub fn is_unknown(&self) -> bool {
        self.source.trim().is_empty() && self.owner.trim().is_empty() && self.on.is_none()
    }
}

/// That a scenario stays as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lock {
    /// Who locked it; empty where nobody said.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub by: String,
    /// The day since which it is.
    #[serde(with = "crate::model::day::whole")]
    pub on: NaiveDate,
}

/// A range that moves with another one: where that is high this is high too, each within its own range.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RangeLink {
    /// The input that follows.
    pub input: Input,
    /// The input of the same scenario that it follows; none for the same input of the first scenario.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub with: Option<Input>,
    /// Whether it moves the other way: low where that is high.
    #[serde(default, skip_serializing_if = "is_default")]
    pub against: bool,
}

/// The least and the most that an amount may be, both included.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    /// The least.
    pub least: f64,
    /// The most.
    pub most: f64,
}

impl Bounds {
    /// From nothing to all.
    pub const SHARE: Bounds = Bounds { least: 0.0, most: 1.0 };
    /// Money or a count. Above this a number loses its digits.
    pub const MONEY: Bounds = Bounds { least: 0.0, most: 1e15 };

    /// The same, as far as it may be typed for a count: more than all people and their devices is a slip, and more than can be
    /// computed with.
    pub fn counted(self) -> Bounds {
        Bounds { most: self.most.min(1e10), ..self }
    }

    /// Whether all of an estimate lies inside.
    pub fn hold(self, estimate: &Estimate) -> bool {
        let [low, _, high] = estimate.numbers();
        self.has(low) && self.has(high)
    }

    /// Whether a number lies inside.
    pub fn has(self, number: f64) -> bool {
        (self.least..=self.most).contains(&number)
    }
}
