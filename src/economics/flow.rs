//! Values of payments that no constant rate describes.

use libm::pow;

use crate::figure::{Field, Figure, Must, money};

/// Expected value of a customer under any survival curve: Σ m_t S(t) / (1+d)^t, t = 0, 1, … (F10).
///
/// `margins[t]` is paid at the t-th renewal by the share `survival[t]` of customers still there, or is a cost where it is
/// negative, as after a costly first month; both start now, at t = 0. What lies beyond the last entry is left out, so a curve observed to
/// its horizon only gives too low a value; with `survival[t]` = r^t this is [`Stream::value_over`]
/// under [`Timing::Immediate`].
///
/// Source: Fader & Hardie 2007, p. 76.
///
/// [`Stream::value_over`]: crate::Stream::value_over
/// [`Timing::Immediate`]: crate::Timing::Immediate
///
/// # Errors
/// Margins must be numbers, survival shares, both lists equally long and not empty, the discount rate above −1.
pub fn expected_value(margins: &[f64], survival: &[f64], discount: f64) -> Figure {
    Field::Discount.rate(discount)?;
    Field::Survival.require(!survival.is_empty(), Must::NotBeEmpty)?;
    Field::Margin.require(margins.len() == survival.len(), Must::MatchLength)?;
    let mut sum = 0.0;
    let mut factor = 1.0;
    for (margin, alive) in margins.iter().zip(survival) {
        Field::Margin.number(*margin)?;
        Field::Survival.share(*alive)?;
        sum += margin * alive * factor;
        factor /= 1.0 + discount;
    }
    money(sum)
}

/// A payment at a moment of its own.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Flow {
    /// Periods from now, 0 or more, not necessarily whole: for dates, days / 365 with annual rates.
    pub at: f64,
    /// Money; negative when paid out.
    pub amount: f64,
}

/// Present value of dated payments: Σ amount / (1+d)^at. Negative when more is paid out than
/// comes in; an empty list is worth 0.
///
/// # Errors
/// Amounts must be numbers, moments not negative, the discount rate above −1.
pub fn present_value(flows: &[Flow], discount: f64) -> Figure {
    Field::Discount.rate(discount)?;
    let mut sum = 0.0;
    for flow in flows {
        Field::When.not_negative(flow.at)?;
        Field::Amount.number(flow.amount)?;
        if flow.amount != 0.0 {
            sum += flow.amount / pow(1.0 + discount, flow.at);
        }
    }
    money(sum)
}

/// A customer who costs something to keep halfway through each period (F11).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Promoted {
    /// Gross contribution per period, in money, the first now.
    pub contribution: f64,
    /// Cost of keeping the customer per period, in money, paid in the middle of it.
    pub promotion: f64,
    /// Probability of staying for another period.
    pub retention: f64,
    /// Effective discount rate per period.
    pub discount: f64,
}

impl Promoted {
    /// Net value over `periods` renewals:
    /// GC Σ_{t=0..n} r^t/(1+d)^t − M Σ_{t=1..n} r^(t−1)/(1+d)^(t−½).
    ///
    /// Negative when keeping costs more than it brings. Source: Berger & Nasr 1998, case 1.
    ///
    /// # Errors
    /// Money must not be negative, retention be a share, the discount rate exceed −1;
    /// more than 100,000 periods are refused.
    pub fn value(&self, periods: u32) -> Figure {
        Field::Margin.not_negative(self.contribution)?;
        Field::Cost.not_negative(self.promotion)?;
        Field::Retention.share(self.retention)?;
        Field::Discount.rate(self.discount)?;
        Field::Periods.at_most(periods as usize, 100_000)?;
        let half_period = (1.0 + self.discount).sqrt();
        let mut alive = 1.0;
        let mut sum = self.contribution;
        for _ in 0..periods {
            sum -= self.promotion * alive / half_period;
            alive *= self.retention / (1.0 + self.discount);
            sum += self.contribution * alive;
        }
        money(sum)
    }
}
