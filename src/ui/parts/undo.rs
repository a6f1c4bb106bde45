//! Undo and redo: the two buttons of a head, and their keys where a screen has no others.

use leptos::prelude::*;

use super::{is_covered, live, on, verb_icon};
use crate::ui::commands::{MapVerb, Verb, verb_of};
use crate::ui::desk::Desk;
use crate::ui::session::use_words;

/// The two buttons, which take back and do again what was done on `desk`.
#[component]
pub fn UndoButtons(desk: Desk) -> impl IntoView {
    undo_buttons(desk, move || _ = desk.undo_here(), move || _ = desk.redo_here())
}

/// The two buttons of a screen that has its own way to `undo` and `redo`, such as going to where something came back.
pub fn undo_buttons(
    desk: Desk,
    undo: impl Fn() + Send + Sync + 'static,
    redo: impl Fn() + Send + Sync + 'static,
) -> impl IntoView {
    let w = use_words();
    view! {
        {turn(MapVerb::Undo, w.undo, move || desk.can_undo(), undo)}
        {turn(MapVerb::Redo, w.redo, move || desk.can_redo(), redo)}
    }
}

/// One of the two. Most screens that have it know no words of the map.
fn turn(
    verb: MapVerb,
    name: &'static str,
    is_able: impl Fn() -> bool + Send + Sync + 'static,
    act: impl Fn() + Send + Sync + 'static,
) -> impl IntoView {
    view! {
        <button
            class="button icon-only quiet"
            aria-label=name
            title=verb.titled(name)
            aria-disabled=live(move || (!is_able()).to_string())
            on:click=on(move |_| act())
        >
            {verb_icon(verb)}
        </button>
    }
}

/// The keys of the two, while a screen is shown.
pub fn undo_by_keys(desk: Desk) {
    let keys = window_event_listener(leptos::ev::keydown, move |event| {
        if is_covered() {
            return;
        }
        match verb_of::<MapVerb>(&event) {
            Some(MapVerb::Undo) => _ = desk.undo_here(),
            Some(MapVerb::Redo) => _ = desk.redo_here(),
            _ => return,
        }
        event.prevent_default();
    });
    on_cleanup(move || keys.remove());
}
