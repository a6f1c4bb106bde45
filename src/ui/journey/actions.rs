//! What verbs do to the place at the cursor, whether a key, a menu or a button asks for it.

use super::board::{Board, Editing};
use super::editor;
use crate::edit::Command;
use crate::insight::walk::{Spot, Way};
use crate::model::journey::LaneKind;
use crate::model::quantity::{LaneId, StageId};
use crate::model::{Cell, Key};

/// Deletes what is at `spot`, without a question and with a way back.
pub fn delete(board: Board, spot: Spot) {
    let words = board.mw();
    match spot {
        Spot::Card(card) => {
            let next = board.ground(|ground| ground.after(card));
            board.desk.seal();
            board.dispatch_with_notice(Command::DeleteCard(card), words.deleted_card.into(), next);
        }
        Spot::Stage(stage) => take_stage_away(board, stage, words.deleted_stage),
        Spot::Lane(lane) => {
            let cards = cards_in(board, lane);
            let text = (words.deleted_lane)(&leptos::prelude::untrack(|| board.lane_name(lane)), cards);
            let next = neighbour(board, spot, Way::Down).or(neighbour(board, spot, Way::Up));
            board.dispatch_with_notice(Command::DeleteLane(lane), text, next);
        }
        Spot::Cell(cell) => {
            if board.kind(cell.lane) == LaneKind::Emotion {
                board.dispatch(Command::SetEmotion(cell.stage, None));
                board.desk.seal();
            }
        }
    }
}

/// Takes a stage away with its cards, with a way back; `say` has its name and the number of its cards.
pub fn take_stage_away(board: Board, stage: StageId, say: fn(&str, usize) -> String) {
    let cards = board.desk.peek(|e| e.stage(stage).map_or(0, |stage| stage.all_cards().count()));
    let text = say(&leptos::prelude::untrack(|| board.stage_name(stage)), cards);
    let spot = Spot::Stage(stage);
    let next = neighbour(board, spot, Way::Right).or(neighbour(board, spot, Way::Left));
    board.dispatch_with_notice(Command::DeleteStage(stage), text, next);
}

/// Hides the lane at `spot`, with a way back.
pub fn hide_lane(board: Board, spot: Spot) {
    if let Spot::Lane(lane) = spot {
        let next = board.ground(|ground| ground.step(spot, Way::Down).or(ground.step(spot, Way::Up)));
        let text = board.mw().hidden_lane.into();
        board.dispatch_with_notice(Command::SetLaneHidden(lane, true), text, next);
    }
}

/// Copies what is at `spot` and goes to the copy.
pub fn duplicate(board: Board, spot: Spot) {
    let command = match spot {
        Spot::Card(card) => Command::DuplicateCards(vec![card]),
        Spot::Stage(stage) => Command::DuplicateStage(stage),
        Spot::Lane(_) | Spot::Cell(_) => return,
    };
    let made = board.dispatch(command).made();
    board.settle_at(made.and_then(spot_of_key));
}

/// Moves what is at `spot` one step; a card goes to the next cell at the edge of its own.
pub fn shift(board: Board, spot: Spot, way: Way) {
    match spot {
        Spot::Card(card) => {
            let Some((from, at)) = board.desk.peek(|e| e.place(card)) else { return };
            let last = board.desk.peek(|e| e.stage(from.stage).map_or(0, |stage| stage.cards(from.lane).len())) - 1;
            let (to, at) = match way {
                Way::Up if at > 0 => (Some(from), at - 1),
                Way::Down if at < last => (Some(from), at + 1),
                Way::Down => (card_cell_beyond(board, from, way), 0),
                Way::Up => (card_cell_beyond(board, from, way), usize::MAX),
                _ => (card_cell_beyond(board, from, way), at),
            };
            if let Some(to) = to {
                board.dispatch(Command::MoveCard { card, to, at });
            }
        }
        Spot::Stage(stage) => {
            let at = place(&board.desk.peek(|e| e.journey(board.journey).map(|j| j.stages.clone())), stage);
            if let Some(to) = at.and_then(|at| stepped(at, way, Way::Left, Way::Right)) {
                board.dispatch(Command::MoveStage { stage, to });
            }
        }
        Spot::Lane(lane) => {
            // Past hidden lanes: to where the next shown one is.
            let next = board.ground(|ground| match ground.step(Spot::Lane(lane), way) {
                Some(Spot::Lane(next)) if matches!(way, Way::Up | Way::Down) => Some(next),
                _ => None,
            });
            let to = next
                .and_then(|next| place(&board.desk.peek(|e| e.journey(board.journey).map(|j| j.lanes.clone())), next));
            if let Some(to) = to {
                board.dispatch(Command::MoveLane { lane, to });
            }
        }
        Spot::Cell(_) => return,
    }
    board.settle_at(Some(spot));
}

/// Adds a stage behind the one at `spot`, or a free lane below the one at `spot`, and starts to name it.
pub fn add_after(board: Board, spot: Spot) {
    match spot {
        Spot::Lane(lane) => add_lane(board, LaneKind::Free, Some(lane)),
        Spot::Stage(stage) => add_stage(board, Some(stage), 1),
        Spot::Cell(_) | Spot::Card(_) => add_stage(board, board.cell_of(spot).map(|cell| cell.stage), 1),
    }
}

/// Adds a stage `offset` places behind `beside` (at the end without one) and starts to name it.
pub fn add_stage(board: Board, beside: Option<StageId>, offset: usize) {
    let stages = board.desk.peek(|e| e.journey(board.journey).map(|j| j.stages.clone()));
    let at = beside.and_then(|stage| place(&stages, stage)).map_or(usize::MAX, |at| at + offset);
    if let Some(Key::Stage(stage)) = board.dispatch(Command::AddStage { journey: board.journey, at }).made() {
        edit_soon(board, Spot::Stage(stage), Editing::StageName(stage));
    }
}

/// Adds a lane below `above` (at the end without one); one without a name of its own kind is named at once.
pub fn add_lane(board: Board, kind: LaneKind, above: Option<LaneId>) {
    let lanes = board.desk.peek(|e| e.journey(board.journey).map(|j| j.lanes.clone()));
    let at = above.and_then(|lane| place(&lanes, lane)).map_or(usize::MAX, |at| at + 1);
    if let Some(Key::Lane(lane)) = board.dispatch(Command::AddLane { journey: board.journey, kind, at }).made() {
        let spot = Spot::Lane(lane);
        if kind == LaneKind::Free {
            edit_soon(board, spot, Editing::LaneName(lane));
        } else {
            board.settle_at(Some(spot));
        }
    }
}

/// The cell next to `from` that takes cards: the emotion lane is stepped over.
pub fn card_cell_beyond(board: Board, from: Cell, way: Way) -> Option<Cell> {
    let mut cell = from;
    loop {
        cell = board.ground(|ground| ground.neighbour(cell, way))?;
        if board.kind(cell.lane).holds_cards() {
            return Some(cell);
        }
    }
}

/// The place of what a command made.
pub fn spot_of_key(key: Key) -> Option<Spot> {
    match key {
        Key::Card(card) => Some(Spot::Card(card)),
        Key::Stage(stage) => Some(Spot::Stage(stage)),
        Key::Lane(lane) => Some(Spot::Lane(lane)),
        _ => None,
    }
}

/// How many cards a lane of the map holds.
fn cards_in(board: Board, lane: LaneId) -> usize {
    board.desk.peek(|e| {
        let stages = e.journey(board.journey).map(|journey| journey.stages.as_slice()).unwrap_or_default();
        stages.iter().filter_map(|&stage| e.stage(stage)).map(|stage| stage.cards(lane).len()).sum()
    })
}

fn edit_soon(board: Board, spot: Spot, editing: Editing) {
    board.view.after_update(move || {
        board.go(spot);
        editor::begin(board, editing);
    });
}

fn neighbour(board: Board, spot: Spot, way: Way) -> Option<Spot> {
    board
        .ground(|ground| ground.step(spot, way))
        .filter(|next| std::mem::discriminant(next) == std::mem::discriminant(&spot))
}

fn place<T: PartialEq>(list: &Option<Vec<T>>, item: T) -> Option<usize> {
    list.as_ref()?.iter().position(|other| *other == item)
}

fn stepped(at: usize, way: Way, back: Way, on: Way) -> Option<usize> {
    if way == back { at.checked_sub(1) } else { (way == on).then_some(at + 1) }
}
