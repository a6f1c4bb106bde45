//! A map: our own file, a table of cards, or a grid of stages and lanes.

mod builder;
mod cards;
mod columns;
pub(super) mod details;
mod feelings;
mod form;
mod grades;
pub(super) mod label;
mod lattice;
mod others;
mod scales;
pub(super) mod words;

pub use builder::{MOST_LANES, MOST_STAGES};

use super::choice::Choice;
use super::fault::{Kind, Problem};
use super::fold;
use super::grid::Grid;
use super::next_table;
use super::note::{Note, Why};
use super::place::{Axis, CellPlace, Strip};
use super::reading::{Context, Log, Reading};
use super::role::{CardColumn, Role};
use crate::arrange::Arrange;
use crate::edit::draft::JourneyDraft;
use builder::Builder;
use columns::Columns;
use details::Details;
use form::{Form, counts_rows, is_stage_column};
use lattice::{Lattice, named_rows};

/// Whether a grid has the headings or the lanes of a map.
pub fn looks_like_one(grid: &Grid) -> bool {
    Form::of(grid).is_some_and(|form| form.is_clear(grid))
}

/// Reads a map. A title that is missing is for the caller to give, such as the name of the file.
pub fn read(grid: &Grid, context: Context) -> Reading<JourneyDraft> {
    let mut log = Log::new(context, grid);
    if grid.stopped.is_some() {
        return log.finish(None);
    }
    let nowhere = CellPlace { row: 1, column: 1, line: 1 };
    let other = || super::kind_of(grid).filter(|kind| *kind != Kind::Map);
    let form = Form::of(grid).or_else(|| Form::of_words(grid).filter(|_| other().is_none()));
    let Some(form) = form else {
        match other() {
            Some(kind) => log.fault(Problem::OtherKind(kind), nowhere, ""),
            None if grid.height() == 0 => log.fault(Problem::NothingThere, nowhere, ""),
            None => log.fault(Problem::NoText, nowhere, grid.cell(0, 0)),
        }
        return log.finish(None);
    };
    let form = form.turned(grid, &mut log);
    let mut builder = Builder::default();
    let alone = others::next_map(grid, &form).map(|row| next_table::cut(grid, row, &mut log));
    let grid = alone.as_ref().unwrap_or(grid);
    match form {
        Form::Cards { heading, columns, lane } => {
            titles(grid, heading, &mut log);
            let places = chosen_columns(with_scores(grid, heading, columns), &log);
            let columns = Columns { grid, heading, places };
            for (column, role) in &columns.places {
                let name = grid.cell(heading, *column).to_owned();
                let strip = Strip { axis: Axis::Column, at: *column as u32 + 1, name };
                log.note(Note::Column(strip, Role::Card(*role)));
            }
            if columns.at(CardColumn::Text).is_none() {
                log.fault(Problem::NoText, grid.place(heading, 0), "");
            }
            cards::read(&columns, lane, &mut builder, &mut log);
        }
        Form::StagesAcross { heading, names } => {
            let first = heading.map_or(0, |row| row + 1);
            titles(grid, heading.unwrap_or(0), &mut log);
            let columns: Vec<usize> =
                (names + 1..grid.width()).filter(|column| is_filled(grid, heading.unwrap_or(0), *column)).collect();
            corner(grid, heading, &columns, &mut log);
            if let (Some(heading), 1) = (heading, names) {
                let name = grid.cell(heading, 0).to_owned();
                log.note(Note::LeftOut(Strip { axis: Axis::Column, at: 1, name }, Why::Groups));
            }
            let columns = others::columns_out(grid, heading, columns, &mut log);
            let rows = named_rows(grid, first, names, &columns, &mut log);
            Lattice { grid, rows, columns, heading, names, down: false, details: None }.read(&mut builder, &mut log);
        }
        Form::StagesDown { heading, stages, details } => {
            titles(grid, heading, &mut log);
            log.note(Note::StagesDown);
            let is_detail = |column: usize| details.iter().any(|(at, _)| *at == column);
            let counts = |column: &usize| *column != stages && counts_rows(grid, heading, *column);
            for column in (0..grid.length(heading)).filter(counts) {
                let name = grid.cell(heading, column).to_owned();
                log.note(Note::LeftOut(Strip { axis: Axis::Column, at: column as u32 + 1, name }, Why::Unknown));
            }
            let named = |column: &usize| {
                !counts(column) && *column != stages && !is_detail(*column) && !grid.cell(heading, *column).is_empty()
            };
            let (coarser, columns): (Vec<usize>, Vec<usize>) =
                (0..grid.length(heading)).filter(named).partition(|column| is_stage_column(grid, heading, *column));
            for column in coarser {
                let name = grid.cell(heading, column).to_owned();
                log.note(Note::LeftOut(Strip { axis: Axis::Column, at: column as u32 + 1, name }, Why::Phases));
            }
            let rows = named_rows(grid, heading + 1, stages, &columns, &mut log);
            let rows = others::rows_out(grid, rows, stages, &mut log);
            let places = with_scores(grid, heading, details.clone());
            for (column, _) in details.iter().filter(|column| !places.contains(column)) {
                let name = grid.cell(heading, *column).to_owned();
                log.note(Note::LeftOut(Strip { axis: Axis::Column, at: *column as u32 + 1, name }, Why::Scores));
            }
            let details = places;
            let more = Columns { grid, heading, places: details.clone() };
            let details = (!details.is_empty()).then(|| Details::of(&more, &mut log));
            Lattice { grid, rows, columns, heading: Some(heading), names: stages, down: true, details }
                .read(&mut builder, &mut log);
        }
    }
    let draft = builder.finish(&mut log);
    let cards = draft.stages.iter().flat_map(|stage| &stage.cells).map(Vec::len).sum();
    if log.faults.is_empty() && draft.stages.is_empty() && draft.lanes.is_empty() {
        log.fault(Problem::NothingThere, nowhere, "");
    }
    log.note(Note::Map { stages: draft.stages.len(), lanes: draft.lanes.len(), cards });
    log.finish(Some(draft))
}

/// Rows above the heading are left out and named.
fn titles(grid: &Grid, heading: usize, log: &mut Log) {
    for row in 0..heading {
        let name = (0..grid.length(row)).map(|column| grid.cell(row, column)).find(|text| !text.is_empty());
        let strip = Strip { axis: Axis::Row, at: grid.place(row, 0).row, name: name.unwrap_or_default().to_owned() };
        log.note(Note::LeftOut(strip, Why::Title));
    }
}

/// A name in the corner may be that of the first stage where the stages behind it have none: it is named.
fn corner(grid: &Grid, heading: Option<usize>, columns: &[usize], log: &mut Log) {
    let Some(heading) = heading else { return };
    let name = grid.cell(heading, 0);
    let is_stage = !name.is_empty() && !words::is_corner(&fold::key(name)) && !is_stage_column(grid, heading, 0);
    if is_stage && columns.first().is_some_and(|column| grid.cell(heading, *column).is_empty()) {
        let strip = Strip { axis: Axis::Column, at: 1, name: name.to_owned() };
        log.note(Note::LeftOut(strip, Why::Unknown));
    }
}

/// Whether a column holds anything from a row on.
fn is_filled(grid: &Grid, from: usize, column: usize) -> bool {
    (from..grid.height()).any(|row| !grid.cell(row, column).is_empty())
}

/// The columns without one of scores that holds none: other tools count them in one number, or in words. Next to frequency and
/// impact it says nothing more.
fn with_scores(grid: &Grid, heading: usize, mut columns: Vec<(usize, CardColumn)>) -> Vec<(usize, CardColumn)> {
    let graded =
        [CardColumn::Frequency, CardColumn::Impact].iter().all(|grade| columns.iter().any(|(_, c)| c == grade));
    columns.retain(|(at, column)| {
        let cells = || (heading + 1..grid.height()).map(|row| grid.cell(row, *at)).filter(|text| !text.is_empty());
        graded
            || *column != CardColumn::Score
            || cells().next().is_none()
            || cells().any(|text| details::score(text).is_some())
    });
    columns
}

/// What columns hold by their headings, and by what somebody chose.
fn chosen_columns(mut columns: Vec<(usize, CardColumn)>, log: &Log) -> Vec<(usize, CardColumn)> {
    for choice in log.context.choices.iter() {
        if let Choice::Column(number, role) = choice {
            let at = (*number as usize).saturating_sub(1);
            columns.retain(|(column, _)| *column != at);
            if let Role::Card(card) = role {
                columns.retain(|(_, column)| column != card);
                columns.push((at, *card));
            }
        }
    }
    columns.arrange_by_key(|(at, _)| *at);
    columns
}
