//! The value of fixing: every initiative, what it is called and what it is worth.

mod form;
mod friction;
mod together;

use std::time::Duration;

use leptos::prelude::*;

use self::form::Form;
use self::together::IncludedTogether;
use super::response::why;
use super::state::EconomyState;
use super::trial::TestTerms;
use super::use_economy_state;
use crate::charts::{Floor, Scale, domain};
use crate::edit::Command;
use crate::i18n::amounts::{money, per_cent};
use crate::i18n::economy::band;
use crate::insight::economy::initiative::{Unvalued, Value};
use crate::model::quantity::InitiativeId;
use crate::model::scenario::{Initiative, Scenario};
use crate::model::{Collection, Key};
use crate::ui::alive::Alive;
use crate::ui::browser::element;
use crate::ui::commands::{InitiativeVerb, Verb};
use crate::ui::deeds::Deeds;
use crate::ui::parts::{each, live, on, shown, verb_icon};

/// How long the keyboard is elsewhere before the list puts itself in order.
const REST: Duration = Duration::from_millis(700);

/// The panel.
#[component]
pub fn Initiatives() -> impl IntoView {
    let state = use_economy_state();
    let e = state.e();
    let i = state.i();
    // A list that moved under the keyboard would take a field away from whoever types into it.
    let is_typed_into = RwSignal::new(false);
    // One that moved while the pointer is pressed elsewhere would take away what it is pressed on.
    let alive = Alive::here();
    let left = move || {
        alive.after(REST, move || {
            is_typed_into.set(element::find(".initiatives").is_some_and(|list| element::has_focus(&list)));
        });
    };
    let ids = Memo::new(move |was: Option<&Vec<InitiativeId>>| {
        let mut ranked: Vec<_> = state.valued.with(|all| all.iter().map(|valued| valued.id).collect());
        // They are there before it is known what they are worth.
        if ranked.is_empty() {
            let list = Key::List(Collection::Initiative);
            ranked = state.desk.read(list, |e| e.initiatives().map(|(id, _)| id).collect());
        }
        let is_same = |was: &&Vec<InitiativeId>| was.len() == ranked.len() && was.iter().all(|id| ranked.contains(id));
        let stays = was.filter(|was| is_typed_into.get() && is_same(was)).cloned();
        stays.unwrap_or(ranked)
    });
    // One length for all, with nothing on it, so that they compare.
    let reach = Memo::new(move |_| {
        state.valued.with(|all| {
            let values = all.iter().filter_map(|one| one.value.as_ref().ok());
            domain(values.flat_map(Value::ends).map(|end| end.value), Floor::Zero)
        })
    });
    state.session.offers.add(move || InitiativeVerb::offers(state.i(), state));
    view! {
        <section class="panel" id="initiatives" aria-labelledby="initiatives-title">
            <div class="panel-head">
                <h3 class="chart-title" id="initiatives-title">{i.initiatives}</h3>
                <button class="button small" on:click=on(move |_| InitiativeVerb::Add.act(state))>
                    {verb_icon(InitiativeVerb::Add)}
                    {InitiativeVerb::Add.label(i)}
                </button>
            </div>
            {live(move || {
                Some(if state.desk.read(Key::List(Collection::Initiative), |e| e.initiatives().next().is_none()) {
                    view! { <p class="input-note">{i.initiatives_hint}</p> }.into_any()
                } else {
                    let name = state.here().map(|here| state.name(&here)).unwrap_or_default();
                    view! { <p class="input-note">{(i.valued_with)(&name)}</p> }.into_any()
                })
            })}
            {live(move || {
                let by_age = |scenario: &Scenario| {
                    let churn = per_cent(state.lang(), scenario.churn_in_force(), 2);
                    scenario.by_age.is_some().then(|| (i.points_by_age)(&format!("{churn} {}", e.per(scenario.period))))
                };
                let text = state.stated(by_age).flatten().filter(|_| ids.with(|ids| !ids.is_empty()))?;
                Some(view! { <p class="input-note">{text}</p> }.into_any())
            })}
            <ul
                class="initiatives"
                role="list"
                aria-label=i.initiatives
                on:focusin=on(move |_| is_typed_into.set(true))
                on:focusout=on(move |_| left())
            >
                {each(move || ids.get(), move |id| view! { <InitiativeRow id reach /> })}
            </ul>
            <IncludedTogether />
            {shown(move || !ids.with(Vec::is_empty), || view! { <TestTerms /> })}
        </section>
    }
}

pub(super) fn add(state: EconomyState) {
    let made = state.desk.dispatch(Command::AddInitiative(Box::new(Initiative::against(None)))).made();
    if let Some(Key::Initiative(id)) = made {
        state.initiative.set(Some(id));
        element::when_there(format!("#initiative-name-{id}"), |field| element::focus(&field));
    }
}

/// What an initiative is called: its name, or the friction that it removes.
pub fn name(state: EconomyState, id: InitiativeId) -> String {
    let i = state.i();
    let (name, friction) = state
        .desk
        .read(Key::Initiative(id), |e| e.initiative(id).map(|one| (one.name.clone(), one.friction)))
        .unwrap_or_default();
    let words = |card| state.desk.read(Key::Card(card), |e| e.card(card).map(|card| card.text.clone()));
    match (name.trim(), friction.and_then(words)) {
        ("", Some(words)) if !words.trim().is_empty() => words,
        ("", _) => i.unnamed_initiative.into(),
        (name, _) => name.into(),
    }
}

#[component]
fn InitiativeRow(
    /// Which one.
    id: InitiativeId,
    /// From the least worth of all to the largest.
    reach: Memo<(f64, f64)>,
) -> impl IntoView {
    let state = use_economy_state();
    let i = state.i();
    let is_open = move || state.initiative.get() == Some(id);
    let value =
        Memo::new(move |_| state.valued.with(|all| all.iter().find(|one| one.id == id).map(|one| one.value.clone())));
    let worth = move || match value.get()? {
        // That it is not valued is said beside its name.
        Err(Unvalued::Missing(_)) => None,
        value => Some(worth(state, &value)),
    };
    let waits = move || value.with(Option::is_none) && state.here().is_some();
    let unvalued = move || value.with(|value| matches!(value, Some(Err(Unvalued::Missing(_)))));
    view! {
        <li class="initiative" id=format!("initiative-{id}")>
            <button
                class="initiative-row"
                aria-expanded=live(move || is_open().to_string())
                on:click=on(move |_| state.initiative.update(|open| *open = (*open != Some(id)).then_some(id)))
            >
                <span class="initiative-name">
                    {live(move || name(state, id))}
                    " "
                    {live(move || unvalued().then(|| view! { <span class="chip-warn">{i.not_valued_short}</span> }.into_any()))}
                </span>
                {live(move || Some(span(&value.get()?.ok()?, reach.get())))}
                <b class="initiative-worth">{live(worth)}</b>
                {live(move || waits().then(|| view! { <span class="later">{state.r().calculating_ranges}</span> }.into_any()))}
            </button>
            {shown(is_open, move || view! { <Form id value /> })}
        </li>
    }
}

/// Where the worth lies among all others: nothing, its range, and what half of the runs exceed.
fn span(value: &Value, reach: (f64, f64)) -> AnyView {
    let scale = Scale::new(reach, (0.0, 100.0));
    let at = |value: f64| format!("{:.1}%", scale.at(value));
    let [low, high] = value.ends().map(|end| at(end.value));
    view! {
        <span
            class="initiative-span"
            aria-hidden="true"
            style:--zero=at(0.0)
            style:--low=low
            style:--high=high
            style:--middle=at(value.first().value)
        ></span>
    }
    .into_any()
}

/// What an initiative is worth in a few words; none for one that is not valued.
fn worth(state: EconomyState, value: &Result<Value, Unvalued>) -> String {
    match value {
        Ok(value) => (state.i().worth_over)(&over_horizon(state, value), value.months),
        Err(Unvalued::NoFigure(reason)) => why(state, *reason),
        Err(Unvalued::TakesMoreThan(churn)) => state.i().takes_more_than(state.lang(), *churn),
        Err(Unvalued::Missing(_)) => state.i().not_valued_short.into(),
    }
}

/// The initiatives in short, for the decision on paper: there it is one report.
#[component]
pub fn InitiativesOnPaper() -> impl IntoView {
    let state = use_economy_state();
    let i = state.i();
    let row = move |(id, worth): (InitiativeId, String)| {
        view! { <tr><th scope="row">{name(state, id)}</th><td>{worth}</td></tr> }.into_any()
    };
    let all = Memo::new(move |_| {
        let with = state.at_rest().here().map(|here| state.name(here));
        let rows: Vec<_> = state.valued.with(|all| all.iter().map(|one| (one.id, worth(state, &one.value))).collect());
        with.filter(|_| !rows.is_empty()).map(|with| (with, rows))
    });
    live(move || {
        let (with, rows) = all.get()?;
        Some(
            view! {
                <section class="panel on-paper">
                    <h3 class="chart-title">{i.initiatives}</h3>
                    <p class="input-note">{(i.valued_with)(&with)}</p>
                    <table class="panel-table"><tbody>{rows.into_iter().map(row).collect_view()}</tbody></table>
                </section>
            }
            .into_any(),
        )
    })
}

/// What an initiative adds over the horizon, costs taken off: its range, or the one figure where nobody stated a range.
fn over_horizon(state: EconomyState, value: &Value) -> String {
    let [low, high] = value.ends();
    match value.range {
        Some(_) => band(state.lang(), &state.currency(), low, high),
        None => money(state.lang(), &state.currency(), value.likely),
    }
}
