//! Rows that add up or average the accounts.

use super::nested;
use super::rounded_totals::{self, is_same};
use super::summary;
use crate::tables::fault::Problem;
use crate::tables::fold;
use crate::tables::matrix::{Matrix, NumberRow, Value};
use crate::tables::measures::{self, Measure};
use crate::tables::note::{Note, Why};
use crate::tables::reading::Log;
use crate::tables::vocabulary::{
    Sum, is_hardly_a_name, is_of_a_part, is_subtotal, is_surely_total, sum_of_rows_called,
};

/// How a row looks compared with the others.
#[derive(Clone, Copy, PartialEq)]
enum Looks {
    /// An account.
    Account,
    /// A sum, by its name and its numbers, or by its numbers where it has no name.
    Sum(Why),
    /// A sum by its name or by its numbers alone.
    MaybeSum(Why),
    /// As large as all others together and more, which the largest client may be too.
    MaybeLargest,
}

/// Leaves sums out, and asks where only the name or only the numbers say so.
pub(super) fn out(matrix: &mut Matrix, log: &mut Log) {
    let reference = Reference::of(matrix);
    let plain = reference.plain(&reference.parts(), &reference.measures());
    let is_doubled = reference.is_doubled(&plain, matrix.columns.len());
    nested::out(matrix, &plain, is_doubled, log);
    let looks = Reference::of(matrix).looks(matrix);
    let is_measure = |looks: &Looks| matches!(looks, Looks::Sum(Why::Measure) | Looks::MaybeSum(Why::Measure));
    if matrix.rows.len() > 1 && looks.iter().all(|looks| *looks != Looks::Account) && looks.iter().any(is_measure) {
        // Whatever was answered about one of them, there would be no client.
        log.fault(Problem::OnlyMeasures, matrix.row_place(0), &matrix.rows[0].strip.name);
        return matrix.rows.clear();
    }
    let mut totals: Vec<NumberRow> = Vec::new();
    let rows = std::mem::take(&mut matrix.rows);
    for (row, looks) in rows.into_iter().zip(looks) {
        // What holds no numbers is left out as such.
        let is_empty = row.values.iter().all(|value| matches!(value, Value::Blank));
        let why = match (looks, log.row_taken(row.strip.at)) {
            (Looks::MaybeSum(_) | Looks::MaybeLargest, _) if is_empty => None,
            (Looks::Account, _) | (Looks::Sum(_), Some(true)) => None,
            (Looks::Sum(why), _) => Some(why),
            (Looks::MaybeSum(why), _) => log.ask_sum(&row.strip, true).then_some(why),
            (Looks::MaybeLargest, _) => log.ask_sum(&row.strip, false).then_some(Why::Total),
        };
        match why {
            Some(why) => {
                log.note(Note::LeftOut(row.strip.clone(), why));
                let key = fold::key(&row.strip.name);
                // One that is asked about is looked at anyway.
                let is_sure = looks == Looks::Sum(Why::Total);
                if is_sure && sum_of_rows_called(&key) == Some(Sum::Total) && !is_of_a_part(&key) {
                    totals.push(row);
                }
            }
            None => matrix.rows.push(row),
        }
    }
    compare(&totals, matrix, log);
}

/// How far a total may be from the sum of what is rounded for print.
const ROUNDED: f64 = 0.01;

/// Points at a total of all that is not the sum of the accounts that are left: rows may be missing, or counted twice.
fn compare(totals: &[NumberRow], matrix: &Matrix, log: &mut Log) {
    let sum = |column: usize| matrix.rows.iter().filter_map(|row| row.values[column].number()).sum::<f64>();
    let sums: Vec<f64> = (0..matrix.columns.len()).map(sum).collect();
    let fits =
        |total: &NumberRow| {
            total.values.iter().zip(&sums).all(|(own, sum)| {
                own.number().is_none_or(|own| (own - sum).abs() <= ROUNDED * sum.abs().max(own.abs()))
            })
        };
    if let Some(last) = totals.last().filter(|_| !totals.iter().any(fits)) {
        log.note(Note::TotalDiffers(last.strip.clone()));
    }
}

/// What rows are compared with.
struct Reference {
    keys: Vec<String>,
    called: Vec<Option<Sum>>,
    numbers: Vec<Vec<f64>>,
}

impl Reference {
    fn of(matrix: &Matrix) -> Self {
        let keys: Vec<String> = matrix.rows.iter().map(|row| fold::key(&row.strip.name)).collect();
        Reference {
            called: keys.iter().map(|key| sum_of_rows_called(key)).collect(),
            numbers: matrix
                .rows
                .iter()
                .map(|row| row.values.iter().map(|v| v.number().unwrap_or(0.0)).collect())
                .collect(),
            keys,
        }
    }

    /// The rows that nothing calls a sum or a measure, as parts and measures say.
    fn plain(&self, parts: &[Looks], measures: &[Looks]) -> Vec<usize> {
        let is_plain =
            |at: &usize| self.called[*at].is_none() && parts[*at] == Looks::Account && measures[*at] == Looks::Account;
        (0..self.keys.len()).filter(is_plain).collect()
    }

    /// Whether a total of the table is half of what some rows come to: each account is counted twice.
    fn is_doubled(&self, plain: &[usize], width: usize) -> bool {
        let half: Vec<f64> = self.sum(plain.iter().copied(), width).iter().map(|total| total / 2.0).collect();
        let is_total = |at: usize| self.called[at] == Some(Sum::Total) && is_same(&self.numbers[at], &half);
        (0..self.keys.len()).any(is_total)
    }

    fn looks(&self, matrix: &Matrix) -> Vec<Looks> {
        let parts = self.parts();
        let measures = self.measures();
        let plain = self.plain(&parts, &measures);
        let totals = self.sum(plain.iter().copied(), matrix.columns.len());
        // What stands behind all clients and measures them hides no total.
        let is_row = |at: &usize| measures[*at] == Looks::Account && self.called[*at].is_none();
        let first = (0..self.keys.len()).find(is_row).unwrap_or_default();
        let last = (0..self.keys.len()).rev().find(is_row).unwrap_or_default();
        let below = summary::below(&plain, &self.numbers);
        let summed = |at: usize| below.iter().find(|(row, _)| *row == at).map(|(_, why)| *why);
        let looks = |at: usize| {
            let numbers = &self.numbers[at];
            let others = || totals.iter().zip(numbers).map(|(total, own)| total - own).collect::<Vec<f64>>();
            match self.called[at] {
                Some(Sum::Average) => Looks::Sum(Why::Average),
                Some(Sum::Total) if is_surely_total(&self.keys[at]) || is_same(numbers, &totals) => {
                    Looks::Sum(Why::Total)
                }
                Some(Sum::Total) => Looks::MaybeSum(Why::Total),
                None if measures[at] != Looks::Account => measures[at],
                None if parts[at] != Looks::Account => parts[at],
                None if is_subtotal(&self.keys[at]) && plain.len() > 2 && is_same(numbers, &others()) => {
                    Looks::Sum(Why::Total)
                }
                None if is_hardly_a_name(&self.keys[at]) => Looks::MaybeSum(Why::Total),
                None if is_subtotal(&self.keys[at])
                    && plain.len() > 2
                    && rounded_totals::reaches(numbers, &others()) =>
                {
                    Looks::MaybeSum(Why::Total)
                }
                None if (at == first || at == last) && plain.len() > 2 && is_same(numbers, &others()) => {
                    if self.keys[at].is_empty() { Looks::Sum(Why::Total) } else { Looks::MaybeSum(Why::Total) }
                }
                None => match summed(at) {
                    Some(why) => Looks::MaybeSum(why),
                    None if plain.len() <= 3 => Looks::Account,
                    None if (at == first || at == last) && rounded_totals::is_close(numbers, &others()) => {
                        Looks::MaybeSum(Why::Total)
                    }
                    // A list of the largest clients may end with the total of all.
                    None if at == last && rounded_totals::reaches(numbers, &others()) => Looks::MaybeLargest,
                    None => Looks::Account,
                },
            }
        };
        (0..self.keys.len()).map(looks).collect()
    }

    /// Rows whose names say that they add up a part of the table, and whose numbers are those of the rows before or behind them,
    /// as far as the next such row. What equals one row alone may be a client.
    fn parts(&self) -> Vec<Looks> {
        let mut looks = vec![Looks::Account; self.keys.len()];
        let named: Vec<usize> =
            (0..self.keys.len()).filter(|at| self.called[*at].is_some() || is_subtotal(&self.keys[*at])).collect();
        for (place, at) in named.iter().copied().enumerate().filter(|(_, at)| self.called[*at].is_none()) {
            let from = place.checked_sub(1).map_or(0, |place| named[place] + 1);
            let behind = at + 1..named.get(place + 1).copied().unwrap_or(self.keys.len());
            let sums = |part: &std::ops::Range<usize>, is: fn(&[f64], &[f64]) -> bool| {
                !part.is_empty() && is(&self.numbers[at], &self.sum(part.clone(), self.numbers[at].len()))
            };
            let part = [from..at, behind.clone()].into_iter().find(|part| sums(part, is_same));
            let part = part.or_else(|| self.group_before(at, from));
            // What is rounded for print comes near to the sum only.
            let is_near =
                || [from..at, behind].iter().any(|part| part.len() > 1 && sums(part, rounded_totals::is_close));
            looks[at] = match part {
                Some(part) if part.len() > 1 => Looks::Sum(Why::Total),
                Some(_) => Looks::MaybeSum(Why::Total),
                None if is_near() => Looks::MaybeSum(Why::Total),
                None => Looks::Account,
            };
        }
        looks
    }

    /// The rows right before one, from some row behind `from` on, that it adds up.
    fn group_before(&self, at: usize, from: usize) -> Option<std::ops::Range<usize>> {
        let mut sum = vec![0.0; self.numbers[at].len()];
        (from..at).rev().find_map(|first| {
            sum.iter_mut().zip(&self.numbers[first]).for_each(|(sum, number)| *sum += number);
            (at - first > 1 && is_same(&self.numbers[at], &sum)).then_some(first..at)
        })
    }

    /// Rows that measure the others by their names. A client may be called "Target": such a row stands behind all clients, and
    /// behind their total where many are called so.
    fn measures(&self) -> Vec<Looks> {
        let mut looks = vec![Looks::Account; self.keys.len()];
        let mut is_behind = true;
        // A statement of profit and loss begins with revenue.
        let has_profit = self.keys.iter().any(|key| measures::is_of_profit(key));
        for (at, key) in self.keys.iter().enumerate().rev() {
            let is_of_all = |row: usize| self.called[row].is_some() && !is_of_a_part(&self.keys[row]);
            let below_total = || (0..at).any(is_of_all);
            looks[at] = match measures::called(key) {
                Some(Measure::Surely) => Looks::Sum(Why::Measure),
                Some(Measure::Likely) if is_behind || has_profit => Looks::MaybeSum(Why::Measure),
                Some(Measure::Maybe) if is_behind && below_total() => Looks::MaybeSum(Why::Measure),
                _ => Looks::Account,
            };
            is_behind &= looks[at] != Looks::Account || self.called[at].is_some();
        }
        looks
    }

    fn sum(&self, rows: impl Iterator<Item = usize>, width: usize) -> Vec<f64> {
        let mut sum = vec![0.0; width];
        for row in rows {
            sum.iter_mut().zip(&self.numbers[row]).for_each(|(sum, number)| *sum += number);
        }
        sum
    }
}
