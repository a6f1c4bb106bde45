//! Cash at each month's end, not discounted (F84).

use super::projector::Projector;
use super::run::Run;
use super::setup::Setup;
use crate::figure::{Figure, money};
use crate::lanes::Lanes;

/// The month with the lowest cash.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LowestCash {
    /// The month at whose end cash is lowest, from 1; the first of equals. 0 where cash never falls below the start.
    pub month: u32,
    /// Cash at that moment, compared with the start.
    pub cash: f64,
    /// The first month from then on at whose end cash is back at the start or above; `None` if not within the horizon.
    pub back: Option<u32>,
    /// The first month after that at whose end it is below the start again, as where clients pay by the year; `None` if it stays.
    pub below_again: Option<u32>,
}

impl Run<'_> {
    /// Cash at the start and at the end of each month of the horizon.
    ///
    /// # Errors
    /// [`TooLarge`](crate::NoFigure::TooLarge).
    pub fn cash(&self) -> Figure<Vec<f64>> {
        let mut projector = Projector::new(Setup { discount: Lanes::ZERO, ..self.setup() });
        let mut cash = vec![0.0];
        for _ in 0..self.plan.horizon {
            cash.push(money(projector.step().only())?);
        }
        Ok(cash)
    }

    /// The month with the lowest cash, and the month in which it has recovered.
    ///
    /// # Errors
    /// As [`cash`](Run::cash).
    pub fn lowest_cash(&self) -> Figure<LowestCash> {
        let cash = self.cash()?;
        let mut lowest = LowestCash { month: 0, cash: 0.0, back: None, below_again: None };
        for (month, cash) in (0..).zip(&cash) {
            if *cash < lowest.cash {
                lowest = LowestCash { month, cash: *cash, ..lowest };
            }
        }
        let mut later = (0..).zip(&cash).skip(lowest.month as usize);
        let back = later.find(|(_, cash)| **cash >= 0.0).map(|(month, _)| month);
        let below_again = later.find(|(_, cash)| **cash < 0.0).map(|(month, _)| month);
        Ok(LowestCash { back, below_again, ..lowest })
    }
}
