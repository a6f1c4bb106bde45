//! What the economics show behind their other tabs, below the decision and over it: fetched after the decision.

use leptos::prelude::*;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use super::accounts::AccountPanel;
use super::cohorts::CohortPanel;
use super::compare::Compare;
use super::forecast::ForecastPanel;
use super::formula::Formula;
use super::initiatives::{Initiatives, InitiativesOnPaper};
use super::paradox::Paradox;
use super::use_economy_state;
use crate::i18n::economy::EconomyWords;
use crate::route::EconomyPart;
use crate::ui::parts::{below, live, once_needed};

/// What is fetched.
#[derive(Clone, Copy)]
pub struct Deferred {
    /// What stands behind a tab.
    tab: fn(EconomyPart) -> AnyView,
    /// What stands below the charts of the decision.
    below: fn() -> AnyView,
    /// How a figure is calculated.
    formula: fn() -> AnyView,
}

/// Fetches it.
#[wasm_split(tools, fallible)]
pub fn deferred() -> Result<Deferred, SplitLoaderError> {
    Ok(Deferred {
        tab: |part| match part {
            EconomyPart::Decision => ().into_any(),
            EconomyPart::Clients => view! { <CohortPanel /> }.into_any(),
            EconomyPart::Revenue => view! { <AccountPanel /> }.into_any(),
            EconomyPart::Fixing => view! { <Initiatives /> }.into_any(),
        },
        below: || {
            view! {
                <InitiativesOnPaper />
                <Paradox />
                <Compare />
                <ForecastPanel />
            }
            .into_any()
        },
        formula: || view! { <Formula /> }.into_any(),
    })
}

/// A tab beside the decision, as long as it is shown.
pub fn tab(deferred: Deferred, shown: Memo<EconomyPart>) -> AnyView {
    let state = use_economy_state();
    live(move || {
        let part = shown.get();
        Some(
            view! {
                <h2 class="unseen">{(EconomyWords::of(state.lang()).part)(part)}</h2>
                {(deferred.tab)(part)}
            }
            .into_any(),
        )
    })
    .into_any()
}

/// The place below the charts.
#[component]
pub fn BelowPlace() -> impl IntoView {
    below(deferred, |deferred| (deferred.below)())
}

/// The place of the explanation of a figure.
#[component]
pub fn FormulaPlace() -> impl IntoView {
    let state = use_economy_state();
    let explaining = state.explaining;
    once_needed(move || explaining.get(), move || explaining.set(false), deferred, |deferred| (deferred.formula)())
}
