//! What fixing something is worth: a range, its middle and its cost on one axis from zero.

use super::canvas::{AXIS, BOLD, Canvas, measure};
use super::scale::{Floor, Scale, domain, drawable};
use super::{Area, Cell, Chart, Drawing, Format, Row, Sheet, Table};
use crate::exchange::picture::pen::Anchor;

/// A range on one axis.
#[derive(Clone)]
pub struct Capsule {
    /// The low end, the middle and the high end.
    pub range: (f64, f64, f64),
    /// What it costs.
    pub cost: Option<f64>,
    /// Writes a figure of the axis.
    pub tick: Format,
    /// Writes a figure with its unit.
    pub value: Format,
    /// What the cost is called: "cost".
    pub cost_name: String,
    /// The columns of the table: what, value.
    pub columns: [String; 2],
    /// The rows of the table: low, middle, high.
    pub names: [String; 3],
}

impl Chart for Capsule {
    fn height(&self, _width: f64) -> f64 {
        56.0
    }

    fn draw(&self, sheet: &Sheet) -> Drawing {
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
        let cost = place(3);
        if let Some(x) = cost {
            canvas.layer("cost", &[], &|layer| layer.line(&[(x, y - 7.0), (x, y + 7.0)], look.ink, 2.0));
        }
        self.draw_words(&mut canvas, (y, ends), (place(1), cost));
        for (value, anchor, x) in [(ends.0, Anchor::Start, 0.0), (ends.1, Anchor::End, canvas.width)] {
            let text = (self.tick)(value);
            canvas.words("tick", (x, y + 18.0), &text, (AXIS, look.ink_2), anchor, canvas.width / 2.0);
        }
        let stop = |value: f64| Area { x: scale.at(value), y: y - 10.0, w: 0.0, h: 20.0 };
        canvas.finish(figures.iter().map(|(_, value)| stop(value.unwrap_or_default())).collect())
    }

    fn table(&self) -> Table {
        let row = |(name, value): (&str, Option<f64>)| Row {
            name: Cell::word(name),
            values: vec![Cell::figure(value, &*self.value)],
        };
        Table { columns: self.columns.to_vec(), rows: self.figures().into_iter().map(row).collect() }
    }
}

impl Capsule {
    /// The figures by name: low, middle, high, and the cost if there is one.
    fn figures(&self) -> Vec<(&str, Option<f64>)> {
        let [low, middle, high] = &self.names;
        let (a, b, c) = self.range;
        let cost = self.cost.map(|cost| (self.cost_name.as_str(), cost));
        let range = [(low.as_str(), a), (middle.as_str(), b), (high.as_str(), c)];
        range.into_iter().chain(cost).map(|(name, value)| (name, drawable(value))).collect()
    }

    /// The middle and the cost, side by side where they would lie on each other.
    fn draw_words(
        &self,
        canvas: &mut Canvas,
        (y, ends): (f64, (f64, f64)),
        (middle, cost): (Option<f64>, Option<f64>),
    ) {
        let look = canvas.look;
        let middle_text = drawable(self.range.1).map(|value| (self.tick)(value)).unwrap_or_default();
        let cost_text = self
            .cost
            .and_then(drawable)
            .map(|cost| format!("{} {}", self.cost_name, (self.tick)(cost)))
            .unwrap_or_default();
        let half = measure(&middle_text, BOLD) / 2.0;
        if let Some(x) = middle {
            canvas.layer("middle", &[], &|layer| layer.dot((x, y), 5.5, look.rust));
            let x = x.clamp(half, (canvas.width - half).max(half));
            canvas.words("middle", (x, y - 17.0), &middle_text, (BOLD, look.ink), Anchor::Middle, canvas.width);
        }
        if let Some(x) = cost {
            let wide = measure(&cost_text, AXIS);
            let taken = middle.map_or((-1.0, -1.0), |x| {
                let x = x.clamp(half, (canvas.width - half).max(half));
                (x - half - 8.0, x + half + 8.0)
            });
            let wanted = (x - wide / 2.0).clamp(0.0, (canvas.width - wide).max(0.0));
            let free =
                |from: f64| from >= 0.0 && from + wide <= canvas.width && (from + wide <= taken.0 || from >= taken.1);
            let places = [wanted, taken.0 - wide, taken.1];
            let above = places.into_iter().find(|from| free(*from)).map(|from| (from, y - 17.0));
            // Without room beside the middle it goes below the axis, between the words at its ends.
            let (from, to) =
                (measure(&(self.tick)(ends.0), AXIS) + 8.0, canvas.width - measure(&(self.tick)(ends.1), AXIS) - 8.0);
            let below = (to - from >= wide).then(|| (wanted.clamp(from, (to - wide).max(from)), y + 18.0));
            if let Some(at) = above.or(below) {
                canvas.words("cost", at, &cost_text, (AXIS, look.ink_2), Anchor::Start, canvas.width);
            }
        }
    }
}
