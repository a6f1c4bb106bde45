//! Which inputs of which plans are drawn with one luck (F52, F59).

use std::collections::BTreeMap;

use super::input::Input;
use super::monthly::Plan;
use crate::draw::Score;
use crate::estimate::Estimate;
use crate::figure::{Field, Figure, Must, NoFigure};

/// An input of one of several plans.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Which plan, by its place in the list.
    pub plan: usize,
    /// Which of its inputs.
    pub input: Input,
}

/// An input that moves with another, of the same plan or of another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Link {
    /// The input that follows.
    pub follower: Place,
    /// The input whose luck it takes. An exact number has none: a link to it does nothing.
    pub leader: Place,
    /// Whether it moves the other way: high where the leader is low.
    pub against: bool,
}

/// The luck of every input of one plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Luck([Score; Input::ALL.len()]);

impl Luck {
    /// The luck of a plan by itself, without links.
    pub fn alone() -> Self {
        Luck(Input::ALL.map(|input| own(Place { plan: 0, input })))
    }

    /// The score that an input is drawn with.
    pub fn of(&self, input: Input) -> Score {
        self.0[input as usize]
    }

    /// Whether two inputs are drawn with one luck: 1 when they move together, −1 when against each other.
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

fn own(place: Place) -> Score {
    // Streams of plans lie apart, so that adding one reshuffles no other.
    Score::new((place.plan as u32).wrapping_mul(64).wrapping_add(place.input as u32 + 1))
}

/// Whether two ranges say the same: low, likely and high agree to nine significant digits (F59).
fn same(one: Estimate, other: Estimate) -> bool {
    let agree = |a: f64, b: f64| (a - b).abs() <= 1e-9 * a.abs().max(b.abs());
    agree(one.low, other.low) && agree(one.likely, other.likely) && agree(one.high, other.high)
}

fn range_at(plans: &[&Plan], place: Place) -> Option<Estimate> {
    let plan = plans.get(place.plan)?;
    plan.estimate(place.input).filter(|_| plan.is_range(place.input))
}

/// The first plan in the list that states the same range for an input, if there is one before this.
fn stated_before(plans: &[&Plan], place: Place) -> Option<Place> {
    let stated = range_at(plans, place)?;
    let earlier = (0..place.plan).map(|plan| Place { plan, ..place });
    earlier.into_iter().find(|place| range_at(plans, *place).is_some_and(|other| same(stated, other)))
}

/// The luck of several plans that are compared. What two of them state alike is drawn once for both; every other range has a
/// luck of its own, unless it is linked. It depends on the place in the list, not on the numbers, so that dragging one
/// reshuffles nothing.
///
/// # Errors
/// [`NoFigure::Circular`] for inputs that move with each other in a circle; an input follows one other at most.
pub fn assign_luck(plans: &[&Plan], links: &[Link]) -> Figure<Vec<Luck>> {
    let mut leaders: BTreeMap<Place, (Place, bool)> = BTreeMap::new();
    for link in links {
        if range_at(plans, link.leader).is_some() && range_at(plans, link.follower).is_some() {
            let known = leaders.insert(link.follower, (link.leader, link.against));
            Field::Link.require(known.is_none(), Must::BeAtMost(1))?;
        }
    }
    let most = plans.len() * Input::ALL.len();
    let score = |place: Place| {
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
            scores[input as usize] = score(Place { plan, input })?;
        }
        Ok(Luck(scores))
    };
    (0..plans.len()).map(of).collect()
}

/// The ranges that two plans state alike, which are drawn once for both.
pub fn shared_inputs(one: &Plan, other: &Plan) -> Vec<Input> {
    let plans = [one, other];
    let shared = |input: &Input| stated_before(&plans, Place { plan: 1, input: *input }).is_some();
    Input::ALL.into_iter().filter(shared).collect()
}
