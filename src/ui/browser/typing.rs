//! Whether an input method is in the middle of a word.

use std::cell::Cell;

use leptos::leptos_dom::helpers::window_event_listener_untyped;

thread_local! {
    static COMPOSING: Cell<bool> = const { Cell::new(false) };
}

/// Follows input methods for as long as the page lives.
pub fn follow() {
    for (event, on) in [("compositionstart", true), ("compositionend", false), ("focusout", false)] {
        let _ = window_event_listener_untyped(event, move |_| COMPOSING.set(on));
    }
}

/// Whether an input method is in the middle of a word.
pub fn is_composing() -> bool {
    COMPOSING.get()
}
