//! How far the model that a table of cohorts is read by can be trusted beyond the ages that were counted.

use orbita_economics::Family;

use super::cohort::CohortReading;
use super::holdout::{Holdout, Method};

/// Misses of a forecast that differ by less than this are one: a tenth of a point, as they are written.
const ALIKE: f64 = 0.001;

/// What is known of a model with more than one parameter beside the ages that it was fitted to.
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
}

impl CohortReading {
    /// How far the model in use can be trusted; `None` for constant churn, which says the same of every age, and where its trial
    /// has no figure.
    pub fn trust(&self) -> Option<Trust> {
        let family = self.model_in_use().ok()?.family;
        let parameters = family.parameters();
        if parameters < 2 {
            return None;
        }
        let Some(trial) = &self.holdout else { return Some(Trust::Untested { parameters, renewals: self.last_age() }) };
        let by = missed(trial, family)?;
        let simpler = Family::ALL.into_iter().filter(|simpler| family.contains(*simpler));
        let simpler = simpler.filter_map(|simpler| Some((simpler, missed(trial, simpler)?)));
        let better = simpler.filter(|(_, miss)| *miss < by - ALIKE).min_by(|(_, one), (_, other)| one.total_cmp(other));
        Some(Trust::Misses { fitted: trial.fitted, last: trial.last, by, simpler: better })
    }
}

fn missed(trial: &Holdout, family: Family) -> Option<f64> {
    let of = trial.forecasts.iter().find(|forecast| forecast.method == Method::Model(family));
    Some(of?.error.ok()?.abs())
}
