//! Plain answers about what spending does.

use leptos::{ev, prelude::*};

use super::field::NumberField;
use super::quantity::typed;
use super::study::Study;
use super::use_study;
use crate::edit::ScenarioInput;
use crate::i18n::economy::Unit;
use crate::insight::economy::plan;
use crate::model::amount::Amount;
use crate::model::scenario::{Bounds, Response, Scenario};
use crate::ui::parts::{live, on, shown};

/// One of the answers.
#[derive(Clone, Copy)]
struct Answer {
    label: &'static str,
    unit: Unit,
    bounds: Bounds,
    of: fn(&mut Response) -> &mut Amount,
}

/// The answers, and whether there are any.
#[component]
pub fn ResponseFields() -> impl IntoView {
    let study = use_study();
    let w = study.session.w();
    let e = w.economy;
    let response = Memo::new(move |_| study.stated(|scenario| scenario.response).flatten());
    let money = Bounds::MONEY;
    let answers = [
        Answer { label: e.keep_today, unit: Unit::Money, bounds: money, of: |r| &mut r.keep_today },
        Answer { label: e.churn_idle, unit: Unit::Share, bounds: Bounds::SHARE, of: |r| &mut r.churn_idle },
        Answer { label: e.churn_best, unit: Unit::Share, bounds: Bounds::SHARE, of: |r| &mut r.churn_best },
        Answer { label: e.win_today, unit: Unit::Money, bounds: money, of: |r| &mut r.win_today },
        Answer { label: e.won_most, unit: Unit::Count, bounds: money, of: |r| &mut r.won_most },
    ];
    let flaw = move || {
        let here = study.here()?;
        here.scenario.response?;
        plan::effect(&here.scenario).err().map(|why| w.no_figure(why))
    };
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
                        let answer = study.stated(guess).filter(|_| on);
                        study.say(ScenarioInput::Response(answer));
                        study.desk.seal();
                    })
                />
                {e.follows_split}
            </label>
            {shown(
                move || response.get().is_some(),
                move || answers.map(|answer| view! { <AnswerField answer response /> }).collect_view(),
            )}
            <p class="slider-wrong" role="alert">{live(flaw)}</p>
        </fieldset>
    }
}

/// Answers that agree with what is stated, to be put right.
fn guess(scenario: &Scenario) -> Response {
    let amount = |number: f64| Amount::new(number).unwrap_or_default();
    let (budget, keep, churn) = (scenario.budget.likely(), scenario.keep.get(), scenario.churn.likely());
    let win = (budget * (1.0 - keep)).max(1.0);
    Response {
        keep_today: amount((budget * keep).max(1.0)),
        churn_idle: amount((churn * 1.5).min(1.0)),
        churn_best: amount(churn / 3.0),
        win_today: amount(win),
        won_most: amount((win / scenario.cac.likely() * 2.5).ceil()),
    }
}

#[component]
fn AnswerField(answer: Answer, response: Memo<Option<Response>>) -> impl IntoView {
    let study = use_study();
    let Answer { label, unit, bounds, of } = answer;
    let text = Signal::derive(move || {
        let value = response.get().map(|mut response| of(&mut response).get()).unwrap_or_default();
        unit.exact(study.lang(), &study.currency(), value)
    });
    let set = Callback::new(move |number: f64| change(study, response, of, number));
    let read_only = Signal::derive(move || study.desk.read_only());
    view! { <NumberField label text typed=typed(study, unit, bounds) set read_only /> }
}

fn change(study: Study, response: Memo<Option<Response>>, of: fn(&mut Response) -> &mut Amount, number: f64) {
    if let (Some(mut response), Some(amount)) = (response.get_untracked(), Amount::new(number)) {
        *of(&mut response) = amount;
        study.say(ScenarioInput::Response(Some(response)));
        study.desk.seal();
    }
}
