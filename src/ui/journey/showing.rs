//! What is done while the map is shown to a room.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::board::Board;
use super::emotion::{self, level_of};
use crate::insight::walk::{Spot, Way};
use crate::model::Cell;
use crate::model::journey::LaneKind;
use crate::model::quantity::StageId;
use crate::ui::browser::element;
use crate::ui::commands::{MapVerb, PresentVerb, verb_of};
use crate::ui::deeds::{Deed, Deeds, Here, always};

/// A map that is shown to a room.
#[derive(Clone, Copy)]
pub struct Showing {
    /// The map.
    pub board: Board,
    /// Whether the screen is dark meanwhile.
    pub dark: RwSignal<bool>,
}

impl Here for Showing {}

impl Deeds for PresentVerb {
    type Here = Showing;

    fn deed(self) -> Deed<Showing> {
        match self {
            PresentVerb::Next => always(|at| step(at.board, Way::Right)),
            PresentVerb::Before => always(|at| step(at.board, Way::Left)),
            PresentVerb::First => always(|at| step(at.board, Way::Start)),
            PresentVerb::Last => always(|at| step(at.board, Way::End)),
            PresentVerb::Dark => always(|at| at.dark.set(true)),
            PresentVerb::Leave => always(|at| leave(at.board)),
        }
    }
}

impl Showing {
    /// Does what a key does before the room.
    pub fn key(self, event: &KeyboardEvent) {
        let of_map = verb_of::<MapVerb>(event);
        let to_entry = of_map == Some(MapVerb::Entry);
        if !to_entry && (event.ctrl_key() || event.meta_key() || event.alt_key()) {
            return;
        }
        if self.dark.get_untracked() {
            self.dark.set(false);
            event.prevent_default();
            return;
        }
        if let (Some(level), Some(stage)) = (element::digit_of(event).and_then(level_of), lit(self.board)) {
            emotion::set(self.board, stage, Some(level));
            self.board.desk.seal();
            event.prevent_default();
            event.stop_propagation();
            return;
        }
        // The key of the slash types a full stop in the Russian layout, and searches there too.
        match verb_of::<PresentVerb>(event).filter(|_| of_map != Some(MapVerb::Find)) {
            _ if to_entry => focus_entry(self.board),
            Some(verb) => verb.act(self),
            None => return,
        }
        event.prevent_default();
        event.stop_propagation();
    }
}

/// Ends the presentation.
pub fn leave(board: Board) {
    if !board.presenting.get_untracked() {
        return;
    }
    board.presenting.set(false);
    board.come_back();
}

/// Lights a stage; the one-line input files into it from now on.
pub fn light(board: Board, stage: StageId) {
    let lane = board.cell.get_untracked().map(|cell| cell.lane).or(board.lanes.get_untracked().first().copied());
    match lane {
        Some(lane) => board.note_cursor(Spot::Cell(Cell { stage, lane })),
        None => board.shown_stage.set(Some(stage)),
    }
}

fn step(board: Board, way: Way) {
    let lit = board.shown_stage.get_untracked();
    let here = board.stages.with_untracked(|stages| stages.iter().position(|&stage| Some(stage) == lit));
    if let Some(stage) = board.next_stage(here.unwrap_or(0), way) {
        light(board, stage);
    }
}

/// The stage that is lit.
fn lit(board: Board) -> Option<StageId> {
    board.stages.with_untracked(|stages| {
        board.shown_stage.get_untracked().filter(|stage| stages.contains(stage)).or(stages.first().copied())
    })
}

/// Types into the lit stage, and into a lane that the room sees.
pub fn focus_entry(board: Board) {
    let seen = [LaneKind::Friction, LaneKind::Thoughts, LaneKind::Opportunities];
    let lanes = board.lanes.get_untracked();
    let lane =
        board.cell.get_untracked().map(|cell| cell.lane).filter(|lane| seen.contains(&untrack(|| board.kind(*lane))));
    let lane = lane.or_else(|| {
        seen.iter().find_map(|kind| lanes.iter().copied().find(|lane| untrack(|| board.kind(*lane)) == *kind))
    });
    if let (Some(stage), Some(lane)) = (lit(board), lane) {
        board.note_cursor(Spot::Cell(Cell { stage, lane }));
    }
    if let Some(input) = element::by_id("entry") {
        element::focus(&input);
    }
}
