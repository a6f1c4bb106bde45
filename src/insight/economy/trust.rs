//! How far the model that a table of cohorts is read by can be trusted beyond the ages that were counted.

use orbita_economics::Family;

use super::cohort::CohortReading;
use super::holdout::{Holdout, Method};

/// Misses of a forecast that differ by less than this are one: a tenth of a point, as they are written.
const ALIKE: f64 = 0.001;

/// What is known of a model beside the ages that it was fitted to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Trust {
    /// There are too few renewals to hold any back.
    Untested {
        /// The numbers that were fitted.
        parameters: u32,
        /// The renewals that they were fitted to.
        renewals: u32,
    },
    /// Fitted to the first ages only, it misses the share left at the last one by so much.
    Misses {
        /// The last age that was fitted.
        fitted: u32,
        /// The last age that was counted.
        last: u32,
        /// The size of the error, as a share.
        by: f64,
        /// A simpler model that misses by less, with its error.
        simpler: Option<(Family, f64)>,
    },
    /// The same, and a fuller model misses by less: the verdict, which goes by all ages, and the forecast test name different ones.
    FullerMisses {
        /// The last age that was fitted.
        fitted: u32,
        /// The last age that was counted.
        last: u32,
        /// The model in use, with the size of its error.
        used: (Family, f64),
        /// The fuller model, with its error.
        fuller: (Family, f64),
    },
}

impl CohortReading {
    /// How far the model in use can be trusted; `None` where nothing has to be said of constant churn, which says the same of every
    /// age, and where its trial has no figure.
    pub fn trust(&self) -> Option<Trust> {
        let family = self.model_in_use().ok()?.family;
        let parameters = family.parameters();
        let Some(trial) = &self.holdout else {
            return (parameters > 1).then_some(Trust::Untested { parameters, renewals: self.last_age() });
        };
        let (by, fitted, last) = (missed(trial, family)?, trial.fitted, trial.last);
        let better = |is_asked: &dyn Fn(Family) -> bool| {
            let asked = Family::ALL.into_iter().filter(|other| is_asked(*other));
            let misses = asked.filter_map(|other| Some((other, missed(trial, other)?)));
            misses.filter(|(_, miss)| *miss < by - ALIKE).min_by(|(_, one), (_, other)| one.total_cmp(other))
        };
        let simpler = better(&|other| family.contains(other));
        let fuller = better(&|other| other.parameters() > parameters);
        match (simpler, fuller) {
            (None, Some(fuller)) => Some(Trust::FullerMisses { fitted, last, used: (family, by), fuller }),
            _ => (parameters > 1).then_some(Trust::Misses { fitted, last, by, simpler }),
        }
    }
}

fn missed(trial: &Holdout, family: Family) -> Option<f64> {
    let of = trial.forecasts.iter().find(|forecast| forecast.method == Method::Model(family));
    Some(of?.error.ok()?.abs())
}
