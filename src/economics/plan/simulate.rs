//! Simulates the ranges of a plan, in slices.

use super::input::Input;
use super::luck::Luck;
use super::monthly::MonthlyPlan;
use super::projector::Projector;
use super::setup::Setup;
use super::statement::RetentionBudget;
use crate::draw::{Band, Percentiles, Quantile, Runs, check_runs};
use crate::figure::{Field, Figure, MOST_MONEY, NoFigure};
use crate::lanes::Lanes;
use crate::progress::Progress;

/// Runs projected together.
const LANES: usize = 16;
/// More run-months than these would take too much memory.
const MOST_RUN_MONTHS: u32 = 24_000_000;
/// Work of a draw, of one run in the percentiles of a month, and of a terminal value with churn by age, compared with one month of
/// one group of clients.
const DRAW: u64 = 20;
const SORT: u64 = 4;
const AHEAD: u64 = 12_000;

/// The ranges of a plan, month by month. Each list starts with the start and has one more entry per month.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranges {
    /// Band of the cumulative profit, in today's money.
    pub profit: Vec<Band>,
    /// Share of the runs whose cumulative profit is not negative.
    pub paid_back: Vec<f64>,
    /// Band of the share of the clients of the start who are still clients.
    pub kept: Vec<Band>,
    /// Profit over the horizon, run by run.
    pub at_end: Runs,
    /// The same with the terminal value. A run in which that diverges has no figure.
    pub with_terminal_value: Runs,
    /// Whether any input is a range. If not there is no range to show.
    pub has_ranges: bool,
}

/// A running simulation of a plan (F54). Each call of [`advance`](Simulation::advance) does a bounded amount of work, so that
/// the caller stays responsive; drop it to cancel.
///
/// The same seed and luck give the same outcomes on every target, however the work is sliced. The first thousand of ten
/// thousand runs are those of a simulation of a thousand.
#[derive(Debug)]
pub struct Simulation {
    plan: MonthlyPlan,
    luck: Luck,
    seed: u64,
    runs: u32,
    done_runs: u32,
    /// Cumulative profit of every run, month by month.
    profits: Vec<f64>,
    /// Share kept of every run, month by month; empty where it follows from churn.
    kept: Vec<f64>,
    churn: Vec<f64>,
    with_terminal_value: Vec<f64>,
    percentiles: Percentiles,
    ranges: Ranges,
    progress: Progress,
}

impl Simulation {
    /// Prepares `runs` runs; 10,000 by convention.
    ///
    /// # Errors
    /// From 1 to 1,000,000 runs, and at most 24,000,000 run-months.
    pub fn new(plan: &MonthlyPlan, luck: &Luck, runs: u32, seed: u64) -> Figure<Self> {
        check_runs(runs)?;
        Field::Runs.at_most(runs as usize, MOST_RUN_MONTHS / plan.horizon().max(1))?;
        let start = |at: f64| vec![Band { p10: at, p50: at, p90: at }];
        let ranges = Ranges {
            profit: start(0.0),
            paid_back: vec![1.0],
            kept: start(1.0),
            at_end: Runs::of(Vec::new(), NoFigure::TooLarge),
            with_terminal_value: Runs::of(Vec::new(), NoFigure::TooLarge),
            has_ranges: plan.has_ranges(),
        };
        let months = plan.horizon() as usize;
        let mut simulation = Simulation {
            profits: vec![0.0; months * runs as usize],
            kept: Vec::new(),
            churn: vec![0.0; runs as usize],
            with_terminal_value: vec![0.0; runs as usize],
            percentiles: Percentiles::new(runs as usize),
            plan: plan.clone(),
            luck: luck.clone(),
            seed,
            runs,
            done_runs: 0,
            ranges,
            progress: Progress { done: 0, of: 0 },
        };
        if !simulation.kept_follows_churn() {
            simulation.kept = vec![0.0; months * runs as usize];
        }
        let blocks = u64::from(runs).div_ceil(LANES as u64);
        simulation.progress.of = blocks * simulation.block_work() + months as u64 * simulation.band_work();
        Ok(simulation)
    }

    /// Does at least `work` units of work, if that much is left. A million units take a few milliseconds.
    ///
    /// # Errors
    /// [`NoFigure::TooLarge`] when profits are more than money can be.
    pub fn advance(&mut self, work: u64) -> Figure<Progress> {
        let until = self.progress.done.saturating_add(work.max(1));
        while self.progress.done < until && !self.progress.is_complete() {
            if self.done_runs < self.runs {
                self.block();
                self.progress.done += self.block_work();
            } else if self.ranges.profit.len() <= self.plan.horizon() as usize {
                self.month()?;
                self.progress.done += self.band_work();
            } else {
                self.progress.done = self.progress.of;
            }
        }
        Ok(self.progress)
    }

    /// Does the rest of the work at once and returns the ranges.
    ///
    /// # Errors
    /// As [`advance`](Simulation::advance).
    pub fn finish(mut self) -> Figure<Ranges> {
        while !self.advance(u64::MAX)?.is_complete() {}
        if self.kept_follows_churn() {
            self.ranges.kept = self.kept_by_churn()?;
        }
        let last = self.profits.len() - self.runs as usize;
        self.ranges.at_end = Runs::of(self.profits.split_off(last), NoFigure::TooLarge);
        self.ranges.with_terminal_value = Runs::of(self.with_terminal_value, NoFigure::Diverges);
        Ok(self.ranges)
    }

    /// Whether the share kept follows from a churn that is the same in every month.
    fn kept_follows_churn(&self) -> bool {
        self.plan.retention_budget == RetentionBudget::PerClient && self.plan.ages.is_none()
    }

    fn block_work(&self) -> u64 {
        let months = u64::from(self.plan.horizon());
        let phases = u64::from(self.plan.terms.months);
        // With churn by age the groups grow by one a month, and the terminal value sums over many months ahead.
        let (ages, ahead) =
            self.plan.ages.as_ref().map_or((1, 0), |table| (table.base().len() as u64 + months / 2, AHEAD));
        let ranges = Input::ALL.into_iter().filter(|input| self.plan.is_range(*input)).count() as u64;
        LANES as u64 * (months * phases * ages + ahead + DRAW * (ranges + 4))
    }

    fn band_work(&self) -> u64 {
        let lists = if self.kept.is_empty() { 1 } else { 2 };
        SORT * lists * u64::from(self.runs)
    }

    /// Draws and projects the next runs.
    fn block(&mut self) {
        let first = self.done_runs;
        let drawn = self.plan.draw::<LANES>(|input, lane| self.luck.of(input).at(self.seed, first + lane as u32));
        let effects = self.plan.effects(&drawn, self.plan.retention_share);
        let mut projector = Projector::new(self.plan.setup(&drawn, &effects));
        if self.kept.is_empty() {
            projector = projector.without_kept();
        }
        let (first, runs) = (first as usize, self.runs as usize);
        for month in 0..self.plan.horizon() as usize {
            let at = month * runs + first;
            let end = (month + 1) * runs;
            store(&mut self.profits[at..end], projector.step());
            if !self.kept.is_empty() {
                store(&mut self.kept[at..end], projector.kept());
            }
        }
        store(&mut self.with_terminal_value[first..], projector.profit() + projector.terminal_value());
        store(&mut self.churn[first..], effects.churn);
        self.done_runs = (self.done_runs + LANES as u32).min(self.runs);
    }

    /// Bands of the next month.
    fn month(&mut self) -> Figure<()> {
        let runs = self.runs as usize;
        let month = self.ranges.profit.len() - 1;
        let of_month = month * runs..(month + 1) * runs;
        let profits = &self.profits[of_month.clone()];
        let band = self.percentiles.of(profits).filter(|band| band.p10 >= -MOST_MONEY && band.p90 <= MOST_MONEY);
        self.ranges.profit.push(band.ok_or(NoFigure::TooLarge)?);
        let paid_back = profits.iter().filter(|profit| **profit >= 0.0).count();
        self.ranges.paid_back.push(paid_back as f64 / f64::from(self.runs));
        if let Some(kept) = self.kept.get(of_month) {
            self.ranges.kept.push(self.percentiles.of(kept).ok_or(NoFigure::TooLarge)?);
        }
        Ok(())
    }

    /// The share kept rises with retention, so its percentiles are those of retention, projected.
    fn kept_by_churn(&mut self) -> Figure<Vec<Band>> {
        let retention: Vec<f64> = self.churn.iter().map(|churn| 1.0 - churn).collect();
        let Band { p10, p50, p90 } = self.percentiles.of(&retention).ok_or(NoFigure::TooLarge)?;
        let drawn = self.plan.draw::<3>(|_, _| 0.0);
        let effects = self.plan.effects(&drawn, self.plan.retention_share);
        let churn = Lanes::each(|l| 1.0 - [p10, p50, p90][l]);
        let mut projector = Projector::new(Setup { churn, ..self.plan.setup(&drawn, &effects) });
        let band = |kept: Lanes<3>| Band { p10: kept[0], p50: kept[1], p90: kept[2] };
        let mut bands = vec![band(Lanes::ONE)];
        for _ in 0..self.plan.horizon() {
            projector.step();
            bands.push(band(projector.kept()));
        }
        Ok(bands)
    }
}

/// Stores a block of runs; the last block may have fewer.
fn store(to: &mut [f64], block: Lanes<LANES>) {
    match to.first_chunk_mut() {
        Some(whole) => *whole = *block.numbers(),
        None => to.iter_mut().zip(block.numbers()).for_each(|(to, number)| *to = *number),
    }
}

/// One plan compared with another, run by run (F59). It holds given the stated ranges and answers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Comparison {
    /// In one of ten runs the other plan is ahead by less.
    pub p10: Quantile,
    /// The median, the figure to show first.
    pub p50: Quantile,
    /// In nine of ten runs it is ahead by less.
    pub p90: Quantile,
    /// Share of the runs in which it is strictly ahead.
    pub wins: f64,
}

impl Comparison {
    /// How far the second plan is ahead of the first, in profit over the horizon.
    ///
    /// # Errors
    /// [`NoFigure::NoRange`] when neither plan has a range; the numbers of runs must match.
    pub fn of(one: &Ranges, other: &Ranges) -> Figure<Self> {
        if !one.has_ranges && !other.has_ranges {
            return Err(NoFigure::NoRange);
        }
        Comparison::of_runs(&one.at_end, &other.at_end)
    }

    /// How far the second runs are ahead of the first.
    ///
    /// # Errors
    /// The numbers of runs must match; the error of the first run when none has a figure.
    pub fn of_runs(one: &Runs, other: &Runs) -> Figure<Self> {
        let ahead = other.minus(one)?;
        Ok(Comparison {
            p10: ahead.quantile(0.1)?,
            p50: ahead.quantile(0.5)?,
            p90: ahead.quantile(0.9)?,
            wins: other.ahead_of(one)?,
        })
    }
}
