//! What is said first: the finding as a sentence, then the figures.

use leptos::prelude::*;

use super::response::{PutRight, why};
use super::state::EconomyState;
use super::use_economy_state;
use crate::edit::ScenarioInput;
use crate::handover::economy::included::Mark;
use crate::handover::economy::{Economy, SHOWN, Shown};
use crate::route::EconomyPart;
use crate::ui::browser::element;
use crate::ui::parts::{live, on, shown};

/// What is told of the scenarios.
#[derive(PartialEq)]
struct FindingText {
    sentence: String,
    range: String,
    marks: Vec<Mark>,
    notes: String,
    /// Whether some ranges are drawn apart from those of the first scenario.
    is_apart: bool,
}

/// The finding with its range.
#[component]
pub fn Finding() -> impl IntoView {
    let state = use_economy_state();
    let text = Memo::new(move |_| {
        let economy = state.with_ranges();
        let (sentence, range) = say(state, &economy);
        let marks = economy.marks();
        FindingText {
            sentence,
            range,
            marks,
            notes: economy.notes().join(" "),
            is_apart: !economy.drawn_apart().is_empty(),
        }
    });
    let seen = Memo::new(move |_| text.with(|text| text.marks.clone()));
    let has_forecast = Memo::new(move |_| state.has_forecast());
    // Only the words change: a button that is built anew while it is pressed hears no click.
    view! {
        <div class="finding">
            <h2 class="finding-sentence">{live(move || text.with(|text| text.sentence.clone()))}</h2>
            {shown(
                move || seen.with(|seen| !seen.is_empty()),
                move || view! { <p class="finding-marks">{live(move || seen.with(|seen| marks(state, seen)))}</p> },
            )}
            <p class="finding-range" role="status">{live(move || text.with(|text| text.range.clone()))}</p>
            <p class="finding-left">{live(move || text.with(|text| text.notes.clone()))}</p>
            {shown(move || text.with(|text| text.is_apart), || view! { <DrawTogether /> })}
            <PutRight />
            {shown(move || has_forecast.get(), || view! { <ToForecast /> })}
        </div>
    }
}

/// What has to be seen with the first figure, each leading to what it speaks of.
fn marks(state: EconomyState, marks: &[Mark]) -> AnyView {
    let to_claims = |_| element::when_there("#claims".into(), |claims| element::show(&claims));
    let one = |mark: &Mark| match mark.clone() {
        Mark::Initiatives(text) => {
            view! { <a class="chip" href=live(move || state.address_of(EconomyPart::Fixing))>{text}</a> }.into_any()
        }
        Mark::Claim(text) => view! { <button class="chip" on:click=on(to_claims)>{text}</button> }.into_any(),
    };
    marks.iter().map(one).collect_view().into_any()
}

/// Leads to the forecast, as soon as it has come.
#[component]
fn ToForecast() -> impl IntoView {
    let state = use_economy_state();
    let go = move |_| element::when_there("#forecast-table".into(), |table| element::focus(&table));
    view! {
        <button class="button small" on:click=on(go)>
            {state.e().to_forecast}
        </button>
    }
}

/// Links all ranges that are drawn apart from those of the first scenario.
#[component]
fn DrawTogether() -> impl IntoView {
    let state = use_economy_state();
    let link = move |_| state.say(ScenarioInput::DrawTogether(untrack(|| state.economy().drawn_apart())));
    view! {
        <button class="button small" disabled=live(move || state.read_only()) on:click=on(link)>
            {state.r().draw_together}
        </button>
    }
}

fn say(state: EconomyState, economy: &Economy) -> (String, String) {
    let e = state.e();
    let r = state.r();
    match economy.finding_said() {
        Some((sentence, range)) => (sentence, range.unwrap_or_else(|| r.calculating_ranges.into())),
        None => {
            let why = state.here().and_then(|here| here.figures.err()).map(|reason| why(state, reason));
            (e.cannot_calculate.into(), why.unwrap_or_default())
        }
    }
}

/// The figures, each with what it was in the first scenario; each opens how it is calculated.
#[component]
pub fn Strip() -> impl IntoView {
    view! {
        <div class="strip">{SHOWN.map(|shown| view! { <Kpi shown /> }).collect_view()}</div>
    }
}

#[component]
fn Kpi(shown: Shown) -> impl IntoView {
    let state = use_economy_state();
    let e = state.e();
    let label = move || state.economy().label(shown);
    let change = Memo::new(move |_| state.economy().change(shown));
    let text = move || state.here().map(|_| change.with(|change| state.economy().headline(shown, change.as_ref())));
    let why = move || state.here().and_then(|here| state.economy().own_reason(shown, &here));
    view! {
        <button
            class="kpi"
            title=live(move || why().unwrap_or_else(|| (e.how_calculated)(&label())))
            on:click=on(move |_| {
                super::formula::open(state, shown);
            })
        >
            <span class="kpi-label">{live(label)}</span>
            <span class="kpi-line">
                <b class="kpi-value" class:missing=live(move || text().as_deref() == Some(e.missing))>{live(text)}</b>
                {live(move || {
                    change
                        .get()
                        .map(|change| {
                            let class = if change.is_good { "kpi-change good" } else { "kpi-change bad" };
                            view! {
                                <span class="kpi-was">{change.was}</span>
                                <span class=class>{change.by}</span>
                            }
                                .into_any()
                        })
                })}
            </span>
            {live(move || why().or_else(|| state.with_ranges().counterpart(shown)).map(|other| view! { <span class="kpi-beside">{other}</span> }.into_any()))}
        </button>
    }
}
