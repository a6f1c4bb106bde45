//! The map on paper. The browser's own print shows it, from the menu or from the keys of the browser: pages are put at the
//! end of the document just before, and taken away after.

use leptos::prelude::*;

use super::board::Board;
use crate::edit::draft::JourneyDraft;
use crate::exchange::picture::{Paper, pages};
use crate::ui::browser::{self, print};
use crate::ui::parts::fill;

/// Prints the map on a paper.
pub fn begin(board: Board, paper: Paper) {
    board.outgoing.paper.set_value(paper);
    print::print();
}

/// Has the pages ready whenever the browser prints, as long as the map is shown.
pub fn keep_ready(board: Board) {
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
    let pages = board.desk.peek(|engagement| {
        let draft = JourneyDraft::of(engagement, board.journey)?;
        let title = words.title_or(&engagement.head().title, words.untitled_engagement);
        Some(pages(&draft, title, today, paper, lang))
    });
    let class = match paper {
        Paper::A4 | Paper::Wide => "sheets a4",
        Paper::A3 => "sheets a3",
    };
    if let Some(sheets) = print::sheets(class) {
        let sheet = |svg: &str| format!("<div class=\"sheet\">{svg}</div>");
        fill(&sheets, &pages.unwrap_or_default().iter().map(|page| sheet(&page.svg)).collect::<String>());
    }
}
