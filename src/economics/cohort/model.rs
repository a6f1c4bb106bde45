//! Survival models in discrete time, for contracts whose end is seen.

use libm::{exp, expm1, log1p, pow};

use crate::figure::{Field, Figure, figure};
use crate::math::ln_beta_shift;

/// How long customers stay, in renewals.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Model {
    /// Everyone leaves with the same probability at every renewal: S(t) = (1−θ)^t.
    Constant {
        /// Churn per renewal θ, 0 to 1.
        churn: f64,
    },
    /// Shifted beta-geometric: each customer has a constant churn of their own, drawn from
    /// Beta(α, β). S(t) = B(α, β+t)/B(α, β) (Fader & Hardie 2007, eq. 5-8; F26).
    Sbg {
        /// First parameter of the beta distribution, positive.
        alpha: f64,
        /// Second parameter of the beta distribution, positive.
        beta: f64,
    },
    /// Discrete Weibull: everyone alike, churn that changes with tenure. S(t) = (1−θ)^(t^c) (F30).
    DiscreteWeibull {
        /// Churn at the first renewal θ, inside 0 and 1.
        theta: f64,
        /// Below 1 churn falls with tenure, above 1 it rises. Positive.
        shape: f64,
    },
    /// Beta-discrete-Weibull: customers differ and their churn changes with tenure.
    /// S(t) = B(α, β+t^c)/B(α, β) (Fader, Hardie, Liu, Davin & Steenburgh 2018; F30).
    BetaDiscreteWeibull {
        /// First parameter of the beta distribution, positive.
        alpha: f64,
        /// Second parameter of the beta distribution, positive.
        beta: f64,
        /// Below 1 a customer's churn falls with tenure, above 1 it rises. Positive.
        shape: f64,
    },
}

impl Model {
    pub(crate) fn check(&self) -> Figure<()> {
        match *self {
            Model::Constant { churn } => Field::Churn.share(churn),
            Model::Sbg { alpha, beta } => {
                Field::Alpha.positive(alpha)?;
                Field::Beta.positive(beta)
            }
            Model::DiscreteWeibull { theta, shape } => {
                Field::Churn.inside(theta)?;
                Field::Shape.positive(shape)
            }
            Model::BetaDiscreteWeibull { alpha, beta, shape } => {
                Field::Alpha.positive(alpha)?;
                Field::Beta.positive(beta)?;
                Field::Shape.positive(shape)
            }
        }
    }

    /// ln [S(to) / S(from)] for 0 ≤ from ≤ to, not necessarily whole.
    pub(crate) fn ln_kept(&self, from: f64, to: f64) -> f64 {
        if from == to {
            return 0.0;
        }
        match *self {
            Model::Constant { churn } => (to - from) * log1p(-churn),
            Model::Sbg { alpha, beta } if to - from == 1.0 => log1p(-alpha / (alpha + beta + from)),
            Model::Sbg { alpha, beta } => ln_beta_shift(alpha, beta + from, to - from),
            Model::DiscreteWeibull { theta, shape } => {
                let (from, to) = (pow(from, shape), pow(to, shape));
                if to.is_finite() { (to - from) * log1p(-theta) } else { f64::NEG_INFINITY }
            }
            Model::BetaDiscreteWeibull { alpha, beta, shape } => {
                let (from, to) = (pow(from, shape), pow(to, shape));
                if to.is_finite() { ln_beta_shift(alpha, beta + from, to - from) } else { f64::NEG_INFINITY }
            }
        }
    }

    /// Share of customers who pass `renewals` renewals, S(t), S(0) = 1.
    ///
    /// # Errors
    /// [`NoFigure::Input`](crate::NoFigure::Input) for parameters outside their range.
    pub fn survival(&self, renewals: u32) -> Figure {
        self.check()?;
        figure(exp(self.ln_kept(0.0, f64::from(renewals))))
    }

    /// Share of the customers before renewal t who pass it, r_t = S(t)/S(t−1), t from 1.
    ///
    /// # Errors
    /// The renewal must be positive, parameters within their range.
    pub fn retention(&self, renewal: u32) -> Figure {
        self.check()?;
        Field::Renewal.positive(f64::from(renewal))?;
        figure(exp(self.ln_kept(f64::from(renewal) - 1.0, f64::from(renewal))))
    }

    /// Share of all customers who leave at renewal t, P(T = t), t from 1.
    ///
    /// # Errors
    /// As [`retention`](Model::retention).
    pub fn leaving(&self, renewal: u32) -> Figure {
        self.check()?;
        Field::Renewal.positive(f64::from(renewal))?;
        let before = f64::from(renewal) - 1.0;
        figure(exp(self.ln_kept(0.0, before)) * -expm1(self.ln_kept(before, f64::from(renewal))))
    }

    /// Survival after 0, 1, … `renewals` renewals, for a chart or as S(t) of
    /// [`expected_value`](crate::expected_value).
    ///
    /// # Errors
    /// As [`survival`](Model::survival); more than 100,000 renewals are refused.
    pub fn curve(&self, renewals: u32) -> Figure<Vec<f64>> {
        Field::Periods.at_most(renewals as usize, 100_000)?;
        (0..=renewals).map(|t| self.survival(t)).collect()
    }

    /// How far customers differ in their churn, 1/(1+α+β): 0 when all are alike, near 1 when some
    /// leave at once and the others never do (F26).
    ///
    /// # Errors
    /// As [`survival`](Model::survival).
    pub fn polarisation(&self) -> Figure {
        self.check()?;
        match *self {
            Model::Constant { .. } | Model::DiscreteWeibull { .. } => Ok(0.0),
            Model::Sbg { alpha, beta } | Model::BetaDiscreteWeibull { alpha, beta, .. } => {
                figure(1.0 / (1.0 + alpha + beta))
            }
        }
    }
}
