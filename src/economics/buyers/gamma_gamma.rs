//! Gamma-gamma: what a customer's purchases are worth, seen from few of them.

use libm::{lgamma, log};

use super::{at_edge, searched};
use crate::figure::{Field, Figure, NoFigure, figure};
use crate::math::{ln_gamma_rise, lowest};

/// One customer's repeat purchases.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spender {
    /// How many repeat purchases.
    pub repeats: u32,
    /// Their average value in money.
    pub mean: f64,
}

/// The gamma-gamma model of spending: values around each customer's own mean from Gamma(p, ·), the
/// means spread by Gamma(q, v) (Fader & Hardie 2013, note 025; F33). All parameters positive.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct GammaGamma {
    /// Shape of the purchases of one customer.
    pub p: f64,
    /// Shape of the spread between customers.
    pub q: f64,
    /// Scale of the spread, in money.
    pub v: f64,
}

/// A gamma-gamma model fitted to spenders.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct GammaGammaFit {
    /// The most likely model.
    pub model: GammaGamma,
    /// Its log-likelihood.
    pub log_likelihood: f64,
    /// Whether a parameter ran to the end of the search (0.0001 to 10,000, v relative to the mean
    /// purchase): the forecast may serve, the parameters are not to be read.
    pub at_edge: bool,
}

impl GammaGamma {
    fn check(&self) -> Figure<()> {
        Field::Shape.positive(self.p)?;
        Field::Shape.positive(self.q)?;
        Field::Scale.positive(self.v)
    }

    /// The most likely model, from customers with at least one repeat purchase; others are passed
    /// over, since they say nothing.
    ///
    /// # Errors
    /// [`NoFigure::NotIdentified`] with fewer than three such customers; means must be positive.
    pub fn fit(spenders: &[Spender]) -> Figure<GammaGammaFit> {
        let useful: Vec<Spender> = spenders.iter().copied().filter(|spender| spender.repeats > 0).collect();
        if useful.len() < 3 {
            return Err(NoFigure::NotIdentified { have: useful.len(), need: 3 });
        }
        for spender in &useful {
            Field::Purchase.positive(spender.mean)?;
        }
        let unit = figure(useful.iter().map(|s| s.mean).sum::<f64>() / useful.len() as f64)?;
        let of = |x: [f64; 3]| {
            let [p, q, v] = x.map(searched);
            GammaGamma { p, q, v: v * unit }
        };
        let starts = [[0.0, 1.0, 0.0], [1.5, 1.0, -1.0], [1.0, 2.0, 1.0]];
        let (best, depth) = lowest(|x| -of(x).ln_likelihood(&useful), &starts, 0.7);
        Ok(GammaGammaFit { model: of(best), log_likelihood: figure(-depth)?, at_edge: at_edge(&best) })
    }

    fn ln_likelihood(&self, spenders: &[Spender]) -> f64 {
        let GammaGamma { p, q, v } = *self;
        spenders
            .iter()
            .map(|spender| {
                let x = f64::from(spender.repeats);
                let total = x * spender.mean;
                ln_gamma_rise(q, p * x) - lgamma(p * x) + q * log(v) + p * x * log(total)
                    - log(spender.mean)
                    - (p * x + q) * log(total + v)
            })
            .sum()
    }

    /// Average value to expect of this customer's purchases: p (v + x m̄) / (p x + q − 1). Between
    /// the customer's own average and that of all customers, nearer the own the more is known.
    ///
    /// # Errors
    /// [`NoFigure::Diverges`] where p x + q is not above 1; parameters must be positive, the mean
    /// not negative.
    pub fn expected_purchase(&self, spender: &Spender) -> Figure {
        self.check()?;
        Field::Purchase.not_negative(spender.mean)?;
        let x = f64::from(spender.repeats);
        let below = self.p * x + self.q - 1.0;
        if below <= 0.0 {
            return Err(NoFigure::Diverges);
        }
        figure(self.p * (self.v + x * spender.mean) / below)
    }
}
