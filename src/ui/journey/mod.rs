//! The screen of a journey map.

mod actions;
mod board;
mod cell;
mod details;
mod drag;
mod editor;
mod emotion;
mod form;
mod grid;
mod head;
mod heads;
mod keys;
mod menus;
mod phone;
mod ranking;

use leptos::prelude::*;

use crate::model::quantity::JourneyId;
use crate::ui::browser::element;
use crate::ui::commands::{Scope, Verb, verb_of};
use crate::ui::desk::Desk;
use crate::ui::parts::{Menu, live};
use crate::ui::session::use_session;
use board::Board;
use grid::Grid;
use head::MapHead;
use phone::PhoneMap;
use ranking::Ranking;

/// A journey map with its ranking.
#[component]
pub fn JourneyScreen(
    /// The engagement.
    desk: Desk,
    /// Which of its maps.
    journey: JourneyId,
) -> impl IntoView {
    let session = use_session();
    let board = Board::new(desk, session, journey);
    provide_context(board);
    let keys = window_event_listener(leptos::ev::keydown, move |event| {
        let verb = verb_of(&event, Scope::Map).filter(|verb| matches!(verb, Verb::Undo | Verb::Redo));
        if let Some(verb) = verb {
            event.prevent_default();
            editor::leave(board);
            if verb == Verb::Undo { board.undo() } else { board.redo() }
        }
    });
    // Whoever comes to a map can type at once.
    request_animation_frame(move || {
        if element::focus_is_lost() || element::focus_is_in("#switcher") {
            board.settle();
        }
    });
    on_cleanup(move || {
        editor::end(board);
        keys.remove();
    });
    // The board outlives a switch of the language: only its views are built anew.
    live(move || {
        session.lang.track();
        element::keep_scroll("map-scroll");
        view! {
            <main class="map-screen">
                <MapHead />
                <div class="map-body">
                    {live(move || {
                        if session.narrow.get() {
                            view! { <PhoneMap /> }.into_any()
                        } else {
                            view! { <Grid /> }.into_any()
                        }
                    })}
                    <Ranking />
                </div>
                <Menu open=board.menu />
            </main>
        }
        .into_any()
    })
}
