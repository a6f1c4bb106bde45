//! The inputs of a plan that may be ranges, and how each changes with the period it is stated for.

use libm::{expm1, log1p};

use crate::estimate::Bounds;
use crate::figure::Field;

/// An input of a [`Statement`](crate::Statement) that may be a range.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Input {
    /// Clients at the start.
    Clients,
    /// Revenue per client and period.
    Revenue,
    /// Share of revenue left after the cost to serve.
    Margin,
    /// Share of clients lost per period.
    Churn,
    /// Cost to acquire a client.
    Cac,
    /// Budget for keeping and winning, per period.
    Budget,
    /// A cost paid once.
    OneOff,
    /// Discount rate a year.
    Discount,
    /// Growth of the revenue per client a year.
    Growth,
    /// Spent on keeping per period today.
    RetentionSpend,
    /// Churn per period if nothing were spent on keeping.
    IdleChurn,
    /// Churn per period with all the money in the world.
    LowestChurn,
    /// Spent on winning per period today.
    AcquisitionSpend,
    /// The most clients per period that could be won.
    MostNewClients,
}

impl Input {
    /// Every input; the five answers about spending come last.
    pub const ALL: [Input; 14] = [
        Input::Clients,
        Input::Revenue,
        Input::Margin,
        Input::Churn,
        Input::Cac,
        Input::Budget,
        Input::OneOff,
        Input::Discount,
        Input::Growth,
        Input::RetentionSpend,
        Input::IdleChurn,
        Input::LowestChurn,
        Input::AcquisitionSpend,
        Input::MostNewClients,
    ];

    /// Whether it is one of the five answers about what spending does.
    pub fn is_answer(self) -> bool {
        self >= Input::RetentionSpend
    }

    /// How it changes with the period.
    pub fn measure(self) -> Measure {
        match self {
            Input::Clients | Input::Margin | Input::Cac | Input::OneOff => Measure::Unchanged,
            Input::Churn | Input::IdleChurn | Input::LowestChurn => Measure::Churn,
            Input::Discount | Input::Growth => Measure::Yearly,
            Input::Revenue
            | Input::Budget
            | Input::RetentionSpend
            | Input::AcquisitionSpend
            | Input::MostNewClients => Measure::PerPeriod,
        }
    }

    /// What nature allows it to be. The answers about churn and about the most clients are bounded by the other inputs of
    /// their plan instead (F56).
    pub fn bounds(self) -> Bounds {
        match self {
            Input::Margin | Input::Churn | Input::IdleChurn | Input::LowestChurn => Bounds::SHARE,
            Input::Growth => Bounds::GROWTH,
            _ => Bounds::ABOVE_ZERO,
        }
    }

    /// The name under which it is refused.
    pub fn field(self) -> Field {
        match self {
            Input::Clients => Field::Customers,
            Input::Revenue => Field::Revenue,
            Input::Margin => Field::GrossMargin,
            Input::Churn => Field::Churn,
            Input::Cac => Field::Cac,
            Input::Budget => Field::Budget,
            Input::OneOff => Field::OneOff,
            Input::Discount => Field::Discount,
            Input::Growth => Field::Growth,
            Input::RetentionSpend => Field::RetentionSpend,
            Input::IdleChurn => Field::IdleChurn,
            Input::LowestChurn => Field::LowestChurn,
            Input::AcquisitionSpend => Field::AcquisitionSpend,
            Input::MostNewClients => Field::MostNewClients,
        }
    }
}

/// How a number changes with the length of the period that it is stated for (F60).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// It stays, as a count or the CAC does.
    Unchanged,
    /// It is proportional to the length, as money per period is.
    PerPeriod,
    /// It compounds, as a share lost per period does: 1 − (1−c)^k.
    Churn,
    /// It is stated a year whatever the period: only to the month does it compound, (1+i)^(1/12) − 1.
    Yearly,
}

impl Measure {
    /// The number per month, of a period of `months` months.
    pub fn per_month(self, number: f64, months: u32) -> f64 {
        match self {
            Measure::Yearly => expm1(log1p(number) / 12.0),
            _ => self.restated(number, months, 1),
        }
    }

    /// The number for a period of `to` months instead of `from`, unrounded.
    pub fn restated(self, number: f64, from: u32, to: u32) -> f64 {
        let (from, to) = (f64::from(from), f64::from(to));
        match self {
            _ if from == to => number,
            Measure::Unchanged | Measure::Yearly => number,
            Measure::PerPeriod => number * to / from,
            Measure::Churn => -expm1(to / from * log1p(-number)),
        }
    }
}

/// Points of churn that are taken away per period of `from` months, as points per period of `to` months where churn is
/// `churn` per period: (1−c+cut)^k − (1−c)^k (F60). Negative when churn is raised.
pub fn restated_cut(churn: f64, cut: f64, from: u32, to: u32) -> f64 {
    if from == to {
        return cut;
    }
    let churn_at = |churn| Measure::Churn.restated(churn, from, to);
    churn_at(churn) - churn_at(churn - cut)
}
