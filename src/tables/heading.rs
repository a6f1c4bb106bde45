//! The period of a heading that says more than a period: what is counted, and in which unit.

use super::fold;
use super::period::{DayOrder, Period};
use super::scale::is_sign;
use super::vocabulary as words;
use crate::i18n::amounts::units;

/// Beyond so many words a heading is a sentence.
const MOST_WORDS: usize = 8;

/// The period of a heading such as "MRR Jan 2025", "Выручка за 2024 г., тыс. руб." or "Feb 2025, $k"; `None` where what stands
/// next to a period is neither a word for revenue nor a unit.
pub(super) fn period(text: &str, order: DayOrder) -> Option<Period> {
    let text = fold::trimmed(text);
    // "Revenue (Jan 2025)"
    if let Some((name, inner)) = text.strip_suffix(')').and_then(|text| text.split_once('('))
        && words::is_revenue(&fold::key(name))
    {
        return Period::of(inner, order);
    }
    let starts = std::iter::once(0).chain(text.match_indices(' ').map(|(at, _)| at + 1)).take(MOST_WORDS);
    let begins: Vec<usize> = starts.collect();
    let first = begins.iter().copied().find(|begin| {
        let before = fold::key(text[..*begin].trim_end_matches([' ', ',', ':', '-', '\u{2013}', '\u{2014}']));
        *begin == 0 && Period::of(first_word(text), order).is_some() || words::is_revenue(&before)
    })?;
    let rest = &text[first..];
    let ends = rest.char_indices().filter(|(_, c)| matches!(c, ',' | ' ' | ';')).map(|(at, _)| at).chain([rest.len()]);
    let ends: Vec<usize> = ends.take(2 * MOST_WORDS).collect();
    ends.into_iter()
        .rev()
        .find_map(|end| Period::of(&rest[..end], order).filter(|_| rest.len() == end || is_unit(&rest[end..])))
}

/// Whether a text says nothing but what is counted and in which unit, or that it has come to pass: ", тыс. руб.", " $k", " MRR", " факт".
fn is_unit(text: &str) -> bool {
    let text = text.trim_matches([',', ' ', ';']);
    let one = |word: &str| units::behind(word).or_else(|| units::behind(word.trim_start_matches(is_sign))).is_some();
    let key = fold::key(text);
    !text.is_empty()
        && (words::is_actual(&key)
            || words::is_revenue(&key)
            || one(text)
            || text.split([',', ' ', ';']).filter(|word| !word.is_empty()).all(one))
}

fn first_word(text: &str) -> &str {
    text.split([',', ' ']).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

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
            ("янв 2025 факт", Some(Period::Month(2025, 1))),
            ("Employees 2024", None),
            ("Jan 2025 forecast", None),
            ("Total 2024", None),
            ("Revenue", None),
            ("ARR, $k", None),
            ("", None),
        ] {
            assert_eq!(period(text, DayOrder::DayFirst), wanted, "{text}");
        }
    }
}
