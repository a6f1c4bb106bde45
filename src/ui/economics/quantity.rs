//! One input of a scenario: its likely number on a slider, and its range.

use std::sync::Arc;

use leptos::prelude::*;

use super::estimate::{typed, unsaid};
use super::range::RangeEditor;
use super::response::Contradicted;
use super::state::EconomyState;
use super::use_economy_state;
use crate::charts::Format;
use crate::edit::ScenarioInput;
use crate::handover::economy::Case;
use crate::i18n::economy::Unit;
use crate::insight::economy::slide::{self, Slide, resized};
use crate::insight::economy::{answers, plan};
use crate::model::amount::Moving;
use crate::model::scenario::{Input, Quantity, Scenario};
use crate::ui::parts::{FieldDraft, Slider, SliderMark, live, on, shown};

/// What tells the slider of an input from the others.
fn id(quantity: Quantity) -> &'static str {
    match quantity {
        Quantity::Clients => "input-clients",
        Quantity::Revenue => "input-revenue",
        Quantity::Margin => "input-margin",
        Quantity::Churn => "input-churn",
        Quantity::Cac => "input-cac",
        Quantity::Budget => "input-budget",
        Quantity::OneOff => "input-one-off",
        Quantity::Discount => "input-discount",
        Quantity::Growth => "input-growth",
    }
}

/// An input with its slider, its exact field and its range.
#[component]
pub fn QuantityInput(
    /// Which one.
    quantity: Quantity,
) -> impl IntoView {
    let state = use_economy_state();
    let w = state.e();
    let s = state.s();
    let unit = Unit::of(quantity);
    let estimate = Memo::new(move |_| state.stated(|scenario| *scenario.quantity(quantity)).unwrap_or_default());
    let likely = Signal::derive(move || estimate.get().likely());
    // A scale that moves under the hand cannot be aimed at, nor come back to: it follows only what is typed or comes from elsewhere.
    let size = move || untrack(|| size(state, quantity));
    let held = RwSignal::new((size(), likely.get_untracked()));
    let slid = StoredValue::new(None::<f64>);
    let slide = Memo::new(move |_| {
        let (size, number) = held.get();
        state.stated(|scenario| Slide::scaled(scenario, quantity, size, number))
    });
    let bounds = Memo::new(move |_| slide.get().map_or((0.0, 0.0), |slide| (slide.low, slide.high)));
    Effect::new(move |_| {
        let now = likely.get();
        if slid.get_value() != Some(now) {
            held.update(|(size, number)| (*size, *number) = (resized(quantity, *size, now), now));
        }
    });
    Effect::new(move |_| {
        state.chosen.track();
        slid.set_value(None);
        held.set((size(), likely.get_untracked()));
    });
    let moving = StoredValue::new(Moving::default());
    let set = Callback::new(move |number: f64| {
        let (allowed, now) = (quantity.bounds(), estimate.get_untracked());
        let moved = moving.try_update_value(|moving| moving.around(now, number, allowed.least, allowed.most));
        if let Some(moved) = moved.flatten() {
            state.say(ScenarioInput::Quantity(quantity, moved));
        }
    });
    let slide_to = Callback::new(move |number: f64| {
        set.run(number);
        slid.set_value(Some(likely.get_untracked()));
    });
    let settle = Callback::new(move |()| state.desk.seal());
    let format: Format = {
        let lang = state.lang();
        Arc::new(move |value| unit.exact(lang, &untrack(|| state.currency()), value))
    };
    let mark = Signal::derive(move || {
        let base = state.base()?;
        let value = base.scenario.quantity(quantity).likely();
        let text = format!("{} {}", base.letter(), unit.short(state.lang(), &base.scenario.currency, value));
        (value != likely.get()).then_some(SliderMark { value, text })
    });
    let label = move || {
        let name = w.quantity(quantity);
        state.stated(|scenario| w.with_period(name, unit, scenario.period)).unwrap_or_else(|| name.into())
    };
    // The churn of a table of cohorts is no number that can be typed: it has to be given up first.
    let by_age =
        move || quantity == Quantity::Churn && state.stated(|scenario| scenario.by_age.is_some()) == Some(true);
    // The label is part of the slider: another period, currency or scenario builds it anew, another number does not.
    let named = Memo::new(move |_| (label(), state.currency(), state.chosen.get()));
    let slider = live(move || {
        let format = format.clone();
        let label = named.with(|(label, ..)| label.clone());
        let place = format!("number/{}/{:?}", id(quantity), state.chosen.get_untracked());
        let kept = FieldDraft::new(state.session, state.desk, place);
        view! {
            <Slider
                id=id(quantity)
                label
                value=likely
                set
                slide=slide_to
                settle
                bounds
                step=Signal::derive(move || slide.get().map_or(1.0, |slide| slide.step))
                format
                typed=typed(state, unit, quantity.typed_bounds())
                mark
                hint=Signal::derive(move || hint(state, quantity))
                read_only=Signal::derive(move || state.read_only() || by_age())
                kept
            />
        }
        .into_any()
    });
    view! {
        <div class="input">
            {slider}
            {shown(by_age, || view! { <OneChurn /> })}
            {live(move || stopped(state, slide.get()?, likely.get()))}
            {live(move || {
                let is_at_an_end = slide.get()?.is_at_an_end(quantity, likely.get());
                (is_at_an_end && !state.read_only()).then(|| view! { <p class="input-note" role="status">{s.slider_ends}</p> }.into_any())
            })}
            <Contradicted quantity />
            <RangeEditor input=Input::Quantity(quantity) estimate />
        </div>
    }
}

/// The size that gives the slider its scale: that of the number here, in another scenario, or in the sample.
fn size(state: EconomyState, quantity: Quantity) -> f64 {
    let w = state.e();
    let sample = Scenario::sample(w.sample_currency, w.sample_scale);
    let chosen = state.chosen.get();
    state.all.with(|all| {
        let (here, others): (Vec<&Case>, Vec<&Case>) = all.iter().partition(|case| Some(case.id) == chosen);
        let stated = here.into_iter().chain(others).map(|case| &*case.scenario);
        slide::size(stated.chain([&sample]), quantity)
    })
}

/// That the slider goes no further, and which answer stops it, where one does.
fn stopped(state: EconomyState, slide: Slide, now: f64) -> Option<AnyView> {
    let stop = slide.stopped(now)?;
    // What contradicts an answer is told below; one that nobody gave stops the slider only where there is none that agrees.
    let is_told =
        |scenario: &Scenario| answers::contradictions(scenario).is_empty() && !scenario.is_suggested(stop.answer);
    let agrees = state.stated(is_told) == Some(true);
    let value = state.stated(|scenario| {
        let number = scenario.response.map(|response| response.answer(stop.answer).likely()).unwrap_or_default();
        Unit::of_answer(stop.answer).exact(state.lang(), &scenario.currency, number)
    })?;
    let text = (state.s().stops_at)(state.e().answer(stop.answer), &value);
    agrees.then(|| view! { <p class="input-note" role="status">{text}</p> }.into_any())
}

/// Gives up churn by age, which the number above would contradict, and tells it with a way back.
#[component]
fn OneChurn() -> impl IntoView {
    let state = use_economy_state();
    let w = state.e();
    view! {
        <button
            class="button small"
            disabled=live(move || state.read_only())
            on:click=on(move |_| state.say_with_notice(ScenarioInput::ByAge(None), w.churn_by_age_given_up.into()))
        >
            {w.churn_by_age_off}
        </button>
    }
}

/// What stands below an input: what it is with this split, and that nobody stated it.
fn hint(state: EconomyState, quantity: Quantity) -> String {
    let said = [hint_of(state, quantity), unsaid(state, Input::Quantity(quantity)).unwrap_or_default().into()];
    said.into_iter().filter(|said| !said.is_empty()).collect::<Vec<_>>().join(" \u{b7} ")
}

fn hint_of(state: EconomyState, quantity: Quantity) -> String {
    let w = state.e();
    let s = state.s();
    let Some(here) = state.here() else { return String::new() };
    let unit = Unit::of(quantity);
    let effect = || plan::effect(&here.scenario).ok().filter(|_| here.scenario.answers().is_some());
    let follows = |value: f64| (s.with_this_split)(&unit.short(state.lang(), &here.scenario.currency, value));
    match quantity {
        // With churn by age the number that is typed is no churn of anybody.
        Quantity::Churn if here.scenario.by_age.is_some() => w.churn_by_age.into(),
        Quantity::Churn => effect().map(|effect| follows(effect.churn)).unwrap_or_default(),
        Quantity::Cac => effect().map(|effect| follows(effect.cac)).unwrap_or_default(),
        Quantity::OneOff if here.scenario.one_off.likely() > 0.0 => (w.one_off_note)(here.scenario.one_off_months),
        _ => String::new(),
    }
}
