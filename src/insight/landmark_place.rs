//! Where the name of a landmark stands: close to its point, and clear of the curve.

use super::curve::{CurveArea, samples};
use crate::model::quantity::Level;

/// How finely the curve is looked at, in stretches to a stage.
const STEPS: usize = 16;
/// What stays free between a name and the curve.
const GAP: f64 = 3.0;
/// How far apart the places are that are tried.
const STEP: f64 = 4.0;
/// A place on the curve is worse than any that is only far from the point; one on the second curve is worse than a near one.
const ON_CURVE: f64 = 1000.0;
const ON_SECOND: f64 = 40.0;
/// As bad is a place on the line of the votes, which is so wide to either side.
const ON_VOTES: f64 = 40.0;
const HALF_VOTES: f64 = 6.0;

/// A name that looks for its place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Name {
    /// The stage of its point, counted from 0.
    pub at: usize,
    /// How wide it is, in pixels.
    pub width: f64,
    /// How high.
    pub height: f64,
    /// How far from the middle of its point it is at least.
    pub clear: f64,
    /// From the highest to the lowest vote, by their distances from the upper edge, where voices differ: no name stands on that
    /// line if there is room beside it.
    pub votes: Option<(f64, f64)>,
}

/// The middle of a name from the left edge, and its upper edge. It stays in its stage and in the lane; of the places that are
/// clear of the curve it is the one nearest to the point. `None` for a stage without a level.
pub fn place(levels: &[Option<Level>], second: &[Option<Level>], frame: CurveArea, name: Name) -> Option<(f64, f64)> {
    let y = frame.y(levels.get(name.at).copied().flatten()?.value());
    let x = frame.x(name.at);
    let [first, second] = [levels, second].map(|levels| near(levels, frame, name.at));
    let votes = name.votes.map(|(top, bottom)| Stretch((x - HALF_VOTES, top), (x + HALF_VOTES, bottom)));
    let most_aside = ((frame.stage - name.width) / 2.0).max(0.0);
    let asides = (0..).map(|at| f64::from(at) * STEP).take_while(|aside| *aside < most_aside).chain([most_aside]);
    let asides: Vec<f64> = asides.flat_map(|aside| [aside, -aside]).collect();
    let far = (0..).map(|at| f64::from(at) * STEP).take_while(|far| *far < frame.height);
    // Beyond the point, where the curve is not.
    let outer_is_below = y > frame.height / 2.0;
    let tops = far.flat_map(|far| {
        let sides = [(true, y + name.clear + far), (false, y - name.clear - name.height - far)];
        sides.map(|(is_below, top)| (far + if is_below == outer_is_below { 0.0 } else { STEP / 2.0 }, top))
    });
    let in_lane = tops.filter(|(_, top)| *top >= 0.0 && top + name.height <= frame.height);
    let mut best: Option<(f64, (f64, f64))> = None;
    for (far, top) in in_lane {
        for aside in &asides {
            let middle = x + aside;
            let met = |stretches: &[Stretch]| stretches.iter().any(|stretch| stretch.meets(middle, top, name));
            let mut cost = far + aside.abs() / 2.0;
            if met(&first) {
                cost += ON_CURVE;
            }
            if met(&second) {
                cost += ON_SECOND;
            }
            if met(votes.as_slice()) {
                cost += ON_VOTES;
            }
            if best.is_none_or(|(least, _)| cost < least) {
                best = Some((cost, (middle, top)));
            }
        }
    }
    // In a lane that is lower than the name there is no place in it.
    Some(best.map_or((x, y + name.clear), |(_, place)| place))
}

/// A stretch of a curve, from its left end to its right one.
#[derive(Clone, Copy, Debug)]
struct Stretch((f64, f64), (f64, f64));

impl Stretch {
    fn meets(self, middle: f64, top: f64, name: Name) -> bool {
        let Stretch((left, one), (right, other)) = self;
        let half = name.width / 2.0 + GAP;
        right > middle - half
            && left < middle + half
            && one.max(other) > top - GAP
            && one.min(other) < top + name.height + GAP
    }
}

/// The stretches of a curve over a stage and its neighbours, in pixels. A run is flat over the outer halves of its ends.
fn near(levels: &[Option<Level>], frame: CurveArea, at: usize) -> Vec<Stretch> {
    let mut found = Vec::new();
    for mut run in samples(levels, STEPS) {
        if let (Some(&(first, start)), Some(&(last, end))) = (run.first(), run.last()) {
            run.insert(0, (first - 0.5, start));
            run.push((last + 0.5, end));
        }
        let points: Vec<_> = run.into_iter().map(|(x, value)| (x * frame.stage, frame.y(value))).collect();
        found.extend(points.windows(2).map(|pair| Stretch(pair[0], pair[1])));
    }
    let (left, right) = ((at as f64 - 1.0) * frame.stage, (at as f64 + 2.0) * frame.stage);
    found.retain(|Stretch(from, to)| to.0 > left && from.0 < right);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const FRAME: CurveArea = CurveArea { stage: 160.0, height: 144.0, margin: 17.0 };

    fn levels(halves: &[i8]) -> Vec<Option<Level>> {
        halves.iter().map(|&h| (h != 9).then(|| Level::from_halves(h))).collect()
    }

    /// Whether the curve runs through the name, seen pixel by pixel.
    fn is_clear(levels: &[Option<Level>], name: Name, (middle, top): (f64, f64)) -> bool {
        let inside = |(x, value): &(f64, f64)| {
            let (x, y) = (x * FRAME.stage, FRAME.y(*value));
            (x - middle).abs() < name.width / 2.0 && y > top && y < top + name.height
        };
        !samples(levels, 320).iter().flatten().any(inside)
    }

    #[test]
    fn a_name_is_clear_of_the_curve_wherever_it_goes() {
        for code in 0..5_i32.pow(4) {
            let halves = [0, 1, 2, 3].map(|digit| (code / 5_i32.pow(digit) % 5 * 2 - 4) as i8);
            let levels = levels(&halves);
            for at in 0..4 {
                let name = Name { at, width: 116.0, height: 16.0, clear: 14.0, votes: None };
                let place = place(&levels, &[], FRAME, name).expect("a place");
                assert!(is_clear(&levels, name, place), "{halves:?} at {at}: {place:?}");
                assert!(place.1 >= 0.0 && place.1 + name.height <= FRAME.height);
                assert!((place.0 - FRAME.x(at)).abs() <= 22.0, "in its stage");
            }
        }
    }

    #[test]
    fn the_lowest_and_last_is_named_beside_the_fall() {
        let levels = levels(&[4, 3, -4]);
        let name = Name { at: 2, width: 120.0, height: 32.0, clear: 14.0, votes: None };
        let place = place(&levels, &[], FRAME, name).expect("a place");
        assert!(is_clear(&levels, name, place), "{place:?}");
        assert!(place.0 > FRAME.x(2), "to the right, where the curve is flat");
    }

    #[test]
    fn a_name_stands_beside_the_line_of_the_votes() {
        let levels = levels(&[-1, 3, -1]);
        let votes = Some((FRAME.y(2.0), FRAME.y(-2.0)));
        let name = Name { at: 1, width: 40.0, height: 16.0, clear: 14.0, votes };
        let place = place(&levels, &[], FRAME, name).expect("a place");
        assert!((place.0 - FRAME.x(1)).abs() >= 20.0 + HALF_VOTES, "{place:?}");
        assert!(is_clear(&levels, name, place), "{place:?}");
    }

    #[test]
    fn nothing_is_named_without_a_level() {
        let name = Name { at: 1, width: 40.0, height: 16.0, clear: 14.0, votes: None };
        assert_eq!(place(&levels(&[2, 9]), &[], FRAME, name), None);
        assert_eq!(place(&levels(&[2]), &[], FRAME, name), None);
    }

    #[test]
    fn in_a_flat_lane_the_name_is_below_its_point() {
        let low = CurveArea { height: 20.0, ..FRAME };
        let name = Name { at: 0, width: 40.0, height: 16.0, clear: 14.0, votes: None };
        assert_eq!(place(&levels(&[0]), &[], low, name), Some((80.0, 24.0)));
    }
}
