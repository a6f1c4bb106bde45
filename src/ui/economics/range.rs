//! The range of an input: its ends, what they mean, and what it moves with.

use leptos::{ev, prelude::*};

use super::estimate::{EstimateField, MakeExact};
use super::state::EconomyState;
use super::taken::{PutBack, SourceOf};
use super::use_economy_state;
use crate::edit::ScenarioInput;
use crate::i18n::economy::Unit;
use crate::i18n::speech::uncapital;
use crate::model::amount::{End, Estimate};
use crate::model::day;
use crate::model::merge::OtherNumber;
use crate::model::scenario::{Input, Origin, RangeLink, Scenario};
use crate::ui::parts::{DayInput, Icon, Sign, live, on, shown};

/// States another estimate of an input.
pub fn say(state: EconomyState, input: Input, estimate: Estimate) {
    match input {
        Input::Quantity(quantity) => state.say(ScenarioInput::Quantity(quantity, estimate)),
        Input::Answer(answer) => {
            let response = untrack(|| state.stated(|scenario| scenario.response)).flatten();
            if let Some(mut response) = response {
                *response.answer_mut(answer) = estimate;
                state.say(ScenarioInput::Response(Some(response)));
            }
        }
    }
}

/// The button that shows the range of an input, and below it the range to be edited.
#[component]
pub fn RangeEditor(input: Input, estimate: Memo<Estimate>) -> impl IntoView {
    let state = use_economy_state();
    let w = state.e();
    let r = state.r();
    let open = RwSignal::new(false);
    let label = move || {
        let (label, estimate) = ((r.range_of)(w.input_name(input)), estimate.get());
        if estimate.ends().is_none() { label } else { format!("{label}: {}", written(state, input, estimate)) }
    };
    view! {
        <button
            class="button quiet small range-button"
            aria-expanded=live(move || open.get().to_string())
            aria-label=live(label)
            on:click=on(move |_| open.update(|open| *open = !*open))
        >
            {live(move || written(state, input, estimate.get()))}
            {live(move || view! { <Icon sign=if open.get() { Sign::ChevronUp } else { Sign::ChevronDown } /> }.into_any())}
        </button>
        {live(move || {
            let economy = state.at_rest();
            let base = economy.base()?;
            let is_apart = economy.drawn_apart().contains(&input);
            is_apart.then(|| {
                view! {
                    <p class="input-note">
                        {(r.drawn_apart_here)(&base.letter())} " "
                        <button
                            class="button quiet small"
                            disabled=live(move || state.read_only())
                            on:click=on(move |_| state.say(ScenarioInput::DrawTogether(vec![input])))
                        >
                            {r.draw_together}
                        </button>
                    </p>
                }
                .into_any()
            })
        })}
        {shown(move || !open.get(), move || view! { <SourceOf input /> })}
        <PutBack input estimate />
        <OtherTab input estimate />
        {shown(move || open.get(), move || view! { <Ends input estimate /> })}
    }
}

/// A range as it is written on its button.
fn written(state: EconomyState, input: Input, estimate: Estimate) -> String {
    let Some((low, high)) = estimate.ends() else { return state.r().range.into() };
    let (unit, currency) = (Unit::of_input(input), state.currency());
    let write = |value| unit.short(state.lang(), &currency, value);
    format!("{} \u{2026} {}", write(low), write(high))
}

/// What another tab made of a number in whose place this tab's stands, until the person has decided between the two.
#[component]
fn OtherTab(input: Input, estimate: Memo<Estimate>) -> impl IntoView {
    let state = use_economy_state();
    let r = state.r();
    let other = Memo::new(move |_| {
        let is_open = |other: &OtherNumber| {
            let period = state.stated(|scenario| scenario.period);
            estimate.get() != other.theirs && period == Some(other.period)
        };
        state.desk.other(state.chosen.get()?, input).filter(is_open)
    });
    let decide = move |takes: bool| {
        if let Some(OtherNumber { scenario, theirs, .. }) = other.get_untracked() {
            if takes {
                state.desk.seal();
                say(state, input, theirs);
                state.desk.seal();
            }
            state.desk.forget_other(scenario, input);
        }
    };
    live(move || {
        let theirs = other.get()?.theirs;
        let likely = Unit::of_input(input).exact(state.lang(), &state.currency(), theirs.likely());
        let range = theirs.ends().map(|_| format!(" ({})", written(state, input, theirs))).unwrap_or_default();
        let choice = |label: &'static str, takes| {
            view! {
                <button
                    class="button small"
                    disabled=live(move || state.read_only())
                    on:click=on(move |_| decide(takes))
                >
                    {label}
                </button>
            }
        };
        Some(
            view! {
                <p class="input-note" role="status">
                    {(r.other_tab_has)(&(likely + &range))} " " {choice(r.use_other, true)} " " {choice(r.keep_this, false)}
                </p>
            }
            .into_any(),
        )
    })
}

#[component]
fn Ends(input: Input, estimate: Memo<Estimate>) -> impl IntoView {
    let state = use_economy_state();
    let r = state.r();
    let unit = Unit::of_input(input);
    let told = Callback::new(move |estimate| say(state, input, estimate));
    let field = move |end, label: &'static str| view! { <EstimateField label unit bounds=input.typed_bounds() estimate end say=told /> };
    view! {
        <div class="range-fields">
            {field(End::Low, r.low)}
            {field(End::High, r.high)}
            <p class="input-note">{live(move || r.means(&[estimate.get()]))}</p>
            <Moves input />
            <OriginFields input />
            <MakeExact estimate say=told />
        </div>
    }
}

/// What the range can move with: a line of the list, and the link that it stands for.
fn ways(state: EconomyState, scenario: &Scenario, input: Input) -> Vec<(String, Option<RangeLink>)> {
    let w = state.e();
    let r = state.r();
    let mut ways = vec![(r.moves_alone.to_owned(), None)];
    if let Some(base) = state.base() {
        ways.push(((r.moves_with_base)(&base.letter()), Some(RangeLink { input, with: None, against: false })));
    }
    // Who follows this one, directly or not, cannot lead it.
    let follows = |other: Input| {
        let mut at = Some(other);
        Input::all().any(|_| {
            at = at.and_then(|input| scenario.link(input)).and_then(|link| link.with);
            at == Some(input)
        })
    };
    let is_range = |other: &Input| scenario.input(*other).is_some_and(|estimate| estimate.ends().is_some());
    for other in Input::all().filter(|other| *other != input && is_range(other) && !follows(*other)) {
        let name = uncapital(w.input_name(other));
        let link = |against| Some(RangeLink { input, with: Some(other), against });
        ways.push(((r.moves_with)(&name), link(false)));
        ways.push(((r.moves_against)(&name), link(true)));
    }
    ways
}

/// What the range moves with.
#[component]
fn Moves(input: Input) -> impl IntoView {
    let state = use_economy_state();
    let r = state.r();
    let all = Memo::new(move |_| state.stated(|scenario| ways(state, scenario, input)).unwrap_or_default());
    let now = move || state.stated(|scenario| scenario.link(input).copied()).flatten();
    let choose = move |event: ev::Event| {
        let at: Option<usize> = event_target_value(&event).parse().ok();
        let link = at.and_then(|at| all.with_untracked(|all| all.get(at).map(|(_, link)| *link)));
        if let Some(link) = link {
            state.say(ScenarioInput::Link(input, link));
        }
    };
    view! {
        <label class="number-field">
            <span class="number-label">{r.moves}</span>
            {live(move || {
                let chosen = now();
                let options: Vec<AnyView> = all
                    .get()
                    .into_iter()
                    .enumerate()
                    .map(|(at, (text, link))| {
                        view! { <option value=at.to_string() selected=link == chosen>{text}</option> }.into_any()
                    })
                    .collect();
                view! {
                    <select class="field" disabled=live(move || state.read_only()) on:change=on(choose)>
                        {options}
                    </select>
                }
                    .into_any()
            })}
        </label>
    }
}

/// Where the number comes from: source, owner, day. Each is a step of its own once the field is left.
#[component]
fn OriginFields(input: Input) -> impl IntoView {
    let state = use_economy_state();
    let w = state.e();
    let now = move || {
        let stated = state.stated(|scenario| scenario.origin(input).cloned()).flatten();
        stated.unwrap_or_else(|| Origin::unknown(input))
    };
    let field = move |label: &'static str, read: fn(&Origin) -> String, set: fn(&mut Origin, String)| {
        let change = move |event: ev::Event| {
            let mut origin = untrack(now);
            set(&mut origin, event_target_value(&event));
            state.say(ScenarioInput::Origin(origin));
            state.desk.seal();
        };
        view! {
            <label class="number-field">
                <span class="number-label">{label}</span>
                <input
                    class="field"
                    type="text"
                    readonly=live(move || state.read_only())
                    prop:value=live(move || read(&now()))
                    on:change=on(change)
                />
            </label>
        }
        .into_any()
    };
    view! {
        {field(w.source, |origin| origin.source.clone(), |origin, text| origin.source = text)}
        {field(w.owner, |origin| origin.owner.clone(), |origin, text| origin.owner = text)}
        <label class="number-field">
            <span class="number-label">{w.as_of}</span>
            <DayInput
                value=Signal::derive(move || now().on.map(day::day_text).unwrap_or_default())
                read_only=Signal::derive(move || state.read_only())
                take=Callback::new(move |on| state.say(ScenarioInput::Origin(Origin { on, ..untrack(now) })))
                left=Callback::new(move |()| state.desk.seal())
            />
        </label>
    }
}
