//! Sharing: the dialog with a link and files, and what a project says when it comes back by a link.

mod disk;
mod files;
pub mod link;
mod page;
mod returned;
mod share;

use leptos::prelude::*;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use crate::handover::{Choice, for_clients, withheld};
use crate::i18n::Lang;
use crate::i18n::travel::TravelWords;
use crate::model::Engagement;
use crate::model::quantity::JourneyId;
use crate::ui::desk::Desk;
use crate::ui::saving::Saver;
use crate::ui::session::Session;
use files::Files;
use share::Share;

/// The inside of the dialog that shares an engagement, or the map that is shown.
pub type Sharing = fn(Desk, Saver, Option<JourneyId>) -> AnyView;

/// Fetches it.
#[wasm_split(travel, fallible)]
pub fn sharing() -> Result<Sharing, SplitLoaderError> {
    Ok(|desk, saver, journey| view! { <Share desk saver journey /> }.into_any())
}

/// Says what came by a link says otherwise than one's own.
pub type Comparing = fn(Desk) -> AnyView;

/// Fetches it.
#[wasm_split(travel, fallible)]
pub fn comparing() -> Result<Comparing, SplitLoaderError> {
    Ok(returned::compared)
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
