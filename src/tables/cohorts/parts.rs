//! Rows below a cohort that hold its parts, such as its plans or channels: with them each client would be counted twice.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::tables::fold;
use crate::tables::matrix::{Matrix, NumberRow, Value};
use crate::tables::period::Period;
use crate::tables::vocabulary::sum_called;

/// Which rows are parts of the cohort above them. Cohorts are called by periods there and parts are not; parts add up to their
/// cohort, or are called alike below several of them.
pub(super) fn of(matrix: &Matrix) -> Vec<bool> {
    let rows = &matrix.rows;
    let is_cohort = |row: &NumberRow| {
        let period = Period::of(&row.strip.name, matrix.order).is_some_and(Period::is_calendar);
        period && row.values.iter().any(|value| value.number().is_some())
    };
    let is_part = |row: &NumberRow| {
        let period = Period::of(&row.strip.name, matrix.order);
        !row.strip.name.is_empty() && period.is_none() && sum_called(&fold::key(&row.strip.name)).is_none()
    };
    let groups: Vec<(usize, Range<usize>)> = (0..rows.len())
        .filter(|at| is_cohort(&rows[*at]))
        .map(|at| (at, at + 1..at + 1 + rows[at + 1..].iter().take_while(|row| is_part(row)).count()))
        .filter(|(_, parts)| !parts.is_empty())
        .collect();
    let mut names: BTreeMap<String, usize> = BTreeMap::new();
    for at in groups.iter().flat_map(|(_, parts)| parts.clone()) {
        *names.entry(fold::key(&rows[at].strip.name)).or_default() += 1;
    }
    let mut found = vec![false; rows.len()];
    for (cohort, parts) in groups {
        let recur = parts.clone().all(|at| names.get(&fold::key(&rows[at].strip.name)).is_some_and(|count| *count > 1));
        if recur || parts.len() > 1 && adds_up(&rows[cohort], &rows[parts.clone()]) {
            parts.for_each(|at| found[at] = true);
        }
    }
    found
}

/// Whether counts of parts come to those of the whole: sizes where there are any.
fn adds_up(whole: &NumberRow, parts: &[NumberRow]) -> bool {
    let is_sum = |of: &dyn Fn(&NumberRow) -> Value| {
        let sum: f64 = parts.iter().filter_map(|row| of(row).number()).sum();
        of(whole).number().is_none_or(|own| (own - sum).abs() <= 1e-6 * sum.abs().max(1.0))
    };
    if whole.size.number().is_some() {
        return is_sum(&|row| row.size);
    }
    let is_share = whole.values.iter().any(|value| matches!(value, Value::Share(_)));
    !is_share && (0..whole.values.len()).all(|column| is_sum(&|row| row.values[column]))
}
