//! The emotion curve: its landmarks, and its shape as the text of SVG paths.

use std::fmt::Write;
use std::ops::Range;

use crate::model::quantity::Level;

/// The stages (counted from 0) that the curve marks by name, of equals each: none of them is lower than the other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Landmarks {
    /// Those of the highest level. None while all levels are the same.
    pub peak: Vec<usize>,
    /// Those of the lowest level. None while all levels are the same.
    pub lowest: Vec<usize>,
    /// The last stage with a level: what the customer leaves with.
    pub last: Option<usize>,
    /// Those at the lower end of the steepest fall between two neighbours.
    pub drop: Vec<usize>,
}

/// What a stage is on the curve.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Landmark {
    /// Its level is the highest.
    Peak,
    /// Its level is the lowest.
    Lowest,
    /// The curve falls most towards it.
    Drop,
    /// It is the last one with a level.
    Last,
}

impl Landmarks {
    /// The landmarks of the levels of all stages, first to last. A gap parts neighbours: no drop is read across it.
    pub fn of(levels: &[Option<Level>]) -> Self {
        let halves = || levels.iter().enumerate().filter_map(|(at, level)| Some((at, level.as_ref()?.halves())));
        let falls = || {
            let fall = |(at, pair): (usize, &[Option<Level>])| Some((at + 1, pair[0]?.halves() - pair[1]?.halves()));
            levels.windows(2).enumerate().filter_map(fall).filter(|(_, fall)| *fall > 0)
        };
        let [highest, lowest] = [halves().map(|(_, level)| level).max(), halves().map(|(_, level)| level).min()];
        let varied = highest != lowest;
        let level_of = |wanted: Option<i8>| {
            halves().filter(|(_, level)| varied && Some(*level) == wanted).map(|(at, _)| at).collect()
        };
        let steepest = falls().map(|(_, fall)| fall).max();
        Landmarks {
            peak: level_of(highest),
            lowest: level_of(lowest),
            last: halves().next_back().map(|(at, _)| at),
            drop: falls().filter(|(_, fall)| Some(*fall) == steepest).map(|(at, _)| at).collect(),
        }
    }

    /// What a stage is, in the order in which it is told.
    pub fn at(&self, stage: usize) -> impl Iterator<Item = Landmark> {
        let is = [
            (self.peak.contains(&stage), Landmark::Peak),
            (self.lowest.contains(&stage), Landmark::Lowest),
            (self.drop.contains(&stage), Landmark::Drop),
            (self.last == Some(stage), Landmark::Last),
        ];
        is.into_iter().filter_map(|(is, landmark)| is.then_some(landmark))
    }
}

/// Where the curve is drawn, in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CurveArea {
    /// The width of one stage.
    pub stage: f64,
    /// The whole height.
    pub height: f64,
    /// What stays free above +2 and below -2.
    pub margin: f64,
}

impl CurveArea {
    /// The middle of a stage, counted from 0, from the left edge.
    pub fn x(&self, stage: usize) -> f64 {
        (stage as f64 + 0.5) * self.stage
    }

    /// The height of a value from -2 to 2, from the upper edge.
    pub fn y(&self, value: f64) -> f64 {
        self.margin + (2.0 - value) / 4.0 * (self.height - 2.0 * self.margin)
    }

    /// The level at a height from the upper edge.
    pub fn level(&self, y: f64) -> Level {
        Level::nearest(2.0 - (y - self.margin) * 4.0 / (self.height - 2.0 * self.margin))
    }
}

/// The curve as SVG path data: open lines, and the closed areas between them and the zero line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paths {
    /// The lines, one for each run of stages with levels.
    pub line: String,
    /// The areas between the lines and zero.
    pub area: String,
}

/// Draws the curve of all stages. It passes through the middle of every stage with a level, is flat over the outer halves
/// of a run's ends, never leaves the range of two neighbours between them, and stops at a gap.
pub fn paths(levels: &[Option<Level>], frame: CurveArea) -> Paths {
    let mut paths = Paths::default();
    for run in runs(levels) {
        let left = run.start as f64 * frame.stage;
        let right = run.end as f64 * frame.stage;
        let values: Vec<f64> = levels[run.clone()].iter().flatten().map(|level| level.value()).collect();
        let line = line(&values, run.start, left, right, frame);
        let zero = frame.y(0.0);
        // Writing to a string cannot fail.
        let _ = write!(paths.area, "{line}V{zero:.1}H{left:.1}Z");
        paths.line.push_str(&line);
    }
    paths
}

fn line(values: &[f64], first: usize, left: f64, right: f64, frame: CurveArea) -> String {
    let slopes = slopes(values);
    let mut path = String::new();
    let _ = write!(path, "M{left:.1} {:.1}H{:.1}", frame.y(values[0]), frame.x(first));
    for (at, pair) in values.windows(2).enumerate() {
        let (x0, x1) = (frame.x(first + at), frame.x(first + at + 1));
        let third = (x1 - x0) / 3.0;
        let _ = write!(
            path,
            "C{:.1} {:.1} {:.1} {:.1} {:.1} {:.1}",
            x0 + third,
            frame.y(pair[0] + slopes[at] / 3.0),
            x1 - third,
            frame.y(pair[1] - slopes[at + 1] / 3.0),
            x1,
            frame.y(pair[1]),
        );
    }
    let _ = write!(path, "H{right:.1}");
    path
}

/// Points of the curve, for pictures that join them: runs of `(x, value)` with x in stages, `steps` to each stage.
pub fn samples(levels: &[Option<Level>], steps: usize) -> Vec<Vec<(f64, f64)>> {
    let sample = |run: Range<usize>| {
        let values: Vec<f64> = levels[run.clone()].iter().flatten().map(|level| level.value()).collect();
        let slopes = slopes(&values);
        let start = run.start as f64 + 0.5;
        let mut points = vec![(start, values[0])];
        for (at, pair) in values.windows(2).enumerate() {
            let (from, to) = (pair[0], pair[1]);
            points.extend((1..=steps).map(|step| {
                let t = step as f64 / steps as f64;
                // The cubic of Hermite on a stretch one wide.
                let (t2, t3) = (t * t, t * t * t);
                let value = from * (2.0 * t3 - 3.0 * t2 + 1.0)
                    + slopes[at] * (t3 - 2.0 * t2 + t)
                    + to * (3.0 * t2 - 2.0 * t3)
                    + slopes[at + 1] * (t3 - t2);
                (start + at as f64 + t, value)
            }));
        }
        points
    };
    runs(levels).into_iter().map(sample).collect()
}

/// The runs of neighbouring stages that have levels.
fn runs(levels: &[Option<Level>]) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for at in (0..levels.len()).filter(|&at| levels[at].is_some()) {
        match runs.last_mut() {
            Some(run) if run.end == at => run.end += 1,
            _ => runs.push(at..at + 1),
        }
    }
    runs
}

/// The slope at each point, for points one apart: flat at the ends and where the direction turns, else the harmonic mean of
/// the slopes on both sides, which keeps a cubic between its ends (Fritsch and Butland 1984).
fn slopes(values: &[f64]) -> Vec<f64> {
    let mut slopes = vec![0.0; values.len()];
    for at in 1..values.len().saturating_sub(1) {
        let before = values[at] - values[at - 1];
        let after = values[at + 1] - values[at];
        if before * after > 0.0 {
            slopes[at] = 2.0 * before * after / (before + after);
        }
    }
    slopes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn levels(halves: &[i8]) -> Vec<Option<Level>> {
        halves.iter().map(|&h| (h != 9).then(|| Level::from_halves(h))).collect()
    }

    #[test]
    fn landmarks_name_the_places_that_matter() {
        let marks = Landmarks::of(&levels(&[3, -1, 1, -2, -4, -3]));
        assert_eq!(marks, Landmarks { peak: vec![0], lowest: vec![4], last: Some(5), drop: vec![1] });
        assert_eq!(marks.at(5).collect::<Vec<_>>(), [Landmark::Last]);
        assert_eq!(marks.at(2).next(), None);
    }

    #[test]
    fn of_equals_each_is_marked() {
        let marks = Landmarks::of(&levels(&[3, -2, 9, 3, -2, 0, -2]));
        assert_eq!(marks, Landmarks { peak: vec![0, 3], lowest: vec![1, 4, 6], last: Some(6), drop: vec![1, 4] });
        assert_eq!(marks.at(6).collect::<Vec<_>>(), [Landmark::Lowest, Landmark::Last]);
    }

    #[test]
    fn no_landmark_is_invented() {
        assert_eq!(Landmarks::of(&levels(&[9, 9])), Landmarks::default());
        let flat = Landmarks::of(&levels(&[2, 2]));
        assert_eq!(flat, Landmarks { last: Some(1), ..Landmarks::default() });
        assert!(Landmarks::of(&levels(&[4, 9, -4])).drop.is_empty(), "nobody said how the gap felt");
    }

    #[test]
    fn a_gap_parts_the_line() {
        let frame = CurveArea { stage: 100.0, height: 100.0, margin: 10.0 };
        let paths = paths(&levels(&[2, 9, -2, -4]), frame);
        assert_eq!(paths.line, "M0.0 30.0H50.0H100.0M200.0 70.0H250.0C283.3 70.0 316.7 90.0 350.0 90.0H400.0");
        assert!(paths.area.starts_with("M0.0 30.0H50.0H100.0V50.0H0.0Z"));
    }

    #[test]
    fn a_height_is_read_back_as_its_level() {
        let frame = CurveArea { stage: 1.0, height: 230.0, margin: 16.0 };
        for halves in -4..=4 {
            let level = Level::from_halves(halves);
            assert_eq!(frame.level(frame.y(level.value())), level);
        }
        assert_eq!(frame.level(-1000.0), Level::HIGHEST);
    }
}
