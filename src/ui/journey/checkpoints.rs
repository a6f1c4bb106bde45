//! Checkpoints: a state kept under a name, compared with now, brought back as a copy.

use leptos::{ev, prelude::*};

use super::board::{Board, use_board};
use super::overlays;
use crate::edit::draft::JourneyDraft;
use crate::i18n::figures;
use crate::i18n::speech::title_or;
use crate::i18n::versions::VersionWords;
use crate::insight::compare::difference;
use crate::model::day::Moment;
use crate::ui::browser;
use crate::ui::checkpoint_store::{Checkpoint, CheckpointStore};
use crate::ui::parts::{Dialog, DraftInput, FieldDraft, alert, changes_listed, live, offer, on};
use crate::ui::ways::download_copy;

/// What the dialog shows. Copies are handles of the same one.
#[derive(Clone, Copy)]
struct CheckpointList {
    board: Board,
    store: CheckpointStore,
    list: RwSignal<Vec<Checkpoint>>,
    /// The key of the one that is compared with now.
    compared: RwSignal<Option<String>>,
    /// The shelf did not take the last one.
    full: RwSignal<bool>,
    /// What was deleted last: it lies where it was while its deletion can be taken back, which needs no room then.
    deleted: RwSignal<Option<Checkpoint>>,
}

impl CheckpointList {
    fn look(self) {
        let mut list = self.store.list();
        self.deleted
            .with_untracked(|deleted| list.retain(|one| deleted.as_ref().is_none_or(|gone| gone.key != one.key)));
        self.list.set(list);
    }

    fn keep(self, name: &str) -> bool {
        // A new one is worth more than one that was deleted.
        let is_kept = self.store.keep(name) || (self.finish() && self.store.keep(name));
        self.full.set(!is_kept);
        self.look();
        is_kept
    }

    fn delete(self, checkpoint: &Checkpoint) {
        self.finish();
        self.deleted.set(Some(checkpoint.clone()));
        self.full.set(false);
        self.look();
    }

    fn bring_back(self) {
        self.deleted.set(None);
        self.look();
    }

    /// What was deleted goes for good. Says whether there was something.
    fn finish(self) -> bool {
        let deleted = self.deleted.try_update(Option::take).flatten();
        if let Some(gone) = &deleted {
            self.store.erase(&gone.key);
        }
        deleted.is_some()
    }

    /// Adds the map as it was then beside the maps of now.
    fn restore(self, checkpoint: &Checkpoint) {
        let (jw, mw, vw) = (self.board.jw(), self.board.mw(), self.board.vw());
        let name = name_of(vw, checkpoint);
        let then = &checkpoint.document.engagement;
        let draft = JourneyDraft::of(then, self.board.journey)
            .or_else(|| JourneyDraft::of(then, then.head().journeys.first().copied()?));
        if let Some(draft) = draft {
            let title = (mw.checkpoint_title)(title_or(&draft.title, jw.untitled_map), &name);
            self.board.overlays.checkpoints.set(false);
            let text = (vw.restored_copy)(&name);
            overlays::add_map(self.board, self.store.saver, JourneyDraft { title, ..draft }, text);
        }
    }
}

/// The dialog.
#[component]
pub fn Checkpoints() -> impl IntoView {
    let board = use_board();
    let (w, mw, vw) = (board.session.w(), board.mw(), board.vw());
    let open = board.overlays.checkpoints;
    let kept = CheckpointList {
        board,
        store: CheckpointStore { desk: board.desk, saver: expect_context() },
        list: RwSignal::new(Vec::new()),
        compared: RwSignal::new(None),
        full: RwSignal::new(false),
        deleted: RwSignal::new(None),
    };
    Effect::new(move |_| {
        if open.get() {
            kept.full.set(false);
            kept.compared.set(None);
            kept.look();
        } else {
            kept.finish();
        }
    });
    on_cleanup(move || _ = kept.finish());
    let draft = FieldDraft::new(board.session, board.desk, board.draft_name("checkpoint"));
    let default_name = move || {
        let now = browser::now();
        let day = figures::day(board.session.lang(), browser::local_day(now));
        (vw.checkpoint_at)(&format!("{day}, {}", browser::local_time(now)))
    };
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let typed = draft.text();
        let name = if typed.trim().is_empty() { default_name() } else { typed };
        if kept.keep(name.trim()) {
            draft.clear();
        }
    };
    let trouble = move || {
        let copy = offer(w.download_copy, move || download_copy(board.session, kept.store.saver));
        kept.full.get().then(|| alert(vw.checkpoint_not_kept.into(), copy))
    };
    let undo = move || {
        kept.deleted.get().map(|gone| {
            view! {
                <span>{(vw.deleted_checkpoint)(&name_of(vw, &gone))}</span>
                <button class="button small" on:click=on(move |_| kept.bring_back())>{w.undo}</button>
            }
            .into_any()
        })
    };
    let list = move || {
        let list = kept.list.get();
        if list.is_empty() {
            return view! { <p class="dialog-hint">{vw.no_checkpoints}</p> }.into_any();
        }
        let lines = list.into_iter().map(|checkpoint| line(kept, checkpoint)).collect_view();
        view! { <ul class="checkpoints" role="list" aria-label=mw.checkpoints>{lines}</ul> }.into_any()
    };
    view! {
        <Dialog open=open title=mw.checkpoints class="wide">
            <form class="checkpoint-form" on:submit=on(submit)>
                <label class="dialog-line">
                    <span>{vw.checkpoint_name}</span>
                    <DraftInput draft placeholder=default_name() />
                </label>
                <button type="submit" class="button primary">{vw.keep_checkpoint}</button>
            </form>
            <p class="dialog-hint">{vw.checkpoints_hint}</p>
            {live(trouble)}
            {live(list)}
            <p class="checkpoint-undo" role="status">{live(undo)}</p>
            <div class="dialog-actions">
                <button class="button" on:click=on(move |_| open.set(false))>{w.close}</button>
            </div>
        </Dialog>
    }
}

/// What a checkpoint is called.
fn name_of(words: &VersionWords, checkpoint: &Checkpoint) -> String {
    checkpoint.before_update.map_or_else(|| checkpoint.name.clone(), words.before_update)
}

/// "Today, 14:05", "14 Oct, 9:30".
fn time_text(board: Board, moment: Moment) -> String {
    let (day, today) = (browser::local_day(moment), browser::local_day(browser::now()));
    let day = figures::day_near(board.session.lang(), board.session.w(), day, today);
    format!("{day}, {}", browser::local_time(moment))
}

/// A checkpoint of the list.
fn line(kept: CheckpointList, checkpoint: Checkpoint) -> AnyView {
    let board = kept.board;
    let (w, vw) = (board.session.w(), board.vw());
    let time = time_text(board, checkpoint.document.stamp.saved_at);
    let name = name_of(vw, &checkpoint);
    let labelled = |verb: &str| format!("{verb}: {name}");
    let labels = [vw.compare_with_now, vw.restore_copy, w.delete].map(labelled);
    let [compare_label, restore_label, delete_label] = labels;
    let checkpoint = StoredValue::new(checkpoint);
    let key = checkpoint.with_value(|checkpoint| checkpoint.key.clone());
    let is_compared = {
        let key = key.clone();
        Memo::new(move |_| kept.compared.with(|compared| compared.as_ref() == Some(&key)))
    };
    let compare = move |_| {
        let next = (!is_compared.get_untracked()).then(|| key.clone());
        kept.compared.set(next);
    };
    view! {
        <li class="checkpoint">
            <span class="checkpoint-name">{name.clone()}</span>
            <span class="checkpoint-time">{time}</span>
            <span class="checkpoint-verbs">
                <button
                    class="button small"
                    aria-label=compare_label
                    aria-expanded=live(move || is_compared.get().to_string())
                    on:click=on(compare)
                >
                    {vw.compare_with_now}
                </button>
                <button
                    class="button small"
                    aria-label=restore_label
                    on:click=on(move |_| checkpoint.with_value(|checkpoint| kept.restore(checkpoint)))
                >
                    {vw.restore_copy}
                </button>
                <button
                    class="button small danger"
                    aria-label=delete_label
                    on:click=on(move |_| checkpoint.with_value(|checkpoint| kept.delete(checkpoint)))
                >
                    {w.delete}
                </button>
            </span>
            {live(move || is_compared.get().then(|| checkpoint.with_value(|checkpoint| changes(board, checkpoint))))}
        </li>
    }
    .into_any()
}

/// What has become of the map since.
fn changes(board: Board, checkpoint: &Checkpoint) -> AnyView {
    let w = board.vw();
    let then = &checkpoint.document.engagement;
    if then.journey(board.journey).is_none() {
        return view! { <p class="changes">{w.map_not_there}</p> }.into_any();
    }
    let difference = board.desk.peek(|now| difference(then, now, board.journey));
    if difference.is_empty() {
        return view! { <p class="changes">{w.nothing_changed}</p> }.into_any();
    }
    changes_listed(board.session, difference, |stage| untrack(|| board.stage_name(stage)))
}
