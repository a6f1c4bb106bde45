//! Charts side by side on a slide, each below its title and what else is to be known of it.

use super::text::{lines, readable};
use super::{LABEL, LOOK};
use crate::charts::Surface;
use crate::drawing::pen::{Anchor, Area};
use crate::drawing::setting::Block;
use crate::drawing::{Face, Type};
use crate::exchange::office::pptx::Slide;
use crate::exchange::office::pptx::shape::Shape;
use crate::handover::chart::Titled;
use crate::i18n::Lang;

const CHART_TITLE: Type = Type::new(Face::OfficeBold, 16.0, 21.0);

/// How much larger than on a screen charts are drawn: their smallest words have 12 points.
pub(super) const LARGER: f64 = 1.2;
/// A chart over time that would be lower stands on a slide of its own.
const LEAST_CHART: f64 = 190.0;

/// What stays free between two charts.
const GAP: f64 = 24.0;
/// How much higher than it asks for a chart is drawn at most.
const MOST_HIGHER: f64 = 1.7;

/// Charts in columns of one width, with their heads set.
pub(super) struct SideBySide {
    charts: Vec<(Titled, [Block; 2])>,
    column: f64,
    /// How high the highest head is.
    head: f64,
}

impl SideBySide {
    /// Charts that share a width.
    pub(super) fn of(charts: Vec<Titled>, width: f64) -> Self {
        let column = (width - GAP * charts.len().saturating_sub(1) as f64) / charts.len().max(1) as f64;
        let set = |text: &str, kind, lines| readable(text, kind, column * 0.96, lines);
        let with_head = |titled: Titled| {
            let head = [set(&titled.title, CHART_TITLE, 2), set(&titled.subtitle, LABEL, 4)];
            (titled, head)
        };
        let charts: Vec<_> = charts.into_iter().map(with_head).collect();
        let height = |(_, head): &(Titled, [Block; 2])| head.iter().map(Block::height).sum::<f64>() + 8.0;
        let head = charts.iter().map(height).fold(0.0, f64::max);
        SideBySide { charts, column, head }
    }

    /// Whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        self.charts.is_empty()
    }

    /// Whether charts over time can be read there.
    pub(super) fn has_room(&self, place: Area) -> bool {
        self.head + LEAST_CHART <= place.h
    }

    /// Puts them on a slide, all as large; those over an axis of time or shares as high as there is room.
    pub(super) fn put(&self, slide: &mut Slide, place: Area, lang: Lang) {
        let top = place.y + self.head;
        let (width, room) = (self.column / LARGER, (place.y + place.h - top) / LARGER);
        for (at, (titled, [title, subtitle])) in self.charts.iter().enumerate() {
            let x = place.x + at as f64 * (self.column + GAP);
            slide.shape(Shape::text(&titled.title, (x, place.y), lines(title, LOOK.ink, Anchor::Start)));
            let below = (x, place.y + title.height());
            slide.shape(Shape::text("subtitle", below, lines(subtitle, LOOK.ink_3, Anchor::Start)));
            let asked = titled.chart.height(width);
            let height = if titled.grows() { (asked * MOST_HIGHER).min(room) } else { asked.min(room) };
            let sheet = Surface { width, height, look: LOOK, lang: lang.code() };
            slide.picture(&titled.chart.draw(&sheet).svg, (x, top), LARGER);
        }
    }
}
