//! Value over the split of a budget: a curve, the range that is about as good as the best, and where scenarios stand.

use super::axes::{Axis, PlotArea};
use super::canvas::{AXIS, BOLD, Canvas, NAME};
use super::line::stretches;
use super::scale::{drawable, value_at};
use super::{Cell, Chart, DataRow, DataTable, Drawing, Role, Surface};
use crate::drawing::pen::{Anchor, Area};

/// A scenario on the curve.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Where along x.
    pub x: f64,
    /// Its letter.
    pub letter: String,
    /// Whose it is: A is hollow, the others are solid.
    pub role: Role,
}

/// A curve over the split.
#[derive(Clone)]
pub struct SplitChart {
    /// The share.
    pub x: Axis,
    /// The value.
    pub y: Axis,
    /// What x is, below it: "share of budget on retention". May be empty.
    pub caption: String,
    /// x, ascending, and the value there.
    pub curve: Vec<(f64, Option<f64>)>,
    /// The ends of the best range, and its name: "Best 30–51%".
    pub best: Option<(f64, f64, String)>,
    /// The scenarios.
    pub marks: Vec<Mark>,
}

const RADIUS: f64 = 9.0;
/// From the middle of a mark to that of another, at least.
const APART: f64 = 2.0 * RADIUS + 3.0;

impl Chart for SplitChart {
    fn height(&self, width: f64) -> f64 {
        (width * 0.8).clamp(200.0, 260.0)
    }

    fn draw(&self, sheet: &Surface) -> Drawing {
        let mut canvas = Canvas::new(sheet);
        let xs: Vec<f64> = self.curve.iter().map(|(x, _)| *x).filter(|x| x.is_finite()).collect();
        let mut ys: Vec<f64> = self.curve.iter().filter_map(|(_, value)| drawable((*value)?)).collect();
        // Room above the curve for the letters on it.
        let (low, high) = ys.iter().fold((f64::MAX, f64::MIN), |(low, high), y| (low.min(*y), high.max(*y)));
        ys.extend((low < high).then_some(high + (high - low) * 0.2));
        let foot = if self.caption.is_empty() { 0.0 } else { 16.0 };
        let frame = PlotArea::new(&canvas, (&self.x, xs.clone()), (&self.y, ys), 0.0, (16.0, foot));
        let look = canvas.look;
        if let Some((from, to, name)) = &self.best {
            let (from, to) = (frame.x.at(*from), frame.x.at(*to));
            let shade = Area { x: from, y: frame.plot.y - 6.0, w: (to - from).max(1.0), h: frame.plot.h + 6.0 };
            canvas.layer("best", &[], &|layer| layer.tint(shade, look.accent, 0.13));
            let at = ((from + to) / 2.0, frame.plot.y - 16.0);
            canvas.words("best", at, name, (BOLD, look.accent), Anchor::Middle, canvas.width);
        }
        frame.draw(&mut canvas, &self.x, &self.y);
        let runs = stretches(&self.curve, &|x, y| (frame.x.at(x), frame.y.at(y)));
        canvas.layer("curve", &[], &|layer| {
            for run in &runs {
                layer.line(run, look.ink, 2.0);
            }
        });
        self.draw_marks(&mut canvas, &frame);
        if !self.caption.is_empty() {
            let at = (frame.plot.x + frame.plot.w / 2.0, canvas.height - 8.0);
            canvas.words("caption", at, &self.caption, (AXIS, look.ink_3), Anchor::Middle, canvas.width);
        }
        let stop = |x: &f64| Area { x: frame.x.at(*x), y: frame.plot.y, w: 0.0, h: frame.plot.h };
        canvas.finish(xs.iter().map(stop).collect())
    }

    fn table(&self) -> DataTable {
        let row = |(x, value): &(f64, Option<f64>)| DataRow {
            name: Cell::figure(Some(*x), &*self.x.value),
            values: vec![Cell::figure(*value, &*self.y.value)],
        };
        let sound = self.curve.iter().filter(|(x, _)| x.is_finite());
        DataTable { columns: vec![self.x.name.clone(), self.y.name.clone()], rows: sound.map(row).collect() }
    }
}

impl SplitChart {
    /// Where several stand at about the same place, the first is on the curve, and the others beside it, none on another.
    fn draw_marks(&self, canvas: &mut Canvas, frame: &PlotArea) {
        let look = canvas.look;
        let top = frame.plot.y + RADIUS;
        let mut taken: Vec<(f64, f64)> = Vec::new();
        for mark in &self.marks {
            let Some(value) = value_at(&self.curve, mark.x).and_then(drawable) else { continue };
            let curve = (frame.x.at(mark.x), frame.y.at(value));
            let is_free = |at: &(f64, f64)| taken.iter().all(|one| (one.0 - at.0).hypot(one.1 - at.1) >= APART);
            let above = (0..=self.marks.len()).map(|step| (curve.0, curve.1 - APART * step as f64));
            let below = (1..=self.marks.len()).map(|step| (curve.0, curve.1 + APART * step as f64));
            let at = above.filter(|at| at.1 >= top).chain(below).find(is_free).unwrap_or(curve);
            taken.push(at);
            let colour = mark.role.colour(&look);
            let (fill, ink) = if mark.role == Role::A { (look.surface, look.ink) } else { (colour, look.on_accent) };
            canvas.layer("mark", &[], &|layer| layer.ring(at, RADIUS, fill, (colour, 2.0)));
            canvas.words("mark", at, &mark.letter, (NAME, ink), Anchor::Middle, 2.0 * RADIUS);
        }
    }
}
