//! The interviews of an engagement: the list, one interview, and what all of them say.

mod deferred;
mod findings;
mod list;
mod one;
mod panel;

use leptos::prelude::*;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use crate::model::Key;
use crate::model::key::Collection;
use crate::model::quantity::InterviewId;
use crate::route::{InterviewsView, Route};
use crate::ui::browser::element;
use crate::ui::commands::TalkWords;
use crate::ui::desk::Desk;
use crate::ui::parts::{Menu, later, live, undo_by_keys};
use crate::ui::saving::Saver;
use crate::ui::session::{Session, use_session};
pub use deferred::deferred as fetch_deferred;
use deferred::{DialogsPlace, deferred};
use findings::Hub;
use list::InterviewList;
use one::OneInterview;
use panel::SidePanel;

/// Shows the interviews of an engagement.
pub type Screen = fn(Desk, Saver, RwSignal<Route>) -> AnyView;

/// The screen. It is fetched when it is first needed.
#[wasm_split(interviews, fallible)]
pub fn screen() -> Result<Screen, SplitLoaderError> {
    Ok(|desk, saver, route| view! { <InterviewsScreen desk saver route /> }.into_any())
}

/// What the verbs of interviews are called by.
fn verb_words(session: Session) -> TalkWords {
    TalkWords::of(session.lang(), session.w())
}

/// The address of the list, where it has a page of its own.
fn list_address(saver: Saver) -> String {
    Route::Interviews { engagement: saver.id(), view: InterviewsView::LAST }.hash()
}

/// The interviews of an engagement.
#[component]
fn InterviewsScreen(
    /// The engagement.
    desk: Desk,
    /// How it is kept.
    saver: Saver,
    /// The address, for which of them is shown.
    route: RwSignal<Route>,
) -> impl IntoView {
    let session = use_session();
    let view = Memo::new(move |_| match route.get() {
        Route::Interviews { view, .. } => view,
        _ => InterviewsView::LAST,
    });
    // On a phone the list is a page of its own, which comes first.
    let is_list = Memo::new(move |_| session.narrow.get() && view.get() == InterviewsView::LAST);
    let shown = Memo::new(move |_| match view.get() {
        InterviewsView::One { interview, quote } if !is_list.get() => list::shown(desk, interview, quote),
        _ => None,
    });
    let findings = Memo::new(move |_| match view.get() {
        InterviewsView::All(findings) => Some(findings),
        InterviewsView::One { .. } => None,
    });
    let is_of_all = Memo::new(move |_| findings.with(Option::is_some));
    let quote = Memo::new(move |_| match view.get() {
        InterviewsView::One { quote, .. } => quote,
        InterviewsView::All(_) => None,
    });
    undo_by_keys(desk);
    on_cleanup(move || desk.seal());
    Effect::new(move |_| {
        if is_list.get() {
            element::soon(".interview-list h1", |heading| {
                if element::focus_is_lost() {
                    element::focus_still(&heading);
                }
            });
        }
    });
    session.offers.add(move || list::offers(desk, saver, session));
    // An interview that comes to be while the screen is here was just added.
    let known: StoredValue<Vec<InterviewId>> = StoredValue::new(ids(desk));
    let is_new = move |id: InterviewId| {
        let is_new = known.with_value(|known| !known.contains(&id));
        known.update_value(|known| known.extend(ids(desk)));
        is_new
    };
    let hub = Hub::provide(desk, saver);
    // A dialog goes with the page it was opened on.
    Effect::new(move |ran: Option<()>| {
        shown.track();
        findings.track();
        if ran.is_some() {
            hub.close_dialogs();
        }
    });
    view! {
        <main class="interviews" class:list-only=live(move || is_list.get()) class:across=live(move || is_of_all.get())>
            {live(move || {
                session.lang.track();
                view! { <InterviewList desk saver shown findings /> }.into_any()
            })}
            {live(move || match (is_of_all.get(), shown.get()) {
                (true, _) => later(deferred, move |deferred| deferred::findings(deferred, findings)),
                (false, Some(interview)) => {
                    view! {
                        <OneInterview desk saver interview quote is_new=is_new(interview) />
                        <SidePanel desk interview />
                    }
                        .into_any()
                }
                (false, None) => {
                    desk.track(Key::List(Collection::Interview));
                    session.lang.track();
                    if desk.peek(|e| e.interviews().next().is_none()) { list::none_yet(desk, saver) } else { ().into_any() }
                }
            })}
            {live(move || {
                session.lang.track();
                view! {
                    <Menu menus=hub.menus />
                    <DialogsPlace />
                }
                    .into_any()
            })}
        </main>
    }
}

fn ids(desk: Desk) -> Vec<InterviewId> {
    desk.peek(|e| e.interviews().map(|(id, _)| id).collect())
}
