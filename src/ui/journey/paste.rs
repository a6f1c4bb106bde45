//! Pasting lists and blocks of a spreadsheet onto the map.

use std::sync::Arc;

use leptos::ev;
use leptos::prelude::*;

use super::board::{Board, use_board};
use crate::edit::Command;
use crate::edit::draft::CardDraft;
use crate::insight::walk::Spot;
use crate::model::journey::Card;
use crate::model::{Collection, Key};
use crate::route::Route;
use crate::tables::paste::{Paste, read};
use crate::ui::browser::{self, element};
use crate::ui::incoming;
use crate::ui::offered::{Offered, Source};
use crate::ui::parts::{Dialog, live, on};

/// From how many cards on a paste asks first.
const HUGE: usize = 500;

/// Pastes onto the map itself: words become a card, lines cards, a block fills the grid.
pub fn onto_map(board: Board, event: &ev::ClipboardEvent) {
    if element::around(event.target(), "input, textarea").is_some() {
        return;
    }
    let Some(text) = element::pasted(event) else { return };
    event.prevent_default();
    match read(&text) {
        Paste::Words(words) if words.is_empty() => (),
        Paste::Words(words) => take(board, Paste::Lines(vec![words])),
        Paste::Map(grid) => offer_map(board, &text, grid.to_rows()),
        paste => take(board, paste),
    }
}

/// A table that names stages or lanes may be a map of its own, or cells of this one.
fn offer_map(board: Board, text: &str, rows: Vec<Vec<String>>) {
    let w = board.session.w();
    let add = move |draft| {
        if !board.view.is() {
            return;
        }
        if let Some(Key::Journey(id)) = board.dispatch(Command::AddJourney(Box::new(draft))).made() {
            browser::go(&Route::Journey { engagement: board.desk.id(), journey: Some(id) }.hash());
        }
    };
    let as_cells = move || {
        if board.view.is() {
            take(board, Paste::Block(rows.clone()));
        }
    };
    let offered = Offered::new(Source::Text(text.into()));
    incoming::show(board.session, offered, Arc::new(add), Some((w.paste_as_cells, Arc::new(as_cells))));
}

/// Pastes into the one-line input: one line is typed there as ever, several lines and blocks go onto the map.
pub fn into_entry(board: Board, event: &ev::ClipboardEvent) {
    let Some(text) = element::pasted(event) else { return };
    match read(&text) {
        Paste::Words(_) => (),
        paste => {
            event.prevent_default();
            match paste {
                Paste::Map(grid) => offer_map(board, &text, grid.to_rows()),
                paste => take(board, paste),
            }
        }
    }
}

fn take(board: Board, paste: Paste) {
    if paste == Paste::TooMany {
        return board.session.tell(board.session.w().too_much_pasted);
    }
    if count(&paste) >= HUGE {
        board.asked.set_value(Some(paste));
        board.asking.set(true);
    } else {
        put(board, paste);
    }
}

/// How many cards a paste makes.
fn count(paste: &Paste) -> usize {
    match paste {
        Paste::Words(_) => 1,
        Paste::Lines(lines) => lines.len(),
        Paste::Block(rows) => rows.iter().flatten().filter(|cell| !cell.is_empty()).count(),
        Paste::Map(_) | Paste::TooMany => 0,
    }
}

fn put(board: Board, paste: Paste) {
    let Some(cell) = board.cell.get_untracked() else { return };
    let command = match paste {
        Paste::Words(words) => Command::AddCards(vec![(cell, draft(words))]),
        Paste::Lines(lines) => Command::AddCards(lines.into_iter().map(|line| (cell, draft(line))).collect()),
        Paste::Block(rows) => Command::FillGrid { from: cell, rows },
        Paste::Map(_) | Paste::TooMany => return,
    };
    let before = board.desk.peek(|e| e.count(Collection::Card));
    let made = board.dispatch(command).made();
    let Some(Key::Card(last)) = made else { return };
    board.desk.seal();
    let count = board.desk.peek(|e| e.count(Collection::Card)) - before;
    if !element::focus_is_in("#entry") {
        board.settle_at(Some(Spot::Card(last)));
    }
    board.desk.tell_done((board.session.w().pasted)(count), move || board.undo());
}

fn draft(text: String) -> CardDraft {
    CardDraft { card: Card { text }, ..CardDraft::default() }
}

/// Asks before a huge paste.
#[component]
pub fn AskPaste() -> impl IntoView {
    let board = use_board();
    let w = board.session.w();
    let open = board.asking;
    let asked = move || {
        open.track();
        board.asked.with_value(|paste| paste.as_ref().map(|paste| (w.huge_paste_text)(count(paste))))
    };
    let go = move || {
        open.set(false);
        if let Some(paste) = board.asked.get_value() {
            board.asked.set_value(None);
            put(board, paste);
        }
    };
    view! {
        <Dialog open=open title=w.huge_paste_title>
            <p>{live(asked)}</p>
            <div class="dialog-actions">
                <button class="button" on:click=on(move |_| open.set(false))>{w.cancel}</button>
                <button class="button primary" on:click=on(move |_| go())>{w.paste_all}</button>
            </div>
        </Dialog>
    }
}
