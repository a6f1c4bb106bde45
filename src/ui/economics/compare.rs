//! Scenarios side by side, and what they state differently.

use leptos::prelude::*;

use super::state::EconomyState;
use super::use_economy_state;
use crate::handover::economy::{COMPARED, Case, Shown};
use crate::insight::economy::finding::differences;
use crate::ui::parts::{live, shown};

/// The table; shown where there is more than one scenario.
#[component]
pub fn Compare() -> impl IntoView {
    let state = use_economy_state();
    shown(move || state.all.with(Vec::len) > 1, || view! { <ScenarioTable /> })
}

#[component]
fn ScenarioTable() -> impl IntoView {
    let state = use_economy_state();
    let e = state.e();
    let r = state.r();
    let heads = move || {
        let economy = state.at_rest();
        economy.cases.iter().map(|one| view! { <th scope="col">{state.name(one)}</th> }.into_any()).collect_view()
    };
    let rows = move || {
        let economy = state.at_rest();
        let row = |shown: Shown| {
            let cells = economy.cases.iter().map(|one| match economy.text(shown, one) {
                Ok(text) => view! { <td>{text}</td> }.into_any(),
                Err(why) => view! { <td title=why>{economy.brief(shown, one)}</td> }.into_any(),
            });
            view! {
                <tr>
                    <th scope="row">{economy.label(shown)}</th>
                    {cells.collect_view()}
                </tr>
            }
            .into_any()
        };
        COMPARED.map(row).collect_view()
    };
    view! {
        <section class="panel" aria-labelledby="compare-title">
            <h3 class="chart-title" id="compare-title">{e.compare}</h3>
            <div class="table-scroll">
                <table class="panel-table">
                    <thead>
                        <tr>
                            <th scope="col">{e.figure}</th>
                            {live(move || heads().into_any())}
                        </tr>
                    </thead>
                    <tbody>{live(move || rows().into_any())}</tbody>
                </table>
            </div>
            <p class="input-note">{r.from_likely}</p>
            {live(move || said(state).into_iter().map(|text| view! { <p>{text}</p> }.into_any()).collect_view().into_any())}
        </section>
    }
}

/// What each scenario states otherwise than the first.
fn said(state: EconomyState) -> Vec<String> {
    let e = state.e();
    let economy = state.at_rest();
    let Some((first, others)) = economy.cases.split_first() else { return Vec::new() };
    let say = |other: &Case| {
        let list: Vec<&str> = differences(&other.scenario, &first.scenario).into_iter().map(e.difference).collect();
        let names = (state.name(other), state.name(first));
        if list.is_empty() {
            format!("{}, {}: {}", names.0, names.1, e.no_difference)
        } else {
            (e.differs)(&names.0, &names.1, &list.join(", "))
        }
    };
    others.iter().map(say).collect()
}
