//! Tables that go out. Each is rows of cells first; [`sheet`] makes a file of them that the spreadsheet of a language opens, and
//! [`tabbed`] a text for the clipboard.

mod accounts;
mod cohorts;
mod map;

pub use accounts::accounts;
pub use cohorts::cohorts;
pub use map::map;

use super::fold::is_invisible;
use super::guard::harmless;
use crate::i18n::Lang;

/// A cell of a table that goes out.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing.
    Blank,
    /// Words; no spreadsheet runs them.
    Text(String),
    /// A number in full.
    Number(f64),
}

impl Cell {
    /// Words; nothing where there are none.
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Cell::Blank } else { Cell::Text(text) }
    }

    /// A number; nothing where there is none.
    pub fn number(number: Option<f64>) -> Self {
        number.filter(|number| number.is_finite()).map_or(Cell::Blank, Cell::Number)
    }
}

/// Rows as a file for the spreadsheet of a language: a byte-order mark, commas or semicolons, CRLF.
pub fn sheet(lang: Lang, rows: &[Vec<Cell>]) -> String {
    let mut text = String::from('\u{feff}');
    write(&mut text, lang, rows, lang.customs().cells, "\r\n");
    text
}

/// Rows as the text that spreadsheets take from the clipboard: parted by tabs.
pub fn tabbed(lang: Lang, rows: &[Vec<Cell>]) -> String {
    let mut text = String::new();
    write(&mut text, lang, rows, '\t', "\n");
    text
}

fn write(text: &mut String, lang: Lang, rows: &[Vec<Cell>], separator: char, end: &str) {
    for row in rows {
        for (at, cell) in row.iter().enumerate() {
            if at > 0 {
                text.push(separator);
            }
            match cell {
                Cell::Blank => (),
                Cell::Text(words) => *text += &quoted(&harmless(words)),
                Cell::Number(number) => *text += &figure(lang, *number),
            }
        }
        *text += end;
    }
}

/// A number in full with the decimal sign of a language, as spreadsheets read it.
fn figure(lang: Lang, number: f64) -> String {
    lang.marked(&(number + 0.0).to_string())
}

/// A cell in quotation marks where it holds a sign that could part cells or rows.
fn quoted(text: &str) -> String {
    let parts = |c: char| matches!(c, ',' | ';' | '\t' | '|' | '"' | '\n' | '\r' | '\u{b}' | '\u{2028}');
    // A mark without width at the beginning could be taken for that of the file.
    if text.contains(parts) || text != text.trim() || text.starts_with(is_invisible) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.into()
    }
}
