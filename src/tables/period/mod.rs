//! Names of periods: months, quarters, years and days as people and programs write them, and ages such as "Month 3".

mod runs;
mod stretch;
mod tokens;

pub use runs::{Run, months_of, run, serial_days};
pub(super) use tokens::{Token, named, tokens, year};

use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Serialize};

use super::fold;
use super::vocabulary::AgeUnit;
use crate::compose::composed;
use tokens::{monday, month};

/// A period that a heading or a row is called by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    /// So many steps after the start; a bare number has no step.
    Age(Option<AgeUnit>, u32),
    /// A year.
    Year(i32),
    /// A half of a year, 1 or 2.
    Half(i32, u32),
    /// A quarter of a year, 1 to 4.
    Quarter(i32, u32),
    /// A month of a year, 1 to 12.
    Month(i32, u32),
    /// A month, 1 to 12, of a year that is not said.
    MonthOnly(u32),
    /// A week of a year.
    Week(i32, u32),
    /// A day.
    Day(NaiveDate),
}

/// Which comes first in a date such as 01/02/2025.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum DayOrder {
    /// The day.
    #[default]
    DayFirst,
    /// The month.
    MonthFirst,
}

/// Years that are taken for years.
const YEARS: std::ops::RangeInclusive<i32> = 1980..=2100;

/// Days of a spreadsheet that are taken for days: 2000 to 2050, counted from the end of 1899.
const SERIALS: std::ops::RangeInclusive<u64> = 36_526..=55_153;

/// The longest name of a period, in bytes.
const LONGEST: usize = 60;

impl Period {
    /// The period that a text names and nothing else.
    pub fn of(text: &str, order: DayOrder) -> Option<Self> {
        let text = fold::trimmed(text);
        if text.is_empty() || text.len() > LONGEST || text.starts_with(['-', '\u{2212}', '(']) {
            return None;
        }
        // "< 1 day" is the first of all ages.
        if let Some(Period::Age(unit, 1)) = text.strip_prefix('<').and_then(|rest| Period::of(rest, order)) {
            return Some(Period::Age(unit, 0));
        }
        // "Sun, 5 Jan 2025"
        if let Some((day, rest)) =
            text.split_once(", ").filter(|(day, _)| day.len() <= 26 && day.chars().all(char::is_alphabetic))
            && !day.is_empty()
            && let Some(day @ Period::Day(_)) = Period::of(rest, order)
        {
            return Some(day);
        }
        let key = composed(text).to_lowercase();
        let key = match key.split_once('(') {
            Some((name, _)) if !name.trim().is_empty() => name,
            _ => &key,
        };
        // Nobody writes dots with the month first.
        let order = if key.contains('.') && !key.contains(['/', '-']) { DayOrder::DayFirst } else { order };
        if let Some(period) = stretch::spanned(fold::trimmed(key)) {
            return Some(period);
        }
        let tokens = tokens(key)?;
        named(&tokens, order)
    }

    /// The period of a heading that elsewhere is a number: "10.24" or "10/24" for a month, "2022.0" for a year.
    pub fn in_a_heading(text: &str) -> Option<Self> {
        let (first, second) = fold::trimmed(text).split_once(['.', '/'])?;
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit()).then(|| part.parse().ok()).flatten();
        match (first.len(), second.len()) {
            (4, 1) if second == "0" => year(digits(first)?, 4).map(Period::Year),
            (1 | 2, 2) => month(digits(second)?, 2, digits(first)?),
            _ => None,
        }
    }

    /// Its place among periods of its kind.
    pub fn ordinal(self) -> i64 {
        match self {
            Period::Age(_, n) => i64::from(n),
            Period::Year(year) => i64::from(year),
            Period::Half(year, half) => i64::from(year) * 2 + i64::from(half),
            Period::Quarter(year, quarter) => i64::from(year) * 4 + i64::from(quarter),
            Period::Month(year, month) => i64::from(year) * 12 + i64::from(month),
            Period::MonthOnly(month) => i64::from(month),
            Period::Week(year, week) => monday(year, week).map_or(0, |day| i64::from(day.num_days_from_ce()) / 7),
            Period::Day(day) => i64::from(day.num_days_from_ce()),
        }
    }

    /// Whether two are of one kind, so that their places can be compared.
    pub fn is_like(self, other: Period) -> bool {
        use Period::{Age, Day, Half, Month, MonthOnly, Quarter, Week, Year};
        match (self, other) {
            (Age(one, _), Age(other, _)) => one.is_none() || other.is_none() || one == other,
            (Year(_), Year(_)) | (Half(..), Half(..)) | (Quarter(..), Quarter(..)) | (Month(..), Month(..)) => true,
            (MonthOnly(_), MonthOnly(_)) | (Week(..), Week(..)) | (Day(_), Day(_)) => true,
            _ => false,
        }
    }

    /// The month of a day, and a day of each month as that month.
    pub fn month(self) -> Self {
        match self {
            Period::Day(day) => Period::Month(day.year(), day.month()),
            other => other,
        }
    }

    /// Whether it is a period of the calendar.
    pub fn is_calendar(self) -> bool {
        !matches!(self, Period::Age(..))
    }
}

impl Period {
    /// Whether it comes anew each year, so that its place in time is not known by its name.
    pub fn recurs(self) -> bool {
        match self {
            Period::MonthOnly(_) => true,
            Period::Age(Some(AgeUnit::Quarter), n) => (1..=4).contains(&n),
            Period::Age(Some(AgeUnit::Week), n) => (1..=53).contains(&n),
            _ => false,
        }
    }
}

/// The day that a text names, for a due date: any form of [`Period::Day`], or a day of a spreadsheet.
pub fn day_named(text: &str, order: DayOrder) -> Option<NaiveDate> {
    if let Some(Period::Day(day)) = Period::of(text, order) {
        return Some(day);
    }
    let serial: u64 = fold::trimmed(text).parse().ok().filter(|n| SERIALS.contains(n))?;
    NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(serial))
}

/// Whether texts, nearly all of them, are days of a month without a year: "Jan 5", "05.01.". Two digits beside a month may be a
/// year too: as years they would lie far from each other.
pub(super) fn yearless<'a>(texts: impl Iterator<Item = &'a str>) -> bool {
    const FAR: u32 = 5;
    let (mut all, mut days, mut least, mut most, mut surely) = (0, 0, u32::MAX, 0, false);
    for text in texts {
        all += 1;
        let key = text.to_lowercase();
        let (day, is_named) = match tokens(&key).as_deref() {
            Some([Token::Month(_), Token::Number(day, 1 | 2)]) | Some([Token::Number(day, 1 | 2), Token::Month(_)]) => {
                (*day, true)
            }
            Some([Token::Number(one, 1 | 2), Token::Number(other, 1 | 2)]) if key.contains(['.', '/']) => {
                let is_date = (1..=31).contains(one) && (1..=31).contains(other) && *one.min(other) <= 12;
                surely |= is_date;
                (if is_date { *one } else { 0 }, false)
            }
            _ => (0, false),
        };
        let is_day = (1..=31).contains(&day);
        days += usize::from(is_day);
        if is_named && is_day {
            surely |= key.bytes().filter(u8::is_ascii_digit).count() == 1;
            least = least.min(day);
            most = most.max(day);
        }
    }
    days > 1 && days * 10 >= all * 9 && (surely || most.saturating_sub(least) > FAR)
}

/// Whether a text is a date whose day and month could change places, such as 03/04/2025.
pub fn is_doubtful_day(text: &str) -> bool {
    let [day, month] = [DayOrder::DayFirst, DayOrder::MonthFirst].map(|order| Period::of(text, order));
    matches!(day, Some(Period::Day(_))) && day != month
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Option<Period> {
        Period::of(text, DayOrder::DayFirst)
    }

    #[test]
    fn months_quarters_and_years_in_many_spellings() {
        for text in [
            "2025-01",
            "01.2025",
            "1/2025",
            "202501",
            "Jan 2025",
            "January 2025",
            "янв 2025",
            "Янв. 2025 г.",
            "январь 2025",
            "jan-25",
            "Jan'25",
            "янв.25",
            "2025 янв",
            "2025M01",
            "2025/01",
            "января 2025",
        ] {
            assert_eq!(of(text), Some(Period::Month(2025, 1)), "{text}");
        }
        for text in [
            "Q1 2025",
            "2025Q1",
            "2025-Q1",
            "1Q25",
            "Q125",
            "кв125",
            "Q1 FY25",
            "FY2025 Q1",
            "FY25-Q1",
            "1 кв. 2025",
            "I кв. 2025",
            "1 квартал 2025 г.",
            "1К2025",
            "1К25",
            "1 кв-л 2025",
            "Кв1 2025",
        ] {
            assert_eq!(of(text), Some(Period::Quarter(2025, 1)), "{text}");
        }
        for text in ["H1 2025", "2025 H1", "1H25", "1 полугодие 2025 г.", "I полугодие 2025", "1П 2025"]
        {
            assert_eq!(of(text), Some(Period::Half(2025, 1)), "{text}");
        }
        for text in ["2022", "2022 г.", "2022 год", "FY2022", "FY22", "Year 2022"] {
            assert_eq!(of(text), Some(Period::Year(2022)), "{text}");
        }
        assert_eq!(of("янв"), Some(Period::MonthOnly(1)));
        assert_eq!(of("Sept"), Some(Period::MonthOnly(9)));
        assert_eq!(of("2025-W05"), Some(Period::Week(2025, 5)));
    }

    #[test]
    fn days_in_either_order() {
        let first = NaiveDate::from_ymd_opt(2025, 6, 1).map(Period::Day);
        for text in [
            "2025-06-01",
            "01.06.2025",
            "1/6/2025",
            "20250601",
            "1 июня 2025",
            "Jun 1, 2025",
            "2025-06-01 00:00:00",
            "2025-06-01T00:00:00Z",
            "01.06.25",
        ] {
            assert_eq!(of(text), first, "{text}");
        }
        assert_eq!(Period::of("6/1/2025", DayOrder::MonthFirst), first);
        assert_eq!(of("6/13/2025"), Period::of("13/6/2025", DayOrder::MonthFirst), "there is no month 13");
        assert!(is_doubtful_day("3/4/2025") && !is_doubtful_day("13/4/2025") && !is_doubtful_day("4/4/2025"));
    }

    #[test]
    fn ages_have_a_step_or_none() {
        for (text, step) in [
            ("3", None),
            ("Month 3", Some(AgeUnit::Month)),
            ("M3", Some(AgeUnit::Month)),
            ("M+3", Some(AgeUnit::Month)),
            ("мес 3", Some(AgeUnit::Month)),
            ("3 мес.", Some(AgeUnit::Month)),
            ("3-й месяц", Some(AgeUnit::Month)),
            ("через 3 месяца", Some(AgeUnit::Month)),
            ("month_3", Some(AgeUnit::Month)),
            ("3rd month", Some(AgeUnit::Month)),
            ("Day 3", Some(AgeUnit::Day)),
            ("D3", Some(AgeUnit::Day)),
            ("День 3", Some(AgeUnit::Day)),
            ("Week 3", Some(AgeUnit::Week)),
            ("неделя 3", Some(AgeUnit::Week)),
            ("Year 3", Some(AgeUnit::Year)),
            ("3 года", Some(AgeUnit::Year)),
            ("Month 3 (signup)", Some(AgeUnit::Month)),
        ] {
            assert_eq!(of(text), Some(Period::Age(step, 3)), "{text}");
        }
        assert_eq!(of("Month 0"), Some(Period::Age(Some(AgeUnit::Month), 0)));
    }

    #[test]
    fn words_and_amounts_are_no_periods() {
        for text in [
            "",
            "Client",
            "Acme 3",
            "63.1",
            "1,234",
            "-3",
            "(3)",
            "13.2025",
            "2025-13",
            "38 %",
            "Total",
            "Маркет",
            "M",
            "Май Фуд",
            "12к",
            "1 к",
        ] {
            assert_eq!(of(text), None, "{text}");
        }
    }

    #[test]
    fn periods_run_one_way() {
        let run = |texts: &[&str]| run(&texts.iter().filter_map(|text| of(text)).collect::<Vec<_>>());
        assert_eq!(run(&["2022", "2024"]), Some(Run::Rising));
        assert_eq!(run(&["ноя", "дек", "янв"]), Some(Run::Rising));
        assert_eq!(run(&["Mar 2025", "Feb 2025"]), Some(Run::Falling));
        assert_eq!(run(&["0", "1", "7", "30"]), Some(Run::Rising));
        assert_eq!(run(&["Q3", "Q4", "Q1", "Q2"]), Some(Run::Rising));
        assert_eq!(run(&["Q4", "Q1"]), Some(Run::Rising));
        assert_eq!(run(&["Q2", "Q1", "Q4"]), Some(Run::Falling));
        assert_eq!(run(&["Нед 51", "Нед 52", "Нед 1"]), Some(Run::Rising));
        assert_eq!(run(&["Week 53", "Week 1", "Week 2"]), Some(Run::Rising));
        assert_eq!(run(&["Week 0", "Week 4", "Week 60"]), Some(Run::Rising));
        assert_eq!(run(&["2022", "2024", "2023"]), None);
        assert_eq!(run(&["2022", "Jan 2023"]), None);
        assert_eq!(serial_days(&[45_658.0, 45_689.0, 45_717.0]).map(|days| days.len()), Some(3));
        assert_eq!(serial_days(&[45_658.0, 45_659.0]), None);
    }
}
