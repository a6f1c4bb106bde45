//! Amounts of a year in columns of months or quarters, "ARR", "$1,200/yr", amounts of a month in columns of quarters or years,
//! "MRR", "$100/mo", and amounts of a quarter in columns of either. A client pays a part of what is for longer in each, and several of
//! what is for shorter.

use super::choice::Choice;
use super::fault::Problem;
use super::fold;
use super::layout::Layout;
use super::matrix::{Matrix, Value};
use super::period::Period;
use super::place::CellPlace;
use super::question::About;
use super::reading::Log;
use super::vocabulary::AgeUnit;

/// Brings amounts of a year or of a month to what a column stands for, after asking. `columns` are those of the layout that amounts
/// stand in.
pub(super) fn by_column(layout: &Layout, columns: &[usize], matrix: &mut Matrix, log: &mut Log) {
    let Some(months) = months_of(matrix) else { return };
    let view = &layout.view;
    let cells = || layout.body().flat_map(|row| columns.iter().map(move |column| (row, *column)));
    let numbers =
        || cells().filter(|(row, column)| view.at(*row, *column).number().is_some_and(|n| n.value(true) != 0.0));
    let said = |of: fn(&str) -> bool| -> Option<(CellPlace, usize)> {
        let mut found = numbers().filter(|at| of(view.text(at.0, at.1)));
        let (row, column) = found.next()?;
        Some((view.place(row, column), found.count() + 1))
    };
    let (year, quarter, month) = (said(says_year), said(says_quarter), said(says_month));
    let mut kinds = [year, quarter, month].into_iter().flatten();
    let first = kinds.next();
    if let (Some((place, _)), Some(_)) = (first, kinds.next()) {
        return log.fault(Problem::MixedRates, place, "");
    }
    let is_said = first.is_some();
    let titled =
        |of: fn(&str) -> bool| layout.texts_over(columns).into_iter().filter(|_| !is_said).find(|text| of(text));
    let about = |cells: Option<(CellPlace, usize)>, of: fn(&str) -> bool| {
        cells.map(|(first, count)| About::Cells(first, count)).or_else(|| titled(of).map(About::Found))
    };
    let yearly = if months < 12 { about(year, is_annual) } else { None };
    let monthly = if months > 1 { about(month, is_monthly) } else { None };
    let quarterly = if months == 3 { None } else { about(quarter, is_quarterly) };
    let parts = match (yearly, monthly, quarterly) {
        (Some(about), ..) => log.ask_whether(about, Choice::AYear, true).then_some(12.0),
        (None, Some(about), _) => log.ask_whether(about, Choice::AMonth, true).then_some(1.0),
        (None, None, Some(about)) => log.ask_whether(about, Choice::AQuarter, true).then_some(3.0),
        (None, None, None) => None,
    };
    if let Some(parts) = parts {
        let values = matrix.rows.iter_mut().flat_map(|row| &mut row.values);
        values.for_each(|value| {
            if let Value::Number(number) = value {
                *number = *number * f64::from(months) / parts;
            }
        });
    }
}

/// How many months a column stands for, where the headings say so.
fn months_of(matrix: &Matrix) -> Option<u32> {
    let months = |period: Period| match period.month() {
        Period::Month(..) | Period::MonthOnly(_) => Some(1),
        Period::Quarter(..) | Period::Age(Some(AgeUnit::Quarter), _) => Some(3),
        Period::Half(..) => Some(6),
        Period::Year(_) | Period::Age(Some(AgeUnit::Year), _) => Some(12),
        _ => None,
    };
    let mut found = matrix.columns.iter().map(|column| months(column.head.period?));
    let first = found.next()??;
    found.all(|other| other == Some(first)).then_some(first)
}

fn behind_number(text: &str) -> String {
    let behind = text.rfind(|c: char| c.is_ascii_digit()).map_or("", |at| &text[at + 1..]);
    behind.to_lowercase().trim_matches(|c: char| c.is_whitespace() || matches!(c, '.' | ')')).to_owned()
}

fn says_year(text: &str) -> bool {
    const YEAR: [&str; 19] = [
        "arr",
        " arr",
        "/yr",
        "/year",
        "/y",
        "/a",
        "per year",
        "a year",
        "per annum",
        "p.a",
        "pa",
        "yearly",
        "/год",
        "в год",
        "/rok",
        "/jahr",
        "pro jahr",
        "/año",
        "/ano",
    ];
    let behind = behind_number(text);
    YEAR.iter().any(|word| behind == *word || behind.ends_with(word) && !word.bytes().all(|b| b.is_ascii_alphabetic()))
}

fn says_month(text: &str) -> bool {
    const MONTH: [&str; 18] = [
        "mrr",
        "/mo",
        "/month",
        "/m",
        "/mth",
        "per month",
        "a month",
        "/мес",
        "/месяц",
        "в месяц",
        "/měs",
        "/měsíc",
        "/mies",
        "/miesiąc",
        "/monat",
        "pro monat",
        "/mes",
        "/mês",
    ];
    let behind = behind_number(text);
    MONTH.iter().any(|word| behind.ends_with(word))
}

fn says_quarter(text: &str) -> bool {
    const QUARTER: [&str; 10] = [
        "/qtr",
        "/quarter",
        "/q",
        "per quarter",
        "a quarter",
        "в квартал",
        "/квартал",
        "/кв",
        "/quartal",
        "/čtvrtletí",
    ];
    // "$150 / quarter"
    let behind = behind_number(text).replace("/ ", "/");
    QUARTER.iter().any(|word| behind.ends_with(word))
}

/// Whether a title or a heading says that amounts are a quarter's.
fn is_quarterly(text: &str) -> bool {
    const QUARTERLY: [&str; 8] = [
        "per quarter",
        "quarterly fee",
        "quarterly price",
        "/qtr",
        "/quarter",
        "в квартал",
        "/квартал",
        "квартальный платеж",
    ];
    let key = fold::key(text);
    let is_end = |at: usize| !key[at..].starts_with(|c: char| c.is_alphanumeric());
    QUARTERLY.iter().any(|words| key.find(words).is_some_and(|at| is_end(at + words.len())))
}

/// Whether a title or a heading says that amounts are a month's. "Monthly" alone says how often they are counted.
fn is_monthly(text: &str) -> bool {
    const MONTHLY: [&str; 10] = [
        "monthly recurring revenue",
        "monthly fee",
        "monthly price",
        "per month",
        "/mo",
        "/month",
        "в месяц",
        "/мес",
        "ежемесячный платеж",
        "абонентская плата",
    ];
    let key = fold::key(text);
    let is_end = |at: usize| !key[at..].starts_with(|c: char| c.is_ascii_alphanumeric());
    MONTHLY.iter().any(|words| key.find(words).is_some_and(|at| is_end(at + words.len())))
        || fold::words(&key).any(|word| word == "mrr")
}

/// Whether a title or a heading says that amounts are a year's.
fn is_annual(text: &str) -> bool {
    const ANNUAL: [&str; 18] = [
        "annual recurring revenue",
        "annualized",
        "annualised",
        "annual revenue",
        "annual contract value",
        "annual value",
        "trailing 12",
        "trailing twelve",
        "rolling 12",
        "per year",
        "yearly revenue",
        "/yr",
        "/year",
        "в год",
        "годовая выручка",
        "годовая сумма",
        "годовой контракт",
        "годовых контрактов",
    ];
    let key = fold::key(text);
    let is_word = |word: &str| matches!(word, "arr" | "acv" | "ttm" | "ltm");
    ANNUAL.iter().any(|words| key.contains(words)) || fold::words(&key).any(is_word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_say_for_how_long_they_are() {
        for (text, wanted) in [
            ("$1,200/yr", [true, false, false]),
            ("1 200 ₽/год", [true, false, false]),
            ("1200 a year", [true, false, false]),
            ("€1,200 p.a.", [true, false, false]),
            ("12 000 Kč/rok", [true, false, false]),
            ("$300/qtr", [false, true, false]),
            ("$300 / quarter", [false, true, false]),
            ("300 ₽/кв.", [false, true, false]),
            ("300 руб. в квартал", [false, true, false]),
            ("$100/mo", [false, false, true]),
            ("100 руб. в месяц", [false, false, true]),
            ("1 200 Kč/měs.", [false, false, true]),
            ("$100", [false; 3]),
            ("100 USA", [false; 3]),
        ] {
            assert_eq!([says_year(text), says_quarter(text), says_month(text)], wanted, "{text}");
        }
        for (text, wanted) in [
            ("Fee per quarter, $", true),
            ("Сумма в квартал", true),
            ("Quarterly report", false),
            ("Выручка за квартал", false),
            ("per quartering", false),
        ] {
            assert_eq!(is_quarterly(text), wanted, "{text}");
        }
        for (text, wanted) in [
            ("ARR by customer", true),
            ("ARR Jan 2025", true),
            ("TTM revenue", true),
            ("Годовая выручка, тыс. руб.", true),
            ("Carrier", false),
            ("Annual report", false),
            ("MRR", false),
        ] {
            assert_eq!(is_annual(text), wanted, "{text}");
        }
        for (text, wanted) in [
            ("MRR by customer", true),
            ("MRR Q1 2025", true),
            ("Price, $/mo", true),
            ("Абонентская плата, руб.", true),
            ("Monthly report", false),
            ("Revenue/model", false),
            ("ARR", false),
        ] {
            assert_eq!(is_monthly(text), wanted, "{text}");
        }
    }
}
