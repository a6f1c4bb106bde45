//! The browser's storage as a shelf, and the small choices kept beside the engagements.

use gloo_storage::{LocalStorage, Storage as _};
use leptos::prelude::window;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::storage::{Shelf, ShelfError, units};

/// The browser's localStorage.
#[derive(Debug, Default)]
pub struct BrowserShelf;

impl BrowserShelf {
    /// The shelf, if the browser gives access to its storage: asked once, because the library below panics where it does not.
    pub fn open() -> Option<Self> {
        let storage = window().local_storage().ok().flatten()?;
        storage.get_item("orbita/").ok()?;
        Some(BrowserShelf)
    }
}

impl Shelf for BrowserShelf {
    fn read(&self, key: &str) -> Result<Option<String>, ShelfError> {
        LocalStorage::raw().get_item(key).map_err(|_| ShelfError::Denied)
    }

    fn write(&self, key: &str, text: &str) -> Result<(), ShelfError> {
        LocalStorage::raw().set_item(key, text).map_err(|_| ShelfError::Full)
    }

    fn remove(&self, key: &str) -> Result<(), ShelfError> {
        LocalStorage::raw().remove_item(key).map_err(|_| ShelfError::Denied)
    }

    fn keys(&self) -> Result<Vec<String>, ShelfError> {
        let storage = LocalStorage::raw();
        let count = storage.length().map_err(|_| ShelfError::Denied)?;
        Ok((0..count).filter_map(|at| storage.key(at).ok().flatten()).collect())
    }
}

/// A choice kept in this browser, such as the language. `None` where there is no storage or no choice yet.
pub fn choice<T: DeserializeOwned>(name: &str) -> Option<T> {
    BrowserShelf::open()?;
    LocalStorage::get(format!("orbita/{name}")).ok()
}

/// Keeps a choice. Where that fails the choice holds until the page is closed: it is no work that could be lost.
pub fn keep_choice(name: &str, value: impl Serialize) {
    if BrowserShelf::open().is_some() {
        let _ = LocalStorage::set(format!("orbita/{name}"), value);
    }
}

/// Where the space of the storage is tried out.
pub const PROBE: &str = "orbita/probe";

/// How many UTF-16 units this origin's storage takes in all, found by trying; `None` where there is no storage.
///
/// Browsers do not tell this figure (the estimate they offer is of another store), so a text of blanks is laid on the shelf,
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
