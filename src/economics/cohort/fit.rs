//! Maximum likelihood, with the edges of the parameter space said aloud.

use libm::{exp, expm1, log, log1p};

use super::data::{Passage, log_likelihood};
use super::{Cohorts, Model};
use crate::figure::{Figure, NoFigure, figure};
use crate::math::lowest;
use crate::solve::golden;

/// Which model to fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Family {
    /// [`Model::Constant`].
    Constant,
    /// [`Model::Sbg`].
    Sbg,
    /// [`Model::DiscreteWeibull`].
    DiscreteWeibull,
    /// [`Model::BetaDiscreteWeibull`].
    BetaDiscreteWeibull,
}

impl Family {
    /// Number of parameters.
    pub fn parameters(self) -> u32 {
        match self {
            Family::Constant => 1,
            Family::Sbg | Family::DiscreteWeibull => 2,
            Family::BetaDiscreteWeibull => 3,
        }
    }
}

/// A model fitted to cohorts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fit {
    /// The family asked for.
    pub family: Family,
    /// The model that the data support. Simpler than `family` where the likelihood only climbs
    /// towards the simpler model: an sBG whose α and β would run into the millions is
    /// [`Model::Constant`], a beta-discrete-Weibull of equal customers a discrete Weibull (F29).
    pub model: Model,
    /// Its log-likelihood.
    pub log_likelihood: f64,
    /// Customers that were fitted, the sample size of [`bic`](Fit::bic).
    pub customers: f64,
    /// Whether the likelihood still climbed where the search had to stop: a shape below 0.02 or
    /// above 20, or customers who all leave either at once or never. The curve fits, but the
    /// parameters are not to be read.
    pub at_edge: bool,
}

impl Fit {
    /// Family of the model found, see [`model`](Fit::model).
    pub fn supported(&self) -> Family {
        match self.model {
            Model::Constant { .. } => Family::Constant,
            Model::Sbg { .. } => Family::Sbg,
            Model::DiscreteWeibull { .. } => Family::DiscreteWeibull,
            Model::BetaDiscreteWeibull { .. } => Family::BetaDiscreteWeibull,
        }
    }

    /// Akaike's criterion 2k − 2LL, k parameters of the model found; smaller is better.
    pub fn aic(&self) -> f64 {
        2.0 * f64::from(self.supported().parameters()) - 2.0 * self.log_likelihood
    }

    /// Bayes' criterion k ln n − 2LL, n customers; smaller is better.
    pub fn bic(&self) -> f64 {
        f64::from(self.supported().parameters()) * log(self.customers) - 2.0 * self.log_likelihood
    }
}

const SPREAD: (f64, f64) = (1e-6, 1e5);
const SHAPE: (f64, f64) = (0.02, 20.0);
const CHURN: (f64, f64) = (1e-12, 1.0 - 1e-12);
/// A likelihood that gains less than this on a simpler model gains nothing.
const NO_GAIN: f64 = 1e-6;

/// Coordinates in which the search is free: churn as ln(−ln(1−θ)), α+β and c as logarithms.
fn churn_of(x: f64) -> f64 {
    (-expm1(-exp(x))).clamp(CHURN.0, CHURN.1)
}

fn churn_at(churn: f64) -> f64 {
    log(-log1p(-churn.clamp(CHURN.0, CHURN.1)))
}

fn alpha_beta(churn: f64, ln_spread: f64) -> (f64, f64) {
    let spread = exp(ln_spread).clamp(SPREAD.0, SPREAD.1);
    (spread * churn, spread * (1.0 - churn))
}

fn shape_of(x: f64) -> f64 {
    exp(x).clamp(SHAPE.0, SHAPE.1)
}

fn sbg([churn, spread]: [f64; 2]) -> Model {
    let (alpha, beta) = alpha_beta(churn_of(churn), spread);
    Model::Sbg { alpha, beta }
}

fn weibull([churn, shape]: [f64; 2]) -> Model {
    Model::DiscreteWeibull { theta: churn_of(churn), shape: shape_of(shape) }
}

fn beta_weibull([churn, spread, shape]: [f64; 3]) -> Model {
    let (alpha, beta) = alpha_beta(churn_of(churn), spread);
    Model::BetaDiscreteWeibull { alpha, beta, shape: shape_of(shape) }
}

fn at(value: f64, edge: f64) -> bool {
    (value / edge - 1.0).abs() < 1e-3
}

fn shape_at_edge(shape: f64) -> bool {
    at(shape, SHAPE.0) || at(shape, SHAPE.1)
}

impl Cohorts {
    /// The most likely model of a family, over all cohorts, each cut off where its row ends
    /// (F26-F30).
    ///
    /// Several starting points; counts may be in percent, but log-likelihood, AIC and BIC then
    /// speak of 100 customers. See [`Fit::model`] for the boundary case.
    ///
    /// Source: Fader & Hardie 2007, app. B; Fader et al. 2018.
    ///
    /// # Errors
    /// [`NoFigure::NotIdentified`] with fewer counted renewals than parameters.
    pub fn fit(&self, family: Family) -> Figure<Fit> {
        let passages = self.passages();
        let need = family.parameters() as usize;
        if passages.len() < need {
            return Err(NoFigure::NotIdentified { have: passages.len(), need });
        }
        let (model, at_edge) = match family {
            Family::Constant => (constant(passages), false),
            Family::Sbg => fit_sbg(passages),
            Family::DiscreteWeibull => fit_weibull(passages),
            Family::BetaDiscreteWeibull => fit_beta_weibull(passages),
        };
        let log_likelihood = figure(log_likelihood(passages, &model))?;
        Ok(Fit { family, model, log_likelihood, customers: self.customers(), at_edge })
    }
}

fn constant(passages: &[Passage]) -> Model {
    let (mut lost, mut exposed) = (0.0, 0.0);
    for passage in passages {
        lost += passage.lost;
        exposed += (passage.kept + passage.lost) * f64::from(passage.to - passage.from);
    }
    let churn = lost / exposed;
    if churn == 0.0 || passages.iter().all(|passage| passage.to == passage.from + 1) {
        return Model::Constant { churn };
    }
    // Over longer gaps the likelihood has no closed top.
    let height = |x: f64| log_likelihood(passages, &Model::Constant { churn: churn_of(x) });
    Model::Constant { churn: churn_of(golden(&height, churn_at(CHURN.0), churn_at(CHURN.1)).at) }
}

fn climb<const N: usize>(passages: &[Passage], model: fn([f64; N]) -> Model, starts: &[[f64; N]]) -> (Model, f64) {
    let (at, depth) = lowest(|x| -log_likelihood(passages, &model(x)), starts, 0.5);
    (model(at), -depth)
}

fn churn_coordinate(model: &Model) -> f64 {
    churn_at(-expm1(model.ln_kept(0.0, 1.0)))
}

fn fit_sbg(passages: &[Passage]) -> (Model, bool) {
    let simple = constant(passages);
    let churn = churn_coordinate(&simple);
    let starts = [[churn, 0.0], [churn, 3.0], [churn + 1.0, -1.0]];
    let (model, height) = climb(passages, sbg, &starts);
    let Model::Sbg { alpha, beta } = model else { return (model, false) };
    let spread = alpha + beta;
    if height <= log_likelihood(passages, &simple) + NO_GAIN || at(spread, SPREAD.1) {
        (simple, false)
    } else {
        (model, at(spread, SPREAD.0))
    }
}

fn fit_weibull(passages: &[Passage]) -> (Model, bool) {
    let simple = constant(passages);
    if let Model::Constant { churn: 0.0 | 1.0 } = simple {
        return (simple, false);
    }
    let churn = churn_coordinate(&simple);
    let starts = [[churn, 0.0], [churn + 1.0, -1.0], [churn - 1.0, 0.5]];
    let (model, _) = climb(passages, weibull, &starts);
    let Model::DiscreteWeibull { shape, .. } = model else { return (model, false) };
    (model, shape_at_edge(shape))
}

fn fit_beta_weibull(passages: &[Passage]) -> (Model, bool) {
    let (alike, alike_at_edge) = fit_weibull(passages);
    let constant_rates = fit_sbg(passages).0;
    let shape = match alike {
        Model::DiscreteWeibull { shape, .. } => log(shape),
        _ => 0.0,
    };
    let spread = match constant_rates {
        Model::Sbg { alpha, beta } => log(alpha + beta),
        _ => 3.0,
    };
    let churn = churn_coordinate(&constant_rates);
    let starts = [
        [churn, spread, 0.0],
        [churn_coordinate(&alike), 4.0, shape],
        [churn, spread - 1.0, 0.5],
        [churn, spread + 1.0, -0.3],
    ];
    let (model, height) = climb(passages, beta_weibull, &starts);
    let Model::BetaDiscreteWeibull { alpha, beta, shape } = model else { return (model, false) };
    let spread = alpha + beta;
    if height <= log_likelihood(passages, &alike) + NO_GAIN || at(spread, SPREAD.1) {
        (alike, alike_at_edge)
    } else {
        (model, shape_at_edge(shape) || at(spread, SPREAD.0))
    }
}
