//! The friction ranking on paper.

use super::{FOOT, LOOK, Paper, sheet};
use crate::edit::draft::JourneyDraft;
use crate::exchange::picture::card::{GLYPH, glyph};
use crate::exchange::picture::faces::{Face, Type};
use crate::exchange::picture::pen::{Anchor, Pen};
use crate::exchange::picture::setting::{Block, fit, set};
use crate::exchange::ranking::{Ranked, ranked, total};
use crate::exchange::stage_name;
use crate::i18n::{Lang, figures};

const TITLE: Type = Type::new(Face::Bold, 16.0, 22.0);
const HEAD: Type = Type::new(Face::Medium, 12.0, 16.0);
const FRICTION: Type = Type::new(Face::Bold, 12.0, 16.0);
const CELL: Type = Type::new(Face::Regular, 12.0, 16.0);

/// The title and the heads of the columns, each with what stays free below.
const TITLE_HEIGHT: f64 = 34.0;
const HEADS_HEIGHT: f64 = 24.0;
/// Above and below the words of a row.
const PAD: f64 = 7.0;
/// Between two columns.
const GAP: f64 = 14.0;
const RANK: f64 = 26.0;
const SCORE: f64 = 42.0;
const DUE: f64 = 80.0;

/// A column: its left edge from that of the table, its width, and how its words hang.
#[derive(Clone, Copy)]
struct Column(f64, f64, Anchor);

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
struct Row<'a> {
    ranked: Ranked<'a>,
    cells: [(Block, &'static str); 7],
    height: f64,
}

impl<'a> Row<'a> {
    fn new(journey: &JourneyDraft, at: usize, ranked: Ranked<'a>, lang: Lang, width: f64, most: f64) -> Self {
        let words = lang.words();
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
            (fit(&text, 0, if bold { FRICTION } else { CELL }, width, most - 2.0 * PAD), colour)
        });
        let height = cells.iter().map(|(block, _)| block.height()).fold(GLYPH, f64::max) + 2.0 * PAD;
        Row { ranked, cells, height: height.ceil() }
    }

    fn draw(&self, pen: &mut Pen, x: f64, y: f64, width: f64) {
        pen.open("ranked", &[]);
        glyph(pen, &LOOK, x + RANK + GAP, y + PAD - 1.0, &self.ranked.card.details);
        for (column, (block, colour)) in columns(width).into_iter().zip(&self.cells) {
            hang(pen, column, x, y + PAD, block, colour);
        }
        pen.level_line(x, x + width, y + self.height - 0.5, LOOK.line);
        pen.close();
    }
}

fn hang(pen: &mut Pen, Column(left, width, anchor): Column, x: f64, y: f64, block: &Block, colour: &str) {
    let x = if anchor == Anchor::End { x + left + width } else { x + left };
    pen.block(x, y, block, colour, anchor);
}

/// Adds the pages of the ranking; none when nothing hurts.
pub fn print(journey: &JourneyDraft, paper: Paper, lang: Lang, sheets: &mut Vec<Pen>) {
    let words = lang.words();
    let inside = paper.inside();
    let most = inside.h - FOOT - TITLE_HEIGHT - HEADS_HEIGHT;
    let ranked = ranked(journey);
    let sum = [(words.total_of)(ranked.len()), total(&ranked).to_string()].join(" \u{b7} ");
    let sum = set(&sum, 0, CELL, inside.w / 2.0);
    let heads = [words.rank, words.lane_friction, words.stage, words.score, words.owner, words.next_step, words.due];
    let mut left = 0.0;
    let mut title = words.friction_ranking.to_owned();
    for (at, ranked) in ranked.into_iter().enumerate() {
        let row = Row::new(journey, at, ranked, lang, inside.w, most);
        if at == 0 || row.height > left {
            let mut pen = sheet(journey, paper, lang);
            pen.block(inside.x, inside.y, &set(&title, 0, TITLE, inside.w / 2.0), LOOK.ink, Anchor::Start);
            pen.block(inside.x + inside.w, inside.y + 4.0, &sum, LOOK.ink_2, Anchor::End);
            for (column, head) in columns(inside.w).into_iter().zip(heads) {
                let head = set(head, 0, HEAD, inside.w);
                hang(&mut pen, column, inside.x, inside.y + TITLE_HEIGHT, &head, LOOK.ink_2);
            }
            let below = inside.y + TITLE_HEIGHT + HEADS_HEIGHT - 0.5;
            pen.level_line(inside.x, inside.x + inside.w, below, LOOK.control);
            sheets.push(pen);
            left = most;
            title = [words.friction_ranking, ", ", words.lane_went_on].concat();
        }
        if let Some(pen) = sheets.last_mut() {
            row.draw(pen, inside.x, inside.y + inside.h - FOOT - left, inside.w);
            left -= row.height;
        }
    }
}
