//! Parts of the app that are fetched when they are first needed: the first visit waits for nothing that it does not show.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_split_helpers::SplitLoaderError;

use super::{alert, live, offer, shown};
use crate::ui::alive::Alive;
use crate::ui::browser::early_keys::EarlyKeys;
use crate::ui::browser::print;
use crate::ui::session::{Session, use_session};

/// A screen that nobody touches is at rest after this.
const AT_REST: Duration = Duration::from_secs(3);

/// Who prints waits no longer than this for what has not come.
const LONGEST_WAIT: Duration = Duration::from_secs(5);

/// How it stands with a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State<T> {
    Coming,
    Missing,
    Here(T),
}

/// Shows a part when it has come; when it does not come, says so and offers to try again.
pub fn later<T, F>(fetch: fn() -> F, show: impl Fn(T) -> AnyView + Send + 'static) -> AnyView
where
    T: Copy + Send + Sync + 'static,
    F: Future<Output = Result<T, SplitLoaderError>> + 'static,
{
    view_of(fetch, show, coming(use_session()), None)
}

/// As [`later`], for what a key opens and takes the keyboard: what is typed before it has come is typed there.
pub fn later_typed_into<T, F>(fetch: fn() -> F, show: impl Fn(T) -> AnyView + Send + 'static) -> AnyView
where
    T: Copy + Send + Sync + 'static,
    F: Future<Output = Result<T, SplitLoaderError>> + 'static,
{
    view_of(
        fetch,
        show,
        coming(use_session()),
        Some(TypedInto { waits: Arc::new(|| true), gives_up: Arc::new(|| false) }),
    )
}

/// As [`later_typed_into`], for what lies over the page: fetched when it is first `needed`, and there from then on. That it comes
/// is said where it takes a while; until then Esc has `give_up` take back that it is needed.
pub fn once_needed<T, F>(
    needed: impl Fn() -> bool + Copy + Send + Sync + 'static,
    give_up: impl Fn() + Copy + Send + Sync + 'static,
    fetch: fn() -> F,
    show: impl Fn(T) -> AnyView + Copy + Send + 'static,
) -> AnyView
where
    T: Copy + Send + Sync + 'static,
    F: Future<Output = Result<T, SplitLoaderError>> + 'static,
{
    let session = use_session();
    let coming = move || shown(needed, move || coming_over(session)).into_any();
    let gives_up = move || {
        give_up();
        true
    };
    once(needed, move || {
        view_of(fetch, show, coming, Some(TypedInto { waits: Arc::new(needed), gives_up: Arc::new(gives_up) }))
    })
}

/// That a part comes, as it is said over the page to whoever waits.
pub fn coming_over(session: Session) -> AnyView {
    view! { <p class="later-over" role="status">{session.w().part_coming}</p> }.into_any()
}

/// That a part comes is said as long as this is held.
pub struct Coming(Session);

impl Coming {
    /// Says it from now on.
    pub fn said(session: Session) -> Self {
        session.coming.update(|count| *count += 1);
        Coming(session)
    }
}

impl Drop for Coming {
    fn drop(&mut self) {
        self.0.coming.update(|count| *count -= 1);
    }
}

/// Does something with a part when it has come, and says so where it does not come: nothing has begun then. That it comes is said
/// where it takes a while. What is typed meanwhile comes after it, and Esc gives it up.
pub fn with_part<T, F>(session: Session, view: Alive, fetch: fn() -> F, act: impl FnOnce(T) + 'static)
where
    T: 'static,
    F: Future<Output = Result<T, SplitLoaderError>> + 'static,
{
    let coming = Rc::new(RefCell::new(Some(Coming::said(session))));
    let asked = coming.clone();
    let ahead = EarlyKeys::hold(move || asked.take().is_some());
    spawn_local(async move {
        let part = fetch().await;
        if coming.take().is_none() || !view.is() {
            return;
        }
        match part {
            Ok(part) => {
                act(part);
                view.next_frame(move || ahead.release());
            }
            Err(_) => session.notify(session.w().part_missing),
        }
    });
}

/// Shows something when it is first `needed`, and from then on.
fn once(
    needed: impl Fn() -> bool + Send + Sync + 'static,
    show: impl Fn() -> AnyView + Copy + Send + 'static,
) -> AnyView {
    let is_needed = Memo::new(move |was: Option<&bool>| was == Some(&true) || needed());
    live(move || is_needed.get().then(show)).into_any()
}

/// What stands where something will be.
fn coming(session: Session) -> impl Fn() -> AnyView + Send + 'static {
    move || view! { <p class="later" role="status">{session.w().part_coming}</p> }.into_any()
}

/// As [`once_needed`], for what is below what the first screen shows: it comes when somebody is there, or the page is at rest. Who
/// prints before it has come waits for it.
pub fn below<T, F>(fetch: fn() -> F, show: fn(T) -> AnyView) -> AnyView
where
    T: Copy + Send + Sync + 'static,
    F: Future<Output = Result<T, SplitLoaderError>> + 'static,
{
    let session = use_session();
    let (view, is_here) = (Alive::here(), RwSignal::new(false));
    view.after(AT_REST, move || session.is_begun.set(true));
    print_whole(is_here);
    let show = move |part| {
        view.after_update(move || is_here.set(true));
        show(part)
    };
    once(move || session.is_begun.get(), move || view_of(fetch, show, || ().into_any(), None))
}

/// Holds the keys of the browser's print until what is printed `is_here`, or does not come. Its menu cannot be held.
fn print_whole(is_here: RwSignal<bool>) {
    let (session, view) = (use_session(), Alive::here());
    let is_asked = StoredValue::new(false);
    let print = move || {
        if is_asked.get_value() {
            is_asked.set_value(false);
            print::print();
        }
    };
    let keys = window_event_listener(leptos::ev::keydown, move |event| {
        let is_print = event.code() == "KeyP" && (event.ctrl_key() || event.meta_key());
        if is_print && !event.shift_key() && !event.alt_key() && !is_here.get_untracked() {
            event.prevent_default();
            is_asked.set_value(true);
            session.is_begun.set(true);
            view.after(LONGEST_WAIT, print);
        }
    });
    // Its charts measure themselves in the frame after they have come, and are drawn in the next.
    Effect::new(move |_| {
        if is_here.get() {
            view.next_frame(move || view.next_frame(print));
        }
    });
    on_cleanup(move || keys.remove());
}

/// A part that gets the keys that were pressed before it came.
struct TypedInto {
    /// Whether somebody waits for it; wakes when that changes.
    waits: Arc<dyn Fn() -> bool + Send + Sync>,
    /// Gives up what was asked for, and says whether it did.
    gives_up: Arc<dyn Fn() -> bool + Send + Sync>,
}

fn view_of<T, F>(
    fetch: fn() -> F,
    show: impl Fn(T) -> AnyView + Send + 'static,
    coming: impl Fn() -> AnyView + Send + 'static,
    typed_into: Option<TypedInto>,
) -> AnyView
where
    T: Copy + Send + Sync + 'static,
    F: Future<Output = Result<T, SplitLoaderError>> + 'static,
{
    let session = use_session();
    let (state, view) = (RwSignal::new(State::Coming), Alive::here());
    let held = StoredValue::new_local(None::<EarlyKeys>);
    if let Some(TypedInto { waits, gives_up }) = typed_into {
        // Who gave it up and asks again waits again.
        let is_waited_for = Memo::new(move |_| waits() && state.with(|state| matches!(state, State::Coming)));
        Effect::new(move |_| {
            let gives_up = gives_up.clone();
            held.set_value(is_waited_for.get().then(|| EarlyKeys::hold(move || gives_up())));
        });
    }
    let begin = move || {
        state.set(State::Coming);
        spawn_local(async move {
            let come = fetch().await.map_or(State::Missing, State::Here);
            // Whoever asked may have gone elsewhere.
            let held = held.try_update_value(Option::take).flatten();
            if state.try_set(come).is_none()
                && let (State::Here(_), Some(held)) = (come, held)
            {
                view.next_frame(move || held.release());
            }
        });
    };
    begin();
    live(move || match state.get() {
        State::Here(part) => show(part),
        State::Coming => coming(),
        State::Missing => alert(session.w().part_missing.into(), offer(session.w().try_again, begin)),
    })
    .into_any()
}

/// A part that something else gets better by: fetched once `needed` holds, and nothing until it has come.
pub fn fetched<T, F>(fetch: fn() -> F, needed: impl Fn() -> bool + 'static) -> ReadSignal<Option<T>>
where
    T: Copy + Send + Sync + 'static,
    F: Future<Output = Result<T, SplitLoaderError>> + 'static,
{
    let part = RwSignal::new(None);
    Effect::new(move |asked: Option<bool>| {
        let ask = needed();
        if ask && asked != Some(true) {
            spawn_local(async move { _ = part.try_set(fetch().await.ok()) });
        }
        ask || asked == Some(true)
    });
    part.read_only()
}
