//! Simulates the value of initiatives, in slices.

use std::collections::BTreeMap;

use super::worth::{Initiatives, Levers};
use crate::draw::{Runs, Score, check_runs};
use crate::figure::{Figure, NoFigure};
use crate::lanes::Lanes;
use crate::plan::{Drawn, Effects, Luck, Projector};
use crate::progress::Progress;

/// Runs projected together; few, since many initiatives are much work.
const LANES: usize = 8;

/// The value of initiatives, run by run; see [`InitiativesWorth`](super::InitiativesWorth).
#[derive(Debug, Clone, PartialEq)]
pub struct WorthRanges {
    /// Each on its own.
    pub alone: Vec<Runs>,
    /// Profit with all of them less profit without.
    pub direct: Runs,
    /// All of them together, at most the sum of `alone`.
    pub combined: Runs,
    /// What each adds to the others.
    pub marginal: Vec<Runs>,
}

/// A running simulation of initiatives: each call of [`advance`](WorthSimulation::advance) does a bounded amount of work; drop it
/// to cancel.
pub struct WorthSimulation {
    initiatives: Initiatives,
    luck: Luck,
    seed: u64,
    runs: u32,
    /// Sets of initiatives to project, the empty set first.
    sets: Vec<u32>,
    block: Option<Block>,
    done_runs: u32,
    profits: Vec<Vec<f64>>,
    progress: Progress,
}

/// The runs in progress, and how many sets are done.
struct Block {
    drawn: Drawn<LANES>,
    effects: Effects<LANES>,
    levers: Levers<LANES>,
    done: usize,
}

impl WorthSimulation {
    /// Prepares `runs` runs.
    ///
    /// # Errors
    /// From 1 to 1,000,000 runs.
    pub fn new(initiatives: &Initiatives, luck: &Luck, runs: u32, seed: u64) -> Figure<Self> {
        check_runs(runs)?;
        let all = initiatives.all();
        let count = initiatives.count();
        let single = (0..count).map(|at| 1 << at);
        let others = (0..count).map(|at| all & !(1 << at));
        let mut sets: Vec<u32> = [0, all].into_iter().chain(single).chain(others).collect();
        sets.sort_unstable();
        sets.dedup();
        let blocks = u64::from(runs).div_ceil(LANES as u64);
        let work: u64 = sets.iter().map(|set| set_work(initiatives, *set)).sum();
        Ok(WorthSimulation {
            initiatives: initiatives.clone(),
            luck: luck.clone(),
            seed,
            runs,
            profits: vec![Vec::with_capacity(runs as usize); sets.len()],
            sets,
            block: None,
            done_runs: 0,
            progress: Progress { done: 0, of: blocks * work },
        })
    }

    /// Does at least `work` units of work, if that much is left. A million units take a few milliseconds.
    pub fn advance(&mut self, work: u64) -> Progress {
        let until = self.progress.done.saturating_add(work.max(1));
        while self.progress.done < until && self.done_runs < self.runs {
            self.progress.done += self.piece();
        }
        self.progress
    }

    /// Projects one set of initiatives in one block of runs.
    fn piece(&mut self) -> u64 {
        let first = self.done_runs;
        let block = self.block.get_or_insert_with(|| {
            let plan = &self.initiatives.plan;
            let score = |score: Score, lane: usize| score.at(self.seed, first + lane as u32);
            let drawn = plan.draw(|input, lane| score(self.luck.of(input), lane));
            let effects = plan.effects(&drawn, plan.retention_share);
            Block { drawn, effects, levers: self.initiatives.levers(score), done: 0 }
        });
        let set = self.sets[block.done];
        let setup = self.initiatives.setup(&block.levers, &block.drawn, &block.effects, set);
        let profit: Lanes<LANES> = Projector::run(setup, self.initiatives.plan.horizon()).profit();
        let count = LANES.min((self.runs - first) as usize);
        self.profits[block.done].extend(profit.numbers().iter().take(count));
        block.done += 1;
        if block.done == self.sets.len() {
            self.block = None;
            self.done_runs += count as u32;
        }
        set_work(&self.initiatives, set)
    }

    /// Does the rest of the work at once and returns the values of all runs.
    pub fn finish(mut self) -> WorthRanges {
        while self.done_runs < self.runs {
            self.advance(u64::MAX);
        }
        let count = self.initiatives.count();
        let places: BTreeMap<u32, usize> = self.sets.iter().zip(0..).map(|(set, at)| (*set, at)).collect();
        let of_set = |set: u32| places.get(&set).map_or(&[][..], |at| &self.profits[*at]);
        let worth = |set: u32| -> Vec<f64> {
            of_set(set).iter().zip(of_set(0)).map(|(with, without)| with - without).collect()
        };
        let alone: Vec<Vec<f64>> = (0..count).map(|at| worth(1 << at)).collect();
        let sum = |run: usize, left_out: Option<usize>| -> f64 {
            (0..count).filter(|at| Some(*at) != left_out).map(|at| alone[at][run]).sum()
        };
        let together = |direct: &[f64], left_out: Option<usize>| -> Vec<f64> {
            direct.iter().enumerate().map(|(run, direct)| direct.min(sum(run, left_out))).collect()
        };
        let direct = worth(self.initiatives.all());
        let combined = together(&direct, None);
        let marginal = |at: usize| {
            let others = together(&worth(self.initiatives.all() & !(1 << at)), Some(at));
            let added = combined.iter().zip(others).map(|(all, others)| all - others).collect();
            Runs::of(added, NoFigure::TooLarge)
        };
        let marginal = (0..count).map(marginal).collect();
        let runs = |worths: Vec<f64>| Runs::of(worths, NoFigure::TooLarge);
        WorthRanges {
            alone: alone.into_iter().map(runs).collect(),
            direct: runs(direct),
            combined: runs(combined),
            marginal,
        }
    }
}

/// Work of projecting a set of initiatives in a block of runs.
fn set_work(initiatives: &Initiatives, set: u32) -> u64 {
    (LANES as u64) * (u64::from(initiatives.plan.horizon()) << set.count_ones())
}
