//! Seeded random numbers, and the outcomes of many runs.

mod percentile;
mod rng;
mod runs;
mod score;

pub use percentile::Band;
pub(crate) use percentile::Percentiles;
pub(crate) use rng::Rng;
pub(crate) use runs::check_runs;
pub use runs::{Quantile, Runs, simulate};
pub use score::Score;
