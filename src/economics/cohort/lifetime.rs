//! Lifetimes: how many payments a customer is still good for, in payments of today.

use libm::{exp, lgamma, log, log1p, pow};

use super::Model;
use crate::figure::{Field, Figure, NoFigure, figure};
use crate::math::integral;

/// On which side of the n-th renewal a customer is valued.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// Just before it: whether they renew is open, and that payment would come at once.
    BeforeRenewal,
    /// Just after it: that payment is banked, the next one comes a period later.
    AfterRenewal,
}

/// Terms added one by one before the rest is taken as an integral.
const SUMMED: u32 = 128;
/// No horizon is longer, in periods.
const MOST_PERIODS: u32 = 100_000;
/// Undiscounted lifetimes above this are their integral to the last digit that counts.
const AS_GOOD_AS_AREA: f64 = 1e9;

/// ln of what a payment counts against the one before: growth less discount, each per period.
pub(crate) fn ln_step(discount: f64, growth: f64) -> Figure {
    Field::Discount.not_negative(discount)?;
    Field::Growth.rate(growth)?;
    figure(log1p(growth) - log1p(discount))
}

/// ∫ S(t) dt of a discrete Weibull from 0 on: Γ(1/c) / (c λ^(1/c)) with λ = −ln(1−θ). For small shapes nearly all of its
/// undiscounted lifetime (F80).
///
/// # Errors
/// θ must lie inside 0 and 1, the shape be positive; [`NoFigure::TooLarge`].
pub fn weibull_area(theta: f64, shape: f64) -> Figure {
    Model::DiscreteWeibull { theta, shape }.check()?;
    figure(exp(lgamma(1.0 / shape) - log(shape) - log(-log1p(-theta)) / shape))
}

impl Model {
    /// Discounted expected lifetime DEL = Σ_{t≥0} S(t)/(1+d)^t: payments that a new customer is
    /// worth, the first of them now (F31). Times the margin it is the customer's value; at d = 0 it
    /// is the expected lifetime with the first period.
    ///
    /// For the sBG it equals 2F1(1, β; α+β; 1/(1+d)) (Fader & Hardie 2010). Here the sum itself is
    /// taken, the far tail by the Euler-Maclaurin formula, for every model alike.
    ///
    /// # Errors
    /// [`NoFigure::Diverges`] where the sum does, which without discount it does for an sBG with
    /// α ≤ 1; the discount rate must not be negative.
    pub fn discounted_lifetime(&self, discount: f64) -> Figure {
        self.lifetime(discount, 0.0)
    }

    /// The same of payments that grow by `growth` per period: Σ S(t) ((1+g)/(1+d))^t (F79).
    ///
    /// # Errors
    /// [`NoFigure::Diverges`] where g reaches d for customers who differ or whose churn falls, unless g = d and they differ
    /// little enough (α > 1, of a beta-discrete-Weibull αc > 1); [`NoFigure::TooLarge`]; else as
    /// [`discounted_lifetime`](Model::discounted_lifetime).
    pub fn lifetime(&self, discount: f64, growth: f64) -> Figure {
        self.payments_from(0, ln_step(discount, growth)?, 0)
    }

    /// The part of [`lifetime`](Model::lifetime) that lies in the first `periods` payments, ages 0 to `periods` − 1.
    ///
    /// # Errors
    /// Parameters and rates as there; at most 100,000 periods.
    pub fn lifetime_within(&self, discount: f64, growth: f64, periods: u32) -> Figure {
        self.check()?;
        Field::Periods.at_most(periods as usize, MOST_PERIODS)?;
        let step = ln_step(discount, growth)?;
        let term = |t: u32| exp(self.ln_kept(0.0, f64::from(t)) + f64::from(t) * step);
        figure((0..periods).map(term).sum())
    }

    /// Discounted expected residual lifetime DERL at the n-th renewal, in payments (F31).
    ///
    /// n = 1 is the renewal that a customer just acquired faces first; `AfterRenewal` with n = 0
    /// is DEL − 1. A model in which nobody reaches the renewal leaves 0 payments.
    ///
    /// Source: Fader & Hardie 2015, eq. 3.8-3.9; 2010.
    ///
    /// # Errors
    /// `BeforeRenewal` needs n ≥ 1; else as [`discounted_lifetime`](Model::discounted_lifetime).
    pub fn residual_lifetime(&self, n: u32, when: When, discount: f64) -> Figure {
        let next = match when {
            When::BeforeRenewal => n,
            When::AfterRenewal => n.saturating_add(1),
        };
        let payments = self.payments_from(next, ln_step(discount, 0.0)?, 0)?;
        let kept = self.retention(next)?;
        figure(match when {
            When::BeforeRenewal => kept * payments,
            When::AfterRenewal => kept * payments / (1.0 + discount),
        })
    }

    /// Mean over customers of each one's own retention elasticity of value, at the n-th renewal
    /// (F31b; Fader & Hardie 2010, eq. 8): 2F1(1, β+n−1; α+β+n−1; 1/(1+d)) for the sBG,
    /// (1+d)/(1+d−r) for a constant rate.
    ///
    /// # Errors
    /// [`NoFigure::NoSingleRate`] for the Weibull models, in which a customer has no single rate; else
    /// as [`residual_lifetime`](Model::residual_lifetime).
    pub fn mean_elasticity(&self, n: u32, discount: f64) -> Figure {
        Field::Renewal.positive(f64::from(n))?;
        match self {
            Model::Constant { .. } | Model::Sbg { .. } => self.payments_from(n - 1, ln_step(discount, 0.0)?, 0),
            _ => Err(NoFigure::NoSingleRate),
        }
    }

    /// Elasticity of the residual lifetime before the n-th renewal when the retention at every
    /// renewal is scaled alike (F31b). Larger than [`mean_elasticity`](Model::mean_elasticity):
    /// scaling the rates of the base keeps more of those who leave easily.
    ///
    /// # Errors
    /// As [`residual_lifetime`](Model::residual_lifetime).
    pub fn base_elasticity(&self, n: u32, discount: f64) -> Figure {
        Field::Renewal.positive(f64::from(n))?;
        let step = ln_step(discount, 0.0)?;
        figure(self.payments_from(n, step, 1)? / self.payments_from(n, step, 0)?)
    }

    /// Σ_{k≥0} (k+1)^degree S(m+k)/S(m) e^(k step).
    fn payments_from(&self, m: u32, step: f64, degree: u32) -> Figure {
        self.check()?;
        if let (Model::DiscreteWeibull { theta, shape }, 0, 0, 0.0) = (*self, m, degree, step) {
            let area = weibull_area(theta, shape)?;
            if area > AS_GOOD_AS_AREA {
                return figure(area + 0.5);
            }
        }
        let weight = |k: f64| if degree == 0 { 1.0 } else { k + 1.0 };
        let start = f64::from(m);
        self.series(|k| weight(k) * exp(self.ln_kept(start, start + k) + k * step), step, 1.0, degree)
    }

    /// Σ_{k≥0} of a smooth `term` that falls as e^(k step) S^power k^degree: the first terms one by one, the rest as an
    /// integral.
    pub(crate) fn series(&self, term: impl Fn(f64) -> f64, step: f64, power: f64, degree: u32) -> Figure {
        let falls = self.falls(step, power, degree)?;
        let summed: f64 = (0..SUMMED).map(|k| term(f64::from(k))).sum();
        let from = f64::from(SUMMED);
        let to = match falls {
            Falls::Fast => f64::INFINITY,
            Falls::AsAPower { settled, .. } => settled.max(from),
        };
        let far = integral(&term, from, to, from, summed);
        let beyond = match falls {
            Falls::Fast => 0.0,
            Falls::AsAPower { exponent, .. } => far.end * term(far.end) / (exponent - 1.0),
        };
        figure(summed + far.area + beyond + euler_maclaurin(&term, from))
    }

    /// How S(t)^power e^(t step) t^degree falls in the end.
    fn falls(&self, step: f64, power: f64, degree: u32) -> Figure<Falls> {
        let by_power = |alpha: f64, beta: f64, shape: f64| {
            let exponent = alpha * shape * power - f64::from(degree);
            if step > 0.0 || exponent <= 1.0 + 1e-12 {
                return Err(NoFigure::Diverges);
            }
            // From here on the power law holds to the last digit.
            let settled = pow(1e13 * (1.0 + alpha + beta), 1.0 / shape).min(1e290);
            Ok(Falls::AsAPower { settled, exponent })
        };
        match *self {
            Model::Constant { churn } if step + power * log1p(-churn) >= -1e-13 => Err(NoFigure::Diverges),
            Model::DiscreteWeibull { theta, shape: 1.0 } => Model::Constant { churn: theta }.falls(step, power, degree),
            Model::DiscreteWeibull { shape, .. } if step > 0.0 && shape < 1.0 => Err(NoFigure::Diverges),
            Model::Sbg { alpha, beta } if step >= 0.0 => by_power(alpha, beta, 1.0),
            Model::BetaDiscreteWeibull { alpha, beta, shape } if step >= 0.0 => by_power(alpha, beta, shape),
            _ => Ok(Falls::Fast),
        }
    }
}

enum Falls {
    /// Faster than any power.
    Fast,
    /// As t^−exponent, to the last digit from `settled` on.
    AsAPower { settled: f64, exponent: f64 },
}

/// Σ_{k≥n} f(k) − ∫_n^∞ f, from the derivatives of f at n by central differences.
fn euler_maclaurin(f: impl Fn(f64) -> f64, n: f64) -> f64 {
    let (before, after) = (f(n - 1.0), f(n + 1.0));
    let (earlier, later) = (f(n - 2.0), f(n + 2.0));
    let first = (earlier - 8.0 * before + 8.0 * after - later) / 12.0;
    let third = (later - 2.0 * after + 2.0 * before - earlier) / 2.0;
    f(n) / 2.0 - first / 12.0 + third / 720.0
}
