//! Workbooks: tables out, with numbers as numbers and days as days, and whatever sheets people have in.

mod read;
mod write;

use chrono::NaiveDate;

pub use read::{ReadSheet, Refused, Value, read};
pub use write::write;

/// A cell to be written.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Words. Never run as a formula.
    Text(String),
    /// A number, shown in full; one that is not finite is left out.
    Number(f64),
    /// A share, shown in per cent.
    Share(f64),
    /// A number, of which a format such as `#,##0.00` says what is shown: the cell holds all of its digits.
    Formatted(f64, String),
    /// A day.
    Day(NaiveDate),
}

impl Cell {
    /// Words.
    pub fn text(text: impl Into<String>) -> Self {
        Cell::Text(text.into())
    }

    /// A number, if there is one.
    pub fn number(number: Option<impl Into<f64>>) -> Self {
        number.map_or(Cell::Empty, |number| Cell::Number(number.into()))
    }
}

/// A sheet to be written. Its head stays in view.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NewSheet {
    /// Its name; what a name may not have is left out of it.
    pub name: String,
    /// What the columns are called.
    pub head: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<Cell>>,
}

/// The day that serial number 0 stands for. Right from March 1900 on: before, the numbers count a day that never was.
const DAY_ZERO: NaiveDate = match NaiveDate::from_ymd_opt(1899, 12, 30) {
    Some(day) => day,
    None => NaiveDate::MIN,
};
/// The first day that has a serial number everybody agrees on: 1 March 1900.
const FIRST_SERIAL: i64 = 61;
/// That of 31 December 9999.
const LAST_SERIAL: i64 = 2_958_465;

/// The most rows and columns that programs take.
const MOST_ROWS: usize = 1_048_576;
const MOST_COLUMNS: usize = 16_384;
/// The most UTF-16 units of a text in a cell.
const MOST_UNITS: usize = 32_767;

/// The letters of a column counted from 0: A, B, …, Z, AA.
fn column(at: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = at + 1;
    while rest > 0 {
        letters.push(char::from(b'A' + ((rest - 1) % 26) as u8));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}
