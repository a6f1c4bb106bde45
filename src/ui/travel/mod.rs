//! Sharing: the dialog with a link and files, and what is looked at when a link or a hosted page is opened.

mod disk;
mod embed;
mod files;
mod hosted_file;
mod link;
mod locked;
mod page;
mod preview;
mod returned;
mod share;
mod wrong;

use leptos::prelude::*;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use crate::handover::site::Embed;
use crate::handover::{Choice, for_clients, withheld};
use crate::i18n::Lang;
use crate::i18n::travel::TravelWords;
use crate::model::Engagement;
use crate::model::quantity::JourneyId;
use crate::route::Route;
use crate::ui::desk::Desk;
use crate::ui::saving::Saver;
use crate::ui::session::Session;
use embed::Embedded;
use files::Files;
use preview::Preview;
use share::Share;

/// The inside of the dialog that shares an engagement, or the map that is shown.
pub type Sharing = fn(Desk, Saver, Option<JourneyId>) -> AnyView;

/// Fetches it.
#[wasm_split(travel, fallible)]
pub fn sharing() -> Result<Sharing, SplitLoaderError> {
    Ok(|desk, saver, journey| view! { <Share desk saver journey /> }.into_any())
}

/// Shows what is looked at under an id.
pub type Viewer = fn(String, RwSignal<Route>) -> AnyView;

/// Fetches it.
#[wasm_split(travel, fallible)]
pub fn viewer() -> Result<Viewer, SplitLoaderError> {
    Ok(|id, route| view! { <Preview id route /> }.into_any())
}

/// Says what came by a link says otherwise than one's own.
pub type Comparing = fn(Desk) -> AnyView;

/// Fetches it.
#[wasm_split(travel, fallible)]
pub fn comparing() -> Result<Comparing, SplitLoaderError> {
    Ok(returned::compared)
}

/// Shows one part of the project that the page is hosted with.
pub type Embedding = fn(Embed) -> AnyView;

/// Fetches it, with what draws.
#[wasm_split(handover, fallible)]
pub fn embedding() -> Result<Embedding, SplitLoaderError> {
    Ok(|part| view! { <Embedded part /> }.into_any())
}

/// The project as it may go to clients; and what is to be said of a map of it, where words of somebody are hidden in it.
pub type Clearing = fn(&Engagement, JourneyId, Lang) -> (Engagement, Option<String>);

/// Fetches it.
#[wasm_split(travel, fallible)]
pub fn clearing() -> Result<Clearing, SplitLoaderError> {
    Ok(|engagement, journey, lang| {
        let told = (TravelWords::of(lang).withheld)(&withheld(engagement, Some(journey)));
        (for_clients(engagement, Choice::default(), lang.hidden()), told)
    })
}

/// The files that an engagement, or one map of it, leaves as.
type Handing = fn(Desk, Saver, Signal<Choice>) -> AnyView;

/// Fetches them, with everything that puts them together.
#[wasm_split(handover, fallible)]
pub fn handing() -> Result<Handing, SplitLoaderError> {
    Ok(|desk, saver, choice| view! { <Files desk saver choice /> }.into_any())
}

/// Takes up the file on disk that followed a project before the page was opened anew.
type TakingUp = fn(Session, String);

/// Fetches it; what it writes comes with the files.
#[wasm_split(handover, fallible)]
pub fn taking_up() -> Result<TakingUp, SplitLoaderError> {
    Ok(disk::take_up)
}
