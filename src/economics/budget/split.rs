//! A given budget, split between keeping customers, winning prospects and winning back the lost.

use libm::log;

use super::{Market, Response};
use crate::figure::{Field, Figure, Must, figure};
use crate::solve::plateau;

/// Customers who left and could be won back.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Restore {
    /// How many.
    pub lost: f64,
    /// Share of them who return, by spending per head.
    pub response: Response,
}

/// A budget and those it can be spent on. Keeping is paid at each renewal for ever, winning and
/// restoring once.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Split {
    /// What a customer contributes, and how spending works.
    pub market: Market,
    /// Money to be spent.
    pub budget: f64,
    /// Customers today.
    pub customers: f64,
    /// Prospects to be had.
    pub prospects: f64,
    /// Customers lost, if winning back is considered.
    pub restore: Option<Restore>,
}

/// Shares of the budget; they sum to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shares {
    /// For keeping customers.
    pub keep: f64,
    /// For winning prospects.
    pub win: f64,
    /// For winning back lost customers.
    pub restore: f64,
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
    /// The split.
    pub shares: Shares,
    /// Retention it buys.
    pub retention: f64,
    /// Prospects it wins.
    pub won: f64,
    /// Lost customers it wins back.
    pub restored: f64,
    /// Value of a customer just won, in money.
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
    /// What it does.
    pub best: SplitOutcome,
    /// The smallest share for keeping that is nearly as good.
    pub from: f64,
    /// The largest share for keeping that is nearly as good.
    pub to: f64,
}

/// Intervals of the grid on which the best share is sought before each hill is climbed.
const GRID: u32 = 200;

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

    /// What these shares of the budget do (F37).
    ///
    /// # Errors
    /// Shares must be shares and sum to 1 (to nine digits), none for restoring when that is not
    /// considered; else as [`Market::optimum`].
    pub fn outcome(&self, shares: &Shares) -> Figure<SplitOutcome> {
        self.check()?;
        for share in [shares.keep, shares.win, shares.restore] {
            Field::Share.share(share)?;
        }
        let sum = shares.keep + shares.win + shares.restore;
        Field::Share.require((sum - 1.0).abs() < 1e-9, Must::BeAShare)?;
        let considered = self.restore.is_some() || shares.restore == 0.0;
        Field::Share.require(considered, Must::NotExceed(Field::Lost))?;
        self.at(shares)
    }

    fn at(&self, shares: &Shares) -> Figure<SplitOutcome> {
        let Market { margin, discount, win, keep } = self.market;
        let kept_at = shares.keep * self.budget / self.customers;
        let won_at = shares.win * self.budget / self.prospects;
        let retention = keep.rate_at(kept_at);
        let gap = 1.0 + discount - retention;
        let customer_value = figure(self.market.value_at(kept_at))?;
        let base = self.customers * (margin * retention - kept_at) / gap;
        let won = self.prospects * win.rate_at(won_at);
        let (mut restored, mut restore_next) = (0.0, None);
        if let Some(Restore { lost, response }) = self.restore {
            let restored_at = shares.restore * self.budget / lost;
            restored = lost * response.rate_at(restored_at);
            restore_next = Some(figure(response.slope_at(restored_at) * customer_value - 1.0)?);
        }
        let spent_once = (shares.win + shares.restore) * self.budget;
        let affected = (self.customers + won + restored) / self.customers;
        Ok(SplitOutcome {
            shares: *shares,
            retention,
            won: figure(won)?,
            restored: figure(restored)?,
            customer_value,
            value: figure(base + (won + restored) * customer_value - spent_once)?,
            next: Marginals {
                keep: figure(affected * (keep.slope_at(kept_at) * customer_value - 1.0) / gap)?,
                win: figure(win.slope_at(won_at) * customer_value - 1.0)?,
                restore: restore_next,
            },
        })
    }

    /// The best use of what keeping leaves over: the next unit wins as many prospects as it wins
    /// back lost customers, unless one of the two gets nothing.
    fn around(&self, keep: f64) -> Shares {
        let rest = 1.0 - keep;
        let Some(Restore { lost, response }) = self.restore else {
            return Shares { keep, win: rest, restore: 0.0 };
        };
        let win = self.market.win;
        // Equal slopes at A and W mean k A − ln slope(0) alike for both: solve for that level.
        let (width_win, width_back) = (self.prospects / win.steepness, lost / response.steepness);
        let (ln_win, ln_back) = (log(win.slope_at(0.0)), log(response.slope_at(0.0)));
        let money = rest * self.budget;
        let level = (money - width_win * ln_win - width_back * ln_back) / (width_win + width_back);
        let spent_winning = (width_win * (level + ln_win)).clamp(0.0, money);
        let share = if money > 0.0 { spent_winning / money } else { 1.0 };
        Shares { keep, win: rest * share, restore: rest - rest * share }
    }

    /// The value at each of `steps` + 1 shares for keeping from 0 to 1, the rest at its best.
    ///
    /// # Errors
    /// As [`outcome`](Split::outcome); from 1 to 10,000 steps.
    pub fn curve(&self, steps: u32) -> Figure<Vec<SplitOutcome>> {
        self.check()?;
        Field::Count.require(steps > 0, Must::BePositive)?;
        Field::Count.at_most(steps as usize, 10_000)?;
        let share = |i| f64::from(i) / f64::from(steps);
        (0..=steps).map(|i| self.at(&self.around(share(i)))).collect()
    }

    /// The best split, and the shares for keeping that come within `tolerance` of its value
    /// (0.02: lose at most 2% of it), on the hill on which it stands (F37).
    ///
    /// The value is not concave in general, so a grid comes before the bracketed search; a corner
    /// (all or nothing for keeping) is found as such.
    ///
    /// # Errors
    /// As [`outcome`](Split::outcome); the tolerance must be a share.
    pub fn best(&self, tolerance: f64) -> Figure<BestSplit> {
        self.check()?;
        let value = |keep: f64| self.at(&self.around(keep)).map(|outcome| outcome.value);
        let found = plateau(value, 0.0, 1.0, GRID, tolerance)?;
        Ok(BestSplit { best: self.at(&self.around(found.peak.at))?, from: found.from, to: found.to })
    }
}
