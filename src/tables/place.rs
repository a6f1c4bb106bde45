//! Where things stand in a pasted table, as the person's sheet counts it.

/// Where a cell stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct CellPlace {
    /// The row of the sheet, from 1. Blank rows count; a line `sep=;` does not.
    pub row: u32,
    /// The column, from 1.
    pub column: u32,
    /// The line of the text on which the row begins, from 1.
    pub line: u32,
}

/// A row or a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Axis {
    /// A row.
    Row,
    /// A column.
    Column,
}

/// A row or a column with its number in the sheet, from 1, and what it is called there; empty when it has no name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Strip {
    /// Which of the two.
    pub axis: Axis,
    /// Its number, from 1.
    pub at: u32,
    /// Its name.
    pub name: String,
}
