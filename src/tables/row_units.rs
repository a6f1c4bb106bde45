//! A column that says of each row what its numbers are counted in: thousands here, roubles there.

use std::collections::BTreeMap;

use super::columns::Columns;
use super::layout::Layout;
use super::money_words::signed_unit;
use crate::i18n::amounts::units::{self, Currency};

/// The zeros and the currency of each row, by its number in the sheet.
#[derive(Default)]
pub(super) struct RowUnits(BTreeMap<u32, (i32, Option<Currency>)>);

impl RowUnits {
    /// What the first such column says; nothing where all rows say the same, or one with numbers says nothing. `taken` are the
    /// columns that hold numbers.
    pub fn of(layout: &Layout, columns: &Columns, taken: &[usize]) -> Self {
        let is_free = |column: &usize| {
            columns.names != Some(*column) && columns.currency != Some(*column) && !taken.contains(column)
        };
        let is_numbered = |row: &usize| taken.iter().any(|column| layout.view.at(*row, *column).number().is_some());
        let of = |column: usize| {
            let said = |row: usize| Some((layout.view.row(row, None).at, unit(layout.view.text(row, column))?));
            let of_rows = layout
                .body()
                .filter(|row| !layout.view.text(*row, column).is_empty() || is_named(layout, columns, *row));
            of_rows.filter(is_numbered).map(said).collect::<Option<BTreeMap<_, _>>>()
        };
        let differs = |found: &BTreeMap<u32, (i32, Option<Currency>)>| {
            let mut units = found.values();
            units.next().is_some_and(|first| units.any(|unit| unit != first))
        };
        let columns = (0..layout.view.width().min(50)).filter(|_| layout.heading > 0).filter(is_free);
        RowUnits(columns.filter_map(of).find(differs).unwrap_or_default())
    }

    /// The currencies that rows name.
    pub fn currencies(&self) -> impl Iterator<Item = &'static str> {
        self.0.values().filter_map(|(_, currency)| currency.map(Currency::name))
    }

    /// The zeros of a row, where it has some, by its number in the sheet.
    pub fn zeros(&self, row: u32) -> Option<i32> {
        self.0.get(&row).map(|(zeros, _)| *zeros).filter(|zeros| *zeros != 0)
    }
}

/// Whether a row is one of somebody, and no sum of others.
fn is_named(layout: &Layout, columns: &Columns, row: usize) -> bool {
    let name = columns.names.map(|column| layout.view.key(row, column)).unwrap_or_default();
    !name.is_empty() && super::vocabulary::sum_called(&name).is_none()
}

/// The zeros and the currency of a text that is a unit of money and nothing else: "тыс. руб.", "$k", "EUR".
fn unit(text: &str) -> Option<(i32, Option<Currency>)> {
    signed_unit(text).or_else(|| units::behind(text).filter(|unit| !text.is_empty() && *unit != (0, None)))
}
