//! Files on disk that the browser remembers beyond the page, by the id of the project that each follows. Handles of files lie in
//! IndexedDB alone: no text stands for one.

use js_sys::{Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;

use super::{DiskFile, call_now};

const DATABASE: &str = "orbita/files";
const STORE: &str = "files";

/// Remembers a file. Says whether the browser does.
pub async fn remember(id: &str, file: &DiskFile) -> bool {
    ask("readwrite", "put", &[file.0.clone(), id.into()]).await.is_ok()
}

/// The file that was remembered, if there is one.
pub async fn remembered(id: &str) -> Option<DiskFile> {
    ask("readonly", "get", &[id.into()]).await.ok().filter(JsValue::is_object).map(DiskFile)
}

/// Forgets a file.
pub async fn forget(id: &str) {
    _ = ask("readwrite", "delete", &[id.into()]).await;
}

/// Calls a function of the store and waits for its answer.
async fn ask(mode: &str, name: &str, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
    let database = open().await?;
    let transaction = call_now(&database, "transaction", &[STORE.into(), mode.into()])?;
    let store = call_now(&transaction, "objectStore", &[STORE.into()])?;
    let answer = answer(&call_now(&store, name, arguments)?).await;
    _ = call_now(&database, "close", &[]);
    answer
}

async fn open() -> Result<JsValue, JsValue> {
    let factory = Reflect::get(&window(), &"indexedDB".into())?;
    let request = call_now(&factory, "open", &[DATABASE.into(), 1.into()])?;
    let fresh = request.clone();
    let make = Closure::once_into_js(move |_: JsValue| {
        let made = Reflect::get(&fresh, &"result".into());
        _ = made.and_then(|database| call_now(&database, "createObjectStore", &[STORE.into()]));
    });
    Reflect::set(&request, &"onupgradeneeded".into(), &make)?;
    answer(&request).await
}

/// What a request comes to.
async fn answer(request: &JsValue) -> Result<JsValue, JsValue> {
    let promised = Promise::new(&mut |resolve, reject| {
        for (name, then) in [("onsuccess", &resolve), ("onerror", &reject), ("onblocked", &reject)] {
            _ = Reflect::set(request, &name.into(), then);
        }
    });
    JsFuture::from(promised).await?;
    Reflect::get(request, &"result".into())
}
