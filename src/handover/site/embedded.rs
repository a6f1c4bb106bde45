//! The part of a page that another page shows: made once, drawn in any size.

use super::Embed;
use crate::charts::Surface;
use crate::drawing::Look;
use crate::edit::draft::JourneyDraft;
use crate::exchange::picture;
use crate::handover::chart::Titled;
use crate::handover::economy::Economy;
use crate::i18n::Lang;
use crate::i18n::journey::JourneyWords;
use crate::i18n::speech::title_or;
use crate::model::Engagement;

/// Two lines of titles, in pixels.
const TITLES: f64 = 72.0;

/// A part, with all that is computed for it.
#[derive(Clone)]
pub enum Embedded {
    /// A map, and its title.
    Map(Box<JourneyDraft>, String),
    /// A chart, whose runs are drawn.
    Chart(Titled),
}

impl Embedded {
    /// A part of a project; `None` where it has none such. Of a chart this takes as long as its simulation.
    pub fn of(project: &Engagement, which: Embed, lang: Lang) -> Option<Self> {
        Some(match which {
            Embed::Map(number) => {
                let (id, journey) = project.journeys().nth(number - 1)?;
                let title = title_or(&journey.title, JourneyWords::of(lang).untitled_map).to_owned();
                Embedded::Map(Box::new(JourneyDraft::of(project, id)?), title)
            }
            Embed::Chart(kind) => Embedded::Chart(Economy::of(project, lang, true)?.chart(kind)?),
        })
    }

    /// What it says, for those who do not see it.
    pub fn summary(&self) -> &str {
        match self {
            Embedded::Map(_, title) => title,
            Embedded::Chart(titled) => &titled.summary,
        }
    }

    /// The title and what else is to be known; a map has both in its picture.
    pub fn titles(&self) -> Option<(&str, &str)> {
        match self {
            Embedded::Map(..) => None,
            Embedded::Chart(titled) => Some((&titled.title, &titled.subtitle)),
        }
    }

    /// Its picture as SVG text, for a page so many pixels wide and high. A map has a size of its own.
    pub fn svg(&self, look: Look, lang: Lang, (width, height): (f64, f64)) -> String {
        match self {
            Embedded::Map(map, _) => picture::svg(map, &look, lang).svg,
            Embedded::Chart(Titled { chart, .. }) => {
                let height = chart.height(width).max((height - TITLES).min(width));
                chart.draw(&Surface { width, height, look, lang: lang.code() }).svg
            }
        }
    }
}
