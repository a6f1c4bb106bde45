//! What is drawn of a map, and how large.

use std::ops::Range;

use crate::drawing::look::Look;
use crate::edit::draft::JourneyDraft;
use crate::i18n::Lang;
use crate::i18n::journey::JourneyWords;

/// How large the parts of a grid are, in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measures {
    /// The width of the column of lane heads.
    pub lane: f64,
    /// What stays free before the words in it.
    pub inset: f64,
    /// The width of a stage.
    pub stage: f64,
    /// Around the cards of a cell.
    pub pad: f64,
    /// The height of the emotion lane.
    pub emotion: f64,
    /// The height that no lane passes: a card that is higher is set smaller.
    pub most: f64,
}

/// What is drawn: a map, or some of its stages, in a look and a language.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    /// The map.
    pub journey: &'a JourneyDraft,
    /// The colours.
    pub look: &'a Look,
    /// The language of what the map does not say itself.
    pub lang: Lang,
    /// How large the parts are.
    pub measures: Measures,
    /// The first stage that is drawn, and the one behind the last.
    pub stages: (usize, usize),
    /// What ids begin with: pictures beside each other in one page must not share them.
    pub id: &'a str,
}

impl<'a> Subject<'a> {
    pub(super) fn words(&self) -> &'static JourneyWords {
        JourneyWords::of(self.lang)
    }

    pub(super) fn range(&self) -> Range<usize> {
        self.stages.0..self.stages.1
    }

    /// How many columns there are: a map without stages has one, empty.
    pub(super) fn columns(&self) -> usize {
        self.range().len().max(1)
    }

    /// The width of the grid.
    pub fn width(&self) -> f64 {
        self.measures.lane + self.columns() as f64 * self.measures.stage
    }
}
