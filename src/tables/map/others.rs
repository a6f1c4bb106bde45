//! Rows and columns of a grid that are no stages: notes on the lanes, and how many cards there are.

use super::form::Form;
use super::words::{column_called, is_corner, is_note};
use crate::arrange::Arrange;
use crate::tables::choice::Choice;
use crate::tables::fold;
use crate::tables::grid::Grid;
use crate::tables::note::{Note, Why};
use crate::tables::place::{Axis, Strip};
use crate::tables::question::About;
use crate::tables::reading::Log;
use crate::tables::role::{CardColumn, Role};
use crate::tables::vocabulary::sum_called;

/// Why what is called so is no stage, if its texts bear that out.
fn why<'a>(name: &str, texts: impl Iterator<Item = &'a str>) -> Option<Why> {
    let key = fold::key(name);
    let mut texts = texts.filter(|text| !text.is_empty()).peekable();
    let mut are_counts = || texts.peek().is_some() && texts.all(|text| text.bytes().all(|byte| byte.is_ascii_digit()));
    if is_note(&key) { Some(Why::Notes) } else { sum_called(&key).filter(|_| are_counts()).map(|_| Why::Total) }
}

/// The row that begins another map below the first: one whose corner is that of the heading, and names stages.
pub(super) fn next_map(grid: &Grid, form: &Form) -> Option<usize> {
    let Form::StagesAcross { heading: Some(heading), .. } = form else { return None };
    let corner = |row: usize| fold::key(grid.cell(row, 0));
    let of_stages = column_called(&corner(*heading)) == Some(CardColumn::Stage);
    let is_named = !corner(*heading).is_empty() && (of_stages || is_corner(&corner(*heading)));
    let is_next = |row: &usize| corner(*row) == corner(*heading) && grid.length(*row) > 1;
    (heading + 2..grid.height()).find(is_next).filter(|_| is_named)
}

/// The columns of stages without the others, after asking.
pub(super) fn columns_out(grid: &Grid, heading: Option<usize>, columns: Vec<usize>, log: &mut Log) -> Vec<usize> {
    let Some(heading) = heading else { return columns };
    let why =
        |column: usize| why(grid.cell(heading, column), (heading + 1..grid.height()).map(|row| grid.cell(row, column)));
    if columns.iter().all(|column| why(*column).is_some()) {
        return columns;
    }
    let mut stages = Vec::with_capacity(columns.len());
    for column in columns {
        let Some(why) = why(column) else {
            stages.push(column);
            continue;
        };
        let at = column as u32 + 1;
        let strip = Strip { axis: Axis::Column, at, name: grid.cell(heading, column).to_owned() };
        let options = [Role::LeftOut, Role::Card(CardColumn::Stage)].map(|role| Choice::Column(at, role));
        if log.ask(About::Strip(strip.clone()), options.to_vec(), 0) == options[0] {
            log.note(Note::LeftOut(strip, why));
        } else {
            stages.push(column);
        }
    }
    stages.arrange();
    stages
}

/// The rows of stages without the others, each with the row that names it.
pub(super) fn rows_out(grid: &Grid, rows: Vec<(usize, usize)>, names: usize, log: &mut Log) -> Vec<(usize, usize)> {
    let mut stages = Vec::with_capacity(rows.len());
    for (row, named) in rows {
        let name = grid.cell(named, names);
        let at = grid.place(row, 0).row;
        let why = why(name, (names + 1..grid.length(row)).map(|column| grid.cell(row, column)));
        match why.filter(|_| log.row_taken(at) != Some(true)) {
            Some(why) => log.note(Note::LeftOut(Strip { axis: Axis::Row, at, name: name.to_owned() }, why)),
            None => stages.push((row, named)),
        }
    }
    stages
}
