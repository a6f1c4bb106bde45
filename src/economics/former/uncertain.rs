//! Inputs that are not known exactly.

use libm::{exp, log, pow};

use crate::draw::Rng;
use crate::figure::{Field, Figure, Must, figure};
use crate::math::{beta_quantile, normal_quantile, rough_normal_quantile};

/// An input of a simulation.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Uncertain {
    /// Known.
    Fixed(f64),
    /// A rate, Beta(α, β); [`counted`](Uncertain::counted) makes it from customers kept and lost
    /// (F40).
    Beta {
        /// First parameter, positive.
        alpha: f64,
        /// Second parameter, positive.
        beta: f64,
    },
    /// Money that may be off by a factor either way: lognormal.
    LogNormal {
        /// Below this in one run of ten (P10), positive.
        low: f64,
        /// Above this in one run of ten (P90), not below `low`.
        high: f64,
    },
    /// Low, likely and high as a person says them: triangular.
    Triangular {
        /// Never below this.
        low: f64,
        /// Most likely.
        likely: f64,
        /// Never above this.
        high: f64,
    },
}

/// 1.2815…, the 90th percentile of the normal distribution.
const Z90: f64 = 1.281_551_565_544_600_4;

impl Uncertain {
    /// A rate of which `hits` of `hits + misses` were seen, with nothing believed before:
    /// Beta(hits+1, misses+1).
    pub fn counted(hits: u32, misses: u32) -> Self {
        Uncertain::Beta { alpha: f64::from(hits) + 1.0, beta: f64::from(misses) + 1.0 }
    }

    pub(crate) fn check(&self) -> Figure<()> {
        match *self {
            Uncertain::Fixed(x) => Field::Likely.number(x),
            Uncertain::Beta { alpha, beta } => {
                Field::Alpha.positive(alpha)?;
                Field::Beta.positive(beta)?;
                Field::Beta.number(alpha + beta)
            }
            Uncertain::LogNormal { low, high } => {
                Field::Low.positive(low)?;
                Field::High.number(high)?;
                Field::High.require(low <= high, Must::ReachAtLeast(Field::Low))
            }
            Uncertain::Triangular { low, likely, high } => {
                Field::Low.number(low)?;
                Field::Likely.number(likely)?;
                Field::High.number(high)?;
                Field::Low.require(low <= likely, Must::NotExceed(Field::Likely))?;
                Field::Likely.require(likely <= high, Must::NotExceed(Field::High))?;
                Field::High.number(high - low)
            }
        }
    }

    /// The ends between which every draw lies.
    pub(crate) fn support(&self) -> (f64, f64) {
        match *self {
            Uncertain::Fixed(x) => (x, x),
            Uncertain::Beta { .. } => (0.0, 1.0),
            Uncertain::LogNormal { .. } => (f64::MIN_POSITIVE, f64::INFINITY),
            Uncertain::Triangular { low, high, .. } => (low, high),
        }
    }

    /// The value below which a share p of the draws lies; P10 and P90 make the ends of a tornado.
    ///
    /// # Errors
    /// p must lie inside 0 and 1; a triangle needs low ≤ likely ≤ high, a lognormal 0 < low ≤ high,
    /// a beta positive parameters.
    pub fn quantile(&self, p: f64) -> Figure {
        self.check()?;
        Field::Share.inside(p)?;
        figure(match *self {
            Uncertain::Fixed(x) => x,
            Uncertain::Beta { alpha, beta } => beta_quantile(alpha, beta, p),
            Uncertain::LogNormal { low, high } => lognormal(low, high)(normal_quantile(p)),
            Uncertain::Triangular { low, likely, high } => triangle(low, likely, high, p),
        })
    }

    /// The single value to reckon with: the known or likely one, the mean of a rate, the median of
    /// a lognormal.
    ///
    /// # Errors
    /// As [`quantile`](Uncertain::quantile).
    pub fn central(&self) -> Figure {
        self.check()?;
        figure(match *self {
            Uncertain::Fixed(x) => x,
            Uncertain::Beta { alpha, beta } => alpha / (alpha + beta),
            Uncertain::LogNormal { low, high } => low.sqrt() * high.sqrt(),
            Uncertain::Triangular { likely, .. } => likely,
        })
    }

    /// One draw for each run, in the order of the runs. The same seed, input and run give the same
    /// draw, whatever the number of runs.
    pub(crate) fn draws(&self, seed: u64, input: u32, runs: u32) -> Vec<f64> {
        let each =
            |draw: &dyn Fn(&mut Rng) -> f64| (0..runs).map(|run| draw(&mut Rng::new(seed, input, run))).collect();
        match *self {
            Uncertain::Fixed(x) => vec![x; runs as usize],
            Uncertain::Beta { alpha, beta } => {
                let (first, second) = (Gamma::new(alpha), Gamma::new(beta));
                each(&|rng| beta_draw(&first, &second, rng))
            }
            Uncertain::LogNormal { low, high } => {
                let at = lognormal(low, high);
                each(&|rng| at(rough_normal_quantile(rng.uniform())))
            }
            Uncertain::Triangular { low, likely, high } => each(&|rng| triangle(low, likely, high, rng.uniform())),
        }
    }
}

fn lognormal(low: f64, high: f64) -> impl Fn(f64) -> f64 {
    let (ln_low, ln_high) = (log(low), log(high));
    let (mean, deviation) = (0.5 * (ln_low + ln_high), 0.5 * (ln_high - ln_low) / Z90);
    move |z| exp(mean + deviation * z)
}

fn triangle(low: f64, likely: f64, high: f64, p: f64) -> f64 {
    let width = high - low;
    if p * width <= likely - low {
        low + (p * width * (likely - low)).sqrt()
    } else {
        high - ((1.0 - p) * width * (high - likely)).sqrt()
    }
}

/// Gamma variates by Marsaglia & Tsang (2000), with their boost for shapes below 1.
struct Gamma {
    shape: f64,
    d: f64,
    c: f64,
}

impl Gamma {
    fn new(shape: f64) -> Self {
        let d = if shape < 1.0 { shape + 1.0 } else { shape } - 1.0 / 3.0;
        Self { shape, d, c: 1.0 / (9.0 * d).sqrt() }
    }

    /// A variate of the shape, or of shape + 1 where the shape is below 1.
    fn draw(&self, rng: &mut Rng) -> f64 {
        loop {
            let x = rough_normal_quantile(rng.uniform());
            let root = 1.0 + self.c * x;
            if root <= 0.0 {
                continue;
            }
            let v = root * root * root;
            let u = rng.uniform();
            let square = x * x;
            if u < 1.0 - 0.0331 * square * square || log(u) < 0.5 * square + self.d * (1.0 - v + log(v)) {
                return self.d * v;
            }
        }
    }

    /// The logarithm of a variate of the shape itself, which for small shapes is too small to be
    /// written down.
    fn ln_draw(&self, rng: &mut Rng) -> f64 {
        let boosted = log(self.draw(rng));
        // Below this shape the draws are 0 and 1 to the last digit.
        boosted + log(rng.uniform()) / self.shape.max(1e-9)
    }
}

fn beta_draw(first: &Gamma, second: &Gamma, rng: &mut Rng) -> f64 {
    if first.shape >= 1.0 && second.shape >= 1.0 {
        let (x, y) = (first.draw(rng), second.draw(rng));
        return x / (x + y);
    }
    let ln = |gamma: &Gamma, rng: &mut Rng| {
        if gamma.shape < 1.0 { gamma.ln_draw(rng) } else { log(gamma.draw(rng)) }
    };
    let (x, y) = (ln(first, rng), ln(second, rng));
    pow(1.0 + exp(y - x), -1.0)
}
