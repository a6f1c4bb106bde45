//! An open engagement: read from the shelf, put on a desk, kept saved, and shown by the screen of the address.

use leptos::prelude::*;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use super::browser;
use super::browser::file;
use super::desk::Desk;
use super::economics;
use super::journey::JourneyScreen;
use super::parts::{alert, later, live, offer, on};
use super::places::Places;
use super::saving::{News, Reason, SaveState, Saver};
use super::session::{Session, Unsaved, use_session, use_words};
use super::shell::{EngagementBar, PlainBar};
use crate::edit::Command;
use crate::edit::draft::JourneyDraft;
use crate::model::Key;
use crate::model::quantity::JourneyId;
use crate::route::Route;
use crate::storage::envelope::Document;
use crate::storage::{self, OpenError, extra};

/// How many stages a new map has.
pub const FIRST_STAGES: usize = 5;

/// Shows the engagement with an id.
pub type Screen = fn(String, RwSignal<Route>) -> AnyView;

/// The screen. It is fetched with the map when it is first needed.
#[wasm_split(engagement, fallible)]
pub fn screen() -> Result<Screen, SplitLoaderError> {
    Ok(|id, route| view! { <EngagementScreen id route /> }.into_any())
}

/// The engagement with `id`, or why it cannot be shown.
#[component]
fn EngagementScreen(
    /// Its id on the shelf.
    id: String,
    /// The address, for which of its screens.
    route: RwSignal<Route>,
) -> impl IntoView {
    let session = use_session();
    if let Some(unsaved) = session.take_unsaved(&id) {
        return view! { <OpenEngagement unsaved is_saved=false route /> }.into_any();
    }
    match storage::open(&*session.shelf(), &id) {
        Ok(document) => {
            let kept = extra::history(&*session.shelf(), &id, &document.stamp).unwrap_or_default();
            view! { <OpenEngagement unsaved=Unsaved { id, document, kept } is_saved=true route /> }.into_any()
        }
        Err(error) => live(move || {
            session.lang.track();
            view! { <CannotOpen id=id.clone() error=error.clone() /> }.into_any()
        })
        .into_any(),
    }
}

#[component]
fn OpenEngagement(unsaved: Unsaved, is_saved: bool, route: RwSignal<Route>) -> impl IntoView {
    let session = use_session();
    let Unsaved { id, document: Document { engagement, stamp, newer }, kept } = unsaved;
    let desk = Desk::new(engagement, Some(kept), newer.is_some());
    let name_copy = move |title: &str| (session.w().copy_of)(title);
    let saver = Saver::new(desk, session.shelf(), id, stamp, session.lasting, name_copy);
    provide_context(saver);
    session.heed_edits(move || desk.edits());
    if !is_saved {
        saver.resume();
    }
    // What the storage has no room for goes on in memory, wherever the person goes in this page.
    on_cleanup(move || {
        saver.flush();
        if let Some((id, document)) = saver.rest() {
            let kept = desk.kept_history(200);
            session.unsaved.update(|all| all.push(Unsaved { id, document, kept }));
        }
    });
    provide_context(Places::new());
    // When tabs part, this one goes on under its new id; the screen stays as it is.
    Effect::new(move |before: Option<String>| {
        let id = saver.id();
        if before.is_some_and(|before| before != id) {
            browser::rewrite(&route.get_untracked().moved(id.clone()).hash());
        }
        id
    });
    let shown = Memo::new(move |_| {
        let listed = desk.read(Key::Head, |e| e.head().journeys.clone());
        let wanted = match route.get() {
            Route::Journey { journey, .. } => journey,
            _ => None,
        };
        wanted.filter(|journey| listed.contains(journey)).or(listed.first().copied())
    });
    let in_economics = Memo::new(move |_| route.with(|route| matches!(route, Route::Economics { .. })));
    // Views are built for one language; the desk, and what was done on it, outlive a switch.
    view! {
        {live(move || {
            session.lang.track();
            view! {
                <EngagementBar desk saver journey=shown route />
                <Alerts saver newer />
            }
            .into_any()
        })}
        {live(move || match (in_economics.get(), shown.get()) {
            (true, _) => later(economics::screen, move |screen| screen(desk, saver, route)),
            (false, Some(journey)) => view! { <JourneyScreen desk journey /> }.into_any(),
            (false, None) => view! { <NoMap desk saver /> }.into_any(),
        })}
    }
}

/// What the person must know of saving, with a way out.
#[component]
fn Alerts(saver: Saver, newer: Option<u32>) -> impl IntoView {
    let session = use_session();
    let w = session.w();
    let problem = move || match saver.state() {
        SaveState::NotSaved(Reason::Full) => Some(w.not_saved_full),
        SaveState::NotSaved(Reason::Denied) => Some(w.not_saved_denied),
        SaveState::Saved | SaveState::Saving => None,
    };
    let news = move || {
        saver.news().get().map(|news| match news {
            News::TakenOver => w.taken_over,
            News::Parted => w.parted,
        })
    };
    let copy = move |text: &str| alert(text.into(), offer(w.download_copy, move || download_copy(session, saver)));
    let note = move |text: &str| alert(text.into(), offer(w.close, move || saver.news().set(None)));
    view! {
        {newer.map(|version| alert((w.newer_version)(version), None))}
        {live(move || problem().map(copy))}
        {live(move || news().map(note))}
    }
}

/// Hands out a copy of the engagement as a file.
pub fn download_copy(session: Session, saver: Saver) {
    let name = session.w().file_name(&saver.title(), "orbita.json");
    if file::download(&name, "application/json", &saver.copy()).is_err() {
        session.tell(session.w().download_failed);
    }
}

/// An engagement without a map.
#[component]
fn NoMap(desk: Desk, saver: Saver) -> impl IntoView {
    let w = use_words();
    let add = move |_| {
        let made = desk.dispatch(Command::AddJourney(Box::new(JourneyDraft::blank(FIRST_STAGES)))).made();
        if let Some(Key::Journey(journey)) = made {
            go_to_map(saver, journey);
        }
    };
    view! {
        <main class="page">
            <div class="empty">
                <h1 class="empty-title">{w.no_map_title}</h1>
                <p>{w.no_map_hint}</p>
                <button class="button primary" on:click=on(add)>{w.add_map}</button>
                <button class="button" on:click=on(move |_| _ = desk.undo())>{w.undo}</button>
            </div>
        </main>
    }
}

/// Goes to a map of the open engagement.
pub fn go_to_map(saver: Saver, journey: JourneyId) {
    browser::go(&Route::Journey { engagement: untrack(|| saver.id()), journey: Some(journey) }.hash());
}

/// Why an engagement cannot be shown, and what to do.
#[component]
fn CannotOpen(id: String, error: OpenError) -> impl IntoView {
    let session = use_session();
    let w = session.w();
    let (reason, raw) = match error {
        OpenError::Missing => (w.engagement_missing.into(), None),
        OpenError::Shelf(_) => (w.storage_silent.into(), None),
        OpenError::Unreadable(error, raw) => (w.read_error(&id, &error), Some(raw)),
    };
    let hand_out = move |raw: &str| {
        if file::download("orbita.json", "application/json", raw).is_err() {
            session.tell(w.download_failed);
        }
    };
    view! {
        <PlainBar />
        <main class="page">
            <div class="empty">
                <h1 class="empty-title">{w.cannot_open}</h1>
                <p role="alert">{reason}</p>
                {raw.map(|raw| view! { <button class="button" on:click=on(move |_| hand_out(&raw))>{w.download_copy}</button> })}
                <a class="button primary" href="#/">{w.library}</a>
            </div>
        </main>
    }
}
