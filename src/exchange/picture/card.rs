//! A card as its lane shows it.

use crate::drawing::faces::{Face, Type};
use crate::drawing::look::Look;
use crate::drawing::pen::{Anchor, Area, Pen, number};
use crate::drawing::setting::{Block, fit, set};
use crate::edit::draft::CardDraft;
use crate::exchange::said;
use crate::i18n::Lang;
use crate::insight::pulse;
use crate::model::journey::{Details, LaneKind};
use crate::plain::clean;

const WORDS: Type = Type::new(Face::Regular, 12.0, 16.0);
const CHIP: Type = Type::new(Face::Regular, 12.0, 18.0);
const SAID: Type = Type::new(Face::Serif, 13.0, 18.0);
const SCORE: Type = Type::new(Face::Bold, 12.0, 14.0);

/// The edge of the square that shows a friction's score.
pub const GLYPH: f64 = 18.0;
/// The square with the score below it, and what stays free behind them.
const GLYPH_ROOM: f64 = 30.0;
const GLYPH_HEIGHT: f64 = 33.0;
/// Between the words and the tags.
const TAGS_GAP: f64 = 2.0;

/// A card with its words set in lines.
#[derive(Clone, Debug, PartialEq)]
pub struct SetCard<'a> {
    kind: LaneKind,
    details: &'a Details,
    words: Block,
    tags: Block,
    /// The width, in pixels.
    pub width: f64,
    /// The height.
    pub height: f64,
}

/// The tags of a card as the map shows them.
fn signs(details: &Details) -> Vec<String> {
    details.tags.iter().map(|tag| ["#", tag].concat()).collect()
}

/// What stays free around the words of a card: left, above, right, below.
fn padding(kind: LaneKind) -> [f64; 4] {
    match kind {
        LaneKind::Touchpoints => [8.0, 1.0, 8.0, 1.0],
        LaneKind::Thoughts | LaneKind::Pulse => [5.0, 3.0, 5.0, 3.0],
        LaneKind::Friction => [7.0 + GLYPH_ROOM, 7.0, 9.0, 7.0],
        LaneKind::Opportunities => [27.0, 7.0, 9.0, 7.0],
        _ => [9.0, 7.0, 9.0, 7.0],
    }
}

impl<'a> SetCard<'a> {
    /// Sets a card of a lane in a cell that is `width` wide, no higher than `height`.
    pub fn new(card: &'a CardDraft, kind: LaneKind, width: f64, height: f64, lang: Lang) -> Self {
        let [left, above, right, below] = padding(kind);
        let text = &card.card.text;
        let room = width - left - right;
        // A chip has one line for its words.
        let tags = if kind == LaneKind::Touchpoints { Vec::new() } else { signs(&card.details) };
        let tags = fit(&tags.join(" "), 0, WORDS, room, (height - above - below) / 2.0);
        let below_words = if tags.is_empty() { 0.0 } else { tags.height() + TAGS_GAP };
        let height = height - above - below - below_words;
        let words = match kind {
            LaneKind::Touchpoints => fit(text, 0, CHIP, room, height),
            LaneKind::Thoughts => fit(&said(text, lang), 0, SAID, room, height),
            LaneKind::Pulse => {
                let text = clean(text);
                let before = text.len() - text.trim_start().len();
                fit(&text, before + pulse::split(&text).0.len(), WORDS, room, height)
            }
            _ => fit(text, 0, WORDS, room, height),
        };
        let least = if kind == LaneKind::Friction { GLYPH_HEIGHT } else { 0.0 };
        let height = (words.height() + below_words).max(least) + above + below;
        // A chip is as wide as its words.
        let width = if kind == LaneKind::Touchpoints { (words.width + left + right).ceil().min(width) } else { width };
        SetCard { kind, details: &card.details, words, tags, width, height }
    }

    /// Draws the card with its upper left corner at a place.
    pub fn draw(&self, pen: &mut Pen, look: &Look, x: f64, y: f64) {
        pen.open("card", &[]);
        let [left, above, ..] = padding(self.kind);
        let area = Area { x: x + 0.5, y: y + 0.5, w: self.width - 1.0, h: self.height - 1.0 };
        let mut colour = look.ink;
        match self.kind {
            LaneKind::Touchpoints => {
                pen.area("", area, 5.0, look.sunken, Some(look.chip_line));
                colour = look.ink_2;
            }
            LaneKind::Thoughts => (),
            LaneKind::Pulse => colour = look.ink_2,
            LaneKind::Friction => {
                pen.area("", area, 6.0, look.rust_soft, Some(look.rust_line));
                score_mark(pen, look, x + 7.0, y + 7.0, self.details);
            }
            LaneKind::Opportunities => {
                pen.area("", area, 6.0, look.surface, Some(look.line));
                spark(pen, look, x + 15.0, y + 15.0);
            }
            _ => pen.area("", area, 6.0, look.surface, Some(look.line)),
        }
        pen.block(x + left, y + above, &self.words, colour, Anchor::Start);
        if !self.tags.is_empty() {
            pen.block(x + left, y + above + self.words.height() + TAGS_GAP, &self.tags, look.ink_3, Anchor::Start);
        }
        pen.close();
    }
}

/// The square of a friction with its score below; a dash where there is no score yet.
fn score_mark(pen: &mut Pen, look: &Look, x: f64, y: f64, details: &Details) {
    glyph(pen, look, x + 3.0, y, details);
    let score = details.score().map_or_else(|| "\u{2013}".into(), |score| score.to_string());
    let score = set(&score, 0, SCORE, GLYPH_ROOM);
    pen.block(x + 3.0 + GLYPH / 2.0, y + GLYPH + 1.0, &score, look.ink, Anchor::Middle);
}

/// A square, filled as wide as a friction is frequent and as tall as it hurts.
pub fn glyph(pen: &mut Pen, look: &Look, x: f64, y: f64, details: &Details) {
    let edge = Area { x: x + 0.5, y: y + 0.5, w: GLYPH - 1.0, h: GLYPH - 1.0 };
    if let (Some(frequency), Some(impact), Some(score)) = (details.frequency, details.impact, details.score()) {
        let fifth = (GLYPH - 2.0) / 5.0;
        let (w, h) = (f64::from(frequency.number()) * fifth, f64::from(impact.number()) * fifth);
        pen.area("", Area { x: x + 1.0, y: y + GLYPH - 1.0 - h, w, h }, 1.5, look.severity(score), None);
    }
    pen.area("", edge, 3.0, "none", Some(look.line_2));
}

/// The sign of an opportunity around its middle.
fn spark(pen: &mut Pen, look: &Look, x: f64, y: f64) {
    let data = ["M", &number(x), " ", &number(y - 6.0), "v4m0 4v4m-6 -6h4m4 0h4"].concat();
    pen.path(&data, &[("fill", "none"), ("stroke", look.teal), ("stroke-width", "1.5")]);
}
