//! A report in steps: the months of each client below its name, or the clients of each month below it, both in one column.

use super::fold;
use super::grid::Grid;
use super::note::{Note, Why};
use super::period::{DayOrder, Period};
use super::place::{Axis, Strip};
use super::reading::Log;
use super::vocabulary as words;
use crate::i18n::tables::TableWords;

/// How many columns may hold the steps, and how many rows may stand above them.
const MOST_COLUMNS: usize = 3;
const MOST_ABOVE: usize = 20;

/// What a row is.
#[derive(Clone, Copy, PartialEq)]
enum RowStep {
    Name,
    Period(Period),
    Sum,
    Other,
}

/// The grid with what stands above each row in a column of its own behind the others; `None` where it has no such steps.
pub(super) fn with_names(grid: &Grid, log: &mut Log) -> Option<Grid> {
    let column =
        (0..grid.width().min(MOST_COLUMNS)).find(|column| !grid.cell(grid.height() - 1, *column).is_empty())?;
    let steps: Vec<RowStep> = (0..grid.height()).map(|row| step_of(grid, row, column)).collect();
    let changes = |row: &usize| {
        matches!(
            (steps[*row], steps.get(row + 1)),
            (RowStep::Name, Some(RowStep::Period(_))) | (RowStep::Period(_), Some(RowStep::Name))
        )
    };
    let begin = (0..steps.len().min(MOST_ABOVE)).find(changes)?;
    // A heading of the column stands right above the first month or name.
    let is_heading = |row: usize| {
        let others = || (0..grid.length(row)).filter(|at| *at != column).map(|at| grid.cell(row, at));
        let has_words = others().any(|text| text.contains(char::is_alphabetic));
        steps[row] == RowStep::Name && has_words && !others().any(|text| text.contains(|c: char| c.is_ascii_digit()))
    };
    let first = if is_heading(begin) { begin + 1 } else { begin };
    let is_above = |step: &RowStep| {
        matches!((steps[first], step), (RowStep::Name, RowStep::Name) | (RowStep::Period(_), RowStep::Period(_)))
    };
    let is_below = |row: usize| !is_above(&steps[row]) && matches!(steps[row], RowStep::Name | RowStep::Period(_));
    let above: Vec<usize> = (first..steps.len()).filter(|row| is_above(&steps[*row])).collect();
    let has_numbers = |row: usize| {
        (0..grid.length(row)).any(|at| at != column && grid.cell(row, at).contains(|c: char| c.is_ascii_digit()))
    };
    let is_whole = steps[first..].iter().all(|step| *step != RowStep::Other)
        && above.len() > 1
        && above.iter().all(|row| row + 1 < steps.len() && is_below(row + 1))
        && (first..steps.len()).filter(|row| is_below(*row)).all(has_numbers);
    if !is_whole {
        return None;
    }
    // A year over its months, or a quarter, adds them up.
    let length = |step: &RowStep| if let RowStep::Period(period) = step { Some(rank(*period)) } else { None };
    let finest = steps[first..].iter().filter_map(length).min()?;
    let words = TableWords::of(log.context.lang);
    let is_by_name = steps[first] == RowStep::Name;
    let (own, behind) = if is_by_name { (words.period, words.client) } else { (words.client, words.period) };
    let (mut rows, mut texts, mut name, mut count) = (Vec::new(), Vec::new(), "", 0);
    for (row, step) in steps.iter().enumerate() {
        let is_heading = row + 1 == first;
        if row < first {
            rows.push(row);
            texts.push(if is_heading { (Some(own), behind) } else { (None, "") });
            continue;
        }
        let is_coarse = length(step).is_some_and(|length| length > finest);
        if is_above(step) && !is_coarse {
            name = grid.cell(row, column);
        } else if is_below(row) && !is_coarse {
            rows.push(row);
            texts.push((None, name));
            count += 1;
            continue;
        }
        if *step == RowStep::Sum || has_numbers(row) {
            let name = grid.cell(row, column).to_owned();
            log.note(Note::LeftOut(Strip { axis: Axis::Row, at: grid.place(row, 0).row, name }, Why::Total));
        }
    }
    log.note(Note::NamesFromAbove(count));
    let width = grid.width();
    let text = |at: usize, to: usize| match texts[at] {
        (_, behind) if to == width => behind,
        (Some(own), _) if to == column => own,
        _ => grid.cell(rows[at], to),
    };
    Some(grid.laid_out(&rows, width + 1, text))
}

fn step_of(grid: &Grid, row: usize, column: usize) -> RowStep {
    let text = grid.cell(row, column);
    let key = fold::key(text);
    if let Some(period) = Period::of(text, DayOrder::DayFirst).filter(|period| period.is_calendar()) {
        return RowStep::Period(period);
    }
    if words::sum_called(&key).is_some() || words::is_subtotal(&key) {
        return RowStep::Sum;
    }
    if key.chars().any(char::is_alphabetic) { RowStep::Name } else { RowStep::Other }
}

/// How long a period is, among others.
fn rank(period: Period) -> u32 {
    match period {
        Period::Year(_) => 4,
        Period::Half(..) => 3,
        Period::Quarter(..) => 2,
        Period::Month(..) => 1,
        _ => 0,
    }
}
