//! Rows below all clients that sum them up: their total, how many there are, how much each pays. Their numbers say so, in
//! whatever language their names are.

use super::rounded_totals;
use crate::tables::note::Why;

/// The most rows that stand below the clients.
const MOST: usize = 6;

/// Which of the last rows sum up all others, and how. None where one of them is left that does not.
pub(super) fn below(rows: &[usize], numbers: &[Vec<f64>]) -> Vec<(usize, Why)> {
    let fewest = rows.len().saturating_sub(MOST).max(2);
    let found = (fewest..rows.len()).find_map(|clients| {
        let of = Summary::of(&rows[..clients], numbers);
        let below = rows[clients..].iter().map(|row| Some((*row, of.says(&numbers[*row])?)));
        let below: Vec<(usize, Why)> = below.collect::<Option<_>>()?;
        // A client may pay as much as others on average, but no part of a unit where they pay whole ones.
        let is_whole = |row: &usize| numbers[*row].iter().all(|number| number.fract() == 0.0);
        let is_odd = |(row, why): &(usize, Why)| *why == Why::Average && !is_whole(row);
        let all_whole = || rows[..clients].iter().all(is_whole);
        let is_told = below.iter().any(|(_, why)| *why == Why::Total) || below.iter().any(is_odd) && all_whole();
        is_told.then_some(below)
    });
    found.unwrap_or_default()
}

/// What clients come to in each period.
struct Summary {
    clients: f64,
    sums: Vec<f64>,
    paying: Vec<f64>,
}

impl Summary {
    fn of(rows: &[usize], numbers: &[Vec<f64>]) -> Self {
        let width = rows.first().map_or(0, |row| numbers[*row].len());
        let of_column = |column: usize| rows.iter().map(move |row| numbers[*row][column]);
        Summary {
            clients: rows.len() as f64,
            sums: (0..width).map(|column| of_column(column).sum()).collect(),
            paying: (0..width).map(|column| of_column(column).filter(|paid| *paid > 0.0).count() as f64).collect(),
        }
    }

    /// What a row says of them, if its numbers are theirs in every period.
    fn says(&self, row: &[f64]) -> Option<Why> {
        let is = |of: &dyn Fn(usize) -> f64, off: f64| {
            let near = |(column, own): (usize, &f64)| (own - of(column)).abs() <= off * own.abs().max(1.0);
            row.len() > 1 && row.iter().all(|own| *own > 0.0) && row.iter().enumerate().all(near)
        };
        // Averages are rounded for print, and sums may be where many are added up; counts are not.
        if is(&|column| self.sums[column], 1e-6) || self.clients > 2.0 && rounded_totals::is_close(row, &self.sums) {
            Some(Why::Total)
        } else if is(&|column| self.paying[column], 0.0) {
            Some(Why::Measure)
        } else if is(&|column| self.sums[column] / self.clients, 0.005)
            || is(&|column| self.sums[column] / self.paying[column].max(1.0), 0.005)
        {
            Some(Why::Average)
        } else {
            None
        }
    }
}
