//! What a table of cohorts comes to: the churn and the LTV by it, each to be taken over.

use leptos::prelude::*;
use orbita_economics::Quantile;

use super::super::response::why;
use super::super::state::{EconomyState, Sampled};
use super::super::taken::Taken;
use super::columns_are;
use crate::edit::ScenarioInput;
use crate::handover::economy::cohorts as told;
use crate::i18n::amounts::{money, money_range, number, per_cent};
use crate::i18n::economy::band;
use crate::insight::economy::answers::Adjusted;
use crate::insight::economy::cohort::{CohortReading, restated};
use crate::insight::economy::figures;
use crate::model::scenario::{Input, Quantity, Scenario};
use crate::ui::parts::{live, on};

/// The LTV by the table: by the verdict, over the supported models, over the sampling; with what the scenario counts now.
pub fn worth_figure(state: EconomyState, reading: &CohortReading, scenario: &Scenario) -> AnyView {
    let w = state.session.w();
    let (c, lang) = (state.c(), state.lang());
    let sum = |value: f64| money(lang, &scenario.currency, value);
    let worth = match reading.worth(scenario) {
        Ok(worth) => worth,
        Err(reason) => return figure(c.new_client, String::new(), vec![why(state, reason)], None),
    };
    let mut notes = Vec::new();
    if let (Ok(payments), Ok(inside)) = (worth.payments, worth.inside) {
        notes.push((c.payments)(&number(lang, payments, 1), &per_cent(lang, inside, 0)));
    }
    let times = number(lang, worth.churn_factor, 2);
    if let (Ok(own), true) = (worth.own, times != "1") {
        notes.push((c.split_moves)(&times, &sum(own)));
    }
    let range = worth.least.and_then(|least| Ok(money_range(lang, &scenario.currency, least, worth.most?)));
    notes.push(range.map_or_else(
        |why| w.no_figure(why),
        |range| (c.worth_range)(&range, worth.models.len(), reading.supported().is_ok()),
    ));
    match state.sampled.get() {
        Sampled::Band(least, most) => {
            let [least, most] = [least, most].map(|end| Quantile { value: worth.paid_as_stated(end.value), ..end });
            notes.push((c.sampling_range)(&band(lang, &scenario.currency, least, most)));
        }
        Sampled::Running => notes.push(c.sampling.into()),
        Sampled::None => (),
    }
    let counted = figures::figures(scenario).and_then(|figures| figures.client.ltv_net);
    if let (None, Ok(counted)) = (&scenario.by_age, counted) {
        notes.push((c.scenario_ltv)(&sum(counted), worth.is_outside(counted)));
    }
    let ageing = reading.ageing(scenario.cohorts_period());
    let is_used = ageing.as_ref().is_ok_and(|ageing| scenario.by_age.as_ref() == Some(ageing));
    let several = state.all.with(Vec::len) > 1;
    let is_used_in_all = ageing.as_ref().is_ok_and(|ageing| {
        let is_so = |one: &Scenario| one.locked.is_some() || one.by_age.as_ref() == Some(ageing);
        state.all.with(|all| all.iter().all(|case| is_so(&case.scenario)))
    });
    let using = move |everywhere: bool| {
        let ageing = ageing.clone();
        move |()| {
            if let Ok(ageing) = ageing.clone() {
                let told = untrack(|| state.economy()).by_age_now(everywhere);
                let said = if everywhere {
                    ScenarioInput::ByAgeEverywhere(ageing)
                } else {
                    ScenarioInput::ByAge(Some(ageing))
                };
                state.say_with_notice(said, told);
            }
        }
    };
    let action = take_over(
        state,
        several,
        [c.use_by_age, c.use_by_age_in_all],
        [is_used, is_used_in_all],
        [Callback::new(using(false)), Callback::new(using(true))],
    );
    let value = worth.value.map_or_else(|reason| why(state, reason), sum);
    figure(c.new_client, value, notes, Some(action))
}

/// A figure with its name, notes and what can be done with it.
fn figure(name: &'static str, value: String, notes: Vec<String>, action: Option<AnyView>) -> AnyView {
    let notes: Vec<AnyView> =
        notes.into_iter().map(|note| view! { <span class="input-note">{note}</span> }.into_any()).collect();
    view! {
        <div class="cohort-figure">
            <span class="kpi-label">{name}</span>
            <span class="kpi-value">{value}</span>
            {notes}
            {action}
        </div>
    }
    .into_any()
}

/// Takes something of the table over: in every scenario, or in the one that is looked at only. What is asked comes for the one first.
fn take_over(
    state: EconomyState,
    several: bool,
    labels: [&'static str; 2],
    is_done: [bool; 2],
    using: [Callback<()>; 2],
) -> AnyView {
    let here = state.c().use_here;
    let button = |label: &'static str, at: usize| {
        let (is_done, using) = (is_done[at], using[at]);
        // Two of them stand side by side: what only here, is heard as well.
        let named = (label == here).then(|| format!("{}: {here}", labels[0]));
        view! {
            <button
                class="button small"
                aria-label=named
                disabled=live(move || is_done || state.read_only())
                on:click=on(move |_| using.run(()))
            >
                {label}
            </button>
        }
        .into_any()
    };
    if several {
        view! { <div class="paste-actions">{button(labels[1], 1)} {button(here, 0)}</div> }.into_any()
    } else {
        button(labels[0], 0)
    }
}

/// The churn by the table; a scenario can take it over.
pub fn observed_churn(state: EconomyState, reading: &CohortReading, scenario: Option<&Scenario>) -> AnyView {
    let w = state.session.w();
    let (c, lang) = (state.c(), state.lang());
    let churn = match reading.churn {
        Ok(churn) => churn,
        Err(why) => return figure(c.observed_churn, String::new(), vec![w.no_figure(why)], None),
    };
    let likely = churn.likely();
    let mut notes = vec![told::churn_said(lang, &churn, columns_are(state))];
    let Some(scenario) = scenario else {
        return figure(c.observed_churn, per_cent(lang, likely, 2), notes, None);
    };
    // By the period of the scenario, which need not be that of the table.
    let Ok(churn) = restated(reading.churn, scenario) else {
        return figure(c.observed_churn, per_cent(lang, likely, 2), notes, None);
    };
    let several = state.all.with(Vec::len) > 1;
    let using = move |everywhere: bool| {
        move |()| {
            let economy = untrack(|| state.economy());
            let observed: Vec<_> =
                economy.churn_taken(churn, everywhere).into_iter().map(|(observed, _)| observed).collect();
            let (Some(scenario), Some(now)) = (state.chosen.get_untracked(), economy.here()) else { return };
            let taken = Taken {
                scenario,
                input: Input::Quantity(Quantity::Churn),
                now: churn,
                was: economy.churn_said(now.scenario.churn),
                back: ScenarioInput::Observed(economy.churn_stated(&observed)),
                observed: observed.clone(),
            };
            state.take(ScenarioInput::Observed(observed.clone()), economy.churn_is_now(&observed), taken);
        }
    };
    let action = take_over(
        state,
        several,
        [c.use_as_churn, c.use_in_all],
        [false; 2],
        [Callback::new(using(false)), Callback::new(using(true))],
    );
    let adjusted: Vec<Adjusted> =
        state.economy().churn_taken(churn, true).into_iter().map(|(_, adjusted)| adjusted).collect();
    if adjusted.contains(&Adjusted::Dropped) {
        notes.push(c.answers_dropped.into());
    } else if adjusted.iter().any(|one| matches!(one, Adjusted::Guessed(_))) {
        notes.push(c.answers_adjusted.into());
    }
    figure(c.observed_churn, per_cent(lang, likely, 2), notes, Some(action))
}
