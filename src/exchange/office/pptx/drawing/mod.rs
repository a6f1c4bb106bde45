//! Our own pictures as shapes of a slide: maps and charts are laid out once, and drawn the same in a file, on paper and here.
//! Reads the SVG that [`Pen`](crate::drawing::pen::Pen) and the charts write, no other.

mod path;
mod style;

use super::shape::{Command, Fill, Form, Item, Run, Shape, Words};
use crate::drawing::pen::{Anchor, Area};
use crate::exchange::xml::{self, Element};
use style::{Placing, Style};

/// How far below the upper edge of a line its letters stand, in heights of a line and in sizes of the letters: halfway
/// between what PowerPoint (0.81 lines) and LibreOffice (a line less what reaches below) make of a line of fixed height.
const ABOVE: (f64, f64) = (0.905, -0.106);
/// The height of a line of a text that has only one.
const SINGLE: f64 = 4.0 / 3.0;

/// The shapes of a picture whose upper left corner is at a place of the slide, in the order in which they cover each other.
pub fn items(svg: &str, at: (f64, f64), scale: f64) -> Vec<Item> {
    let Ok(root) = xml::read(svg) else { return Vec::new() };
    let mut reader = Reader { root: &root, items: Vec::new() };
    let style = Style::at(Placing { scale, x: at.0, y: at.1 });
    reader.group(&root, &style.with(&root));
    reader.items
}

struct Reader<'e> {
    root: &'e Element,
    items: Vec<Item>,
}

impl Reader<'_> {
    fn group(&mut self, element: &Element, style: &Style) {
        let part = element.get("data-part").unwrap_or_default();
        if part == "card" {
            let shapes = element.children.iter().filter_map(|child| self.shape(child, &style.with(child)));
            self.items.extend(card(shapes.collect()));
            return;
        }
        let mut shapes: Vec<Shape> = Vec::new();
        for child in &element.children {
            let style = style.with(child);
            match child.name.as_str() {
                "g" | "svg" => {
                    self.items.extend(shapes.drain(..).map(Item::Shape));
                    self.group(child, &style);
                }
                "text" => shapes = write_on(shapes, text(child, &style)),
                _ => shapes.extend(self.shape(child, &style)),
            }
        }
        if part == "title"
            && let Some(title) = shapes.iter_mut().find(|shape| shape.words.is_some())
        {
            title.is_title = true;
        }
        self.items.extend(shapes.into_iter().map(Item::Shape));
    }

    /// The shape of an element that holds no others; `None` for what is not seen.
    fn shape(&self, element: &Element, style: &Style) -> Option<Shape> {
        let shape = |form, area| Shape {
            name: element.get("data-part").unwrap_or_default().into(),
            area,
            form,
            fill: style.fill(),
            edge: style.edge(),
            words: None,
            is_title: false,
        };
        let number = |name: &str| number(element, name);
        match element.name.as_str() {
            "rect" => {
                let area = Area { x: number("x"), y: number("y"), w: number("width"), h: number("height") };
                Some(shape(Form::Box(number("rx") * style.place.scale), style.place.area(area)))
            }
            "circle" => {
                let r = number("r");
                let area = Area { x: number("cx") - r, y: number("cy") - r, w: 2.0 * r, h: 2.0 * r };
                Some(shape(Form::Round, style.place.area(area)))
            }
            "line" => {
                let ends = [Command::Move(number("x1"), number("y1")), Command::Line(number("x2"), number("y2"))];
                traced(ends.to_vec(), style, shape)
            }
            "polyline" | "polygon" => {
                let points = path::points(element.get("points").unwrap_or_default());
                let mut commands: Vec<Command> = points.iter().map(|(x, y)| Command::Line(*x, *y)).collect();
                if let (Some(first), Some((x, y))) = (commands.first_mut(), points.first()) {
                    *first = Command::Move(*x, *y);
                }
                if element.name == "polygon" {
                    commands.push(Command::Close);
                }
                traced(commands, style, shape)
            }
            "path" => {
                let mut commands = path::parse(element.get("d").unwrap_or_default());
                if let Some(area) = element.get("clip-path").and_then(|name| self.clip(name)) {
                    commands = path::clip(&commands, area, style.fill() != Fill::None);
                }
                traced(commands, style, shape)
            }
            "text" => Some(text(element, style)),
            _ => None,
        }
    }

    /// The rectangle of `url(#name)`.
    fn clip(&self, url: &str) -> Option<Area> {
        let name = url.strip_prefix("url(#")?.strip_suffix(')')?;
        let clip = find(self.root, &|element| element.name == "clipPath" && element.get("id") == Some(name))?;
        let rect = clip.child("rect")?;
        let number = |name: &str| number(rect, name);
        Some(Area { x: number("x"), y: number("y"), w: number("width"), h: number("height") })
    }
}

/// A number that an element says; nothing where it does not.
fn number(element: &Element, name: &str) -> f64 {
    element.get(name).and_then(|value| value.parse().ok()).unwrap_or(0.0)
}

/// The first element below one, or itself, that is as wanted. The reader of XML has bounded how deep it goes.
fn find<'e>(element: &'e Element, wanted: &dyn Fn(&Element) -> bool) -> Option<&'e Element> {
    if wanted(element) {
        return Some(element);
    }
    element.children.iter().find_map(|child| find(child, wanted))
}

/// A path as a shape; `None` for one without a step.
fn traced(commands: Vec<Command>, style: &Style, shape: impl Fn(Form, Area) -> Shape) -> Option<Shape> {
    let commands: Vec<Command> = commands.into_iter().map(|command| command.map(|x, y| style.place.of(x, y))).collect();
    let points: Vec<(f64, f64)> = commands.iter().flat_map(|command| command.points()).collect();
    if points.len() < 2 {
        return None;
    }
    let least = |axis: fn(&(f64, f64)) -> f64| points.iter().map(axis).fold(f64::INFINITY, f64::min);
    let most = |axis: fn(&(f64, f64)) -> f64| points.iter().map(axis).fold(f64::NEG_INFINITY, f64::max);
    let (x, y) = (least(|point| point.0), least(|point| point.1));
    let area = Area { x, y, w: most(|point| point.0) - x, h: most(|point| point.1) - y };
    Some(shape(Form::Path(commands), area))
}

/// A text of a picture as words by themselves.
fn text(element: &Element, style: &Style) -> Shape {
    let scale = style.place.scale;
    let spans: Vec<&Element> = element.all("tspan").filter(|span| span.get("y").is_some()).collect();
    let line = match spans[..] {
        [one, next, ..] => number(next, "y") - number(one, "y"),
        _ => style.size * SINGLE,
    };
    let lines = if spans.is_empty() { vec![element] } else { spans };
    let runs = |line: &&Element| {
        let run = |text: &str, style: &Style| Run {
            text: text.into(),
            face: style.face(),
            size: style.size * scale,
            colour: style.colour(),
        };
        // The bold words of a line come first. A space at its end parts it from the next line.
        let bold = line.all("tspan").filter(|span| span.get("y").is_none());
        let bold = bold.map(|span| run(&span.text, &style.with(span)));
        let runs = bold.chain([run(&line.text, style)]);
        runs.filter(|run| !run.text.is_empty()).collect()
    };
    let words = Words { lines: lines.iter().map(runs).collect(), line: line * scale, anchor: style.anchor };
    let first = lines[0];
    Shape::text(
        "",
        style.place.of(number(first, "x"), number(first, "y") - ABOVE.0 * line - ABOVE.1 * style.size),
        words,
    )
}

/// Adds words: on the nearest shape behind them that has room and none yet, so that both are edited as one; else alone.
fn write_on(mut shapes: Vec<Shape>, text: Shape) -> Vec<Shape> {
    let holds = |shape: &Shape| is_ground(shape) && shape.words.is_none() && contains(shape.area, text.area);
    match shapes.iter().rposition(holds) {
        Some(at) => {
            let ground = shapes.remove(at);
            shapes.insert(at, joined(ground, text));
        }
        None => shapes.push(text),
    }
    shapes
}

fn is_ground(shape: &Shape) -> bool {
    matches!(shape.form, Form::Box(_)) && (shape.fill != Fill::None || shape.edge.is_some())
}

/// How far beside its shape a text may reach: what is measured for other letters is a little off.
const SLACK: f64 = 4.0;

fn contains(area: Area, text: Area) -> bool {
    text.x >= area.x - SLACK
        && text.y >= area.y - SLACK
        && text.x + text.w <= area.x + area.w + 2.0 * SLACK
        && text.y + text.h <= area.y + area.h + SLACK
}

/// A shape with the words of another on it, where they were.
fn joined(ground: Shape, text: Shape) -> Shape {
    let Some((mut words, _)) = text.words else { return ground };
    let (area, inner) = (ground.area, text.area);
    let left = (inner.x - area.x).max(0.0);
    let right = (area.x + area.w - inner.x - inner.w).max(0.0);
    // What the words do not need is theirs all the same, so that no program breaks them anew.
    let [left, right] = match words.anchor {
        Anchor::Start => [left, 1.0],
        Anchor::Middle => [(left - right).max(0.0), (right - left).max(0.0)],
        Anchor::End => [1.0, right],
    };
    words.fit(area.w - left - right - 1.0);
    let above = inner.y - area.y;
    if above < 0.0 {
        // No line begins above its shape: lower ones leave the letters where they were.
        words.line = (words.line + above / ABOVE.0).max(words.line * 0.75);
    }
    Shape { words: Some((words, [left, above.max(0.0), right])), ..ground }
}

/// A card as one: its words on its ground, and what else is drawn on it. Its words come last.
fn card(mut shapes: Vec<Shape>) -> Option<Item> {
    let words = shapes.pop()?;
    let card = if shapes.first().is_some_and(is_ground) { joined(shapes.remove(0), words) } else { words };
    let runs = card.words.iter().flat_map(|(words, _)| &words.lines).flatten();
    let name = runs.map(|run| run.text.as_str()).collect::<Vec<_>>().join(" ");
    let card = Shape { name: name.clone(), ..card };
    if shapes.is_empty() {
        return Some(Item::Shape(card));
    }
    shapes.insert(0, card);
    Some(Item::Group(name, shapes))
}
