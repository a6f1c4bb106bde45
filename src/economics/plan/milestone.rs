//! What a plan foretells for the ends of some months, in figures that can be counted when they come.

use super::luck::Luck;
use super::monthly::{Drawn, MonthlyPlan};
use super::projector::Projector;
use super::setup::Setup;
use super::{Effects, Input, Run};
use crate::draw::{Runs, check_runs};
use crate::figure::{Figure, NoFigure, figure, money};
use crate::lanes::Lanes;

/// Runs projected together.
const LANES: usize = 16;

/// What can be counted at the end of a month. Money is not discounted.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Milestone {
    /// The month, from 1.
    pub month: u32,
    /// Clients after its churn.
    pub clients: f64,
    /// What these clients pay a month, at the prices of that month.
    pub revenue: f64,
    /// Profit since the start after all spending, as cash (F84). Fixed costs are not in it.
    pub cash: f64,
    /// Share of the clients of today who are still there.
    pub kept: f64,
}

/// The same, run by run.
#[derive(Debug, Clone)]
pub struct MilestoneRuns {
    /// The month, from 1.
    pub month: u32,
    /// As [`Milestone::clients`].
    pub clients: Runs,
    /// As [`Milestone::revenue`].
    pub revenue: Runs,
    /// As [`Milestone::cash`].
    pub cash: Runs,
}

/// Tells at the end of each of some months: its place among them, clients, revenue, cash and, where it is followed, the share kept.
/// Months past the horizon are left out.
fn count<const L: usize>(
    plan: &MonthlyPlan,
    drawn: &Drawn<L>,
    effects: &Effects<L>,
    (months, follows_kept): (&[u32], bool),
    mut tell: impl FnMut(usize, [Lanes<L>; 4]),
) {
    let last = months.iter().copied().max().unwrap_or(0).min(plan.horizon);
    let setup = Setup { discount: Lanes::ZERO, ..plan.setup(drawn, effects) };
    let mut projector = Projector::new(setup);
    if !follows_kept {
        projector = projector.without_kept();
    }
    for month in 1..=last {
        // Without a discount rate it is what growth makes of 1.
        let price = projector.earned * drawn.of(Input::Revenue);
        let cash = projector.step();
        for at in (0..months.len()).filter(|at| months[*at] == month) {
            let clients = projector.clients();
            tell(at, [clients, clients * price, cash, projector.kept()]);
        }
    }
}

impl Run<'_> {
    /// What the plan comes to at the ends of some months, in their order. Months past the horizon are left out.
    ///
    /// # Errors
    /// [`TooLarge`](NoFigure::TooLarge).
    pub fn milestones(&self, months: &[u32]) -> Figure<Vec<Milestone>> {
        let mut told = vec![None; months.len()];
        count(self.plan, &self.drawn, &self.effects, (months, true), |at, counted| {
            told[at] = Some((months[at], counted.map(Lanes::only)));
        });
        let milestone = |(month, [clients, revenue, cash, kept]): (u32, [f64; 4])| {
            let (clients, kept) = (figure(clients)?, figure(kept)?);
            Ok(Milestone { month, clients, revenue: money(revenue)?, cash: money(cash)?, kept })
        };
        told.into_iter().flatten().map(milestone).collect()
    }
}

impl MonthlyPlan {
    /// Simulates what the plan comes to at the ends of some months, in their order. Months past the horizon are left out. It is
    /// done at once: some thousand runs of some years take milliseconds.
    ///
    /// # Errors
    /// From 1 to 1,000,000 runs.
    pub fn milestone_runs(&self, luck: &Luck, months: &[u32], runs: u32, seed: u64) -> Figure<Vec<MilestoneRuns>> {
        check_runs(runs)?;
        let runs = runs as usize;
        let within: Vec<u32> = months.iter().copied().filter(|month| (1..=self.horizon).contains(month)).collect();
        let mut values = vec![[const { Vec::new() }; 3]; within.len()];
        for first in (0..runs).step_by(LANES) {
            let drawn = self.draw::<LANES>(|input, lane| luck.of(input).at(seed, (first + lane) as u32));
            let effects = self.effects(&drawn, self.retention_share);
            let there = LANES.min(runs - first);
            // Of the four the last is not asked for.
            count(self, &drawn, &effects, (&within, false), |at, counted| {
                for (values, counted) in values[at].iter_mut().zip(&counted) {
                    values.extend_from_slice(&counted.numbers()[..there]);
                }
            });
        }
        let milestone = |(month, [clients, revenue, cash]): (u32, [Vec<f64>; 3])| {
            let of = |values| Runs::of(values, NoFigure::TooLarge);
            MilestoneRuns { month, clients: of(clients), revenue: of(revenue), cash: of(cash) }
        };
        Ok(within.into_iter().zip(values).map(milestone).collect())
    }

    /// Whether any input is a range.
    pub fn has_ranges(&self) -> bool {
        Input::ALL.into_iter().any(|input| self.is_range(input))
    }
}
