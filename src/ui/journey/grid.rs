//! The map as a grid: a row a lane, a column a stage.

use leptos::{ev, html, prelude::*};

use super::board::use_board;
use super::cell::CardCell;
use super::drag::Drag;
use super::editor::{self, Editor};
use super::emotion::{Curve, CurveName, CurvePicture, EmotionCell, LandmarkWords, Scale};
use super::entry::EntryGhost;
use super::heads::{LaneHead, StageHead};
use super::lasso::Lasso;
use super::rate::RateLight;
use super::{clipboard, keys, menus, paste, place};
use crate::model::Cell;
use crate::model::quantity::LaneId;
use crate::ui::browser::element;
use crate::ui::parts::{each, live, on, shown};

/// The grid with what floats over it.
#[component]
pub fn Grid() -> impl IntoView {
    let board = use_board();
    let drag = Drag::new(board);
    let lasso = Lasso::new(board);
    let (w, jw, mw) = (board.session.w(), board.jw(), board.mw());
    view! {
        <div class="map-scroll" id="map-scroll">
            <div
                class="map-layer"
                id="map-layer"
                class:is-finding=live(move || board.finder.is_looking())
                class:is-veiled=live(move || board.overlays.veiled.get())
                style:--stages=live(move || board.stages.with(Vec::len).max(1).to_string())
                style:--word-add=format!("\"+ {}\"", w.add)
                on:focusin=on(move |event: ev::FocusEvent| keys::note_focus(board, event.target()))
                on:keydown=on(move |event: ev::KeyboardEvent| {
                    if event.key() == "Escape" && (drag.is_on() || lasso.is_on()) {
                        drag.cancel();
                        lasso.cancel();
                    } else {
                        keys::press(board, &event);
                    }
                })
                on:paste=on(move |event: ev::ClipboardEvent| paste::onto_map(board, &event))
                on:copy=on(move |event: ev::ClipboardEvent| clipboard::take(board, &event, false))
                on:cut=on(move |event: ev::ClipboardEvent| clipboard::take(board, &event, true))
                on:beforecopy=on(move |event: ev::Event| clipboard::ask(&event))
                on:beforecut=on(move |event: ev::Event| clipboard::ask(&event))
                on:click=on(move |event: ev::MouseEvent| if !lasso.takes_click() { keys::click(board, &event) })
                on:dblclick=on(move |event: ev::MouseEvent| {
                    if let Some(spot) = place::spot_at(event.target()) {
                        editor::edit(board, spot);
                    }
                })
                on:contextmenu=on(move |event: ev::MouseEvent| menus::press(board, &event))
                on:pointerover=on(move |event: ev::PointerEvent| show_whole_text(event.target()))
                on:pointerdown=on(move |event: ev::PointerEvent| {
                    board.note_press();
                    lasso.press(&event);
                    drag.press(&event);
                })
                on:pointermove=on(move |event: ev::PointerEvent| {
                    lasso.follow(&event);
                    drag.follow(&event);
                })
                on:pointerup=on(move |event: ev::PointerEvent| {
                    lasso.drop(&event);
                    drag.drop();
                })
                on:pointercancel=on(move |_| {
                    lasso.cancel();
                    drag.cancel();
                })
                on:touchmove=on(move |event: ev::TouchEvent| if drag.is_on() { event.prevent_default() })
            >
                <div role="grid" id="map" class="grid" aria-label=jw.journey_map aria-multiselectable="true">
                    <div role="row" class="row heads">
                        <div role="columnheader" class="corner"><span class="unseen">{jw.lane}</span></div>
                        {each(move || board.stages.get(), |stage| view! { <StageHead stage /> })}
                    </div>
                    {each(move || board.lanes.get(), |lane| view! { <Lane lane /> })}
                </div>
                {shown(move || board.stages.with(Vec::is_empty), move || view! { <p class="no-stages">{mw.no_stages}</p> })}
                <RateLight />
                <EntryGhost />
                <Editor />
                <div class="ghost" id="ghost" aria-hidden="true"></div>
                <div class="drop-mark" id="drop-mark" aria-hidden="true"></div>
                <div class="lasso" id="lasso" aria-hidden="true"></div>
            </div>
        </div>
    }
}

/// A row.
#[component]
fn Lane(
    /// Which lane.
    lane: LaneId,
) -> impl IntoView {
    let board = use_board();
    let kind = board.kind(lane);
    if kind.holds_cards() {
        view! {
            <div role="row" class=format!("row lane {}", class(kind))>
                <LaneHead lane kind />
                {each(move || board.stages.get(), move |stage| view! { <CardCell cell=Cell { stage, lane } kind /> })}
            </div>
        }
        .into_any()
    } else {
        let track = NodeRef::<html::Div>::new();
        let curve = Curve::new(board, track);
        view! {
            <div role="row" class="row lane emotion">
                <LaneHead lane kind />
                <Scale curve />
                <div class="track" node_ref=track>
                    <CurvePicture curve name="map" />
                    <LandmarkWords curve />
                    <CurveName curve />
                </div>
                {each(move || board.stages.get(), move |stage| view! { <EmotionCell stage lane curve /> })}
            </div>
        }
        .into_any()
    }
}

fn class(kind: crate::model::journey::LaneKind) -> &'static str {
    use crate::model::journey::LaneKind;
    match kind {
        LaneKind::Touchpoints => "chips",
        LaneKind::Pulse => "pulses",
        LaneKind::Thoughts => "quotes",
        _ => "",
    }
}

/// A card that shows only its first lines tells all of them when it is pointed at.
fn show_whole_text(target: Option<web_sys::EventTarget>) {
    if let Some(card) = element::around(target, "[data-card]") {
        let cut = element::find_all(&card, ".card-text").first().is_some_and(element::is_cut);
        card.set_title(if cut { card.inner_text() } else { String::new() }.trim());
    }
}
