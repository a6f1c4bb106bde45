//! The charts of cohorts with what is said below them.

use std::sync::Arc;

use leptos::prelude::*;
use orbita_economics::Figure;

use super::super::state::EconomyState;
use super::super::use_economy_state;
use super::SharedReading;
use super::tables::base_table;
use crate::handover::chart::ChartId;
use crate::handover::economy::cohort_charts::{base, kept, trial as of_trial};
use crate::insight::economy::base::Base;
use crate::insight::economy::cohort::{CohortReading, churn_factor, client};
use crate::insight::economy::holdout::Holdout;
use crate::model::scenario::Scenario;
use crate::ui::parts::{TitledChart, live, titled};

/// What was observed, and what the models make of it.
#[component]
pub fn KeptChart(reading: SharedReading, to: RwSignal<u32>) -> impl IntoView {
    let state = use_economy_state();
    let chart = titled(move || kept(state.lang(), &reading, to.get()));
    view! { <TitledChart id=ChartId::Cohorts of=chart menus=state.menus /> }
}

/// What was foretold from the first ages, beside what came.
#[component]
pub fn TrialChart(reading: SharedReading, trial: Arc<Holdout>) -> impl IntoView {
    let state = use_economy_state();
    let chart = titled(move || of_trial(state.lang(), &reading, &trial));
    view! {
        <TitledChart id=ChartId::Trial of=chart menus=state.menus />
        <p>{chart.with_untracked(|chart| chart.summary.clone())}</p>
    }
}

/// Columns for each age: at one average rate, and by its own prospects; the same as a table.
#[component]
pub fn BaseChart(reading: SharedReading) -> impl IntoView {
    let state = use_economy_state();
    let aged = {
        let reading = reading.clone();
        Memo::new(move |_| base_of(state, &reading))
    };
    let chart = titled(move || {
        let factor = state.stated(churn_factor).and_then(Figure::ok).unwrap_or(1.0);
        aged.with(|aged| base(state.lang(), &state.currency(), &reading, aged.as_ref(), factor))
    });
    view! {
        <TitledChart id=ChartId::Base of=chart menus=state.menus />
        {live(move || {
            let base = aged.get()?.ok();
            Some(base_table(state, &chart.with(|chart| chart.summary.clone()), base))
        })}
    }
}

/// The base by age with the margin, the discount and the growth of the scenario.
fn base_of(state: EconomyState, reading: &CohortReading) -> Option<Figure<Base>> {
    let stated = |scenario: &Scenario| Ok((client(scenario)?, churn_factor(scenario)?, scenario.cohorts_period()));
    Some(state.stated(stated)?.and_then(|(client, churn_factor, period)| reading.base(&client, churn_factor, period)))
}
