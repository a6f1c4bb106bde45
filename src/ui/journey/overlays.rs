//! What can be done with a map while people talk, behind one button.

use std::rc::Rc;

use leptos::prelude::*;

use super::board::Board;
use super::{actions, menus, print, tools};
use crate::edit::Command;
use crate::edit::draft::JourneyDraft;
use crate::exchange::picture::Paper;
use crate::model::Key;
use crate::model::journey::JourneyKind;
use crate::model::quantity::StageId;
use crate::ui::browser::element::{self, Rect};
use crate::ui::commands::{Verb, shown_keys};
use crate::ui::engagement::go_to_map;
use crate::ui::offers::Offer;
use crate::ui::parts::Item;
use crate::ui::saving::Saver;

/// What lies over the map while people talk.
#[derive(Clone, Copy)]
pub struct Overlays {
    /// The stage that is being rated together.
    pub rated: RwSignal<Option<StageId>>,
    /// Whether the votes are hidden until all have voted.
    pub veiled: RwSignal<bool>,
    /// Whether the dialog of the second curve is open.
    pub second: RwSignal<bool>,
    /// Whether two maps are shown side by side.
    pub comparing: RwSignal<bool>,
    /// Whether the checkpoints are shown.
    pub checkpoints: RwSignal<bool>,
    /// Whether the ranking is shown, where it is a drawer over the map.
    pub drawer: RwSignal<bool>,
}

impl Overlays {
    /// Nothing lies over the map.
    pub fn new() -> Self {
        Overlays {
            rated: RwSignal::new(None),
            veiled: RwSignal::new(false),
            second: RwSignal::new(false),
            comparing: RwSignal::new(false),
            checkpoints: RwSignal::new(false),
            drawer: RwSignal::new(false),
        }
    }
}

/// Opens the menu.
pub fn open(board: Board, saver: Saver, at: Rect, back_to: &str) {
    let w = board.session.w();
    let able = !untrack(|| board.desk.read_only());
    let Overlays { second, comparing, checkpoints, .. } = board.overlays;
    let mut items = vec![
        Item::new(w.rate_together, move || tools::rate(board)).keys(shown_keys(Verb::Rate)).enabled(able),
        Item::new(w.second_curve_menu, move || second.set(true)).enabled(able),
        Item::new(w.compare_menu, move || comparing.set(true)).parted(),
    ];
    if untrack(|| board.journey_kind()) == JourneyKind::AsIs {
        items.push(Item::new(w.make_to_be, move || make_to_be(board, saver)).enabled(able));
    }
    let keep = Item::new(w.checkpoints_menu, move || checkpoints.set(true));
    items.push(keep.keys(shown_keys(Verb::Checkpoints)).parted());
    board.menus.at(at, back_to, w.more, items);
}

/// What the bar above the map does, for the palette.
pub fn offers(board: Board, saver: Saver) -> Vec<Offer> {
    let w = board.session.w();
    let at = |id: &str| element::by_id(id).map(|button| element::rect(&button)).unwrap_or_default();
    let offer = |label: &str, act: Rc<dyn Fn()>| Offer::verb(label, String::new(), move || act());
    let mut all = vec![
        offer(w.present, Rc::new(move || tools::present(board))),
        offer(w.agenda, Rc::new(move || board.workshop.open.set(true))),
        offer(w.compare_menu, Rc::new(move || board.overlays.comparing.set(true))),
    ];
    if !board.session.hosted().config.explore_only {
        all.push(offer(w.export, Rc::new(move || tools::open_exports(board, saver, at("export"), "export"))));
        all.push(offer(w.print_a4, Rc::new(move || print::begin(board, Paper::A4))));
        all.push(offer(w.print_a3, Rc::new(move || print::begin(board, Paper::A3))));
    }
    if untrack(|| board.desk.read_only()) {
        return all;
    }
    all.push(offer(w.add_stage, Rc::new(move || actions::add_stage(board, None, 0))));
    all.push(offer(w.add_lane, Rc::new(move || menus::open_add_lane(board, at("add-lane"), "add-lane"))));
    if untrack(|| board.journey_kind()) == JourneyKind::AsIs {
        all.push(offer(w.make_to_be, Rc::new(move || make_to_be(board, saver))));
    }
    all
}

/// Makes the map of what should be from this one, and goes there.
pub fn make_to_be(board: Board, saver: Saver) {
    if let Some(draft) = board.desk.peek(|e| JourneyDraft::of(e, board.journey)) {
        let w = board.session.w();
        let told = (w.made_to_be)(w.title_or(&draft.title, w.untitled_map));
        let title = if draft.title.is_empty() { String::new() } else { (w.checkpoint_title)(&draft.title, w.to_be) };
        add_map(board, saver, JourneyDraft { title, ..draft.to_be() }, told);
    }
}

/// Adds a map, goes there, and tells it with a way back.
pub fn add_map(board: Board, saver: Saver, draft: JourneyDraft, text: String) {
    let Some(Key::Journey(made)) = board.dispatch(Command::AddJourney(Box::new(draft))).made() else { return };
    let here = board.journey;
    let desk = board.desk;
    desk.notify_done_there(text, move || {
        go_to_map(saver, here);
        desk.undo();
    });
    go_to_map(saver, made);
}
