//! A statement, checked and in monthly numbers.

use std::sync::Arc;

use super::check::check;
use super::input::Input;
use super::run::Run;
use super::statement::{RetentionBudget, Statement};
use crate::cohort::AgeTable;
use crate::estimate::{Bounds, Estimate, Spread};
use crate::figure::Figure;
use crate::lanes::Lanes;
use crate::terms::PaymentTerms;

/// The draws of one run: a normal score for each input, 0 for its likely number.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Scores([f64; Input::ALL.len()]);

impl Scores {
    /// The same with another score for an input.
    pub fn with(mut self, input: Input, score: f64) -> Self {
        self.0[input as usize] = score;
        self
    }

    /// The score of an input.
    pub fn of(&self, input: Input) -> f64 {
        self.0[input as usize]
    }
}

/// A checked [`Statement`] in numbers per month, ready to be drawn.
#[derive(Debug, Clone)]
pub struct MonthlyPlan {
    pub(crate) horizon: u32,
    pub(crate) retention_share: f64,
    pub(crate) retention_budget: RetentionBudget,
    pub(crate) one_off_months: u32,
    pub(crate) terms: PaymentTerms,
    estimates: [Option<Estimate>; Input::ALL.len()],
    spreads: [Option<Spread>; Input::ALL.len()],
    pub(crate) ages: Option<Arc<AgeTable>>,
}

/// The drawn inputs of several runs.
pub(crate) struct Drawn<const L: usize>([Lanes<L>; Input::ALL.len()]);

impl<const L: usize> Drawn<L> {
    pub fn of(&self, input: Input) -> Lanes<L> {
        self.0[input as usize]
    }

    pub fn set(&mut self, input: Input, to: Lanes<L>) {
        self.0[input as usize] = to;
    }
}

impl MonthlyPlan {
    /// Checks a statement and restates it per month (F60). Every range is drawn in its monthly numbers.
    ///
    /// # Errors
    /// Money, counts and the discount rate must not be negative; churn, margin and shares must be from 0 to 1, growth above −1,
    /// the CAC above 0 where money goes to acquisition; the numbers of a range must rise. Answers must not contradict the other
    /// inputs: lowest < churn < idle, and more new clients than the current spend wins. Periods and terms have 1 to 120 months,
    /// horizons 1 to 1,200. [`TooLarge`](crate::NoFigure::TooLarge) beyond [`MOST_MONEY`](crate::MOST_MONEY).
    pub fn of(stated: &Statement) -> Figure<Self> {
        check(stated)?;
        let mut estimates = Input::ALL.map(|input| {
            let monthly = |number| input.measure().per_month(number, stated.period);
            stated.estimate(input).map(|estimate| estimate.map(monthly))
        });
        let ages = stated.churn_by_age.as_ref().map(|by_age| by_age.table(stated.horizon)).transpose()?;
        // Nothing is in proportion to a churn of 0. Churn by age needs no stated one, so it is that of today's clients.
        let churn = &mut estimates[Input::Churn as usize];
        if let Some(ages) = ages.as_ref().filter(|_| churn.is_some_and(|churn| churn.likely == 0.0)) {
            *churn = Some(ages.churn_now().into());
        }
        let mut spreads = [None; Input::ALL.len()];
        for input in Input::ALL {
            if let Some(estimate) = estimates[input as usize] {
                spreads[input as usize] = Some(Spread::new(input.field(), estimate, bounds(&estimates, input))?);
            }
        }
        Ok(MonthlyPlan {
            horizon: stated.horizon,
            retention_share: stated.retention_share,
            retention_budget: stated.retention_budget,
            one_off_months: stated.one_off_months.max(1),
            terms: stated.terms,
            estimates,
            spreads,
            ages: ages.map(Arc::new),
        })
    }

    /// The estimate of an input, per month; `None` for an answer that was not given.
    pub fn estimate(&self, input: Input) -> Option<Estimate> {
        self.estimates[input as usize]
    }

    /// Whether an input is a range.
    pub fn is_range(&self, input: Input) -> bool {
        self.spread(input).is_some_and(Spread::is_range)
    }

    /// The horizon, in months.
    pub fn horizon(&self) -> u32 {
        self.horizon
    }

    /// Whether the response to spending was stated.
    pub(crate) fn is_answered(&self) -> bool {
        self.estimates[Input::MostNewClients as usize].is_some()
    }

    /// Share of today's clients lost in the first month: over all their ages where churn depends on age, as stated otherwise. Points of
    /// churn are taken off it.
    pub fn churn_now(&self) -> f64 {
        self.ages.as_ref().map_or(self.likely_of(Input::Churn), |ages| ages.churn_now())
    }

    /// How much of the stated churn one of [`churn_now`](Self::churn_now) is: churn by age follows the stated one in proportion.
    pub(crate) fn stated_in_one(&self) -> f64 {
        match &self.ages {
            Some(ages) if ages.churn_now() > 0.0 => self.likely_of(Input::Churn) / ages.churn_now(),
            // Nobody leaves, so that there is nothing to take off.
            Some(_) => 0.0,
            None => 1.0,
        }
    }

    /// The likely number of an input, per month; 0 for an answer that was not given.
    pub(crate) fn likely_of(&self, input: Input) -> f64 {
        self.estimates[input as usize].map_or(0.0, |estimate| estimate.likely)
    }

    pub(crate) fn spread(&self, input: Input) -> Option<&Spread> {
        self.spreads[input as usize].as_ref()
    }

    /// The bounds of a drawn input, natural and by the likely numbers of others.
    pub(crate) fn bounds(&self, input: Input) -> Bounds {
        bounds(&self.estimates, input)
    }

    /// Draws every input for several runs, by their scores.
    pub(crate) fn draw<const L: usize>(&self, score: impl Fn(Input, usize) -> f64) -> Drawn<L> {
        Drawn(Input::ALL.map(|input| match self.spread(input) {
            Some(spread) if spread.is_range() => Lanes::each(|l| spread.at(score(input, l))),
            Some(spread) => Lanes::all(spread.likely()),
            None => Lanes::ZERO,
        }))
    }

    /// The plan with its likely numbers.
    pub fn likely(&self) -> Run<'_> {
        self.run(&Scores::default())
    }

    /// The plan in one run, by its scores.
    pub fn run(&self, scores: &Scores) -> Run<'_> {
        Run::new(self, self.draw(|input, _| scores.of(input)), self.retention_share)
    }
}

/// Draws of the answers never contradict the current likely churn and CAC (F56).
fn bounds(monthly: &[Option<Estimate>; Input::ALL.len()], input: Input) -> Bounds {
    let likely = |input: Input| monthly[input as usize].map_or(0.0, |estimate| estimate.likely);
    match input {
        Input::IdleChurn => Bounds { least: likely(Input::Churn), most: 1.0 },
        Input::LowestChurn => Bounds { least: 0.0, most: likely(Input::Churn) },
        Input::MostNewClients => {
            Bounds { least: likely(Input::AcquisitionSpend) / likely(Input::Cac), most: f64::INFINITY }
        }
        _ => input.bounds(),
    }
}
