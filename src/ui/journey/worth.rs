//! What fixing a friction is worth, beside the ranking; a click leads to the reasoning.

use std::time::Duration;

use leptos::prelude::*;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use super::board::{Board, use_board};
use crate::edit::Command;
use crate::i18n::economy::EconomyWords;
use crate::i18n::economy::{band, held_money};
use crate::i18n::initiatives::InitiativeWords;
use crate::insight::economy::SLICE;
use crate::insight::economy::initiative::{Test, Unvalued, Value};
use crate::insight::economy::worth::{Valued, Valuing, default_scenario, of_friction};
use crate::model::quantity::{CardId, InitiativeId};
use crate::model::scenario::Initiative;
use crate::model::{Collection, Engagement, Key};
use crate::route::{EconomyPart, Route};
use crate::ui::browser::{self, element};
use crate::ui::parts::{Slices, fetched, live, on};
use crate::ui::saving::Saver;

/// One slice of the work; what all are worth at the end.
type Advance = Box<dyn FnMut() -> Option<Vec<Valued>>>;

/// Starts to value the initiatives with the last scenario; notes what the answer depends on.
type Begin = fn(&Engagement, &mut Vec<Key>) -> Advance;

#[wasm_split(worth, fallible)]
fn valuing() -> Result<Begin, SplitLoaderError> {
    Ok(|engagement, read| {
        let Some(valuing) = Valuing::of(engagement, None, Test::default(), |key| read.push(key)) else {
            return Box::new(|| Some(Vec::new()));
        };
        let mut valuing = Some(valuing);
        Box::new(move || valuing.take_if(|valuing| valuing.advance(SLICE)).map(Valuing::finish))
    })
}

/// What all initiatives are worth with the last scenario; computed anew only when they or it change, in slices.
pub fn valued(board: Board) -> Memo<Vec<Valued>> {
    let valuing = fetched(valuing, move || {
        board.desk.read(Key::List(Collection::Initiative), |e| e.initiatives().next().is_some())
    });
    let (valued, slices) = (RwSignal::new(Vec::new()), Slices::new());
    Effect::new(move |_| {
        let Some(begin) = valuing.get() else { return };
        let mut read = Vec::new();
        let mut advance = board.desk.peek(|e| begin(e, &mut read));
        read.into_iter().for_each(|key| board.desk.track(key));
        slices.run(Duration::ZERO, move || {
            let done = advance();
            let is_done = done.is_some();
            if let Some(all) = done {
                valued.set(all);
            }
            is_done
        });
    });
    Memo::new(move |_| valued.get())
}

/// The value of fixing a friction, to rank it by.
pub fn rank(valued: &[Valued], card: CardId) -> f64 {
    of_friction(valued, card).map_or(f64::NEG_INFINITY, Valued::rank)
}

/// What money is counted in.
fn currency(board: Board) -> String {
    let of = |e: &Engagement| default_scenario(e).map(|(_, scenario)| scenario.currency.clone());
    board.desk.peek(of).unwrap_or_default()
}

/// The value of fixing a friction, as the ranking by value shows it.
pub fn written(board: Board, valued: &[Valued], card: CardId) -> String {
    let value = of_friction(valued, card).and_then(|valued| valued.value.as_ref().ok());
    let money = |value: &Value| held_money(board.session.lang(), &currency(board), value.first());
    value.map_or_else(|| "\u{2013}".into(), money)
}

/// Which scenario the values come from, as a sentence.
pub fn source(board: Board) -> Option<String> {
    let words = EconomyWords::of(board.session.lang());
    let i = InitiativeWords::of(board.session.lang());
    board.desk.peek(|e| {
        let (_, scenario) = default_scenario(e)?;
        let name = crate::handover::economy::name(scenario, e.scenarios().count() - 1, words);
        Some((i.valued_with)(&name))
    })
}

/// The value of a friction with the way to its reasoning, or the way to put a value on it.
#[component]
pub fn WorthLink(
    /// The friction.
    card: CardId,
    /// What initiatives are worth.
    valued: Memo<Vec<Valued>>,
) -> impl IntoView {
    let board = use_board();
    let saver: Saver = expect_context();
    let i = InitiativeWords::of(board.session.lang());
    let found = Memo::new(move |_| valued.with(|all| of_friction(all, card).cloned()));
    let address = move |id: InitiativeId| {
        Route::Economics { engagement: saver.id(), scenario: None, initiative: Some(id), part: EconomyPart::Fixing }
            .hash()
    };
    let text = move |valued: &Valued| {
        let value = valued.value.as_ref().ok()?;
        let [low, high] = value.ends();
        Some((i.worth_over)(&band(board.session.lang(), &currency(board), low, high), value.months))
    };
    let start = move |_| {
        let id =
            valued.with_untracked(|all| of_friction(all, card).map(|valued| valued.id)).or_else(|| begin(board, card));
        if let Some(id) = id {
            browser::go(&untrack(|| address(id)));
            element::when_there(format!("#initiative-name-{id}"), |field| element::focus(&field));
        }
    };
    view! {
        <p class="form-line worth-line">
            {live(move || match found.get() {
                Some(valued) => {
                    let said = text(&valued).unwrap_or_else(|| i.worth_of.into());
                    let id = valued.id;
                    let unvalued = matches!(valued.value, Err(Unvalued::Missing(_)));
                    view! {
                        <a class="worth-link" href=address(id)>{said} " \u{2192}"</a>
                        {unvalued.then(|| view! { <span class="chip-warn">{i.not_valued_short}</span> })}
                    }
                        .into_any()
                }
                None => {
                    view! { <button class="button quiet small" on:click=on(start)>{i.put_value}</button> }.into_any()
                }
            })}
        </p>
    }
}

/// Starts an initiative against a friction. Its effect and its cost are for people to state.
fn begin(board: Board, card: CardId) -> Option<InitiativeId> {
    let initiative = Initiative::against(Some(card));
    match board.dispatch(Command::AddInitiative(Box::new(initiative))).made() {
        Some(Key::Initiative(id)) => Some(id),
        _ => None,
    }
}
