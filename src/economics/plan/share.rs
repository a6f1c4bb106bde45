//! The best split of a budget, and the best budget.

use super::input::Input;
use super::monthly::MonthlyPlan;
use super::run::Run;
use crate::figure::{Field, Figure, money};
use crate::lanes::Lanes;
use crate::solve::{Peak, Plateau, climb, plateau_on, shares};

/// The share of the budget for retention that earns most over the horizon, and the loss around it (F83).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BestShare {
    /// The best share; 0 or 1 at a corner.
    pub top_share: f64,
    /// Profit there.
    pub top: f64,
    /// The smallest share, on the same hill, that loses at most the tolerated part of the top.
    pub from: f64,
    /// The largest such share.
    pub to: f64,
    /// Money lost at `from`.
    pub loss_from: f64,
    /// Money lost at `to`.
    pub loss_to: f64,
    /// Money lost at the stated share.
    pub loss_now: f64,
}

impl MonthlyPlan {
    /// Profit over the horizon, with likely numbers and this share of the budget for retention.
    ///
    /// # Errors
    /// The share must be from 0 to 1; [`TooLarge`](crate::NoFigure::TooLarge).
    pub fn profit_at(&self, retention_share: f64) -> Figure {
        Field::Share.share(retention_share)?;
        self.at_share(retention_share).profit()
    }

    fn at_share(&self, retention_share: f64) -> Run<'_> {
        Run::new(self, self.draw(|_, _| 0.0), retention_share)
    }

    /// The best share, and the shares around it that lose at most `tolerance` of the top (0.03 by convention).
    ///
    /// # Errors
    /// When no share has a profit; the tolerance must be a share.
    pub fn best_share(&self, tolerance: f64) -> Figure<BestShare> {
        let profit = |share: f64| self.at_share(share).profit();
        let Plateau { peak, from, to } = plateau_on(profit, &shares(), tolerance)?;
        let loss = |share: f64| money(peak.value - profit(share)?);
        Ok(BestShare {
            top_share: peak.at,
            top: peak.value,
            from,
            to,
            loss_from: loss(from)?,
            loss_to: loss(to)?,
            loss_now: loss(self.retention_share)?,
        })
    }

    /// The budget that earns most at the stated split, and what it earns.
    ///
    /// # Errors
    /// When no budget has a profit.
    pub fn best_budget(&self) -> Figure<Peak> {
        let profit = |budget: f64| {
            let mut drawn = self.draw(|_, _| 0.0);
            drawn.set(Input::Budget, Lanes::all(budget));
            Run::new(self, drawn, self.retention_share).profit()
        };
        let now = self.likely_of(Input::RetentionSpend) + self.likely_of(Input::AcquisitionSpend);
        let scale = self.likely_of(Input::Budget).max(now).max(1.0);
        let fine = (-80..=80).map(|step| scale * libm::exp(0.125 * f64::from(step)));
        let places: Vec<f64> = [0.0].into_iter().chain(fine).collect();
        climb(profit, &places)
    }
}
