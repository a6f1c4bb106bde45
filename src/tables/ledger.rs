//! Payments under the name of each client: a row that holds nothing but the name, and below it those of this client.

use super::fold;
use super::grid::Grid;
use super::note::{Note, Why};
use super::period::{DayOrder, Period};
use super::place::{Axis, Strip};
use super::reading::Log;
use super::vocabulary as words;
use crate::i18n::tables::TableWords;

/// How many columns are looked at for days.
const MOST_COLUMNS: usize = 12;

/// What a row is.
#[derive(Clone, Copy, PartialEq)]
enum RowKind {
    /// The name of a client, in a column.
    Name(usize),
    /// A payment.
    Payment,
    /// The sum of the payments above.
    Sum,
    /// A title or a heading.
    Other,
}

/// The grid with the names of the clients in a column of their own behind the others; `None` where it is no such ledger.
pub(super) fn named(grid: &Grid, log: &mut Log) -> Option<Grid> {
    let days = (0..grid.width().min(MOST_COLUMNS)).find(|column| {
        let days = (0..grid.height()).filter(|row| is_day(grid, *row, *column)).count();
        days > 1 && days * 3 >= grid.height()
    })?;
    let rows: Vec<RowKind> = (0..grid.height()).map(|row| row_of(grid, row, days)).collect();
    let first_day = rows.iter().position(|row| *row == RowKind::Payment)?;
    let first = (0..first_day).rev().take_while(|row| matches!(rows[*row], RowKind::Name(_))).last()?;
    let heading = first.checked_sub(1).filter(|row| filled(grid, *row).count() > 1);
    let is_whole = rows[first..].iter().all(|row| *row != RowKind::Other);
    let groups = rows.windows(2).filter(|pair| matches!(pair, [RowKind::Name(_), RowKind::Payment])).count();
    // The first column with a heading that names clients does so in each row.
    let is_named = |column: usize| {
        heading.is_some_and(|heading| words::is_account_heading(&fold::key(grid.cell(heading, column))))
            && !grid.cell(first_day, column).is_empty()
    };
    if !is_whole || groups < 2 || (0..grid.width().min(MOST_COLUMNS)).any(is_named) {
        return None;
    }
    let client = TableWords::of(log.context.lang).client;
    let (mut kept, mut payments, mut name) = (Vec::new(), 0, "");
    for (at, row) in rows.iter().enumerate() {
        match row {
            _ if at < first => kept.push((at, if heading == Some(at) { client } else { "" })),
            RowKind::Name(column) => name = grid.cell(at, *column),
            RowKind::Payment => {
                payments += 1;
                kept.push((at, name));
            }
            RowKind::Sum | RowKind::Other => {
                let called = filled(grid, at).next().map_or("", |column| grid.cell(at, column)).to_owned();
                log.note(Note::LeftOut(Strip { axis: Axis::Row, at: grid.place(at, 0).row, name: called }, Why::Total));
            }
        }
    }
    log.note(Note::NamesFromAbove(payments));
    Some(grid.with_behind(&kept))
}

fn filled(grid: &Grid, row: usize) -> impl Iterator<Item = usize> {
    (0..grid.length(row)).filter(move |column| !grid.cell(row, *column).is_empty())
}

fn is_day(grid: &Grid, row: usize, column: usize) -> bool {
    matches!(Period::of(grid.cell(row, column), DayOrder::DayFirst), Some(Period::Day(_)))
}

fn row_of(grid: &Grid, row: usize, days: usize) -> RowKind {
    if is_day(grid, row, days) {
        return RowKind::Payment;
    }
    let Some(first) = filled(grid, row).next() else { return RowKind::Other };
    let key = fold::key(grid.cell(row, first));
    if words::sum_called(&key).is_some() || words::is_subtotal(&key) || is_total_of(&key) {
        return RowKind::Sum;
    }
    let is_name = filled(grid, row).count() == 1 && first <= days && key.chars().any(char::is_alphabetic);
    if is_name { RowKind::Name(first) } else { RowKind::Other }
}

/// "Total Acme Ltd", "Итого по ООО Альфа".
fn is_total_of(key: &str) -> bool {
    ["total ", "итого ", "всего "].iter().any(|word| key.starts_with(word))
}
