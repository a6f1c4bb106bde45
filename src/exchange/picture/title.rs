//! The lines that say what the map is: its title; below it as-is or to-be, persona and scenario.

use crate::drawing::faces::{Face, Type};
use crate::drawing::look::Look;
use crate::drawing::pen::{Anchor, Area, Pen};
use crate::drawing::setting::{Block, fit, set};
use crate::edit::draft::JourneyDraft;
use crate::i18n::journey::JourneyWords;
use crate::model::journey::JourneyKind;

const TITLE: Type = Type::new(Face::Bold, 16.0, 22.0);
const KIND: Type = Type::new(Face::Medium, 12.0, 16.0);
const ABOUT: Type = Type::new(Face::Regular, 13.0, 18.0);

const GAP: f64 = 10.0;
const CHIP_PAD: f64 = 7.0;
const CHIP_HEIGHT: f64 = 20.0;
/// Above and below the whole.
const PAD: f64 = 12.0;

/// The title with what stands below it, set.
pub struct TitleLine {
    title: Block,
    kind: Block,
    about: Block,
    /// The height of the whole.
    pub height: f64,
}

impl TitleLine {
    /// Sets the title of a map between two edges `width` apart, no higher than about `height`.
    pub fn new(journey: &JourneyDraft, words: &JourneyWords, width: f64, height: f64) -> Self {
        let title = if journey.title.is_empty() { words.untitled_map } else { &journey.title };
        let kind = match journey.kind {
            JourneyKind::AsIs => words.as_is,
            JourneyKind::ToBe => words.to_be,
        };
        let about: Vec<&str> = [&journey.persona, &journey.scenario]
            .into_iter()
            .map(|part| part.trim())
            .filter(|part| !part.is_empty())
            .collect();
        let title = fit(title, 0, TITLE, width, height / 2.0);
        let kind = set(kind, 0, KIND, width);
        let chip = kind.width + 2.0 * CHIP_PAD;
        let left = width - chip - GAP;
        let about = fit(&about.join(" \u{b7} "), 0, ABOUT, left, height / 2.0);
        let below = about.height().max(CHIP_HEIGHT) + 4.0;
        let height = 2.0 * PAD + title.height() + below;
        TitleLine { title, kind, about, height }
    }

    /// Draws it with its upper left corner at a place.
    pub fn draw(&self, pen: &mut Pen, look: &Look, x: f64, y: f64) {
        pen.open("title", &[]);
        let y = y + PAD;
        pen.block(x, y, &self.title, look.ink, Anchor::Start);
        // Below the title, however long it is: where the typeface is missing, another one may be much wider.
        let y = y + self.title.height() + 4.0;
        let chip = self.kind.width + 2.0 * CHIP_PAD;
        let area = Area { x: x + 0.5, y: y + 0.5, w: chip - 1.0, h: CHIP_HEIGHT - 1.0 };
        pen.area("", area, 4.0, look.sunken, Some(look.chip_line));
        pen.block(x + CHIP_PAD, y + 2.0, &self.kind, look.ink_2, Anchor::Start);
        pen.block(x + chip + GAP, y + 1.0, &self.about, look.ink_3, Anchor::Start);
        pen.close();
    }
}
