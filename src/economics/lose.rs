//! Losing one account: how long, and at what cost, winning takes to refill the hole (F66).

use libm::{log, log1p};

use crate::figure::{Field, Figure, Must, NoFigure, figure, money};

/// What refills a hole, per month.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Refill {
    /// Clients won a month.
    pub won: f64,
    /// What one of them pays a month.
    pub pays: f64,
    /// Share of the revenue lost a month, on all accounts.
    pub churn: f64,
    /// Cost to acquire a client.
    pub cac: f64,
    /// Share of revenue left after the cost to serve.
    pub gross_margin: f64,
    /// Effective discount rate a month.
    pub discount: f64,
}

/// The hole that losing one account leaves.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LostAccount {
    /// Revenue a month that is gone.
    pub revenue: f64,
    /// Its share of all revenue.
    pub share: f64,
    /// Clients of the size that is won who replace it.
    pub clients: f64,
    /// What winning those costs.
    pub cost: f64,
    /// Months until revenue is back where it was, net of the churn that goes on meanwhile.
    pub months: Figure,
    /// Margin lost until then, in money of today.
    pub margin_lost: Figure,
}

/// Longer waits are not added up month by month.
const MOST_MONTHS: f64 = 1e6;

impl Refill {
    fn check(&self) -> Figure<()> {
        Field::Acquired.not_negative(self.won)?;
        Field::Revenue.positive(self.pays)?;
        Field::Churn.share(self.churn)?;
        Field::Cac.not_negative(self.cac)?;
        Field::GrossMargin.share(self.gross_margin)?;
        Field::Discount.rate(self.discount)
    }

    /// Takes the account at `lost` out of accounts with these revenues a month.
    ///
    /// Revenue goes on by P(t+1) = P(t)(1−c) + w p from what is left, towards P* = w p/c. It is back at
    /// t = ln((P*−M)/(P*−M+x))/ln(1−c), for a loss of x of M; without churn at x/(w p).
    ///
    /// # Errors
    /// [`NoFigure::NeverRefilled`] inside where P* is not above M; [`NoFigure::NothingToShare`] without revenue; revenues must
    /// not be negative, `lost` be one of them, the other numbers be what they say.
    pub fn lose(&self, revenues: &[f64], lost: usize) -> Figure<LostAccount> {
        self.check()?;
        for revenue in revenues {
            Field::Revenue.not_negative(*revenue)?;
        }
        let Some(revenue) = revenues.get(lost).copied() else {
            return Err(NoFigure::Input { field: Field::Customers, must: Must::NotExceed(Field::Count) });
        };
        let all = money(revenues.iter().sum())?;
        if all == 0.0 {
            return Err(NoFigure::NothingToShare);
        }
        let clients = figure(revenue / self.pays)?;
        let months = self.months(all, revenue);
        Ok(LostAccount {
            revenue,
            share: revenue / all,
            clients,
            cost: money(clients * self.cac)?,
            months,
            margin_lost: months.and_then(|months| self.margin_lost(all, revenue, months)),
        })
    }

    fn months(&self, all: f64, lost: f64) -> Figure {
        if lost == 0.0 {
            return Ok(0.0);
        }
        let won = self.won * self.pays;
        if self.churn == 0.0 {
            return if won > 0.0 { figure(lost / won) } else { Err(NoFigure::NeverRefilled) };
        }
        let spare = won / self.churn - all;
        if spare <= 0.0 {
            return Err(NoFigure::NeverRefilled);
        }
        figure(log(spare / (spare + lost)) / log1p(-self.churn))
    }

    /// The margin of each month that begins before revenue is back.
    fn margin_lost(&self, all: f64, lost: f64, months: f64) -> Figure {
        if months > MOST_MONTHS {
            return Err(NoFigure::TooLarge);
        }
        let won = self.won * self.pays;
        let (mut revenue, mut counts, mut sum) = (all - lost, 1.0, 0.0);
        for _ in 0..months.ceil() as u32 {
            sum += self.gross_margin * (all - revenue) * counts;
            revenue = revenue * (1.0 - self.churn) + won;
            counts /= 1.0 + self.discount;
        }
        money(sum)
    }
}
