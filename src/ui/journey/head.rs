//! The bar above the map: what it is, and what can be done with it.

use leptos::{ev, html, prelude::*};

use super::board::use_board;
use super::details::Details;
use super::place::OpenMap;
use super::ranking::DrawerButton;
use super::{menus, overlays};
use crate::edit::{Command, JourneyField};
use crate::model::Key;
use crate::model::journey::{Journey, JourneyKind};
use crate::ui::browser::{element, typing};
use crate::ui::commands::{MapVerb, Verb};
use crate::ui::deeds::Deeds;
use crate::ui::parts::{Icon, Sign, live, on, shown, undo_buttons, verb_icon};
use crate::ui::saving::Saver;
use crate::ui::ways::go_to_map;

/// The title while it is typed. Enter and leaving the field keep it, Esc gives the old one back.
#[component]
fn TitleField(naming: RwSignal<bool>) -> impl IntoView {
    let board = use_board();
    let (w, jw) = (board.session.w(), board.jw());
    let node = NodeRef::<html::Input>::new();
    let id = board.journey;
    let now = board.desk.peek(|e| e.journey(id).map(|journey| journey.title.clone())).unwrap_or_default();
    let before = now.clone();
    let set = move |title: String| _ = board.dispatch(Command::SetJourney(id, JourneyField::Title, title));
    Effect::new(move |_| {
        if let Some(input) = node.get() {
            element::focus(&input);
            input.select();
        }
    });
    let end = move || {
        board.desk.seal();
        naming.set(false);
    };
    let key = move |event: ev::KeyboardEvent| {
        match event.key().as_str() {
            _ if typing::is_of_input_method(&event) => return,
            "Enter" => (),
            "Escape" => set(before.clone()),
            _ => return,
        }
        event.prevent_default();
        end();
        element::focus_soon(".map-title-button");
    };
    view! {
        <input
            node_ref=node
            class="field map-title-field"
            type="text"
            autocomplete="off"
            dir="auto"
            aria-label=w.title
            placeholder=jw.untitled_map
            value=now
            on:input=on(move |event: ev::Event| set(event_target_value(&event)))
            on:keydown=on(key)
            on:blur=on(move |event: ev::FocusEvent| if element::was_left(&event) { end() })
        />
    }
}

/// The bar.
#[component]
pub fn MapHead() -> impl IntoView {
    let board = use_board();
    let (w, jw, mw) = (board.session.w(), board.jw(), board.mw());
    let read = move |field: fn(&Journey) -> &String| {
        let id = board.journey;
        board.desk.read(Key::Journey(id), |e| e.journey(id).map(|journey| field(journey).clone())).unwrap_or_default()
    };
    let title = move || {
        let title = read(|journey| &journey.title);
        if title.is_empty() { jw.untitled_map.into() } else { title }
    };
    let about = move || {
        let parts = [read(|journey| &journey.persona), read(|journey| &journey.scenario)];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" \u{b7} ")
    };
    let kind = move || jw.kind_of_map(board.journey_kind());
    let all_lanes = move || {
        let id = board.journey;
        board.desk.read(Key::Journey(id), |e| e.journey(id).map_or(0, |journey| journey.lanes.len()))
    };
    let saver: Saver = expect_context();
    // The map of what should be beside that of what is, or the other way round.
    let other = Memo::new(move |_| {
        let here = board.journey_kind();
        let all = board.desk.read(Key::Head, |e| e.head().journeys.clone());
        all.into_iter().find(|&id| {
            let kind = board.desk.read(Key::Journey(id), |e| e.journey(id).map(|journey| journey.kind));
            kind.is_some_and(|kind| kind != here)
        })
    });
    let to_other = move |id| {
        let kind = if board.journey_kind() == JourneyKind::AsIs { jw.to_be } else { jw.as_is };
        view! { <button class="map-other" on:click=on(move |_| go_to_map(saver, id))>{kind}</button> }.into_any()
    };
    let details = RwSignal::new(false);
    let naming = RwSignal::new(false);
    let at = |id: &str| element::by_id(id).map(|button| element::rect(&button)).unwrap_or_default();
    let map = OpenMap { board, saver };
    let names = board.verb_words();
    let label = move |verb: MapVerb| verb.label(&names);
    let act = move |verb: MapVerb| on(move |_| verb.act(map));
    view! {
        <header class="map-head">
            <h1 class="map-title">
                {live(move || {
                    if naming.get() {
                        view! { <TitleField naming /> }.into_any()
                    } else {
                        let begin = on(move |_| if board.desk.may_edit() { naming.set(true) });
                        view! { <button class="map-title-button" title=w.rename on:click=begin>{live(title)}</button> }.into_any()
                    }
                })}
            </h1>
            <div class="map-switch" role="group" aria-label=jw.kind>
                {live(move || other.get().filter(|_| board.journey_kind() == JourneyKind::ToBe).map(to_other))}
                <button
                    class="chip map-kind"
                    title=mw.map_details
                    aria-label=live(move || format!("{}: {}", mw.map_details, kind()))
                    on:click=on(move |_| details.set(true))
                >
                    {live(kind)}
                </button>
                {live(move || other.get().filter(|_| board.journey_kind() == JourneyKind::AsIs).map(to_other))}
                {shown(
                    move || other.get().is_some(),
                    move || {
                        let compare = on(move |_| board.overlays.comparing.set(true));
                        view! { <button class="map-other" on:click=compare>{mw.compare}</button> }
                    },
                )}
            </div>
            <span class="map-about">{live(about)}</span>
            <span class="spring"></span>
            {undo_buttons(board.desk, move || board.undo(), move || board.redo())}
            <button
                class="button quiet icon-only"
                aria-label=label(MapVerb::Find)
                title=MapVerb::Find.title(&names)
                on:click=act(MapVerb::Find)
            >
                {verb_icon(MapVerb::Find)}
            </button>
            <button
                class="button quiet agenda-button"
                aria-label=label(MapVerb::Agenda)
                title=label(MapVerb::Agenda)
                on:click=act(MapVerb::Agenda)
            >
                {verb_icon(MapVerb::Agenda)}
                <span class="label">{label(MapVerb::Agenda)}</span>
            </button>
            {(!board.desk.is_preview()).then(|| {
                view! {
                    <button
                        class="button quiet adds"
                        title=label(MapVerb::AddStage)
                        aria-disabled=live(move || board.desk.read_only().to_string())
                        on:click=act(MapVerb::AddStage)
                    >
                        {verb_icon(MapVerb::AddStage)}
                        <span class="label">{label(MapVerb::AddStage)}</span>
                    </button>
                    <button
                        class="button quiet adds"
                        id="add-lane"
                        title=label(MapVerb::AddLane)
                        aria-haspopup="menu"
                        aria-disabled=live(move || board.desk.read_only().to_string())
                        on:click=act(MapVerb::AddLane)
                    >
                        {verb_icon(MapVerb::AddLane)}
                        <span class="label">{label(MapVerb::AddLane)}</span>
                    </button>
                }
            })}
            <button
                class="button quiet"
                id="lanes"
                aria-haspopup="menu"
                on:click=on(move |_| menus::open_lanes(board, at("lanes"), "lanes"))
            >
                <Icon sign=Sign::Rows />
                <span class="label">{live(move || (mw.lanes_shown)(board.lanes.with(Vec::len), all_lanes()))}</span>
            </button>
            <button
                class="button quiet icon-only"
                id="map-more"
                aria-haspopup="menu"
                aria-label=mw.more
                title=mw.more
                on:click=on(move |_| overlays::open(map, at("map-more"), "map-more"))
            >
                <Icon sign=Sign::More />
            </button>
            {MapVerb::Export.is_possible(map).then(|| {
                view! {
                    <button
                        class="button quiet icon-only"
                        id="export"
                        aria-label=label(MapVerb::Export)
                        title=label(MapVerb::Export)
                        aria-haspopup="menu"
                        on:click=act(MapVerb::Export)
                    >
                        {verb_icon(MapVerb::Export)}
                    </button>
                }
            })}
            <DrawerButton />
            <button class="button primary" on:click=act(MapVerb::Present)>
                {verb_icon(MapVerb::Present)}
                <span class="label">{label(MapVerb::Present)}</span>
            </button>
        </header>
        <Details open=details />
    }
}
