//! What takes the room on the shelf.

use super::{ASIDE, ENGAGEMENT, OURS, Shelf, ShelfError, checkpoints, deleted, drafts, history, index, journal, size};

/// How much room each kind of text takes, in UTF-16 units, keys included.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Usage {
    /// The engagements, with their records in the index and what was not saved of them yet.
    pub engagements: usize,
    /// Their checkpoints.
    pub checkpoints: usize,
    /// What undo needs after a reload.
    pub histories: usize,
    /// Deleted engagements that can still be brought back, with all that belongs to them.
    pub deleted: usize,
    /// What could not be read.
    pub aside: usize,
    /// What is not ours, and choices such as the language.
    pub other: usize,
}

/// How much lies on a shelf in all, in UTF-16 units, keys included; 0 where it does not answer.
pub fn total(shelf: &dyn Shelf) -> usize {
    let keys = shelf.keys().unwrap_or_default();
    keys.iter().filter_map(|key| size(shelf, key).ok()).sum()
}

/// Measures what lies on a shelf.
///
/// # Errors
/// When the shelf does not answer.
pub fn usage(shelf: &dyn Shelf) -> Result<Usage, ShelfError> {
    let gone = deleted::still(shelf);
    let mut usage = Usage::default();
    for key in shelf.keys()? {
        let size = size(shelf, &key)?;
        let begins = |prefix: &str| key.starts_with(prefix);
        let slot = match () {
            () if !begins(OURS) => &mut usage.other,
            () if deleted::hides(&gone, &key) => &mut usage.deleted,
            () if begins(ENGAGEMENT) || begins(index::PREFIX) || begins(journal::PREFIX) || begins(drafts::PREFIX) => {
                &mut usage.engagements
            }
            () if begins(checkpoints::PREFIX) => &mut usage.checkpoints,
            () if begins(history::PREFIX) => &mut usage.histories,
            () if begins(ASIDE) => &mut usage.aside,
            () => &mut usage.other,
        };
        *slot += size;
    }
    Ok(usage)
}
