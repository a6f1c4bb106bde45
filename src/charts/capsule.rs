//! What fixing something is worth: a range and its middle on one axis from zero.

use super::canvas::{AXIS, BOLD, Canvas, measure};
use super::scale::{Floor, Scale, domain, drawable};
use super::{Cell, Chart, DataRow, DataTable, Drawing, Format, Surface};
use crate::drawing::pen::{Anchor, Area};

/// A range on one axis.
#[derive(Clone)]
pub struct Capsule {
    /// The low end, the middle and the high end.
    pub range: (f64, f64, f64),
    /// Writes a figure of the axis.
    pub tick: Format,
    /// Writes a figure with its unit.
    pub value: Format,
    /// The columns of the table: what, value.
    pub columns: [String; 2],
    /// The rows of the table: low, middle, high.
    pub names: [String; 3],
}

impl Chart for Capsule {
    fn height(&self, _width: f64) -> f64 {
        56.0
    }

    fn draw(&self, sheet: &Surface) -> Drawing {
        let mut canvas = Canvas::new(sheet);
        let look = canvas.look;
        let figures = self.figures();
        let ends = domain(figures.iter().filter_map(|(_, value)| *value).map(|value| value * 1.1), Floor::Zero);
        let inset = 8.0_f64.min(canvas.width / 4.0);
        let scale = Scale::new(ends, (inset, canvas.width - inset));
        let (width, y) = (canvas.width, canvas.height / 2.0);
        let place = |at: usize| figures.get(at).and_then(|(_, value)| *value).map(|value| scale.at(value));
        canvas.layer("axis", &[], &|layer| layer.line(&[(0.0, y), (width, y)], look.rust_line, 1.5));
        if let (Some(low), Some(high)) = (place(0), place(2)) {
            let (low, high) = (low.min(high), low.max(high));
            let round = &[("stroke-linecap", "round"), ("stroke-opacity", "0.45")];
            canvas
                .layer("range", round, &|layer| layer.line(&[(low, y), (high.max(low + 1.0), y)], look.rust_mid, 12.0));
        }
        if let Some(x) = place(1) {
            let text = drawable(self.range.1).map(|value| (self.tick)(value)).unwrap_or_default();
            let half = measure(&text, BOLD) / 2.0;
            canvas.layer("middle", &[], &|layer| layer.dot((x, y), 5.5, look.rust));
            let x = x.clamp(half, (canvas.width - half).max(half));
            canvas.words("middle", (x, y - 17.0), &text, (BOLD, look.ink), Anchor::Middle, canvas.width);
        }
        self.draw_ticks(&mut canvas, y + 18.0, &scale);
        let stop = |value: f64| Area { x: scale.at(value), y: y - 10.0, w: 0.0, h: 20.0 };
        canvas.finish(figures.iter().map(|(_, value)| stop(value.unwrap_or_default())).collect())
    }

    fn table(&self) -> DataTable {
        let row = |(name, value): (&str, Option<f64>)| DataRow {
            name: Cell::word(name),
            values: vec![Cell::figure(value, &*self.value)],
        };
        DataTable { columns: self.columns.to_vec(), rows: self.figures().into_iter().map(row).collect() }
    }
}

impl Capsule {
    /// The figures by name: low, middle, high.
    fn figures(&self) -> [(&str, Option<f64>); 3] {
        let [low, middle, high] = &self.names;
        let (a, b, c) = self.range;
        [(low.as_str(), a), (middle.as_str(), b), (high.as_str(), c)].map(|(name, value)| (name, drawable(value)))
    }

    /// The ends of the range and nothing, each where it is; what has no room beside those before it is left out.
    fn draw_ticks(&self, canvas: &mut Canvas, y: f64, scale: &Scale) {
        let look = canvas.look;
        let mut taken: Vec<(f64, f64)> = Vec::new();
        for value in [self.range.0, self.range.2, 0.0].into_iter().filter_map(drawable) {
            let text = (self.tick)(value);
            let wide = measure(&text, AXIS);
            let from = (scale.at(value) - wide / 2.0).clamp(0.0, (canvas.width - wide).max(0.0));
            let is_free = taken.iter().all(|(start, end)| from + wide + 8.0 <= *start || *end + 8.0 <= from);
            if is_free && wide <= canvas.width {
                taken.push((from, from + wide));
                canvas.words("tick", (from, y), &text, (AXIS, look.ink_2), Anchor::Start, canvas.width);
            }
        }
    }
}
