//! What the verbs of a scenario do, and its menu.

use leptos::prelude::*;

use super::lock::unlock;
use super::state::EconomyState;
use super::{add_sample, initiatives};
use crate::edit::Command;
use crate::model::scenario::Scenario;
use crate::ui::commands::{InitiativeVerb, ScenarioVerb};
use crate::ui::deeds::{Deed, Deeds, Here, when};

/// Adds a scenario: a copy of the one that is looked at, to be changed.
fn add(state: EconomyState) {
    match untrack(|| state.here()) {
        Some(here) => state.add(here.scenario.copy()),
        None => add_sample(state),
    }
}

/// Adds a copy of the one that is looked at, named after it.
fn duplicate(state: EconomyState) {
    if let Some(here) = untrack(|| state.here()) {
        let name = (state.e().copy_of)(&state.name(&here));
        state.add(Scenario { name, ..here.scenario.copy() });
    }
}

impl Here for EconomyState {}

impl Deeds for InitiativeVerb {
    type Here = EconomyState;

    fn deed(self) -> Deed<EconomyState> {
        match self {
            InitiativeVerb::Add => when(|state| state.desk.may_edit(), initiatives::add),
        }
    }
}

/// The scenario that is looked at.
#[derive(Clone, Copy)]
pub struct OpenScenario {
    /// The economics.
    pub state: EconomyState,
    /// Whether somebody is asked what it is locked as.
    pub locking: RwSignal<bool>,
}

impl Here for OpenScenario {}

impl OpenScenario {
    /// Whether one is looked at that is locked, or that is not.
    fn is_there(self, locked: bool) -> bool {
        self.state.desk.may_edit()
            && untrack(|| self.state.here()).is_some_and(|here| here.scenario.locked.is_some() == locked)
    }

    fn delete(self) {
        let state = self.state;
        let Some(here) = untrack(|| state.here()) else { return };
        let text = (state.e().deleted_scenario)(&state.name(&here));
        state.desk.dispatch_with_notice(Command::DeleteScenario(here.id), text, move || {
            state.desk.undo();
            state.go(here.id);
        });
    }

    /// Opens its menu.
    pub fn open_menu(self) {
        let w = self.state.e();
        let verb = |verb: ScenarioVerb| verb.item(w, self);
        let is_locked = untrack(|| self.state.here()).is_some_and(|here| here.scenario.locked.is_some());
        let items = vec![
            verb(ScenarioVerb::Duplicate),
            verb(if is_locked { ScenarioVerb::Unlock } else { ScenarioVerb::Lock }),
            verb(ScenarioVerb::Delete).danger(),
        ];
        self.state.menus.below("scenario-menu", w.scenario_menu, items);
    }
}

impl Deeds for ScenarioVerb {
    type Here = OpenScenario;

    fn deed(self) -> Deed<OpenScenario> {
        match self {
            ScenarioVerb::Add => when(|one| one.state.desk.may_edit(), |one| add(one.state)),
            ScenarioVerb::Duplicate => when(|one| one.state.desk.may_edit(), |one| duplicate(one.state)),
            ScenarioVerb::Lock => when(|one| one.is_there(false), |one| one.locking.set(true)),
            ScenarioVerb::Unlock => when(|one| one.is_there(true), |one| unlock(one.state)),
            ScenarioVerb::Delete => when(|one| one.is_there(false), OpenScenario::delete),
        }
    }
}
