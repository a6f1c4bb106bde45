//! Customers without contracts, whose leaving nobody sees. For contracts use [`cohort`]; a rate of
//! repeat buying is not a retention rate.
//!
//! [`cohort`]: crate::Cohorts

mod bg_nbd;
mod gamma_gamma;

pub use bg_nbd::{BgNbd, BgNbdFit, Buyer};
pub use gamma_gamma::{GammaGamma, GammaGammaFit, Spender};

/// Between these a parameter is searched, in the unit of the data.
const EDGE: (f64, f64) = (1e-4, 1e4);

/// A parameter from the logarithm in which it is searched.
fn searched(x: f64) -> f64 {
    libm::exp(x).clamp(EDGE.0, EDGE.1)
}

fn at_edge(found: &[f64]) -> bool {
    found.iter().any(|x| !(1.001 * EDGE.0..0.999 * EDGE.1).contains(&searched(*x)))
}
