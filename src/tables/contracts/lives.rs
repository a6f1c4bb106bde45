//! From when to when the rows of such a list run, in months.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use super::words;
use crate::arrange::Arrange;
use crate::tables::cells::Cell;
use crate::tables::fault::Problem;
use crate::tables::fold;
use crate::tables::layout::Layout;
use crate::tables::listed::{is_sum, periods_in};
use crate::tables::note::Note;
use crate::tables::period::Period;
use crate::tables::reading::Log;

/// How long a row runs.
#[derive(Clone, Copy, Debug)]
pub(super) struct Life {
    /// Its first month, counted from the year 0.
    pub first: i64,
    /// For how many months; `None` for one without an end.
    pub months: Option<u32>,
    /// Whether it ends after today.
    pub goes_on: bool,
}

impl Life {
    /// For how many months it is known to run; `None` for one that nobody has seen end.
    pub fn seen(&self) -> Option<u32> {
        self.months.filter(|_| !self.goes_on)
    }
}

/// A client with all of its rows.
pub(super) struct Client {
    /// The first of its rows.
    pub row: usize,
    /// Its first month.
    pub first: i64,
    /// For how many months; `None` for one that is still there.
    pub months: Option<u32>,
}

/// Whether a column holds days or months, apart from words for no end.
pub(super) fn are_days(layout: &Layout, column: usize) -> bool {
    let is_one = |period: Period| matches!(period, Period::Day(_) | Period::Month(..));
    if periods_in(layout, column).is_some_and(|periods| periods.iter().flatten().copied().any(is_one)) {
        return true;
    }
    let texts = || layout.body().map(|row| layout.view.text(row, column)).filter(|text| !text.is_empty());
    let day = |text: &str| Period::of(text, layout.order).is_some_and(is_one);
    texts().any(day)
        && texts().all(|text| day(text) || words::is_open(text) || crate::tables::vocabulary::is_not_yet(text))
}

/// The rows with when they run; what cannot be read is a fault.
pub(super) fn of(layout: &Layout, starts: usize, ends: usize, log: &mut Log) -> Vec<(usize, Life)> {
    let view = &layout.view;
    let days = |column: usize| periods_in(layout, column);
    let (of_starts, of_ends) = (days(starts), days(ends));
    let mut lives = Vec::new();
    for (at, row) in layout.body().enumerate() {
        let day = |known: &Option<Vec<Option<Period>>>, column: usize| {
            let of_text = || Period::of(view.text(row, column), layout.order);
            known.as_ref().and_then(|days| days[at]).or_else(of_text).filter(|day| day.is_calendar())
        };
        let is_bare = |column: usize| matches!(view.at(row, column), Cell::Blank | Cell::NotYet);
        if is_sum(layout, row) || is_bare(starts) && is_bare(ends) {
            continue;
        }
        let Some(start) = day(&of_starts, starts) else {
            log.fault(Problem::NotADay, view.place(row, starts), view.text(row, starts));
            continue;
        };
        let is_open = is_bare(ends) || words::is_open(view.text(row, ends));
        let months = match day(&of_ends, ends).filter(|_| !is_open) {
            None if is_open => None,
            None => {
                log.fault(Problem::NotADay, view.place(row, ends), view.text(row, ends));
                continue;
            }
            Some(end) => {
                let Some(months) = months_between(start, end) else {
                    log.fault(Problem::EndsBeforeStart, view.place(row, ends), view.text(row, ends));
                    continue;
                };
                Some(months)
            }
        };
        let goes_on = months.is_some()
            && day(&of_ends, ends).zip(log.context.today).is_some_and(|(end, today)| match end {
                Period::Day(end) => end > today,
                end => month(end) > this_month(today),
            });
        lives.push((row, Life { first: month(start), months, goes_on }));
    }
    lives
}

/// For how many months something runs: 15 January to 14 March, and to 15 March, are two; January to March by their names are three.
/// `None` where it ends before it begins.
fn months_between(start: Period, end: Period) -> Option<u32> {
    let apart = month(end) - month(start);
    let months = match (start, end) {
        (Period::Day(start), Period::Day(end)) if end < start => return None,
        (Period::Day(start), Period::Day(end)) => (apart + i64::from(end.day() > start.day())).max(1),
        _ => apart + 1,
    };
    u32::try_from(months).ok().filter(|months| *months > 0)
}

/// The month of a period, counted from the year 0.
fn month(period: Period) -> i64 {
    match period.month() {
        Period::Month(year, month) => i64::from(year) * 12 + i64::from(month) - 1,
        Period::Quarter(year, quarter) => i64::from(year) * 12 + i64::from(quarter) * 3 - 3,
        Period::Half(year, half) => i64::from(year) * 12 + i64::from(half) * 6 - 6,
        Period::Year(year) => i64::from(year) * 12,
        Period::Week(year, week) => {
            let monday = NaiveDate::from_isoywd_opt(year, week, chrono::Weekday::Mon).unwrap_or_default();
            i64::from(monday.year()) * 12 + i64::from(monday.month0())
        }
        Period::Age(..) | Period::MonthOnly(_) | Period::Day(_) => 0,
    }
}

/// The month of a day, counted from the year 0.
pub(super) fn this_month(day: NaiveDate) -> i64 {
    month(Period::Day(day))
}

/// Takes out what has not begun yet; says how much that is, and how much ends after today.
pub(super) fn ahead_out(lives: &mut Vec<(usize, Life)>, log: &mut Log) {
    let Some(today) = log.context.today.map(this_month) else { return };
    let count = lives.len();
    lives.retain(|(_, life)| life.first <= today);
    let (begin, end) = (count - lives.len(), lives.iter().filter(|(_, life)| life.goes_on).count());
    if begin + end > 0 {
        log.note(Note::Ahead { begin, end, last: name(today) });
    }
}

/// A month, as a period.
pub(super) fn period(month: i64) -> Period {
    Period::Month(month.div_euclid(12) as i32, month.rem_euclid(12) as u32 + 1)
}

/// What a month is called: "2025-01".
pub(super) fn name(month: i64) -> String {
    format!("{}-{:02}", month.div_euclid(12), month.rem_euclid(12) + 1)
}

/// The month after the last one in which somebody ends, as far as it has come: there those are known to be gone.
pub(super) fn gone(lives: &[(usize, Life)], today: Option<NaiveDate>) -> Option<i64> {
    let gone = lives.iter().filter_map(|(_, life)| Some(life.first + i64::from(life.seen()?))).max()?;
    Some(today.map_or(gone, |today| gone.min(this_month(today))))
}

/// The first and the last month in which anything is known to run.
pub(super) fn span(lives: &[(usize, Life)], today: Option<NaiveDate>) -> Option<(i64, i64)> {
    let first = lives.iter().map(|(_, life)| life.first).min()?;
    let last = lives.iter().map(|(_, life)| life.first + i64::from(life.seen().unwrap_or(1)) - 1).max()?;
    // What runs on is known to run until today.
    let today = today.map(this_month).filter(|_| lives.iter().any(|(_, life)| life.goes_on));
    Some((first, today.map_or(last, |today| last.max(today))))
}

/// The clients, each with all rows of its name: there from the first to the end of the last, where no month between is missing.
pub(super) fn of_each(layout: &Layout, names: Option<usize>, lives: Vec<(usize, Life)>, last: i64) -> Vec<Client> {
    let mut clients: BTreeMap<String, Vec<(usize, Life)>> = BTreeMap::new();
    for (row, life) in lives {
        let name = names.map(|column| fold::name(layout.view.text(row, column))).filter(|name| !name.is_empty());
        clients.entry(name.unwrap_or_else(|| format!("\n{row}"))).or_default().push((row, life));
    }
    let one = |mut rows: Vec<(usize, Life)>| {
        rows.arrange_by_key(|(_, life)| life.first);
        let (row, first) = (rows[0].0, rows[0].1.first);
        let mut end = first;
        for (_, life) in rows.iter().take_while(|(_, life)| life.first <= last) {
            // Whoever comes back after a gap was gone.
            if life.first > end {
                break;
            }
            end = end.max(life.seen().map_or(i64::MAX, |months| life.first + i64::from(months)));
        }
        Client { row, first, months: (end < i64::MAX).then(|| (end - first) as u32) }
    };
    let clients: Vec<Client> = clients.into_values().map(one).collect();
    clients.into_iter().filter(|client| client.first <= last).collect()
}
