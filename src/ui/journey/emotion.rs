//! The emotion lane: a point a stage, and the curve behind the points.

use leptos::{ev, html, prelude::*};
use web_sys::Element;

use super::board::{Board, element_id, use_board};
use super::cell;
use crate::edit::Command;
use crate::i18n::figures;
use crate::insight::curve::{self, Frame, Landmarks};
use crate::insight::walk::{Spot, Way};
use crate::model::quantity::{LaneId, Level, StageId};
use crate::model::{Cell, Key};
use crate::ui::browser::element;
use crate::ui::parts::{live, on};

/// What stays free above +2 and below -2: half a point and a little.
const MARGIN: f64 = 17.0;

/// Below this height there is no room for the words at the landmarks.
const TIGHT: f64 = 120.0;

/// What the points and the curve of one lane share.
#[derive(Clone, Copy)]
pub struct Curve {
    board: Board,
    levels: Memo<Vec<Option<Level>>>,
    marks: Memo<Landmarks>,
    frame: Memo<Option<Frame>>,
}

impl Curve {
    /// The curve of the board's journey over `stages`, drawn as large as `track` is.
    pub fn new(board: Board, track: NodeRef<html::Div>) -> Self {
        let levels = Memo::new(move |_| {
            let level =
                |stage: StageId| board.desk.read(Key::Stage(stage), |e| e.stage(stage).and_then(|stage| stage.emotion));
            board.stages.get().into_iter().map(level).collect::<Vec<_>>()
        });
        let size =
            element::size_of(Signal::derive_local(move || track.get().map(|track| Element::from((*track).clone()))));
        let frame = Memo::new(move |_| {
            let (width, height) = size.get();
            let stages = board.stages.with(Vec::len);
            (stages > 0 && height > 2.0 * MARGIN).then(|| Frame {
                stage: width / stages as f64,
                height,
                margin: MARGIN,
            })
        });
        Curve { board, levels, marks: Memo::new(move |_| levels.with(|levels| Landmarks::of(levels))), frame }
    }

    /// How far below the upper edge a level is drawn.
    pub fn top(self, level: Level) -> Option<String> {
        self.frame.get().map(|frame| format!("{:.1}px", frame.y(level.value())))
    }

    fn at(self, stage: StageId) -> Option<usize> {
        self.board.stages.with(|stages| stages.iter().position(|&other| other == stage))
    }

    fn level(self, stage: StageId) -> Option<Level> {
        let at = self.at(stage)?;
        self.levels.with(|levels| levels.get(at).copied().flatten())
    }

    /// The landmarks at a stage: their names, and the classes that mark them where there is no room for names.
    fn landmarks(self, stage: StageId) -> Vec<(&'static str, &'static str)> {
        let words = self.board.session.w();
        let marks = self.marks.get();
        let at = self.at(stage);
        let named = [
            (marks.peak, words.peak, "is-peak"),
            (marks.lowest, words.lowest, "is-lowest"),
            (marks.drop, words.steepest_drop, "is-drop"),
            (marks.last, words.last, "is-last"),
        ];
        let here = named.into_iter().filter(|(place, ..)| place.is_some() && *place == at);
        here.map(|(_, word, class)| (word, class)).collect()
    }

    fn landmark_words(self, stage: StageId) -> Vec<&'static str> {
        self.landmarks(stage).into_iter().map(|(word, _)| word).collect()
    }
}

/// The curve itself, behind the points.
#[component]
pub fn CurvePicture(
    /// The curve.
    curve: Curve,
    /// What tells its parts from those of another picture on the page.
    name: &'static str,
) -> impl IntoView {
    let paths =
        Memo::new(move |_| curve.frame.get().map(|frame| curve.levels.with(|levels| curve::paths(levels, frame))));
    let path =
        move |pick: fn(&curve::Paths) -> &String| paths.with(|paths| paths.as_ref().map(|paths| pick(paths).clone()));
    let line = move |value: f64| live(move || curve.frame.get().map_or(0.0, |frame| frame.y(value)).to_string());
    let zero = move || curve.frame.get().map_or(0.0, |frame| frame.y(0.0));
    let height = move || curve.frame.get().map_or(0.0, |frame| frame.height);
    view! {
        <svg class="curve" aria-hidden="true">
            <defs>
                <pattern id=format!("hatch-{name}") width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                    <line x1="0" y1="0" x2="0" y2="6" class="hatch" />
                </pattern>
                <clipPath id=format!("above-{name}")><rect x="0" y="0" width="100%" height=line(0.0) /></clipPath>
                <clipPath id=format!("below-{name}")>
                    <rect x="0" y=line(0.0) width="100%" height=live(move || (height() - zero()).max(0.0).to_string()) />
                </clipPath>
            </defs>
            {[2.0, 1.0, -1.0, -2.0]
                .map(|value| view! { <line class="grid-line" x1="0" x2="100%" y1=line(value) y2=line(value) /> })}
            <path class="area-above" clip-path=format!("url(#above-{name})") d=live(move || path(|paths| &paths.area)) />
            <path
                class="area-below"
                fill=format!("url(#hatch-{name})") clip-path=format!("url(#below-{name})") d=live(move || path(|paths| &paths.area)) />
            <line class="zero-line" x1="0" x2="100%" y1=line(0.0) y2=line(0.0) />
            <path class="curve-line" d=live(move || path(|paths| &paths.line)) />
        </svg>
    }
}

/// The figures of the scale, beside the name of the lane.
#[component]
pub fn Scale(
    /// The curve.
    curve: Curve,
) -> impl IntoView {
    let lang = curve.board.session.lang();
    view! {
        <div class="scale" aria-hidden="true">
            {[2, 1, 0, -1, -2]
                .map(|value| {
                    let top = live(move || curve.frame.get().map(|frame| format!("{:.1}px", frame.y(f64::from(value)))));
                    view! {
                        <span style:top=top>{figures::level(lang, Level::nearest(f64::from(value)))}</span>
                    }
                })}
        </div>
    }
}

/// The words at the landmarks of the curve.
#[component]
pub fn LandmarkWords(
    /// The curve.
    curve: Curve,
) -> impl IntoView {
    let words = move || {
        let frame = curve.frame.get().filter(|frame| frame.height >= TIGHT)?;
        let labels = curve.board.stages.get().into_iter().filter_map(move |stage| {
            let words = curve.landmark_words(stage);
            let (at, level) = (curve.at(stage)?, curve.level(stage)?);
            (!words.is_empty()).then(|| {
                let y = frame.y(level.value());
                // On the inner side of the point, where the lane has room.
                let top = if y < frame.height / 2.0 { y + 14.0 } else { y - 32.0 };
                view! {
                    <span class="landmark" style:left=format!("{:.1}px", frame.x(at)) style:top=format!("{top:.1}px")>
                        {words.join(", ")}
                    </span>
                }
            })
        });
        Some(labels.collect_view().into_any())
    };
    view! { <div class="landmarks" aria-hidden="true">{live(words)}</div> }
}

/// The point of a stage, in its cell.
#[component]
pub fn EmotionCell(
    /// Which stage.
    stage: StageId,
    /// The emotion lane.
    lane: LaneId,
    /// The curve.
    curve: Curve,
) -> impl IntoView {
    let board = use_board();
    let w = board.session.w();
    let cell = Cell { stage, lane };
    let spot = Spot::Cell(cell);
    let level = Memo::new(move |_| curve.level(stage));
    let dragged = StoredValue::new(false);
    let top = move || curve.top(level.get().unwrap_or(Level::NEUTRAL));
    let spoken = move || {
        let value = match level.get() {
            Some(level) => figures::level(board.session.lang(), level),
            None => w.no_level.into(),
        };
        std::iter::once(value)
            .chain(curve.landmark_words(stage).into_iter().map(String::from))
            .collect::<Vec<_>>()
            .join(", ")
    };
    let class = move || {
        let tight = curve.frame.get().is_none_or(|frame| frame.height < TIGHT);
        let marks = curve.landmarks(stage).into_iter().map(|(_, class)| class).filter(|_| tight);
        ["point", point_class(level.get())].into_iter().chain(marks).collect::<Vec<_>>().join(" ")
    };
    let drag = move |event: ev::PointerEvent| {
        let frame = curve.frame.get_untracked();
        let track = element::around(event.target(), ".cell").map(|cell| element::rect(&cell));
        if let (Some(frame), Some(track)) = (frame, track) {
            set(board, stage, Some(frame.level(f64::from(event.client_y()) - track.top)));
        }
    };
    view! {
        <div
            role="gridcell"
            id=element_id(spot)
            class="cell emotion-cell"
            class:current=board.is_at(spot)
            data-cell=live(move || cell::place(board, cell))
            aria-label=live(move || cell::name(board, cell))
            aria-selected=board.is_at(spot).to_string()
            tabindex=if board.is_at(spot) { "0" } else { "-1" }
        >
            <div
                role="slider"
                id=format!("point-{stage}")
                class=live(class)
                title=live(spoken)
                tabindex="-1"
                style:top=live(top)
                aria-orientation="vertical"
                aria-label=live(move || (w.emotion_of)(&board.stage_name(stage)))
                aria-valuemin="-2"
                aria-valuemax="2"
                aria-valuenow=live(move || level.get().map_or(0.0, Level::value).to_string())
                aria-valuetext=live(spoken)
                on:keydown=on(move |event: ev::KeyboardEvent| point_key(board, cell, event))
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
                {live(move || level.get().map(|level| figures::level(board.session.lang(), level)))}
            </div>
        </div>
    }
}

/// Sets the level of a stage.
pub fn set(board: Board, stage: StageId, level: Option<Level>) {
    board.dispatch(Command::SetEmotion(stage, level));
}

/// The class that colours a point.
pub fn point_class(level: Option<Level>) -> &'static str {
    match level.map(Level::halves) {
        None => "unset",
        Some(-4 | -3) => "em-n2",
        Some(-2 | -1) => "em-n1",
        Some(0) => "em-0",
        Some(1 | 2) => "em-p1",
        Some(_) => "em-p2",
    }
}

/// A key at a point: up and down change it, left and right go to the neighbours' points, Enter and Esc go back to the cell.
fn point_key(board: Board, cell: Cell, event: ev::KeyboardEvent) {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    let stage = cell.stage;
    let level = board.desk.peek(|e| e.stage(stage).and_then(|stage| stage.emotion));
    let stepped = |halves: i8| Some(level.unwrap_or(Level::NEUTRAL).stepped(halves));
    match event.key().as_str() {
        "ArrowUp" => set(board, stage, stepped(1)),
        "ArrowDown" => set(board, stage, stepped(-1)),
        "PageUp" => set(board, stage, stepped(2)),
        "PageDown" => set(board, stage, stepped(-2)),
        "Home" => set(board, stage, Some(Level::HIGHEST)),
        "End" => set(board, stage, Some(Level::LOWEST)),
        "Delete" | "Backspace" => set(board, stage, None),
        "ArrowLeft" | "ArrowRight" => {
            let way = if event.key() == "ArrowLeft" { Way::Left } else { Way::Right };
            if let Some(next) = board.ground(|ground| ground.neighbour(cell, way)) {
                board.desk.seal();
                grasp(board, next);
            }
        }
        "Enter" | "Escape" => {
            board.desk.seal();
            board.go(Spot::Cell(cell));
        }
        digit => match level_of_digit(digit) {
            Some(level) => set(board, stage, Some(level)),
            None => return,
        },
    }
    event.prevent_default();
    event.stop_propagation();
}

/// The whole level that a digit stands for: 1 is -2, 5 is +2.
pub fn level_of_digit(key: &str) -> Option<Level> {
    let digit: i8 = key.parse().ok()?;
    (1..=5).contains(&digit).then(|| Level::from_halves((digit - 3) * 2))
}

/// Gives the point of an emotion cell the keyboard.
pub fn grasp(board: Board, cell: Cell) {
    board.note_cursor(Spot::Cell(cell));
    if let Some(point) = element::by_id(&format!("point-{}", cell.stage)) {
        element::focus(&point);
    }
}
