//! What the verbs of a map are done to: the map, the place at its cursor, the cards that are chosen.

use leptos::prelude::*;
use web_sys::EventTarget;

use super::board::{Board, element_id, spot_of};
use super::{actions, pick};
use crate::arrange::set_of;
use crate::insight::walk::{Spot, Way};
use crate::model::journey::LaneKind;
use crate::model::quantity::CardId;
use crate::ui::browser::element;
use crate::ui::deeds::Here;
use crate::ui::saving::Saver;

const PLACES: &str = "[data-card], [data-cell], [data-stage], [data-lane]";

/// A map and how it is kept.
#[derive(Clone, Copy)]
pub struct OpenMap {
    /// The map.
    pub board: Board,
    /// How it is kept.
    pub saver: Saver,
}

impl Here for OpenMap {}

impl OpenMap {
    /// Whether files of it are handed out.
    pub fn is_handed_out(self) -> bool {
        self.board.session.hands_out()
    }
}

/// A place of a map to which something is done.
#[derive(Clone, Copy)]
pub struct AtCursor {
    /// The map.
    pub board: Board,
    /// The place.
    pub spot: Spot,
    /// Whether it is done to the chosen cards instead, if some are.
    is_of_chosen: bool,
}

impl Here for AtCursor {
    fn spot(self) -> Option<Spot> {
        Some(self.spot)
    }

    fn again(self) -> Option<AtCursor> {
        let spot = self.board.cursor()?;
        // At once: a place that gets the keyboard later would take it from the editor.
        self.board.go(spot);
        Some(AtCursor { spot, ..self })
    }
}

impl AtCursor {
    /// The place, or the chosen cards.
    pub fn or_chosen(board: Board, spot: Spot) -> AtCursor {
        AtCursor { board, spot, is_of_chosen: true }
    }

    /// The place alone.
    pub fn alone(board: Board, spot: Spot) -> AtCursor {
        AtCursor { board, spot, is_of_chosen: false }
    }

    /// Whether it is a card.
    pub fn is_card(self) -> bool {
        matches!(self.spot, Spot::Card(_))
    }

    /// Whether it is a stage.
    pub fn is_stage(self) -> bool {
        matches!(self.spot, Spot::Stage(_))
    }

    /// Whether it is a lane.
    pub fn is_lane(self) -> bool {
        matches!(self.spot, Spot::Lane(_))
    }

    fn are_chosen_meant(self) -> bool {
        self.is_of_chosen && has_picked(self.board)
    }

    /// Deletes it.
    pub fn delete(self) {
        if self.are_chosen_meant() {
            pick::delete(self.board);
        } else {
            actions::delete(self.board, self.spot);
        }
    }

    /// Copies it.
    pub fn duplicate(self) {
        if self.are_chosen_meant() {
            pick::duplicate(self.board);
        } else {
            actions::duplicate(self.board, self.spot);
        }
    }

    /// Moves it one step.
    pub fn shift(self, way: Way) {
        if self.are_chosen_meant() && matches!(self.spot, Spot::Card(_) | Spot::Cell(_)) {
            pick::shift(self.board, way);
        } else {
            actions::shift(self.board, self.spot, way);
        }
    }

    /// Chooses the card, or no longer.
    pub fn pick(self) {
        if let Spot::Card(card) = self.spot {
            self.board.finder.toggle(card);
        }
    }

    /// Chooses the card and the next one, and goes there.
    pub fn pick_along(self, way: Way) {
        let board = self.board;
        let is_picked = |card| board.finder.picked.with_untracked(|picked| picked.contains(&card));
        if let Spot::Card(card) = self.spot
            && !is_picked(card)
        {
            board.finder.toggle(card);
        }
        board.walk(way);
        if let Some(Spot::Card(card)) = board.cursor()
            && !is_picked(card)
        {
            board.finder.toggle(card);
        }
    }

    /// Whether it is a friction.
    pub fn is_friction(self) -> bool {
        matches!(self.spot, Spot::Card(card) if is_friction(self.board, card))
    }

    /// Opens the form of a friction and gives it the keyboard.
    pub fn open_form(self) {
        let Spot::Card(card) = self.spot else { return };
        if !is_friction(self.board, card) {
            return;
        }
        self.board.open_friction.set(Some(card));
        self.board.overlays.drawer.set(true);
        // Of a grade that is known, its own key.
        element::focus_once_there(".friction-form [role=radio][tabindex='0']");
    }
}

/// The place on the map that an event happened at.
pub fn spot_at(target: Option<EventTarget>) -> Option<Spot> {
    spot_of(&element::around(target, PLACES)?.id())
}

/// Where the menu of a place opens.
pub fn rect_of(spot: Spot) -> element::Rect {
    element::by_id(&element_id(spot)).map(|element| element::rect(&element)).unwrap_or_default()
}

/// Whether a card lies in a friction lane.
pub fn is_friction(board: Board, card: CardId) -> bool {
    board.cell_of(Spot::Card(card)).is_some_and(|cell| board.kind(cell.lane) == LaneKind::Friction)
}

/// Whether cards are chosen.
pub fn has_picked(board: Board) -> bool {
    board.finder.picked.with_untracked(|picked| !picked.is_empty())
}

/// Chooses these cards, beside those that are chosen or in their place.
pub fn choose(board: Board, cards: Vec<CardId>, joins: bool) {
    board.finder.picked.update(|picked| {
        if !joins {
            picked.clear();
        }
        let known = set_of(picked.iter().copied());
        picked.extend(cards.into_iter().filter(|card| !known.contains(card)));
    });
}
