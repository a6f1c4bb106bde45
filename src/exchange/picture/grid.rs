//! The grid: heads of stages, and lanes with their cells, set for a width and drawn wherever a sheet puts them.

use super::card::SetCard;
use super::emotion;
use super::signs;
use super::subject::{Measures, Subject};
use crate::drawing::faces::{Face, Type};
use crate::drawing::pen::{Anchor, Area, Pen};
use crate::drawing::setting::{Block, fit, set};
use crate::edit::draft::CardDraft;
use crate::exchange::{lane_name, stage_name};
use crate::model::journey::LaneKind;

const STAGE: Type = Type::new(Face::Bold, 14.0, 20.0);
const SUBTITLE: Type = Type::new(Face::Regular, 12.0, 16.0);
const LANE: Type = Type::new(Face::Medium, 12.0, 16.0);
const NOTE: Type = Type::new(Face::Regular, 12.0, 16.0);

/// The sign of a lane and what stays free behind it.
const SIGN: f64 = 20.0;
/// Above and below the words in the head of a lane.
const LANE_PAD: f64 = 8.0;
const STAGE_PAD: f64 = 4.0;
/// The least height of a lane.
const LEAST_LANE: f64 = 38.0;
const LEAST_HEAD: f64 = 42.0;

impl<'a> Subject<'a> {
    /// The lanes that are shown, set.
    pub fn rows(&self) -> Vec<SetLane<'a>> {
        let lanes = self.journey.lanes.iter().enumerate();
        lanes.filter(|(_, lane)| !lane.hidden).map(|(at, _)| SetLane::new(self, at)).collect()
    }
}

/// Cards that stand side by side: one, but in a lane of chips.
struct Tier<'a> {
    cards: Vec<(f64, SetCard<'a>)>,
    height: f64,
}

/// A lane, set.
pub struct SetLane<'a> {
    kind: LaneKind,
    name: Block,
    notes: [Block; 2],
    cells: Vec<Vec<Tier<'a>>>,
    gap: f64,
    pad: f64,
    emotion: f64,
}

impl<'a> SetLane<'a> {
    fn new(subject: &Subject<'a>, lane: usize) -> Self {
        let Measures { lane: column, inset, stage, pad, emotion, most } = subject.measures;
        let words = subject.words();
        let record = &subject.journey.lanes[lane];
        let kind = record.kind;
        let scale = if record.kind == LaneKind::Emotion { emotion::SCALE } else { 0.0 };
        let room = column - inset - SIGN - 6.0 - scale;
        let stages = subject.journey.stages.get(subject.range()).unwrap_or_default();
        let gap = if kind == LaneKind::Touchpoints { 4.0 } else { 5.0 };
        let set_cell = |cards: &'a [CardDraft]| {
            let inner = stage - 2.0 * pad - 1.0;
            tiers(cards.iter().map(|card| SetCard::new(card, kind, inner, most - 2.0 * pad, subject.lang)), inner)
        };
        let cells = stages.iter().map(|stage| set_cell(stage.cells.get(lane).map_or(&[], Vec::as_slice)));
        SetLane {
            kind,
            name: fit(lane_name(record, words), 0, LANE, room, most / 3.0),
            notes: [words.lane_went_on, words.lane_goes_on].map(|note| set(note, 0, NOTE, room)),
            cells: cells.collect(),
            gap,
            pad,
            emotion,
        }
    }

    /// The whole lane.
    pub fn whole(&self) -> Slice<'_> {
        let spans = self.cells.iter().map(|cell| (0, cell.len())).collect();
        Slice { row: self, spans, went_on: false, goes_on: false }
    }
}

/// Puts cards below each other, chips beside each other while they fit.
fn tiers<'a>(cards: impl Iterator<Item = SetCard<'a>>, width: f64) -> Vec<Tier<'a>> {
    let mut tiers: Vec<Tier<'a>> = Vec::new();
    for card in cards {
        if let Some(Tier { cards, height }) = tiers.last_mut() {
            let behind = cards.last().map_or(0.0, |(x, card)| x + card.width + 5.0);
            if behind + card.width <= width {
                *height = height.max(card.height);
                cards.push((behind, card));
                continue;
            }
        }
        tiers.push(Tier { height: card.height, cards: vec![(0.0, card)] });
    }
    tiers
}

/// A lane, or the part of it that stands on one page.
pub struct Slice<'r> {
    row: &'r SetLane<'r>,
    /// From which tier of each cell to which.
    spans: Vec<(usize, usize)>,
    went_on: bool,
    goes_on: bool,
}

impl<'r> Slice<'r> {
    /// Whether the lane is the curve, which is never parted.
    pub fn is_curve(&self) -> bool {
        self.row.kind == LaneKind::Emotion
    }

    /// Whether all of the lane is here.
    pub fn is_whole(&self) -> bool {
        !self.went_on && !self.goes_on
    }

    /// The height that it needs.
    pub fn height(&self) -> f64 {
        let cells = self.spans.iter().zip(&self.row.cells).map(|(span, cell)| {
            let tiers = &cell[span.0..span.1];
            let gaps = tiers.len().saturating_sub(1) as f64 * self.row.gap;
            tiers.iter().map(|tier| tier.height).sum::<f64>() + gaps + 2.0 * self.row.pad
        });
        let least = if self.is_curve() { self.row.emotion } else { LEAST_LANE };
        cells.fold(least.max(self.head_height()), f64::max).ceil()
    }

    fn head_height(&self) -> f64 {
        let notes = self.notes().map(Block::height).sum::<f64>();
        self.row.name.height() + notes + 2.0 * LANE_PAD
    }

    fn notes(&self) -> impl Iterator<Item = &Block> {
        let shown = [self.went_on, self.goes_on];
        self.row.notes.iter().zip(shown).filter(|(_, shown)| *shown).map(|(note, _)| note)
    }

    /// Parts the slice into what fits a height, at least one card, and the rest; `None` when nothing does.
    pub fn split(&self, height: f64) -> Option<(Slice<'r>, Slice<'r>)> {
        let room = height - 2.0 * self.row.pad;
        let fitting = |(span, cell): (&(usize, usize), &Vec<Tier>)| {
            let mut filled = -self.row.gap;
            let fits = |tier: &&Tier| {
                filled += self.row.gap + tier.height;
                filled <= room
            };
            span.0 + cell[span.0..span.1].iter().take_while(fits).count()
        };
        let cuts: Vec<usize> = self.spans.iter().zip(&self.row.cells).map(fitting).collect();
        let spans = |from_cut: bool| {
            let parted =
                self.spans.iter().zip(&cuts).map(|(span, cut)| if from_cut { (*cut, span.1) } else { (span.0, *cut) });
            parted.collect()
        };
        let part = Slice { row: self.row, spans: spans(false), went_on: self.went_on, goes_on: true };
        let rest = Slice { row: self.row, spans: spans(true), went_on: true, goes_on: self.goes_on };
        let some = part.spans.iter().any(|(from, to)| from < to);
        (some && !self.is_curve() && part.height() <= height).then_some((part, rest))
    }

    /// Draws it with its upper left corner at a place.
    pub fn draw(&self, pen: &mut Pen, subject: &Subject, x: f64, y: f64) {
        let Measures { lane, inset, stage, pad, .. } = subject.measures;
        let look = subject.look;
        let height = self.height();
        pen.open("lane", &[]);
        pen.area("head", cell_area(x, y, lane, height), 0.0, look.paper, Some(look.line));
        signs::draw(pen, self.row.kind, x + inset, y + LANE_PAD + 1.0, look.ink_2);
        let mut below = y + LANE_PAD;
        pen.block(x + inset + SIGN, below, &self.row.name, look.ink_2, Anchor::Start);
        below += self.row.name.height();
        for note in self.notes() {
            pen.block(x + inset + SIGN, below, note, look.ink_3, Anchor::Start);
            below += note.height();
        }
        let ground = if self.is_curve() { look.surface } else { "none" };
        for column in 0..subject.columns() {
            let left = x + lane + column as f64 * stage;
            pen.open("cell", &[]);
            pen.area("", cell_area(left, y, stage, height), 0.0, ground, Some(look.line));
            let span = self.spans.get(column).copied().unwrap_or_default();
            let tiers = self.row.cells.get(column).map_or(&[][..], |cell| &cell[span.0..span.1]);
            let mut below = y + pad;
            for tier in tiers {
                tier.cards.iter().for_each(|(right, card)| card.draw(pen, look, left + pad + right, below));
                below += tier.height + self.row.gap;
            }
            pen.close();
        }
        if self.is_curve() {
            emotion::draw(pen, subject, x, y, height);
        }
        pen.close();
    }
}

/// The heads of the stages, set.
pub struct Heads {
    stages: Vec<(Block, Block, bool)>,
    /// Their height.
    pub height: f64,
}

impl Heads {
    /// Sets the heads of the subject's stages, no higher than `most`.
    pub fn new(subject: &Subject, most: f64) -> Self {
        let words = subject.words();
        let room = subject.measures.stage - 20.0;
        let stages: Vec<(Block, Block, bool)> = subject
            .range()
            .filter_map(|at| Some((at, subject.journey.stages.get(at)?)))
            .map(|(at, stage)| {
                let name = fit(&stage_name(subject.journey, at, words), 0, STAGE, room, most * 0.6);
                let subtitle = fit(&stage.subtitle, 0, SUBTITLE, room, most * 0.3);
                (name, subtitle, stage.name.is_empty())
            })
            .collect();
        let height = |(name, subtitle, _): &(Block, Block, bool)| {
            let below = if subtitle.is_empty() { 0.0 } else { subtitle.height() };
            name.height() + below + 2.0 * STAGE_PAD
        };
        let height = stages.iter().map(height).fold(LEAST_HEAD, f64::max).ceil();
        Heads { stages, height }
    }

    /// Draws them with the upper left corner of the grid at a place.
    pub fn draw(&self, pen: &mut Pen, subject: &Subject, x: f64, y: f64) {
        let look = subject.look;
        let Measures { lane, stage: width, .. } = subject.measures;
        pen.open("stages", &[]);
        pen.area("", cell_area(x, y, lane, self.height), 0.0, look.surface, Some(look.line));
        for column in 0..subject.columns() {
            let left = x + lane + column as f64 * width;
            pen.open("stage", &[]);
            pen.area("", cell_area(left, y, width, self.height), 0.0, look.surface, Some(look.line));
            if let Some((name, subtitle, unnamed)) = self.stages.get(column) {
                let colour = if *unnamed { look.ink_3 } else { look.ink };
                pen.block(left + 12.0, y + STAGE_PAD, name, colour, Anchor::Start);
                pen.block(left + 12.0, y + STAGE_PAD + name.height(), subtitle, look.ink_3, Anchor::Start);
            }
            pen.close();
        }
        pen.close();
    }
}

/// A cell, its edge on half pixels so that its lines are sharp and neighbours share them.
fn cell_area(x: f64, y: f64, w: f64, h: f64) -> Area {
    Area { x: x - 0.5, y: y - 0.5, w, h }
}
