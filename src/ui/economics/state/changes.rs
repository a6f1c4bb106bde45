//! What is changed of the scenarios.

use leptos::prelude::*;

use super::EconomyState;
use crate::edit::{Command, ScenarioInput};
use crate::model::Key;
use crate::model::scenario::Scenario;
use crate::ui::economics::taken::Taken;

impl EconomyState {
    /// Says one thing of the scenario that is looked at.
    pub fn say(self, input: ScenarioInput) {
        if let Some(id) = self.chosen.get_untracked() {
            self.desk.dispatch(Command::SetScenario(id, input));
        }
    }

    /// Says one thing of the scenario that is looked at as a step of its own, and tells it with a way back.
    pub fn say_with_notice(self, input: ScenarioInput, text: String) {
        if let Some(id) = self.chosen.get_untracked() {
            self.desk.dispatch_with_notice(Command::SetScenario(id, input), text, move || _ = self.desk.undo());
        }
    }

    /// The same of a number that is taken over from elsewhere, with a way back beside its field, too.
    pub fn take(self, said: ScenarioInput, text: String, taken: Taken) {
        let said = Command::SetScenario(taken.scenario, said);
        if self.desk.dispatch_with_notice(said, text, move || _ = self.desk.undo()) {
            self.taken.set(Some(taken));
        }
    }

    /// Adds a scenario and goes to it.
    pub fn add(self, scenario: Scenario) {
        if let Some(Key::Scenario(id)) = self.desk.dispatch(Command::AddScenario(Box::new(scenario))).made() {
            self.go(id);
        }
    }
}
