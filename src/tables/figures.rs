//! A table of figures of any kind, such as that of a chart: words and numbers, with a heading of words.

use super::cells::{Cell, Cells};
use super::export;
use super::fault::Problem;
use super::grid::Grid;
use super::guard::as_typed;
use super::marks::Marks;
use super::place::CellPlace;
use super::reading::{Context, Log, Reading};

/// Figures as they were read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figures {
    /// The first row, as words.
    pub heading: Vec<String>,
    /// The rows below it, as long as they are.
    pub rows: Vec<Vec<export::Cell>>,
}

/// Reads a table of figures.
pub fn read(grid: &Grid, context: Context) -> Reading<Figures> {
    let mut log = Log::new(context, grid);
    if grid.height() == 0 {
        log.fault(Problem::NothingThere, CellPlace { row: 1, column: 1, line: 1 }, "");
        return log.finish(None);
    }
    let cells = Cells::of(grid, context.currency);
    let numerals = (1..grid.height()).flat_map(|row| (0..grid.length(row)).map(move |column| (row, column)));
    let marks = Marks::of(numerals.filter_map(|(row, column)| cells.at(row, column).number()), false, &mut log);
    let text = |row: usize, column: usize| as_typed(grid.raw(row, column)).to_owned();
    let cell = |row: usize, column: usize| match cells.at(row, column) {
        Cell::Number(numeral) => export::Cell::Number(marks.value(&numeral)),
        Cell::Blank => export::Cell::Blank,
        Cell::Word | Cell::NotYet => export::Cell::Text(text(row, column)),
    };
    let figures = Figures {
        heading: (0..grid.length(0)).map(|column| text(0, column)).collect(),
        rows: (1..grid.height()).map(|row| (0..grid.length(row)).map(|column| cell(row, column)).collect()).collect(),
    };
    log.finish(Some(figures))
}
