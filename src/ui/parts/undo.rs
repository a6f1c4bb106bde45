//! Undo and redo: the two buttons of a head, and their keys where a screen has no others.

use leptos::prelude::*;

use super::{Icon, Sign, live, on};
use crate::ui::commands::{Scope, Verb, shown_keys, verb_of};
use crate::ui::desk::Desk;
use crate::ui::session::use_words;

/// The two buttons, which take back and do again what was done on `desk`.
#[component]
pub fn UndoButtons(desk: Desk) -> impl IntoView {
    undo_buttons(desk, move || _ = desk.undo(), move || _ = desk.redo())
}

/// The two buttons of a screen that has its own way to `undo` and `redo`, such as going to where something came back.
pub fn undo_buttons(
    desk: Desk,
    undo: impl Fn() + Send + Sync + 'static,
    redo: impl Fn() + Send + Sync + 'static,
) -> impl IntoView {
    let w = use_words();
    let title = |label: &str, verb| format!("{label} ({})", shown_keys(verb));
    view! {
        <button
            class="button icon-only quiet"
            aria-label=w.undo
            title=title(w.undo, Verb::Undo)
            aria-disabled=live(move || (!desk.can_undo()).to_string())
            on:click=on(move |_| undo())
        >
            <Icon sign=Sign::Undo />
        </button>
        <button
            class="button icon-only quiet"
            aria-label=w.redo
            title=title(w.redo, Verb::Redo)
            aria-disabled=live(move || (!desk.can_redo()).to_string())
            on:click=on(move |_| redo())
        >
            <Icon sign=Sign::Redo />
        </button>
    }
}

/// The keys of the two, while a screen is shown.
pub fn undo_by_keys(desk: Desk) {
    let keys = window_event_listener(leptos::ev::keydown, move |event| {
        match verb_of(&event, Scope::Map) {
            Some(Verb::Undo) => _ = desk.undo(),
            Some(Verb::Redo) => _ = desk.redo(),
            _ => return,
        }
        event.prevent_default();
    });
    on_cleanup(move || keys.remove());
}
