//! The map as a picture: SVG text, drawn from the document alone. Every card is text, nothing is a bitmap; no script, no
//! style, nothing from elsewhere, so the picture is the same in a file, in a page and in print.

mod card;
mod emotion;
mod grid;
mod pages;
mod signs;
mod subject;
mod title;

pub use pages::{Paper, map_pages, pages};

use crate::drawing::pen::{Area, Pen, number};
use crate::drawing::{Look, Picture};
use crate::edit::draft::JourneyDraft;
use crate::i18n::Lang;
use crate::i18n::journey::JourneyWords;
use crate::i18n::speech::title_or;
use grid::{Heads, Slice};
use subject::{Measures, Subject};
use title::TitleLine;

/// The width that a map fills at least, as long as no stage gets wider than [`WIDEST_STAGE`].
const LEAST_WIDTH: f64 = 720.0;
const LANE: f64 = 138.0;
const STAGE: f64 = 176.0;
const WIDEST_STAGE: f64 = 320.0;
/// What stays free at the left and the right of the title.
const GUTTER: f64 = 20.0;

/// The whole map as one picture. Lanes that are hidden are left out.
pub fn svg(journey: &JourneyDraft, look: &Look, lang: Lang) -> Picture {
    let stages = journey.stages.len();
    let stage = ((LEAST_WIDTH - LANE) / stages.max(1) as f64).clamp(STAGE, WIDEST_STAGE).floor();
    let measures = Measures { lane: LANE, inset: GUTTER, stage, pad: 7.0, emotion: 208.0, most: f64::INFINITY };
    let subject = Subject { journey, look, lang, measures, stages: (0, stages), id: "map" };
    let width = subject.width();
    let title = TitleLine::new(journey, JourneyWords::of(lang), width - 2.0 * GUTTER, f64::INFINITY);
    let heads = Heads::new(&subject, f64::INFINITY);
    let rows = subject.rows();
    let slices: Vec<Slice> = rows.iter().map(|row| row.whole()).collect();
    let below = title.height.ceil();
    let height = below + heads.height + slices.iter().map(Slice::height).sum::<f64>();

    let mut pen = Pen::new(&number(width), &number(height), (width, height), lang.code(), look.ink);
    pen.title(title_or(&journey.title, JourneyWords::of(lang).untitled_map));
    pen.area("", Area { x: 0.0, y: 0.0, w: width, h: height }, 0.0, look.paper, None);
    title.draw(&mut pen, look, GUTTER, 0.0);
    heads.draw(&mut pen, &subject, 0.0, below);
    let mut y = below + heads.height;
    for slice in slices {
        slice.draw(&mut pen, &subject, 0.0, y);
        y += slice.height();
    }
    Picture { width, height, svg: pen.finish() }
}
