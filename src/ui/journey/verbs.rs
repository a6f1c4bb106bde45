//! What the verbs of a map do, and when: one line each. What they are called is in [`crate::ui::commands`].

use leptos::prelude::*;

use super::board::{Board, Editing};
use super::place::{AtCursor, OpenMap, choose};
use super::{actions, editor, menus, overlays, print, tools};
use crate::exchange::picture::Paper;
use crate::insight::walk::{Edge, Spot, Way};
use crate::model::journey::JourneyKind;
use crate::model::quantity::CardId;
use crate::ui::browser::element::{self, Rect};
use crate::ui::commands::{MapVerb, PlaceVerb};
use crate::ui::deeds::{Deed, Deeds, always, when};
use crate::ui::parts::Item;

impl Deeds for PlaceVerb {
    type Here = AtCursor;

    fn deed(self) -> Deed<AtCursor> {
        match self {
            PlaceVerb::WalkLeft => always(|at| at.board.walk(Way::Left)),
            PlaceVerb::WalkRight => always(|at| at.board.walk(Way::Right)),
            PlaceVerb::WalkUp => always(|at| at.board.walk(Way::Up)),
            PlaceVerb::WalkDown => always(|at| at.board.walk(Way::Down)),
            PlaceVerb::WalkStart => always(|at| at.board.walk(Way::Start)),
            PlaceVerb::WalkEnd => always(|at| at.board.walk(Way::End)),
            PlaceVerb::WalkTop => always(|at| at.board.walk_far(Edge::Top)),
            PlaceVerb::WalkBottom => always(|at| at.board.walk_far(Edge::Bottom)),
            PlaceVerb::WalkFirst => always(|at| at.board.walk_far(Edge::First)),
            PlaceVerb::WalkLast => always(|at| at.board.walk_far(Edge::Last)),
            PlaceVerb::PageUp => always(|at| at.board.walk_page(Way::Up)),
            PlaceVerb::PageDown => always(|at| at.board.walk_page(Way::Down)),
            PlaceVerb::Edit => when(|at| at.board.desk.may_edit(), |at| editor::edit(at.board, at.spot)),
            PlaceVerb::Delete => when(|at| at.board.desk.may_edit() && !is_cell(at), AtCursor::delete),
            PlaceVerb::Duplicate => {
                when(|at| at.board.desk.may_edit() && (at.is_card() || at.is_stage()), AtCursor::duplicate)
            }
            PlaceVerb::MoveLeft => when(goes_sideways, |at| at.shift(Way::Left)),
            PlaceVerb::MoveRight => when(goes_sideways, |at| at.shift(Way::Right)),
            PlaceVerb::MoveUp => when(goes_up_and_down, |at| at.shift(Way::Up)),
            PlaceVerb::MoveDown => when(goes_up_and_down, |at| at.shift(Way::Down)),
            PlaceVerb::AddAfter => when(
                |at| at.board.desk.may_edit() && (at.is_stage() || at.is_lane()),
                |at| actions::add_after(at.board, at.spot),
            ),
            PlaceVerb::Menu => when(|at| !is_cell(at), |at| menus::open(at.board, at.spot)),
            PlaceVerb::Form => when(AtCursor::is_friction, AtCursor::open_form),
            PlaceVerb::Pick => when(AtCursor::is_card, AtCursor::pick),
            PlaceVerb::PickUp => always(|at| at.pick_along(Way::Up)),
            PlaceVerb::PickDown => always(|at| at.pick_along(Way::Down)),
            PlaceVerb::PickAll => always(|at| choose(at.board, all_cards(at.board), false)),
            PlaceVerb::Subtitle => when(AtCursor::is_stage, |at| {
                if let Spot::Stage(stage) = at.spot {
                    editor::begin(at.board, Editing::StageSubtitle(stage));
                }
            }),
            PlaceVerb::StageBefore => when(AtCursor::is_stage, |at| {
                if let Spot::Stage(stage) = at.spot {
                    actions::add_stage(at.board, Some(stage), 0);
                }
            }),
            PlaceVerb::HideLane => when(AtCursor::is_lane, |at| actions::hide_lane(at.board, at.spot)),
        }
    }
}

fn is_cell(at: AtCursor) -> bool {
    matches!(at.spot, Spot::Cell(_))
}

fn goes_sideways(at: AtCursor) -> bool {
    at.board.desk.may_edit() && (at.is_card() || at.is_stage())
}

fn goes_up_and_down(at: AtCursor) -> bool {
    at.board.desk.may_edit() && (at.is_card() || at.is_lane())
}

fn all_cards(board: Board) -> Vec<CardId> {
    board.ground(|ground| Some(ground.all())).unwrap_or_default()
}

impl Deeds for MapVerb {
    type Here = OpenMap;

    fn deed(self) -> Deed<OpenMap> {
        match self {
            MapVerb::Entry => always(|_| {
                if let Some(input) = element::by_id("entry") {
                    element::focus(&input);
                }
            }),
            MapVerb::Find => always(|map| map.board.finder.begin()),
            MapVerb::Rate => when(|map| map.board.desk.may_edit(), |map| tools::rate(map.board)),
            MapVerb::Checkpoints => always(|map| map.board.overlays.checkpoints.set(true)),
            MapVerb::Undo => always(|map| map.board.undo()),
            MapVerb::Redo => always(|map| map.board.redo()),
            MapVerb::Present => always(|map| tools::present(map.board)),
            MapVerb::Agenda => always(|map| map.board.workshop.open.set(true)),
            MapVerb::Compare => always(|map| map.board.overlays.comparing.set(true)),
            MapVerb::Export => when(OpenMap::is_handed_out, |map| {
                tools::open_exports(map.board, map.saver, at("export"), "export", prints(map));
            }),
            MapVerb::PrintA4 => when(OpenMap::is_handed_out, |map| print::begin(map.board, Paper::A4)),
            MapVerb::PrintA3 => when(OpenMap::is_handed_out, |map| print::begin(map.board, Paper::A3)),
            MapVerb::AddStage => when(|map| map.board.desk.may_edit(), |map| actions::add_stage(map.board, None, 0)),
            MapVerb::AddLane => {
                when(|map| map.board.desk.may_edit(), |map| menus::open_add_lane(map.board, at("add-lane"), "add-lane"))
            }
            MapVerb::MakeToBe => when(
                |map| map.board.desk.may_edit() && untrack(|| map.board.journey_kind()) == JourneyKind::AsIs,
                |map| overlays::make_to_be(map.board, map.saver),
            ),
            MapVerb::SecondCurve => when(|map| map.board.desk.may_edit(), |map| map.board.overlays.second.set(true)),
        }
    }
}

/// Where a menu below a button opens.
fn at(id: &str) -> Rect {
    element::by_id(id).map(|button| element::rect(&button)).unwrap_or_default()
}

/// What prints the map, for the menu of all ways out.
fn prints(map: OpenMap) -> [Item; 2] {
    let w = map.board.verb_words();
    [MapVerb::PrintA4.item(&w, map), MapVerb::PrintA3.item(&w, map)]
}
