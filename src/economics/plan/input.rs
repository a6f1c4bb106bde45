//! The inputs of a plan that can be ranges, and how each converts between periods.

use libm::{expm1, log1p};

use crate::estimate::Bounds;
use crate::figure::Field;

/// An input of a [`Statement`](crate::Statement) that can be a range.
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
    /// Budget for retention and acquisition, per period.
    Budget,
    /// One-off cost.
    OneOff,
    /// Discount rate per year.
    Discount,
    /// Growth of the revenue per client per year.
    Growth,
    /// Current retention spend per period.
    RetentionSpend,
    /// Churn per period with no retention spend.
    IdleChurn,
    /// Lowest possible churn per period, at any price.
    LowestChurn,
    /// Current acquisition spend per period.
    AcquisitionSpend,
    /// Most new clients per period, at any price.
    MostNewClients,
}

impl Input {
    /// Every input; the five answers about spending are the last.
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

    /// Whether it is one of the five answers about spending.
    pub fn is_answer(self) -> bool {
        self >= Input::RetentionSpend
    }

    /// How it converts between periods.
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

    /// Its natural bounds. In a plan the answers about churn and new clients have tighter ones, set by the other inputs (F56).
    pub fn bounds(self) -> Bounds {
        match self {
            Input::Margin | Input::Churn | Input::IdleChurn | Input::LowestChurn => Bounds::SHARE,
            Input::Growth => Bounds::GROWTH,
            _ => Bounds::ABOVE_ZERO,
        }
    }

    /// Its name in error values.
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

/// How a number converts when its period changes (F60).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// Not at all: counts, the CAC, one-off costs.
    Unchanged,
    /// In proportion to the length: money and clients per period.
    PerPeriod,
    /// Compounded: a share lost per period, 1 − (1−c)^k.
    Churn,
    /// Always stated per year; per month it is (1+i)^(1/12) − 1.
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

/// Converts a churn cut per period of `from` months into one per period of `to` months, at a churn of `churn` per period:
/// (1−c+cut)^k − (1−c)^k (F60). Negative when the churn rises.
pub fn restated_cut(churn: f64, cut: f64, from: u32, to: u32) -> f64 {
    if from == to {
        return cut;
    }
    let churn_at = |churn| Measure::Churn.restated(churn, from, to);
    churn_at(churn) - churn_at(churn - cut)
}
