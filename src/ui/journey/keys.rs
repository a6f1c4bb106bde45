//! What keys and the focus do on the map.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use web_sys::EventTarget;

use super::board::Board;
use super::place::{AtCursor, choose, has_picked, is_friction, spot_at};
use super::{editor, emotion};
use crate::edit::{Command, Detail};
use crate::insight::level_keys::Typed;
use crate::insight::walk::Spot;
use crate::model::quantity::Grade;
use crate::ui::browser::{element, typing};
use crate::ui::commands::{MapVerb, PlaceVerb, verb_of};
use crate::ui::deeds::Deeds;

/// The cursor follows the focus, whoever moved it: a click, a screen reader, the Tab key.
pub fn note_focus(board: Board, target: Option<EventTarget>) {
    if let Some(spot) = spot_at(target)
        && board.cursor() != Some(spot)
    {
        board.editor.is_fresh.set_value(false);
        board.note_cursor(spot);
    }
}

/// A key that was pressed on the map.
pub fn press(board: Board, event: &KeyboardEvent) {
    if element::around(event.target(), "button").is_some() {
        return;
    }
    if typing::is_of_input_method(event) {
        editor::begin_typing(board);
        return;
    }
    let Some(spot) = board.cursor() else { return };
    if level_key(board, spot, event) {
        event.prevent_default();
        return;
    }
    if let Some(verb) = verb_of::<PlaceVerb>(event) {
        event.prevent_default();
        event.stop_propagation();
        verb.act(AtCursor::or_chosen(board, spot));
        return;
    }
    // The window hears these.
    if verb_of::<MapVerb>(event).is_some() {
        return;
    }
    if event.key() == "Escape" && has_picked(board) {
        board.finder.picked.set(Vec::new());
        return;
    }
    let plain = !event.ctrl_key() && !event.meta_key() && (!event.alt_key() || event.get_modifier_state("AltGraph"));
    if !plain || event.key().chars().count() != 1 || matches!(event.key().as_str(), "?" | "/") {
        return;
    }
    if digit(board, spot, event) || event.key() == " " {
        event.prevent_default();
    } else {
        // The letter itself follows this event into the editor.
        editor::begin_typing(board);
    }
}

/// A level that is typed with its sign on an emotion cell.
fn level_key(board: Board, spot: Spot, event: &KeyboardEvent) -> bool {
    let on_emotion = matches!(spot, Spot::Cell(cell) if !board.kind(cell.lane).holds_cards());
    let held = event.ctrl_key() || event.meta_key() || event.alt_key();
    if !on_emotion || held || event.key().chars().count() != 1 {
        board.signed.set_value(Default::default());
        return false;
    }
    let Spot::Cell(cell) = spot else { return false };
    match board.signed.try_update_value(|signed| signed.press(&event.key())) {
        Some(Typed::Level(level)) => {
            emotion::set(board, cell.stage, Some(level));
            board.desk.seal();
            true
        }
        Some(Typed::Begun) => true,
        _ => false,
    }
}

/// Digits set levels on emotion cells, and grades on frictions: plain ones the frequency, with Shift the impact.
fn digit(board: Board, spot: Spot, event: &KeyboardEvent) -> bool {
    let key = event.key();
    // Where digits are typed with Shift, the same key alone types a letter or a sign.
    let is_typed = matches!(key.as_bytes(), [b'0'..=b'9']);
    if key.chars().all(char::is_alphabetic) {
        return false;
    }
    let typed = key.parse::<u8>().ok().filter(|_| is_typed);
    let Some(digit) = typed.or_else(|| element::digit_of(event)) else { return false };
    match spot {
        Spot::Cell(cell) if !board.kind(cell.lane).holds_cards() => match emotion::level_of(digit) {
            Some(level) => {
                emotion::set(board, cell.stage, Some(level));
                board.desk.seal();
                true
            }
            None => false,
        },
        Spot::Card(card) if !board.editor.is_fresh.get_value() && is_friction(board, card) => {
            let grade = Grade::try_from(digit).ok();
            let Some(grade) = grade else { return false };
            let fact = if event.shift_key() && !is_typed {
                Detail::Impact(Some(grade))
            } else {
                Detail::Frequency(Some(grade))
            };
            board.dispatch(Command::SetDetail(card, fact));
            true
        }
        _ => false,
    }
}

/// A click with Ctrl chooses a card, or no longer, with the one that the cursor was on; one with Shift all cards from there to
/// here. A plain click forgets what was chosen.
pub fn click(board: Board, event: &leptos::ev::MouseEvent) {
    let from = board.pressed_from();
    match spot_at(event.target()) {
        Some(spot @ Spot::Card(card)) if event.shift_key() => {
            let stretch = from.and_then(|from| board.ground(|ground| Some(ground.between(from, spot))));
            choose(board, stretch.filter(|cards| !cards.is_empty()).unwrap_or_else(|| vec![card]), true);
        }
        Some(Spot::Card(card)) if event.ctrl_key() || event.meta_key() => {
            match from {
                Some(Spot::Card(first)) if !has_picked(board) && first != card => board.finder.toggle(first),
                _ => (),
            }
            board.finder.toggle(card);
        }
        _ if has_picked(board) => board.finder.picked.set(Vec::new()),
        _ => (),
    }
}
