//! What a column of a pasted table stands for.

use leptos::{ev, prelude::*};

use super::state::EconomyState;
use crate::edit::{Command, Pasted, ScenarioInput};
use crate::model::scenario::Period;
use crate::model::{Collection, Key};
use crate::ui::parts::{live, on};

/// The choice of a month, a quarter or a year, for the table in use: one that waits says itself how it is read. It is the period of the
/// scenario unless somebody says otherwise.
pub fn choice(state: EconomyState, now: fn(EconomyState) -> Period, of: Pasted) -> AnyView {
    let e = state.e();
    let choose = move |event: ev::Event| {
        let at: Option<usize> = event_target_value(&event).parse().ok();
        if let Some(period) = at.and_then(|at| Period::ALL.get(at)) {
            say(state, of, *period);
        }
    };
    let option = move |(at, period): (usize, Period)| {
        view! {
            <option value=at.to_string() selected=live(move || now(state) == period)>{(e.column_of)(period)}</option>
        }
        .into_any()
    };
    view! {
        <label class="number-field columns-period">
            <span class="number-label">{e.column_is}</span>
            <select
                class="field"
                disabled=live(move || state.read_only() || !is_there(state, of))
                on:change=on(choose)
            >
                {Period::ALL.into_iter().enumerate().map(option).collect_view()}
            </select>
        </label>
    }
    .into_any()
}

/// Whether a column can be said to be something: of the tables of a scenario always, or else of one that is there.
fn is_there(state: EconomyState, of: Pasted) -> bool {
    state.chosen.with(Option::is_some)
        || match of {
            Pasted::Accounts => state.desk.read(Key::List(Collection::Account), |e| e.accounts().next().is_some()),
            Pasted::Cohorts => state.tables(|tables| tables.cohorts.is_some()),
        }
}

/// Where there is a scenario, it says what a column is.
fn say(state: EconomyState, of: Pasted, period: Period) {
    if state.chosen.with_untracked(Option::is_none) {
        _ = state.desk.dispatch(Command::SetColumns(of, period));
        return;
    }
    state.say(match of {
        Pasted::Accounts => ScenarioInput::AccountsPeriod(period),
        Pasted::Cohorts => ScenarioInput::CohortsPeriod(period),
    });
}
