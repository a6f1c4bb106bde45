//! The bar above the economics.

use leptos::{html, prelude::*};

use super::lock::{LockDialog, unlock};
use super::state::EconomyState;
use super::{add_sample, use_economy_state};
use crate::edit::{Command, ScenarioInput};
use crate::handover::economy::Case;
use crate::i18n::figures;
use crate::model::Key;
use crate::ui::browser::{self, print};
use crate::ui::parts::{Icon, Item, Sign, UndoButtons, live, on};

/// Horizons that are one click away, in months.
const HORIZONS: [u16; 4] = [12, 24, 36, 60];

/// The bar.
#[component]
pub fn EconomyHead() -> impl IntoView {
    let state = use_economy_state();
    let there = move || state.chosen.get().is_some();
    let locking = RwSignal::new(false);
    view! {
        <header class="map-head">
            <h1 class="map-title">{state.e().title}</h1>
            <span class="spring"></span>
            <PaperLine />
            <UndoButtons desk=state.desk />
            {live(move || there().then(|| view! { <Horizon /> }.into_any()))}
            <button class="button quiet" on:click=on(move |_| add(state))>
                <Icon sign=Sign::Plus />
                <span class="label">{state.e().add_scenario}</span>
            </button>
            {live(move || {
                there()
                    .then(|| {
                        view! {
                            <button
                                class="button quiet icon-only"
                                id="scenario-menu"
                                aria-haspopup="menu"
                                aria-label=state.e().scenario_menu
                                title=state.e().scenario_menu
                                on:click=on(move |_| open_menu(state, locking))
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

/// Of which project the paper is, and of which day: paper is kept.
#[component]
fn PaperLine() -> impl IntoView {
    let state = use_economy_state();
    let line = NodeRef::<html::P>::new();
    let said = move || {
        let title = state.desk.peek(|e| e.head().title.clone());
        let project = state.session.w().title_or(&title, state.session.w().untitled_engagement).to_owned();
        format!("{project}, {}", figures::date(state.lang(), browser::local_day(browser::now())))
    };
    let before = move || {
        if let Some(line) = line.get_untracked() {
            line.set_text_content(Some(&said()));
        }
    };
    let listeners = print::on_print(before, || ());
    on_cleanup(move || listeners.into_iter().for_each(|listener| listener.remove()));
    view! { <p class="paper-line" node_ref=line></p> }
}

/// How far to look.
#[component]
fn Horizon() -> impl IntoView {
    let state = use_economy_state();
    let w = state.e();
    let now = move || state.stated(|scenario| scenario.horizon).unwrap_or_default();
    let choice = move |months: u16| {
        view! {
            <button
                class="segment"
                aria-pressed=live(move || (now() == months).to_string())
                disabled=live(move || state.read_only())
                on:click=on(move |_| {
                    state.say(ScenarioInput::Horizon(months));
                    state.desk.seal();
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
fn add(state: EconomyState) {
    match untrack(|| state.here()) {
        Some(here) => duplicate(state, &here),
        None => add_sample(state),
    }
}

fn duplicate(state: EconomyState, one: &Case) {
    let copy = Box::new(one.scenario.copy());
    if let Some(Key::Scenario(id)) = state.desk.dispatch(Command::AddScenario(copy)).made() {
        state.go(id);
    }
}

fn open_menu(state: EconomyState, locking: RwSignal<bool>) {
    let Some(here) = untrack(|| state.here()) else { return };
    let able = !untrack(|| state.desk.read_only());
    let is_locked = here.scenario.locked.is_some();
    let copy = here.clone();
    let delete = move || {
        let name = state.name(&here);
        let text = (state.e().deleted_scenario)(&name);
        state.desk.dispatch_with_notice(Command::DeleteScenario(here.id), text, move || {
            state.desk.undo();
            state.go(here.id);
        });
    };
    let items = vec![
        Item::new(state.e().duplicate_scenario, move || duplicate(state, &copy)).enabled(able),
        if is_locked {
            Item::new(state.e().unlock, move || unlock(state)).enabled(able)
        } else {
            Item::new(state.e().lock_scenario, move || locking.set(true)).enabled(able)
        },
        Item::new(state.e().delete_scenario, delete).danger().enabled(able && !is_locked),
    ];
    state.menus.below("scenario-menu", state.e().scenario_menu, items);
}
