//! A number of an estimate, as it is typed.

use leptos::prelude::*;

use super::field::{Note, NumberField};
use super::state::EconomyState;
use super::use_economy_state;
use crate::handover;
use crate::i18n::economy::Unit;
use crate::model::amount::{End, Estimate, Moving, WrongSide};
use crate::model::scenario::{Bounds, Input};
use crate::ui::parts::{Number, Typed, live, on};

/// One of the three numbers of an estimate.
#[component]
pub fn EstimateField(
    /// The label, which is seen.
    #[prop(into)]
    label: String,
    /// What the number counts.
    unit: Unit,
    /// The least and the most that it may be.
    bounds: Bounds,
    /// The estimate.
    estimate: Memo<Estimate>,
    /// Which number.
    end: End,
    /// Takes the estimate with the new number.
    say: Callback<Estimate>,
    /// Why the number, as it is, contradicts others.
    #[prop(optional, into)]
    flaw: Signal<Option<String>>,
    /// Whether a likely number that nobody stated goes along with an end that is typed first.
    #[prop(optional)]
    unstated_follows: bool,
    /// What is quietly said of the number.
    #[prop(optional)]
    note: Option<Note>,
) -> impl IntoView {
    let state = use_economy_state();
    let text = Signal::derive(move || {
        let value = estimate.get().at(end);
        value.map(|value| unit.exact(state.lang(), &state.currency(), value)).unwrap_or_default()
    });
    // The numbers of the range as they were before this one was typed: a figure that is only half typed must not move the
    // others for good.
    let before = StoredValue::new(Estimate::default());
    let moving = StoredValue::new(Moving::default());
    let with_end = move |number: f64| {
        let was = before.get_value();
        let is_unstated = unstated_follows && was.ends().is_none() && was.likely() == 0.0;
        let all = Estimate::range(number, number, number).filter(|_| is_unstated);
        all.map_or_else(|| was.with_end(end, number), Ok)
    };
    let set = Callback::new(move |number: f64| {
        let made = if number.is_nan() {
            Some(before.get_value().without_end(end))
        } else if end == End::Likely {
            let now = estimate.get_untracked();
            moving.try_update_value(|moving| moving.within(now, number, bounds.least, bounds.most)).flatten()
        } else {
            with_end(number).ok()
        };
        made.into_iter().for_each(|made| say.run(made));
    });
    // An end on the wrong side of the likely number is refused: it would take the other numbers along unseen.
    let read = typed(state, unit, bounds);
    let typed = Callback::new(move |text: String| {
        let r = state.r();
        // Whoever empties an end wants none there; the likely number is needed.
        if end != End::Likely && text.trim().is_empty() {
            return Ok(f64::NAN);
        }
        let number = read.run(text)?;
        let refuse = |likely| {
            let likely = unit.exact(state.lang(), &untrack(|| state.currency()), likely);
            if end == End::Low { (r.low_too_high)(&likely) } else { (r.high_too_low)(&likely) }
        };
        let wrong = if end == End::Likely { None } else { with_end(number).err() };
        wrong.map_or(Ok(number), |WrongSide(likely)| Err(refuse(likely)))
    });
    let number = Number {
        desk: state.desk,
        text,
        typed,
        begin: Callback::new(move |()| before.set_value(estimate.get_untracked())),
        set,
        restore: Callback::new(move |()| say.run(before.get_value())),
        settle: Callback::new(move |()| state.desk.seal()),
        emptied: Some(Callback::new(move |()| {
            let r = state.r();
            let likely = unit.exact(state.lang(), &state.currency(), estimate.get().at(end)?);
            Some(if end == End::Low { (r.no_low)(&likely) } else { (r.no_high)(&likely) })
        })),
        kept: None,
    };
    let read_only = Signal::derive(move || state.read_only());
    view! { <NumberField label number read_only flaw note /> }
}

/// Takes the ends off an estimate; the likely number stays.
#[component]
pub fn MakeExact(estimate: Memo<Estimate>, say: Callback<Estimate>) -> impl IntoView {
    let state = use_economy_state();
    view! {
        <button
            class="button quiet small"
            disabled=live(move || state.read_only())
            on:click=on(move |_| settle(state, say, Estimate::exact(estimate.get_untracked().likely())))
        >
            {state.r().make_exact}
        </button>
    }
}

/// Says an estimate, as a step of its own.
pub fn settle(state: EconomyState, say: Callback<Estimate>, made: Option<Estimate>) {
    if let Some(made) = made {
        say.run(made);
        state.desk.seal();
    }
}

/// Reads a number in a unit and holds it against what is allowed.
pub fn typed(state: EconomyState, unit: Unit, bounds: Bounds) -> Typed {
    Callback::new(move |text: String| {
        let currency = untrack(|| state.currency());
        let period = untrack(|| state.stated(|scenario| scenario.period)).unwrap_or_default();
        unit.typed(state.lang(), &currency, period, bounds, &text)
    })
}

/// That an input is a suggestion or a figure of the sample, which nobody changed.
pub fn unsaid(state: EconomyState, input: Input) -> Option<&'static str> {
    let here = state.here()?;
    let first = state.base().unwrap_or_else(|| here.clone());
    handover::economy::unsaid(state.lang(), &here.scenario, &first.scenario, input)
}
