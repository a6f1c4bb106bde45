//! What a table of cohorts says of how long clients stay, and what it cannot say.

mod caveat;
mod fits;
mod worth;

pub use caveat::Caveat;
pub(super) use caveat::caveats;
pub use fits::Test;
pub(super) use fits::tests;
pub use worth::{Worth, churn_factor, client};

use orbita_economics::{AgeRate, Cohorts, Family, Figure, Fit, Model, NoFigure, Verdict};

use self::fits::{best, fit_of, identified};
use super::holdout::Holdout;
use crate::model::amount::{Amount, Estimate};
use crate::model::scenario::{AgeModel, Ageing, Period, Scenario};

/// How many clients a cohort in per cent is taken as.
pub const ASSUMED: f64 = 1_000.0;

/// What a table of cohorts says.
#[derive(Clone, Debug, PartialEq)]
pub struct CohortReading {
    /// The counts, a cohort a row; those of per cent as of [`ASSUMED`] clients.
    pub(super) rows: Vec<Vec<f64>>,
    /// The same, checked.
    pub(super) cohorts: Cohorts,
    /// How many of those at risk stayed at each renewal, over all cohorts.
    pub rates: Vec<AgeRate>,
    /// Share of clients still there at each age, from 1 at age 0, over all cohorts.
    pub survival: Vec<f64>,
    /// Whether the sizes of the cohorts are known. Without them there is no verdict, no test and no range.
    pub sized: bool,
    /// Churn per column, over all ages and cohorts: lost by at risk, with P10 and P90 of what such counts allow where sizes are known.
    pub churn: Figure<Estimate>,
    /// The fit of each of [`Family::ALL`].
    pub fits: [Figure<Fit>; 4],
    /// The likelihood ratio tests of a simpler against a fuller model. One of them says that the verdict takes over, unless that is
    /// constant churn.
    pub tests: Vec<Test>,
    /// The simplest model that no fuller one beats by all three criteria, and those that the data support as well (F81).
    pub verdict: Figure<Verdict>,
    /// What has to be said beside it.
    pub caveats: Vec<Caveat>,
    /// How well the models foretell; `None` with fewer than five renewals.
    pub holdout: Option<Holdout>,
}

/// How a model stands among those that were fitted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It comes to no more than this simpler one.
    SameAs(Family),
    /// Its likelihood has no top.
    AtEdge,
    /// The verdict: the simplest that the data support.
    Verdict,
    /// The data support it as well.
    Supported,
    /// The data prefer another.
    Worse,
    /// Without sizes of cohorts nothing decides.
    Open,
}

impl CohortReading {
    /// How many cohorts there are.
    pub fn count(&self) -> usize {
        self.rows.len()
    }

    /// How many cohorts break off before those around them do, as behind a gap: their last number is older than the others. Whether
    /// the oldest come first or last is seen by the rows.
    pub fn broken_off(&self) -> usize {
        let ages: Vec<usize> = self.rows.iter().map(Vec::len).collect();
        let later = (0..ages.len()).filter(|at| ages[at + 1..].iter().any(|other| *other > ages[*at])).count();
        let earlier = (0..ages.len()).filter(|at| ages[..*at].iter().any(|other| *other > ages[*at])).count();
        later.min(earlier)
    }

    /// Clients of all cohorts at their start.
    pub fn clients(&self) -> f64 {
        self.cohorts.customers()
    }

    /// The oldest age that was counted.
    pub fn last_age(&self) -> u32 {
        self.rates.last().map_or(0, |age| age.renewal)
    }

    /// The fit of a family.
    ///
    /// # Errors
    /// Those of fitting the family.
    pub fn fit(&self, family: Family) -> Figure<Fit> {
        fit_of(&self.fits, family)
    }

    /// The models that the data support: that of the verdict, and those as good as it (F81). The table of models, the range of a
    /// worth and what is said of it all go by this.
    ///
    /// # Errors
    /// That of the verdict: without one no model is supported.
    pub fn supported(&self) -> Figure<&[Fit]> {
        self.verdict.as_ref().map(|verdict| verdict.supported.as_slice()).map_err(|why| *why)
    }

    /// What the table of models says of one.
    pub fn standing(&self, fit: &Fit) -> Standing {
        let family = fit.family;
        if fit.supported() != family {
            return Standing::SameAs(fit.supported());
        }
        if fit.at_edge {
            return Standing::AtEdge;
        }
        match (&self.verdict, self.supported()) {
            (Ok(verdict), _) if verdict.fit.family == family => Standing::Verdict,
            (_, Ok(supported)) if supported.iter().any(|one| one.family == family) => Standing::Supported,
            (Ok(_), _) => Standing::Worse,
            (Err(_), _) => Standing::Open,
        }
    }

    /// The fit that the table is read by: that of the verdict. Of cohorts without sizes nothing supports more than that clients
    /// differ, so it is the sBG, or constant churn where that has no parameters to be read.
    ///
    /// # Errors
    /// That of the verdict.
    pub fn model_in_use(&self) -> Figure<Fit> {
        match &self.verdict {
            Ok(verdict) => Ok(verdict.fit),
            Err(NoFigure::NoSizes) => {
                let plain = [Family::Sbg, Family::Constant].into_iter();
                let found = plain.filter_map(|family| identified(&self.fits).find(|fit| fit.family == family)).next();
                found.copied().map_or_else(|| best(&self.fits, Fit::aic), Ok)
            }
            Err(why) => Err(*why),
        }
    }

    /// Its model.
    ///
    /// # Errors
    /// As [`model_in_use`](Self::model_in_use).
    pub fn model(&self) -> Figure<Model> {
        self.model_in_use().map(|fit| fit.model)
    }

    /// The churn of the verdict by the age of a client, and today's clients by age, as a scenario keeps them.
    ///
    /// # Errors
    /// That of the verdict.
    pub fn ageing(&self, period: Period) -> Figure<Ageing> {
        self.ageing_of(self.model()?, period)
    }

    fn ageing_of(&self, model: Model, period: Period) -> Figure<Ageing> {
        let number = |x: f64| Amount::new(x).ok_or(NoFigure::TooLarge);
        let model = match model {
            Model::Constant { churn } => AgeModel::Constant([number(churn)?]),
            Model::Sbg { alpha, beta } => AgeModel::Sbg([number(alpha)?, number(beta)?]),
            Model::DiscreteWeibull { theta, shape } => AgeModel::DiscreteWeibull([number(theta)?, number(shape)?]),
            Model::BetaDiscreteWeibull { alpha, beta, shape } => {
                AgeModel::BetaDiscreteWeibull([number(alpha)?, number(beta)?, number(shape)?])
            }
        };
        let group = |group: orbita_economics::AgeGroup| {
            Some((u16::try_from(group.next_renewal).ok()?, Amount::new(group.customers)?))
        };
        let base = if self.sized { self.cohorts.base() } else { Vec::new() };
        Ok(Ageing { model, period, base: base.into_iter().filter_map(group).collect() })
    }
}

/// Observed churn per column as it reads by the period of a scenario.
///
/// # Errors
/// That of the churn.
pub fn restated(churn: Figure<Estimate>, scenario: &Scenario) -> Figure<Estimate> {
    let (from, to) = (scenario.cohorts_period().months().into(), scenario.period.months().into());
    let restated = churn?.map(|churn| orbita_economics::Measure::Churn.restated(churn, from, to));
    restated.ok_or(NoFigure::TooLarge)
}

pub(super) fn churn(cohorts: &Cohorts, sized: bool) -> Figure<Estimate> {
    let orbita_economics::Estimate { low, likely, high } = cohorts.pooled_churn()?;
    let estimate =
        if sized { Estimate::range(low.min(likely), likely, high.max(likely)) } else { Estimate::exact(likely) };
    estimate.ok_or(NoFigure::TooLarge)
}
