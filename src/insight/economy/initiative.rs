//! From a friction to money: what an initiative is worth, and whether its effect could ever be seen.

use orbita_economics::former::{Initiative as Action, Uncertain, Worth, simulate};
use orbita_economics::{Band, Detection, Figure, Stream, churn_over};

use super::{SEED, plan};
use crate::model::scenario::{Initiative, Lever, Scenario};

/// Runs for one initiative: there may be many of them.
const RUNS: u32 = 2_000;

/// What an initiative is worth to the clients of a scenario over its horizon, in money of today.
#[derive(Clone, Debug, PartialEq)]
pub struct Value {
    /// With what is likely.
    pub likely: Worth,
    /// What it brings less what it costs, P10 to P90.
    pub net: Band,
    /// What it brings, P10 to P90.
    pub gain: Band,
    /// The chance that it pays.
    pub pays: f64,
    /// Points of churn per period that it must take away to pay for itself, its other effects as they are.
    pub break_even: Figure,
    /// Clients whom it reaches.
    pub reached: f64,
    /// Clients needed in each of two groups, reached and not, to see its effect on the share kept after twelve months; an
    /// error when there are too few.
    pub seen: Figure,
    /// Years of the horizon.
    pub years: f64,
}

impl Value {
    /// The net worth a year.
    pub fn per_year(&self) -> f64 {
        self.likely.net / self.years
    }

    /// The net worth a year, P10 and P90.
    pub fn range_per_year(&self) -> [f64; 2] {
        [self.net.p10, self.net.p90].map(|net| net / self.years)
    }
}

/// Values an initiative.
///
/// # Errors
/// When the scenario or the initiative holds what the engine does not take.
pub fn value(initiative: &Initiative, scenario: &Scenario) -> Figure<Value> {
    let ranged = plan::ranged(scenario)?;
    let likely = ranged.map(Uncertain::central)?;
    let (periods, stream) = (scenario.periods(), likely.stream());
    let central = Lever::ALL.map(|lever| initiative.lever(lever).likely());
    let action = action(&central, likely.clients, &stream);
    let worth = action.worth(&stream, periods)?;

    let mut inputs = Lever::ALL.map(|lever| plan::spread(initiative.lever(lever).numbers())).to_vec();
    inputs.extend([ranged.clients, ranged.revenue, ranged.gross_margin, ranged.churn]);
    let outcome = |point: &[f64]| -> Figure<Worth> {
        let [levers @ .., clients, revenue, margin, churn] = point else { return Ok(worth) };
        let stream = Stream { margin: revenue * margin, retention: 1.0 - churn, ..stream };
        self::action(levers, *clients, &stream).worth(&stream, periods)
    };
    let net = simulate(&inputs, RUNS, SEED, |point| outcome(point).map(|worth| worth.net))?;
    let gain = simulate(&inputs, RUNS, SEED, |point| outcome(point).map(|worth| worth.gain))?;
    Ok(Value {
        likely: worth,
        net: net.range()?,
        gain: gain.range()?,
        pays: net.chance(|net| net >= 0.0),
        break_even: action.break_even_gain(&stream, periods),
        reached: action.reached,
        seen: seen(&action, &stream, plan::per_year(scenario)),
        years: f64::from(scenario.horizon) / 12.0,
    })
}

/// The engine's action of levers in the order of [`Lever::ALL`]. Churn is never cut below nothing, nor raised above all.
fn action(levers: &[f64], clients: f64, stream: &Stream) -> Action {
    let [cost_once, cost_per_period, reach, churn_cut, margin_gain, won] =
        std::array::from_fn(|at| levers.get(at).copied().unwrap_or(0.0));
    Action {
        cost_once,
        cost_per_period,
        reached: reach * clients,
        retention_gain: churn_cut.clamp(-stream.retention, 1.0 - stream.retention),
        margin_gain: margin_gain.max(-stream.margin),
        won_per_period: won,
    }
}

fn seen(action: &Action, stream: &Stream, year: f64) -> Figure {
    let kept = |retention: f64| churn_over(1.0 - retention, year).map(|churn| 1.0 - churn);
    let (before, after) = (kept(stream.retention)?, kept(stream.retention + action.retention_gain)?);
    // A cast of what is too large gives the largest count there is.
    let per_group = (action.reached / 2.0).floor() as u32;
    Detection { significance: 0.05, power: 0.8 }.seen_with(before, after, per_group)
}
