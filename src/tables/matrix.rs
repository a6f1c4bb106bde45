//! The numbers of a table, once it is known what its rows and columns are.

use std::collections::{BTreeSet, HashMap};

use super::cells::Cell;
use super::choice::Unit;
use super::columns::Columns;
use super::fault::Problem;
use super::heading::{self, Head};
use super::layout::{Layout, Wanted};
use super::marks::Marks;
use super::measures;
use super::money::Money;
use super::note::Note;
use super::period::{DayOrder, Period, serial_days};
use super::phrases;
use super::place::{Axis, CellPlace, Strip};
use super::reading::Log;
use super::row_measures;
use super::row_units::RowUnits;
use super::vocabulary::{self as words, AgeUnit};
use crate::i18n::amounts::Kind;

/// The most numbers that are laid out as a rectangle.
pub(super) const MOST_NUMBERS: usize = 1_000_000;
/// The most periods of a table of accounts.
pub(super) const MOST_PERIODS: usize = 600;

/// A number, or why there is none.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) enum Value {
    /// An empty cell.
    #[default]
    Blank,
    /// A sign for no observation.
    NotYet,
    /// A number.
    Number(f64),
    /// A number with a per cent sign.
    Share(f64),
    /// Something else, which is a fault already.
    Wrong,
}

impl Value {
    /// The number, with or without a per cent sign.
    pub fn number(self) -> Option<f64> {
        match self {
            Value::Number(number) | Value::Share(number) => Some(number),
            _ => None,
        }
    }
}

/// The months, or else the days, of cohorts that a spreadsheet wrote as the numbers of their days.
fn days_of_rows(layout: &Layout, columns: &Columns, wanted: Wanted) -> HashMap<usize, String> {
    let Some(names) = columns.names.filter(|_| wanted == Wanted::Cohorts) else { return HashMap::new() };
    let number = |row: usize| Some((row, layout.view.at(row, names).number()?.value(true)));
    let (rows, numbers): (Vec<usize>, Vec<f64>) = layout.body().filter_map(number).unzip();
    let Some(days) = serial_days(&numbers) else { return HashMap::new() };
    let mut seen = BTreeSet::new();
    let is_monthly = days.iter().all(|day| seen.insert(day.month().ordinal()));
    let name = |day: Period| match (day, day.month()) {
        (Period::Day(_), Period::Month(year, month)) if is_monthly => Some(format!("{year}-{month:02}")),
        (Period::Day(day), _) => Some(day.to_string()),
        _ => None,
    };
    rows.into_iter().zip(days).filter_map(|(row, day)| Some((row, name(day)?))).collect()
}

/// Whether a cell that holds no number may stand for one.
pub(super) fn is_doubtful(text: &str) -> bool {
    words::is_doubtful_blank(text) || words::is_error(text)
}

/// A row of numbers.
#[derive(Clone, Debug)]
pub(super) struct NumberRow {
    pub strip: Strip,
    pub line: u32,
    pub size: Value,
    pub values: Vec<Value>,
}

/// A column of numbers.
#[derive(Clone, Debug)]
pub(super) struct Column {
    pub strip: Strip,
    pub line: u32,
    pub head: Head,
}

impl Column {
    /// What the column is called: of a period without what is counted in it, and in which unit.
    pub fn name(&self, order: DayOrder) -> &str {
        let name = &self.strip.name;
        if self.head.period.is_some() { heading::bare(name, order) } else { name }
    }
}

/// Rows of numbers, all as long as there are columns.
#[derive(Clone, Debug, Default)]
pub(super) struct Matrix {
    pub rows: Vec<NumberRow>,
    pub columns: Vec<Column>,
    /// The column of sizes.
    pub sizes: Option<Strip>,
    /// Whether a column of names was found.
    pub is_named: bool,
    /// Whether a title or a heading says that the numbers are per cent.
    pub says_per_cent: bool,
    /// A title or the heading over the names that speaks of those who left and of nobody who stayed.
    pub says_lost: Option<String>,
    /// What stands over all numbers: titles, and the heading over the names.
    pub over: Vec<String>,
    /// Whether the headings of all numbers speak of those who left.
    pub lost: bool,
    /// Whether the sizes are what was paid, and not how many paid.
    pub paid: bool,
    /// What the numbers count, where that is settled before they are looked at.
    pub known: Option<Unit>,
    /// Whether any number of a period or an age names a currency.
    pub names_currency: bool,
    /// Whether any amount names a currency or is in the scenario's own.
    pub is_money: bool,
    /// Which comes first in dates.
    pub order: DayOrder,
    /// What the heading over ages or periods, or a title, says that they are counted in, and whether it is the heading.
    pub step: Option<(AgeUnit, bool)>,
    /// Cells with a sign that may stand for a number, or for which a formula gave none, and what stands there.
    pub doubtful: Vec<(CellPlace, String)>,
    /// The rows of the sheet whose names white space sets in.
    pub indented: BTreeSet<u32>,
    /// Whether its cells stood below each other, one observation a row.
    pub is_list: bool,
}

impl Matrix {
    /// Reads the numbers. Cells that hold none become faults, rows that a person left out are left out.
    pub fn of(layout: &Layout, columns: &Columns, wanted: Wanted, log: &mut Log) -> Self {
        let view = &layout.view;
        let all: Vec<usize> = columns.values.iter().chain(&columns.sizes).copied().collect();
        if layout.body().len() * all.len() > MOST_NUMBERS {
            let place = view.place(layout.body().start, 0);
            log.fault(Problem::TooManyRows(MOST_NUMBERS / all.len().max(1)), place, "");
            return Matrix::default();
        }
        let cells = || layout.body().flat_map(|row| all.iter().map(move |column| (row, *column)));
        let numerals = cells().filter_map(|(row, column)| view.at(row, column).number());
        let marks = Marks::of(numerals, wanted == Wanted::Cohorts, log);
        let mut money = Money::default();
        let mut over = layout.texts_over(&columns.names.into_iter().collect::<Vec<_>>());
        over.extend(layout.texts_of_parts(&columns.values));
        let mut matrix = Matrix {
            columns: columns.values.iter().map(|column| self::column(layout, *column)).collect(),
            sizes: columns.sizes.map(|column| layout.strip(column)),
            is_named: columns.names.is_some(),
            order: layout.order,
            step: layout.step(),
            says_per_cent: columns.says_per_cent(layout),
            says_lost: over.iter().find(|text| words::counts_lost(&super::fold::key(text))).cloned(),
            over,
            lost: columns.lost,
            paid: columns.paid,
            ..Matrix::default()
        };
        let mut doubtful = Vec::new();
        let dated = days_of_rows(layout, columns, wanted);
        let measured = row_measures::without_revenue(layout, columns, wanted);
        for row in layout.body() {
            let mut strip = view.row(row, columns.names);
            if let Some(month) = dated.get(&row) {
                strip.name.clone_from(month);
            }
            if strip.name.is_empty() {
                strip.name = sum_word(layout, row).to_owned();
                let is_part = words::is_subtotal(&super::fold::key(&strip.name));
                if is_part && log.row_taken(strip.at) != Some(true) {
                    log.note(Note::LeftOut(strip, super::note::Why::Total));
                    continue;
                }
            }
            if layout.repeats_heading(row) {
                log.note(Note::LeftOut(strip, super::note::Why::Heading));
                continue;
            }
            if layout.counts_columns(row) && log.row_taken(strip.at) != Some(true) {
                log.note(Note::LeftOut(strip, super::note::Why::Numbers));
                continue;
            }
            if log.row_taken(strip.at) == Some(false) {
                log.note(Note::LeftOut(strip, super::note::Why::Chosen));
                continue;
            }
            if let Some(why) = measured.get(&row).filter(|_| log.row_taken(strip.at) != Some(true)) {
                log.note(Note::LeftOut(strip, *why));
                continue;
            }
            let key = super::fold::key(&strip.name);
            // A client may be called "Delta" or "Target": its words are a fault like any.
            let summed = words::sum_called(&key).is_some() || measures::called(&key) == Some(measures::Measure::Surely);
            let mut value = |column: usize, log: &mut Log| -> Value {
                match view.at(row, column) {
                    Cell::Blank => Value::Blank,
                    Cell::NotYet => {
                        let text = view.text(row, column);
                        if is_doubtful(text) {
                            doubtful.push((view.place(row, column), text.into()));
                        }
                        Value::NotYet
                    }
                    Cell::Number(numeral) => {
                        money.see(numeral.kind);
                        let number = marks.value(&numeral);
                        if numeral.kind == Kind::PerCent { Value::Share(number) } else { Value::Number(number) }
                    }
                    // What a row of totals says next to its numbers is no fault of the table.
                    Cell::Word if summed => Value::Blank,
                    Cell::Word => {
                        log.fault(Problem::NotANumber, view.place(row, column), view.text(row, column));
                        Value::Wrong
                    }
                }
            };
            let values: Vec<Value> = columns.values.iter().map(|column| value(*column, log)).collect();
            matrix.names_currency |= columns
                .values
                .iter()
                .filter_map(|column| view.at(row, *column).number())
                .any(|n| matches!(n.kind, Kind::Own | Kind::Money(_)));
            let size = columns.sizes.map_or(Value::Blank, |column| value(column, log));
            if columns.names.is_some_and(|column| view.is_set_in(row, column)) {
                matrix.indented.insert(strip.at);
            }
            let named = columns.currency.map(|column| view.text(row, column));
            money.see_named(named, log.context.currency);
            matrix.rows.push(NumberRow { strip, line: view.place(row, 0).line, size, values });
        }
        matrix.doubtful = doubtful;
        // "Осталось, %" is the name of a row where the table runs the other way.
        let say_it = matrix.rows.iter().all(|row| row.strip.name.contains('%'));
        matrix.says_per_cent |= say_it && !matrix.rows.is_empty();
        // What a column that is left out says is its own.
        let mut whole = layout.texts_over(&columns.names.into_iter().collect::<Vec<_>>());
        whole.extend(units(layout, columns, &all));
        let heads = layout.heads_of(&all);
        let over = matrix.over.iter().map(|text| super::fold::key(text));
        let mut said = matrix.columns.iter().map(|column| column.head.key.clone()).chain(over);
        let paid = wanted == Wanted::Cohorts && (columns.paid || said.any(|key| phrases::is_paid(&key)));
        let of_rows = RowUnits::of(layout, columns, &all);
        of_rows.currencies().for_each(|name| money.see_named(Some(name), log.context.currency));
        matrix.is_money = money.finish(&whole, &heads, layout, log) || paid;
        matrix.scale(&whole, log);
        matrix.scale_rows(&of_rows, log);
        matrix
    }

    /// The doubtful cells whose row and column are still there.
    pub fn doubtful_left(&self) -> Vec<(CellPlace, String)> {
        if self.is_list {
            return self.doubtful.clone();
        }
        let of_rows = self.rows.iter().map(|row| &row.strip);
        let strips = of_rows.chain(self.columns.iter().map(|column| &column.strip)).chain(&self.sizes);
        let (mut rows, mut columns) = (BTreeSet::new(), BTreeSet::new());
        for strip in strips {
            if strip.axis == Axis::Row {
                rows.insert(strip.at)
            } else {
                columns.insert(strip.at)
            };
        }
        let is_there = |(place, _): &&(CellPlace, String)| rows.contains(&place.row) && columns.contains(&place.column);
        self.doubtful.iter().filter(is_there).cloned().collect()
    }

    /// Leaves out columns.
    pub fn keep_columns(&mut self, keep: impl Fn(usize) -> bool) {
        let places: Vec<usize> = (0..self.columns.len()).filter(|at| keep(*at)).collect();
        if places.len() < self.columns.len() {
            self.order_columns(&places);
        }
    }

    /// Puts columns in another order; those that are not named go.
    pub fn order_columns(&mut self, places: &[usize]) {
        self.columns = places.iter().map(|at| self.columns[*at].clone()).collect();
        for row in &mut self.rows {
            row.values = places.iter().map(|at| row.values[*at]).collect();
        }
    }

    /// Where a number stands.
    pub fn place(&self, row: usize, column: usize) -> CellPlace {
        let (row, column) = (&self.rows[row], &self.columns[column]);
        match row.strip.axis {
            Axis::Row => CellPlace { row: row.strip.at, column: column.strip.at, line: row.line },
            Axis::Column => CellPlace { row: column.strip.at, column: row.strip.at, line: column.line },
        }
    }

    /// Where a row begins.
    pub fn row_place(&self, row: usize) -> CellPlace {
        let row = &self.rows[row];
        match row.strip.axis {
            Axis::Row => CellPlace { row: row.strip.at, column: 1, line: row.line },
            Axis::Column => CellPlace { row: 1, column: row.strip.at, line: 1 },
        }
    }
}

/// What columns of one and the same word say, such as "тыс. руб." in each row under "Ед. изм.", behind their headings.
fn units(layout: &Layout, columns: &Columns, taken: &[usize]) -> Vec<String> {
    let is_taken = |column: &usize| columns.names == Some(*column) || taken.contains(column);
    let free = (0..layout.view.width().min(50)).filter(|column| !is_taken(column));
    let unit = |column: usize| {
        let mut cells = layout.body().map(|row| layout.view.text(row, column)).filter(|text| !text.is_empty());
        let first = cells.next()?;
        let head = layout.head(column).text;
        (!head.is_empty() && cells.all(|cell| cell == first)).then(|| format!("{head} {first}"))
    };
    free.filter_map(unit).collect()
}

/// What a row without a name says of itself before its first number, where that is a word for a sum: "Ann Total" under the manager.
fn sum_word<'a>(layout: &'a Layout, row: usize) -> &'a str {
    let texts = (0..layout.view.width()).filter(|column| layout.view.at(row, *column) != Cell::Blank);
    let mut said = texts.take_while(|column| layout.view.at(row, *column) == Cell::Word);
    let is_sum = |text: &&str| {
        let key = super::fold::key(text);
        words::sum_called(&key).is_some() || words::is_subtotal(&key)
    };
    said.by_ref().map(|column| layout.view.text(row, column)).find(is_sum).unwrap_or_default()
}

fn column(layout: &Layout, column: usize) -> Column {
    let strip = layout.strip(column);
    Column { strip, line: layout.view.place(0, column).line, head: layout.head(column) }
}
