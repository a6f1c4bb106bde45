//! Names of accounts: each stands for one account.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::arrange::Arrange;
use crate::tables::choice::Choice;
use crate::tables::fault::Problem;
use crate::tables::fold;
use crate::tables::matrix::{Matrix, NumberRow, Value};
use crate::tables::note::Note;
use crate::tables::question::About;
use crate::tables::reading::Log;

/// How many names a question lists at most.
const LISTED: usize = 20;

/// Rows without a name go on with the one above, as merged cells come out of a spreadsheet; or they are named as faults.
pub(super) fn from_above(matrix: &mut Matrix, log: &mut Log) {
    let has_numbers = |row: &NumberRow| row.values.iter().any(|value| value.number().is_some());
    let nameless: Vec<usize> = (0..matrix.rows.len())
        .filter(|at| matrix.rows[*at].strip.name.is_empty() && has_numbers(&matrix.rows[*at]))
        .collect();
    let Some(first) = nameless.first().copied() else { return };
    let about = About::Cells(matrix.row_place(first), nameless.len());
    if first == 0 || !log.ask_whether(about, Choice::NamesFromAbove, true) {
        for at in nameless {
            log.fault(Problem::NoName, matrix.row_place(at), "");
        }
        return;
    }
    let mut above = String::new();
    for row in &mut matrix.rows {
        if row.strip.name.is_empty() && has_numbers(row) {
            row.strip.name.clone_from(&above);
        } else {
            above.clone_from(&row.strip.name);
        }
    }
    for at in nameless.iter().filter(|at| matrix.rows[**at].strip.name.is_empty()) {
        log.fault(Problem::NoName, matrix.row_place(*at), "");
    }
    log.note(Note::NamesFromAbove(nameless.len()));
}

/// Adds up rows of one name, after asking; points at names that are alike.
pub(super) fn one_row_each(matrix: &mut Matrix, log: &mut Log) {
    let same = groups(matrix, fold::name);
    if !same.is_empty() {
        let listed = same.iter().take(LISTED).map(|rows| matrix.rows[rows[0]].strip.name.clone()).collect();
        if log.ask_whether(About::Names(listed), Choice::AddUp, true) {
            add_up(matrix, &same, log);
        } else {
            keep_apart(matrix, &same, log);
        }
    }
    let alike = groups(matrix, fold::company);
    if !alike.is_empty() {
        let listed: Vec<String> =
            alike.iter().flatten().take(LISTED).map(|row| matrix.rows[*row].strip.name.clone()).collect();
        if log.ask_whether(About::Names(listed.clone()), Choice::Alike, false) {
            add_up(matrix, &alike, log);
        } else {
            log.note(Note::KeptApart(listed));
        }
    }
}

/// Rows whose names have one key, where there are several.
fn groups(matrix: &Matrix, key: impl Fn(&str) -> String) -> Vec<Vec<usize>> {
    let mut groups: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, row) in matrix.rows.iter().enumerate().filter(|(_, row)| !row.strip.name.is_empty()) {
        groups.entry(key(&row.strip.name)).or_default().push(at);
    }
    let mut groups: Vec<Vec<usize>> = groups.into_values().filter(|rows| rows.len() > 1).collect();
    groups.arrange();
    groups
}

fn add_up(matrix: &mut Matrix, groups: &[Vec<usize>], log: &mut Log) {
    let mut gone = BTreeSet::new();
    for group in groups {
        let numbers = group.iter().map(|row| matrix.rows[*row].strip.at).collect();
        log.note(Note::AddedUp(matrix.rows[group[0]].strip.name.clone(), numbers));
        for row in &group[1..] {
            let added = std::mem::take(&mut matrix.rows[*row].values);
            for (slot, value) in matrix.rows[group[0]].values.iter_mut().zip(added) {
                *slot = match (slot.number(), value.number()) {
                    (Some(one), Some(other)) => Value::Number(one + other),
                    (None, Some(_)) => value,
                    _ => *slot,
                };
            }
            gone.insert(*row);
        }
    }
    let mut at = 0..;
    matrix.rows.retain(|_| at.next().is_some_and(|at| !gone.contains(&at)));
}

/// Numbers the rows of one name, so that each account can be distinguished.
fn keep_apart(matrix: &mut Matrix, groups: &[Vec<usize>], log: &mut Log) {
    let mut taken: HashSet<String> = matrix.rows.iter().map(|row| row.strip.name.clone()).collect();
    let mut names = Vec::new();
    for group in groups {
        for (number, row) in group.iter().enumerate().skip(1) {
            let name = matrix.rows[*row].strip.name.clone();
            let free =
                (number + 1..).map(|number| format!("{name} ({number})")).find(|name| taken.insert(name.clone()));
            matrix.rows[*row].strip.name = free.unwrap_or(name);
        }
        names.push(matrix.rows[group[0]].strip.name.clone());
    }
    log.note(Note::KeptApart(names.into_iter().take(LISTED).collect()));
}
