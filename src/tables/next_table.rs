//! A second table below the first in one paste: it is named and left out, and read into no row of the first.

use std::collections::BTreeSet;
use std::ops::Range;

use super::fold;
use super::grid::Grid;
use super::heading;
use super::measures;
use super::note::{Note, Why};
use super::period::{DayOrder, Period};
use super::phrases;
use super::place::{Axis, Strip};
use super::reading::Log;
use super::vocabulary as words;

/// The grid without what begins with another heading below its rows; `None` where there is no other table.
pub(super) fn without(grid: &Grid, log: &mut Log) -> Option<Grid> {
    let begins =
        |first: usize| (first + 2..grid.height()).find(|row| is_heading(grid, *row) && !goes_on(grid, first, *row));
    let next = (0..grid.height()).find(|row| is_heading(grid, *row)).and_then(begins).or_else(|| of_another(grid))?;
    Some(cut(grid, next, log))
}

/// Where the heading comes again under another name: "Basic, M0, M1" below "Pro, M0, M1".
fn of_another(grid: &Grid) -> Option<usize> {
    let first = (0..grid.height()).find(|row| filled(grid, *row) > 1)?;
    let heads = |row: usize| (1..grid.width()).map(move |column| grid.cell(row, column));
    let is_named = |row: usize| !grid.cell(row, 0).is_empty();
    let are_words = heads(first).any(|text| text.contains(char::is_alphabetic));
    let are_heads = filled(grid, first) > 2 && is_named(first) && are_words && heads(first).all(is_head);
    let is_again =
        |row: &usize| is_named(*row) && grid.cell(*row, 0) != grid.cell(first, 0) && heads(*row).eq(heads(first));
    (first + 2..grid.height()).find(is_again).filter(|_| are_heads)
}

/// The grid above the heading of another table, which is named.
pub(super) fn cut(grid: &Grid, next: usize, log: &mut Log) -> Grid {
    // A line by itself right above a heading is the title of what follows.
    let begins = if filled(grid, next - 1) == 1 { next - 1 } else { next };
    let name = (0..grid.width()).map(|column| grid.cell(begins, column)).find(|text| !text.is_empty());
    let strip = Strip { axis: Axis::Row, at: grid.place(begins, 0).row, name: name.unwrap_or_default().to_owned() };
    log.note(Note::LeftOut(strip, Why::NextTable));
    grid.of_first(begins)
}

/// Whether a row names rows in its first cell, as no account and no cohort is called, and holds no amounts.
fn is_heading(grid: &Grid, row: usize) -> bool {
    let is_year = || {
        let cells = (0..grid.length(row)).map(|column| grid.cell(row, column));
        filled(grid, row) > 2 && heading::is_year_row(cells, DayOrder::DayFirst)
    };
    let is_named = words::names_rows(&fold::key(grid.cell(row, 0)));
    is_named && filled(grid, row) > 1 && (1..grid.length(row)).all(|column| is_head(grid.cell(row, column)))
        || is_year()
}

/// Whether a text may stand in a heading: words, a period, nothing.
fn is_head(text: &str) -> bool {
    let is_number = text.chars().all(|c| !c.is_alphabetic());
    text.is_empty() || !is_number || Period::of(text, DayOrder::DayFirst).is_some()
}

/// Whether a heading is the first one again, as on each page of a print, and no year or quarter of its own stands above it.
fn goes_on(grid: &Grid, first: usize, row: usize) -> bool {
    let is_same = (0..grid.width()).all(|column| grid.cell(first, column) == grid.cell(row, column));
    let above = grid.cell(row - 1, 0);
    let is_titled = filled(grid, row - 1) == 1;
    is_same
        && !(is_titled && Period::of(above, DayOrder::DayFirst).is_some())
        && !(is_titled && is_of_another_measure(grid, first, above) && names_come_again(grid, first, row))
}

/// Whether a title says that something else is measured below it than below the title above: "Churn" and "Retention", but not the
/// retention of one part and of the next.
fn is_of_another_measure(grid: &Grid, first: usize, title: &str) -> bool {
    let above = first.checked_sub(1).map_or_else(String::new, |row| fold::key(grid.cell(row, 0)));
    let key = fold::key(title);
    let is_shared = |word: &str| is_of_measure(word) && fold::words(&above).any(|other| other == word);
    let is_same = fold::words(&key).any(is_shared) && phrases::is_paid(&key) == phrases::is_paid(&above);
    is_of_measure(&key) && !is_same
}

/// Whether a title says what is measured below it: "Churn", "MRR", "Seats".
fn is_of_measure(key: &str) -> bool {
    words::says_lost(key)
        || words::says_kept(key)
        || words::is_size_heading(key)
        || measures::called(key).is_some()
        || key.split_whitespace().count() < 4 && fold::words(key).any(|word| phrases::measures(word).is_some())
}

/// Whether rows below a heading are called as rows above it.
fn names_come_again(grid: &Grid, first: usize, row: usize) -> bool {
    // A heading may come again on each of many pages.
    const MOST: usize = 100;
    let names = |rows: Range<usize>| {
        let names = rows.take(MOST).map(|row| fold::key(grid.cell(row, 0)));
        names.filter(|name| !name.is_empty())
    };
    let known: BTreeSet<String> = names(first + 1..row - 1).collect();
    names(row + 1..grid.height()).any(|name| known.contains(&name))
}

fn filled(grid: &Grid, row: usize) -> usize {
    (0..grid.length(row)).filter(|column| !grid.cell(row, *column).is_empty()).count()
}
