//! Maps that came in as tables and wait for somebody to look at them.

use std::collections::VecDeque;
use std::sync::Arc;

use crate::edit::draft::JourneyDraft;
use crate::ui::offered::Offered;

/// A map that waits for somebody to look at it.
#[derive(Clone)]
pub struct Incoming {
    /// The table.
    pub offered: Offered,
    /// What is done with the map.
    pub take: Take,
    /// Another way to use the table.
    pub otherwise: Option<Otherwise>,
}

/// What is done with a map; the sentence tells what was understood of it.
pub type Take = Arc<dyn Fn(JourneyDraft, String) + Send + Sync>;

/// Another way to use a table: what it is called, and what it does.
pub type Otherwise = (&'static str, Arc<dyn Fn() + Send + Sync>);

/// The maps that wait, the one that is looked at first.
pub type Queue = VecDeque<Incoming>;
