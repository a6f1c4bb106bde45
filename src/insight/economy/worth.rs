//! What fixing each friction is worth: the initiatives of an engagement, valued with one of its scenarios.

use orbita_economics::{Figure, Luck, Plan};

use super::initiative::{self, Test, Unvalued, Value};
use super::plan;
use crate::model::quantity::{CardId, InitiativeId, ScenarioId};
use crate::model::scenario::Scenario;
use crate::model::{Collection, Engagement, Key};

/// An initiative with its value.
#[derive(Clone, Debug, PartialEq)]
pub struct Valued {
    /// The initiative.
    pub id: InitiativeId,
    /// The friction that it removes.
    pub friction: Option<CardId>,
    /// Its value, or why it has none.
    pub value: Result<Value, Unvalued>,
}

impl Valued {
    /// The net worth, to rank by; without a value below all others.
    pub fn rank(&self) -> f64 {
        self.value.as_ref().map_or(f64::NEG_INFINITY, |value| value.first().value)
    }
}

/// The scenario that initiatives are valued with unless another is looked at: the last one.
pub fn default_scenario(engagement: &Engagement) -> Option<(ScenarioId, &Scenario)> {
    engagement.scenarios().last()
}

/// Every initiative, the most valuable first, those without a value last; `None` for the scenario takes the
/// [default](default_scenario). Without a scenario there is nothing to value with.
///
/// `reads` hears of every record that the answer depends on.
pub fn worth(
    engagement: &Engagement,
    scenario: Option<ScenarioId>,
    test: Test,
    mut reads: impl FnMut(Key),
) -> Vec<Valued> {
    reads(Key::List(Collection::Scenario));
    reads(Key::List(Collection::Initiative));
    let chosen = scenario.or(default_scenario(engagement).map(|(id, _)| id));
    let Some((id, scenario)) = chosen.and_then(|id| Some((id, engagement.scenario(id)?))) else { return Vec::new() };
    reads(Key::Scenario(id));
    // The draws of a scenario by itself: what another one states changes no value here.
    let drawn: Figure<(Plan, Luck)> = plan::alone(scenario);
    let value = |(id, initiative): (InitiativeId, &crate::model::scenario::Initiative)| {
        reads(Key::Initiative(id));
        let value = match &drawn {
            Ok(drawn) => initiative::value(id, initiative, scenario, drawn, test),
            Err(why) => Err(Unvalued::NoFigure(*why)),
        };
        Valued { id, friction: initiative.friction, value }
    };
    let mut all: Vec<Valued> = engagement.initiatives().map(value).collect();
    all.sort_by(|one, other| other.rank().total_cmp(&one.rank()));
    all
}

/// The most valuable initiative against a friction, among those that [`worth`] gives.
pub fn of_friction(all: &[Valued], card: CardId) -> Option<&Valued> {
    all.iter().find(|valued| valued.friction == Some(card))
}
