//! How many cells of a column are numbers, and how many are words.

use super::cells::Cell;
use super::layout::Layout;
use crate::i18n::amounts::{Kind, Shows};

/// How many cells of a column are numbers, numbers with a per cent sign, and words.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Content {
    pub numbers: usize,
    pub shares: usize,
    /// Numbers written as parts of one, such as 0.8.
    pub parts: usize,
    /// Numbers above one.
    pub large: usize,
    pub words: usize,
}

/// What a column holds below the heading.
pub(super) fn content(layout: &Layout, column: usize) -> Content {
    let mut content = Content::default();
    for row in layout.body() {
        match layout.view.at(row, column) {
            Cell::Number(numeral) => {
                content.numbers += 1;
                content.shares += usize::from(numeral.kind == Kind::PerCent);
                let is_part = matches!(numeral.shows, Shows::Fraction(_)) && numeral.value(true).abs() < 1.0;
                content.parts += usize::from(is_part && numeral.kind == Kind::Plain);
                content.large += usize::from(numeral.value(true) > 1.0);
            }
            Cell::Word => content.words += 1,
            Cell::Blank | Cell::NotYet => (),
        }
    }
    content
}
