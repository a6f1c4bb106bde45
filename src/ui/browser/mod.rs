//! The only place that touches the browser itself: its clock, its address, its storage, its files, its elements.

pub mod caret;
pub mod disk;
pub mod early_keys;
pub mod element;
pub mod file;
pub mod focus;
pub mod lock;
pub mod marks;
pub mod paint;
pub mod print;
pub mod promise;
pub mod segment;
pub mod shelf;
pub mod sleep;
pub mod tabs;
pub mod typing;
pub mod way;

use std::cell::Cell;
use std::rc::Rc;

use crate::model::day::Moment;
use crate::storage::ids::id_at;
use chrono::NaiveDate;
use leptos::leptos_dom::helpers::{WindowListenerHandle, window_event_listener_untyped};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;
use web_sys::{MediaQueryList, MediaQueryListEvent};

/// Milliseconds of a clock that never goes back.
pub fn steady_ms() -> f64 {
    window().performance().map_or(0.0, |clock| clock.now())
}

/// The moment, by the machine's clock.
pub fn now() -> Moment {
    Moment(js_sys::Date::now() as i64)
}

/// The day of a moment where the person is.
pub fn local_day(moment: Moment) -> NaiveDate {
    let date = js_sys::Date::new(&(moment.0 as f64).into());
    NaiveDate::from_ymd_opt(date.get_full_year() as i32, date.get_month() + 1, date.get_date()).unwrap_or_default()
}

/// The hour and the minute of a moment where the person is: "09:05".
pub fn local_time(moment: Moment) -> String {
    let date = js_sys::Date::new(&(moment.0 as f64).into());
    format!("{:02}:{:02}", date.get_hours(), date.get_minutes())
}

/// The same with the second: "09:05:30".
pub fn local_second(moment: Moment) -> String {
    let date = js_sys::Date::new(&(moment.0 as f64).into());
    format!("{}:{:02}", local_time(moment), date.get_seconds())
}

/// Ten letters and digits that no other tab draws.
pub fn random_id() -> String {
    let mut bytes = [0_u8; 10];
    let drawn = window().crypto().is_ok_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
    if !drawn {
        bytes.iter_mut().for_each(|byte| *byte = (js_sys::Math::random() * 256.0) as u8);
    }
    bytes.iter().map(|byte| char::from(b"abcdefghijkmnpqrstuvwxyz23456789"[usize::from(byte % 32)])).collect()
}

/// An id for an engagement that is added now.
pub fn new_id() -> String {
    id_at(now().0 as u64, &random_id())
}

/// The languages that the person asks the browser for, the dearest first.
pub fn languages() -> Vec<String> {
    window().navigator().languages().iter().filter_map(|language| language.as_string()).collect()
}

/// The part of the address from `#` on.
pub fn hash() -> String {
    window().location().hash().unwrap_or_default()
}

/// The part of the address from `?` to `#`.
pub fn query() -> String {
    window().location().search().unwrap_or_default()
}

/// The address of the app, without what is asked of it.
pub fn address() -> String {
    let location = window().location();
    location.origin().unwrap_or_default() + &location.pathname().unwrap_or_default()
}

/// The text of the choices that the page is hosted with, which the start-up script fetched.
pub fn hosted_choices() -> Option<String> {
    js_sys::Reflect::get(&window(), &"orbitaConfig".into()).ok()?.as_string()
}

/// What tells this build from others: a part of the name that the build gave the app; empty for a page without one.
pub fn build() -> String {
    let meta = document().query_selector("meta[name=application]").ok().flatten();
    let name = meta.and_then(|meta| meta.get_attribute("data-js")).unwrap_or_default();
    name.rsplit('/').next().unwrap_or_default().trim_start_matches("orbita-").chars().take(8).collect()
}

/// Calls back when another version of the app waits to take the place of this one; at once where it waits already.
pub fn on_update(call: impl Fn() + 'static) {
    let waits = js_sys::Reflect::get(&window(), &"orbitaUpdate".into()).is_ok_and(|waits| waits.is_truthy());
    if waits {
        call();
    }
    // The page listens as long as it lives.
    window_event_listener_untyped("orbita-update", move |_| call());
}

/// Has the version that waits take the place of this one; the page is loaded anew then.
pub fn update() {
    if let Ok(event) = web_sys::Event::new("orbita-update-now") {
        let _ = window().dispatch_event(&event);
    }
}

/// Goes to another part of the app.
pub fn go(hash: &str) {
    // Only an address that is no address is refused; ours are written by `Route`.
    let _ = window().location().set_hash(hash);
}

/// Calls back once, when somebody first moves a pointer, touches or presses a key.
pub fn on_first_sign(call: impl FnOnce() + 'static) {
    let call = Rc::new(Cell::new(Some(call)));
    for sign in ["pointermove", "pointerdown", "keydown"] {
        let call = call.clone();
        // The page listens as long as it lives.
        window_event_listener_untyped(sign, move |_| {
            if let Some(call) = call.take() {
                call();
            }
        });
    }
}

/// Calls back when the page may be about to go: the last moment to save.
pub fn on_leave(call: impl Fn() + Clone + 'static) -> [WindowListenerHandle; 2] {
    let hide = call.clone();
    [
        window_event_listener_untyped("pagehide", move |_| call()),
        window_event_listener_untyped("visibilitychange", move |_| hide()),
    ]
}

/// Whether the page is out of sight.
pub fn is_hidden() -> bool {
    document().hidden()
}

/// Has the browser ask whether to leave the page while `holds` something that only this page has.
pub fn ask_before_leaving(holds: impl Fn() -> bool + 'static) -> WindowListenerHandle {
    window_event_listener_untyped("beforeunload", move |event| {
        if holds() {
            event.prevent_default();
        }
    })
}

/// Whether a media query holds, as a signal that follows it for as long as the page lives.
pub fn media(query: &str) -> ReadSignal<bool> {
    let list: Option<MediaQueryList> = window().match_media(query).ok().flatten();
    let (holds, set) = signal(list.as_ref().is_some_and(MediaQueryList::matches));
    if let Some(list) = list {
        let follow = Closure::<dyn FnMut(MediaQueryListEvent)>::new(move |event: MediaQueryListEvent| {
            set.set(event.matches());
        });
        let _ = list.add_event_listener_with_callback("change", follow.as_ref().unchecked_ref());
        // The page asks as long as it lives.
        follow.forget();
    }
    holds
}

/// Whether the app runs in a window of its own.
pub fn is_installed() -> bool {
    let list: Option<MediaQueryList> = window().match_media("(display-mode: standalone)").ok().flatten();
    list.is_some_and(|list| list.matches())
}

/// Says in which language and theme the page is, for the browser and the style sheet, and in which an app that is installed from
/// it; no theme follows the system.
pub fn dress_page(language: &str, title: &str, theme: Option<&str>) {
    document().set_title(title);
    let Some(root) = document().document_element() else { return };
    // Attributes of an element that exists are always taken.
    let _ = root.set_attribute("lang", language);
    if let Some(manifest) = document().get_element_by_id("manifest") {
        let _ = manifest.set_attribute("href", &format!("app-{language}.webmanifest"));
    }
    let _ = match theme {
        Some(theme) => root.set_attribute("data-theme", theme),
        None => root.remove_attribute("data-theme"),
    };
}

/// Takes away what the page shows until the app is there.
pub fn end_start_screen() {
    if let Some(start) = document().get_element_by_id("start") {
        start.remove();
    }
}

/// Loads the page anew.
pub fn reload() {
    // Refused only to a page that is being unloaded.
    let _ = window().location().reload();
}

/// Puts a text on the clipboard. Says whether the browser let us.
pub async fn copy(text: &str) -> bool {
    let clipboard = window().navigator().clipboard();
    // Absent from a page that did not come over a safe connection.
    !clipboard.is_undefined() && JsFuture::from(clipboard.write_text(text)).await.is_ok()
}

/// Fills the screen with the page, where the browser allows.
pub fn enter_full_screen() {
    if let Some(root) = document().document_element() {
        // Refused without a click or a key just before, and on some phones: the page is shown as it is then.
        let _ = root.request_fullscreen();
    }
}

/// Ends full screen.
pub fn leave_full_screen() {
    if document().fullscreen_element().is_some() {
        document().exit_fullscreen();
    }
}

/// Calls back when full screen has ended, whoever ended it: browsers keep the Esc key for themselves there.
pub fn on_full_screen_end(call: impl Fn() + 'static) -> WindowListenerHandle {
    window_event_listener_untyped("fullscreenchange", move |_| {
        if document().fullscreen_element().is_none() {
            call();
        }
    })
}
