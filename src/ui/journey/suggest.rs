//! Names and tags that the one-line input suggests while one is typed.

use leptos::{ev, prelude::*};

use super::board::{Board, use_board};
use crate::edit::entry;
use crate::insight::names;
use crate::ui::browser::element;
use crate::ui::parts::{live, on};

/// As many as one can take in at a glance.
const SHOWN: usize = 6;

/// The id of the list.
pub const LIST: &str = "entry-suggestions";

/// The known names and tags that begin as what is typed at the end of the line.
fn suggestions(board: Board) -> Vec<String> {
    if !board.entry.has_focus.get() {
        return Vec::new();
    }
    board.entry.text.with(|line| {
        let Some(begun) = entry::begun(line) else { return Vec::new() };
        let known = board.desk.peek(if begun.sign == '@' { names::owners } else { names::tags });
        names::suggest(&known, begun.text, SHOWN)
    })
}

/// Puts a suggested name into the line.
fn accept(board: Board, name: &str) {
    let line = board.entry.text.with_untracked(|line| entry::begun(line).map(|begun| begun.accept(name)));
    if let Some(line) = line {
        board.entry.text.set(line);
        board.entry.suggested.set(None);
    }
}

/// A key while names are suggested: arrows go through them, Enter and Tab take the one that they are on, Esc goes back to the
/// line. Says whether it was one of these.
pub fn key(board: Board, key: &str) -> bool {
    let all = untrack(|| suggestions(board));
    let at = board.entry.suggested.get_untracked();
    match (key, at) {
        _ if all.is_empty() => return false,
        ("ArrowDown", _) => board.entry.suggested.set(Some(at.map_or(0, |at| (at + 1) % all.len()))),
        ("ArrowUp", _) => board.entry.suggested.set(Some(at.unwrap_or(0).checked_sub(1).unwrap_or(all.len() - 1))),
        ("Enter" | "Tab", Some(at)) => accept(board, &all[at.min(all.len() - 1)]),
        ("Escape", Some(_)) => board.entry.suggested.set(None),
        _ => return false,
    }
    true
}

/// The list above the line.
#[component]
pub fn Suggestions() -> impl IntoView {
    let board = use_board();
    let w = board.mw();
    let all = Memo::new(move |_| suggestions(board));
    let line = move |(at, name): (usize, String)| {
        let is_at = move || board.entry.suggested.get() == Some(at);
        let taken = name.clone();
        view! {
            <li
                role="option"
                id=format!("{LIST}-{at}")
                class="suggestion"
                dir="auto"
                aria-selected=live(move || is_at().to_string())
                on:pointerdown=on(move |event: ev::PointerEvent| {
                    // The line keeps the keyboard.
                    event.prevent_default();
                    accept(board, &taken);
                    element::focus_soon("#entry");
                })
            >
                {name}
            </li>
        }
        .into_any()
    };
    live(move || {
        let all = all.get();
        (!all.is_empty()).then(|| {
            let lines = all.into_iter().enumerate().map(line).collect_view();
            view! { <ul class="suggestions" id=LIST role="listbox" aria-label=w.suggestions>{lines}</ul> }.into_any()
        })
    })
}
