//! Writes SVG text: shapes and words by presentation attributes alone, so that the picture is the same inside a page whose
//! policy forbids styles.

use super::faces::{Face, SANS, SERIF};
use super::setting::Block;
use crate::plain::is_xml;

/// The size of text that no attribute says.
const USUAL_SIZE: f64 = 12.0;

/// A rectangle, in pixels from the upper left corner of the picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    /// The left edge.
    pub x: f64,
    /// The upper edge.
    pub y: f64,
    /// The width.
    pub w: f64,
    /// The height.
    pub h: f64,
}

/// How a text hangs on its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// It begins there.
    Start,
    /// It is centred there.
    Middle,
    /// It ends there.
    End,
}

/// An SVG text while it is written.
pub struct Pen {
    svg: String,
    ink: &'static str,
}

impl Pen {
    /// Begins a picture. `width` and `height` are written as they are and may have units; `view` is the size of the drawing
    /// in pixels.
    pub fn new(width: &str, height: &str, view: (f64, f64), lang: &str, ink: &'static str) -> Self {
        let mut pen = Pen { svg: String::from("<svg xmlns=\"http://www.w3.org/2000/svg\""), ink };
        pen.attribute("width", width);
        pen.attribute("height", height);
        pen.svg.push_str(" viewBox=\"0 0 ");
        pen.number(view.0);
        pen.svg.push(' ');
        pen.number(view.1);
        pen.svg.push('"');
        pen.attribute("xml:lang", lang);
        pen.attribute("font-family", SANS);
        pen.size("font-size", USUAL_SIZE);
        pen.attribute("font-weight", "400");
        // What a page around the picture says of its own text is not meant for this one.
        pen.attribute("letter-spacing", "0");
        pen.attribute("fill", ink);
        pen.svg.push_str(">\n");
        pen
    }

    /// The finished text.
    pub fn finish(mut self) -> String {
        self.svg.push_str("</svg>\n");
        self.svg
    }

    /// The name of the whole picture, for those who cannot see it.
    pub fn title(&mut self, title: &str) {
        self.svg.push_str("<title>");
        self.escaped(title);
        self.svg.push_str("</title>\n");
    }

    /// Begins a group, named by what it holds, with what else is said of it.
    pub fn open(&mut self, part: &str, attributes: &[(&str, &str)]) {
        self.svg.push_str("<g");
        self.attribute("data-part", part);
        for (name, value) in attributes {
            self.attribute(name, value);
        }
        self.svg.push_str(">\n");
    }

    /// Ends the group that was begun last.
    pub fn close(&mut self) {
        self.svg.push_str("</g>\n");
    }

    /// A rectangle with round corners; `edge` is a line of one pixel along it, half inside and half outside.
    pub fn area(&mut self, part: &str, area: Area, round: f64, fill: &str, edge: Option<&str>) {
        self.svg.push_str("<rect");
        if !part.is_empty() {
            self.attribute("data-part", part);
        }
        for (name, value) in [("x", area.x), ("y", area.y), ("width", area.w), ("height", area.h)] {
            self.size(name, value);
        }
        if round > 0.0 {
            self.size("rx", round);
        }
        self.attribute("fill", fill);
        if let Some(edge) = edge {
            self.attribute("stroke", edge);
        }
        self.svg.push_str("/>\n");
    }

    /// A level line one pixel thick.
    pub fn level_line(&mut self, from: f64, to: f64, y: f64, colour: &str) {
        self.svg.push_str("<line");
        for (name, value) in [("x1", from), ("x2", to), ("y1", y), ("y2", y)] {
            self.size(name, value);
        }
        self.attribute("stroke", colour);
        self.svg.push_str("/>\n");
    }

    /// A path, with what is said of it.
    pub fn path(&mut self, data: &str, attributes: &[(&str, &str)]) {
        self.svg.push_str("<path");
        self.attribute("d", data);
        for (name, value) in attributes {
            self.attribute(name, value);
        }
        self.svg.push_str("/>\n");
    }

    /// Markup of our own.
    pub fn markup(&mut self, markup: &str) {
        self.svg.push_str(markup);
    }

    /// The lines of a text below `y`, hung on `x`. What is bold in it is ink, whatever the colour of the rest.
    pub fn block(&mut self, x: f64, y: f64, block: &Block, colour: &str, anchor: Anchor) {
        if block.is_empty() {
            return;
        }
        let kind = block.kind;
        self.svg.push_str("<text");
        let first = y + kind.baseline();
        let single = block.count() == 1;
        if single {
            self.place(x, first);
        }
        if kind.face == Face::Serif {
            self.attribute("font-family", SERIF);
        }
        if kind.size != USUAL_SIZE {
            self.size("font-size", kind.size);
        }
        if !matches!(kind.face.weight(), "400") {
            self.attribute("font-weight", kind.face.weight());
        }
        if colour != self.ink {
            self.attribute("fill", colour);
        }
        match anchor {
            Anchor::Start => (),
            Anchor::Middle => self.attribute("text-anchor", "middle"),
            Anchor::End => self.attribute("text-anchor", "end"),
        }
        self.svg.push('>');
        for (at, (bold, plain, parted)) in block.lines().enumerate() {
            if !single {
                self.svg.push_str("<tspan");
                self.place(x, first + at as f64 * kind.line);
                self.svg.push('>');
            }
            if !bold.is_empty() {
                self.svg.push_str("<tspan");
                self.attribute("font-weight", "600");
                self.attribute("fill", self.ink);
                self.svg.push('>');
                self.escaped(bold);
                self.svg.push_str("</tspan>");
            }
            self.escaped(plain);
            if !single {
                // Copied or searched, the words of two lines stay two words; at the end of a line it takes no room.
                if parted && anchor == Anchor::Start {
                    self.svg.push(' ');
                }
                self.svg.push_str("</tspan>");
            }
        }
        self.svg.push_str("</text>\n");
    }

    fn place(&mut self, x: f64, y: f64) {
        self.size("x", x);
        self.size("y", y);
    }

    fn size(&mut self, name: &str, value: f64) {
        self.attribute(name, "");
        self.svg.pop();
        self.number(value);
        self.svg.push('"');
    }

    fn attribute(&mut self, name: &str, value: &str) {
        self.svg.push(' ');
        self.svg.push_str(name);
        self.svg.push_str("=\"");
        self.escaped(value);
        self.svg.push('"');
    }

    fn number(&mut self, value: f64) {
        self.svg.push_str(&number(value));
    }

    fn escaped(&mut self, text: &str) {
        for letter in text.chars().filter(|letter| is_xml(*letter)) {
            match letter {
                '<' => self.svg.push_str("&lt;"),
                '>' => self.svg.push_str("&gt;"),
                '&' => self.svg.push_str("&amp;"),
                '"' => self.svg.push_str("&quot;"),
                letter => self.svg.push(letter),
            }
        }
    }
}

/// A number with at most one decimal.
pub fn number(value: f64) -> String {
    let tenths = (value * 10.0).round() as i64;
    let sign = if tenths < 0 { "-" } else { "" };
    let (whole, tenth) = (tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10);
    let mut text = String::from(sign);
    text.push_str(&whole.to_string());
    if tenth > 0 {
        text.push('.');
        text.push_str(&tenth.to_string());
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short() {
        assert_eq!([0.0, -0.04, 12.0, 12.34, -0.5, 99.96].map(number), ["0", "0", "12", "12.3", "-0.5", "100"]);
    }
}
