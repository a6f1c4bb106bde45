//! Any question asked over and over with uncertain inputs.

use super::Uncertain;
use crate::draw::{Band, Percentiles};
use crate::figure::{Field, Figure, Must, NoFigure, figure};

/// More runs than these only cost time.
pub(crate) const MOST_RUNS: u32 = 1_000_000;

pub(crate) fn check_runs(runs: u32) -> Figure<()> {
    Field::Runs.require(runs > 0, Must::BePositive)?;
    Field::Runs.at_most(runs as usize, MOST_RUNS)
}

/// The outcomes of all runs, in the order of the runs.
#[derive(Debug, Clone, PartialEq)]
pub struct Runs {
    runs: Vec<Figure>,
}

/// Asks `question` in `runs` runs with draws of `inputs`, given in their order (F40).
///
/// Draws of different inputs are independent. The same seed gives the same outcomes on every
/// target, the first thousand of ten thousand runs are those of a thousand, and two simulations
/// with one seed draw alike for inputs at the same place: scenarios are compared under the same
/// luck.
///
/// # Errors
/// From 1 to 1,000,000 runs; inputs as in [`Uncertain::quantile`]. A run without a figure is no
/// error but an outcome.
pub fn simulate(inputs: &[Uncertain], runs: u32, seed: u64, question: impl Fn(&[f64]) -> Figure) -> Figure<Runs> {
    check_runs(runs)?;
    for input in inputs {
        input.check()?;
    }
    let draws: Vec<Vec<f64>> = inputs.iter().zip(0..).map(|(input, i)| input.draws(seed, i, runs)).collect();
    let mut point = vec![0.0; inputs.len()];
    let run = |run: usize| {
        for (x, draws) in point.iter_mut().zip(&draws) {
            *x = draws[run];
        }
        question(&point).and_then(figure)
    };
    Ok(Runs { runs: (0..runs as usize).map(run).collect() })
}

impl Runs {
    pub(crate) fn of(values: Vec<f64>) -> Self {
        Self { runs: values.into_iter().map(figure).collect() }
    }

    fn figures(&self) -> impl Iterator<Item = f64> {
        self.runs.iter().filter_map(|run| run.ok())
    }

    /// P10, P50 and P90 of the runs that have a figure.
    ///
    /// # Errors
    /// That of the first run, when none has one.
    pub fn range(&self) -> Figure<Band> {
        let figures: Vec<f64> = self.figures().collect();
        match Percentiles::new(figures.len()).of(&figures) {
            Some(range) => Ok(range),
            None => Err(self.refusal()),
        }
    }

    /// Mean of the runs that have a figure. Of the value over an uncertain retention it lies above
    /// the value at the mean retention (Jensen).
    ///
    /// # Errors
    /// As [`range`](Runs::range).
    pub fn mean(&self) -> Figure {
        let count = self.figures().count();
        if count == 0 {
            return Err(self.refusal());
        }
        figure(self.figures().map(|x| x / count as f64).sum())
    }

    fn refusal(&self) -> NoFigure {
        self.runs.iter().find_map(|run| run.err()).unwrap_or(NoFigure::TooLarge)
    }

    /// Share of all runs that have no figure, as when the value diverges.
    pub fn without_figure(&self) -> f64 {
        1.0 - self.figures().count() as f64 / self.runs.len() as f64
    }

    /// Share of all runs whose figure satisfies a condition, as "is not negative"; runs without a
    /// figure do not.
    pub fn chance(&self, condition: impl Fn(f64) -> bool) -> f64 {
        self.figures().filter(|x| condition(*x)).count() as f64 / self.runs.len() as f64
    }

    /// How far each run lies above the same run of another scenario, under the same luck; a run without a figure in either
    /// has none.
    ///
    /// # Errors
    /// The numbers of runs must match.
    pub fn minus(&self, other: &Runs) -> Figure<Runs> {
        Field::Runs.require(self.runs.len() == other.runs.len(), Must::MatchLength)?;
        let differences = self.runs.iter().zip(&other.runs).map(|(mine, theirs)| figure((*mine)? - (*theirs)?));
        Ok(Runs { runs: differences.collect() })
    }

    /// Probability that this scenario beats the other, run by run under the same luck; ties count
    /// half. Runs in which either has no figure are left out.
    ///
    /// # Errors
    /// The numbers of runs must match; [`NoFigure::NothingToShare`] when no run has two figures.
    pub fn chance_of_beating(&self, other: &Runs) -> Figure {
        Field::Runs.require(self.runs.len() == other.runs.len(), Must::MatchLength)?;
        let (mut wins, mut pairs) = (0.0, 0.0);
        for (mine, theirs) in self.runs.iter().zip(&other.runs) {
            if let (Ok(mine), Ok(theirs)) = (mine, theirs) {
                pairs += 1.0;
                wins += if mine > theirs {
                    1.0
                } else if mine == theirs {
                    0.5
                } else {
                    0.0
                };
            }
        }
        if pairs == 0.0 { Err(NoFigure::NothingToShare) } else { figure(wins / pairs) }
    }
}
