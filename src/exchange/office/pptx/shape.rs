//! What stands on a slide, in pixels.

use crate::drawing::pen::{Anchor, Area};
use crate::drawing::{Face, width};

/// A colour that may let through what lies below.
#[derive(Clone, Debug, PartialEq)]
pub struct Paint {
    /// Six hexadecimal digits.
    pub colour: String,
    /// 1 is opaque.
    pub alpha: f64,
}

/// What a shape is filled with.
#[derive(Clone, Debug, PartialEq)]
pub enum Fill {
    /// Nothing.
    None,
    /// A colour.
    Solid(Paint),
    /// Slanting lines.
    Hatch(Paint),
}

/// How a line is broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dash {
    /// Not at all.
    Solid,
    /// Into dashes.
    Dashes,
    /// Into dots.
    Dots,
    /// Into dashes and dots.
    DashesAndDots,
}

/// The line around a shape.
#[derive(Clone, Debug, PartialEq)]
pub struct Edge {
    /// Its colour.
    pub paint: Paint,
    /// Its width, in pixels.
    pub width: f64,
    /// How it is broken.
    pub dash: Dash,
}

/// A step of a path.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Command {
    /// Begins somewhere.
    Move(f64, f64),
    /// A straight line.
    Line(f64, f64),
    /// A curve: two places that pull it, and its end.
    Curve([(f64, f64); 3]),
    /// Back to where it began.
    Close,
}

impl Command {
    /// The same elsewhere.
    pub fn map(self, place: impl Fn(f64, f64) -> (f64, f64)) -> Self {
        match self {
            Command::Move(x, y) => {
                let (x, y) = place(x, y);
                Command::Move(x, y)
            }
            Command::Line(x, y) => {
                let (x, y) = place(x, y);
                Command::Line(x, y)
            }
            Command::Curve(points) => Command::Curve(points.map(|(x, y)| place(x, y))),
            Command::Close => Command::Close,
        }
    }

    /// The places that it names.
    pub fn points(self) -> Vec<(f64, f64)> {
        match self {
            Command::Move(x, y) | Command::Line(x, y) => vec![(x, y)],
            Command::Curve(points) => points.to_vec(),
            Command::Close => Vec::new(),
        }
    }
}

/// The form of a shape.
#[derive(Clone, Debug, PartialEq)]
pub enum Form {
    /// A rectangle whose corners have this radius.
    Box(f64),
    /// An ellipse.
    Round,
    /// A path, in the pixels of the slide.
    Path(Vec<Command>),
}

/// Letters that look alike.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// The letters.
    pub text: String,
    /// The typeface.
    pub face: Face,
    /// The size of an em, in pixels.
    pub size: f64,
    /// The colour: six hexadecimal digits.
    pub colour: String,
}

impl Run {
    /// How wide it is, without a space at its end.
    pub fn width(&self) -> f64 {
        width(self.text.trim_end_matches(' '), self.face, self.size)
    }
}

/// Text in lines that are broken where they were measured.
#[derive(Clone, Debug, PartialEq)]
pub struct Words {
    /// The lines.
    pub lines: Vec<Vec<Run>>,
    /// The height of a line.
    pub line: f64,
    /// To which side they lean.
    pub anchor: Anchor,
}

impl Words {
    /// The width of the widest line.
    pub fn width(&self) -> f64 {
        self.lines.iter().map(|line| line.iter().map(Run::width).sum()).fold(0.0, f64::max)
    }

    /// The height of all lines.
    pub fn height(&self) -> f64 {
        self.lines.len() as f64 * self.line
    }

    /// Makes the letters as much smaller as no line is wider than `room`.
    pub fn fit(&mut self, room: f64) {
        let width = self.width();
        if width > room && room > 0.0 {
            let size = room / width;
            self.lines.iter_mut().flatten().for_each(|run| run.size *= size);
        }
    }
}

/// A shape, with the words on it.
#[derive(Clone, Debug, PartialEq)]
pub struct Shape {
    /// What it is, for those who pick it out of a list.
    pub name: String,
    /// Where it is.
    pub area: Area,
    /// Its form.
    pub form: Form,
    /// What fills it.
    pub fill: Fill,
    /// The line around it.
    pub edge: Option<Edge>,
    /// The words, and what stays free around them: left, above, right.
    pub words: Option<(Words, [f64; 3])>,
    /// Whether its words are the title of the slide.
    pub is_title: bool,
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct TableCell {
    /// The words, broken by the program that shows them.
    pub text: String,
    /// Their face.
    pub face: Face,
    /// Their colour: six hexadecimal digits.
    pub colour: String,
    /// To which side they lean.
    pub anchor: Anchor,
}

/// A table.
#[derive(Clone, Debug, PartialEq)]
pub struct SlideTable {
    /// What it is.
    pub name: String,
    /// The upper left corner.
    pub at: (f64, f64),
    /// The widths of the columns.
    pub columns: Vec<f64>,
    /// The rows with their heights; the first one is the head.
    pub rows: Vec<(f64, Vec<TableCell>)>,
    /// The size of the letters, and the height of a line.
    pub size: (f64, f64),
    /// The colour of the lines between rows.
    pub line: String,
}

/// Something on a slide.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// A shape.
    Shape(Shape),
    /// Shapes that move together, with the name of the whole.
    Group(String, Vec<Shape>),
    /// A table.
    Table(SlideTable),
}

impl Shape {
    /// Words alone, their upper left corner, middle or upper right corner at a place. `name` says what they are.
    pub fn text(name: &str, (x, y): (f64, f64), words: Words) -> Self {
        // A little wider than measured: no program breaks a line anew.
        let w = words.width() * 1.04 + 4.0;
        let left = match words.anchor {
            Anchor::Start => x,
            Anchor::Middle => x - w / 2.0,
            Anchor::End => x - w,
        };
        let area = Area { x: left, y, w, h: words.height() };
        Shape {
            name: name.into(),
            area,
            form: Form::Box(0.0),
            fill: Fill::None,
            edge: None,
            words: Some((words, [0.0; 3])),
            is_title: false,
        }
    }
}
