//! Words about a place, put where no line runs.

use super::canvas::{Canvas, NAME, Point};
use crate::drawing::pen::Area;
use crate::drawing::setting::clip;

/// Lines that words should not lie on.
pub struct Obstacles(pub Vec<Vec<Point>>);

impl Obstacles {
    /// How many pieces of lines run through a rectangle.
    fn through(&self, area: Area) -> usize {
        let pieces = self.0.iter().flat_map(|run| run.windows(2));
        pieces.filter(|piece| matches!(piece, [from, to] if crosses(*from, *to, area))).count()
    }
}

/// The notes of one drawing.
pub struct Notes {
    plot: Area,
    obstacles: Obstacles,
    taken: Vec<Area>,
}

/// How far a note stands from what it is about.
const REACH: [f64; 4] = [26.0, 44.0, 64.0, 90.0];
const BESIDE: f64 = 8.0;

impl Notes {
    /// For a plot with these lines.
    pub fn new(plot: Area, obstacles: Obstacles) -> Self {
        Notes { plot, obstacles, taken: Vec::new() }
    }

    /// A note about one point: a ring, a leader up or down, words at its end.
    pub fn point(&mut self, canvas: &mut Canvas, at: Point, text: &str) {
        let block = clip(text, NAME, self.plot.w);
        let (w, h) = (block.width, NAME.line);
        let mut places = Vec::new();
        for reach in REACH {
            for (end, top) in [(at.1 - reach, at.1 - reach - h), (at.1 + reach, at.1 + reach)] {
                for x in [at.0 - w + 4.0, at.0 - w / 2.0, at.0 - 4.0] {
                    places.push((end, Area { x, y: top, w, h }));
                }
            }
        }
        let Some((end, area)) = self.best(places, |(_, area)| *area) else { return };
        let look = canvas.look;
        canvas.layer("leader", &[], &|layer| {
            layer.line(&[at, (at.0, end)], look.ink, 1.0);
            layer.ring(at, 4.0, look.surface, (look.ink, 1.5));
        });
        canvas.note((area.x, area.y), &block);
        self.taken.push(area);
    }

    /// A note about the distance of two points above each other: a ring at each, a leader between, words beside it.
    pub fn distance(&mut self, canvas: &mut Canvas, one: (Point, &str), other: (Point, &str), text: &str) {
        let block = clip(text, NAME, self.plot.w);
        let (w, h) = (block.width, NAME.line);
        let (x, middle) = (one.0.0, (one.0.1 + other.0.1) / 2.0);
        let places = [0.0, -20.0, 20.0, -40.0, 40.0]
            .iter()
            .flat_map(|shift| [x + BESIDE, x - BESIDE - w].map(|x| Area { x, y: middle + shift - h / 2.0, w, h }))
            .collect();
        let Some(area) = self.best(places, |area| *area) else { return };
        let look = canvas.look;
        canvas.layer("leader", &[], &|layer| {
            layer.line(&[one.0, other.0], look.ink, 1.0);
            for (point, colour) in [one, other] {
                layer.ring(point, 3.5, look.surface, (colour, 2.0));
            }
        });
        canvas.note((area.x, area.y), &block);
        self.taken.push(area);
    }

    /// The first place where no line runs, else the one with the fewest; none where words would leave the plot or lie on others.
    fn best<T>(&self, places: Vec<T>, area: impl Fn(&T) -> Area) -> Option<T> {
        let free = places.into_iter().filter(|place| {
            let area = area(place);
            let inside = area.x >= self.plot.x
                && area.y >= self.plot.y
                && area.x + area.w <= self.plot.x + self.plot.w
                && area.y + area.h <= self.plot.y + self.plot.h;
            inside && !self.taken.iter().any(|taken| overlap(*taken, area))
        });
        free.min_by_key(|place| self.obstacles.through(area(place)))
    }
}

/// Whether two rectangles share more than an edge.
pub fn overlap(one: Area, other: Area) -> bool {
    one.x < other.x + other.w && other.x < one.x + one.w && one.y < other.y + other.h && other.y < one.y + one.h
}

/// Whether a straight line runs through a rectangle (Liang and Barsky).
fn crosses(from: Point, to: Point, area: Area) -> bool {
    let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
    for (start, step, low, high) in
        [(from.0, to.0 - from.0, area.x, area.x + area.w), (from.1, to.1 - from.1, area.y, area.y + area.h)]
    {
        if step == 0.0 {
            if start < low || start > high {
                return false;
            }
        } else {
            let (one, other) = ((low - start) / step, (high - start) / step);
            enter = enter.max(one.min(other));
            leave = leave.min(one.max(other));
        }
    }
    enter <= leave
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_crosses_a_rectangle_or_passes_it() {
        let area = Area { x: 10.0, y: 10.0, w: 10.0, h: 10.0 };
        assert!(crosses((0.0, 0.0), (30.0, 30.0), area));
        assert!(crosses((12.0, 12.0), (13.0, 13.0), area), "inside");
        assert!(!crosses((0.0, 0.0), (5.0, 5.0), area), "ends before");
        assert!(!crosses((0.0, 15.0), (15.0, 0.0), Area { x: 10.0, y: 10.0, ..area }), "passes the corner");
        assert!(!crosses((0.0, 30.0), (30.0, 30.0), area));
    }
}
