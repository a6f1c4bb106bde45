//! Lists of who was there when: a row says of a client that it was active in a month. Clients belong to the first month they are seen in.

use std::collections::{BTreeMap, BTreeSet};

use super::choice::Unit;
use super::contracts;
use super::fold;
use super::heading::Head;
use super::layout::Layout;
use super::listed::{is_sum, periods_in};
use super::matrix::{Column, Matrix, NumberRow, Value};
use super::note::{Note, Why};
use super::period::Period;
use super::place::{Axis, Strip};
use super::reading::Log;
use super::role::Role;
use super::vocabulary::{self, AgeUnit};

/// The most columns that such a list has, and the most months that it covers.
const MOST_COLUMNS: usize = 30;
const MOST_MONTHS: i64 = 600;

/// How many clients of each first month are active how many months later; `None` where the table is no such list.
pub(super) fn of(layout: &Layout, log: &mut Log) -> Option<Matrix> {
    let view = &layout.view;
    if layout.heading == 0 || view.width() < 2 || view.width() > MOST_COLUMNS || layout.body().len() < 3 {
        return None;
    }
    let names = contracts::names_of_clients(layout)?;
    let is_month = |period: &Option<Period>| period.is_none_or(|period| matches!(period.month(), Period::Month(..)));
    let dated: Vec<usize> = (0..view.width())
        .filter(|column| *column != names)
        .filter(|column| periods_in(layout, *column).is_some_and(|periods| periods.iter().all(is_month)))
        .collect();
    let [days] = dated[..] else { return None };
    let is_number = |column: usize| layout.body().any(|row| view.at(row, column).number().is_some());
    let others = || (0..view.width()).filter(|column| ![names, days].contains(column));
    let is_paid = |column: usize| vocabulary::is_value_heading(&layout.head(column).key);
    let is_id = contracts::is_number_of_client(&layout.head(names).key) || layout.head(names).key == "id";
    // Numbers below "Clients" count them.
    if is_number(names) && !is_id || others().any(|column| is_number(column) && !is_paid(column)) {
        return None;
    }
    let paid: Vec<usize> = others().filter(|column| is_number(*column)).collect();
    // Whoever got money back was not there for it.
    let counts = |row: usize| {
        paid.is_empty()
            || paid.iter().any(|column| view.at(row, *column).number().is_some_and(|paid| paid.value(true) > 0.0))
    };
    let periods = periods_in(layout, days)?;
    let mut active: BTreeMap<String, (usize, BTreeSet<i64>)> = BTreeMap::new();
    let mut rows = 0;
    for (row, period) in layout.body().zip(periods) {
        let name = fold::name(view.text(row, names));
        let Some(month) = period.map(|period| period.month().ordinal()) else { continue };
        if !name.is_empty() && !is_sum(layout, row) && counts(row) {
            active.entry(name).or_insert_with(|| (row, BTreeSet::new())).1.insert(month);
            rows += 1;
        }
    }
    // Whoever is seen only once says nothing of who stayed.
    if active.len() == rows || active.values().all(|(_, months)| months.len() < 2) {
        return None;
    }
    let months = || active.values().flat_map(|(_, months)| months);
    let (first, last) = (*months().min()?, *months().max()?);
    if last - first >= MOST_MONTHS {
        return None;
    }
    log.note(Note::Column(layout.strip(names), Role::Names));
    log.note(Note::Column(layout.strip(days), Role::Periods));
    for column in others().filter(|column| !layout.strip(*column).name.is_empty()) {
        let why = if paid.contains(&column) { Why::Paid } else { Why::Unknown };
        log.note(Note::LeftOut(layout.strip(column), why));
    }
    let mut cohorts: BTreeMap<i64, Vec<&(usize, BTreeSet<i64>)>> = BTreeMap::new();
    for client in active.values() {
        cohorts.entry(client.1.first().copied().unwrap_or(first)).or_default().push(client);
    }
    let ages = last - first;
    let head = |age: i64| Column {
        strip: Strip { name: age.to_string(), ..view.column(days) },
        line: 1,
        head: Head {
            text: age.to_string(),
            key: age.to_string(),
            period: Some(Period::Age(Some(AgeUnit::Month), age as u32)),
        },
    };
    let row = |(month, clients): (&i64, &Vec<&(usize, BTreeSet<i64>)>)| {
        let count = |age: i64| {
            let active = clients.iter().filter(|(_, months)| months.contains(&(month + age))).count();
            if month + age > last { Value::Blank } else { Value::Number(active as f64) }
        };
        let place = view.place(clients.iter().map(|(row, _)| *row).min().unwrap_or(0), days);
        let strip = Strip { axis: Axis::Row, at: place.row, name: contracts::month_name(month - 1) };
        NumberRow { strip, line: place.line, size: Value::Blank, values: (0..=ages).map(count).collect() }
    };
    log.note(Note::Activity { rows, clients: active.len(), last: contracts::month_name(last - 1) });
    Some(Matrix {
        rows: cohorts.iter().map(row).collect(),
        columns: (0..=ages).map(head).collect(),
        is_named: true,
        is_list: true,
        known: Some(Unit::Counts),
        ..Matrix::default()
    })
}
