//! Files that are dropped onto the page: the screen that is there takes them, and none is opened in its place.

use leptos::ev;
use leptos::prelude::*;

use super::browser::{element, file};
use super::parts::shown;
use super::session::Session;

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
