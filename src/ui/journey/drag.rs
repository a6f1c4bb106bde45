//! Dragging cards, stages and lanes by pointer. The ghost follows by itself and the place to drop is found by arithmetic:
//! nothing of the map wakes until the drop.

use std::time::Duration;

use leptos::{ev, prelude::*};

use super::board::{Board, element_id};
use super::{editor, place};
use crate::edit::Command;
use crate::insight::walk::Spot;
use crate::model::Cell;
use crate::model::journey::LaneKind;
use crate::model::quantity::{CardId, LaneId, StageId};
use crate::ui::browser::element::{self, Rect};

/// From how many pixels on a press becomes a drag.
pub(super) const SLACK: f64 = 4.0;

/// How long a finger rests before it drags instead of scrolling.
const LONG_PRESS: Duration = Duration::from_millis(350);

/// How near to the edge of the view it scrolls, and by how much a move.
const EDGE: f64 = 28.0;

/// The drag of a map. Copies are handles of the same one.
#[derive(Clone, Copy)]
pub struct Drag {
    board: Board,
    press: StoredValue<Option<Press>>,
    timer: StoredValue<Option<TimeoutHandle>>,
}

#[derive(Clone)]
struct Press {
    what: Spot,
    from: (f64, f64),
    pointer: i32,
    touch: bool,
    flight: Option<Flight>,
}

/// A drag under way.
#[derive(Clone)]
struct Flight {
    /// Where the stages and the lanes are, from left to right and from top to bottom, in the layer.
    columns: Vec<(StageId, Rect)>,
    rows: Vec<(LaneId, Rect)>,
    /// The cards that are dragged, with the ids of their elements: the one under the pointer and those picked with it.
    cards: Vec<(CardId, String)>,
    target: Option<Target>,
}

/// Where it would land.
#[derive(Clone, Copy, PartialEq)]
enum Target {
    Card(Cell, usize),
    Stage(usize),
    Lane(LaneId),
}

/// Where it would land, and how that is shown, in the layer.
#[derive(Clone, Copy)]
struct Landing {
    target: Target,
    rect: Rect,
    /// The gap between cards.
    gap: Option<Rect>,
}

/// How wide a gap is shown, and how far from the card before it.
const GAP: f64 = 2.0;

impl Drag {
    /// No drag yet.
    pub fn new(board: Board) -> Self {
        Drag { board, press: StoredValue::new(None), timer: StoredValue::new(None) }
    }

    /// Whether something is being dragged.
    pub fn is_on(self) -> bool {
        self.press.with_value(|press| press.as_ref().is_some_and(|press| press.flight.is_some()))
    }

    /// A pointer goes down.
    pub fn press(self, event: &ev::PointerEvent) {
        let on_control = element::around(event.target(), "button, textarea, [role=slider]").is_some();
        if event.button() != 0 || on_control || !self.board.desk.may_edit() {
            return;
        }
        let Some(what) = place::spot_at(event.target()).filter(|spot| !matches!(spot, Spot::Cell(_))) else { return };
        let touch = event.pointer_type() == "touch";
        let from = (f64::from(event.client_x()), f64::from(event.client_y()));
        self.press.set_value(Some(Press { what, from, pointer: event.pointer_id(), touch, flight: None }));
        if touch {
            self.timer.set_value(self.board.view.after(LONG_PRESS, move || self.lift(from)));
        }
    }

    /// The pointer moves.
    pub fn follow(self, event: &ev::PointerEvent) {
        let Some(press) = self.press.get_value().filter(|press| press.pointer == event.pointer_id()) else { return };
        let at = (f64::from(event.client_x()), f64::from(event.client_y()));
        if press.flight.is_none() {
            let far = (at.0 - press.from.0).hypot(at.1 - press.from.1) > SLACK;
            match (far, press.touch) {
                (false, _) => return,
                // A finger that moves before the long press is over scrolls.
                (true, true) => return self.cancel(),
                (true, false) => self.lift(at),
            }
        }
        self.fly(at);
    }

    /// The pointer goes up: what is dragged lands.
    pub fn drop(self) {
        let press = self.press.get_value();
        self.cancel();
        let Some(Press { what, flight: Some(flight), .. }) = press else { return };
        let board = self.board;
        match (what, flight.target) {
            (Spot::Card(card), Some(Target::Card(to, at))) => {
                let cards: Vec<CardId> = flight.cards.iter().map(|(card, _)| *card).collect();
                if cards.len() > 1 {
                    board.dispatch(Command::MoveCards { cards, to, at });
                } else {
                    board.dispatch(Command::MoveCard { card, to, at });
                }
            }
            (Spot::Stage(stage), Some(Target::Stage(to))) => _ = board.dispatch(Command::MoveStage { stage, to }),
            (Spot::Lane(lane), Some(Target::Lane(place))) => {
                let lanes = board.desk.peek(|e| e.journey(board.journey).map(|j| j.lanes.clone())).unwrap_or_default();
                if let Some(to) = lanes.iter().position(|&other| other == place) {
                    board.dispatch(Command::MoveLane { lane, to });
                }
            }
            _ => (),
        }
        board.settle_at(Some(what));
    }

    /// Nothing lands.
    pub fn cancel(self) {
        self.timer.update_value(|timer| {
            if let Some(timer) = timer.take() {
                timer.clear();
            }
        });
        let press = self.press.get_value();
        self.press.set_value(None);
        if let Some(source) = press.and_then(|press| element::by_id(&element_id(press.what))) {
            element::toggle_class(&source, "lifted", false);
        }
        for part in ["ghost", "drop-mark"] {
            if let Some(part) = element::by_id(part) {
                element::toggle_class(&part, "shown", false);
            }
        }
    }

    /// What was pressed leaves its place.
    fn lift(self, at: (f64, f64)) {
        let board = self.board;
        let Some(press) = self.press.try_get_value().flatten() else { return };
        let Some(source) = element::by_id(&element_id(press.what)) else { return };
        editor::end(board);
        element::toggle_class(&source, "lifted", true);
        if let (Some(layer), Some(ghost)) = (element::by_id("map-layer"), element::by_id("ghost")) {
            element::capture_pointer(&layer, press.pointer);
            let from = element::rect(&source);
            ghost.set_text_content(source.text_content().as_deref());
            element::set_style(&ghost, "width", &format!("{:.0}px", from.width.min(240.0)));
            element::toggle_class(&ghost, "shown", true);
        }
        let flight = Flight {
            columns: untrack(|| board.stages.get())
                .into_iter()
                .filter_map(|stage| Some((stage, in_layer(&element_id(Spot::Stage(stage)))?)))
                .collect(),
            rows: untrack(|| board.lanes.get())
                .into_iter()
                .filter_map(|lane| Some((lane, in_layer(&element_id(Spot::Lane(lane)))?)))
                .collect(),
            cards: dragged_with(board, press.what),
            target: None,
        };
        self.press.set_value(Some(Press { flight: Some(flight), ..press }));
        self.fly(at);
    }

    /// The ghost follows, and the mark shows where it would land.
    fn fly(self, at: (f64, f64)) {
        scroll_at_edge(at);
        let (Some(layer), Some(ghost)) = (element::by_id("map-layer"), element::by_id("ghost")) else { return };
        let origin = element::rect(&layer);
        let here = (at.0 - origin.left, at.1 - origin.top);
        element::set_style(
            &ghost,
            "transform",
            &format!("translate({:.0}px, {:.0}px) rotate(1deg)", here.0 + 8.0, here.1 + 6.0),
        );
        let mut landing = None;
        self.press.update_value(|press| {
            let Some(Press { what, flight: Some(flight), .. }) = press else { return };
            landing = flight.landing(self.board, *what, here, origin);
            flight.target = landing.map(|landing| landing.target);
        });
        if let Some(mark) = element::by_id("drop-mark") {
            element::toggle_class(&mark, "shown", landing.is_some());
            if let Some(Landing { rect, gap, .. }) = landing {
                element::move_to(&mark, rect.left, rect.top);
                element::resize(&mark, rect.width, rect.height);
                element::set_style(&mark, "--gap", &gap.map_or("auto".into(), |gap| insets(gap, rect)));
            }
        }
    }
}

impl Flight {
    /// Where `what` would land from `here`.
    fn landing(&self, board: Board, what: Spot, here: (f64, f64), layer: Rect) -> Option<Landing> {
        let column = self.columns.iter().position(|(_, rect)| (rect.left..rect.left + rect.width).contains(&here.0));
        let row = self.rows.iter().position(|(_, rect)| (rect.top..rect.top + rect.height).contains(&here.1));
        match what {
            Spot::Card(_) => {
                let ((stage, column), (lane, row)) = (self.columns[column?], self.rows[row?]);
                let cell = Cell { stage, lane };
                if !board.kind(lane).holds_cards() {
                    return None;
                }
                let rect = Rect { left: column.left, top: row.top, width: column.width, height: row.height };
                let in_line = board.kind(lane) == LaneKind::Touchpoints;
                let (at, gap) = gap_in(cell, &self.cards, (here.0 + layer.left, here.1 + layer.top), in_line);
                let gap = Rect { left: gap.left - layer.left, top: gap.top - layer.top, ..gap };
                Some(Landing { target: Target::Card(cell, at), rect, gap: Some(gap) })
            }
            Spot::Stage(_) => {
                let (_, rect) = self.columns[column?];
                let height = self.rows.last().map_or(rect.height, |(_, last)| last.top + last.height - rect.top);
                Some(Landing { target: Target::Stage(column?), rect: Rect { height, ..rect }, gap: None })
            }
            Spot::Lane(_) => {
                let (lane, rect) = self.rows[row?];
                let width = self.columns.last().map_or(rect.width, |(_, last)| last.left + last.width - rect.left);
                Some(Landing { target: Target::Lane(lane), rect: Rect { width, ..rect }, gap: None })
            }
            Spot::Cell(_) => None,
        }
    }
}

/// The card that is dragged with those that are picked, if it is one of them; none for a stage or a lane.
fn dragged_with(board: Board, what: Spot) -> Vec<(CardId, String)> {
    let Spot::Card(card) = what else { return Vec::new() };
    let picked = board.finder.picked.get_untracked();
    let cards = if picked.contains(&card) { picked } else { vec![card] };
    cards.into_iter().map(|card| (card, element_id(Spot::Card(card)))).collect()
}

/// Between which cards of a cell a card lands that is let go at this point of the window: how many lie before it, and the gap
/// in the window. Those that are dragged count no more. Cards stand below each other, or `in_line` like words of a text.
fn gap_in(cell: Cell, dragged: &[(CardId, String)], (x, y): (f64, f64), in_line: bool) -> (usize, Rect) {
    let Some(element) = element::by_id(&element_id(Spot::Cell(cell))) else { return (usize::MAX, Rect::default()) };
    let area = element::rect(&element);
    let mut before = 0;
    let mut last = None;
    for card in element::find_all(&element, "[data-card]") {
        let rect = element::rect(&card);
        let is_passed = if in_line {
            y > rect.top + rect.height || y > rect.top && x > rect.left + rect.width / 2.0
        } else {
            y > rect.top + rect.height / 2.0
        };
        // Cards that a crowded cell hides have no height.
        let is_dragged = dragged.iter().any(|(_, id)| *id == card.id());
        if !is_dragged && rect.height > 0.0 && is_passed {
            before += 1;
            last = Some(rect);
        }
    }
    let gap = match last {
        Some(card) if in_line => Rect { left: card.left + card.width + GAP, width: GAP, ..card },
        Some(card) => {
            Rect { left: area.left + 4.0, top: card.top + card.height + GAP, width: area.width - 8.0, height: GAP }
        }
        None => Rect { left: area.left + 4.0, top: area.top + 3.0, width: area.width - 8.0, height: GAP },
    };
    (before, gap)
}

/// The place of a rectangle inside another one, as the distances of its sides.
fn insets(inner: Rect, outer: Rect) -> String {
    let (left, top) = (inner.left - outer.left, inner.top - outer.top);
    let (right, bottom) = (outer.width - left - inner.width, outer.height - top - inner.height);
    format!("{top:.0}px {right:.0}px {bottom:.0}px {left:.0}px")
}

fn in_layer(id: &str) -> Option<Rect> {
    let rect_of = |id| element::by_id(id).map(|element| element::rect(&element));
    let (layer, rect) = (rect_of("map-layer")?, rect_of(id)?);
    Some(Rect { left: rect.left - layer.left, top: rect.top - layer.top, ..rect })
}

/// Scrolls the map while a pointer is at its edge.
pub(super) fn scroll_at_edge(at: (f64, f64)) {
    let Some(view) = element::by_id("map-scroll") else { return };
    let rect = element::rect(&view);
    let pull = |position: f64, start: f64, length: f64| {
        if position < start + EDGE {
            -EDGE / 2.0
        } else if position > start + length - EDGE {
            EDGE / 2.0
        } else {
            0.0
        }
    };
    let (x, y) = (pull(at.0, rect.left, rect.width), pull(at.1, rect.top, rect.height));
    if (x, y) != (0.0, 0.0) {
        view.scroll_by_with_x_and_y(x, y);
    }
}
