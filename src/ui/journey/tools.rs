//! What lies over a map while people talk, and the ways out of it: fetched after the map, which is shown without them.

use leptos::prelude::*;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use super::agenda::AgendaDialog;
use super::board::{Board, use_board};
use super::checkpoints::Checkpoints;
use super::compare::Compare;
use super::evidence::CardQuotePicker;
use super::export::{self, CopyByHand};
use super::present::{self, Present};
use super::rate::{self, RateBar};
use super::second::SecondCurve;
use crate::interviews::transcript::messages;
use crate::tables::paste::{self, Paste};
use crate::ui::browser::element::Rect;
use crate::ui::parts::{Item, once_needed, with_part};
use crate::ui::saving::Saver;

/// What is fetched.
#[derive(Clone, Copy)]
pub struct Tools {
    /// The bar with which stages are rated together.
    rate: fn() -> AnyView,
    /// The dialogs, and the map as a room sees it.
    over: fn() -> AnyView,
    /// The menu of all ways out.
    export: fn(Board, Saver, Rect, &str, [Item; 2]),
    /// Reads a pasted text that may be a table.
    pub read: fn(&str) -> Paste,
}

/// Fetches it.
#[wasm_split(tools, fallible)]
pub fn tools() -> Result<Tools, SplitLoaderError> {
    Ok(Tools {
        rate: || view! { <RateBar /> }.into_any(),
        over: || {
            view! {
                <AgendaDialog />
                <SecondCurve />
                <Compare />
                <Checkpoints />
                <CopyByHand />
                <CardQuotePicker />
                <Present />
            }
            .into_any()
        },
        export: export::open,
        read: |text| messages(text).map_or_else(|| paste::read(text), Paste::Lines),
    })
}

/// What lies over the map, and whether it is asked for.
fn asked_for(board: Board) -> [RwSignal<bool>; 7] {
    let overlays = board.overlays;
    [
        overlays.second,
        overlays.comparing,
        overlays.checkpoints,
        board.workshop.open,
        board.outgoing.by_hand,
        board.voices.open,
        board.presenting,
    ]
}

/// The place of the bar with which stages are rated together.
#[component]
pub fn RatePlace() -> impl IntoView {
    let board = use_board();
    let rated = board.overlays.rated;
    once_needed(move || rated.get().is_some(), move || rated.set(None), tools, |tools| (tools.rate)())
}

/// The place of what lies over the map.
#[component]
pub fn OverPlace() -> impl IntoView {
    let board = use_board();
    let all = asked_for(board);
    let is_any = move || all.iter().any(|open| open.get());
    once_needed(is_any, move || all.iter().for_each(|open| open.set(false)), tools, |tools| (tools.over)())
}

/// Does something with what is fetched.
pub fn with_tools(board: Board, act: impl FnOnce(Tools) + 'static) {
    with_part(board.session, board.view, tools, act);
}

/// Opens the menu of all ways out at a place; `prints` are its lines that print.
pub fn open_exports(board: Board, saver: Saver, at: Rect, back_to: &'static str, prints: [Item; 2]) {
    with_tools(board, move |tools| (tools.export)(board, saver, at, back_to, prints));
}

/// Shows the map to the room.
pub fn present(board: Board) {
    with_tools(board, move |_| present::begin(board));
}

/// Begins to rate stages together. The bar takes the keys from then on.
pub fn rate(board: Board) {
    with_tools(board, move |_| rate::begin(board));
}
