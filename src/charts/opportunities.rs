//! Outcomes by importance and satisfaction: the further below the lines, the more worth doing something about.

use super::axes::{GAP, crisp};
use super::canvas::{AXIS, Canvas, NAME, measure, widest};
use super::note::overlap;
use super::scale::{Scale, drawable};
use super::{Cell, Chart, DataRow, DataTable, Drawing, Format, Surface};
use crate::drawing::pen::{Anchor, Area};

/// Both axes go from 0 to this.
const MOST: f64 = 10.0;
const TICKS: [f64; 6] = [0.0, 2.0, 4.0, 6.0, 8.0, 10.0];
/// Scores at which the judgement changes: importance + (importance − satisfaction).
const LINES: [f64; 3] = [10.0, 12.0, 15.0];
const RADIUS: f64 = 5.5;

/// An outcome on the chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Spot {
    /// What it is called.
    pub name: String,
    /// Importance, 0 to 10.
    pub x: f64,
    /// Satisfaction, 0 to 10.
    pub y: f64,
    /// The score, 0 to 20.
    pub score: f64,
    /// The range of the score.
    pub range: (f64, f64),
    /// Whether there are enough answers to judge; else it is drawn hollow.
    pub is_sure: bool,
}

/// The chart.
#[derive(Clone)]
pub struct Opportunities {
    /// The outcomes; they are numbered in this order.
    pub spots: Vec<Spot>,
    /// The columns of the table: outcome, importance, satisfaction, score.
    pub columns: [String; 4],
    /// Writes a figure.
    pub value: Format,
}

impl Chart for Opportunities {
    fn height(&self, width: f64) -> f64 {
        (width * 0.8).clamp(240.0, 360.0)
    }

    fn draw(&self, sheet: &Surface) -> Drawing {
        let mut canvas = Canvas::new(sheet);
        let look = canvas.look;
        let ticks = TICKS.map(|tick| (self.value)(tick));
        let left = widest(ticks.iter().map(String::as_str), AXIS) + GAP;
        let (right, top, bottom) = ((canvas.width - 12.0).max(left + 1.0), 26.0, (canvas.height - 40.0).max(27.0));
        let (x, y) = (Scale::new((0.0, MOST), (left, right)), Scale::new((0.0, MOST), (bottom, top)));
        canvas.layer("grid", &[], &|layer| {
            for tick in TICKS {
                layer.line(&[(left, crisp(y.at(tick))), (right, crisp(y.at(tick)))], look.grid, 1.0);
                layer.line(&[(crisp(x.at(tick)), top), (crisp(x.at(tick)), bottom)], look.grid, 1.0);
            }
        });
        for (tick, text) in TICKS.iter().zip(&ticks) {
            let style = (AXIS, look.ink_3);
            canvas.words("tick-y", (left - GAP, y.at(*tick)), text, style, Anchor::End, left);
            canvas.words("tick-x", (x.at(*tick), bottom + 14.0), text, style, Anchor::Middle, 40.0);
        }
        let [_, across, upwards, _] = &self.columns;
        let style = (NAME, look.ink_2);
        canvas.words("axis-x", (right, bottom + 30.0), across, style, Anchor::End, right);
        canvas.words("axis-y", (0.0, 10.0), upwards, style, Anchor::Start, canvas.width / 2.0);
        for score in LINES {
            // Where satisfaction is nothing the importance is half the score; where the importance is full it is what is left.
            let ends = [(score / 2.0, 0.0), (MOST, 2.0 * MOST - score)].map(|(i, s)| (x.at(i), y.at(s)));
            let dash = [("stroke-dasharray", "16 16")];
            canvas.layer("line", &dash, &|layer| layer.line(&ends, look.control, 1.0));
            let text = (self.value)(score);
            // Left of the line, as far as it leans below the figure.
            let [from, to] = ends;
            let lean = (to.0 - from.0) / (from.1 - to.1).max(1.0);
            let at = (to.0 - 16.0 * lean - 3.0, to.1 + 8.0);
            canvas.words("line", at, &text, (AXIS, look.ink_3), Anchor::End, measure(&text, AXIS) + 2.0);
        }
        let places: Vec<Option<(f64, f64)>> = self
            .spots
            .iter()
            .map(|spot| Some((x.at(drawable(spot.x)?.clamp(0.0, MOST)), y.at(drawable(spot.y)?.clamp(0.0, MOST)))))
            .collect();
        canvas.layer("spots", &[], &|layer| {
            for (spot, place) in self.spots.iter().zip(&places) {
                let Some(place) = place else { continue };
                let fill = if spot.is_sure { look.accent } else { look.surface };
                layer.ring(*place, RADIUS, fill, (look.accent, 1.5));
            }
        });
        for Numbered { text, at, anchor, .. } in numbers(&places, canvas.width) {
            canvas.words("spot", at, &text, (NAME, look.ink), anchor, 120.0);
        }
        let stop = |place: &Option<(f64, f64)>| {
            let (x, y) = place.unwrap_or((left, bottom));
            Area { x: x - RADIUS, y: y - RADIUS, w: 2.0 * RADIUS, h: 2.0 * RADIUS }
        };
        canvas.finish(places.iter().map(stop).collect())
    }

    fn table(&self) -> DataTable {
        let figure = |value: f64| Cell::figure(drawable(value), &*self.value);
        let row = |(at, spot): (usize, &Spot)| {
            let range = format!("{}\u{2013}{}", (self.value)(spot.range.0), (self.value)(spot.range.1));
            let values = vec![figure(spot.x), figure(spot.y), figure(spot.score), Cell::word(range)];
            DataRow { name: Cell::word(format!("{}. {}", at + 1, spot.name)), values }
        };
        let columns = self.columns.iter().cloned().chain(["95 %".into()]).collect();
        DataTable { columns, rows: self.spots.iter().enumerate().map(row).collect() }
    }
}

/// The number of a spot; spots in one place share theirs.
struct Numbered {
    text: String,
    at: (f64, f64),
    anchor: Anchor,
    covers: Area,
}

/// The numbers of all spots, each beside, above or below its spot, where it covers no other number and no other spot.
fn numbers(places: &[Option<(f64, f64)>], width: f64) -> Vec<Numbered> {
    let is_one_place = |one: (f64, f64), other: (f64, f64)| (one.0 - other.0).hypot(one.1 - other.1) < 1.0;
    let mut shared: Vec<((f64, f64), Vec<String>)> = Vec::new();
    for (at, place) in places.iter().enumerate().filter_map(|(at, place)| Some((at, (*place)?))) {
        let number = (at + 1).to_string();
        match shared.iter_mut().find(|(known, _)| is_one_place(*known, place)) {
            Some((_, numbers)) => numbers.push(number),
            None => shared.push((place, vec![number])),
        }
    }
    let spot = |(x, y): (f64, f64)| Area { x: x - RADIUS, y: y - RADIUS, w: 2.0 * RADIUS, h: 2.0 * RADIUS };
    let spots: Vec<((f64, f64), Area)> = shared.iter().map(|(place, _)| (*place, spot(*place))).collect();
    let mut done: Vec<Numbered> = Vec::with_capacity(shared.len());
    for (place, numbers) in shared {
        let text = numbers.join(", ");
        let (w, h) = (measure(&text, NAME), NAME.size);
        let far = RADIUS + 3.0;
        let row = |x: f64, y: f64, anchor: Anchor, left: f64| Numbered {
            text: text.clone(),
            at: (x, y),
            anchor,
            covers: Area { x: left, y: y - h / 2.0, w, h },
        };
        let (x, y) = place;
        let ways = [
            row(x + far, y, Anchor::Start, x + far),
            row(x - far, y, Anchor::End, x - far - w),
            row(x, y - far - h / 2.0, Anchor::Middle, x - w / 2.0),
            row(x, y + far + h / 2.0, Anchor::Middle, x - w / 2.0),
        ];
        let is_free = |way: &Numbered| {
            let others = spots.iter().filter(|(other, _)| *other != place).map(|(_, area)| area);
            let inside = way.covers.x >= 0.0 && way.covers.x + way.covers.w <= width;
            inside && !others.chain(done.iter().map(|done| &done.covers)).any(|area| overlap(way.covers, *area))
        };
        let free = ways.iter().position(is_free).unwrap_or(0);
        done.extend(ways.into_iter().nth(free));
    }
    done
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::drawing::Look;

    fn chart(spots: Vec<Spot>) -> Opportunities {
        let columns = ["Outcome", "Importance", "Satisfaction", "Opportunity"].map(String::from);
        Opportunities { spots, columns, value: Arc::new(|value| format!("{value:.1}")) }
    }

    fn spot(x: f64, y: f64) -> Spot {
        Spot { name: "Less time".into(), x, y, score: x + (x - y).max(0.0), range: (3.0, 9.5), is_sure: true }
    }

    #[test]
    fn every_outcome_is_a_stop_inside_the_sheet() {
        let sheet = Surface { width: 400.0, height: 320.0, look: Look::LIGHT, lang: "en" };
        let drawing = chart(vec![spot(0.0, 0.0), spot(10.0, 10.0), spot(9.0, f64::NAN)]).draw(&sheet);
        assert_eq!(drawing.stops.len(), 3);
        for stop in &drawing.stops {
            assert!(stop.x >= 0.0 && stop.x + stop.w <= 400.0 && stop.y >= 0.0 && stop.y + stop.h <= 320.0, "{stop:?}");
        }
        assert!(drawing.stops[0].x < drawing.stops[1].x && drawing.stops[0].y > drawing.stops[1].y);
    }

    #[test]
    fn numbers_cover_neither_each_other_nor_other_spots() {
        let places = [(100.0, 100.0), (112.0, 100.0), (100.0, 100.0), (124.0, 101.0), (106.0, 88.0), (395.0, 50.0)];
        let all = numbers(&places.map(Some), 400.0);
        let texts: Vec<&str> = all.iter().map(|one| one.text.as_str()).collect();
        assert_eq!(texts, ["1, 3", "2", "4", "5", "6"], "spots in one place share a number");
        for (at, one) in all.iter().enumerate() {
            assert!(!all[..at].iter().any(|other| overlap(one.covers, other.covers)), "{}", one.text);
            assert!(one.covers.x >= 0.0 && one.covers.x + one.covers.w <= 400.0, "{}", one.text);
        }
    }

    #[test]
    fn the_table_has_the_same_figures() {
        let table = chart(vec![spot(8.0, 2.0)]).table();
        assert_eq!(
            table.line(0),
            "1. Less time: Importance 8.0, Satisfaction 2.0, Opportunity 14.0, 95 % 3.0\u{2013}9.5"
        );
    }
}
