//! An initiative as it is stated.

use crate::estimate::{Bounds, Estimate};
use crate::figure::{Field, Figure, Must};
use crate::plan::{Measure, restated_cut};

/// Something that costs money and should change churn, margin or winning. All per MONTH; [`Initiative::of_period`] makes it from
/// numbers for another period.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Initiative {
    /// A number of its own, the same whatever else is in the list: its ranges are drawn with it.
    pub luck: u32,
    /// Cost paid once, in the first month.
    pub cost_once: Estimate,
    /// Cost a month.
    pub cost_per_month: Estimate,
    /// What that monthly cost is paid from.
    pub cost_from: CostFrom,
    /// Share of the clients, of today and of those who join, whom it reaches.
    pub reach: Estimate,
    /// Churn a month that it takes away from those reached, as a share; negative when it does harm.
    pub churn_cut: Estimate,
    /// Margin a month that it adds for each of those reached; negative when it takes some away.
    pub margin_gain: Estimate,
    /// Clients a month whom it wins by itself, without CAC.
    pub won: Estimate,
}

/// What the monthly cost of an initiative is paid from (F72).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CostFrom {
    /// On top of everything else.
    #[default]
    Beside,
    /// The budget for keeping: what is left of it does less, total spending stays.
    Inside,
}

/// An input of an [`Initiative`] that may be a range.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InitiativeInput {
    /// [`Initiative::cost_once`].
    CostOnce,
    /// [`Initiative::cost_per_month`].
    CostPerMonth,
    /// [`Initiative::reach`].
    Reach,
    /// [`Initiative::churn_cut`].
    ChurnCut,
    /// [`Initiative::margin_gain`].
    MarginGain,
    /// [`Initiative::won`].
    Won,
}

/// What keeps an initiative from being valued.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// Nobody said what it changes.
    Effect,
    /// Nobody said what it costs.
    Cost,
}

impl InitiativeInput {
    /// Every input.
    pub const ALL: [InitiativeInput; 6] = [
        InitiativeInput::CostOnce,
        InitiativeInput::CostPerMonth,
        InitiativeInput::Reach,
        InitiativeInput::ChurnCut,
        InitiativeInput::MarginGain,
        InitiativeInput::Won,
    ];

    /// What nature allows it to be.
    pub fn bounds(self) -> Bounds {
        match self {
            InitiativeInput::CostOnce | InitiativeInput::CostPerMonth | InitiativeInput::Won => Bounds::ABOVE_ZERO,
            InitiativeInput::Reach => Bounds::SHARE,
            InitiativeInput::ChurnCut | InitiativeInput::MarginGain => Bounds::NONE,
        }
    }

    pub(super) fn field(self) -> Field {
        match self {
            InitiativeInput::CostOnce | InitiativeInput::CostPerMonth => Field::Cost,
            InitiativeInput::Reach => Field::Reach,
            InitiativeInput::ChurnCut => Field::ChurnCut,
            InitiativeInput::MarginGain => Field::MarginGain,
            InitiativeInput::Won => Field::Acquired,
        }
    }
}

impl Initiative {
    /// An initiative that costs nothing and changes nothing, and reaches everybody.
    pub fn nothing(luck: u32) -> Self {
        let none = Estimate::exact(0.0);
        Initiative {
            luck,
            cost_once: none,
            cost_per_month: none,
            cost_from: CostFrom::Beside,
            reach: Estimate::exact(1.0),
            churn_cut: none,
            margin_gain: none,
            won: none,
        }
    }

    /// The initiative per month, of one whose numbers are for periods of `months` months in which the stated churn is `churn`:
    /// sums are in proportion, points of churn convert with the churn they are taken from (F60).
    pub fn of_period(self, months: u32, churn: f64) -> Self {
        let per_month = |estimate: Estimate| estimate.map(|x| Measure::PerPeriod.per_month(x, months.max(1)));
        Initiative {
            cost_per_month: per_month(self.cost_per_month),
            churn_cut: self.churn_cut.map(|cut| restated_cut(churn, cut, months.max(1), 1)),
            margin_gain: per_month(self.margin_gain),
            won: per_month(self.won),
            ..self
        }
    }

    /// What is missing for a value that somebody stated: an effect first, then a cost.
    pub fn missing(&self) -> Option<Missing> {
        let none = |estimate: &Estimate| [estimate.low, estimate.likely, estimate.high] == [0.0; 3];
        let unreached = none(&self.reach) || none(&self.churn_cut) && none(&self.margin_gain);
        if unreached && none(&self.won) {
            Some(Missing::Effect)
        } else if none(&self.cost_once) && none(&self.cost_per_month) {
            Some(Missing::Cost)
        } else {
            None
        }
    }

    /// What is stated about an input.
    pub fn estimate(&self, input: InitiativeInput) -> Estimate {
        match input {
            InitiativeInput::CostOnce => self.cost_once,
            InitiativeInput::CostPerMonth => self.cost_per_month,
            InitiativeInput::Reach => self.reach,
            InitiativeInput::ChurnCut => self.churn_cut,
            InitiativeInput::MarginGain => self.margin_gain,
            InitiativeInput::Won => self.won,
        }
    }

    pub(super) fn check(&self) -> Figure<()> {
        for input in InitiativeInput::ALL {
            let (field, estimate) = (input.field(), self.estimate(input));
            match input {
                InitiativeInput::Reach => {
                    estimate.require(field, |x| (0.0..=1.0).contains(&x), Must::BeAShare)?;
                }
                InitiativeInput::ChurnCut | InitiativeInput::MarginGain => estimate.check(field)?,
                _ => estimate.require(field, |x| x >= 0.0, Must::NotBeNegative)?,
            }
        }
        Ok(())
    }
}
