//! Losing one account: how long, and at what cost, acquisition takes to make up for it (F66).

use libm::{log, log1p};

use crate::figure::{Field, Figure, Must, NoFigure, figure, money};

/// The acquisition that makes up for lost revenue, per month.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Refill {
    /// New clients per month.
    pub new_clients: f64,
    /// Revenue of a new client per month.
    pub revenue_per_client: f64,
    /// Share of revenue lost per month, over all accounts.
    pub churn: f64,
    /// Cost to acquire a client.
    pub cac: f64,
    /// Share of revenue left after the cost to serve.
    pub gross_margin: f64,
    /// Effective discount rate per month.
    pub discount: f64,
}

/// The loss of one account.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LostAccount {
    /// Revenue lost per month.
    pub revenue: f64,
    /// Its share of all revenue.
    pub share: f64,
    /// New clients needed to replace it.
    pub clients: f64,
    /// Cost to acquire them.
    pub cost: f64,
    /// Months until revenue is back, net of the churn of all other accounts.
    pub months: Figure,
    /// Margin lost until then, in today's money.
    pub margin_lost: Figure,
}

/// Longer recoveries are not summed month by month.
const MOST_MONTHS: f64 = 1e6;

impl Refill {
    fn check(&self) -> Figure<()> {
        Field::Acquired.not_negative(self.new_clients)?;
        Field::Revenue.positive(self.revenue_per_client)?;
        Field::Churn.share(self.churn)?;
        Field::Cac.not_negative(self.cac)?;
        Field::GrossMargin.share(self.gross_margin)?;
        Field::Discount.rate(self.discount)
    }

    /// Loses the account at `lost`, of accounts with these revenues per month.
    ///
    /// Revenue continues by P(t+1) = P(t)(1−c) + w p from what is left, towards P* = w p/c, w new clients at p each. It is back
    /// at t = ln((P*−M)/(P*−M+x))/ln(1−c), for a loss of x of M; without churn at x/(w p).
    ///
    /// # Errors
    /// [`NoFigure::NeverRefilled`] inside where P* is not above M; [`NoFigure::NothingToShare`] without revenue; revenues must
    /// not be negative, and `lost` must be one of them.
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
        let clients = figure(revenue / self.revenue_per_client)?;
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
        let won = self.new_clients * self.revenue_per_client;
        if self.churn == 0.0 {
            return if won > 0.0 { figure(lost / won) } else { Err(NoFigure::NeverRefilled) };
        }
        let spare = won / self.churn - all;
        if spare <= 0.0 {
            return Err(NoFigure::NeverRefilled);
        }
        figure(log(spare / (spare + lost)) / log1p(-self.churn))
    }

    /// Sum over the months that begin before revenue is back.
    fn margin_lost(&self, all: f64, lost: f64, months: f64) -> Figure {
        if months > MOST_MONTHS {
            return Err(NoFigure::TooLarge);
        }
        let won = self.new_clients * self.revenue_per_client;
        let (mut revenue, mut counts, mut sum) = (all - lost, 1.0, 0.0);
        for _ in 0..months.ceil() as u32 {
            sum += self.gross_margin * (all - revenue) * counts;
            revenue = revenue * (1.0 - self.churn) + won;
            counts /= 1.0 + self.discount;
        }
        money(sum)
    }
}
