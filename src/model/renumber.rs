//! Smaller ids for an engagement whose counter has come near its end.

use super::record::Names;
use super::{COUNTER_LIMIT, Engagement, Key};
use crate::arrange::Arrange;

impl Engagement {
    /// Whether so many ids were minted, or are claimed to be, that few are left.
    pub fn is_short_of_ids(&self) -> bool {
        self.head.next >= COUNTER_LIMIT / 2 || self.highest_id().is_some_and(|id| id >= COUNTER_LIMIT / 2)
    }

    /// Gives every record a new id, from 1 on, in the order of the old ones.
    pub fn renumber(&mut self) {
        let mut keys: Vec<Key> = self.keys().filter(|key| key.owner().is_none()).collect();
        keys.arrange_by_key(|key| key.number());
        let mut names = Vec::new();
        for (old, new) in keys.into_iter().zip(1..) {
            names.push((old, old.with_number(new)));
            // Details go by the id of their card, a transcript by that of its interview.
            names.extend(old.owned().map(|owned| (owned, owned.with_number(new))));
        }
        self.rename(&Names::new(names));
        self.head.next = self.highest_id().map_or(1, |id| id + 1);
    }
}
