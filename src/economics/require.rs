//! Checks of an input.

use crate::field::Field;
use crate::figure::{Figure, Must, NoFigure};

impl Field {
    fn refuse(self, must: Must) -> NoFigure {
        NoFigure::Input { field: self, must }
    }

    pub(crate) fn require(self, holds: bool, must: Must) -> Figure<()> {
        if holds { Ok(()) } else { Err(self.refuse(must)) }
    }

    pub(crate) fn number(self, x: f64) -> Figure<()> {
        self.require(x.is_finite(), Must::BeANumber)
    }

    pub(crate) fn not_negative(self, x: f64) -> Figure<()> {
        self.number(x)?;
        self.require(x >= 0.0, Must::NotBeNegative)
    }

    pub(crate) fn positive(self, x: f64) -> Figure<()> {
        self.number(x)?;
        self.require(x > 0.0, Must::BePositive)
    }

    pub(crate) fn share(self, x: f64) -> Figure<()> {
        self.number(x)?;
        self.require((0.0..=1.0).contains(&x), Must::BeAShare)
    }

    pub(crate) fn inside(self, x: f64) -> Figure<()> {
        self.number(x)?;
        self.require(x > 0.0 && x < 1.0, Must::BeInside)
    }

    pub(crate) fn rate(self, x: f64) -> Figure<()> {
        self.number(x)?;
        self.require(x > -1.0, Must::ExceedMinusOne)
    }

    pub(crate) fn at_most(self, count: usize, limit: u32) -> Figure<()> {
        self.require(count <= limit as usize, Must::BeAtMost(limit))
    }
}
