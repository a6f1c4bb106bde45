//! The distribution behind a range.

use libm::{exp, log};

use super::{Estimate, Z90};
use crate::figure::{Field, Figure, Must, figure};
use crate::math::normal_quantile;

/// The natural bounds of a number, excluded or infinite.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bounds {
    /// The lower bound.
    pub least: f64,
    /// The upper bound.
    pub most: f64,
}

impl Bounds {
    /// Churn, margin, reach: between 0 and 1.
    pub const SHARE: Bounds = Bounds { least: 0.0, most: 1.0 };
    /// Money, counts and discount rates: above 0.
    pub const ABOVE_ZERO: Bounds = Bounds { least: 0.0, most: f64::INFINITY };
    /// Rates of growth: above −1.
    pub const GROWTH: Bounds = Bounds { least: -1.0, most: f64::INFINITY };
    /// Effects of either sign.
    pub const NONE: Bounds = Bounds { least: f64::NEG_INFINITY, most: f64::INFINITY };

    fn scale(self) -> Scale {
        match (self.least.is_finite(), self.most.is_finite()) {
            (true, true) => Scale::Logit,
            (true, false) => Scale::Log,
            (false, true) => Scale::LogBelow,
            (false, false) => Scale::Plain,
        }
    }

    fn has_inside(self, x: f64) -> bool {
        self.least < x && x < self.most
    }
}

/// The scale on which each half of a distribution is normal.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Scale {
    Plain,
    Log,
    LogBelow,
    Logit,
}

/// The distribution on one side of the likely number.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Half {
    /// No width.
    Still,
    /// Step of the number itself per standard deviation, where the end touches a bound.
    Plain(f64),
    /// Step on the scale per standard deviation.
    Scaled(f64),
}

/// The distribution with the stated numbers as P10, P50 and P90. On each side of the likely number it is normal on a scale set by
/// the bounds, so that no draw is outside of them (F50, F51).
///
/// ```
/// use orbita_economics::{Bounds, Estimate, Field, Spread};
///
/// let churn = Spread::new(Field::Churn, Estimate::range(0.024, 0.03, 0.039), Bounds::SHARE)?;
/// assert!((churn.quantile(0.9)? - 0.039).abs() < 1e-12);
/// # Ok::<(), orbita_economics::NoFigure>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spread {
    likely: f64,
    /// The likely number on the scale.
    middle: f64,
    below: Half,
    above: Half,
    scale: Scale,
    bounds: Bounds,
}

impl Spread {
    /// The distribution of a range. An end at a bound or beyond it has no place on the scale: that half is drawn on the plain scale
    /// and clamped.
    ///
    /// # Errors
    /// The numbers must be finite and rise; the likely one must be within the bounds or at one.
    pub fn new(field: Field, estimate: Estimate, bounds: Bounds) -> Figure<Self> {
        estimate.check(field)?;
        field.require(bounds.least <= estimate.likely, Must::ReachAtLeast(Field::Floor))?;
        field.require(estimate.likely <= bounds.most, Must::NotExceed(Field::Ceiling))?;
        let scale = bounds.scale();
        let place = |x: f64| match scale {
            Scale::Plain => x,
            Scale::Log => log(x - bounds.least),
            Scale::LogBelow => -log(bounds.most - x),
            Scale::Logit => log((x - bounds.least) / (bounds.most - x)),
        };
        let middle = place(estimate.likely);
        let half = |end: f64| {
            if end == estimate.likely {
                Half::Still
            } else if bounds.has_inside(end) && bounds.has_inside(estimate.likely) {
                Half::Scaled((place(end) - middle) / Z90)
            } else {
                Half::Plain((end - estimate.likely) / Z90)
            }
        };
        let (below, above) = (half(estimate.low), half(estimate.high));
        Ok(Self { likely: estimate.likely, middle, below, above, scale, bounds })
    }

    /// The number for a normal score: it rises with the score, and is the likely number at 0.
    pub fn at(&self, score: f64) -> f64 {
        let half = if score > 0.0 { self.above } else { self.below };
        let drawn = match half {
            Half::Still => return self.likely,
            Half::Plain(step) => self.likely + score.abs() * step,
            Half::Scaled(step) => {
                let place = self.middle + score.abs() * step;
                match self.scale {
                    Scale::Plain => place,
                    Scale::Log => self.bounds.least + exp(place),
                    Scale::LogBelow => self.bounds.most - exp(-place),
                    Scale::Logit => self.bounds.least + (self.bounds.most - self.bounds.least) / (1.0 + exp(-place)),
                }
            }
        };
        drawn.max(self.bounds.least).min(self.bounds.most)
    }

    /// The quantile at p.
    ///
    /// # Errors
    /// p must be between 0 and 1; [`NoFigure::TooLarge`](crate::NoFigure::TooLarge).
    pub fn quantile(&self, p: f64) -> Figure {
        Field::Share.inside(p)?;
        figure(self.at(normal_quantile(p)))
    }

    /// The median.
    pub fn likely(&self) -> f64 {
        self.likely
    }

    /// Whether it has any width.
    pub fn is_range(&self) -> bool {
        self.below != Half::Still || self.above != Half::Still
    }

    /// P10 and P90.
    pub(crate) fn ends(&self) -> (f64, f64) {
        (self.at(-Z90), self.at(Z90))
    }
}
