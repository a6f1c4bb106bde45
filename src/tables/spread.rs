//! Rows of a list that are for longer periods than the others: a year that is paid at once among months. Each of the shorter periods
//! brings a part of the amount.

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;

use super::period::Period;

/// The shorter periods of each row that is for a longer one, by its place. A row whose name has amounts of its own within that
/// time adds them up, and is none.
pub(super) fn parts(rows: &[(usize, String, Period)]) -> HashMap<usize, Vec<Period>> {
    let are = |is: fn(&Period) -> bool| rows.iter().any(|(.., period)| is(&period.month()));
    let into_months = are(|period| matches!(period, Period::Month(..)));
    if !into_months && !are(|period| matches!(period, Period::Quarter(..))) {
        return HashMap::new();
    }
    let own: BTreeSet<(&str, i64)> = rows
        .iter()
        .filter(|(.., period)| parts_of(*period, into_months).is_none())
        .map(|(_, name, period)| (name.as_str(), period.month().ordinal()))
        .collect();
    let spread = |(row, name, period): &(usize, String, Period)| {
        let parts = parts_of(*period, into_months)?;
        let is_sum = parts.iter().any(|part| own.contains(&(name.as_str(), part.ordinal())));
        (!is_sum).then_some((*row, parts))
    };
    rows.iter().filter_map(spread).collect()
}

/// The months, or else the quarters, of a longer period.
fn parts_of(period: Period, into_months: bool) -> Option<Vec<Period>> {
    let months = |year, from: u32, to: u32| (from..=to).map(|month| Period::Month(year, month)).collect();
    let quarters = |year, from: u32, to: u32| (from..=to).map(|quarter| Period::Quarter(year, quarter)).collect();
    Some(match (period, into_months) {
        (Period::Quarter(year, quarter), true) => months(year, quarter * 3 - 2, quarter * 3),
        (Period::Half(year, half), true) => months(year, half * 6 - 5, half * 6),
        (Period::Year(year), true) => months(year, 1, 12),
        (Period::Half(year, half), false) => quarters(year, half * 2 - 1, half * 2),
        (Period::Year(year), false) => quarters(year, 1, 4),
        _ => return None,
    })
}

/// What a period is called that no row names.
pub(super) fn name(period: Period) -> String {
    match period {
        Period::Quarter(year, quarter) => format!("{year}-Q{quarter}"),
        Period::Month(year, month) => format!("{year}-{month:02}"),
        _ => String::new(),
    }
}

/// The months of each row whose amount is for more than one of them, by its place, as far as the other rows and today reach; and how
/// many of these rows lie within the time of another of the same name. `months` says for how many months a row is.
pub(super) fn over_terms(
    rows: &[(usize, String, Period)],
    months: impl Fn(usize) -> Option<u32>,
    today: Option<NaiveDate>,
) -> (HashMap<usize, Vec<Period>>, usize) {
    let is_month = |period: Period| matches!(period.month(), Period::Month(..));
    if !rows.iter().all(|(.., period)| is_month(*period)) {
        return (HashMap::new(), 0);
    }
    let last = rows.iter().map(|(.., period)| period.month().ordinal()).max().unwrap_or(0);
    let today = today.map_or(last, |day| Period::Day(day).month().ordinal());
    let long = || rows.iter().filter_map(|row| Some((row, months(row.0).filter(|months| *months > 1)?)));
    let mut ends: HashMap<&str, Vec<(i64, i64)>> = HashMap::new();
    let mut parts = HashMap::new();
    for ((row, name, period), months) in long() {
        let first = period.month().ordinal();
        let end = first + i64::from(months);
        ends.entry(name).or_default().push((first, end));
        let to = end.min(last.min(today) + 1).max(first + 1);
        parts.insert(*row, (first..to).map(month_at).collect());
    }
    let within = |(name, first): (&str, i64)| ends[name].iter().any(|(begin, end)| *begin < first && first < *end);
    let count = long().filter(|((_, name, period), _)| within((name, period.month().ordinal()))).count();
    (parts, count)
}

/// The month at a place in the calendar.
fn month_at(ordinal: i64) -> Period {
    Period::Month((ordinal - 1).div_euclid(12) as i32, (ordinal - 1).rem_euclid(12) as u32 + 1)
}
