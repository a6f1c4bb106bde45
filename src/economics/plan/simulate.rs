//! The ranges of a plan, simulated in slices.

use super::course::Course;
use super::input::Input;
use super::luck::Luck;
use super::monthly::Plan;
use super::setup::Setup;
use super::statement::RetentionBudget;
use crate::draw::{Band, Percentiles, Quantile, Runs, check_runs};
use crate::figure::{Figure, MOST_MONEY, NoFigure};
use crate::lanes::Lanes;
use crate::progress::Progress;

/// Runs that go side by side.
const LANES: usize = 16;
/// What a draw costs, and what finding the percentiles of a run's month, next to a step of one group of clients.
const DRAW: u64 = 20;
const SORT: u64 = 4;

/// A plan's ranges, month by month. Each list begins with the start and has one entry per month more.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranges {
    /// Band of the profit up to then, in money of today.
    pub profit: Vec<Band>,
    /// Share of the runs whose profit up to then is not negative.
    pub paid_back: Vec<f64>,
    /// Band of the share kept of those who were there at the start.
    pub kept: Vec<Band>,
    /// Profit of each run over the horizon.
    pub at_end: Runs,
    /// The same with the value of the clients left. A run in which that diverges has no figure.
    pub with_left: Runs,
    /// Whether any input was a range. Without one there is no range to show.
    pub stated: bool,
}

/// A simulation of a plan under way (F54). Each call of [`advance`](Simulation::advance) does a bounded amount of work, so
/// that a screen stays alive; dropping it cancels it.
///
/// The same seed and luck give the same outcomes on every target and in any slices, and the first thousand of ten thousand
/// runs are those of a thousand.
#[derive(Debug)]
pub struct Simulation {
    plan: Plan,
    luck: Luck,
    seed: u64,
    runs: u32,
    done_runs: u32,
    /// Profit of every run after each month, month by month.
    profits: Vec<f64>,
    /// Share kept alike, where it follows from more than churn alone.
    kept: Vec<f64>,
    churn: Vec<f64>,
    with_left: Vec<f64>,
    percentiles: Percentiles,
    ranges: Ranges,
    progress: Progress,
}

impl Simulation {
    /// Prepares `runs` runs; 10,000 by custom.
    ///
    /// # Errors
    /// From 1 to 1,000,000 runs.
    pub fn new(plan: &Plan, luck: &Luck, runs: u32, seed: u64) -> Figure<Self> {
        check_runs(runs)?;
        let start = |at: f64| vec![Band { p10: at, p50: at, p90: at }];
        let ranges = Ranges {
            profit: start(0.0),
            paid_back: vec![1.0],
            kept: start(1.0),
            at_end: Runs::of(Vec::new(), NoFigure::TooLarge),
            with_left: Runs::of(Vec::new(), NoFigure::TooLarge),
            stated: Input::ALL.into_iter().any(|input| plan.is_range(input)),
        };
        let months = plan.horizon() as usize;
        let mut simulation = Simulation {
            profits: vec![0.0; months * runs as usize],
            kept: Vec::new(),
            churn: vec![0.0; runs as usize],
            with_left: vec![0.0; runs as usize],
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

    /// Works until `work` units are done, at least one piece of it; a million units take a few milliseconds.
    ///
    /// # Errors
    /// [`NoFigure::TooLarge`] when the profit of a run is more than money can be.
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

    /// Does what is left, all at once, and gives the ranges.
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
        self.ranges.with_left = Runs::of(self.with_left, NoFigure::Diverges);
        Ok(self.ranges)
    }

    /// Whether the share kept is a matter of each run's churn alone, the same in all months.
    fn kept_follows_churn(&self) -> bool {
        self.plan.retention_budget == RetentionBudget::PerClient && self.plan.ages.is_none()
    }

    fn block_work(&self) -> u64 {
        let months = u64::from(self.plan.horizon());
        let phases = u64::from(self.plan.terms.months);
        let ages = self.plan.ages.as_ref().map_or(1, |table| table.base().len() as u64 + months / 2);
        let ranges = Input::ALL.into_iter().filter(|input| self.plan.is_range(*input)).count() as u64;
        LANES as u64 * (months * phases * ages + DRAW * (ranges + 4))
    }

    fn band_work(&self) -> u64 {
        let lists = if self.kept.is_empty() { 1 } else { 2 };
        SORT * lists * u64::from(self.runs)
    }

    /// Draws and projects the next runs.
    fn block(&mut self) {
        let first = self.done_runs;
        let drawn = self.plan.draw::<LANES>(|input, lane| self.luck.of(input).at(self.seed, first + lane as u32));
        let effects = self.plan.effects(&drawn, self.plan.keep);
        let mut course = Course::new(self.plan.setup(&drawn, &effects));
        if self.kept.is_empty() {
            course = course.without_kept();
        }
        let (first, runs) = (first as usize, self.runs as usize);
        for month in 0..self.plan.horizon() as usize {
            let at = month * runs + first;
            let end = (month + 1) * runs;
            store(&mut self.profits[at..end], course.step());
            if !self.kept.is_empty() {
                store(&mut self.kept[at..end], course.kept());
            }
        }
        store(&mut self.with_left[first..], course.profit() + course.left());
        store(&mut self.churn[first..], effects.churn);
        self.done_runs = (self.done_runs + LANES as u32).min(self.runs);
    }

    /// Finds the bands of the next month.
    fn month(&mut self) -> Figure<()> {
        let runs = self.runs as usize;
        let month = self.ranges.profit.len() - 1;
        let of_month = month * runs..(month + 1) * runs;
        let profits = &self.profits[of_month.clone()];
        let band = self.percentiles.of(profits).filter(|band| band.p10 >= -MOST_MONEY && band.p90 <= MOST_MONEY);
        self.ranges.profit.push(band.ok_or(NoFigure::TooLarge)?);
        let black = profits.iter().filter(|profit| **profit >= 0.0).count();
        self.ranges.paid_back.push(black as f64 / f64::from(self.runs));
        if let Some(kept) = self.kept.get(of_month) {
            self.ranges.kept.push(self.percentiles.of(kept).ok_or(NoFigure::TooLarge)?);
        }
        Ok(())
    }

    /// The share kept rises with retention, so its percentiles are those of retention, on their way.
    fn kept_by_churn(&mut self) -> Figure<Vec<Band>> {
        let retention: Vec<f64> = self.churn.iter().map(|churn| 1.0 - churn).collect();
        let Band { p10, p50, p90 } = self.percentiles.of(&retention).ok_or(NoFigure::TooLarge)?;
        let drawn = self.plan.draw::<3>(|_, _| 0.0);
        let effects = self.plan.effects(&drawn, self.plan.keep);
        let churn = Lanes::each(|l| 1.0 - [p10, p50, p90][l]);
        let mut course = Course::new(Setup { churn, ..self.plan.setup(&drawn, &effects) });
        let band = |kept: Lanes<3>| Band { p10: kept[0], p50: kept[1], p90: kept[2] };
        let mut bands = vec![band(Lanes::ONE)];
        for _ in 0..self.plan.horizon() {
            course.step();
            bands.push(band(course.kept()));
        }
        Ok(bands)
    }
}

/// Writes the numbers of a block of runs, of which the last may have fewer.
fn store(to: &mut [f64], block: Lanes<LANES>) {
    match to.first_chunk_mut() {
        Some(whole) => *whole = *block.numbers(),
        None => to.iter_mut().zip(block.numbers()).for_each(|(to, number)| *to = *number),
    }
}

/// One plan against another, run by run under the same luck (F59). It holds given the ranges and answers that were stated.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Comparison {
    /// By how much the other plan is ahead in one run of ten at most.
    pub p10: Quantile,
    /// The median: the figure to show first.
    pub p50: Quantile,
    /// By how much it is ahead in nine runs of ten at most.
    pub p90: Quantile,
    /// Share of the runs in which it is ahead, strictly.
    pub wins: f64,
}

impl Comparison {
    /// How far the second plan is ahead of the first, in profit over the horizon.
    ///
    /// # Errors
    /// [`NoFigure::NoRange`] when neither plan has a range; the numbers of runs must match.
    pub fn of(one: &Ranges, other: &Ranges) -> Figure<Self> {
        if !one.stated && !other.stated {
            return Err(NoFigure::NoRange);
        }
        Comparison::of_runs(&one.at_end, &other.at_end)
    }

    /// How far the second runs are ahead of the first.
    ///
    /// # Errors
    /// The numbers of runs must match; when no run has a figure, why.
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
