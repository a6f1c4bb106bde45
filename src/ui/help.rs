//! The list of all shortcuts.

use leptos::prelude::*;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use super::browser;
use super::commands::{FrameVerb, LibraryVerb, MapVerb, PlaceVerb, pretty, shortcuts};
use super::parts::{Dialog, later, on};
use super::session::use_session;

/// The dialog.
#[component]
pub fn Help() -> impl IntoView {
    let session = use_session();
    let w = session.w();
    view! {
        <Dialog open=session.help title=w.help class="help">
            {later(list, |list| list())}
        </Dialog>
    }
}

/// Fetches the list.
#[wasm_split(works, fallible)]
fn list() -> Result<fn() -> AnyView, SplitLoaderError> {
    Ok(|| view! { <Shortcuts /> }.into_any())
}

/// The keys of the screen that is open, and those of all.
#[component]
fn Shortcuts() -> impl IntoView {
    let session = use_session();
    let w = session.w();
    let verbs = shortcuts::<PlaceVerb>().chain(shortcuts::<MapVerb>());
    let verbs = verbs.chain(shortcuts::<LibraryVerb>()).chain(shortcuts::<FrameVerb>());
    let here = session.keys_here.list(session.lang());
    let is_map_alone = here.is_empty();
    view! {
        {here.into_iter().map(|(title, keys)| {
            view! {
                <h3 class="shortcuts-title">{title}</h3>
                <dl class="shortcuts">{keys.iter().map(|(keys, label)| line(keys, label)).collect_view()}</dl>
            }
        }).collect_view()}
        {(!is_map_alone).then(|| view! { <h3 class="shortcuts-title">{w.help}</h3> })}
        <dl class="shortcuts">
            {verbs.map(|row| line(row.keys, (row.label)(w))).collect_view()}
            {line(&["Ctrl+C", "Ctrl+X", "Ctrl+V"], w.key_clipboard)}
            {line(&["A\u{2026}"], w.key_letters)}
            {line(&["Enter", "Tab"], w.key_end)}
            {line(&["Esc"], w.key_give_up)}
            {line(&["Shift+Enter", "Alt+Enter"], w.key_new_line)}
            {line(&["1\u{2026}5", "\u{2212}2\u{2026}+2"], w.key_levels)}
            {line(&["1\u{2026}5", "Shift+1\u{2026}5"], w.key_grades)}
            {line(&["ArrowUp", "ArrowDown"], w.key_point)}
            {line(&["!", "?", "+"], w.key_kinds)}
            {line(&["4x4", w.owner_example, "#q4"], w.key_marks)}
            {line(&["> \u{2026}", w.until_example], w.key_step)}
        </dl>
        <div class="dialog-actions">
            <p class="version">{(session.travel().version)(&format!("{} ({})", env!("CARGO_PKG_VERSION"), browser::build()))}</p>
            <button class="button" on:click=on(move |_| session.help.set(false))>{w.close}</button>
        </div>
    }
}

fn line(keys: &[&'static str], label: &'static str) -> AnyView {
    let keys = keys.iter().map(|keys| view! { <kbd>{pretty(keys)}</kbd> }).collect_view();
    view! {
        <div class="shortcut">
            <dt>{keys}</dt>
            <dd>{label}</dd>
        </div>
    }
    .into_any()
}
