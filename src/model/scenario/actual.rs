//! What came, to be held against what a scenario foretold.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use orbita_economics::Measure;
use serde::{Deserialize, Serialize};

use super::{Bounds, LONGEST, Period};
use crate::model::amount::Amount;
use crate::model::day::has_text;
use crate::model::merging::Merging;

/// What a scenario foretells for the end of a month, and what somebody can count then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// Clients who are there.
    Clients,
    /// Recurring revenue of a period, as it is at that moment.
    Revenue,
    /// Profit since the start, not discounted; fixed costs are not in it.
    Profit,
}

impl Counted {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Counted; 3] = [Counted::Clients, Counted::Revenue, Counted::Profit];

    /// The least and the most that it may be, both included.
    pub fn bounds(self) -> Bounds {
        match self {
            Counted::Clients | Counted::Revenue => Bounds::MONEY,
            Counted::Profit => Bounds { least: -Bounds::MONEY.most, most: Bounds::MONEY.most },
        }
    }
}

/// A figure that came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ActualFigure {
    /// The figure.
    pub number: Amount,
    /// The day on which it was said or last changed; `None` where that is not known, as in files of version 5.
    pub on: Option<NaiveDate>,
}

impl ActualFigure {
    /// A number that is typed on a day in place of another one, whose day stays if it is the same number.
    pub fn typed(number: Amount, on: NaiveDate, before: Option<ActualFigure>) -> Self {
        before.filter(|before| before.number == number).unwrap_or(ActualFigure { number, on: Some(on) })
    }
}

/// What came by the end of a month.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Actual {
    /// The month, counted from 1.
    pub month: u16,
    /// Clients who were there; nobody said it where `None`, here and below.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clients: Option<Amount>,
    /// The day of that figure, see [`ActualFigure::on`]; none without a figure, here and below.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "crate::model::day::optional")]
    pub clients_on: Option<NaiveDate>,
    /// Recurring revenue of a period of the scenario.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revenue: Option<Amount>,
    /// The day of that figure.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "crate::model::day::optional")]
    pub revenue_on: Option<NaiveDate>,
    /// Profit since the start.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub profit: Option<Amount>,
    /// The day of that figure.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "crate::model::day::optional")]
    pub profit_on: Option<NaiveDate>,
}

impl Actual {
    fn parts(&self, counted: Counted) -> (Option<Amount>, Option<NaiveDate>) {
        match counted {
            Counted::Clients => (self.clients, self.clients_on),
            Counted::Revenue => (self.revenue, self.revenue_on),
            Counted::Profit => (self.profit, self.profit_on),
        }
    }

    /// The figure, if anybody said it.
    pub fn of(&self, counted: Counted) -> Option<ActualFigure> {
        let (number, on) = self.parts(counted);
        number.map(|number| ActualFigure { number, on })
    }

    /// Says a figure; `None` takes it back.
    pub fn set(&mut self, counted: Counted, actual: Option<ActualFigure>) {
        let (number, on) = match counted {
            Counted::Clients => (&mut self.clients, &mut self.clients_on),
            Counted::Revenue => (&mut self.revenue, &mut self.revenue_on),
            Counted::Profit => (&mut self.profit, &mut self.profit_on),
        };
        *number = actual.map(|actual| actual.number);
        *on = actual.and_then(|actual| actual.on);
    }

    fn is_empty(&self) -> bool {
        Counted::ALL.into_iter().all(|counted| self.of(counted).is_none())
    }

    /// The same with revenue of another period. `None` where it becomes larger than a number may be.
    pub(super) fn restated(mut self, from: Period, to: Period) -> Option<Actual> {
        if let Some(revenue) = self.revenue {
            let restated = Measure::PerPeriod.restated(revenue.get(), from.months().into(), to.months().into());
            self.revenue = Some(Amount::new(restated)?);
        }
        Some(self)
    }
}

/// The same list with what came by the end of a month.
pub fn with_actual(actuals: &[Actual], month: u16, counted: Counted, actual: Option<ActualFigure>) -> Vec<Actual> {
    let mut actuals = actuals.to_vec();
    let at = match actuals.binary_search_by_key(&month, |actual| actual.month) {
        Ok(at) => at,
        Err(at) => {
            actuals.insert(at, Actual { month, ..Actual::default() });
            at
        }
    };
    actuals[at].set(counted, actual);
    actuals.retain(|actual| !actual.is_empty());
    actuals
}

/// Whether the months ascend, every number is one that it may be, and every day is that of a number.
pub(super) fn are_sound(actuals: &[Actual]) -> bool {
    let figure = |actual: &Actual, counted: Counted| match actual.parts(counted) {
        (Some(number), on) => counted.bounds().has(number.get()) && on.is_none_or(has_text),
        (None, on) => on.is_none(),
    };
    let sound = |actual: &Actual| {
        (1..=LONGEST).contains(&actual.month) && Counted::ALL.into_iter().all(|counted| figure(actual, counted))
    };
    actuals.iter().all(sound) && actuals.windows(2).all(|pair| pair[0].month < pair[1].month)
}

/// What both sides typed: each figure of each month for itself, with its day; of two the one that was said on a later day.
pub(super) fn merged(base: &[Actual], ours: &[Actual], theirs: &[Actual], to: &mut Merging) -> Vec<Actual> {
    let months: BTreeSet<u16> = [base, ours, theirs].into_iter().flatten().map(|actual| actual.month).collect();
    let figure_of = |actuals: &[Actual], month: u16, counted: Counted| {
        actuals.iter().find(|actual| actual.month == month).and_then(|actual| actual.of(counted))
    };
    let parts = |one: &Option<ActualFigure>| (one.map(|one| one.number), one.and_then(|one| one.on));
    let mut merged = Vec::new();
    for month in months {
        let mut actual = Actual { month, ..Actual::default() };
        for counted in Counted::ALL {
            let [base, ours, theirs] = [base, ours, theirs].map(|side| figure_of(side, month, counted));
            actual.set(counted, to.dated(&base, &ours, &theirs, parts));
        }
        merged.extend(Some(actual).filter(|actual| !actual.is_empty()));
    }
    merged
}
