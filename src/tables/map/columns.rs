//! The columns of a map of a card a row.

use crate::tables::fold::trimmed;
use crate::tables::grid::Grid;
use crate::tables::guard::as_typed;
use crate::tables::place::CellPlace;
use crate::tables::role::CardColumn;

/// The columns of such a table.
pub(super) struct Columns<'a> {
    pub grid: &'a Grid,
    pub heading: usize,
    pub places: Vec<(usize, CardColumn)>,
}

impl<'a> Columns<'a> {
    /// What a row says in a column, to the letter, as it was typed.
    pub fn raw(&self, row: usize, column: CardColumn) -> &'a str {
        self.at(column).map_or("", |at| as_typed(self.grid.raw(row, at)))
    }

    /// The same without white space around it.
    pub fn text(&self, row: usize, column: CardColumn) -> &'a str {
        trimmed(self.raw(row, column))
    }

    /// Where a column stands.
    pub fn at(&self, column: CardColumn) -> Option<usize> {
        self.places.iter().find(|(_, other)| *other == column).map(|(at, _)| *at)
    }

    /// The place of a cell; of the row where the column is missing.
    pub fn place(&self, row: usize, column: CardColumn) -> CellPlace {
        self.grid.place(row, self.at(column).unwrap_or(0))
    }
}
