//! What stands in the place of the notes: fetched when it is first shown.

use leptos::prelude::*;
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use web_sys::File;

use super::debrief::Debrief;
use super::guide::Guide;
use super::paste::{PastePane, begin_with};
use super::speaker::RenameSpeaker;
use super::talk::{Pane, Talk};

/// What the panes do. Copies are the same.
#[derive(Clone, Copy)]
pub struct Panes {
    /// Shows a pane.
    pub show: fn(Pane) -> AnyView,
    /// Reads a file as a transcript, and shows it; see [`begin_with`].
    pub read: fn(Talk, Vec<File>),
    /// The dialog that gives a speaker another name.
    pub rename_speaker: fn() -> AnyView,
}

/// Fetches it.
#[wasm_split(tools, fallible)]
pub fn panes() -> Result<Panes, SplitLoaderError> {
    Ok(Panes { show, read: begin_with, rename_speaker: || view! { <RenameSpeaker /> }.into_any() })
}

fn show(shown: Pane) -> AnyView {
    let inside = match shown {
        Pane::Notes => return ().into_any(),
        Pane::Guide => view! { <Guide /> }.into_any(),
        Pane::Debrief => view! { <Debrief /> }.into_any(),
        Pane::Paste => view! { <PastePane /> }.into_any(),
    };
    view! { <div class="pane-scroll">{inside}</div> }.into_any()
}
