//! The columns of a table of cohorts, oldest age first and each age once.

use std::collections::BTreeMap;

use crate::arrange::Arrange;
use crate::tables::fault::Problem;
use crate::tables::matrix::{Matrix, Value};
use crate::tables::note::{Note, Order, Why};
use crate::tables::period::{Period, Run, run};
use crate::tables::reading::Log;

/// Puts columns that run from the last period to the first the other way round.
pub(super) fn oldest_first(matrix: &mut Matrix, log: &mut Log) {
    let heads: Option<Vec<Period>> = matrix.columns.iter().map(|column| column.head.period).collect();
    let falls = heads.is_some_and(|heads| run(&heads) == Some(Run::Falling));
    let names: Vec<String> = matrix.columns.iter().map(|column| column.strip.name.clone()).collect();
    if let (true, [last, .., first]) = (falls, &names[..]) {
        let (first, last, count) = (first.clone(), last.clone(), names.len());
        log.note(Note::Periods { first, last, count, order: Order::NewestFirst, missing: 0 });
        matrix.order_columns(&(0..count).rev().collect::<Vec<_>>());
    }
    in_order(matrix, log);
}

/// Puts ages that run neither way in order.
fn in_order(matrix: &mut Matrix, log: &mut Log) {
    let heads: Option<Vec<Period>> = matrix.columns.iter().map(|column| column.head.period).collect();
    let mixed = |heads: &Vec<Period>| {
        let alike = heads.iter().all(|head| matches!(head, Period::Age(..)) && head.is_like(heads[0]));
        heads.len() > 1 && alike && run(heads).is_none()
    };
    let Some(heads) = heads.filter(mixed) else { return };
    let mut places: Vec<(i64, usize)> = heads.iter().enumerate().map(|(at, head)| (head.ordinal(), at)).collect();
    places.arrange();
    let name = |at: usize| matrix.columns[at].strip.name.clone();
    let (first, last) = (name(places[0].1), name(places[places.len() - 1].1));
    log.note(Note::Periods { first, last, count: places.len(), order: Order::Mixed, missing: 0 });
    matrix.order_columns(&places.into_iter().map(|(_, at)| at).collect::<Vec<_>>());
}

/// Counts and their shares side by side, a pair for each age: the shares go. An age that still comes twice is a fault.
pub(super) fn each_age_once(matrix: &mut Matrix, log: &mut Log) {
    let age = |column: usize| match matrix.columns[column].head.period {
        Some(Period::Age(_, age)) => Some(age),
        _ => None,
    };
    let Some(ages) = (0..matrix.columns.len()).map(age).collect::<Option<Vec<u32>>>() else { return };
    let shares = |column: usize, are: bool| {
        let values = matrix.rows.iter().map(|row| row.values[column]).filter(|value| value.number().is_some());
        let mut values = values.peekable();
        values.peek().is_some() && values.all(|value| matches!(value, Value::Share(_)) == are)
    };
    let counted = |column: usize| (0..ages.len()).any(|other| ages[other] == ages[column] && shares(other, false));
    let double: Vec<bool> = (0..ages.len()).map(|column| shares(column, true) && counted(column)).collect();
    for (column, _) in matrix.columns.iter().zip(&double).filter(|(_, double)| **double) {
        log.note(Note::LeftOut(column.strip.clone(), Why::Same));
    }
    if double.contains(&true) {
        matrix.keep_columns(|column| !double[column]);
        let heads = matrix.columns.iter().map(|column| &column.head.text);
        matrix.says_per_cent = heads.chain(&matrix.over).any(|text| text.contains('%'));
    }
    let mut seen = BTreeMap::new();
    for (column, age) in ages.iter().zip(&double).filter(|(_, double)| !**double).map(|(age, _)| *age).enumerate() {
        if seen.insert(age, column).is_some() {
            let name = matrix.columns[column].strip.name.clone();
            log.fault(Problem::SamePeriod, matrix.place(0, column), &name);
        }
    }
}
