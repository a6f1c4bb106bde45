//! Which of two fitted models to believe.

use libm::{erfc, exp};

use super::Fit;
use crate::figure::{Figure, NoFigure, figure};

/// A likelihood-ratio test of a simpler against a fuller model.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LikelihoodRatio {
    /// 2 (LL of the fuller − LL of the simpler), not below 0.
    pub statistic: f64,
    /// Parameters that the fuller model has more.
    pub degrees: u32,
    /// Probability of a statistic at least as large if the simpler model were true (χ²). Where the
    /// simpler model lies on the edge of the fuller one (constant churn in an sBG) the true
    /// probability is smaller.
    pub p: f64,
}

/// Whether a fuller model fits better than chance would explain (F30).
///
/// # Errors
/// [`NoFigure::NotNested`] unless the first family is a special case of the second, fitted to the
/// same customers.
pub fn likelihood_ratio(simpler: &Fit, fuller: &Fit) -> Figure<LikelihoodRatio> {
    let nested = fuller.family.contains(simpler.family);
    if !nested || simpler.customers != fuller.customers {
        return Err(NoFigure::NotNested);
    }
    let statistic = figure(2.0 * (fuller.log_likelihood - simpler.log_likelihood).max(0.0))?;
    let degrees = fuller.family.parameters() - simpler.family.parameters();
    let p = if degrees == 1 { erfc((statistic / 2.0).sqrt()) } else { exp(-statistic / 2.0) };
    Ok(LikelihoodRatio { statistic, degrees, p })
}
