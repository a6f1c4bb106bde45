//! What can be done with a map while people talk, behind one button.

use leptos::prelude::*;

use super::board::Board;
use super::place::OpenMap;
use crate::edit::Command;
use crate::edit::draft::JourneyDraft;
use crate::i18n::speech::title_or;
use crate::model::Key;
use crate::model::journey::JourneyKind;
use crate::ui::browser::element::Rect;
use crate::ui::commands::MapVerb;
use crate::ui::deeds::Deeds;
use crate::ui::saving::Saver;
use crate::ui::ways::go_to_map;

/// Opens the menu.
pub fn open(map: OpenMap, at: Rect, back_to: &str) {
    let board = map.board;
    let w = board.verb_words();
    let line = |verb: MapVerb| verb.item(&w, map);
    let mut items = vec![line(MapVerb::Rate), line(MapVerb::SecondCurve), line(MapVerb::Compare).parted()];
    if untrack(|| board.journey_kind()) == JourneyKind::AsIs {
        items.push(line(MapVerb::MakeToBe));
    }
    items.push(line(MapVerb::Checkpoints).parted());
    board.menus.at(at, back_to, board.mw().more, items);
}

/// Makes the map of what should be from this one, and goes there.
pub fn make_to_be(board: Board, saver: Saver) {
    if let Some(draft) = board.desk.peek(|e| JourneyDraft::of(e, board.journey)) {
        let (jw, mw) = (board.jw(), board.mw());
        let told = (mw.made_to_be)(title_or(&draft.title, jw.untitled_map));
        let title = if draft.title.is_empty() { String::new() } else { (mw.checkpoint_title)(&draft.title, jw.to_be) };
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
