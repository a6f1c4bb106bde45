//! What fixing each friction is worth: the initiatives of an engagement, valued with one of its scenarios.

use orbita_economics::{Figure, Luck, MonthlyPlan, WorthSimulation};

use super::initiative::{self, Test, Unvalued, Value};
use super::plan;
use crate::arrange::Arrange;
use crate::model::quantity::{CardId, InitiativeId, ScenarioId};
use crate::model::scenario::{Initiative, Scenario};
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

/// Initiatives that are being valued: each call of [`advance`](Valuing::advance) does a bounded amount of work; drop it to cancel.
pub struct Valuing {
    scenario: Scenario,
    /// The churn at which points of churn are read.
    churn: f64,
    /// The plan and the draws of the scenario by itself: what another one states changes no value here.
    drawn: Figure<(MonthlyPlan, Luck)>,
    test: Test,
    /// The next one last.
    todo: Vec<(InitiativeId, Initiative)>,
    /// The one whose range is being simulated.
    running: Option<(InitiativeId, Option<CardId>, Value, WorthSimulation)>,
    done: Vec<Valued>,
}

impl Valuing {
    /// Starts with every initiative; `None` for the scenario takes the [default](default_scenario). Without a scenario there is
    /// nothing to value with.
    ///
    /// `reads` hears of every record that the answer depends on.
    pub fn of(
        engagement: &Engagement,
        scenario: Option<ScenarioId>,
        test: Test,
        mut reads: impl FnMut(Key),
    ) -> Option<Self> {
        reads(Key::List(Collection::Scenario));
        reads(Key::List(Collection::Initiative));
        let id = scenario.or(default_scenario(engagement).map(|(id, _)| id))?;
        let scenario = Scenario { cohorts: None, ..engagement.scenario(id)?.clone() };
        reads(Key::Scenario(id));
        engagement.scenarios().next().iter().for_each(|(first, _)| reads(Key::Scenario(*first)));
        let churn = engagement.churn_of_points().unwrap_or_else(|| scenario.churn_in_force());
        let mut todo: Vec<(InitiativeId, Initiative)> =
            engagement.initiatives().map(|(id, initiative)| (id, initiative.clone())).collect();
        todo.iter().for_each(|(id, _)| reads(Key::Initiative(*id)));
        todo.reverse();
        let drawn = plan::alone(&scenario);
        Some(Valuing { scenario, churn, drawn, test, todo, running: None, done: Vec::new() })
    }

    /// Does about as much work as a simulation counts it, one initiative at most. Whether all is done.
    pub fn advance(&mut self, work: u64) -> bool {
        if let Some((id, friction, value, mut simulation)) = self.running.take() {
            if simulation.advance(work).is_complete() {
                let value = value.with_range(simulation).map_err(Unvalued::from);
                self.done.push(Valued { id, friction, value });
            } else {
                self.running = Some((id, friction, value, simulation));
            }
        } else if let Some((id, initiative)) = self.todo.pop() {
            let friction = initiative.friction;
            let begun = match &self.drawn {
                Ok(drawn) => initiative::without_range(id, &initiative, &self.scenario, self.churn, drawn, self.test),
                Err(why) => Err(Unvalued::NoFigure(*why)),
            };
            match begun {
                Ok((value, Some(simulation))) => self.running = Some((id, friction, value, simulation)),
                Ok((value, None)) => self.done.push(Valued { id, friction, value: Ok(value) }),
                Err(why) => self.done.push(Valued { id, friction, value: Err(why) }),
            }
        }
        self.running.is_none() && self.todo.is_empty()
    }

    /// Does the rest of the work at once: every initiative, the most valuable first, those without a value last.
    pub fn finish(mut self) -> Vec<Valued> {
        while !self.advance(u64::MAX) {}
        self.done.arrange_by(|one, other| other.rank().total_cmp(&one.rank()));
        self.done
    }
}

/// Every initiative, valued at once; as [`Valuing::of`] and [`Valuing::finish`].
pub fn worth(engagement: &Engagement, scenario: Option<ScenarioId>, test: Test) -> Vec<Valued> {
    Valuing::of(engagement, scenario, test, |_| ()).map(Valuing::finish).unwrap_or_default()
}

/// The most valuable initiative against a friction, among those that [`worth`] gives.
pub fn of_friction(all: &[Valued], card: CardId) -> Option<&Valued> {
    all.iter().find(|valued| valued.friction == Some(card))
}
