//! What moves the result: one input at a time, low and high.

use orbita_economics::former::Scenario as Plan;
use orbita_economics::{Bar, Figure, Swing, tornado};

use super::plan;
use crate::model::amount::Estimate;
use crate::model::scenario::{Quantity, Scenario};

/// How far an input without a range is moved, as a share of itself.
pub const STEP: f64 = 0.1;

/// An input with its bar.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moved {
    /// The input.
    pub quantity: Quantity,
    /// Its low and its high end.
    pub ends: (f64, f64),
    /// Whether the ends are those of a stated range, or [`STEP`] around an exact number.
    pub stated: bool,
    /// The profit over the horizon at both ends.
    pub bar: Bar,
}

/// The inputs of a scenario by how much they move the profit over the horizon, the strongest first; those that do not move
/// it are left out. Churn and CAC are moved around what the budget makes of them, as in the ranges of [`plan::ranged`].
///
/// # Errors
/// As [`plan::effect`].
pub fn moved(scenario: &Scenario) -> Figure<Vec<Moved>> {
    let effect = plan::effect(scenario)?;
    let swings = Quantity::ALL.map(|quantity| {
        let follows = match quantity {
            Quantity::Churn => plan::moved(scenario, quantity, effect.churn),
            Quantity::Cac => plan::moved(scenario, quantity, effect.cac),
            _ => None,
        };
        swing(quantity, follows.unwrap_or(*scenario.quantity(quantity)))
    });
    let profit = |point: &[f64]| {
        let mut tried = scenario.clone();
        let (mut churn, mut cac) = (None, None);
        for ((quantity, number), swing) in Quantity::ALL.into_iter().zip(point).zip(&swings) {
            match quantity {
                // The curves run through what is stated: moved there, they would move with it.
                Quantity::Churn => churn = Some(*number).filter(|number| *number != swing.base),
                Quantity::Cac => cac = Some(*number).filter(|number| *number != swing.base),
                _ => *tried.quantity_mut(quantity) = Estimate::exact(*number).unwrap_or_default(),
            }
        }
        let plan = plan::likely(&tried)?;
        let plan = Plan { churn: churn.unwrap_or(plan.churn), cac: cac.unwrap_or(plan.cac), ..plan };
        Ok(plan.project(scenario.periods())?.profit.last().copied().unwrap_or(0.0))
    };
    let bars = tornado(&swings, profit)?.into_iter().filter_map(|bar| {
        let (quantity, swing) = (*Quantity::ALL.get(bar.input)?, swings.get(bar.input)?);
        let stated = scenario.quantity(quantity).ends().is_some();
        (bar.length() != Ok(0.0)).then_some(Moved { quantity, ends: (swing.low, swing.high), stated, bar })
    });
    Ok(bars.collect())
}

fn swing(quantity: Quantity, estimate: Estimate) -> Swing {
    let bounds = quantity.bounds();
    let base = estimate.likely();
    let (low, high) = estimate.ends().unwrap_or_else(|| {
        let (one, other) = (base * (1.0 - STEP), base * (1.0 + STEP));
        (one.min(other).max(bounds.least), one.max(other).min(bounds.most))
    });
    Swing { low: low.min(base), base, high: high.max(base) }
}
