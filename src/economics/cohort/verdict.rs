//! Which of several fitted models to go by.

use super::Fit;
use crate::figure::{Figure, NoFigure};

/// What the fits of several families say together.
#[derive(Debug, Clone, PartialEq)]
pub struct Verdict {
    /// The fit to go by: the simplest that no fuller one beats by all three measures.
    pub fit: Fit,
    /// Every fit that the data support: AIC within 2 of the lowest, and the verdict; the simplest first.
    pub supported: Vec<Fit>,
}

/// AIC closer than this says nothing.
const NEARLY: f64 = 2.0;
/// Differences of criteria below this are rounding.
const ROUNDING: f64 = 1e-9;

/// Fits that are what they were asked for, with parameters to be read: the others take no part.
pub(super) fn identified(fits: &[Fit]) -> Vec<Fit> {
    let mut told: Vec<Fit> = fits.iter().filter(|fit| fit.supported() == fit.family && !fit.at_edge).copied().collect();
    told.sort_by_key(|fit| fit.family as usize);
    told.dedup_by_key(|fit| fit.family as usize);
    told
}

/// The verdict over fits of one table (F81).
///
/// It begins with the simplest identified fit: constant churn, or else of the two-parameter models the one with the lower
/// AIC. A fuller model that contains the present one takes over only if its AIC is lower by more than 2, the likelihood ratio
/// says p < 0.05, and its BIC is lower; of several the one with the fewest parameters, then with the lowest AIC; and so on.
///
/// # Errors
/// [`NoFigure::Contradicted`] when no fit is identified.
pub fn verdict(fits: &[Fit]) -> Figure<Verdict> {
    let told = identified(fits);
    let lower_aic = |one: &&Fit, other: &&Fit| {
        let by_parameters = one.family.parameters().cmp(&other.family.parameters());
        by_parameters.then(one.aic().total_cmp(&other.aic()))
    };
    // Of equals the first, which is the sBG before the discrete Weibull.
    let Some(mut fit) = told.iter().min_by(lower_aic).copied() else { return Err(NoFigure::Contradicted) };
    while let Some(fuller) = told.iter().filter(|fuller| takes_over(&fit, fuller)).min_by(lower_aic) {
        fit = *fuller;
    }
    let lowest = told.iter().map(Fit::aic).fold(f64::INFINITY, f64::min);
    let near = |one: &Fit| one.aic() <= lowest + NEARLY + ROUNDING || one.family == fit.family;
    Ok(Verdict { fit, supported: told.into_iter().filter(near).collect() })
}

fn takes_over(simpler: &Fit, fuller: &Fit) -> bool {
    let significant = |p: f64| p < 0.05;
    fuller.family.contains(simpler.family)
        && fuller.aic() < simpler.aic() - NEARLY - ROUNDING
        && fuller.bic() < simpler.bic() - ROUNDING
        && super::likelihood_ratio(simpler, fuller).is_ok_and(|test| significant(test.p))
}
