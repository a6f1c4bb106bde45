//! Churn that depends on the age of a client, taken from a table of cohorts.

use serde::{Deserialize, Serialize};

use super::{Bounds, Period};
use crate::model::amount::Amount;

/// How long clients stay by a model that was fitted to cohorts, and how old today's clients are. A copy: another table changes
/// it only when somebody takes it over again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ageing {
    /// The model.
    pub model: AgeModel,
    /// What one of its renewals stands for.
    pub period: Period,
    /// Today's clients: the renewal that they face next, 1 for new ones, and how many they are. Only the proportions count.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub base: Vec<(u16, Amount)>,
}

/// A model of how long clients stay, with its parameters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AgeModel {
    /// Constant churn.
    Constant([Amount; 1]),
    /// Shifted beta-geometric: alpha and beta.
    Sbg([Amount; 2]),
    /// Discrete Weibull: theta and the shape.
    DiscreteWeibull([Amount; 2]),
    /// Beta-discrete-Weibull: alpha, beta and the shape.
    BetaDiscreteWeibull([Amount; 3]),
}

/// The oldest clients, in renewals.
const OLDEST: u16 = 1_200;

impl AgeModel {
    fn is_sound(&self) -> bool {
        let positive = |numbers: &[Amount]| numbers.iter().all(|number| number.get() > 0.0);
        match self {
            AgeModel::Constant([churn]) => Bounds::SHARE.has(churn.get()),
            AgeModel::Sbg(numbers) => positive(numbers),
            AgeModel::DiscreteWeibull(numbers) => positive(numbers) && numbers[0].get() < 1.0,
            AgeModel::BetaDiscreteWeibull(numbers) => positive(numbers),
        }
    }
}

impl Ageing {
    /// Whether every number in it is one that it may have.
    pub fn is_sound(&self) -> bool {
        let group = |(next, count): &(u16, Amount)| (1..=OLDEST).contains(next) && Bounds::MONEY.has(count.get());
        self.model.is_sound() && self.base.len() <= usize::from(OLDEST) && self.base.iter().all(group)
    }
}
