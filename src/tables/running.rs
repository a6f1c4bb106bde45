//! Revenue that is added up from period to period: what each period brought is the difference to the one before.

use super::choice::Choice;
use super::fold;
use super::matrix::{Matrix, Value};
use super::note::{Note, Why};
use super::period::Period;
use super::phrases;
use super::question::About;
use super::reading::Log;

/// Takes running totals apart, after asking, where a title, a line of words above the numbers, or the heading of every column or
/// row says that there are any. Periods are in order.
pub(super) fn apart(matrix: &mut Matrix, log: &mut Log) {
    let mut keys: Vec<String> = matrix.over.iter().map(|text| fold::key(text)).collect();
    // One heading among others that says so is of a period that is not over.
    if matrix.columns.iter().all(|column| phrases::is_running(&column.head.key)) {
        keys.extend(matrix.columns.iter().map(|column| column.head.key.clone()));
    }
    if matrix.rows.iter().all(|row| phrases::is_running(&fold::key(&row.strip.name))) {
        keys.extend(matrix.rows.iter().map(|row| fold::key(&row.strip.name)));
    }
    let first = matrix.rows.first().map(|row| (row.strip.axis, row.strip.at));
    keys.extend(log.notes.iter().filter_map(|note| match note {
        Note::LeftOut(strip, Why::Measure) if first.is_some_and(|(axis, at)| strip.axis == axis && strip.at < at) => {
            Some(fold::key(&strip.name))
        }
        _ => None,
    }));
    if matrix.columns.len() < 2 || !keys.iter().any(|key| phrases::is_running(key)) {
        return;
    }
    let by_year = keys.iter().any(|key| phrases::is_of_the_year(key));
    let year = |at: usize| match matrix.columns[at].head.period {
        Some(Period::Half(year, _) | Period::Quarter(year, _) | Period::Month(year, _)) => Some(year),
        _ => None,
    };
    let begins_anew: Vec<bool> =
        (0..matrix.columns.len()).map(|at| at == 0 || by_year && year(at) != year(at - 1)).collect();
    let falls = matrix.rows.iter().any(|row| {
        let pairs = row.values.windows(2).zip(&begins_anew[1..]).filter(|(_, anew)| !**anew);
        pairs.into_iter().any(|(pair, _)| pair[0].number().zip(pair[1].number()).is_some_and(|(one, next)| next < one))
    });
    // What falls was hardly added up.
    if !log.ask_whether(About::Table, Choice::RunningTotals, !falls) {
        return;
    }
    for row in &mut matrix.rows {
        let mut before = 0.0;
        for (value, anew) in row.values.iter_mut().zip(&begins_anew) {
            before = if *anew { 0.0 } else { before };
            if let Value::Number(number) = value {
                let total = *number;
                // No further than people write them.
                *number = ((total - before) * 1e9).round() / 1e9;
                before = total;
            }
        }
    }
    log.note(Note::RunningTotals);
}
