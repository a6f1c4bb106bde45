//! The bar above the economics.

use leptos::prelude::*;

use super::lock::{LockDialog, unlock};
use super::study::Study;
use super::{add_sample, use_study};
use crate::edit::{Command, ScenarioInput};
use crate::handover::economy::Case;
use crate::model::Key;
use crate::ui::parts::{Icon, Item, Sign, UndoButtons, live, on};

/// Horizons that are one click away, in months.
const HORIZONS: [u16; 4] = [12, 24, 36, 60];

/// The bar.
#[component]
pub fn EconomyHead() -> impl IntoView {
    let study = use_study();
    let there = move || study.chosen.get().is_some();
    let locking = RwSignal::new(false);
    view! {
        <header class="map-head">
            <h1 class="map-title">{study.e().title}</h1>
            <span class="spring"></span>
            <UndoButtons desk=study.desk />
            {live(move || there().then(|| view! { <Horizon /> }.into_any()))}
            <button class="button quiet" on:click=on(move |_| add(study))>
                <Icon sign=Sign::Plus />
                <span class="label">{study.e().add_scenario}</span>
            </button>
            {live(move || {
                there()
                    .then(|| {
                        view! {
                            <button
                                class="button quiet icon-only"
                                id="scenario-menu"
                                aria-haspopup="menu"
                                aria-label=study.e().scenario_menu
                                title=study.e().scenario_menu
                                on:click=on(move |_| open_menu(study, locking))
                            >
                                <Icon sign=Sign::More />
                            </button>
                        }
                            .into_any()
                    })
            })}
        </header>
        <LockDialog open=locking />
    }
}

/// How far to look.
#[component]
fn Horizon() -> impl IntoView {
    let study = use_study();
    let w = study.e();
    let now = move || study.stated(|scenario| scenario.horizon).unwrap_or_default();
    let choice = move |months: u16| {
        view! {
            <button
                class="segment"
                aria-pressed=live(move || (now() == months).to_string())
                on:click=on(move |_| {
                    study.say(ScenarioInput::Horizon(months));
                    study.desk.seal();
                })
            >
                {(w.months)(months)}
            </button>
        }
    };
    view! {
        <div class="segments horizon" role="group" aria-label=w.horizon>
            {HORIZONS.map(choice).collect_view()}
        </div>
    }
}

/// Adds a scenario: a copy of the one that is looked at, to be changed.
fn add(study: Study) {
    match untrack(|| study.here()) {
        Some(here) => duplicate(study, &here),
        None => add_sample(study),
    }
}

fn duplicate(study: Study, one: &Case) {
    let copy = Box::new(one.scenario.copy());
    if let Some(Key::Scenario(id)) = study.desk.dispatch(Command::AddScenario(copy)).made() {
        study.go(id);
    }
}

fn open_menu(study: Study, locking: RwSignal<bool>) {
    let Some(here) = untrack(|| study.here()) else { return };
    let able = !untrack(|| study.desk.read_only());
    let is_locked = here.scenario.locked.is_some();
    let copy = here.clone();
    let delete = move || {
        let name = study.name(&here);
        let text = (study.e().deleted_scenario)(&name);
        study.desk.dispatch_telling(Command::DeleteScenario(here.id), text, move || {
            study.desk.undo();
            study.go(here.id);
        });
    };
    let items = vec![
        Item::new(study.e().duplicate_scenario, move || duplicate(study, &copy)).enabled(able),
        if is_locked {
            Item::new(study.e().unlock, move || unlock(study)).enabled(able)
        } else {
            Item::new(study.e().lock_scenario, move || locking.set(true)).enabled(able)
        },
        Item::new(study.e().delete_scenario, delete).danger().enabled(able && !is_locked),
    ];
    study.menus.below("scenario-menu", study.e().scenario_menu, items);
}
