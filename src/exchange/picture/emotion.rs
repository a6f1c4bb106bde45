//! The emotion lane: scale, areas, curve, points and the names of the places that matter.

use super::subject::{Measures, Subject};
use crate::drawing::faces::{Face, Type};
use crate::drawing::pen::{Anchor, Area, Pen, number};
use crate::drawing::setting::{clip as cut, set};
use crate::exchange::landmarks;
use crate::i18n::figures;
use crate::i18n::speech::title_or;
use crate::insight::curve::{self, CurveArea};
use crate::insight::landmark_place::{Name, place as place_of_name};
use crate::insight::votes::Spread;
use crate::model::quantity::Level;

const FIGURE: Type = Type::new(Face::Regular, 12.0, 16.0);
const POINT: Type = Type::new(Face::Bold, 12.0, 16.0);
const LANDMARK: Type = Type::new(Face::Medium, 12.0, 16.0);

/// What stays free above +2 and below -2: half a point and a little.
const MARGIN: f64 = 20.0;
/// What the figures of the scale take of the head of the lane.
pub const SCALE: f64 = 24.0;
/// Half a point with its halo, and a little.
const CLEAR: f64 = 15.0;

/// Draws the lane over its cells; `x` and `y` are the upper left corner of its head.
pub fn draw(pen: &mut Pen, subject: &Subject, x: f64, y: f64, height: f64) {
    let Measures { lane, stage, .. } = subject.measures;
    let look = subject.look;
    let frame = CurveArea { stage, height, margin: MARGIN };
    let levels: Vec<Option<Level>> = subject.journey.stages.iter().map(|stage| stage.emotion).collect();
    let width = subject.width() - lane;
    let left = x + lane;

    for value in [2.0, 1.0, 0.0, -1.0, -2.0] {
        let level = frame.y(value);
        let colour = if value == 0.0 { look.control } else { look.grid };
        pen.level_line(left, left + width, (y + level).floor() + 0.5, colour);
        let figure = set(&figures::level(subject.lang, Level::nearest(value)), 0, FIGURE, lane);
        pen.block(left - 8.0, y + level - FIGURE.line / 2.0, &figure, look.ink_3, Anchor::End);
    }

    // The curve of the whole map, of which a page shows its stages: it goes on over the edge of the paper.
    let before = subject.stages.0 as f64 * stage;
    let paths = curve::paths(&levels, frame);
    let zero = frame.y(0.0);
    let clip = |name: &str, top: f64, bottom: f64| {
        let id = format!("{}-{name}", subject.id);
        let (x, w, h) = (number(before), number(width), number(bottom - top));
        let shape = format!(
            "<clipPath id=\"{id}\"><rect x=\"{x}\" y=\"{}\" width=\"{w}\" height=\"{h}\"/></clipPath>\n",
            number(top)
        );
        (format!("url(#{id})"), shape)
    };
    let (above, above_shape) = clip("above", 0.0, zero);
    let (below, below_shape) = clip("below", zero, height);
    let (inside, inside_shape) = clip("inside", 0.0, height);
    let hatch = format!("url(#{}-hatch)", subject.id);
    let place = ["translate(", &number(left - before), " ", &number(y), ")"].concat();
    pen.open("curve", &[("transform", &place)]);
    pen.markup(&format!(
        "<defs>\n<pattern id=\"{}-hatch\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" \
         patternTransform=\"rotate(45)\"><path d=\"M0 0V6\" stroke=\"{}\" stroke-opacity=\".45\" stroke-width=\"1.2\"/>\
         </pattern>\n{above_shape}{below_shape}{inside_shape}</defs>\n",
        subject.id, look.rust,
    ));
    if !paths.line.is_empty() {
        pen.path(&paths.area, &[("fill", look.teal), ("fill-opacity", ".16"), ("clip-path", &above)]);
        pen.path(&paths.area, &[("fill", &hatch), ("clip-path", &below)]);
        let line = [("fill", "none"), ("stroke", look.ink), ("stroke-width", "2"), ("clip-path", inside.as_str())];
        pen.path(&paths.line, &line);
    }
    let second: Vec<Option<Level>> = subject.journey.stages.iter().map(|stage| stage.second).collect();
    let named = subject.journey.second_curve.as_deref();
    let second_shown = if named.is_some() { second.as_slice() } else { &[] };
    if named.is_some() {
        let line = [
            ("fill", "none"),
            ("stroke", look.ink_2),
            ("stroke-width", "1.5"),
            ("stroke-dasharray", "4 4"),
            ("clip-path", inside.as_str()),
        ];
        pen.path(&curve::paths(&second, frame).line, &line);
    }
    pen.close();

    for (column, at) in subject.range().enumerate() {
        let Some(level) = levels.get(at).copied().flatten() else { continue };
        let (middle, high) = (left + frame.x(column), y + frame.y(level.value()));
        let votes = subject.journey.stages.get(at).and_then(|stage| Spread::of(&stage.votes));
        let votes = votes.filter(|votes| votes.low != votes.high);
        let votes = votes.map(|votes| (frame.y(votes.high.value()), frame.y(votes.low.value())));
        if let Some((highest, lowest)) = votes {
            whisker(pen, middle, y + highest, y + lowest, look.ink_2);
        }
        point(pen, subject, middle, high, level);
        let names = landmarks(&levels, at, subject.words());
        let words = set(&names.join(", "), 0, LANDMARK, stage - 24.0);
        if !words.is_empty() {
            let name = Name { at, width: words.width + 8.0, height: words.height(), clear: CLEAR, votes };
            let Some((across, top)) = place_of_name(&levels, second_shown, frame, name) else { continue };
            let (middle, top) = (left - before + across, y + top);
            let ground = Area { x: middle - words.width / 2.0 - 4.0, y: top, w: words.width + 8.0, h: words.height() };
            pen.area("", ground, 4.0, look.surface, None);
            pen.block(middle, top, &words, look.ink_2, Anchor::Middle);
        }
    }

    // The second curve is named where it ends, beside the point.
    let mut end =
        subject.range().enumerate().filter_map(|(column, at)| Some((column, second.get(at).copied().flatten()?)));
    if let Some((name, (column, level))) = named.zip(end.next_back()) {
        let name = title_or(name, subject.words().second_curve);
        let name = cut(name, LANDMARK, stage / 2.0 - 30.0);
        let line = y + frame.y(level.value());
        let top = (line - LANDMARK.line - 2.0).max(y);
        pen.block(left + (column + 1) as f64 * stage - 6.0, top, &name, look.ink_2, Anchor::End);
    }
}

/// From the highest to the lowest vote.
fn whisker(pen: &mut Pen, x: f64, top: f64, bottom: f64, colour: &str) {
    let (left, right) = (number(x - 5.0), number(x + 5.0));
    let (x, top, bottom) = (number(x), number(top), number(bottom));
    let data = format!("M{left} {top}H{right}M{x} {top}V{bottom}M{left} {bottom}H{right}");
    pen.path(&data, &[("fill", "none"), ("stroke", colour), ("stroke-width", "2")]);
}

/// A point with its signed number, and around it a halo of the ground.
fn point(pen: &mut Pen, subject: &Subject, x: f64, y: f64, level: Level) {
    let look = subject.look;
    let pill = Area { x: x - 19.0, y: y - 12.0, w: 38.0, h: 24.0 };
    pen.open("point", &[("stroke-width", "2")]);
    pen.area("", pill, 12.0, look.level(level), Some(look.surface));
    pen.close();
    let figure = set(&figures::level(subject.lang, level), 0, POINT, pill.w);
    pen.block(x, y - POINT.line / 2.0, &figure, look.surface, Anchor::Middle);
}
