//! What a column of a table stands for: a length of time, where its headings or the names of its rows say one.

use serde::{Deserialize, Serialize};

use super::choice::{About, Choice};
use super::fault::Problem;
use super::note::Note;
use super::period::{self, Period};
use super::place::CellPlace;
use super::reading::Log;
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

/// What a column seems to stand for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ColumnGuess {
    /// What it most likely does.
    pub span: Span,
    /// What else it may.
    pub or: Option<Span>,
    /// Whether the headings say so.
    pub said: bool,
}

impl ColumnGuess {
    /// What headings say.
    pub(super) fn said(span: Span) -> Self {
        ColumnGuess { span, or: None, said: true }
    }

    /// So many days as people take for a month, a quarter or a year are probably meant as one.
    pub(super) fn nearly(self) -> Self {
        let period = match self.span {
            Span::Days(28 | 30 | 31) => AgeUnit::Month,
            Span::Days(84 | 90..=92) => AgeUnit::Quarter,
            Span::Days(360 | 364..=366) => AgeUnit::Year,
            _ => return self,
        };
        ColumnGuess { span: period.into(), or: Some(self.span), said: false }
    }

    /// What a heading over bare numbers says, or a title, which speaks less surely.
    pub(super) fn of_step((step, said): (AgeUnit, bool)) -> Self {
        ColumnGuess { span: step.into(), or: None, said }
    }

    /// What headings of revenue stand for: one of each month, or of every third one, may be a month's or a quarter's.
    pub(super) fn of_headings(periods: &[Period]) -> Option<Self> {
        let (span, apart) = Span::between(periods)?;
        let said = apart == 1;
        if periods.iter().all(|period| matches!(period, Period::Day(_))) {
            return Some(ColumnGuess {
                span: span.times(apart),
                or: None,
                said: said || matches!(span, Span::Days(_)),
            });
        }
        let counts_on = said || matches!(periods[0], Period::Age(..));
        Some(ColumnGuess { span, or: (!counts_on).then(|| span.times(apart)), said: counts_on })
    }
}

/// The period that a column stands for, as far as the table says it or somebody chose; `None` where nobody did. It is asked where
/// that is in doubt, and a fault where a scenario has no such period.
pub(super) fn settled(found: Option<ColumnGuess>, log: &mut Log) -> Option<scenario::Period> {
    let now = Span::from(log.context.columns);
    let chosen = log.choice(|choice| if let Choice::Columns(span) = choice { Some(*span) } else { None });
    let open = found.is_some_and(|found| match found.said {
        true => found.span.period().is_none(),
        false => found.span != now || found.or.is_some_and(|or| or != found.span),
    });
    let likely = found.map(|found| found.span);
    let span = if open || chosen.is_some() {
        let all = scenario::Period::ALL.into_iter().map(Span::from);
        let likely_first = likely.into_iter().chain(found.and_then(|found| found.or)).chain(all).chain(chosen);
        let options: Vec<Span> = likely_first.collect();
        let default = options.iter().position(|span| *span == likely.unwrap_or(now)).unwrap_or(0);
        let options = options.into_iter().map(Choice::Columns).collect();
        let Choice::Columns(span) = log.ask(About::Table, options, default) else { return None };
        span
    } else {
        likely?
    };
    match span.period() {
        Some(period) => log.note(Note::Columns(period)),
        None => log.fault(Problem::Columns(span), CellPlace { row: 1, column: 1, line: 1 }, ""),
    }
    span.period()
}

/// The greatest whole number that divides both.
pub(super) fn gcd(mut one: u64, mut other: u64) -> u64 {
    while other != 0 {
        (one, other) = (other, one % other);
    }
    one
}
