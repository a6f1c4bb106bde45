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
    let (place, map) = (lines::<PlaceVerb>(&of_map), lines::<MapVerb>(&of_map));
    let library = lines::<LibraryVerb>(LibraryWords::of(session.lang()));
    let clipboard = line(&["Ctrl+C", "Ctrl+X", "Ctrl+V"], kw.key_clipboard);
    let typing = [
        line(&["A\u{2026}"], kw.key_letters),
        line(&["Enter", "Tab"], kw.key_end),
        line(&["Esc"], kw.key_give_up),
        line(&["Shift+Enter", "Alt+Enter"], kw.key_new_line),
        line(&["1\u{2026}5", "\u{2212}2\u{2026}+2"], kw.key_levels),
        line(&["1\u{2026}5", "Shift+1\u{2026}5"], kw.key_grades),
        line(&["ArrowUp", "ArrowDown"], kw.key_point),
    ];
    let bar = [
        line(&["!", "?", "+"], kw.key_kinds),
        line(&["4x4", kw.owner_example, "#q4"], kw.key_marks),
        line(&["> \u{2026}", kw.until_example], kw.key_step),
    ];
    let here = session.keys_here.list(session.lang());
    view! {
        {here.into_iter().map(|(title, keys)| {
            group(title, keys.iter().map(|(keys, label)| line(keys, label)).collect::<Vec<_>>())
        }).collect_view()}
        <div class="shortcut-groups">
            {group(kw.title_places, place)}
            {group(kw.title_map, map.chain([clipboard]))}
            {group(kw.title_typing, typing)}
            {group(kw.title_bar, bar)}
            {group(w.library, library)}
            {group(kw.title_everywhere, lines::<FrameVerb>(w))}
        </div>
        <div class="dialog-actions">
            <p class="version">{(session.travel().version)(&format!("{} ({})", env!("CARGO_PKG_VERSION"), browser::build()))}</p>
            <button class="button" on:click=on(move |_| session.help.set(false))>{w.close}</button>
        </div>
    }
}

fn lines<V: Verb>(w: &V::Words) -> impl Iterator<Item = AnyView> {
    shortcuts::<V>().map(move |row| line(row.keys, (row.label)(w)))
}

/// Keys that belong together, under their title.
fn group(title: &'static str, lines: impl IntoIterator<Item = AnyView>) -> AnyView {
    let lines = lines.into_iter().collect_view();
    view! {
        <h3 class="shortcuts-title">{title}</h3>
        <dl class="shortcuts">{lines}</dl>
    }
    .into_any()
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
