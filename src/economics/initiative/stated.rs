//! An initiative as a team states it.

use crate::estimate::{Bounds, Estimate};
use crate::figure::{Field, Figure, Must};
use crate::plan::{Measure, restated_cut};

/// Something that costs money and should change churn, margin or acquisition. All per MONTH; [`Initiative::of_period`] converts
/// from other periods.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Initiative {
    /// Identifies its random draws: a number of its own, whatever else is selected.
    pub luck: u32,
    /// One-off cost, in the first month.
    pub cost_once: Estimate,
    /// Cost per month.
    pub cost_per_month: Estimate,
    /// The budget that pays the monthly cost.
    pub cost_from: CostFrom,
    /// Share of the clients, existing and new, that it reaches.
    pub reach: Estimate,
    /// By how much it lowers the churn per month of those reached, as a share; negative for harm. Where churn depends on age it is taken
    /// off the churn of [today's clients](crate::MonthlyPlan::churn_now), and that of every age falls in proportion.
    pub churn_cut: Estimate,
    /// Extra margin per month for each of those reached; may be negative.
    pub margin_gain: Estimate,
    /// New clients per month that it wins by itself, without CAC.
    pub new_clients: Estimate,
}

/// The budget that pays the monthly cost of an initiative (F72).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CostFrom {
    /// None: it comes on top.
    #[default]
    OnTop,
    /// The retention budget: total spending stays, and less is left for other retention.
    RetentionBudget,
}

/// An input of an [`Initiative`] that can be a range.
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
    /// [`Initiative::new_clients`].
    NewClients,
}

/// What is missing before an initiative can be valued.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// Any effect.
    Effect,
    /// Any cost.
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
        InitiativeInput::NewClients,
    ];

    /// Its natural bounds.
    pub fn bounds(self) -> Bounds {
        match self {
            InitiativeInput::CostOnce | InitiativeInput::CostPerMonth | InitiativeInput::NewClients => {
                Bounds::ABOVE_ZERO
            }
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
            InitiativeInput::NewClients => Field::Acquired,
        }
    }
}

impl Initiative {
    /// An initiative without cost and effect that reaches everybody.
    pub fn nothing(luck: u32) -> Self {
        let none = Estimate::exact(0.0);
        Initiative {
            luck,
            cost_once: none,
            cost_per_month: none,
            cost_from: CostFrom::OnTop,
            reach: Estimate::exact(1.0),
            churn_cut: none,
            margin_gain: none,
            new_clients: none,
        }
    }

    /// Converts numbers per period of `months` months, at a stated churn of `churn` per period, to numbers per month: sums in
    /// proportion, churn cuts by [`restated_cut`] (F60).
    pub fn of_period(self, months: u32, churn: f64) -> Self {
        let per_month = |estimate: Estimate| estimate.map(|x| Measure::PerPeriod.per_month(x, months.max(1)));
        Initiative {
            cost_per_month: per_month(self.cost_per_month),
            churn_cut: self.churn_cut.map(|cut| restated_cut(churn, cut, months.max(1), 1)),
            margin_gain: per_month(self.margin_gain),
            new_clients: per_month(self.new_clients),
            ..self
        }
    }

    /// What has to be stated before it can be valued: an effect first, then a cost.
    pub fn missing(&self) -> Option<Missing> {
        let none = |estimate: &Estimate| [estimate.low, estimate.likely, estimate.high] == [0.0; 3];
        let unreached = none(&self.reach) || none(&self.churn_cut) && none(&self.margin_gain);
        if unreached && none(&self.new_clients) {
            Some(Missing::Effect)
        } else if none(&self.cost_once) && none(&self.cost_per_month) {
            Some(Missing::Cost)
        } else {
            None
        }
    }

    /// The estimate of an input.
    pub fn estimate(&self, input: InitiativeInput) -> Estimate {
        match input {
            InitiativeInput::CostOnce => self.cost_once,
            InitiativeInput::CostPerMonth => self.cost_per_month,
            InitiativeInput::Reach => self.reach,
            InitiativeInput::ChurnCut => self.churn_cut,
            InitiativeInput::MarginGain => self.margin_gain,
            InitiativeInput::NewClients => self.new_clients,
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
