//! The file that the page is hosted with.

use super::wrong::Wrong;
use crate::exchange::link::LinkError;
use crate::handover::site::{Client, client};
use crate::ui::browser::file::{self, FileError};
use crate::ui::session::Session;

/// The largest file that is opened: a project of the largest size that can be worked with.
const LARGEST: usize = 32 << 20;

/// Fetches and reads it.
///
/// # Errors
/// Why there is nothing to look at.
pub async fn fetched(session: Session) -> Result<Client, Wrong> {
    let name = match session.hosted().file() {
        Some(Ok(name)) => name,
        Some(Err(_)) => return Err(Wrong::NotOwnFile),
        None => return Err(Wrong::Link(LinkError::NotOurs)),
    };
    match file::fetch_bytes(&name, LARGEST).await {
        Ok(bytes) => client(bytes).map_err(|fault| Wrong::File(name, fault)),
        Err(FileError::TooLarge) => Err(Wrong::TooLarge(name)),
        Err(FileError::Unreadable) => Err(Wrong::NotLoaded(name)),
    }
}
