//! Ways that the bar and all screens of an engagement take.

use leptos::prelude::untrack;

use crate::model::quantity::JourneyId;
use crate::route::Route;
use crate::ui::browser::{self, file};
use crate::ui::saving::Saver;
use crate::ui::session::Session;

/// How many stages a new map has.
pub const FIRST_STAGES: usize = 5;

/// Goes to a map of the open engagement.
pub fn go_to_map(saver: Saver, journey: JourneyId) {
    browser::go(&Route::Journey { engagement: untrack(|| saver.id()), journey: Some(journey) }.hash());
}

/// Hands out a copy of the engagement as a file.
pub fn download_copy(session: Session, saver: Saver) {
    match saver.copy() {
        Some(text) => download(session, saver, &text),
        None => session.notify(session.w().download_failed),
    }
}

/// Hands out a text of the engagement as a file.
pub fn download(session: Session, saver: Saver, text: &str) {
    let name = session.w().file_name(&saver.title(), "orbita.json");
    if file::download(&name, "application/json", text).is_err() {
        session.notify(session.w().download_failed);
    }
}
