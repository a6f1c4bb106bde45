//! Letters that are not whole yet: whether an input method is in the middle of a word, and halves of letters.

use std::cell::Cell;

use js_sys::{JsString, Reflect};
use leptos::leptos_dom::helpers::window_event_listener_untyped;
use leptos::prelude::window;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, KeyboardEvent};

thread_local! {
    static COMPOSING: Cell<bool> = const { Cell::new(false) };
}

/// Follows what is typed for as long as the page lives.
pub fn follow() {
    hold_halves();
    for (event, on) in [("compositionstart", true), ("compositionend", false), ("focusout", false)] {
        let _ = window_event_listener_untyped(event, move |_| COMPOSING.set(on));
    }
}

/// Some keyboards type an emoji as two strokes, half a letter each. No text of ours holds half a letter: reading the field between
/// the two would put a sign for "unreadable" in its place, and the other half would be lost. The second stroke brings both.
fn hold_halves() {
    let hold = Closure::<dyn Fn(Event)>::new(|event: Event| {
        let data = Reflect::get(&event, &"data".into()).ok().and_then(|data| data.dyn_into::<JsString>().ok());
        let last = data.and_then(|data| data.length().checked_sub(1).map(|at| data.char_code_at(at)));
        if last.is_some_and(|unit| (0xd800..0xdc00).contains(&(unit as u32))) {
            event.stop_immediate_propagation();
        }
    });
    // Before the field itself hears of it.
    _ = window().add_event_listener_with_callback_and_bool("input", hold.as_ref().unchecked_ref(), true);
    hold.forget();
}

/// Whether a key belongs to an input method: it chooses, ends or takes back a word, and is no key of ours. Safari sends the Enter
/// that ends a word after the end of the composition, and says so by the code 229 alone.
pub fn is_of_input_method(event: &KeyboardEvent) -> bool {
    event.is_composing() || event.key_code() == 229
}

/// Whether a key gives up what is at hand: Esc, but not the one that takes back a word of an input method.
pub fn gives_up(event: &KeyboardEvent) -> bool {
    event.key() == "Escape" && !is_of_input_method(event)
}

/// Whether an input method is in the middle of a word.
pub fn is_composing() -> bool {
    COMPOSING.get()
}
