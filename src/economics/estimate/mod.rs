//! Numbers as people state them, and the distribution behind a range.

mod digits;
mod spread;

pub(crate) use digits::held_digits;
pub use digits::{Chance, rank_interval, shared_digits};
pub use spread::{Bounds, Spread};

use crate::figure::{Field, Figure, Must, NoFigure, figure};

/// 1.2815…, the 90th percentile of the normal distribution.
pub(crate) const Z90: f64 = 1.281_551_565_544_600_4;

/// An exact number, or a range as P10, P50 and P90: one in ten outcomes is below its low, half are below its likely and one in ten
/// is above its high number (F50).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimate {
    /// P10: one outcome in ten is below.
    pub low: f64,
    /// P50, the median. Figures without ranges use it.
    pub likely: f64,
    /// P90: one outcome in ten is above.
    pub high: f64,
}

impl Estimate {
    /// An exact number.
    pub fn exact(number: f64) -> Self {
        Estimate { low: number, likely: number, high: number }
    }

    /// A range. Its order is checked where it is used.
    pub fn range(low: f64, likely: f64, high: f64) -> Self {
        Estimate { low, likely, high }
    }

    /// Whether it is a range.
    pub fn is_range(&self) -> bool {
        self.low != self.likely || self.likely != self.high
    }

    /// Converts all three numbers.
    pub fn map(&self, mut replace: impl FnMut(f64) -> f64) -> Self {
        Estimate { low: replace(self.low), likely: replace(self.likely), high: replace(self.high) }
    }

    /// Mean and standard deviation of a range without bounds: two halves of normal distributions that meet at the likely number
    /// (F53).
    ///
    /// # Errors
    /// The numbers must rise; [`NoFigure::TooLarge`].
    pub fn moments(&self) -> Figure<(f64, f64)> {
        self.check(Field::Amount)?;
        let [below, above] = [self.likely - self.low, self.high - self.likely].map(|width| width / Z90);
        let two_pi = 2.0 * core::f64::consts::PI;
        let shift = (above - below) / two_pi.sqrt();
        let variance = 0.5 * (above * above + below * below) - (above - below) * (above - below) / two_pi;
        Ok((figure(self.likely + shift)?, figure(variance)?.max(0.0).sqrt()))
    }

    pub(crate) fn check(&self, input: Field) -> Figure<()> {
        let refuse = |end: Field| move |must| Err(NoFigure::Bound { input, end, must });
        for (end, number) in [(Field::Low, self.low), (Field::Likely, self.likely), (Field::High, self.high)] {
            if !number.is_finite() {
                return if self.is_range() { refuse(end)(Must::BeANumber) } else { input.number(number) };
            }
        }
        if self.low > self.likely {
            return refuse(Field::Low)(Must::NotExceed(Field::Likely));
        }
        if self.likely > self.high {
            return refuse(Field::High)(Must::ReachAtLeast(Field::Likely));
        }
        Ok(())
    }

    /// Checks all three numbers and names the one that fails.
    pub(crate) fn require(&self, input: Field, holds: impl Fn(f64) -> bool, must: Must) -> Figure<()> {
        self.check(input)?;
        for (end, number) in [(Field::Likely, self.likely), (Field::Low, self.low), (Field::High, self.high)] {
            if !holds(number) {
                let whole = NoFigure::Input { field: input, must };
                return Err(if self.is_range() { NoFigure::Bound { input, end, must } } else { whole });
            }
        }
        Ok(())
    }
}

impl From<f64> for Estimate {
    fn from(number: f64) -> Self {
        Estimate::exact(number)
    }
}
