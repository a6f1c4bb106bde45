//! A table of cohorts: how many of those acquired together are still active.

use std::collections::BTreeMap;

use super::resample::stayers;
use super::{AgeGroup, Model};
use crate::draw::Rng;
use crate::estimate::Estimate;
use crate::figure::{Field, Figure, Must, NoFigure, figure};
use crate::math::beta_quantile;

/// Cohorts and ages beyond these are slips, and would only cost memory.
const MOST_COHORTS: u32 = 10_000;
const MOST_PERIODS: u32 = 1_200;

/// What happened between two ages at which a cohort was counted.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Passage {
    pub from: u32,
    pub to: u32,
    pub kept: f64,
    pub lost: f64,
}

/// Retention at one renewal, over all cohorts that reached it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AgeRate {
    /// Which renewal, from 1.
    pub renewal: u32,
    /// Customers before it.
    pub at_risk: f64,
    /// Customers after it.
    pub kept: f64,
    /// kept / at_risk.
    pub rate: f64,
}

/// A checked table of cohorts.
#[derive(Debug, Clone, PartialEq)]
pub struct Cohorts {
    rows: Vec<Vec<(u32, f64)>>,
    passages: Vec<Passage>,
    customers: f64,
}

impl Cohorts {
    /// A table with one row per cohort: the number acquired, then the number active after each
    /// renewal. Rows may differ in length (the youngest cohort may have one entry); the last entry
    /// of each row is where its observation was cut off, not where its customers left.
    ///
    /// # Errors
    /// [`NoFigure::Cell`] for a cell that is no number or negative, rises above the one before it,
    /// or is 0 at the start; [`NoFigure::Input`] for an empty or oversized table.
    pub fn new(table: &[Vec<f64>]) -> Figure<Self> {
        let with_ages = |row: &Vec<f64>| row.iter().zip(0..).map(|(n, age)| (age, *n)).collect();
        Self::observed(&table.iter().map(with_ages).collect::<Vec<_>>())
    }

    /// The same with some counts only (limited information, F28): each row lists (renewals passed,
    /// active) in rising order of renewals, beginning where the cohort was first counted. First and
    /// last sizes alone are enough to fit, as are the last two counts.
    ///
    /// # Errors
    /// As [`new`](Cohorts::new); renewals must rise along a row and stay within 1,200.
    pub fn observed(table: &[Vec<(u32, f64)>]) -> Figure<Self> {
        Field::Cohorts.require(!table.is_empty(), Must::NotBeEmpty)?;
        Field::Cohorts.at_most(table.len(), MOST_COHORTS)?;
        let mut merged: BTreeMap<(u32, u32), (f64, f64)> = BTreeMap::new();
        let mut customers = 0.0;
        for (cohort, row) in table.iter().enumerate() {
            let cell = |column, holds: bool, must| {
                if holds { Ok(()) } else { Err(NoFigure::Cell { cohort, column, must }) }
            };
            cell(0, !row.is_empty(), Must::NotBeEmpty)?;
            for (column, (age, active)) in row.iter().enumerate() {
                cell(column, active.is_finite(), Must::BeANumber)?;
                cell(column, *active >= 0.0, Must::NotBeNegative)?;
                cell(column, *age <= MOST_PERIODS, Must::BeAtMost(MOST_PERIODS))?;
                if column == 0 {
                    cell(column, *active > 0.0, Must::BePositive)?;
                    customers += active;
                    continue;
                }
                let (age_before, before) = row[column - 1];
                cell(column, *age > age_before, Must::ReachAtLeast(Field::Renewal))?;
                cell(column, *active <= before, Must::NotExceed(Field::CustomersBefore))?;
                let passage = merged.entry((age_before, *age)).or_default();
                passage.0 += active;
                passage.1 += before - active;
            }
        }
        let passages = merged
            .into_iter()
            .map(|((from, to), (kept, lost))| Passage { from, to, kept, lost })
            .filter(|passage| passage.kept + passage.lost > 0.0)
            .collect();
        Ok(Self { rows: table.to_vec(), passages, customers: figure(customers)? })
    }

    pub(crate) fn passages(&self) -> &[Passage] {
        &self.passages
    }

    /// Customers in all cohorts when they were first counted.
    pub fn customers(&self) -> f64 {
        self.customers
    }

    /// The last age at which any cohort was counted.
    pub fn last_age(&self) -> u32 {
        self.rows.iter().filter_map(|row| row.last()).map(|(age, _)| *age).max().unwrap_or(0)
    }

    /// The number of counts.
    pub(super) fn cells(&self) -> u64 {
        self.rows.iter().map(|row| row.len() as u64).sum()
    }

    /// The base by age: customers at the last count of each cohort, by the renewal that they face next (F78).
    pub fn base(&self) -> Vec<AgeGroup> {
        let mut ages: BTreeMap<u32, f64> = BTreeMap::new();
        for (age, active) in self.rows.iter().filter_map(|row| row.last()) {
            *ages.entry(age + 1).or_default() += active;
        }
        ages.into_iter().map(|(next_renewal, customers)| AgeGroup { next_renewal, customers }).collect()
    }

    /// Churn per renewal over all ages and cohorts: lost / at risk, with P10 and P90 of Beta(lost+1, kept+1) (F40). One rate for
    /// all ages hides how churn changes with age.
    ///
    /// # Errors
    /// [`NoFigure::NotIdentified`] when no renewal was counted both before and after.
    pub fn pooled_churn(&self) -> Figure<Estimate> {
        let rates = self.retention_by_age();
        let kept: f64 = rates.iter().map(|age| age.kept).sum();
        let at_risk: f64 = rates.iter().map(|age| age.at_risk).sum();
        if at_risk == 0.0 {
            return Err(NoFigure::NotIdentified { have: 0, need: 1 });
        }
        let lost = at_risk - kept;
        let likely = lost / at_risk;
        let quantile = |p| beta_quantile(lost + 1.0, kept + 1.0, p);
        Ok(Estimate::range(quantile(0.1).min(likely), likely, quantile(0.9).max(likely)))
    }

    /// A table of the same cohorts and ages, drawn from a model.
    pub(super) fn redrawn(&self, model: &Model, seed: u64, number: u32) -> Figure<Self> {
        let mut rows = Vec::with_capacity(self.rows.len());
        for (cohort, row) in (0..).zip(&self.rows) {
            let mut rng = Rng::new(seed, cohort, number);
            let mut drawn: Vec<(u32, f64)> = Vec::with_capacity(row.len());
            for (age, active) in row {
                let count = match drawn.last() {
                    None => *active,
                    Some((before, count)) => {
                        let stay = libm::exp(model.ln_kept(f64::from(*before), f64::from(*age)));
                        stayers(*count, stay, &mut rng)
                    }
                };
                drawn.push((*age, count));
            }
            rows.push(drawn);
        }
        Self::observed(&rows)
    }

    /// Customers active at the end of each period over all cohorts, when row k was acquired at the
    /// start of period k and counted at the end of every period since. The newly acquired count
    /// from the end of their first period on.
    pub fn totals(&self) -> Vec<f64> {
        let mut totals = Vec::new();
        for (k, row) in self.rows.iter().enumerate() {
            for (age, active) in row.iter().filter(|(age, _)| *age > 0) {
                let period = k + *age as usize - 1;
                if totals.len() <= period {
                    totals.resize(period + 1, 0.0);
                }
                totals[period] += active;
            }
        }
        totals
    }

    /// Retention at each renewal that was counted both before and after, over all cohorts. A rate
    /// that rises with the renewals is what differing customers look like.
    pub fn retention_by_age(&self) -> Vec<AgeRate> {
        let single = self.passages.iter().filter(|passage| passage.to == passage.from + 1);
        single
            .map(|passage| {
                let at_risk = passage.kept + passage.lost;
                AgeRate { renewal: passage.to, at_risk, kept: passage.kept, rate: passage.kept / at_risk }
            })
            .collect()
    }

    /// Retention over the last counted renewal of every cohort together: the one average rate of a
    /// dashboard, which hides how retention rises with age.
    ///
    /// # Errors
    /// [`NoFigure::NothingToShare`] when no cohort was counted over a single renewal.
    pub fn latest_retention(&self) -> Figure {
        let (mut kept, mut at_risk) = (0.0, 0.0);
        for row in &self.rows {
            if let [.., (before_age, before), (age, active)] = row.as_slice()
                && *age == before_age + 1
            {
                kept += active;
                at_risk += before;
            }
        }
        if at_risk == 0.0 { Err(NoFigure::NothingToShare) } else { figure(kept / at_risk) }
    }

    /// Log-likelihood of a model: Σ lost ln P(T = t) + kept ln S(T), with the customers still
    /// there at the cut-off, over all cohorts (F27, F28).
    ///
    /// # Errors
    /// [`NoFigure::Contradicted`] when the model calls impossible what was seen (a churn of 0 with
    /// losses); [`NoFigure::Input`] for parameters outside their range.
    pub fn log_likelihood(&self, model: &Model) -> Figure {
        model.check()?;
        let sum = log_likelihood_of(0.0, &self.passages, model);
        if sum == f64::NEG_INFINITY { Err(NoFigure::Contradicted) } else { figure(sum) }
    }
}

/// Each passage is a draw of its own given who was there before it, so conditional terms add up to
/// Σ lost ln P + kept ln S without writing the censored term apart. It continues the sum `before`, so that sums in slices are
/// the same to the last bit.
pub(crate) fn log_likelihood_of(before: f64, passages: &[Passage], model: &Model) -> f64 {
    passages.iter().fold(before, |sum, passage| {
        let ln_kept = model.ln_kept(f64::from(passage.from), f64::from(passage.to));
        let kept = if passage.kept > 0.0 { passage.kept * ln_kept } else { 0.0 };
        let lost = if passage.lost > 0.0 { passage.lost * libm::log(-libm::expm1(ln_kept)) } else { 0.0 };
        sum + (kept + lost)
    })
}
