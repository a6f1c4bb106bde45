//! A page that a consultant hosts: the app's own files, the client's project, and the choices.

mod client;
pub mod config;
mod embed;
mod embedded;
mod list;

use crate::arrange::Arrange;
use crate::exchange::archive::{self, crc32};
pub use client::{Client, ClientFault, client};
use config::{Config, is_own_file};
pub use embed::{Embed, NotOwnFile, open};
pub use embedded::Embedded;
pub use list::{LIST, listed};

/// The name of the project's file beside the page.
pub const CLIENT: &str = "client.json";
/// The name of the choices' file.
pub const CONFIG: &str = "config.json";
/// The page itself.
const INDEX: &str = "index.html";

/// The most that is packed.
const MOST_BYTES: usize = 128 << 20;
const MOST_FILES: usize = 2_000;

/// Why a page cannot be packed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PageFault {
    /// The list of the app's files, or the page itself, is not there.
    NoIndex,
    /// A file is missing, or is another than the list says: the host has files of two versions.
    Mixed(String),
    /// A name that leads out of the folder, or is there twice.
    Name(String),
    /// More than an archive should hold.
    TooLarge,
}

/// A page as an archive, to be unpacked into any folder of a static host: the app's own files by their names, all of the one
/// version that `list` is of, with the text of the client's project and the choices in it. The same content is the same
/// bytes, in whatever order the files come.
///
/// # Errors
/// [`PageFault`].
pub fn page(list: &str, files: Vec<(String, Vec<u8>)>, client: &str, config: &Config) -> Result<Vec<u8>, PageFault> {
    let mut missing = listed(list).ok_or(PageFault::NoIndex)?;
    for (name, content) in &files {
        if missing.remove(name).is_some_and(|sum| sum != crc32(content)) {
            return Err(PageFault::Mixed(name.clone()));
        }
    }
    if let Some((name, _)) = missing.pop_first() {
        return Err(PageFault::Mixed(name));
    }
    // What an app that is hosted itself has of its own client does not go along.
    let mut all: Vec<(String, Vec<u8>)> =
        files.into_iter().filter(|(name, _)| ![CLIENT, CONFIG].contains(&name.as_str())).collect();
    let config = Config { open: Some(CLIENT.into()), ..config.clone() };
    all.push((LIST.into(), list.as_bytes().to_vec()));
    all.push((CLIENT.into(), client.as_bytes().to_vec()));
    all.push((CONFIG.into(), config.text().into_bytes()));
    all.arrange_by(|(one, _), (other, _)| one.cmp(other));
    if let Some((name, _)) = all.iter().find(|(name, _)| !is_own_file(name)) {
        return Err(PageFault::Name(name.clone()));
    }
    if let Some(pair) = all.windows(2).find(|pair| pair[0].0 == pair[1].0) {
        return Err(PageFault::Name(pair[0].0.clone()));
    }
    if !all.iter().any(|(name, _)| name == INDEX) {
        return Err(PageFault::NoIndex);
    }
    let size: usize = all.iter().map(|(_, content)| content.len()).sum();
    if size > MOST_BYTES || all.len() > MOST_FILES {
        return Err(PageFault::TooLarge);
    }
    Ok(archive::write(&all))
}
