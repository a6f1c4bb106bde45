//! Whether a change in a rate could ever be seen.

use crate::figure::{Field, Figure, NoFigure, figure};
use crate::math::normal_quantile;
use crate::solve::crossing;

/// A comparison of two groups: how rare a false alarm and how sure a true one must be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Detection {
    /// Probability of calling two equal rates different, both sides; 0.05 by custom.
    pub significance: f64,
    /// Probability of seeing the difference when it is there; 0.8 by custom.
    pub power: f64,
}

impl Detection {
    /// Customers per group needed to see the difference between two rates (F17):
    /// [z_(1−α/2) √(2 p̄(1−p̄)) + z_power √(p1(1−p1) + p2(1−p2))]² / (p1−p2)².
    ///
    /// Round up: 2,628.6 means 2,629 customers in each of two groups.
    ///
    /// # Errors
    /// [`NoFigure::NoDifference`] for equal rates; rates must be shares, significance and power
    /// inside 0 and 1.
    pub fn customers_per_group(&self, p1: f64, p2: f64) -> Figure {
        Field::Significance.inside(self.significance)?;
        Field::Power.inside(self.power)?;
        Field::Rate.share(p1)?;
        Field::Rate.share(p2)?;
        if p1 == p2 {
            return Err(NoFigure::NoDifference);
        }
        let mean = 0.5 * (p1 + p2);
        // Taken from the lower tail, where a significance near 0 keeps its digits.
        let alarm = -normal_quantile(0.5 * self.significance);
        let seen = normal_quantile(self.power);
        let spread = alarm * (2.0 * mean * (1.0 - mean)).sqrt() + seen * (p1 * (1.0 - p1) + p2 * (1.0 - p2)).sqrt();
        // A power below chance needs no sample at all.
        let root = spread.max(0.0) / (p1 - p2).abs();
        figure(root * root)
    }

    /// The same, for the `per_group` customers there are: how many are needed, if there are as many.
    ///
    /// # Errors
    /// [`NoFigure::NotDetectable`] when there are fewer; else as
    /// [`customers_per_group`](Detection::customers_per_group).
    pub fn seen_with(&self, p1: f64, p2: f64, per_group: u32) -> Figure {
        let needed = self.customers_per_group(p1, p2)?;
        if needed <= f64::from(per_group) { Ok(needed) } else { Err(NoFigure::NotDetectable { per_group }) }
    }

    /// The smallest rise above the rate `from` that groups of `per_group` customers would show, as
    /// a share (0.03 = three points).
    ///
    /// # Errors
    /// [`NoFigure::NotDetectable`] when not even a rise to 1 would be seen; else as
    /// [`customers_per_group`](Detection::customers_per_group).
    pub fn smallest_visible_rise(&self, from: f64, per_group: u32) -> Figure {
        if from == 1.0 {
            return Err(NoFigure::NotDetectable { per_group });
        }
        self.seen_with(from, 1.0, per_group)?;
        let too_few =
            |rise: f64| self.customers_per_group(from, from + rise).unwrap_or(f64::INFINITY) - f64::from(per_group);
        figure(crossing(too_few, 0.0, 1.0 - from))
    }
}
