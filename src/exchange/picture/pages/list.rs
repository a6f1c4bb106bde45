//! Rows below each other on pages of their own: the ranking, and what was said.

use super::{FOOT, LOOK, Paper, sheet};
use crate::drawing::faces::{Face, Type};
use crate::drawing::pen::{Anchor, Pen};
use crate::drawing::setting::{Block, set};
use crate::edit::draft::JourneyDraft;
use crate::i18n::Lang;
use crate::i18n::journey::JourneyWords;

const TITLE: Type = Type::new(Face::Bold, 16.0, 22.0);
const HEAD: Type = Type::new(Face::Medium, 12.0, 16.0);
/// What a row is about.
pub const STRONG: Type = Type::new(Face::Bold, 12.0, 16.0);
/// The other words of a row.
pub const CELL: Type = Type::new(Face::Regular, 12.0, 16.0);

/// The title and the heads of the columns, each with what stays free below.
const TITLE_HEIGHT: f64 = 34.0;
const HEADS_HEIGHT: f64 = 24.0;
/// Above and below the words of a row.
pub const PAD: f64 = 7.0;
/// Between two columns.
pub const GAP: f64 = 14.0;

/// A column: its left edge from that of the table, its width, and how its words hang.
#[derive(Clone, Copy)]
pub struct Column(pub f64, pub f64, pub Anchor);

/// Draws words in a column.
pub fn hang(pen: &mut Pen, Column(left, width, anchor): Column, x: f64, y: f64, block: &Block, colour: &str) {
    let x = if anchor == Anchor::End { x + left + width } else { x + left };
    pen.block(x, y, block, colour, anchor);
}

/// A row, no higher than [`List::most`].
pub trait PrintedRow {
    /// How high it is.
    fn height(&self) -> f64;
    /// Draws it at a place, as wide as the page. `is_first`: it is the first of its page.
    fn draw(&self, pen: &mut Pen, x: f64, y: f64, width: f64, is_first: bool);
}

/// What stands above the rows of each page.
pub struct List<'l> {
    /// The map that they belong to.
    pub journey: &'l JourneyDraft,
    /// The paper.
    pub paper: Paper,
    /// The language.
    pub lang: Lang,
    /// The title.
    pub title: &'static str,
    /// At the other end of the line of the title.
    pub aside: &'l str,
    /// The columns and their heads.
    pub heads: &'l [(Column, &'static str)],
}

impl List<'_> {
    /// The height of the highest row.
    pub fn most(&self) -> f64 {
        self.paper.inside().h - FOOT - TITLE_HEIGHT - HEADS_HEIGHT
    }

    /// Adds the pages with the rows; none without rows.
    pub fn print<R: PrintedRow>(&self, rows: impl Iterator<Item = R>, sheets: &mut Vec<Pen>) {
        let inside = self.paper.inside();
        let mut left = 0.0;
        let mut title = self.title.to_owned();
        for (at, row) in rows.enumerate() {
            let is_first = at == 0 || row.height() > left;
            if is_first {
                sheets.push(self.begin(&title));
                left = self.most();
                title = [self.title, ", ", JourneyWords::of(self.lang).lane_went_on].concat();
            }
            if let Some(pen) = sheets.last_mut() {
                row.draw(pen, inside.x, inside.y + inside.h - FOOT - left, inside.w, is_first);
                left -= row.height();
            }
        }
    }

    fn begin(&self, title: &str) -> Pen {
        let inside = self.paper.inside();
        let mut pen = sheet(self.journey, self.paper, self.lang);
        let aside = set(self.aside, 0, CELL, inside.w / 2.0);
        pen.block(inside.x, inside.y, &set(title, 0, TITLE, inside.w / 2.0), LOOK.ink, Anchor::Start);
        pen.block(inside.x + inside.w, inside.y + 4.0, &aside, LOOK.ink_2, Anchor::End);
        for (column, head) in self.heads {
            let head = set(head, 0, HEAD, inside.w);
            hang(&mut pen, *column, inside.x, inside.y + TITLE_HEIGHT, &head, LOOK.ink_2);
        }
        let below = inside.y + TITLE_HEIGHT + HEADS_HEIGHT - 0.5;
        pen.level_line(inside.x, inside.x + inside.w, below, LOOK.control);
        pen
    }
}
