//! The panel of accounts: a table pasted, what moved the recurring revenue, and the hole that one client leaves.

mod movements;

use std::sync::Arc;

use leptos::{ev, prelude::*};

use super::paste::{PasteBox, TableKind};
use super::response::why;
use super::state::EconomyState;
use super::use_economy_state;
use crate::edit::{Command, Pasted};
use crate::handover::economy::revenue::{Loss, concentration_said, lost_said};
use crate::insight::economy::accounts::{largest, paying, periods, refill};
use crate::model::scenario::{Account, Period, Scenario};
use crate::model::{Collection, Key};
use crate::tables::fault::Kind;
use crate::tables::{self, export};
use crate::ui::offered::Offered;
use crate::ui::parts::{FieldDraft, live, on, shown};
use movements::Moved;

/// The accounts of the engagement; the same list for every piece of the panel.
type Accounts = Memo<Arc<Vec<Account>>>;

/// The panel.
#[component]
pub fn AccountPanel() -> impl IntoView {
    let state = use_economy_state();
    let a = state.a();
    let accounts: Accounts = Memo::new(move |_| Arc::new(listed(state)));
    let read = Callback::new(move |offered: Offered| {
        let currency = untrack(|| state.currency());
        let columns = untrack(|| period(state));
        let reading = offered.read(state.lang(), &currency, columns, tables::accounts::read_for_project)?;
        Ok(reading.map(|kept| Command::SetAccounts(kept.accounts, kept.columns, kept.periods)))
    });
    let remove = Callback::new(move |()| {
        state.desk.dispatch_with_notice(Command::SetAccounts(Vec::new(), None, Vec::new()), a.removed, move || {
            _ = state.desk.undo()
        });
    });
    let rows = Signal::derive(move || {
        let accounts = accounts.get();
        let names = state.tables(|tables| tables.account_periods.clone());
        if accounts.is_empty() { Vec::new() } else { export::accounts(accounts.iter(), &names, state.lang()) }
    });
    let stored = Signal::derive(move || export::tabbed(state.lang(), &rows.get()).trim_end().to_owned());
    view! {
        <section class="panel" aria-labelledby="accounts-title">
            <h3 class="chart-title" id="accounts-title">{a.title}</h3>
            <PasteBox
                id="account-table"
                label=a.table
                hint=Signal::derive(move || (a.hint)(period(state)))
                sample="A\t1200\t1200\t1500\nB\t800\t800\t0\nC\t0\t450\t600"
                draft=state.accounts
                read_only=Signal::derive(move || state.desk.read_only())
                refuses=Callback::new(move |()| state.desk.refuses())
                table=TableKind { kind: Kind::Accounts, read, stored, rows }
                remove
            />
            {shown(move || !state.accounts.is_unused(), move || super::columns::choice(state, period, Pasted::Accounts))}
            {shown(
                move || state.accounts.is_unused() && accounts.with(|accounts| !accounts.is_empty()),
                move || view! { <p class="input-note" role="status">{state.e().stale_results}</p> },
            )}
            {live(move || {
                let (count, periods) = accounts.with(|accounts| (accounts.len(), periods(&all(accounts))));
                (periods > 1)
                    .then(|| {
                        view! {
                            <p class="input-note" role="status">{(a.understood)(count, periods)}</p>
                            <Moved accounts periods />
                            <Lose accounts periods />
                        }
                            .into_any()
                    })
            })}
        </section>
    }
}

/// Every account, read anew when one of them changes.
fn listed(state: EconomyState) -> Vec<Account> {
    let desk = state.desk;
    desk.track(Key::List(Collection::Account));
    let ids: Vec<_> = desk.peek(|e| e.accounts().map(|(id, _)| id).collect());
    ids.into_iter().filter_map(|id| desk.read(Key::Account(id), |e| e.account(id).cloned())).collect()
}

fn all(accounts: &[Account]) -> Vec<&Account> {
    accounts.iter().collect()
}

fn period(state: EconomyState) -> Period {
    let waiting = || state.tables(|tables| tables.accounts_period).unwrap_or_default();
    state.stated(Scenario::accounts_period).unwrap_or_else(waiting)
}

/// A choice from a list.
fn choice(
    label: &'static str,
    options: Vec<String>,
    chosen: impl Fn() -> usize + Send + 'static,
    choose: impl Fn(usize) + 'static,
) -> AnyView {
    let options: Vec<AnyView> = options
        .into_iter()
        .enumerate()
        .map(|(at, name)| view! { <option value=at.to_string()>{name}</option> }.into_any())
        .collect();
    view! {
        <label class="number-field">
            <span class="number-label">{label}</span>
            <select
                class="field"
                prop:value=live(move || chosen().to_string())
                on:change=on(move |event: ev::Event| {
                    if let Ok(at) = event_target_value(&event).parse() {
                        choose(at);
                    }
                })
            >
                {options}
            </select>
        </label>
    }
    .into_any()
}

/// How much hangs on few, and the hole that one of them leaves.
#[component]
fn Lose(accounts: Accounts, periods: usize) -> impl IntoView {
    let state = use_economy_state();
    let (a, lang) = (state.a(), state.lang());
    let now = periods - 1;
    // Who pays nothing now cannot be lost any more.
    let (names, places): (Vec<String>, Vec<usize>) = accounts.with_untracked(|accounts| {
        let name = |(at, _): (usize, f64)| Some((accounts.get(at)?.name.clone(), at));
        paying(&all(accounts), now).into_iter().filter_map(name).unzip()
    });
    let largest = accounts.with_untracked(|accounts| largest(&all(accounts), now));
    let first = places.iter().position(|at| Some(*at) == largest).unwrap_or(0);
    let draft = FieldDraft::new(state.session, state.desk, "lose".into());
    let whom = RwSignal::new(names.iter().position(|name| *name == draft.text()).unwrap_or(first));
    let kept = names.clone();
    let choose = move |at: usize| {
        draft.set(kept.get(at).cloned().unwrap_or_default());
        whom.set(at);
    };
    let place = move || places.get(whom.get()).copied().unwrap_or_default();
    let spread = move || accounts.with(|accounts| concentration_said(lang, &all(accounts), now));
    view! {
        <h4 class="panel-part">{a.concentration}</h4>
        <p>{live(spread)}</p>
        <h4 class="panel-part">{a.lose}</h4>
        <div class="account-choices">{choice(a.lose_whom, names, move || whom.get(), choose)}</div>
        <div role="status">
            {live(move || {
                let said = hole(state, accounts, place(), now);
                Some(said.into_iter().map(|text| view! { <p>{text}</p> }.into_any()).collect::<Vec<_>>().into_any())
            })}
        </div>
    }
}

/// The hole that losing an account leaves, as sentences.
fn hole(state: EconomyState, accounts: Accounts, at: usize, now: usize) -> Vec<String> {
    let a = state.a();
    let refill = match state.stated(refill) {
        Some(Ok(refill)) => refill,
        Some(Err(reason)) => return vec![why(state, reason)],
        None => return vec![a.no_scenario.into()],
    };
    let Some(here) = state.here() else { return Vec::new() };
    let months = period(state).months();
    accounts.with(|accounts| {
        let loss = Loss { accounts: &all(accounts), at, period: now, months };
        lost_said(state.lang(), (&state.name(&here), &here.scenario), &refill, &loss)
    })
}
