//! The digits that a simulated figure deserves.

use libm::{floor, log10, pow, round};

use crate::figure::{Field, Figure, Must};

/// The ranks, from 1, that enclose the true quantile in 19 of 20 simulations of `runs` runs: n p ∓ 1.96 √(n p (1−p)), rounded
/// outwards (F53).
///
/// # Errors
/// At least one run; p must be between 0 and 1.
pub fn rank_interval(runs: u32, p: f64) -> Figure<(u32, u32)> {
    Field::Runs.require(runs > 0, Must::BePositive)?;
    Field::Share.inside(p)?;
    let n = f64::from(runs);
    let (middle, width) = (n * p, 1.96 * (n * p * (1.0 - p)).sqrt());
    // Casts saturate.
    let from = (floor(middle - width) as u32).max(1);
    let to = ((middle + width).ceil() as u32).min(runs);
    Ok((from, to))
}

/// The largest number of significant digits to which `shown` and both ends of its confidence interval round alike; from 1 to 15.
pub fn shared_digits(shown: f64, from: f64, to: f64) -> u32 {
    const MOST: u32 = 15;
    if !(shown.is_finite() && from.is_finite() && to.is_finite()) || shown == 0.0 {
        return 1;
    }
    let size = floor(log10(shown.abs()));
    let at = |x: f64, digits: u32| round(x / pow(10.0, size + 1.0 - f64::from(digits)));
    let alike = |digits: &u32| at(from, *digits) == at(shown, *digits) && at(to, *digits) == at(shown, *digits);
    (1..=MOST).rev().find(alike).unwrap_or(1)
}

/// As [`shared_digits`], but two digits where there would be one and both ends are less than one unit of the second digit apart:
/// 16.5 between 16.4 and 16.6 is no 20 (own convention).
pub(crate) fn held_digits(shown: f64, from: f64, to: f64) -> u32 {
    let digits = shared_digits(shown, from, to);
    let unit = pow(10.0, floor(log10(shown.abs())) - 1.0);
    if digits == 1 && shown != 0.0 && (to - from).abs() < unit { 2 } else { digits }
}

/// A share of simulated runs, capped at what a simulation can tell.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Chance {
    /// Below 1 %.
    AlmostNever,
    /// This share.
    About(f64),
    /// Above 99 %.
    AlmostAlways,
}

impl Chance {
    /// Caps a share of runs.
    pub fn of(share: f64) -> Self {
        if share < 0.01 {
            Chance::AlmostNever
        } else if share > 0.99 {
            Chance::AlmostAlways
        } else {
            Chance::About(share)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::held_digits;

    #[test]
    fn a_border_of_rounding_takes_no_digit_that_the_runs_hold() {
        for (shown, from, to, digits) in [
            (16.5, 16.4, 16.6, 2),
            (17.4, 16.1, 18.2, 1),
            (-16.5, -16.6, -16.4, 2),
            (258_431.0, 257_900.0, 258_700.0, 2),
            (0.0, -0.1, 0.1, 1),
            (9.96, 9.94, 9.97, 2),
            (f64::NAN, 1.0, 2.0, 1),
        ] {
            assert_eq!(held_digits(shown, from, to), digits, "{shown} from {from} to {to}");
        }
    }
}
