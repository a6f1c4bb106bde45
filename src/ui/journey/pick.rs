//! Several cards chosen: what can be done with them together.

use leptos::{ev, prelude::*};

use super::actions;
use super::board::{Board, element_id, use_board};
use super::cell::tags_text;
use super::find::prune;
use crate::arrange::Arrange;
use crate::edit::Command;
use crate::insight::names;
use crate::insight::walk::{Spot, Way};
use crate::model::quantity::CardId;
use crate::model::{Cell, Key};
use crate::named::behind_tag_sign;
use crate::ui::browser::{element, typing};
use crate::ui::parts::{DraftInput, FieldDraft, live, on};

/// What can be done with the chosen cards, while there are any.
#[component]
pub fn PickBar() -> impl IntoView {
    let board = use_board();
    let picked = board.finder.picked;
    // Marks on the elements themselves, as for the cursor: few of thousands change.
    Effect::new(move |before: Option<Vec<CardId>>| {
        let now = picked.get();
        before.iter().flatten().filter(|card| !now.contains(card)).for_each(|card| mark(*card, false));
        now.iter().for_each(|card| mark(*card, true));
        now
    });
    Effect::new(move |_| {
        board.desk.touched();
        prune(board);
    });
    // Tags are shown on the cards that have some.
    Effect::new(move |_| {
        for key in board.desk.touched() {
            if let Key::Details(card) = key
                && let Some(element) = element::by_id(&element_id(Spot::Card(card)))
            {
                element::set_attribute(&element, "data-tags", &tags_text(board, card));
            }
        }
    });
    let some = Memo::new(move |_| picked.with(|picked| !picked.is_empty()));
    live(move || some.get().then(|| view! { <Bar /> }.into_any()))
}

fn mark(card: CardId, on: bool) {
    if let Some(element) = element::by_id(&element_id(Spot::Card(card))) {
        element::toggle_class(&element, "picked", on);
        element::set_attribute(&element, "aria-selected", if on { "true" } else { "false" });
    }
}

#[component]
fn Bar() -> impl IntoView {
    let board = use_board();
    let (w, mw) = (board.session.w(), board.mw());
    let picked = board.finder.picked;
    let draft = FieldDraft::new(board.session, board.desk, board.draft_name("tag"));
    let tag = move |on: bool| {
        let text = draft.text();
        let tag = behind_tag_sign(text.trim()).unwrap_or(text.trim()).trim().to_owned();
        if !tag.is_empty() {
            board.dispatch(Command::TagCards { cards: picked.get_untracked(), tag, on });
            board.desk.seal();
            draft.clear();
        }
    };
    let key = move |event: ev::KeyboardEvent| {
        if event.key() == "Enter" && !typing::is_of_input_method(&event) {
            event.prevent_default();
            tag(true);
        }
    };
    let leave = move |event: ev::KeyboardEvent| {
        if typing::gives_up(&event) {
            event.stop_propagation();
            picked.set(Vec::new());
            board.settle();
        }
    };
    view! {
        <div class="pick" role="group" aria-label=mw.chosen_cards on:keydown=on(leave)>
            <b role="status">{live(move || (mw.chosen)(picked.with(Vec::len)))}</b>
            <DraftInput
                draft
                id="pick-tag"
                class="pick-tag"
                name=mw.tag
                placeholder=mw.tag
                list="known-tags"
                keys=Callback::new(key)
            />
            <datalist id="known-tags">
                {board.desk.peek(names::tags).into_iter().map(|tag| view! { <option value=tag></option> }).collect_view()}
            </datalist>
            <button class="button small" on:click=on(move |_| tag(true))>{mw.add_tag}</button>
            <button class="button small" on:click=on(move |_| tag(false))>{mw.remove_tag}</button>
            <button class="button small" on:click=on(move |_| move_here(board))>{mw.move_here}</button>
            <button class="button small danger" on:click=on(move |_| delete(board))>{w.delete}</button>
            <button class="button small quiet" on:click=on(move |_| picked.set(Vec::new()))>{mw.choose_none}</button>
        </div>
    }
}

/// Moves the chosen cards to the end of the cell of the cursor.
pub fn move_here(board: Board) {
    let cards = board.finder.picked.get_untracked();
    if let Some(to) = board.cell.get_untracked() {
        let last = cards.last().copied();
        board.dispatch(Command::MoveCards { cards, to, at: usize::MAX });
        board.desk.seal();
        board.settle_at(last.map(Spot::Card));
    }
}

/// Moves the chosen cards one step together. Those of one cell stay in it for as long as they can; at an edge of the map nothing
/// moves.
pub fn shift(board: Board, way: Way) {
    let placed = placed(board);
    let Some(&(_, (cell, first))) = placed.first() else { return };
    let here = board.cursor();
    let cards: Vec<CardId> = placed.iter().map(|&(card, _)| card).collect();
    if placed.iter().all(|&(_, (other, _))| other == cell) {
        let count = board.desk.peek(|e| e.stage(cell.stage).map_or(0, |stage| stage.cards(cell.lane).len()));
        let (last, others) = (placed.last().map_or(first, |&(_, (_, at))| at), count - cards.len());
        let above = last + 1 - cards.len();
        let at = match way {
            Way::Up => first.checked_sub(1),
            Way::Down => (above < others).then_some(above + 1),
            _ => None,
        };
        if let Some(at) = at {
            board.dispatch(Command::MoveCards { cards, to: cell, at });
            board.settle_at(here);
            return;
        }
    }
    let beyond = |(card, (cell, _))| Some((card, actions::card_cell_beyond(board, cell, way)?));
    if let Some(moves) = placed.into_iter().map(beyond).collect::<Option<Vec<_>>>() {
        board.dispatch(Command::MoveEach(moves));
        board.settle_at(here);
    }
}

/// Copies the chosen cards; the copies are chosen instead.
pub fn duplicate(board: Board) {
    let before = placed(board);
    let cards = before.iter().map(|&(card, _)| card).collect();
    let Some(made) = board.dispatch(Command::DuplicateCards(cards)).made() else { return };
    let copies = board.desk.peek(|e| {
        let mut copies = Vec::new();
        let mut rest = before.as_slice();
        while let Some(&(_, (cell, _))) = rest.first() {
            let here = rest.partition_point(|&(_, (other, _))| other == cell);
            let below = rest[here - 1].1.1 + 1;
            let cards = e.stage(cell.stage).map_or(&[][..], |stage| stage.cards(cell.lane));
            copies.extend(cards.iter().skip(below).take(here).copied());
            rest = &rest[here..];
        }
        copies
    });
    board.finder.picked.set(copies);
    board.settle_at(actions::spot_of_key(made));
}

/// The chosen cards with their cells and places, cell by cell, from the top.
fn placed(board: Board) -> Vec<(CardId, (Cell, usize))> {
    let chosen = board.finder.picked.get_untracked();
    let mut placed: Vec<_> =
        board.desk.peek(|e| chosen.into_iter().filter_map(|card| Some((card, e.place(card)?))).collect());
    placed.arrange_by_key(|&(_, (cell, at))| (cell.stage, cell.lane, at));
    placed
}

/// Deletes the chosen cards, with a way back.
pub fn delete(board: Board) {
    let cards = board.finder.picked.get_untracked();
    let text = (board.mw().deleted_cards)(cards.len());
    take_away(board, cards, text);
}

/// Takes cards away and says so, with a way back.
pub fn take_away(board: Board, cards: Vec<CardId>, text: String) {
    let next = cards.first().and_then(|&card| board.cell_of(Spot::Card(card))).map(Spot::Cell);
    board.desk.seal();
    board.dispatch_with_notice(Command::DeleteCards(cards), text, next);
}
