//! A year and its month, or its quarter, in two columns of their own: they become one period.

use super::choice::Choice;
use super::fold;
use super::grid::Grid;
use super::layout::Wanted;
use super::note::Note;
use super::period::{DayOrder, Period};
use super::phrases;
use super::place::{Axis, Strip};
use super::reading::Log;
use super::role::Role;
use super::vocabulary::{self as words, AgeUnit};
use crate::arrange::Arrange;

/// How many rows may stand above the heading, and how many cells of a row are looked at.
const TITLES: usize = 20;
const MOST_COLUMNS: usize = 60;
/// How many rows show what a column holds.
const SAMPLE: usize = 200;

/// The columns of a year and of its parts.
struct Pair {
    /// The row that names them.
    heading: Option<usize>,
    year: usize,
    part: usize,
    step: AgeUnit,
}

/// The grid with the period in the first of the two columns and nothing in the other; `None` where there are no such columns.
pub(super) fn of_years(grid: &Grid, wanted: Wanted, log: &mut Log) -> Option<Grid> {
    let pair = named(grid, wanted).or_else(|| nameless(grid))?;
    if log.choice(|choice| one_alone(choice, &pair)).is_some() {
        return None;
    }
    let (first, second) = (pair.year.min(pair.part), pair.year.max(pair.part));
    let body = pair.heading.map_or(0, |row| row + 1);
    let strip = |column: usize| Strip {
        axis: Axis::Column,
        at: column as u32 + 1,
        name: pair.heading.map_or("", |row| grid.cell(row, column)).to_owned(),
    };
    log.note(Note::Joined(strip(pair.year), strip(pair.part)));
    let mut year = None;
    let mut joined: Vec<Option<String>> = Vec::with_capacity(grid.height());
    for row in 0..grid.height() {
        // A year that stands once is that of the rows below it.
        year = if grid.cell(row, pair.year).is_empty() { year } else { year_in(grid.cell(row, pair.year)) };
        let part = part_in(grid.cell(row, pair.part), pair.step);
        let text = year.zip(part).map(|(year, part)| match pair.step {
            AgeUnit::Quarter => format!("Q{part} {year}"),
            _ => format!("{year}-{part:02}"),
        });
        joined.push(text.filter(|_| row >= body));
    }
    Some(grid.with_cells(|row, column| {
        let is_head = pair.heading == Some(row);
        match &joined[row] {
            Some(text) if column == first => Some(text.as_str()),
            Some(_) if column == second => Some(""),
            None if is_head && column == first => Some(grid.cell(row, pair.part)),
            None if is_head && column == second => Some(""),
            _ => None,
        }
    }))
}

/// Whether somebody said what one of the columns holds by itself.
fn one_alone(choice: &Choice, pair: &Pair) -> Option<()> {
    let Choice::Column(at, role) = choice else { return None };
    let is_one = [pair.year, pair.part].contains(&(*at as usize).saturating_sub(1));
    (is_one && *role != Role::Periods).then_some(())
}

/// Columns whose headings say what they are.
fn named(grid: &Grid, wanted: Wanted) -> Option<Pair> {
    (0..grid.height().min(TITLES)).find_map(|heading| {
        let width = grid.length(heading).min(MOST_COLUMNS);
        let keys: Vec<String> = (0..width).map(|column| fold::key(grid.cell(heading, column))).collect();
        let step = |column: &usize| phrases::step_over(&keys[*column]).filter(|_| is_plain(&keys[*column]));
        let year = (0..width).find(|column| step(column) == Some(AgeUnit::Year))?;
        let part = (0..width).find(|column| matches!(step(column), Some(AgeUnit::Month | AgeUnit::Quarter)))?;
        let pair = Pair { heading: Some(heading), year, part, step: step(&part)? };
        // A year of cohorts and a month of their age are two things.
        let others = (0..width).filter(|column| ![year, part].contains(column) && !keys[*column].is_empty()).count();
        (holds(grid, &pair) && (wanted == Wanted::Accounts || others > 1)).then_some(pair)
    })
}

/// Whether a heading says nothing but a length of time: neither an age, as "Month 1" does, nor revenue of a month.
fn is_plain(key: &str) -> bool {
    const MORE: &[&str] =
        &["fiscal", "calendar", "reporting", "name", "number", "отчетный", "календарный", "название", "номер"];
    key.split(' ').all(|word| words::step_called(word).is_some() || MORE.contains(&word))
}

/// Whether a heading says nothing but that years stand below it.
pub(super) fn is_of_years(key: &str) -> bool {
    phrases::step_over(key) == Some(AgeUnit::Year) && is_plain(key)
}

/// Columns next to each other of which one holds years that come again and the other months.
fn nameless(grid: &Grid) -> Option<Pair> {
    let width = grid.width().min(MOST_COLUMNS);
    let pairs = (1..width).flat_map(|at| [(at - 1, at), (at, at - 1)]);
    let pair = |(year, part)| Pair { heading: None, year, part, step: AgeUnit::Month };
    pairs.map(pair).find(|pair| {
        let rows = grid.height().min(SAMPLE);
        let sound = |row: usize| !grid.cell(row, pair.year).is_empty() && !grid.cell(row, pair.part).is_empty();
        let distinct = |column: usize| {
            let mut cells: Vec<&str> = (0..rows).map(|row| grid.cell(row, column)).collect();
            cells.arrange();
            cells.dedup();
            cells.len()
        };
        rows > 3
            && (0..rows).all(sound)
            && holds(grid, pair)
            && distinct(pair.year) * 2 <= rows
            && distinct(pair.part) > 1
    })
}

/// Whether nearly all cells below the heading are years and parts of them.
fn holds(grid: &Grid, pair: &Pair) -> bool {
    let body = pair.heading.map_or(0, |row| row + 1);
    let nearly_all = |column: usize, is: &dyn Fn(&str) -> bool| {
        let cells =
            (body..grid.height()).take(SAMPLE).map(|row| grid.cell(row, column)).filter(|text| !text.is_empty());
        let (mut sound, mut all) = (0, 0);
        for text in cells {
            all += 1;
            sound += usize::from(is(text));
        }
        all > 0 && sound * 10 >= all * if pair.heading.is_some() { 9 } else { 10 }
    };
    let is_part = |text: &str| part_in(text, pair.step).is_some();
    nearly_all(pair.year, &|text| year_in(text).is_some()) && nearly_all(pair.part, &is_part)
}

fn year_in(text: &str) -> Option<i32> {
    if let Some(Period::Year(year)) = Period::of(text, DayOrder::DayFirst) { Some(year) } else { None }
}

/// The number of a month or of a quarter.
fn part_in(text: &str, step: AgeUnit) -> Option<u32> {
    let most = if step == AgeUnit::Quarter { 4 } else { 12 };
    let part = match Period::of(text, DayOrder::DayFirst)? {
        Period::MonthOnly(month) if step == AgeUnit::Month => month,
        Period::Age(own, n) if own.is_none_or(|own| own == step) => n,
        _ => return None,
    };
    (1..=most).contains(&part).then_some(part)
}
