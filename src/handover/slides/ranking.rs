//! The ranking of the frictions of a map as a table over as many slides as it takes.

use super::{CELL, LOOK, NOTE, TITLE, Talk};
use crate::drawing::pen::Anchor;
use crate::drawing::setting::set;
use crate::drawing::{Face, Type};
use crate::edit::draft::JourneyDraft;
use crate::exchange::office::pptx::shape::{Item, SlideTable, TableCell};
use crate::exchange::office::pptx::{CELL_PAD, Slide};
use crate::exchange::ranking::{Ranked, ranked, total};
use crate::exchange::stage_name;
use crate::i18n::figures;
use crate::i18n::journey::JourneyWords;
use crate::i18n::speech::title_or;
use crate::plain::clean;

impl Talk<'_> {
    pub(super) fn ranking(&self, journey: &JourneyDraft) -> Vec<Slide> {
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
