//! What must hold for any input, and what independent computations agree on.

// Cross-checks may use std's functions: they are compared within a tolerance.
#![allow(clippy::disallowed_methods)]

mod ages;
mod bridge;
mod budget;
mod buyers;
mod client;
mod cohort;
mod edges;
mod estimate;
mod information;
mod initiative;
mod plan;
mod revenue;
mod single;
mod statements;
mod survey;
mod value;
mod verdict;

use proptest::prelude::ProptestConfig;

/// Test cases without files of past failures: a failure prints its input.
pub fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

/// Equal to within a share of the larger, or of 1.
pub fn close(a: f64, b: f64, tolerance: f64) -> bool {
    (a - b).abs() <= tolerance * a.abs().max(b.abs()).max(1.0)
}
