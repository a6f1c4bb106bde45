//! The file that the page is hosted with.

use std::sync::Arc;

use super::wrong::Wrong;
use crate::exchange::link::LinkError;
use crate::model::Engagement;
use crate::storage::envelope;
use crate::ui::browser::file::{self, FileError};
use crate::ui::session::Session;

/// The largest file that is opened: a project of the largest size that can be worked with.
const LARGEST: usize = 32 << 20;

/// What the file holds.
#[derive(Clone)]
pub struct Fetched {
    /// The project.
    pub engagement: Engagement,
    /// Its text, where a newer Orbita wrote it.
    pub newer: Option<Arc<str>>,
}

/// Fetches and reads it.
///
/// # Errors
/// Why there is nothing to look at.
pub async fn fetched(session: Session) -> Result<Fetched, Wrong> {
    let name = match session.hosted().file() {
        Some(Ok(name)) => name,
        Some(Err(_)) => return Err(Wrong::NotBeside),
        None => return Err(Wrong::Link(LinkError::NotOurs)),
    };
    let bytes = match file::fetch_bytes(&name, LARGEST).await {
        Ok(bytes) => bytes,
        Err(FileError::TooLarge) => return Err(Wrong::TooLarge(name)),
        Err(FileError::Unreadable) => return Err(Wrong::NotLoaded(name)),
    };
    let text = String::from_utf8_lossy(&bytes);
    let text = text.trim_start_matches('\u{feff}');
    match envelope::read(text) {
        Ok(document) => Ok(Fetched { engagement: document.engagement, newer: document.newer.map(|_| text.into()) }),
        Err(error) => Err(Wrong::File(name, error)),
    }
}
