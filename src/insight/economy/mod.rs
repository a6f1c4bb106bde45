//! What keeping clients is worth: an engagement's scenarios, initiatives, cohorts and accounts, read through the engine.

pub mod accounts;
pub mod answers;
pub mod base;
pub mod cohort;
pub mod figures;
pub mod finding;
pub mod fitting;
pub mod forecast;
pub mod holdout;
pub mod initiative;
pub mod plan;
pub mod slide;
pub mod split;
pub mod terms;
pub mod tornado;
pub mod trust;
pub mod worth;

use orbita_economics::{Figure, NoFigure};

/// What a simulation does at a time where somebody waits for the page: a few milliseconds.
pub const SLICE: u64 = 1_500_000;

/// The seed of every simulation: the same document shows the same figures everywhere.
pub const SEED: u64 = 2_026;

/// Runs of a simulation: enough that the ends of a range stand still to two digits.
pub const RUNS: u32 = 10_000;

/// A product of figures, which may be larger than a number can be.
fn finite(x: f64) -> Figure {
    if x.is_finite() { Ok(x) } else { Err(NoFigure::TooLarge) }
}
