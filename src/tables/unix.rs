//! Times that programs count in seconds or milliseconds since 1970: in a column of dates they become days.

use super::fold;
use super::grid::Grid;
use super::note::Note;
use super::place::{Axis, Strip};
use super::reading::Log;
use chrono::DateTime;

/// How many columns are looked at.
const MOST_COLUMNS: usize = 60;

/// Times that are taken for such, in seconds: 2000 to 2040.
const TIMES: std::ops::RangeInclusive<i64> = 946_684_800..=2_208_988_800;

/// The grid with days instead of such times; `None` where no column of dates holds any.
pub(super) fn dated(grid: &Grid, log: &mut Log) -> Option<Grid> {
    let width = grid.width().min(MOST_COLUMNS);
    let headings: Vec<Option<usize>> = (0..width).map(|column| heading_of(grid, column)).collect();
    if headings.iter().all(Option::is_none) {
        return None;
    }
    for (column, heading) in headings.iter().enumerate() {
        let Some(heading) = heading else { continue };
        let name = grid.cell(*heading, column).to_owned();
        log.note(Note::UnixTimes(Strip { axis: Axis::Column, at: column as u32 + 1, name }));
    }
    let below =
        |row: usize, column: usize| headings.get(column).copied().flatten().is_some_and(|heading| row > heading);
    let days: Vec<Vec<Option<String>>> = (0..grid.height())
        .map(|row| (0..width).map(|column| day(grid.cell(row, column)).filter(|_| below(row, column))).collect())
        .collect();
    Some(grid.with_cells(|row, column| days[row].get(column).and_then(|day| day.as_deref())))
}

/// The row of the heading of a column that says when something happened, over nothing but such times.
fn heading_of(grid: &Grid, column: usize) -> Option<usize> {
    let first = (1..grid.height().min(30)).find(|row| day(grid.cell(*row, column)).is_some())?;
    let heading = (0..first).rev().find(|row| !grid.cell(*row, column).is_empty())?;
    let is_time = |row: usize| grid.cell(row, column).is_empty() || day(grid.cell(row, column)).is_some();
    (says_when(&fold::key(grid.cell(heading, column))) && (first..grid.height()).all(is_time)).then_some(heading)
}

/// The day of a time in ten digits of seconds or thirteen of milliseconds.
fn day(text: &str) -> Option<String> {
    let digits = text.strip_suffix(".0").unwrap_or(text);
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let number: i64 = digits.parse().ok()?;
    let seconds = match digits.len() {
        9 | 10 => number,
        13 => number / 1_000,
        _ => return None,
    };
    let time = DateTime::from_timestamp(seconds, 0).filter(|_| TIMES.contains(&seconds))?;
    Some(time.date_naive().to_string())
}

/// Whether a heading says when something happened; numbers of ten digits may as well be telephones.
fn says_when(key: &str) -> bool {
    const WHEN: [&str; 34] = [
        "created",
        "date",
        "time",
        "timestamp",
        "ts",
        "unix",
        "epoch",
        "utc",
        "at",
        "on",
        "start",
        "started",
        "end",
        "ended",
        "paid",
        "updated",
        "charged",
        "billed",
        "closed",
        "period",
        "month",
        "day",
        "due",
        "signup",
        "joined",
        "canceled",
        "cancelled",
        "expires",
        "datum",
        "fecha",
        "data",
        "месяц",
        "период",
        "день",
    ];
    const STEMS: [&str; 8] = ["дата", "врем", "созда", "оплачен", "начал", "оконч", "конец", "регистрац"];
    fold::words(key).any(|word| WHEN.contains(&word) || STEMS.iter().any(|stem| word.starts_with(stem)))
}
