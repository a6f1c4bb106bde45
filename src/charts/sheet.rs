//! A chart as a picture of its own: what stands around it on the page goes with it.

use super::canvas::{AXIS, Canvas};
use super::{Chart, Surface};
use crate::drawing::pen::{Anchor, Area};
use crate::drawing::{Face, Picture, Type};

const TITLE: Type = Type::new(Face::Bold, 14.0, 20.0);
const MARGIN: f64 = 20.0;
const HEAD: f64 = 64.0;

/// A chart with its title and subtitle on a ground of its own. `sheet` is that of the chart alone.
pub fn picture(chart: &dyn Chart, sheet: &Surface, title: &str, subtitle: &str) -> Picture {
    let (width, height) = (sheet.width + 2.0 * MARGIN, sheet.height + HEAD + MARGIN);
    let mut canvas = Canvas::new(&Surface { width, height, ..*sheet });
    let look = sheet.look;
    let ground = Area { x: 0.0, y: 0.0, w: width, h: height };
    canvas.layer("ground", &[], &|layer| layer.bar(ground, look.surface));
    canvas.words("title", (MARGIN, 24.0), title, (TITLE, look.ink), Anchor::Start, sheet.width);
    canvas.words("subtitle", (MARGIN, 42.0), subtitle, (AXIS, look.ink_3), Anchor::Start, sheet.width);
    canvas.inset((MARGIN, HEAD), &chart.draw(sheet).svg);
    Picture { width, height, svg: canvas.finish(Vec::new()).svg }
}
