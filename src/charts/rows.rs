//! Charts of rows: a name, a bar, a figure. What moves the result; a ratio for each scenario.

use super::canvas::{AXIS, BOLD, Canvas, END, NAME, measure, widest};
use super::scale::{Floor, Scale, domain, drawable};
use super::{Cell, Chart, DataRow, DataTable, Drawing, Format, Role, Surface};
use crate::drawing::pen::{Anchor, Area};

const GAP: f64 = 8.0;

/// An end of an uncertain input.
#[derive(Clone, Debug, PartialEq)]
pub struct Swing {
    /// The result there.
    pub result: f64,
    /// The input there, as it is written: "2.2%".
    pub input: String,
}

/// What one input does to the result.
#[derive(Clone, Debug, PartialEq)]
pub struct TornadoRow {
    /// The input.
    pub name: String,
    /// Its low value, whichever way that moves the result.
    pub low: Swing,
    /// Its high value.
    pub high: Swing,
}

impl TornadoRow {
    /// The end where the result is worse, and the one where it is better.
    pub fn by_result(&self) -> (&Swing, &Swing) {
        if self.high.result < self.low.result { (&self.high, &self.low) } else { (&self.low, &self.high) }
    }
}

/// What moves the result, the strongest first: the order is the caller's.
#[derive(Clone)]
pub struct Tornado {
    /// The inputs.
    pub levers: Vec<TornadoRow>,
    /// The result that they are compared with.
    pub base: f64,
    /// That result, as it is written.
    pub base_text: String,
    /// Writes a difference from the base, with its sign.
    pub change: Format,
    /// Writes a result.
    pub value: Format,
    /// The columns of the table: input, its low end, the result there, its high end, the result there.
    pub columns: [String; 5],
}

const LEVER: f64 = 42.0;
/// A row where the name stands above its bar.
const STACKED_LEVER: f64 = 44.0;
const LEVER_BAR: f64 = 20.0;
/// What stands below the rows.
const FOOT: f64 = 28.0;
/// The least height of a row whose words do not touch those of the next; where the name stands above its bar, of both.
const LEAST: [f64; 2] = [22.0, 38.0];

impl Tornado {
    /// Leaves out the weakest inputs until the others can be read on a sheet of this size, and says how many.
    pub fn keep_readable(&mut self, width: f64, height: f64) -> usize {
        let before = self.levers.len();
        let least = LEAST[usize::from(self.stacked(width))];
        self.levers.truncate(((height - FOOT) / least) as usize);
        before - self.levers.len()
    }

    fn stacked(&self, width: f64) -> bool {
        self.names() > width * 0.32
    }

    fn names(&self) -> f64 {
        widest(self.levers.iter().map(|lever| lever.name.as_str()), NAME)
    }

    fn swings(&self) -> impl Iterator<Item = &Swing> {
        self.levers.iter().flat_map(|lever| [&lever.low, &lever.high])
    }
}

impl Chart for Tornado {
    fn height(&self, width: f64) -> f64 {
        let lever = if self.stacked(width) { STACKED_LEVER } else { LEVER };
        (self.levers.len() as f64 * lever + 32.0).max(80.0)
    }

    fn draw(&self, sheet: &Surface) -> Drawing {
        let mut canvas = Canvas::new(sheet);
        let look = canvas.look;
        let stacked = self.stacked(canvas.width);
        let base = drawable(self.base).unwrap_or_default();
        let reach = self.swings().filter_map(|end| drawable(end.result)).map(|result| (result - base).abs());
        let (_, reach) = domain(reach, Floor::Zero);
        // Bars, and the words at their ends, both sides alike.
        let words = widest(self.swings().map(|end| end.input.as_str()), AXIS).min(canvas.width * 0.3) + GAP;
        let left = if stacked { 0.0 } else { self.names() + GAP };
        let names = left;
        let half = ((canvas.width - left) / 2.0 - words).max(4.0);
        let middle = left + words + half;
        let scale = Scale::new((-reach, reach), (middle - half, middle + half));
        let at = |result: f64| scale.at(drawable(result).unwrap_or(base) - base);
        let row = (canvas.height - FOOT).max(1.0) / self.levers.len().max(1) as f64;
        let bar = LEVER_BAR.min(row * 0.5);

        // Where names stand above their bars, the line keeps to the bars.
        let mut lines = Vec::new();
        let mut stops = Vec::new();
        for (place, lever) in self.levers.iter().enumerate() {
            let top = place as f64 * row;
            let y = top + if stacked { 16.0 + (row - 16.0) / 2.0 } else { row / 2.0 };
            let (name_y, room) = if stacked { (top + 8.0, canvas.width) } else { (y, left - GAP) };
            canvas.words("name", (0.0, name_y), &lever.name, (NAME, look.ink), Anchor::Start, room);
            let (worse, better) = lever.by_result();
            // The colour says which end hurts and which helps, whichever value of the input that is; of two on one side the nearer
            // lies on top.
            let mut ends = [at(worse.result), at(better.result)];
            if ends[0] > middle {
                ends.reverse();
            }
            canvas.layer("lever", &[], &|layer| {
                for end in ends {
                    let colour = if end < middle { look.rust_mid } else { look.levels[3] };
                    let area = Area { x: end.min(middle), y: y - bar / 2.0, w: (end - middle).abs().max(1.0), h: bar };
                    layer.bar(area, colour);
                }
                if (ends[0] - middle) * (ends[1] - middle) > 0.0 {
                    layer.line(&[(ends[1], y - bar / 2.0), (ends[1], y + bar / 2.0)], look.surface, 1.5);
                }
            });
            // Where both ends lie on one side, the words still stand outside, each on the side of its result.
            let (left, right) = (at(worse.result).min(middle), at(better.result).max(middle));
            // What a bar leaves free is theirs.
            let sides = [
                (worse, left - 6.0, Anchor::End, left - 6.0 - names),
                (better, right + 6.0, Anchor::Start, canvas.width - right - 6.0),
            ];
            for (end, x, anchor, room) in sides {
                canvas.words("end", (x, y), &end.input, (AXIS, look.ink_2), anchor, room);
            }
            stops.push(Area { x: 0.0, y: top, w: canvas.width, h: row });
            lines.extend(stacked.then_some((y - bar / 2.0 - 3.0, y + bar / 2.0 + 3.0)));
        }
        let bottom = canvas.height - FOOT;
        if !stacked {
            lines.push((0.0, bottom + 4.0));
        }
        canvas.layer("base", &[], &|layer| {
            for (from, to) in &lines {
                layer.line(&[(middle, *from), (middle, *to)], look.control, 1.5);
            }
        });
        let y = canvas.height - 9.0;
        let base_half = measure(&self.base_text, BOLD) / 2.0;
        canvas.words("base", (middle, y), &self.base_text, (BOLD, look.ink), Anchor::Middle, canvas.width);
        // Further out than where they belong, where the base is in their way.
        let inner = base_half + GAP;
        for (side, anchor) in [(-1.0, Anchor::Start), (1.0, Anchor::End)] {
            let text = (self.change)(side * reach);
            let wide = measure(&text, AXIS);
            let out = half.max(inner + wide);
            if out <= canvas.width - middle && self.levers.iter().any(|lever| lever.low.result != lever.high.result) {
                canvas.words("reach", (middle + side * out, y), &text, (AXIS, look.ink_3), anchor, wide);
            }
        }
        canvas.finish(stops)
    }

    fn table(&self) -> DataTable {
        let figure = |end: &Swing| Cell::figure(Some(end.result), &*self.value);
        let row = |lever: &TornadoRow| DataRow {
            name: Cell::word(&lever.name),
            values: vec![
                Cell::word(&lever.low.input),
                figure(&lever.low),
                Cell::word(&lever.high.input),
                figure(&lever.high),
            ],
        };
        DataTable { columns: self.columns.to_vec(), rows: self.levers.iter().map(row).collect() }
    }
}

/// A ratio of one scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct Ratio {
    /// Whose it is.
    pub role: Role,
    /// Its letter.
    pub letter: String,
    /// The ratio; `None` where it cannot be said.
    pub value: Option<f64>,
    /// What stands in place of a ratio that cannot be said: "no limit".
    pub missing: String,
}

/// A ratio for each scenario, with a rule.
#[derive(Clone)]
pub struct RatioChart {
    /// The scenarios.
    pub ratios: Vec<Ratio>,
    /// What is asked of the ratio, and what is said of it: 3, "3 : 1 healthy".
    pub rule: (f64, String),
    /// Writes a ratio.
    pub value: Format,
    /// The columns of the table: scenario, ratio.
    pub columns: [String; 2],
}

const RATIO: f64 = 30.0;
const RATIO_BAR: f64 = 20.0;

impl Chart for RatioChart {
    fn height(&self, _width: f64) -> f64 {
        self.ratios.len() as f64 * RATIO + 24.0
    }

    fn draw(&self, sheet: &Surface) -> Drawing {
        let mut canvas = Canvas::new(sheet);
        let look = canvas.look;
        let text = |ratio: &Ratio| {
            ratio.value.and_then(drawable).map_or_else(|| ratio.missing.clone(), |value| (self.value)(value))
        };
        let texts: Vec<String> = self.ratios.iter().map(text).collect();
        let left = widest(self.ratios.iter().map(|ratio| ratio.letter.as_str()), END).min(canvas.width / 4.0) + GAP;
        let right = widest(texts.iter().map(String::as_str), END).min(canvas.width / 3.0) + GAP;
        let track = (left, (canvas.width - right).max(left + 4.0));
        let values = self.ratios.iter().filter_map(|ratio| ratio.value);
        let (_, most) = domain(values.map(|value| value * 1.15).chain([self.rule.0 * 2.0]), Floor::Zero);
        let scale = Scale::new((0.0, most), track);
        let row = (canvas.height - 24.0) / self.ratios.len().max(1) as f64;
        let bar = RATIO_BAR.min(row * 0.7);

        let mut stops = Vec::new();
        for (place, (ratio, text)) in self.ratios.iter().zip(&texts).enumerate() {
            let y = (place as f64 + 0.5) * row;
            let whole = Area { x: track.0, y: y - bar / 2.0, w: track.1 - track.0, h: bar };
            let filled = scale.at(ratio.value.and_then(drawable).unwrap_or_default()) - track.0;
            let colour = ratio.role.colour(&look);
            canvas.layer("ratio", &[], &|layer| {
                layer.bar(whole, look.sunken);
                layer.bar(Area { w: filled, ..whole }, colour);
            });
            canvas.words("name", (0.0, y), &ratio.letter, (END, colour), Anchor::Start, left - GAP);
            canvas.words("end", (canvas.width, y), text, (END, look.ink), Anchor::End, right - GAP);
            stops.push(Area { x: 0.0, y: y - row / 2.0, w: canvas.width, h: row });
        }
        let (rule, bottom) = (scale.at(self.rule.0), canvas.height - 20.0);
        canvas.layer("rule", &[], &|layer| layer.line(&[(rule, 0.0), (rule, bottom)], look.ink, 1.5));
        let at = (rule, canvas.height - 9.0);
        canvas.words("rule", at, &self.rule.1, (AXIS, look.ink_2), Anchor::Middle, canvas.width);
        canvas.finish(stops)
    }

    fn table(&self) -> DataTable {
        let row = |ratio: &Ratio| DataRow {
            name: Cell::word(&ratio.letter),
            values: vec![match ratio.value {
                Some(value) if value.is_finite() => Cell::figure(Some(value), &*self.value),
                _ => Cell::word(&ratio.missing),
            }],
        };
        DataTable { columns: self.columns.to_vec(), rows: self.ratios.iter().map(row).collect() }
    }
}
