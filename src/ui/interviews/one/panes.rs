//! What stands in the place of the notes: fetched when it is first shown.

use leptos::prelude::*;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use super::debrief::Debrief;
use super::guide::Guide;
use super::paste::PastePane;
use super::talk::Pane;

/// Shows a pane.
pub type Show = fn(Pane) -> AnyView;

/// Fetches it.
#[wasm_split(tools, fallible)]
pub fn panes() -> Result<Show, SplitLoaderError> {
    Ok(|shown| {
        let inside = match shown {
            Pane::Notes => return ().into_any(),
            Pane::Guide => view! { <Guide /> }.into_any(),
            Pane::Debrief => view! { <Debrief /> }.into_any(),
            Pane::Paste => view! { <PastePane /> }.into_any(),
        };
        view! { <div class="pane-scroll">{inside}</div> }.into_any()
    })
}
