//! What the pieces of the economics share: the scenarios with what they come to, and the ranges that follow.

mod changes;
mod words;

use std::sync::Arc;

use leptos::prelude::*;
use orbita_economics::{Figure, Quantile, Ranges, Resampling, UnitEconomics};

use crate::edit::Refusal;
use crate::handover::economy::{Case, Economy, Shown};
use crate::i18n::Lang;
use crate::insight::economy::cohort::CohortReading;
use crate::insight::economy::figures;
use crate::insight::economy::initiative::{CombinedWorth, Test, WorthRange};
use crate::insight::economy::worth::Valued;
use crate::model::quantity::{InitiativeId, ScenarioId};
use crate::model::scenario::{Scenario, Tables};
use crate::model::{Collection, Key};
use crate::route::{EconomyPart, Route};
use crate::ui::desk::Desk;
use crate::ui::economics::paste::PastedTable;
use crate::ui::economics::simulated::{REST, Simulated};
use crate::ui::economics::taken::Taken;
use crate::ui::parts::{self, Menus, Slices};
use crate::ui::saving::Saver;
use crate::ui::session::Session;

/// Tables of cohorts that are drawn and fitted anew, a few milliseconds of them.
const SAMPLING_SLICE: u64 = 20_000;

/// How far the LTV by a table of cohorts hangs on who happened to be in it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Sampled {
    /// It cannot be said.
    None,
    /// It is being computed.
    Running,
    /// P10 and P90 of the LTV, with the digits that so few tables hold.
    Band(Quantile, Quantile),
}

/// What the initiatives that a scenario includes are worth together.
#[derive(Clone, Debug, PartialEq)]
pub struct Included {
    /// Those that can be valued.
    pub ids: Vec<InitiativeId>,
    /// Their worth with what is likely.
    pub worth: Figure<CombinedWorth>,
    /// Its range, once it is simulated; `None` without ranges, too.
    pub range: Option<WorthRange>,
}

/// The economics of the open engagement. Copies are handles of the same.
#[derive(Clone, Copy)]
pub struct EconomyState {
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
    /// Which part of the economics is looked at.
    pub part: Memo<EconomyPart>,
    /// The initiative that is looked at.
    pub initiative: RwSignal<Option<InitiativeId>>,
    /// What initiatives are worth with the scenario that is looked at; follows like the ranges.
    pub valued: RwSignal<Vec<Valued>>,
    /// What those that it includes are worth together; follows like the ranges.
    pub included: RwSignal<Option<Included>>,
    /// The last number that was taken over from elsewhere.
    pub taken: RwSignal<Option<Taken>>,
    /// How far the LTV by the table of cohorts hangs on chance.
    pub sampled: RwSignal<Sampled>,
    /// How an effect on churn would be tested.
    pub test: RwSignal<Test>,
    /// The same, kept for whoever comes back.
    terms: parts::FieldDraft,
    /// The scenarios without their ranges, put together once a change for all that show them.
    plain: Memo<Arc<Economy>>,
    /// The same with their ranges.
    ranged: Memo<Arc<Economy>>,
    rested: ReadSignal<Arc<Economy>>,
    /// Whether the scenario that is looked at cannot be changed: dozens of inputs ask, and none of them for what it states.
    fixed: Memo<bool>,
    /// What is simulated.
    pub(super) simulated: RwSignal<Vec<Simulated>>,
    /// What is being simulated.
    pub(super) work: Slices,
    /// The tables of cohorts that are being drawn anew.
    sampling: Slices,
    /// The menu that is open.
    pub menus: Menus,
    /// The table of cohorts that is being pasted.
    pub cohorts: PastedTable,
    /// The table of accounts that is being pasted.
    pub accounts: PastedTable,
    /// The figure that is explained.
    pub explained: RwSignal<Option<Shown>>,
    /// Whether its explanation is open.
    pub explaining: RwSignal<bool>,
}

impl EconomyState {
    /// The economics at an address.
    pub fn new(desk: Desk, session: Session, saver: Saver, route: RwSignal<Route>) -> Self {
        let desk = desk.for_economics();
        let all = Memo::new(move |before: Option<&Vec<Case>>| compute(desk, before.map_or(&[], Vec::as_slice)));
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
        let part = Memo::new(move |_| {
            route.with(|route| match route {
                Route::Economics { part, .. } => *part,
                _ => EconomyPart::Decision,
            })
        });
        let draft = |table: &str| PastedTable::new(session, desk, table.into());
        let terms = parts::FieldDraft::new(session, desk, "test".into());
        let (simulated, included) = (RwSignal::new(Vec::new()), RwSignal::new(None));
        let plain = Memo::new_with_compare(
            move |_| {
                session.lang.track();
                let (chosen, cases) = (chosen.get(), all.get());
                let here = cases.iter().position(|case| Some(case.id) == chosen).unwrap_or_default();
                Arc::new(Economy::new(session.lang(), cases, here))
            },
            |_, _| true,
        );
        let ranged = Memo::new_with_compare(
            move |_| {
                let added = included.with(|included| included.as_ref().and_then(Included::first));
                simulated.with(|all| Arc::new(plain.get().ranged(|case| ranges(all, case), added)))
            },
            |_, _| true,
        );
        let state = EconomyState {
            desk,
            session,
            saver,
            all,
            chosen,
            part,
            initiative: RwSignal::new(None),
            valued: RwSignal::new(Vec::new()),
            included,
            taken: RwSignal::new(None),
            sampled: RwSignal::new(Sampled::None),
            work: Slices::new(),
            sampling: Slices::new(),
            test: RwSignal::new(Test::read(&terms.text())),
            terms,
            plain,
            ranged,
            rested: parts::at_rest(plain.into()),
            fixed: Memo::new(move |_| {
                let is_locked = |id| desk.read(Key::Scenario(id), |e| e.scenario(id).map(|one| one.locked.is_some()));
                desk.read_only() || chosen.get().and_then(is_locked) == Some(true)
            }),
            simulated,
            menus: Menus::new(),
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
                state.initiative.set(wanted);
            }
        });
        state
    }

    /// Finds out how far the LTV by a table of cohorts hangs on chance, in slices; the next question cancels the one before.
    pub fn sample(self, reading: Arc<CohortReading>, client: Option<UnitEconomics>) {
        let Some(sampling) = client.and_then(|client| reading.sampling(&client).ok()) else {
            self.sampling.stop();
            return self.sampled.set(Sampled::None);
        };
        self.sampled.set(Sampled::Running);
        let mut sampling = Some(sampling);
        self.sampling.run(REST, move || {
            let done = sampling.take_if(|sampling| sampling.advance(SAMPLING_SLICE).is_complete());
            if let Some(runs) = done.map(Resampling::outcomes) {
                let band = runs.and_then(|runs| Ok(Sampled::Band(runs.quantile(0.1)?, runs.quantile(0.9)?)));
                self.sampled.set(band.unwrap_or(Sampled::None));
            }
            sampling.is_none()
        });
    }

    /// Sets how an effect would be tested.
    pub fn set_test(self, test: Test) {
        self.terms.set(test.written());
        self.test.set(test);
    }

    /// The scenarios without their ranges.
    pub fn economy(self) -> Arc<Economy> {
        self.plain.get()
    }

    /// The same once the hand is at rest: for what is below the screen, or only heard.
    pub fn at_rest(self) -> Arc<Economy> {
        self.rested.get()
    }

    /// The scenarios, each with its ranges where they are those of what is stated now.
    pub fn with_ranges(self) -> Arc<Economy> {
        self.ranged.get()
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

    /// Whether the scenario that is looked at cannot be changed: nothing can, or it is locked.
    pub fn read_only(self) -> bool {
        self.fixed.get()
    }

    /// As [`Desk::refuses`], for the scenario that is looked at: where it cannot be changed, that is told.
    pub fn refuses(self) -> bool {
        let locked = untrack(|| self.chosen.get().filter(|_| self.read_only()));
        self.desk.refuses()
            || locked.is_some_and(|id| {
                self.session.notify_refusal(Refusal::Locked(id));
                true
            })
    }

    /// Whether the scenario that is looked at is a forecast: it is locked, or something came.
    pub fn has_forecast(self) -> bool {
        self.stated(|scenario| scenario.locked.is_some() || !scenario.actuals.is_empty()) == Some(true)
    }

    /// What the project keeps of pasted tables where no scenario does.
    pub fn tables<T>(self, read: impl Fn(&Tables) -> T) -> T {
        self.desk.read(Key::Head, |e| read(&e.head().tables))
    }

    /// What a period of the accounts is called: its name in the table, or its number.
    pub fn account_period(self, at: usize) -> String {
        self.tables(|tables| tables.account_period(at, self.a().period_n))
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
        let part = self.part.get_untracked();
        let route = Route::Economics { engagement, scenario: Some(scenario), initiative: None, part };
        crate::ui::browser::go(&route.hash());
    }

    /// The address of a part, with the scenario that is looked at.
    pub fn address_of(self, part: EconomyPart) -> String {
        let engagement = self.saver.id();
        Route::Economics { engagement, scenario: self.chosen.get(), initiative: None, part }.hash()
    }
}

impl Included {
    /// The figure to show first: the median where there is a range, what is likely where there is none.
    fn first(&self) -> Option<Quantile> {
        let likely = || self.worth.as_ref().ok().map(|worth| Quantile { value: worth.combined, digits: 15 });
        self.range.map(|range| range.median).or_else(likely).filter(|_| !self.ids.is_empty())
    }
}

/// The ranges of a scenario, where they are those of what it states now.
fn ranges(simulated: &[Simulated], case: &Case) -> Option<Arc<Ranges>> {
    simulated.iter().find(|simulated| simulated.scenario.states_same(&case.scenario))?.ranges.clone()
}

/// Computes every scenario; those that are as before are not computed again.
fn compute(desk: Desk, before: &[Case]) -> Vec<Case> {
    desk.track(Key::List(Collection::Scenario));
    let ids: Vec<ScenarioId> = desk.peek(|e| e.scenarios().map(|(id, _)| id).collect());
    let computed = ids.into_iter().enumerate().filter_map(|(at, id)| {
        let known = before.iter().find(|one| one.id == id);
        desk.read(Key::Scenario(id), |e| {
            let scenario = e.scenario(id)?;
            Some(match known.filter(|one| one.scenario.states_same(scenario)) {
                Some(one) if *one.scenario == *scenario => Case { at, ..one.clone() },
                Some(one) => Case { at, scenario: Arc::new(scenario.clone()), ..one.clone() },
                None => Case {
                    id,
                    at,
                    figures: figures::figures(scenario).map(Arc::new),
                    scenario: Arc::new(scenario.clone()),
                    ranges: None,
                    curve: Arc::default(),
                },
            })
        })
    });
    computed.collect()
}
