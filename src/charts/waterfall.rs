//! A waterfall: from a start to an end, a column for each change.

use super::axes::{GAP, crisp};
use super::canvas::{AXIS, BOLD, Canvas, widest};
use super::scale::{Floor, Scale, domain, drawable};
use super::{Cell, Chart, DataRow, DataTable, Drawing, Format, Surface};
use crate::drawing::pen::{Anchor, Area};

/// A column of a waterfall.
#[derive(Clone, Debug, PartialEq)]
pub struct WaterfallColumn {
    /// What it is: "New", "Churned".
    pub name: String,
    /// A total, or a change from what was before, negative where it takes away.
    pub value: f64,
    /// Whether it is a total: it stands on zero, and what follows goes on from it.
    pub total: bool,
}

/// From a start to an end, a column for each change.
#[derive(Clone)]
pub struct Waterfall {
    /// The columns.
    pub steps: Vec<WaterfallColumn>,
    /// Writes a total.
    pub value: Format,
    /// Writes a change, with its sign.
    pub change: Format,
    /// The columns of the table: what, value.
    pub columns: [String; 2],
}

/// Height of a row where columns lie on their side.
const LYING: f64 = 32.0;

impl Waterfall {
    fn text(&self, step: &WaterfallColumn) -> String {
        let Some(value) = drawable(step.value) else { return String::new() };
        if step.total { (self.value)(value) } else { (self.change)(value) }
    }

    /// Where each column begins and ends.
    fn spans(&self) -> Vec<(f64, f64)> {
        let mut level = 0.0;
        let span = |step: &WaterfallColumn| {
            let value = drawable(step.value).unwrap_or_default();
            let from = if step.total { 0.0 } else { level };
            level = drawable(from + value).unwrap_or_default();
            (from, level)
        };
        self.steps.iter().map(span).collect()
    }

    /// Whether names and figures are too wide for columns that stand.
    fn lies(&self, width: f64) -> bool {
        let names = widest(self.steps.iter().map(|step| step.name.as_str()), AXIS);
        let texts: Vec<String> = self.steps.iter().map(|step| self.text(step)).collect();
        let words = names.max(widest(texts.iter().map(String::as_str), BOLD)) + GAP;
        words * self.steps.len() as f64 > width
    }

    fn colour(&self, canvas: &Canvas, step: &WaterfallColumn) -> &'static str {
        match (step.total, step.value < 0.0) {
            (true, _) => canvas.look.ink_2,
            (_, true) => canvas.look.rust_mid,
            _ => canvas.look.levels[3],
        }
    }

    fn draw_standing(&self, mut canvas: Canvas) -> Drawing {
        let look = canvas.look;
        let spans = self.spans();
        let (top, bottom) = (22.0_f64.min(canvas.height / 3.0), canvas.height - 26.0_f64.min(canvas.height / 3.0));
        let y = Scale::new(domain(spans.iter().flat_map(|(from, to)| [*from, *to]), Floor::Zero), (bottom, top));
        let width = canvas.width;
        let slot = width / self.steps.len().max(1) as f64;
        let wide = (slot * 0.62).min(64.0);
        let left = |at: usize| (at as f64 + 0.5) * slot - wide / 2.0;
        canvas.layer("link", &[], &|layer| {
            for (at, (_, to)) in spans.iter().enumerate().take(spans.len().saturating_sub(1)) {
                let level = crisp(y.at(*to));
                layer.line(&[(left(at), level), (left(at + 1) + wide, level)], look.line_2, 1.0);
            }
            let zero = crisp(y.at(0.0));
            layer.line(&[(0.0, zero), (width, zero)], look.control, 1.0);
        });
        for (at, (step, (from, to))) in self.steps.iter().zip(&spans).enumerate() {
            let (high, low) = (y.at(from.max(*to)), y.at(from.min(*to)));
            let colour = self.colour(&canvas, step);
            let bar = Area { x: left(at), y: high, w: wide, h: (low - high).max(1.0) };
            canvas.layer("column", &[], &|layer| layer.bar(bar, colour));
            let middle = (at as f64 + 0.5) * slot;
            let style = (BOLD, look.ink);
            canvas.words("value", (middle, high - 11.0), &self.text(step), style, Anchor::Middle, slot);
            canvas.words("name", (middle, canvas.height - 10.0), &step.name, (AXIS, look.ink_2), Anchor::Middle, slot);
        }
        let stop = |at: usize| Area { x: at as f64 * slot, y: 0.0, w: slot, h: canvas.height };
        let stops = (0..self.steps.len()).map(stop).collect();
        canvas.finish(stops)
    }

    fn draw_lying(&self, mut canvas: Canvas) -> Drawing {
        let look = canvas.look;
        let spans = self.spans();
        let names = widest(self.steps.iter().map(|step| step.name.as_str()), AXIS).min(canvas.width * 0.4);
        let texts: Vec<String> = self.steps.iter().map(|step| self.text(step)).collect();
        let right = widest(texts.iter().map(String::as_str), BOLD).min(canvas.width * 0.3);
        let ends = (names + GAP, (canvas.width - right - GAP).max(names + GAP + 4.0));
        let x = Scale::new(domain(spans.iter().flat_map(|(from, to)| [*from, *to]), Floor::Zero), ends);
        let row = canvas.height / self.steps.len().max(1) as f64;
        let mut stops = Vec::new();
        for (at, ((step, text), (from, to))) in self.steps.iter().zip(&texts).zip(&spans).enumerate() {
            let middle = (at as f64 + 0.5) * row;
            let (low, high) = (x.at(from.min(*to)), x.at(from.max(*to)));
            let colour = self.colour(&canvas, step);
            let bar = Area { x: low, y: middle - row * 0.3, w: (high - low).max(1.0), h: row * 0.6 };
            canvas.layer("column", &[], &|layer| layer.bar(bar, colour));
            canvas.words("name", (0.0, middle), &step.name, (AXIS, look.ink_2), Anchor::Start, names);
            canvas.words("value", (canvas.width, middle), text, (BOLD, look.ink), Anchor::End, right);
            stops.push(Area { x: 0.0, y: middle - row / 2.0, w: canvas.width, h: row });
        }
        let zero = crisp(x.at(0.0));
        let height = canvas.height;
        canvas.layer("zero", &[], &|layer| layer.line(&[(zero, 0.0), (zero, height)], look.control, 1.0));
        canvas.finish(stops)
    }
}

impl Chart for Waterfall {
    fn height(&self, width: f64) -> f64 {
        if self.lies(width) { (self.steps.len() as f64 * LYING).max(LYING) } else { 220.0 }
    }

    fn draw(&self, sheet: &Surface) -> Drawing {
        let canvas = Canvas::new(sheet);
        if self.lies(canvas.width) { self.draw_lying(canvas) } else { self.draw_standing(canvas) }
    }

    fn table(&self) -> DataTable {
        let row = |step: &WaterfallColumn| {
            let format = if step.total { &self.value } else { &self.change };
            DataRow { name: Cell::word(&step.name), values: vec![Cell::figure(Some(step.value), &**format)] }
        };
        DataTable { columns: self.columns.to_vec(), rows: self.steps.iter().map(row).collect() }
    }
}
