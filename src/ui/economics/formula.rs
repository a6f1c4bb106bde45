//! How a figure is calculated: its formula with the numbers filled in, its timing, its source.

use leptos::prelude::*;

use super::state::EconomyState;
use super::use_economy_state;
use crate::handover::economy::Shown;
use crate::handover::economy::formula::{filled, formula, symbols_said};
use crate::ui::parts::{Dialog, live, on};

/// Explains a figure.
pub fn open(state: EconomyState, shown: Shown) {
    state.explained.set(Some(shown));
    state.explaining.set(true);
}

/// The explanation of a figure.
#[component]
pub fn Formula() -> impl IntoView {
    let state = use_economy_state();
    let w = state.session.w();
    let e = state.e();
    view! {
        <Dialog open=state.explaining title=e.formula class="formula">
            {live(move || {
                let shown = state.explained.get()?;
                let here = state.here()?;
                let why = || state.economy().text(shown, &here).err().unwrap_or_else(|| e.missing.into());
                let filled = filled(state.lang(), shown, &here).unwrap_or_else(why);
                let (timing, source) = (e.explained)(shown as usize);
                let symbols = symbols_said(state.lang(), shown, &here.scenario).into_iter();
                let symbols: Vec<AnyView> = symbols.map(|said| view! { <dd>{said}</dd> }.into_any()).collect();
                Some(
                    view! {
                        <dl class="formula-list">
                            <dt>{state.economy().label(shown)}</dt>
                            <dd class="formula-text">{formula(shown, &here.scenario)}</dd>
                            {symbols}
                            <dt>{e.with_numbers}</dt>
                            <dd class="formula-text">{filled}</dd>
                            <dt>{e.timing}</dt>
                            <dd>{timing}</dd>
                            <dt>{e.source}</dt>
                            <dd>{source}</dd>
                        </dl>
                    }
                        .into_any(),
                )
            })}
            <div class="dialog-actions">
                <button class="button primary" on:click=on(move |_| state.explaining.set(false))>{w.close}</button>
            </div>
        </Dialog>
    }
}
