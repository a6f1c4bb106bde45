//! What is drawn behind the points: the curves, the scale, the words at the landmarks.

use leptos::prelude::*;

use super::point::reach;
use super::{Curve, TIGHT};
use crate::i18n::figures;
use crate::insight::curve;
use crate::insight::landmark_place::{Name, place};
use crate::model::quantity::Level;
use crate::ui::parts::live;

/// Below this width of a stage, in pixels, the name of a curve has no room beside a point.
const NARROW: f64 = 130.0;

/// About how wide a letter at a landmark is, and how high its line, in pixels.
const LETTER: f64 = 7.0;
const LINE: f64 = 16.0;
/// How far from the middle of a point its name is at least.
const CLEAR: f64 = 14.0;

/// The curves themselves.
#[component]
pub fn CurvePicture(
    /// The curves.
    curve: Curve,
    /// What tells its parts from those of another picture on the page.
    name: &'static str,
) -> impl IntoView {
    let drawn = move |levels: Memo<Vec<Option<Level>>>| {
        Memo::new(move |_| curve.frame.get().map(|frame| levels.with(|levels| curve::paths(levels, frame))))
    };
    let (first, second) = (drawn(curve.levels), drawn(curve.second));
    let path = move |paths: Memo<Option<curve::Paths>>, pick: fn(&curve::Paths) -> &String| {
        live(move || paths.with(|paths| paths.as_ref().map(|paths| pick(paths).clone())))
    };
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
            <path class="area-above" clip-path=format!("url(#above-{name})") d=path(first, |paths| &paths.area) />
            <path
                class="area-below"
                fill=format!("url(#hatch-{name})") clip-path=format!("url(#below-{name})") d=path(first, |paths| &paths.area) />
            <line class="zero-line" x1="0" x2="100%" y1=line(0.0) y2=line(0.0) />
            <path class="second-line" d=path(second, |paths| &paths.line) />
            <path class="curve-line" d=path(first, |paths| &paths.line) />
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
            let at = curve.at(stage)?;
            let wide = |words: &str| words.chars().count() as f64 * LETTER + 8.0;
            let whole = words.join(", ");
            // Never wider than its stage: names that are too long together stand below each other.
            let (text, width, lines) = if wide(&whole) < frame.stage {
                (whole.clone(), wide(&whole), 1)
            } else {
                (words.join(",\n"), words.iter().map(|word| wide(word)).fold(0.0, f64::max), words.len())
            };
            let name = Name { at, width, height: lines as f64 * LINE, clear: CLEAR, votes: reach(curve, frame, stage) };
            let place = curve.levels.with(|levels| curve.second.with(|second| place(levels, second, frame, name)));
            let (middle, top) = place.filter(|_| !words.is_empty())?;
            let view = view! {
                <span class="landmark" style:left=format!("{middle:.1}px") style:top=format!("{top:.1}px")>{text}</span>
            };
            Some(view.into_any())
        });
        Some(labels.collect_view().into_any())
    };
    view! { <div class="landmarks" aria-hidden="true">{live(words)}</div> }
}

/// The name of the second curve, where it ends.
#[component]
pub fn CurveName(
    /// The curves.
    curve: Curve,
) -> impl IntoView {
    let name = move || {
        let frame = curve.frame.get()?;
        let name = curve.board.second_curve()?;
        let end = curve.second.with(|levels| {
            let at = levels.iter().rposition(Option::is_some)?;
            Some((at, levels[at]?, levels.len()))
        });
        // A curve that is not drawn yet is named where it will be looked for.
        let (at, level, count) =
            end.unwrap_or_else(|| curve.board.stages.with(|stages| (stages.len() - 1, Level::NEUTRAL, stages.len())));
        let first = curve.levels.with(|levels| levels.get(at).copied().flatten());
        let y = frame.y(level.value());
        // On the side of the line where the other curve is not, as far as the lane goes.
        let above = if first.is_some_and(|first| first > level) { y + 38.0 > frame.height } else { y > 20.0 };
        // Where stages are narrow the point itself is in the way.
        let clear = if frame.stage < NARROW { 12.0 } else { 2.0 };
        let top = if above { y - 16.0 - clear } else { y + clear };
        let right = (count - at - 1) as f64 * frame.stage + 6.0;
        let view = view! {
            <span class="curve-name" style:right=format!("{right:.1}px") style:top=format!("{top:.1}px")>{name}</span>
        };
        Some(view.into_any())
    };
    view! { <div class="curve-names" aria-hidden="true">{live(name)}</div> }
}
