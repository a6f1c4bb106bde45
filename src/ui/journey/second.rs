//! The second curve of a map: its name, and its coming and going.

use leptos::prelude::*;

use super::board::use_board;
use super::emotion;
use crate::edit::Command;
use crate::insight::walk::Spot;
use crate::model::{Cell, Key};
use crate::ui::parts::{Dialog, DialogForm, DraftInput, FieldDraft, TextField, live, on};

/// The dialog of the second curve.
#[component]
pub fn SecondCurve() -> impl IntoView {
    let board = use_board();
    let (w, jw, vw) = (board.session.w(), board.jw(), board.vw());
    let desk = board.desk;
    let id = board.journey;
    let open = board.overlays.second;
    let draft = FieldDraft::new(board.session, board.desk, board.draft_name("curve"));
    let own_name = move || desk.read(Key::Journey(id), |e| e.journey(id).and_then(|j| j.second_curve.clone()));
    let drawn = Memo::new(move |_| own_name().is_some());
    let add = move || {
        let typed = draft.text();
        draft.clear();
        let name = if typed.trim().is_empty() { vw.target.into() } else { typed };
        emotion::show_lane(board);
        board.dispatch(Command::SetSecondCurve(id, Some(name)));
        open.set(false);
        // On to where it is drawn.
        let lane = board.lanes.get_untracked().into_iter().find(|&lane| !board.kind(lane).holds_cards());
        let stage = board.shown_stage.get_untracked();
        board.settle_at(stage.zip(lane).map(|(stage, lane)| Spot::Cell(Cell { stage, lane })));
    };
    let remove = move |_| {
        let name = untrack(|| board.second_curve()).unwrap_or_default();
        open.set(false);
        board.dispatch_with_notice(Command::SetSecondCurve(id, None), (vw.removed_curve)(&name), board.cursor());
    };
    let submit = Callback::new(move |()| if drawn.get_untracked() { open.set(false) } else { add() });
    let naming = move || {
        let value = live(move || own_name().unwrap_or_default());
        let set = Callback::new(move |name| _ = board.dispatch(Command::SetSecondCurve(id, Some(name))));
        view! {
            <TextField desk label=vw.name_of_curve class="dialog-line" value set />
            <div class="dialog-actions">
                <button type="button" class="button danger" on:click=on(remove)>{vw.remove_curve}</button>
                <span class="spring"></span>
                <button type="submit" class="button primary">{w.done}</button>
            </div>
        }
        .into_any()
    };
    let adding = move || {
        view! {
            <label class="dialog-line">
                <span>{vw.name_of_curve}</span>
                <DraftInput draft placeholder=vw.target />
            </label>
            <div class="dialog-actions">
                <button type="submit" class="button primary">{vw.draw_it}</button>
            </div>
        }
        .into_any()
    };
    view! {
        <Dialog open=open title=jw.second_curve edits=true>
            <DialogForm submit>
                <p class="dialog-hint">{vw.second_curve_hint}</p>
                {live(move || if drawn.get() { naming() } else { adding() })}
            </DialogForm>
        </Dialog>
    }
}
