//! What lies over a map: whether each of it is shown.

use leptos::prelude::RwSignal;

use crate::model::quantity::StageId;

/// What lies over the map while people talk.
#[derive(Clone, Copy)]
pub struct Overlays {
    /// The stage that is being rated together.
    pub rated: RwSignal<Option<StageId>>,
    /// Whether the votes are hidden until all have voted.
    pub veiled: RwSignal<bool>,
    /// Whether the dialog of the second curve is open.
    pub second: RwSignal<bool>,
    /// Whether two maps are shown side by side.
    pub comparing: RwSignal<bool>,
    /// Whether the checkpoints are shown.
    pub checkpoints: RwSignal<bool>,
    /// Whether the ranking is shown, where it is a drawer over the map.
    pub drawer: RwSignal<bool>,
}

impl Overlays {
    /// Nothing lies over the map.
    pub fn new() -> Self {
        Overlays {
            rated: RwSignal::new(None),
            veiled: RwSignal::new(false),
            second: RwSignal::new(false),
            comparing: RwSignal::new(false),
            checkpoints: RwSignal::new(false),
            drawer: RwSignal::new(false),
        }
    }
}
