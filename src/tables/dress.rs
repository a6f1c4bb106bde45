//! Which separator a text wears.

use super::grid::Grid;
use super::separator::Separator;
use crate::i18n::Lang;
use crate::i18n::amounts::{Numeral, Shows};

/// How much of a text is looked at.
const SAMPLE: usize = 64 << 10;
const SAMPLE_CELLS: usize = 4_000;

/// What parts the cells of a text best, and whether a comma may be a decimal one instead.
pub(super) fn of(text: &str, lang: Lang) -> (Separator, bool) {
    let mut end = text.len().min(SAMPLE);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let sample =
        if end < text.len() { text[..end].rfind(['\n', '\r']).map_or(&text[..end], |at| &text[..at]) } else { text };
    let best = Separator::ALL.into_iter().map(|separator| (separator, fit(sample, separator)));
    let best = best.reduce(|best, next| if next.1 > best.1 { next } else { best });
    match best {
        Some((Separator::Comma, fit)) if fit > 0 => match decimal_commas(sample) {
            Decimals::None => (Separator::Comma, false),
            Decimals::Certain => (Separator::Tab, false),
            Decimals::Possible if lang == Lang::Russian => (Separator::Tab, true),
            Decimals::Possible => (Separator::Comma, true),
        },
        Some((separator, fit)) if fit > 0 => (separator, false),
        _ => (Separator::Tab, false),
    }
}

/// How well a separator parts a text: by the rows that it parts, by how many of them have as many cells as most, and by
/// whether it parts the first one.
fn fit(text: &str, separator: Separator) -> usize {
    let grid = Grid::parted(text, separator, SAMPLE_CELLS);
    let lengths: Vec<usize> = (0..grid.height()).map(|row| grid.length(row)).collect();
    let parted = lengths.iter().filter(|length| **length > 1).count();
    if parted == 0 {
        return 0;
    }
    let mut sorted = lengths.clone();
    sorted.sort_unstable();
    let most = sorted.chunk_by(|a, b| a == b).filter(|alike| alike[0] > 1).map(<[usize]>::len).max().unwrap_or(0);
    let first = usize::from(lengths[0] > 1);
    // Nobody types a tab into a cell.
    let tab = usize::from(separator == Separator::Tab && parted * 2 >= lengths.len());
    (parted * 100 + most * 50) / lengths.len() + first * 50 + tab * 400
}

enum Decimals {
    None,
    Possible,
    Certain,
}

/// Whether every line is one number with a decimal comma, so that the comma parts nothing.
fn decimal_commas(text: &str) -> Decimals {
    let lines = text.split(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty());
    let (mut signed, mut all) = (true, 0);
    for (at, line) in lines.enumerate() {
        if at == 0 && !line.contains(',') {
            continue;
        }
        let Some(number) = Numeral::of(line, "") else { return Decimals::None };
        if number.shows == Shows::Thousands(',') {
            return Decimals::None;
        }
        all += 1;
        signed &= line.contains('%');
    }
    match (all, signed) {
        (0, _) => Decimals::None,
        (_, true) => Decimals::Certain,
        _ => Decimals::Possible,
    }
}
