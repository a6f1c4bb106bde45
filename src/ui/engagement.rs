//! An open engagement: read from the shelf, put on a desk, kept saved, and shown by the screen of the address.

use std::any::Any;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use super::browser;
use super::browser::file;
use super::desk::Desk;
use super::economics;
use super::frictions;
use super::hosted;
use super::interviews;
use super::journey;
use super::offers::Offer;
use super::parts::{UndoButtons, alert, later, live, offer, on, undo_by_keys};
use super::places::Places;
use super::saving::{News, Reason, SaveState, Saver};
use super::session::{Session, use_session, use_words};
use super::shell::{EngagementBar, PlainBar, section_name};
use crate::edit::Command;
use crate::edit::draft::JourneyDraft;
use crate::i18n::Words;
use crate::i18n::saving::freeing::FreeingWords;
use crate::insight::{names, ranking};
use crate::model::merge::Clash;
use crate::model::quantity::JourneyId;
use crate::model::{Engagement, Key};
use crate::route::{Route, Section};
use crate::storage::envelope::ReadError;
use crate::storage::freeing::{self, Freed};
use crate::storage::replica::Replica;
use crate::storage::usage::usage;
use crate::storage::{self, OpenError};

/// How many stages a new map has.
pub const FIRST_STAGES: usize = 5;

/// Shows the engagement with an id.
pub type Screen = fn(String, RwSignal<Route>) -> AnyView;

/// Fetches what an address leads to beside the screen of the engagement, so that neither waits for the other.
pub fn fetch_ahead(route: &Route) {
    let (section, frictions) = (route.section(), matches!(route, Route::Frictions { .. }));
    spawn_local(async move {
        // Whoever opens a part that does not come is told then.
        match section {
            Some(Section::Journey) if frictions => _ = frictions::screen().await,
            Some(Section::Journey) => _ = journey::screen().await,
            Some(Section::Interviews) => _ = interviews::screen().await,
            Some(Section::Economics) => _ = economics::screen().await,
            None => (),
        }
    });
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
    // What the storage did not take goes on in memory, wherever the person goes in this page.
    on_cleanup(move || {
        saver.flush();
        if let Some(replica) = saver.rest() {
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
    let places = Places::new();
    provide_context(places);
    // When tabs part, this one goes on under its new id; the screen stays as it is.
    Effect::new(move |before: Option<String>| {
        let id = saver.id();
        if before.is_some_and(|before| before != id) {
            let moved = route.get_untracked().moved(id.clone());
            browser::rewrite(&moved.hash());
            route.set(moved);
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
    session.offers.add(move || places_to_go(session, desk, saver, places));
    let section = Memo::new(move |_| route.with(Route::section));
    let all_frictions = Memo::new(move |_| route.with(|route| matches!(route, Route::Frictions { .. })));
    // Views are built for one language; the desk, and what was done on it, outlive a switch.
    view! {
        {live(move || {
            session.lang.track();
            view! {
                <EngagementBar desk saver journey=shown route />
                {hosted::mistakes(session)}
                {saver.is_preview().then(|| view! { <PreviewBar desk saver route /> })}
                <Alerts desk saver newer />
            }
            .into_any()
        })}
        {live(move || match (section.get(), shown.get()) {
            (Some(Section::Economics), _) => later(economics::screen, move |screen| screen(desk, saver, route)),
            (Some(Section::Interviews), _) => later(interviews::screen, move |screen| screen(desk, saver, route)),
            _ if all_frictions.get() => later(frictions::screen, move |screen| screen(desk, saver)),
            (_, Some(journey)) => later(journey::screen, move |screen| screen(desk, journey)),
            (_, None) => view! { <NoMap desk saver /> }.into_any(),
        })}
    }
}

/// Where one can go in the open engagement: its economics, its maps, their stages and frictions.
fn places_to_go(session: Session, desk: Desk, saver: Saver, places: Places) -> Vec<Offer> {
    let w = session.w();
    let go = move |key| move || places.show(desk, saver, key);
    let sections = [Section::Interviews, Section::Economics].map(|section| {
        Offer::verb(section_name(w, section).0, String::new(), move || browser::go(&section.of(desk.id()).hash()))
    });
    let mut offers = Vec::from(sections);
    let all = Route::Frictions { engagement: desk.id() }.hash();
    offers.push(Offer::verb(frictions::title(session), String::new(), move || browser::go(&all)));
    desk.peek(|e| {
        for (id, journey) in e.journeys() {
            let title = w.title_or(&journey.title, w.untitled_map).to_owned();
            offers.push(Offer::place(title, w.palette_map, go(Key::Journey(id))));
            for stage in &journey.stages {
                let name = e.stage(*stage).map_or("", |stage| stage.name.as_str()).to_owned();
                offers.push(Offer::place(name, w.palette_stage, go(Key::Stage(*stage))));
            }
            for (_, card) in ranking::frictions(e, journey) {
                let text = e.card(card).map_or("", |card| card.text.as_str()).to_owned();
                offers.push(Offer::place(text, w.palette_friction, go(Key::Card(card))));
            }
        }
    });
    offers.retain(|offer| !offer.label.trim().is_empty());
    offers
}

/// What the person must know of saving, with a way out.
#[component]
fn Alerts(desk: Desk, saver: Saver, newer: bool) -> impl IntoView {
    let session = use_session();
    let w = session.w();
    let s = w.saving_words;
    let copy = move || offer(w.download_copy, move || download_copy(session, saver));
    let trouble = move || {
        let reason = match saver.state() {
            SaveState::NotSaved(reason) => reason,
            SaveState::Saved | SaveState::Saving | SaveState::Preview => return None,
        };
        Some(match reason {
            Reason::Full => {
                let (lang, freeing) = (session.lang(), FreeingWords::of(session.lang()));
                let usage = usage(&*session.shelf()).unwrap_or_default();
                let frees = freeing.offer(lang, &usage);
                let first = match frees {
                    Some(_) => offer(freeing.free, move || make_room(session, saver)),
                    None => offer(w.try_again, move || saver.save_again()),
                };
                let said = [w.not_saved_full.into(), s.room(lang, &usage), frees.unwrap_or_default()];
                alert(said.join(" ").trim_end().into(), [first, copy()].concat())
            }
            Reason::Denied => alert(w.not_saved_denied.into(), copy()),
            Reason::Gone => alert(s.gone.into(), offer(s.save_again, move || saver.save_again())),
        })
    };
    let places: Places = expect_context();
    let close = move || offer(w.close, move || saver.news().set(None));
    let news = move || {
        Some(match saver.news().get()? {
            News::Parted => alert(w.parted.into(), close()),
            News::Recovered => alert(s.recovered.into(), close()),
            News::Newer => alert(s.newer_elsewhere.into(), offer(s.reload, browser::reload)),
            News::Clashes(clashes) => {
                let text = desk.peek(|e| clash_text(w, e, &clashes));
                let show = move || {
                    if let Some(clash) = clashes.first() {
                        places.show(desk, saver, clash.key());
                    }
                    // Whoever looks at it knows.
                    saver.news().set(None);
                };
                alert(text, [offer(s.show, show), close()].concat())
            }
        })
    };
    view! {
        {newer.then(|| {
            // A page that is only for exploring hands nothing out.
            let is_handed_out = !saver.is_preview() || !session.hosted().config.explore_only;
            alert(w.saving_words.newer_is_kept.into(), if is_handed_out { copy() } else { Vec::new() })
        })}
        {live(trouble)}
        {live(news)}
    }
}

/// Deletes what no work depends on until the project can be saved, and says what went.
fn make_room(session: Session, saver: Saver) {
    let is_saved = move || untrack(|| saver.state()) == SaveState::Saved;
    let freed = freeing::free(&*session.shelf(), &mut || {
        saver.save_again();
        is_saved()
    });
    // Another tab may have removed the last of it.
    if freed == Freed::default() {
        saver.save_again();
    } else {
        session.tell(FreeingWords::of(session.lang()).freed(session.lang(), &freed, is_saved()));
    }
}

/// Says that nothing is stored, and offers a copy.
#[component]
fn PreviewBar(desk: Desk, saver: Saver, route: RwSignal<Route>) -> impl IntoView {
    let session = use_session();
    let words = session.travel();
    let only = session.hosted().config.explore_only;
    let full = RwSignal::new(false);
    let save = move || {
        let id = browser::random_id();
        match desk.peek_replica(|replica| replica.add_copy(&*session.shelf(), &id, browser::now())) {
            Ok(()) => {
                session.end_preview();
                // Where nothing is stored, the copy goes with the page, and its screen says so.
                if session.lasting {
                    session.tell_on_arrival(words.copy_saved);
                }
                browser::go(&route.get_untracked().moved(id).hash());
            }
            Err(_) => full.set(true),
        }
    };
    view! {
        <div class="preview-bar" role="region" aria-label=words.preview>
            <span>{if only { words.explore_hint } else { words.preview_hint }}</span>
            {(!only).then(|| {
                view! { <button class="button" id="save-a-copy" on:click=on(move |_| save())>{words.save_a_copy}</button> }
            })}
        </div>
        {live(move || full.get().then(|| alert(session.w().no_room.into(), offer(session.w().download_copy, move || download_copy(session, saver)))))}
    }
}

/// What two tabs changed, and what became of it.
fn clash_text(w: &Words, engagement: &Engagement, clashes: &[Clash]) -> String {
    let words = w.saving_words;
    let first = clashes.first().map(|clash| {
        let what = names::of_record(engagement, clash.key());
        let name = what.as_deref().map_or_else(|| words.something.into(), words.quoted);
        match clash {
            Clash::Split(..) => (words.split)(&name),
            Clash::BothKept(_) => (words.both_kept)(&name),
            Clash::OursKept(_) => (words.ours_kept)(&name),
            Clash::Restored(_) => (words.restored)(&name),
        }
    });
    let more = clashes.len().saturating_sub(1);
    let more = (more > 0).then(|| (words.more_clashes)(more));
    first.into_iter().chain(more).collect::<Vec<_>>().join(" ")
}

/// Hands out a copy of the engagement as a file.
pub fn download_copy(session: Session, saver: Saver) {
    let name = session.w().file_name(&saver.title(), "orbita.json");
    let handed = saver.copy().is_some_and(|text| file::download(&name, "application/json", &text).is_ok());
    if !handed {
        session.tell(session.w().download_failed);
    }
}

/// An engagement without a map.
#[component]
fn NoMap(desk: Desk, saver: Saver) -> impl IntoView {
    let w = use_words();
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
                <h1 class="empty-title">{w.no_map_title}</h1>
                <p>{w.no_map_hint}</p>
                <button class="button primary" on:click=on(add)>{w.add_map}</button>
                <div class="empty-undo"><UndoButtons desk /></div>
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
    let (reason, has_text) = match error {
        OpenError::Missing => (w.engagement_missing.into(), false),
        OpenError::Shelf(_) => (w.storage_silent.into(), false),
        OpenError::Unreadable(ReadError::TooLarge(excess)) => {
            ((w.saving_words.too_large_here)(&w.saving_words.excess(excess)), true)
        }
        OpenError::Unreadable(error) => (w.read_error(&id, &error), true),
    };
    let hand_out = move || {
        let text = session.shelf().read(&storage::key(&id)).ok().flatten();
        let handed = text.is_some_and(|text| file::download("orbita.json", "application/json", &text).is_ok());
        if !handed {
            session.tell(w.download_failed);
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
