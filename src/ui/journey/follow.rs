//! The map follows another tab: what is typed, chosen and looked at here stays where it belongs.

use leptos::prelude::*;

use super::board::{Board, Editing};
use super::editor;
use crate::edit::store::Adopted;
use crate::insight::walk::Spot;
use crate::model::Cell;
use crate::model::merge::Clash;
use crate::model::quantity::CardId;

/// Follows what other tabs change, as long as the view is there.
pub fn follow(board: Board) {
    board.desk.on_followed(move |adopted| follow_change(board, adopted));
}

/// Another tab's changes have come in.
fn follow_change(board: Board, adopted: &Adopted) {
    if !adopted.renamed.is_empty() {
        board.rename(|spot| renamed(adopted, spot));
    }
    let editing = board.editor.target.get_untracked().map(|editing| goes_on(board, adopted, editing));
    if editing != board.editor.target.get_untracked() {
        board.editor.target.set(editing);
    }
    editor::follow(board);
    board.settle_softly();
}

fn renamed(adopted: &Adopted, spot: Spot) -> Spot {
    let names = &adopted.renamed;
    match spot {
        Spot::Card(card) => Spot::Card(names.card(card)),
        Spot::Stage(stage) => Spot::Stage(names.stage(stage)),
        Spot::Lane(lane) => Spot::Lane(names.lane(lane)),
        Spot::Cell(Cell { stage, lane }) => Spot::Cell(Cell { stage: names.stage(stage), lane: names.lane(lane) }),
    }
}

/// What is typed into goes on under another id, in the card that has the words typed here, or as a new card where the old one
/// is gone.
fn goes_on(board: Board, adopted: &Adopted, editing: Editing) -> Editing {
    let names = &adopted.renamed;
    match editing {
        Editing::Card(card) => {
            let card = own_card(adopted, names.card(card));
            if board.desk.peek(|e| e.card(card).is_some()) {
                return Editing::Card(card);
            }
            board.cell.get_untracked().map_or(Editing::Card(card), |cell| Editing::NewCard(cell, usize::MAX))
        }
        Editing::NewCard(Cell { stage, lane }, at) => {
            Editing::NewCard(Cell { stage: names.stage(stage), lane: names.lane(lane) }, at)
        }
        Editing::StageName(stage) => Editing::StageName(names.stage(stage)),
        Editing::StageSubtitle(stage) => Editing::StageSubtitle(names.stage(stage)),
        Editing::LaneName(lane) => Editing::LaneName(names.lane(lane)),
    }
}

/// Of a card that was split, the one with the words of this tab.
fn own_card(adopted: &Adopted, card: CardId) -> CardId {
    let split = adopted.clashes.iter().find_map(|clash| match *clash {
        Clash::Split(theirs, ours) if theirs == card => Some(ours),
        _ => None,
    });
    split.unwrap_or(card)
}
