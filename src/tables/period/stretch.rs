//! Periods that are named by their first and last day or month: "Jan\u{2013}Mar 2025", "6\u{2013}12 Jan", "w/e 5 Jan".

use chrono::{Datelike, NaiveDate};

use super::{Period, Token, named, tokens, year};
use crate::tables::vocabulary::AgeUnit;

/// Words before a day that name the week around it.
const WEEKS: [&str; 14] = [
    "w/e ",
    "w/c ",
    "w/b ",
    "week ending ",
    "week commencing ",
    "week starting ",
    "week beginning ",
    "week of ",
    "wk of ",
    "неделя с ",
    "неделя по ",
    "неделя до ",
    "нед. с ",
    "нед с ",
];

/// A year for days and months that say none: only how far they are apart matters.
const ANY_YEAR: i32 = 2025;

/// The period that a name in lower case spans, where it says where that begins and ends.
pub(super) fn spanned(key: &str) -> Option<Period> {
    if let Some(day) = WEEKS.iter().find_map(|word| key.strip_prefix(word)) {
        let (day, has_year) = day_of(&tokens(day)?)?;
        return Some(week(day, has_year));
    }
    let (first, last) = ends(key)?;
    between(&tokens(first)?, &tokens(last)?)
}

/// The two sides of a dash, or of a word for one.
fn ends(key: &str) -> Option<(&str, &str)> {
    const DASHES: [&str; 8] = [" - ", " to ", " по ", " bis ", "\u{2013}", "\u{2014}", "\u{2212}", "..."];
    let one = |mark: &str| key.split_once(mark).filter(|(_, behind)| !behind.contains(mark));
    DASHES.iter().find_map(|mark| one(mark)).or_else(|| one("-"))
}

fn between(first: &[Token], last: &[Token]) -> Option<Period> {
    use Token::{Month, Number, YearMark};
    let [first, last] = [first, last].map(|side| side.strip_suffix(&[YearMark]).unwrap_or(side));
    // Two digits behind a month are its year only where both sides have them and are no days of one week.
    if let Some(period) = days(first, last) {
        return Some(period);
    }
    match (first, last) {
        ([Month(from)], [Month(to)]) => months((None, *from), (None, *to)),
        ([Month(from)], [Month(to), Number(y, digits @ (2 | 4))]) => {
            let y = year(*y, *digits)?;
            months((Some(if from > to { y - 1 } else { y }), *from), (Some(y), *to))
        }
        ([Month(from), Number(y, digits @ (2 | 4))], [Month(to), Number(z, more @ (2 | 4))]) => {
            months((Some(year(*y, *digits)?), *from), (Some(year(*z, *more)?), *to))
        }
        _ => None,
    }
}

fn days(first: &[Token], last: &[Token]) -> Option<Period> {
    use Token::{Month, Number};
    let date = |y: Option<i32>, month: u32, day: u32| NaiveDate::from_ymd_opt(y.unwrap_or(ANY_YEAR), month, day);
    let four = |y: &u32| year(*y, 4).map(Some);
    let (y, from, to) = match (first, last) {
        ([Number(d, 1 | 2)], [Number(e, 1 | 2), Month(m)]) => (None, (*m, *d), (*m, *e)),
        ([Number(d, 1 | 2)], [Number(e, 1 | 2), Month(m), Number(y, 4)]) => (four(y)?, (*m, *d), (*m, *e)),
        ([Month(m), Number(d, 1 | 2)], [Number(e, 1 | 2)]) => (None, (*m, *d), (*m, *e)),
        ([Month(m), Number(d, 1 | 2)], [Number(e, 1 | 2), Number(y, 4)]) => (four(y)?, (*m, *d), (*m, *e)),
        ([Number(d, 1 | 2), Month(m)], [Number(e, 1 | 2), Month(n)]) => (None, (*m, *d), (*n, *e)),
        ([Number(d, 1 | 2), Month(m)], [Number(e, 1 | 2), Month(n), Number(y, 4)]) => (four(y)?, (*m, *d), (*n, *e)),
        ([Month(m), Number(d, 1 | 2)], [Month(n), Number(e, 1 | 2)]) => (None, (*m, *d), (*n, *e)),
        ([Month(m), Number(d, 1 | 2)], [Month(n), Number(e, 1 | 2), Number(y, 4)]) => (four(y)?, (*m, *d), (*n, *e)),
        _ => {
            let whole =
                |side| if let Some(Period::Day(day)) = named(side, Default::default()) { Some(day) } else { None };
            return of_days(whole(first)?, whole(last)?, true);
        }
    };
    // "29 Dec - 4 Jan 2025" begins the year before.
    let before = from.0 > to.0;
    let begin = date(y.map(|y| if before { y - 1 } else { y }), from.0, from.1)?;
    let end = date(if before && y.is_none() { Some(ANY_YEAR + 1) } else { y }, to.0, to.1)?;
    of_days(begin, end, y.is_some())
}

/// The period that days come to, where they are as many as one has.
fn of_days(first: NaiveDate, last: NaiveDate, has_year: bool) -> Option<Period> {
    let count = (last - first).num_days() + 1;
    if count == 7 {
        return Some(week(first, has_year));
    }
    let after = last.succ_opt()?;
    if first.day() != 1 || after.day() != 1 {
        return None;
    }
    let known = |day: NaiveDate| (has_year.then(|| day.year()), day.month());
    months(known(first), known(last))
}

/// The week of a day.
fn week(day: NaiveDate, has_year: bool) -> Period {
    match day.iso_week() {
        week if has_year => Period::Week(week.year(), week.week()),
        _ => Period::Age(Some(AgeUnit::Week), day.ordinal().div_ceil(7)),
    }
}

fn day_of(tokens: &[Token]) -> Option<(NaiveDate, bool)> {
    use Token::{Month, Number};
    match tokens {
        [Number(d, 1 | 2), Month(m)] | [Month(m), Number(d, 1 | 2)] => {
            Some((NaiveDate::from_ymd_opt(ANY_YEAR, *m, *d)?, false))
        }
        whole => match named(whole, Default::default())? {
            Period::Day(day) => Some((day, true)),
            _ => None,
        },
    }
}

/// The period from one month to another, where one is as long.
fn months((y, from): (Option<i32>, u32), (z, to): (Option<i32>, u32)) -> Option<Period> {
    let apart = match (y, z) {
        (Some(y), Some(z)) => (z - y) * 12 + i32::try_from(to).ok()? - i32::try_from(from).ok()?,
        _ => (i32::try_from(to).ok()? - i32::try_from(from).ok()?).rem_euclid(12),
    };
    let quarter = (from - 1) / 3 + 1;
    Some(match (apart, y) {
        (0, Some(y)) => Period::Month(y, from),
        (0, None) => Period::MonthOnly(from),
        (2, Some(y)) => Period::Quarter(y, quarter),
        (2, None) => Period::Age(Some(AgeUnit::Quarter), quarter),
        (5, Some(y)) => Period::Half(y, if from < 7 { 1 } else { 2 }),
        (11, Some(y)) => Period::Year(if from == 1 { y } else { y + 1 }),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tables::period::DayOrder;

    #[test]
    fn a_period_is_known_by_its_ends() {
        let of = |text: &str| Period::of(text, DayOrder::DayFirst);
        let week = |n| Some(Period::Age(Some(AgeUnit::Week), n));
        for (text, wanted) in [
            ("Jan\u{2013}Mar 2025", Some(Period::Quarter(2025, 1))),
            ("Jan-Mar 2025", Some(Period::Quarter(2025, 1))),
            ("апр \u{2013} июн 2025 г.", Some(Period::Quarter(2025, 2))),
            ("Apr to Jun 2025", Some(Period::Quarter(2025, 2))),
            ("Jan 24 \u{2013} Mar 24", Some(Period::Quarter(2024, 1))),
            ("01.01.2025 - 31.03.2025", Some(Period::Quarter(2025, 1))),
            ("2025-01-01 \u{2013} 2025-01-31", Some(Period::Month(2025, 1))),
            ("Jan\u{2013}Jun 2025", Some(Period::Half(2025, 1))),
            ("Jan\u{2013}Dec 2025", Some(Period::Year(2025))),
            ("Oct\u{2013}Dec", Some(Period::Age(Some(AgeUnit::Quarter), 4))),
            ("1\u{2013}7 Jan", week(1)),
            ("8-14 янв", week(2)),
            ("Jan 6\u{2013}12", week(1)),
            ("29 Jan \u{2013} 4 Feb", week(5)),
            ("6\u{2013}12 Jan 2025", Some(Period::Week(2025, 2))),
            ("w/e 5 Jan", week(1)),
            ("Week ending 12 Jan 2025", Some(Period::Week(2025, 2))),
            ("неделя с 13 января", week(2)),
            ("Jan\u{2013}Feb 2025", None),
            ("jan-25", Some(Period::Month(2025, 1))),
            ("2025-01", Some(Period::Month(2025, 1))),
            ("12-19", None),
        ] {
            assert_eq!(of(text), wanted, "{text}");
        }
    }
}
