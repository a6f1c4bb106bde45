//! Pasting lists and blocks of a spreadsheet onto the map.

use std::sync::Arc;

use leptos::ev;
use leptos::prelude::*;

use super::board::{Board, Pasting, use_board};
use super::clipboard;
use super::tools::with_tools;
use crate::edit::Command;
use crate::edit::draft::{CardDraft, block_of};
use crate::exchange::clip::Clip;
use crate::insight::walk::Spot;
use crate::model::{Cell, Collection, Key};
use crate::route::Route;
use crate::tables::paste::{Paste, lines, plain};
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
    if let Some(clip) = clipboard::offered(event) {
        event.prevent_default();
        return take_clip(board, clip);
    }
    let Some(text) = element::pasted(event) else { return };
    event.prevent_default();
    match plain(&text) {
        Some(Paste::Words(words)) if words.is_empty() => (),
        Some(paste) => take(board, paste),
        None => read_table(board, text),
    }
}

/// What may be a table is read by what comes with the first of them.
fn read_table(board: Board, text: String) {
    with_tools(board, move |tools| match (tools.read)(&text) {
        Paste::Map(grid) => offer_map(board, &text, Paste::Block(grid.to_rows())),
        Paste::Outline(table) => offer_map(board, &table, lines(&text)),
        paste => take(board, paste),
    });
}

/// A table that names stages or lanes may be a map of its own, or cells of this one.
fn offer_map(board: Board, text: &str, cells: Paste) {
    let w = board.mw();
    let add = move |draft, said: String| {
        if !board.view.is() {
            return;
        }
        if let Some(Key::Journey(id)) = board.dispatch(Command::AddJourneyHere(board.journey, Box::new(draft))).made() {
            let desk = board.desk;
            desk.notify_done_there(said, move || _ = desk.undo());
            browser::go(&Route::Journey { engagement: board.desk.id(), journey: Some(id) }.hash());
        }
    };
    let as_cells = move || {
        if board.view.is() {
            take(board, cells.clone());
        }
    };
    let offered = Offered::new(Source::Text(text.into()));
    incoming::show(board.session, offered, Arc::new(add), Some((w.paste_as_cells, Arc::new(as_cells))));
}

/// Pastes into the one-line input: one line is typed there as ever, several lines and blocks go onto the map.
pub fn into_entry(board: Board, event: &ev::ClipboardEvent) {
    let Some(text) = element::pasted(event) else { return };
    match plain(&text) {
        Some(Paste::Words(_)) => (),
        // A cell of a spreadsheet comes with a line break.
        Some(Paste::Lines(lines)) if lines.len() == 1 => (),
        paste => {
            event.prevent_default();
            match paste {
                Some(paste) => take(board, paste),
                None => read_table(board, text),
            }
        }
    }
}

fn take(board: Board, paste: Paste) {
    if paste == Paste::TooMany {
        return board.session.notify(board.mw().too_much_pasted);
    }
    if let Some(pasting) = pasting_of(board, paste) {
        ask(board, pasting);
    }
}

/// What was copied from a map.
fn take_clip(board: Board, clip: Clip) {
    let cards = clip.cards();
    let command = match clip {
        Clip::Cells(rows) => board.cell.get_untracked().map(|from| Command::FillGrid { from, rows }),
        Clip::Stages { lanes, stages } => {
            let here = match board.cursor() {
                Some(Spot::Stage(stage)) => Some(stage),
                _ => board.cell.get_untracked().map(|cell| cell.stage),
            };
            let known = board.stages.get_untracked();
            let at = here.and_then(|here| known.iter().position(|&stage| stage == here));
            let at = at.map_or(usize::MAX, |at| at + 1);
            Some(Command::AddStages { journey: board.journey, at, lanes, stages })
        }
    };
    if let Some(command) = command {
        ask(board, Pasting { command, cards });
    }
}

/// Words and lines are cards in the cell of the cursor; on the head of a stage they are names of stages.
fn pasting_of(board: Board, paste: Paste) -> Option<Pasting> {
    let one_line = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let on_head = match board.cursor() {
        Some(Spot::Stage(stage)) if !element::focus_is_in("#entry") => Some(stage),
        _ => None,
    };
    let names = |names: Vec<String>| {
        let names = names.into_iter().map(one_line).filter(|name| !name.is_empty()).collect();
        on_head.map(|from| Pasting { command: Command::NameStages { from, names }, cards: 0 })
    };
    let cell = board.cell.get_untracked();
    match paste {
        Paste::Words(words) => names(vec![words.clone()]).or_else(|| cards(board, cell?, vec![words])),
        Paste::Lines(lines) if on_head.is_some() => names(lines),
        Paste::Lines(lines) => cards(board, cell?, lines),
        Paste::Block(mut rows) if on_head.is_some() && rows.len() == 1 => names(rows.remove(0)),
        Paste::Block(rows) => {
            let cards = rows.iter().flatten().filter(|cell| !cell.is_empty()).count();
            let from = cell?;
            let rows = board.desk.peek(|e| block_of(e, from, rows));
            Some(Pasting { command: Command::FillGrid { from, rows }, cards })
        }
        Paste::Map(_) | Paste::Outline(_) | Paste::TooMany => None,
    }
}

fn cards(board: Board, cell: Cell, texts: Vec<String>) -> Option<Pasting> {
    let kind = board.desk.peek(|e| e.lane(cell.lane).map(|lane| lane.kind))?;
    let cards = texts.len();
    let card = |text| (cell, CardDraft::text(text).brought_into(kind));
    Some(Pasting { command: Command::AddCards(texts.into_iter().map(card).collect()), cards })
}

/// Asks first where it makes very many cards.
fn ask(board: Board, pasting: Pasting) {
    if pasting.cards >= HUGE {
        board.asked_paste.pasting.set_value(Some(pasting));
        board.asked_paste.is_open.set(true);
    } else {
        put(board, pasting);
    }
}

fn put(board: Board, pasting: Pasting) {
    let w = board.mw();
    // The name that makes way is told.
    let named = if let Command::NameStages { from, names } = &pasting.command {
        let before = board.desk.peek(|e| e.stage(*from).map(|stage| stage.name.clone())).unwrap_or_default();
        Some((names.len(), before))
    } else {
        None
    };
    let before = board.desk.peek(|e| e.count(Collection::Card));
    board.desk.seal();
    let made = match board.dispatch(pasting.command).made() {
        Some(Key::Card(card)) => Spot::Card(card),
        Some(Key::Stage(stage)) => Spot::Stage(stage),
        _ => return,
    };
    board.desk.seal();
    let count = board.desk.peek(|e| e.count(Collection::Card)) - before;
    if !element::focus_is_in("#entry") {
        board.settle_at(Some(made));
    }
    let told = named.map_or_else(|| (w.pasted)(count), |(names, before)| (w.pasted_stages)(names, &before));
    board.desk.notify_done(told, move || board.undo());
}

/// Asks before a huge paste.
#[component]
pub fn AskPaste() -> impl IntoView {
    let board = use_board();
    let w = board.mw();
    let open = board.asked_paste.is_open;
    let asked = move || {
        open.track();
        board.asked_paste.pasting.with_value(|paste| paste.as_ref().map(|paste| (w.huge_paste_text)(paste.cards)))
    };
    let go = move || {
        open.set(false);
        if let Some(paste) = board.asked_paste.pasting.get_value() {
            board.asked_paste.pasting.set_value(None);
            put(board, paste);
        }
    };
    view! {
        <Dialog open=open title=w.huge_paste_title>
            <p>{live(asked)}</p>
            <div class="dialog-actions">
                <button class="button" on:click=on(move |_| open.set(false))>{w.dont_paste}</button>
                <button class="button primary" on:click=on(move |_| go())>{w.paste_all}</button>
            </div>
        </Dialog>
    }
}
