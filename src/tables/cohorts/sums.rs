//! Rows of a table of cohorts that are no cohorts: sums, averages, parts, measures and blanks.

use super::parts;
use crate::tables::fold;
use crate::tables::matrix::{Matrix, NumberRow, Value};
use crate::tables::measures::{self, Measure};
use crate::tables::note::{Note, Why};
use crate::tables::period::Period;
use crate::tables::reading::Log;
use crate::tables::vocabulary::{Sum, is_broken, is_doubtful_blank, is_subtotal, sum_called};

/// Leaves out rows that add up or average the others, and rows and columns without a number; counts cells without one.
pub(super) fn leave_out(matrix: &mut Matrix, log: &mut Log) {
    parts_out(matrix, log);
    let last = matrix.rows.len().saturating_sub(1);
    let is_unnamed_sum = |at: usize| {
        matrix.is_named && matrix.rows.len() > 2 && matrix.rows[at].strip.name.is_empty() && is_sum(matrix, at)
    };
    let unnamed_sum = [0, last].into_iter().find(|at| is_unnamed_sum(*at));
    let mut unnamed = (0..matrix.rows.len()).filter(|at| matrix.rows[*at].strip.name.is_empty());
    let unnamed = unnamed.next().filter(|at| unnamed.next().is_none() && [0, last].contains(at));
    let unnamed_average = unnamed.filter(|at| matrix.is_named && last > 1 && lies_between(matrix, *at));
    // By a name that says so in part, or by its numbers alone.
    let adds_up = |at: usize| {
        let name = &matrix.rows[at].strip.name;
        let key = fold::key(name);
        let at_an_end =
            (at == 0 || at == last) && (matrix.rows.len() > 3 || key.starts_with("all ") || key.starts_with("все "));
        let is_sum = is_sum(matrix, at) || is_sum_of_sizes(matrix, at);
        is_subtotal(&key) || at_an_end && !name.is_empty() && sum_called(&key).is_none() && is_sum
    };
    let doubtful: Vec<bool> = (0..matrix.rows.len()).map(adds_up).collect();
    // What there is nothing else beside measures nothing.
    let is_plain = |row: &NumberRow| {
        let key = fold::key(&row.strip.name);
        sum_called(&key).is_none() && measures::called(&key).is_none()
    };
    let last_other = matrix.rows.iter().rposition(is_plain);
    let sizes = matrix.rows.iter().filter(|row| row.size.number().is_some()).count();
    // Shares without a size, where each cohort has one: the average of them, whatever it is called.
    let is_sizeless = |row: &NumberRow| {
        let is_share = |value: &Value| matches!(value, Value::Share(_) | Value::Blank | Value::NotYet);
        let shares = row.values.iter().any(|value| matches!(value, Value::Share(_))) && row.values.iter().all(is_share);
        row.size.number().is_none() && sizes > 1 && shares
    };
    let sizeless: Vec<bool> = matrix.rows.iter().map(is_sizeless).collect();
    let sizeless = |at: usize| (at == 0 || at == last) && sizeless[at] && sizes == last;
    let bases: Vec<bool> = matrix.rows.iter().map(|row| is_base(row, matrix)).collect();
    let periods: Vec<Option<Period>> =
        matrix.rows.iter().map(|row| Period::of(&row.strip.name, matrix.order)).collect();
    let is_month = |period: &&Option<Period>| matches!(period, Some(Period::Month(..) | Period::MonthOnly(_)));
    let are_months = periods.iter().filter(is_month).count() * 2 > periods.len();
    let is_year = |at: usize| are_months && matches!(periods[at], Some(Period::Year(_)));
    let rows = std::mem::take(&mut matrix.rows);
    for (at, row) in rows.into_iter().enumerate() {
        let sum = match sum_called(&fold::key(&row.strip.name)) {
            _ if unnamed_sum == Some(at) => Some(Why::Total),
            Some(Sum::Total) => Some(Why::Total),
            Some(Sum::Average) => Some(Why::Average),
            None if sizeless(at) => Some(Why::Average),
            // The cohorts of a year, between those of its months.
            None if is_year(at) => log.ask_sum(&row.strip, true).then_some(Why::Total),
            None if unnamed_average == Some(at) => log.ask_sum(&row.strip, true).then_some(Why::Average),
            None if bases[at] => Some(Why::Measure),
            None if doubtful[at] => log.ask_sum(&row.strip, true).then_some(Why::Total),
            None => match measures::called(&fold::key(&row.strip.name)).filter(|_| last_other.is_some()) {
                Some(Measure::Surely) => Some(Why::Measure),
                Some(_) if last_other.is_some_and(|other| other < at) && has_numbers(&row) => {
                    log.ask_sum(&row.strip, true).then_some(Why::Measure)
                }
                _ => None,
            },
        };
        let counted = row.values.iter().filter_map(|value| value.number());
        let all_zero = counted.clone().all(|number| number == 0.0) && row.size.number().is_none_or(|size| size == 0.0);
        let wrong = row.values.contains(&Value::Wrong);
        let is_nothing = matrix.is_named && row.strip.name.is_empty() && counted.clone().next().is_none();
        let why = if log.row_taken(row.strip.at) == Some(true) {
            None
        } else if sum.is_some() {
            sum
        } else {
            ((all_zero || is_nothing) && !wrong).then_some(Why::Empty)
        };
        match why {
            Some(why) => log.note(Note::LeftOut(row.strip, why)),
            None => matrix.rows.push(row),
        }
    }
    drop_empty_columns(matrix);
    let not_yet =
        matrix.rows.iter().map(|row| row.values.iter().filter(|v| matches!(v, Value::Blank | Value::NotYet)).count());
    let not_yet: usize = not_yet.sum();
    if not_yet > 0 {
        log.note(Note::NotYet(not_yet));
    }
    // What is not available has not been counted: that is how many write it.
    let mut doubtful = matrix.doubtful_left();
    doubtful.retain(|(_, text)| is_doubtful_blank(text) || is_broken(text));
    if !doubtful.is_empty() {
        log.note(Note::DoubtfulGaps(doubtful));
    }
}

/// Whether a row says of how many the shares of the others are: "n" below per cent.
fn is_base(row: &NumberRow, matrix: &Matrix) -> bool {
    let key = fold::key(&row.strip.name);
    let is_called = matches!(
        key.trim_end_matches(['=', ' ', ':']),
        "n" | "base" | "base (n)" | "sample" | "sample size" | "база" | "выборка" | "n (база)"
    );
    let shares = |row: &NumberRow| row.values.iter().any(|value| matches!(value, Value::Share(_)));
    let others = matrix.rows.iter().filter(|other| other.strip != row.strip);
    is_called && !shares(row) && has_numbers(row) && others.filter(|other| has_numbers(other)).all(shares)
}

/// Whether a row has any number.
fn has_numbers(row: &NumberRow) -> bool {
    row.values.iter().any(|value| value.number().is_some())
}

/// Whether a row adds up all the others, column by column.
fn is_sum(matrix: &Matrix, row: usize) -> bool {
    (0..matrix.columns.len()).all(|column| {
        let others = matrix.rows.iter().enumerate().filter(|(at, _)| *at != row);
        let sum: f64 = others.filter_map(|(_, other)| other.values[column].number()).sum();
        let own = matrix.rows[row].values[column].number().unwrap_or(0.0);
        (own - sum).abs() <= 1e-6 * sum.abs().max(1.0)
    })
}

/// Whether a row has a number wherever others have one, and none above or below all of those.
fn lies_between(matrix: &Matrix, row: usize) -> bool {
    (0..matrix.columns.len()).all(|column| {
        let others = matrix.rows.iter().enumerate().filter(|(at, _)| *at != row);
        let others: Vec<f64> = others.filter_map(|(_, other)| other.values[column].number()).collect();
        let is_over = |limit: f64| others.iter().any(|other| *other >= limit);
        let own = matrix.rows[row].values[column].number();
        own.map_or(others.is_empty(), |own| is_over(own) && others.iter().any(|other| *other <= own))
    })
}

/// Whether the size of a row adds up those of all the others, which have one each.
fn is_sum_of_sizes(matrix: &Matrix, row: usize) -> bool {
    let sizes: Option<Vec<f64>> = matrix.rows.iter().map(|row| row.size.number()).collect();
    sizes.is_some_and(|sizes| {
        let others = sizes.iter().sum::<f64>() - sizes[row];
        sizes.len() > 3 && others > 0.0 && (sizes[row] - others).abs() <= 1e-6 * others
    })
}

/// Leaves out rows that are parts of the cohort above them.
fn parts_out(matrix: &mut Matrix, log: &mut Log) {
    let mut are_parts = parts::of(matrix).into_iter();
    matrix.rows.retain(|row| {
        let is_part = are_parts.next() == Some(true) && log.row_taken(row.strip.at) != Some(true);
        if is_part {
            log.note(Note::LeftOut(row.strip.clone(), Why::Part));
        }
        !is_part
    });
}

/// Columns in which no cohort has a number say nothing.
fn drop_empty_columns(matrix: &mut Matrix) {
    let kept: Vec<bool> = (0..matrix.columns.len())
        .map(|column| {
            matrix.rows.iter().any(|row| row.values[column].number().is_some() || row.values[column] == Value::Wrong)
        })
        .collect();
    let mut at = kept.iter();
    matrix.columns.retain(|_| at.next().copied().unwrap_or(false));
    for row in &mut matrix.rows {
        let mut at = kept.iter();
        row.values.retain(|_| at.next().copied().unwrap_or(false));
    }
}
