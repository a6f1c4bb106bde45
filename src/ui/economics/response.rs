//! Plain answers about the response to spending, each exact or a range.

use leptos::{ev, prelude::*};
use orbita_economics::NoFigure;

use super::estimate::{EstimateField, unsaid};
use super::field::Note;
use super::range::RangeEditor;
use super::state::EconomyState;
use super::use_economy_state;
use crate::edit::ScenarioInput;
use crate::handover::economy::contradicted;
use crate::i18n::economy::Unit;
use crate::insight::economy::answers;
use crate::insight::economy::slide;
use crate::model::amount::End;
use crate::model::scenario::{Answer, Input, Quantity, Scenario};
use crate::ui::parts::{live, on, shown};

/// Why there is no figure, as a sentence that names what contradicts each other, where that is the reason.
pub fn why(state: EconomyState, why: NoFigure) -> String {
    let said = state.stated(|scenario| contradicted::why(state.lang(), scenario, why));
    said.unwrap_or_else(|| state.session.w().no_figure(why))
}

/// The answers that an input contradicts as it is, below it, with the way out: whoever moves its slider looks there.
#[component]
pub fn Contradicted(
    /// The input.
    quantity: Quantity,
) -> impl IntoView {
    let state = use_economy_state();
    let said = Memo::new(move |_| {
        let of = |scenario: &Scenario| {
            let all = answers::contradictions(scenario).into_iter();
            let of_it = all.filter(|(answer, _)| answers::contradicted_by(*answer) == Some(quantity));
            of_it
                .map(|(answer, limit)| contradicted::contradiction(state.lang(), scenario, answer, limit))
                .collect::<Vec<_>>()
                .join(" ")
        };
        state.stated(of).unwrap_or_default()
    });
    shown(
        move || said.with(|said| !said.is_empty()),
        move || {
            view! {
                <p class="slider-wrong" role="status">{live(move || said.get())}</p>
                <PutRight />
            }
        },
    )
}

/// The ways out of a contradiction, while there is one: other answers, or the input back to where it agrees with them.
#[component]
pub fn PutRight() -> impl IntoView {
    let state = use_economy_state();
    let lang = state.lang();
    let corrected = Memo::new(move |_| state.stated(answers::corrected).flatten());
    let back = Memo::new(move |_| state.stated(slide::taken_back).flatten());
    let put = move |_| {
        let done = corrected.get_untracked().and_then(|corrected| {
            let told = |scenario: &Scenario| contradicted::put_right_done(lang, scenario, &corrected);
            Some((corrected.response, untrack(|| state.stated(told))?))
        });
        if let Some((response, told)) = done {
            state.say_with_notice(ScenarioInput::Response(response), told);
        }
    };
    let take_back = move |_| {
        let told = |scenario: &Scenario, (quantity, to)| contradicted::take_back_done(lang, scenario, quantity, to);
        let done = back.get_untracked().and_then(|back| Some((back, untrack(|| state.stated(|one| told(one, back)))?)));
        if let Some(((quantity, to), told)) = done {
            state.say_with_notice(ScenarioInput::Quantity(quantity, to), told);
        }
    };
    let put_says = move || {
        let corrected = corrected.get()?;
        state.stated(|scenario| contradicted::put_right(lang, scenario, &corrected))
    };
    let back_says = move || {
        let (quantity, to) = back.get()?;
        state.stated(|scenario| contradicted::take_back(lang, scenario, quantity, to))
    };
    shown(
        move || corrected.with(Option::is_some),
        move || {
            view! {
                <p class="input-note">{live(move || state.stated(|scenario| contradicted::which_is_wrong(lang, scenario)))}</p>
                <div class="paste-actions">
                    {shown(
                        move || back.with(Option::is_some),
                        move || {
                            view! {
                                <button class="button small" disabled=live(move || state.read_only()) on:click=on(take_back)>
                                    {live(back_says)}
                                </button>
                            }
                        },
                    )}
                    <button class="button small" disabled=live(move || state.read_only()) on:click=on(put)>{live(put_says)}</button>
                </div>
            }
        },
    )
}

/// The answers, and whether there are any.
#[component]
pub fn ResponseFields() -> impl IntoView {
    let state = use_economy_state();
    let s = state.s();
    let answered = move || state.stated(|scenario| scenario.response.is_some()) == Some(true);
    view! {
        <fieldset class="input response">
            <legend class="unseen">{s.spending}</legend>
            <p class="input-note">{s.spending_hint}</p>
            <label class="check">
                <input
                    type="checkbox"
                    disabled=live(move || state.read_only())
                    prop:checked=live(answered)
                    on:change=on(move |event: ev::Event| {
                        let on = event_target_checked(&event);
                        let answer = state.stated(Scenario::suggested).filter(|_| on);
                        state.say(ScenarioInput::Response(answer));
                        state.desk.seal();
                    })
                />
                {s.follows_split}
            </label>
            {shown(
                answered,
                move || Answer::ALL.map(|answer| view! { <AnswerField answer /> }).collect_view(),
            )}
            {shown(
                move || state.stated(Scenario::spends_nothing) == Some(true),
                move || view! { <p class="input-note" role="status">{s.spends_nothing}</p> },
            )}
            <PutRight />
        </fieldset>
    }
}

#[component]
fn AnswerField(answer: Answer) -> impl IntoView {
    let state = use_economy_state();
    let e = state.e();
    let unit = Unit::of_answer(answer);
    let estimate = Memo::new(move |_| {
        state
            .stated(|scenario| scenario.response.map(|response| *response.answer(answer)))
            .flatten()
            .unwrap_or_default()
    });
    let flaw = Signal::derive(move || {
        let of = |scenario: &Scenario| {
            let limit = answers::broken(scenario, scenario.response.as_ref()?, answer)?;
            Some(contradicted::must(state.lang(), scenario, answer, limit))
        };
        state.stated(of).flatten()
    });
    let input = Input::Answer(answer);
    let say = Callback::new(move |estimate| super::range::say(state, input, estimate));
    let period = Memo::new(move |_| state.stated(|scenario| scenario.period).unwrap_or_default());
    let note = Note { id: note_id(answer), text: Signal::derive(move || unsaid(state, input)) };
    view! {
        <div class="spending-answer">
            {live(move || {
                let label = format!("{} {}", e.answer(answer), e.per(period.get()));
                view! { <EstimateField label unit bounds=answer.bounds() estimate end=End::Likely say flaw note /> }.into_any()
            })}
            <RangeEditor input estimate />
        </div>
    }
}

/// What tells the note below an answer from the others.
fn note_id(answer: Answer) -> &'static str {
    match answer {
        Answer::KeepToday => "note-keep-today",
        Answer::ChurnIdle => "note-churn-idle",
        Answer::ChurnBest => "note-churn-best",
        Answer::WinToday => "note-win-today",
        Answer::WonMost => "note-won-most",
    }
}
