//! The one-line input below a map.

use leptos::prelude::*;

/// What is typed into the one-line input, and how it is completed.
#[derive(Clone, Copy)]
pub struct EntryLine {
    /// What is typed.
    pub text: RwSignal<String>,
    /// Which of the suggested names the keyboard is on.
    pub suggested: RwSignal<Option<usize>>,
    /// Whether it has the keyboard.
    pub has_focus: RwSignal<bool>,
}

impl EntryLine {
    /// An empty one.
    pub fn new() -> Self {
        EntryLine {
            text: RwSignal::new(String::new()),
            suggested: RwSignal::new(None),
            has_focus: RwSignal::new(false),
        }
    }
}
