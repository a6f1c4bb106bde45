//! A table of cohorts: how many clients of each are left at which age.

mod ages;
mod column_order;
mod growth;
mod last_period;
mod lost;
mod named_sizes;
mod parts;
mod sums;
mod twofold;
mod units;
mod years;
mod zeros;

use super::choice::{Choice, Unit};
use super::column_guess::{ColumnGuess, settled_or_kept};
use std::collections::{BTreeMap, BTreeSet};

use super::fault::{Kind, Problem};
use super::fold;
use super::grid::Grid;
use super::layout::Wanted;
use super::matrix::{Matrix, NumberRow, Value};
use super::note::{Note, Why};
use super::other_kind;
use super::period::{self, Period};
use super::place::{Axis, CellPlace};
use super::reading::{Context, Log, Reading};
use super::running;
use super::span::{Span, gcd};
use super::table;
use super::vocabulary as words;
use crate::arrange::Arrange;
use crate::model::amount::Amount;
use crate::model::scenario::{self, Bounds, CohortTable};

/// The most cohorts, and the highest age, that are taken: more are a slip.
pub const MOST_COHORTS: usize = 1_000;
/// The highest age.
pub const HIGHEST_AGE: u32 = 1_200;
/// How many names a note lists at most.
const LISTED: usize = 20;

/// Cohorts as they were read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cohorts {
    /// Whether the numbers are per cent of the first one, because the sizes are not known.
    pub per_cent: bool,
    /// What the cohorts are called; empty where nobody named them.
    pub names: Vec<String>,
    /// The ages, the lowest first.
    pub ages: Vec<u32>,
    /// What the ages are called in the headings, one for each; empty where nobody named them.
    pub age_names: Vec<String>,
    /// What ages are counted in: what the headings say, or else as far as the cohorts are apart.
    pub columns: Option<ColumnGuess>,
    /// Clients left by age, a cohort a row, as many entries as there are ages; `None` where nobody counted. They never rise.
    pub rows: Vec<Vec<Option<Amount>>>,
}

impl Cohorts {
    /// The observations of each cohort: its ages with the clients left, as the engine takes them.
    pub fn observed(&self) -> Vec<Vec<(u32, f64)>> {
        let row = |row: &Vec<Option<Amount>>| {
            self.ages.iter().zip(row).filter_map(|(age, left)| Some((*age, (*left)?.get()))).collect()
        };
        self.rows.iter().map(row).collect()
    }

    /// The same by what ages are apart, where headings say what they are counted in: months 0, 3 and 6 are quarters 0, 1 and 2.
    fn by_their_distance(mut self) -> Self {
        let apart = self.ages.iter().fold(0, |apart, age| gcd(apart, u64::from(*age)));
        if let (Some(found), Ok(apart @ 2..)) = (self.columns.filter(|found| found.said), u32::try_from(apart)) {
            self.ages.iter_mut().for_each(|age| *age /= apart);
            self.columns = Some(ColumnGuess::said(found.span.times(apart)));
        }
        self.columns = self.columns.map(ColumnGuess::nearly);
        self
    }

    /// As much of them as a scenario holds, which keeps ages without a gap from the start on, and how many numbers that leaves
    /// out. A cohort whose start is missing goes whole; `None` when no cohort keeps two numbers.
    fn without_gaps(&self) -> (Option<CohortTable>, usize) {
        let in_order = self.ages.iter().zip(0..).take_while(|(age, place)| **age == *place).count();
        let mut table = CohortTable { per_cent: self.per_cent, rows: Vec::new(), names: Vec::new() };
        let mut left_out = 0;
        for (at, row) in self.rows.iter().enumerate() {
            let held: Vec<Amount> = row.iter().take(in_order).map_while(|left| *left).collect();
            left_out += row.iter().flatten().count() - held.len();
            if !held.is_empty() {
                table.names.extend(self.names.get(at).cloned());
                table.rows.push(held);
            }
        }
        let is_told = table.rows.iter().any(|row| row.len() > 1);
        (is_told.then_some(table), left_out)
    }
}

impl From<&CohortTable> for Cohorts {
    /// The table of a scenario, to be written.
    fn from(table: &CohortTable) -> Self {
        let longest = table.rows.iter().map(Vec::len).max().unwrap_or(0);
        let row = |row: &Vec<Amount>| (0..longest).map(|age| row.get(age).copied()).collect();
        Cohorts {
            per_cent: table.per_cent,
            names: table.names.clone(),
            ages: (0..).take(longest).collect(),
            rows: table.rows.iter().map(row).collect(),
            ..Cohorts::default()
        }
    }
}

/// Cohorts on the way from numbers to a value: a row each, with observations in the order of the ages.
struct CohortDraft {
    matrix: Matrix,
    /// The age of each number, the same shape as the matrix; `None` where there is none.
    ages: Vec<Vec<Option<u32>>>,
    /// What each number comes to.
    left: Vec<Vec<Option<f64>>>,
}

/// Reads a table of cohorts.
pub fn read(grid: &Grid, context: Context) -> Reading<Cohorts> {
    read_as(grid, context, |cohorts, _| Some(cohorts))
}

/// Reads a table of cohorts and makes something of it, where nothing stands in the way.
fn read_as<T>(grid: &Grid, context: Context, make: impl FnOnce(Cohorts, &mut Log) -> Option<T>) -> Reading<T> {
    let mut log = Log::new(context, grid);
    if grid.stopped.is_some() {
        return log.finish(None);
    }
    let of_years = years::joined(grid, &mut log);
    let grid = of_years.as_ref().unwrap_or(grid);
    if other_kind::stops(grid, Kind::Cohorts, &mut log) {
        return log.finish(None);
    }
    let most = (MOST_COHORTS, HIGHEST_AGE as usize + 1);
    let value = table::numbers(grid, Wanted::Cohorts, most, &mut log).and_then(|matrix| finish(matrix, &mut log));
    let value = value.filter(|_| !log.faults.stop()).and_then(|cohorts| make(cohorts, &mut log));
    log.finish(value)
}

/// Reads a table of cohorts as a scenario keeps it, with what a column stands for where that is known. What a scenario does not
/// keep is named; columns that stand for none of its periods are a fault.
pub fn read_for_scenario(grid: &Grid, context: Context) -> Reading<(CohortTable, Option<scenario::Period>)> {
    read_as(grid, context, |cohorts, log| {
        let cohorts = cohorts.by_their_distance();
        let columns = settled_or_kept(cohorts.columns, log);
        let (table, left_out) = cohorts.without_gaps();
        if table.is_none() && log.faults.is_empty() {
            log.fault(Problem::OnlyGaps, CellPlace { row: 1, column: 1, line: 1 }, "");
        }
        log.notes.extend((left_out > 0).then_some(Note::BehindGap(left_out)));
        Some((table?, columns))
    })
}

fn finish(mut matrix: Matrix, log: &mut Log) -> Option<Cohorts> {
    twofold::shares_of_counts_out(&mut matrix, log);
    named_sizes::taken(&mut matrix);
    sums::leave_out(&mut matrix, log);
    if matrix.rows.is_empty() || matrix.columns.is_empty() {
        if log.faults.is_empty() {
            let is_lost = |note: &Note| matches!(note, Note::LeftOut(strip, _) if strip.axis == Axis::Column && words::says_lost(&fold::key(&strip.name)));
            let problem = if log.notes.iter().any(is_lost) { Problem::OnlyLost } else { Problem::NothingThere };
            log.fault(problem, CellPlace { row: 1, column: 1, line: 1 }, "");
        }
        return None;
    }
    if matrix.rows.len() > MOST_COHORTS {
        log.fault(Problem::TooManyRows(MOST_COHORTS), matrix.row_place(MOST_COHORTS), "");
        return None;
    }
    column_order::each_age_once(&mut matrix, log);
    column_order::oldest_first(&mut matrix, log);
    added_up(&mut matrix, log);
    lost::subtracted(&mut matrix, log)?;
    let ages = ages::of(&matrix, log);
    if ages.columns.len() > HIGHEST_AGE as usize + 1 {
        log.fault(Problem::TooManyColumns(HIGHEST_AGE as usize + 1), matrix.place(0, HIGHEST_AGE as usize), "");
        return None;
    }
    let found = ages.span.map(ColumnGuess::said).or_else(|| matrix.step.map(ColumnGuess::of_step));
    // A table of those who left begins behind the start, unless its title leaves no doubt.
    let is_told = |text: &String| ages.start_is_before || words::names_lost(&fold::key(text));
    if let Some(text) = matrix.says_lost.clone().filter(is_told) {
        log.note(Note::SaysLost(text));
    }
    let (unit, mut draft) = units::of(matrix, ages, log);
    check(&draft, log);
    if log.faults.stop() {
        return None;
    }
    zeros::not_yet(&mut draft, log);
    last_period::ask(&mut draft, log);
    growth::ask(&mut draft, log);
    value(draft, unit, found, log)
}

/// Takes apart what each cohort paid so far, which never falls: what is left of it is what it pays in each period.
fn added_up(matrix: &mut Matrix, log: &mut Log) {
    let numbers = |row: &NumberRow| row.values.iter().filter_map(|value| value.number()).collect::<Vec<f64>>();
    let pairs = |is: fn(f64, f64) -> bool| {
        matrix.rows.iter().any(|row| numbers(row).windows(2).any(|pair| is(pair[0], pair[1])))
    };
    let are_shares = matrix.rows.iter().flat_map(|row| &row.values).any(|value| matches!(value, Value::Share(_)));
    let is_lost = matrix.lost || matrix.says_lost.is_some();
    if !is_lost && !are_shares && pairs(|one, next| next > one) && !pairs(|one, next| next < one) {
        running::apart(matrix, log);
    }
}

/// Names every number that cannot be, and cohorts that begin with nobody.
fn check(draft: &CohortDraft, log: &mut Log) {
    let last = draft.matrix.columns.len().saturating_sub(1);
    for (row, numbers) in draft.left.iter().enumerate() {
        for (column, number) in numbers.iter().enumerate().filter_map(|(column, number)| Some((column, (*number)?))) {
            let place = draft.matrix.place(row, column.min(last));
            if number < 0.0 {
                log.fault(Problem::Negative, place, &number.to_string());
            } else if !Bounds::MONEY.has(number) {
                log.fault(Problem::TooLarge, place, &number.to_string());
            }
        }
        let first = draft.in_order(row).first().and_then(|column| numbers[*column]);
        if first == Some(0.0) {
            log.fault(Problem::StartsEmpty, draft.matrix.row_place(row), &draft.matrix.rows[row].strip.name);
        }
    }
}

/// The value, once every number is sound.
fn value(draft: CohortDraft, unit: Unit, found: Option<ColumnGuess>, log: &mut Log) -> Option<Cohorts> {
    let counted = draft.left.iter().zip(&draft.ages).flat_map(|(left, ages)| left.iter().zip(ages));
    let mut ages: Vec<u32> = counted.filter(|(left, _)| left.is_some()).filter_map(|(_, age)| *age).collect();
    ages.arrange();
    ages.dedup();
    let is_named = draft.matrix.is_named && draft.matrix.rows.iter().any(|row| !row.strip.name.is_empty());
    let mut cohorts = Cohorts {
        per_cent: unit == Unit::PerCent,
        names: if is_named { draft.matrix.rows.iter().map(|row| row.strip.name.clone()).collect() } else { Vec::new() },
        age_names: age_names(&draft, &ages),
        columns: found.or_else(|| apart(&draft, log)),
        ages,
        rows: Vec::new(),
    };
    for (numbers, ages) in draft.left.iter().zip(&draft.ages) {
        let mut left = vec![None; cohorts.ages.len()];
        for (number, age) in numbers.iter().zip(ages) {
            if let (Some(number), Some(age)) = (*number, *age)
                && let Ok(at) = cohorts.ages.binary_search(&age)
            {
                left[at] = Amount::new(number);
            }
        }
        cohorts.rows.push(left);
    }
    if cohorts.rows.iter().all(|row| row.iter().flatten().count() < 2) {
        log.fault(Problem::OnlyStarts, draft.matrix.row_place(0), "");
    }
    log.notes.extend(called_alike(&cohorts.names, log).map(Note::KeptApart));
    log.note(Note::Unit(unit));
    Some(cohorts)
}

/// The names that several cohorts have, where no column of words beside them tells them apart.
fn called_alike(names: &[String], log: &Log) -> Option<Vec<String>> {
    let tells = |note: &Note| matches!(note, Note::LeftOut(strip, Why::Words) if strip.axis == Axis::Column);
    let mut seen = BTreeSet::new();
    let again = |name: &&String| !name.is_empty() && !seen.insert(fold::name(name));
    let again: Vec<String> = names.iter().filter(again).take(LISTED).cloned().collect();
    (!again.is_empty() && !log.notes.iter().any(tells)).then_some(again)
}

impl CohortDraft {
    /// The columns in which a cohort was counted, the youngest age first.
    fn in_order(&self, row: usize) -> Vec<usize> {
        let mut known: Vec<(u32, usize)> = (0..self.left[row].len())
            .filter(|column| self.left[row][*column].is_some())
            .filter_map(|column| Some((self.ages[row][column]?, column)))
            .collect();
        known.arrange();
        known.into_iter().map(|(_, column)| column).collect()
    }

    fn place(&self, row: usize, column: usize) -> CellPlace {
        self.matrix.place(row, column.min(self.matrix.columns.len().saturating_sub(1)))
    }
}

/// What a column may stand for where no heading says it: where each cohort is as much older than the next one as it began before
/// it, ages are counted in what cohorts are apart.
fn apart(draft: &CohortDraft, log: &Log) -> Option<ColumnGuess> {
    let names = || draft.matrix.rows.iter().map(|row| row.strip.name.as_str());
    let starts: Vec<Period> = names().map(|name| Period::of(name, draft.matrix.order)).collect::<Option<_>>()?;
    let (span, count) = Span::between(&starts).filter(|_| starts.len() > 1 && starts[0].is_calendar())?;
    let starts = period::months_of(&starts);
    let last = |row: usize| draft.in_order(row).last().and_then(|column| draft.ages[row][*column]);
    let stairs = (1..starts.len()).all(|row| {
        let (Some(one), Some(next)) = (last(row - 1), last(row)) else { return false };
        let later = starts[row].ordinal() - starts[row - 1].ordinal();
        later == (i64::from(one) - i64::from(next)) * i64::from(count)
    });
    let (apart, now) = (span.times(count), Span::from(log.context.columns));
    Some(ColumnGuess { span: if stairs { apart } else { now }, or: Some(apart), said: false })
}

/// The headings of the ages, where each age has one column with a heading that is more than its number.
fn age_names(draft: &CohortDraft, ages: &[u32]) -> Vec<String> {
    let mut columns = BTreeMap::new();
    for (column, record) in draft.matrix.columns.iter().enumerate() {
        let mut own = draft.ages.iter().filter_map(|row| row[column]);
        if let Some(age) = own.next().filter(|age| own.all(|other| other == *age)) {
            columns.entry(age).or_insert(&record.strip.name);
        }
    }
    let names: Vec<String> =
        ages.iter().map(|age| columns.get(age).map(ToString::to_string).unwrap_or_default()).collect();
    let named = names.iter().any(|name| !name.bytes().all(|b| b.is_ascii_digit()));
    if named { names } else { Vec::new() }
}

impl Choice {
    /// The unit that somebody chose.
    fn unit(&self) -> Option<Unit> {
        if let Choice::Unit(unit) = self { Some(*unit) } else { None }
    }
}
