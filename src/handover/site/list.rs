//! The list of the app's own files, as the build writes it.

use serde::Deserialize;

use super::MOST_FILES;
use super::config::is_beside;

/// The name of the list beside the app.
pub const LIST: &str = "files.json";

/// The longest list that is read.
const MOST_BYTES: usize = 1 << 20;

#[derive(Deserialize)]
struct List {
    files: Vec<String>,
}

/// The names of the app's own files; `None` for a text that is no such list, or names a file that is not beside the app.
pub fn listed(text: &str) -> Option<Vec<String>> {
    let List { files } = (text.len() <= MOST_BYTES).then(|| serde_json::from_str(text).ok()).flatten()?;
    (files.len() <= MOST_FILES && files.iter().all(|name| is_beside(name))).then_some(files)
}
