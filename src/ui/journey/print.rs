//! The map on paper. The browser's own print shows it, from the menu or from the keys of the browser: pages are put at the
//! end of the document just before, and taken away after.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::board::Board;
use crate::edit::draft::JourneyDraft;
use crate::exchange::picture::{Paper, pages};
use crate::exchange::quotes;
use crate::i18n::speech::title_or;
use crate::insight::interviews::clients;
use crate::model::Engagement;
use crate::ui::browser::{self, print};
use crate::ui::parts::fill;
use crate::ui::travel::clearing;

/// Prints the map on a paper.
pub fn begin(board: Board, paper: Paper) {
    board.outgoing.paper.set_value(paper);
    if board.outgoing.clearing.get_value().is_some() || !board.desk.peek(clients::holds_back) {
        print::print();
        return;
    }
    spawn_local(async move {
        fetch(board).await;
        if board.view.is() {
            print::print();
        }
    });
}

async fn fetch(board: Board) {
    if let Ok(clear) = clearing().await {
        _ = board.outgoing.clearing.try_set_value(Some(clear));
    }
}

/// Has the pages ready whenever the browser prints, as long as the map is shown.
pub fn keep_ready(board: Board) {
    // It comes anyway once somebody is there.
    Effect::new(move |_| {
        if board.session.is_begun.get() {
            spawn_local(fetch(board));
        }
    });
    let listeners = print::on_print(
        move || lay_out(board),
        move || {
            print::take_away();
            board.outgoing.paper.set_value(Paper::A4);
        },
    );
    on_cleanup(move || listeners.into_iter().for_each(|listener| listener.remove()));
}

fn lay_out(board: Board) {
    let (lang, words) = (board.session.lang(), board.session.w());
    let paper = board.outgoing.paper.get_value();
    let today = browser::local_day(browser::now());
    let laid_out = |engagement: &Engagement, title: &str| {
        let draft = JourneyDraft::of(engagement, board.journey)?;
        let said = quotes::of_map(engagement, board.journey, lang);
        Some(pages(&draft, &said, title_or(title, words.untitled_engagement), today, paper, lang))
    };
    let pages = board.desk.peek(|engagement| {
        if !clients::holds_back(engagement) {
            return laid_out(engagement, &engagement.head().title);
        }
        // Paper without a map is better than one with what nobody agreed to.
        let (map, _) = board.outgoing.clearing.get_value()?(engagement, board.journey, lang);
        laid_out(&map, &map.head().title)
    });
    let class = match paper {
        Paper::A3 => "sheets a3",
        _ => "sheets a4",
    };
    if let Some(sheets) = print::sheets(class) {
        let sheet = |svg: &str| format!("<div class=\"sheet\">{svg}</div>");
        fill(&sheets, &pages.unwrap_or_default().iter().map(|page| sheet(&page.svg)).collect::<String>());
    }
}
