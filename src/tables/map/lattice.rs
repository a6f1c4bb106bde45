//! A map as a grid: stages across and lanes down, or the other way round.

use super::builder::{Builder, card};
use super::details::Details;
use super::feelings::{is_on_a_scale, is_rated};
use super::words::{is_rating, lane_called, says_satisfaction};
use crate::model::journey::LaneKind;
use crate::tables::choice::Choice;
use crate::tables::fold::{self, trimmed};
use crate::tables::grid::Grid;
use crate::tables::guard::as_typed;
use crate::tables::list;
use crate::tables::note::{Note, Why};
use crate::tables::place::{Axis, CellPlace, Strip};
use crate::tables::question::About;
use crate::tables::reading::Log;

/// The rows of a grid from `first` on, each with the row that names it in the column `names`: one without a name goes on with the one
/// above, as merged cells come out of a spreadsheet, where that is wanted. Rows that hold nothing in `columns` and have no name are
/// none.
pub(super) fn named_rows(
    grid: &Grid,
    first: usize,
    names: usize,
    columns: &[usize],
    log: &mut Log,
) -> Vec<(usize, usize)> {
    let is_named = |row: usize| !grid.cell(row, names).is_empty();
    let holds = |row: usize| columns.iter().any(|column| !grid.cell(row, *column).is_empty());
    let bare: Vec<usize> = (first..grid.height()).filter(|row| !is_named(*row) && holds(*row)).collect();
    let top = (first..grid.height()).find(|row| is_named(*row)).unwrap_or(first);
    let about = |row: &usize| About::Cells(grid.place(*row, names), bare.len());
    let below = bare.iter().find(|row| **row > top);
    let goes_on = below.is_some_and(|row| log.ask_whether(about(row), Choice::NamesFromAbove, true));
    let (mut rows, mut taken, mut named) = (Vec::new(), 0, None);
    for row in first..grid.height() {
        if is_named(row) {
            named = Some(row);
            rows.push((row, row));
        } else if let (true, Some(above), true) = (goes_on, named, holds(row)) {
            taken += 1;
            rows.push((row, above));
        } else if holds(row) {
            let said = columns.iter().map(|column| grid.cell(row, *column)).find(|text| !text.is_empty());
            let name = said.unwrap_or_default().to_owned();
            log.note(Note::LeftOut(Strip { axis: Axis::Row, at: grid.place(row, 0).row, name }, Why::NoName));
        }
    }
    if taken > 0 {
        log.note(Note::NamesFromAbove(taken));
    }
    rows
}

/// Whether a cell of a grid says that there is no card: a dash, "n/a".
fn says_none(text: &str) -> bool {
    let key = fold::key(text);
    key.is_empty() && text.chars().count() < 4 || matches!(key.as_str(), "n/a" | "na" | "н/д")
}

/// A grid of stages and lanes, either way round.
pub(super) struct Lattice<'a> {
    pub grid: &'a Grid,
    /// The rows of the grid that hold lanes, or stages where `down` is set, each with the row that names it.
    pub rows: Vec<(usize, usize)>,
    /// The columns that hold stages, or lanes.
    pub columns: Vec<usize>,
    /// The row that names the columns.
    pub heading: Option<usize>,
    /// The column that names the rows.
    pub names: usize,
    /// Whether stages stand in rows.
    pub down: bool,
    /// What the rows say more of a friction.
    pub details: Option<Details<'a>>,
}

impl Lattice<'_> {
    fn text(&self, row: usize, column: usize) -> &str {
        trimmed(as_typed(self.grid.raw(row, column)))
    }

    fn cells(&self) -> impl Iterator<Item = (usize, usize)> {
        self.rows.iter().flat_map(|(row, _)| self.columns.iter().map(move |column| (*row, *column)))
    }

    /// Reads the grid. A cell may hold several cards, a line each.
    pub fn read(&self, builder: &mut Builder, log: &mut Log) {
        let by_lines = self.by_lines(log);
        let feelings = |name: &str| lane_called(&fold::key(name)).is_some_and(|kind| !kind.holds_cards());
        let rated = |at: usize, is: fn(&str) -> bool| {
            let mut cells = self.cells().filter(|(row, column)| at == if self.down { *column } else { *row });
            cells.all(|(row, column)| self.text(row, column).is_empty() || is(self.text(row, column)))
        };
        let heading = |column: usize| self.heading.map_or("", |heading| self.text(heading, column));
        let is_sign = |(row, named): &(usize, usize)| {
            self.columns.iter().any(|column| {
                let lane = if self.down { heading(*column) } else { self.text(*named, self.names) };
                matches!(self.text(*row, *column), "+" | "++") && feelings(lane)
            })
        };
        builder.signs = self.rows.iter().any(is_sign);
        let (mut stages, mut lanes) = (Vec::new(), Vec::new());
        let across: Vec<(usize, String, CellPlace)> = self
            .columns
            .iter()
            .map(|column| (*column, heading(*column).to_owned(), self.grid.place(self.heading.unwrap_or(0), *column)))
            .collect();
        let down: Vec<(usize, String, CellPlace)> = self
            .rows
            .iter()
            .map(|(row, named)| (*row, self.text(*named, self.names).to_owned(), self.grid.place(*row, self.names)))
            .collect();
        let (of_stages, of_lanes) = if self.down { (&down, &across) } else { (&across, &down) };
        let goes_on = !self.down && self.goes_on_from_left(&across, log);
        for (at, name, place) in of_stages {
            // A merged heading stands over several columns.
            if let Some((_, stage)) = stages.last().filter(|_| goes_on && name.is_empty()) {
                stages.push((*at, *stage));
                continue;
            }
            let (name, subtitle) = name.split_once('\n').unwrap_or((name, ""));
            let (name, subtitle) = (trimmed(name), trimmed(subtitle));
            // Several rows of one stage go together; columns stand for themselves.
            let stage = if self.down && !name.is_empty() && subtitle.is_empty() {
                builder.stage(name, *place, log)
            } else {
                builder.begin_stage(name, subtitle, *place, log)
            };
            stages.extend(stage.map(|stage| (*at, stage)));
        }
        let is_felt = of_lanes.iter().any(|(_, name, _)| feelings(name));
        for (at, name, place) in of_lanes {
            // Where no lane is about feelings, ratings of the stages are.
            let key = fold::key(name);
            let is_number = says_satisfaction(&key) && rated(*at, is_on_a_scale);
            if !is_felt && (is_number || is_rating(&key) && rated(*at, is_rated)) {
                builder.feelings_called.clone_from(name);
                lanes.extend(builder.lane_of_kind(LaneKind::Emotion, *place, log).map(|lane| (*at, lane)));
                continue;
            }
            if feelings(name) && builder.feelings_called.is_empty() {
                builder.feelings_called.clone_from(name);
            }
            lanes.extend(builder.lane(name, *place, log).map(|lane| (*at, lane)));
        }
        let kinds: Vec<LaneKind> = lanes.iter().map(|(_, lane)| builder.draft.lanes[*lane].kind).collect();
        // Details are a friction's, or else those of the first cards.
        let scored = kinds.iter().position(|kind| *kind == LaneKind::Friction);
        let scored = scored.or_else(|| kinds.iter().position(|kind| kind.holds_cards())).map(|at| lanes[at].1);
        for (at_stage, stage) in &stages {
            for (at_lane, lane) in &lanes {
                let (row, column) = if self.down { (*at_stage, *at_lane) } else { (*at_lane, *at_stage) };
                let place = self.grid.place(row, column);
                let text = self.text(row, column);
                let is_card = builder.draft.lanes[*lane].kind.holds_cards();
                if text.is_empty() || is_card && says_none(text) {
                    continue;
                }
                if by_lines && builder.draft.lanes[*lane].kind.holds_cards() {
                    list::lines(text).for_each(|line| builder.card(*stage, *lane, card(line), place));
                } else {
                    builder.card(*stage, *lane, card(text), place);
                }
                if let Some(details) = self.details.as_ref().filter(|_| scored == Some(*lane)) {
                    builder.say_more(*stage, *lane, details.of_row(row, log));
                }
            }
        }
    }

    /// Whether columns without a name belong to the stage on their left, as those below a merged heading do.
    fn goes_on_from_left(&self, across: &[(usize, String, CellPlace)], log: &mut Log) -> bool {
        let named = across.iter().position(|(_, name, _)| !name.is_empty()).unwrap_or(across.len());
        let bare: Vec<CellPlace> =
            across[named..].iter().filter(|(_, name, _)| name.is_empty()).map(|(.., place)| *place).collect();
        let Some(first) = bare.first() else { return false };
        let is_taken = log.ask_whether(About::Cells(*first, bare.len()), Choice::NamesFromLeft, true);
        if is_taken {
            log.note(Note::NamesFromLeft(bare.len()));
        }
        is_taken
    }

    /// Whether each line of a cell becomes a card: certain where all lines begin as those of a list do, else it is asked.
    fn by_lines(&self, log: &mut Log) -> bool {
        let several: Vec<(usize, usize)> =
            self.cells().filter(|(row, column)| list::lines(self.text(*row, *column)).count() > 1).collect();
        let Some((row, column)) = several.first() else { return true };
        let items = |(row, column): &(usize, usize)| {
            self.text(*row, *column).lines().filter(|line| !line.trim().is_empty()).all(list::is_item)
        };
        let chosen = log.choice(|choice| if let Choice::LineByLine(lines) = choice { Some(*lines) } else { None });
        let about = About::Cells(self.grid.place(*row, *column), several.len());
        let taken = chosen.is_none() && several.iter().all(items) || log.ask_whether(about, Choice::LineByLine, true);
        if taken {
            log.note(Note::LineByLine(several.len()));
        }
        taken
    }
}
