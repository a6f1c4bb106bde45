//! What all customers are worth together, and what that does to the value of the firm.

use libm::{exp, expm1, log1p};

use crate::cohort::{AgeGroup, Model, When};
use crate::figure::{Field, Figure, Must, NoFigure, figure, money};
use crate::math::integral;
use crate::rate::period_rate;
use crate::value::{Stream, Timing};

/// A base of customers valued in two ways (F38).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BaseValue {
    /// Each age by its own prospects: Σ N_n m DERL(n).
    pub by_age: f64,
    /// All at one average rate: N m r(1+d)/(1+d−r).
    pub at_average: f64,
    /// at_average / by_age − 1: −0.33 when the average hides a third of the value.
    pub difference: f64,
}

/// Values a base just before its next renewals, once by age under a survival model and once at
/// one average retention (Fader & Hardie 2010, "the perils of ignoring heterogeneity"; F38).
///
/// The average is too low, since those who stayed long are those who stay: by 33% in the
/// five-cohort example.
///
/// # Errors
/// [`NoFigure::NothingToShare`] when the base by age is worth nothing; [`NoFigure::Diverges`];
/// customers and margin must not be negative, at least one group.
pub fn base_value(
    groups: &[AgeGroup],
    margin: f64,
    model: &Model,
    average_retention: f64,
    discount: f64,
) -> Figure<BaseValue> {
    Field::Customers.require(!groups.is_empty(), Must::NotBeEmpty)?;
    Field::Margin.not_negative(margin)?;
    let (mut by_age, mut customers) = (0.0, 0.0);
    for group in groups {
        Field::Customers.not_negative(group.customers)?;
        let payments = model.residual_lifetime(group.next_renewal, When::BeforeRenewal, discount)?;
        by_age += group.customers * margin * payments;
        customers += group.customers;
    }
    let stream = Stream { margin, retention: average_retention, discount, growth: 0.0 };
    let at_average = base_value_at_average(customers, &stream)?;
    if by_age == 0.0 {
        return Err(NoFigure::NothingToShare);
    }
    Ok(BaseValue { by_age: money(by_age)?, at_average, difference: figure(at_average / by_age - 1.0)? })
}

/// A base valued just before its next renewals at one retention: N r m(1+d)/(1+d−r(1+g)), the
/// payment due not discounted (F38).
///
/// # Errors
/// As [`Stream::value`]; customers must not be negative.
pub fn base_value_at_average(customers: f64, stream: &Stream) -> Figure {
    Field::Customers.not_negative(customers)?;
    money(customers * stream.retention * stream.value(Timing::Immediate)?)
}

/// Growth of a number of customers that saturates: N(t) = ceiling / (1 + e^(−shift − speed t)).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Logistic {
    /// The number never exceeded (α of Gupta, Lehmann & Stuart).
    pub ceiling: f64,
    /// Where on the curve period 0 lies (β).
    pub shift: f64,
    /// How fast it rises, per period (γ).
    pub speed: f64,
}

impl Logistic {
    /// dN/dt: customers won per period at time t.
    fn won(&self, t: f64) -> f64 {
        // Symmetric, so that the exponential never overflows.
        let e = exp(-(self.shift + self.speed * t).abs());
        self.ceiling * self.speed * e / ((1.0 + e) * (1.0 + e))
    }
}

/// A firm whose customers, present and future, make its value (F38).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Firm {
    /// Customers today.
    pub customers: f64,
    /// Contribution per customer per period.
    pub margin: f64,
    /// Cost to acquire a customer.
    pub cac: f64,
    /// Share of customers kept per year.
    pub annual_retention: f64,
    /// Effective discount rate per year.
    pub annual_discount: f64,
    /// Periods in a year.
    pub periods_per_year: f64,
    /// Share of profit paid as tax.
    pub tax: f64,
    /// How the number of customers grows, in periods.
    pub growth: Logistic,
    /// The period on that curve from which customers are won from now on.
    pub from_period: f64,
}

/// What a manager can improve.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Improvement {
    /// Keep more.
    Retention,
    /// Earn more from each.
    Margin,
    /// Spend less on each one won.
    AcquisitionCost,
}

impl Firm {
    /// Value after tax of the customers there are and of those to come:
    /// (1−tax) [N m r/(1+i−r) + ∫ n(t) (m r/(1+i−r) − CAC) (1+i)^−t dt], in the unit of the margin.
    /// Negative where winning costs more than customers are worth.
    ///
    /// Source: Gupta, Lehmann & Stuart 2004, eq. 8 with logistic acquisition; with quarterly
    /// effective rates and acquisition from the quarter after the last observed it gives the
    /// printed values of four of their five firms.
    ///
    /// # Errors
    /// [`NoFigure::Diverges`] where retention reaches 1+i, or without discount; counts and money
    /// must not be negative, retention and tax be shares, periods, ceiling and speed positive.
    pub fn value(&self) -> Figure {
        Field::Customers.not_negative(self.customers)?;
        Field::Cac.not_negative(self.cac)?;
        Field::Retention.share(self.annual_retention)?;
        Field::Tax.share(self.tax)?;
        Field::Ceiling.positive(self.growth.ceiling)?;
        Field::Scale.positive(self.growth.speed)?;
        Field::Scale.number(self.growth.shift)?;
        Field::When.number(self.from_period)?;
        let discount = period_rate(self.annual_discount, self.periods_per_year)?;
        // Retention compounds like a growth rate of r − 1; at r = 0 nobody is left either way.
        let retention = 1.0 + expm1(log1p(self.annual_retention - 1.0) / self.periods_per_year);
        let stream = Stream { margin: self.margin, retention, discount, growth: 0.0 };
        let kept = stream.value(Timing::After)?;
        if discount <= 0.0 {
            return Err(NoFigure::Diverges);
        }
        let decay = log1p(discount);
        let won = |t: f64| self.growth.won(self.from_period + t) * exp(-decay * t);
        // The wave of acquisition may still lie ahead: from its crest, or from where discount leaves
        // nothing of it, back to now and on to the end.
        let crest = (-self.growth.shift / self.growth.speed - self.from_period).clamp(0.0, 100.0 / decay);
        let width = 1.0 / self.growth.speed;
        let before = integral(won, crest, 0.0, width, 0.0).area;
        let after = integral(won, crest, f64::INFINITY, width, before).area;
        let net = self.customers * kept + (before + after) * (kept - self.cac);
        money((1.0 - self.tax) * net)
    }

    /// Change of the value, as a share, when a lever improves by the share `by` (0.01: one
    /// percent): table 5 of Gupta, Lehmann & Stuart 2004.
    ///
    /// # Errors
    /// [`NoFigure::NothingToShare`] where the value is not positive; else as
    /// [`value`](Firm::value), as when retention would pass 1.
    pub fn improvement(&self, lever: Improvement, by: f64) -> Figure {
        Field::Points.number(by)?;
        let better = match lever {
            Improvement::Retention => Firm { annual_retention: self.annual_retention * (1.0 + by), ..*self },
            Improvement::Margin => Firm { margin: self.margin * (1.0 + by), ..*self },
            Improvement::AcquisitionCost => Firm { cac: self.cac * (1.0 - by), ..*self },
        };
        let today = self.value()?;
        if today <= 0.0 {
            return Err(NoFigure::NothingToShare);
        }
        figure(better.value()? / today - 1.0)
    }
}

/// Change of shareholder value, as a share, when customer equity changes by the share `change`:
/// change x CE/(CE + non-operating assets − debt) (Schulze, Skiera & Wiesel 2012, table 2; F39).
///
/// # Errors
/// [`NoFigure::NothingToShare`] when debt leaves shareholders nothing; money must not be negative.
pub fn leverage(equity: f64, non_operating: f64, debt: f64, change: f64) -> Figure {
    Field::Equity.not_negative(equity)?;
    Field::NonOperating.not_negative(non_operating)?;
    Field::Debt.not_negative(debt)?;
    Field::Points.number(change)?;
    let shareholders = equity + non_operating - debt;
    if shareholders <= 0.0 { Err(NoFigure::NothingToShare) } else { figure(change * equity / shareholders) }
}
