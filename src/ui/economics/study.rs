//! What the pieces of the economics share: the scenarios with what they come to, and the ranges that follow.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;
use orbita_economics::former::Paths;

use super::paste::Draft;
use crate::edit::{Command, ScenarioInput};
use crate::handover::economy::{Case, Economy, Shown};
use crate::i18n::Lang;
use crate::insight::economy::figures;
use crate::insight::economy::worth::{Valued, worth};
use crate::model::quantity::{InitiativeId, ScenarioId};
use crate::model::scenario::Scenario;
use crate::model::{Collection, Key};
use crate::route::Route;
use crate::ui::desk::Desk;
use crate::ui::parts::OpenMenu;
use crate::ui::saving::Saver;
use crate::ui::session::Session;

/// Ranges wait until a slider rests this long: the figures come first.
const REST: Duration = Duration::from_millis(80);

/// The simulation of a scenario, with the scenario it is of.
type Simulated = (Arc<Scenario>, Option<Arc<Paths>>);

/// The economics of the open engagement. Copies are handles of the same.
#[derive(Clone, Copy)]
pub struct Study {
    /// The engagement.
    pub desk: Desk,
    /// The person and the page.
    pub session: Session,
    /// The id under which the engagement is kept.
    pub saver: Saver,
    /// Every scenario.
    pub all: Memo<Vec<Case>>,
    /// The one that is looked at.
    pub chosen: Memo<Option<ScenarioId>>,
    /// The initiative that is looked at.
    pub initiative: RwSignal<Option<InitiativeId>>,
    /// What initiatives are worth with the scenario that is looked at; follows like the ranges.
    pub valued: RwSignal<Vec<Valued>>,
    /// What is simulated.
    simulated: RwSignal<Vec<Simulated>>,
    /// The menu that is open.
    pub menu: RwSignal<Option<OpenMenu>>,
    /// The table of cohorts that is being pasted.
    pub cohorts: Draft,
    /// The table of accounts that is being pasted.
    pub accounts: Draft,
    /// The figure that is explained.
    pub explained: RwSignal<Option<Shown>>,
    /// Whether its explanation is open.
    pub explaining: RwSignal<bool>,
}

impl Study {
    /// The economics at an address.
    pub fn new(desk: Desk, session: Session, saver: Saver, route: RwSignal<Route>) -> Self {
        let desk = desk.for_economics();
        let all = Memo::new(move |before: Option<&Vec<Case>>| reckon(desk, before.map_or(&[], Vec::as_slice)));
        let wanted = Memo::new(move |_| {
            route.with(|route| match route {
                Route::Economics { scenario, .. } => *scenario,
                _ => None,
            })
        });
        let chosen = Memo::new(move |_| {
            let ids: Vec<ScenarioId> = all.with(|all| all.iter().map(|one| one.id).collect());
            wanted.get().filter(|id| ids.contains(id)).or(ids.last().copied())
        });
        let draft = |table: &str| Draft::new(session, desk, table.into());
        let study = Study {
            desk,
            session,
            saver,
            all,
            chosen,
            initiative: RwSignal::new(None),
            valued: RwSignal::new(Vec::new()),
            simulated: RwSignal::new(Vec::new()),
            menu: RwSignal::new(None),
            cohorts: draft("cohorts"),
            accounts: draft("accounts"),
            explained: RwSignal::new(None),
            explaining: RwSignal::new(false),
        };
        // An address may lead to an initiative.
        Effect::new(move |_| {
            let wanted = route.with(|route| match route {
                Route::Economics { initiative, .. } => *initiative,
                _ => None,
            });
            if wanted.is_some() {
                study.initiative.set(wanted);
            }
        });
        study.follow();
        study
    }

    /// Simulates what changed, once it rests.
    fn follow(self) {
        let waiting = StoredValue::new(None::<TimeoutHandle>);
        let stop = move || {
            waiting.update_value(|waiting| {
                if let Some(handle) = waiting.take() {
                    handle.clear();
                }
            });
        };
        Effect::new(move |_| {
            self.all.track();
            self.chosen.track();
            self.desk.touched();
            stop();
            waiting.set_value(set_timeout_with_handle(move || self.simulate(), REST).ok());
        });
        on_cleanup(stop);
    }

    fn simulate(self) {
        let scenarios: Vec<Arc<Scenario>> =
            self.all.with_untracked(|all| all.iter().map(|one| one.scenario.clone()).collect());
        let known = self.simulated.get_untracked();
        let simulate = |scenario: Arc<Scenario>| {
            let same = known.iter().find(|(of, _)| *of == scenario).map(|(_, paths)| paths.clone());
            let paths = same.unwrap_or_else(|| figures::ranges(&scenario).ok().map(Arc::new));
            (scenario, paths)
        };
        self.simulated.set(scenarios.into_iter().map(simulate).collect());
        let chosen = self.chosen.get_untracked();
        let valued = self.desk.peek(|e| worth(e, chosen, |_| ()));
        self.valued.update(|known| {
            if *known != valued {
                *known = valued;
            }
        });
    }

    /// The scenarios without their ranges.
    pub fn economy(self) -> Economy {
        let (chosen, cases) = (self.chosen.get(), self.all.get());
        let here = cases.iter().position(|case| Some(case.id) == chosen).unwrap_or_default();
        Economy { lang: self.lang(), cases, here }
    }

    /// The scenarios, each with its ranges where they are those of what is stated now.
    pub fn with_ranges(self) -> Economy {
        let mut economy = self.economy();
        self.simulated.with(|all| {
            for case in &mut economy.cases {
                let known = all.iter().find(|(scenario, _)| *scenario == case.scenario);
                case.paths = known.and_then(|(_, paths)| paths.clone());
            }
        });
        economy
    }

    /// The scenario that is looked at.
    pub fn here(self) -> Option<Case> {
        self.economy().here().cloned()
    }

    /// The first scenario, where another is looked at.
    pub fn base(self) -> Option<Case> {
        self.economy().base().cloned()
    }

    /// What the scenario that is looked at states.
    pub fn stated<T>(self, read: impl Fn(&Scenario) -> T) -> Option<T> {
        let chosen = self.chosen.get()?;
        self.desk.read(Key::Scenario(chosen), |e| e.scenario(chosen).map(&read))
    }

    /// Says one thing of the scenario that is looked at.
    pub fn say(self, input: ScenarioInput) {
        if let Some(id) = self.chosen.get_untracked() {
            self.desk.dispatch(Command::SetScenario(id, input));
        }
    }

    /// Says one thing of the scenario that is looked at as a step of its own, and tells it with a way back.
    pub fn say_telling(self, input: ScenarioInput, text: String) {
        if let Some(id) = self.chosen.get_untracked() {
            self.desk.dispatch_telling(Command::SetScenario(id, input), text, move || _ = self.desk.undo());
        }
    }

    /// The name of a scenario: its own, or its letter.
    pub fn name(self, one: &Case) -> String {
        one.name(self.session.w().economy)
    }

    /// What money is counted in.
    pub fn currency(self) -> String {
        self.stated(|scenario| scenario.currency.clone()).unwrap_or_default()
    }

    /// The language, read once.
    pub fn lang(self) -> Lang {
        self.session.lang()
    }

    /// Goes to a scenario.
    pub fn go(self, scenario: ScenarioId) {
        let engagement = untrack(|| self.saver.id());
        let route = Route::Economics { engagement, scenario: Some(scenario), initiative: None };
        crate::ui::browser::go(&route.hash());
    }
}

/// Reckons every scenario; those that are as before are not reckoned again.
fn reckon(desk: Desk, before: &[Case]) -> Vec<Case> {
    desk.track(Key::List(Collection::Scenario));
    let ids: Vec<ScenarioId> = desk.peek(|e| e.scenarios().map(|(id, _)| id).collect());
    let reckoned = ids.into_iter().enumerate().filter_map(|(at, id)| {
        let known = before.iter().find(|one| one.id == id);
        desk.read(Key::Scenario(id), |e| {
            let scenario = e.scenario(id)?;
            Some(match known.filter(|one| *one.scenario == *scenario) {
                Some(one) => Case { at, ..one.clone() },
                None => Case {
                    id,
                    at,
                    figures: figures::figures(scenario).map(Arc::new),
                    scenario: Arc::new(scenario.clone()),
                    paths: None,
                },
            })
        })
    });
    reckoned.collect()
}
