//! Which engagement is the reader's own copy of a hosted page: the one thing that a page which is only looked at knows of them.

use std::collections::BTreeMap;

use super::Session;
use crate::storage::key;
use crate::ui::browser::{self, shelf};

/// Under which name it is kept.
const COPIES: &str = "copies";

/// The name of a file on this page: several pages of one origin keep their copies in one storage.
fn page_of(file: &str) -> String {
    [&browser::address(), file].join(" ")
}

impl Session {
    /// The id of the last copy of a hosted file that was saved here; `None` once it is gone.
    pub fn copy_of_hosted(self, file: &str) -> Option<String> {
        let id = shelf::choice::<BTreeMap<String, String>>(COPIES)?.remove(&page_of(file))?;
        let is_there = matches!(self.shelf().start(&key(&id), 1), Ok(Some(_)));
        is_there.then_some(id)
    }

    /// Notes which engagement is the copy of a hosted file.
    pub fn note_copy_of_hosted(self, file: &str, id: &str) {
        let mut copies = shelf::choice::<BTreeMap<String, String>>(COPIES).unwrap_or_default();
        copies.insert(page_of(file), id.into());
        shelf::keep_choice(COPIES, copies);
    }
}
