//! What is said about tables: their headings when they go out, and what was understood of them when they come in.

use super::Lang;
use crate::tables::bytes::NoText;
use crate::tables::choice::Choice;
use crate::tables::fault::{Fault, FileKind};
use crate::tables::note::Note;
use crate::tables::place::CellPlace;
use crate::tables::question::Question;
use crate::tables::record::Record;
use crate::tables::role::{CardColumn, Role};

/// What is said about tables in one language. The English text is the description of each.
#[allow(missing_docs, reason = "each field is described by its English text")]
pub struct TableWords {
    // Headings of files.
    pub cohort: &'static str,
    pub cohort_per_cent: &'static str,
    pub client: &'static str,
    pub period: &'static str,
    pub column: fn(CardColumn) -> &'static str,
    pub record: fn(Record) -> &'static str,
    // What was understood, a sentence each.
    pub note: fn(&Note) -> String,
    // What is asked, and the words of an answer.
    pub question: fn(&Question) -> String,
    pub choice: fn(&Choice) -> String,
    // What stands in the way, and what to do.
    pub fault: fn(&Fault) -> String,
    // Why a file gives no table: its name, and what it is.
    pub no_text: fn(&str, NoText) -> String,
    pub no_table: fn(&str, FileKind) -> String,
}

/// Whether a sentence about what was understood tells anything: that the column "Stage" holds the stage does not.
pub fn is_told(lang: Lang, note: &Note) -> bool {
    let Note::Column(strip, Role::Card(column)) = note else { return true };
    strip.name.trim().to_lowercase() != (TableWords::of(lang).column)(*column).to_lowercase()
}

/// How many positions a sentence lists.
pub(in crate::i18n) const LISTED: usize = 5;

/// As many names as a sentence lists, and an ellipsis for those that it does not.
pub(in crate::i18n) fn some_listed(names: &[String], listed: fn(&[String]) -> String) -> String {
    let some = listed(&names[..names.len().min(LISTED)]);
    if names.len() > LISTED { format!("{some}, \u{2026}") } else { some }
}

/// A cell as spreadsheets call it: "C5".
pub(in crate::i18n) fn cell(place: CellPlace) -> String {
    format!("{}{}", letters(place.column), place.row)
}

/// A column as spreadsheets call it: "C", "AA".
pub(in crate::i18n) fn letters(mut column: u32) -> String {
    let mut letters = Vec::new();
    while column > 0 {
        column -= 1;
        letters.push(char::from(b'A' + (column % 26) as u8));
        column /= 26;
    }
    letters.into_iter().rev().collect()
}

/// Whether a file is called as workbooks are, whatever is in it.
pub(in crate::i18n) fn is_called_workbook(name: &str) -> bool {
    name.to_lowercase().ends_with(".xlsx")
}

/// As much of a text as helps to find it, on one line.
pub(in crate::i18n) fn short(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut short: String = line.chars().take(30).collect();
    if short.len() < line.len() {
        short.push('\u{2026}');
    }
    short
}

/// The cells of a fault with what they hold, in quotation marks; the first few of them.
pub(in crate::i18n) fn positions(fault: &Fault, quoted: fn(&str) -> String) -> String {
    listed(&fault.places, quoted)
}

/// Cells with what they hold; the first few of them.
pub(in crate::i18n) fn listed(positions: &[(CellPlace, String)], quoted: fn(&str) -> String) -> String {
    let one = |(place, text): &(CellPlace, String)| match short(text) {
        text if text.is_empty() => cell(*place),
        text => format!("{} {}", cell(*place), quoted(&text)),
    };
    positions.iter().take(LISTED).map(one).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tables::place::{Axis, Strip};

    #[test]
    fn a_heading_that_is_called_as_what_it_holds_needs_no_sentence() {
        let column = |name: &str| {
            let strip = Strip { axis: Axis::Column, at: 1, name: name.into() };
            Note::Column(strip, Role::Card(CardColumn::Stage))
        };
        let told = |lang, name| is_told(lang, &column(name));
        assert!(!told(Lang::English, "Stage") && !told(Lang::English, " stage ") && !told(Lang::Russian, "Этап"));
        assert!(told(Lang::English, "Phase") && told(Lang::English, "") && told(Lang::Russian, "Stage"));
        assert!(is_told(Lang::English, &Note::NoHeading));
    }

    #[test]
    fn columns_are_called_as_in_a_spreadsheet() {
        assert_eq!([1, 3, 26, 27, 52, 53, 702, 703].map(letters), ["A", "C", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }
}
