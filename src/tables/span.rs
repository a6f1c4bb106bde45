//! What a column of a table stands for: a length of time, where its headings or the names of its rows say one.

use serde::{Deserialize, Serialize};

use super::period::{self, Period};
use super::vocabulary::AgeUnit;
use crate::model::scenario;

/// A length of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Span {
    /// So many days.
    Days(u32),
    /// So many months.
    Months(u32),
}

impl Span {
    /// The period of a scenario that is as long; `None` where none is.
    pub fn period(self) -> Option<scenario::Period> {
        scenario::Period::ALL.into_iter().find(|period| Span::from(*period) == self)
    }

    /// So many times as long.
    pub(super) fn times(self, count: u32) -> Self {
        match self {
            Span::Days(days) => Span::Days(days.saturating_mul(count)),
            Span::Months(months) => Span::Months(months.saturating_mul(count)),
        }
    }

    /// How long a period is; `None` for a bare number.
    pub(super) fn of(period: Period) -> Option<Self> {
        Some(match period {
            Period::Age(step, _) => step?.into(),
            Period::Year(_) => AgeUnit::Year.into(),
            Period::Half(..) => Span::Months(6),
            Period::Quarter(..) => AgeUnit::Quarter.into(),
            Period::Month(..) | Period::MonthOnly(_) => AgeUnit::Month.into(),
            Period::Week(..) => AgeUnit::Week.into(),
            Period::Day(_) => AgeUnit::Day.into(),
        })
    }

    /// How far neighbours are apart, where all are as far.
    pub(super) fn steady(periods: &[Period]) -> Option<Self> {
        let (span, count) = Span::between(periods)?;
        let periods = period::months_of(periods);
        let even = |pair: &[Period]| pair[0].ordinal().abs_diff(pair[1].ordinal()) == u64::from(count);
        (periods[0].recurs() || periods.windows(2).all(even)).then(|| span.times(count))
    }

    /// How far neighbours are apart as a rule, in periods of their kind and as a length of time. Days of different months stand
    /// for their months. `None` where they are of different kinds or say no length.
    pub(super) fn between(periods: &[Period]) -> Option<(Self, u32)> {
        let periods = period::months_of(periods);
        let first = *periods.first()?;
        if !periods.iter().all(|period| period.is_like(first)) {
            return None;
        }
        let span = periods.iter().find_map(|period| Span::of(*period))?;
        let apart = periods.windows(2).map(|pair| pair[0].ordinal().abs_diff(pair[1].ordinal()));
        let apart = if first.recurs() { 1 } else { apart.fold(0, gcd).max(1) };
        Some((span, u32::try_from(apart).ok()?))
    }
}

impl From<AgeUnit> for Span {
    fn from(step: AgeUnit) -> Self {
        match step {
            AgeUnit::Day => Span::Days(1),
            AgeUnit::Week => Span::Days(7),
            AgeUnit::Month => Span::Months(1),
            AgeUnit::Quarter => Span::Months(3),
            AgeUnit::Year => Span::Months(12),
        }
    }
}

impl From<scenario::Period> for Span {
    fn from(period: scenario::Period) -> Self {
        Span::Months(period.months().into())
    }
}

/// The greatest whole number that divides both.
pub(super) fn gcd(mut one: u64, mut other: u64) -> u64 {
    while other != 0 {
        (one, other) = (other, one % other);
    }
    one
}
