//! The signs of the lanes: a grid of 16 pixels, strokes of 1.5.

use crate::drawing::pen::{Pen, number};
use crate::model::journey::LaneKind;

/// The sign of a kind of lane, as path data.
fn path(kind: LaneKind) -> &'static str {
    match kind {
        LaneKind::Actions => "M2 13h3.5V9.5H9V6h3.5V3H14",
        LaneKind::Touchpoints => "M5 2h6v12H5zM7.3 11.8h1.4",
        LaneKind::Thoughts => "M6.5 4C4 5 3 6.6 3 9v2.5h3.2V8.7H4.4M13 4c-2.5 1-3.5 2.6-3.5 5v2.5h3.2V8.7h-1.8",
        LaneKind::Emotion => "M1.5 11C4 11 4.5 4 8 4s3 5 6.5 5",
        LaneKind::Friction => "M8 2.5l6 11H2zM8 6.5v3M8 11.4v.2",
        LaneKind::Opportunities => "M8 1.5v4M8 10.5v4M1.5 8h4M10.5 8h4",
        LaneKind::Backstage => "M2 3.5h12M3 3.5v9M13 3.5v9M6 3.5c0 4-1 6-3 7M10 3.5c0 4 1 6 3 7",
        LaneKind::Pulse => "M3.5 13V8.5M8 13V3M12.5 13V6",
        LaneKind::Free => "M3 4h10M3 8h10M3 12h6",
    }
}

/// Draws the sign of a kind of lane, 14 pixels large, with its upper left corner at a place.
pub fn draw(pen: &mut Pen, kind: LaneKind, x: f64, y: f64, colour: &str) {
    let place = ["translate(", &number(x), " ", &number(y), ") scale(.875)"].concat();
    pen.path(
        path(kind),
        &[
            ("transform", &place),
            ("fill", "none"),
            ("stroke", colour),
            ("stroke-width", "1.5"),
            ("stroke-linecap", "round"),
            ("stroke-linejoin", "round"),
        ],
    );
}
