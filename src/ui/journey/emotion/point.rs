//! The points of a stage, in its cell: how it feels on each curve, by keys and by pointer.

use leptos::{ev, prelude::*};

use super::{Curve, TIGHT, Which, level_of, point_class};
use crate::i18n::figures;
use crate::i18n::speech::listed;
use crate::insight::curve::CurveArea;
use crate::insight::level_keys::Typed;
use crate::insight::votes::Spread;
use crate::insight::walk::{Spot, Way};
use crate::model::quantity::{LaneId, Level, StageId};
use crate::model::{Cell, Key};
use crate::ui::browser::element;
use crate::ui::journey::board::{Board, element_id, use_board};
use crate::ui::journey::cell;
use crate::ui::parts::{live, on, shown};

/// How near two points may come, in pixels, before one steps aside.
const TOUCHING: f64 = 20.0;

/// The cell of a stage on the emotion lane: its points.
#[component]
pub fn EmotionCell(
    /// Which stage.
    stage: StageId,
    /// The emotion lane.
    lane: LaneId,
    /// The curves.
    curve: Curve,
) -> impl IntoView {
    let board = use_board();
    let cell = Cell { stage, lane };
    let spot = Spot::Cell(cell);
    view! {
        <div
            role="gridcell"
            id=element_id(spot)
            class="cell emotion-cell"
            class:current=board.is_at(spot)
            data-cell=live(move || cell::place(board, cell))
            aria-label=live(move || cell::name(board, cell))
            tabindex=if board.is_at(spot) { "0" } else { "-1" }
            on:click=on(move |event: ev::MouseEvent| set_at(board, cell, curve, &event))
        >
            {whisker(stage, curve)}
            <Point cell curve which=Which::First />
            {shown(
                move || board.second_curve().is_some(),
                move || view! { <Point cell curve which=Which::Second /> },
            )}
        </div>
    }
}

/// A click in the cell says how the stage feels, by its height; one on a point that is set only takes hold of it.
fn set_at(board: Board, cell: Cell, curve: Curve, event: &ev::MouseEvent) {
    // On a phone the curve is how one goes from stage to stage.
    if board.session.narrow.get_untracked() {
        return;
    }
    let is_set = board.desk.peek(|e| Which::First.level(e.stage(cell.stage)?)).is_some();
    let on_point = element::around(event.target(), ".point");
    let on_second = on_point.as_ref().is_some_and(|point| point.class_list().contains("second"));
    if on_second || is_set && on_point.is_some() || event.ctrl_key() || event.meta_key() || event.shift_key() {
        return;
    }
    let (Some(frame), Some(track)) = (curve.frame.get_untracked(), element::around(event.target(), ".cell")) else {
        return;
    };
    let level = frame.level(f64::from(event.client_y()) - element::rect(&track).top);
    super::set(board, cell.stage, Some(level));
    board.desk.seal();
}

/// The votes of a stage.
fn spread(board: Board, stage: StageId) -> Option<Spread> {
    board.desk.read(Key::Stage(stage), |e| e.stage(stage).and_then(|stage| Spread::of(&stage.votes)))
}

/// From the highest to the lowest vote, below the upper edge, where voices differ.
pub fn reach(curve: Curve, frame: CurveArea, stage: StageId) -> Option<(f64, f64)> {
    let spread = spread(curve.board, stage).filter(|spread| spread.low != spread.high)?;
    Some((frame.y(spread.high.value()), frame.y(spread.low.value())))
}

/// The line over the votes.
fn whisker(stage: StageId, curve: Curve) -> impl IntoView {
    let reach = Memo::new(move |_| reach(curve, curve.frame.get()?, stage));
    live(move || {
        let (top, bottom) = reach.get()?;
        let height = format!("{:.1}px", bottom - top);
        Some(view! { <div class="whisker" style:top=format!("{top:.1}px") style:height=height></div> }.into_any())
    })
}

/// A point of one of the curves.
#[component]
fn Point(cell: Cell, curve: Curve, which: Which) -> impl IntoView {
    let board = use_board();
    let (jw, mw) = (board.jw(), board.mw());
    let lang = board.session.lang();
    let stage = cell.stage;
    let is_first = which == Which::First;
    let level = Memo::new(move |_| curve.level(which, stage));
    let dragged = StoredValue::new(false);
    let top = move || curve.top(level.get().unwrap_or(Level::NEUTRAL));
    let name = move || match which {
        Which::First => (mw.emotion_of)(&board.stage_name(stage)),
        Which::Second => format!("{}, {}", board.second_curve().unwrap_or_default(), board.stage_name(stage)),
    };
    let spoken = move || {
        let value = level.get().map_or_else(|| jw.no_level.into(), |level| figures::level(lang, level));
        let mut said = vec![value];
        if is_first {
            said.extend(curve.landmark_words(stage));
            said.extend(
                spread(board, stage)
                    .map(|spread| mw.votes_text(lang, spread.count, [spread.low, spread.median, spread.high])),
            );
        }
        listed(said.iter().map(String::as_str)).join(", ")
    };
    let class = move || {
        let mut class = format!("point {}", point_class(level.get()));
        let frame = curve.frame.get();
        if is_first && frame.is_none_or(|frame| frame.height < TIGHT) {
            curve.landmarks(stage).into_iter().for_each(|(_, mark)| class.extend([" ", mark]));
        }
        if !is_first {
            class.push_str(" second");
            let y = |which| frame.map(|frame| frame.y(curve.level(which, stage).unwrap_or(Level::NEUTRAL).value()));
            if y(Which::First).zip(y(Which::Second)).is_some_and(|(one, other)| (one - other).abs() < TOUCHING) {
                class.push_str(" aside");
            }
        }
        class
    };
    let drag = move |event: ev::PointerEvent| {
        let frame = curve.frame.get_untracked();
        let track = element::around(event.target(), ".cell").map(|cell| element::rect(&cell));
        if let (Some(frame), Some(track)) = (frame, track) {
            let level = frame.level(f64::from(event.client_y()) - track.top);
            board.dispatch(which.command(stage, Some(level)));
        }
    };
    view! {
        <div
            role="slider"
            id=point_id(which, stage)
            class=live(class)
            title=live(spoken)
            tabindex="-1"
            style:top=live(top)
            aria-orientation="vertical"
            aria-label=live(name)
            aria-valuemin="-2"
            aria-valuemax="2"
            aria-valuenow=live(move || level.get().map_or(0.0, Level::value).to_string())
            aria-valuetext=live(spoken)
            on:keydown=on(move |event: ev::KeyboardEvent| key(board, cell, which, event))
            on:pointerdown=on(move |event: ev::PointerEvent| {
                if event.button() == 0 {
                    if let Some(point) = element::around(event.target(), ".point") {
                        element::capture_pointer(&point, event.pointer_id());
                    }
                    dragged.set_value(true);
                }
            })
            on:pointermove=on(move |event: ev::PointerEvent| if dragged.get_value() { drag(event) })
            on:pointerup=on(move |_| {
                dragged.set_value(false);
                board.desk.seal();
            })
            on:pointercancel=on(move |_| dragged.set_value(false))
        >
            {live(move || level.get().map_or_else(|| mw.level_keys.into(), |level| figures::level(lang, level)))}
        </div>
    }
}

/// A key at a point: up and down change it, left and right go to the neighbours' points, Enter goes on to the second curve
/// and then back to the cell, Esc goes back at once.
fn key(board: Board, cell: Cell, which: Which, event: ev::KeyboardEvent) {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    let stage = cell.stage;
    let level = board.desk.peek(|e| which.level(e.stage(stage)?));
    let set = |level| _ = board.dispatch(which.command(stage, level));
    let typed = board.signed.try_update_value(|signed| signed.press(&event.key()));
    if let Some(Typed::Level(_) | Typed::Begun) = typed {
        if let Some(Typed::Level(level)) = typed {
            set(Some(level));
        }
        event.prevent_default();
        event.stop_propagation();
        return;
    }
    let step = |halves: i8| set(Some(level.unwrap_or(Level::NEUTRAL).stepped(halves)));
    match event.key().as_str() {
        "ArrowUp" => step(1),
        "ArrowDown" => step(-1),
        "PageUp" => step(2),
        "PageDown" => step(-2),
        "Home" => set(Some(Level::HIGHEST)),
        "End" => set(Some(Level::LOWEST)),
        "Delete" | "Backspace" => set(None),
        "ArrowLeft" | "ArrowRight" => {
            let way = if event.key() == "ArrowLeft" { Way::Left } else { Way::Right };
            if let Some(next) = board.ground(|ground| ground.neighbour(cell, way)) {
                board.desk.seal();
                hold(board, next, which);
            }
        }
        "Enter" if which == Which::First && untrack(|| board.second_curve()).is_some() => {
            board.desk.seal();
            hold(board, cell, Which::Second);
        }
        "Enter" | "Escape" => {
            board.desk.seal();
            board.go(Spot::Cell(cell));
        }
        digit => match digit.parse().ok().and_then(level_of) {
            Some(level) => set(Some(level)),
            None => return,
        },
    }
    event.prevent_default();
    event.stop_propagation();
}

/// Gives the point of an emotion cell the keyboard.
pub fn grasp(board: Board, cell: Cell) {
    hold(board, cell, Which::First);
}

fn hold(board: Board, cell: Cell, which: Which) {
    board.note_cursor(Spot::Cell(cell));
    if let Some(point) = element::by_id(&point_id(which, cell.stage)) {
        element::focus(&point);
    }
}

fn point_id(which: Which, stage: StageId) -> String {
    let kind = if which == Which::First { "point" } else { "second" };
    format!("{kind}-{stage}")
}
