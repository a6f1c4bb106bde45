//! What an element of SVG says of its look, and what it takes over from those around it.

use crate::drawing::Face;
use crate::drawing::pen::{Anchor, Area};
use crate::exchange::office::pptx::shape::{Dash, Edge, Fill, Paint};
use crate::exchange::xml::Element;

/// Where an element is drawn: as large as `scale` says, then moved.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placing {
    /// How many pixels of the slide a pixel of the element has.
    pub scale: f64,
    /// The left edge of the element's ground.
    pub x: f64,
    /// Its upper edge.
    pub y: f64,
}

impl Placing {
    /// A point on the slide.
    pub fn of(self, x: f64, y: f64) -> (f64, f64) {
        (self.x + x * self.scale, self.y + y * self.scale)
    }

    /// A rectangle on the slide.
    pub fn area(self, area: Area) -> Area {
        let (x, y) = self.of(area.x, area.y);
        Area { x, y, w: area.w * self.scale, h: area.h * self.scale }
    }

    /// Behind a transformation such as `translate(3 4) scale(.5)`.
    fn transformed(mut self, text: &str) -> Self {
        for part in text.split(')') {
            let Some((verb, numbers)) = part.trim().split_once('(') else { continue };
            let numbers: Vec<f64> = numbers.split([' ', ',']).filter_map(|number| number.parse().ok()).collect();
            match (verb, &numbers[..]) {
                ("translate", [x, y]) => (self.x, self.y) = self.of(*x, *y),
                ("scale", [by]) => self.scale *= by,
                _ => (),
            }
        }
        self
    }
}

/// How an element looks.
#[derive(Clone, Debug, PartialEq)]
pub struct Style {
    /// Where it is.
    pub place: Placing,
    /// The size of its letters, in its own pixels.
    pub size: f64,
    /// On which side of its point a text hangs.
    pub anchor: Anchor,
    fill: String,
    stroke: String,
    stroke_width: f64,
    dash: Vec<f64>,
    alpha: f64,
    fill_alpha: f64,
    serif: bool,
    weight: u32,
}

impl Style {
    /// What holds where nothing is said.
    pub fn at(place: Placing) -> Self {
        Style {
            place,
            size: 12.0,
            anchor: Anchor::Start,
            fill: "#000000".into(),
            stroke: "none".into(),
            stroke_width: 1.0,
            dash: Vec::new(),
            alpha: 1.0,
            fill_alpha: 1.0,
            serif: false,
            weight: 400,
        }
    }

    /// The style of an element inside one with this style.
    pub fn with(&self, element: &Element) -> Self {
        let mut style = self.clone();
        for (name, value) in &element.attributes {
            let number = value.parse::<f64>();
            match (name.as_str(), number) {
                ("transform", _) => style.place = style.place.transformed(value),
                ("fill", _) => style.fill.clone_from(value),
                ("stroke", _) => style.stroke.clone_from(value),
                ("stroke-width", Ok(width)) => style.stroke_width = width,
                ("stroke-dasharray", _) => {
                    style.dash = value.split([' ', ',']).filter_map(|part| part.parse().ok()).collect()
                }
                ("opacity", Ok(alpha)) => style.alpha *= alpha,
                ("fill-opacity", Ok(alpha)) => style.fill_alpha = alpha,
                ("font-size", Ok(size)) => style.size = size,
                ("font-weight", Ok(weight)) => style.weight = weight as u32,
                ("font-family", _) => style.serif = value.contains("serif") && !value.contains("sans-serif"),
                ("text-anchor", _) => {
                    style.anchor = match value.as_str() {
                        "middle" => Anchor::Middle,
                        "end" => Anchor::End,
                        _ => Anchor::Start,
                    }
                }
                _ => (),
            }
        }
        style
    }

    /// What fills it.
    pub fn fill(&self) -> Fill {
        let alpha = self.alpha * self.fill_alpha;
        match self.fill.as_str() {
            "none" => Fill::None,
            // The only pattern of our pictures.
            hatch if hatch.starts_with("url(") => Fill::Hatch(Paint { colour: HATCH.into(), alpha }),
            colour => Fill::Solid(Paint { colour: digits(colour), alpha }),
        }
    }

    /// The line around it.
    pub fn edge(&self) -> Option<Edge> {
        let paint = Paint { colour: digits(&self.stroke), alpha: self.alpha };
        let dash = match self.dash[..] {
            [] => Dash::Solid,
            [on, off] if on <= off => Dash::Dots,
            [_, _] => Dash::Dashes,
            _ => Dash::DashesAndDots,
        };
        (self.stroke != "none").then_some(Edge { paint, width: self.stroke_width * self.place.scale, dash })
    }

    /// The colour of its letters.
    pub fn colour(&self) -> String {
        digits(&self.fill)
    }

    /// Their face.
    pub fn face(&self) -> Face {
        match (self.serif, self.weight) {
            (true, _) => Face::OfficeSerif,
            (false, 600..) => Face::OfficeBold,
            (false, _) => Face::Office,
        }
    }
}

/// The colour of the hatch below the curve.
const HATCH: &str = "9A3A0C";

fn digits(colour: &str) -> String {
    colour.trim_start_matches('#').to_uppercase()
}
