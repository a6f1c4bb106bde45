//! A table a year below each other, under lines that say the year alone: one table of cohorts, each called by its year too.

use crate::tables::fold;
use crate::tables::grid::Grid;
use crate::tables::note::Note;
use crate::tables::period::{DayOrder, Period};
use crate::tables::reading::Log;
use crate::tables::vocabulary::sum_called;

/// The tables of several years as one; `None` for any other grid. They have the same heading, and nothing else stands between them.
pub(super) fn joined(grid: &Grid, log: &mut Log) -> Option<Grid> {
    let filled = |row: usize| (0..grid.length(row)).filter(|column| !grid.cell(row, *column).is_empty()).count();
    let rows: Vec<usize> = (0..grid.height()).filter(|row| filled(*row) > 0).collect();
    let year = |row: usize| {
        if filled(row) != 1 {
            return None;
        }
        let text = (0..grid.length(row)).map(|column| grid.cell(row, column)).find(|text| !text.is_empty())?;
        matches!(Period::of(text, DayOrder::DayFirst), Some(Period::Year(_))).then_some(text)
    };
    let begins: Vec<usize> = (0..rows.len()).filter(|at| year(rows[*at]).is_some()).collect();
    let [first, _, ..] = begins[..] else { return None };
    let heading = *rows.get(first + 1)?;
    let is_heading = |row: usize| (0..grid.width()).all(|column| grid.cell(row, column) == grid.cell(heading, column));
    // Each row that stays, with its name.
    let mut kept = vec![(heading, grid.cell(heading, 0).to_owned())];
    for (at, begin) in begins.iter().enumerate() {
        let end = begins.get(at + 1).copied().unwrap_or(rows.len());
        let [said, head, body @ ..] = &rows[*begin..end] else { return None };
        if !is_heading(*head) || body.is_empty() || body.iter().any(|row| filled(*row) < 2) {
            return None;
        }
        let year = year(*said)?;
        let is_plain = |name: &str| !name.contains(year) && sum_called(&fold::key(name)).is_none();
        kept.extend(body.iter().map(|row| {
            let name = grid.cell(*row, 0);
            (*row, if is_plain(name) { format!("{name} {year}") } else { name.to_owned() })
        }));
    }
    if filled(heading) < 2 || rows[..first].iter().any(|row| filled(*row) > 1) {
        return None;
    }
    log.note(Note::YearsJoined(begins.len()));
    let of_rows = grid.of_rows(kept.iter().map(|(row, _)| *row));
    Some(of_rows.with_cells(|row, column| (column == 0).then_some(kept[row].1.as_str())))
}
