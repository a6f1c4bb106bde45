//! The tables of cohorts: models compared, the trial, the base by age.

use std::sync::Arc;

use leptos::prelude::*;
use orbita_economics::{Family, Figure, Fit};

use super::super::state::EconomyState;
use super::super::use_economy_state;
use super::SharedReading;
use crate::handover::economy::cohort_charts::method;
use crate::i18n::amounts::{money, number, per_cent, signed};
use crate::insight::economy::base::{AgeValue, Base};
use crate::insight::economy::cohort::{CohortReading, Standing};
use crate::insight::economy::holdout::Holdout;

/// A table with a name for each row.
fn table(class: &'static str, label: &'static str, head: &[&'static str], rows: Vec<Vec<String>>) -> AnyView {
    let head: Vec<AnyView> = head.iter().map(|name| view! { <th scope="col">{*name}</th> }.into_any()).collect();
    let row = |cells: Vec<String>| {
        let mut cells = cells.into_iter();
        let name = cells.next().unwrap_or_default();
        let cells: Vec<AnyView> = cells.map(|cell| view! { <td>{cell}</td> }.into_any()).collect();
        view! { <tr><th scope="row">{name}</th>{cells}</tr> }.into_any()
    };
    let rows: Vec<AnyView> = rows.into_iter().map(row).collect();
    view! {
        <div class="table-scroll" role="region" tabindex="0" aria-label=label>
            <table class=format!("panel-table words {class}")>
                <thead><tr>{head}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// The models with their parameters, likelihoods and criteria, and the tests between them.
#[component]
pub fn Fits(reading: SharedReading) -> impl IntoView {
    let state = use_economy_state();
    let w = state.session.w();
    let (c, lang) = (state.c(), state.lang());
    let row = |(at, fit): (usize, &Figure<Fit>)| {
        let name = (c.family)(Family::ALL[at]).to_string();
        match fit {
            Ok(fit) => {
                let one = |value: f64| number(lang, value, 1);
                vec![
                    name,
                    (c.parameters)(&fit.model),
                    one(fit.log_likelihood),
                    one(fit.aic()),
                    one(fit.bic()),
                    verdict(state, &reading, fit),
                ]
            }
            Err(why) => vec![name, w.no_figure(*why), String::new(), String::new(), String::new(), String::new()],
        }
    };
    let rows = reading.fits.iter().enumerate().map(row).collect();
    let test = |test: &crate::insight::economy::cohort::Test| {
        let outcome = test.outcome.ok()?;
        let (sign, p) = if outcome.p < 0.001 { ('<', 0.001) } else { ('=', outcome.p) };
        let p = format!("{sign} {}", number(lang, p, 3));
        let names = ((c.family_short)(test.fuller), (c.family_short)(test.simpler));
        Some(view! { <li>{(c.test)(names.0, names.1, &p, test.takes_over)}</li> }.into_any())
    };
    let tests: Vec<AnyView> = reading.tests.iter().filter_map(test).collect();
    let head = [c.model, c.parameter_column, c.log_likelihood, "AIC", "BIC", c.verdict_column];
    view! {
        <h4 class="panel-part">{c.models}</h4>
        {table("models", c.models, &head, rows)}
        <ul class="cohort-limits">{tests}</ul>
    }
}

fn verdict(state: EconomyState, reading: &CohortReading, fit: &Fit) -> String {
    let c = state.c();
    match reading.standing(fit) {
        Standing::SameAs(family) => (c.same_as)((c.family)(family)),
        Standing::AtEdge => c.at_edge.into(),
        Standing::Verdict => c.verdict_of.into(),
        Standing::Supported => c.supported.into(),
        Standing::Worse => c.worse.into(),
        Standing::Open => String::new(),
    }
}

/// What each method foretold.
#[component]
pub fn Trial(trial: Arc<Holdout>) -> impl IntoView {
    let state = use_economy_state();
    let (c, lang) = (state.c(), state.lang());
    let share = |share: f64| per_cent(lang, share, 1);
    let mut rows = vec![vec![c.observed.to_string(), share(trial.observed), String::new()]];
    for forecast in &trial.forecasts {
        let says = forecast.error.map(|error| share(trial.observed + error)).unwrap_or_default();
        rows.push(vec![method(lang, forecast.method), says, missed(state, forecast.error)]);
    }
    table("", c.trial, &[c.method, c.says, c.misses_by], rows)
}

/// By how many points a forecast misses.
fn missed(state: EconomyState, error: Figure) -> String {
    match error {
        Ok(error) => (state.c().points)(&signed(&number(state.lang(), error * 100.0, 1), error)),
        Err(why) => state.session.w().no_figure(why),
    }
}

/// The base by age, in a sentence and in figures.
pub fn base_table(state: EconomyState, summary: &str, base: Option<Base>) -> AnyView {
    let (c, lang, currency) = (state.c(), state.lang(), state.currency());
    let sum = |value: f64| money(lang, &currency, value);
    let rows = base.map(|base| {
        let row = |age: &AgeValue| {
            vec![
                (c.renewal)(age.group.next_renewal),
                number(lang, age.group.customers, 0),
                sum(age.by_age / age.group.customers),
                sum(age.by_age),
                sum(age.at_average),
            ]
        };
        base.ages.iter().map(row).collect()
    });
    let head = [c.next_renewal, c.clients, c.worth_of_one, c.by_age, c.at_average];
    view! { <p>{summary.to_owned()}</p> {rows.map(|rows| table("", c.base, &head, rows))} }.into_any()
}
