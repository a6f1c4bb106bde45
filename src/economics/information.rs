//! Value of information: the chance that a test changes a decision, and what that is worth (F76).

use libm::{erfc, exp, log, log1p};

use crate::figure::{Field, Figure, Must, figure, money};
use crate::math::ln_beta_shift;

/// Whether to do something that earns `worth` per unit of an uncertain effect and costs `cost`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Choice {
    /// Earned per unit of the effect, over the time after the test. May be negative.
    pub worth: f64,
    /// Cost of doing it.
    pub cost: f64,
}

/// A normal belief about an effect; [`Estimate::moments`](crate::Estimate::moments) gives that of a range.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Belief {
    /// Mean.
    pub mean: f64,
    /// Standard deviation; 0 for certainty.
    pub deviation: f64,
}

/// Value of a test for a choice.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TestValue {
    /// Whether the better choice without a test is to do it.
    pub default_is_to_act: bool,
    /// Expected value of the sample information: from 0 to that of perfect information. The test pays if this is more than it
    /// costs, including the gain that the control group forgoes.
    pub evsi: f64,
    /// Probability that the result changes the decision.
    pub change_probability: f64,
}

fn density(u: f64) -> f64 {
    exp(-0.5 * u * u) / (2.0 * core::f64::consts::PI).sqrt()
}

/// Share of the normal distribution above u.
fn above(u: f64) -> f64 {
    0.5 * erfc(u / core::f64::consts::SQRT_2)
}

/// Expected excess of a standard normal number over u: φ(u) − u Φ(−u).
fn excess(u: f64) -> f64 {
    (density(u) - u * above(u)).max(0.0)
}

impl Choice {
    fn check(&self) -> Figure<()> {
        Field::Worth.number(self.worth)?;
        Field::Cost.number(self.cost)
    }

    /// Expected value of a test with standard error `noise`: K τ [φ(u) − u Φ(−u)], τ = σ²/√(σ²+s²),
    /// u = |mean − C/K|/τ.
    ///
    /// Source: Raiffa & Schlaifer 1961, the unit normal loss.
    ///
    /// # Errors
    /// Deviation and noise must not be negative; [`TooLarge`](crate::NoFigure::TooLarge).
    pub fn value_of_test(&self, belief: &Belief, noise: f64) -> Figure<TestValue> {
        Field::Noise.not_negative(noise)?;
        let spread = libm::hypot(belief.deviation, noise);
        let deviation = if spread == 0.0 { 0.0 } else { belief.deviation * (belief.deviation / spread) };
        self.value_of_learning(belief, deviation)
    }

    /// Expected value of knowing the effect exactly, the upper limit for any test.
    ///
    /// # Errors
    /// As [`value_of_test`](Choice::value_of_test).
    pub fn value_of_perfect_information(&self, belief: &Belief) -> Figure<TestValue> {
        self.value_of_learning(belief, belief.deviation)
    }

    /// `deviation` is that of the mean to be believed after the test, seen from before it.
    fn value_of_learning(&self, belief: &Belief, deviation: f64) -> Figure<TestValue> {
        self.check()?;
        Field::Mean.number(belief.mean)?;
        Field::Deviation.not_negative(belief.deviation)?;
        let net = figure(self.worth * belief.mean - self.cost)?;
        let scale = figure(self.worth.abs() * deviation)?;
        let default_is_to_act = net > 0.0;
        if scale == 0.0 {
            return Ok(TestValue { default_is_to_act, evsi: 0.0, change_probability: 0.0 });
        }
        let u = net.abs() / scale;
        let evsi = money(scale * excess(u))?;
        Ok(TestValue { default_is_to_act, evsi, change_probability: above(u) })
    }

    /// Expected value of a sample of `tried` where the effect is a share with belief Beta(a, b): the exact sum over all outcomes.
    ///
    /// Source: Raiffa & Schlaifer 1961, beta-binomial preposterior analysis.
    ///
    /// # Errors
    /// a and b must be positive, at most 1,000,000 be tried; [`TooLarge`](crate::NoFigure::TooLarge).
    pub fn value_of_sample(&self, a: f64, b: f64, tried: u32) -> Figure<TestValue> {
        self.check()?;
        Field::Alpha.positive(a)?;
        Field::Beta.positive(b)?;
        Field::Beta.number(a + b)?;
        Field::Count.require(tried <= 1_000_000, Must::BeAtMost(1_000_000))?;
        let default_is_to_act = figure(self.worth * a / (a + b) - self.cost)? > 0.0;
        let n = f64::from(tried);
        // Probability of k among n by the ratio to that of k − 1, in logarithms, which cannot underflow.
        let mut ln_chance = ln_beta_shift(a, b, n);
        let (mut evsi, mut change) = (0.0, 0.0);
        for k in 0..=tried {
            let k = f64::from(k);
            let net = self.worth * (a + k) / (a + b + n) - self.cost;
            // A result adds value only where it changes the decision.
            if (net > 0.0) != default_is_to_act {
                let chance = exp(ln_chance);
                evsi += chance * net.abs();
                change += chance;
            }
            if k < n {
                ln_chance += log((n - k) / (k + 1.0)) + log(a + k) - log(b + n - k - 1.0);
            }
        }
        let change_probability = figure(change.min(1.0))?;
        Ok(TestValue { default_is_to_act, evsi: money(evsi)?, change_probability })
    }
}

/// Standard error of a test in churn per month, of two groups observed for `months` months at a churn of `churn` per month: √(p q (1/n1+1/n2))/(M(1−c)^(M−1)) with p = 1−(1−c)^M, by the delta method (F75).
///
/// # Errors
/// Churn must lie inside 0 and 1, groups and months be positive.
pub fn churn_standard_error(churn: f64, months: u32, groups: (f64, f64)) -> Figure {
    Field::Churn.inside(churn)?;
    Field::Periods.require(months > 0, Must::BePositive)?;
    Field::Customers.positive(groups.0)?;
    Field::Customers.positive(groups.1)?;
    let m = f64::from(months);
    let ln_stay = log1p(-churn);
    let (stay, lost) = (exp(m * ln_stay), -libm::expm1(m * ln_stay));
    let spread = (stay * lost * (1.0 / groups.0 + 1.0 / groups.1)).sqrt();
    figure(spread / (m * exp((m - 1.0) * ln_stay)))
}
