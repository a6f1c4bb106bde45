//! Blattberg and Deighton's optimum: what to spend per prospect and per customer.

use libm::log;

use super::Response;
use crate::figure::{Field, Figure, NoFigure, figure, money};
use crate::solve::crossing;

/// A market in which spending buys both acquisition and retention.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Market {
    /// Contribution per customer per period before retention cost, first payment at once.
    pub margin: f64,
    /// Effective discount rate per period.
    pub discount: f64,
    /// Share of prospects won, by spending per prospect.
    pub win: Response,
    /// Share of customers kept, by spending per customer at each renewal.
    pub keep: Response,
}

/// The best spending per head, and what it does.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Optimum {
    /// Spending per customer at each renewal, R. 0 at the corner where retention never pays.
    pub keep_spending: f64,
    /// The retention it buys, r.
    pub retention: f64,
    /// Spending per prospect, A. 0 at the corner where winning never pays.
    pub win_spending: f64,
    /// The share of prospects it wins, a.
    pub acquisition: f64,
    /// Value of a customer just won, V = m + (m r − R)/(1+d−r).
    pub value: f64,
    /// Equity per prospect, a V − A.
    pub equity: f64,
    /// Average cost of a customer won, A/a.
    pub average_win: Figure,
    /// Average cost of a customer kept, R/r.
    pub average_keep: Figure,
    /// Cost of one more customer won. Equals `value`, unless at the corner.
    pub marginal_win: Figure,
    /// Cost of one more customer kept. Equals `value`, unless at the corner.
    pub marginal_keep: Figure,
}

impl Market {
    pub(crate) fn check(&self) -> Figure<()> {
        Field::Margin.not_negative(self.margin)?;
        Field::Discount.rate(self.discount)?;
        self.win.check()?;
        self.keep.check()?;
        if self.keep.ceiling >= 1.0 + self.discount { Err(NoFigure::Diverges) } else { Ok(()) }
    }

    /// Value of a customer when R is spent at each renewal, V = (m(1+d) − R)/(1+d−r(R)).
    pub(crate) fn value_at(&self, keep_spending: f64) -> f64 {
        let carry = 1.0 + self.discount;
        (self.margin * carry - keep_spending) / (carry - self.keep.rate_at(keep_spending))
    }

    /// The optimum (F35, F36): r'(R)[m(1+d) − R] = 1+d−r, whose left side less the right falls all
    /// the way, so that there is one; then A = ln(k (ceiling−floor) V)/k, or 0.
    ///
    /// At it one more customer costs as much to win as to keep, and as much as a customer is worth
    /// (Pfeifer 2005), whatever the average costs: those may stand 5 to 1.
    ///
    /// # Errors
    /// [`NoFigure::Diverges`] where the ceiling of retention reaches 1+d; [`NoFigure::Input`].
    pub fn optimum(&self) -> Figure<Optimum> {
        self.check()?;
        let carry = 1.0 + self.discount;
        let most = figure(self.margin * carry)?;
        let gain =
            |spending: f64| self.keep.slope_at(spending) * (most - spending) - (carry - self.keep.rate_at(spending));
        let keep_spending = if gain(0.0) <= 0.0 { 0.0 } else { crossing(gain, 0.0, most) };
        let value = money(self.value_at(keep_spending))?;
        let first = self.win.slope_at(0.0) * value;
        let win_spending = if first <= 1.0 { 0.0 } else { log(first) / self.win.steepness };
        let retention = self.keep.rate_at(keep_spending);
        let acquisition = self.win.rate_at(win_spending);
        Ok(Optimum {
            keep_spending,
            retention,
            win_spending: figure(win_spending)?,
            acquisition,
            value,
            equity: money(acquisition * value - win_spending)?,
            average_win: self.win.average_cost(win_spending),
            average_keep: self.keep.average_cost(keep_spending),
            marginal_win: self.win.marginal_cost(win_spending),
            marginal_keep: self.keep.marginal_cost(keep_spending),
        })
    }
}
