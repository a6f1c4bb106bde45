//! What keys and the focus do on the map.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use web_sys::EventTarget;

use super::board::{Board, element_id, spot_of};
use super::{actions, editor, emotion, menus};
use crate::arrange::set_of;
use crate::edit::{Command, Detail};
use crate::insight::level_keys::Typed;
use crate::insight::walk::{Edge, Spot, Way};
use crate::model::journey::LaneKind;
use crate::model::quantity::{CardId, Grade};
use crate::ui::browser::element;
use crate::ui::commands::{BINDINGS, Scope, Verb, shown_keys, verb_of};
use crate::ui::offers::Offer;

const PLACES: &str = "[data-card], [data-cell], [data-stage], [data-lane]";

/// The place on the map that an event happened at.
pub fn spot_at(target: Option<EventTarget>) -> Option<Spot> {
    spot_of(&element::around(target, PLACES)?.id())
}

/// The cursor follows the focus, whoever moved it: a click, a screen reader, the Tab key.
pub fn note_focus(board: Board, target: Option<EventTarget>) {
    if let Some(spot) = spot_at(target)
        && board.cursor() != Some(spot)
    {
        board.fresh.set_value(false);
        board.note_cursor(spot);
    }
}

/// A key that was pressed on the map.
pub fn press(board: Board, event: &KeyboardEvent) {
    if element::around(event.target(), "button").is_some() {
        return;
    }
    if event.is_composing() || event.key_code() == 229 {
        editor::begin_typing(board);
        return;
    }
    let Some(spot) = board.cursor() else { return };
    if level_key(board, spot, event) {
        event.prevent_default();
        return;
    }
    if let Some(verb) = verb_of(event, Scope::Map) {
        if act(board, spot, verb) {
            event.prevent_default();
            event.stop_propagation();
        }
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

/// Does a verb at the cursor. Says whether it was one for the map.
fn act(board: Board, spot: Spot, verb: Verb) -> bool {
    match verb {
        Verb::WalkLeft => board.walk(Way::Left),
        Verb::WalkRight => board.walk(Way::Right),
        Verb::WalkUp => board.walk(Way::Up),
        Verb::WalkDown => board.walk(Way::Down),
        Verb::WalkStart => board.walk(Way::Start),
        Verb::WalkEnd => board.walk(Way::End),
        Verb::WalkTop => board.walk_far(Edge::Top),
        Verb::WalkBottom => board.walk_far(Edge::Bottom),
        Verb::WalkFirst => board.walk_far(Edge::First),
        Verb::WalkLast => board.walk_far(Edge::Last),
        Verb::PageUp => board.walk_page(Way::Up),
        Verb::PageDown => board.walk_page(Way::Down),
        Verb::PickAll => choose(board, board.ground(|ground| Some(ground.all())).unwrap_or_default(), false),
        Verb::Edit => editor::edit(board, spot),
        Verb::Delete if has_picked(board) => super::pick::delete(board),
        Verb::Delete => actions::delete(board, spot),
        Verb::Duplicate if has_picked(board) => super::pick::duplicate(board),
        Verb::Duplicate => actions::duplicate(board, spot),
        Verb::MoveLeft => shift(board, spot, Way::Left),
        Verb::MoveRight => shift(board, spot, Way::Right),
        Verb::MoveUp => shift(board, spot, Way::Up),
        Verb::MoveDown => shift(board, spot, Way::Down),
        Verb::AddAfter => actions::add_after(board, spot),
        Verb::Menu => menus::open(board, spot),
        Verb::Form => return open_form(board, spot),
        Verb::Pick => pick(board, spot),
        Verb::PickUp => pick_along(board, spot, Way::Up),
        Verb::PickDown => pick_along(board, spot, Way::Down),
        // The window hears these.
        Verb::Undo
        | Verb::Redo
        | Verb::Entry
        | Verb::Find
        | Verb::Rate
        | Verb::Checkpoints
        | Verb::Help
        | Verb::Palette
        | Verb::NewEngagement
        | Verb::Restore => return false,
    }
    true
}

/// The verbs that the command palette offers here: those of the map, and those that can be done at the cursor.
pub fn offers(board: Board) -> Vec<Offer> {
    let w = board.session.w();
    let spot = board.cursor();
    let can = |verb| super::of_the_map(verb).is_some() || spot.is_some_and(|spot| is_possible(board, spot, verb));
    let bindings = BINDINGS.iter().filter(|binding| binding.scope == Scope::Map && can(binding.verb));
    bindings
        .map(|binding| {
            let verb = binding.verb;
            Offer::verb((binding.label)(w), shown_keys(verb), move || match super::of_the_map(verb) {
                Some(act) => act(board),
                None => {
                    if let Some(spot) = board.cursor() {
                        // At once: a place that gets the keyboard later would take it from the editor.
                        board.go(spot);
                        act(board, spot, verb);
                    }
                }
            })
        })
        .collect()
}

/// Whether a verb does something at a place. Walking is for keys alone.
fn is_possible(board: Board, spot: Spot, verb: Verb) -> bool {
    let (on_card, on_head) = (matches!(spot, Spot::Card(_)), matches!(spot, Spot::Stage(_) | Spot::Lane(_)));
    let able = !untrack(|| board.desk.read_only());
    match verb {
        Verb::Edit => able,
        Verb::Delete => able && (on_card || on_head),
        Verb::Duplicate => able && (on_card || matches!(spot, Spot::Stage(_))),
        Verb::MoveLeft | Verb::MoveRight => able && !matches!(spot, Spot::Lane(_) | Spot::Cell(_)),
        Verb::MoveUp | Verb::MoveDown => able && !matches!(spot, Spot::Stage(_) | Spot::Cell(_)),
        Verb::AddAfter => able && on_head,
        Verb::Menu => !matches!(spot, Spot::Cell(_)),
        Verb::Form => matches!(spot, Spot::Card(card) if is_friction(board, card)),
        Verb::Pick => on_card,
        Verb::PickAll => true,
        _ => false,
    }
}

fn has_picked(board: Board) -> bool {
    board.finder.picked.with_untracked(|picked| !picked.is_empty())
}

/// Moves the chosen cards, or what is at the cursor.
fn shift(board: Board, spot: Spot, way: Way) {
    if has_picked(board) && matches!(spot, Spot::Card(_) | Spot::Cell(_)) {
        super::pick::shift(board, way);
    } else {
        actions::shift(board, spot, way);
    }
}

fn pick(board: Board, spot: Spot) {
    if let Spot::Card(card) = spot {
        board.finder.toggle(card);
    }
}

/// Chooses the card at the cursor and the next one, and goes there.
fn pick_along(board: Board, spot: Spot, way: Way) {
    let is_picked = |card| board.finder.picked.with_untracked(|picked| picked.contains(&card));
    if let Spot::Card(card) = spot
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
    let (key, code) = (event.key(), event.code());
    // Where digits are typed with Shift, the same key alone types a letter or a sign.
    let is_typed = matches!(key.as_bytes(), [b'0'..=b'9']);
    if key.chars().all(char::is_alphabetic) {
        return false;
    }
    let by_place = || code.strip_prefix("Digit").or(code.strip_prefix("Numpad"));
    let Some(digit) = is_typed.then_some(&*key).or_else(by_place) else { return false };
    match spot {
        Spot::Cell(cell) if !board.kind(cell.lane).holds_cards() => match emotion::level_of_digit(digit) {
            Some(level) => {
                emotion::set(board, cell.stage, Some(level));
                board.desk.seal();
                true
            }
            None => false,
        },
        Spot::Card(card) if !board.fresh.get_value() && is_friction(board, card) => {
            let grade = digit.parse().ok().and_then(|number: u8| Grade::try_from(number).ok());
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

/// Whether a card lies in a friction lane.
pub fn is_friction(board: Board, card: CardId) -> bool {
    board.cell_of(Spot::Card(card)).is_some_and(|cell| board.kind(cell.lane) == LaneKind::Friction)
}

/// Opens the form of a friction and gives it the keyboard.
fn open_form(board: Board, spot: Spot) -> bool {
    let Spot::Card(card) = spot else { return false };
    if !is_friction(board, card) {
        return false;
    }
    board.open_friction.set(Some(card));
    board.overlays.drawer.set(true);
    // Of a grade that is known, its own key.
    element::focus_once_there(".friction-form [role=radio][tabindex='0']");
    true
}

/// Where the menu of a place opens.
pub fn place_of(spot: Spot) -> element::Rect {
    element::by_id(&element_id(spot)).map(|element| element::rect(&element)).unwrap_or_default()
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

/// A click with Ctrl chooses a card, or no longer, with the one that the cursor was on; one with Shift all cards from there to
/// here. A plain click forgets what was chosen.
pub fn click(board: Board, event: &leptos::ev::MouseEvent) {
    let from = board.pressed_from();
    match spot_at(event.target()) {
        Some(spot @ Spot::Card(card)) if event.shift_key() => {
            let stretch = from.and_then(|from| board.ground(|ground| Some(ground.between(from, spot))));
            choose(board, stretch.filter(|cards| !cards.is_empty()).unwrap_or_else(|| vec![card]), true);
        }
        Some(spot @ Spot::Card(card)) if event.ctrl_key() || event.meta_key() => {
            match from {
                Some(first @ Spot::Card(other)) if !has_picked(board) && other != card => pick(board, first),
                _ => (),
            }
            pick(board, spot);
        }
        _ if has_picked(board) => board.finder.picked.set(Vec::new()),
        _ => (),
    }
}
