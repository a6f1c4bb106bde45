//! From a friction to money: what an initiative is worth, and what a test of it could tell.

mod together;
mod trial;

pub use together::{CombinedWorth, Together, added};
pub use trial::{Test, Trial};

use orbita_economics::{
    Chance, CostFrom, Figure, Initiative as Stated, Initiatives, Luck, Missing, MonthlyPlan, NoFigure, Quantile, Runs,
    WorthSimulation, restated_cut,
};

use self::trial::trial;
use super::{SEED, plan};
use crate::model::quantity::InitiativeId;
use crate::model::scenario::{Initiative, Scenario};

/// Runs for one initiative: there may be many of them. Every figure shows the digits that they hold.
const RUNS: u32 = 4_000;

/// Why an initiative has no value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Unvalued {
    /// Nobody stated an effect, or a cost.
    Missing(Missing),
    /// It would take away more churn per period than there is, which is this.
    TakesMoreThan(f64),
    /// The figures do not allow it.
    NoFigure(NoFigure),
}

impl From<NoFigure> for Unvalued {
    fn from(why: NoFigure) -> Self {
        Unvalued::NoFigure(why)
    }
}

/// What an initiative adds to the profit of a scenario over its horizon, in today's money: those who join later gain too, and
/// its costs are taken off.
#[derive(Clone, Debug, PartialEq)]
pub struct Value {
    /// With what is likely.
    pub likely: f64,
    /// Its range and the share of runs in which it pays; `None` where nobody stated a range.
    pub range: Option<WorthRange>,
    /// What it costs over the horizon, with what is likely.
    pub cost: f64,
    /// Points of churn per period that it must take away to pay for itself, its other effects as they are.
    pub break_even: Figure,
    /// What a test of its effect on churn could tell; `None` where it changes no churn.
    pub test: Option<Figure<Trial>>,
    /// The horizon, in months.
    pub months: u16,
}

impl Value {
    /// The same with the range that was simulated.
    pub(super) fn with_range(self, simulation: WorthSimulation) -> Figure<Self> {
        Ok(Value { range: Some(WorthRange::of(&simulation.finish().direct)?), ..self })
    }

    /// The figure to show first, and to rank by: the median where there is a range, what is likely where there is none.
    pub fn first(&self) -> Quantile {
        self.range.map_or(Quantile { value: self.likely, digits: 15 }, |range| range.median)
    }

    /// P10 and P90, or what is likely twice.
    pub fn ends(&self) -> [Quantile; 2] {
        let likely = Quantile { value: self.likely, digits: 15 };
        self.range.map_or([likely, likely], |range| [range.low, range.high])
    }
}

/// The range of what an initiative is worth.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WorthRange {
    /// One run in ten is below.
    pub low: Quantile,
    /// Half of the runs.
    pub median: Quantile,
    /// One run in ten is above.
    pub high: Quantile,
    /// The share of runs in which it pays.
    pub pays: Chance,
}

impl WorthRange {
    /// That of a worth that was simulated.
    ///
    /// # Errors
    /// When no run has a figure.
    pub fn of(worth: &Runs) -> Figure<Self> {
        Ok(WorthRange {
            low: worth.quantile(0.1)?,
            median: worth.quantile(0.5)?,
            high: worth.quantile(0.9)?,
            pays: Chance::of(worth.share(|worth| worth > 0.0)),
        })
    }
}

/// An initiative as the engine takes it, per month; its points of churn are read at `churn` per period.
fn stated(id: InitiativeId, initiative: &Initiative, scenario: &Scenario, churn: f64) -> Stated {
    let of = plan::estimate;
    let per_period = Stated {
        luck: id.0,
        cost_once: of(&initiative.cost_once),
        cost_per_month: of(&initiative.cost_per_period),
        cost_from: if initiative.inside { CostFrom::RetentionBudget } else { CostFrom::OnTop },
        reach: of(&initiative.reach),
        churn_cut: of(&initiative.churn_cut),
        margin_gain: of(&initiative.margin_gain),
        new_clients: of(&initiative.won),
    };
    per_period.of_period(scenario.period.months().into(), churn)
}

/// Whether more churn per period is likely to be taken away than there is: churn would be negative.
fn takes_too_much(initiative: &Initiative, churn: f64) -> bool {
    initiative.churn_cut.likely() > churn + 1e-9
}

/// Values an initiative by itself, at once, in the only scenario of a project.
///
/// # Errors
/// [`Unvalued::Missing`] where nobody stated an effect or a cost: nothing typed, nothing valued. [`Unvalued::TakesMoreThan`] where
/// there is not as much churn.
pub fn value(
    id: InitiativeId,
    initiative: &Initiative,
    scenario: &Scenario,
    drawn: &(MonthlyPlan, Luck),
    test: Test,
) -> Result<Value, Unvalued> {
    let churn = scenario.churn_in_force();
    let (value, simulation) = without_range(id, initiative, scenario, churn, drawn, test)?;
    Ok(match simulation {
        Some(simulation) => value.with_range(simulation)?,
        None => value,
    })
}

/// The same, with the range where one is stated still to be simulated, and points of churn [read](crate::model::Engagement::churn_of_points) at
/// `churn` per period.
pub(super) fn without_range(
    id: InitiativeId,
    initiative: &Initiative,
    scenario: &Scenario,
    churn: f64,
    (plan, luck): &(MonthlyPlan, Luck),
    test: Test,
) -> Result<(Value, Option<WorthSimulation>), Unvalued> {
    let stated = stated(id, initiative, scenario, churn);
    if let Some(missing) = stated.missing() {
        return Err(Unvalued::Missing(missing));
    }
    if takes_too_much(initiative, churn) {
        return Err(Unvalued::TakesMoreThan(churn));
    }
    let alone = Initiatives::new(plan, &[stated])?;
    let likely = alone.likely()?;
    let costs =
        Stated { cost_once: stated.cost_once, cost_per_month: stated.cost_per_month, ..Stated::nothing(stated.luck) };
    let cost = -Initiatives::new(plan, &[costs])?.likely()?.direct;
    let months = scenario.period.months().into();
    let churn = plan::in_month(scenario, churn);
    let simulation = alone.has_range().then(|| WorthSimulation::new(&alone, luck, RUNS, SEED)).transpose()?;
    let value = Value {
        likely: likely.direct,
        range: None,
        cost,
        break_even: alone.break_even_cut(0).map(|cut| restated_cut(churn, cut, 1, months)),
        test: (stated.churn_cut.likely != 0.0).then(|| trial(scenario, plan, &stated, likely.lowest_churn, test)),
        months: scenario.horizon,
    };
    Ok((value, simulation))
}
