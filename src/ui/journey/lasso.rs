//! Choosing cards by drawing a frame around them, from empty ground on.

use leptos::{ev, prelude::*};

use super::board::Board;
use super::drag::{SLACK, scroll_at_edge};
use super::place;
use crate::insight::walk::Spot;
use crate::ui::browser::element::{self, Rect};

/// The frame that is being drawn. Copies are handles of the same one.
#[derive(Clone, Copy)]
pub struct Lasso {
    board: Board,
    drawn: StoredValue<Option<Drawn>>,
    /// The click that ends a frame is no click on the map.
    has_ended: StoredValue<bool>,
}

#[derive(Clone, Copy)]
struct Drawn {
    pointer: i32,
    /// Where it began and where the pointer is, in the layer.
    from: (f64, f64),
    to: (f64, f64),
    is_shown: bool,
}

impl Drawn {
    fn frame(&self) -> Rect {
        let (a, b) = (self.from, self.to);
        Rect { left: a.0.min(b.0), top: a.1.min(b.1), width: (a.0 - b.0).abs(), height: (a.1 - b.1).abs() }
    }
}

impl Lasso {
    /// No frame yet.
    pub fn new(board: Board) -> Self {
        Lasso { board, drawn: StoredValue::new(None), has_ended: StoredValue::new(false) }
    }

    /// Whether a frame is being drawn.
    pub fn is_on(self) -> bool {
        self.drawn.with_value(|drawn| drawn.is_some_and(|drawn| drawn.is_shown))
    }

    /// A pointer goes down. A finger scrolls; only a mouse or a pen draws.
    pub fn press(self, event: &ev::PointerEvent) {
        self.has_ended.set_value(false);
        let on_ground = match place::spot_at(event.target()) {
            Some(Spot::Cell(cell)) => self.board.kind(cell.lane).holds_cards(),
            _ => false,
        };
        let on_control = element::around(event.target(), "button, textarea, [role=slider]").is_some();
        if event.button() == 0 && event.pointer_type() != "touch" && on_ground && !on_control {
            let from = in_layer(event);
            self.drawn.set_value(Some(Drawn { pointer: event.pointer_id(), from, to: from, is_shown: false }));
        }
    }

    /// The pointer moves.
    pub fn follow(self, event: &ev::PointerEvent) {
        let Some(mut drawn) = self.drawn.get_value().filter(|drawn| drawn.pointer == event.pointer_id()) else {
            return;
        };
        drawn.to = in_layer(event);
        let frame = drawn.frame();
        if !drawn.is_shown && frame.width.max(frame.height) <= SLACK {
            return;
        }
        if let (false, Some(layer)) = (drawn.is_shown, element::by_id("map-layer")) {
            element::capture_pointer(&layer, drawn.pointer);
        }
        drawn.is_shown = true;
        self.drawn.set_value(Some(drawn));
        scroll_at_edge((f64::from(event.client_x()), f64::from(event.client_y())));
        if let Some(lasso) = element::by_id("lasso") {
            element::move_to(&lasso, frame.left, frame.top);
            element::resize(&lasso, frame.width, frame.height);
            element::toggle_class(&lasso, "shown", true);
        }
    }

    /// The pointer goes up: the cards that the frame touches are chosen; with Ctrl or Shift they join those that were.
    pub fn drop(self, event: &ev::PointerEvent) {
        let Some(drawn) = self.drawn.get_value().filter(|drawn| drawn.is_shown) else { return self.cancel() };
        self.cancel();
        self.has_ended.set_value(true);
        let Some(layer) = element::by_id("map-layer") else { return };
        let (origin, frame) = (element::rect(&layer), drawn.frame());
        let touches = |rect: Rect| {
            let (left, top) = (rect.left - origin.left, rect.top - origin.top);
            left < frame.left + frame.width
                && left + rect.width > frame.left
                && top < frame.top + frame.height
                && top + rect.height > frame.top
                // Cards that a crowded cell hides have no height.
                && rect.height > 0.0
        };
        let caught = element::find_all(&layer, "[data-card]").into_iter();
        let caught =
            caught.filter(|card| touches(element::rect(card))).filter_map(|card| place::spot_at(Some(card.into())));
        let cards = caught.filter_map(|spot| if let Spot::Card(card) = spot { Some(card) } else { None }).collect();
        let joins = event.ctrl_key() || event.meta_key() || event.shift_key();
        place::choose(self.board, cards, joins);
    }

    /// Nothing is chosen.
    pub fn cancel(self) {
        self.drawn.set_value(None);
        if let Some(lasso) = element::by_id("lasso") {
            element::toggle_class(&lasso, "shown", false);
        }
    }

    /// Whether the click that comes now ends a frame; asked once.
    pub fn takes_click(self) -> bool {
        let takes = self.has_ended.get_value();
        self.has_ended.set_value(false);
        takes
    }
}

fn in_layer(event: &ev::PointerEvent) -> (f64, f64) {
    let origin = element::by_id("map-layer").map(|layer| element::rect(&layer)).unwrap_or_default();
    (f64::from(event.client_x()) - origin.left, f64::from(event.client_y()) - origin.top)
}
