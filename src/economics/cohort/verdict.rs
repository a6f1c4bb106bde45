//! The verdict over several fitted models.

use super::Fit;
use crate::figure::{Figure, NoFigure};

/// The verdict over the fits of several families.
#[derive(Debug, Clone, PartialEq)]
pub struct Verdict {
    /// The simplest fit that no fuller one beats by all three criteria.
    pub fit: Fit,
    /// The fits that the data support: AIC within 2 of the lowest, and the verdict; the simplest first.
    pub supported: Vec<Fit>,
}

/// A difference of AIC that says nothing.
const NEARLY: f64 = 2.0;
/// Tolerance for rounding in criteria.
const ROUNDING: f64 = 1e-9;

/// Fits of their own family whose parameters are identified; others take no part.
pub(super) fn identified(fits: &[Fit]) -> Vec<Fit> {
    let mut found: Vec<Fit> =
        fits.iter().filter(|fit| fit.supported() == fit.family && !fit.at_edge).copied().collect();
    found.sort_by_key(|fit| fit.family as usize);
    found.dedup_by_key(|fit| fit.family as usize);
    found
}

/// The verdict over fits of one table (F81).
///
/// It starts with the simplest identified fit: constant churn, or else the two-parameter model with the lower AIC. A fuller model
/// that contains the current one replaces it only if its AIC is lower by more than 2, the likelihood ratio has p < 0.05, and its
/// BIC is lower; of several the one with the fewest parameters, then with the lowest AIC. This repeats until nothing changes.
///
/// # Errors
/// [`NoFigure::Contradicted`] when no fit is identified.
pub fn verdict(fits: &[Fit]) -> Figure<Verdict> {
    let fits = identified(fits);
    let lower_aic = |one: &&Fit, other: &&Fit| {
        let by_parameters = one.family.parameters().cmp(&other.family.parameters());
        by_parameters.then(one.aic().total_cmp(&other.aic()))
    };
    // Of equals the first, which is the sBG before the discrete Weibull.
    let Some(mut fit) = fits.iter().min_by(lower_aic).copied() else { return Err(NoFigure::Contradicted) };
    while let Some(fuller) = fits.iter().filter(|fuller| takes_over(&fit, fuller)).min_by(lower_aic) {
        fit = *fuller;
    }
    let lowest = fits.iter().map(Fit::aic).fold(f64::INFINITY, f64::min);
    let near = |one: &Fit| one.aic() <= lowest + NEARLY + ROUNDING || one.family == fit.family;
    Ok(Verdict { fit, supported: fits.into_iter().filter(near).collect() })
}

fn takes_over(simpler: &Fit, fuller: &Fit) -> bool {
    let significant = |p: f64| p < 0.05;
    fuller.family.contains(simpler.family)
        && fuller.aic() < simpler.aic() - NEARLY - ROUNDING
        && fuller.bic() < simpler.bic() - ROUNDING
        && super::likelihood_ratio(simpler, fuller).is_ok_and(|test| significant(test.p))
}
