//! The cells of a sheet.

use chrono::NaiveDate;

use super::styles::Styles;
use super::{Rich, Value, unescaped};
use crate::exchange::office::xlsx::{MOST_COLUMNS, MOST_ROWS};
use crate::exchange::xml::{Fault, Tag, Token, walk};
use crate::model::day::parse_day;

/// The most cells of all sheets together, those that are empty between others among them.
pub const MOST_CELLS: usize = 600_000;
/// The most bytes of their texts.
const MOST_TEXT: usize = 24 << 20;

/// How much may still be read.
pub struct Budget {
    cells: usize,
    text: usize,
}

impl Default for Budget {
    fn default() -> Self {
        Budget { cells: MOST_CELLS, text: MOST_TEXT }
    }
}

impl Budget {
    fn take(&mut self, cells: usize, text: usize) -> Result<(), Fault> {
        self.cells = self.cells.checked_sub(cells).ok_or(Fault::TooLarge)?;
        self.text = self.text.checked_sub(text).ok_or(Fault::TooLarge)?;
        Ok(())
    }
}

/// The cell that is being read.
#[derive(Default)]
struct Open {
    /// Row and column, counted from 0.
    place: (usize, usize),
    kind: String,
    style: Option<usize>,
    /// What stands in `v`, and in `is`.
    value: String,
    words: String,
}

struct Cells<'a> {
    rows: Vec<Vec<Value>>,
    strings: &'a [String],
    styles: &'a Styles,
    budget: &'a mut Budget,
    /// Where the next cell is that does not say where it is.
    next: (usize, usize),
}

/// The rows of a sheet.
///
/// # Errors
/// What is damaged in the sheet, or that it is larger than the budget.
pub fn read(text: &str, strings: &[String], styles: &Styles, budget: &mut Budget) -> Result<Vec<Vec<Value>>, Fault> {
    let mut cells = Cells { rows: Vec::new(), strings, styles, budget, next: (0, 0) };
    let mut open: Option<Open> = None;
    let mut in_value = false;
    let mut rich = Rich::default();
    // The names of the elements that are open.
    let mut path: Vec<Name> = Vec::new();
    walk(text, &mut |step| {
        if let Some(cell) = &mut open
            && let Some(words) = rich.step(&step)
        {
            cell.words.push_str(words);
        }
        match step {
            Token::Open(tag) => {
                let name = Name::of(tag.name());
                match name {
                    Name::Row => cells.begin_row(&tag)?,
                    Name::Cell => {
                        open = Some(cells.begin(&tag)?);
                        rich = Rich::default();
                    }
                    Name::Value => in_value = true,
                    Name::Other => (),
                }
                path.push(name);
            }
            Token::Text(text) => {
                if let Some(cell) = open.as_mut().filter(|_| in_value) {
                    cell.value.push_str(text);
                }
            }
            Token::Close => match path.pop() {
                Some(Name::Value) => in_value = false,
                Some(Name::Row) => cells.next = (cells.next.0.saturating_add(1), 0),
                Some(Name::Cell) => {
                    if let Some(cell) = open.take() {
                        cells.end(cell)?;
                    }
                }
                _ => (),
            },
        }
        Ok(())
    })?;
    let mut rows = cells.rows;
    for row in &mut rows {
        let length = row.iter().rposition(|value| *value != Value::Empty).map_or(0, |at| at + 1);
        row.truncate(length);
    }
    let length = rows.iter().rposition(|row| !row.is_empty()).map_or(0, |at| at + 1);
    rows.truncate(length);
    Ok(rows)
}

/// The elements that matter.
#[derive(Clone, Copy)]
enum Name {
    Row,
    Cell,
    Value,
    Other,
}

impl Name {
    fn of(name: &str) -> Self {
        match name {
            "row" => Name::Row,
            "c" => Name::Cell,
            "v" => Name::Value,
            _ => Name::Other,
        }
    }
}

impl Cells<'_> {
    fn begin_row(&mut self, tag: &Tag) -> Result<(), Fault> {
        let attributes = tag.attributes()?;
        let number =
            attributes.iter().find(|(name, _)| name == "r").and_then(|(_, number)| number.parse::<usize>().ok());
        let row = number.map_or(self.next.0, |number| number.saturating_sub(1));
        self.next = (row, 0);
        Ok(())
    }

    fn begin(&mut self, tag: &Tag) -> Result<Open, Fault> {
        let mut cell = Open { place: self.next, ..Open::default() };
        for (name, value) in tag.attributes()? {
            match name.as_str() {
                "r" => cell.place = place(&value).ok_or(Fault::Damaged)?,
                "t" => cell.kind = value,
                "s" => cell.style = value.parse().ok(),
                _ => (),
            }
        }
        self.next = (cell.place.0, cell.place.1 + 1);
        Ok(cell)
    }

    fn end(&mut self, cell: Open) -> Result<(), Fault> {
        let value = self.value(&cell)?;
        if value == Value::Empty {
            return Ok(());
        }
        let (row, column) = cell.place;
        if row >= MOST_ROWS || column >= MOST_COLUMNS {
            return Err(Fault::TooLarge);
        }
        let more_rows = (row + 1).saturating_sub(self.rows.len());
        let length = self.rows.get(row).map_or(0, Vec::len);
        let more_cells = (column + 1).saturating_sub(length);
        self.budget.take(more_rows.max(1) - 1 + more_cells, 0)?;
        if more_rows > 0 {
            self.rows.resize_with(row + 1, Vec::new);
        }
        let cells = &mut self.rows[row];
        if more_cells > 0 {
            cells.resize(column + 1, Value::Empty);
        }
        cells[column] = value;
        Ok(())
    }

    fn value(&mut self, cell: &Open) -> Result<Value, Fault> {
        let value = cell.value.trim();
        match cell.kind.as_str() {
            "s" => {
                let strings = self.strings;
                self.text(value.parse().ok().and_then(|at: usize| strings.get(at)).map_or("", String::as_str))
            }
            "inlineStr" => self.text(&unescaped(&cell.words)),
            "str" => self.text(&unescaped(&cell.value)),
            "b" if !value.is_empty() => Ok(Value::Flag(matches!(value, "1" | "true"))),
            "e" if !value.is_empty() => Ok(match self.text(value)? {
                Value::Text(text) => Value::Error(text),
                other => other,
            }),
            "d" => {
                let day: Option<NaiveDate> = value.get(..10).and_then(|day| parse_day(day).ok());
                day.map_or_else(|| self.text(value), |day| Ok(Value::Day(day)))
            }
            _ => match value.parse::<f64>() {
                Ok(number) if number.is_finite() => Ok(self.styles.value(number, cell.style)),
                _ => self.text(value),
            },
        }
    }

    /// Words of a cell, as long as there is room for them: many cells may share one long text.
    fn text(&mut self, text: &str) -> Result<Value, Fault> {
        self.budget.take(0, text.len())?;
        Ok(if text.is_empty() { Value::Empty } else { Value::Text(text.to_owned()) })
    }
}

/// Row and column, counted from 0, of a place such as `AB12`.
fn place(text: &str) -> Option<(usize, usize)> {
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (letters, digits) = text.split_at(letters);
    if letters.is_empty() || letters.len() > 3 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let column = letters.bytes().fold(0, |sum, letter| sum * 26 + usize::from(letter.to_ascii_uppercase() - b'A') + 1);
    Some((digits.parse::<usize>().ok()?.checked_sub(1)?, column - 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::office::xlsx::column;

    #[test]
    fn places_are_named_by_letters_and_digits() {
        assert_eq!(place("A1"), Some((0, 0)));
        assert_eq!(place("xfd1048576"), Some((1_048_575, 16_383)));
        for wrong in ["", "A", "1", "A0", "AAAA1", "A-1", "A+1", "Я1", "A99999999999999999999"] {
            assert_eq!(place(wrong), None, "{wrong}");
        }
        for at in [0, 25, 26, 27, 701, 702, 16_383] {
            assert_eq!(place(&format!("{}7", column(at))), Some((6, at)));
        }
    }
}
