//! The figures of a chart, as they are read.

use crate::tables::export;

/// A figure or a word of a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// As it is shown; empty where the figure is missing.
    pub text: String,
    /// The figure itself; `None` for a word and for what is missing.
    pub value: Option<f64>,
}

impl Cell {
    /// A word.
    pub fn word(text: impl Into<String>) -> Self {
        Cell { text: text.into(), value: None }
    }

    /// A figure, written by `format`; one that is no number is missing.
    pub fn figure(value: Option<f64>, format: &dyn Fn(f64) -> String) -> Self {
        let value = value.filter(|value| value.is_finite());
        Cell { text: value.map(format).unwrap_or_default(), value }
    }
}

/// A row.
#[derive(Clone, Debug, PartialEq)]
pub struct DataRow {
    /// What the row is about.
    pub name: Cell,
    /// What is said of it, one cell for each column but the first.
    pub values: Vec<Cell>,
}

/// A table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DataTable {
    /// The names of the columns; the first is that of the rows' names.
    pub columns: Vec<String>,
    /// The rows, in the order in which the chart is walked.
    pub rows: Vec<DataRow>,
}

impl DataTable {
    /// As rows for [`export::sheet`] and [`export::tabbed`]: figures as numbers.
    pub fn rows(&self) -> Vec<Vec<export::Cell>> {
        let cell = |cell: &Cell| match cell.value {
            Some(value) => export::Cell::number(Some(value)),
            None => export::Cell::text(cell.text.clone()),
        };
        let mut rows = vec![self.columns.iter().map(|name| export::Cell::text(name.clone())).collect()];
        rows.extend(
            self.rows.iter().map(|row| std::iter::once(&row.name).chain(&row.values).map(cell).collect::<Vec<_>>()),
        );
        rows
    }

    /// A row in one line: "12 months: A 66%, B 81%". What is missing is left out.
    pub fn line(&self, row: usize) -> String {
        let Some(row) = self.rows.get(row) else { return String::new() };
        let told = self.columns.iter().skip(1).zip(&row.values).filter(|(_, cell)| !cell.text.is_empty());
        let told: Vec<String> = told.map(|(name, cell)| format!("{name} {}", cell.text)).collect();
        format!("{}: {}", row.name.text, told.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    #[test]
    fn figures_go_out_in_full_and_words_harmless() {
        let short = |value: f64| format!("{value:.0}%");
        let table = DataTable {
            columns: vec!["Month".into(), "=A".into()],
            rows: vec![DataRow {
                name: Cell::word("+1, \"first\""),
                values: vec![Cell::figure(Some(-66.25), &short), Cell::figure(Some(f64::NAN), &short)],
            }],
        };
        assert_eq!(
            export::sheet(Lang::English, &table.rows()),
            "\u{feff}Month,'=A\r\n\"'+1, \"\"first\"\"\",-66.25,\r\n"
        );
        assert_eq!(table.line(0), "+1, \"first\": =A -66%");
        assert_eq!(table.line(1), "");
    }
}
