//! Files on disk that a page may write again and again, where the browser has them. `web-sys` knows them only as unstable.

pub mod handles;

use std::time::Duration;

use js_sys::{Array, Function, JsString, Object, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::sleep::sleep;
use crate::storage::on_disk::DiskFault;

/// How long a file rests between two writes: each of them writes the whole of it.
const REST: Duration = Duration::from_secs(2);

/// Asks the person for a file.
const PICKER: &str = "showSaveFilePicker";

/// A file that the person chose.
#[derive(Clone, Debug)]
pub struct DiskFile(JsValue);

/// Why no file was chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotPicked {
    /// The person changed their mind.
    Cancelled,
    /// The browser did not let it happen.
    Fault(DiskFault),
}

/// Whether the browser has such files.
pub fn is_offered() -> bool {
    function(&window(), PICKER).is_some()
}

/// Asks the person where to keep a file; `name` is what it could be called. Browsers want a click shortly before.
///
/// # Errors
/// When the person chose none, or the browser refuses.
pub async fn pick(name: &str) -> Result<DiskFile, NotPicked> {
    let endings = object(&[("application/json", Array::of1(&".json".into()).into())]);
    let kinds = object(&[("description", "Orbita".into()), ("accept", endings)]);
    let options = object(&[("suggestedName", name.into()), ("types", Array::of1(&kinds).into())]);
    match call(&window(), PICKER, &[options]).await {
        Ok(handle) => Ok(DiskFile(handle)),
        Err(error) if name_of(&error) == "AbortError" => Err(NotPicked::Cancelled),
        Err(error) => Err(NotPicked::Fault(fault(&error))),
    }
}

/// Waits until a file may be written again.
pub async fn pause() {
    sleep(REST).await;
}

impl DiskFile {
    /// What it is called.
    pub fn name(&self) -> String {
        Reflect::get(&self.0, &"name".into()).ok().and_then(|name| name.as_string()).unwrap_or_default()
    }

    /// Whether it is the same file as another one. A browser that cannot say so is taken to say no.
    pub async fn is(&self, other: &DiskFile) -> bool {
        call(&self.0, "isSameEntry", std::slice::from_ref(&other.0)).await.is_ok_and(|same| same.is_truthy())
    }

    /// Whether the page may write it without asking the person.
    pub async fn may_be_written(&self) -> bool {
        self.is_granted("queryPermission").await
    }

    /// Asks the person to let the page write it again, where the browser took that back. Needs a click, too. Says whether it may.
    pub async fn ask(&self) -> bool {
        self.is_granted("requestPermission").await
    }

    async fn is_granted(&self, by: &str) -> bool {
        let answer = call(&self.0, by, &[object(&[("mode", "readwrite".into())])]).await;
        answer.is_ok_and(|answer| answer.as_string().as_deref() == Some("granted"))
    }

    /// Puts a text in place of what it holds. Unless all of it is written, the file stays as it was.
    ///
    /// # Errors
    /// A [`DiskFault`].
    pub async fn write(&self, text: &str) -> Result<(), DiskFault> {
        let stream = call(&self.0, "createWritable", &[]).await.map_err(|error| fault(&error))?;
        if let Err(error) = call(&stream, "write", &[text.into()]).await {
            _ = call(&stream, "abort", &[]).await;
            return Err(fault(&error));
        }
        call(&stream, "close", &[]).await.map(|_| ()).map_err(|error| fault(&error))
    }
}

fn function(on: &JsValue, name: &str) -> Option<Function> {
    Reflect::get(on, &name.into()).ok()?.dyn_into().ok()
}

fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        _ = Reflect::set(&object, &(*name).into(), value);
    }
    object.into()
}

/// Calls a function of an object.
fn call_now(on: &JsValue, name: &str, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
    function(on, name).ok_or(JsValue::UNDEFINED)?.apply(on, &arguments.iter().collect())
}

/// Calls a function of an object and waits for what it promises.
async fn call(on: &JsValue, name: &str, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
    let promised = call_now(on, name, arguments)?;
    JsFuture::from(Promise::resolve(&promised)).await
}

fn name_of(error: &JsValue) -> String {
    Reflect::get(error, &"name".into())
        .ok()
        .and_then(|name| name.dyn_into::<JsString>().ok())
        .map(String::from)
        .unwrap_or_default()
}

fn fault(error: &JsValue) -> DiskFault {
    match name_of(error).as_str() {
        "NotAllowedError" | "SecurityError" => DiskFault::Denied,
        _ => DiskFault::Failed,
    }
}
