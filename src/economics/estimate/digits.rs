//! How many digits a simulated figure can hold.

use libm::{floor, log10, pow, round};

use crate::figure::{Field, Figure, Must};

/// The ranks, from 1, between which the true quantile lies in 19 of 20 simulations of `runs` runs:
/// n p ∓ 1.96 √(n p (1−p)), outwards to whole ranks (F53).
///
/// # Errors
/// At least one run; p must lie inside 0 and 1.
pub fn rank_interval(runs: u32, p: f64) -> Figure<(u32, u32)> {
    Field::Runs.require(runs > 0, Must::BePositive)?;
    Field::Share.inside(p)?;
    let n = f64::from(runs);
    let (middle, width) = (n * p, 1.96 * (n * p * (1.0 - p)).sqrt());
    // Casts of what lies outside end at the nearest count.
    let from = (floor(middle - width) as u32).max(1);
    let to = ((middle + width).ceil() as u32).min(runs);
    Ok((from, to))
}

/// The most significant digits to which `shown` may be written so that both ends of what is known of it would be written
/// alike; at least one. Two exact ends allow all 15.
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

/// A share of simulated runs, as far as so many runs can tell it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Chance {
    /// Less than one in a hundred.
    AlmostNever,
    /// This share.
    About(f64),
    /// More than 99 in a hundred.
    AlmostAlways,
}

impl Chance {
    /// Reads a share of runs.
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
