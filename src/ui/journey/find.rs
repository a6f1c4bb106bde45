//! Searching the map, filtering it, and choosing several cards.

use leptos::{ev, html, prelude::*};

use super::board::{Board, element_id, use_board};
use crate::arrange::set_of;
use crate::insight::find::{Query, find};
use crate::insight::names;
use crate::insight::walk::Spot;
use crate::model::journey::{Evidence, LaneKind};
use crate::model::quantity::CardId;
use crate::ui::browser::{element, typing};
use crate::ui::parts::{Icon, Sign, live, on};

/// The bar of the search, while it is open.
#[component]
pub fn FindBar() -> impl IntoView {
    let board = use_board();
    let finder = board.finder;
    Effect::new(move |_| {
        // Looked through anew at each change of the map, but only while something is looked for.
        let query = finder.query.get();
        if !query.is_empty() {
            board.desk.touched();
        }
        let found = board.desk.peek(|e| find(e, board.journey, &query));
        if finder.found.with_untracked(|known| *known != found) {
            finder.found.set(found);
            finder.at.set(None);
        }
    });
    Effect::new(move |before: Option<Vec<CardId>>| {
        let found = finder.found.get();
        // Most of what a longer word finds was found already: only what differs is touched.
        let before = before.unwrap_or_default();
        let (was, is) = (set_of(before.iter().copied()), set_of(found.iter().copied()));
        before.iter().filter(|card| !is.contains(card)).for_each(|card| mark(*card, "found", false));
        found.iter().filter(|card| !was.contains(card)).for_each(|card| mark(*card, "found", true));
        found
    });
    live(move || finder.open.get().then(|| view! { <Bar /> }.into_any()))
}

/// Sets a class of the element that shows a card.
fn mark(card: CardId, class: &str, on: bool) {
    if let Some(element) = element::by_id(&element_id(Spot::Card(card))) {
        element::toggle_class(&element, class, on);
    }
}

#[component]
fn Bar() -> impl IntoView {
    let board = use_board();
    let finder = board.finder;
    let (w, jw, mw) = (board.session.w(), board.jw(), board.mw());
    let node = NodeRef::<html::Input>::new();
    let close = move || {
        let here = finder.at.get_untracked().and_then(|at| finder.found.with_untracked(|found| found.get(at).copied()));
        finder.end();
        board.settle_at(here.map(Spot::Card));
    };
    let go = move |step: isize| {
        let count = finder.found.with_untracked(Vec::len) as isize;
        if count == 0 {
            return;
        }
        let next = finder.at.get_untracked().map_or(if step > 0 { 0 } else { count - 1 }, |at| at as isize + step);
        let next = next.rem_euclid(count) as usize;
        finder.at.set(Some(next));
        if let Some(&card) = finder.found.get_untracked().get(next) {
            board.note_cursor(Spot::Card(card));
            if let Some(element) = element::by_id(&element_id(Spot::Card(card))) {
                element::show(&element);
            }
        }
    };
    // What is found first comes into view while its words are still being typed; the cursor goes there with Enter.
    Effect::new(move |_| {
        let first = finder.found.with(|found| found.first().copied());
        if let Some(card) = first.filter(|_| finder.at.get_untracked().is_none()) {
            element::soon(format!("#{}", element_id(Spot::Card(card))), |card| element::show(&card));
        }
    });
    let key = move |event: ev::KeyboardEvent| match event.key().as_str() {
        _ if typing::is_of_input_method(&event) => (),
        "Escape" => {
            event.stop_propagation();
            close();
        }
        "Enter" if element::around(event.target(), "#find").is_some() => {
            event.prevent_default();
            go(if event.shift_key() { -1 } else { 1 });
        }
        _ => (),
    };
    let said = move || {
        let count = finder.found.with(Vec::len);
        match (finder.query.with(Query::is_empty), finder.at.get()) {
            (true, _) => String::new(),
            (false, Some(at)) => (mw.found_of)(at + 1, count),
            (false, None) => (mw.found)(count),
        }
    };
    // Each choice shows all there is to choose, the empty choice first.
    let choice = move |label: &'static str, options: Vec<(String, String)>, set: fn(&mut Query, &str)| {
        let change = move |event: ev::Event| finder.query.update(|query| set(query, &event_target_value(&event)));
        let options = options.into_iter().map(|(value, text)| view! { <option value=value>{text}</option> });
        view! {
            <select class="field find-choice" aria-label=label on:change=on(change)>
                <option value="">{label}</option>
                {options.collect_view()}
            </select>
        }
        .into_any()
    };
    let same = |names: Vec<String>| names.into_iter().map(|name| (name.clone(), name)).collect();
    let kinds = LaneKind::ALL.into_iter().filter(|kind| kind.holds_cards()).enumerate();
    let kinds = kinds.map(|(at, kind)| (at.to_string(), jw.lane_kind(kind).to_owned())).collect();
    let evidence =
        Evidence::ALL.iter().enumerate().map(|(at, e)| (at.to_string(), jw.evidence_name(*e).to_owned())).collect();
    view! {
        <div class="find" role="search" on:keydown=on(key)>
            <input
                node_ref=node
                id="find"
                class="field find-text"
                type="search"
                autocomplete="off"
                aria-label=mw.find_in_map
                placeholder=mw.find_in_map
                on:input=on(move |event: ev::Event| finder.query.update(|query| query.text = event_target_value(&event)))
            />
            {choice(jw.lane, kinds, |query, value| {
                query.kind = value.parse().ok().and_then(|at: usize| LaneKind::ALL.into_iter().filter(|k| k.holds_cards()).nth(at));
            })}
            {choice(jw.owner, same(board.desk.peek(names::owners)), |query, value| query.owner = (!value.is_empty()).then(|| value.into()))}
            {choice(mw.tag, same(board.desk.peek(names::tags)), |query, value| query.tag = (!value.is_empty()).then(|| value.into()))}
            {choice(jw.evidence, evidence, |query, value| {
                query.evidence = value.parse().ok().and_then(|at: usize| Evidence::ALL.get(at).copied());
            })}
            <span class="find-count" role="status">{live(said)}</span>
            <span class="spring"></span>
            <button class="button quiet icon-only" aria-label=mw.previous on:click=on(move |_| go(-1))>
                <Icon sign=Sign::ChevronLeft />
            </button>
            <button class="button quiet icon-only" aria-label=mw.next on:click=on(move |_| go(1))>
                <Icon sign=Sign::ChevronRight />
            </button>
            <button
                class="button small"
                on:click=on(move |_| finder.picked.set(finder.found.get_untracked()))
            >
                {mw.choose_all}
            </button>
            <button class="button small" on:click=on(move |_| close())>{w.close}</button>
        </div>
    }
}

/// Forgets chosen cards that are gone.
pub fn prune(board: Board) {
    let gone = |card: &CardId| board.desk.peek(|e| e.card(*card).is_none());
    if board.finder.picked.with_untracked(|picked| picked.iter().any(gone)) {
        board.finder.picked.update(|picked| picked.retain(|card| !gone(card)));
    }
}
