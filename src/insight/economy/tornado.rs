//! What moves the result: one input at a time, low and high.

use orbita_economics::{Figure, Luck, MonthlyPlan, TornadoBar};

use super::answers::{self, Stop};
use super::plan;
use crate::model::scenario::{Answer, Input, Scenario};

/// How far an input without a range is moved, as a share of itself.
pub const STEP: f64 = 0.1;

/// An input with its bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Moved {
    /// The input.
    pub input: Input,
    /// Inputs that move with it.
    pub with: Vec<Input>,
    /// Its low and its high end, in the terms of the scenario.
    pub ends: (f64, f64),
    /// The answers about spending that an end stops at: beyond, no number agrees with them, and a number that is typed there has no
    /// figures either.
    pub stops: (Option<Answer>, Option<Answer>),
    /// Whether the ends are those of a stated range, or [`STEP`] around an exact number.
    pub stated: bool,
    /// The profit over the horizon with the input at its low end, all others as is likely.
    pub at_low: Figure,
    /// The same at its high end.
    pub at_high: Figure,
}

impl Moved {
    /// How much it moves the profit.
    ///
    /// # Errors
    /// That of an end.
    pub fn length(&self) -> Figure {
        Ok((self.at_high? - self.at_low?).abs())
    }
}

/// The inputs of a scenario by how much they move the profit over the horizon, the strongest first, the five answers about
/// spending among them; those that do not move it are left out. Everything goes the way of a simulated run: churn and CAC
/// follow a budget that is moved (F54). No end lies where the slider of its input could not go.
///
/// # Errors
/// As [`MonthlyPlan::tornado`].
pub fn moved(scenario: &Scenario, plan: &MonthlyPlan, luck: &Luck) -> Figure<Vec<Moved>> {
    let period = u32::from(scenario.period.months());
    let monthly = |of: orbita_economics::Input, stop: Stop| of.measure().restated(stop.at, period, 1);
    let held = |of| plan::input(of).map_or((None, None), |input| answers::held(scenario, input));
    let within = |of| {
        let (below, above) = held(of);
        let least = below.map_or(f64::NEG_INFINITY, |stop| monthly(of, stop));
        (least, above.map_or(f64::INFINITY, |stop| monthly(of, stop)))
    };
    let ours = |bar: TornadoBar| {
        let TornadoBar { input, with, low, high, stated, at_low, at_high } = bar;
        let ends = [low, high].map(|end| plan::in_period(scenario, input, end));
        let (below, above) = held(input);
        let stopped =
            |stop: Option<Stop>, end: f64| stop.filter(|stop| monthly(input, *stop) == end).map(|stop| stop.answer);
        let stops = (stopped(below, low), stopped(above, high));
        let with = with.into_iter().filter_map(plan::input).collect();
        Some(Moved { input: plan::input(input)?, with, ends: (ends[0], ends[1]), stops, stated, at_low, at_high })
    };
    let bars = plan.tornado_within(luck, Some(STEP), within)?.into_iter().filter_map(ours);
    Ok(bars.filter(|bar| bar.length() != Ok(0.0)).collect())
}
