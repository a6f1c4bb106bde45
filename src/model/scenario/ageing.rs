//! Churn that depends on the age of a client, taken from a table of cohorts.

use orbita_economics::{AgeGroup, ChurnByAge, Measure, Model};
use serde::{Deserialize, Serialize};

use super::{Bounds, Period, Scenario};
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

impl From<AgeModel> for Model {
    fn from(model: AgeModel) -> Self {
        match model {
            AgeModel::Constant([churn]) => Model::Constant { churn: churn.get() },
            AgeModel::Sbg([alpha, beta]) => Model::Sbg { alpha: alpha.get(), beta: beta.get() },
            AgeModel::DiscreteWeibull([theta, shape]) => {
                Model::DiscreteWeibull { theta: theta.get(), shape: shape.get() }
            }
            AgeModel::BetaDiscreteWeibull([alpha, beta, shape]) => {
                Model::BetaDiscreteWeibull { alpha: alpha.get(), beta: beta.get(), shape: shape.get() }
            }
        }
    }
}

impl From<&Ageing> for ChurnByAge {
    fn from(ageing: &Ageing) -> Self {
        let group = |(next, count): &(u16, Amount)| AgeGroup { next_renewal: (*next).into(), customers: count.get() };
        ChurnByAge {
            model: ageing.model.into(),
            period: ageing.period.months().into(),
            base: ageing.base.iter().map(group).collect(),
        }
    }
}

impl Scenario {
    /// The churn per period that points of churn are taken off: where it depends on age that of today's clients, over all their ages,
    /// since nobody leaves at the one that was stated before.
    pub fn churn_in_force(&self) -> f64 {
        let by_age = self.by_age.as_ref().and_then(|ageing| ChurnByAge::from(ageing).churn_now().ok());
        let per_period = |churn| Measure::Churn.restated(churn, 1, self.period.months().into());
        by_age.map_or(self.churn.likely(), per_period)
    }
}

impl Ageing {
    /// Whether every number in it is one that it may have.
    pub fn is_sound(&self) -> bool {
        let group = |(next, count): &(u16, Amount)| (1..=OLDEST).contains(next) && Bounds::MONEY.has(count.get());
        self.model.is_sound() && self.base.len() <= usize::from(OLDEST) && self.base.iter().all(group)
    }
}
