//! The charts of cohorts: observed and fitted, the trial, the base by age.

use std::sync::Arc;

use leptos::prelude::*;
use orbita_economics::Figure;

use super::super::state::EconomyState;
use super::super::use_economy_state;
use super::Told;
use crate::charts::{Floor, LineChart, Pair, Pairs, Role};
use crate::handover::economy::cohorts::{axes, base_said, kept, kept_said, line, observed};
use crate::i18n::amounts::{money, number, signed};
use crate::insight::economy::base::Base;
use crate::insight::economy::cohort::{CohortReading, churn_factor, client};
use crate::insight::economy::holdout::{Forecast, Holdout, Method};
use crate::model::scenario::Scenario;
use crate::ui::parts::{ChartCard, Figures};

/// What was observed, and what the models make of it.
#[component]
pub fn KeptChart(reading: Told, to: RwSignal<u32>) -> impl IntoView {
    let state = use_economy_state();
    let (c, lang) = (state.c(), state.lang());
    let last = reading.last_age();
    let of_chart = reading.clone();
    let chart = Signal::derive(move || -> Figures { Arc::new(kept(lang, &of_chart, to.get())) });
    let summary = Signal::derive(move || kept_said(lang, &reading, to.get()));
    view! {
        <ChartCard
            id="cohorts-kept"
            title=c.kept.to_string()
            subtitle=Signal::derive(move || (c.kept_note)(last, to.get()))
            summary
            chart
            menus=state.menus
        />
    }
}

/// What was foretold from the first ages, beside what came.
#[component]
pub fn TrialChart(reading: Told, trial: Arc<Holdout>) -> impl IntoView {
    let state = use_economy_state();
    let c = state.c();
    let subtitle = (c.trial_note)(trial.fitted, trial.last);
    let (model, trend) = (nearest(&trial, true), nearest(&trial, false));
    let summary = match (&model, &trend) {
        (Some(model), Some(trend)) => {
            let miss = |one: &Forecast| {
                one.error.map_or_else(
                    |why| state.session.w().no_figure(why),
                    |off| (c.points)(&number(state.lang(), off.abs() * 100.0, 1)),
                )
            };
            (c.trial_summary)(&method(state, model.method), &miss(model), &method(state, trend.method), &miss(trend))
        }
        _ => subtitle.clone(),
    };
    let series = [(model, Role::B), (trend, Role::A)].into_iter().filter_map(|(forecast, role)| {
        let forecast = forecast?;
        let name = method(state, forecast.method);
        let end = match forecast.method {
            Method::Model(family) => (c.family_short)(family).to_string(),
            Method::Trend(_) => name.clone(),
        };
        Some(line(role, &name, &end, forecast.curve.as_ref().ok()?))
    });
    let (x, y) = axes(state.lang(), Floor::Zero);
    let series = series.chain([observed(state.lang(), &reading)]).collect();
    let chart: Figures = Arc::new(LineChart { x, y, series, notes: Vec::new() });
    view! {
        <ChartCard
            id="cohorts-trial"
            title=c.trial.to_string()
            subtitle
            summary=summary.clone()
            chart=Signal::derive(move || chart.clone())
            menus=state.menus
        />
        <p>{summary}</p>
    }
}

/// The model, or the trend line, that misses by least.
fn nearest(trial: &Holdout, model: bool) -> Option<Forecast> {
    let of_kind = |forecast: &&Forecast| matches!(forecast.method, Method::Model(_)) == model;
    let miss = |forecast: &Forecast| forecast.error.map_or(f64::INFINITY, f64::abs);
    trial.forecasts.iter().filter(of_kind).min_by(|one, other| miss(one).total_cmp(&miss(other))).cloned()
}

/// The name of a way to foretell.
pub fn method(state: EconomyState, method: Method) -> String {
    let c = state.c();
    match method {
        Method::Trend(kind) => (c.trend)(kind).into(),
        Method::Model(family) => (c.family)(family).into(),
    }
}

/// By how many points a forecast misses.
pub fn missed(state: EconomyState, error: Figure) -> String {
    let w = state.session.w();
    match error {
        Ok(error) => (state.c().points)(&signed(&number(state.lang(), error * 100.0, 1), error)),
        Err(why) => w.no_figure(why),
    }
}

/// The base by age with the margin, the discount and the growth of the scenario.
pub fn base(state: EconomyState, reading: &CohortReading) -> Option<Figure<Base>> {
    let stated = |scenario: &Scenario| Ok((client(scenario)?, churn_factor(scenario)?, scenario.cohorts_period()));
    Some(state.stated(stated)?.and_then(|(client, churn_factor, period)| reading.base(&client, churn_factor, period)))
}

/// Columns for each age: at one average rate, and by its own prospects.
#[component]
pub fn BaseChart(reading: Told) -> impl IntoView {
    let state = use_economy_state();
    let c = state.c();
    let read = reading.clone();
    let chart = Signal::derive(move || -> Figures {
        let (lang, currency) = (state.lang(), state.currency());
        let ages = base(state, &read).and_then(Figure::ok).map(|base| base.ages).unwrap_or_default();
        let pair = |age: &crate::insight::economy::base::AgeValue| Pair {
            name: (c.renewal)(age.group.next_renewal),
            values: [Some(age.at_average), Some(age.by_age)],
        };
        Arc::new(Pairs {
            pairs: ages.iter().map(pair).collect(),
            names: [c.at_average.into(), c.by_age.into()],
            value: Arc::new(move |value| money(lang, &currency, value)),
            name: c.next_renewal.into(),
        })
    });
    view! {
        <ChartCard
            id="cohorts-base"
            title=c.base.to_string()
            subtitle=c.base_note.to_string()
            summary=Signal::derive(move || base_summary(state, &reading))
            chart
            menus=state.menus
        />
    }
}

/// What one average rate makes of the base, as a sentence.
pub fn base_summary(state: EconomyState, reading: &CohortReading) -> String {
    let w = state.session.w();
    let factor = state.stated(churn_factor).and_then(Figure::ok).unwrap_or(1.0);
    match base(state, reading) {
        Some(Ok(base)) => base_said(state.lang(), &state.currency(), reading, &base, factor),
        Some(Err(why)) => w.no_figure(why),
        None => String::new(),
    }
}
