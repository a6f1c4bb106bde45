//! Slides with shapes and text that can be edited.

mod drawing;
mod frame;
mod parts;
pub mod shape;
mod write;

use crate::drawing::pen::Area;
use crate::exchange::picture::Paper;
use frame::TableFrame;
use shape::{Item, Shape};
pub use write::CELL_PAD;

/// The format of slides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A4 across.
    A4,
    /// Sixteen to nine, as programs for slides have it: 33.87 by 19.05 cm.
    Wide,
}

impl Format {
    /// Width and height in units of the file, 914,400 to an inch.
    fn units(self) -> (u32, u32) {
        match self {
            Format::A4 => (10_692_000, 7_560_000),
            Format::Wide => (12_192_000, 6_858_000),
        }
    }

    /// The paper that maps are laid out on for it.
    pub fn paper(self) -> Paper {
        match self {
            Format::A4 => Paper::A4Slide,
            Format::Wide => Paper::Wide,
        }
    }

    /// Width and height, in pixels: those of its paper.
    pub fn size(self) -> (f64, f64) {
        let (width, height) = self.paper().size();
        (f64::from(width) * 96.0 / 25.4, f64::from(height) * 96.0 / 25.4)
    }
}

/// A slide.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Slide {
    /// Its name, for those who look through the slides.
    pub name: String,
    /// What stands on it; what comes later covers what came before.
    pub items: Vec<Item>,
}

impl Slide {
    /// An empty slide.
    pub fn new(name: &str) -> Self {
        Slide { name: name.into(), items: Vec::new() }
    }

    /// Adds a shape.
    pub fn shape(&mut self, shape: Shape) {
        self.items.push(Item::Shape(shape));
    }

    /// Adds one of our own pictures, its upper left corner at a place, as shapes and text.
    pub fn picture(&mut self, svg: &str, at: (f64, f64), scale: f64) {
        self.items.extend(drawing::items(svg, at, scale));
    }
}

/// What the file says of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct About<'a> {
    /// The title.
    pub title: &'a str,
    /// The code of the language of its words.
    pub lang: &'a str,
}

/// A file of slides. Without one it has an empty one, as programs want it.
pub fn write(slides: &[Slide], format: Format, about: About) -> Vec<u8> {
    let empty = [Slide::default()];
    let slides = if slides.is_empty() { &empty } else { slides };
    let frame = TableFrame { units: format.units(), per_pixel: f64::from(format.units().0) / format.size().0, about };
    parts::package(slides, &frame).finish()
}

/// The whole slide.
pub fn ground(format: Format) -> Area {
    let (w, h) = format.size();
    Area { x: 0.0, y: 0.0, w, h }
}
