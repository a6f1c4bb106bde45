//! A map as CSV: `stage,lane,text,emotion,frequency,impact,owner,next_step` (RFC 4180, UTF-8).
//!
//! A row with a stage and a lane is a card. A row with a stage and no lane begins a stage: its text is the subtitle, its
//! emotion the stage's. A row with a lane and no stage names a lane. Maps written by hand need neither: stages and lanes
//! come in the order in which cards name them, and an emotion may stand in any row of its stage.
//!
//! Lanes go by the names of their kinds in either language; one with a name of its own is written `Touchpoints: Channels`.
//! Cells that a spreadsheet would run begin with an apostrophe, which is taken off again when they come back.

mod read;
mod table;

pub use crate::tables::guard::{as_typed, harmless};
pub(crate) use read::separator;
pub use read::{Problem, Row, RowError, read};
pub use table::{parse_table, write_table};

use crate::edit::draft::JourneyDraft;
use crate::i18n::{Lang, Words};
use crate::model::journey::{Lane, LaneKind};
use crate::tables::guard::{guarded, runs, unguarded};

/// The columns, in order.
pub const COLUMNS: [&str; 8] = ["stage", "lane", "text", "emotion", "frequency", "impact", "owner", "next_step"];

/// A journey as CSV, lanes and unnamed stages named in the language of `words`.
pub fn write(journey: &JourneyDraft, words: &Words) -> String {
    let lanes = lane_labels(&journey.lanes, words);
    let mut rows = vec![COLUMNS.map(String::from).to_vec()];
    rows.extend(lanes.iter().map(|lane| row(["", lane, "", "", "", "", "", ""])));
    for (at, stage) in journey.stages.iter().enumerate() {
        let name = if stage.name.is_empty() { (words.stage_n)(at + 1) } else { named(&stage.name, at + 1) };
        let emotion = stage.emotion.map(|level| level.value().to_string()).unwrap_or_default();
        rows.push(row([&name, "", &harmless(&stage.subtitle), &emotion, "", "", "", ""]));
        for (lane, cards) in lanes.iter().zip(&stage.cells) {
            rows.extend(cards.iter().map(|card| {
                let details = &card.details;
                let grade = |grade: Option<crate::model::quantity::Grade>| {
                    grade.map(|grade| grade.number().to_string()).unwrap_or_default()
                };
                row([
                    &name,
                    lane,
                    &harmless(&card.card.text),
                    "",
                    &grade(details.frequency),
                    &grade(details.impact),
                    &harmless(&details.owner),
                    &harmless(&details.next_step),
                ])
            }));
        }
    }
    write_table(&rows, ',')
}

fn row(cells: [&str; 8]) -> Vec<String> {
    cells.map(String::from).to_vec()
}

/// How lanes are called: by kind, by kind and own name, and numbered where two would be called the same.
fn lane_labels(lanes: &[Lane], words: &Words) -> Vec<String> {
    let mut labels: Vec<String> = Vec::new();
    for lane in lanes {
        let label = match (lane.kind, lane.name.as_str()) {
            (kind, "") => words.lane_kind(kind).to_owned(),
            (LaneKind::Free, name) if kind_called(name).is_none() && !name.contains(": ") => harmless(name),
            (kind, name) => format!("{}: {name}", words.lane_kind(kind)),
        };
        let twins = labels.iter().filter(|other| base(other) == label).count();
        labels.push(if twins == 0 { label } else { format!("{label} [{}]", twins + 1) });
    }
    labels
}

/// A label without the number that tells it from its twins.
fn base(label: &str) -> &str {
    let number = label.strip_suffix(']').and_then(|label| label.rsplit_once(" ["));
    match number {
        Some((base, digits)) if !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()) => base,
        _ => label,
    }
}

/// The kind that is called so in a language spoken here, or in the file format.
fn kind_called(name: &str) -> Option<LaneKind> {
    let called = |kind: &LaneKind| {
        [Lang::English, Lang::Russian]
            .iter()
            .any(|lang| lang.words().lane_kind(*kind).to_lowercase() == name.to_lowercase())
    };
    LaneKind::ALL.into_iter().find(called)
}

/// The name of the stage at a place, told from the number that stands for no name.
fn named(name: &str, number: usize) -> String {
    guarded(name, |name| runs(name) || is_number(name, number))
}

/// The name of the stage at a place; empty for the number that stands for no name.
fn name_of(label: &str, number: usize) -> &str {
    if is_number(label, number) { "" } else { unguarded(label, |name| runs(name) || is_number(name, number)) }
}

fn is_number(label: &str, number: usize) -> bool {
    [Lang::English, Lang::Russian].iter().any(|lang| (lang.words().stage_n)(number) == label)
}
