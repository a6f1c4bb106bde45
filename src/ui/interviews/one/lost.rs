//! Quotes whose words were deleted: they are listed, and can be given other words.

use leptos::prelude::*;

use super::quotes::delete_quote;
use super::selecting::stretch;
use super::talk::Talk;
use crate::edit::Command;
use crate::i18n::quote;
use crate::interviews::text::HighlightId;
use crate::ui::browser::marks::select_nothing;
use crate::ui::parts::on;

/// The quotes that have lost their words; nothing where there are none.
pub fn listed(talk: Talk, lost: Vec<(HighlightId, String)>) -> Option<AnyView> {
    if lost.is_empty() {
        return None;
    }
    let count = lost.len();
    let line = move |(quote, words): (HighlightId, String)| {
        view! {
            <li class="lost-quote">
                <span class="lost-words" dir="auto">{quote::quoted(talk.session.lang(), &words)}</span>
                <button class="button small" on:click=on(move |_| place_again(talk, quote))>{talk.cw().place_again}</button>
                <button class="button small quiet" on:click=on(move |_| delete_quote(talk, quote))>{talk.cw().delete_quote}</button>
            </li>
        }
        .into_any()
    };
    Some(
        view! {
            <div class="lost" role="status">
                <p>{(talk.iw().lost_quotes)(count)}</p>
                <ul>{lost.into_iter().map(line).collect_view()}</ul>
            </div>
        }
        .into_any(),
    )
}

/// Gives a quote the words that are selected.
fn place_again(talk: Talk, quote: HighlightId) {
    match stretch(talk) {
        Some((from, to)) => {
            if talk.act(Command::MoveQuote { quote, from, to }).is_done() {
                select_nothing();
                talk.active.set(Some(quote));
            }
        }
        None => talk.session.notify(talk.cw().select_first),
    }
}
