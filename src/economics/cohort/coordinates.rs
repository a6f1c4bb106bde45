//! Coordinates in which a search for a model is free, and the edges where it has to stop.

use libm::{exp, expm1, log, log1p};

use super::Model;

pub(super) const SPREAD: (f64, f64) = (1e-6, 1e5);
const SHAPE: (f64, f64) = (0.02, 20.0);
const CHURN: (f64, f64) = (1e-12, 1.0 - 1e-12);
/// Coordinates in which the search is free: churn as ln(−ln(1−θ)), α+β and c as logarithms.
pub(super) fn churn_of(x: f64) -> f64 {
    (-expm1(-exp(x))).clamp(CHURN.0, CHURN.1)
}

pub(super) fn churn_at(churn: f64) -> f64 {
    log(-log1p(-churn.clamp(CHURN.0, CHURN.1)))
}

fn alpha_beta(churn: f64, ln_spread: f64) -> (f64, f64) {
    let spread = exp(ln_spread).clamp(SPREAD.0, SPREAD.1);
    (spread * churn, spread * (1.0 - churn))
}

fn shape_of(x: f64) -> f64 {
    exp(x).clamp(SHAPE.0, SHAPE.1)
}

pub(super) fn sbg([churn, spread]: [f64; 2]) -> Model {
    let (alpha, beta) = alpha_beta(churn_of(churn), spread);
    Model::Sbg { alpha, beta }
}

pub(super) fn weibull([churn, shape]: [f64; 2]) -> Model {
    Model::DiscreteWeibull { theta: churn_of(churn), shape: shape_of(shape) }
}

pub(super) fn beta_weibull([churn, spread, shape]: [f64; 3]) -> Model {
    let (alpha, beta) = alpha_beta(churn_of(churn), spread);
    Model::BetaDiscreteWeibull { alpha, beta, shape: shape_of(shape) }
}

pub(super) fn at(value: f64, edge: f64) -> bool {
    (value / edge - 1.0).abs() < 1e-3
}

pub(super) fn shape_at_edge(shape: f64) -> bool {
    at(shape, SHAPE.0) || at(shape, SHAPE.1)
}

pub(super) fn churn_coordinate(model: &Model) -> f64 {
    churn_at(-expm1(model.ln_kept(0.0, 1.0)))
}
