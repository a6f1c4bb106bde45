//! The menus of the map: of a place, of the lanes, of the maps.

use leptos::prelude::*;

use super::actions;
use super::board::{Board, Editing, element_id};
use super::editor;
use super::keys;
use crate::edit::{Command, Refusal, plan};
use crate::i18n::{Words, backing};
use crate::insight::walk::{Spot, Way};
use crate::model::journey::LaneKind;
use crate::ui::browser::element::Rect;
use crate::ui::commands::{Verb, shown_keys};
use crate::ui::parts::Item;

/// Opens the menu of a place.
pub fn open(board: Board, spot: Spot) {
    let words = board.session.w();
    let items = match spot {
        Spot::Card(_) => card_items(board, spot, words),
        Spot::Stage(stage) => {
            let mut items = vec![
                item(board, words.rename, Verb::Edit, move || editor::begin(board, Editing::StageName(stage))),
                Item::new(words.edit_subtitle, move || editor::begin(board, Editing::StageSubtitle(stage))),
                Item::new(words.stage_before, move || actions::add_stage(board, Some(stage), 0)).parted(),
                item(board, words.stage_after, Verb::AddAfter, move || actions::add_stage(board, Some(stage), 1)),
                item(board, words.duplicate, Verb::Duplicate, move || actions::duplicate(board, spot)),
            ];
            items.extend(moves(board, spot, words, &[(Verb::MoveLeft, Way::Left), (Verb::MoveRight, Way::Right)]));
            items
        }
        Spot::Lane(lane) => {
            let mut items = vec![
                item(board, words.rename, Verb::Edit, move || editor::begin(board, Editing::LaneName(lane))),
                item(board, words.lane_below, Verb::AddAfter, move || {
                    actions::add_lane(board, LaneKind::Free, Some(lane))
                }),
            ];
            items.extend(moves(board, spot, words, &[(Verb::MoveUp, Way::Up), (Verb::MoveDown, Way::Down)]));
            items.push(Item::new(words.hide_lane, move || {
                let next = board.ground(|ground| ground.step(spot, Way::Down).or(ground.step(spot, Way::Up)));
                board.dispatch_with_notice(Command::SetLaneHidden(lane, true), words.hidden_lane.into(), next);
            }));
            items
        }
        Spot::Cell(cell) if board.kind(cell.lane).holds_cards() => {
            let add = item(board, words.add_card, Verb::Edit, move || editor::begin_card(board, cell));
            show(board, spot, vec![add]);
            return;
        }
        Spot::Cell(_) => return,
    };
    let mut items = items;
    items.push(item(board, words.delete, Verb::Delete, move || actions::delete(board, spot)).danger());
    show(board, spot, items);
}

fn card_items(board: Board, spot: Spot, words: &'static Words) -> Vec<Item> {
    let mut items = vec![
        item(board, words.edit, Verb::Edit, move || editor::edit(board, spot)),
        item(board, words.duplicate, Verb::Duplicate, move || actions::duplicate(board, spot)),
    ];
    if let Spot::Card(card) = spot {
        let label = backing::words(board.session.lang()).quotes_of_card;
        items.push(Item::new(label, move || board.voices.choose(card)));
    }
    let ways = [
        (Verb::MoveLeft, Way::Left),
        (Verb::MoveRight, Way::Right),
        (Verb::MoveUp, Way::Up),
        (Verb::MoveDown, Way::Down),
    ];
    items.extend(moves(board, spot, words, &ways));
    items
}

fn moves(board: Board, spot: Spot, words: &'static Words, ways: &[(Verb, Way)]) -> Vec<Item> {
    let label = |way| match way {
        Way::Left => words.move_left,
        Way::Right => words.move_right,
        Way::Up => words.move_up,
        _ => words.move_down,
    };
    let line = |(at, &(verb, way)): (usize, &(Verb, Way))| {
        let item = item(board, label(way), verb, move || actions::shift(board, spot, way));
        if at == 0 { item.parted() } else { item }
    };
    ways.iter().enumerate().map(line).collect()
}

fn item(board: Board, label: &str, verb: Verb, act: impl Fn() + Send + Sync + 'static) -> Item {
    let able = !untrack(|| board.desk.read_only());
    Item::new(label, act).keys(shown_keys(verb)).enabled(able)
}

fn show(board: Board, spot: Spot, items: Vec<Item>) {
    board.menus.at(keys::place_of(spot), element_id(spot), board.session.w().actions_menu, items);
}

/// The menu of the lanes: which are shown.
pub fn open_lanes(board: Board, at: Rect, back_to: &str) {
    let words = board.session.w();
    let lanes = board.desk.peek(|e| e.journey(board.journey).map(|j| j.lanes.clone())).unwrap_or_default();
    let items = lanes.into_iter().map(|lane| {
        let hidden = board.desk.peek(|e| e.lane(lane).is_some_and(|lane| lane.hidden));
        Item::new(untrack(|| board.lane_name(lane)), move || {
            board.dispatch(Command::SetLaneHidden(lane, !hidden));
        })
        .ticked(!hidden)
    });
    board.menus.at(at, back_to, words.lanes, items.collect());
}

/// The menu that adds a lane of a kind.
pub fn open_add_lane(board: Board, at: Rect, back_to: &str) {
    let words = board.session.w();
    let above = match board.cursor() {
        Some(Spot::Lane(lane)) => Some(lane),
        _ => None,
    };
    let items = LaneKind::ALL.map(|kind| {
        let add = Command::AddLane { journey: board.journey, kind, at: 0 };
        let able = !matches!(board.desk.peek(|e| plan(e, add)), Err(Refusal::SecondEmotionLane(_)));
        Item::new(words.lane_kind(kind), move || actions::add_lane(board, kind, above)).enabled(able)
    });
    board.menus.at(at, back_to, words.add_lane, items.into());
}
