//! The cursor of a map: how it walks, and where it comes to rest when something has changed.

use leptos::prelude::*;

use super::Board;
use super::element_ids::element_id;
use crate::insight::walk::{Edge, Spot, Way};
use crate::model::journey::LaneKind;
use crate::model::quantity::{CardId, StageId};
use crate::model::{Cell, Key};
use crate::ui::browser::element;

/// What scrolls the map.
const MAP: &str = "map-scroll";

/// Where the cursor of a map is and was.
#[derive(Clone, Copy)]
pub struct Track {
    /// The place that has the keyboard, or had it last.
    pub cursor: StoredValue<Option<Spot>>,
    /// Where it was when the pointer went down: a click with Shift or Ctrl goes on from there.
    pressed_from: StoredValue<Option<Spot>>,
    /// Whether the next frame arrives at it.
    arriving: StoredValue<bool>,
    /// Where it was before, and how far the map was scrolled then.
    came_from: StoredValue<(Option<Spot>, (i32, i32))>,
}

impl Track {
    /// A cursor that begins there.
    pub fn new(first: Option<Spot>) -> Self {
        Track {
            cursor: StoredValue::new(first),
            pressed_from: StoredValue::new(None),
            arriving: StoredValue::new(false),
            came_from: StoredValue::new((None, (0, 0))),
        }
    }
}

impl Board {
    /// Calls places by other ids, or takes others in their stead.
    pub fn rename(self, new: impl Fn(Spot) -> Spot) {
        let renamed = self.track.cursor.get_value().map(&new);
        self.track.cursor.set_value(renamed);
        let cell = |cell: Cell| if let Spot::Cell(cell) = new(Spot::Cell(cell)) { cell } else { cell };
        let card = |card: CardId| if let Spot::Card(card) = new(Spot::Card(card)) { card } else { card };
        let stage = |stage: StageId| if let Spot::Stage(stage) = new(Spot::Stage(stage)) { stage } else { stage };
        self.cell.update_untracked(|known| *known = known.map(cell));
        self.open_friction.update(|known| *known = known.map(card));
        self.finder.picked.update(|known| known.iter_mut().for_each(|known| *known = card(*known)));
        self.shown_stage.update(|known| *known = known.map(stage));
        self.overlays.rated.update(|known| *known = known.map(stage));
    }

    /// Notes that `spot` has the keyboard: it is the one place of the grid that Tab comes to.
    pub fn note_cursor(self, spot: Spot) {
        let (cell, was_in) = (self.cell_of(spot), self.cell.get_untracked());
        let before = self.track.cursor.get_value();
        if let Some(before) = before.filter(|before| *before != spot) {
            mark(before, false);
        }
        // A cell that stays the current one is left alone: a touch of its class lays all its cards out anew.
        if let Some(left) = was_in.filter(|left| before.is_some() && cell != Some(*left)) {
            mark_cell(left, false);
        }
        mark(spot, true);
        if let Some(cell) = cell {
            mark_cell(cell, true);
        }
        self.track.cursor.set_value(Some(spot));
        let typed_into = self.ground(|ground| ground.typed_into(spot, was_in));
        if typed_into.is_some() && was_in != typed_into {
            self.cell.set(typed_into);
        }
        if let Spot::Card(card) = spot
            && cell.is_some_and(|cell| self.kind(cell.lane) == LaneKind::Friction)
        {
            self.open_friction.set(Some(card));
        }
        if let Some(stage) =
            cell.map(|cell| cell.stage).or(if let Spot::Stage(stage) = spot { Some(stage) } else { None })
            && self.shown_stage.get_untracked() != Some(stage)
        {
            self.shown_stage.set(Some(stage));
        }
    }

    /// The one-line input goes to a stage from now on; the keyboard stays where it is.
    pub fn aim_at(self, stage: StageId) {
        let was_in = self.cell.get_untracked();
        let typed_into = self.ground(|ground| ground.typed_into(Spot::Stage(stage), was_in));
        if typed_into.is_some() && was_in != typed_into {
            self.cell.set(typed_into);
        }
    }

    /// Gives `spot` the keyboard, now or as soon as it is drawn.
    pub fn go(self, spot: Spot) {
        self.editor.is_fresh.set_value(false);
        self.note_cursor(spot);
        match element::by_id(&element_id(spot)) {
            Some(element) => element::focus(&element),
            None => self.settle_at(Some(spot)),
        }
    }

    /// Walks one step.
    pub fn walk(self, way: Way) {
        let Some(spot) = self.cursor() else { return };
        if let Some(next) = self.ground(|ground| ground.step(spot, way)) {
            self.go(next);
        }
    }

    /// Goes to an edge of the map.
    pub fn walk_far(self, edge: Edge) {
        let Some(spot) = self.cursor() else { return };
        if let Some(next) = self.ground(|ground| ground.edge(spot, edge)) {
            self.go(next);
        }
    }

    /// Walks as many lanes up or down as the window shows.
    pub fn walk_page(self, way: Way) {
        let Some(cell) = self.cursor().and_then(|spot| self.cell_of(spot)) else { return self.walk(way) };
        let top = |cell| element::by_id(&element_id(Spot::Cell(cell))).map(|element| element::rect(&element).top);
        let page = element::by_id(MAP).map_or(0.0, |map| element::rect(&map).height * 0.8);
        let (mut there, begin) = (cell, top(cell).unwrap_or_default());
        while let Some(next) = self.ground(|ground| ground.neighbour(there, way)) {
            there = next;
            if top(next).is_none_or(|top| (top - begin).abs() >= page) {
                break;
            }
        }
        // At the last lane it goes on to its end, or to the head of the stage.
        let edge = if way == Way::Up { Edge::Top } else { Edge::Bottom };
        if there == cell {
            self.walk_far(edge);
        } else {
            self.go(self.ground(|ground| Some(ground.first_in(there))).unwrap_or(Spot::Cell(there)));
        }
    }

    /// Notes where the cursor is when the pointer goes down.
    pub fn note_press(self) {
        self.track.pressed_from.set_value(self.cursor());
    }

    /// Where the cursor was when the pointer went down.
    pub fn pressed_from(self) -> Option<Spot> {
        self.track.pressed_from.get_value()
    }

    /// Once the views have followed a change: gives the keyboard back to the cursor, or to the nearest place that is left.
    pub fn settle(self) {
        self.settle_at(self.cursor());
    }

    /// Puts the cursor on a place, and leaves the keyboard and the view where they are: a phone shows a map from its start.
    pub fn settle_unseen(self) {
        self.view.after_update(move || _ = self.find_place(self.cursor()));
    }

    /// As [`Board::settle`], but goes to `wanted` if it is there.
    pub fn settle_at(self, wanted: Option<Spot>) {
        self.land(wanted, || true);
    }

    /// Where something has gone away by itself: the cursor finds another place, and whoever types elsewhere is left alone.
    pub fn settle_softly(self) {
        self.land(self.cursor(), move || self.editor.target.get_untracked().is_none() && element::focus_is_lost());
    }

    fn land(self, wanted: Option<Spot>, takes_focus: impl FnOnce() -> bool + 'static) {
        self.view.after_update(move || {
            if let Some(spot) = self.find_place(wanted) {
                self.arrive(spot, takes_focus());
            }
        });
    }

    /// Puts the cursor on `wanted` if it is there, or on the nearest place that is left.
    fn find_place(self, wanted: Option<Spot>) -> Option<Spot> {
        self.find_place_or(wanted, None)
    }

    /// The same; `near` comes before the first place of the map.
    fn find_place_or(self, wanted: Option<Spot>, near: Option<Spot>) -> Option<Spot> {
        let cell = self.cell.get_untracked().map(Spot::Cell);
        let holds = |spot: &Spot| self.ground(|ground| Some(ground.holds(*spot))) == Some(true);
        let places = [wanted, self.cursor(), cell, near, self.ground(|ground| ground.first())];
        let spot = places.into_iter().flatten().find(holds)?;
        self.note_cursor(spot);
        Some(spot)
    }

    /// Brings a place into view, and gives it the keyboard if it is to have it.
    fn arrive(self, spot: Spot, takes_focus: bool) {
        match element::by_id(&element_id(spot)) {
            // A slider inside the cell keeps the keyboard.
            Some(element) if takes_focus && !element::has_focus(&element) => element::focus(&element),
            Some(element) => element::show(&element),
            None => (),
        }
    }

    /// Notes where the person is on the map.
    pub fn note_place(self) {
        self.track.came_from.set_value((self.cursor(), element::scroll_of(MAP)));
    }

    /// Goes back to the place that was noted.
    pub fn come_back(self) {
        let (back, scroll) = self.track.came_from.get_value();
        self.settle_at(back);
        // Coming back to a cell would scroll so that all of it is in view.
        self.view.next_frame(move || element::scroll_to(MAP, scroll));
    }

    /// Takes the last step back and goes where it was.
    pub fn undo(self) {
        let near = self.there().and_then(Self::place_before);
        let keys = self.desk.undo_here();
        self.follow(keys, near);
    }

    /// Does the last undone step again and goes where it is.
    pub fn redo(self) {
        let near = self.there().and_then(Self::place_before);
        let keys = self.desk.redo_here();
        self.follow(keys, near);
    }

    /// The board, while its map is shown: a toast may take something back after that.
    fn there(self) -> Option<Self> {
        self.view.is().then_some(self)
    }

    /// Where the cursor goes if the stage or the lane that it is in is about to go: to the one before.
    fn place_before(self) -> Option<Spot> {
        let spot = self.cursor()?;
        self.ground(|ground| match spot {
            Spot::Stage(_) => ground.step(spot, Way::Left),
            Spot::Lane(_) => ground.step(spot, Way::Up),
            Spot::Cell(_) | Spot::Card(_) => {
                let cell = ground.cell(spot)?;
                ground.neighbour(cell, Way::Left).map(Spot::Cell)
            }
        })
    }

    /// Goes to what changed. `near` is where to go if neither that nor the cursor's place is there any more.
    fn follow(self, keys: Vec<Key>, near: Option<Spot>) {
        if self.there().is_none() {
            return;
        }
        // A card tells more than the stage that holds it.
        let cards = keys.iter().filter_map(|key| match key {
            Key::Card(card) | Key::Details(card) => Some(Spot::Card(*card)),
            _ => None,
        });
        let heads = keys.iter().filter_map(|key| match key {
            Key::Stage(stage) => Some(Spot::Stage(*stage)),
            Key::Lane(lane) => Some(Spot::Lane(*lane)),
            _ => None,
        });
        let there = |spot: &Spot| self.ground(|ground| Some(ground.holds(*spot))) == Some(true);
        // An emotion is seen where it is set, and not at the head of its stage.
        let here = self.cursor().and_then(|spot| self.cell_of(spot));
        let stays =
            here.is_some_and(|cell| keys.contains(&Key::Stage(cell.stage)) && !self.kind(cell.lane).holds_cards());
        let cards: Vec<Spot> = cards.collect();
        let is_of_step = |spot: &Spot| cards.contains(spot);
        let spot = if !cards.is_empty() {
            self.cursor().filter(is_of_step).into_iter().chain(cards.iter().copied()).find(there)
        } else if stays {
            self.cursor()
        } else {
            heads.into_iter().find(there)
        };
        self.view.after_update(move || {
            let Some(spot) = self.find_place_or(spot, near) else { return };
            // The next key must not fall into nothing.
            if element::focus_is_lost()
                && let Some(element) = element::by_id(&element_id(spot))
            {
                element::focus_still(&element);
            }
            self.arrive_soon();
        });
    }

    /// Arrives at the cursor with the next frame: a row of undos goes along with the last of them only, for each arrival lays
    /// out the map.
    fn arrive_soon(self) {
        if self.track.arriving.get_value() {
            return;
        }
        self.track.arriving.set_value(true);
        self.view.next_frame(move || {
            self.track.arriving.set_value(false);
            if let Some(spot) = self.cursor() {
                // Whoever undoes from a field or a button stays there, and so does whoever has begun to type.
                let is_on_map = element::focus_is_lost() || element::focus_is_in("#map-layer");
                self.arrive(spot, is_on_map && self.editor.target.get_untracked().is_none());
            }
        });
    }
}

/// Shows on the elements themselves whether Tab comes to a place: with one place among thousands that changes at each arrow
/// key, nothing else needs to wake.
fn mark(spot: Spot, on: bool) {
    if let Some(element) = element::by_id(&element_id(spot)) {
        element::set_attribute(&element, "tabindex", if on { "0" } else { "-1" });
    }
}

/// As [`mark`], for the cell that the cursor is in.
fn mark_cell(cell: Cell, on: bool) {
    if let Some(element) = element::by_id(&element_id(Spot::Cell(cell))) {
        element::toggle_class(&element, "current", on);
    }
}
