//! A quote in a list: its words, who said them, its tags, and what is done with it.

use leptos::task::spawn_local;
use leptos::{ev, prelude::*};

use super::{Hub, use_hub};
use crate::i18n::interviews::words;
use crate::i18n::quote;
use crate::insight::interviews::said::Said;
use crate::insight::interviews::travel::cleared;
use crate::interviews::anonymise::Labels;
use crate::interviews::kinds::{Consent, Force};
use crate::ui::browser;
use crate::ui::parts::{Icon, Item, Sign, on};
use crate::ui::quotes::{address, short, spoken};

/// What is read in place of what is hidden.
pub fn labels(hub: Hub) -> Labels {
    hub.session.lang().hidden()
}

/// A force as a chip; the arrow says whether it moves or holds.
pub fn force_chip(hub: Hub, force: Force) -> AnyView {
    let name = words(hub.session.lang()).force(force);
    let (class, arrow) =
        if force.moves() { ("force-chip moves", "\u{2192}") } else { ("force-chip holds", "\u{2190}") };
    view! { <span class=class><span aria-hidden="true">{arrow}</span>{name}</span> }.into_any()
}

/// A quote, as an item of a list. M joins it to something, F begins a friction with it, C copies it.
#[component]
pub fn QuoteRow(
    /// The quote.
    said: Said,
) -> impl IntoView {
    let hub = use_hub();
    let f = hub.f();
    let id = said.id;
    let name = short(&said.text);
    let tags =
        hub.desk.peek(|e| said.tags.iter().filter_map(|tag| Some(e.tag(*tag)?.name.clone())).collect::<Vec<_>>());
    let state = if said.paragraph.is_none() { Some(f.lost) } else { said.is_note().then_some(f.note) };
    let menu_id = format!("said-more-{}", id.0);
    let menus = hub.menus.within();
    let copied = StoredValue::new(said.clone());
    let copy = move || copy_quotes(hub, vec![copied.get_value()]);
    let open_menu = {
        let menu_id = menu_id.clone();
        let label = (f.actions_of)(&name);
        move |_| {
            let may_edit = hub.desk.may_edit();
            let items = vec![
                Item::new(f.join, move || hub.join(id)).keys("M".into()).enabled(may_edit),
                Item::new(f.begin_friction, move || hub.begin_friction(id)).keys("F".into()).enabled(may_edit),
                Item::new(f.copy_quote, copy).keys("C".into()),
            ];
            menus.below(&menu_id, &label, items);
        }
    };
    let key = move |event: ev::KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        match event.code().as_str() {
            "KeyM" => hub.join(id),
            "KeyF" => hub.begin_friction(id),
            "KeyC" => copy(),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    };
    view! {
        <li class="quote-row" class:not-printed=said.consent == Consent::None on:keydown=on(key)>
            <p class="paper-note">{words(hub.session.lang()).not_printed}</p>
            <a class="said-link" href=address(hub.saver, said.interview, Some(id))>{spoken(hub.session.lang(), &said.text, said.is_verbatim)}</a>
            <div class="said-meta">
                <span class="said-who">{said.who.clone()}</span>
                {state.map(|state| view! { <span class="chip-warn">{state}</span> })}
                {said.force.map(|force| force_chip(hub, force))}
                {tags.into_iter().map(|name| view! { <span class="tag-chip">{name}</span> }.into_any()).collect_view()}
                {(!said.links.is_empty()).then(|| view! { <span class="chip said-joined"><Icon sign=Sign::Map /></span> })}
            </div>
            <button
                class="button quiet small icon-only"
                id=menu_id
                aria-haspopup="menu"
                aria-label=(f.actions_of)(&name)
                on:click=on(open_menu)
            >
                <Icon sign=Sign::More />
            </button>
        </li>
    }
}

/// Puts quotes on the clipboard as the consent of their speakers lets them out, and says how many it left out.
pub fn copy_quotes(hub: Hub, quotes: Vec<Said>) {
    let f = hub.f();
    let (lang, w) = (hub.session.lang(), words(hub.session.lang()));
    let results = hub.desk.peek(|e| cleared(e, &quotes, labels(hub)));
    let refused = results.iter().filter(|result| result.is_err()).count();
    let lines: Vec<String> = results
        .iter()
        .filter_map(|result| result.as_ref().ok())
        .map(|one| {
            let words = quote::quoted(lang, &one.text);
            if one.by.is_empty() { words } else { format!("{words} \u{2014} {}", one.by) }
        })
        .collect();
    if lines.is_empty() {
        let why = match &results[..] {
            [Err(why)] => (w.not_cleared)(*why),
            [] => f.nothing_highlighted,
            _ => f.nothing_cleared,
        };
        hub.session.notify(why);
        return;
    }
    spawn_local(async move {
        let is_done = browser::copy(&lines.join("\n")).await;
        hub.session.notify(match (is_done, lines.len(), refused) {
            (false, ..) => f.copy_failed.into(),
            (true, 1, 0) => f.quote_copied.into(),
            (true, copied, refused) => (f.copied)(copied, refused),
        });
    });
}
