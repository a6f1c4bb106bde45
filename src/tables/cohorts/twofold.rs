//! Cohorts that are counted twice, in clients and in per cent of them: the shares say nothing more.

use crate::tables::fold;
use crate::tables::matrix::{Matrix, NumberRow, Value};
use crate::tables::note::{Note, Why};
use crate::tables::reading::Log;

/// How far a share that is rounded for print may be from what the counts come to, in points.
const ROUNDED: f64 = 1.0;

/// Leaves out rows of shares next to the counts that they are shares of: those of the row above or below, or of one with the same
/// name.
pub(super) fn shares_of_counts_out(matrix: &mut Matrix, log: &mut Log) {
    let rows = &matrix.rows;
    let is_told = |at: usize| {
        let name = fold::name(&rows[at].strip.name);
        let is_beside =
            |other: usize| other.abs_diff(at) == 1 || !name.is_empty() && fold::name(&rows[other].strip.name) == name;
        (0..rows.len()).any(|other| other != at && is_beside(other) && are_shares_of(&rows[at], &rows[other]))
    };
    let told: Vec<bool> = (0..rows.len()).map(|at| are_all(&rows[at], is_share) && is_told(at)).collect();
    let rows = std::mem::take(&mut matrix.rows);
    for (row, told) in rows.into_iter().zip(told) {
        if told && log.row_taken(row.strip.at) != Some(true) {
            log.note(Note::LeftOut(row.strip, Why::Shares));
        } else {
            matrix.rows.push(row);
        }
    }
}

fn is_share(value: &Value) -> bool {
    matches!(value, Value::Share(_))
}

/// Whether a row has numbers, and each is of a kind.
fn are_all(row: &NumberRow, is: fn(&Value) -> bool) -> bool {
    let mut numbers = row.values.iter().filter(|value| value.number().is_some()).peekable();
    numbers.peek().is_some() && numbers.all(is)
}

/// Whether shares are those of counts: of the first of them or of the size, or of what was left a period before.
fn are_shares_of(shares: &NumberRow, counts: &NumberRow) -> bool {
    let counted: Vec<(usize, f64)> =
        (0..counts.values.len()).filter_map(|at| Some((at, counts.values[at].number()?))).collect();
    let Some(whole) = counts.size.number().or(counted.first().map(|(_, count)| *count)) else { return false };
    let before = |at: usize| counted.iter().rev().find(|(other, _)| *other < at).map_or(whole, |(_, count)| *count);
    let fits = |of: &dyn Fn(usize) -> f64| {
        let count = |at: usize| counted.iter().find(|(other, _)| *other == at).map(|(_, count)| *count);
        (0..shares.values.len())
            .filter_map(|at| Some((at, shares.values[at].number()?)))
            .all(|(at, share)| count(at).is_some_and(|count| (share - 100.0 * count / of(at)).abs() <= ROUNDED))
    };
    are_all(counts, |value| !is_share(value)) && (fits(&|_| whole) || fits(&before))
}
