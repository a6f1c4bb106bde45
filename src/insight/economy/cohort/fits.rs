//! The models that were fitted to a table of cohorts, against each other.

use orbita_economics::{Family, Figure, Fit, LikelihoodRatio, NoFigure, Verdict, likelihood_ratio, verdict};

/// A test whether a fuller model explains more than chance would.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Test {
    /// The model that is a special case of the other.
    pub simpler: Family,
    /// The other.
    pub fuller: Family,
    /// The outcome.
    pub outcome: Figure<LikelihoodRatio>,
    /// Whether the fuller one is better by all that the verdict asks for: AIC lower by more than 2, p below 0.05, BIC lower.
    pub takes_over: bool,
}

pub fn fit_of(fits: &[Figure<Fit>; 4], family: Family) -> Figure<Fit> {
    fits[family as usize]
}

/// The fits that are what they were asked for and have parameters to be read.
pub fn identified(fits: &[Figure<Fit>; 4]) -> impl Iterator<Item = &Fit> {
    fits.iter().flatten().filter(|fit| fit.supported() == fit.family && !fit.at_edge)
}

/// The lowest by a criterion of the fits that are what they were asked for and have parameters to be read.
pub fn best(fits: &[Figure<Fit>; 4], criterion: fn(&Fit) -> f64) -> Figure<Fit> {
    // Of equals the simpler one, which comes first.
    let best = identified(fits).min_by(|one, other| criterion(one).total_cmp(&criterion(other)));
    best.copied().ok_or_else(|| match fits[0] {
        Err(why) => why,
        Ok(_) => NoFigure::Contradicted,
    })
}

pub fn tests(fits: &[Figure<Fit>; 4], found: &Figure<Verdict>) -> Vec<Test> {
    let usual = [
        (Family::Constant, Family::Sbg),
        (Family::Sbg, Family::BetaDiscreteWeibull),
        (Family::DiscreteWeibull, Family::BetaDiscreteWeibull),
    ];
    let test = |(simpler, fuller)| {
        let outcome = fit_of(fits, simpler).and_then(|one| likelihood_ratio(&one, &fit_of(fits, fuller)?));
        let outcome = if let Err(NoFigure::NoSizes) = found { Err(NoFigure::NoSizes) } else { outcome };
        let both = fit_of(fits, simpler).ok().zip(fit_of(fits, fuller).ok());
        let takes_over = outcome.is_ok()
            && both
                .is_some_and(|(one, other)| verdict(&[one, other]).is_ok_and(|verdict| verdict.fit.family == fuller));
        Test { simpler, fuller, outcome, takes_over }
    };
    let mut tests: Vec<Test> = usual.into_iter().map(test).collect();
    // By a step that is none of the usual ones a model came to be the verdict against constant churn itself.
    if let Ok(Verdict { fit: Fit { family, .. }, .. }) = *found
        && family != Family::Constant
        && !tests.iter().any(|test| test.takes_over && test.fuller == family)
    {
        tests.push(test((Family::Constant, family)));
    }
    tests
}
