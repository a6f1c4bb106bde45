//! The menus of the map: of a place, of the lanes, of the maps.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::actions;
use super::board::{Board, element_id};
use super::place::{AtCursor, rect_of, spot_at};
use crate::edit::{Command, Refusal, plan};
use crate::i18n::backing::BackingWords;
use crate::insight::walk::Spot;
use crate::model::journey::LaneKind;
use crate::ui::browser::element::Rect;
use crate::ui::commands::PlaceVerb;
use crate::ui::deeds::Deeds;
use crate::ui::parts::Item;

/// Opens the menu of the place that was pressed with the other button, or long by a finger.
pub fn press(board: Board, event: &MouseEvent) {
    if let Some(spot) = spot_at(event.target()) {
        event.prevent_default();
        board.go(spot);
        open(board, spot);
    }
}

/// Opens the menu of a place.
pub fn open(board: Board, spot: Spot) {
    let words = board.verb_words();
    let line = |verb: PlaceVerb| verb.item(&words, AtCursor::alone(board, spot));
    let items = match spot {
        Spot::Card(card) => vec![
            line(PlaceVerb::Edit),
            line(PlaceVerb::Duplicate),
            Item::new(BackingWords::of(board.session.lang()).quotes_of_card, move || board.voices.choose(card)),
            line(PlaceVerb::MoveLeft).parted(),
            line(PlaceVerb::MoveRight),
            line(PlaceVerb::MoveUp),
            line(PlaceVerb::MoveDown),
            line(PlaceVerb::Delete).danger(),
        ],
        Spot::Stage(_) => vec![
            line(PlaceVerb::Edit),
            line(PlaceVerb::Subtitle),
            line(PlaceVerb::StageBefore).parted(),
            line(PlaceVerb::AddAfter),
            line(PlaceVerb::Duplicate),
            line(PlaceVerb::MoveLeft).parted(),
            line(PlaceVerb::MoveRight),
            line(PlaceVerb::Delete).danger(),
        ],
        Spot::Lane(_) => vec![
            line(PlaceVerb::Edit),
            line(PlaceVerb::AddAfter),
            line(PlaceVerb::MoveUp).parted(),
            line(PlaceVerb::MoveDown),
            line(PlaceVerb::HideLane),
            line(PlaceVerb::Delete).danger(),
        ],
        Spot::Cell(cell) if board.kind(cell.lane).holds_cards() => vec![line(PlaceVerb::Edit)],
        Spot::Cell(_) => return,
    };
    board.menus.at(rect_of(spot), element_id(spot), board.mw().actions_menu, items);
}

/// The menu of the lanes: which are shown.
pub fn open_lanes(board: Board, at: Rect, back_to: &str) {
    let words = board.mw();
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
    let (jw, mw) = (board.jw(), board.mw());
    let above = match board.cursor() {
        Some(Spot::Lane(lane)) => Some(lane),
        _ => None,
    };
    let items = LaneKind::ALL.map(|kind| {
        let add = Command::AddLane { journey: board.journey, kind, at: 0 };
        let able = !matches!(board.desk.peek(|e| plan(e, add)), Err(Refusal::SecondEmotionLane(_)));
        Item::new(jw.lane_kind(kind), move || actions::add_lane(board, kind, above)).enabled(able)
    });
    board.menus.at(at, back_to, mw.add_lane, items.into());
}
