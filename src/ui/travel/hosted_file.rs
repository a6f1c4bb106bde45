//! The file that the page is hosted with.

use super::wrong::Wrong;
use crate::exchange::link::LinkError;
use crate::model::Engagement;
use crate::storage::envelope;
use crate::ui::browser::file::{self, FileError};
use crate::ui::session::Session;

/// The largest file that is opened: a project of the largest size that can be worked with.
const LARGEST: usize = 32 << 20;

/// Fetches and reads it.
///
/// # Errors
/// Why there is nothing to look at.
pub async fn fetched(session: Session) -> Result<Engagement, Wrong> {
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
    match envelope::read(text.trim_start_matches('\u{feff}')) {
        Ok(document) => Ok(document.engagement),
        Err(error) => Err(Wrong::File(name, error)),
    }
}
