//! What is looked at when a link or a hosted page is opened.

mod embed;
mod hosted_file;
mod locked;
mod screen;
mod wrong;

use leptos::prelude::*;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use crate::handover::site::Embed;
use crate::route::Route;
use embed::Embedded;
use screen::Preview;

/// Shows what is looked at under an id.
pub type Viewer = fn(String, RwSignal<Route>) -> AnyView;

/// Fetches it.
#[wasm_split(travel, fallible)]
pub fn viewer() -> Result<Viewer, SplitLoaderError> {
    Ok(|id, route| view! { <Preview id route /> }.into_any())
}

/// Shows one part of the project that the page is hosted with.
pub type Embedding = fn(Embed) -> AnyView;

/// Fetches it, with what draws.
#[wasm_split(handover, fallible)]
pub fn embedding() -> Result<Embedding, SplitLoaderError> {
    Ok(|part| view! { <Embedded part /> }.into_any())
}
