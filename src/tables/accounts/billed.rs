//! Clients who pay for several months at once, among months: every third month a sum, and nothing between. Nobody left and came back:
//! each payment is for the months that it pays for.

use std::collections::BTreeMap;

use crate::arrange::Arrange;
use crate::model::scenario;
use crate::tables::choice::{Billed, Choice};
use crate::tables::matrix::{Matrix, NumberRow, Value};
use crate::tables::note::Note;
use crate::tables::period::{Period, Run, months_of, run};
use crate::tables::question::About;
use crate::tables::reading::Log;
use crate::tables::vocabulary::AgeUnit;

/// What two payments that say alone that somebody pays regularly differ by at most: a price that rises.
const ALIKE: f64 = 1.5;
/// What payments differ by at most from one to the next, where there are more of them.
const RELATED: f64 = 3.0;
/// So many times what the others pay a month is what somebody may have paid for a year.
const A_YEAR_OF: f64 = 6.0;

/// Whoever pays in so many of the columns pays in all of them, and is late or pauses now and then.
const MOSTLY: f64 = 0.6;

/// One who pays regularly, and not in every column.
#[derive(Clone, Copy, Debug)]
struct Payer {
    /// Its row.
    row: usize,
    /// How many columns a payment is for.
    step: usize,
    /// The columns of the first and of the last payment.
    ends: (usize, usize),
    /// How many payments there are.
    count: usize,
}

/// What a row without regular payments looks like.
enum Looks {
    /// It pays every so many columns.
    Regular(Payer),
    /// It pays in all columns from one to another, two at least, or in most of them.
    Always,
    /// It pays once.
    Once(usize),
    /// It pays now and then.
    Irregular,
    /// It never pays, or nothing can be said.
    Other,
}

/// Spreads what regular payments are for over the columns that they are for, after asking.
pub(super) fn spread(matrix: &mut Matrix, log: &mut Log) {
    let Some((places, months)) = calendar(matrix, log) else { return };
    let payments = |row: &NumberRow| payments(row, &places);
    let width = places.len();
    let looks: Vec<Looks> = matrix
        .rows
        .iter()
        .enumerate()
        .map(|(row, values)| payments(values).map_or(Looks::Other, |paid| looks(row, &paid, steps(months))))
        .collect();
    let mut payers = regular(&looks, width);
    let is_rest = |looks: &Looks| matches!(looks, Looks::Always | Looks::Irregular);
    if let Some(first) = payers.first().copied()
        && payers.iter().all(|payer| payer.step == first.step)
        && payers.len() + looks.iter().filter(|looks| matches!(looks, Looks::Once(_))).count() > 1
        && !looks.iter().any(is_rest)
    {
        // All pay in one way: so do those who paid once so far, or for the last time.
        let once = looks.iter().enumerate().filter_map(|(row, looks)| match looks {
            Looks::Once(at) => Some(Payer { row, step: first.step, ends: (*at, *at), count: 1 }),
            _ => None,
        });
        payers.extend(once);
        payers.arrange_by_key(|payer| payer.row);
    }
    if !payers.is_empty() {
        ask(matrix, &places, months, &payers, log);
    }
    let mut yearly = a_year_at_once(matrix, &places, months, &looks);
    yearly.retain(|payer| !payers.iter().any(|other| other.row == payer.row));
    let names: Vec<String> = yearly.iter().map(|payer| matrix.rows[payer.row].strip.name.clone()).collect();
    if !yearly.is_empty() && log.ask_whether(About::Names(names), Choice::PaidAYear, false) {
        fill(matrix, &places, &yearly, false, log);
        log.note(Note::Billed(named(matrix, months, &yearly), false));
    }
}

/// The columns from the oldest to the newest, and how many months each stands for; `None` where they are no calendar without gaps.
fn calendar(matrix: &Matrix, log: &Log) -> Option<(Vec<usize>, u32)> {
    let mut places: Vec<usize> = (0..matrix.columns.len()).collect();
    let heads: Vec<Option<Period>> = matrix.columns.iter().map(|column| column.head.period).collect();
    let of_context = || match log.context.columns {
        scenario::Period::Month => Some(1),
        scenario::Period::Quarter => Some(3),
        scenario::Period::Year => None,
    };
    if heads.iter().all(Option::is_none) {
        return Some((places, of_context()?));
    }
    let periods = months_of(&heads.into_iter().collect::<Option<Vec<Period>>>()?);
    let months = match periods.first()? {
        Period::Month(..) | Period::MonthOnly(_) | Period::Age(Some(AgeUnit::Month), _) => 1,
        Period::Quarter(..) | Period::Age(Some(AgeUnit::Quarter), _) => 3,
        Period::Half(..) => 6,
        Period::Age(None, _) => of_context()?,
        _ => return None,
    };
    match run(&periods)? {
        Run::Rising => (),
        Run::Falling => places.reverse(),
    }
    let recurs = periods.iter().all(|period| period.recurs());
    let apart = |pair: &[usize]| periods[pair[1]].ordinal() - periods[pair[0]].ordinal();
    (recurs || places.windows(2).all(|pair| apart(pair) == 1)).then_some((places, months))
}

/// Of how many columns people pay at once: two months, a quarter, a half or a whole year.
fn steps(months: u32) -> &'static [usize] {
    match months {
        1 => &[2, 3, 6, 12],
        3 => &[2, 4],
        _ => &[2],
    }
}

/// What a row pays, the oldest first, by its place in the calendar; `None` where it holds anything else than amounts.
fn payments(row: &NumberRow, places: &[usize]) -> Option<Vec<(usize, f64)>> {
    let mut paid = Vec::new();
    for (at, place) in places.iter().enumerate() {
        match row.values[*place] {
            Value::Number(number) if number > 0.0 => paid.push((at, number)),
            Value::Blank | Value::NotYet => (),
            Value::Number(0.0) => (),
            _ => return None,
        }
    }
    Some(paid)
}

fn looks(row: usize, paid: &[(usize, f64)], steps: &[usize]) -> Looks {
    let (first, last) = match paid {
        [] => return Looks::Other,
        [(at, _)] => return Looks::Once(*at),
        [(first, _), .., (last, _)] => (*first, *last),
    };
    let step = paid[1].0 - first;
    let is_steady = paid.windows(2).all(|pair| pair[1].0 - pair[0].0 == step);
    if step == 1 && is_steady {
        return Looks::Always;
    }
    let most = if paid.len() == 2 { ALIKE } else { RELATED };
    let are_related = paid.windows(2).all(|pair| {
        let (one, other) = (pair[0].1, pair[1].1);
        one.max(other) <= most * one.min(other)
    });
    // Whoever leaves out one month and pays again is no regular payer by that.
    let is_enough = paid.len() > 2 || step > 2;
    if is_steady && are_related && is_enough && steps.contains(&step) {
        Looks::Regular(Payer { row, step, ends: (first, last), count: paid.len() })
    } else if paid.len() as f64 >= MOSTLY * (last + 1 - first) as f64 {
        Looks::Always
    } else {
        Looks::Irregular
    }
}

/// Those who pay regularly; none where as many buy now and then, among whom some are regular by chance.
fn regular(looks: &[Looks], width: usize) -> Vec<Payer> {
    let found = |looks: &Looks| if let Looks::Regular(payer) = looks { Some(*payer) } else { None };
    let all: Vec<Payer> = looks.iter().filter_map(found).collect();
    let strong = |step: usize| all.iter().any(|payer| payer.step == step && payer.count > 2);
    // Two payments say it where they reach to the end, or where others pay so.
    let reaches = |payer: &Payer| payer.ends.1 + payer.step >= width;
    let payers: Vec<Payer> =
        all.iter().filter(|payer| payer.count > 2 || reaches(payer) || strong(payer.step)).copied().collect();
    let weight: usize = payers.iter().map(|payer| (payer.count - 1).pow(2)).sum();
    let irregular = looks.iter().filter(|looks| matches!(looks, Looks::Irregular)).count() + all.len() - payers.len();
    if weight < irregular { Vec::new() } else { payers }
}

/// Asks whether payments are for the columns from each on, for those up to it, or for none but its own.
fn ask(matrix: &mut Matrix, places: &[usize], months: u32, payers: &[Payer], log: &mut Log) {
    let width = places.len();
    // Where all pay at the end of their first period, and the last payment ends the table, they pay for what is over.
    let is_behind = payers.iter().all(|payer| payer.ends == (payer.step - 1, width - 1));
    let options = [Billed::Onwards, Billed::Before, Billed::AsWritten].map(Choice::Billed);
    let about = named(matrix, months, payers);
    let Choice::Billed(billed) = log.ask(About::Billed(about.clone()), options.to_vec(), usize::from(is_behind)) else {
        return;
    };
    if billed != Billed::AsWritten {
        let before = billed == Billed::Before;
        fill(matrix, places, payers, before, log);
        log.note(Note::Billed(about, before));
    }
}

/// Their names, by how many months they pay for at once.
fn named(matrix: &Matrix, months: u32, payers: &[Payer]) -> Vec<(u32, Vec<String>)> {
    let mut named: BTreeMap<u32, Vec<String>> = BTreeMap::new();
    for payer in payers {
        let months = payer.step as u32 * months;
        named.entry(months).or_default().push(matrix.rows[payer.row].strip.name.clone());
    }
    named.into_iter().collect()
}

/// Puts a part of each payment into each column that it is for. What lies outside of the table is left out.
fn fill(matrix: &mut Matrix, places: &[usize], payers: &[Payer], before: bool, log: &Log) {
    // Amounts that are said to be for a longer time were converted to what a column brings already.
    let is_rate = log.questions.iter().any(|question| {
        matches!(question.options[question.taken], Choice::AYear(true) | Choice::AQuarter(true) | Choice::AMonth(true))
    });
    for payer in payers {
        let Some(paid) = payments(&matrix.rows[payer.row], places) else { continue };
        let values = &mut matrix.rows[payer.row].values;
        for (at, amount) in paid {
            let part = if is_rate { amount } else { amount / payer.step as f64 };
            let from = if before { (at + 1).saturating_sub(payer.step) } else { at };
            let to = if before { at + 1 } else { (at + payer.step).min(places.len()) };
            places[from..to].iter().for_each(|place| values[*place] = Value::Number(part));
        }
    }
}

/// Those who paid once, so much that it may be for a year, where most others pay month by month.
fn a_year_at_once(matrix: &Matrix, places: &[usize], months: u32, looks: &[Looks]) -> Vec<Payer> {
    let always: Vec<usize> = (0..looks.len()).filter(|row| matches!(looks[*row], Looks::Always)).collect();
    let irregular = looks.iter().filter(|looks| matches!(looks, Looks::Irregular)).count();
    let once: Vec<(usize, usize)> = looks
        .iter()
        .enumerate()
        .filter_map(|(row, looks)| if let Looks::Once(at) = looks { Some((row, *at)) } else { None })
        .collect();
    let width = places.len();
    if months != 1 || width < 3 || once.is_empty() || always.len() < 2 || always.len() < irregular + once.len() {
        return Vec::new();
    }
    let amount = |row: usize, at: usize| matrix.rows[row].values[places[at]].number().unwrap_or(0.0);
    let paid = |row: &usize| {
        let paid = payments(&matrix.rows[*row], places).unwrap_or_default();
        paid.last().map_or(0.0, |(_, amount)| *amount)
    };
    let mut usual: Vec<f64> = always.iter().map(paid).collect();
    usual.arrange_by(f64::total_cmp);
    let least = A_YEAR_OF * usual[usual.len() / 2];
    // One that came in the last column, or went more than a year before the end, is as it is written.
    let may = |(row, at): &(usize, usize)| amount(*row, *at) >= least && at + 1 < width && at + 12 >= width;
    let payer = |(row, at): (usize, usize)| Payer { row, step: 12, ends: (at, at), count: 1 };
    once.into_iter().filter(may).map(payer).collect()
}
