//! The frame of a chart with two axes: how much room words need, the grid, the figures along the edges.

use super::Format;
use super::canvas::{AXIS, Canvas, measure, widest};
use super::scale::{Floor, Scale, Steps, domain, ticks};
use crate::drawing::pen::{Anchor, Area};

/// An axis.
#[derive(Clone)]
pub struct Axis {
    /// What it counts, as a column of the table: "Month", "Customers kept".
    pub name: String,
    /// Writes the figure of a tick, without the unit where that stands elsewhere.
    pub tick: Format,
    /// Writes a figure with its unit, for the table and the readout.
    pub value: Format,
    /// The unit, said once: behind the last tick of x, at the highest of y. May be empty.
    pub unit: String,
    /// Which figures are round.
    pub steps: Steps,
    /// Where it begins; x begins with its first figure.
    pub floor: Floor,
}

impl Axis {
    /// An axis whose figures are written alike everywhere, with their unit if they have one.
    pub fn of(name: &str, write: Format, steps: Steps, floor: Floor) -> Self {
        Axis { name: name.into(), tick: write.clone(), value: write, unit: String::new(), steps, floor }
    }
}

/// Room between words and what they stand beside.
pub const GAP: f64 = 8.0;
/// Room for the figures below.
const FOOT: f64 = 32.0;
/// Room for half a line above the highest tick.
const HEAD: f64 = 10.0;

/// The frame.
pub struct PlotArea {
    /// The part that holds the lines.
    pub plot: Area,
    /// Places along x.
    pub x: Scale,
    /// Places along y.
    pub y: Scale,
    x_ticks: Vec<f64>,
    y_ticks: Vec<f64>,
    zero: bool,
}

impl PlotArea {
    /// A frame around figures. `right` is what the words behind the lines need, `head` and `foot` what stands above and below
    /// the usual.
    pub fn new(
        canvas: &Canvas,
        (x, xs): (&Axis, Vec<f64>),
        (y, ys): (&Axis, Vec<f64>),
        right: f64,
        (head, foot): (f64, f64),
    ) -> Self {
        let y_domain = domain(ys, y.floor);
        let least = if canvas.height < 150.0 { 2 } else { 3 };
        let y_ticks = ticks(y_domain, least, y.steps);
        let labels = labels(&y_ticks, y);
        let left = widest(labels.iter().map(String::as_str), AXIS).min(canvas.width / 3.0) + GAP;
        let top = HEAD + head;
        let height = (canvas.height - top - FOOT - foot).max(1.0);

        let low = xs.iter().copied().fold(f64::INFINITY, f64::min);
        let x_domain = domain(xs, if low.is_finite() { Floor::At(low) } else { Floor::Zero });
        let unit = if x.unit.is_empty() { 0.0 } else { measure(&x.unit, AXIS) + GAP };
        let edge = measure(&(x.tick)(x_domain.1), AXIS) / 2.0;
        let width = (canvas.width - left - right.max(edge + unit)).max(canvas.width / 4.0).min(canvas.width - left);
        // As many ticks as there is room for.
        let fits = |found: &Vec<f64>| {
            let taken: f64 = found.iter().map(|tick| measure(&(x.tick)(*tick), AXIS) + 16.0).sum();
            taken <= width + 16.0
        };
        let found = [4, 3, 2].map(|least| ticks(x_domain, least, x.steps)).into_iter().find(fits);
        PlotArea {
            plot: Area { x: left, y: top, w: width, h: height },
            x: Scale::new(x_domain, (left, left + width)),
            y: Scale::new(y_domain, (top + height, top)),
            x_ticks: found.unwrap_or_else(|| vec![x_domain.0]),
            y_ticks,
            zero: y_domain.0 <= 0.0 && y.floor != Floor::Data,
        }
    }

    /// Draws the grid and the figures.
    pub fn draw(&self, canvas: &mut Canvas, x: &Axis, y: &Axis) {
        let look = canvas.look;
        let (left, right) = (self.plot.x, self.plot.x + self.plot.w);
        canvas.layer("grid", &[], &|layer| {
            for tick in &self.y_ticks {
                let at = crisp(self.y.at(*tick));
                if !(self.zero && *tick == 0.0) {
                    layer.line(&[(left, at), (right, at)], look.grid, 1.0);
                }
            }
        });
        if self.zero {
            let at = crisp(self.y.at(0.0));
            canvas.layer("zero", &[], &|layer| layer.line(&[(left, at), (right, at)], look.control, 1.0));
        }
        for (tick, label) in self.y_ticks.iter().zip(labels(&self.y_ticks, y)) {
            let at = (left - GAP, self.y.at(*tick));
            canvas.words("tick-y", at, &label, (AXIS, look.ink_3), Anchor::End, left - GAP);
        }
        let below = self.plot.y + self.plot.h + 18.0;
        let room = self.plot.w / self.x_ticks.len().max(1) as f64;
        for tick in &self.x_ticks {
            let style = (AXIS, look.ink_3);
            canvas.words("tick-x", (self.x.at(*tick), below), &(x.tick)(*tick), style, Anchor::Middle, room);
        }
        if let Some(last) = self.x_ticks.last()
            && !x.unit.is_empty()
        {
            let from = self.x.at(*last) + measure(&(x.tick)(*last), AXIS) / 2.0 + 6.0;
            let room = canvas.width - from;
            canvas.words("unit", (from, below), &x.unit, (AXIS, look.ink_3), Anchor::Start, room);
        }
    }
}

/// What the ticks of y say: the highest has the unit.
fn labels(ticks: &[f64], axis: &Axis) -> Vec<String> {
    let label = |(at, tick): (usize, &f64)| {
        let text = (axis.tick)(*tick);
        if at + 1 == ticks.len() { text + &axis.unit } else { text }
    };
    ticks.iter().enumerate().map(label).collect()
}

/// Where a line of one pixel fills one row of pixels.
pub fn crisp(at: f64) -> f64 {
    at.floor() + 0.5
}
