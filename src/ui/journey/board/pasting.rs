//! A paste that waits for an answer.

use crate::edit::Command;

/// A paste that is ready: what is done, and how many cards it makes.
#[derive(Clone)]
pub struct Pasting {
    /// What is done.
    pub command: Command,
    /// How many cards it makes.
    pub cards: usize,
}
