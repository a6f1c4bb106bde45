//! Tables whose rows are numbered and whose heading has no cell for the numbers, as programs for statistics write them.

use super::{Grid, Row};
use crate::i18n::amounts::Numeral;

impl Grid {
    /// The same with an empty corner before the heading, where each row below it is one cell longer and begins with its number.
    pub(super) fn with_corner(self) -> Self {
        if !self.lacks_corner() {
            return self;
        }
        let mut grid = Grid { text: String::new(), ends: Vec::new(), rows: Vec::new(), ..self.clone() };
        for row in 0..self.height() {
            grid.rows.push(Row { first: grid.ends.len() as u32, ..self.rows[row] });
            if row == 0 {
                grid.ends.push(grid.text.len() as u32);
            }
            for column in 0..self.length(row) {
                grid.text.push_str(self.raw(row, column));
                grid.ends.push(grid.text.len() as u32);
            }
        }
        grid
    }

    fn lacks_corner(&self) -> bool {
        let width = self.height().checked_sub(2).map_or(0, |_| self.length(0));
        let is_head = |column: usize| self.cell(0, column).contains(char::is_alphabetic);
        let number = |row: usize| self.cell(row, 0).parse::<usize>().ok();
        let is_worded = |row: usize| !self.cell(row, 1).is_empty() && Numeral::of(self.cell(row, 1), "").is_none();
        let Some(first) = number(1).filter(|first| *first < 2 && width > 1) else { return false };
        is_head(0)
            && (0..width).all(|column| !self.cell(0, column).is_empty())
            && (1..self.height()).all(|row| number(row) == Some(first + row - 1) && is_worded(row))
            && (1..self.height()).all(|row| self.length(row) <= width + 1)
            && (1..self.height()).any(|row| self.length(row) == width + 1)
    }
}
