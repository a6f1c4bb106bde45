//! Discounted lifetimes: how many payments a customer is still good for, in payments of today.

use libm::{exp, log, log1p};

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
        self.payments_from(0, discount, |_| 1.0)
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
        let payments = self.payments_from(next, discount, |_| 1.0)?;
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
            Model::Constant { .. } | Model::Sbg { .. } => self.payments_from(n - 1, discount, |_| 1.0),
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
        let weighted = self.payments_from(n, discount, |k| k + 1.0)?;
        figure(weighted / self.payments_from(n, discount, |_| 1.0)?)
    }

    /// Σ_{k≥0} w(k) S(m+k)/S(m) / (1+d)^k.
    fn payments_from(&self, m: u32, discount: f64, weight: fn(f64) -> f64) -> Figure {
        self.check()?;
        Field::Discount.not_negative(discount)?;
        let start = f64::from(m);
        let per_period = log1p(discount);
        let term = |k: f64| weight(k) * exp(self.ln_kept(start, start + k) - k * per_period);
        let summed: f64 = (0..SUMMED).map(|k| term(f64::from(k))).sum();
        let from = f64::from(SUMMED);
        let far = integral(term, from, f64::INFINITY, from, summed);
        let beyond = if far.complete { 0.0 } else { power_law_rest(term, far.end)? };
        figure(summed + far.area + beyond + euler_maclaurin(term, from))
    }
}

/// Σ_{k≥n} f(k) − ∫_n^∞ f, from the derivatives of f at n by central differences.
fn euler_maclaurin(f: impl Fn(f64) -> f64, n: f64) -> f64 {
    let (before, after) = (f(n - 1.0), f(n + 1.0));
    let (earlier, later) = (f(n - 2.0), f(n + 2.0));
    let first = (earlier - 8.0 * before + 8.0 * after - later) / 12.0;
    let third = (later - 2.0 * after + 2.0 * before - earlier) / 2.0;
    f(n) / 2.0 - first / 12.0 + third / 720.0
}

/// ∫_t^∞ f where f falls as a power of t, which is all that remains without discount.
fn power_law_rest(f: impl Fn(f64) -> f64, t: f64) -> Figure {
    let height = f(t);
    if height == 0.0 {
        return Ok(0.0);
    }
    let power = log(height / f(2.0 * t)) / core::f64::consts::LN_2;
    if power > 1.0 + 1e-9 { figure(t * height / (power - 1.0)) } else { Err(NoFigure::Diverges) }
}
