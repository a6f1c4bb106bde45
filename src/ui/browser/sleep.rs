//! Waiting in the midst of something.

use std::time::Duration;

use js_sys::Promise;
use leptos::prelude::set_timeout;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// Lets the page do other things for so long at least.
pub async fn sleep(time: Duration) {
    let waited = Promise::new(&mut |resolve, _| set_timeout(move || _ = resolve.call0(&JsValue::NULL), time));
    _ = JsFuture::from(waited).await;
}
