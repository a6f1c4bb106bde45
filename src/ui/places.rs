//! Where the person was on the maps of the open engagement: whoever comes back to a map finds the place again.

use leptos::prelude::*;

use crate::insight::walk::Spot;
use crate::model::quantity::JourneyId;

/// The place on each map. Copies are handles of the same.
#[derive(Clone, Copy)]
pub struct Places(StoredValue<Vec<(JourneyId, Spot)>>);

impl Places {
    /// Nowhere yet.
    pub fn new() -> Self {
        Places(StoredValue::new(Vec::new()))
    }

    /// Notes the place on a map.
    pub fn note(self, journey: JourneyId, spot: Spot) {
        self.0.update_value(|places| {
            places.retain(|(of, _)| *of != journey);
            places.push((journey, spot));
        });
    }

    /// The place on a map, where there was one.
    pub fn on(self, journey: JourneyId) -> Option<Spot> {
        self.0.with_value(|places| places.iter().find(|(of, _)| *of == journey).map(|(_, spot)| *spot))
    }
}
