//! The project as slides: every map, its ranking, the finding and its charts. Shapes and text can all be edited.

mod charts;
mod economy;
mod ranking;
mod text;

use chrono::NaiveDate;

use super::economy::Economy;
use crate::drawing::pen::{Anchor, Area};
use crate::drawing::setting::{clip, set};
use crate::drawing::{Face, Look, Picture, Type, width};
use crate::edit::draft::JourneyDraft;
use crate::exchange::office::pptx::shape::Shape;
use crate::exchange::office::pptx::{About, Format, Slide, write};
use crate::exchange::picture::map_pages;
use crate::i18n::journey::JourneyWords;
use crate::i18n::speech::title_or;
use crate::i18n::{Lang, figures};
use crate::model::Engagement;
use text::{lines, readable};

const LOOK: Look = Look::PRINT;
/// What stays free at the edges of a slide.
const MARGIN: f64 = 40.0;
const TITLE: Type = Type::new(Face::OfficeBold, 20.0, 26.0);
const FINDING: Type = Type::new(Face::OfficeBold, 24.0, 30.0);
const NOTE: Type = Type::new(Face::Office, 14.5, 19.0);
const FOOT: Type = Type::new(Face::Office, 12.0, 16.0);
const LABEL: Type = Type::new(Face::Office, 13.0, 17.0);
const VALUE: Type = Type::new(Face::OfficeBold, 18.0, 24.0);
const CELL: Type = Type::new(Face::Office, 12.0, 16.0);

/// What is made into slides.
#[derive(Clone, Copy)]
pub struct Talk<'a> {
    /// The project.
    pub engagement: &'a Engagement,
    /// Its economics, if it has any.
    pub economy: Option<&'a Economy>,
    /// The format of the slides.
    pub format: Format,
    /// The day on which they are made.
    pub date: NaiveDate,
    /// The language.
    pub lang: Lang,
}

/// The file of slides.
pub fn slides(talk: &Talk) -> Vec<u8> {
    let mut slides = Vec::new();
    for (id, _) in talk.engagement.journeys() {
        if let Some(journey) = JourneyDraft::of(talk.engagement, id) {
            slides.extend(talk.map(&journey));
            slides.extend(talk.ranking(&journey));
        }
    }
    if let Some(economy) = talk.economy {
        slides.extend(talk.finding(economy));
    }
    let about = About { title: talk.title(), lang: talk.lang.code() };
    write(&slides, talk.format, about)
}

impl Talk<'_> {
    fn title(&self) -> &str {
        title_or(&self.engagement.head().title, self.lang.words().untitled_engagement)
    }

    /// What the margins leave free, above the foot.
    fn inside(&self) -> Area {
        let (w, h) = self.format.size();
        Area { x: MARGIN, y: MARGIN, w: w - 2.0 * MARGIN, h: h - 2.0 * MARGIN - FOOT.line }
    }

    /// A map over as many slides as it takes.
    fn map(&self, journey: &JourneyDraft) -> Vec<Slide> {
        let words = JourneyWords::of(self.lang);
        let name = title_or(&journey.title, words.untitled_map);
        let pages = map_pages(journey, self.title(), self.date, self.format.paper(), self.lang);
        let slide = |picture: &Picture| {
            let mut slide = Slide::new(name);
            slide.picture(&picture.svg, (0.0, 0.0), 1.0);
            slide
        };
        pages.iter().map(slide).collect()
    }

    /// A line or two across the slide, and how high it is. In the face of titles it is the title.
    fn heading(&self, slide: &mut Slide, text: &str, kind: Type, y: f64) -> f64 {
        let inside = self.inside();
        // Titles may be long: at most three lines.
        let block = readable(text, kind, inside.w * 0.96, 3);
        let colour = if kind.face == Face::OfficeBold { LOOK.ink } else { LOOK.ink_3 };
        let mut shape = Shape::text(text, (inside.x, y), lines(&block, colour, Anchor::Start));
        shape.is_title = kind.face == Face::OfficeBold;
        let height = block.height();
        slide.shape(shape);
        height
    }

    fn foot(&self, slide: &mut Slide) {
        let (_, h) = self.format.size();
        let date = format!(" \u{b7} {}", figures::date(self.lang, self.date));
        // What is too long is cut here, and readable: the whole of it is the title of the file.
        let title = clip(self.title(), FOOT, self.inside().w * 0.96 - width(&date, FOOT.face, FOOT.size));
        let title: String = title.lines().map(|(_, words, _)| words).collect();
        let block = set(&(title + &date), 0, FOOT, f64::INFINITY);
        slide.shape(Shape::text(
            "foot",
            (MARGIN, h - MARGIN - FOOT.line + 12.0),
            lines(&block, LOOK.ink_3, Anchor::Start),
        ));
    }
}
