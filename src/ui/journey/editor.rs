//! The editor: one text area that lies over whatever is being edited, and is always there, so that the first letter typed on
//! a cell, or the first stroke of an input method, already lands in it.

use leptos::{ev, html, prelude::*};
use web_sys::HtmlTextAreaElement;

use super::board::{Board, Editing, element_id, use_board};
use super::emotion;
use crate::edit::{Command, Refusal, StageField};
use crate::insight::walk::{Spot, Way};
use crate::model::{Cell, Key};
use crate::ui::alive::Alive;
use crate::ui::browser::element::{self, Rect};
use crate::ui::browser::typing;
use crate::ui::commands::{MapVerb, PlaceVerb, verb_of};
use crate::ui::desk::Outcome;
use crate::ui::parts::{live, on};

const EDITOR: &str = "editor";

/// The editor.
#[component]
pub fn Editor() -> impl IntoView {
    let board = use_board();
    let node = NodeRef::<html::Textarea>::new();
    let words = board.mw();
    if board.editor.target.with_untracked(Option::is_some) {
        Alive::here().after_update(move || resume(board));
    }
    let label = live(move || match board.editor.target.get() {
        Some(Editing::StageName(_)) => words.stage_name,
        Some(Editing::StageSubtitle(_)) => words.stage_subtitle,
        Some(Editing::LaneName(_)) => words.lane_name,
        _ => words.card_text,
    });
    let class = live(move || match board.editor.target.get() {
        None => "editor idle",
        Some(Editing::StageName(_)) => "editor stage-name",
        Some(Editing::StageSubtitle(_)) => "editor stage-subtitle",
        Some(Editing::LaneName(_)) => "editor lane-name",
        Some(Editing::Card(_) | Editing::NewCard(..)) => "editor",
    });
    view! {
        <textarea
            node_ref=node
            id=EDITOR
            class=class
            rows="1"
            tabindex="-1"
            spellcheck="true"
            autocomplete="off"
            aria-label=label
            aria-hidden=live(move || board.editor.target.get().is_none().then_some("true"))
            on:input=on(move |_| {
                if let Some(area) = node.get_untracked() {
                    let text = area.value();
                    if board.editor.target.with_untracked(Option::is_none) {
                        // Words that come without a key, said or chosen from a panel, go where a letter would.
                        begin_typing(board);
                        area.set_value(if board.editor.target.with_untracked(Option::is_some) { &text } else { "" });
                        element::caret_to_end(&area);
                    }
                    typed(board, text);
                }
            })
            on:keydown=on(move |event: ev::KeyboardEvent| key(board, &event))
            on:blur=on(move |event: ev::FocusEvent| {
                if element::was_left(&event) {
                    end(board);
                }
            })
        ></textarea>
    }
}

/// Edits the text of a place: a card, a name; on a cell a new card; on an emotion cell its point.
pub fn edit(board: Board, spot: Spot) {
    match spot {
        Spot::Card(card) => begin(board, Editing::Card(card)),
        Spot::Stage(stage) => begin(board, Editing::StageName(stage)),
        Spot::Lane(lane) => begin(board, Editing::LaneName(lane)),
        Spot::Cell(cell) if board.kind(cell.lane).holds_cards() => begin_card(board, cell),
        Spot::Cell(cell) => emotion::grasp(board, cell),
    }
}

/// Starts a new card at the end of a cell, or below the card at the cursor.
pub fn begin_card(board: Board, cell: Cell) {
    let below = match board.cursor() {
        Some(Spot::Card(card)) => board.desk.peek(|e| e.place(card)).filter(|(place, _)| *place == cell),
        _ => None,
    };
    begin(board, Editing::NewCard(cell, below.map_or(usize::MAX, |(_, at)| at + 1)));
}

/// Starts to edit what a letter goes to: the name of a stage or lane, or a new card.
pub fn begin_typing(board: Board) {
    match board.cursor() {
        Some(spot @ (Spot::Stage(_) | Spot::Lane(_))) => edit(board, spot),
        Some(spot) => {
            if let Some(cell) = board.cell_of(spot).filter(|cell| board.kind(cell.lane).holds_cards()) {
                begin_card(board, cell);
            }
        }
        None => (),
    }
}

/// Starts to edit. The text area has the keyboard when this returns: a letter on its way lands in it.
pub fn begin(board: Board, editing: Editing) {
    end(board);
    if board.desk.refuses() {
        return;
    }
    let Some(area) = area() else { return };
    let text = text_of(board, editing);
    area.set_value(text.as_deref().unwrap_or_default());
    board.editor.before.set_value(text);
    board.editor.target.set(Some(editing));
    place(board, &area);
    element::focus_still(&area);
    match editing {
        // A name is replaced by what is typed, as in a spreadsheet; a text goes on at its end.
        Editing::StageName(_) | Editing::StageSubtitle(_) | Editing::LaneName(_) => area.select(),
        Editing::Card(_) | Editing::NewCard(..) => element::caret_to_end(&area),
    }
    place_later(board);
}

/// The text that is typed into; `None` for a card that is not made yet, or is gone.
fn text_of(board: Board, editing: Editing) -> Option<String> {
    board.desk.peek(|e| match editing {
        Editing::NewCard(..) => None,
        Editing::Card(card) => e.card(card).map(|card| card.text.clone()),
        Editing::StageName(stage) => e.stage(stage).map(|stage| stage.name.clone()),
        Editing::StageSubtitle(stage) => e.stage(stage).map(|stage| stage.subtitle.clone()),
        Editing::LaneName(lane) => e.lane(lane).map(|lane| lane.name.clone()),
    })
}

/// Another tab has changed something: what stands in the text area is what will be kept.
pub fn follow(board: Board) {
    let (Some(editing), Some(area)) = (board.editor.target.get_untracked(), area()) else { return };
    match text_of(board, editing) {
        Some(text) if text != area.value() => area.set_value(&text),
        Some(_) => (),
        // The words that stand there make a card again with the next letter.
        None if matches!(editing, Editing::NewCard(..)) => (),
        None => _ = end(board),
    }
    place_later(board);
}

/// Goes on editing in a text area that was built anew, in another language or for another width.
fn resume(board: Board) {
    if let Some(editing) = board.editor.target.get_untracked() {
        board.editor.target.set(None);
        begin(board, editing);
    }
}

/// Ends editing, keeping what was typed; a card without a word is removed. Says whether anything was being edited.
pub fn end(board: Board) -> bool {
    let Some(editing) = board.editor.target.get_untracked() else { return false };
    board.editor.target.set(None);
    if let Editing::Card(card) = editing {
        set_open(card, false);
        let text = board.desk.peek(|e| e.card(card).map(|card| card.text.clone()));
        if text.is_some_and(|text| text.trim().is_empty()) {
            let next = board.ground(|ground| ground.after(card));
            // Emptied first, so that undo brings card and words back in one step.
            board.dispatch(Command::SetCardText(card, String::new()));
            board.dispatch(Command::DeleteCard(card));
            board.settle_at(next);
            board.desk.seal();
            board.desk.notify_done(board.mw().deleted_card, move || board.undo());
        }
    }
    board.desk.seal();
    if let Some(area) = area() {
        area.set_value("");
    }
    true
}

/// Ends editing and gives the keyboard back to the place that was edited.
pub fn leave(board: Board) {
    let Some(editing) = board.editor.target.get_untracked() else { return };
    end(board);
    match editing {
        Editing::Card(card) => {
            let fresh = board.editor.is_fresh.get_value();
            let spot = Spot::Card(card);
            if board.ground(|ground| Some(ground.holds(spot))) == Some(true) {
                board.go(spot);
            }
            board.editor.is_fresh.set_value(fresh);
        }
        Editing::NewCard(cell, _) => {
            board.go(board.cursor().filter(|spot| board.cell_of(*spot) == Some(cell)).unwrap_or(Spot::Cell(cell)))
        }
        Editing::StageName(stage) | Editing::StageSubtitle(stage) => board.go(Spot::Stage(stage)),
        Editing::LaneName(lane) => board.go(Spot::Lane(lane)),
    }
}

/// Ends editing and gives the text back that was there; a card that was made while it was typed goes, with a way back.
fn give_up(board: Board) {
    let Some(editing) = board.editor.target.get_untracked() else { return };
    match (editing, board.editor.before.get_value()) {
        (Editing::Card(card), None) if area().is_some_and(|area| !area.value().trim().is_empty()) => {
            let next = board.ground(|ground| ground.cell(Spot::Card(card))).map(Spot::Cell);
            board.editor.target.set(None);
            set_open(card, false);
            board.desk.seal();
            board.dispatch_with_notice(Command::DeleteCard(card), board.mw().discarded_card.into(), next);
            if let Some(area) = area() {
                area.set_value("");
            }
        }
        (_, Some(text)) => {
            typed(board, text);
            leave(board);
        }
        _ => leave(board),
    }
}

/// Whether a key moves or selects in a text too, or is nothing that should be done while one is typed.
fn is_of_text(event: &ev::KeyboardEvent) -> bool {
    let is_at_cursor = verb_of::<PlaceVerb>(event).is_some_and(|verb| verb != PlaceVerb::Form);
    is_at_cursor || matches!(verb_of::<MapVerb>(event), Some(MapVerb::Rate | MapVerb::Checkpoints))
}

/// Puts a line break where the caret is.
fn break_line(board: Board) {
    if let Some(area) = area() {
        element::type_into(&area, "\n");
        typed(board, area.value());
    }
}

fn typed(board: Board, text: String) {
    let Some(editing) = board.editor.target.get_untracked() else { return };
    match editing {
        Editing::NewCard(cell, at) => {
            if text.is_empty() {
                return;
            }
            let Some(Key::Card(card)) = board.dispatch(Command::AddCard { cell, at, text }).made() else { return };
            board.editor.target.set(Some(Editing::Card(card)));
            board.editor.is_fresh.set_value(true);
            board.view.after_update(move || {
                if board.editor.target.get_untracked() == Some(Editing::Card(card)) {
                    board.note_cursor(Spot::Card(card));
                    set_open(card, true);
                }
            });
        }
        Editing::Card(card) => match board.dispatch(Command::SetCardText(card, text.clone())) {
            Outcome::Refused(Refusal::Gone(_)) => {
                // Deleted a moment ago by another tab: the words go on as a new card.
                if let Some(cell) = board.cell.get_untracked() {
                    board.editor.target.set(Some(Editing::NewCard(cell, usize::MAX)));
                    typed(board, text);
                }
            }
            Outcome::Refused(Refusal::TooMuch(_)) => follow(board),
            _ => (),
        },
        Editing::StageName(stage) => _ = board.dispatch(Command::SetStage(stage, StageField::Name, one_line(&text))),
        Editing::StageSubtitle(stage) => {
            board.dispatch(Command::SetStage(stage, StageField::Subtitle, one_line(&text)));
        }
        Editing::LaneName(lane) => _ = board.dispatch(Command::SetLaneName(lane, one_line(&text))),
    }
    place_later(board);
}

fn one_line(text: &str) -> String {
    text.replace(['\r', '\n'], " ")
}

fn key(board: Board, event: &ev::KeyboardEvent) {
    // What ends a word of an input method ends no editing.
    if typing::is_of_input_method(event) {
        event.stop_propagation();
        return;
    }
    if board.editor.target.with_untracked(Option::is_none) {
        // Nothing is edited: the keyboard belongs to the map.
        board.cursor().into_iter().for_each(|spot| board.go(spot));
        return;
    }
    let several_lines = matches!(board.editor.target.get_untracked(), Some(Editing::Card(_) | Editing::NewCard(..)));
    match element::key_of(event).as_str() {
        "Enter" if event.shift_key() && several_lines => event.stop_propagation(),
        "Enter" if event.alt_key() && several_lines => {
            event.prevent_default();
            event.stop_propagation();
            break_line(board);
        }
        "Escape" => {
            event.prevent_default();
            event.stop_propagation();
            give_up(board);
        }
        "Enter" => {
            event.prevent_default();
            event.stop_propagation();
            leave(board);
        }
        "Tab" => {
            event.prevent_default();
            event.stop_propagation();
            let named = match board.editor.target.get_untracked() {
                Some(Editing::StageName(stage)) => Some(stage),
                _ => None,
            };
            leave(board);
            board.walk(if event.shift_key() { Way::Left } else { Way::Right });
            // Names of stages are typed one after the other.
            match board.cursor() {
                Some(Spot::Stage(next)) if named.is_some_and(|named| named != next) => {
                    begin(board, Editing::StageName(next));
                }
                _ => (),
            }
        }
        // What moves in the text and selects there is the text's.
        _ if is_of_text(event) => event.stop_propagation(),
        // Undo and redo are the map's: they go on from here to what was done before.
        _ if event.ctrl_key() || event.meta_key() => (),
        _ => event.stop_propagation(),
    }
}

/// Lays the text area over what is being edited.
fn place(board: Board, area: &HtmlTextAreaElement) {
    let Some(layer) = element::by_id("map-layer").map(|layer| element::rect(&layer)) else { return };
    let editing = board.editor.target.get_untracked();
    if let Some(Editing::Card(card)) = editing {
        set_open(card, true);
    }
    let Some(at) = editing.and_then(anchor) else { return };
    element::move_to(area, at.left - layer.left, at.top - layer.top);
    element::resize(area, at.width, at.height);
}

/// Lays it there again once the page has followed a change.
fn place_later(board: Board) {
    board.view.next_frame(move || {
        if let Some(area) = area().filter(|_| board.editor.target.get_untracked().is_some()) {
            place(board, &area);
            element::show(&area);
        }
    });
}

fn anchor(editing: Editing) -> Option<Rect> {
    let at = |spot| element::by_id(&element_id(spot));
    let part =
        |spot, class| at(spot).and_then(|head| element::find_all(&head, class).first().map(|part| element::rect(part)));
    match editing {
        Editing::Card(card) => at(Spot::Card(card)).map(|card| element::rect(&card)),
        Editing::StageName(stage) => part(Spot::Stage(stage), ".stage-name"),
        Editing::StageSubtitle(stage) => part(Spot::Stage(stage), ".stage-subtitle"),
        Editing::LaneName(lane) => part(Spot::Lane(lane), ".lane-name"),
        Editing::NewCard(cell, place) => {
            let element = at(Spot::Cell(cell))?;
            let area = element::rect(&element);
            let padding = element::find_all(&element, ".cards")
                .first()
                .map_or(0.0, |cards| element::rect(cards).left - area.left);
            let above = element::find_all(&element, "[data-card]");
            let top = match place.min(above.len()).checked_sub(1).and_then(|last| above.get(last)) {
                Some(card) => element::rect(card).top + element::rect(card).height + 5.0,
                None => area.top + padding,
            };
            Some(Rect { left: area.left + padding, top, width: area.width - 2.0 * padding, height: 34.0 })
        }
    }
}

/// A card that is edited shows all its lines.
fn set_open(card: crate::model::quantity::CardId, on: bool) {
    if let Some(element) = element::by_id(&element_id(Spot::Card(card))) {
        element::toggle_class(&element, "edited", on);
    }
}

fn area() -> Option<HtmlTextAreaElement> {
    element::text_area(EDITOR)
}
