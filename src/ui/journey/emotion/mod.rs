//! The emotion lane: a point a stage, and the curve behind the points; a second curve where the map has one.

mod picture;
mod point;

use leptos::{html, prelude::*};
use web_sys::Element;

use super::board::Board;
use crate::edit::Command;
use crate::exchange::landmark_word;
use crate::i18n::speech::listed;
use crate::insight::curve::{CurveArea, Landmark, Landmarks};
use crate::model::Key;
use crate::model::journey::{LaneKind, Stage};
use crate::model::quantity::{Level, StageId};
use crate::ui::browser::element;
pub use picture::{CurveName, CurvePicture, LandmarkWords, Scale};
pub use point::{EmotionCell, grasp};

/// What stays free above +2 and below -2: half a point and a little.
const MARGIN: f64 = 17.0;

/// Below this height there is no room for the words at the landmarks.
const TIGHT: f64 = 120.0;

/// One of the curves of a map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// The map's own.
    First,
    /// The dashed one, such as another persona's.
    Second,
}

impl Which {
    /// How a stage feels on this curve.
    fn level(self, stage: &Stage) -> Option<Level> {
        match self {
            Which::First => stage.emotion,
            Which::Second => stage.second,
        }
    }

    /// Says how a stage feels on this curve.
    fn command(self, stage: StageId, level: Option<Level>) -> Command {
        match self {
            Which::First => Command::SetEmotion(stage, level),
            Which::Second => Command::SetSecondEmotion(stage, level),
        }
    }
}

/// What the points and the curves of one lane share.
#[derive(Clone, Copy)]
pub struct Curve {
    board: Board,
    levels: Memo<Vec<Option<Level>>>,
    second: Memo<Vec<Option<Level>>>,
    marks: Memo<Landmarks>,
    frame: Memo<Option<CurveArea>>,
}

impl Curve {
    /// The curves of the board's journey over all stages, drawn as large as `track` is.
    pub fn new(board: Board, track: NodeRef<html::Div>) -> Self {
        let read = move |which: Which| {
            let level = |stage| board.desk.read(Key::Stage(stage), |e| which.level(e.stage(stage)?));
            board.stages.get().into_iter().map(level).collect::<Vec<_>>()
        };
        let levels = Memo::new(move |_| read(Which::First));
        let second = Memo::new(move |_| if board.second_curve().is_some() { read(Which::Second) } else { Vec::new() });
        let size =
            element::size_of(Signal::derive_local(move || track.get().map(|track| Element::from((*track).clone()))));
        let frame = Memo::new(move |_| {
            let (width, height) = size.get();
            let stages = board.stages.with(Vec::len);
            (stages > 0 && height > 2.0 * MARGIN).then(|| CurveArea {
                stage: width / stages as f64,
                height,
                margin: MARGIN,
            })
        });
        let marks = Memo::new(move |_| levels.with(|levels| Landmarks::of(levels)));
        Curve { board, levels, second, marks, frame }
    }

    /// How far below the upper edge a level is drawn.
    pub fn top(self, level: Level) -> Option<String> {
        self.frame.get().map(|frame| format!("{:.1}px", frame.y(level.value())))
    }

    fn at(self, stage: StageId) -> Option<usize> {
        self.board.stages.with(|stages| stages.iter().position(|&other| other == stage))
    }

    fn level(self, which: Which, stage: StageId) -> Option<Level> {
        let at = self.at(stage)?;
        let levels = if which == Which::First { self.levels } else { self.second };
        levels.with(|levels| levels.get(at).copied().flatten())
    }

    /// The landmarks at a stage: their names, and the classes that mark them where there is no room for names.
    fn landmarks(self, stage: StageId) -> Vec<(&'static str, &'static str)> {
        let class = |landmark| match landmark {
            Landmark::Peak => "is-peak",
            Landmark::Lowest => "is-lowest",
            Landmark::Drop => "is-drop",
            Landmark::Last => "is-last",
        };
        let Some(at) = self.at(stage) else { return Vec::new() };
        let one = |landmark| (landmark_word(landmark, self.board.jw()), class(landmark));
        self.marks.with(|marks| marks.at(at).map(one).collect())
    }

    /// Their names as they follow each other.
    fn landmark_words(self, stage: StageId) -> Vec<String> {
        listed(self.landmarks(stage).into_iter().map(|(word, _)| word))
    }
}

/// Sets the level of a stage.
pub fn set(board: Board, stage: StageId, level: Option<Level>) {
    board.dispatch(Command::SetEmotion(stage, level));
}

/// Shows the emotion lane, if the map has one that is hidden.
pub fn show_lane(board: Board) {
    let hidden = board.desk.peek(|e| {
        let lanes = e.journey(board.journey).map(|journey| journey.lanes.clone()).unwrap_or_default();
        let is_it = |kind, hidden| kind == LaneKind::Emotion && hidden;
        lanes.into_iter().find(|&lane| e.lane(lane).is_some_and(|lane| is_it(lane.kind, lane.hidden)))
    });
    if let Some(lane) = hidden {
        board.dispatch(Command::SetLaneHidden(lane, false));
    }
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

/// The whole level that a digit stands for: 1 is -2, 5 is +2.
pub fn level_of(digit: u8) -> Option<Level> {
    (1..=5).contains(&digit).then(|| whole_level(digit.cast_signed()))
}

/// The whole level that a number from 1 to 5 stands for.
pub fn whole_level(digit: i8) -> Level {
    Level::from_halves((digit - 3) * 2)
}
