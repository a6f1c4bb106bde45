//! Amounts whose cents stand behind a dash, as people write roubles by hand: "1 200-50".

use super::grid::Grid;
use super::note::Note;
use super::reading::Log;
use crate::i18n::amounts::Numeral;

/// The grid with a comma in place of such dashes; `None` where there are none.
pub(super) fn with_commas(grid: &Grid, log: &mut Log) -> Option<Grid> {
    let own = log.context.currency;
    let amounts: Vec<Vec<Option<String>>> = (0..grid.height())
        .map(|row| (0..grid.length(row)).map(|column| with_comma(grid.cell(row, column), own)).collect())
        .collect();
    let count = amounts.iter().flatten().flatten().count();
    if count == 0 {
        return None;
    }
    log.note(Note::DashedCents(count));
    Some(grid.with_cells(|row, column| amounts[row][column].as_deref()))
}

/// The same amount with a comma. Two numbers with a dash between them may as well be a range, or a year and the next: here the
/// first one is written with its thousands apart, or is long and no year.
fn with_comma(text: &str, own: &str) -> Option<String> {
    let (at, dash) = text.char_indices().find(|(_, c)| matches!(c, '-' | '\u{2013}'))?;
    let (before, behind) = (&text[..at], &text[at + dash.len_utf8()..]);
    let is_number = |c: char| c.is_ascii_digit() || c.is_whitespace();
    let whole = before.trim_start_matches(|c: char| !c.is_ascii_digit());
    let is_long = match whole.split_whitespace().collect::<Vec<_>>()[..] {
        [one] => (3..=9).contains(&one.len()) && !(one.len() == 4 && (one.starts_with("19") || one.starts_with("20"))),
        [first, ref rest @ ..] => first.len() <= 3 && rest.iter().all(|group| group.len() == 3),
        [] => false,
    };
    let digits = behind.bytes().take_while(u8::is_ascii_digit).count();
    let is_one = is_long
        && digits == 2
        && whole.chars().all(is_number)
        && whole.ends_with(|c: char| c.is_ascii_digit())
        && !behind[digits..].contains(|c: char| c.is_ascii_digit() || matches!(c, '-' | '\u{2013}'));
    let written = format!("{before},{behind}");
    (is_one && Numeral::of(&written, own).is_some()).then_some(written)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cents_behind_a_dash_are_no_range() {
        for (text, wanted) in [
            ("1 200-50", Some("1 200,50")),
            ("1\u{a0}200\u{2013}50", Some("1\u{a0}200,50")),
            ("12500-00", Some("12500,00")),
            ("500-00 руб.", Some("500,00 руб.")),
            ("2024-25", None),
            ("10-20", None),
            ("200-300", None),
            ("1 200-", None),
            ("8 800 200-50-50", None),
            ("-1 200", None),
            ("2025-01-05", None),
        ] {
            assert_eq!(with_comma(text, "").as_deref(), wanted, "{text}");
        }
    }
}
