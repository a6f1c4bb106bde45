//! The addresses that the page came through. Each is numbered in the browser's history, which alone tells Back from a new address.

use std::cell::{Cell, RefCell};

use leptos::ev;
use leptos::leptos_dom::helpers::WindowListenerHandle;
use leptos::prelude::{window, window_event_listener};
use wasm_bindgen::JsValue;

/// Calls back whenever the address changes. Where Back was pressed and `stays`, the page goes back to where it was instead.
pub fn follow(stays: impl Fn() -> bool + 'static, call: impl Fn() + 'static) -> WindowListenerHandle {
    let here = Cell::new(numbered().unwrap_or(0.0));
    // The address that Back is being taken back to.
    let returns_to = RefCell::new(None::<String>);
    note(here.get(), None);
    window_event_listener(ev::hashchange, move |event| {
        // The app is there already, and what was opened meanwhile stays open.
        if returns_to.take().is_some_and(|address| address == event.new_url()) {
            return;
        }
        let (before, now) = (here.get(), numbered());
        let back = now.map_or(0.0, |now| before - now);
        if back > 0.0 && stays() {
            if let Ok(history) = window().history() {
                // Refused only to a page that is being unloaded.
                let _ = history.go_with_delta(back as i32);
                returns_to.replace(Some(event.old_url()));
            }
            return;
        }
        here.set(now.unwrap_or(before + 1.0));
        if now.is_none() {
            note(here.get(), None);
        }
        call();
    })
}

/// Puts another address in place of this one without telling the app, which is there already. A new address that the app has not
/// followed yet stays: the person has just gone there.
pub fn rewrite(hash: &str) {
    if let Some(number) = numbered() {
        note(number, Some(hash));
    }
}

/// The number of the address that is shown; a new one has none yet.
fn numbered() -> Option<f64> {
    window().history().ok()?.state().ok()?.as_f64()
}

fn note(number: f64, hash: Option<&str>) {
    if let Ok(history) = window().history() {
        // Refused only to a page that is being unloaded.
        let _ = history.replace_state_with_url(&JsValue::from_f64(number), "", hash);
    }
}
