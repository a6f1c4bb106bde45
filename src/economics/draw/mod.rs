//! Chance: seeded random numbers, and what many runs say.

mod percentile;
mod rng;

pub use percentile::Band;
pub(crate) use percentile::Percentiles;
pub(crate) use rng::Rng;
