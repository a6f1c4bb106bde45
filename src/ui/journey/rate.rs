//! Rating together: one stage lit at a time, one key for each voice, and what the room comes to.

use leptos::{ev, html, prelude::*};

use super::board::{Board, use_board};
use super::emotion::{self, level_of, point_class, whole_level};
use crate::edit::Command;
use crate::i18n::figures;
use crate::insight::votes::Spread;
use crate::insight::walk::{Spot, Way};
use crate::model::quantity::{Level, StageId};
use crate::model::{Cell, Key};
use crate::ui::browser::element;
use crate::ui::commands::{MapVerb, verb_of};
use crate::ui::desk::Outcome;
use crate::ui::parts::{Icon, Sign, live, on, verb_icon};

/// Begins with the stage of the cursor.
pub fn begin(board: Board) {
    if !board.desk.may_edit() || board.overlays.rated.get_untracked().is_some() {
        return;
    }
    let shown = board.shown_stage.get_untracked();
    let stage = board.stages.with_untracked(|stages| shown.filter(|s| stages.contains(s)).or(stages.first().copied()));
    if let Some(stage) = stage {
        board.note_place();
        emotion::show_lane(board);
        light(board, stage);
    }
}

fn leave(board: Board) {
    board.desk.seal();
    board.overlays.veiled.set(false);
    board.overlays.rated.set(None);
    board.come_back();
}

/// Lights a stage and brings its point into view.
fn light(board: Board, stage: StageId) {
    board.overlays.rated.set(Some(stage));
    let lane = board.lanes.get_untracked().into_iter().find(|&lane| !board.kind(lane).holds_cards());
    let spot = lane.map_or(Spot::Stage(stage), |lane| Spot::Cell(Cell { stage, lane }));
    board.note_cursor(spot);
    if let Some(cell) = element::by_id(&super::board::element_id(spot)) {
        element::show(&cell);
    }
}

fn step(board: Board, way: Way) {
    let lit = board.overlays.rated.get_untracked();
    let here = board.stages.with_untracked(|stages| stages.iter().position(|&stage| Some(stage) == lit));
    if let Some(stage) = here.and_then(|here| board.next_stage(here, way)) {
        light(board, stage);
    }
}

/// The bar, while stages are rated.
#[component]
pub fn RateBar() -> impl IntoView {
    let board = use_board();
    let rates = Memo::new(move |_| {
        let stage = board.overlays.rated.get();
        board.stages.with(|stages| stage.is_some_and(|stage| stages.contains(&stage)))
    });
    live(move || rates.get().then(|| view! { <Bar /> }.into_any()))
}

/// The stage that is lit, over the grid: everything else steps back.
#[component]
pub fn RateLight() -> impl IntoView {
    let board = use_board();
    let at = Memo::new(move |_| {
        let lit = board.overlays.rated.get()?;
        board.stages.with(|stages| stages.iter().position(|&stage| stage == lit))
    });
    live(move || {
        at.get().map(|at| {
            view! { <div class="rate-light" aria-hidden="true" style:--at=at.to_string()><div></div></div> }.into_any()
        })
    })
}

/// The votes that were given in this round, to be taken back one by one.
#[derive(Clone, Copy)]
struct Round {
    board: Board,
    /// The stages, in the order of voting, and the count of changes after the last vote: what else was done since is not
    /// taken back from here.
    given: StoredValue<(Vec<StageId>, u64)>,
}

impl Round {
    fn edits(self) -> u64 {
        untrack(|| self.board.desk.edits())
    }

    fn vote(self, level: Level) {
        let Some(stage) = self.board.overlays.rated.get_untracked() else { return };
        let before = self.edits();
        if let Outcome::Done(_) = self.board.dispatch(Command::AddVote(stage, level)) {
            let after = self.edits();
            self.given.update_value(|(stages, known)| {
                if *known != before {
                    stages.clear();
                }
                stages.push(stage);
                *known = after;
            });
        }
    }

    /// Takes the last vote back and lights its stage.
    fn take_back(self) {
        let mut last = None;
        let now = self.edits();
        self.given.update_value(|(stages, known)| last = if *known == now { stages.pop() } else { None });
        if let Some(stage) = last {
            self.board.desk.undo();
            let now = self.edits();
            self.given.update_value(|(_, known)| *known = now);
            light(self.board, stage);
        }
    }

    fn key(self, event: &ev::KeyboardEvent) {
        let board = self.board;
        let walks = matches!(event.key().as_str(), "ArrowLeft" | "ArrowRight");
        if event.repeat() && !walks {
            // A key that is held down votes once.
        } else if verb_of::<MapVerb>(event) == Some(MapVerb::Undo) {
            self.take_back();
        } else if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        } else {
            match (event.key().as_str(), element::digit_of(event).and_then(level_of)) {
                (_, Some(level)) => self.vote(level),
                ("ArrowLeft", _) => step(board, Way::Left),
                ("ArrowRight", _) => step(board, Way::Right),
                ("Home", _) => step(board, Way::Start),
                ("End", _) => step(board, Way::End),
                ("Backspace" | "Delete", _) => self.take_back(),
                ("Escape", _) => leave(board),
                _ => return,
            }
        }
        event.prevent_default();
        event.stop_propagation();
    }
}

#[component]
fn Bar() -> impl IntoView {
    let board = use_board();
    let (w, mw, ww) = (board.session.w(), board.mw(), board.ww());
    let lang = board.session.lang();
    board.session.over.closed_by(move || leave(board));
    let round = Round { board, given: StoredValue::new((Vec::new(), 0)) };
    let node = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        if let Some(bar) = node.get() {
            element::focus(&bar);
        }
    });
    let votes = Memo::new(move |_| {
        let stage = board.overlays.rated.get()?;
        board.desk.read(Key::Stage(stage), |e| e.stage(stage).map(|stage| stage.votes.clone()))
    });
    let votes = move || votes.get().unwrap_or_default();
    let name = move || board.overlays.rated.get().map(|stage| board.stage_name(stage));
    let position = move || {
        let number = board.overlays.rated.get().map_or(0, |stage| board.stage_number(stage));
        format!("{number}/{}", board.stages.with(Vec::len))
    };
    let veiled = board.overlays.veiled;
    let result = move || {
        if veiled.get() {
            return (ww.votes_hidden)(votes().len());
        }
        Spread::of(&votes()).map_or_else(
            || ww.no_votes.into(),
            |spread| mw.votes_text(lang, spread.count, [spread.low, spread.median, spread.high]),
        )
    };
    let clear = move |_| {
        let Some(stage) = board.overlays.rated.get_untracked() else { return };
        let text = (ww.cleared_votes)(&untrack(|| board.stage_name(stage)));
        board.desk.dispatch_with_notice(Command::ClearVotes(stage), text, move || _ = board.desk.undo());
    };
    let choice = move |digit: i8| {
        let level = whole_level(digit);
        let text = figures::level(lang, level);
        let count = move || votes().iter().filter(|vote| **vote == level).count();
        view! {
            <button class="rate-vote" on:click=on(move |_| round.vote(level))>
                <span class="unseen">{(ww.vote_of)(&text)}</span>
                <kbd aria-hidden="true">{digit.to_string()}</kbd>
                <span class=format!("rate-level {}", point_class(Some(level))) aria-hidden="true">{text}</span>
                <span class="rate-count" aria-hidden="true">{live(move || Some(count()).filter(|c| *c > 0 && !veiled.get()).map(|c| c.to_string()))}</span>
            </button>
        }
    };
    let walk = move |way, label: &'static str, sign| {
        view! {
            <button class="button quiet icon-only" aria-label=label title=label on:click=on(move |_| step(board, way))>
                <Icon sign />
            </button>
        }
        .into_any()
    };
    view! {
        <div
            class="rate"
            node_ref=node
            tabindex="-1"
            role="group"
            aria-label=mw.rate_together
            on:keydown=on(move |event: ev::KeyboardEvent| round.key(&event))
        >
            <div class="rate-walk">
                {walk(Way::Left, mw.stage_before_this, Sign::ChevronLeft)}
                {walk(Way::Right, mw.stage_after_this, Sign::ChevronRight)}
            </div>
            <p class="rate-now" role="status">
                <b>{live(name)}</b>
                <span class="count">{live(position)}</span>
                <span class="rate-result">{live(result)}</span>
            </p>
            <div class="rate-votes" title=ww.rate_hint>{[1, 2, 3, 4, 5].map(choice)}</div>
            <div class="rate-ends">
                <button class="button small" on:click=on(move |_| veiled.update(|veiled| *veiled = !*veiled))>
                    {live(move || if veiled.get() { ww.show_votes } else { ww.hide_votes })}
                </button>
                <button
                    class="button quiet icon-only"
                    aria-label=ww.take_vote_back
                    title=ww.take_vote_back
                    on:click=on(move |_| round.take_back())
                >
                    {verb_icon(MapVerb::Undo)}
                </button>
                <button
                    class="button small quiet"
                    aria-disabled=live(move || votes().is_empty().to_string())
                    on:click=on(clear)
                >
                    {ww.clear_votes}
                </button>
                <button class="button small" on:click=on(move |_| leave(board))>{w.done}</button>
            </div>
        </div>
    }
}
