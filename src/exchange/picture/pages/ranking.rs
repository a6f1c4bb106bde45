//! The friction ranking on paper.

use super::list::{CELL, Column, GAP, List, PAD, PrintedRow, STRONG, hang};
use super::{LOOK, Paper};
use crate::drawing::pen::{Anchor, Pen};
use crate::drawing::setting::{Block, fit};
use crate::edit::draft::JourneyDraft;
use crate::exchange::picture::card::{GLYPH, glyph};
use crate::exchange::ranking::{Ranked, ranked, total};
use crate::exchange::stage_name;
use crate::i18n::journey::JourneyWords;
use crate::i18n::{Lang, figures};

const RANK: f64 = 26.0;
const SCORE: f64 = 42.0;
const DUE: f64 = 80.0;

/// Rank, friction, stage, score, owner, next step, due; the square of the score is between the first two.
fn columns(width: f64) -> [Column; 7] {
    let share = (width - RANK - GLYPH - SCORE - DUE - 8.0 * GAP) / 100.0;
    let mut x = 0.0;
    [
        (RANK, Anchor::End, GAP + GLYPH + GAP),
        (36.0 * share, Anchor::Start, GAP),
        (18.0 * share, Anchor::Start, GAP),
        (SCORE, Anchor::End, 2.0 * GAP),
        (18.0 * share, Anchor::Start, GAP),
        (28.0 * share, Anchor::Start, GAP),
        (DUE, Anchor::Start, 0.0),
    ]
    .map(|(width, anchor, gap)| {
        let column = Column(x, width, anchor);
        x += width + gap;
        column
    })
}

/// A friction with its words set.
struct Friction<'a> {
    ranked: Ranked<'a>,
    cells: [(Block, &'static str); 7],
    height: f64,
}

impl<'a> Friction<'a> {
    fn new(journey: &JourneyDraft, at: usize, ranked: Ranked<'a>, lang: Lang, width: f64, most: f64) -> Self {
        let words = JourneyWords::of(lang);
        let details = &ranked.card.details;
        let missing = |text: &'a str, word: &'static str| {
            if text.trim().is_empty() { (word.to_owned(), LOOK.warn) } else { (text.to_owned(), LOOK.ink) }
        };
        let score = details.score().map_or_else(|| "\u{2013}".into(), |score| score.to_string());
        let texts: [(String, &'static str); 7] = [
            ((at + 1).to_string(), LOOK.ink_3),
            (ranked.card.card.text.clone(), LOOK.ink),
            (stage_name(journey, ranked.stage, words), LOOK.ink),
            (score, LOOK.ink),
            missing(&details.owner, words.no_owner),
            missing(&details.next_step, words.no_step),
            (details.due.map(|due| figures::date(lang, due)).unwrap_or_default(), LOOK.ink),
        ];
        let mut columns = columns(width).into_iter();
        let cells = texts.map(|(text, colour)| {
            let Column(x, width, anchor) = columns.next().unwrap_or(Column(0.0, width, Anchor::Start));
            let bold = x > 0.0 && (x < RANK + GLYPH + 3.0 * GAP || anchor == Anchor::End);
            (fit(&text, 0, if bold { STRONG } else { CELL }, width, most - 2.0 * PAD), colour)
        });
        let height = cells.iter().map(|(block, _)| block.height()).fold(GLYPH, f64::max) + 2.0 * PAD;
        Friction { ranked, cells, height: height.ceil() }
    }
}

impl PrintedRow for Friction<'_> {
    fn height(&self) -> f64 {
        self.height
    }

    fn draw(&self, pen: &mut Pen, x: f64, y: f64, width: f64, _is_first: bool) {
        pen.open("ranked", &[]);
        glyph(pen, &LOOK, x + RANK + GAP, y + PAD - 1.0, &self.ranked.card.details);
        for (column, (block, colour)) in columns(width).into_iter().zip(&self.cells) {
            hang(pen, column, x, y + PAD, block, colour);
        }
        pen.level_line(x, x + width, y + self.height - 0.5, LOOK.line);
        pen.close();
    }
}

/// Adds the pages of the ranking; none when nothing hurts.
pub fn print(journey: &JourneyDraft, paper: Paper, lang: Lang, sheets: &mut Vec<Pen>) {
    let words = JourneyWords::of(lang);
    let width = paper.inside().w;
    let ranked = ranked(journey);
    let sum = [(words.total_of)(ranked.len()), total(&ranked).to_string()].join(" \u{b7} ");
    let names = [words.rank, words.palette_friction, words.stage, words.score, words.owner, words.next_step, words.due];
    let heads: Vec<(Column, &str)> = columns(width).into_iter().zip(names).collect();
    let list = List { journey, paper, lang, title: words.friction_ranking, aside: &sum, heads: &heads };
    let most = list.most();
    let rows = ranked.into_iter().enumerate().map(|(at, ranked)| Friction::new(journey, at, ranked, lang, width, most));
    list.print(rows, sheets);
}
