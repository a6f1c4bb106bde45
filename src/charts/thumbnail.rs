//! A map in small, for the library.

use plotters::coord::Shift;
use plotters::drawing::DrawingAreaErrorKind;
use plotters::prelude::*;

use super::canvas::rgb;
use crate::drawing::Look;
use crate::insight::curve;
use crate::model::quantity::Level;
use crate::model::summary::Sketch;

/// Four times as large as it is shown: plotters draws in whole pixels.
const WIDTH: u32 = 1304;
const HEIGHT: u32 = 656;
const MARGIN: i32 = 36;
const TOP: i32 = 192;
const BOTTOM: i32 = 480;
/// How many rows of cards fit above the curve, and of frictions below.
const ROWS: usize = 3;

/// The SVG text of a map in small, scaled by its view box. Empty for a map without stages.
pub fn thumbnail(sketch: &Sketch, look: &Look) -> String {
    let mut text = String::new();
    if !sketch.0.is_empty() {
        let area = SVGBackend::with_string(&mut text, (WIDTH, HEIGHT)).into_drawing_area();
        // Text in memory takes whatever is drawn; a backend that failed would leave an empty picture, not a wrong one.
        let _ = draw(&area, sketch, look);
    }
    text
}

type Outcome = Result<(), DrawingAreaErrorKind<std::io::Error>>;

fn draw(area: &DrawingArea<SVGBackend, Shift>, sketch: &Sketch, look: &Look) -> Outcome
where
    DrawingAreaErrorKind<std::io::Error>:
        From<DrawingAreaErrorKind<<SVGBackend<'static> as DrawingBackend>::ErrorType>>,
{
    let stages = sketch.0.len() as i32;
    let width = (WIDTH as i32 - 2 * MARGIN) / stages;
    let gap = (width / 10).min(36);
    let bar = |x: i32, y: i32, w: i32, h: i32, colour: &str| {
        area.draw(&Rectangle::new([(x, y), (x + w, y + h)], rgb(colour).filled()))
    };
    area.draw(&PathElement::new([(24, middle()), (WIDTH as i32 - 24, middle())], rgb(look.line_2).stroke_width(4)))?;
    for (at, stage) in sketch.0.iter().enumerate() {
        let x = MARGIN + at as i32 * width;
        bar(x, 56, (width - gap) * 6 / 10, 16, look.control)?;
        for row in 0..stage.cards.min(ROWS) as i32 {
            bar(x, 100 + row * 32, width - gap, 22, look.raised)?;
        }
        for row in 0..stage.frictions.min(ROWS) as i32 {
            bar(x, 512 + row * 40, width - gap, 26, look.rust_line)?;
        }
    }
    let levels: Vec<Option<Level>> = sketch.0.iter().map(|stage| stage.emotion).collect();
    let place = |(x, value): (f64, f64)| (MARGIN + (x * f64::from(width)) as i32 - gap / 2, height_of(value));
    for run in curve::samples(&levels, 16) {
        area.draw(&PathElement::new(run.into_iter().map(place).collect::<Vec<_>>(), rgb(look.ink).stroke_width(8)))?;
    }
    for (at, level) in levels.iter().enumerate().filter_map(|(at, level)| Some((at, (*level)?))) {
        let point = place((at as f64 + 0.5, level.value()));
        area.draw(&Circle::new(point, 18, rgb(look.level(level)).filled()))?;
    }
    area.present()
}

fn middle() -> i32 {
    height_of(0.0)
}

fn height_of(value: f64) -> i32 {
    TOP + ((2.0 - value) / 4.0 * f64::from(BOTTOM - TOP)) as i32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::summary::SketchStage;

    #[test]
    fn a_thumbnail_shows_a_point_for_each_level_and_none_for_a_gap() {
        let stage =
            |halves: Option<i8>| SketchStage { emotion: halves.map(Level::from_halves), cards: 2, frictions: 1 };
        let sketch = Sketch(vec![stage(Some(4)), stage(None), stage(Some(-3))]);
        let svg = thumbnail(&sketch, &Look::LIGHT);
        assert_eq!(svg.matches("<circle").count(), 2);
        assert!(svg.contains("#084B45") && svg.contains("#832A04"), "points wear the colours of their levels");
        assert_eq!(svg.matches("#E6C8B0").count(), 3, "one friction a stage");
        assert!(!svg.contains("<script"));
    }

    #[test]
    fn a_map_without_stages_has_no_picture() {
        assert_eq!(thumbnail(&Sketch::default(), &Look::DARK), "");
    }
}
