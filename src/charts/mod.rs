//! How it is drawn: plotters to SVG text, from plain figures and words. No document, no page; colours come as a [`Look`].
//!
//! Every [`Chart`] draws itself on a [`Surface`] and writes itself as a [`DataTable`], from the same figures: what is seen, read
//! out, walked through and downloaded agrees. A figure that is missing is `None` and leaves a gap; one that is no number is
//! taken as missing.

mod axes;
mod canvas;
mod capsule;
mod line;
mod note;
mod opportunities;
mod pairs;
mod redrawn;
mod rows;
mod scale;
mod sheet;
mod split;
mod table;
mod thumbnail;
mod waterfall;

use std::sync::Arc;

pub use axes::Axis;
pub use capsule::Capsule;
pub use line::{Band, LineChart, Note, Series};
pub use opportunities::{Opportunities, Spot};
pub use pairs::{Pair, Pairs};
pub use redrawn::{Change, changes};
pub use rows::{Ratio, RatioChart, Swing, Tornado, TornadoRow};
pub use scale::{Floor, Scale, Steps, domain, ticks};
pub use sheet::picture;
pub use split::{Mark, SplitChart};
pub use table::{Cell, DataRow, DataTable};
pub use thumbnail::thumbnail;
pub use waterfall::{Waterfall, WaterfallColumn};

use crate::drawing::Look;
use crate::drawing::pen::Area;

/// How a figure is written: the caller knows its unit and the language.
pub type Format = Arc<dyn Fn(f64) -> String + Send + Sync>;

/// What a chart is drawn on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Surface {
    /// The width, in pixels.
    pub width: f64,
    /// The height. Charts of rows say themselves how high they should be ([`Chart::height`]).
    pub height: f64,
    /// The colours.
    pub look: Look,
    /// The code of the language of the words, for assistive technology.
    pub lang: &'static str,
}

/// A drawn chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// The SVG text, as large as the sheet.
    pub svg: String,
    /// Its height, in pixels.
    pub height: f64,
    /// Where each row of the [`DataTable`] is seen: a line without width for a place along x, a rectangle for a bar.
    pub stops: Vec<Area>,
}

impl Drawing {
    /// The stop nearest to a place, in pixels from the upper left corner.
    pub fn nearest(&self, x: f64, y: f64) -> Option<usize> {
        let gap = |at: f64, from: f64, size: f64| (from - at).max(at - from - size).max(0.0);
        let far = |stop: &Area| gap(x, stop.x, stop.w).hypot(gap(y, stop.y, stop.h));
        let stops = self.stops.iter().enumerate();
        stops.min_by(|(_, one), (_, other)| far(one).total_cmp(&far(other))).map(|(at, _)| at)
    }
}

/// A chart: figures and words, without a size and colours.
pub trait Chart {
    /// Draws it. Nothing leaves the sheet.
    fn draw(&self, sheet: &Surface) -> Drawing;

    /// The same figures as a table.
    fn table(&self) -> DataTable;

    /// How high it should be at a width, in pixels.
    fn height(&self, width: f64) -> f64 {
        (width * 0.5).clamp(200.0, 280.0)
    }
}

/// Whose figures these are. Colour, dash and the name at the end tell them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// What is: ink, dashed.
    A,
    /// What could be: the accent, solid.
    B,
    /// A third: teal, dotted.
    C,
    /// A fourth: dark ink, dash and dot.
    D,
}

impl Role {
    /// All, in order.
    pub const ALL: [Role; 4] = [Role::A, Role::B, Role::C, Role::D];

    /// The colour of its lines, bars and words.
    pub fn colour(self, look: &Look) -> &'static str {
        match self {
            Role::A => look.ink_2,
            Role::B => look.accent,
            Role::C => look.teal,
            Role::D => look.ink,
        }
    }

    /// The width of its line, and the dash of it in pixels.
    fn stroke(self) -> (f64, &'static [u32]) {
        match self {
            Role::A => (2.0, &[5, 4]),
            Role::B => (2.5, &[]),
            Role::C => (2.5, &[2, 4]),
            Role::D => (2.0, &[10, 4, 2, 4]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pointer_finds_the_nearest_stop() {
        let line = |x: f64| Area { x, y: 10.0, w: 0.0, h: 100.0 };
        let drawing = Drawing { svg: String::new(), height: 100.0, stops: vec![line(20.0), line(60.0), line(100.0)] };
        assert_eq!([0.0, 39.0, 41.0, 500.0].map(|x| drawing.nearest(x, 0.0)), [Some(0), Some(0), Some(1), Some(2)]);
        assert_eq!(Drawing { svg: String::new(), height: 100.0, stops: Vec::new() }.nearest(1.0, 1.0), None);
    }
}
