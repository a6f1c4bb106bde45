//! What was said of the cards, on paper.

use super::list::{CELL, Column, GAP, List, PAD, PrintedRow, STRONG, hang};
use super::{LOOK, Paper};
use crate::drawing::pen::{Anchor, Pen};
use crate::drawing::setting::{Block, fit};
use crate::edit::draft::JourneyDraft;
use crate::exchange::quotes::QuotedCard;
use crate::i18n::Lang;
use crate::i18n::backing::BackingWords;

/// The share of a page that the words of the card take.
const CARD: f64 = 0.32;

/// The card, and what was said.
fn columns(width: f64) -> [Column; 2] {
    let card = (CARD * width).floor();
    [Column(0.0, card, Anchor::Start), Column(card + GAP, width - card - GAP, Anchor::Start)]
}

/// A quote. The card stands beside its first one, and beside the first one of a page.
struct Quote {
    card: Block,
    said: Block,
    is_first: bool,
}

impl PrintedRow for Quote {
    fn height(&self) -> f64 {
        // Whether it will be the first one of a page is not known yet.
        (self.card.height().max(self.said.height()) + 2.0 * PAD).ceil()
    }

    fn draw(&self, pen: &mut Pen, x: f64, y: f64, width: f64, is_first: bool) {
        let [card, said] = columns(width);
        pen.open("said", &[]);
        if self.is_first && !is_first {
            pen.level_line(x, x + width, y - 0.5, LOOK.line);
        }
        if self.is_first || is_first {
            hang(pen, card, x, y + PAD, &self.card, LOOK.ink);
        }
        hang(pen, said, x, y + PAD, &self.said, LOOK.ink);
        pen.close();
    }
}

/// Adds the pages of what was said; none where nothing was.
pub fn print(said: &[QuotedCard], journey: &JourneyDraft, paper: Paper, lang: Lang, sheets: &mut Vec<Pen>) {
    let width = paper.inside().w;
    let [Column(_, of_card, _), Column(_, of_said, _)] = columns(width);
    let title = BackingWords::of(lang).quotes_title;
    let list = List { journey, paper, lang, title, aside: "", heads: &[] };
    let most = list.most() - 2.0 * PAD;
    let rows = said.iter().flat_map(|QuotedCard { card, said }| {
        said.iter().enumerate().map(move |(at, said)| Quote {
            card: fit(card, 0, STRONG, of_card, most),
            said: fit(said, 0, CELL, of_said, most),
            is_first: at == 0,
        })
    });
    list.print(rows, sheets);
}
