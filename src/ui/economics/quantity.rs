//! One input of a scenario: its likely number on a slider, and its range.

use std::sync::Arc;

use leptos::prelude::*;

use super::field::{Note, NumberField};
use super::range::RangeEditor;
use super::response::Contradicted;
use super::state::EconomyState;
use super::use_economy_state;
use crate::charts::Format;
use crate::edit::ScenarioInput;
use crate::handover::{self, economy::Case};
use crate::i18n::economy::Unit;
use crate::insight::economy::slide::{self, Slide, resized};
use crate::insight::economy::{answers, plan};
use crate::model::amount::{End, Estimate, Moving, WrongSide};
use crate::model::scenario::{Bounds, Input, Quantity, Scenario};
use crate::ui::parts::{FieldDraft, Number, Slider, SliderMark, Typed, live, on, shown};

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
                typed=typed(state, unit, quantity.bounds())
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
                (is_at_an_end && !state.read_only()).then(|| view! { <p class="input-note" role="status">{w.slider_ends}</p> }.into_any())
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
    let text = (state.e().stops_at)(state.e().answer(stop.answer), &value);
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
        let made = if end == End::Likely {
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
        let w = state.e();
        let number = read.run(text)?;
        let refuse = |likely| {
            let likely = unit.exact(state.lang(), &untrack(|| state.currency()), likely);
            if end == End::Low { (w.low_too_high)(&likely) } else { (w.high_too_low)(&likely) }
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
        kept: None,
    };
    let read_only = Signal::derive(move || state.read_only());
    view! { <NumberField label number read_only flaw note /> }
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
        let w = state.e();
        let currency = untrack(|| state.currency());
        let read = unit.read(state.lang(), &currency, &text);
        let number = read.ok_or_else(|| (w.not_a_number)(&unit.example(state.lang(), &currency)))?;
        if bounds.has(number) {
            return Ok(number);
        }
        // As it is typed.
        let write = |value| unit.exact(state.lang(), &currency, value);
        // The most that a sum may be is no number that says anything.
        if number < bounds.least && bounds.most >= Bounds::MONEY.most && bounds.least >= 0.0 {
            return Err((w.allowed_from)(&write(bounds.least)));
        }
        Err((w.allowed)(&write(bounds.least), &write(bounds.most)))
    })
}

/// What stands below an input: what it is with this split, and that nobody stated it.
fn hint(state: EconomyState, quantity: Quantity) -> String {
    let said = [told(state, quantity), unsaid(state, Input::Quantity(quantity)).unwrap_or_default().into()];
    said.into_iter().filter(|said| !said.is_empty()).collect::<Vec<_>>().join(" \u{b7} ")
}

/// That an input is a suggestion or a figure of the sample, which nobody changed.
pub fn unsaid(state: EconomyState, input: Input) -> Option<&'static str> {
    let here = state.here()?;
    let first = state.base().unwrap_or_else(|| here.clone());
    handover::economy::unsaid(state.lang(), &here.scenario, &first.scenario, input)
}

fn told(state: EconomyState, quantity: Quantity) -> String {
    let w = state.e();
    let Some(here) = state.here() else { return String::new() };
    let unit = Unit::of(quantity);
    let effect = || plan::effect(&here.scenario).ok().filter(|_| here.scenario.response.is_some());
    let follows = |value: f64| (w.with_this_split)(&unit.short(state.lang(), &here.scenario.currency, value));
    match quantity {
        // With churn by age the number that is typed is no churn of anybody.
        Quantity::Churn if here.scenario.by_age.is_some() => w.churn_by_age.into(),
        Quantity::Churn => effect().map(|effect| follows(effect.churn)).unwrap_or_default(),
        Quantity::Cac => effect().map(|effect| follows(effect.cac)).unwrap_or_default(),
        Quantity::OneOff if here.scenario.one_off.likely() > 0.0 => (w.one_off_note)(here.scenario.one_off_months),
        _ => String::new(),
    }
}
