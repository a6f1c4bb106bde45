//! What spending per head does to a rate.

use libm::{exp, expm1, log1p};

use crate::figure::{Field, Figure, Must, NoFigure, figure};

/// Today's point on a [`Response`], and its two ends.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TodaysPoint {
    /// What do you spend per head and period today? Positive.
    pub spending: f64,
    /// Which rate do you get for it? A share between floor and ceiling.
    pub rate: f64,
    /// Which rate would you get with all the money in the world? A share.
    pub ceiling: f64,
    /// Which rate would you get for nothing? 0 in Blattberg & Deighton's curve.
    pub floor: f64,
}

/// A rate that rises with spending and flattens: floor + (ceiling − floor)(1 − e^(−kA))
/// (Blattberg & Deighton 1996; F34).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Response {
    /// The rate without spending.
    pub floor: f64,
    /// The rate that no spending exceeds.
    pub ceiling: f64,
    /// k, per unit of money: how fast spending works.
    pub steepness: f64,
}

impl Response {
    /// The curve through today's point: k = −ln(1 − (rate−floor)/(ceiling−floor)) / spending.
    ///
    /// # Errors
    /// Spending must be positive and floor < rate < ceiling ≤ 1.
    pub fn through(today: &TodaysPoint) -> Figure<Self> {
        let TodaysPoint { spending, rate, ceiling, floor } = *today;
        Field::Spending.positive(spending)?;
        Field::Floor.share(floor)?;
        Field::Ceiling.share(ceiling)?;
        Field::Rate.share(rate)?;
        Field::Rate.require(rate < ceiling, Must::StayBelow(Field::Ceiling))?;
        Field::Floor.require(floor < rate, Must::StayBelow(Field::Rate))?;
        let steepness = figure(-log1p(-(rate - floor) / (ceiling - floor)) / spending)?;
        let response = Response { floor, ceiling, steepness };
        response.check()?;
        Ok(response)
    }

    pub(crate) fn check(&self) -> Figure<()> {
        Field::Floor.share(self.floor)?;
        Field::Ceiling.share(self.ceiling)?;
        Field::Floor.require(self.floor < self.ceiling, Must::StayBelow(Field::Ceiling))?;
        Field::Scale.positive(self.steepness)
    }

    pub(crate) fn rate_at(&self, spending: f64) -> f64 {
        self.floor - (self.ceiling - self.floor) * expm1(-self.steepness * spending)
    }

    pub(crate) fn slope_at(&self, spending: f64) -> f64 {
        (self.ceiling - self.floor) * self.steepness * exp(-self.steepness * spending)
    }

    /// The rate at a spending per head.
    ///
    /// # Errors
    /// Spending must not be negative; the curve's own numbers as in
    /// [`through`](Response::through).
    pub fn rate(&self, spending: f64) -> Figure {
        self.check()?;
        Field::Spending.not_negative(spending)?;
        figure(self.rate_at(spending))
    }

    /// What a customer costs on average at this spending per head: spending / rate. As the CAC of a
    /// scenario it rises as you buy more.
    ///
    /// # Errors
    /// [`NoFigure::NothingToShare`] where nobody is had; else as [`rate`](Response::rate).
    pub fn average_cost(&self, spending: f64) -> Figure {
        let rate = self.rate(spending)?;
        if rate == 0.0 { Err(NoFigure::NothingToShare) } else { figure(spending / rate) }
    }

    /// What one more customer costs at this spending per head: 1 / slope. Far from what a customer
    /// costs on average, and the one that decides.
    ///
    /// # Errors
    /// [`NoFigure::TooLarge`] where the curve is flat; else as
    /// [`rate`](Response::rate).
    pub fn marginal_cost(&self, spending: f64) -> Figure {
        self.rate(spending)?;
        figure(1.0 / self.slope_at(spending))
    }
}
