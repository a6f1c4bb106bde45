//! A scenario as the engine takes it.

use orbita_economics::former::{Scenario as Plan, Uncertain};
use orbita_economics::{Figure, Response, TodaysPoint, period_rate};

use crate::model::amount::Estimate;
use crate::model::scenario::{Quantity, Scenario};

/// The budget as it works: what churn and the CAC become with what is spent.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Effect {
    /// Spent on keeping per period.
    pub keep: f64,
    /// Spent on winning per period.
    pub win: f64,
    /// Churn per period.
    pub churn: f64,
    /// Cost to acquire a client, on average.
    pub cac: f64,
    /// Cost of one client more, where spending follows a curve.
    pub marginal_cac: Option<f64>,
}

/// What the likely budget does. Where nobody said what spending does, churn and CAC are those stated.
///
/// # Errors
/// When the answers about spending contradict each other, such as a churn today below the best one.
pub fn effect(scenario: &Scenario) -> Figure<Effect> {
    let budget = scenario.budget.likely();
    let keep = budget * scenario.keep.get();
    let win = budget - keep;
    let (churn, cac) = (scenario.churn.likely(), scenario.cac.likely());
    let stated = Effect { keep, win, churn, cac, marginal_cac: None };
    let Some((kept, won)) = responses(scenario)? else { return Ok(stated) };
    let clients = scenario.clients.likely().max(1.0);
    let churn = 1.0 - kept.rate(keep / clients)?;
    if win <= 0.0 {
        return Ok(Effect { churn, ..stated });
    }
    let spent = per_prospect(scenario, win);
    Ok(Effect { churn, cac: won.average_cost(spent)?, marginal_cac: Some(won.marginal_cost(spent)?), ..stated })
}

/// What spending per head does to retention and to the share of prospects won; `None` where nobody said it.
///
/// # Errors
/// As [`effect`].
pub fn responses(scenario: &Scenario) -> Figure<Option<(Response, Response)>> {
    let Some(answers) = scenario.response else { return Ok(None) };
    let kept = Response::through(&TodaysPoint {
        spending: answers.keep_today.get() / scenario.clients.likely().max(1.0),
        rate: 1.0 - scenario.churn.likely(),
        ceiling: 1.0 - answers.churn_best.get(),
        floor: 1.0 - answers.churn_idle.get(),
    })?;
    let most = prospects(scenario);
    let won = Response::through(&TodaysPoint {
        spending: answers.win_today.get() / most,
        rate: answers.win_today.get() / scenario.cac.likely() / most,
        ceiling: 1.0,
        floor: 0.0,
    })?;
    Ok(Some((kept, won)))
}

/// What is spent on winning, for each of those who could be won.
pub(super) fn per_prospect(scenario: &Scenario, win: f64) -> f64 {
    win / prospects(scenario)
}

/// Those who could be won per period: the most that the market gives, all of them at any price.
fn prospects(scenario: &Scenario) -> f64 {
    scenario.response.map_or(0.0, |answers| answers.won_most.get()).max(1e-9)
}

/// The scenario with its ranges, per period, after what the budget does. A range of churn or CAC moves with its likely value.
///
/// # Errors
/// As [`effect`], and for rates that cannot be converted.
pub fn ranged(scenario: &Scenario) -> Figure<Plan<Uncertain>> {
    let Effect { churn, cac, .. } = effect(scenario)?;
    let (share, year) = (scenario.keep.get(), per_year(scenario));
    let part = |share: f64| spread(scenario.budget.numbers().map(|budget| budget * share));
    let yearly = |quantity: Quantity| -> Figure<Uncertain> {
        let [low, likely, high] = scenario.quantity(quantity).numbers().map(|rate| period_rate(rate, year));
        Ok(spread([low?, likely?, high?]))
    };
    let uncertain = |estimate: Option<Estimate>| spread(estimate.unwrap_or_default().numbers());
    Ok(Plan {
        clients: spread(scenario.clients.numbers()),
        revenue: spread(scenario.revenue.numbers()),
        gross_margin: spread(scenario.margin.numbers()),
        churn: uncertain(moved(scenario, Quantity::Churn, churn)),
        cac: uncertain(moved(scenario, Quantity::Cac, cac)),
        one_off: spread(scenario.one_off.numbers()),
        one_off_periods: u32::from(scenario.one_off_months.div_ceil(scenario.period.months())),
        win_budget: part(1.0 - share),
        keep_budget: part(share),
        growth: yearly(Quantity::Growth)?,
        discount: yearly(Quantity::Discount)?,
    })
}

/// A stated estimate with its range around another likely number; `None` when that is not allowed.
pub(super) fn moved(scenario: &Scenario, quantity: Quantity, likely: f64) -> Option<Estimate> {
    let bounds = quantity.bounds();
    scenario.quantity(quantity).around(likely, bounds.least, bounds.most)
}

/// The scenario with what is likely alone.
///
/// # Errors
/// As [`ranged`].
pub fn likely(scenario: &Scenario) -> Figure<Plan> {
    ranged(scenario)?.map(Uncertain::central)
}

/// Periods a year.
pub fn per_year(scenario: &Scenario) -> f64 {
    12.0 / f64::from(scenario.period.months())
}

/// What the engine draws from for low, likely and high.
pub(super) fn spread([low, likely, high]: [f64; 3]) -> Uncertain {
    if low < high { Uncertain::Triangular { low, likely, high } } else { Uncertain::Fixed(likely) }
}
