//! Names of periods: months, quarters, years and days as people and programs write them, and ages such as "Month 3".

use serde::{Deserialize, Serialize};

use crate::arrange::Arrange;
use crate::compose::composed;
use crate::months::month_in_a_table;
use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::fold;
use super::stretch;
use super::vocabulary::{AgeUnit, step_called};

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

/// Which way names of periods run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Run {
    /// The oldest first.
    Rising,
    /// The newest first.
    Falling,
}

/// Days as their months, where no two are of one month; other periods as they are.
pub fn months_of(periods: &[Period]) -> Vec<Period> {
    let months: Vec<Period> = periods.iter().map(|period| period.month()).collect();
    let mut ordinals: Vec<i64> = months.iter().map(|month| month.ordinal()).collect();
    ordinals.arrange();
    let differ = ordinals.windows(2).all(|pair| pair[0] != pair[1]);
    if differ { months } else { periods.to_vec() }
}

/// Which way periods of one kind run without turning; `None` where they do not. Months without a year may pass December.
pub fn run(periods: &[Period]) -> Option<Run> {
    let pairs = || periods.windows(2);
    if periods.len() < 2 || !pairs().all(|pair| pair[0].is_like(pair[1])) {
        return None;
    }
    if periods.iter().all(|period| matches!(period, Period::MonthOnly(_))) {
        let by = |step: i64| pairs().all(|pair| (pair[1].ordinal() - pair[0].ordinal()).rem_euclid(12) == step);
        return if by(1) { Some(Run::Rising) } else { by(11).then_some(Run::Falling) };
    }
    if let Some(run) = over_the_year(periods) {
        return Some(run);
    }
    let rises = pairs().all(|pair| pair[0].ordinal() < pair[1].ordinal());
    // Those that come anew each year may as well have passed its end.
    let recurs = || periods.iter().all(|period| period.recurs());
    let falls = pairs().all(|pair| pair[0].ordinal() > pair[1].ordinal()) && !recurs();
    if rises { Some(Run::Rising) } else { falls.then_some(Run::Falling) }
}

/// Which way quarters or weeks of years that are not said run, where each follows the one before, be it over the end of a year.
fn over_the_year(periods: &[Period]) -> Option<Run> {
    let (step, most) = match periods[0] {
        Period::Age(Some(AgeUnit::Quarter), _) => (AgeUnit::Quarter, 4),
        Period::Age(Some(AgeUnit::Week), _) => (AgeUnit::Week, 53),
        _ => return None,
    };
    let number = |period: &Period| match *period {
        Period::Age(Some(own), n) if own == step && (1..=most).contains(&n) => Some(n),
        _ => None,
    };
    let numbers: Vec<u32> = periods.iter().map(number).collect::<Option<_>>()?;
    // A year has 52 weeks or 53.
    let ends = |n: u32| n == most || step == AgeUnit::Week && n + 1 == most;
    let follows = |one: u32, next: u32| next == one + 1 || next == 1 && ends(one);
    if numbers.windows(2).all(|pair| follows(pair[0], pair[1])) {
        return Some(Run::Rising);
    }
    numbers.windows(2).all(|pair| follows(pair[1], pair[0])).then_some(Run::Falling)
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

/// Days that a spreadsheet wrote as numbers, if all numbers are such and follow each other by weeks, months, quarters or
/// years.
pub fn serial_days(numbers: &[f64]) -> Option<Vec<Period>> {
    let whole = |n: &f64| if n.fract() == 0.0 && *n >= 0.0 { Some(*n as u64) } else { None };
    let days: Vec<u64> = numbers.iter().map(whole).collect::<Option<_>>()?;
    let regular = |by: u64| matches!(by, 7 | 28..=31 | 90..=92 | 365 | 366);
    let sound = days.len() > 1
        && days.iter().all(|day| SERIALS.contains(day))
        && days.windows(2).all(|pair| regular(pair[0].abs_diff(pair[1])));
    let start = NaiveDate::from_ymd_opt(1899, 12, 30)?;
    let day = |n: u64| start.checked_add_days(Days::new(n)).map(Period::Day);
    if sound { days.into_iter().map(day).collect() } else { None }
}

/// A word or a number of a name.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Token {
    /// A number and how many digits it has.
    Number(u32, usize),
    /// A month.
    Month(u32),
    /// A word for a length of time.
    AgeUnit(AgeUnit),
    /// A word for half a year.
    Half,
    /// A word for a year that stands before or behind its number.
    YearMark,
}

/// What a name in lower case is made of; `None` when there is a word that no name of a period has.
pub(super) fn tokens(key: &str) -> Option<Vec<Token>> {
    const FILLERS: [&str; 26] = [
        "after",
        "the",
        "of",
        "end",
        "since",
        "from",
        "on",
        "in",
        "at",
        "th",
        "st",
        "nd",
        "rd",
        "n",
        "no",
        "через",
        "после",
        "на",
        "в",
        "за",
        "й",
        "ый",
        "ой",
        "я",
        "ая",
        "е",
    ];
    let is_numbered = key.bytes().any(|byte| byte.is_ascii_digit());
    let mut tokens = Vec::new();
    let mut rest = key;
    while let Some(first) = rest.chars().next() {
        let same = |c: char| if first.is_ascii_digit() { c.is_ascii_digit() } else { c.is_alphabetic() };
        if !first.is_ascii_digit() && !first.is_alphabetic() {
            if !matches!(
                first,
                ' ' | '.' | ',' | '-' | '/' | '_' | ':' | '#' | '+' | '\'' | '\u{2019}' | '\u{2013}' | '\u{2116}'
            ) && !first.is_whitespace()
            {
                return None;
            }
            rest = &rest[first.len_utf8()..];
            continue;
        }
        let end = rest.find(|c: char| !same(c)).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        rest = after;
        if first.is_ascii_digit() {
            tokens.push(Token::Number(word.parse().ok()?, word.len()));
        } else if let Some(month) = month_in_a_table(word, is_numbered) {
            tokens.push(Token::Month(month));
        } else if matches!(word, "fy" | "г" | "год" | "года" | "году" | "year" | "гг") && is_year_mark(key, word)
        {
            tokens.push(Token::YearMark);
        } else if matches!(word, "h" | "half" | "п" | "пг" | "полугодие" | "полугодия") {
            tokens.push(Token::Half);
        } else if let Some(step) = step_called(word) {
            tokens.push(Token::AgeUnit(step));
        } else if let Some(roman) = ["i", "ii", "iii", "iv"].iter().position(|known| *known == word) {
            tokens.push(Token::Number(roman as u32 + 1, 1));
        } else if word == "t" || word == "z" {
            // The time of a day follows, and says nothing here.
            if tokens.len() >= 3 { break } else { return None }
        } else if !FILLERS.contains(&word) {
            return None;
        }
    }
    if tokens.len() > 3 && tokens[..3].iter().all(|token| matches!(token, Token::Number(..))) {
        tokens.truncate(3);
    }
    Some(tokens)
}

/// Whether a word for a year stands next to a number of four digits.
fn is_year_mark(key: &str, word: &str) -> bool {
    word == "fy" || key.split(|c: char| !c.is_ascii_digit()).any(|digits| digits.len() == 4)
}

pub(super) fn named(tokens: &[Token], order: DayOrder) -> Option<Period> {
    use Token::{Month, Number, YearMark};
    // "янв. 2025 г." and "FY2024".
    let tokens = match tokens {
        [Number(n, digits @ (2 | 4)), YearMark] | [YearMark, Number(n, digits @ (2 | 4))] => {
            return year(*n, *digits).map(Period::Year);
        }
        [rest @ .., YearMark] => rest,
        all => all,
    };
    // "Q1 FY25" and "FY25 Q1".
    let parts: Vec<Token>;
    let tokens = match tokens.contains(&YearMark) {
        true => {
            parts = tokens.iter().filter(|token| **token != YearMark).cloned().collect();
            &parts[..]
        }
        false => tokens,
    };
    match tokens {
        [Number(n, 4)] => year(*n, 4).map(Period::Year),
        [Number(n, 6)] => month(n / 100, 4, n % 100),
        [Number(n, 8)] => day(n / 10_000, 4, n / 100 % 100, n % 100),
        [Number(n, 1..=3)] => Some(Period::Age(None, *n)),
        [Month(m)] => Some(Period::MonthOnly(*m)),
        [Month(m), Number(y, digits @ (2 | 4))] => month(*y, *digits, *m),
        [Number(y, digits @ (2 | 4)), Month(m)] => month(*y, *digits, *m),
        [Number(d, 1 | 2), Month(m), Number(y, digits @ (2 | 4))] => day(*y, *digits, *m, *d),
        [Month(m), Number(d, 1 | 2), Number(y, 4)] => day(*y, 4, *m, *d),
        [Number(y, 4), Number(m, 1 | 2)] => month(*y, 4, *m),
        [Number(m, 1 | 2), Number(y, 4)] => month(*y, 4, *m),
        [Number(y, 4), Number(m, 1 | 2), Number(d, 1 | 2)] => day(*y, 4, *m, *d),
        [Number(a, 1 | 2), Number(b, 1 | 2), Number(y, digits @ (2 | 4))] => match order {
            DayOrder::DayFirst => day(*y, *digits, *b, *a).or_else(|| day(*y, *digits, *a, *b)),
            DayOrder::MonthFirst => day(*y, *digits, *a, *b).or_else(|| day(*y, *digits, *b, *a)),
        },
        [Token::AgeUnit(step), Number(n, digits)] | [Number(n, digits), Token::AgeUnit(step)] => {
            aged(*step, *n, *digits)
        }
        [Number(q, 1), Token::AgeUnit(AgeUnit::Quarter), Number(y, digits @ (2 | 4))]
        | [Token::AgeUnit(AgeUnit::Quarter), Number(q, 1), Number(y, digits @ (2 | 4))] => quarter(*y, *digits, *q),
        [Number(h, 1), Token::Half, Number(y, digits @ (2 | 4))]
        | [Token::Half, Number(h, 1), Number(y, digits @ (2 | 4))]
        | [Number(y, digits @ 4), Token::Half, Number(h, 1)] => half(*y, *digits, *h),
        [Number(y, 4), Token::AgeUnit(step), Number(n, 1 | 2)] => part_of_year(*y, *step, *n),
        [Number(y, 2), Token::AgeUnit(AgeUnit::Quarter), Number(q, 1)] => quarter(*y, 2, *q),
        [Token::AgeUnit(AgeUnit::Week), Number(n, 1 | 2), Number(y, 4)] => part_of_year(*y, AgeUnit::Week, *n),
        _ => None,
    }
}

/// An age in steps, or a quarter or a year of the calendar called by its number.
fn aged(step: AgeUnit, n: u32, digits: usize) -> Option<Period> {
    match (step, digits) {
        (AgeUnit::Year, 4) => year(n, 4).map(Period::Year),
        // "Q423" is the fourth quarter of 2023.
        (AgeUnit::Quarter, 3) if (1..=4).contains(&(n / 100)) => quarter(n % 100, 2, n / 100),
        (_, 1..=3) => Some(Period::Age(Some(step), n)),
        _ => None,
    }
}

fn part_of_year(y: u32, step: AgeUnit, n: u32) -> Option<Period> {
    let year = year(y, 4)?;
    match step {
        AgeUnit::Quarter => quarter(y, 4, n),
        AgeUnit::Month => month(y, 4, n),
        AgeUnit::Week => monday(year, n).map(|_| Period::Week(year, n)),
        AgeUnit::Day | AgeUnit::Year => None,
    }
}

/// The first day of a week, if the year has it.
fn monday(year: i32, week: u32) -> Option<NaiveDate> {
    NaiveDate::from_isoywd_opt(year, week, Weekday::Mon)
}

/// A year of four digits, or of two in this century.
pub(super) fn year(n: u32, digits: usize) -> Option<i32> {
    let year = i32::try_from(n).ok()? + if digits == 2 { 2000 } else { 0 };
    YEARS.contains(&year).then_some(year)
}

fn half(y: u32, digits: usize, h: u32) -> Option<Period> {
    let year = year(y, digits)?;
    (1..=2).contains(&h).then_some(Period::Half(year, h))
}

fn quarter(y: u32, digits: usize, q: u32) -> Option<Period> {
    let year = year(y, digits)?;
    (1..=4).contains(&q).then_some(Period::Quarter(year, q))
}

fn month(y: u32, digits: usize, m: u32) -> Option<Period> {
    let year = year(y, digits)?;
    (1..=12).contains(&m).then_some(Period::Month(year, m))
}

fn day(y: u32, digits: usize, m: u32, d: u32) -> Option<Period> {
    NaiveDate::from_ymd_opt(year(y, digits)?, m, d).map(Period::Day)
}

/// The day that a text names, for a due date: any form of [`Period::Day`], or a day of a spreadsheet.
pub fn day_named(text: &str, order: DayOrder) -> Option<NaiveDate> {
    if let Some(Period::Day(day)) = Period::of(text, order) {
        return Some(day);
    }
    let serial: u64 = fold::trimmed(text).parse().ok().filter(|n| SERIALS.contains(n))?;
    NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(serial))
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
