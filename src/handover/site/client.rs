//! The client's project beside a page, as its host sends it.

use crate::model::Engagement;
use crate::storage::envelope::{self, ReadError};

/// A project, and its text where a newer Orbita wrote it.
#[derive(Clone, Debug, PartialEq)]
pub struct Client {
    /// The project.
    pub engagement: Engagement,
    /// Letter for letter what may hold more than is seen here.
    pub newer: Option<String>,
}

/// Why a file is no project that can be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ClientFault {
    /// Its letters are not UTF-8: an editor saved it in another way.
    NotUtf8,
    /// It cannot be read.
    Unread(ReadError),
}

/// Reads the file.
///
/// # Errors
/// [`ClientFault`].
pub fn client(bytes: Vec<u8>) -> Result<Client, ClientFault> {
    // A guess at the letters would be kept with every copy.
    let text = String::from_utf8(bytes).map_err(|_| ClientFault::NotUtf8)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let document = envelope::read(text).map_err(ClientFault::Unread)?;
    Ok(Client { engagement: document.engagement, newer: document.newer.map(|_| text.to_owned()) })
}
