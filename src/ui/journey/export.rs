//! Taking the map away: as files, on paper, on the clipboard.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::board::{Board, Outgoing, use_board};
use crate::drawing::{Look, Picture};
use crate::edit::draft::JourneyDraft;
use crate::exchange::picture;
use crate::exchange::{markdown, ranking};
use crate::i18n::speech::title_or;
use crate::insight::interviews::clients;
use crate::tables;
use crate::ui::browser::element::Rect;
use crate::ui::browser::file;
use crate::ui::browser::{self, element};
use crate::ui::parts::{Dialog, Item, notify_handed, on, save_png};
use crate::ui::saving::Saver;
use crate::ui::travel::clearing;
use crate::ui::ways::download_copy;

/// Opens the menu of all ways out; `prints` are its lines that print.
pub fn open(board: Board, saver: Saver, at: Rect, back_to: &str, prints: [Item; 2]) {
    let [first, second] = prints;
    let words = board.session.w();
    let mw = board.mw();
    let hurts = draft(board).is_some_and(|draft| !ranking::ranked(&draft).is_empty());
    let item = |label, act: fn(Board)| Item::new(label, move || act(board));
    let items = vec![
        Item::new(mw.export_engagement, move || download_copy(board.session, saver)),
        item(mw.export_csv, save_csv),
        item(mw.export_markdown, save_markdown),
        item(mw.export_svg, |board| save_svg(board, &Look::LIGHT, "svg")).parted(),
        item(mw.export_svg_dark, |board| save_svg(board, &Look::DARK, "dark.svg")),
        item(mw.export_png, |board| save_map_png(board, &Look::LIGHT, "png")),
        item(mw.export_png_dark, |board| save_map_png(board, &Look::DARK, "dark.png")),
        first.parted(),
        second,
        item(mw.copy_ranking_markdown, |board| copy(board, markdown::ranking)).parted().enabled(hurts),
        item(mw.copy_ranking_table, |board| copy(board, ranking::ranking_table)).enabled(hurts),
    ];
    board.menus.at(at, back_to, words.export, items);
}

fn draft(board: Board) -> Option<JourneyDraft> {
    board.desk.peek(|engagement| JourneyDraft::of(engagement, board.journey))
}

/// Hands out the map as it may go to clients, and says where words are hidden in it.
fn hand_out(board: Board, act: impl FnOnce(Board, &JourneyDraft) + 'static) {
    if !board.desk.peek(clients::holds_back) {
        if let Some(draft) = draft(board) {
            act(board, &draft);
        }
        return;
    }
    let lang = board.session.lang();
    spawn_local(async move {
        let Ok(clear) = clearing().await else {
            board.session.notify(board.session.w().download_failed);
            return;
        };
        if !board.view.is() {
            return;
        }
        let (map, told) = board.desk.peek(|engagement| clear(engagement, board.journey, lang));
        if let Some(draft) = JourneyDraft::of(&map, board.journey) {
            act(board, &draft);
        }
        told.into_iter().for_each(|told| board.session.notify(told));
    });
}

/// The name of a file of the map.
fn name(board: Board, draft: &JourneyDraft, kind: &str) -> String {
    let words = board.session.w();
    let jw = board.jw();
    words.file_name(title_or(&draft.title, jw.untitled_map), kind)
}

fn save_csv(board: Board) {
    hand_out(board, |board, draft| {
        let lang = board.session.lang();
        let text = tables::export::sheet(lang, &tables::export::map(draft, lang));
        notify_handed(board.session, file::download(&name(board, draft, "csv"), "text/csv", &text));
    });
}

fn save_markdown(board: Board) {
    hand_out(board, |board, draft| {
        let text = markdown::map(draft, board.session.lang());
        notify_handed(board.session, file::download(&name(board, draft, "md"), "text/markdown", &text));
    });
}

/// The map as a picture, and the name of its file.
fn drawn(board: Board, draft: &JourneyDraft, look: &Look, kind: &str) -> (Picture, String) {
    (picture::svg(draft, look, board.session.lang()), name(board, draft, kind))
}

fn save_svg(board: Board, look: &'static Look, kind: &'static str) {
    hand_out(board, |board, draft| {
        let (picture, name) = drawn(board, draft, look, kind);
        notify_handed(board.session, file::download(&name, "image/svg+xml", &picture.svg));
    });
}

fn save_map_png(board: Board, look: &'static Look, kind: &'static str) {
    hand_out(board, |board, draft| {
        let (picture, name) = drawn(board, draft, look, kind);
        save_png(board.session, picture, name);
    });
}

/// Puts the ranking, as `write` writes it, on the clipboard; shows it where the browser does not let us.
fn copy(board: Board, write: fn(&JourneyDraft, crate::i18n::Lang) -> String) {
    hand_out(board, move |board, draft| put_on_clipboard(board, write(draft, board.session.lang())));
}

fn put_on_clipboard(board: Board, text: String) {
    let outgoing = board.outgoing;
    spawn_local(async move {
        if browser::copy(&text).await {
            board.session.notify(board.mw().ranking_copied);
        } else if board.view.is() {
            outgoing.text.set_value(text);
            outgoing.by_hand.set(true);
            board.view.next_frame(|| {
                if let Some(area) = element::text_area("by-hand") {
                    area.select();
                }
            });
        }
    });
}

/// A text that the clipboard did not take, ready to be copied.
#[component]
pub fn CopyByHand() -> impl IntoView {
    let board = use_board();
    let (w, jw, mw) = (board.session.w(), board.jw(), board.mw());
    let Outgoing { text, by_hand, .. } = board.outgoing;
    view! {
        <Dialog open=by_hand title=mw.copy_by_hand>
            <p>{mw.copy_by_hand_text}</p>
            <textarea id="by-hand" class="by-hand" readonly aria-label=jw.friction_ranking prop:value=text.get_value()></textarea>
            <div class="dialog-actions">
                <button class="button primary" on:click=on(move |_| by_hand.set(false))>{w.close}</button>
            </div>
        </Dialog>
    }
}
