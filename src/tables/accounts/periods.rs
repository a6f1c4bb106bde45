//! The periods of a table of accounts: in order, without sums among them, without what has not come yet.

use crate::arrange::Arrange;
use crate::i18n::amounts::units;
use crate::tables::choice::Choice;
use crate::tables::fault::Problem;
use crate::tables::matrix::{Matrix, Value};
use crate::tables::note::{Note, Order, Why};
use crate::tables::period::{Period, Run, months_of, run};
use crate::tables::phrases::is_before;
use crate::tables::question::About;
use crate::tables::reading::Log;

/// Leaves out columns that count people or pieces beside those of the money: "Jan 2025 MRR", "Jan 2025 users".
pub(super) fn counted_out(matrix: &mut Matrix, log: &mut Log) {
    let counts = |text: &str| {
        let word = text.rsplit(' ').next().unwrap_or_default();
        units::is_counted(word.trim_matches(['(', ')', '[', ']']))
    };
    let is_out: Vec<bool> = matrix.columns.iter().map(|column| counts(&column.head.text)).collect();
    if !is_out.contains(&false) {
        return;
    }
    for (column, _) in matrix.columns.iter().zip(&is_out).filter(|(_, is_out)| **is_out) {
        log.note(Note::LeftOut(column.strip.clone(), Why::Unknown));
    }
    matrix.keep_columns(|at| !is_out[at]);
}

/// Leaves out columns whose headings are periods of another length than most (a year next to its months), and, where nothing
/// names the columns, a last one that adds up the others.
pub(super) fn totals_out(matrix: &mut Matrix, log: &mut Log) {
    let periods: Vec<Option<Period>> = matrix.columns.iter().map(|column| column.head.period).collect();
    let like =
        |one: &Option<Period>, other: &Option<Period>| one.zip(*other).is_some_and(|(one, other)| one.is_like(other));
    let alike = |at: usize| periods.iter().filter(|other| like(&periods[at], other)).count();
    let named = periods.iter().filter(|period| period.is_some()).count();
    let odd: Vec<usize> = (0..periods.len()).filter(|at| periods[*at].is_some() && alike(*at) * 2 < named).collect();
    let width = matrix.columns.len();
    let sum = named == 0 && width > 2 && matrix.columns[0].head.text.is_empty() && matrix.rows.len() > 2 && {
        matrix.rows.iter().all(|row| {
            let numbers: Vec<f64> = row.values.iter().map(|value| value.number().unwrap_or(0.0)).collect();
            let (last, others) = (numbers[width - 1], numbers[..width - 1].iter().sum::<f64>());
            others > 0.0 && (last - others).abs() <= 1e-6 * others
        })
    };
    let out: Vec<usize> = if sum { vec![width - 1] } else { odd };
    for at in &out {
        log.note(Note::LeftOut(matrix.columns[*at].strip.clone(), Why::Total));
    }
    matrix.keep_columns(|at| !out.contains(&at));
}

/// Leaves out periods at either end in which no account has a number.
pub(super) fn empty_ends_out(matrix: &mut Matrix, log: &mut Log) {
    if matrix.rows.is_empty() {
        return;
    }
    let is_empty = |at: &usize| matrix.rows.iter().all(|row| matches!(row.values[*at], Value::Blank | Value::NotYet));
    let width = matrix.columns.len();
    let first = (0..width).find(|at| !is_empty(at)).unwrap_or(0);
    let last = (0..width).rev().find(|at| !is_empty(at)).unwrap_or(0);
    for at in (0..width).filter(|at| !(first..=last).contains(at)) {
        log.note(Note::LeftOut(matrix.columns[at].strip.clone(), Why::Empty));
    }
    matrix.keep_columns(|at| (first..=last).contains(&at));
}

/// Puts the oldest period first where the headings say which that is.
pub(super) fn in_order(matrix: &mut Matrix, log: &mut Log) {
    let periods: Option<Vec<Period>> = matrix.columns.iter().map(|column| column.head.period).collect();
    let periods = periods.map(|periods| months_of(&periods));
    let name = |matrix: &Matrix, at: usize| matrix.columns[at].name(matrix.order).to_owned();
    let Some(periods) = periods.filter(|periods| periods.windows(2).all(|pair| pair[0].is_like(pair[1]))) else {
        if matrix.columns.len() > 1 {
            let ends = [0, matrix.columns.len() - 1].map(|at| is_before(&matrix.columns[at].head.key));
            let newest_first =
                ends == [Some(false), Some(true)] && log.ask_whether(About::Table, Choice::NewestFirst, true);
            if newest_first {
                matrix.order_columns(&(0..matrix.columns.len()).rev().collect::<Vec<_>>());
            }
            let order = if newest_first { Order::NewestFirst } else { Order::OldestFirst };
            let (first, last) = (name(matrix, 0), name(matrix, matrix.columns.len() - 1));
            let count = matrix.columns.len();
            log.note(Note::Periods { first, last, count, order, missing: 0 });
        }
        return;
    };
    let mut places: Vec<usize> = (0..periods.len()).collect();
    let found = match run(&periods) {
        // Nobody knows of which years they are.
        None if periods.len() > 1 && periods.iter().all(|period| period.recurs()) => {
            Some(order_of_recurring(&periods, log))
        }
        None if periods.len() < 2 => Some(Run::Rising),
        Some(Run::Rising) if counts_back(matrix) => Some(Run::Falling),
        Some(Run::Falling) if counts_back(matrix) => Some(Run::Rising),
        found => found,
    };
    let order = match found {
        Some(Run::Rising) => Order::OldestFirst,
        Some(Run::Falling) => {
            places.reverse();
            Order::NewestFirst
        }
        None => {
            places.arrange_by_key(|at| periods[*at].ordinal());
            Order::Mixed
        }
    };
    let ordinals: Vec<i64> = places.iter().map(|at| periods[*at].ordinal()).collect();
    if let Some(at) = ordinals.windows(2).position(|pair| pair[0] == pair[1]) {
        let place = matrix.place(0, places[at + 1]);
        log.fault(Problem::SamePeriod, place, &name(matrix, places[at + 1]));
    }
    matrix.order_columns(&places);
    // How far neighbours are apart as a rule; where they are further, periods are missing.
    let step = ordinals.windows(2).map(|pair| pair[1] - pair[0]).filter(|step| *step > 0).min().unwrap_or(1);
    let whole = matches!(periods[0], Period::Day(_) | Period::MonthOnly(_));
    let between = |pair: &[i64]| usize::try_from((pair[1] - pair[0]) / step - 1).unwrap_or(0);
    let missing = if whole { 0 } else { ordinals.windows(2).map(between).sum() };
    let (first, last) = (name(matrix, 0), name(matrix, matrix.columns.len() - 1));
    log.note(Note::Periods { first, last, count: matrix.columns.len(), order, missing });
}

/// Whether the headings count back from now: "M-2", "M-1", "M0".
fn counts_back(matrix: &Matrix) -> bool {
    let behind_letter = |text: &str| text.strip_prefix(char::is_alphabetic).map(str::trim_start).map(str::to_owned);
    let is_back = |behind: &str| {
        let number = behind.strip_prefix(['-', '\u{2212}', '\u{2013}']).unwrap_or_default();
        !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
    };
    let heads = matrix.columns.iter().map(|column| behind_letter(column.head.text.trim()).unwrap_or_default());
    let heads: Vec<String> = heads.collect();
    heads.iter().any(|head| is_back(head)) && heads.iter().all(|head| is_back(head) || head == "0")
}

/// Which way periods run whose years are not said and which do not follow each other: they are no calendar to sort by.
fn order_of_recurring(periods: &[Period], log: &mut Log) -> Run {
    let pairs = || periods.windows(2).map(|pair| pair[1].ordinal() - pair[0].ordinal());
    if pairs().all(|apart| apart > 0) {
        return Run::Rising;
    }
    let falls = pairs().all(|apart| apart < 0);
    if log.ask_whether(About::Table, Choice::NewestFirst, falls) { Run::Falling } else { Run::Rising }
}

/// How much of the period before is there in the last one, at most, for it to seem unfinished.
const UNFINISHED: f64 = 0.6;

/// Offers to leave the last period out, where revenue falls in it as it never did before.
pub(super) fn last_one(matrix: &mut Matrix, log: &mut Log) {
    let calendar = matrix.columns.iter().all(|column| column.head.period.is_some_and(Period::is_calendar));
    let width = matrix.columns.len();
    if !calendar || width < 4 {
        return;
    }
    let mut totals = vec![0.0; width];
    for row in &matrix.rows {
        row.values.iter().zip(&mut totals).for_each(|(value, total)| *total += value.number().unwrap_or(0.0));
    }
    let steady = totals[..width - 1].windows(2).all(|pair| pair[1] >= 0.75 * pair[0]);
    if !steady || totals[width - 1] >= UNFINISHED * totals[width - 2] {
        return;
    }
    let strip = matrix.columns[width - 1].strip.clone();
    if !log.ask_whether(About::Strip(strip.clone()), Choice::LastPeriod, true) {
        log.note(Note::LeftOut(strip, Why::Unfinished));
        matrix.keep_columns(|at| at + 1 < width);
    }
}
