//! A given budget, split between keeping customers, winning prospects and winning back the lost.

use libm::log;

use super::{Market, Response};
use crate::figure::{Field, Figure, Must, figure, money};
use crate::solve::{climb, shares};

/// Customers who left and could be won back.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WinBack {
    /// How many.
    pub lost: f64,
    /// Share of them who return, by spending per head. Those who return for nothing come in any case.
    pub response: Response,
}

/// A budget and those it can be spent on. Keeping is paid at each renewal for ever, winning and
/// restoring once.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Split {
    /// What a customer contributes, and how spending works.
    pub market: Market,
    /// Money that may be spent.
    pub budget: f64,
    /// Customers today.
    pub customers: f64,
    /// Prospects to be had.
    pub prospects: f64,
    /// Customers lost, if winning back is considered.
    pub restore: Option<WinBack>,
}

/// Money by what it is spent on.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Spending {
    /// On keeping customers.
    pub keep: f64,
    /// On winning prospects.
    pub win: f64,
    /// On winning back lost customers.
    pub restore: f64,
}

impl Spending {
    /// All of it.
    pub fn total(&self) -> f64 {
        self.keep + self.win + self.restore
    }
}

/// Where the next unit of money would do most: value gained per unit spent, net of the unit. Above
/// 0 it pays.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Marginals {
    /// On keeping.
    pub keep: f64,
    /// On winning.
    pub win: f64,
    /// On winning back; `None` when it is not considered.
    pub restore: Option<f64>,
}

/// What a split does.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SplitOutcome {
    /// What is spent.
    pub spending: Spending,
    /// Retention it buys.
    pub retention: f64,
    /// Prospects it wins.
    pub won: f64,
    /// Lost customers it wins back.
    pub restored: f64,
    /// Value of a customer just won, in money. Negative where keeping costs more than customers bring.
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
    /// What spending less gains; 0 where the whole budget is well spent.
    pub gain: f64,
}

/// How much of the budget has to be spent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Spend {
    /// As much as pays.
    AtMost,
    /// All.
    All,
}

impl Split {
    fn check(&self) -> Figure<()> {
        self.market.check()?;
        Field::Budget.not_negative(self.budget)?;
        Field::Customers.positive(self.customers)?;
        Field::Prospects.positive(self.prospects)?;
        if let Some(restore) = &self.restore {
            Field::Lost.positive(restore.lost)?;
            restore.response.check()?;
        }
        Ok(())
    }

    /// What such spending does (F37); it may be less than the budget.
    ///
    /// # Errors
    /// Sums must not be negative nor, together, exceed the budget by more than rounding; none for restoring when that is not
    /// considered; else as [`Market::optimum`].
    pub fn outcome(&self, spending: &Spending) -> Figure<SplitOutcome> {
        self.check()?;
        for sum in [spending.keep, spending.win, spending.restore] {
            Field::Spending.not_negative(sum)?;
        }
        let within = spending.total() <= self.budget * (1.0 + 1e-9);
        Field::Spending.require(within, Must::NotExceed(Field::Budget))?;
        let considered = self.restore.is_some() || spending.restore == 0.0;
        Field::Spending.require(considered, Must::NotExceed(Field::Lost))?;
        self.at(spending)
    }

    fn at(&self, spending: &Spending) -> Figure<SplitOutcome> {
        let Market { margin, discount, win, keep } = self.market;
        let kept_at = spending.keep / self.customers;
        let won_at = spending.win / self.prospects;
        let retention = keep.rate_at(kept_at);
        let gap = 1.0 + discount - retention;
        let customer_value = money(self.market.value_at(kept_at))?;
        let base = self.customers * (margin * retention - kept_at) / gap;
        let won = self.prospects * win.rate_at(won_at);
        let (mut restored, mut restore_next) = (0.0, None);
        if let Some(WinBack { lost, response }) = self.restore {
            let restored_at = spending.restore / lost;
            restored = lost * response.rate_at(restored_at);
            restore_next = Some(figure(response.slope_at(restored_at) * customer_value - 1.0)?);
        }
        let affected = (self.customers + won + restored) / self.customers;
        Ok(SplitOutcome {
            spending: *spending,
            retention,
            won: figure(won)?,
            restored: figure(restored)?,
            customer_value,
            value: money(base + (won + restored) * customer_value - spending.win - spending.restore)?,
            next: Marginals {
                keep: figure(affected * (keep.slope_at(kept_at) * customer_value - 1.0) / gap)?,
                win: figure(win.slope_at(won_at) * customer_value - 1.0)?,
                restore: restore_next,
            },
        })
    }

    /// The best use of what keeping leaves over, exactly (F82).
    fn around(&self, keep: f64, spend: Spend) -> Spending {
        let rest = (self.budget - keep).max(0.0);
        let value = self.market.value_at(keep / self.customers);
        if value <= 0.0 {
            return self.with_worthless_customers(keep, rest, spend);
        }
        let heads = [
            (self.prospects, Some(self.market.win)),
            self.restore.map_or((0.0, None), |back| (back.lost, Some(back.response))),
        ];
        // Spending pays until the slope times the value falls to 1.
        let pays = heads.map(|(heads, response)| response.map_or(0.0, |response| heads * pays_until(&response, value)));
        if spend == Spend::AtMost && pays[0] + pays[1] <= rest {
            return Spending { keep, win: pays[0], restore: pays[1] };
        }
        let win = self.evenly(rest);
        Spending { keep, win, restore: rest - win }
    }

    /// Of `rest` for winning and restoring, what goes into winning when the next unit wins as many prospects as it wins back
    /// lost customers, unless one of the two gets nothing.
    fn evenly(&self, rest: f64) -> f64 {
        let Some(WinBack { lost, response }) = self.restore else { return rest };
        let win = self.market.win;
        // Equal slopes at A and W mean k A − ln slope(0) alike for both: solve for that level.
        let (width_win, width_back) = (self.prospects / win.steepness, lost / response.steepness);
        let (ln_win, ln_back) = (log(win.slope_at(0.0)), log(response.slope_at(0.0)));
        let level = (rest - width_win * ln_win - width_back * ln_back) / (width_win + width_back);
        (width_win * (level + ln_win)).clamp(0.0, rest)
    }

    /// Where customers are worth nothing, or less, winning them does harm: nothing is spent on it, or, where all must be, all on
    /// the one of the two that wins fewer. The loss is convex in the split, so a corner is best.
    fn with_worthless_customers(&self, keep: f64, rest: f64, spend: Spend) -> Spending {
        if spend == Spend::AtMost {
            return Spending { keep, ..Spending::default() };
        }
        let winning = Spending { keep, win: rest, restore: 0.0 };
        if self.restore.is_none() {
            return winning;
        }
        let restoring = Spending { keep, win: 0.0, restore: rest };
        let value = |spending: &Spending| self.at(spending).map_or(f64::NEG_INFINITY, |outcome| outcome.value);
        if value(&restoring) > value(&winning) { restoring } else { winning }
    }

    fn best_of(&self, spend: Spend) -> Figure<SplitOutcome> {
        let outcome = |share: f64| self.at(&self.around(share * self.budget, spend));
        let peak = climb(|share| Ok(outcome(share)?.value), &shares())?;
        outcome(peak.at)
    }

    /// The best split that spends at most the budget, and beside it the best that spends all of it (F37, F82).
    ///
    /// For each sum spent on keeping the rest is split exactly; over those sums, since the value has several hills in general,
    /// a grid comes first, fine near the ends, and each hill is climbed. Corners are found as such.
    ///
    /// # Errors
    /// As [`Market::optimum`]; [`TooLarge`](crate::NoFigure::TooLarge).
    pub fn best(&self) -> Figure<BestSplit> {
        self.check()?;
        let all_spent = self.best_of(Spend::All)?;
        let at_most = self.best_of(Spend::AtMost)?;
        // Spending all is one of the ways to spend at most all.
        let best = if all_spent.value > at_most.value { all_spent } else { at_most };
        let gain = money(best.value - all_spent.value)?;
        Ok(BestSplit { best, all_spent, gain })
    }

    /// The value at each of `steps` + 1 shares of the budget for keeping from 0 to 1, all of it spent, the rest at its best.
    ///
    /// # Errors
    /// As [`best`](Split::best); from 1 to 10,000 steps.
    pub fn curve(&self, steps: u32) -> Figure<Vec<SplitOutcome>> {
        self.check()?;
        Field::Count.require(steps > 0, Must::BePositive)?;
        Field::Count.at_most(steps as usize, 10_000)?;
        let keep = |i| self.budget * f64::from(i) / f64::from(steps);
        (0..=steps).map(|i| self.at(&self.around(keep(i), Spend::All))).collect()
    }
}

/// Spending per head until the next unit no longer wins customers worth as much.
fn pays_until(response: &Response, value: f64) -> f64 {
    let first = response.slope_at(0.0) * value;
    if first <= 1.0 { 0.0 } else { log(first) / response.steepness }
}
