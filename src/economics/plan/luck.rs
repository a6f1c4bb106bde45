//! Which inputs of which plans share their random draws (F52, F59).

use std::collections::BTreeMap;

use super::input::Input;
use super::monthly::MonthlyPlan;
use crate::draw::Score;
use crate::estimate::Estimate;
use crate::figure::{Field, Figure, Must, NoFigure};

/// An input of one of several plans.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct InputPlace {
    /// The plan, by its place in the list.
    pub plan: usize,
    /// The input of that plan.
    pub input: Input,
}

/// An input that moves with another, of the same plan or of another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Link {
    /// The input that follows.
    pub follower: InputPlace,
    /// The input that it follows. A link to an exact number has no effect.
    pub leader: InputPlace,
    /// Whether it moves the opposite way: high where the leader is low.
    pub against: bool,
}

/// The random scores that the inputs of one plan are drawn with.
#[derive(Debug, Clone, PartialEq)]
pub struct Luck([Score; Input::ALL.len()]);

impl Luck {
    /// Those of a single plan without links.
    pub fn alone() -> Self {
        Luck(Input::ALL.map(|input| own(InputPlace { plan: 0, input })))
    }

    /// The score that an input is drawn with.
    pub fn of(&self, input: Input) -> Score {
        self.0[input as usize]
    }

    /// 1 for two inputs that move together, −1 for two that move against each other.
    pub(super) fn together(&self, one: Input, other: Input) -> Option<f64> {
        let (one, other) = (self.of(one), self.of(other));
        if one == other {
            Some(1.0)
        } else if one == other.against() {
            Some(-1.0)
        } else {
            None
        }
    }
}

fn own(place: InputPlace) -> Score {
    // Plans have streams of their own, so that a new one reshuffles no other.
    Score::new((place.plan as u32).wrapping_mul(64).wrapping_add(place.input as u32 + 1))
}

/// Whether two ranges are the same statement: all three numbers agree to nine significant digits (F59).
fn same(one: Estimate, other: Estimate) -> bool {
    let agree = |a: f64, b: f64| (a - b).abs() <= 1e-9 * a.abs().max(b.abs());
    agree(one.low, other.low) && agree(one.likely, other.likely) && agree(one.high, other.high)
}

fn range_at(plans: &[&MonthlyPlan], place: InputPlace) -> Option<Estimate> {
    let plan = plans.get(place.plan)?;
    plan.estimate(place.input).filter(|_| plan.is_range(place.input))
}

/// The first plan before this one that states the same range for an input.
fn stated_before(plans: &[&MonthlyPlan], place: InputPlace) -> Option<InputPlace> {
    let stated = range_at(plans, place)?;
    let earlier = (0..place.plan).map(|plan| InputPlace { plan, ..place });
    earlier.into_iter().find(|place| range_at(plans, *place).is_some_and(|other| same(stated, other)))
}

/// The scores of several plans that are compared. What two plans state alike is drawn once for both; every other range is drawn
/// separately, unless it is linked. Scores depend on the place in the list, not on the numbers, so that dragging a number
/// reshuffles nothing.
///
/// # Errors
/// [`NoFigure::Circular`] for links in a circle; an input follows at most one other.
pub fn assign_luck(plans: &[&MonthlyPlan], links: &[Link]) -> Figure<Vec<Luck>> {
    let mut leaders: BTreeMap<InputPlace, (InputPlace, bool)> = BTreeMap::new();
    for link in links {
        if range_at(plans, link.leader).is_some() && range_at(plans, link.follower).is_some() {
            let known = leaders.insert(link.follower, (link.leader, link.against));
            Field::Link.require(known.is_none(), Must::BeAtMost(1))?;
        }
    }
    let most = plans.len() * Input::ALL.len();
    let score = |place: InputPlace| {
        let (mut at, mut against) = (place, false);
        for _ in 0..=most {
            if let Some((leader, opposite)) = leaders.get(&at) {
                (at, against) = (*leader, against != *opposite);
            } else if let Some(first) = stated_before(plans, at) {
                at = first;
            } else {
                return Ok(if against { own(at).against() } else { own(at) });
            }
        }
        Err(NoFigure::Circular(place.input.field()))
    };
    let of = |plan: usize| {
        let mut scores = [Score::new(0); Input::ALL.len()];
        for input in Input::ALL {
            scores[input as usize] = score(InputPlace { plan, input })?;
        }
        Ok(Luck(scores))
    };
    (0..plans.len()).map(of).collect()
}

/// The ranges that two plans state alike and share.
pub fn shared_inputs(one: &MonthlyPlan, other: &MonthlyPlan) -> Vec<Input> {
    let plans = [one, other];
    let shared = |input: &Input| stated_before(&plans, InputPlace { plan: 1, input: *input }).is_some();
    Input::ALL.into_iter().filter(shared).collect()
}
