//! Whether a test is worth its cost: the chance that its result changes the decision, and what that is worth (F76).

use libm::{erfc, exp, log, log1p};

use crate::figure::{Field, Figure, Must, figure, money};
use crate::math::ln_beta_shift;

/// To do something or to leave it: it earns `worth` for each unit of an uncertain effect, and costs `cost`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Choice {
    /// Earned for one unit of the effect, over what is left after the test. May be negative.
    pub worth: f64,
    /// What doing it costs.
    pub cost: f64,
}

/// What is believed of an effect: normal, as [`Estimate::moments`](crate::Estimate::moments) makes it of a range.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Belief {
    /// Its mean.
    pub mean: f64,
    /// Its standard deviation; 0 for certainty.
    pub deviation: f64,
}

/// What a test can do for a choice.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TestValue {
    /// Whether it would be done without a test.
    pub does: bool,
    /// Expected value of the test: never negative, never above that of knowing the effect. Worth it if above the cost of the
    /// test and what those left out for comparison forgo.
    pub evsi: f64,
    /// Chance that the result turns the decision.
    pub turns: f64,
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

    /// What a test with standard error `noise` is worth before doing it: K τ [φ(u) − u Φ(−u)], τ = σ²/√(σ²+s²),
    /// u = |mean − C/K|/τ.
    ///
    /// Source: Raiffa & Schlaifer 1961, the unit normal loss.
    ///
    /// # Errors
    /// Deviation and noise must not be negative; [`TooLarge`](crate::NoFigure::TooLarge).
    pub fn value_of_test(&self, belief: &Belief, noise: f64) -> Figure<TestValue> {
        Field::Noise.not_negative(noise)?;
        let spread = libm::hypot(belief.deviation, noise);
        let learnt = if spread == 0.0 { 0.0 } else { belief.deviation * (belief.deviation / spread) };
        self.value_of_learning(belief, learnt)
    }

    /// What knowing the effect exactly would be worth: the most that any test can be.
    ///
    /// # Errors
    /// As [`value_of_test`](Choice::value_of_test).
    pub fn value_of_perfect_information(&self, belief: &Belief) -> Figure<TestValue> {
        self.value_of_learning(belief, belief.deviation)
    }

    /// `learnt` is the deviation of what will be believed, seen from now.
    fn value_of_learning(&self, belief: &Belief, learnt: f64) -> Figure<TestValue> {
        self.check()?;
        Field::Mean.number(belief.mean)?;
        Field::Deviation.not_negative(belief.deviation)?;
        let net = figure(self.worth * belief.mean - self.cost)?;
        let scale = figure(self.worth.abs() * learnt)?;
        let does = net > 0.0;
        if scale == 0.0 {
            return Ok(TestValue { does, evsi: 0.0, turns: 0.0 });
        }
        let u = net.abs() / scale;
        Ok(TestValue { does, evsi: money(scale * excess(u))?, turns: above(u) })
    }

    /// What asking `tried` people is worth where the effect is a share, believed to be Beta(a, b): the exact sum over what they
    /// may answer.
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
        let does = figure(self.worth * a / (a + b) - self.cost)? > 0.0;
        let n = f64::from(tried);
        // Of k among n: from the chance of none, each next one by a ratio, in logarithms, which do not vanish.
        let mut ln_chance = ln_beta_shift(a, b, n);
        let (mut evsi, mut turns) = (0.0, 0.0);
        for k in 0..=tried {
            let k = f64::from(k);
            let net = self.worth * (a + k) / (a + b + n) - self.cost;
            // What the result adds is what is avoided or gained by turning.
            if (net > 0.0) != does {
                let chance = exp(ln_chance);
                evsi += chance * net.abs();
                turns += chance;
            }
            if k < n {
                ln_chance += log((n - k) / (k + 1.0)) + log(a + k) - log(b + n - k - 1.0);
            }
        }
        Ok(TestValue { does, evsi: money(evsi)?, turns: figure(turns.min(1.0))? })
    }
}

/// Standard error of a test in points of churn a month: of two groups watched for `months` months at a churn of `churn` a
/// month, √(p q (1/n1+1/n2))/(M(1−c)^(M−1)) with p = 1−(1−c)^M, by the delta method (F75).
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
