//! The headings of columns, and the period of one that says more than a period: what is counted, and in which unit.

use std::collections::HashSet;

use super::cells::{Cell, View, without_note};
use super::fold;
use super::money_words::{is_in_cents, is_sign};
use super::period::{DayOrder, Period, serial_days};
use super::phrases;
use super::vocabulary as words;
use crate::i18n::amounts::units;

/// The heading of a column.
#[derive(Clone, Debug, Default)]
pub(super) struct Head {
    /// Its words, as written.
    pub text: String,
    /// Its words, to be compared.
    pub key: String,
    /// The period it names.
    pub period: Option<Period>,
}

impl Head {
    /// Whether it names a period in words or signs: a bare number could be an amount.
    pub fn is_labelled(&self) -> bool {
        self.period.is_some() && !self.text.bytes().all(|b| b.is_ascii_digit())
    }
}

/// The headings of the columns.
pub(super) fn heads(view: &View, heading: usize, order: DayOrder) -> Vec<Head> {
    let Some(last) = heading.checked_sub(1) else { return Vec::new() };
    let shift = usize::from(lacks_corner(view, last, order));
    // What spans several columns stands in the first of their cells: years over months, or periods over what is measured.
    let over = |column: usize, text: &str| {
        let upper = (0..=column).rev().map(|at| view.text(last - 1, at)).find(|text| !text.is_empty())?;
        if is_kind(upper) && Period::of(text, order).is_some() {
            return Some(upper);
        }
        let recurs = Period::of(text, order).is_some_and(|period| period.recurs());
        let is_over = match Period::of(upper, order)? {
            Period::Year(_) if recurs => true,
            _ => phrases::is_revenue(&fold::key(text)) || is_kind(text),
        };
        is_over.then_some(upper)
    };
    let comes_again = |text: &str| (0..view.width()).filter(|column| view.text(last, *column) == text).nth(1).is_some();
    let text = |column: usize| -> String {
        let Some(column) = column.checked_sub(shift) else { return String::new() };
        let text = view.text(last, column);
        if last == 0 {
            return text.into();
        }
        match over(column, text) {
            Some(upper) if is_kind(text) => format!("{upper} {text}"),
            // A plan beside what came of it is another column; one of its own is asked about.
            Some(upper) if is_kind(upper) && !comes_again(text) => with_kind(text, upper),
            Some(upper) => format!("{text} {upper}"),
            None if text.is_empty() => view.text(last - 1, column).into(),
            None => text.into(),
        }
    };
    // A year in the corner is that of all months behind it.
    let year = view.text(last, 0);
    let of_year = |text: &str| match Period::of(text, order) {
        Some(period) if period.recurs() => format!("{text} {year}"),
        _ => text.to_owned(),
    };
    let is_of_year = years_corner(view, last, order);
    let is_named = words::names_rows(&view.key(last, 0));
    let mut heads: Vec<Head> = (0..view.width())
        .map(|column| {
            let text = if is_of_year && column > 0 { of_year(&text(column)) } else { text(column) };
            let period =
                Period::of(without_note(&text), order).or_else(|| Period::in_a_heading(&text).filter(|_| is_named));
            let period = period.or_else(|| self::period(&text, order));
            let period = period.or_else(|| marked(&text).and_then(|(name, _)| Period::of(name, order)));
            Head { key: fold::key(&text), period, text }
        })
        .collect();
    // Days that a spreadsheet wrote as numbers stand where the other headings are no periods.
    let numbers: Vec<(usize, f64)> = (0..view.width())
        .filter_map(|column| view.at(last, column).number().map(|numeral| (column, numeral.value(true))))
        .filter(|(column, _)| heads[*column].period.is_none())
        .collect();
    let values: Vec<f64> = numbers.iter().map(|(_, value)| *value).collect();
    if let Some(days) = serial_days(&values) {
        let mut seen = HashSet::new();
        let is_monthly = days.iter().all(|day| seen.insert(day.month().ordinal()));
        for ((column, _), day) in numbers.iter().zip(days) {
            heads[*column].period = Some(day);
            // Nobody knows months by the numbers of their days.
            if let (Period::Day(date), Period::Month(year, month)) = (day, day.month()) {
                let text = if is_monthly { format!("{year}-{month:02}") } else { date.to_string() };
                heads[*column].key = fold::key(&text);
                heads[*column].text = text;
            }
        }
    }
    heads
}

/// Whether a row names months, quarters or ages behind a year: "2024 | Jan | Feb".
pub(super) fn years_corner(view: &View, row: usize, order: DayOrder) -> bool {
    !view.is_turned() && is_year_row((0..view.width()).map(|column| view.text(row, column)), order)
}

/// Whether cells are those of a row that names months, quarters or ages behind a year, with sums among them.
pub(super) fn is_year_row<'a>(mut cells: impl Iterator<Item = &'a str>, order: DayOrder) -> bool {
    let is_year = cells.next().is_some_and(|text| matches!(Period::of(text, order), Some(Period::Year(_))));
    let mut named = 0;
    let fits = |text: &str| {
        let period = Period::of(text, order);
        let is_period = period.is_some_and(|period| period.recurs() || matches!(period, Period::Age(Some(_), _)));
        named += usize::from(is_period);
        is_period || words::sum_called(&fold::key(text)).is_some()
    };
    is_year && cells.filter(|text| !text.is_empty()).all(fits) && named > 1
}

/// Whether a heading says only whether what stands under it has come to pass or is planned.
fn is_kind(text: &str) -> bool {
    let key = fold::key(text);
    phrases::is_actual(&key) || phrases::is_planned(&key)
}

/// A heading with the word that says that what stands under it is planned.
pub(super) fn with_kind(text: &str, kind: &str) -> String {
    if phrases::is_planned(&fold::key(kind)) { format!("{text} ({kind})") } else { text.to_owned() }
}

/// What a row says of each column, where it says nothing but what has come to pass and what is planned: "Actual | | Forecast".
/// A word goes on over the empty cells behind it.
pub(super) fn kinds<'v>(view: &'v View, row: usize) -> Option<Vec<&'v str>> {
    if row >= view.height() || view.is_turned() {
        return None;
    }
    let texts: Vec<&str> = (1..view.width()).map(|column| view.text(row, column)).collect();
    let is_said = texts.iter().any(|text| !text.is_empty());
    let all = texts.iter().all(|text| text.is_empty() || is_kind(text));
    (is_said && all).then(|| {
        let mut last = "";
        let mut kinds = vec![""];
        kinds.extend(texts.into_iter().map(|text| {
            last = if text.is_empty() { last } else { text };
            last
        }));
        kinds
    })
}

/// The period before the letter by which tables of plans mark what has come to pass and what has not, and the letter: "2025E",
/// "Mar-25F", "Mar 2025 (B)".
fn marked(text: &str) -> Option<(&str, char)> {
    let text = fold::trimmed(text);
    let bare = text.strip_suffix(')').unwrap_or(text);
    let letter = bare.chars().next_back()?;
    let before = &bare[..bare.len() - letter.len_utf8()];
    let name = if bare.len() < text.len() { before.strip_suffix('(')?.trim_end() } else { before };
    // "Mar-25 F"
    let name = name.strip_suffix(' ').filter(|_| letter.is_uppercase()).unwrap_or(name);
    let digits = name.bytes().rev().take_while(u8::is_ascii_digit).count();
    let is_mark = "afebpафпо".contains(letter.to_lowercase().next()?);
    // "1П" is half a year.
    let fits = is_mark && (bare.len() < text.len() || matches!(digits, 2 | 4)) && !name.contains('(');
    fits.then_some((name, letter))
}

/// Whether a letter behind the period of a heading says that it is planned.
pub(super) fn is_marked_planned(text: &str) -> bool {
    let is_plan = |letter: char| !matches!(letter.to_lowercase().next(), Some('a' | 'а' | 'ф'));
    marked(text).is_some_and(|(name, letter)| is_plan(letter) && Period::of(name, DayOrder::DayFirst).is_some())
}

/// Whether a heading of nothing but periods is one cell short of the rows below it, which begin with names: it was copied
/// without its empty corner.
pub(super) fn lacks_corner(view: &View, row: usize, order: DayOrder) -> bool {
    let cells = view.filled(row);
    let begins = !view.text(row, 0).is_empty() && cells > 1 && cells + 1 == view.width();
    let periods = || (0..cells).all(|column| Period::of(view.text(row, column), order).is_some());
    let named = || (row + 1..view.height().min(row + 20)).all(|below| view.at(below, 0) == Cell::Word);
    begins && !view.is_turned() && periods() && named()
}

/// Beyond so many words a heading is a sentence.
const MOST_WORDS: usize = 8;

/// The period of a heading such as "MRR Jan 2025", "Выручка за 2024 г., тыс. руб." or "Feb 2025, $k"; `None` where what stands
/// next to a period is neither a word for revenue nor a unit.
pub(super) fn period(text: &str, order: DayOrder) -> Option<Period> {
    named(text, order).map(|(period, _)| period)
}

/// The part of such a heading that names its period; all of it where there is none.
pub(super) fn bare(text: &str, order: DayOrder) -> &str {
    named(text, order).map_or(text, |(_, name)| name.trim_end_matches([',', ';', ' ']))
}

fn named(text: &str, order: DayOrder) -> Option<(Period, &str)> {
    let text = fold::trimmed(text);
    // "Revenue (Jan 2025)"
    if let Some((name, inner)) = text.strip_suffix(')').and_then(|text| text.split_once('('))
        && phrases::is_revenue(&fold::key(name))
    {
        return Period::of(inner, order).map(|period| (period, inner));
    }
    let starts = std::iter::once(0).chain(text.match_indices(' ').map(|(at, _)| at + 1)).take(MOST_WORDS);
    let begins: Vec<usize> = starts.collect();
    let follows = |begin: &usize| {
        let before = text[..*begin].trim_end_matches([' ', ',', ':', '-', '\u{2013}', '\u{2014}']);
        // "MRR, k€ Jan 2025"
        let ends = before.match_indices([',', ' ']).map(|(at, _)| at).take(MOST_WORDS);
        let bare = ends.into_iter().find(|at| is_unit(&before[*at..])).map_or(before, |at| &before[..at]);
        let is_revenue = |text: &str| phrases::is_revenue(&fold::key(text)) || phrases::is_actual(&fold::key(text));
        *begin == 0 && Period::of(first_word(text), order).is_some() || is_revenue(before) || is_revenue(bare)
    };
    begins.into_iter().filter(follows).find_map(|begin| {
        let rest = &text[begin..];
        let ends =
            rest.char_indices().filter(|(_, c)| matches!(c, ',' | ' ' | ';')).map(|(at, _)| at).chain([rest.len()]);
        let ends: Vec<usize> = ends.take(2 * MOST_WORDS).collect();
        ends.into_iter()
            .rev()
            .filter(|end| rest.len() == *end || is_unit(&rest[*end..]))
            .find_map(|end| Period::of(&rest[..end], order).map(|period| (period, &rest[..end])))
    })
}

/// Whether a row says nothing but in which unit each column is counted, below its heading.
pub(super) fn is_unit_row(view: &View, row: usize) -> bool {
    let texts = || (0..view.width()).map(|column| view.text(row, column)).filter(|text| !text.is_empty());
    let is_alone =
        |text: &str| text == "%" || units::behind(text).is_some() && !text.bytes().any(|byte| byte.is_ascii_digit());
    row + 1 < view.height() && view.text(row, 0).is_empty() && texts().count() > 0 && texts().all(is_alone)
}

/// Whether the row below a heading counts the columns, as forms of bookkeeping do: "1 2 3", "А 1 2".
pub(super) fn counts_columns(view: &View, row: usize) -> bool {
    let number = |column: usize| view.text(row, column).parse::<usize>().ok();
    // Clients may be called by letters.
    let is_worded = row + 1 < view.height() && view.text(row + 1, 0).chars().count() > 1;
    let letter = is_worded && matches!(view.text(row, 0), "A" | "a" | "А" | "а");
    let first = usize::from(!letter);
    let counts = (usize::from(letter)..view.width()).all(|column| number(column) == Some(column + first));
    // Rows that are called by numbers go on with the next one.
    let is_row = row + 1 < view.height() && view.at(row + 1, 0).number().is_some();
    view.width() > 2 && row + 1 < view.height() && counts && !is_row && !view.is_turned()
}

/// Whether a text says nothing but what is counted and in which unit, or that it has come to pass: ", тыс. руб.", " $k", " MRR", " факт",
/// " MRR ($)".
fn is_unit(text: &str) -> bool {
    let is_set_off = |c: char| matches!(c, ',' | ' ' | ';' | '(' | ')' | '[' | ']');
    let text = text.trim_matches(is_set_off);
    let one = |word: &str| units::behind(word).or_else(|| units::behind(word.trim_start_matches(is_sign))).is_some();
    let is_revenue = |text: &str| phrases::is_revenue(&fold::key(text));
    !text.is_empty()
        && (phrases::is_actual(&fold::key(text))
            || is_revenue(text)
            || one(text)
            || is_in_cents(text)
            || text.split(is_set_off).filter(|word| !word.is_empty()).all(|word| one(word) || is_revenue(word)))
}

fn first_word(text: &str) -> &str {
    text.split([',', ' ']).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_is_called_without_its_unit() {
        let bare = |text| bare(text, DayOrder::DayFirst);
        let names = ["III кв. 2026, тыс. руб.", "MRR Jan 2025", "2024 г., млн ₽", "Jan 2025 seats", "Период 3"];
        assert_eq!(names.map(bare), ["III кв. 2026", "Jan 2025", "2024 г.", "Jan 2025 seats", "Период 3"]);
    }

    #[test]
    fn what_is_counted_and_its_unit_are_no_part_of_a_period() {
        for (text, wanted) in [
            ("MRR Jan 2025", Some(Period::Month(2025, 1))),
            ("Jan 2025, $k", Some(Period::Month(2025, 1))),
            ("янв 2025, тыс. руб.", Some(Period::Month(2025, 1))),
            ("2024 г., тыс. руб.", Some(Period::Year(2024))),
            ("2024 USD", Some(Period::Year(2024))),
            ("Выручка за 2024", Some(Period::Year(2024))),
            ("Выручка: 2 кв. 2024, млн ₽", Some(Period::Quarter(2024, 2))),
            ("Revenue Q3 2024", Some(Period::Quarter(2024, 3))),
            ("Jan 2025 Revenue", Some(Period::Month(2025, 1))),
            ("Revenue (Jan 2025)", Some(Period::Month(2025, 1))),
            ("Jan 2025 seats", None),
            ("Jan 2025 Actual", Some(Period::Month(2025, 1))),
            ("Факт янв 2025", Some(Period::Month(2025, 1))),
            ("План янв 2025", None),
            ("янв 2025 факт", Some(Period::Month(2025, 1))),
            ("MRR, k€ Jan 2025", Some(Period::Month(2025, 1))),
            ("Выручка, тыс. руб. янв 2025", Some(Period::Month(2025, 1))),
            ("Employees 2024", None),
            ("Jan 2025 forecast", None),
            ("Total 2024", None),
            ("Revenue", None),
            ("ARR, $k", None),
            ("", None),
        ] {
            assert_eq!(period(text, DayOrder::DayFirst), wanted, "{text}");
            assert_eq!(Period::of(bare(text, DayOrder::DayFirst), DayOrder::DayFirst), wanted, "{text}");
        }
    }
}
