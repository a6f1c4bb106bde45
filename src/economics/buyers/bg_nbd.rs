//! BG/NBD: how often customers buy, and whether they still do.

use libm::{exp, expm1, lgamma, log, log1p};

use super::{at_edge, searched};
use crate::figure::{Field, Figure, Must, NoFigure, figure};
use crate::math::{integral, ln_beta_shift, ln_gamma_rise, lowest};

/// One customer's purchases, times in any one unit counted from the first purchase.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Buyer {
    /// Purchases after the first (x).
    pub repeats: u32,
    /// Time of the last purchase (t_x), 0 without repeats.
    pub last: f64,
    /// Time for which the customer has been watched (T).
    pub watched: f64,
}

impl Buyer {
    fn check(&self) -> Figure<()> {
        Field::Duration.positive(self.watched)?;
        Field::When.not_negative(self.last)?;
        Field::When.require(self.last <= self.watched, Must::NotExceed(Field::Duration))?;
        let first_only = self.repeats == 0;
        Field::Repeats.require(first_only == (self.last == 0.0), Must::AgreeWith(Field::When))
    }
}

/// The BG/NBD model: purchases at a rate from Gamma(r, α), a chance of leaving after each from
/// Beta(a, b) (Fader, Hardie & Lee 2005; F33). All parameters positive.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BgNbd {
    /// Shape of the purchase rates.
    pub r: f64,
    /// Scale of the purchase rates, in the unit of time.
    pub alpha: f64,
    /// First parameter of the chance of leaving.
    pub a: f64,
    /// Second parameter of the chance of leaving.
    pub b: f64,
}

/// A BG/NBD model fitted to buyers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BgNbdFit {
    /// The most likely model.
    pub model: BgNbd,
    /// Its log-likelihood.
    pub log_likelihood: f64,
    /// Whether a parameter ran to the end of the search (0.0001 to 10,000, times relative to the
    /// mean time watched): the forecast may serve, the parameters are not to be read.
    pub at_edge: bool,
}

impl BgNbd {
    fn check(&self) -> Figure<()> {
        Field::Shape.positive(self.r)?;
        Field::Scale.positive(self.alpha)?;
        Field::Alpha.positive(self.a)?;
        Field::Beta.positive(self.b)
    }

    /// The most likely model, by several starts (F33).
    ///
    /// # Errors
    /// [`NoFigure::NotIdentified`] with fewer than four buyers, or none who came back; times must
    /// be numbers, the last purchase within the time watched and 0 exactly when nothing repeated.
    pub fn fit(buyers: &[Buyer]) -> Figure<BgNbdFit> {
        for buyer in buyers {
            buyer.check()?;
        }
        let returned = buyers.iter().filter(|buyer| buyer.repeats > 0).count();
        if buyers.len() < 4 || returned == 0 {
            return Err(NoFigure::NotIdentified { have: buyers.len().min(returned), need: 4 });
        }
        let total: f64 = buyers.iter().map(|buyer| buyer.watched).sum();
        let unit = figure(total / buyers.len() as f64)?;
        let of = |x: [f64; 4]| {
            let [r, alpha, a, b] = x.map(searched);
            BgNbd { r, alpha: alpha * unit, a, b }
        };
        let starts = [[0.0; 4], [-1.0, -2.0, 0.0, 1.0], [1.0, 0.0, -1.0, 1.0]];
        let (best, depth) = lowest(|x| -of(x).ln_likelihood(buyers), &starts, 0.7);
        Ok(BgNbdFit { model: of(best), log_likelihood: figure(-depth)?, at_edge: at_edge(&best) })
    }

    /// Log-likelihood of what was seen (Fader, Hardie & Lee 2005, eq. 6).
    ///
    /// # Errors
    /// Parameters must be positive; buyers as in [`fit`](BgNbd::fit).
    pub fn log_likelihood(&self, buyers: &[Buyer]) -> Figure {
        self.check()?;
        for buyer in buyers {
            buyer.check()?;
        }
        figure(self.ln_likelihood(buyers))
    }

    fn ln_likelihood(&self, buyers: &[Buyer]) -> f64 {
        buyers
            .iter()
            .map(|buyer| {
                let x = f64::from(buyer.repeats);
                let rate = ln_gamma_rise(self.r, x) - x * log(self.alpha);
                let stay = ln_beta_shift(self.a, self.b, x);
                let since = log1p(buyer.watched / self.alpha);
                rate + stay - (self.r + x) * since + log1p(self.odds_of_gone(buyer))
            })
            .sum()
    }

    /// Odds that the customer left right after the last purchase seen.
    fn odds_of_gone(&self, buyer: &Buyer) -> f64 {
        if buyer.repeats == 0 {
            return 0.0;
        }
        let x = f64::from(buyer.repeats);
        let silence = log((self.alpha + buyer.watched) / (self.alpha + buyer.last));
        exp(log(self.a / (self.b + x - 1.0)) + (self.r + x) * silence)
    }

    /// Probability that the customer still buys. 1 without repeats: in this model nobody leaves
    /// before a second purchase.
    ///
    /// # Errors
    /// As [`log_likelihood`](BgNbd::log_likelihood).
    pub fn alive(&self, buyer: &Buyer) -> Figure {
        self.check()?;
        buyer.check()?;
        figure(1.0 / (1.0 + self.odds_of_gone(buyer)))
    }

    /// Purchases to expect from this customer over the next `horizon` (eq. 10).
    ///
    /// # Errors
    /// As [`log_likelihood`](BgNbd::log_likelihood); the horizon must not be negative.
    pub fn expected_purchases(&self, buyer: &Buyer, horizon: f64) -> Figure {
        let alive = self.alive(buyer)?;
        figure(alive * self.purchases_while_alive(buyer.repeats, buyer.watched, horizon)?)
    }

    /// Purchases after the first to expect from a new customer within `horizon` (eq. 9).
    ///
    /// # Errors
    /// As [`expected_purchases`](BgNbd::expected_purchases).
    pub fn expected_from_new(&self, horizon: f64) -> Figure {
        self.check()?;
        self.purchases_while_alive(0, 0.0, horizon)
    }

    /// The mean, over what is known of a live customer's chance p of leaving, of
    /// [1 − (1 + p t/(α+T))^−(r+x)] / p. The closed form by 2F1 has poles at a = 1 that this
    /// integral, taken over the logit of p, has not.
    fn purchases_while_alive(&self, repeats: u32, watched: f64, horizon: f64) -> Figure {
        Field::Duration.not_negative(horizon)?;
        if horizon == 0.0 {
            return Ok(0.0);
        }
        let x = f64::from(repeats);
        let (a, b) = (self.a, self.b + x);
        let ln_beta = lgamma(a) - ln_gamma_rise(b, a);
        let reach = horizon / (self.alpha + watched);
        let integrand = |logit: f64| {
            let shared = log1p(exp(-logit.abs()));
            let (ln_p, ln_rest) = (logit.min(0.0) - shared, (-logit).min(0.0) - shared);
            let p = exp(ln_p);
            let purchases =
                if p * reach < 1e-12 { (self.r + x) * reach } else { -expm1(-(self.r + x) * log1p(p * reach)) / p };
            purchases * exp(a * ln_p + b * ln_rest - ln_beta)
        };
        let centre = log(a / b);
        let width = (1.0 / a + 1.0 / b).sqrt().min(1.0);
        let right = integral(integrand, centre, f64::INFINITY, width, 0.0).area;
        let left = integral(integrand, centre, f64::NEG_INFINITY, width, right).area;
        figure(right + left)
    }
}
