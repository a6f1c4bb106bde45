//! What a drawing shows, read off its SVG text: boxes, lines of text, and what lies in what.

use orbita::drawing::{Face, width};
use roxmltree::{Document, Node};

use super::squeezed;

/// A box in pixels: left, top, right, bottom.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds(pub f64, pub f64, pub f64, pub f64);

impl Bounds {
    /// Whether another box lies inside, but for what rounding to a tenth of a pixel makes.
    pub fn holds(self, inner: Bounds) -> bool {
        const ROUNDED: f64 = 0.2;
        inner.0 >= self.0 - ROUNDED
            && inner.1 >= self.1 - ROUNDED
            && inner.2 <= self.2 + ROUNDED
            && inner.3 <= self.3 + ROUNDED
    }

    /// Whether two boxes have room in common, rounding apart.
    pub fn overlaps(self, other: Bounds) -> bool {
        const ROUNDED: f64 = 0.2;
        self.0 + ROUNDED < other.2
            && other.0 + ROUNDED < self.2
            && self.1 + ROUNDED < other.3
            && other.1 + ROUNDED < self.3
    }

    fn around(self, other: Bounds) -> Bounds {
        Bounds(self.0.min(other.0), self.1.min(other.1), self.2.max(other.2), self.3.max(other.3))
    }
}

/// The elements that are drawn for a part of the map, such as its cards.
pub fn all<'a, 'i>(node: Node<'a, 'i>, part: &str) -> Vec<Node<'a, 'i>> {
    node.descendants().filter(|node| node.attribute("data-part") == Some(part)).collect()
}

/// Every word in an element, white space left out.
pub fn text(node: Node) -> String {
    squeezed(&node.descendants().filter(|node| node.is_text()).filter_map(|node| node.text()).collect::<String>())
}

fn number(node: Node, name: &str) -> f64 {
    node.attribute(name).and_then(|value| value.parse().ok()).unwrap_or_else(|| panic!("{name} of {node:?}"))
}

/// The rectangle that an element begins with.
pub fn rect(node: Node) -> Option<Bounds> {
    let rect = node.children().find(Node::is_element).filter(|first| first.has_tag_name("rect"))?;
    let (x, y) = (number(rect, "x"), number(rect, "y"));
    Some(Bounds(x, y, x + number(rect, "width"), y + number(rect, "height")))
}

/// What the nearest element around a text says.
fn inherited<'a>(node: Node<'a, '_>, name: &str) -> &'a str {
    node.ancestors().find_map(|node| node.attribute(name)).unwrap_or_default()
}

/// The boxes of the lines of text in an element, as wide as the table of advances has them.
pub fn lines(node: Node) -> Vec<Bounds> {
    let placed = |node: &Node| matches!(node.tag_name().name(), "text" | "tspan") && node.attribute("x").is_some();
    node.descendants().filter(placed).map(line).collect()
}

fn line(node: Node) -> Bounds {
    let size: f64 = inherited(node, "font-size").parse().expect("a size");
    let face = |node: Node| match (inherited(node, "font-family"), inherited(node, "font-weight")) {
        (family, _) if family.starts_with("Literata") => Face::Serif,
        (_, "600") => Face::Bold,
        (_, "500") => Face::Medium,
        _ => Face::Regular,
    };
    let parts: Vec<(String, Face)> = node
        .descendants()
        .filter(Node::is_text)
        .filter_map(|part| Some((part.text()?.to_owned(), face(part))))
        .collect();
    let long: f64 = parts.iter().map(|(part, face)| width(part, *face, size)).sum();
    // A space at the end of a line is not seen.
    let unseen = parts.last().filter(|(part, _)| part.ends_with(' ')).map_or(0.0, |(_, face)| width(" ", *face, size));
    let (x, y, long) = (number(node, "x"), number(node, "y"), long - unseen);
    let left = match inherited(node, "text-anchor") {
        "middle" => x - long / 2.0,
        "end" => x - long,
        _ => x,
    };
    Bounds(left, y - 0.75 * size, left + long, y + 0.2 * size)
}

/// What a card takes: its box, or its words where it has none.
pub fn card(node: Node) -> Option<Bounds> {
    rect(node).or_else(|| lines(node).into_iter().reduce(Bounds::around))
}

/// Fails if a drawing holds anything but shapes and words, or a reference that leads anywhere but into itself.
pub fn is_harmless(drawing: &Document) {
    let known = ["svg", "title", "g", "rect", "line", "path", "text", "tspan", "defs", "pattern", "clipPath"];
    let ids: Vec<&str> = drawing.descendants().filter_map(|node| node.attribute("id")).collect();
    for node in drawing.descendants().filter(Node::is_element) {
        assert!(known.contains(&node.tag_name().name()), "{node:?}");
        assert_eq!(node.tag_name().namespace(), Some("http://www.w3.org/2000/svg"));
        for attribute in node.attributes() {
            let (name, value) = (attribute.name(), attribute.value());
            assert!(!name.starts_with("on") && !["href", "style", "src"].contains(&name), "{name}");
            if let Some(reference) = value.strip_prefix("url(") {
                let id = reference.strip_prefix('#').and_then(|id| id.strip_suffix(')'));
                assert!(id.is_some_and(|id| ids.contains(&id)), "{value}");
            }
        }
    }
}
