//! A plan for a base of customers, period by period.

use crate::figure::{Field, Figure, Must, figure};
use crate::value::Stream;

/// What a team plans. `T` is `f64` to project it, [`Uncertain`](super::Uncertain) to simulate it.
///
/// Each period: the customers won with its budget join, everybody pays, the budgets are spent, and
/// at its end some leave.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scenario<T = f64> {
    /// Customers at the start.
    pub clients: T,
    /// Revenue per customer per period.
    pub revenue: T,
    /// Share of it left after the cost to serve.
    pub gross_margin: T,
    /// Share of customers lost per period.
    pub churn: T,
    /// Cost to acquire one customer.
    pub cac: T,
    /// A cost paid once, spread evenly over the first `one_off_periods` periods.
    pub one_off: T,
    /// Over how many periods; 0 counts as 1.
    pub one_off_periods: u32,
    /// Spent on winning customers per period.
    pub win_budget: T,
    /// Spent on keeping customers per period. What it does to `churn` is for
    /// [`Response`](crate::Response) to say.
    pub keep_budget: T,
    /// Growth of the revenue per customer per period.
    pub growth: T,
    /// Effective discount rate per period; 0 for profit as it is booked.
    pub discount: T,
}

/// A scenario, projected. Each list begins with the start and has one entry per period more.
#[derive(Debug, Clone, PartialEq)]
pub struct Projection {
    /// Customers after each period's churn.
    pub clients: Vec<f64>,
    /// Share kept of those who were there at the start.
    pub kept: Vec<f64>,
    /// Profit up to then after all spending, in money of today.
    pub profit: Vec<f64>,
    /// Customers won per period.
    pub won: f64,
}

/// More periods than these are a slip.
pub(crate) const MOST_PERIODS: u32 = 1_200;

impl<T> Scenario<T> {
    /// The same plan with its inputs replaced in the order of the fields, as by their central values.
    ///
    /// # Errors
    /// The first one of `replace`.
    pub fn map<U>(&self, mut replace: impl FnMut(&T) -> Figure<U>) -> Figure<Scenario<U>> {
        Ok(Scenario {
            clients: replace(&self.clients)?,
            revenue: replace(&self.revenue)?,
            gross_margin: replace(&self.gross_margin)?,
            churn: replace(&self.churn)?,
            cac: replace(&self.cac)?,
            one_off: replace(&self.one_off)?,
            one_off_periods: self.one_off_periods,
            win_budget: replace(&self.win_budget)?,
            keep_budget: replace(&self.keep_budget)?,
            growth: replace(&self.growth)?,
            discount: replace(&self.discount)?,
        })
    }

    /// Over how many periods the one-off cost is spread, as a number and as a share per period.
    pub(crate) fn instalments(&self) -> (usize, f64) {
        let count = self.one_off_periods.max(1);
        (count as usize, 1.0 / f64::from(count))
    }
}

/// By how much what customers pay, and what is spent, counts a period later.
pub(crate) fn factors(growth: f64, discount: f64) -> (f64, f64) {
    ((1.0 + growth) / (1.0 + discount), 1.0 / (1.0 + discount))
}

impl Scenario {
    fn check(&self, periods: u32) -> Figure<()> {
        Field::Periods.at_most(periods as usize, MOST_PERIODS)?;
        Field::Customers.not_negative(self.clients)?;
        Field::Budget.not_negative(self.win_budget)?;
        Field::Budget.not_negative(self.keep_budget)?;
        Field::Growth.rate(self.growth)?;
        Field::Discount.rate(self.discount)?;
        Field::Revenue.not_negative(self.revenue)?;
        Field::GrossMargin.share(self.gross_margin)?;
        Field::Churn.share(self.churn)?;
        Field::Cost.not_negative(self.one_off)?;
        Field::Cac.not_negative(self.cac)?;
        Field::Cac.require(self.win_budget == 0.0 || self.cac > 0.0, Must::BePositive)
    }

    /// Customers and profit over `periods` periods.
    ///
    /// With one customer and no spending the profit is [`Stream::value_over`] under
    /// [`Timing::Immediate`](crate::Timing::Immediate).
    ///
    /// # Errors
    /// Counts and money must not be negative, margin and churn be shares, growth and discount
    /// exceed −1, CAC be positive where there is a budget for winning; at most 1,200 periods.
    pub fn project(&self, periods: u32) -> Figure<Projection> {
        self.check(periods)?;
        let won = if self.win_budget == 0.0 { 0.0 } else { figure(self.win_budget / self.cac)? };
        let margin = self.revenue * self.gross_margin;
        let (instalments, share) = self.instalments();
        let mut clients = vec![self.clients];
        let mut kept = vec![1.0];
        let mut profit = vec![0.0];
        let (mut active, mut survival, mut sum) = (self.clients, 1.0, 0.0);
        let (paid, later) = factors(self.growth, self.discount);
        let (mut earned, mut spent) = (1.0, 1.0);
        for t in 0..periods as usize {
            let once = if t < instalments { self.one_off * share } else { 0.0 };
            sum += (active + won) * margin * earned - (self.win_budget + self.keep_budget + once) * spent;
            active = (active + won) * (1.0 - self.churn);
            survival *= 1.0 - self.churn;
            earned *= paid;
            spent *= later;
            clients.push(figure(active)?);
            kept.push(survival);
            profit.push(figure(sum)?);
        }
        Ok(Projection { clients, kept, profit, won })
    }

    /// One of its customers as a stream of payments, for the value of a single customer.
    pub fn stream(&self) -> Stream {
        Stream {
            margin: self.revenue * self.gross_margin,
            retention: 1.0 - self.churn,
            discount: self.discount,
            growth: self.growth,
        }
    }
}
