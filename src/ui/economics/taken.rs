//! What stands below a number: where it comes from, and the way back to the one that it took the place of.

use leptos::prelude::*;

use super::use_economy_state;
use crate::edit::{Command, ObservedChurn, ScenarioInput};
use crate::model::amount::Estimate;
use crate::model::quantity::ScenarioId;
use crate::model::scenario::Input;
use crate::ui::parts::{live, on};

/// A number that was taken over from elsewhere, and how to take it back.
#[derive(Clone, Debug, PartialEq)]
pub struct Taken {
    /// The scenario that was looked at.
    pub scenario: ScenarioId,
    /// The input.
    pub input: Input,
    /// What it became. Once it is another number, there is nothing to take back.
    pub now: Estimate,
    /// What it was, as it is written.
    pub was: String,
    /// States again what it was.
    pub back: ScenarioInput,
    /// The churn of each scenario where churn was taken over. Once the answers about spending that came with it are others, it cannot be
    /// taken back without them.
    pub observed: Vec<ObservedChurn>,
}

/// Where a number comes from, where somebody said it.
#[component]
pub fn SourceOf(input: Input) -> impl IntoView {
    let state = use_economy_state();
    let source = Memo::new(move |_| {
        let source = state.stated(|scenario| scenario.origin(input).map(|origin| origin.source.trim().to_owned()));
        source.flatten().filter(|source| !source.is_empty())
    });
    live(move || {
        let said = (state.e().source_is)(&source.get()?);
        Some(view! { <p class="input-note">{said}</p> }.into_any())
    })
}

/// The way back from a number that was taken over, until it is another one.
#[component]
pub fn PutBack(input: Input, estimate: Memo<Estimate>) -> impl IntoView {
    let state = use_economy_state();
    let taken = Memo::new(move |_| {
        let (now, chosen) = (estimate.get(), state.chosen.get());
        let answers = state.stated(|scenario| scenario.response).flatten();
        let is_it = |taken: &Taken| {
            let is_here = taken.input == input && taken.now == now && Some(taken.scenario) == chosen;
            let own = taken.observed.iter().find(|one| one.scenario == taken.scenario);
            is_here && own.is_none_or(|own| own.response == answers)
        };
        state.taken.with(|taken| taken.clone().filter(is_it))
    });
    let back = move |_| {
        if let Some(taken) = taken.get_untracked() {
            state.desk.seal();
            let back = match taken.back {
                ScenarioInput::KeepToday(before) => {
                    ScenarioInput::KeepToday(untrack(|| state.economy()).before_claim(taken.now, &before))
                }
                ScenarioInput::Observed(before) => {
                    ScenarioInput::Observed(untrack(|| state.economy()).before_observed(&taken.observed, &before))
                }
                other => other,
            };
            state.desk.dispatch(Command::SetScenario(taken.scenario, back));
            state.desk.seal();
        }
    };
    live(move || {
        let label = (state.e().put_back)(&taken.get()?.was);
        Some(
            view! {
                <button class="button small" disabled=live(move || state.read_only()) on:click=on(back)>
                    {label}
                </button>
            }
            .into_any(),
        )
    })
}
