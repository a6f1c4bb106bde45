//! The heads of stages and lanes.

use leptos::prelude::*;

use super::board::{Board, element_id, use_board};
use super::menus;
use crate::i18n::backing::BackingWords;
use crate::insight::walk::Spot;
use crate::model::Key;
use crate::model::journey::LaneKind;
use crate::model::quantity::{LaneId, StageId};
use crate::ui::parts::{Icon, Sign, live, on};

/// The head of a stage.
#[component]
pub fn StageHead(
    /// Which one.
    stage: StageId,
) -> impl IntoView {
    let board = use_board();
    let w = board.session.w();
    let b = BackingWords::of(board.session.lang());
    let spot = Spot::Stage(stage);
    let read = move |field: fn(&crate::model::journey::Stage) -> &String| {
        board.desk.read(Key::Stage(stage), |e| e.stage(stage).map(|stage| field(stage).clone())).unwrap_or_default()
    };
    view! {
        <div
            role="columnheader"
            id=element_id(spot)
            class="head stage-head"
            data-stage=stage.to_string()
            tabindex=if board.is_at(spot) { "0" } else { "-1" }
        >
            <div class="stage-name" dir="auto" class:unnamed=live(move || read(|stage| &stage.name).is_empty())>
                {live(move || board.stage_name(stage))}
            </div>
            <div class="stage-subtitle" dir="auto">{live(move || read(|stage| &stage.subtitle))}</div>
            {live(move || {
                let people = board.voices.of_stage(stage);
                let said = (b.spoke)(people);
                (people > 0).then(|| {
                    view! {
                        <span class="stage-voices" title=said.clone()>
                            <span class="unseen">{said.clone()}</span>
                            <span aria-hidden="true">{people}</span>
                            <Icon sign=Sign::Speech />
                        </span>
                    }
                        .into_any()
                })
            })}
            <button
                class="more-button"
                tabindex="-1"
                aria-haspopup="menu"
                aria-label=live(move || (w.more_of)(&board.stage_name(stage)))
                on:click=on(move |_| menus::open(board, spot))
            >
                <Icon sign=Sign::More />
            </button>
        </div>
    }
}

/// The head of a lane.
#[component]
pub fn LaneHead(
    /// Which one.
    lane: LaneId,
    /// What it holds.
    kind: LaneKind,
) -> impl IntoView {
    let board = use_board();
    let w = board.session.w();
    let spot = Spot::Lane(lane);
    view! {
        <div
            role="rowheader"
            id=element_id(spot)
            class="head lane-head"
            title=live(move || prompt(board, lane))
            data-lane=lane.to_string()
            tabindex=if board.is_at(spot) { "0" } else { "-1" }
        >
            <Icon sign=sign(kind) />
            <span class="lane-name" dir="auto">{live(move || board.lane_name(lane))}</span>
            <button
                class="more-button"
                tabindex="-1"
                aria-haspopup="menu"
                aria-label=live(move || (w.more_of)(&board.lane_name(lane)))
                on:click=on(move |_| menus::open(board, spot))
            >
                <Icon sign=Sign::More />
            </button>
        </div>
    }
}

/// The icon of a kind of lane.
pub fn sign(kind: LaneKind) -> Sign {
    match kind {
        LaneKind::Actions => Sign::Actions,
        LaneKind::Touchpoints => Sign::Touchpoints,
        LaneKind::Thoughts => Sign::Thoughts,
        LaneKind::Emotion => Sign::Emotion,
        LaneKind::Friction => Sign::Friction,
        LaneKind::Opportunities => Sign::Opportunities,
        LaneKind::Backstage => Sign::Backstage,
        LaneKind::Pulse => Sign::Pulse,
        LaneKind::Free => Sign::Free,
    }
}

/// The question that a lane asks; empty when it asks none.
pub fn prompt(board: Board, lane: LaneId) -> String {
    board.desk.read(Key::Lane(lane), |e| e.lane(lane).map(|lane| lane.prompt.clone())).unwrap_or_default()
}
