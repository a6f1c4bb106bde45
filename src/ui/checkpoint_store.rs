//! The checkpoints of the open engagement, on the shelf.

use leptos::prelude::*;

use super::browser;
use super::desk::Desk;
use super::saving::Saver;
use crate::storage::checkpoints;
pub use crate::storage::checkpoints::Checkpoint;

/// Keeps checkpoints. Copies are handles of the same one.
#[derive(Clone, Copy)]
pub struct CheckpointStore {
    /// The engagement.
    pub desk: Desk,
    /// How it is saved.
    pub saver: Saver,
}

impl CheckpointStore {
    fn id(self) -> String {
        untrack(|| self.saver.id())
    }

    /// The checkpoints, the last kept first.
    pub fn list(self) -> Vec<Checkpoint> {
        checkpoints::list(&*self.saver.shelf(), &self.id())
    }

    /// Keeps the engagement as it is now. Says whether the shelf took it.
    pub fn keep(self, name: &str) -> bool {
        let (shelf, id, token) = (self.saver.shelf(), self.id(), browser::random_id());
        let kept = self.desk.peek_replica(|replica| {
            checkpoints::keep(&*shelf, &id, (name, &token), replica.store.engagement(), replica.known(), browser::now())
        });
        kept.is_ok()
    }

    /// Deletes a checkpoint for good.
    pub fn erase(self, key: &str) {
        // One that stays is listed again.
        _ = self.saver.shelf().remove(key);
    }
}
