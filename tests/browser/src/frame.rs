//! The app in a frame of a page that plays with it by a script of its own.

use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::browser::Browser;
use crate::driver::Engine;
use crate::eventually;
use crate::site::PHONE;

const FRAME: &str = include_str!("frame.js");

/// Runs a script that stands on `frame.js`; what it returns.
pub async fn play<T: DeserializeOwned>(engine: Engine, script: &str, given: Value) -> T {
    let browser = Browser::start(engine).await;
    browser.client.goto(&browser.address(PHONE)).await.expect("the page loads");
    eventually!(browser.js::<bool>("return document.querySelector('iframe') !== null", json!([])).await, true);
    browser.js_long(&format!("{FRAME}\n{script}"), given).await
}
