//! A model fitted to cohorts.

use libm::log;

use super::Model;

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
    /// Every family, the simplest first.
    pub const ALL: [Family; 4] = [Family::Constant, Family::Sbg, Family::DiscreteWeibull, Family::BetaDiscreteWeibull];

    /// Whether the other family is a special case of this one.
    pub fn contains(self, simpler: Family) -> bool {
        match self {
            Family::Constant => false,
            Family::Sbg | Family::DiscreteWeibull => simpler == Family::Constant,
            Family::BetaDiscreteWeibull => simpler != Family::BetaDiscreteWeibull,
        }
    }

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
