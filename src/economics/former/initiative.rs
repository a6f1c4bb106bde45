//! From a friction to money: what an initiative costs, reaches and brings.

use crate::figure::{Field, Figure, NoFigure, figure};
use crate::solve::crossing;
use crate::value::{Stream, Timing};

/// Something that costs money and should change retention, margin or acquisition.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Initiative {
    /// Cost paid once, at the start.
    pub cost_once: f64,
    /// Cost per period, in total, paid at the start of each.
    pub cost_per_period: f64,
    /// Customers whom it reaches.
    pub reached: f64,
    /// Points of retention that it adds for them, as a share (0.01 = one percentage point);
    /// negative when it does harm.
    pub retention_gain: f64,
    /// Contribution per period that it adds for each of them; negative when it takes some away.
    pub margin_gain: f64,
    /// Customers per period that it wins beside the others, who then behave like those of the base.
    pub won_per_period: f64,
}

/// What an initiative is worth.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Worth {
    /// What it brings.
    pub gain: f64,
    /// What it costs.
    pub cost: f64,
    /// gain − cost; negative when it does not pay.
    pub net: f64,
}

/// More periods than these are a slip.
const MOST_PERIODS: u32 = 1_200;

impl Initiative {
    fn check(&self, periods: u32) -> Figure<()> {
        Field::Cost.not_negative(self.cost_once)?;
        Field::Cost.not_negative(self.cost_per_period)?;
        Field::Customers.not_negative(self.reached)?;
        Field::Points.number(self.retention_gain)?;
        Field::Margin.number(self.margin_gain)?;
        Field::Acquired.not_negative(self.won_per_period)?;
        Field::Periods.at_most(periods as usize, MOST_PERIODS)
    }

    /// What the initiative is worth over `periods` periods to a base of customers described by
    /// `base`, in money of today, the first payment and the first costs now.
    ///
    /// # Errors
    /// Costs, reach and customers won must not be negative; retention with the gain must stay a
    /// share and the margin with its gain not negative; at most 1,200 periods.
    pub fn worth(&self, base: &Stream, periods: u32) -> Figure<Worth> {
        self.check(periods)?;
        let improved =
            Stream { margin: base.margin + self.margin_gain, retention: base.retention + self.retention_gain, ..*base };
        let over = |stream: &Stream, periods| stream.value_over(Timing::Immediate, periods);
        let mut gain = self.reached * (over(&improved, periods)? - over(base, periods)?);
        let mut cost = self.cost_once;
        let mut factor = 1.0;
        for t in 0..periods {
            gain += self.won_per_period * over(base, periods - t)? * factor;
            cost += self.cost_per_period * factor;
            factor /= 1.0 + base.discount;
        }
        Ok(Worth { gain: figure(gain)?, cost: figure(cost)?, net: figure(gain - cost)? })
    }

    /// The points of retention at which the initiative just pays, its other effects as they are; 0
    /// when those alone pay.
    ///
    /// # Errors
    /// [`NoFigure::CannotPay`] when not even a retention of 1 would pay; else as
    /// [`worth`](Initiative::worth).
    pub fn break_even_gain(&self, base: &Stream, periods: u32) -> Figure {
        let with = |gain: f64| Initiative { retention_gain: gain, ..*self }.worth(base, periods);
        let most = 1.0 - base.retention;
        if with(0.0)?.net >= 0.0 {
            return Ok(0.0);
        }
        if with(most)?.net < 0.0 {
            return Err(NoFigure::CannotPay);
        }
        let net = |gain: f64| with(gain).map_or(f64::NAN, |worth| worth.net);
        figure(crossing(net, 0.0, most))
    }
}
