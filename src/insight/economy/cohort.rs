//! What a table of cohorts says of how long clients stay, and what it cannot say.

use orbita_economics::former::Uncertain;
use orbita_economics::{AgeRate, Cohorts, Family, Figure, Fit, LikelihoodRatio, NoFigure, likelihood_ratio};

use crate::model::amount::Estimate;
use crate::model::scenario::CohortTable;

/// The models, the simplest first.
pub const FAMILIES: [Family; 4] = [Family::Constant, Family::Sbg, Family::DiscreteWeibull, Family::BetaDiscreteWeibull];

/// How many clients a cohort in per cent is taken as.
pub const ASSUMED: f64 = 1_000.0;

/// Fewer lost clients than this say little.
const FEW_LOST: f64 = 30.0;

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
    /// Churn per period, over all ages and cohorts: lost by at risk, with P10 and P90 of what such counts allow.
    pub churn: Figure<Estimate>,
    /// The fit of each of [`FAMILIES`].
    pub fits: [Figure<Fit>; 4],
    /// The likelihood ratio tests of a simpler against a fuller model.
    pub tests: [Test; 3],
    /// The fit with the lowest AIC whose parameters can be told.
    pub supported: Figure<Fit>,
    /// What has to be said beside it.
    pub caveats: Vec<Caveat>,
}

/// A test whether a fuller model explains more than chance would.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Test {
    /// The model that is a special case of the other.
    pub simpler: Family,
    /// The other.
    pub fuller: Family,
    /// The outcome.
    pub outcome: Figure<LikelihoodRatio>,
}

/// What a table cannot say, or says only with something taken for granted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Caveat {
    /// The sizes of the cohorts are not known: each is taken as of [`ASSUMED`] clients, and the range of churn with them.
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
    /// BIC, which asks more of a fuller model, prefers this one.
    BicPrefers(Family),
}

impl CohortReading {
    /// Reads a table.
    ///
    /// # Errors
    /// [`NoFigure::Cell`] and [`NoFigure::Input`] for a table that is none.
    pub fn of(table: &CohortTable) -> Figure<Self> {
        let scale = if table.per_cent { ASSUMED / 100.0 } else { 1.0 };
        let rows: Vec<Vec<f64>> =
            table.rows.iter().map(|row| row.iter().map(|count| count.get() * scale).collect()).collect();
        let cohorts = Cohorts::new(&rows)?;
        let rates = cohorts.retention_by_age();
        let mut left = 1.0;
        let later = rates.iter().map(|age| {
            left *= age.rate;
            left
        });
        let survival = std::iter::once(1.0).chain(later).collect();
        let fits = FAMILIES.map(|family| cohorts.fit(family));
        let supported = best(&fits, Fit::aic);
        let caveats = caveats(table, &rates, &fits, &supported);
        let tests = tests(&fits);
        Ok(CohortReading { churn: churn(&rates), rows, cohorts, survival, rates, fits, tests, supported, caveats })
    }

    /// How many cohorts there are.
    pub fn count(&self) -> usize {
        self.rows.len()
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
    pub fn fit(&self, family: Family) -> Figure<Fit> {
        fit_of(&self.fits, family)
    }

    /// The value of a client just won, in money: their payments, the first one now, each worth `margin`, discounted at
    /// `discount` per period.
    ///
    /// # Errors
    /// [`NoFigure::Diverges`] without a discount where the model says so; that of the fit.
    pub fn value_of_new(&self, margin: f64, discount: f64) -> Figure {
        self.supported.and_then(|fit| Ok(margin * fit.model.discounted_lifetime(discount)?)).and_then(finite)
    }

    /// The value of a client just before each renewal from 1 to `renewals`.
    ///
    /// # Errors
    /// As [`value_of_new`](Self::value_of_new).
    pub fn residual_values(&self, renewals: u32, margin: f64, discount: f64) -> Figure<Vec<f64>> {
        let model = self.supported?.model;
        let before = orbita_economics::When::BeforeRenewal;
        (1..=renewals).map(|n| finite(margin * model.residual_lifetime(n, before, discount)?)).collect()
    }
}

/// A product of figures, which may be larger than a number can be.
pub(super) fn finite(x: f64) -> Figure {
    if x.is_finite() { Ok(x) } else { Err(NoFigure::TooLarge) }
}

fn fit_of(fits: &[Figure<Fit>; 4], family: Family) -> Figure<Fit> {
    let at = FAMILIES.iter().position(|other| *other == family).unwrap_or(0);
    fits[at]
}

/// Lost and kept over all renewals.
fn totals(rates: &[AgeRate]) -> (f64, f64) {
    let kept: f64 = rates.iter().map(|age| age.kept).sum();
    (rates.iter().map(|age| age.at_risk).sum::<f64>() - kept, kept)
}

fn churn(rates: &[AgeRate]) -> Figure<Estimate> {
    let (lost, kept) = totals(rates);
    if lost + kept == 0.0 {
        return Err(NoFigure::NotIdentified { have: 0, need: 1 });
    }
    let likely = lost / (lost + kept);
    let allowed = Uncertain::Beta { alpha: lost + 1.0, beta: kept + 1.0 };
    let (low, high) = (allowed.quantile(0.1)?, allowed.quantile(0.9)?);
    Estimate::range(low.min(likely), likely, high.max(likely)).ok_or(NoFigure::TooLarge)
}

/// The lowest by a criterion of the fits that are what they were asked for and have parameters to be read.
fn best(fits: &[Figure<Fit>; 4], criterion: fn(&Fit) -> f64) -> Figure<Fit> {
    let told = fits.iter().flatten().filter(|fit| fit.supported() == fit.family && !fit.at_edge);
    // Of equals the simpler one, which comes first.
    told.min_by(|one, other| criterion(one).total_cmp(&criterion(other))).copied().ok_or_else(|| match fits[0] {
        Err(why) => why,
        Ok(_) => NoFigure::Contradicted,
    })
}

fn tests(fits: &[Figure<Fit>; 4]) -> [Test; 3] {
    let pairs = [
        (Family::Constant, Family::Sbg),
        (Family::Sbg, Family::BetaDiscreteWeibull),
        (Family::DiscreteWeibull, Family::BetaDiscreteWeibull),
    ];
    pairs.map(|(simpler, fuller)| {
        let outcome = fit_of(fits, simpler).and_then(|one| likelihood_ratio(&one, &fit_of(fits, fuller)?));
        Test { simpler, fuller, outcome }
    })
}

fn caveats(table: &CohortTable, rates: &[AgeRate], fits: &[Figure<Fit>; 4], supported: &Figure<Fit>) -> Vec<Caveat> {
    let (lost, _) = totals(rates);
    let mut caveats = Vec::new();
    let mut say = |holds: bool, caveat| {
        if holds {
            caveats.push(caveat);
        }
    };
    say(table.per_cent, Caveat::PerCent);
    say(table.rows.len() == 1, Caveat::OneCohort);
    say(lost == 0.0, Caveat::NobodyLeft);
    say(!table.per_cent && lost > 0.0 && lost < FEW_LOST, Caveat::FewLost(lost));
    for fit in fits {
        match fit {
            Err(NoFigure::NotIdentified { have, need }) if *need == 3 => {
                say(true, Caveat::FewRenewals { have: *have, need: *need });
            }
            Ok(fit) => say(fit.at_edge && fit.supported() == fit.family, Caveat::AtEdge(fit.family)),
            Err(_) => (),
        }
    }
    if let (Ok(aic), Ok(bic)) = (supported, best(fits, Fit::bic)) {
        say(aic.family != bic.family, Caveat::BicPrefers(bic.family));
    }
    caveats
}
