//! Where a budget does most.

use super::input::Input;
use super::monthly::{Plan, Scores};
use super::run::Run;
use crate::figure::{Figure, money};
use crate::solve::{Peak, Plateau, plateau_on, shares};

/// The share of the budget for keeping that earns most over the horizon, and how much straying from it loses (F83).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BestShare {
    /// The best share; 0 or 1 at a corner.
    pub top_share: f64,
    /// Profit there.
    pub top: f64,
    /// The smallest share, on the hill of the best, that loses at most the tolerated part of the top.
    pub from: f64,
    /// The largest such share.
    pub to: f64,
    /// Money lost at `from`.
    pub loss_from: f64,
    /// Money lost at `to`.
    pub loss_to: f64,
    /// Money lost at the share that is stated.
    pub loss_now: f64,
}

impl Plan {
    /// Profit over the horizon with what is likely, were the share `keep` of the budget for keeping.
    ///
    /// # Errors
    /// The share must lie from 0 to 1; [`TooLarge`](crate::NoFigure::TooLarge).
    pub fn profit_at(&self, keep: f64) -> Figure {
        crate::figure::Field::Share.share(keep)?;
        self.at_share(keep).profit()
    }

    /// The plan with what is likely, were the share `keep` of the budget for keeping.
    fn at_share(&self, keep: f64) -> Run<'_> {
        let scores = Scores::default();
        Run::new(self, self.draw(|input, _| scores.of(input)), keep)
    }

    /// The best share, and those around it that lose at most `tolerance` of the top (0.03 by custom).
    ///
    /// # Errors
    /// When no share has a profit; the tolerance must be a share.
    pub fn best_share(&self, tolerance: f64) -> Figure<BestShare> {
        let profit = |keep: f64| self.at_share(keep).profit();
        let Plateau { peak, from, to } = plateau_on(profit, &shares(), tolerance)?;
        let loss = |keep: f64| money(peak.value - profit(keep)?);
        Ok(BestShare {
            top_share: peak.at,
            top: peak.value,
            from,
            to,
            loss_from: loss(from)?,
            loss_to: loss(to)?,
            loss_now: loss(self.keep)?,
        })
    }

    /// The budget that earns most at the stated split, and what it earns.
    ///
    /// # Errors
    /// When no budget has a profit.
    pub fn best_budget(&self) -> Figure<Peak> {
        let profit = |budget: f64| {
            let mut drawn = self.draw(|_, _| 0.0);
            drawn.set(Input::Budget, crate::lanes::Lanes::all(budget));
            Run::new(self, drawn, self.keep).profit()
        };
        let likely = self
            .likely_of(Input::Budget)
            .max(self.likely_of(Input::RetentionSpend) + self.likely_of(Input::AcquisitionSpend));
        let scale = likely.max(1.0);
        let fine = (-80..=80).map(|step| scale * libm::exp(0.125 * f64::from(step)));
        let places: Vec<f64> = [0.0].into_iter().chain(fine).collect();
        crate::solve::climb(profit, &places)
    }
}
