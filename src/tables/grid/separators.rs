//! Which separator parts the cells of a text.

use super::Grid;
use crate::arrange::Arrange;
use crate::i18n::Lang;
use crate::i18n::amounts::{Numeral, Shows};
use crate::tables::separator::Separator;
use crate::tables::single_spaced;

/// How much of a text is looked at.
const SAMPLE: usize = 64 << 10;
const SAMPLE_CELLS: usize = 4_000;

/// What parts the cells of a text best, and whether a comma may be a decimal one instead.
pub(super) fn most_likely(text: &str, lang: Lang) -> (Separator, bool) {
    let mut end = text.len().min(SAMPLE);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let sample =
        if end < text.len() { text[..end].rfind(['\n', '\r']).map_or(&text[..end], |at| &text[..at]) } else { text };
    if single_spaced::lists(sample).is_some() {
        return (Separator::Spaces, false);
    }
    let fits = Separator::ALL.map(|separator| (separator, Fit::of(sample, separator)));
    // Below a title a comma may part words and decimals only, and the sign that means nothing else all rows alike.
    let comma = fits.iter().find(|(separator, _)| *separator == Separator::Comma);
    let is_alike =
        |titles: usize| comma.is_some_and(|(_, fit)| fit.titles <= titles && fit.most + fit.titles == fit.rows);
    let below_title = fits.iter().find(|(_, fit)| fit.is_below_a_title() && !is_alike(fit.titles));
    // What parts the first row and nearly all others is what parts them, unless another before it does.
    let sure = below_title.or_else(|| fits.iter().find(|(_, fit)| fit.is_sure()));
    if sure.is_none() && single_spaced::parted(sample).is_some() {
        return (Separator::Spaces, false);
    }
    let by_character = fits.iter().filter(|(separator, _)| *separator != Separator::Spaces);
    let best = sure.or_else(|| by_character.rev().max_by_key(|(_, fit)| fit.score()));
    let best = best.map(|(separator, fit)| (*separator, fit.score()));
    match best {
        Some((Separator::Comma, fit)) if fit > 0 => match decimal_commas(sample) {
            Decimals::None => (Separator::Comma, false),
            Decimals::Certain => (Separator::Tab, false),
            Decimals::Possible if lang.customs().decimal == ',' => (Separator::Tab, true),
            Decimals::Possible => (Separator::Comma, true),
        },
        Some((separator, fit)) if fit > 0 => (separator, false),
        _ => (Separator::Tab, false),
    }
}

/// How a separator parts a text.
struct Fit {
    separator: Separator,
    rows: usize,
    /// Rows that it parts.
    parted: usize,
    /// Rows that have as many cells as most of those.
    most: usize,
    /// Whether it parts the first row.
    first: bool,
    /// Rows above the first one that it parts.
    titles: usize,
    /// Quotation marks that nobody closes then, at the beginning of cells and anywhere.
    open: usize,
    odd: usize,
}

impl Fit {
    fn of(text: &str, separator: Separator) -> Self {
        let grid = Grid::parted(text, separator, SAMPLE_CELLS);
        let mut lengths: Vec<usize> = (0..grid.height()).map(|row| grid.length(row)).collect();
        let first = lengths.first().is_some_and(|first| *first > 1);
        let titles = lengths.iter().take_while(|length| **length < 2).count();
        lengths.arrange();
        let most = lengths.chunk_by(|a, b| a == b).filter(|alike| alike[0] > 1).map(<[usize]>::len).max().unwrap_or(0);
        let parted = lengths.iter().filter(|length| **length > 1).count();
        Fit {
            separator,
            rows: lengths.len(),
            parted,
            most,
            first,
            titles,
            open: grid.open_quotes.map_or(0, |(_, count)| count),
            odd: grid.odd_quotes,
        }
    }

    /// Whether it parts the first row and nearly all others. Spaces do so only where most rows come out alike.
    fn is_sure(&self) -> bool {
        let by_spaces = self.separator == Separator::Spaces;
        let alike = !by_spaces || self.rows > 1 && self.most * 2 >= self.rows;
        // A table that a program printed may name its rows in a line by itself.
        let alone = usize::from(by_spaces && self.rows > 3 && self.most + 2 >= self.rows);
        self.first && (self.parted + alone) * 10 >= self.rows * 9 && self.odd == 0 && alike
    }

    /// Whether it parts nothing in a few rows at the top, and all below them, into as many cells in most.
    fn is_below_a_title(&self) -> bool {
        let plain = matches!(self.separator, Separator::Tab | Separator::Semicolon | Separator::Bar);
        let below = self.rows - self.titles;
        plain
            && (1..=5).contains(&self.titles)
            && below > 2
            && self.parted == below
            && self.most * 3 >= below * 2
            && self.odd == 0
    }

    /// How well it fits; nothing where it parts no row.
    fn score(&self) -> usize {
        if self.parted == 0 {
            return 0;
        }
        // Nobody types a tab into a cell.
        let tab = usize::from(self.separator == Separator::Tab && self.parted * 2 >= self.rows);
        let sum = (self.parted * 100 + self.most * 50) / self.rows + usize::from(self.first) * 50 + tab * 400;
        if self.open > 0 { sum / 2 + 1 } else { sum }
    }
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
