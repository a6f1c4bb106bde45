//! Rows that add up or average the accounts.

use crate::tables::fold;
use crate::tables::matrix::Matrix;
use crate::tables::note::{Note, Why};
use crate::tables::reading::Log;
use crate::tables::vocabulary::{Sum, is_surely_total, sum_called};

/// How a row looks compared with the others.
#[derive(Clone, Copy, PartialEq)]
enum Looks {
    /// An account.
    Account,
    /// A sum, by its name and its numbers, or by its numbers where it has no name.
    Sum(Why),
    /// A sum by its name or by its numbers alone.
    MaybeSum(Why),
}

/// Leaves sums out, and asks where only the name or only the numbers say so.
pub(super) fn out(matrix: &mut Matrix, log: &mut Log) {
    let called: Vec<Option<Sum>> = matrix.rows.iter().map(|row| sum_called(&fold::key(&row.strip.name))).collect();
    let mut totals = vec![0.0; matrix.columns.len()];
    for (row, called) in matrix.rows.iter().zip(&called) {
        if called.is_none() {
            row.values.iter().zip(&mut totals).for_each(|(value, total)| *total += value.number().unwrap_or(0.0));
        }
    }
    let count = called.iter().filter(|called| called.is_none()).count();
    let last = matrix.rows.len().saturating_sub(1);
    let looks = |at: usize| {
        let row = &matrix.rows[at];
        let numbers: Vec<f64> = row.values.iter().map(|value| value.number().unwrap_or(0.0)).collect();
        let adds = |others: &dyn Fn(usize) -> f64| {
            let near =
                |(column, own): (usize, &f64)| (own - others(column)).abs() <= 1e-6 * others(column).abs().max(1.0);
            numbers.iter().any(|number| *number != 0.0) && numbers.iter().enumerate().all(near)
        };
        match called[at] {
            Some(Sum::Average) => Looks::Sum(Why::Average),
            Some(Sum::Total) if is_surely_total(&fold::key(&row.strip.name)) || adds(&|column| totals[column]) => {
                Looks::Sum(Why::Total)
            }
            Some(Sum::Total) => Looks::MaybeSum(Why::Total),
            None if (at == 0 || at == last) && count > 2 && adds(&|column| totals[column] - numbers[column]) => {
                if row.strip.name.is_empty() { Looks::Sum(Why::Total) } else { Looks::MaybeSum(Why::Total) }
            }
            None => Looks::Account,
        }
    };
    let looks: Vec<Looks> = (0..matrix.rows.len()).map(looks).collect();
    let rows = std::mem::take(&mut matrix.rows);
    for (row, looks) in rows.into_iter().zip(looks) {
        let why = match (looks, log.row_taken(row.strip.at)) {
            (Looks::Account, _) | (Looks::Sum(_), Some(true)) => None,
            (Looks::Sum(why), _) => Some(why),
            (Looks::MaybeSum(why), _) => log.ask_sum(&row.strip).then_some(why),
        };
        match why {
            Some(why) => log.note(Note::LeftOut(row.strip, why)),
            None => matrix.rows.push(row),
        }
    }
}
