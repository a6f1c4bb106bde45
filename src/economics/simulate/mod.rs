//! Ranges instead of single figures: seeded simulation.

mod paths;
mod percentile;
mod rng;
mod runs;
mod uncertain;

pub use paths::{Paths, simulate_paths};
pub use percentile::Band;
pub use runs::{Runs, simulate};
pub use uncertain::Uncertain;
