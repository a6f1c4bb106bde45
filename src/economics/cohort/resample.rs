//! Sampling error of a lifetime value: tables drawn from the fit and fitted again.

use super::search::Fitting;
use super::{Cohorts, Family, Fit, UnitEconomics};
use crate::draw::{Band, Rng, Runs};
use crate::figure::{Figure, NoFigure};
use crate::math::normal_quantile;
use crate::progress::Progress;

/// The number of tables by convention.
pub const RESAMPLES: u32 = 200;

/// A running parametric bootstrap: tables of the same sizes drawn from a fit, each fitted again and valued (F81). It works in
/// slices; drop it to cancel.
#[derive(Debug)]
pub struct Resampling {
    cohorts: Cohorts,
    fit: Fit,
    client: UnitEconomics,
    observed: u32,
    seed: u64,
    tables: u32,
    current: Option<Fitting>,
    worths: Vec<Figure>,
}

impl Resampling {
    /// Prepares to draw `tables` tables from the fit of these cohorts, and to value a client by each.
    pub fn new(cohorts: &Cohorts, fit: &Fit, client: &UnitEconomics, tables: u32, seed: u64) -> Self {
        Resampling {
            cohorts: cohorts.clone(),
            fit: *fit,
            client: *client,
            observed: cohorts.last_age(),
            seed,
            tables,
            current: None,
            worths: Vec::new(),
        }
    }

    /// Does at least `work` units of work, if that much is left, in the units of [`Fitting::advance`].
    pub fn advance(&mut self, work: u64) -> Progress {
        let mut left = work.max(1);
        while left > 0 && (self.worths.len() as u32) < self.tables {
            let number = self.worths.len() as u32;
            let Some(fitting) = &mut self.current else {
                match self.cohorts.redrawn(&self.fit.model, self.seed, number) {
                    Ok(drawn) => {
                        let wanted = Family::ALL.map(|family| family == self.fit.family);
                        self.current = Some(Fitting::new(&drawn, wanted, Some(self.fit.model)));
                    }
                    Err(why) => self.worths.push(Err(why)),
                }
                left = left.saturating_sub(self.cohorts.cells());
                continue;
            };
            let before = fitting.worked();
            let progress = fitting.advance(left);
            left = left.saturating_sub((fitting.worked() - before).max(1));
            if !progress.is_complete() {
                continue;
            }
            if let Some(fitting) = self.current.take() {
                let refitted = fitting.finish()[self.fit.family as usize];
                self.worths.push(refitted.and_then(|fit| Ok(self.client.worth(&fit.model, self.observed)?.worth)));
            }
        }
        Progress { done: self.worths.len() as u64, of: u64::from(self.tables) }
    }

    /// Does the rest of the work at once: the value by each table.
    ///
    /// # Errors
    /// [`NoFigure::NothingToShare`] without tables.
    pub fn outcomes(mut self) -> Figure<Runs> {
        while !self.advance(u64::MAX).is_complete() {}
        if self.worths.is_empty() {
            return Err(NoFigure::NothingToShare);
        }
        Ok(self.worths.into_iter().collect())
    }

    /// Does the rest of the work at once: P10, P50 and P90 of the value over the tables.
    ///
    /// # Errors
    /// [`NoFigure::NothingToShare`] without tables; the error of the first table when none gives a value.
    pub fn finish(self) -> Figure<Band> {
        self.outcomes()?.band()
    }
}

/// A binomial draw: how many of `count` clients stay with probability `stay` each. The fraction of a count that is not whole
/// stays or leaves as one.
pub(super) fn stayers(count: f64, stay: f64, rng: &mut Rng) -> f64 {
    let whole = libm::floor(count);
    let rest = if rng.uniform() < stay { count - whole } else { 0.0 };
    let rarer = stay.min(1.0 - stay);
    let rare = if whole * rarer < FEW { few(whole, rarer, rng.uniform()) } else { many(whole, rarer, rng.uniform()) };
    rest + if stay <= 0.5 { rare } else { whole - rare }
}

/// With fewer expected, probabilities are summed; with more, the distribution is close to normal.
const FEW: f64 = 50.0;

/// The binomial quantile by summing probabilities.
fn few(n: f64, p: f64, u: f64) -> f64 {
    let odds = p / (1.0 - p);
    let mut chance = libm::exp(n * libm::log1p(-p));
    let (mut below, mut number) = (chance, 0.0);
    while below < u && number < n {
        number += 1.0;
        chance *= odds * (n - number + 1.0) / number;
        below += chance;
        if chance == 0.0 {
            break;
        }
    }
    number
}

/// The binomial quantile from the normal one, corrected for skewness (Cornish & Fisher 1938).
fn many(n: f64, p: f64, u: f64) -> f64 {
    let z = normal_quantile(u);
    let skewed = (1.0 - 2.0 * p) / 6.0 * (z * z - 1.0);
    libm::round(n * p + (n * p * (1.0 - p)).sqrt() * z + skewed).clamp(0.0, n)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn draws_have_the_mean_and_the_spread_of_a_binomial() {
        for (count, stay) in [(40.0, 0.9), (500.0, 0.97), (900.0, 0.3), (20_000.0, 0.8), (7.5, 0.5)] {
            let runs = 20_000;
            let draws: Vec<f64> = (0..runs).map(|run| stayers(count, stay, &mut Rng::new(3, 1, run))).collect();
            let mean = draws.iter().sum::<f64>() / f64::from(runs);
            let variance = draws.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / f64::from(runs);
            let exact = count * stay * (1.0 - stay);
            assert!((mean - count * stay).abs() < 5.0 * (exact / f64::from(runs)).sqrt(), "{count} {stay}: {mean}");
            assert!((variance / exact - 1.0).abs() < 0.06, "{count} {stay}: {variance} {exact}");
            assert!(draws.iter().all(|kept| (0.0..=count).contains(kept)));
        }
        assert_eq!((stayers(9.0, 1.0, &mut Rng::new(1, 1, 1)), stayers(9.0, 0.0, &mut Rng::new(1, 1, 1))), (9.0, 0.0));
    }
}
