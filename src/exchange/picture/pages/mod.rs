//! The map on paper: pages in landscape, each with the heads of its stages and lanes, the ranking and what was said on pages of their
//! own.

mod flow;
mod list;
mod quotes;
mod ranking;

use chrono::NaiveDate;

use super::Picture;
use super::grid::Heads;
use super::subject::{Measures, Subject};
use super::title::TitleLine;
use crate::drawing::faces::{Face, Type};
use crate::drawing::look::Look;
use crate::drawing::pen::{Anchor, Area, Pen};
use crate::drawing::setting::{clip, set};
use crate::edit::draft::JourneyDraft;
use crate::exchange::quotes::QuotedCard;
use crate::i18n::journey::JourneyWords;
use crate::i18n::speech::title_or;
use crate::i18n::{Lang, figures};
use flow::flow;

/// A size of paper, in landscape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// 297 by 210 mm.
    A4,
    /// 420 by 297 mm.
    A3,
    /// A4 as slides measure it: a text of 12 pixels is one of 10 points there, and no smaller.
    A4Slide,
    /// A slide in the shape of a screen, measured alike.
    Wide,
}

impl Paper {
    /// Width and height, in millimetres.
    pub fn size(self) -> (u16, u16) {
        match self {
            Paper::A4 => (297, 210),
            Paper::A3 => (420, 297),
            Paper::A4Slide => (280, 198),
            Paper::Wide => (304, 171),
        }
    }

    /// What the margins leave free, in whole pixels.
    fn inside(self) -> Area {
        let (width, height) = self.size();
        let margin = px(MARGIN_MM).ceil();
        let side = |mm: u16| (px(f64::from(mm)) - 2.0 * margin).floor();
        Area { x: margin, y: margin, w: side(width), h: side(height) }
    }
}

const MARGIN_MM: f64 = 10.0;

/// Millimetres in CSS pixels. Text of 12 pixels is one of 9 points.
fn px(mm: f64) -> f64 {
    mm * 96.0 / 25.4
}

const LOOK: Look = Look::PRINT;
const LANE: f64 = 115.0;
/// No stage is narrower: seven stages fit A4, ten fit A3.
const LEAST_STAGE: f64 = 133.0;
const WIDEST_STAGE: f64 = 320.0;
/// How high the curve is; lower where that saves a page.
const CURVES: [f64; 3] = [168.0, 136.0, 108.0];
/// The foot of a page with what stays free above it.
const FOOT: f64 = 28.0;
const FOOT_TYPE: Type = Type::new(Face::Regular, 12.0, 16.0);
/// The share of a page that the title, and the heads of the stages, take at most.
const HEAD_SHARE: f64 = 0.25;

/// The map on paper. Every card is on one page, whole; every page of the map names its stages and lanes; the friction ranking
/// follows on pages of its own, if there is any friction, and what was `said` of the cards. Lanes that are hidden are left out, their
/// frictions are ranked.
///
/// `engagement` is the title of the engagement and `date` the day of printing, both for the foot of each page.
pub fn pages(
    journey: &JourneyDraft,
    said: &[QuotedCard],
    engagement: &str,
    date: NaiveDate,
    paper: Paper,
    lang: Lang,
) -> Vec<Picture> {
    let mut sheets = map_sheets(journey, paper, lang);
    ranking::print(journey, paper, lang, &mut sheets);
    quotes::print(said, journey, paper, lang, &mut sheets);
    finish(sheets, journey, engagement, date, paper, lang)
}

/// [`pages`] with the map alone.
pub fn map_pages(journey: &JourneyDraft, engagement: &str, date: NaiveDate, paper: Paper, lang: Lang) -> Vec<Picture> {
    finish(map_sheets(journey, paper, lang), journey, engagement, date, paper, lang)
}

/// The pages of the map, without their feet.
fn map_sheets(journey: &JourneyDraft, paper: Paper, lang: Lang) -> Vec<Pen> {
    let inside = paper.inside();
    let room = inside.h - FOOT;
    let title = TitleLine::new(journey, JourneyWords::of(lang), inside.w, room * HEAD_SHARE);
    let mut sheets: Vec<Pen> = Vec::new();
    let (groups, lane, stage) = across(journey.stages.len(), inside.w);
    for stages in groups {
        let measures = Measures { lane, inset: 6.0, stage, pad: 5.0, emotion: CURVES[0], most: room };
        let mut subject = Subject { journey, look: &LOOK, lang, measures, stages, id: "" };
        let heads = Heads::new(&subject, room * HEAD_SHARE);
        let others = room - heads.height;
        subject.measures.most = others;
        let first = if sheets.is_empty() { others - title.height } else { others };
        let count = |curve: f64| {
            let measures = Measures { emotion: curve, ..subject.measures };
            flow(&Subject { measures, ..subject }.rows(), first, others).len()
        };
        let curve = CURVES.into_iter().min_by_key(|curve| count(*curve));
        subject.measures.emotion = curve.unwrap_or(CURVES[0]);
        let rows = subject.rows();
        for slices in flow(&rows, first, others) {
            let id = ["page-", &(sheets.len() + 1).to_string()].concat();
            let subject = Subject { id: &id, ..subject };
            let mut pen = sheet(journey, paper, lang);
            let mut y = inside.y;
            if sheets.is_empty() {
                title.draw(&mut pen, &LOOK, inside.x, y);
                y += title.height;
            }
            heads.draw(&mut pen, &subject, inside.x, y);
            y += heads.height;
            for slice in slices {
                slice.draw(&mut pen, &subject, inside.x, y);
                y += slice.height();
            }
            sheets.push(pen);
        }
    }
    sheets
}

/// The pages with their feet.
fn finish(
    sheets: Vec<Pen>,
    journey: &JourneyDraft,
    engagement: &str,
    date: NaiveDate,
    paper: Paper,
    lang: Lang,
) -> Vec<Picture> {
    let count = sheets.len();
    let finish = |(at, mut pen): (usize, Pen)| {
        foot(
            &mut pen,
            journey,
            engagement,
            [(JourneyWords::of(lang).page_of)(at + 1, count), figures::date(lang, date)],
            paper,
            lang,
        );
        let (width, height) = paper.size();
        Picture { width: px(f64::from(width)), height: px(f64::from(height)), svg: pen.finish() }
    };
    sheets.into_iter().enumerate().map(finish).collect()
}

/// The stages of each page across, as few pages as can be and as evenly filled as can be; the width of the lane heads, and
/// that of a stage.
fn across(stages: usize, width: f64) -> (Vec<(usize, usize)>, f64, f64) {
    let most = ((width - LANE) / LEAST_STAGE) as usize;
    let pages = stages.div_ceil(most.max(1)).max(1);
    let each = stages.div_ceil(pages).max(1);
    let stage = ((width - LANE) / each as f64).floor();
    let lane = if stage > WIDEST_STAGE { LANE } else { width - each as f64 * stage };
    let groups = (0..pages).map(|at| (at * each, ((at + 1) * each).min(stages)));
    (groups.collect(), lane, stage.min(WIDEST_STAGE))
}

/// An empty page.
fn sheet(journey: &JourneyDraft, paper: Paper, lang: Lang) -> Pen {
    let (width, height) = paper.size();
    let view = (px(f64::from(width)), px(f64::from(height)));
    let mm = |side: u16| [&side.to_string(), "mm"].concat();
    let mut pen = Pen::new(&mm(width), &mm(height), view, lang.code(), LOOK.ink);
    pen.title(title_or(&journey.title, JourneyWords::of(lang).untitled_map));
    pen.area("", Area { x: 0.0, y: 0.0, w: view.0, h: view.1 }, 0.0, LOOK.paper, None);
    pen
}

/// What stands at the foot of a page: engagement and map at the left; the page and the day at the right.
fn foot(pen: &mut Pen, journey: &JourneyDraft, engagement: &str, right: [String; 2], paper: Paper, lang: Lang) {
    let inside = paper.inside();
    let y = inside.y + inside.h - FOOT_TYPE.line;
    let [page, date] = right;
    let right = set(&[&date, " \u{b7} ", &page].concat(), 0, FOOT_TYPE, inside.w);
    let engagement = title_or(engagement, lang.words().untitled_engagement);
    let map = title_or(&journey.title, JourneyWords::of(lang).untitled_map);
    let left = clip(&[engagement, " \u{b7} ", map].concat(), FOOT_TYPE, inside.w - right.width - 20.0);
    pen.open("foot", &[]);
    pen.block(inside.x, y, &left, LOOK.ink_3, Anchor::Start);
    pen.block(inside.x + inside.w, y, &right, LOOK.ink_3, Anchor::End);
    pen.close();
}
