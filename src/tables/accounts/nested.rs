//! Rows that add up the rows below or above them: clients over their products, or regions over their clients.

use std::collections::HashSet;

use super::rounded_totals::is_same;
use crate::tables::choice::{Choice, Nested};
use crate::tables::fold;
use crate::tables::matrix::Matrix;
use crate::tables::note::{Note, Why};
use crate::tables::question::About;
use crate::tables::reading::Log;
use crate::tables::vocabulary::is_account_heading;

/// How many names a question lists at most.
const LISTED: usize = 20;

/// A row that adds up others.
struct Group {
    head: usize,
    parts: Vec<usize>,
}

/// Asks whether the clients are the rows that add up others, or the rows that are added up, and leaves the others out. `plain` are the
/// rows that no word calls a sum; `is_doubled` says whether the total of the table is half of what they come to.
pub(super) fn out(matrix: &mut Matrix, plain: &[usize], is_doubled: bool, log: &mut Log) {
    let numbers: Vec<Vec<f64>> =
        matrix.rows.iter().map(|row| row.values.iter().map(|v| v.number().unwrap_or(0.0)).collect()).collect();
    let is_indented = |row: usize| matrix.indented.contains(&matrix.rows[row].strip.at);
    let backwards: Vec<usize> = plain.iter().rev().copied().collect();
    let groups = by_indent(plain, &numbers, is_indented)
        .or_else(|| by_sums(plain, &numbers))
        .or_else(|| by_sums(&backwards, &numbers));
    let Some(groups) = groups else { return };
    let parts = || groups.iter().flat_map(|group| &group.parts).copied();
    let names: Vec<String> = matrix.rows.iter().map(|row| fold::key(&row.strip.name)).collect();
    let is_set_in = groups.iter().all(|group| !is_indented(group.head)) && parts().all(is_indented);
    let mut seen = HashSet::new();
    let recurs = parts().any(|part| !seen.insert(&names[part]));
    let products = parts().filter(|part| is_product(&names[*part])).count();
    let of_heads = groups.iter().filter(|group| is_product(&names[group.head])).count();
    let said = matrix.over.iter().find_map(|text| parts_hold_clients(&fold::key(text)));
    let are_products = match said {
        Some(clients) => !clients,
        // A product is sold to one client after the other, and so is a client sold several.
        None => of_heads * 2 < groups.len() && (recurs || products * 2 > parts().count()),
    };
    let are_sums = groups.len() > 1 && groups.iter().all(|group| group.parts.len() > 1);
    let is_likely = said.is_some() || is_doubled || is_set_in || are_products || are_sums;
    // One row that equals the next is no sum of it, unless more says so; nor are numbers that never change.
    let differs = |group: &Group| numbers[group.head].windows(2).any(|pair| pair[0] != pair[1]);
    let may_be = groups.len() > 1 && groups.iter().any(|group| group.parts.len() > 1 && differs(group));
    if !(is_doubled || is_set_in || are_sums || may_be) {
        return;
    }
    let default = match (is_likely, are_products) {
        (_, true) => Nested::Sums,
        (true, false) => Nested::Parts,
        (false, false) => Nested::All,
    };
    let mut heads: Vec<usize> = groups.iter().map(|group| group.head).collect();
    if heads.first() > heads.last() {
        heads.reverse();
    }
    let about = heads.iter().take(LISTED).map(|head| matrix.rows[*head].strip.name.clone()).collect();
    let options = [Nested::Sums, Nested::Parts, Nested::All];
    let at = options.iter().position(|option| *option == default).unwrap_or(0);
    let taken = log.ask(About::Names(about), options.map(Choice::Nested).to_vec(), at);
    let (gone, why): (HashSet<usize>, Why) = match taken {
        Choice::Nested(Nested::Sums) => (parts().collect(), Why::PartOf),
        Choice::Nested(Nested::Parts) => (heads.into_iter().collect(), Why::Total),
        _ => return,
    };
    let mut at = 0;
    matrix.rows.retain(|row| {
        let is_out = gone.contains(&at) && log.row_taken(row.strip.at) != Some(true);
        at += 1;
        if is_out {
            log.note(Note::LeftOut(row.strip.clone(), why));
        }
        !is_out
    });
}

/// The groups that white space before the names sets apart, where each row comes to what stands below it.
fn by_indent(plain: &[usize], numbers: &[Vec<f64>], is_indented: impl Fn(usize) -> bool) -> Option<Vec<Group>> {
    let mut groups: Vec<Group> = Vec::new();
    for row in plain.iter().copied() {
        match groups.last_mut() {
            Some(group) if is_indented(row) => group.parts.push(row),
            None if is_indented(row) => return None,
            _ => groups.push(Group { head: row, parts: Vec::new() }),
        }
    }
    groups.retain(|group| !group.parts.is_empty());
    let adds_up = |group: &Group| is_same(&numbers[group.head], &sum(&group.parts, numbers));
    (!groups.is_empty() && groups.iter().all(adds_up)).then_some(groups)
}

/// The groups into which all rows fall, each a row and those after it that it adds up; `None` where rows are left over.
fn by_sums(rows: &[usize], numbers: &[Vec<f64>]) -> Option<Vec<Group>> {
    let mut groups = Vec::new();
    let mut rows = rows.iter().copied();
    while let Some(head) = rows.next() {
        let mut sum = vec![0.0; numbers[head].len()];
        let mut parts = Vec::new();
        // One that never adds up ends the search.
        while parts.is_empty() || !is_same(&numbers[head], &sum) {
            let row = rows.next()?;
            parts.push(row);
            sum.iter_mut().zip(&numbers[row]).for_each(|(sum, number)| *sum += number);
        }
        groups.push(Group { head, parts });
    }
    (!groups.is_empty()).then_some(groups)
}

fn sum(rows: &[usize], numbers: &[Vec<f64>]) -> Vec<f64> {
    let width = rows.first().map_or(0, |row| numbers[*row].len());
    (0..width).map(|column| rows.iter().map(|row| numbers[*row][column]).sum()).collect()
}

/// Whether a heading such as "Product / Client" says that the parts are the clients; `None` where it says neither.
fn parts_hold_clients(key: &str) -> Option<bool> {
    let (first, second) = key.split_once(['/', '\\', '|', '>'])?;
    match [first, second].map(|part| is_account_heading(part.trim())) {
        [true, false] => Some(false),
        [false, true] => Some(true),
        _ => None,
    }
}

/// Whether a row is called as what is sold, and not as somebody.
fn is_product(key: &str) -> bool {
    const WORDS: [&str; 44] = [
        "pro",
        "basic",
        "addon",
        "addons",
        "add",
        "premium",
        "standard",
        "enterprise",
        "starter",
        "free",
        "lite",
        "plus",
        "business",
        "team",
        "teams",
        "professional",
        "license",
        "licence",
        "licenses",
        "licences",
        "seats",
        "support",
        "module",
        "subscription",
        "plan",
        "package",
        "service",
        "services",
        "product",
        "тариф",
        "базовый",
        "базовая",
        "стандарт",
        "премиум",
        "про",
        "лицензия",
        "лицензии",
        "модуль",
        "подписка",
        "поддержка",
        "пакет",
        "услуга",
        "продукт",
        "сервис",
    ];
    fold::words(key).next().is_some_and(|word| WORDS.contains(&word))
}
