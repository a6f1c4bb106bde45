//! Amounts of a whole year in columns of months or quarters: "ARR", "$1,200/yr". A client pays a part of them in each.

use super::choice::Choice;
use super::fault::Problem;
use super::fold;
use super::layout::Layout;
use super::matrix::{Matrix, Value};
use super::period::Period;
use super::place::CellPlace;
use super::question::About;
use super::reading::Log;

/// Brings amounts of a year to what a column stands for, after asking. `columns` are those of the layout that amounts stand in.
pub(super) fn by_column(layout: &Layout, columns: &[usize], matrix: &mut Matrix, log: &mut Log) {
    let Some(months) = months_of(matrix) else { return };
    let view = &layout.view;
    let cells = || layout.body().flat_map(|row| columns.iter().map(move |column| (row, *column)));
    let numbers =
        || cells().filter(|(row, column)| view.at(*row, *column).number().is_some_and(|n| n.value(true) != 0.0));
    let is_yearly = |at: &(usize, usize)| says_year(view.text(at.0, at.1));
    let first: Option<CellPlace> = numbers().find(is_yearly).map(|(row, column)| view.place(row, column));
    let about = match first {
        Some(place) if numbers().any(|at| says_shorter(view.text(at.0, at.1))) => {
            return log.fault(Problem::MixedRates, place, "");
        }
        Some(place) => About::Cells(place, numbers().filter(is_yearly).count()),
        None => {
            let Some(text) = layout.texts_over(columns).into_iter().find(|text| is_annual(text)) else { return };
            About::Found(text)
        }
    };
    if log.ask_whether(about, Choice::AYear, true) {
        let values = matrix.rows.iter_mut().flat_map(|row| &mut row.values);
        values.for_each(|value| {
            if let Value::Number(number) = value {
                *number = *number * f64::from(months) / 12.0;
            }
        });
    }
}

/// How many months a column stands for, where the headings say that it is less than a year.
fn months_of(matrix: &Matrix) -> Option<u32> {
    let months = |period: Period| match period.month() {
        Period::Month(..) | Period::MonthOnly(_) => Some(1),
        Period::Quarter(..) => Some(3),
        Period::Half(..) => Some(6),
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
    const YEAR: [&str; 12] =
        ["/yr", "/year", "/y", "/a", "per year", "a year", "per annum", "p.a", "pa", "yearly", "/год", "в год"];
    let behind = behind_number(text);
    YEAR.iter().any(|word| behind == *word || behind.ends_with(word) && !word.bytes().all(|b| b.is_ascii_alphabetic()))
}

fn says_shorter(text: &str) -> bool {
    const SHORTER: [&str; 12] = [
        "/mo",
        "/month",
        "/m",
        "/mth",
        "per month",
        "a month",
        "/мес",
        "в месяц",
        "/qtr",
        "/quarter",
        "per quarter",
        "в квартал",
    ];
    let behind = behind_number(text);
    SHORTER.iter().any(|word| behind.ends_with(word))
}

/// Whether a title or a heading says that amounts are a year's.
fn is_annual(text: &str) -> bool {
    const ANNUAL: [&str; 15] = [
        "annual recurring revenue",
        "annualized",
        "annualised",
        "annual revenue",
        "annual contract value",
        "annual value",
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
    let is_word = |word: &str| word == "arr" || word == "acv";
    ANNUAL.iter().any(|words| key.contains(words)) || fold::words(&key).any(is_word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_say_for_how_long_they_are() {
        for (text, year, shorter) in [
            ("$1,200/yr", true, false),
            ("1 200 ₽/год", true, false),
            ("1200 a year", true, false),
            ("€1,200 p.a.", true, false),
            ("$100/mo", false, true),
            ("100 руб. в месяц", false, true),
            ("$100", false, false),
            ("100 USA", false, false),
        ] {
            assert_eq!((says_year(text), says_shorter(text)), (year, shorter), "{text}");
        }
        for (text, wanted) in [
            ("ARR by customer", true),
            ("ARR Jan 2025", true),
            ("Годовая выручка, тыс. руб.", true),
            ("Carrier", false),
            ("Annual report", false),
            ("MRR", false),
        ] {
            assert_eq!(is_annual(text), wanted, "{text}");
        }
    }
}
