//! What a table of cohorts cannot say, or says only with something taken for granted.

use orbita_economics::{AgeRate, Family, Figure, Fit, NoFigure, Verdict};

use super::fits::best;

/// Fewer lost clients than this say little.
const FEW_LOST: f64 = 30.0;

/// What a table cannot say, or says only with something taken for granted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Caveat {
    /// The sizes of the cohorts are not known: there is no verdict, no test and no range.
    PerCent,
    /// There is one cohort only: whether later ones are like it cannot be seen.
    OneCohort,
    /// Nobody has left yet.
    NobodyLeft,
    /// This few clients have left: the range is wide.
    FewLost(f64),
    /// Too few renewals for the fullest model.
    FewRenewals {
        /// How many were counted.
        have: usize,
        /// How many it needs.
        need: usize,
    },
    /// The likelihood of this model has no top: its curve can be looked at, its parameters not.
    AtEdge(Family),
    /// AIC is lower for this fuller model, but not by enough to be told from chance.
    AicPrefers(Family),
}

/// Lost and kept over all renewals.
fn totals(rates: &[AgeRate]) -> (f64, f64) {
    let kept: f64 = rates.iter().map(|age| age.kept).sum();
    (rates.iter().map(|age| age.at_risk).sum::<f64>() - kept, kept)
}

pub fn caveats(
    per_cent: bool,
    cohorts: usize,
    rates: &[AgeRate],
    fits: &[Figure<Fit>; 4],
    verdict: &Figure<Verdict>,
) -> Vec<Caveat> {
    let (lost, _) = totals(rates);
    let mut caveats = Vec::new();
    let mut say = |holds: bool, caveat| {
        if holds {
            caveats.push(caveat);
        }
    };
    say(per_cent, Caveat::PerCent);
    say(cohorts == 1, Caveat::OneCohort);
    say(lost == 0.0, Caveat::NobodyLeft);
    say(!per_cent && lost > 0.0 && lost < FEW_LOST, Caveat::FewLost(lost));
    for fit in fits {
        match fit {
            Err(NoFigure::NotIdentified { have, need }) if *need == 3 => {
                say(true, Caveat::FewRenewals { have: *have, need: *need });
            }
            Ok(fit) => say(fit.at_edge && fit.supported() == fit.family, Caveat::AtEdge(fit.family)),
            Err(_) => (),
        }
    }
    if let (Ok(verdict), Ok(aic)) = (verdict, best(fits, Fit::aic)) {
        say(aic.family != verdict.fit.family, Caveat::AicPrefers(aic.family));
    }
    caveats
}
