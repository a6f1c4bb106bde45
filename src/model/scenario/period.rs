//! How long a period is, how clients pay, and how a scenario reads by another period.

use orbita_economics::{Measure, restated_cut};
use serde::{Deserialize, Serialize};

use super::{Answer, Initiative, Input, Lever, Quantity, Scenario, is_default};
use crate::model::Engagement;
use crate::model::amount::Estimate;
use crate::model::record::Record;

/// How long a period is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Period {
    /// A month.
    #[default]
    Month,
    /// Three months.
    Quarter,
    /// Twelve months.
    Year,
}

impl Period {
    /// Every length, the shortest first.
    pub const ALL: [Period; 3] = [Period::Month, Period::Quarter, Period::Year];

    /// How many months it has.
    pub fn months(self) -> u16 {
        match self {
            Period::Month => 1,
            Period::Quarter => 3,
            Period::Year => 12,
        }
    }
}

/// How clients pay.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Payment {
    /// What they pay for at once. They can leave only at its end.
    pub term: Period,
    /// Whether they pay at the end of it, and not in advance.
    #[serde(default, skip_serializing_if = "is_default")]
    pub after: bool,
}

impl Input {
    pub(super) fn measure(self) -> Measure {
        match self {
            Input::Quantity(Quantity::Revenue | Quantity::Budget)
            | Input::Answer(Answer::KeepToday | Answer::WinToday | Answer::WonMost) => Measure::PerPeriod,
            Input::Quantity(Quantity::Churn) | Input::Answer(Answer::ChurnIdle | Answer::ChurnBest) => Measure::Churn,
            Input::Quantity(_) => Measure::Unchanged,
        }
    }
}

/// A number stated for one length of a period as it reads for another: churn compounds, sums are in proportion.
pub(super) fn restated(estimate: Estimate, measure: Measure, from: Period, to: Period) -> Option<Estimate> {
    estimate.map(|number| measure.restated(number, from.months().into(), to.months().into()))
}

impl Scenario {
    /// The same business stated by another period, unrounded: 1 − (1 − churn)^k, and money in proportion. The tables keep the
    /// periods of their columns. `None` where a number becomes larger than it may be.
    pub fn restated(&self, to: Period) -> Option<Scenario> {
        let mut scenario = self.clone();
        if self.period == to {
            return Some(scenario);
        }
        let column = |of: Period| Some(of).filter(|of| *of != to);
        scenario.cohorts_period = self.cohorts.as_ref().and_then(|_| column(self.cohorts_period()));
        scenario.accounts_period = column(self.accounts_period());
        scenario.period = to;
        for input in Input::all() {
            if let Some(estimate) = scenario.input_mut(input) {
                *estimate = restated(*estimate, input.measure(), self.period, to)?;
            }
        }
        for actual in &mut scenario.actuals {
            *actual = actual.restated(self.period, to)?;
        }
        scenario.is_sound().then_some(scenario)
    }
}

impl Engagement {
    /// The churn per period at which points of churn are read, whichever scenario they are read in, and restated: that of the first
    /// one. A point a quarter is not the same point a month at another churn; at one churn an initiative takes away the same in
    /// every scenario, by whatever period it is stated. `None` without a scenario.
    pub fn churn_of_points(&self) -> Option<f64> {
        self.scenarios().next().map(|(_, scenario)| scenario.churn_in_force())
    }
}

impl Initiative {
    /// The same, stated by another period, at a [churn](Engagement::churn_of_points) of `churn` per period of length `from`. `None`
    /// where a number becomes larger than it may be.
    pub fn restated(&self, churn: f64, from: Period, to: Period) -> Option<Initiative> {
        let mut initiative = self.clone();
        for lever in Lever::ALL {
            let estimate = *self.lever(lever);
            *initiative.lever_mut(lever) = match lever {
                Lever::CostPerPeriod | Lever::MarginGain | Lever::Won => {
                    restated(estimate, Measure::PerPeriod, from, to)?
                }
                Lever::ChurnCut => {
                    estimate.map(|cut| restated_cut(churn, cut, from.months().into(), to.months().into()))?
                }
                Lever::CostOnce | Lever::Reach => estimate,
            };
        }
        initiative.is_sound().then_some(initiative)
    }
}
