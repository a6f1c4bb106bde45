//! The screen of the economics: what keeping a client is worth.

mod accounts;
mod charts;
mod cohorts;
mod columns;
mod compare;
mod deferred;
mod estimate;
mod field;
mod finding;
mod forecast;
mod formula;
mod head;
mod initiatives;
mod inputs;
mod lock;
mod paradox;
mod paste;
mod quantity;
mod range;
mod response;
mod simulated;
mod simulating;
mod state;
mod taken;
mod trial;
mod verbs;

use leptos::prelude::*;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use crate::model::quantity::ScenarioId;
use crate::model::scenario::Scenario;
use crate::route::{EconomyPart, Route};
use crate::ui::browser::element;
use crate::ui::desk::Desk;
use crate::ui::parts::{Menu, later, live, on, undo_by_keys};
use crate::ui::saving::Saver;
use crate::ui::session::use_session;
use charts::Charts;
pub use deferred::deferred as fetch_deferred;
use deferred::{BelowPlace, FormulaPlace, deferred};
use finding::{Finding, Strip};
use head::EconomyHead;
use inputs::Inputs;
use state::EconomyState;

/// Shows the economics of an engagement.
pub type Screen = fn(Desk, Saver, RwSignal<Route>) -> AnyView;

/// The screen. It is fetched with the engine when it is first needed.
#[wasm_split(economics, fallible)]
pub fn screen() -> Result<Screen, SplitLoaderError> {
    Ok(|desk, saver, route| view! { <EconomicsScreen desk saver route /> }.into_any())
}

/// Another tab deleted the scenario that is shown: whoever types into it is told, and does not go on in another one unawares.
fn stop_where_gone(state: EconomyState) {
    let (desk, session) = (state.desk, state.session);
    Effect::new(move |before: Option<(Option<ScenarioId>, u64)>| {
        let (chosen, by_tabs) = (state.chosen.get(), desk.overruled().by_tabs);
        if let Some((Some(was), seen)) = before
            && chosen != Some(was)
            && by_tabs != seen
            && desk.peek(|e| e.scenario(was).is_none())
            && element::focus_is_in(".economy input")
        {
            element::leave_field();
            session.notify(session.w().saving_words.record_gone);
        }
        (chosen, by_tabs)
    });
}

/// The economics of an engagement.
#[component]
fn EconomicsScreen(
    /// The engagement.
    desk: Desk,
    /// How it is kept.
    saver: Saver,
    /// The address, for the scenario.
    route: RwSignal<Route>,
) -> impl IntoView {
    let session = use_session();
    let state = EconomyState::new(desk, session, saver, route);
    simulating::follow(state);
    stop_where_gone(state);
    provide_context(state);
    undo_by_keys(desk);
    on_cleanup(move || desk.seal());
    let is_empty = Memo::new(move |_| state.all.with(Vec::is_empty));
    let is_decision = Memo::new(move |_| state.part.get() == EconomyPart::Decision);
    // Tables say what they say without a scenario.
    let is_of_tables = Memo::new(move |_| matches!(state.part.get(), EconomyPart::Clients | EconomyPart::Revenue));
    // The state outlives a switch of the language: only its views are built anew.
    live(move || {
        session.lang.track();
        element::keep_scroll("economy-results");
        view! {
            <main class="economy">
                <EconomyHead />
                {live(move || {
                    let is_empty = is_empty.get();
                    let of_part = move || !is_decision.get();
                    view! {
                        <div class="economy-body" class:of-part=live(of_part) class:alone=is_empty>
                            {(!is_empty).then(|| view! { <Inputs /> }.into_any())}
                            <div class="economy-results" id="economy-results">
                                <Parts />
                                {live(move || {
                                    if is_empty && !is_of_tables.get() {
                                        view! { <Empty /> }.into_any()
                                    } else if is_decision.get() {
                                        view! {
                                            <Finding />
                                            <Strip />
                                            <Charts />
                                            <BelowPlace />
                                        }
                                            .into_any()
                                    } else {
                                        later(deferred, move |deferred| deferred::tab(deferred, state.part))
                                    }
                                })}
                            </div>
                        </div>
                    }
                        .into_any()
                })}
                <FormulaPlace />
                <Menu menus=state.menus />
            </main>
        }
        .into_any()
    })
}

/// The economics of the running view.
fn use_economy_state() -> EconomyState {
    expect_context()
}

/// The parts of the economics, each with an address of its own.
#[component]
fn Parts() -> impl IntoView {
    let state = use_economy_state();
    let w = state.e();
    let part = move |part: EconomyPart| {
        view! {
            <a
                class="segment"
                href=live(move || state.address_of(part))
                aria-current=live(move || (state.part.get() == part).then_some("page"))
            >
                {(w.part)(part)}
            </a>
        }
    };
    view! {
        <nav class="segments economy-parts" aria-label=state.session.w().economics>
            {EconomyPart::ALL.map(part).collect_view()}
        </nav>
    }
}

/// An engagement without a scenario.
#[component]
fn Empty() -> impl IntoView {
    let state = use_economy_state();
    let w = state.e();
    view! {
        <div class="empty">
            <h2 class="empty-title">{w.empty_title}</h2>
            <p>{w.empty_hint}</p>
            <button class="button primary" disabled=live(move || state.desk.read_only()) on:click=on(move |_| add_sample(state))>
                {w.start_with_sample}
            </button>
        </div>
    }
}

/// Adds a scenario of sample figures.
fn add_sample(state: EconomyState) {
    let w = state.e();
    state.add(Scenario::sample(w.sample_currency, w.sample_scale));
}
