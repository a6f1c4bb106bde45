//! What a scenario comes to: the figures of the strip, the curves, and how far they can be trusted.

use orbita_economics::former::{Paths, Projection, simulate_paths};
use orbita_economics::{Band, Figure, Timing, churn_over, ltv_to_cac, payback};

use super::plan::{self, Effect};
use super::{RUNS, SEED};
use crate::model::scenario::Scenario;

/// The figures of a scenario, from what is likely.
#[derive(Clone, Debug, PartialEq)]
pub struct Figures {
    /// What its budget does.
    pub effect: Effect,
    /// Clients, share kept and profit, period by period.
    pub projection: Projection,
    /// Share of the clients of today who are there after twelve months.
    pub kept_year: f64,
    /// Margin per client and period.
    pub margin: f64,
    /// Value of a client just won, the first payment now: the ceiling for the CAC.
    pub ltv: Figure,
    /// LTV over CAC.
    pub ltv_to_cac: Figure,
    /// Clients won a year.
    pub won_year: f64,
    /// After how many months an average client has paid back the CAC.
    pub payback: Figure,
    /// Profit over the horizon, in money of today.
    pub profit: f64,
    /// Clients at the end of the horizon.
    pub clients: f64,
}

/// Reckons a scenario with what is likely.
///
/// # Errors
/// When an input is not one the engine takes, or a figure grows too large.
pub fn figures(scenario: &Scenario) -> Figure<Figures> {
    let effect = plan::effect(scenario)?;
    let likely = plan::likely(scenario)?;
    let projection = likely.project(scenario.periods())?;
    let year = plan::per_year(scenario);
    let stream = likely.stream();
    let ltv = stream.value(Timing::Immediate);
    let last = |list: &[f64]| list.last().copied().unwrap_or(0.0);
    Ok(Figures {
        effect,
        kept_year: 1.0 - churn_over(effect.churn, year)?,
        margin: stream.margin,
        ltv,
        ltv_to_cac: ltv.and_then(|ltv| ltv_to_cac(ltv, effect.cac)),
        won_year: projection.won * year,
        payback: payback(&stream, effect.cac).map(|periods| periods * f64::from(scenario.period.months())),
        profit: last(&projection.profit),
        clients: last(&projection.clients),
        projection,
    })
}

/// The simulation of a scenario: ranges of profit and of the share kept, period by period.
///
/// # Errors
/// As [`figures`].
pub fn ranges(scenario: &Scenario) -> Figure<Paths> {
    simulate_paths(&plan::ranged(scenario)?, scenario.periods(), RUNS, SEED)
}

/// The range of the share kept after twelve months, or at the end of a shorter horizon.
pub fn kept_year(paths: &Paths, scenario: &Scenario) -> Option<Band> {
    let year = usize::from(12 / scenario.period.months());
    paths.kept.get(year).or(paths.kept.last()).copied()
}
