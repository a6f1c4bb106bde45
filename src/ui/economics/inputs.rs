//! What a scenario states: tabs, the split, every input.

use leptos::{ev, prelude::*};

use super::lock::{LockLine, locked};
use super::quantity::QuantityInput;
use super::response::ResponseFields;
use super::state::EconomyState;
use super::use_economy_state;
use crate::edit::ScenarioInput;
use crate::handover::economy::Case;
use crate::i18n::amounts::{money, per_cent};
use crate::model::amount::Amount;
use crate::model::scenario::{Payment, Period, Quantity};
use crate::ui::parts::{BudgetSide, SplitBar, live, on};

/// Some of the inputs.
fn of(quantities: &[Quantity]) -> Vec<AnyView> {
    quantities.iter().map(|quantity| view! { <QuantityInput quantity=*quantity /> }.into_any()).collect()
}

/// The panel of inputs, in groups that fold.
#[component]
pub fn Inputs() -> impl IntoView {
    let state = use_economy_state();
    let w = state.e();
    let s = state.s();
    view! {
        // What cannot be changed says why, wherever the hand is.
        <aside class="economy-inputs" aria-label=w.inputs title=live(move || locked(state))>
            <Tabs />
            <Name />
            <LockLine />
            <Split />
            <details class="input-group" open>
                <summary>{w.group_clients}</summary>
                {of(&[Quantity::Clients, Quantity::Revenue, Quantity::Margin, Quantity::Churn, Quantity::Cac])}
            </details>
            <details class="input-group" open>
                <summary>{w.group_budget}</summary>
                {of(&[Quantity::Budget, Quantity::OneOff])}
                <RetentionSum />
            </details>
            <details class="input-group" open>
                <summary>{s.spending}</summary>
                <ResponseFields />
            </details>
            <details class="input-group">
                <summary>{w.group_terms}</summary>
                {of(&[Quantity::Discount, Quantity::Growth])}
                <Terms />
            </details>
        </aside>
    }
}

/// The scenarios to choose from.
#[component]
fn Tabs() -> impl IntoView {
    let state = use_economy_state();
    let w = state.e();
    let name = |one: &Case| (one.id, one.letter(), one.scenario.name.clone());
    // Another number builds no button anew.
    let named = Memo::new(move |_| state.all.with(|all| all.iter().map(name).collect::<Vec<_>>()));
    view! {
        <div class="segments scenario-tabs" role="group" aria-label=w.scenarios>
            {live(move || {
                let tabs = named.get().into_iter().map(|(id, letter, name)| {
                    let role = format!("letter letter-{}", letter.to_lowercase());
                    let label = name.is_empty().then(|| (w.scenario_n)(&letter));
                    view! {
                        <button
                            class="segment"
                            aria-label=label
                            aria-pressed=live(move || (state.chosen.get() == Some(id)).to_string())
                            on:click=on(move |_| state.go(id))
                        >
                            <b class=role>{letter}</b>
                            {name}
                        </button>
                    }
                        .into_any()
                });
                tabs.collect_view().into_any()
            })}
        </div>
    }
}

/// The name of the scenario.
#[component]
fn Name() -> impl IntoView {
    let state = use_economy_state();
    let w = state.e();
    let placeholder = move || state.here().map(|here| (w.scenario_n)(&here.letter())).unwrap_or_default();
    view! {
        <label class="number-field">
            <span class="number-label">{w.scenario_name}</span>
            <input
                class="field"
                type="text"
                placeholder=live(placeholder)
                readonly=live(move || state.read_only())
                prop:value=live(move || state.stated(|scenario| scenario.name.clone()).unwrap_or_default())
                on:input=on(move |event: ev::Event| state.say(ScenarioInput::Name(event_target_value(&event))))
                on:blur=on(move |_| state.desk.seal())
            />
        </label>
    }
}

/// The split of the budget.
#[component]
fn Split() -> impl IntoView {
    let state = use_economy_state();
    let w = state.e();
    let s = state.s();
    let keep = Signal::derive(move || state.stated(|scenario| scenario.keep.get()).unwrap_or_default());
    let set = Callback::new(move |share: f64| {
        if let Some(share) = Amount::new(share) {
            state.say(ScenarioInput::Keep(share));
        }
    });
    let settle = Callback::new(move |()| state.desk.seal());
    let parts = Signal::derive(move || parts(state, keep.get()));
    let mark = Signal::derive(move || Some(state.base()?.scenario.keep.get()).filter(|share| *share != keep.get()));
    let whole = move || {
        state
            .stated(|scenario| {
                let sum = money(state.lang(), &scenario.currency, scenario.budget.likely());
                format!("{sum} {}", w.per(scenario.period))
            })
            .unwrap_or_default()
    };
    view! {
        <div class="input split-input">
            <div class="slider-line">
                <span class="slider-label">{s.budget_split}</span>
                <span class="input-note">{live(whole)}</span>
            </div>
            <SplitBar
                label=s.budget_split
                value=keep
                set
                settle
                parts
                mark
                read_only=Signal::derive(move || state.read_only())
            />
        </div>
    }
}

fn parts(state: EconomyState, keep: f64) -> (BudgetSide, BudgetSide) {
    let s = state.s();
    let lang = state.lang();
    let whole = |share: f64| per_cent(lang, share, 0);
    let amount = |share: f64| {
        let sum = state.stated(|scenario| (scenario.currency.clone(), scenario.budget.likely() * share));
        sum.map(|(currency, sum)| money(lang, &currency, sum)).unwrap_or_default()
    };
    let had = state.base().filter(|base| base.scenario.keep.get() != keep);
    let name =
        had.map_or(s.keep.into(), |base| (s.keep_had)(&base.letter(), &per_cent(lang, base.scenario.keep.get(), 0)));
    (
        BudgetSide { name: s.win.into(), share: whole(1.0 - keep), amount: amount(1.0 - keep) },
        BudgetSide { name, share: whole(keep), amount: amount(keep) },
    )
}

/// What becomes of the sum for retention as the number of clients changes.
#[component]
fn RetentionSum() -> impl IntoView {
    let state = use_economy_state();
    let s = state.s();
    let fixed = move || state.stated(|scenario| scenario.keep_fixed);
    let choice = move |one: bool, label: &'static str| {
        view! {
            <button
                class="segment"
                aria-pressed=live(move || (fixed() == Some(one)).to_string())
                disabled=live(move || state.read_only())
                on:click=on(move |_| state.say(ScenarioInput::KeepFixed(one)))
            >
                {label}
            </button>
        }
    };
    view! {
        <div class="input">
            <span class="slider-label">{s.keeping}</span>
            <div class="segments stacked" role="group" aria-label=s.keeping>
                {choice(false, s.keeping_follows)}
                {choice(true, s.keeping_fixed)}
            </div>
        </div>
    }
}

/// How clients pay.
#[component]
fn Paying() -> impl IntoView {
    let state = use_economy_state();
    let w = state.e();
    let all: Vec<Payment> =
        Period::ALL.into_iter().flat_map(|term| [false, true].map(|after| Payment { term, after })).collect();
    let now = move || state.stated(|scenario| scenario.payment);
    let choose = {
        let all = all.clone();
        move |event: ev::Event| {
            let at: Option<usize> = event_target_value(&event).parse().ok();
            if let Some(payment) = at.and_then(|at| all.get(at)) {
                state.say(ScenarioInput::Payment(*payment));
            }
        }
    };
    let option = move |(at, payment): (usize, Payment)| {
        view! {
            <option value=at.to_string() selected=live(move || now() == Some(payment))>{(w.payment_of)(payment)}</option>
        }
        .into_any()
    };
    view! {
        <label class="number-field">
            <span class="number-label">{w.payment}</span>
            <select class="field" disabled=live(move || state.read_only()) on:change=on(choose)>
                {all.into_iter().enumerate().map(option).collect_view()}
            </select>
        </label>
        <p class="input-note">{w.payment_hint}</p>
    }
}

/// What all scenarios are stated in.
#[component]
fn Terms() -> impl IntoView {
    let state = use_economy_state();
    let w = state.e();
    let period = move || state.stated(|scenario| scenario.period);
    let choice = move |one: Period| {
        view! {
            <button
                class="segment"
                aria-pressed=live(move || (period() == Some(one)).to_string())
                disabled=live(move || state.read_only())
                on:click=on(move |_| state.say(ScenarioInput::Period(one)))
            >
                {w.per(one)}
            </button>
        }
    };
    view! {
        <div class="input">
            <span class="slider-label">{w.period}</span>
            <div class="segments" role="group" aria-label=w.period>{Period::ALL.map(choice).collect_view()}</div>
            <p class="input-note">{w.period_hint}</p>
        </div>
        <Paying />
        <label class="number-field">
            <span class="number-label">{w.currency}</span>
            <input
                class="field"
                type="text"
                maxlength="8"
                readonly=live(move || state.read_only())
                prop:value=live(move || state.currency())
                on:input=on(move |event: ev::Event| state.say(ScenarioInput::Currency(event_target_value(&event))))
                on:blur=on(move |_| state.desk.seal())
            />
        </label>
    }
}
