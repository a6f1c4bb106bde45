//! Files that are dropped onto the page: the screen that is there takes them, and none is opened in its place.

use std::rc::Rc;

use leptos::ev;
use leptos::prelude::*;
use web_sys::File;

use super::alive::Alive;
use super::browser::{element, file};
use super::parts::shown;
use super::session::Session;

/// What a screen does with files.
type Taker = Rc<dyn Fn(Vec<File>)>;

/// Who takes what is dropped. Copies are handles of the same.
#[derive(Clone, Copy)]
pub struct Dropping(StoredValue<Vec<(Alive, Taker)>, LocalStorage>);

impl Dropping {
    /// Nobody takes anything yet.
    pub fn new() -> Self {
        Dropping(StoredValue::new_local(Vec::new()))
    }

    /// Has the running view take what is dropped, for as long as it is there: before those that came earlier.
    pub fn take(self, act: impl Fn(Vec<File>) + 'static) {
        let view = Alive::here();
        self.0.update_value(|takers| {
            takers.retain(|(view, _)| view.is());
            takers.push((view, Rc::new(act)));
        });
    }

    fn taker(self) -> Option<Taker> {
        self.0.with_value(|takers| takers.iter().rev().find(|(view, _)| view.is()).map(|(_, act)| act.clone()))
    }
}

/// Follows what is dragged over the page, and shows that it may be dropped.
pub fn follow(session: Session) -> AnyView {
    let is_over = RwSignal::new(false);
    let over = window_event_listener(ev::dragover, move |event| {
        let Some(dragged) = file::dragged(&event) else { return };
        event.prevent_default();
        // Nothing behind a dialog takes files.
        let is_free = element::find("dialog[open]").is_none();
        dragged.set_drop_effect(if is_free { "copy" } else { "none" });
        is_over.set(is_free);
    });
    // Between two elements of the page the pointer goes to another one; out of the window it goes to none.
    let leave = window_event_listener(ev::dragleave, move |event| {
        if event.related_target().is_none() {
            is_over.set(false);
        }
    });
    let drop = window_event_listener(ev::drop, move |event| {
        is_over.set(false);
        let Some(dragged) = file::dragged(&event) else { return };
        event.prevent_default();
        let files = file::files(dragged.files());
        if element::find("dialog[open]").is_some() || files.is_empty() {
            return;
        }
        match session.dropping.taker() {
            Some(take) => take(files),
            None => session.notify(session.w().drop_in_library),
        }
    });
    on_cleanup(move || [over, leave, drop].into_iter().for_each(|handle| handle.remove()));
    shown(move || is_over.get(), || view! { <div class="drop-frame"></div> }).into_any()
}
