//! The checkpoints of the open engagement, on the shelf.

use leptos::prelude::*;

use super::desk::Desk;
use super::saving::Saver;
use super::session::Session;
use crate::storage::extra;
pub use crate::storage::extra::Checkpoint;

/// Keeps checkpoints. Copies are handles of the same one.
#[derive(Clone, Copy)]
pub struct Keeper {
    /// The person, with the shelf.
    pub session: Session,
    /// The engagement.
    pub desk: Desk,
    /// How it is saved.
    pub saver: Saver,
}

impl Keeper {
    fn id(self) -> String {
        untrack(|| self.saver.id())
    }

    /// The checkpoints, the last kept first.
    pub fn list(self) -> Vec<Checkpoint> {
        extra::checkpoints(&*self.session.shelf(), &self.id())
    }

    /// Keeps the engagement as it is now. Says whether the shelf took it.
    pub fn keep(self, name: &str) -> bool {
        let (shelf, id, stamp) = (self.session.shelf(), self.id(), self.saver.stamp());
        self.desk.peek(|e| extra::keep_checkpoint(&*shelf, &id, name, e, &stamp)).is_ok()
    }

    /// Deletes a checkpoint; what lay there, to be put back.
    pub fn delete(self, checkpoint: &Checkpoint) -> Option<Deleted> {
        let shelf = self.session.shelf();
        let text = shelf.read(&checkpoint.key).ok().flatten()?;
        shelf.remove(&checkpoint.key).ok()?;
        Some(Deleted { key: checkpoint.key.clone(), text, name: checkpoint.name.clone() })
    }

    /// Puts a deleted checkpoint back. Says whether the shelf took it.
    pub fn put_back(self, deleted: &Deleted) -> bool {
        self.session.shelf().write(&deleted.key, &deleted.text).is_ok()
    }
}

/// A checkpoint that was deleted.
#[derive(Clone)]
pub struct Deleted {
    key: String,
    text: String,
    /// Its name.
    pub name: String,
}
