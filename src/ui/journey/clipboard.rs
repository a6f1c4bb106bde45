//! Copying and cutting cards, cells and stages, with all they hold.

use leptos::ev;
use leptos::prelude::*;

use super::board::Board;
use super::{actions, pick};
use crate::exchange::clip::{Clip, KIND};
use crate::insight::walk::Spot;
use crate::model::quantity::{CardId, StageId};
use crate::ui::browser::element;

/// Copies what is chosen, or what is at the cursor; when cutting, it goes from the map.
pub fn take(board: Board, event: &ev::ClipboardEvent, cuts: bool) {
    if is_elsewhere(event) {
        return;
    }
    let Some((clip, source)) = clip_at_cursor(board) else { return };
    let Some(data) = event.clipboard_data() else { return };
    let (lang, w) = (board.session.lang(), board.mw());
    let texts = [("text/plain", clip.plain(lang)), ("text/html", clip.html(lang)), (KIND, clip.write())];
    if texts.iter().any(|(kind, text)| data.set_data(kind, text).is_err()) {
        return;
    }
    event.prevent_default();
    match source {
        Source::Cards(cards) if cuts => {
            let text = (w.cut_cards)(cards.len());
            pick::take_away(board, cards, text);
        }
        Source::Stage(stage) if cuts => actions::take_stage_away(board, stage, w.cut_stage),
        Source::Stage(_) => board.session.notify(w.copied_stage),
        _ => board.session.notify((w.copied)(clip.cards())),
    }
}

/// WebKit sends a copy without selected text only to who asked for it before.
pub fn ask(event: &ev::Event) {
    if !is_elsewhere(event) {
        event.prevent_default();
    }
}

/// What was copied from a map, here or in another tab.
pub fn offered(event: &ev::ClipboardEvent) -> Option<Clip> {
    Clip::read(&event.clipboard_data()?.get_data(KIND).ok()?)
}

/// Whether text in a field is copied, which is the field's own business.
fn is_elsewhere(event: &ev::Event) -> bool {
    element::around(event.target(), "input, textarea").is_some()
}

/// What is copied.
enum Source {
    /// These cards, or none that could be cut.
    Cards(Vec<CardId>),
    /// A stage.
    Stage(StageId),
}

fn clip_at_cursor(board: Board) -> Option<(Clip, Source)> {
    let of_cards = |cards: &[CardId]| board.desk.peek(|e| Clip::of_cards(e, board.journey, cards));
    let picked = board.finder.picked.get_untracked();
    if !picked.is_empty() {
        return Some((of_cards(&picked)?, Source::Cards(picked)));
    }
    let cards = match board.cursor()? {
        Spot::Stage(stage) => {
            let clip = board.desk.peek(|e| Clip::of_stage(e, board.journey, stage))?;
            return Some((clip, Source::Stage(stage)));
        }
        Spot::Card(card) => vec![card],
        spot @ Spot::Cell(_) => board.ground(|ground| Some(ground.between(spot, spot)))?,
        Spot::Lane(lane) => board.desk.peek(|e| {
            let stages = &e.journey(board.journey)?.stages;
            let cards = stages.iter().filter_map(|&stage| e.stage(stage)).flat_map(|stage| stage.cards(lane));
            Some(cards.copied().collect::<Vec<_>>())
        })?,
    };
    Some((of_cards(&cards)?, Source::Cards(cards)))
}
