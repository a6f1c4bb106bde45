//! A drawing while it is made: layers of shapes by plotters, and words by the pen of the picture.

use plotters::coord::Shift;
use plotters::prelude::*;

use super::{Drawing, Surface};
use crate::drawing::pen::{Anchor, Area, Pen, number};
use crate::drawing::setting::{Block, clip};
use crate::drawing::{Face, Look, Type, width};

/// Plotters draws in whole pixels: shapes are made this many times as large, and scaled down.
const FINE: f64 = 4.0;
const SCALE: &str = "scale(0.25)";

/// Figures and names on axes.
pub const AXIS: Type = Type::new(Face::Regular, 12.0, 16.0);
/// Names of rows, and what annotations say.
pub const NAME: Type = Type::new(Face::Medium, 12.0, 16.0);
/// What carries a colour of its own.
pub const END: Type = Type::new(Face::Bold, 13.0, 16.0);
/// A small bold text.
pub const BOLD: Type = Type::new(Face::Bold, 12.0, 16.0);

/// A point, in pixels from the upper left corner.
pub type Point = (f64, f64);

/// A colour of a look, as plotters takes it.
pub fn rgb(colour: &str) -> RGBColor {
    let bits = u32::from_str_radix(colour.trim_start_matches('#'), 16).unwrap_or_default();
    RGBColor((bits >> 16) as u8, (bits >> 8) as u8, bits as u8)
}

/// How wide a text is in a type.
pub fn measure(text: &str, kind: Type) -> f64 {
    width(text, kind.face, kind.size)
}

/// The width of the widest of some texts.
pub fn widest<'a>(texts: impl IntoIterator<Item = &'a str>, kind: Type) -> f64 {
    texts.into_iter().map(|text| measure(text, kind)).fold(0.0, f64::max)
}

/// A drawing while it is made. What is drawn later lies above.
pub struct Canvas {
    pen: Pen,
    /// The colours.
    pub look: Look,
    /// The width, in pixels.
    pub width: f64,
    /// The height.
    pub height: f64,
}

impl Canvas {
    /// An empty drawing of a sheet's size.
    pub fn new(sheet: &Surface) -> Self {
        // What is no number becomes the least size.
        let [width, height] = [sheet.width, sheet.height].map(|side| if side >= 1.0 { side.min(8000.0) } else { 1.0 });
        let pen = Pen::new(&number(width), &number(height), (width, height), sheet.lang, sheet.look.ink);
        Canvas { pen, look: sheet.look, width, height }
    }

    /// The finished drawing; `stops` as in [`Drawing`].
    pub fn finish(self, stops: Vec<Area>) -> Drawing {
        Drawing { svg: self.pen.finish(), height: self.height, stops }
    }

    /// Shapes of one kind, and what all of them share: a dash, say.
    pub fn layer(&mut self, part: &str, shared: &[(&str, &str)], draw: &dyn Fn(&Layer)) {
        let mut text = String::new();
        {
            let size = ((self.width * FINE).ceil() as u32, (self.height * FINE).ceil() as u32);
            let area = SVGBackend::with_string(&mut text, size).into_drawing_area();
            let layer = Layer { area, width: self.width, height: self.height };
            draw(&layer);
            // Text in memory takes whatever is drawn.
            let _ = layer.area.present();
        }
        // Only the shapes: the layer shares the frame of the whole.
        let shapes = text.split_once('>').map_or("", |(_, rest)| rest).trim_end().trim_end_matches("</svg>").trim();
        if !shapes.is_empty() {
            let attributes = [&[("transform", SCALE), ("stroke-linejoin", "round")], shared].concat();
            self.pen.open(part, &attributes);
            self.pen.markup(shapes);
            self.pen.markup("\n");
            self.pen.close();
        }
    }

    /// Another drawing, its upper left corner here.
    pub fn inset(&mut self, (x, y): Point, svg: &str) {
        let place = format!("translate({} {})", number(x), number(y));
        self.pen.open("chart", &[("transform", &place)]);
        self.pen.markup(svg);
        self.pen.close();
    }

    /// One line of words, centred on the height `y`, hung on `x` and moved sideways where it would leave the picture. What does not
    /// fit `room` is left out.
    pub fn words(&mut self, part: &str, at: Point, text: &str, style: (Type, &str), anchor: Anchor, room: f64) {
        let (kind, colour) = style;
        // A hair more than was measured: sums of letters are rounded.
        let block = clip(text, kind, room.min(self.width) + 0.1);
        if block.is_empty() {
            return;
        }
        let before = match anchor {
            Anchor::Start => 0.0,
            Anchor::Middle => block.width / 2.0,
            Anchor::End => block.width,
        };
        let x = at.0.min(self.width - block.width + before).max(before);
        let y = (at.1 - kind.line / 2.0).min(self.height - kind.line).max(0.0);
        self.pen.open(part, &[]);
        self.pen.block(x, y, &block, colour, anchor);
        self.pen.close();
    }

    /// A text with a rim of the ground's colour, so that lines behind it do not cross it. `at` is its upper left corner.
    pub fn note(&mut self, at: Point, block: &Block) {
        let rim = [
            ("paint-order", "stroke"),
            ("stroke", self.look.surface),
            ("stroke-width", "4"),
            ("stroke-linejoin", "round"),
        ];
        self.pen.open("note", &rim);
        self.pen.block(at.0, at.1, block, self.look.ink, Anchor::Start);
        self.pen.close();
    }
}

/// Shapes that plotters draws; points in pixels of the whole picture.
pub struct Layer<'a> {
    area: DrawingArea<SVGBackend<'a>, Shift>,
    width: f64,
    height: f64,
}

impl Layer<'_> {
    fn fine(&self, (x, y): Point) -> (i32, i32) {
        let whole = |place: f64, most: f64| (place.max(0.0).min(most) * FINE).round() as i32;
        (whole(x, self.width), whole(y, self.height))
    }

    fn path(&self, points: &[Point]) -> Vec<(i32, i32)> {
        points.iter().map(|point| self.fine(*point)).collect()
    }

    /// A line through points.
    pub fn line(&self, points: &[Point], colour: &str, width: f64) {
        let style = rgb(colour).stroke_width((width * FINE).round() as u32);
        // A backend that writes into memory refuses nothing.
        let _ = self.area.draw(&PathElement::new(self.path(points), style));
    }

    /// A shape between points, as opaque as `alpha` says.
    pub fn shape(&self, points: &[Point], colour: &str, alpha: f64) {
        let _ = self.area.draw(&Polygon::new(self.path(points), rgb(colour).mix(alpha)));
    }

    /// A rectangle.
    pub fn bar(&self, area: Area, colour: &str) {
        self.tint(area, colour, 1.0);
    }

    /// A rectangle, as opaque as `alpha` says.
    pub fn tint(&self, area: Area, colour: &str, alpha: f64) {
        let corners = [self.fine((area.x, area.y)), self.fine((area.x + area.w, area.y + area.h))];
        let _ = self.area.draw(&Rectangle::new(corners, rgb(colour).mix(alpha).filled()));
    }

    /// A filled circle.
    pub fn dot(&self, at: Point, radius: f64, colour: &str) {
        let _ = self.area.draw(&Circle::new(self.fine(at), (radius * FINE).round() as i32, rgb(colour).filled()));
    }

    /// A circle with an edge.
    pub fn ring(&self, at: Point, radius: f64, fill: &str, edge: (&str, f64)) {
        self.dot(at, radius, fill);
        let style = rgb(edge.0).stroke_width((edge.1 * FINE).round() as u32);
        let _ = self.area.draw(&Circle::new(self.fine(at), (radius * FINE).round() as i32, style));
    }
}
