//! Numbers of scenarios that the other side stated in vain.

use crate::model::Engagement;
use crate::model::amount::Estimate;
use crate::model::key::Key;
use crate::model::merging::Clash;
use crate::model::quantity::ScenarioId;
use crate::model::scenario::{Input, Period};

/// What the other side made of a number, which is ours all the same.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OtherNumber {
    /// The scenario.
    pub scenario: ScenarioId,
    /// The input.
    pub input: Input,
    /// What the other side made of it.
    pub theirs: Estimate,
    /// The period for which that is stated.
    pub period: Period,
}

/// The numbers of scenarios in `clashes` that the other side changed and `merged` does not have.
pub(super) fn others(clashes: &[Clash], [base, theirs, merged]: [&Engagement; 3]) -> Vec<OtherNumber> {
    let mut others = Vec::new();
    for clash in clashes {
        let Clash::OursKept(Key::Scenario(id)) = *clash else { continue };
        let Some(now) = merged.scenario(id) else { continue };
        let of = |side: &Engagement| side.scenario(id).and_then(|scenario| scenario.restated(now.period));
        let (Some(was), Some(there)) = (of(base), of(theirs)) else { continue };
        others.extend(Input::all().filter_map(|input| {
            let theirs = there.input(input)?;
            let is_lost = was.input(input) != Some(theirs) && now.input(input).is_some_and(|now| now != theirs);
            is_lost.then_some(OtherNumber { scenario: id, input, theirs: *theirs, period: now.period })
        }));
    }
    others
}
