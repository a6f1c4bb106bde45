//! What a link or a hosted file holds, to be explored. Nothing of it is stored before somebody saves a copy.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::hosted_file;
use super::locked::Locked;
use super::wrong::Wrong;
use crate::exchange::link::{self as links, Content, Sealed};
use crate::handover::site::Client;
use crate::model::Engagement;
use crate::route::{Route, link_of, view_id};
use crate::storage::replica::Replica;
use crate::ui::alive::Alive;
use crate::ui::browser::lock::Lock;
use crate::ui::desk::Desk;
use crate::ui::engagement;
use crate::ui::parts::{alert, later, live};
use crate::ui::saving::Saver;
use crate::ui::session::{Session, use_session};
use crate::ui::shell::PlainBar;
use crate::ui::travel::link;

/// How long what was tried rests before the address says so.
const REST: Duration = Duration::from_millis(250);

/// How it stands.
#[derive(Clone)]
enum State {
    Coming,
    Locked(Sealed),
    Open(Box<Client>),
    Wrong(Wrong),
}

impl State {
    /// An engagement of this version.
    fn of(engagement: Engagement) -> Self {
        State::Open(Box::new(Client { engagement, newer: None }))
    }
}

/// What is looked at.
#[component]
pub fn Preview(
    /// The id: it holds the text of the link.
    id: String,
    /// The address, for which of its screens.
    route: RwSignal<Route>,
) -> impl IntoView {
    let session = use_session();
    session.preview();
    // The key of a link that was locked, to lock it again with what was tried.
    let lock = StoredValue::new_local(None::<Lock>);
    let state = RwSignal::new(match link_of(&id) {
        Some(text) => match links::read(text) {
            Ok(Content::Open(engagement)) => State::of(*engagement),
            Ok(Content::Sealed(sealed)) => State::Locked(sealed),
            Err(error) => State::Wrong(Wrong::Link(error)),
        },
        None => State::Coming,
    });
    if link_of(&id).is_none() {
        spawn_local(async move {
            let fetched = hosted_file::fetched(session).await;
            // Whoever asked may have gone elsewhere.
            _ = state.try_set(fetched.map_or_else(State::Wrong, |fetched| State::Open(Box::new(fetched))));
        });
    }
    let unlocked = Callback::new(move |(engagement, key)| {
        lock.set_value(Some(key));
        state.set(State::of(engagement));
    });
    live(move || match state.get() {
        State::Coming => view! { <p class="later" role="status">{session.w().part_coming}</p> }.into_any(),
        State::Open(fetched) => {
            let mut replica = Replica::preview(fetched.engagement, &id, &session.writer());
            if let Some(text) = fetched.newer {
                replica.follow_newer(text.into());
            }
            let is_linked = link_of(&id).is_some();
            later(engagement::explorer, move |explore| {
                let begun = move |desk, saver| {
                    if is_linked {
                        follow(desk, saver, lock);
                    }
                };
                explore(replica.clone(), Arc::new(begun), route)
            })
        }
        State::Locked(sealed) => live(move || {
            session.lang.track();
            view! { <Locked sealed=sealed.clone() unlocked /> }.into_any()
        })
        .into_any(),
        State::Wrong(wrong) => live(move || {
            session.lang.track();
            cannot_open(session, &wrong)
        })
        .into_any(),
    })
}

/// Has the address say what was tried: whoever copies it, or loads the page anew, gets what is on the screen,
/// or is told that no link could be made of it.
fn follow(desk: Desk, saver: Saver, lock: StoredValue<Option<Lock>, LocalStorage>) {
    let view = Alive::here();
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    let renew = move || {
        let seen = untrack(|| desk.edits());
        let (engagement, lock) = (desk.peek(Engagement::clone), lock.get_value());
        spawn_local(async move {
            let text = link::text(&engagement, lock.as_ref()).await;
            // What was changed meanwhile has an address of its own soon.
            if view.is() && untrack(|| desk.edits()) == seen {
                // The link that was opened holds something else than what is on the screen.
                saver.go_by(view_id(Some(text.as_deref().unwrap_or(links::NOTHING))));
            }
        });
    };
    Effect::new(move |before: Option<u64>| {
        let count = desk.edits();
        if before.is_some_and(|before| before != count) {
            waiting.update_value(|waiting| {
                if let Some(handle) = waiting.take() {
                    handle.clear();
                }
                *waiting = view.after(REST, renew);
            });
        }
        count
    });
}

fn cannot_open(session: Session, wrong: &Wrong) -> AnyView {
    let words = session.travel();
    view! {
        <PlainBar />
        <main class="page">
            {session.hosted().mistakes(session.travel()).map(|text| alert(text, Vec::new()))}
            <div class="empty">
                <h1 class="empty-title">{words.cannot_open}</h1>
                <p role="alert">{wrong.text(session)}</p>
                <a class="button primary" href="#/">{session.w().library}</a>
            </div>
        </main>
    }
    .into_any()
}
