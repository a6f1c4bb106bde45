//! What is said first: one scenario against another, or a scenario by itself.

use orbita_economics::{Chance, Comparison, Decision, Figure, Quantile, Ranges, overtakes};

use super::figures::Figures;
use super::plan;
use crate::model::quantity::InitiativeId;
use crate::model::scenario::{Answer, Input, Quantity, Scenario};

/// The finding about a scenario, as data for a sentence.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Finding {
    /// Profit over the horizon, or how much of it lies above the other scenario's: the median of the simulation; from what is likely
    /// while there is none.
    pub amount: Quantile,
    /// How far it can be trusted.
    pub spread: Spread,
    /// Whether another scenario is compared with.
    pub compared: bool,
    /// What goes into keeping beside the other scenario's, when the split is all that differs in the budget.
    pub moved: Option<Moved>,
    /// After how many months the profit overtakes the other scenario's, from what is likely.
    pub overtakes: Option<f64>,
    /// What the clients left at the horizon make of it, from what is likely.
    pub left: Option<Left>,
    /// The amount from the likely numbers alone.
    pub likely: f64,
    /// Whether the two scenarios that are compared state the same.
    pub stated_alike: bool,
}

/// Money that goes into keeping in one scenario and not in the other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moved {
    /// The sum for each period of the scenario, as its budget is stated, with the clients of today; below zero where it goes
    /// into winning.
    pub sum: f64,
    /// Whether what is spent on keeping follows the number of clients, so that the sum is that of today only.
    pub follows_clients: bool,
    /// What is spent once and not in the other scenario, where that makes more than half of the amount: then the split alone did
    /// not make it.
    pub once: Option<f64>,
}

/// The range of an amount.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Spread {
    /// It is not simulated yet.
    Waiting,
    /// Nobody stated a range, so there is none.
    NoRanges,
    /// It is simulated.
    Range {
        /// One run in ten is below.
        low: Quantile,
        /// One run in ten is above.
        high: Quantile,
        /// The share of runs above zero, or in which this scenario is strictly ahead.
        chance: Chance,
    },
}

/// The amount with the value of the clients left at the horizon (F64).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Left {
    /// Without them.
    pub without: f64,
    /// With them.
    pub with: Figure,
    /// Whether they decide which scenario is ahead: the signs of the two differ.
    pub decides: bool,
}

/// A figure from what is likely: all of its digits hold.
fn whole(value: f64) -> Quantile {
    Quantile { value, digits: 15 }
}

impl Finding {
    /// Whether the two scenarios that are compared come to the same in every run. Those that state the same do, whatever the last
    /// digits of their numbers.
    pub fn is_same(&self) -> bool {
        self.compared && (self.stated_alike || self.is_zero())
    }

    /// Whether the scenario comes to nothing in every run: there is neither a profit nor a chance of one.
    pub fn is_nothing(&self) -> bool {
        !self.compared && self.is_zero()
    }

    fn is_zero(&self) -> bool {
        let ends = match self.spread {
            Spread::Range { low, high, .. } => low.value == 0.0 && high.value == 0.0,
            Spread::Waiting | Spread::NoRanges => true,
        };
        self.amount.value == 0.0 && self.likely == 0.0 && ends
    }

    /// Whether the range says which side of zero the amount lies on.
    pub fn is_settled(&self) -> bool {
        match self.spread {
            Spread::Range { low, high, .. } => low.value > 0.0 || high.value < 0.0,
            Spread::Waiting | Spread::NoRanges => true,
        }
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
    pub ranges: Option<&'a Ranges>,
}

/// What there is to say of a scenario, against `other` if there is one.
pub fn finding(case: Case, other: Option<Case>) -> Finding {
    let likely = case.figures.worth;
    let Some(other) = other else {
        let simulated = case.ranges.map(of_one).transpose().unwrap_or_default();
        let left = Left { without: likely.profit, with: likely.total, decides: decides(likely.profit, likely.total) };
        return Finding {
            amount: simulated.map_or(whole(likely.profit), |(median, _)| median.unwrap_or(whole(likely.profit))),
            spread: simulated.map_or(Spread::Waiting, |(_, spread)| spread),
            compared: false,
            moved: None,
            overtakes: None,
            left: Some(left),
            likely: likely.profit,
            stated_alike: false,
        };
    };
    let difference = likely.profit - other.figures.worth.profit;
    let both = case.ranges.zip(other.ranges);
    let simulated = both.map(|(one, two)| of_two(one, two)).transpose().unwrap_or_default();
    let left = match Decision::between(&other.figures.worth, &likely) {
        Ok(decision) => {
            let Decision { difference, with_terminal_value, terminal_value_decides } = decision;
            Left { without: difference, with: Ok(with_terminal_value), decides: terminal_value_decides }
        }
        Err(why) => Left { without: difference, with: Err(why), decides: false },
    };
    let amount = simulated.map_or(whole(difference), |(median, _)| median.unwrap_or(whole(difference)));
    Finding {
        amount,
        spread: simulated.map_or(Spread::Waiting, |(_, spread)| spread),
        compared: true,
        moved: moved(case.scenario, other.scenario, amount.value),
        overtakes: overtakes(&case.figures.projection.profit, &other.figures.projection.profit),
        left: Some(left),
        likely: difference,
        // Links change what is drawn together, and with it the range of the difference.
        stated_alike: case.scenario.links == other.scenario.links
            && differences(case.scenario, other.scenario).is_empty(),
    }
}

fn decides(without: f64, with: Figure) -> bool {
    with.is_ok_and(|with| (with > 0.0) != (without > 0.0))
}

/// The median, and the range around it.
type Simulated = (Option<Quantile>, Spread);

fn of_one(ranges: &Ranges) -> Figure<Simulated> {
    if !ranges.has_ranges {
        return Ok((None, Spread::NoRanges));
    }
    let quantile = |p| ranges.at_end.quantile(p);
    let chance = Chance::of(ranges.at_end.share(|profit| profit > 0.0));
    Ok((Some(quantile(0.5)?), Spread::Range { low: quantile(0.1)?, high: quantile(0.9)?, chance }))
}

fn of_two(one: &Ranges, other: &Ranges) -> Figure<Simulated> {
    if !one.has_ranges && !other.has_ranges {
        return Ok((None, Spread::NoRanges));
    }
    let Comparison { p10, p50, p90, wins } = Comparison::of(other, one)?;
    Ok((Some(p50), Spread::Range { low: p10, high: p90, chance: Chance::of(wins) }))
}

/// What goes into keeping, more than in the other scenario; `None` where anything but the split, and what it costs once, differs:
/// then the split is not what made the difference, nor where most of it is saved once. Where the spend follows the clients and
/// there are none, nothing is moved.
fn moved(one: &Scenario, other: &Scenario, amount: f64) -> Option<Moved> {
    let differences = differences(one, other);
    let once =
        [Difference::Split, Difference::Quantity(Quantity::OneOff), Difference::OneOffMonths, Difference::Initiatives];
    if !differences.contains(&Difference::Split) || !differences.iter().all(|one| once.contains(one)) {
        return None;
    }
    let sum = (one.keep.get() - other.keep.get()) * one.budget.likely();
    let is_spent = one.keep_fixed || one.has_one_client();
    let once = one.one_off.likely() - other.one_off.likely();
    let once = Some(once).filter(|once| once.abs() > amount.abs() / 2.0);
    (sum != 0.0 && is_spent && once.is_none_or(|once| once > 0.0)).then_some(Moved {
        sum,
        follows_clients: one.keeps_by_client(),
        once,
    })
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
    /// Whether the sum for keeping is fixed.
    KeepFixed,
    /// How churn depends on age.
    ByAge,
    /// The initiatives that are carried out, which are valued apart from the figures of the scenario.
    Initiatives,
}

/// What two scenarios state differently, in the order in which people are asked. Numbers that agree to nine digits are the same
/// statement (F59).
pub fn differences(one: &Scenario, other: &Scenario) -> Vec<Difference> {
    let quantities = Quantity::ALL.into_iter().filter(|&q| !one.quantity(q).states_as(*other.quantity(q)));
    let answer = |answer| match (one.input(Input::Answer(answer)), other.input(Input::Answer(answer))) {
        (Some(one), Some(other)) => one.states_as(*other),
        (one, other) => one.is_none() && other.is_none(),
    };
    let others = [
        (one.keep != other.keep, Difference::Split),
        (one.keep_fixed != other.keep_fixed, Difference::KeepFixed),
        (one.one_off_months != other.one_off_months && one.one_off.likely() > 0.0, Difference::OneOffMonths),
        (!Answer::ALL.into_iter().all(answer), Difference::Response),
        (one.by_age != other.by_age, Difference::ByAge),
        (one.horizon != other.horizon, Difference::Horizon),
        (!same_set(&one.initiatives, &other.initiatives), Difference::Initiatives),
    ];
    let others = others.into_iter().filter_map(|(differs, difference)| differs.then_some(difference));
    quantities.map(Difference::Quantity).chain(others).collect()
}

/// What two scenarios state differently although nobody chooses it: how many clients there are today, what
/// money is worth later, and how clients leave or answer to spending.
pub fn facts_at_odds(one: &Scenario, other: &Scenario) -> Vec<Difference> {
    let is_fact = |difference: &Difference| match difference {
        Difference::Quantity(Quantity::Clients | Quantity::Discount) | Difference::ByAge => true,
        // A churn that has a source is what was observed, and no plan.
        Difference::Quantity(Quantity::Churn) => {
            let churn = Input::Quantity(Quantity::Churn);
            one.origin(churn).is_some() || other.origin(churn).is_some()
        }
        // Answers may differ by a choice; whether spending is thought to matter at all may not.
        Difference::Response => one.response.is_some() != other.response.is_some(),
        _ => false,
    };
    differences(one, other).into_iter().filter(is_fact).collect()
}

fn same_set(one: &[InitiativeId], other: &[InitiativeId]) -> bool {
    one.len() == other.len() && one.iter().all(|id| other.contains(id))
}

/// The ranges of a scenario that are drawn apart from those of the first, because they state something else and nothing links
/// them (F59): part of the difference between the two is then the luck of each.
pub fn drawn_apart(one: &Scenario, first: &Scenario) -> Vec<Input> {
    let is_apart = |input: &Input| {
        let (Some(here), Some(there)) = (one.input(*input), first.input(*input)) else { return false };
        let are_ranges = here.ends().is_some() && there.ends().is_some();
        let is_guess = matches!(input, Input::Answer(answer) if plan::same_guess(one, first, *answer));
        are_ranges && !here.states_as(*there) && one.link(*input).is_none() && !is_guess
    };
    Input::all().filter(is_apart).collect()
}
