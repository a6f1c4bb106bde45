//! What the file of slides says: its lines, each with the place where it has to be seen.

use roxmltree::{Document, Node};

use crate::package::parts;

const A: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
const P: &str = "http://schemas.openxmlformats.org/presentationml/2006/main";
/// Units of the file to a point.
const UNITS: f64 = 12_700.0;

/// Left, top, right, bottom, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Edges(pub [f64; 4]);

impl Edges {
    /// Whether another lies in it, each side `slack` points wider.
    pub fn hold(&self, inner: &Edges, slack: f64) -> bool {
        let ([left, top, right, bottom], [l, t, r, b]) = (self.0, inner.0);
        l >= left - slack && t >= top - slack && r <= right + slack && b <= bottom + slack
    }

    /// Whether a place lies in it.
    pub fn has(&self, (x, y): (f64, f64)) -> bool {
        let [left, top, right, bottom] = self.0;
        (left..=right).contains(&x) && (top..=bottom).contains(&y)
    }

    /// The middle.
    pub fn middle(&self) -> (f64, f64) {
        let [left, top, right, bottom] = self.0;
        ((left + right) / 2.0, (top + bottom) / 2.0)
    }
}

/// A text that is seen in one place.
#[derive(Debug)]
pub struct Text {
    /// The words, a space between two lines.
    pub words: String,
    /// Where they have to be seen: a line of a shape, or a cell of a table.
    pub place: Edges,
    /// What its letters may not leave: the shape, where it is seen, or the cell again.
    pub shape: Edges,
}

/// The texts of each slide.
pub fn slides(file: &[u8]) -> Vec<Vec<Text>> {
    let parts = parts(file);
    let slide = |number: usize| parts.get(&format!("ppt/slides/slide{number}.xml"));
    (1..).map_while(slide).map(|slide| texts(&Document::parse(slide).expect("XML"))).collect()
}

fn texts(slide: &Document) -> Vec<Text> {
    let mut texts = Vec::new();
    for node in slide.descendants() {
        if node.has_tag_name((P, "sp")) {
            texts.extend(lines(node));
        } else if node.has_tag_name((P, "graphicFrame")) {
            texts.extend(cells(node));
        }
    }
    texts
}

fn number(node: Node, name: &str) -> f64 {
    node.attribute(name).and_then(|value| value.parse().ok()).unwrap_or_else(|| panic!("{name} of {node:?}"))
}

fn below<'a>(node: Node<'a, 'a>, space: &str, name: &str) -> Option<Node<'a, 'a>> {
    node.descendants().find(|node| node.has_tag_name((space, name)))
}

fn corners(frame: Node) -> [f64; 4] {
    let child = |name| frame.children().find(|node| node.has_tag_name((A, name))).expect("a place");
    let (at, size) = (child("off"), child("ext"));
    let (x, y) = (number(at, "x") / UNITS, number(at, "y") / UNITS);
    [x, y, x + number(size, "cx") / UNITS, y + number(size, "cy") / UNITS]
}

/// The lines of a shape, broken where the file says.
fn lines<'a>(shape: Node<'a, 'a>) -> Vec<Text> {
    let Some(body) = below(shape, A, "bodyPr").filter(|body| body.has_attribute("lIns")) else { return Vec::new() };
    let [left, top, right, bottom] = corners(below(shape, A, "xfrm").expect("a place"));
    let inset = |name| number(body, name) / UNITS;
    let high = number(below(shape, A, "spcPts").expect("a height"), "val") / 100.0;
    let mut lines = vec![String::new()];
    for paragraph in shape.descendants().filter(|node| node.has_tag_name((A, "p"))) {
        for child in paragraph.children() {
            if child.has_tag_name((A, "br")) {
                lines.push(String::new());
            } else if child.has_tag_name((A, "r")) {
                lines.last_mut().expect("a line").push_str(&run(child));
            }
        }
    }
    let place = |at: usize| {
        let upper = top + inset("tIns") + at as f64 * high;
        Edges([left + inset("lIns"), upper, right - inset("rIns"), upper + high])
    };
    // A shape that is not seen may be higher or lower than its letters.
    let seen = shape.children().filter(|node| node.has_tag_name((P, "spPr"))).any(|look| {
        let filled =
            |node: Node| node.children().any(|node| ["solidFill", "pattFill"].contains(&node.tag_name().name()));
        filled(look) || below(look, A, "ln").is_some_and(filled)
    });
    let shape = if seen { Edges([left, top, right, bottom]) } else { Edges([left, f64::MIN, right, f64::MAX]) };
    let lines = lines.into_iter().enumerate();
    lines.map(|(at, words)| Text { words, place: place(at), shape }).collect()
}

fn run(node: Node) -> String {
    node.children().filter(|node| node.has_tag_name((A, "t"))).filter_map(|text| text.text()).collect()
}

/// The cells of a table.
fn cells<'a>(table: Node<'a, 'a>) -> Vec<Text> {
    let [left, top, ..] = corners(below(table, P, "xfrm").expect("a place"));
    let columns: Vec<f64> = table
        .descendants()
        .filter(|node| node.has_tag_name((A, "gridCol")))
        .map(|column| number(column, "w") / UNITS)
        .collect();
    let mut texts = Vec::new();
    let mut upper = top;
    for row in table.descendants().filter(|node| node.has_tag_name((A, "tr"))) {
        let lower = upper + number(row, "h") / UNITS;
        let mut x = left;
        for (cell, width) in row.children().filter(|node| node.has_tag_name((A, "tc"))).zip(&columns) {
            let runs = cell.descendants().filter(|node| node.has_tag_name((A, "r")));
            let words = runs.map(run).collect::<Vec<_>>().join(" ");
            let place = Edges([x, upper, x + width, lower]);
            texts.push(Text { words, place, shape: place });
            x += width;
        }
        upper = lower;
    }
    texts
}
