//! An open engagement: read from the shelf, put on a desk, kept saved, and shown by the screen of the address.

mod alerts;

use std::any::Any;
use std::sync::Arc;

use alerts::{Alerts, PreviewBar};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use crate::i18n::journey::JourneyWords;
use crate::i18n::speech::title_or;
use crate::insight::ranking;
use crate::model::Key;
use crate::route::{Route, Section};
use crate::storage::envelope::ReadError;
use crate::storage::replica::Replica;
use crate::storage::{self, OpenError, on_disk};
use crate::ui::browser;
use crate::ui::browser::file;
use crate::ui::desk::Desk;
use crate::ui::frictions;
use crate::ui::last_places::LastPlaces;
use crate::ui::offers::Offer;
use crate::ui::parts::{alert, live, on};
use crate::ui::saving::Saver;
use crate::ui::sections;
use crate::ui::session::{Session, use_session};
use crate::ui::shell::{EngagementBar, PlainBar, import_map};
use crate::ui::travel;

/// Shows the engagement with an id.
pub type Screen = fn(String, RwSignal<Route>) -> AnyView;

/// Fetches what an address leads to beside the screen of the engagement, so that neither waits for the other.
pub fn fetch_ahead(route: Route) {
    let Some(section) = route.section() else { return };
    spawn_local(async move { sections::fetch(section, &route).await });
}

/// The screen. It is fetched when it is first needed.
#[wasm_split(engagement, fallible)]
pub fn screen() -> Result<Screen, SplitLoaderError> {
    Ok(|id, route| view! { <EngagementScreen id route /> }.into_any())
}

/// What is done once an engagement is there to be looked at.
pub type Begun = Arc<dyn Fn(Desk, Saver) + Send + Sync>;

/// Shows an engagement that is only looked at.
pub type Explorer = fn(Replica, Begun, RwSignal<Route>) -> AnyView;

/// Fetches it.
#[wasm_split(engagement, fallible)]
pub fn explorer() -> Result<Explorer, SplitLoaderError> {
    Ok(|replica, begun, route| view! { <Explored replica begun route /> }.into_any())
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
    let unsaved = session.take_unsaved(&id).and_then(|unsaved| (unsaved as Box<dyn Any>).downcast::<Replica>().ok());
    if let Some(replica) = unsaved {
        return view! { <OpenEngagement replica=*replica is_saved=false route /> }.into_any();
    }
    // After a reload this tab goes on with its own history at once; that of another tab waits until that one is known to be
    // gone.
    let mine = browser::tabs::names_before();
    match Replica::open(&*session.shelf(), &id, &session.writer(), |writer| mine.iter().any(|name| name == writer)) {
        Ok(replica) => view! { <OpenEngagement replica is_saved=true route /> }.into_any(),
        Err(error) => live(move || {
            session.lang.track();
            view! { <CannotOpen id=id.clone() error=error.clone() /> }.into_any()
        })
        .into_any(),
    }
}

#[component]
fn OpenEngagement(replica: Replica, is_saved: bool, route: RwSignal<Route>) -> impl IntoView {
    let session = use_session();
    let newer = replica.is_of_newer();
    let desk = Desk::new(replica, session);
    let saver = Saver::new(desk, session);
    if !is_saved {
        saver.save_again();
    }
    let id = desk.id();
    if on_disk::is_marked(&*session.shelf(), &id) {
        spawn_local(async move {
            // Without it the file stays as it was written last; what is saved lies on the shelf.
            if let Ok(take_up) = travel::taking_up().await {
                take_up(session, id);
            }
        });
    }
    // What the storage did not take goes on in memory, wherever the person goes in this page.
    on_cleanup(move || {
        saver.flush();
        if let Some(replica) = saver.unsaved() {
            session.unsaved.update(|all| all.push(Box::new(replica)));
        }
    });
    view! { <Screens desk saver newer route /> }
}

/// An engagement that is only looked at.
#[component]
fn Explored(replica: Replica, begun: Begun, route: RwSignal<Route>) -> impl IntoView {
    let session = use_session();
    let newer = replica.is_of_newer();
    let desk = Desk::new(replica, session);
    let saver = Saver::preview(desk, session);
    begun(desk, saver);
    view! { <Screens desk saver newer route /> }
}

/// The bar, and the screen of the address.
#[component]
fn Screens(desk: Desk, saver: Saver, newer: bool, route: RwSignal<Route>) -> impl IntoView {
    let session = use_session();
    provide_context(saver);
    let last_places = LastPlaces::new();
    provide_context(last_places);
    // When tabs part, this one goes on under its new id; the screen stays as it is.
    Effect::new(move |before: Option<String>| {
        let id = saver.id();
        if before.is_some_and(|before| before != id) {
            let moved = route.get_untracked().moved(id.clone());
            browser::way::rewrite(&moved.hash());
            route.set(moved);
        }
        id
    });
    // Where another tab made something at the same moment, ours goes by another id, and the screen stays with it.
    desk.on_followed(move |adopted| {
        let was = route.get_untracked();
        let now = was.clone().renamed(&adopted.renamed);
        if now != was {
            browser::way::rewrite(&now.hash());
            route.set(now);
        }
    });
    let journey = Memo::new(move |_| {
        let listed = desk.read(Key::Head, |e| e.head().journeys.clone());
        let wanted = match route.get() {
            Route::Journey { journey, .. } => journey,
            _ => None,
        };
        wanted.filter(|journey| listed.contains(journey)).or(listed.first().copied())
    });
    session.dropping.take(move |files| import_map(session, desk, saver, files));
    session.offers.add(move || places_to_go(session, desk, saver, last_places));
    let section = Memo::new(move |_| route.with(Route::section));
    let all_frictions = Memo::new(move |_| route.with(|route| matches!(route, Route::Frictions { .. })));
    Effect::new(move |_| {
        let w = session.lang.get().words();
        let screen = match section.get() {
            Some(Section::Journey) if all_frictions.get() => frictions::title(session),
            section => sections::label(w, section.unwrap_or(Section::Journey)),
        };
        session.page.set(desk.read(Key::Head, |e| w.title_of_page(screen, &e.head().title)));
    });
    on_cleanup(move || session.page.set(String::new()));
    let shown = sections::Shown { desk, saver, route, journey, all_frictions };
    // Views are built for one language; the desk, and what was done on it, outlive a switch.
    view! {
        {live(move || {
            session.lang.track();
            view! {
                <EngagementBar desk saver journey route />
                {session.hosted().mistakes(session.travel()).map(|text| alert(text, Vec::new()))}
                {saver.is_preview().then(|| view! { <PreviewBar desk saver route /> })}
                <Alerts desk saver newer />
            }
            .into_any()
        })}
        {live(move || sections::show(section.get().unwrap_or(Section::Journey), shown))}
    }
}

/// Where one can go in the open engagement: its economics, its maps, their stages and frictions.
fn places_to_go(session: Session, desk: Desk, saver: Saver, last_places: LastPlaces) -> Vec<Offer> {
    let (w, jw) = (session.w(), JourneyWords::of(session.lang()));
    let go = move |key| move || last_places.show(desk, saver, key);
    // The maps are named themselves.
    let sections = Section::ALL.into_iter().filter(|section| *section != Section::Journey).map(|section| {
        Offer::verb(sections::label(w, section), String::new(), move || browser::go(&section.of(desk.id()).hash()))
    });
    let mut offers: Vec<Offer> = sections.collect();
    let all = Route::Frictions { engagement: desk.id() }.hash();
    offers.push(Offer::verb(frictions::title(session), String::new(), move || browser::go(&all)));
    desk.peek(|e| {
        for (id, journey) in e.journeys() {
            let title = title_or(&journey.title, jw.untitled_map).to_owned();
            offers.push(Offer::place(title, jw.palette_map, go(Key::Journey(id))));
            for stage in &journey.stages {
                let name = e.stage(*stage).map_or("", |stage| stage.name.as_str()).to_owned();
                offers.push(Offer::place(name, jw.palette_stage, go(Key::Stage(*stage))));
            }
            for (_, card) in ranking::frictions(e, journey) {
                let text = e.card(card).map_or("", |card| card.text.as_str()).to_owned();
                offers.push(Offer::place(text, jw.palette_friction, go(Key::Card(card))));
            }
        }
    });
    offers.retain(|offer| !offer.label.trim().is_empty());
    offers
}

/// Why an engagement cannot be shown, and what to do.
#[component]
fn CannotOpen(id: String, error: OpenError) -> impl IntoView {
    let session = use_session();
    let w = session.w();
    let (reason, has_text) = match error {
        OpenError::Missing => (w.engagement_missing.into(), false),
        OpenError::Shelf(_) => (untrack(move || session.storage_silent()).into(), false),
        OpenError::Unreadable(ReadError::TooLarge(excess)) => {
            ((w.saving_words.too_large_here)(&w.saving_words.excess(excess)), true)
        }
        OpenError::Unreadable(error) => (w.read_error(&id, &error), true),
    };
    let hand_out = move || {
        let text = session.shelf().read(&storage::key(&id)).ok().flatten();
        let handed = text.is_some_and(|text| file::download("orbita.json", "application/json", &text).is_ok());
        if !handed {
            session.notify(w.download_failed);
        }
    };
    view! {
        <PlainBar />
        <main class="page">
            <div class="empty">
                <h1 class="empty-title">{w.cannot_open}</h1>
                <p role="alert">{reason}</p>
                {has_text.then(|| view! { <button class="button" on:click=on(move |_| hand_out())>{w.download_copy}</button> })}
                <a class="button primary" href="#/">{w.library}</a>
            </div>
        </main>
    }
}
