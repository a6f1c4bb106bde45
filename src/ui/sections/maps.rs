//! What the section of the maps shows: a map, the table of all frictions, or that there is no map.

use leptos::prelude::*;

use super::Shown;
use crate::edit::Command;
use crate::edit::draft::JourneyDraft;
use crate::i18n::journey::JourneyWords;
use crate::model::Key;
use crate::route::Route;
use crate::ui::commands::{EngagementVerb, Verb};
use crate::ui::desk::Desk;
use crate::ui::frictions;
use crate::ui::journey;
use crate::ui::parts::{UndoButtons, later, live, on, undo_by_keys};
use crate::ui::saving::Saver;
use crate::ui::session::{use_session, use_words};
use crate::ui::ways::{FIRST_STAGES, go_to_map};

/// Fetches what the address shows.
pub async fn fetch(route: &Route) {
    if matches!(route, Route::Frictions { .. }) {
        _ = frictions::screen().await;
    } else {
        _ = journey::screen().await;
    }
}

/// What the address shows.
pub fn show(shown: Shown) -> AnyView {
    let Shown { desk, saver, .. } = shown;
    if shown.all_frictions.get() {
        return later(frictions::screen, move |screen| screen(desk, saver));
    }
    match shown.journey.get() {
        Some(journey) => later(journey::screen, move |screen| screen(desk, journey)),
        None => {
            let session = use_session();
            live(move || {
                session.lang.track();
                view! { <NoMap desk saver /> }.into_any()
            })
            .into_any()
        }
    }
}

/// An engagement without a map.
#[component]
fn NoMap(desk: Desk, saver: Saver) -> impl IntoView {
    let (w, jw) = (use_words(), JourneyWords::of(use_session().lang()));
    undo_by_keys(desk);
    let add = move |_| {
        let made = desk.dispatch(Command::AddJourney(Box::new(JourneyDraft::blank(FIRST_STAGES)))).made();
        if let Some(Key::Journey(journey)) = made {
            go_to_map(saver, journey);
        }
    };
    view! {
        <main class="page">
            <div class="empty">
                <h1 class="empty-title">{jw.no_map_title}</h1>
                <p>{jw.no_map_hint}</p>
                <div class="empty-actions">
                    <button class="button primary" on:click=on(add)>{EngagementVerb::AddMap.label(w)}</button>
                    <UndoButtons desk />
                </div>
            </div>
        </main>
    }
}
