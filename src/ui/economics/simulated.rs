//! What came of a simulation.

use std::sync::Arc;
use std::time::Duration;

use orbita_economics::{Luck, Ranges};

use crate::model::scenario::Scenario;

/// Ranges wait until a slider rests this long: the figures come first.
pub const REST: Duration = Duration::from_millis(80);

/// The simulation of a scenario, with the scenario and the draws that it is of.
#[derive(Clone)]
pub struct Simulated {
    /// The scenario.
    pub scenario: Arc<Scenario>,
    /// The draws.
    pub luck: Luck,
    /// What came of it; `None` where it has no figures.
    pub ranges: Option<Arc<Ranges>>,
}
