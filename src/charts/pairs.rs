//! Pairs of columns side by side.

use super::axes::crisp;
use super::canvas::{AXIS, Canvas, NAME, measure, widest};
use super::scale::{Floor, Scale, domain, drawable};
use super::{Cell, Chart, DataRow, DataTable, Drawing, Format, Surface};
use crate::drawing::pen::{Anchor, Area};

/// Two figures of one thing.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// The thing.
    pub name: String,
    /// Its figures: the one that is doubted, the one that holds.
    pub values: [Option<f64>; 2],
}

/// Pairs of columns: the first hollow, the second solid.
#[derive(Clone)]
pub struct Pairs {
    /// The things.
    pub pairs: Vec<Pair>,
    /// What the first and the second columns are.
    pub names: [String; 2],
    /// Writes a figure.
    pub value: Format,
    /// What the things are, as a column of the table.
    pub name: String,
}

impl Pairs {
    fn texts(&self, pair: &Pair) -> [String; 2] {
        pair.values.map(|value| value.and_then(drawable).map(|value| (self.value)(value)).unwrap_or_default())
    }
}

impl Chart for Pairs {
    fn height(&self, _width: f64) -> f64 {
        240.0
    }

    fn draw(&self, sheet: &Surface) -> Drawing {
        let mut canvas = Canvas::new(sheet);
        let look = canvas.look;
        let colours = [look.ink_2, look.accent];
        let key = self.draw_key(&mut canvas, colours);
        let bottom = (canvas.height - 26.0).max(key + 24.0);
        let values = self.pairs.iter().flat_map(|pair| pair.values).flatten();
        let y = Scale::new(domain(values, Floor::Zero), (bottom, key + 20.0));
        let width = canvas.width;
        let slot = width / self.pairs.len().max(1) as f64;
        let texts: Vec<[String; 2]> = self.pairs.iter().map(|pair| self.texts(pair)).collect();
        // Figures stand above the columns where all of them fit; the table has them in any case.
        let told = widest(texts.iter().flatten().map(String::as_str), NAME) + 4.0 <= slot / 2.0;
        let wide = (slot * 0.36).min(48.0);
        let zero = y.at(0.0);
        canvas.layer("zero", &[], &|layer| {
            layer.line(&[(0.0, crisp(zero)), (width, crisp(zero))], look.control, 1.0);
        });
        for (at, (pair, texts)) in self.pairs.iter().zip(&texts).enumerate() {
            let middle = (at as f64 + 0.5) * slot;
            for (second, (value, text)) in pair.values.iter().zip(texts).enumerate() {
                let Some(value) = value.and_then(drawable) else { continue };
                let (high, low) = (y.at(value).min(zero), y.at(value).max(zero));
                let x = if second == 1 { middle + 1.0 } else { middle - wide - 1.0 };
                let bar = Area { x, y: high, w: wide, h: (low - high).max(1.0) };
                draw_column(&mut canvas, bar, (second == 1, colours[second]));
                if told {
                    let side = middle + (second as f64 - 0.5) * slot / 2.0;
                    let near = x + wide / 2.0;
                    let half = measure(text, NAME) / 2.0;
                    let x = if half > wide / 2.0 { side } else { near };
                    canvas.words("value", (x, high - 10.0), text, (NAME, colours[second]), Anchor::Middle, slot / 2.0);
                }
            }
            let style = (AXIS, look.ink_2);
            canvas.words("name", (middle, canvas.height - 10.0), &pair.name, style, Anchor::Middle, slot - 4.0);
        }
        let stop = |at: usize| Area { x: at as f64 * slot, y: key, w: slot, h: canvas.height - key };
        let stops = (0..self.pairs.len()).map(stop).collect();
        canvas.finish(stops)
    }

    fn table(&self) -> DataTable {
        let [first, second] = self.names.clone();
        let row = |pair: &Pair| DataRow {
            name: Cell::word(&pair.name),
            values: pair.values.iter().map(|value| Cell::figure(*value, &*self.value)).collect(),
        };
        DataTable { columns: vec![self.name.clone(), first, second], rows: self.pairs.iter().map(row).collect() }
    }
}

impl Pairs {
    /// What the two columns are, in one line or two; gives its lower edge.
    fn draw_key(&self, canvas: &mut Canvas, colours: [&'static str; 2]) -> f64 {
        let (mut x, mut y) = (0.0, 8.0);
        for (second, (name, colour)) in self.names.iter().zip(colours).enumerate() {
            if x > 0.0 && x + 20.0 + measure(name, NAME) > canvas.width {
                (x, y) = (0.0, y + 18.0);
            }
            let swatch = Area { x: x + 1.0, y: y - 5.0, w: 10.0, h: 10.0 };
            draw_column(canvas, swatch, (second == 1, colour));
            canvas.words("key", (x + 18.0, y), name, (NAME, colour), Anchor::Start, canvas.width - x - 18.0);
            x += 18.0 + measure(name, NAME) + 20.0;
        }
        y + 10.0
    }
}

fn draw_column(canvas: &mut Canvas, area: Area, (solid, colour): (bool, &'static str)) {
    let Area { x, y, w, h } = area;
    canvas.layer("column", &[], &|layer| {
        if solid {
            layer.bar(area, colour);
        } else {
            layer.tint(area, colour, 0.14);
            let inner = (0.75_f64).min(w / 2.0);
            let (left, right, top, low) = (x + inner, x + w - inner, y + inner, y + h - inner);
            layer.line(&[(left, low), (left, top), (right, top), (right, low), (left, low)], colour, 1.5);
        }
    });
}
