//! Plain answers about what spending does.

use leptos::{ev, prelude::*};
use orbita_economics::NoFigure;

use super::field::NumberField;
use super::quantity::typed;
use super::study::Study;
use super::use_study;
use crate::edit::ScenarioInput;
use crate::i18n::economy::Unit;
use crate::insight::economy::answers::{self, Answer, Limit};
use crate::model::amount::Amount;
use crate::model::scenario::{Bounds, Response, Scenario};
use crate::ui::parts::{Number, live, on, shown};

/// What an answer is called.
fn label(study: Study, answer: Answer) -> &'static str {
    let e = study.session.w().economy;
    match answer {
        Answer::KeepToday => e.keep_today,
        Answer::ChurnIdle => e.churn_idle,
        Answer::ChurnBest => e.churn_best,
        Answer::WinToday => e.win_today,
        Answer::WonMost => e.won_most,
    }
}

fn unit(answer: Answer) -> Unit {
    match answer {
        Answer::KeepToday | Answer::WinToday => Unit::Money,
        Answer::ChurnIdle | Answer::ChurnBest => Unit::Share,
        Answer::WonMost => Unit::Count,
    }
}

/// What an answer has to be, as a sentence.
fn must(study: Study, scenario: &Scenario, answer: Answer, limit: Limit) -> String {
    let e = study.session.w().economy;
    let write = |number| unit(answer).short(study.lang(), &scenario.currency, number);
    match limit {
        Limit::Above(number) if number <= 0.0 => e.above_nothing.into(),
        Limit::Above(number) if unit(answer) == Unit::Share && number >= 1.0 => (e.nothing_above)(&write(number)),
        Limit::Below(number) if number <= 0.0 => (e.nothing_below)(&write(number)),
        Limit::Above(number) => (e.above_today)(&write(number)),
        Limit::Below(number) => (e.below_today)(&write(number)),
    }
}

/// Why there is no figure, as a sentence that names the fields which contradict each other, where that is the reason.
pub fn why(study: Study, why: NoFigure) -> String {
    let named = study.stated(|scenario| contradictions(study, scenario)).unwrap_or_default();
    if named.is_empty() { study.session.w().no_figure(why) } else { named.join(" ") }
}

/// The answers of a scenario that contradict its inputs, each with what it has to be.
fn contradictions(study: Study, scenario: &Scenario) -> Vec<String> {
    let said = |(answer, limit)| format!("{}: {}.", label(study, answer), must(study, scenario, answer, limit));
    answers::contradictions(scenario).into_iter().map(said).collect()
}

/// The way out of a contradiction, while there is one.
#[component]
pub fn PutRight() -> impl IntoView {
    let study = use_study();
    let e = study.session.w().economy;
    let put = move |_| {
        let agreed = untrack(|| study.stated(answers::agreed)).flatten();
        let told = if agreed.is_some() { e.put_right_done } else { e.answers_off };
        study.say_telling(ScenarioInput::Response(agreed), told.into());
    };
    let contradicts = move || study.stated(|scenario| !answers::contradictions(scenario).is_empty()) == Some(true);
    shown(contradicts, move || {
        view! {
            <button class="button small" disabled=live(move || study.desk.read_only()) on:click=on(put)>{e.put_right}</button>
        }
    })
}

/// The answers, and whether there are any.
#[component]
pub fn ResponseFields() -> impl IntoView {
    let study = use_study();
    let e = study.session.w().economy;
    let response = Memo::new(move |_| study.stated(|scenario| scenario.response).flatten());
    view! {
        <fieldset class="input response">
            <legend class="slider-label">{e.spending}</legend>
            <p class="input-note">{e.spending_hint}</p>
            <label class="check">
                <input
                    type="checkbox"
                    prop:checked=live(move || response.get().is_some())
                    on:change=on(move |event: ev::Event| {
                        let on = event_target_checked(&event);
                        let answer = study.stated(answers::guess).filter(|_| on);
                        study.say(ScenarioInput::Response(answer));
                        study.desk.seal();
                    })
                />
                {e.follows_split}
            </label>
            {shown(
                move || response.get().is_some(),
                move || Answer::ALL.map(|answer| view! { <AnswerField answer response /> }).collect_view(),
            )}
            <PutRight />
        </fieldset>
    }
}

#[component]
fn AnswerField(answer: Answer, response: Memo<Option<Response>>) -> impl IntoView {
    let study = use_study();
    let unit = unit(answer);
    let bounds = if unit == Unit::Share { Bounds::SHARE } else { Bounds::MONEY };
    let text = Signal::derive(move || {
        let value = response.get().map(|mut response| answer.of(&mut response).get()).unwrap_or_default();
        unit.exact(study.lang(), &study.currency(), value)
    });
    let flaw = Signal::derive(move || {
        let of = |scenario: &Scenario| {
            let limit = answers::broken(scenario, scenario.response.as_ref()?, answer)?;
            Some(must(study, scenario, answer, limit))
        };
        study.stated(of).flatten()
    });
    let before = StoredValue::new(None::<Response>);
    let say = move |response: Option<Response>| study.say(ScenarioInput::Response(response));
    let set = Callback::new(move |number: f64| {
        if let (Some(mut response), Some(amount)) = (before.get_value(), Amount::new(number)) {
            *answer.of(&mut response) = amount;
            say(Some(response));
        }
    });
    let number = Number {
        text,
        typed: typed(study, unit, bounds),
        begin: Callback::new(move |()| before.set_value(response.get_untracked())),
        set,
        restore: Callback::new(move |()| say(before.get_value())),
        settle: Callback::new(move |()| study.desk.seal()),
        kept: None,
    };
    let read_only = Signal::derive(move || study.desk.read_only());
    view! { <NumberField label=label(study, answer) number read_only flaw /> }
}
