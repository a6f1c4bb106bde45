//! Names of periods in parts: words, numbers, and what they name together.

use chrono::{NaiveDate, Weekday};

use super::{DayOrder, Period, YEARS};
use crate::months::month_in_a_table;
use crate::tables::vocabulary::{AgeUnit, step_called};

/// A word or a number of a name.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::tables) enum Token {
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
pub(in crate::tables) fn tokens(key: &str) -> Option<Vec<Token>> {
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
    let is_digit = |c: char| c.is_ascii_digit();
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
        } else if word == "к" && matches!(tokens[..], [Token::Number(1..=4, 1)]) && rest.starts_with(is_digit) {
            // "1К2025" is a quarter.
            tokens.push(Token::AgeUnit(AgeUnit::Quarter));
        } else if let Some(step) = step_called(word) {
            tokens.push(Token::AgeUnit(step));
        } else if let Some(roman) = ["i", "ii", "iii", "iv"].iter().position(|known| *known == word) {
            tokens.push(Token::Number(roman as u32 + 1, 1));
        } else if word == "t" || word == "z" {
            // The time of a day follows, and says nothing here.
            if tokens.len() >= 3 { break } else { return None }
        } else if !(FILLERS.contains(&word) || word == "л" && tokens.last() == Some(&Token::AgeUnit(AgeUnit::Quarter)))
        {
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

pub(in crate::tables) fn named(tokens: &[Token], order: DayOrder) -> Option<Period> {
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
        // "2024/25" is called by the year it ends in; "2011-12" may be a month.
        [Number(y, 4), Number(z, 2)] if *z > 12 && *z == (*y + 1) % 100 => year(*y + 1, 4).map(Period::Year),
        [Number(y, 4), Number(z, 4)] if *z == *y + 1 => year(*z, 4).map(Period::Year),
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
pub(super) fn monday(year: i32, week: u32) -> Option<NaiveDate> {
    NaiveDate::from_isoywd_opt(year, week, Weekday::Mon)
}

/// A year of four digits, or of two in this century.
pub(in crate::tables) fn year(n: u32, digits: usize) -> Option<i32> {
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

pub(super) fn month(y: u32, digits: usize, m: u32) -> Option<Period> {
    let year = year(y, digits)?;
    (1..=12).contains(&m).then_some(Period::Month(year, m))
}

fn day(y: u32, digits: usize, m: u32, d: u32) -> Option<Period> {
    NaiveDate::from_ymd_opt(year(y, digits)?, m, d).map(Period::Day)
}
