//! What is copied from a map: everything for a map, words and a table for other programs.

use serde::{Deserialize, Serialize};

use crate::arrange::Arrange;
use crate::edit::draft::{CardDraft, StageDraft};
use crate::i18n::Lang;
use crate::i18n::journey::JourneyWords;
use crate::model::Engagement;
use crate::model::journey::{Journey, Lane};
use crate::model::quantity::{CardId, JourneyId, LaneId, StageId};
use crate::tables::export::{self, Cell};

/// Cards or stages that were copied.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Clip {
    /// Cards in their cells: a row a lane, a column a stage.
    Cells(Vec<Vec<Vec<CardDraft>>>),
    /// Stages with their cards, and the lanes that their cells stand for.
    Stages {
        /// The lanes.
        lanes: Vec<Lane>,
        /// The stages.
        stages: Vec<StageDraft>,
    },
}

/// How the clipboard calls it.
pub const KIND: &str = "application/x-orbita+json";

/// The longest text that is read, in bytes: more than the largest map.
const LONGEST: usize = 10_000_000;

impl Clip {
    /// These cards of a journey, as they stand in it; `None` where none of them is on a lane that is shown.
    pub fn of_cards(engagement: &Engagement, journey: JourneyId, cards: &[CardId]) -> Option<Self> {
        let journey = engagement.journey(journey)?;
        let lanes = shown_lanes(engagement, journey);
        let mut wanted = cards.to_vec();
        wanted.arrange();
        let of_cell = |stage: StageId, lane: LaneId| -> Vec<CardDraft> {
            let all = engagement.stage(stage).map_or(&[][..], |stage| stage.cards(lane));
            let wanted = all.iter().filter(|card| wanted.binary_search(card).is_ok());
            wanted.filter_map(|&card| CardDraft::of(engagement, card)).collect()
        };
        let rows: Vec<Vec<Vec<CardDraft>>> =
            lanes.iter().map(|&lane| journey.stages.iter().map(|&stage| of_cell(stage, lane)).collect()).collect();
        cut(rows).map(Clip::Cells)
    }

    /// A stage of a journey with all that it holds.
    pub fn of_stage(engagement: &Engagement, journey: JourneyId, stage: StageId) -> Option<Self> {
        let lanes = engagement.journey(journey)?.lanes.iter().filter_map(|&lane| engagement.lane(lane).cloned());
        Some(Clip::Stages { lanes: lanes.collect(), stages: vec![StageDraft::of(engagement, journey, stage)?] })
    }

    /// How many cards it holds.
    pub fn cards(&self) -> usize {
        match self {
            Clip::Cells(rows) => rows.iter().flatten().map(Vec::len).sum(),
            Clip::Stages { stages, .. } => stages.iter().flat_map(|stage| &stage.cells).map(Vec::len).sum(),
        }
    }

    /// The text that [`Clip::read`] reads.
    pub fn write(&self) -> String {
        // Nothing in it can fail to be written.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// What was copied here or in another tab. Anybody may have put the text there: `None` unless it is a clip in every part.
    pub fn read(text: &str) -> Option<Self> {
        if text.len() > LONGEST {
            return None;
        }
        serde_json::from_str(text).ok()
    }

    /// The words for other programs: a card a line, or a block parted by tabs.
    pub fn plain(&self, lang: Lang) -> String {
        match self.rows(JourneyWords::of(lang)) {
            rows if rows.len() == 1 && rows[0].len() == 1 => {
                let line = |text: &String| text.split_whitespace().collect::<Vec<_>>().join(" ");
                match &rows[0][0][..] {
                    [only] => only.clone(),
                    several => several.iter().map(line).collect::<Vec<_>>().join("\n"),
                }
            }
            rows => {
                let cell = |texts: &Vec<String>| Cell::text(texts.join("\n"));
                let rows: Vec<Vec<Cell>> = rows.iter().map(|row| row.iter().map(cell).collect()).collect();
                export::tabbed(lang, &rows)
            }
        }
    }

    /// A table for other programs.
    pub fn html(&self, lang: Lang) -> String {
        let mut html = String::from("<meta charset=\"utf-8\"><table>");
        for row in self.rows(JourneyWords::of(lang)) {
            html += "<tr>";
            for cell in row {
                let lines: Vec<String> = cell.iter().flat_map(|text| text.lines()).map(escaped).collect();
                html += &format!("<td>{}</td>", lines.join("<br>"));
            }
            html += "</tr>";
        }
        html + "</table>"
    }

    /// The texts of each cell; stages have a heading of their names, and lanes before their cells.
    fn rows(&self, words: &JourneyWords) -> Vec<Vec<Vec<String>>> {
        let texts = |cards: &Vec<CardDraft>| cards.iter().map(|card| card.card.text.clone()).collect();
        match self {
            Clip::Cells(rows) => rows.iter().map(|row| row.iter().map(texts).collect()).collect(),
            Clip::Stages { lanes, stages } => {
                let names = stages.iter().map(|stage| vec![stage.name.clone()]);
                let heading = std::iter::once(Vec::new()).chain(names).collect();
                let row = |(at, lane): (usize, &Lane)| {
                    let name = vec![super::lane_name(lane, words).to_owned()];
                    let cells = stages.iter().map(|stage| stage.cells.get(at).map(texts).unwrap_or_default());
                    std::iter::once(name).chain(cells).collect()
                };
                let shown = lanes.iter().enumerate().filter(|(_, lane)| !lane.hidden && lane.kind.holds_cards());
                std::iter::once(heading).chain(shown.map(row)).collect()
            }
        }
    }
}

fn shown_lanes(engagement: &Engagement, journey: &Journey) -> Vec<LaneId> {
    let is_shown = |lane: &LaneId| engagement.lane(*lane).is_some_and(|lane| !lane.hidden && lane.kind.holds_cards());
    journey.lanes.iter().copied().filter(is_shown).collect()
}

/// Without the empty rows and columns around what is filled; `None` where nothing is.
fn cut(mut rows: Vec<Vec<Vec<CardDraft>>>) -> Option<Vec<Vec<Vec<CardDraft>>>> {
    let is_filled = |row: &Vec<Vec<CardDraft>>| row.iter().any(|cell| !cell.is_empty());
    let first = rows.iter().position(is_filled)?;
    let last = rows.iter().rposition(is_filled)?;
    rows = rows.drain(first..=last).collect();
    let left = rows.iter().filter_map(|row| row.iter().position(|cell| !cell.is_empty())).min()?;
    let right = rows.iter().filter_map(|row| row.iter().rposition(|cell| !cell.is_empty())).max()?;
    Some(rows.into_iter().map(|mut row| row.drain(left..=right).collect()).collect())
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
