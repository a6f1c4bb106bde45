//! The kernel: a scenario with uncertain inputs, in all runs at once, month after month.

use libm::pow;

use super::runs::check_runs;
use super::scenario::{MOST_PERIODS, Scenario, factors};
use super::{Runs, Uncertain};
use crate::draw::{Band, Percentiles};
use crate::figure::{Field, Figure, Must, NoFigure, figure};

/// A scenario, simulated. Each list begins with the start and has one entry per period more.
#[derive(Debug, Clone, PartialEq)]
pub struct Paths {
    /// Band of the profit up to then, in money of today.
    pub profit: Vec<Band>,
    /// Share of the runs whose profit up to then is not negative.
    pub paid_back: Vec<f64>,
    /// Band of the share kept of those who were there at the start.
    pub kept: Vec<Band>,
    /// Profit of each run at the end.
    pub at_end: Runs,
}

fn within(field: Field, input: &Uncertain, low: f64, high: f64, must: Must) -> Figure<()> {
    input.check().map_err(|refusal| match refusal {
        NoFigure::Input { field: end, must } => NoFigure::Bound { input: field, end, must },
        other => other,
    })?;
    let (least, most) = input.support();
    field.require(least >= low && most <= high, must)
}

impl Scenario<Uncertain> {
    fn check(&self, periods: u32) -> Figure<()> {
        Field::Periods.at_most(periods as usize, MOST_PERIODS)?;
        let most = f64::INFINITY;
        within(Field::Customers, &self.clients, 0.0, most, Must::NotBeNegative)?;
        within(Field::Budget, &self.win_budget, 0.0, most, Must::NotBeNegative)?;
        within(Field::Budget, &self.keep_budget, 0.0, most, Must::NotBeNegative)?;
        for (field, rate) in [(Field::Growth, &self.growth), (Field::Discount, &self.discount)] {
            within(field, rate, -1.0, most, Must::ExceedMinusOne)?;
            let (least, _) = rate.support();
            field.require(least > -1.0, Must::ExceedMinusOne)?;
        }
        within(Field::Revenue, &self.revenue, 0.0, most, Must::NotBeNegative)?;
        within(Field::GrossMargin, &self.gross_margin, 0.0, 1.0, Must::BeAShare)?;
        within(Field::Churn, &self.churn, 0.0, 1.0, Must::BeAShare)?;
        within(Field::Cost, &self.one_off, 0.0, most, Must::NotBeNegative)?;
        within(Field::Cac, &self.cac, 0.0, most, Must::NotBeNegative)?;
        let (least, _) = self.cac.support();
        let (_, spent) = self.win_budget.support();
        let cac_above_zero = spent == 0.0 || least > 0.0;
        Field::Cac.require(cac_above_zero, Must::BePositive)
    }
}

/// Simulates a scenario over `periods` periods (F40): P10, P50 and P90 of profit and of customers
/// kept for every period, the chance to be in the black, and the outcome of every run.
///
/// Two scenarios with the same seed meet the same luck input by input, so that
/// [`Runs::chance_of_beating`] compares plans, not draws. Fixed inputs only give
/// [`Scenario::project`] in every run.
///
/// # Errors
/// [`NoFigure::Bound`] for a range upside down. Ranges must lie where the input may: churn and margin from 0 to 1 (a lognormal does not), money
/// not negative, CAC above 0 where there is a budget for winning; at most 1,200 periods and
/// 1,000,000 runs; [`NoFigure::TooLarge`].
pub fn simulate_paths(scenario: &Scenario<Uncertain>, periods: u32, runs: u32, seed: u64) -> Figure<Paths> {
    scenario.check(periods)?;
    check_runs(runs)?;
    let mut place = 0;
    let drawn = scenario.map(|input| {
        place += 1;
        Ok(input.draws(seed, place, runs))
    })?;
    let margins: Vec<f64> = drawn.revenue.iter().zip(&drawn.gross_margin).map(|(r, share)| r * share).collect();
    let retention: Vec<f64> = drawn.churn.iter().map(|churn| 1.0 - churn).collect();
    let per_period = |(budget, cac): (&f64, &f64)| if *budget == 0.0 { 0.0 } else { budget / cac };
    let won: Vec<f64> = drawn.win_budget.iter().zip(&drawn.cac).map(per_period).collect();
    let budgets: Vec<f64> = drawn.win_budget.iter().zip(&drawn.keep_budget).map(|(win, keep)| win + keep).collect();
    let rates = drawn.growth.iter().zip(&drawn.discount);
    let (paid, later): (Vec<f64>, Vec<f64>) = rates.map(|(growth, discount)| factors(*growth, *discount)).unzip();

    let mut percentiles = Percentiles::new(runs as usize);
    let kept = kept_ranges(percentiles.of(&retention), periods)?;
    let start = Band { p10: 0.0, p50: 0.0, p90: 0.0 };
    let mut profit = vec![start];
    let mut paid_back = vec![1.0];
    let mut active = drawn.clients;
    let mut sum = vec![0.0; runs as usize];
    let (mut earned, mut spent) = (vec![1.0; runs as usize], vec![1.0; runs as usize]);
    let (instalments, share) = scenario.instalments();
    for t in 0..periods as usize {
        let people = active.iter_mut().zip(&retention).zip(won.iter().zip(&margins));
        let money = sum.iter_mut().zip(&earned).zip(spent.iter().zip(&budgets));
        for (((sum, earned), (spent, budget)), ((active, retention), (won, margin))) in money.zip(people) {
            let paying = *active + won;
            *sum += paying * margin * earned - budget * spent;
            *active = paying * retention;
        }
        if t < instalments {
            for ((sum, one_off), spent) in sum.iter_mut().zip(&drawn.one_off).zip(&spent) {
                *sum -= one_off * share * spent;
            }
        }
        let factors = earned.iter_mut().zip(&paid).zip(spent.iter_mut().zip(&later));
        for ((earned, paid), (spent, later)) in factors {
            *earned *= paid;
            *spent *= later;
        }
        profit.push(percentiles.of(&sum).ok_or(NoFigure::TooLarge)?);
        let black = sum.iter().filter(|sum| **sum >= 0.0).count();
        paid_back.push(black as f64 / f64::from(runs));
    }
    Ok(Paths { profit, paid_back, kept, at_end: Runs::of(sum) })
}

/// A share kept rises with retention, so its percentiles are those of retention, raised.
fn kept_ranges(retention: Option<Band>, periods: u32) -> Figure<Vec<Band>> {
    let Band { p10, p50, p90 } = retention.ok_or(NoFigure::TooLarge)?;
    let raised = |r: f64, t: u32| figure(pow(r, f64::from(t)));
    (0..=periods).map(|t| Ok(Band { p10: raised(p10, t)?, p50: raised(p50, t)?, p90: raised(p90, t)? })).collect()
}
