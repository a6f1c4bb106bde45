//! The outcomes of many runs, of any question.

use super::{Band, Percentiles, Score};
use crate::estimate::{Spread, held_digits, rank_interval};
use crate::figure::{Field, Figure, Must, NoFigure, figure};

/// More runs only cost time.
const MOST_RUNS: u32 = 1_000_000;

pub(crate) fn check_runs(runs: u32) -> Figure<()> {
    Field::Runs.require(runs > 0, Must::BePositive)?;
    Field::Runs.at_most(runs as usize, MOST_RUNS)
}

/// The outcomes of all runs, in order. A run may have no figure, for example when a value diverges.
#[derive(Debug, Clone)]
pub struct Runs {
    /// NaN where a run has no figure.
    values: Vec<f64>,
    /// The error of the first of those.
    why: Option<NoFigure>,
}

/// A quantile of simulated runs, with the digits that it deserves.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Quantile {
    /// The quantile.
    pub value: f64,
    /// Significant digits to show, at least one (F53).
    pub digits: u32,
}

impl Quantile {
    /// Its leading digits only, the rest rounded away: 258,431 to two digits is 260,000.
    pub fn held(self) -> f64 {
        let Quantile { value, digits } = self;
        // A number has at most seventeen digits, however many may be shown.
        let behind = digits.clamp(1, 17) as usize - 1;
        format!("{value:.behind$e}").parse().unwrap_or(value)
    }
}

/// Answers a question for many draws of its inputs.
///
/// The same seed gives the same outcomes on every target. The first thousand of ten thousand runs are those of a simulation of a
/// thousand.
///
/// # Errors
/// From 1 to 1,000,000 runs. A run without a figure is an outcome, not an error.
pub fn simulate(inputs: &[(Spread, Score)], runs: u32, seed: u64, question: impl Fn(&[f64]) -> Figure) -> Figure<Runs> {
    check_runs(runs)?;
    let mut point = vec![0.0; inputs.len()];
    let outcomes = (0..runs).map(|run| {
        for (x, (spread, score)) in point.iter_mut().zip(inputs) {
            *x = spread.at(score.at(seed, run));
        }
        question(&point)
    });
    Ok(outcomes.collect())
}

impl FromIterator<Figure> for Runs {
    fn from_iter<I: IntoIterator<Item = Figure>>(outcomes: I) -> Self {
        let mut why = None;
        let values = outcomes
            .into_iter()
            .map(|outcome| {
                outcome.and_then(figure).unwrap_or_else(|reason| {
                    why = why.or(Some(reason));
                    f64::NAN
                })
            })
            .collect();
        Runs { values, why }
    }
}

impl Runs {
    /// Runs from numbers; those that are not finite have no figure, with this error.
    pub(crate) fn of(mut values: Vec<f64>, why: NoFigure) -> Self {
        let mut none = false;
        for value in &mut values {
            if !value.is_finite() {
                *value = f64::NAN;
                none = true;
            }
        }
        Runs { values, why: none.then_some(why) }
    }

    /// The number of runs.
    pub fn count(&self) -> usize {
        self.values.len()
    }

    /// The figure of each run, `None` where it has none.
    pub fn figures(&self) -> impl Iterator<Item = Option<f64>> {
        self.values.iter().map(|value| Some(*value).filter(|value| !value.is_nan()))
    }

    fn present(&self) -> Vec<f64> {
        self.values.iter().copied().filter(|value| !value.is_nan()).collect()
    }

    fn refusal(&self) -> NoFigure {
        self.why.unwrap_or(NoFigure::NothingToShare)
    }

    /// P10, P50 and P90 of the runs that have a figure.
    ///
    /// # Errors
    /// That of the first run without a figure, when none has one.
    pub fn band(&self) -> Figure<Band> {
        let present = self.present();
        Percentiles::new(present.len()).of(&present).ok_or_else(|| self.refusal())
    }

    /// The quantile at p, by nearest rank, with the digits to which the runs at both ends of [`rank_interval`] agree; two where
    /// they agree to one only because a border of rounding lies between them (16.4 and 16.6).
    ///
    /// # Errors
    /// As [`band`](Runs::band); p must be between 0 and 1.
    pub fn quantile(&self, p: f64) -> Figure<Quantile> {
        Field::Share.inside(p)?;
        let mut present = self.present();
        let Ok(count) = u32::try_from(present.len()) else { return Err(NoFigure::TooLarge) };
        if count == 0 {
            return Err(self.refusal());
        }
        let (from, to) = rank_interval(count, p)?;
        // Three ranks are found sooner than all are sorted.
        let mut rank =
            |rank: u32| *present.select_nth_unstable_by((rank.clamp(1, count) - 1) as usize, f64::total_cmp).1;
        // A product that is a whole rank but for rounding is that rank.
        let value = rank((f64::from(count) * p - 1e-9).ceil() as u32);
        Ok(Quantile { value, digits: held_digits(value, rank(from), rank(to)) })
    }

    /// Mean of the runs that have a figure.
    ///
    /// # Errors
    /// As [`band`](Runs::band).
    pub fn mean(&self) -> Figure {
        let present = self.present();
        if present.is_empty() {
            return Err(self.refusal());
        }
        let count = present.len() as f64;
        figure(present.into_iter().map(|x| x / count).sum())
    }

    /// Share of all runs whose figure satisfies a condition; runs without a figure do not.
    pub fn share(&self, condition: impl Fn(f64) -> bool) -> f64 {
        self.figures().flatten().filter(|x| condition(*x)).count() as f64 / self.values.len().max(1) as f64
    }

    /// Differences to the same runs of another question; none where either has no figure.
    ///
    /// # Errors
    /// The numbers of runs must match.
    pub fn minus(&self, other: &Runs) -> Figure<Runs> {
        Field::Runs.require(self.count() == other.count(), Must::MatchLength)?;
        let values = self.values.iter().zip(&other.values).map(|(mine, theirs)| mine - theirs).collect();
        Ok(Runs::of(values, self.why.or(other.why).unwrap_or(NoFigure::TooLarge)))
    }

    /// Share of all runs strictly above the same run of another question (F59).
    ///
    /// # Errors
    /// The numbers of runs must match.
    pub fn ahead_of(&self, other: &Runs) -> Figure {
        Field::Runs.require(self.count() == other.count(), Must::MatchLength)?;
        let wins = self.values.iter().zip(&other.values).filter(|(mine, theirs)| mine > theirs).count();
        figure(wins as f64 / self.values.len().max(1) as f64)
    }
}

impl PartialEq for Runs {
    /// Equal to the last bit, runs without a figure included.
    fn eq(&self, other: &Self) -> bool {
        let bits = |runs: &Runs| runs.values.iter().map(|value| value.to_bits()).collect::<Vec<_>>();
        bits(self) == bits(other)
    }
}

#[cfg(test)]
mod tests {
    use super::Quantile;

    #[test]
    fn digits_that_do_not_hold_are_rounded_away() {
        for (value, digits, held) in [
            (258_431.0, 2, 260_000.0),
            (-0.0149, 1, -0.01),
            (246.0, 1, 200.0),
            (198.0, 1, 200.0),
            (0.0, 3, 0.0),
            (99.6, 2, 100.0),
            (1.0 / 3.0, 40, 1.0 / 3.0),
        ] {
            assert_eq!(Quantile { value, digits }.held(), held);
        }
    }
}
