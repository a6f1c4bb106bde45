//! The list of all shortcuts.

use leptos::prelude::*;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use super::browser;
use super::commands::{BoardWords, FrameVerb, LibraryVerb, MapVerb, PlaceVerb, Verb, pretty, shortcuts};
use super::parts::{Dialog, later, on};
use super::session::use_session;
use crate::i18n::keys::KeyWords;
use crate::i18n::library::LibraryWords;

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
    let (w, of_map) = (session.w(), BoardWords::of(session.lang()));
    let kw = KeyWords::of(session.lang());
    let verbs = lines::<PlaceVerb>(&of_map).chain(lines::<MapVerb>(&of_map));
    let verbs = verbs.chain(lines::<LibraryVerb>(LibraryWords::of(session.lang()))).chain(lines::<FrameVerb>(w));
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
            {verbs.collect_view()}
            {line(&["Ctrl+C", "Ctrl+X", "Ctrl+V"], kw.key_clipboard)}
            {line(&["A\u{2026}"], kw.key_letters)}
            {line(&["Enter", "Tab"], kw.key_end)}
            {line(&["Esc"], kw.key_give_up)}
            {line(&["Shift+Enter", "Alt+Enter"], kw.key_new_line)}
            {line(&["1\u{2026}5", "\u{2212}2\u{2026}+2"], kw.key_levels)}
            {line(&["1\u{2026}5", "Shift+1\u{2026}5"], kw.key_grades)}
            {line(&["ArrowUp", "ArrowDown"], kw.key_point)}
            {line(&["!", "?", "+"], kw.key_kinds)}
            {line(&["4x4", kw.owner_example, "#q4"], kw.key_marks)}
            {line(&["> \u{2026}", kw.until_example], kw.key_step)}
        </dl>
        <div class="dialog-actions">
            <p class="version">{(session.travel().version)(&format!("{} ({})", env!("CARGO_PKG_VERSION"), browser::build()))}</p>
            <button class="button" on:click=on(move |_| session.help.set(false))>{w.close}</button>
        </div>
    }
}

fn lines<V: Verb>(w: &V::Words) -> impl Iterator<Item = AnyView> {
    shortcuts::<V>().map(move |row| line(row.keys, (row.label)(w)))
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
