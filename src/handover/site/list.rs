//! The list of the app's own files, as the build writes it.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::MOST_FILES;
use super::config::is_own_file;

/// The name of the list beside the app.
pub const LIST: &str = "files.json";

/// The longest list that is read.
const MOST_BYTES: usize = 1 << 20;

#[derive(Deserialize)]
struct List {
    files: BTreeMap<String, u32>,
}

/// The names of the app's own files, but for the list itself, with their CRC-32; `None` for a text that is no such list, or
/// names a file that is not beside the app.
pub fn listed(text: &str) -> Option<BTreeMap<String, u32>> {
    let List { files } = (text.len() <= MOST_BYTES).then(|| serde_json::from_str(text).ok()).flatten()?;
    (files.len() <= MOST_FILES && files.keys().all(|name| is_own_file(name))).then_some(files)
}
