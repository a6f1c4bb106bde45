//! Which form a map was pasted in: a card a row, or a grid of stages and lanes.

use super::feelings::is_rated;
use super::words::{column_called, is_corner, is_rating, is_stage_text, lane_called, may_be_lanes};
use crate::arrange::{Arrange, set_of};
use crate::model::journey::LaneKind;
use crate::tables::choice::Choice;
use crate::tables::fold;
use crate::tables::grid::Grid;
use crate::tables::question::About;
use crate::tables::reading::Log;
use crate::tables::role::CardColumn;

/// How many rows may stand above the heading.
const TITLES: usize = 20;

/// A form, with the row of the grid that names its columns.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Form {
    /// A card a row; what each column holds, where it is known.
    Cards {
        /// The row that names the columns.
        heading: usize,
        /// Columns and what they hold.
        columns: Vec<(usize, CardColumn)>,
        /// The lane of all cards, where the column of their words is called by one.
        lane: Option<LaneKind>,
    },
    /// Stages across, lanes down; `None` when no row names the stages.
    StagesAcross {
        /// The row that names the stages.
        heading: Option<usize>,
        /// The column that names the lanes: the second one where the first groups them.
        names: usize,
    },
    /// Stages down, lanes across.
    StagesDown {
        /// The row that names the lanes.
        heading: usize,
        /// The column that names the stages.
        stages: usize,
        /// Columns that say more of a friction.
        details: Vec<(usize, CardColumn)>,
    },
}

impl Form {
    /// The form that headings or lanes show; `None` where neither names a map.
    pub fn of(grid: &Grid) -> Option<Self> {
        let looked = grid.height().min(TITLES);
        let form = grouped(grid).or_else(|| (0..looked).find_map(|row| by_heading(grid, row)));
        form.or_else(|| across(grid)).map(|form| form.below_phases(grid))
    }

    /// A grid of words whose lanes nobody knows: stages stand behind an empty corner, or one that names them, and each row below
    /// has a name.
    pub fn of_words(grid: &Grid) -> Option<Self> {
        let heading = (0..grid.height().min(TITLES)).find(|row| grid.length(*row) > 2)?;
        let corner = fold::key(grid.cell(heading, 0));
        let is_named = (heading + 1..grid.height()).all(|row| !grid.cell(row, 0).is_empty());
        let cells = (heading..grid.height()).flat_map(|row| (1..grid.length(row)).map(move |at| grid.cell(row, at)));
        let (mut words, mut numbers) = (0, 0);
        for text in cells.filter(|text| !text.is_empty()) {
            *(if text.chars().any(char::is_alphabetic) { &mut words } else { &mut numbers }) += 1;
        }
        let is_corner = is_corner(&corner) || column_called(&corner) == Some(CardColumn::Stage);
        let is_grid = is_corner && is_named && heading + 2 < grid.height() && words >= numbers * 3;
        is_grid.then_some(Form::StagesAcross { heading: Some(heading), names: 0 })
    }

    /// The same with the stages in the row below, where the row above names phases that span them.
    fn below_phases(self, grid: &Grid) -> Self {
        match self {
            Form::StagesAcross { heading: Some(heading), names: 0 } if spans(grid, heading) => {
                Form::StagesAcross { heading: Some(heading + 1), names: 0 }
            }
            form => form,
        }
    }

    /// The form with its stages in rows or in columns as somebody chose. Below a corner that says "stage" and beside names that
    /// are no known lanes they may run either way, and that is asked.
    pub fn turned(self, grid: &Grid, log: &mut Log) -> Self {
        let chosen = log.choice(|choice| if let Choice::StagesDown(down) = choice { Some(*down) } else { None });
        match self {
            Form::StagesAcross { heading: Some(heading), names: 0 } => {
                let is_open = is_stage_column(grid, heading, 0) && lanes_in(grid, 0) == 0;
                let down = match chosen {
                    None if is_open => log.ask_whether(About::Table, Choice::StagesDown, holds_numbers(grid, heading)),
                    chosen => chosen.unwrap_or(false),
                };
                if down { Form::StagesDown { heading, stages: 0, details: Vec::new() } } else { self }
            }
            Form::StagesDown { heading, stages, .. } if chosen == Some(false) => {
                Form::StagesAcross { heading: Some(heading), names: stages }
            }
            form => form,
        }
    }

    /// Whether the form shows a map beyond doubt, so that numbers are looked for in vain.
    pub fn is_clear(&self, grid: &Grid) -> bool {
        match self {
            Form::Cards { columns, lane, .. } => {
                let has = |column: CardColumn| columns.iter().any(|(_, other)| *other == column);
                let strict =
                    |column: &(usize, CardColumn)| column.1 != CardColumn::Lane || lanes_in(grid, column.0) > 0;
                let lanes = columns.iter().filter(|column| column.1 == CardColumn::Lane).all(strict);
                lane.is_some() || has(CardColumn::Stage) && (has(CardColumn::Text) || has(CardColumn::Lane) && lanes)
            }
            Form::StagesAcross { names, .. } => lanes_in(grid, *names) > 1,
            Form::StagesDown { .. } => true,
        }
    }
}

/// How many of the first cells of a column name kinds of lanes.
fn lanes_in(grid: &Grid, column: usize) -> usize {
    let cells = (0..grid.height().min(200)).map(|row| grid.cell(row, column));
    let kinds = cells.filter_map(|text| lane_called(&fold::key(text.split(": ").next().unwrap_or(text))));
    set_of(kinds).len()
}

/// Whether a corner is empty, or names the steps behind it and no lane.
fn is_corner_of_steps(text: &str) -> bool {
    const STEPS: [&str; 8] = ["step", "steps", "substage", "sub-stage", "шаг", "шаги", "подэтап", "подэтапы"];
    let key = fold::key(text);
    key.is_empty() || STEPS.contains(&key.as_str()) && lane_called(&key).is_none()
}

/// Whether one column alone stands behind the first, or one holds nothing but numbers: something of each row is measured.
fn holds_numbers(grid: &Grid, heading: usize) -> bool {
    let is_measured = |column: usize| {
        let cells = (heading + 1..grid.height()).map(|row| grid.cell(row, column)).filter(|text| !text.is_empty());
        let (all, letters) = cells
            .fold((0, 0), |(all, letters), text| (all + 1, letters + usize::from(text.contains(char::is_alphabetic))));
        all > 1 && letters == 0
    };
    grid.length(heading) == 2 || (1..grid.length(heading)).any(is_measured)
}

/// Whether each text of a row stands over one or more of the row below, which has no name and no gap.
fn spans(grid: &Grid, row: usize) -> bool {
    let below = row + 1;
    let is_filled = |row: usize, column: &usize| !grid.cell(row, *column).is_empty();
    let width = grid.length(row).max(grid.length(below));
    let gaps = (1..width).filter(|column| !is_filled(row, column)).count();
    below < grid.height()
        && is_corner_of_steps(grid.cell(below, 0))
        && gaps > 0
        && is_filled(row, &1)
        && (1..width).all(|column| is_filled(below, &column))
}

/// Whether a column counts its rows.
pub(super) fn counts_rows(grid: &Grid, heading: usize, column: usize) -> bool {
    let cells = (heading + 1..grid.height()).map(|row| grid.cell(row, column)).filter(|text| !text.is_empty());
    let numbers: Option<Vec<usize>> = cells.map(|text| text.trim_end_matches('.').parse().ok()).collect();
    numbers.is_some_and(|numbers| numbers.len() > 1 && numbers.iter().zip(1..).all(|(number, at)| *number == at))
}

/// Columns that say more of a card.
const DETAILS: [CardColumn; 8] = [
    CardColumn::Frequency,
    CardColumn::Impact,
    CardColumn::Score,
    CardColumn::Owner,
    CardColumn::NextStep,
    CardColumn::Due,
    CardColumn::Evidence,
    CardColumn::Tags,
];

fn by_heading(grid: &Grid, heading: usize) -> Option<Form> {
    let keys: Vec<String> =
        (0..grid.length(heading).min(500)).map(|column| fold::key(grid.cell(heading, column))).collect();
    let mut columns: Vec<(usize, CardColumn)> =
        keys.iter().enumerate().filter_map(|(at, key)| Some((at, column_called(key)?))).collect();
    if columns.iter().all(|(_, column)| *column != CardColumn::Lane) {
        let lanes = |at: &usize| may_be_lanes(&keys[*at]) && lanes_in(grid, *at) > 0;
        columns.extend((0..keys.len()).find(lanes).map(|at| (at, CardColumn::Lane)));
        columns.arrange_by_key(|(at, _)| *at);
    }
    // What a database calls the name of a record is the words of a card, where others say its stage and lane.
    let has = |wanted: CardColumn| columns.iter().any(|(_, column)| *column == wanted);
    if has(CardColumn::Stage) && has(CardColumn::Lane) && !has(CardColumn::Text) {
        let is_free = |at: &usize| columns.iter().all(|(column, _)| column != at);
        let named = (0..keys.len()).filter(is_free).find(|at| is_record_name(&keys[*at]));
        columns.extend(named.map(|at| (at, CardColumn::Text)));
        columns.arrange_by_key(|(at, _)| *at);
    }
    // Boards have columns and lists where maps have stages.
    if has_all(&columns, &[CardColumn::Lane, CardColumn::Text]) && !has_all(&columns, &[CardColumn::Stage]) {
        columns.extend((0..keys.len()).find(|at| is_board_column(&keys[*at])).map(|at| (at, CardColumn::Stage)));
        columns.arrange_by_key(|(at, _)| *at);
    }
    let stages = finest(grid, heading, &columns)?;
    // Lanes below the word for stages: the other headings are the stages, whatever they are called.
    let are_steps = is_stage_column(grid, heading + 1, 0) && !are_steps_of_stages(grid, heading);
    if stages == 0 && are_lanes(grid, heading) && !are_steps {
        return Some(Form::StagesAcross { heading: Some(heading), names: 0 });
    }
    // Of several columns that name stages the others only sum them up.
    columns.retain(|(at, column)| *column != CardColumn::Stage || *at == stages);
    // Ratings are no frequency and impact: they say how a stage feels.
    let is_felt = columns.iter().any(|(_, column)| *column == CardColumn::Emotion);
    let rated = |at: usize| {
        let mut cells =
            (heading + 1..grid.height()).map(|row| grid.cell(row, at)).filter(|text| !text.is_empty()).peekable();
        is_rating(&keys[at]) && cells.peek().is_some() && cells.all(is_rated)
    };
    for (at, column) in columns.iter_mut().filter(|_| !is_felt) {
        if *column == CardColumn::Score && rated(*at) {
            *column = CardColumn::Emotion;
        }
    }
    let find = |wanted: CardColumn| columns.iter().find(|(_, column)| *column == wanted).map(|(at, _)| *at);
    let first_of_kind: Vec<(usize, CardColumn)> =
        columns.iter().copied().filter(|(at, column)| find(*column) == Some(*at)).collect();
    let lanes: Vec<(usize, LaneKind)> =
        keys.iter().enumerate().filter_map(|(at, key)| Some((at, lane_called(key)?))).collect();
    let holds_cards: Vec<&(usize, LaneKind)> = lanes.iter().filter(|(_, kind)| kind.holds_cards()).collect();
    // Beside lanes of their own "Notes" are no cards.
    let is_text = |at: usize| holds_cards.is_empty() || !is_stage_text(&keys[at]);
    if find(CardColumn::Text).is_some_and(is_text) || find(CardColumn::Lane).is_some() {
        return Some(Form::Cards { heading, columns: first_of_kind, lane: None });
    }
    let details: Vec<(usize, CardColumn)> =
        first_of_kind.iter().copied().filter(|(_, column)| DETAILS.contains(column)).collect();
    if let [(at, kind)] = holds_cards[..]
        && !details.is_empty()
    {
        let mut columns = first_of_kind;
        columns.retain(|(column, role)| column != at && *role != CardColumn::Text);
        columns.push((*at, CardColumn::Text));
        return Some(Form::Cards { heading, columns, lane: Some(*kind) });
    }
    (!lanes.is_empty()).then_some(Form::StagesDown { heading, stages, details })
}

/// Whether all of some roles are known.
fn has_all(columns: &[(usize, CardColumn)], wanted: &[CardColumn]) -> bool {
    wanted.iter().all(|wanted| columns.iter().any(|(_, column)| column == wanted))
}

/// Whether a heading stands over what boards call the places of cards.
fn is_board_column(key: &str) -> bool {
    matches!(
        key,
        "column"
            | "list"
            | "list name"
            | "board column"
            | "section"
            | "frame"
            | "group"
            | "колонка"
            | "столбец"
            | "список"
            | "раздел"
            | "секция"
            | "фрейм"
            | "группа"
    )
}

/// Whether the row below stages holds one step of each, and is no finer row of stages: both are filled throughout.
fn are_steps_of_stages(grid: &Grid, heading: usize) -> bool {
    let key = |row: usize| fold::key(grid.cell(row, 0));
    let is_filled = |row: usize| (1..grid.length(heading)).all(|column| !grid.cell(row, column).is_empty());
    let names = set_of((1..grid.length(heading)).map(|column| fold::key(grid.cell(heading, column))));
    let are_apart = names.len() + 1 == grid.length(heading);
    is_corner_of_steps(&key(heading + 1))
        && !is_corner_of_steps(&key(heading))
        && are_apart
        && is_filled(heading)
        && is_filled(heading + 1)
}

/// Whether a heading stands over the names of records.
fn is_record_name(key: &str) -> bool {
    matches!(key, "name" | "title" | "task" | "item" | "имя" | "название" | "заголовок" | "задача" | "элемент")
}

/// Whether the first column names lanes of several kinds below a row, and hardly anything else.
fn are_lanes(grid: &Grid, heading: usize) -> bool {
    let cells = (heading + 1..grid.height().min(200)).map(|row| grid.cell(row, 0)).filter(|text| !text.is_empty());
    let kinds: Vec<Option<LaneKind>> = cells.map(|text| lane_called(&fold::key(text))).collect();
    let known: Vec<LaneKind> = kinds.iter().flatten().copied().collect();
    known.len() * 2 > kinds.len() && set_of(known).len() > 1
}

/// Of the columns that name stages, such as one of phases before one of steps, the one with the most names.
fn finest(grid: &Grid, heading: usize, columns: &[(usize, CardColumn)]) -> Option<usize> {
    let names = |at: usize| {
        let cells = (heading + 1..grid.height()).map(|row| fold::key(grid.cell(row, at)));
        set_of(cells.filter(|name| !name.is_empty())).len()
    };
    let stages = columns.iter().filter(|(_, column)| *column == CardColumn::Stage).map(|(at, _)| *at);
    // Of equals the first.
    stages.rev().max_by_key(|at| names(*at))
}

/// Whether the heading of a column says that it names stages.
pub(super) fn is_stage_column(grid: &Grid, heading: usize, column: usize) -> bool {
    column_called(&fold::key(grid.cell(heading, column))) == Some(CardColumn::Stage)
}

/// Lanes in the first column: two kinds known, or one below a corner that says what it is.
fn across(grid: &Grid) -> Option<Form> {
    let is_lane = |row: &usize| {
        let keys: Vec<String> = (0..grid.length(*row)).map(|column| fold::key(grid.cell(*row, column))).collect();
        keys.len() > 1
            && !keys[0].is_empty()
            && is_corner(&keys[0])
            && keys[1..].iter().all(|key| column_called(key).is_none())
    };
    // Words below "Card" are no stage of that name.
    let names_text = |row: usize| {
        let keys = (1..grid.length(row)).map(|column| fold::key(grid.cell(row, column)));
        is_lanes(&fold::key(grid.cell(row, 0))) && keys.into_iter().any(|key| is_text(&key))
    };
    if names_text(0) {
        return None;
    }
    if let Some(heading) = (0..grid.height().min(TITLES)).find(is_lane).filter(|row| row + 1 < grid.height()) {
        return Some(Form::StagesAcross { heading: Some(heading), names: 0 });
    }
    let kind = |row: &usize| lane_called(&fold::key(grid.cell(*row, 0).split(": ").next().unwrap_or(""))).is_some();
    let first = (0..grid.height().min(TITLES + 60)).find(kind)?;
    // The first row of several cells above the lanes names the stages, whatever its corner says.
    let heading = (0..first).find(|row| grid.length(*row) > 1);
    let said = heading.is_some_and(|row| is_corner(&fold::key(grid.cell(row, 0))) && !grid.cell(row, 0).is_empty());
    // One column is a list of words, unless all of them are lanes.
    let is_list = heading.is_none() && grid.width() < 2 && !(0..grid.height()).all(|row| kind(&row));
    ((lanes_in(grid, 0) > 1 || said) && !is_list).then_some(Form::StagesAcross { heading, names: 0 })
}

/// Whether a heading stands over lanes.
fn is_lanes(key: &str) -> bool {
    column_called(key) == Some(CardColumn::Lane)
}

/// Whether a heading stands over the words of cards, and is hardly a stage.
fn is_text(key: &str) -> bool {
    matches!(
        key,
        "text"
            | "card"
            | "cards"
            | "card text"
            | "sticky"
            | "текст"
            | "карточка"
            | "карточки"
            | "текст карточки"
            | "стикер"
    )
}

/// Lanes in the second column, below a heading that says so or below none, and their groups in the first: "Frontstage, Actions".
fn grouped(grid: &Grid) -> Option<Form> {
    let is_heading = |row: &usize| {
        let key = |column: usize| fold::key(grid.cell(*row, column));
        let stages = 2..grid.length(*row);
        let kinds = |column: usize| {
            let keys = (row + 1..grid.height().min(200)).map(|row| fold::key(grid.cell(row, column)));
            set_of(keys.filter_map(|key| lane_called(&key))).len()
        };
        let is_named = |below: usize| !grid.cell(below, 1).is_empty() || grid.length(below) == 0;
        let is_bare = key(1).is_empty()
            && is_corner(&key(0))
            && kinds(1) > kinds(0).max(1)
            && (row + 1..grid.height()).all(is_named);
        stages.len() > 1
            && stages.clone().all(|column| !key(column).is_empty() && column_called(&key(column)).is_none())
            && (is_bare || names_lanes(&key(1)) && kinds(1) > 0)
    };
    let heading = (0..grid.height().min(TITLES)).find(is_heading)?;
    Some(Form::StagesAcross { heading: Some(heading), names: 1 })
}

/// Whether a heading stands over the names of lanes.
fn names_lanes(key: &str) -> bool {
    column_called(key) == Some(CardColumn::Lane)
        || matches!(key, "sub lane" | "sublane" | "sub row" | "поддорожка" | "подстрока")
}
