//! What all slides and the parts around them share.

use super::About;
use crate::exchange::office::package::MAIN;
use crate::exchange::xml::Writer;

/// Where the names of drawings, and those of presentations, come from.
pub const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
pub const PRESENTATION: &str = "http://schemas.openxmlformats.org/presentationml/2006/main";

/// The face of all that says no other.
pub const FACE: &str = "Arial";

/// What all slides share.
pub struct TableFrame<'a> {
    /// Width and height.
    pub units: (u32, u32),
    /// Units to a pixel.
    pub per_pixel: f64,
    /// What the file says of itself.
    pub about: About<'a>,
}

/// The names that every root element declares.
pub fn spaces() -> [(&'static str, &'static str); 3] {
    [("xmlns:a", DRAWING), ("xmlns:r", MAIN), ("xmlns:p", PRESENTATION)]
}

/// The beginning of a tree of shapes.
pub fn tree(to: &mut Writer) {
    to.open("p:spTree", &[]);
    to.open("p:nvGrpSpPr", &[]);
    to.empty("p:cNvPr", &[("id", "1"), ("name", "")]);
    to.empty("p:cNvGrpSpPr", &[]);
    to.empty("p:nvPr", &[]);
    to.close();
    to.empty("p:grpSpPr", &[]);
}
