//! The browser's storage as a shelf, the memory of the page as another, and the small choices kept with the engagements.

use gloo_storage::{LocalStorage, Storage as _};
use js_sys::{Function, JSON, JsString, Map, Reflect};
use leptos::prelude::window;
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::{JsCast, JsValue};

use crate::storage::{Shelf, ShelfError, units};

/// The browser's localStorage. Access can be withdrawn at any time, so it is asked for each time.
#[derive(Debug, Default)]
pub struct BrowserShelf;

impl BrowserShelf {
    /// The shelf, if the browser gives access to its storage.
    pub fn open() -> Option<Self> {
        call("getItem", &["orbita/".into()]).ok().map(|_| BrowserShelf)
    }
}

/// Calls a function of localStorage. Texts stay the browser's own, so that halves of letters outlast it.
fn call(name: &str, arguments: &[JsValue]) -> Result<JsValue, ShelfError> {
    let denied = |_| ShelfError::Denied;
    let storage = window().local_storage().map_err(denied)?.ok_or(ShelfError::Denied)?;
    let function: Function = Reflect::get(&storage, &name.into()).and_then(|f| f.dyn_into()).map_err(denied)?;
    function.apply(&storage, &arguments.iter().collect()).map_err(denied)
}

fn text_of(key: &str) -> Result<Option<JsString>, ShelfError> {
    Ok(call("getItem", &[key.into()])?.dyn_into().ok())
}

fn keep(key: &str, text: &JsString) -> Result<(), ShelfError> {
    call("setItem", &[key.into(), text.into()]).map_err(|_| ShelfError::Full)?;
    if text_of(key)?.as_ref() == Some(text) { Ok(()) } else { Err(ShelfError::Lost) }
}

impl Shelf for BrowserShelf {
    fn read(&self, key: &str) -> Result<Option<String>, ShelfError> {
        Ok(text_of(key)?.map(String::from))
    }

    fn start(&self, key: &str, units: usize) -> Result<Option<(String, usize)>, ShelfError> {
        Ok(text_of(key)?.map(|text| start_of(&text, units)))
    }

    fn write(&self, key: &str, text: &str) -> Result<(), ShelfError> {
        keep(key, &text.into())
    }

    fn remove(&self, key: &str) -> Result<(), ShelfError> {
        call("removeItem", &[key.into()]).map(|_| ())
    }

    fn keys(&self) -> Result<Vec<String>, ShelfError> {
        let storage = window().local_storage().ok().flatten().ok_or(ShelfError::Denied)?;
        let count = storage.length().map_err(|_| ShelfError::Denied)?;
        Ok((0..count).filter_map(|at| storage.key(at).ok().flatten()).collect())
    }

    fn literal(&self, key: &str) -> Result<Option<String>, ShelfError> {
        Ok(text_of(key)?.and_then(|text| literal_of(&text)))
    }

    fn write_literal(&self, key: &str, literal: &str) -> Result<(), ShelfError> {
        keep(key, &parsed(literal)?)
    }
}

fn start_of(text: &JsString, units: usize) -> (String, usize) {
    (text.slice(0, u32::try_from(units).unwrap_or(u32::MAX)).into(), text.length() as usize)
}

fn literal_of(text: &JsString) -> Option<String> {
    JSON::stringify(text).ok().map(String::from)
}

fn parsed(literal: &str) -> Result<JsString, ShelfError> {
    JSON::parse(literal).ok().and_then(|text| text.dyn_into().ok()).ok_or(ShelfError::Lost)
}

/// The memory of the page, for a browser that denies its storage. It is the page's and not the app's: should the app stop,
/// the page can still hand out what is in it.
#[derive(Debug, Default)]
pub struct PageShelf;

/// What the start-up script holds for the app.
fn memory() -> Map {
    Reflect::get(&window(), &"orbitaMemory".into()).ok().and_then(|map| map.dyn_into().ok()).unwrap_or_default()
}

impl PageShelf {
    fn text(key: &str) -> Option<JsString> {
        memory().get(&key.into()).dyn_into().ok()
    }
}

impl Shelf for PageShelf {
    fn read(&self, key: &str) -> Result<Option<String>, ShelfError> {
        Ok(Self::text(key).map(String::from))
    }

    fn start(&self, key: &str, units: usize) -> Result<Option<(String, usize)>, ShelfError> {
        Ok(Self::text(key).map(|text| start_of(&text, units)))
    }

    fn write(&self, key: &str, text: &str) -> Result<(), ShelfError> {
        memory().set(&key.into(), &text.into());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), ShelfError> {
        memory().delete(&key.into());
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, ShelfError> {
        let keys = js_sys::Array::from(&memory().keys());
        Ok(keys.iter().filter_map(|key| key.as_string()).collect())
    }

    fn literal(&self, key: &str) -> Result<Option<String>, ShelfError> {
        Ok(Self::text(key).and_then(|text| literal_of(&text)))
    }

    fn write_literal(&self, key: &str, literal: &str) -> Result<(), ShelfError> {
        memory().set(&key.into(), parsed(literal)?.as_ref());
        Ok(())
    }
}

/// A choice kept in this browser, such as the language. `None` where there is no storage or no choice yet.
pub fn choice<T: DeserializeOwned>(name: &str) -> Option<T> {
    BrowserShelf::open()?;
    LocalStorage::get(format!("orbita/{name}")).ok()
}

/// Keeps a choice. Where that fails the choice holds until the page is closed: it is no work that could be lost.
pub fn keep_choice(name: &str, value: impl Serialize) {
    if let Ok(text) = serde_json::to_string(&value) {
        _ = BrowserShelf.write(&format!("orbita/{name}"), &text);
    }
}

/// Where the space of the storage is tried out.
pub const PROBE: &str = "orbita/probe";

/// How many UTF-16 units this origin's storage takes in all, found by trying; `None` where there is no storage.
///
/// Browsers do not tell this figure (the estimate they offer is of another store), so a text of blanks is put on the shelf,
/// larger and larger, and taken away again before anything else can run.
pub fn measure_quota(used: usize) -> Option<usize> {
    const STEP: usize = 64 << 10;
    let shelf = BrowserShelf::open()?;
    let fits = |room: usize| {
        let fits = shelf.write(PROBE, &" ".repeat(room)).is_ok();
        let _ = shelf.remove(PROBE);
        fits
    };
    let (mut low, mut high) = (0, 32 << 20);
    // Most browsers stop at 5 Mi units: looking there first spares most of the tries.
    let usual = (5_usize << 20).saturating_sub(used + units(PROBE)) / STEP * STEP;
    if fits(usual) {
        low = usual;
        if !fits(usual + STEP) {
            high = usual + STEP;
        }
    } else {
        high = usual.max(STEP);
    }
    while high - low > STEP {
        let middle = (low + high) / 2;
        if fits(middle) { low = middle } else { high = middle }
    }
    Some(used + low)
}
