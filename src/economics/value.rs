//! What one customer is worth at a constant retention rate, with the timing of payments as a type.

use libm::{expm1, log, log1p};

use crate::figure::{Field, Figure, NoFigure, figure, money};

/// When the customer pays, seen from the moment of valuation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Timing {
    /// The first payment comes now and is certain; the others follow each renewal. The right
    /// ceiling for what a customer may cost to acquire (Fader & Hardie 2012, note 24, eq. 1).
    Immediate,
    /// The first payment is already banked: what a customer who has just paid is still worth
    /// (note 24, eq. 2; Gupta & Lehmann's margin multiple). Too low as a ceiling for acquisition.
    After,
    /// Every payment is booked at the end of its period (note 24, eq. 3).
    End,
    /// Money flows and customers leave all the time, at the same rates per period.
    Continuous,
}

/// The payments of one customer, all rates and the margin for the SAME period.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stream {
    /// Net contribution per period, in money: revenue x gross margin − cost to serve. Not negative.
    pub margin: f64,
    /// Probability of staying for another period, 0 to 1.
    pub retention: f64,
    /// Effective discount rate per period, above −1 (see [`period_rate`](crate::period_rate)).
    pub discount: f64,
    /// Growth of the margin per period while the customer stays, above −1; 0 for none.
    pub growth: f64,
}

/// How a constant stream goes on from one period to the next.
pub(crate) struct Step {
    /// Expected present value of a payment as a share of the one before: q = r(1+g)/(1+d).
    pub q: f64,
    /// 1 − q, from the inputs rather than from q, so that no digit is lost near 1.
    pub gap: f64,
}

impl Step {
    /// Continuous rate of decay per period, −ln q; infinite at q = 0.
    pub(crate) fn decay(&self) -> f64 {
        if self.q < 0.5 { -log(self.q) } else { -log1p(-self.gap) }
    }
}

/// Below this 1 − q is a rounding error: the value is as good as infinite.
const NO_GAP: f64 = 1e-12;

impl Stream {
    pub(crate) fn step(&self) -> Figure<Step> {
        Field::Margin.not_negative(self.margin)?;
        Field::Retention.share(self.retention)?;
        Field::Discount.rate(self.discount)?;
        Field::Growth.rate(self.growth)?;
        let carried = self.retention * (1.0 + self.growth);
        let shrink = 1.0 + self.discount;
        let q = figure(carried / shrink)?;
        Ok(Step { q, gap: (shrink - carried) / shrink })
    }

    pub(crate) fn converging_step(&self) -> Figure<Step> {
        let step = self.step()?;
        if step.gap > NO_GAP { Ok(step) } else { Err(NoFigure::Diverges) }
    }

    /// Value of one customer over an unlimited future, in money of today (F1-F4, F7).
    ///
    /// With q = r(1+g)/(1+d): m/(1−q), m q/(1−q), m/((1+d)(1−q)) and m/(−ln q) for the four
    /// timings. A retention of 0 is worth m, 0, m/(1+d) and 0.
    ///
    /// Source: Fader & Hardie 2012, note 24, eq. 1-3; the continuous form reproduces Schulze,
    /// Skiera & Wiesel 2012, table 4.
    ///
    /// # Errors
    /// [`NoFigure::Diverges`] when r(1+g) is not below 1+d; [`NoFigure::Input`] for an input
    /// outside its range.
    pub fn value(&self, timing: Timing) -> Figure {
        let step = self.converging_step()?;
        money(self.timed(timing, &step, 1.0 / step.gap, 1.0))
    }

    /// Value over the first `periods` payments only (F6). q may be 1 or more; no periods are
    /// worth 0, and with q = 1 each period is worth one margin.
    ///
    /// [`Timing::After`] counts the `periods` payments that follow the banked one.
    ///
    /// # Errors
    /// [`NoFigure::Input`] for an input outside its range, [`NoFigure::TooLarge`].
    pub fn value_over(&self, timing: Timing, periods: u32) -> Figure {
        let step = self.step()?;
        if periods == 0 {
            return Ok(0.0);
        }
        let lost = -expm1(-f64::from(periods) * step.decay());
        let sum = if step.gap == 0.0 { f64::from(periods) } else { lost / step.gap };
        money(self.timed(timing, &step, sum, lost))
    }

    /// `sum` is the discounted sum of the payments per unit of the first; `lost` the share of the
    /// stream that lies within the horizon.
    fn timed(&self, timing: Timing, step: &Step, sum: f64, lost: f64) -> f64 {
        self.margin
            * match timing {
                Timing::Immediate => sum,
                Timing::After => step.q * sum,
                Timing::End => sum / (1.0 + self.discount),
                Timing::Continuous if step.gap == 0.0 => sum,
                Timing::Continuous => lost / step.decay(),
            }
    }
}

/// Gupta & Lehmann's margin multiple r / (1+i − r(1+g)): the value of a customer who has just
/// paid, per unit of margin, with growth that starts one period later than in [`Stream`] (F2, F7).
///
/// # Errors
/// [`NoFigure::Diverges`] when r(1+g) is not below 1+i; [`NoFigure::Input`].
pub fn margin_multiple(retention: f64, discount: f64, growth: f64) -> Figure {
    let stream = Stream { margin: 1.0, retention, discount, growth };
    Ok(stream.value(Timing::After)? / (1.0 + growth))
}

/// Which periods [`expected_lifetime`] counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counting {
    /// The first period and every renewal: 1/(1−r).
    WithFirst,
    /// Renewals only: r/(1−r).
    RenewalsOnly,
}

/// Expected lifetime in periods at a constant retention (F8).
///
/// Not a horizon for an annuity: paying a certain margin for 1/(1−r) periods over-states the
/// value, 360 for 250 at a margin of 100, r = 0.8, d = 0.12 (Gupta, Lehmann & Stuart 2004, p. 9,
/// note 2).
///
/// # Errors
/// [`NoFigure::Diverges`] at a retention of 1; [`NoFigure::Input`].
pub fn expected_lifetime(retention: f64, counting: Counting) -> Figure {
    let stream = Stream { margin: 1.0, retention, discount: 0.0, growth: 0.0 };
    stream.value(counting.timing())
}

/// The same within a horizon of `periods` payments.
///
/// # Errors
/// As [`Stream::value_over`].
pub fn expected_lifetime_over(retention: f64, counting: Counting, periods: u32) -> Figure {
    let stream = Stream { margin: 1.0, retention, discount: 0.0, growth: 0.0 };
    stream.value_over(counting.timing(), periods)
}

impl Counting {
    fn timing(self) -> Timing {
        match self {
            Counting::WithFirst => Timing::Immediate,
            Counting::RenewalsOnly => Timing::After,
        }
    }
}

/// The undiscounted lifetime value of subscription dashboards, by whose definition (F9).
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum SaasLtv {
    /// ARPA x gross margin / customer churn: [`Timing::Immediate`] without discount.
    OfMargin {
        /// Revenue per account per period.
        arpa: f64,
        /// Gross margin, a share.
        gross_margin: f64,
        /// Customer churn per period, a share.
        churn: f64,
    },
    /// Baremetrics: average MRR per customer / user churn. Of revenue, not of margin.
    Baremetrics {
        /// Average recurring revenue per customer per month.
        mrr_per_customer: f64,
        /// Share of customers lost per month.
        user_churn: f64,
    },
    /// ProfitWell: ARPU / (1 − revenue retention), before its smoothing over months.
    ProfitWell {
        /// Revenue per user per month.
        arpu: f64,
        /// Share of the revenue kept per month.
        revenue_retention: f64,
    },
}

impl SaasLtv {
    /// The lifetime value in money.
    ///
    /// # Errors
    /// [`NoFigure::Diverges`] without churn; [`NoFigure::Input`] for an input outside its range.
    pub fn value(&self) -> Figure {
        let (field, margin, churn) = match *self {
            SaasLtv::OfMargin { arpa, gross_margin, churn } => {
                Field::Revenue.not_negative(arpa)?;
                Field::GrossMargin.share(gross_margin)?;
                (Field::Churn, arpa * gross_margin, churn)
            }
            SaasLtv::Baremetrics { mrr_per_customer, user_churn } => {
                Field::Revenue.not_negative(mrr_per_customer)?;
                (Field::Churn, mrr_per_customer, user_churn)
            }
            SaasLtv::ProfitWell { arpu, revenue_retention } => {
                Field::Revenue.not_negative(arpu)?;
                (Field::Retention, arpu, 1.0 - revenue_retention)
            }
        };
        field.share(churn)?;
        if churn <= NO_GAP { Err(NoFigure::Diverges) } else { money(margin / churn) }
    }
}
