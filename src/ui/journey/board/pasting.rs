//! A paste that waits for an answer.

use leptos::prelude::*;

use crate::edit::Command;

/// A paste that is ready: what is done, and how many cards it makes.
#[derive(Clone)]
pub struct Pasting {
    /// What is done.
    pub command: Command,
    /// How many cards it makes.
    pub cards: usize,
}

/// The paste that is asked about.
#[derive(Clone, Copy)]
pub struct AskedPaste {
    /// What waits for a yes.
    pub pasting: StoredValue<Option<Pasting>>,
    /// Whether it is being asked for.
    pub is_open: RwSignal<bool>,
}

impl AskedPaste {
    /// Nothing is asked about.
    pub fn new() -> Self {
        AskedPaste { pasting: StoredValue::new(None), is_open: RwSignal::new(false) }
    }
}
