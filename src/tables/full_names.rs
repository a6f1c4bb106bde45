//! First and last names in columns of their own: together they name one client.

use super::choice::Choice;
use super::fold;
use super::grid::Grid;
use super::note::Note;
use super::place::{Axis, Strip};
use super::reading::Log;
use super::vocabulary as words;

/// How many rows may stand above the heading, and how many columns are looked at.
const TITLES: usize = 20;
const MOST_COLUMNS: usize = 60;

/// The grid with whole names in the first of such columns and nothing in the others; `None` where there are none, or where another
/// column names the clients.
pub(super) fn joined(grid: &Grid, log: &mut Log) -> Option<Grid> {
    let (heading, parts) = (0..grid.height().min(TITLES)).find_map(|row| Some((row, parts_in(grid, row)?)))?;
    let is_one = |choice: &Choice| matches!(choice, Choice::Column(at, _) if parts.contains(&(*at as usize - 1)));
    if log.context.choices.iter().any(is_one) {
        return None;
    }
    let strip = |column: &usize| Strip {
        axis: Axis::Column,
        at: *column as u32 + 1,
        name: grid.cell(heading, *column).to_owned(),
    };
    log.note(Note::FullNames(parts.iter().map(strip).collect()));
    let (first, others) = parts.split_first()?;
    let together = |row: usize| {
        let texts = parts.iter().map(|column| grid.cell(row, *column)).filter(|text| !text.is_empty());
        texts.collect::<Vec<_>>().join(if row == heading { ", " } else { " " })
    };
    let names: Vec<String> =
        (0..grid.height()).map(|row| if row < heading { String::new() } else { together(row) }).collect();
    Some(grid.with_cells(|row, column| match row < heading {
        true => None,
        false if column == *first => Some(names[row].as_str()),
        false => others.contains(&column).then_some(""),
    }))
}

/// The columns of the parts of a name below a heading, in their order.
fn parts_in(grid: &Grid, heading: usize) -> Option<Vec<usize>> {
    let width = grid.length(heading).min(MOST_COLUMNS);
    let keys: Vec<String> = (0..width).map(|column| fold::key(grid.cell(heading, column))).collect();
    let mut parts: Vec<usize> = [words::is_first_name, words::is_last_name]
        .into_iter()
        .map(|is: fn(&str) -> bool| keys.iter().position(|key| is(key)))
        .collect::<Option<_>>()?;
    parts.extend(keys.iter().position(|key| words::is_middle_name(key)));
    // Whoever belongs to a company is not the client.
    let rows = grid.height() - heading - 1;
    let is_filled = |column: &usize| {
        (heading + 1..grid.height()).filter(|row| !grid.cell(*row, *column).is_empty()).count() * 2 >= rows
    };
    let mut others = (0..width).filter(|column| words::is_surely_account_heading(&keys[*column]));
    let is_named = others.any(|column| is_filled(&column));
    (!is_named).then(|| (0..width).filter(|column| parts.contains(column)).collect())
}
