//! The project as slides: every map, its ranking, the finding and its charts. Shapes and text can all be edited.

use chrono::NaiveDate;

use super::chart::Titled;
use super::economy::{Economy, Kind, SHOWN};
use crate::charts::{Chart, Surface};
use crate::drawing::Look;
use crate::drawing::pen::{Anchor, Area};
use crate::drawing::setting::{Block, clip, fit, set};
use crate::drawing::{Face, Picture, Type, width};
use crate::edit::draft::JourneyDraft;
use crate::exchange::office::pptx::shape::{
    Dash, Edge, Fill, Form, Item, Paint, Run, Shape, SlideTable, TableCell, Words,
};
use crate::exchange::office::pptx::{About, CELL_PAD, Format, Slide, write};
use crate::exchange::picture::map_pages;
use crate::exchange::ranking::{Ranked, ranked, total};
use crate::exchange::stage_name;
use crate::i18n::economy::EconomyWords;
use crate::i18n::journey::JourneyWords;
use crate::i18n::ranges::RangeWords;
use crate::i18n::speech::title_or;
use crate::i18n::{Lang, figures};
use crate::model::Engagement;
use crate::plain::clean;

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

const CHART_TITLE: Type = Type::new(Face::OfficeBold, 16.0, 21.0);

/// No words are smaller, in pixels: 10 points.
const SMALLEST: f64 = 12.0;
/// How much larger than on a screen charts are drawn: their smallest words have 12 points.
const LARGER: f64 = 1.2;
/// A chart over time that would be lower stands on a slide of its own.
const LEAST_CHART: f64 = 190.0;

/// What stays free between two charts.
const GAP: f64 = 24.0;
/// How much higher than it asks for a chart is drawn at most.
const MOST_HIGHER: f64 = 1.7;

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

    fn ranking(&self, journey: &JourneyDraft) -> Vec<Slide> {
        let words = JourneyWords::of(self.lang);
        let all = ranked(journey);
        let inside = self.inside();
        let share = inside.w / 100.0;
        let columns = [5.0, 28.0, 14.0, 7.0, 14.0, 22.0, 10.0].map(|width| width * share);
        let cell = |text: &str, face, colour: &str, anchor| TableCell {
            text: clean(text),
            face,
            colour: colour.trim_start_matches('#').to_uppercase(),
            anchor,
        };
        let heads =
            [words.rank, words.palette_friction, words.stage, words.score, words.owner, words.next_step, words.due];
        let (start, end) = (Anchor::Start, Anchor::End);
        let leans = [end, start, start, end, start, start, start];
        let head: Vec<TableCell> =
            heads.iter().zip(leans).map(|(head, lean)| cell(head, Face::OfficeBold, LOOK.ink_2, lean)).collect();
        let head = (row_height(&head, &columns), head);
        let count = all.len();
        let sum = format!("{} \u{b7} {}", (words.total_of)(count), total(&all));
        let body = inside.h - TITLE.line - NOTE.line - 16.0 - head.0;
        let mut pages: Vec<Vec<(f64, Vec<TableCell>)>> = Vec::new();
        let mut left = 0.0;
        for (at, Ranked { card, stage }) in all.into_iter().enumerate() {
            let details = &card.details;
            let score = details.score().map_or_else(|| "\u{2013}".to_owned(), |score| score.to_string());
            let due = details.due.map(|due| figures::date(self.lang, due)).unwrap_or_default();
            let or = |text: &str, missing: &str, lean| {
                if text.trim().is_empty() {
                    cell(missing, Face::Office, LOOK.warn, lean)
                } else {
                    cell(text, Face::Office, LOOK.ink, lean)
                }
            };
            let colour = details.score().map_or(LOOK.ink_3, |score| LOOK.severity(score));
            let row = vec![
                cell(&(at + 1).to_string(), Face::Office, LOOK.ink_3, leans[0]),
                cell(&card.card.text, Face::OfficeBold, LOOK.ink, leans[1]),
                cell(&stage_name(journey, stage, words), Face::Office, LOOK.ink, leans[2]),
                cell(&score, Face::OfficeBold, colour, leans[3]),
                or(&details.owner, words.no_owner, leans[4]),
                or(&details.next_step, words.no_step, leans[5]),
                cell(&due, Face::Office, LOOK.ink, leans[6]),
            ];
            let row = shortened(row, &columns, body);
            let height = row_height(&row, &columns);
            if height > left {
                pages.push(vec![head.clone()]);
                left = body;
            }
            left -= height;
            if let Some(page) = pages.last_mut() {
                page.push((height, row));
            }
        }
        let name = format!("{}: {}", words.friction_ranking, title_or(&journey.title, words.untitled_map));
        let slide = |rows: Vec<(f64, Vec<TableCell>)>| {
            let mut slide = Slide::new(&name);
            let mut y = inside.y;
            y += self.heading(&mut slide, &name, TITLE, y);
            y += self.heading(&mut slide, &sum, NOTE, y) + 16.0;
            slide.items.push(Item::Table(SlideTable {
                name: words.friction_ranking.into(),
                at: (inside.x, y),
                columns: columns.to_vec(),
                rows,
                size: (CELL.size, CELL.line),
                line: LOOK.line.trim_start_matches('#').to_uppercase(),
            }));
            self.foot(&mut slide);
            slide
        };
        pages.into_iter().map(slide).collect()
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

    /// The finding with its figures and, where there is room, the two charts over time; the others on slides of their own.
    fn finding(&self, economy: &Economy) -> Vec<Slide> {
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
        let columns =
            |kinds: &[Kind]| -> Vec<Titled> { kinds.iter().filter_map(|kind| economy.chart(*kind)).collect() };
        let over_time = columns(&[Kind::Kept, Kind::Profit]);
        let place = Area { y, h: inside.y + inside.h - y, ..inside };
        let mut others = vec![columns(&[Kind::Split, Kind::Ratio])];
        if self.head_height(&over_time, place.w) + LEAST_CHART <= place.h {
            self.charts(&mut first, &over_time, place);
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
            self.charts(&mut slide, charts, place);
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

    /// The title of a chart and what else is to be known of it.
    fn head(titled: &Titled, width: f64) -> [Block; 2] {
        let set = |text: &str, kind, lines| readable(text, kind, width * 0.96, lines);
        [set(&titled.title, CHART_TITLE, 2), set(&titled.subtitle, LABEL, 4)]
    }

    /// How wide each of some charts side by side is.
    fn column(charts: &[Titled], width: f64) -> f64 {
        (width - GAP * charts.len().saturating_sub(1) as f64) / charts.len().max(1) as f64
    }

    /// How high the highest head of charts side by side is.
    fn head_height(&self, charts: &[Titled], width: f64) -> f64 {
        let column = Self::column(charts, width);
        let height = |titled: &Titled| Self::head(titled, column).iter().map(Block::height).sum::<f64>() + 8.0;
        charts.iter().map(height).fold(0.0, f64::max)
    }

    /// Charts side by side, all as large; those over an axis of time or shares as high as there is room.
    fn charts(&self, slide: &mut Slide, charts: &[Titled], place: Area) {
        let column = Self::column(charts, place.w);
        let top = place.y + self.head_height(charts, place.w);
        let (width, room) = (column / LARGER, (place.y + place.h - top) / LARGER);
        for (at, titled) in charts.iter().enumerate() {
            let x = place.x + at as f64 * (column + GAP);
            let [title, subtitle] = Self::head(titled, column);
            slide.shape(Shape::text(&titled.title, (x, place.y), lines(&title, LOOK.ink, Anchor::Start)));
            let below = (x, place.y + title.height());
            slide.shape(Shape::text("subtitle", below, lines(&subtitle, LOOK.ink_3, Anchor::Start)));
            let asked = titled.chart.height(width);
            let height = if titled.grows() { (asked * MOST_HIGHER).min(room) } else { asked.min(room) };
            let sheet = Surface { width, height, look: LOOK, lang: self.lang.code() };
            slide.picture(&titled.chart.draw(&sheet).svg, (x, top), LARGER);
        }
    }
}

/// A text in at most so many lines: smaller where it has to be, down to what can be read, and cut there with a sign for it.
fn readable(text: &str, kind: Type, width: f64, lines: usize) -> Block {
    let height = lines as f64 * kind.line + 0.1;
    let block = fit(text, 0, kind, width, height);
    if block.kind.size >= SMALLEST {
        return block;
    }
    let least = kind.at(SMALLEST);
    let whole = set(text, 0, least, width);
    let room = ((height / least.line) as usize).max(1);
    if whole.count() <= room {
        return whole;
    }
    let mut kept = String::new();
    for (bold, plain, parted) in whole.lines().take(room) {
        kept.extend([bold, plain, if parted { " " } else { "" }]);
    }
    loop {
        let short = set(&format!("{}\u{2026}", kept.trim_end()), 0, least, width);
        if short.count() <= room || kept.pop().is_none() {
            return short;
        }
    }
}

/// A set text as words of a slide.
fn lines(block: &Block, colour: &str, anchor: Anchor) -> Words {
    let run = |text: &str| Run {
        text: text.into(),
        face: block.kind.face,
        size: block.kind.size,
        colour: colour.trim_start_matches('#').to_uppercase(),
    };
    // A space parts the words of two lines for whoever joins them.
    let space = |parted: bool| if parted { " " } else { "" };
    let lines = block.lines().map(|(bold, plain, parted)| vec![run(&[bold, plain, space(parted)].concat())]).collect();
    Words { lines, line: block.kind.line, anchor }
}

/// How high a row has to be, a little more than was measured.
fn row_height(row: &[TableCell], columns: &[f64]) -> f64 {
    let height = |(cell, width): (&TableCell, &f64)| {
        let kind = Type { face: cell.face, ..CELL };
        set(&cell.text, 0, kind, (width - 2.0 * CELL_PAD.0) * 0.95).height() + 2.0 * CELL_PAD.1
    };
    row.iter().zip(columns).map(height).fold(0.0, f64::max) + 2.0
}

/// A row no higher than a slide: what is longer is cut with a sign for it; the whole is in the workbook.
fn shortened(mut row: Vec<TableCell>, columns: &[f64], most: f64) -> Vec<TableCell> {
    for (cell, width) in row.iter_mut().zip(columns) {
        let kind = Type { face: cell.face, ..CELL };
        let block = set(&cell.text, 0, kind, (width - 2.0 * CELL_PAD.0) * 0.95);
        let room = ((most - 2.0 * CELL_PAD.1 - 4.0) / CELL.line).floor().max(1.0) as usize;
        if block.count() > room {
            let kept: Vec<String> =
                block.lines().take(room - 1).map(|(bold, plain, _)| [bold, plain].concat()).collect();
            cell.text = kept.join(" ") + "\u{2026}";
        }
    }
    row
}
