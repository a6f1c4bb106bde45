//! The ranges and the worth of initiatives, which follow the figures in slices.

use std::sync::Arc;

use leptos::prelude::*;
use orbita_economics::{Figure, Luck, MonthlyPlan, Ranges, Simulation, WorthSimulation};

use super::simulated::{REST, Simulated};
use super::state::{EconomyState, Included};
use crate::insight::economy::initiative::{Together, WorthRange};
use crate::insight::economy::worth::Valuing;
use crate::insight::economy::{SLICE, figures, plan};
use crate::model::scenario::Scenario;

/// A scenario with the plan and the draws that it is simulated with.
type Drawn = (Arc<Scenario>, Figure<(MonthlyPlan, Luck)>);

/// What is under way, one after the other.
enum Work {
    /// The ranges of the scenarios.
    Scenarios(Box<Scenarios>),
    /// What each initiative is worth, with the scenario that is looked at.
    Initiatives(Option<Box<Valuing>>),
    /// What those that it includes are worth together.
    Together(Box<WorthSimulation>),
}

/// The scenarios whose ranges are being simulated.
struct Scenarios {
    /// The next one last.
    todo: Vec<Drawn>,
    /// The one that is under way.
    running: Option<(Arc<Scenario>, Luck, Simulation)>,
    done: Vec<Simulated>,
}

/// Simulates what changed, once it rests. The next change cancels what is under way.
pub fn follow(state: EconomyState) {
    Effect::new(move |_| {
        state.all.track();
        state.chosen.track();
        state.test.track();
        state.desk.touched();
        let mut work = None;
        state.work.run(REST, move || {
            let first = || Work::Scenarios(Box::new(Scenarios::of(state)));
            work = work.take().unwrap_or_else(first).advance(state);
            work.is_none()
        });
    });
}

impl Work {
    /// Does one slice, and says what is left to do.
    fn advance(self, state: EconomyState) -> Option<Self> {
        match self {
            Work::Scenarios(mut scenarios) => {
                if !state.simulated.with_untracked(|known| scenarios.advance(known)) {
                    return Some(Work::Scenarios(scenarios));
                }
                state.simulated.set(scenarios.done);
                let (chosen, test) = (state.chosen.get_untracked(), state.test.get_untracked());
                let valuing = state.desk.peek(|e| Valuing::of(e, chosen, test, |_| ()));
                Some(Work::Initiatives(valuing.map(Box::new)))
            }
            Work::Initiatives(mut valuing) => {
                if valuing.as_mut().is_some_and(|valuing| !valuing.advance(SLICE)) {
                    return Some(Work::Initiatives(valuing));
                }
                let valued = valuing.map(|valuing| valuing.finish()).unwrap_or_default();
                state.valued.maybe_update(|known| {
                    let is_new = *known != valued;
                    *known = valued;
                    is_new
                });
                let (included, simulation) = together(state).unzip();
                state.included.set(included);
                simulation.flatten().map(Box::new).map(Work::Together)
            }
            Work::Together(mut simulation) => {
                if !simulation.advance(SLICE).is_complete() {
                    return Some(Work::Together(simulation));
                }
                let range = WorthRange::of(&simulation.finish().combined).ok();
                state.included.update(|included| {
                    if let Some(included) = included {
                        included.range = range;
                    }
                });
                None
            }
        }
    }
}

/// What the initiatives that the scenario includes are worth together, with the simulation of its range where one is stated.
fn together(state: EconomyState) -> Option<(Included, Option<WorthSimulation>)> {
    let scenario = state.chosen.get_untracked().and_then(|id| state.desk.peek(|e| e.scenario(id).cloned()))?;
    let (plan, luck) = plan::alone(&scenario).ok()?;
    let together = state.desk.peek(|e| {
        let churn = e.churn_of_points().unwrap_or_else(|| scenario.churn_in_force());
        Together::of(&scenario, &plan, churn, e.initiatives())
    });
    let together = together.transpose()?;
    let (ids, worth, simulation) = match together {
        Ok(together) => {
            let simulation = together.simulation(&luck).ok().flatten();
            (together.ids.clone(), together.likely(&scenario), simulation)
        }
        Err(why) => (Vec::new(), Err(why), None),
    };
    Some((Included { ids, worth, range: None }, simulation))
}

impl Scenarios {
    fn of(state: EconomyState) -> Self {
        let scenarios: Vec<Arc<Scenario>> =
            state.all.with_untracked(|all| all.iter().map(|one| one.scenario.clone()).collect());
        let drawn = plan::draws(scenarios.iter().map(|scenario| &**scenario));
        let mut todo: Vec<Drawn> = scenarios.into_iter().zip(drawn).collect();
        todo.reverse();
        Scenarios { todo, running: None, done: Vec::new() }
    }

    /// Does one slice; what is known already is not simulated again. Whether all is done.
    fn advance(&mut self, known: &[Simulated]) -> bool {
        if let Some((scenario, luck, mut simulation)) = self.running.take() {
            match simulation.advance(SLICE) {
                Ok(progress) if !progress.is_complete() => {
                    self.running = Some((scenario, luck, simulation));
                    return false;
                }
                Ok(_) => self.finished(scenario, luck, simulation.finish().ok().map(Arc::new)),
                Err(_) => self.finished(scenario, luck, None),
            }
        }
        let Some((scenario, drawn)) = self.todo.pop() else { return true };
        match drawn {
            Ok((plan, luck)) => {
                match known.iter().find(|one| one.luck == luck && one.scenario.states_same(&scenario)) {
                    Some(same) => self.done.push(same.clone()),
                    None => match figures::simulation(&plan, &luck) {
                        Ok(simulation) => self.running = Some((scenario, luck, simulation)),
                        Err(_) => self.finished(scenario, luck, None),
                    },
                }
            }
            Err(_) => self.finished(scenario, Luck::alone(), None),
        }
        false
    }

    fn finished(&mut self, scenario: Arc<Scenario>, luck: Luck, ranges: Option<Arc<Ranges>>) {
        self.done.push(Simulated { scenario, luck, ranges });
    }
}
