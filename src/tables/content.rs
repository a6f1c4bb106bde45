//! How many cells of a column are numbers, and how many are words.

use super::cells::Cell;
use super::layout::Layout;
use crate::i18n::amounts::Kind;

/// How many cells of a column are numbers, numbers with a per cent sign, and words.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Content {
    pub numbers: usize,
    pub shares: usize,
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
            }
            Cell::Word => content.words += 1,
            Cell::Blank | Cell::NotYet => (),
        }
    }
    content
}
