//! Tables of accounts a year each, one below the other: one table with the periods of all years side by side.

use std::collections::{BTreeMap, BTreeSet};

use super::cells::{Cell, Cells};
use super::fold;
use super::grid::Grid;
use super::heading;
use super::matrix::MOST_PERIODS;
use super::note::Note;
use super::period::{DayOrder, Period};
use super::reading::Log;
use super::vocabulary as words;

/// A table of a year.
struct Block {
    /// What each of its columns is called, the year in it; empty for a column without a period.
    heads: Vec<String>,
    /// Its rows.
    rows: Vec<usize>,
}

/// The tables of several years as one; `None` for any other grid. Each names its year, above its heading, in its corner, in its
/// periods, or on a line between the rows, and nothing in them would have to be pointed at where it stands.
pub(super) fn joined(grid: &Grid, log: &mut Log) -> Option<Grid> {
    let blocks = blocks(grid)?;
    let mut periods: Vec<Period> = Vec::new();
    for period in blocks.iter().flat_map(|block| &block.heads).filter_map(|head| Period::of(head, ORDER)) {
        if periods.contains(&period) || periods.len() == MOST_PERIODS {
            return None;
        }
        periods.push(period);
    }
    let cells = Cells::of(grid, log.context.currency);
    let is_sound = |row: &usize| (1..grid.length(*row)).all(|column| cells.at(*row, column) != Cell::Word);
    if blocks.len() < 2 || !blocks.iter().flat_map(|block| &block.rows).all(is_sound) {
        return None;
    }
    // Each account by the row in which it is first, and its cells by where they come to stand.
    let mut firsts: Vec<usize> = Vec::new();
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    let mut found: BTreeMap<(usize, usize), (usize, usize)> = BTreeMap::new();
    let mut heads = vec![blocks[0].heads[0].clone()];
    for block in &blocks {
        let shift = heads.len() - 1;
        heads.extend(block.heads.iter().skip(1).cloned());
        let mut here = BTreeSet::new();
        for &row in &block.rows {
            let place = *places.entry(fold::key(grid.cell(row, 0))).or_insert_with(|| {
                firsts.push(row);
                firsts.len()
            });
            if !here.insert(place) {
                return None;
            }
            (1..grid.length(row)).for_each(|column| _ = found.insert((place, shift + column), (row, column)));
        }
    }
    log.note(Note::PeriodsJoined(blocks.len()));
    let rows = std::iter::once(0).chain(firsts.iter().copied()).collect::<Vec<_>>();
    let text = |row: usize, column: usize| match (row, column) {
        (0, _) => heads[column].as_str(),
        (_, 0) => grid.raw(firsts[row - 1], 0),
        _ => found.get(&(row, column)).map_or("", |(row, column)| grid.raw(*row, *column)),
    };
    Some(grid.laid_out(&rows, heads.len(), text))
}

const ORDER: DayOrder = DayOrder::DayFirst;

/// The tables of the grid.
fn blocks(grid: &Grid) -> Option<Vec<Block>> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut year: Option<&str> = None;
    // The heading as it was written, for years between the rows.
    let mut recurring: Option<usize> = None;
    for row in 0..grid.height() {
        if let Some(said) = year_alone(grid, row) {
            year = Some(said);
            if let Some(heading) = recurring {
                // A heading of its own may follow.
                blocks.push(Block { heads: heads(grid, heading, year)?, rows: Vec::new() });
            }
        } else if is_heading(grid, row) {
            let own = year_of(grid.cell(row, 0)).or(year.take());
            let heads = heads(grid, row, own).unwrap_or_default();
            recurring = heads.is_empty().then_some(row);
            blocks.retain(|block| !block.rows.is_empty());
            if !heads.is_empty() {
                blocks.push(Block { heads, rows: Vec::new() });
            } else if !blocks.is_empty() {
                return None;
            }
        } else {
            let block = blocks.last_mut()?;
            if grid.length(row) > block.heads.len() || grid.cell(row, 0).is_empty() {
                return None;
            }
            block.rows.push(row);
        }
    }
    blocks.iter().all(|block| !block.rows.is_empty()).then_some(blocks)
}

/// What the columns below a heading are called, with the year; `None` where that is not known.
fn heads(grid: &Grid, heading: usize, year: Option<&str>) -> Option<Vec<String>> {
    let head = |column: usize| {
        let text = grid.cell(heading, column);
        match Period::of(text, ORDER) {
            _ if column == 0 => Some(if words::names_rows(&fold::key(text)) { text.to_owned() } else { String::new() }),
            Some(period) if period.recurs() => year.map(|year| format!("{text} {year}")),
            Some(period) => period.is_calendar().then(|| text.to_owned()),
            None => words::sum_called(&fold::key(text)).map(|_| text.to_owned()),
        }
    };
    (0..grid.length(heading)).map(head).collect()
}

fn is_heading(grid: &Grid, row: usize) -> bool {
    let cells = || (1..grid.length(row)).map(|column| grid.cell(row, column));
    let is_named = words::names_rows(&fold::key(grid.cell(row, 0)));
    let are_heads = |text: &str| Period::of(text, ORDER).is_some() || words::sum_called(&fold::key(text)).is_some();
    is_named && cells().count() > 1 && cells().all(are_heads)
        || cells().count() > 1
            && heading::is_year_row((0..grid.length(row)).map(|column| grid.cell(row, column)), ORDER)
}

/// The year that is all of a row.
fn year_alone(grid: &Grid, row: usize) -> Option<&str> {
    let mut cells = (0..grid.length(row)).map(|column| grid.cell(row, column)).filter(|text| !text.is_empty());
    let year = cells.next().and_then(year_of)?;
    cells.next().is_none().then_some(year)
}

fn year_of(text: &str) -> Option<&str> {
    matches!(Period::of(text, ORDER), Some(Period::Year(_))).then_some(text)
}
