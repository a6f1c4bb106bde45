//! Optima of one unknown: a grid and bracketed searches, never a single local one.

use libm::exp;

use crate::figure::{Field, Figure, Must, NoFigure, figure};

/// Where f, which goes from below zero at `lo` to above zero at `hi` (or the other way round),
/// crosses zero. By bisection to the last digit; where no sign changes it ends at one of the two.
pub(crate) fn crossing(f: impl Fn(f64) -> f64, lo: f64, hi: f64) -> f64 {
    let (mut lo, mut hi) = (lo, hi);
    let rising = f(lo) < f(hi);
    for _ in 0..200 {
        let middle = 0.5 * (lo + hi);
        if middle <= lo || middle >= hi {
            break;
        }
        if (f(middle) < 0.0) == rising {
            lo = middle;
        } else {
            hi = middle;
        }
    }
    0.5 * (lo + hi)
}

/// The highest point that [`maximise`] found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Peak {
    /// Where it is.
    pub at: f64,
    /// How high it is.
    pub value: f64,
}

/// The highest point of f on [lo, hi]: a grid of `steps` intervals, then a golden-section search
/// around every hill of the grid, so that a second hill or a corner is not missed.
///
/// Points where f has no figure are passed over. At a tie the smaller place wins.
///
/// # Errors
/// What f says at `lo`, when it has a figure nowhere; [`NoFigure::Input`] for ends that are no
/// numbers or in the wrong order, or no or more than 100,000 steps.
pub fn maximise(f: impl Fn(f64) -> Figure, lo: f64, hi: f64, steps: u32) -> Figure<Peak> {
    climb(f, &even(lo, hi, steps)?)
}

/// Places from `lo` to `hi`, `steps` intervals of one length.
fn even(lo: f64, hi: f64, steps: u32) -> Figure<Vec<f64>> {
    Field::Low.number(lo)?;
    Field::High.number(hi)?;
    Field::High.require(lo <= hi, Must::ReachAtLeast(Field::Low))?;
    Field::High.number(hi - lo)?;
    Field::Count.require(steps > 0, Must::BePositive)?;
    Field::Count.at_most(steps as usize, 100_000)?;
    Ok((0..=steps).map(|i| lo + (hi - lo) * (f64::from(i) / f64::from(steps))).collect())
}

/// Places from 0 to 1 for a share: even ones, and close to both ends ever closer ones, so that a hill which stands there is
/// not stepped over.
pub(crate) fn shares() -> Vec<f64> {
    const EVEN: u32 = 200;
    const FINE: u32 = 60;
    let step = 1.0 / f64::from(EVEN);
    let close = (0..FINE).rev().map(|i| step * exp(-0.25 * f64::from(i + 1))).collect::<Vec<f64>>();
    let middle = (1..EVEN).map(|i| f64::from(i) * step);
    let far = close.iter().rev().map(|share| 1.0 - share);
    [0.0].into_iter().chain(close.iter().copied()).chain(middle).chain(far).chain([1.0]).collect()
}

/// The highest point of f between the first and the last of these rising places: each hill that they show is climbed.
pub(crate) fn climb(f: impl Fn(f64) -> Figure, places: &[f64]) -> Figure<Peak> {
    let height = |x: f64| f(x).and_then(figure).unwrap_or(f64::NEG_INFINITY);
    let grid: Vec<Peak> = places.iter().map(|at| Peak { at: *at, value: height(*at) }).collect();
    let Some(mut best) = grid.first().copied() else { return Err(NoFigure::NothingToShare) };
    let mut offer = |peak: Peak| {
        if peak.value > best.value {
            best = peak;
        }
    };
    for (i, point) in grid.iter().enumerate() {
        let left = grid[i.saturating_sub(1)];
        let right = grid[(i + 1).min(grid.len() - 1)];
        if point.value >= left.value && point.value >= right.value {
            offer(*point);
            // Level ground has no hill to be climbed.
            if left.value == point.value && point.value == right.value {
                continue;
            }
            offer(golden(&height, left.at, right.at));
        }
    }
    if best.value == f64::NEG_INFINITY {
        return f(best.at).and(Err(NoFigure::TooLarge));
    }
    Ok(best)
}

/// The highest point, and how far one may stray from it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Plateau {
    /// The highest point.
    pub peak: Peak,
    /// The smallest place that is nearly as high.
    pub from: f64,
    /// The largest place that is nearly as high.
    pub to: f64,
}

/// The highest point as [`maximise`] finds it, and the places around it that come within
/// `tolerance` of its height (0.02: lose at most 2% of it), on the hill on which it stands: "best
/// between 30 and 51%".
///
/// # Errors
/// As [`maximise`]; the tolerance must be a share.
pub fn plateau(f: impl Fn(f64) -> Figure, lo: f64, hi: f64, steps: u32, tolerance: f64) -> Figure<Plateau> {
    plateau_on(f, &even(lo, hi, steps)?, tolerance)
}

/// The same over rising places of one's own.
pub(crate) fn plateau_on(f: impl Fn(f64) -> Figure, places: &[f64], tolerance: f64) -> Figure<Plateau> {
    Field::Share.share(tolerance)?;
    let peak = climb(&f, places)?;
    let enough = peak.value - tolerance * peak.value.abs();
    let spare = |x: f64| f(x).map_or(f64::NEG_INFINITY, |height| height - enough);
    let walk = |steps: &mut dyn Iterator<Item = f64>| {
        let mut good = peak.at;
        for next in steps {
            if spare(next) < 0.0 {
                return crossing(spare, good.min(next), good.max(next));
            }
            good = next;
        }
        good
    };
    let from = walk(&mut places.iter().rev().copied().filter(|place| *place < peak.at));
    let to = walk(&mut places.iter().copied().filter(|place| *place > peak.at));
    Ok(Plateau { peak, from, to })
}

/// The top of a single hill on [lo, hi].
pub(crate) fn golden(f: &impl Fn(f64) -> f64, lo: f64, hi: f64) -> Peak {
    const RATIO: f64 = 0.618_033_988_749_894_9;
    let (mut lo, mut hi) = (lo, hi);
    let mut left = hi - RATIO * (hi - lo);
    let mut right = lo + RATIO * (hi - lo);
    let (mut at_left, mut at_right) = (f(left), f(right));
    // 0.618^80 is below the last digit of any bracket. A height around a top says nothing of the last half of the digits of its place.
    for _ in 0..80 {
        if hi - lo <= 1e-10 * hi.abs().max(lo.abs()) {
            break;
        }
        if at_left >= at_right {
            hi = right;
            (right, at_right) = (left, at_left);
            left = hi - RATIO * (hi - lo);
            at_left = f(left);
        } else {
            lo = left;
            (left, at_left) = (right, at_right);
            right = lo + RATIO * (hi - lo);
            at_right = f(right);
        }
    }
    if at_left >= at_right { Peak { at: left, value: at_left } } else { Peak { at: right, value: at_right } }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn crossing_of_a_falling_and_a_rising_line() {
        assert!((crossing(|x| 2.0 - x, 0.0, 10.0) - 2.0).abs() < 1e-15);
        assert!((crossing(|x| x - 2.0, 0.0, 10.0) - 2.0).abs() < 1e-15);
    }

    /// A profit over a long horizon takes a millisecond: few of them are asked for.
    #[test]
    fn level_ground_is_not_climbed_and_a_hill_only_as_far_as_its_height_tells() {
        let asked = |f: fn(f64) -> f64| {
            let count = core::cell::Cell::new(0);
            let counted = |x: f64| {
                count.set(count.get() + 1);
                Ok(f(x))
            };
            climb(counted, &shares()).unwrap();
            count.get()
        };
        let places = shares().len();
        assert_eq!(asked(|_| 7.0), places);
        assert!(asked(|x| 1.0 - (x - 0.38) * (x - 0.38)) <= places + 60, "one hill");
        assert!(asked(|x| x) <= places + 60 && asked(|x| -x) <= places + 90, "corners");
    }

    #[test]
    fn a_plateau_ends_where_the_tolerance_does() {
        let hill = |x: f64| Ok(100.0 - (x - 3.0) * (x - 3.0));
        let found = plateau(hill, 0.0, 3.5, 35, 0.01).unwrap();
        assert!((found.peak.at - 3.0).abs() < 1e-6 && (found.from - 2.0).abs() < 1e-6 && found.to == 3.5);
    }

    #[test]
    fn maximise_finds_the_higher_of_two_hills_and_a_corner() {
        let hills = |x: f64| Ok(libm::exp(-(x - 1.0) * (x - 1.0)) + 1.1 * libm::exp(-9.0 * (x - 4.0) * (x - 4.0)));
        let peak = maximise(hills, 0.0, 5.0, 40).unwrap();
        assert!((peak.at - 4.0).abs() < 1e-3, "{peak:?}");
        assert_eq!(maximise(Ok, 0.0, 5.0, 10).unwrap().at, 5.0);
        assert_eq!(maximise(|x| Ok(-x), 0.0, 5.0, 10).unwrap().at, 0.0);
    }
}
