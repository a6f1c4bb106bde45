//! The list of interviews.

use leptos::prelude::*;

use crate::edit::Command;
use crate::model::Key;
use crate::model::quantity::InterviewId;
use crate::model::records::Collection;
use crate::route::{InterviewsView, Route};
use crate::ui::browser;
use crate::ui::desk::Desk;
use crate::ui::parts::{live, on};
use crate::ui::saving::Saver;
use crate::ui::session::use_words;

/// The interview that an address asks for; where it asks for none or for one that is gone, the last.
pub fn shown(desk: Desk, asked: Option<InterviewId>) -> Option<InterviewId> {
    desk.track(Key::List(Collection::Interview));
    desk.peek(|e| asked.filter(|id| e.interview(*id).is_some()).or_else(|| e.interviews().last().map(|(id, _)| id)))
}

/// All interviews, the last first, and the way to what they say together.
#[component]
pub fn InterviewList(
    /// The engagement.
    desk: Desk,
    /// How it is kept.
    saver: Saver,
    /// The interview that is shown.
    shown: Memo<Option<InterviewId>>,
) -> impl IntoView {
    let w = use_words();
    let entry = move |id: InterviewId| {
        let person = move || desk.read(Key::Interview(id), |e| e.interview(id).map(|one| one.head.person.clone()));
        let view = InterviewsView::One { interview: Some(id), quote: None };
        let address = move || Route::Interviews { engagement: saver.id(), view }.hash();
        let current = live(move || (shown.get() == Some(id)).then_some("true"));
        view! { <li><a href=live(address) aria-current=current>{live(person)}</a></li> }.into_any()
    };
    let entries = move || {
        desk.track(Key::List(Collection::Interview));
        let ids: Vec<InterviewId> = desk.peek(|e| e.interviews().map(|(id, _)| id).collect());
        ids.into_iter().rev().map(entry).collect_view().into_any()
    };
    view! {
        <nav class="interview-list" aria-label=w.interviews>
            <h1>{w.interviews}</h1>
            <button class="button" aria-label=w.add on:click=on(move |_| add(desk, saver))>{w.add}</button>
            <ul>{live(entries)}</ul>
        </nav>
    }
}

/// Begins an interview and goes there.
pub fn add(desk: Desk, saver: Saver) {
    if let Some(Key::Interview(id)) = desk.dispatch(Command::AddInterview(Box::default())).made() {
        let view = InterviewsView::One { interview: Some(id), quote: None };
        browser::go(&Route::Interviews { engagement: untrack(|| saver.id()), view }.hash());
    }
}

/// What is shown before the first interview.
pub fn none_yet(desk: Desk, saver: Saver) -> AnyView {
    let w = use_words();
    view! { <div class="empty"><button class="button primary" on:click=on(move |_| add(desk, saver))>{w.add}</button></div> }
        .into_any()
}
