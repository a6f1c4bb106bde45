//! A map as rows that lose nothing.

use super::Cell;
use crate::edit::draft::{CardDraft, JourneyDraft, StageDraft};
use crate::i18n::Lang;
use crate::i18n::journey::JourneyWords;
use crate::i18n::tables::TableWords;
use crate::model::day::day_text;
use crate::model::journey::{Evidence, JourneyKind};
use crate::model::quantity::{Grade, Level};
use crate::tables::map::details::tags_text;
use crate::tables::map::label::{lane_labels, stage_label};
use crate::tables::record::Record;
use crate::tables::role::CardColumn;

/// The columns that every map has; those of an agenda come before the last where there is one.
const COLUMNS: [CardColumn; 14] = [
    CardColumn::Stage,
    CardColumn::Lane,
    CardColumn::Text,
    CardColumn::Emotion,
    CardColumn::Frequency,
    CardColumn::Impact,
    CardColumn::Owner,
    CardColumn::NextStep,
    CardColumn::Due,
    CardColumn::Evidence,
    CardColumn::Tags,
    CardColumn::Second,
    CardColumn::Votes,
    CardColumn::Record,
];

/// A map in the words of a language: first each stage with its cards, a row each, then the lanes in their order, then
/// what is said of the map itself. The last column says what a row is, so that nothing is lost when it is read again.
pub fn map(map: &JourneyDraft, lang: Lang) -> Vec<Vec<Cell>> {
    let words = JourneyWords::of(lang);
    let lanes = lane_labels(&map.lanes, words);
    let mut columns = COLUMNS.to_vec();
    if !map.agenda.is_empty() {
        // What a row is stays last: a cell that is always filled keeps blank ones before it.
        columns.splice(columns.len() - 1.., [CardColumn::Minutes, CardColumn::Script, CardColumn::Record]);
    }
    let row = |record: Record, cells: &[(CardColumn, Cell)]| -> Vec<Cell> {
        let cell = |column: &CardColumn| match column {
            CardColumn::Record => Cell::text((TableWords::of(lang).record)(record)),
            column => cells.iter().find(|(other, _)| other == column).map_or(Cell::Blank, |(_, cell)| cell.clone()),
        };
        columns.iter().map(cell).collect()
    };
    let mut rows = vec![columns.iter().map(|column| Cell::text((TableWords::of(lang).column)(*column))).collect()];
    for (at, stage) in map.stages.iter().enumerate() {
        let label = stage_label(&stage.name, at + 1, words);
        rows.push(row(Record::Stage, &stage_cells(stage, &label, lang)));
        for (lane, cards) in lanes.iter().zip(&stage.cells) {
            rows.extend(cards.iter().map(|card| row(Record::Card, &card_cells(card, &label, lane, lang))));
        }
    }
    for (lane, label) in map.lanes.iter().zip(&lanes) {
        let record = if lane.hidden { Record::HiddenLane } else { Record::Lane };
        rows.push(row(record, &[(CardColumn::Lane, Cell::text(label.clone())), text(&lane.prompt)]));
    }
    for (record, said) in
        [(Record::Title, &map.title), (Record::Persona, &map.persona), (Record::Scenario, &map.scenario)]
    {
        if !said.is_empty() {
            rows.push(row(record, &[text(said)]));
        }
    }
    if map.kind != JourneyKind::default() {
        rows.push(row(Record::Kind, &[text(words.kind_of_map(map.kind))]));
    }
    if let Some(name) = &map.second_curve {
        rows.push(row(Record::SecondCurve, &[text(name)]));
    }
    for step in &map.agenda {
        let minutes = (CardColumn::Minutes, Cell::Number(f64::from(step.minutes)));
        rows.push(row(
            Record::Agenda,
            &[text(&step.title), minutes, (CardColumn::Script, Cell::text(step.script.clone()))],
        ));
    }
    rows
}

fn text(words: &str) -> (CardColumn, Cell) {
    (CardColumn::Text, Cell::text(words))
}

fn level(level: Option<Level>) -> Cell {
    Cell::number(level.map(Level::value))
}

fn stage_cells(stage: &StageDraft, label: &str, lang: Lang) -> Vec<(CardColumn, Cell)> {
    let vote = |vote: &Level| lang.marked(&vote.value().to_string());
    let votes: Vec<String> = stage.votes.iter().map(vote).collect();
    // A single vote is a number and stands as one; the sign between several keeps a spreadsheet from taking them for a date.
    let votes = match &stage.votes[..] {
        [only] => level(Some(*only)),
        _ => Cell::text(votes.join("; ")),
    };
    vec![
        (CardColumn::Stage, Cell::text(label)),
        text(&stage.subtitle),
        (CardColumn::Emotion, level(stage.emotion)),
        (CardColumn::Second, level(stage.second)),
        (CardColumn::Votes, votes),
    ]
}

fn card_cells(card: &CardDraft, stage: &str, lane: &str, lang: Lang) -> Vec<(CardColumn, Cell)> {
    let details = &card.details;
    let grade = |grade: Option<Grade>| Cell::number(grade.map(|grade| f64::from(grade.number())));
    let evidence = match details.evidence {
        Evidence::Assumed => "",
        evidence => JourneyWords::of(lang).evidence_name(evidence),
    };
    vec![
        (CardColumn::Stage, Cell::text(stage)),
        (CardColumn::Lane, Cell::text(lane)),
        text(&card.card.text),
        (CardColumn::Frequency, grade(details.frequency)),
        (CardColumn::Impact, grade(details.impact)),
        (CardColumn::Owner, Cell::text(details.owner.clone())),
        (CardColumn::NextStep, Cell::text(details.next_step.clone())),
        (CardColumn::Due, Cell::text(details.due.map(day_text).unwrap_or_default())),
        (CardColumn::Evidence, Cell::text(evidence)),
        (CardColumn::Tags, Cell::text(tags_text(&details.tags))),
    ]
}
