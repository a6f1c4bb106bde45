//! What a scenario comes to: the figures of the strip, the curves, and how far they can be trusted.

use orbita_economics::{
    ClientFigures, Figure, LowestCash, Luck, MonthlyPlan, NoFigure, Projection, Ranges, RetentionCosts, Simulation,
    Statement, WithTerminalValue,
};

use super::plan::{self, Effect};
use super::{RUNS, SEED};
use crate::model::scenario::Scenario;

/// The figures of a scenario, from what is likely.
#[derive(Clone, Debug, PartialEq)]
pub struct Figures {
    /// What its budget does.
    pub effect: Effect,
    /// Clients, share kept and profit, month by month.
    pub projection: Projection,
    /// Share of the clients of today who are there after twelve months.
    pub kept_year: Figure,
    /// Margin per client and month, before what is spent on keeping.
    pub margin: f64,
    /// LTV, LTV : CAC and payback of a client just won, net of what is spent on keeping and gross.
    pub client: ClientFigures,
    /// Clients won a year.
    pub won_year: f64,
    /// Profit over the horizon in today's money, without and with the clients left at its end.
    pub worth: WithTerminalValue,
    /// What keeping a client costs.
    pub costs: RetentionCosts,
    /// The month with the least money, not discounted.
    pub lowest_cash: LowestCash,
    /// Discount rate and growth of the revenue per month.
    pub monthly: (f64, f64),
}

/// Computes a scenario with what is likely.
///
/// # Errors
/// When an input is not one the engine takes, or a figure grows too large.
pub fn figures(scenario: &Scenario) -> Figure<Figures> {
    let plan = plan::plan(scenario)?;
    let run = plan.likely();
    let projection = run.project()?;
    let effect = plan::effect_of(scenario, &plan);
    let monthly = |input| plan.estimate(input).map_or(0.0, |estimate| estimate.likely);
    Ok(Figures {
        effect,
        kept_year: kept_after_a_year(scenario, &projection),
        margin: run.margin(),
        client: of_won(of_there(run.client_figures()?, scenario, effect.keep), effect.won_month),
        won_year: effect.won_month * 12.0,
        worth: run.with_terminal_value()?,
        costs: run.retention_costs(),
        lowest_cash: run.lowest_cash()?,
        monthly: (monthly(orbita_economics::Input::Discount), monthly(orbita_economics::Input::Growth)),
        projection,
    })
}

/// Where nobody is won, there is no cost of winning that a client could earn back.
fn of_won(client: ClientFigures, won: f64) -> ClientFigures {
    if won > 0.0 {
        return client;
    }
    let (ratio, payback) = (Err(NoFigure::NobodyWon), Err(NoFigure::NobodyWon));
    ClientFigures { ratio_gross: ratio, ratio_net: ratio, payback_gross: payback, payback_net: payback, ..client }
}

/// Where nobody is there, nothing says what keeping a client costs.
fn of_there(client: ClientFigures, scenario: &Scenario, keep: f64) -> ClientFigures {
    if scenario.has_one_client() || keep == 0.0 {
        return client;
    }
    let none = NoFigure::NobodyThere;
    ClientFigures { ltv_net: Err(none), ratio_net: Err(none), payback_net: Err(none), ..client }
}

fn kept_after_a_year(scenario: &Scenario, projection: &Projection) -> Figure {
    if !scenario.has_clients() {
        return Err(NoFigure::NobodyThere);
    }
    if let Some(kept) = projection.kept.get(12) {
        return Ok(*kept);
    }
    let longer = MonthlyPlan::of(&Statement { horizon: 12, ..plan::statement(scenario) })?;
    let kept = longer.likely().project()?.kept;
    Ok(kept.last().copied().unwrap_or(1.0))
}

impl Figures {
    /// Profit over the horizon, in today's money.
    pub fn profit(&self) -> f64 {
        self.worth.profit
    }
}

/// The simulation of a scenario, ready to be advanced in slices.
///
/// # Errors
/// When there would be too many months of runs.
pub fn simulation(plan: &MonthlyPlan, luck: &Luck) -> Figure<Simulation> {
    // A long look ahead takes fewer runs; every figure shows the digits that its runs hold.
    let most = MOST_RUN_MONTHS / plan.horizon().max(1);
    Simulation::new(plan, luck, RUNS.min(most), SEED)
}

/// So many months of runs take about a second on a slow machine.
const MOST_RUN_MONTHS: u32 = 6_000_000;

/// The simulations of several scenarios, in their order.
pub fn ranges<'a>(scenarios: impl IntoIterator<Item = &'a Scenario>) -> Vec<Figure<Ranges>> {
    plan::draws(scenarios)
        .into_iter()
        .map(|drawn| drawn.and_then(|(plan, luck)| simulation(&plan, &luck)?.finish()))
        .collect()
}
