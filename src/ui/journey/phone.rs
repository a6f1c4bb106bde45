//! The map on a narrow screen: one stage at a time, the curve above as the way between stages.

use leptos::{ev, html, prelude::*};
use web_sys::EventTarget;

use super::board::{Board, Editing, use_board};
use super::cell::CardCell;
use super::editor::{self, Editor};
use super::emotion::{Curve, CurveName, CurvePicture, EmotionCell};
use super::entry::EntryGhost;
use super::form::FrictionForm;
use super::heads::sign;
use super::{keys, menus, place};
use crate::insight::walk::Spot;
use crate::model::journey::LaneKind;
use crate::model::quantity::{CardId, LaneId, StageId};
use crate::model::{Cell, Engagement, Key};
use crate::ui::browser::element;
use crate::ui::parts::{Icon, Sign, each, live, on, shown};

/// From how many pixels on a sideways move of a finger turns to the next stage.
const SWIPE: i32 = 60;

/// One stage at a time.
#[component]
pub fn PhoneMap() -> impl IntoView {
    let board = use_board();
    let (jw, mw) = (board.jw(), board.mw());
    let at = Memo::new(move |_| {
        let shown = board.shown_stage.get();
        board.stages.with(|stages| stages.iter().position(|stage| Some(*stage) == shown).unwrap_or(0))
    });
    let stage = Memo::new(move |_| board.stages.with(|stages| stages.get(at.get()).copied()));
    // What is typed goes to the stage that is seen.
    Effect::new(move |_| _ = stage.get().map(|stage| board.aim_at(stage)));
    let turn = move |step: isize| {
        let next = board.stages.with_untracked(|stages| {
            at.get_untracked().checked_add_signed(step).and_then(|at| stages.get(at).copied())
        });
        if next.is_some() {
            editor::end(board);
            board.shown_stage.set(next);
        }
    };
    let emotion_lane =
        Memo::new(move |_| board.lanes.get().into_iter().find(|&lane| board.kind(lane) == LaneKind::Emotion));
    // The words of customers first, then what hurts, then the rest in the order of the map.
    let lanes = Memo::new(move |_| {
        let (said, rest): (Vec<LaneId>, Vec<LaneId>) =
            board.lanes.get().into_iter().partition(|&lane| board.kind(lane) == LaneKind::Thoughts);
        let (hurts, rest): (Vec<LaneId>, Vec<LaneId>) =
            rest.into_iter().partition(|&lane| board.kind(lane) == LaneKind::Friction);
        let rest = rest.into_iter().filter(|&lane| board.kind(lane).holds_cards());
        said.into_iter().chain(hurts).chain(rest).collect::<Vec<_>>()
    });
    let (pressed_at, is_just_open) = (StoredValue::new(None::<Spot>), StoredValue::new(false));
    let finger = StoredValue::new(None::<(i32, i32)>);
    let lift = move |event: ev::PointerEvent| {
        let Some((x, y)) = finger.get_value() else { return };
        finger.set_value(None);
        let (dx, dy) = (event.client_x() - x, event.client_y() - y);
        if dx.abs() > SWIPE && dx.abs() > 2 * dy.abs() {
            turn(if dx < 0 { 1 } else { -1 });
        }
    };
    view! {
        <div class="phone-map">
            {live(move || emotion_lane.get().map(|lane| view! { <Navigator lane stage=stage /> }.into_any()))}
            <div class="phone-stage-bar">
                <button
                    class="button icon-only quiet"
                    aria-label=mw.stage_before_this
                    aria-disabled=live(move || (at.get() == 0).to_string())
                    on:click=on(move |_| turn(-1))
                >
                    <Icon sign=Sign::ChevronLeft />
                </button>
                {live(move || stage.get().map(|stage| view! { <StageTitle stage at=at /> }.into_any()))}
                <button
                    class="button icon-only quiet"
                    aria-label=mw.stage_after_this
                    aria-disabled=live(move || (at.get() + 1 >= board.stages.with(Vec::len)).to_string())
                    on:click=on(move |_| turn(1))
                >
                    <Icon sign=Sign::ChevronRight />
                </button>
            </div>
            <div
                class="map-layer phone-layer"
                id="map-layer"
                class:is-finding=live(move || board.finder.is_looking())
                on:focusin=on(move |event: ev::FocusEvent| keys::note_focus(board, event.target()))
                on:keydown=on(move |event: ev::KeyboardEvent| keys::press(board, &event))
                on:click=on(move |event: ev::MouseEvent| {
                    is_just_open.set_value(tap(board, event.target(), pressed_at.get_value()));
                })
                on:contextmenu=on(move |event: ev::MouseEvent| menus::press(board, &event))
                // The second tap of two quick ones would select a word in the editor that the first one opened.
                on:mousedown=on(move |event: ev::MouseEvent| {
                    if event.detail() > 1 && is_just_open.get_value() {
                        event.prevent_default();
                    }
                })
                on:pointerdown=on(move |event: ev::PointerEvent| {
                    pressed_at.set_value(board.cursor().filter(|_| element::focus_is_in("#map")));
                    finger.set_value(Some((event.client_x(), event.client_y())));
                })
                on:pointerup=on(lift)
                on:pointercancel=on(move |_| finger.set_value(None))
            >
                <div role="grid" id="map" class="phone-grid" aria-label=jw.journey_map>
                    {live(move || {
                        stage
                            .get()
                            .map(|stage| {
                                each(move || lanes.get(), move |lane| view! { <PhoneLane cell=Cell { stage, lane } /> })
                            })
                    })}
                </div>
                <EntryGhost />
                <Editor />
            </div>
        </div>
    }
}

/// The first tap goes to a place, and another edits it, however long after: `was` is where the keyboard was before. Says
/// whether it does now.
fn tap(board: Board, target: Option<EventTarget>, was: Option<Spot>) -> bool {
    let has_own = element::around(target.clone(), "button, a, input, textarea, select").is_some();
    let spot = place::spot_at(target).filter(|spot| !has_own && was == Some(*spot));
    spot.inspect(|spot| editor::edit(board, *spot)).is_some()
}

/// The name of the stage that is shown, and which of how many it is.
#[component]
fn StageTitle(stage: StageId, at: Memo<usize>) -> impl IntoView {
    let board = use_board();
    let w = board.mw();
    let position = move || (w.stage_of)(at.get() + 1, board.stages.with(Vec::len));
    let subtitle = move || {
        let read = |e: &Engagement| e.stage(stage).map(|stage| stage.subtitle.clone());
        board.desk.read(Key::Stage(stage), read).filter(|subtitle| !subtitle.is_empty())
    };
    view! {
        <div class="phone-stage">
            <h2 class="stage-name" id=format!("stage-{stage}") data-stage=stage.to_string() tabindex="-1">
                {live(move || board.stage_name(stage))}
            </h2>
            <p>{live(move || subtitle().into_iter().chain([position()]).collect::<Vec<_>>().join(", "))}</p>
        </div>
    }
}

/// The curve over all stages; a press on a stage goes there.
#[component]
fn Navigator(lane: LaneId, stage: Memo<Option<StageId>>) -> impl IntoView {
    let board = use_board();
    let track = NodeRef::<html::Div>::new();
    let curve = Curve::new(board, track);
    let show = move |target| {
        if let Some(Spot::Cell(cell)) = place::spot_at(target) {
            board.shown_stage.set(Some(cell.stage));
        }
    };
    view! {
        <div
            class="navigator"
            role="grid"
            aria-label=board.mw().emotion_curve
            style:--stages=live(move || board.stages.with(Vec::len).to_string())
            style:--shown=live(move || {
                let shown = stage.get();
                board.stages.with(|stages| stages.iter().position(|s| Some(*s) == shown).unwrap_or(0)).to_string()
            })
            on:focusin=on(move |event: ev::FocusEvent| show(event.target()))
            on:click=on(move |event: ev::MouseEvent| show(event.target()))
        >
            <div class="navigator-here" aria-hidden="true"></div>
            <div class="track" node_ref=track>
                <CurvePicture curve name="map" />
                <CurveName curve />
            </div>
            <div role="row" class="navigator-row">
                {each(move || board.stages.get(), move |stage| view! { <EmotionCell stage lane curve /> })}
            </div>
        </div>
    }
}

/// The friction of a cell that is open.
fn open_here(board: Board, cell: Cell) -> Option<CardId> {
    let open = board.open_friction.get()?;
    let read = |e: &Engagement| e.stage(cell.stage).is_some_and(|stage| stage.cards(cell.lane).contains(&open));
    board.desk.read(Key::Stage(cell.stage), read).then_some(open)
}

/// The form of a friction where the finger is; the ranking is far below.
fn form_below(board: Board, card: CardId) -> AnyView {
    let friction =
        Memo::new(move |_| board.desk.read(Key::Details(card), |e| e.details(card).cloned()).unwrap_or_default());
    let text = move || board.desk.read(Key::Card(card), |e| e.card(card).map(|card| card.text.clone()));
    view! {
        <div role="gridcell" class="phone-form">
            <p class="phone-form-title">{live(text)}</p>
            <FrictionForm card friction />
        </div>
    }
    .into_any()
}

/// Opens the menu of the card that was tapped last: a long press opens it too, where the browser tells of one.
fn open_menu(board: Board, cell: Cell) {
    let spot = board.cursor().filter(|spot| board.cell_of(*spot) == Some(cell)).unwrap_or(Spot::Cell(cell));
    menus::open(board, spot);
}

/// A lane of the stage that is shown.
#[component]
fn PhoneLane(cell: Cell) -> impl IntoView {
    let board = use_board();
    let (w, mw) = (board.session.w(), board.mw());
    let kind = board.kind(cell.lane);
    // The new card has room of its own, below the others.
    let is_added_to = move || matches!(board.editor.target.get(), Some(Editing::NewCard(to, _)) if to == cell);
    let add = move || editor::begin(board, Editing::NewCard(cell, usize::MAX));
    let has_cards = move || {
        board.desk.read(Key::Stage(cell.stage), |e| {
            e.stage(cell.stage).is_some_and(|stage| !stage.cards(cell.lane).is_empty())
        })
    };
    view! {
        <div role="row" class="phone-lane" class:adding=live(is_added_to)>
            <div role="rowheader" class="phone-lane-head" id=format!("lane-{}", cell.lane) data-lane=cell.lane.to_string()>
                <Icon sign=sign(kind) />
                {live(move || board.lane_name(cell.lane))}
            </div>
            <CardCell cell kind />
            {(kind == LaneKind::Friction).then(|| live(move || open_here(board, cell).map(|card| form_below(board, card))))}
            <div role="gridcell" class="phone-add">
                {shown(
                    move || board.cell.get() == Some(cell) && has_cards(),
                    move || {
                        view! {
                            <button
                                class="button quiet icon-only"
                                aria-haspopup="menu"
                                aria-label=mw.actions_menu
                                title=mw.actions_menu
                                on:click=on(move |_| open_menu(board, cell))
                            >
                                <Icon sign=Sign::More />
                            </button>
                        }
                    },
                )}
                <button
                    class="button quiet"
                    aria-label=live(move || (mw.add_to)(&board.lane_name(cell.lane)))
                    on:click=on(move |_| add())
                >
                    <Icon sign=Sign::Plus />
                    {w.add}
                </button>
            </div>
        </div>
    }
}
