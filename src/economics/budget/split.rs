//! A given budget, split between retention, acquisition and winning back lost customers.

use libm::log;

use super::{Market, Response};
use crate::figure::{Field, Figure, Must, figure, money};
use crate::solve::{climb, shares};

/// Lost customers who could be won back.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WinBack {
    /// How many.
    pub lost: f64,
    /// Share of them who return, by spending per head; its floor returns without spending.
    pub response: Response,
}

/// A budget and what it can be spent on. Retention is paid at each renewal for ever, acquisition and winning back once: the textbook's
/// question, with published cases. A plan spends its budget anew every month; [`best_share`](crate::MonthlyPlan::best_share) and
/// [`best_budget`](crate::MonthlyPlan::best_budget) split that one, and are what the app asks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Split {
    /// The margin of a customer, and the responses to spending.
    pub market: Market,
    /// Money that may be spent.
    pub budget: f64,
    /// Customers today.
    pub customers: f64,
    /// Prospects.
    pub prospects: f64,
    /// Lost customers, if winning back is considered.
    pub win_back: Option<WinBack>,
}

/// Spending by purpose.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Spending {
    /// On retention.
    pub retention: f64,
    /// On acquisition.
    pub acquisition: f64,
    /// On winning back lost customers.
    pub win_back: f64,
}

impl Spending {
    /// All of it.
    pub fn total(&self) -> f64 {
        self.retention + self.acquisition + self.win_back
    }
}

/// Where the next unit of money would do most: value gained per unit spent, net of the unit. Above
/// 0 it pays.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Marginals {
    /// On retention.
    pub retention: f64,
    /// On acquisition.
    pub acquisition: f64,
    /// On winning back; `None` when it is not considered.
    pub win_back: Option<f64>,
}

/// The effect of a split.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SplitOutcome {
    /// The spending.
    pub spending: Spending,
    /// Retention it buys.
    pub retention: f64,
    /// Prospects it wins.
    pub won: f64,
    /// Lost customers it wins back.
    pub won_back: f64,
    /// Value of a new customer, in money. Negative where retention costs more than customers bring.
    pub customer_value: f64,
    /// What all customers are worth beyond the payment already due, less what is spent:
    /// N(m r − R)/(1+d−r) + P(a V − A) + L(w V − W). Negative when the split wastes money.
    pub value: f64,
    /// The effect of the next unit of money.
    pub next: Marginals,
}

/// The best split.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BestSplit {
    /// The best that spends at most the budget.
    pub best: SplitOutcome,
    /// The best that spends all of it: never better.
    pub all_spent: SplitOutcome,
    /// What is gained by spending less than the budget; 0 where the whole budget is well spent.
    pub gain: f64,
}

/// How much of the budget has to be spent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Spend {
    /// At most all of it.
    AtMost,
    /// All of it.
    All,
}

impl Split {
    fn check(&self) -> Figure<()> {
        self.market.check()?;
        Field::Budget.not_negative(self.budget)?;
        Field::Customers.positive(self.customers)?;
        Field::Prospects.positive(self.prospects)?;
        if let Some(restore) = &self.win_back {
            Field::Lost.positive(restore.lost)?;
            restore.response.check()?;
        }
        Ok(())
    }

    /// The effect of spending (F37), which may be less than the budget.
    ///
    /// # Errors
    /// Sums must not be negative, nor exceed the budget together; nothing for winning back when that is not considered; else as
    /// [`Market::optimum`].
    pub fn outcome(&self, spending: &Spending) -> Figure<SplitOutcome> {
        self.check()?;
        for sum in [spending.retention, spending.acquisition, spending.win_back] {
            Field::Spending.not_negative(sum)?;
        }
        let within = spending.total() <= self.budget * (1.0 + 1e-9);
        Field::Spending.require(within, Must::NotExceed(Field::Budget))?;
        let considered = self.win_back.is_some() || spending.win_back == 0.0;
        Field::Spending.require(considered, Must::NotExceed(Field::Lost))?;
        self.at(spending)
    }

    fn at(&self, spending: &Spending) -> Figure<SplitOutcome> {
        let Market { margin, discount, win, keep } = self.market;
        let kept_at = spending.retention / self.customers;
        let won_at = spending.acquisition / self.prospects;
        let retention = keep.rate_at(kept_at);
        let gap = 1.0 + discount - retention;
        let customer_value = money(self.market.value_at(kept_at))?;
        let base = self.customers * (margin * retention - kept_at) / gap;
        let won = self.prospects * win.rate_at(won_at);
        let (mut won_back, mut win_back_next) = (0.0, None);
        if let Some(WinBack { lost, response }) = self.win_back {
            let returned_at = spending.win_back / lost;
            won_back = lost * response.rate_at(returned_at);
            win_back_next = Some(figure(response.slope_at(returned_at) * customer_value - 1.0)?);
        }
        let affected = (self.customers + won + won_back) / self.customers;
        Ok(SplitOutcome {
            spending: *spending,
            retention,
            won: figure(won)?,
            won_back: figure(won_back)?,
            customer_value,
            value: money(base + (won + won_back) * customer_value - spending.acquisition - spending.win_back)?,
            next: Marginals {
                retention: figure(affected * (keep.slope_at(kept_at) * customer_value - 1.0) / gap)?,
                acquisition: figure(win.slope_at(won_at) * customer_value - 1.0)?,
                win_back: win_back_next,
            },
        })
    }

    /// The best use of the money that retention leaves, exactly (F82).
    fn around(&self, retention: f64, spend: Spend) -> Spending {
        let rest = (self.budget - retention).max(0.0);
        let value = self.market.value_at(retention / self.customers);
        if value <= 0.0 {
            return self.with_worthless_customers(retention, rest, spend);
        }
        let heads = [
            (self.prospects, Some(self.market.win)),
            self.win_back.map_or((0.0, None), |back| (back.lost, Some(back.response))),
        ];
        // Spending pays until the slope times the value falls to 1.
        let pays = heads.map(|(heads, response)| response.map_or(0.0, |response| heads * pays_until(&response, value)));
        if spend == Spend::AtMost && pays[0] + pays[1] <= rest {
            return Spending { retention, acquisition: pays[0], win_back: pays[1] };
        }
        let acquisition = self.evenly(rest);
        Spending { retention, acquisition, win_back: rest - acquisition }
    }

    /// The part of `rest` for acquisition at which the next unit of money wins as many prospects as it wins back lost customers,
    /// unless one of the two gets nothing.
    fn evenly(&self, rest: f64) -> f64 {
        let Some(WinBack { lost, response }) = self.win_back else { return rest };
        let win = self.market.win;
        // Equal slopes at A and W mean k A − ln slope(0) alike for both: solve for that level.
        let (width_win, width_back) = (self.prospects / win.steepness, lost / response.steepness);
        let (ln_win, ln_back) = (log(win.slope_at(0.0)), log(response.slope_at(0.0)));
        let level = (rest - width_win * ln_win - width_back * ln_back) / (width_win + width_back);
        (width_win * (level + ln_win)).clamp(0.0, rest)
    }

    /// Where customers have no value or a negative one, winning them does harm: nothing is spent on it, or, if all has to be spent,
    /// all on one of the two. The value is convex in that split, so a corner is best.
    fn with_worthless_customers(&self, retention: f64, rest: f64, spend: Spend) -> Spending {
        if spend == Spend::AtMost {
            return Spending { retention, ..Spending::default() };
        }
        let acquiring = Spending { retention, acquisition: rest, win_back: 0.0 };
        if self.win_back.is_none() {
            return acquiring;
        }
        let winning_back = Spending { retention, acquisition: 0.0, win_back: rest };
        let value = |spending: &Spending| self.at(spending).map_or(f64::NEG_INFINITY, |outcome| outcome.value);
        if value(&winning_back) > value(&acquiring) { winning_back } else { acquiring }
    }

    fn best_of(&self, spend: Spend) -> Figure<SplitOutcome> {
        let outcome = |share: f64| self.at(&self.around(share * self.budget, spend));
        let peak = climb(|share| Ok(outcome(share)?.value), &shares())?;
        outcome(peak.at)
    }

    /// The best split that spends at most the budget, and the best that spends all of it (F37, F82).
    ///
    /// For each retention spend the rest is split exactly. Over retention spend the value can have several hills: a grid, fine near
    /// the ends, finds them, and each is climbed. Corners are found too.
    ///
    /// # Errors
    /// As [`Market::optimum`]; [`TooLarge`](crate::NoFigure::TooLarge).
    pub fn best(&self) -> Figure<BestSplit> {
        self.check()?;
        let all_spent = self.best_of(Spend::All)?;
        let at_most = self.best_of(Spend::AtMost)?;
        // Spending everything is also spending at most everything.
        let best = if all_spent.value > at_most.value { all_spent } else { at_most };
        let gain = money(best.value - all_spent.value)?;
        Ok(BestSplit { best, all_spent, gain })
    }

    /// The value at each of `steps` + 1 shares of the budget for retention from 0 to 1, with the rest spent at its best.
    ///
    /// # Errors
    /// As [`best`](Split::best); from 1 to 10,000 steps.
    pub fn curve(&self, steps: u32) -> Figure<Vec<SplitOutcome>> {
        self.check()?;
        Field::Count.require(steps > 0, Must::BePositive)?;
        Field::Count.at_most(steps as usize, 10_000)?;
        let retention = |i| self.budget * f64::from(i) / f64::from(steps);
        (0..=steps).map(|i| self.at(&self.around(retention(i), Spend::All))).collect()
    }
}

/// Spending per head up to which the next unit of money still wins more value than it costs.
fn pays_until(response: &Response, value: f64) -> f64 {
    let first = response.slope_at(0.0) * value;
    if first <= 1.0 { 0.0 } else { log(first) / response.steepness }
}
