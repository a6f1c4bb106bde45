//! A table of accounts: recurring revenue of each by period.

mod billed;
mod documents;
mod names;
mod nested;
mod periods;
mod rounded_totals;
mod summary;
mod sums;

use super::choice::Choice;
use super::column_guess::{ColumnGuess, settled_or_kept};
use super::credits;
use super::fault::{Kind, Problem};
use super::fold;
use super::grid::Grid;
use super::layout::Wanted;
use super::matrix::{MOST_PERIODS, Matrix, NumberRow, Value};
use super::note::{Note, Why};
use super::other_kind;
use super::period::Period;
use super::phrases::step_over;
use super::place::{Axis, CellPlace};
use super::question::About;
use super::reading::{Context, Log, Reading};
use super::running;
use super::table;
use super::vocabulary::{is_error, is_of_several};
use crate::model::amount::Amount;
use crate::model::scenario::{self, Account, Bounds};

/// The most accounts that are taken: more are a slip.
pub const MOST_ACCOUNTS: usize = 10_000;

/// How many names a note lists at most.
const LISTED: usize = 20;

/// Accounts as they were read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Accounts {
    /// The accounts, in the order of the rows; each has a name of its own and as many amounts as there are periods.
    pub accounts: Vec<Account>,
    /// What the periods are called, the oldest first; empty where nobody named them.
    pub periods: Vec<String>,
    /// What a period seems to be, where the headings say anything of it.
    pub columns: Option<ColumnGuess>,
}

/// Reads a table of accounts.
pub fn read(grid: &Grid, context: Context) -> Reading<Accounts> {
    read_as(grid, context, |accounts, _| Some(accounts))
}

/// Reads a table of accounts and makes something of it, where nothing stands in the way.
fn read_as<T>(grid: &Grid, context: Context, make: impl FnOnce(Accounts, &mut Log) -> Option<T>) -> Reading<T> {
    let mut log = Log::new(context, grid);
    if grid.stopped.is_some() || other_kind::stops(grid, Kind::Accounts, &mut log) {
        return log.finish(None);
    }
    let most = (MOST_ACCOUNTS, MOST_PERIODS);
    let value = table::numbers(grid, Wanted::Accounts, most, &mut log).and_then(|matrix| finish(matrix, &mut log));
    let value = value.filter(|_| !log.faults.stop()).and_then(|accounts| make(accounts, &mut log));
    log.finish(value)
}

/// Accounts as a project keeps them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ProjectAccounts {
    /// The accounts.
    pub accounts: Vec<Account>,
    /// What a period of them is, where that is known.
    pub columns: Option<scenario::Period>,
    /// What the periods are called, the oldest first; empty where they are only counted.
    pub periods: Vec<String>,
}

/// Reads a table of accounts as a project keeps it. Columns that stand for none of the periods of its scenarios are a fault.
pub fn read_for_project(grid: &Grid, context: Context) -> Reading<ProjectAccounts> {
    read_as(grid, context, |accounts, log| {
        let columns = settled_or_kept(accounts.columns, log);
        let is_counted = accounts.periods.iter().zip(1..).all(|(name, at): (_, usize)| *name == at.to_string());
        let periods = if is_counted { Vec::new() } else { accounts.periods };
        Some(ProjectAccounts { accounts: accounts.accounts, columns, periods })
    })
}

fn finish(mut matrix: Matrix, log: &mut Log) -> Option<Accounts> {
    periods::counted_out(&mut matrix, log);
    periods::totals_out(&mut matrix, log);
    documents::out(&mut matrix, log);
    sums::out(&mut matrix, log);
    shares_of_clients_out(&mut matrix, log);
    names::from_above(&mut matrix, log);
    let failed = failed(&matrix, log);
    empty_rows_out(&mut matrix, log);
    billed::spread(&mut matrix, log);
    periods::empty_ends_out(&mut matrix, log);
    if matrix.rows.is_empty() || matrix.columns.is_empty() {
        if log.faults.is_empty() {
            log.fault(Problem::NothingThere, CellPlace { row: 1, column: 1, line: 1 }, "");
        }
        return None;
    }
    if matrix.rows.len() > MOST_ACCOUNTS {
        log.fault(Problem::TooManyRows(MOST_ACCOUNTS), matrix.row_place(MOST_ACCOUNTS), "");
        return None;
    }
    if matrix.columns.len() > MOST_PERIODS {
        log.fault(Problem::TooManyColumns(MOST_PERIODS), matrix.place(0, MOST_PERIODS), "");
        return None;
    }
    check(&matrix, log);
    periods::in_order(&mut matrix, log);
    names::one_row_each(&mut matrix, log);
    running::apart(&mut matrix, log);
    if let Some((first, count)) = credits::first_to_take_off(&matrix)
        && log.ask_whether(About::Cells(first, count), Choice::TakenOffBefore, true)
    {
        credits::taken_off_before(&mut matrix, log);
    }
    no_negatives(&matrix, log);
    periods::last_one(&mut matrix, log);
    if matrix.columns.len() < 2 {
        log.fault(Problem::OnePeriod, matrix.place(0, 0), "");
        return None;
    }
    let mut doubtful = matrix.doubtful_left();
    doubtful.retain(|(_, text)| failed.is_empty() || !is_error(text));
    if !doubtful.is_empty() {
        log.note(Note::DoubtfulBlanks(doubtful));
    }
    let blanks = matrix.rows.iter().flat_map(|row| &row.values).filter(|value| value.number().is_none()).count();
    let blanks = blanks.saturating_sub(failed.len());
    if blanks > 0 {
        log.note(Note::NoRevenue(blanks));
    }
    let names = matrix.rows.iter().map(|row| &row.strip.name);
    let several: Vec<String> = names.filter(|name| is_of_several(&fold::key(name))).take(LISTED).cloned().collect();
    if matrix.rows.len() > 2 && !several.is_empty() {
        log.note(Note::SeveralInOne(several));
    }
    let amount = |value: &Value| value.number().and_then(Amount::new).unwrap_or_default();
    let accounts = matrix
        .rows
        .iter()
        .map(|row| Account { name: row.strip.name.clone(), revenue: row.values.iter().map(amount).collect() });
    let accounts = accounts.collect();
    let heads: Option<Vec<Period>> = matrix.columns.iter().map(|column| column.head.period).collect();
    let columns =
        heads.and_then(|heads| ColumnGuess::of_headings(&heads)).or_else(|| matrix.step.map(ColumnGuess::of_step));
    // "Last year" and "this year" name no periods, but say how long they are.
    let mut steps = matrix.columns.iter().map(|column| step_over(&column.head.key));
    let step = steps.next().flatten().filter(|step| steps.all(|other| other == Some(*step)));
    let columns = columns.or_else(|| step.map(|step| ColumnGuess::of_step((step, false))));
    let periods: Vec<String> = matrix.columns.iter().map(|column| column.name(matrix.order).to_owned()).collect();
    let periods = if periods.iter().all(String::is_empty) { Vec::new() } else { periods };
    Some(Accounts { accounts, periods, columns })
}

/// A cell for which a formula gave no value is no revenue only if somebody says so: what it should hold is not known. Returns those
/// that stand in the way.
fn failed(matrix: &Matrix, log: &mut Log) -> Vec<(CellPlace, String)> {
    let cells: Vec<(CellPlace, String)> =
        matrix.doubtful_left().into_iter().filter(|(_, text)| is_error(text)).collect();
    let Some((first, _)) = cells.first() else { return cells };
    if log.ask_whether(About::Cells(*first, cells.len()), Choice::ErrorsAreNone, false) {
        return Vec::new();
    }
    cells.iter().for_each(|(place, text)| log.fault(Problem::Failed, *place, text));
    cells
}

/// Names every cell that no revenue can be.
fn check(matrix: &Matrix, log: &mut Log) {
    for (row, record) in matrix.rows.iter().enumerate() {
        for (column, value) in record.values.iter().enumerate() {
            let problem = match value {
                Value::Share(_) => Problem::PerCentHere,
                Value::Number(number) if !Bounds::MONEY.has(number.abs()) => Problem::TooLarge,
                _ => continue,
            };
            let text = value.number().map(|number| number.to_string()).unwrap_or_default();
            log.fault(problem, matrix.place(row, column), &text);
        }
    }
}

/// Names every number below zero, once rows of one name are added up: a credit note may stand in a row of its own.
fn no_negatives(matrix: &Matrix, log: &mut Log) {
    for (row, record) in matrix.rows.iter().enumerate() {
        for (column, value) in record.values.iter().enumerate() {
            if let Some(number) = value.number().filter(|number| *number < 0.0) {
                log.fault(Problem::Negative, matrix.place(row, column), &number.to_string());
            }
        }
    }
}

/// Leaves out rows of nothing but shares where other rows are amounts: what each client grew by, below its revenue.
fn shares_of_clients_out(matrix: &mut Matrix, log: &mut Log) {
    let holds = |row: &NumberRow, is: fn(&Value) -> bool| row.values.iter().any(is);
    let is_amounts = |row: &NumberRow| holds(row, |value| matches!(value, Value::Number(_)));
    let is_shares = |row: &NumberRow| !is_amounts(row) && holds(row, |value| matches!(value, Value::Share(_)));
    let why = match matrix.rows.first() {
        Some(row) if row.strip.axis == Axis::Column => Why::Shares,
        _ => Why::Measure,
    };
    if matrix.rows.iter().any(is_amounts) {
        let (out, kept) = std::mem::take(&mut matrix.rows).into_iter().partition::<Vec<_>, _>(is_shares);
        matrix.rows = kept;
        log.notes.extend(out.into_iter().map(|row| Note::LeftOut(row.strip, why)));
    }
}

/// Leaves out accounts without a number in any period.
fn empty_rows_out(matrix: &mut Matrix, log: &mut Log) {
    let is_empty = |values: &[Value]| values.iter().all(|value| matches!(value, Value::Blank | Value::NotYet));
    let rows = std::mem::take(&mut matrix.rows);
    for row in rows {
        if is_empty(&row.values) {
            log.note(Note::LeftOut(row.strip, Why::Empty));
        } else {
            matrix.rows.push(row);
        }
    }
}
