//! What pictures, pages and charts stand on: a pen that writes SVG, colours, typefaces and text set into lines.

mod advances;
pub mod faces;
pub mod look;
mod office;
pub mod pen;
mod raster;
pub mod setting;

pub use faces::{Face, Type, width};
pub use look::Look;
pub use raster::{PROBE, PROBE_COUNT, Raster, paintable, raster};

/// A drawing as SVG text.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// The width, in CSS pixels.
    pub width: f64,
    /// The height.
    pub height: f64,
    /// The text.
    pub svg: String,
}
