//! What the browser promises about its storage. Nothing relies on it: work is saved, read back and backed up all the same.

use js_sys::Reflect;
use leptos::prelude::window;
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::StorageManager;

use super::shelf;

/// Under which name it is kept that the browser was asked.
const ASKED: &str = "asked-to-persist";

/// Asks the browser, once and for all, not to clear the storage when space runs short.
pub fn ask_once() {
    if asks_the_person() || shelf::choice::<bool>(ASKED).is_some() {
        return;
    }
    shelf::keep_choice(ASKED, true);
    // Where even that has no room, each save would ask again.
    if shelf::choice::<bool>(ASKED).is_some()
        && let Some(asked) = offering("persist").and_then(|manager| manager.persist().ok())
    {
        spawn_local(async move { _ = JsFuture::from(asked).await });
    }
}

/// Whether the browser would ask the person in turn, with a window in front of the page that swallows the next click: that is
/// worse on a projector than no promise. No browser says so beforehand but by its name.
fn asks_the_person() -> bool {
    window().navigator().user_agent().is_ok_and(|name| name.contains("Firefox/"))
}

/// Whether the browser has promised it. One that knows no such promise has given none.
pub async fn is_given() -> bool {
    let Some(asked) = offering("persisted").and_then(|manager| manager.persisted().ok()) else { return false };
    JsFuture::from(asked).await.is_ok_and(|given| given.as_bool() == Some(true))
}

/// Whether the app, once it is installed, has storage of its own here, so that it starts empty. Only phones of one maker say how
/// the page was opened, and only there it is so.
pub fn keeps_installed_apart() -> bool {
    Reflect::has(&window().navigator(), &"standalone".into()).unwrap_or(false)
}

/// The manager of the storage, where it can do what is wanted: pages without encryption have none.
fn offering(what: &str) -> Option<StorageManager> {
    let manager: JsValue = Reflect::get(&window().navigator(), &"storage".into()).ok()?;
    let is_there = manager.is_object() && Reflect::get(&manager, &what.into()).is_ok_and(|call| call.is_function());
    is_there.then(|| manager.unchecked_into())
}
