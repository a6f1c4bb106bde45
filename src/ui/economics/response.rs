//! Plain answers about the response to spending, each exact or a range.

use leptos::{ev, prelude::*};
use orbita_economics::NoFigure;

use super::quantity::EstimateField;
use super::range::RangeEditor;
use super::study::Study;
use super::use_study;
use crate::edit::ScenarioInput;
use crate::i18n::economy::Unit;
use crate::insight::economy::answers::{self, Limit};
use crate::model::amount::End;
use crate::model::scenario::{Answer, Input, Scenario};
use crate::ui::parts::{live, on, shown};

/// What an answer has to be, as a sentence.
fn must(study: Study, scenario: &Scenario, answer: Answer, limit: Limit) -> String {
    let e = study.e();
    let write = |number| Unit::of_answer(answer).short(study.lang(), &scenario.currency, number);
    match limit {
        Limit::Above(number) if number <= 0.0 => e.above_nothing.into(),
        Limit::Above(number) if Unit::of_answer(answer).is_share() && number >= 1.0 => {
            (e.nothing_above)(&write(number))
        }
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
    let said = |(answer, limit)| format!("{}: {}.", study.e().answer(answer), must(study, scenario, answer, limit));
    answers::contradictions(scenario).into_iter().map(said).collect()
}

/// The way out of a contradiction, while there is one.
#[component]
pub fn PutRight() -> impl IntoView {
    let study = use_study();
    let e = study.e();
    let put = move |_| {
        let agreed = untrack(|| study.stated(answers::agreed)).flatten();
        let text = if agreed.is_some() { e.put_right_done } else { e.answers_off };
        study.say_telling(ScenarioInput::Response(agreed), text.into());
    };
    let contradicts = move || study.stated(|scenario| !answers::contradictions(scenario).is_empty()) == Some(true);
    shown(contradicts, move || {
        view! {
            <button class="button small" disabled=live(move || study.read_only()) on:click=on(put)>{e.put_right}</button>
        }
    })
}

/// The answers, and whether there are any.
#[component]
pub fn ResponseFields() -> impl IntoView {
    let study = use_study();
    let e = study.e();
    let answered = move || study.stated(|scenario| scenario.response.is_some()) == Some(true);
    view! {
        <fieldset class="input response">
            <legend class="unseen">{e.spending}</legend>
            <p class="input-note">{e.spending_hint}</p>
            <label class="check">
                <input
                    type="checkbox"
                    prop:checked=live(answered)
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
                answered,
                move || Answer::ALL.map(|answer| view! { <AnswerField answer /> }).collect_view(),
            )}
            <PutRight />
        </fieldset>
    }
}

#[component]
fn AnswerField(answer: Answer) -> impl IntoView {
    let study = use_study();
    let e = study.e();
    let unit = Unit::of_answer(answer);
    let estimate = Memo::new(move |_| {
        study
            .stated(|scenario| scenario.response.map(|response| *response.answer(answer)))
            .flatten()
            .unwrap_or_default()
    });
    let flaw = Signal::derive(move || {
        let of = |scenario: &Scenario| {
            let limit = answers::broken(scenario, scenario.response.as_ref()?, answer)?;
            Some(must(study, scenario, answer, limit))
        };
        study.stated(of).flatten()
    });
    let input = Input::Answer(answer);
    let say = Callback::new(move |estimate| super::range::say(study, input, estimate));
    let period = Memo::new(move |_| study.stated(|scenario| scenario.period).unwrap_or_default());
    view! {
        <div class="spending-answer">
            {live(move || {
                let label = format!("{} {}", e.answer(answer), e.per(period.get()));
                view! { <EstimateField label unit bounds=answer.bounds() estimate end=End::Likely say flaw /> }.into_any()
            })}
            <RangeEditor input estimate />
        </div>
    }
}
