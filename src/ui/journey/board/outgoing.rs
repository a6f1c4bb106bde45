//! What is on its way out of a map.

use leptos::prelude::*;

use crate::exchange::picture::Paper;
use crate::ui::travel::Clearing;

/// What is on its way out. Copies are handles of the same one.
#[derive(Clone, Copy)]
pub struct Outgoing {
    /// A text that the clipboard did not take.
    pub text: StoredValue<String>,
    /// Whether it is shown to be copied by hand.
    pub by_hand: RwSignal<bool>,
    /// The paper that is printed on next.
    pub paper: StoredValue<Paper>,
    /// What hides for clients, once it has come: a browser that prints waits for nothing.
    pub clearing: StoredValue<Option<Clearing>>,
}

impl Outgoing {
    /// Nothing yet.
    pub fn new() -> Self {
        Outgoing {
            text: StoredValue::new(String::new()),
            by_hand: RwSignal::new(false),
            paper: StoredValue::new(Paper::A4),
            clearing: StoredValue::new(None),
        }
    }
}
