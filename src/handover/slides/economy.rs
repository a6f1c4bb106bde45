//! The economics on slides: the finding with its figures, its charts, and what moves the result.

use super::charts::{LARGER, SideBySide};
use super::text::{lines, readable};
use super::{FINDING, LABEL, LOOK, NOTE, TITLE, Talk, VALUE};
use crate::charts::{Chart, Surface};
use crate::drawing::pen::{Anchor, Area};
use crate::drawing::setting::set;
use crate::exchange::office::pptx::Slide;
use crate::exchange::office::pptx::shape::{Dash, Edge, Fill, Form, Paint, Shape};
use crate::handover::economy::{Economy, Kind, SHOWN};
use crate::i18n::economy::EconomyWords;
use crate::i18n::ranges::RangeWords;

impl Talk<'_> {
    /// The finding with its figures and, where there is room, the two charts over time; the others on slides of their own.
    pub(super) fn finding(&self, economy: &Economy) -> Vec<Slide> {
        let Some((sentence, range)) = economy.finding_said() else { return Vec::new() };
        let inside = self.inside();
        let mut first = Slide::new(&sentence);
        let mut y = inside.y;
        y += self.heading(&mut first, &sentence, FINDING, y) + 4.0;
        if let Some(range) = range {
            y += self.heading(&mut first, &range, NOTE, y);
        }
        for beside in economy.notes() {
            y += self.heading(&mut first, &beside, NOTE, y);
        }
        let legend = economy.legend();
        if let Some(legend) = &legend {
            y += self.heading(&mut first, legend, NOTE, y);
        }
        y += 14.0;
        y += self.strip(&mut first, economy, y) + 14.0;
        let columns = |kinds: [Kind; 2]| {
            SideBySide::of(kinds.into_iter().filter_map(|kind| economy.chart(kind)).collect(), inside.w)
        };
        let over_time = columns([Kind::Kept, Kind::Profit]);
        let place = Area { y, h: inside.y + inside.h - y, ..inside };
        let mut others = vec![columns([Kind::Split, Kind::Ratio])];
        if over_time.has_room(place) {
            over_time.put(&mut first, place, self.lang);
        } else {
            others.insert(0, over_time);
        }
        self.foot(&mut first);
        let mut slides = vec![first];
        for charts in others.iter().filter(|charts| !charts.is_empty()) {
            let title = EconomyWords::of(self.lang).title;
            let mut slide = Slide::new(title);
            let mut below = inside.y + self.heading(&mut slide, title, TITLE, inside.y);
            if let Some(legend) = &legend {
                below += self.heading(&mut slide, legend, NOTE, below);
            }
            below += 16.0;
            let place = Area { y: below, h: inside.y + inside.h - below, ..inside };
            charts.put(&mut slide, place, self.lang);
            self.foot(&mut slide);
            slides.push(slide);
        }
        slides.extend(self.levers(economy));
        slides
    }

    /// What moves the result, over a whole slide: as many bars as can be read.
    fn levers(&self, economy: &Economy) -> Option<Slide> {
        let titled = economy.chart(Kind::Levers)?;
        let mut chart = economy.levers();
        let inside = self.inside();
        let mut slide = Slide::new(&titled.title);
        let mut y = inside.y + self.heading(&mut slide, &titled.title, TITLE, inside.y);
        y += self.heading(&mut slide, &titled.subtitle, NOTE, y) + 12.0;
        let below = NOTE.line + 6.0;
        let (width, room) = (inside.w / LARGER, (inside.y + inside.h - y - below) / LARGER);
        let left_out = chart.keep_readable(width, room);
        if chart.levers.is_empty() {
            return None;
        }
        let height = chart.height(width).min(room);
        let sheet = Surface { width, height, look: LOOK, lang: self.lang.code() };
        slide.picture(&chart.draw(&sheet).svg, (inside.x, y), LARGER);
        if left_out > 0 {
            let said = (RangeWords::of(self.lang).levers_left_out)(left_out);
            self.heading(&mut slide, &said, NOTE, y + height * LARGER + 6.0);
        }
        self.foot(&mut slide);
        Some(slide)
    }

    /// The figures side by side, and how high they are.
    fn strip(&self, slide: &mut Slide, economy: &Economy, y: f64) -> f64 {
        const BETWEEN: f64 = 10.0;
        const PAD: f64 = 10.0;
        let inside = self.inside();
        let Some(here) = economy.here() else { return 0.0 };
        let width = (inside.w - BETWEEN * (SHOWN.len() - 1) as f64) / SHOWN.len() as f64;
        let room = (width - 2.0 * PAD) * 0.94;
        let cells = SHOWN.map(|shown| {
            let change = economy.change(shown);
            let value = economy.headline(shown, change.as_ref());
            let change = change.map(|change| {
                (format!("{}, {}", change.by, change.was), if change.is_good { LOOK.teal } else { LOOK.rust })
            });
            // That it does not last is more than how it changed.
            let change = economy.gone_again(shown, here).map(|gone| (gone, LOOK.rust)).or(change);
            let (change, colour) = change.unwrap_or((String::new(), LOOK.ink_3));
            [
                (set(&economy.label(shown), 0, LABEL, room), LOOK.ink_2),
                (readable(&value, VALUE, room, 1), LOOK.ink),
                (readable(&change, LABEL, room, 3), colour),
            ]
        });
        let tallest = |at: usize| {
            cells.iter().map(|cell| if cell[at].0.is_empty() { 0.0 } else { cell[at].0.height() }).fold(0.0, f64::max)
        };
        let heights = [tallest(0), tallest(1), tallest(2)];
        let height = heights.iter().sum::<f64>() + 2.0 * PAD;
        for (at, cell) in cells.iter().enumerate() {
            let x = inside.x + at as f64 * (width + BETWEEN);
            let edge = Edge {
                paint: Paint { colour: LOOK.line.trim_start_matches('#').to_uppercase(), alpha: 1.0 },
                width: 1.0,
                dash: Dash::Solid,
            };
            slide.shape(Shape {
                name: "figure".into(),
                area: Area { x, y, w: width, h: height },
                form: Form::Box(8.0),
                fill: Fill::None,
                edge: Some(edge),
                words: None,
                is_title: false,
            });
            let mut below = y + PAD;
            for ((block, colour), tallest) in cell.iter().zip(heights) {
                if !block.is_empty() {
                    slide.shape(Shape::text("figure", (x + PAD, below), lines(block, colour, Anchor::Start)));
                }
                below += tallest;
            }
        }
        height
    }
}
