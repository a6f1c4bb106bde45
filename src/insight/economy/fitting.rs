//! Reads a table of cohorts, in slices: fitting the models is most of the work.

use orbita_economics::{AgeRate, Cohorts, Figure, Fit, Fitting, NoFigure, verdict};

use super::cohort::{ASSUMED, CohortReading, caveats, churn, tests};
use super::holdout::{Holdout, fitted_ages};
use crate::model::scenario::CohortTable;

/// A table that is being read: each call of [`advance`](CohortFitting::advance) does a bounded amount of work; drop it to cancel.
pub struct CohortFitting {
    sized: bool,
    rows: Vec<Vec<f64>>,
    cohorts: Cohorts,
    survival: Vec<f64>,
    rates: Vec<AgeRate>,
    /// All ages.
    whole: Fitting,
    /// The first ages, held against the last one: how many are fitted, and what says that they cannot be.
    first: Option<(u32, Figure<Fitting>)>,
}

impl CohortReading {
    /// Reads a table at once; as [`CohortFitting::new`].
    ///
    /// # Errors
    /// [`NoFigure::Cell`] and [`NoFigure::Input`] for a table that is none.
    pub fn of(table: &CohortTable) -> Figure<Self> {
        CohortFitting::new(table).map(CohortFitting::finish)
    }
}

impl CohortFitting {
    /// Prepares a table.
    ///
    /// # Errors
    /// [`NoFigure::Cell`] and [`NoFigure::Input`] for a table that is none.
    pub fn new(table: &CohortTable) -> Figure<Self> {
        let scale = if table.per_cent { ASSUMED / 100.0 } else { 1.0 };
        let rows: Vec<Vec<f64>> =
            table.rows.iter().map(|row| row.iter().map(|count| count.get() * scale).collect()).collect();
        let cohorts = Cohorts::new(&rows)?;
        let rates = cohorts.retention_by_age();
        let mut left = 1.0;
        let later = rates.iter().map(|age| {
            left *= age.rate;
            left
        });
        let survival = std::iter::once(1.0).chain(later).collect();
        let first = fitted_ages(&rates).map(|ages| {
            let first: Vec<Vec<f64>> =
                rows.iter().map(|row| row[..row.len().min(ages as usize + 1)].to_vec()).collect();
            (ages, Cohorts::new(&first).map(|cohorts| cohorts.fitting()))
        });
        let whole = cohorts.fitting();
        Ok(CohortFitting { sized: !table.per_cent, rows, cohorts, survival, rates, whole, first })
    }

    /// Does about as much work as [`Fitting::advance`] counts it. Whether all is done.
    pub fn advance(&mut self, work: u64) -> bool {
        if !self.whole.advance(work).is_complete() {
            return false;
        }
        match &mut self.first {
            Some((_, Ok(first))) => first.advance(work).is_complete(),
            _ => true,
        }
    }

    /// Does the rest of the work at once.
    pub fn finish(self) -> CohortReading {
        let CohortFitting { sized, rows, cohorts, survival, rates, whole, first } = self;
        let fits = whole.finish();
        let found: Vec<Fit> = fits.iter().flatten().copied().collect();
        let verdict = if sized { fits[0].and_then(|_| verdict(&found)) } else { Err(NoFigure::NoSizes) };
        let caveats = caveats(!sized, rows.len(), &rates, &fits, &verdict);
        let tests = tests(&fits, &verdict);
        let churn = churn(&cohorts, sized);
        let holdout = first.map(|(ages, first)| Holdout::of(&survival, ages, first.map(Fitting::finish)));
        CohortReading { churn, sized, rows, cohorts, survival, rates, fits, tests, verdict, caveats, holdout }
    }
}
