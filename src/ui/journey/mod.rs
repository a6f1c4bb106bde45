//! The screen of a journey map.

mod actions;
mod agenda;
mod board;
mod cell;
mod checkpoints;
mod clipboard;
mod compare;
mod details;
mod drag;
mod editor;
mod emotion;
mod entry;
mod evidence;
mod export;
mod find;
mod follow;
mod form;
mod grid;
mod head;
mod heads;
mod keys;
mod lasso;
mod menus;
mod overlays;
mod paste;
mod phone;
mod pick;
mod place;
mod present;
mod print;
mod ranking;
mod rate;
mod second;
mod showing;
mod suggest;
mod tools;
mod verbs;
mod worth;

pub use tools::tools as fetch_tools;

use leptos::prelude::*;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use crate::model::quantity::JourneyId;
use crate::ui::browser::element;
use crate::ui::commands::{MapVerb, PlaceVerb, verb_of};
use crate::ui::deeds::Deeds;
use crate::ui::desk::Desk;
use crate::ui::parts::{Menu, is_covered, live};
use crate::ui::session::use_session;
use agenda::ClockBar;
use board::Board;
use entry::EntryBar;
use evidence::mark_cards;
use find::FindBar;
use grid::Grid;
use head::MapHead;
use paste::AskPaste;
use phone::PhoneMap;
use pick::PickBar;
use place::{AtCursor, OpenMap};
use ranking::Ranking;
use tools::{OverPlace, RatePlace};

/// Shows a map of an engagement.
pub type Screen = fn(Desk, JourneyId) -> AnyView;

/// The screen. It is fetched when it is first needed.
#[wasm_split(journey, fallible)]
pub fn screen() -> Result<Screen, SplitLoaderError> {
    Ok(|desk, journey| view! { <JourneyScreen desk journey /> }.into_any())
}

/// A journey map with its ranking.
#[component]
fn JourneyScreen(
    /// The engagement.
    desk: Desk,
    /// Which of its maps.
    journey: JourneyId,
) -> impl IntoView {
    let session = use_session();
    let board = Board::new(desk, session, journey);
    provide_context(board);
    follow::follow(board);
    let map = OpenMap { board, saver: expect_context() };
    let keys = window_event_listener(leptos::ev::keydown, move |event| {
        let Some(verb) = verb_of::<MapVerb>(&event) else { return };
        if is_covered() || verb == MapVerb::Find && element::focus_is_in_a_field() {
            return;
        }
        event.prevent_default();
        editor::leave(board);
        verb.act(map);
    });
    session.offers.add(move || {
        let w = board.verb_words();
        let at_cursor = board.cursor().map(|spot| PlaceVerb::offers(&w, AtCursor::or_chosen(board, spot)));
        [at_cursor.unwrap_or_default(), MapVerb::offers(&w, map)].concat()
    });
    // Whoever comes to a map can type at once.
    board.view.next_frame(move || {
        if session.narrow.get_untracked() {
            board.settle_unseen();
        } else if element::focus_is_lost() || element::focus_is_in("#switcher") {
            board.settle();
        }
    });
    on_cleanup(move || {
        editor::end(board);
        keys.remove();
    });
    print::keep_ready(board);
    mark_cards(board);
    // The board outlives a switch of the language: only its views are built anew.
    live(move || {
        session.lang.track();
        element::keep_scroll("map-scroll");
        view! {
            <main class="map-screen" class:behind=live(move || board.presenting.get()) class:is-read-only=live(move || board.desk.read_only())>
                <MapHead />
                <ClockBar />
                <FindBar />
                <PickBar />
                <RatePlace />
                <div class="map-body">
                    {live(move || {
                        if session.narrow.get() {
                            view! { <PhoneMap /> }.into_any()
                        } else {
                            view! { <Grid /> }.into_any()
                        }
                    })}
                    {(!desk.is_preview()).then(|| view! { <EntryBar /> })}
                    <Ranking />
                </div>
                <AskPaste />
                <OverPlace />
                <Menu menus=board.menus />
            </main>
        }
        .into_any()
    })
}
