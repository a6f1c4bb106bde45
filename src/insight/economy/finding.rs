//! What is said first: one scenario against another, or a scenario by itself.

use orbita_economics::former::Paths;
use orbita_economics::{Band, Figure, overtakes};

use super::figures::Figures;
use crate::model::scenario::{Quantity, Scenario};

/// The finding about a scenario, as data for a sentence.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Finding {
    /// Profit over the horizon, or how much of it lies above the other scenario's.
    pub amount: f64,
    /// Its range, P10 to P90, once it is simulated.
    pub range: Option<Band>,
    /// The chance to lie above zero, or above the other scenario.
    pub chance: Option<f64>,
    /// Whether another scenario is compared with.
    pub compared: bool,
    /// Money a year that goes into keeping beside the other scenario's, when the split is all that differs in the budget.
    pub moved: Option<f64>,
    /// After how many months the profit overtakes the other scenario's.
    pub overtakes: Option<f64>,
}

impl Finding {
    /// Whether the range says which side of zero the amount lies on.
    pub fn is_settled(&self) -> bool {
        self.range.is_none_or(|range| range.p10 > 0.0 || range.p90 < 0.0)
    }
}

/// A scenario with its figures and, once there, its simulation.
#[derive(Clone, Copy)]
pub struct Case<'a> {
    /// What was stated.
    pub scenario: &'a Scenario,
    /// What it comes to.
    pub figures: &'a Figures,
    /// Its ranges.
    pub paths: Option<&'a Paths>,
}

/// What there is to say of a scenario, against `other` if there is one.
pub fn finding(case: Case, other: Option<Case>) -> Finding {
    let Some(other) = other else {
        let paths = case.paths;
        return Finding {
            amount: case.figures.profit,
            range: paths.and_then(|paths| paths.profit.last().copied()),
            chance: paths.map(|paths| paths.at_end.chance(|profit| profit >= 0.0)),
            compared: false,
            moved: None,
            overtakes: None,
        };
    };
    let both = case.paths.zip(other.paths);
    let range = both.map(|(one, two)| one.at_end.minus(&two.at_end).and_then(|difference| difference.range()));
    let chance = both.map(|(one, two)| one.at_end.chance_of_beating(&two.at_end));
    Finding {
        amount: case.figures.profit - other.figures.profit,
        range: range.and_then(Figure::ok),
        chance: chance.and_then(Figure::ok),
        compared: true,
        moved: moved(case.scenario, other.scenario),
        overtakes: crossing(case, other),
    }
}

/// Money a year that goes into keeping, more than in the other scenario; `None` where anything but the split, and what it costs
/// once, differs: then the split is not what made the difference.
fn moved(one: &Scenario, other: &Scenario) -> Option<f64> {
    let differences = differences(one, other);
    let once = [Difference::Split, Difference::Quantity(Quantity::OneOff), Difference::OneOffMonths];
    if !differences.contains(&Difference::Split) || !differences.iter().all(|one| once.contains(one)) {
        return None;
    }
    Some((one.keep.get() - other.keep.get()) * one.budget.likely() * super::plan::per_year(one))
}

/// In which month the profit of one overtakes that of the other; the horizons may differ.
fn crossing(one: Case, other: Case) -> Option<f64> {
    let periods = overtakes(&one.figures.projection.profit, &other.figures.projection.profit)?;
    Some(periods * f64::from(one.scenario.period.months()))
}

/// An input that two scenarios state differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Difference {
    /// An estimate.
    Quantity(Quantity),
    /// The split of the budget.
    Split,
    /// Over how many months the one-off cost is spread.
    OneOffMonths,
    /// What spending does.
    Response,
    /// How far to look.
    Horizon,
}

/// What two scenarios state differently, in the order in which people are asked.
pub fn differences(one: &Scenario, other: &Scenario) -> Vec<Difference> {
    let quantities = Quantity::ALL.into_iter().filter(|&q| one.quantity(q) != other.quantity(q));
    let others = [
        (one.keep != other.keep, Difference::Split),
        (one.one_off_months != other.one_off_months && one.one_off.likely() > 0.0, Difference::OneOffMonths),
        (one.response != other.response, Difference::Response),
        (one.horizon != other.horizon, Difference::Horizon),
    ];
    let others = others.into_iter().filter_map(|(differs, difference)| differs.then_some(difference));
    quantities.map(Difference::Quantity).chain(others).collect()
}
