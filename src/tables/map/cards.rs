//! A map of a card a row: our own files, and tables that people made by hand.

use super::builder::{Builder, card};
use super::columns::Columns;
use super::details::Details;
use super::words::{column_called, journey_kind_called, record_called};
use crate::edit::draft::CardDraft;
use crate::model::journey::{AgendaStep, LaneKind};
use crate::tables::Separator;
use crate::tables::choice::Choice;
use crate::tables::fault::Problem;
use crate::tables::fold::{self, trimmed};
use crate::tables::note::{Note, Why};
use crate::tables::place::{Axis, Strip};
use crate::tables::question::About;
use crate::tables::reading::Log;
use crate::tables::record::Record;
use crate::tables::role::CardColumn;
use crate::tables::vocabulary::sum_called;

/// Reads the rows below the heading.
pub(super) fn read(columns: &Columns, lane: Option<LaneKind>, builder: &mut Builder, log: &mut Log) {
    unknown_columns(columns, log);
    let emotion = columns.at(CardColumn::Emotion).map(|at| columns.grid.cell(columns.heading, at));
    builder.feelings_called = emotion.unwrap_or_default().to_owned();
    builder.is_ours = columns.at(CardColumn::Record).is_some();
    let rows = columns.heading + 1..columns.grid.height();
    let pluses = |row: usize| matches!(columns.text(row, CardColumn::Emotion), "+" | "++");
    builder.signs = rows.clone().any(pluses);
    let from_above = merged(columns, log);
    let default = default_lane(columns, lane, log);
    let details = Details::of(columns, log);
    let mut above = (String::new(), String::new());
    let is_heading = |row: usize| {
        columns.grid.length(row) > 1
            && (0..columns.grid.width()).all(|at| columns.grid.cell(row, at) == columns.grid.cell(columns.heading, at))
    };
    for row in rows {
        if is_heading(row) {
            let strip =
                Strip { axis: Axis::Row, at: columns.grid.place(row, 0).row, name: columns.grid.cell(row, 0).into() };
            log.note(Note::LeftOut(strip, Why::Heading));
            continue;
        }
        let (mut stage, mut lane) = (columns.raw(row, CardColumn::Stage), columns.raw(row, CardColumn::Lane));
        let record = Some(columns.text(row, CardColumn::Record)).filter(|text| !text.is_empty());
        let record = record.and_then(|text| record_called(&fold::key(text)));
        if let Some(record) = record.filter(|record| *record != Record::Card) {
            other_record(record, columns, row, &details, builder, log);
            continue;
        }
        let text = columns.raw(row, CardColumn::Text);
        let empty = trimmed(text).is_empty();
        if empty && record.is_none() && sum_called(&fold::key(stage)).is_some() && !builder.is_ours {
            let strip = Strip { axis: Axis::Row, at: columns.grid.place(row, 0).row, name: trimmed(stage).into() };
            log.note(Note::LeftOut(strip, Why::Total));
            continue;
        }
        if record.is_none() && columns.at(CardColumn::Lane).is_some() && from_above.is_none() {
            // Files of earlier versions name a lane, and begin a stage, on rows of their own.
            match (trimmed(stage).is_empty(), trimmed(lane).is_empty()) {
                (true, false) if empty => {
                    builder.lane(lane, columns.place(row, CardColumn::Lane), log);
                    continue;
                }
                (false, true) => {
                    let place = columns.place(row, CardColumn::Stage);
                    let begun = builder.begin_stage(stage, text, place, log);
                    feel(columns, row, begun, builder);
                    continue;
                }
                _ => (),
            }
        }
        if from_above == Some(true) {
            if trimmed(stage).is_empty() && !empty {
                stage = &above.0;
            }
            if trimmed(lane).is_empty() && !empty && stage == above.0 {
                lane = &above.1;
            }
        }
        let draft = CardDraft { details: details.of_row(row, log), ..card(text) };
        let felt = columns.text(row, CardColumn::Emotion);
        if trimmed(stage).is_empty() {
            if !empty || !felt.is_empty() {
                log.fault(Problem::NoStage, columns.place(row, CardColumn::Stage), text);
            }
            continue;
        }
        let at = builder.stage(stage, columns.place(row, CardColumn::Stage), log);
        let own_lane = !trimmed(lane).is_empty();
        let lane_at = if own_lane {
            builder.lane(lane, columns.place(row, CardColumn::Lane), log)
        } else if !empty {
            default.and_then(|kind| builder.lane_of_kind(kind, columns.place(row, CardColumn::Lane), log))
        } else {
            None
        };
        above = (stage.to_owned(), lane.to_owned());
        feel(columns, row, at, builder);
        let worth =
            record == Some(Record::Card) || !empty || draft.details != crate::model::journey::Details::default();
        if let (Some(stage), Some(lane), true) = (at, lane_at, worth) {
            builder.card(stage, lane, draft, columns.place(row, CardColumn::Text));
        }
    }
}

fn feel(columns: &Columns, row: usize, stage: Option<usize>, builder: &mut Builder) {
    let Some(stage) = stage else { return };
    builder.feel(stage, columns.text(row, CardColumn::Emotion), columns.place(row, CardColumn::Emotion));
    builder.feel_second(stage, columns.text(row, CardColumn::Second), columns.place(row, CardColumn::Second));
}

/// Whether cells of stages and lanes go on with those above them, as merged cells come out of a spreadsheet; `None` where
/// every card names its own.
fn merged(columns: &Columns, log: &mut Log) -> Option<bool> {
    let said = columns.at(CardColumn::Record).is_some();
    let rows = columns.heading + 1..columns.grid.height();
    let is_bare = |row: &usize| {
        columns.text(*row, CardColumn::Stage).is_empty() && !columns.text(*row, CardColumn::Text).is_empty()
    };
    let bare: Vec<usize> = rows.clone().filter(is_bare).collect();
    let first = rows.clone().find(|row| !columns.text(*row, CardColumn::Text).is_empty());
    let (false, Some(at)) = (said || first.is_some_and(|row| is_bare(&row)), bare.first()) else { return None };
    let about = About::Cells(columns.place(*at, CardColumn::Stage), bare.len());
    let taken = log.ask_whether(about, Choice::NamesFromAbove, true);
    if taken {
        log.note(Note::NamesFromAbove(bare.len()));
    }
    Some(taken)
}

/// The lane of cards that name none.
fn default_lane(columns: &Columns, lane: Option<LaneKind>, log: &mut Log) -> Option<LaneKind> {
    if let Some(kind) = lane {
        log.note(Note::LaneTaken(kind));
        return lane;
    }
    let rows = columns.heading + 1..columns.grid.height();
    let bare = |row: usize| {
        columns.text(row, CardColumn::Lane).is_empty()
            && !columns.text(row, CardColumn::Text).is_empty()
            && !columns.text(row, CardColumn::Stage).is_empty()
    };
    if columns.at(CardColumn::Lane).is_some() || !rows.clone().any(bare) {
        return None;
    }
    let scored = [CardColumn::Frequency, CardColumn::Impact, CardColumn::Score]
        .iter()
        .any(|column| columns.at(*column).is_some());
    let kinds: Vec<LaneKind> = LaneKind::ALL.into_iter().filter(|kind| kind.holds_cards()).collect();
    let likely = if scored { LaneKind::Friction } else { LaneKind::Actions };
    let default = kinds.iter().position(|kind| *kind == likely).unwrap_or(0);
    let taken = log.ask(About::Table, kinds.into_iter().map(Choice::Lane).collect(), default);
    let kind = if let Choice::Lane(kind) = taken { kind } else { likely };
    log.note(Note::LaneTaken(kind));
    Some(kind)
}

/// Names the columns that are not known and hold anything. A comma that nobody quoted makes a cell too many in a few rows.
fn unknown_columns(columns: &Columns, log: &mut Log) {
    let grid = columns.grid;
    let named = grid.length(columns.heading);
    let rows = columns.heading + 1..grid.height();
    let longer: Vec<usize> = rows.clone().filter(|row| grid.length(*row) > named).collect();
    let slips = grid.separator == Separator::Comma && longer.len() * 2 < rows.len().max(2);
    if slips {
        for row in &longer {
            log.fault(Problem::TooManyCellsInRow, grid.place(*row, named), grid.cell(*row, named));
        }
    }
    let last = if slips { named } else { grid.width() };
    for column in 0..last.min(500) {
        let known = columns.places.iter().any(|(at, _)| *at == column);
        let filled = rows.clone().any(|row| !grid.cell(row, column).is_empty());
        if !known && filled {
            let name = grid.cell(columns.heading, column).to_owned();
            let is_score = column_called(&fold::key(&name)) == Some(CardColumn::Score);
            let why = if is_score { Why::Scores } else { Why::Unknown };
            log.note(Note::LeftOut(Strip { axis: Axis::Column, at: column as u32 + 1, name }, why));
        }
    }
}

/// A row that is no card: a stage, a lane, or something of the map itself.
fn other_record(
    record: Record,
    columns: &Columns,
    row: usize,
    details: &Details,
    builder: &mut Builder,
    log: &mut Log,
) {
    let text = columns.raw(row, CardColumn::Text);
    let lane = columns.raw(row, CardColumn::Lane);
    let lane_place = columns.place(row, CardColumn::Lane);
    match record {
        Record::Card => (),
        Record::Stage => {
            let place = columns.place(row, CardColumn::Stage);
            let stage = builder.begin_stage(columns.raw(row, CardColumn::Stage), text, place, log);
            feel(columns, row, stage, builder);
            if let Some(stage) = stage {
                builder.draft.stages[stage].votes = details.votes(row, log);
            }
        }
        Record::Lane | Record::HiddenLane => {
            builder.list_lane(lane, text, record == Record::HiddenLane, lane_place, log)
        }
        Record::Title => builder.draft.title = text.into(),
        Record::Persona => builder.draft.persona = text.into(),
        Record::Scenario => builder.draft.scenario = text.into(),
        Record::Kind => builder.draft.kind = journey_kind_called(&fold::key(text)).unwrap_or_default(),
        Record::SecondCurve => builder.draft.second_curve = Some(text.into()),
        Record::Agenda => {
            let minutes = columns.text(row, CardColumn::Minutes);
            let step = minutes.parse().map(|minutes| AgendaStep {
                title: text.into(),
                minutes,
                script: columns.raw(row, CardColumn::Script).into(),
            });
            match step {
                Ok(step) => builder.draft.agenda.push(step),
                Err(_) => log.fault(Problem::NotMinutes, columns.place(row, CardColumn::Minutes), minutes),
            }
        }
    }
}
