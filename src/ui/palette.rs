//! The command palette: a few letters of any verb, map, stage or friction, and Enter does it or goes there.

use std::time::Duration;

use leptos::{ev, html, prelude::*};

use super::alive::Alive;
use super::browser::element;
use super::offers::Offer;
use super::parts::{Dialog, live, on};
use super::session::use_session;
use crate::insight::palette::{self, Label};

/// How many offers are shown; more letters bring the others.
const SHOWN: usize = 40;

/// The dialog.
#[component]
pub fn Palette() -> impl IntoView {
    let session = use_session();
    let w = session.w();
    let view = Alive::here();
    let open = session.offers.open;
    // Done once the dialog has closed and the keyboard is back on the page.
    let run = move |offer: Offer| {
        open.set(false);
        view.after(Duration::ZERO, move || (offer.act)());
    };
    view! {
        <Dialog open title=w.palette class="palette">
            {
                let all = session.offers.all();
                let labels: Vec<Label> = all.iter().map(|offer| Label::of(&offer.label)).collect();
                let (all, labels) = (StoredValue::new_local(all), StoredValue::new_local(labels));
                let node = NodeRef::<html::Input>::new();
                let typed = RwSignal::new(String::new());
                let at = RwSignal::new(0_usize);
                let found = Memo::new(move |_| {
                    let mut found = labels.with_value(|labels| typed.with(|typed| palette::find(typed, labels)));
                    found.truncate(SHOWN);
                    found
                });
                Effect::new(move |_| {
                    if let Some(input) = node.get() {
                        element::focus(&input);
                    }
                });
                let choose = move |place: usize| {
                    let offer = found.with_untracked(|found| found.get(place).copied());
                    if let Some(offer) = offer.and_then(|offer| all.with_value(|all| all.get(offer).cloned())) {
                        run(offer);
                    }
                };
                let step = move |by: isize| {
                    let count = found.with_untracked(Vec::len);
                    if count > 0 {
                        let next = (at.get_untracked() as isize + by).rem_euclid(count as isize) as usize;
                        at.set(next);
                        if let Some(line) = element::by_id(&line_id(next)) {
                            element::show(&line);
                        }
                    }
                };
                let key = move |event: ev::KeyboardEvent| {
                    match event.key().as_str() {
                        _ if event.is_composing() => return,
                        "ArrowDown" => step(1),
                        "ArrowUp" => step(-1),
                        "Enter" => choose(at.get_untracked()),
                        _ => return,
                    }
                    event.prevent_default();
                    event.stop_propagation();
                };
                let line = move |place: usize, offer: Offer| {
                    let is_at = move || at.get() == place;
                    view! {
                        <li
                            id=line_id(place)
                            class="palette-line"
                            role="option"
                            aria-selected=live(move || is_at().to_string())
                            on:pointerdown=on(move |event: ev::PointerEvent| event.prevent_default())
                            on:click=on(move |_| choose(place))
                        >
                            <span class="palette-label">{offer.label}</span>
                            <span class="palette-kind">{offer.kind}</span>
                            {(!offer.keys.is_empty()).then(|| view! { <kbd>{offer.keys}</kbd> })}
                        </li>
                    }
                };
                let lines = move || {
                    let found = found.get();
                    all.with_value(|all| {
                        found
                            .iter()
                            .enumerate()
                            .filter_map(|(place, offer)| Some(line(place, all.get(*offer)?.clone())))
                            .collect_view()
                            .into_any()
                    })
                };
                view! {
                    <input
                        node_ref=node
                        class="field"
                        type="text"
                        role="combobox"
                        autocomplete="off"
                        spellcheck="false"
                        aria-label=w.palette
                        aria-expanded="true"
                        aria-controls="palette-lines"
                        aria-activedescendant=live(move || line_id(at.get()))
                        placeholder=w.palette_hint
                        on:input=on(move |event: ev::Event| {
                            typed.set(event_target_value(&event));
                            at.set(0);
                        })
                        on:keydown=on(key)
                    />
                    <ul id="palette-lines" class="palette-lines" role="listbox" aria-label=w.palette>
                        {live(lines)}
                    </ul>
                    <p class="palette-nothing" role="status">
                        {live(move || found.with(Vec::is_empty).then_some(w.palette_nothing))}
                    </p>
                }
            }
        </Dialog>
    }
}

fn line_id(place: usize) -> String {
    format!("palette-{place}")
}
