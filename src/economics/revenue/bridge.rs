//! The MRR bridge from one month to the next, and the ratios read off it.

use crate::figure::{Field, Figure, NoFigure, figure, money};

/// Movements of recurring revenue over one period, all in money and none negative (F20).
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Bridge {
    /// Recurring revenue at the start.
    pub start: f64,
    /// From customers who were never customers before.
    pub new: f64,
    /// From customers who had left and came back.
    pub reactivation: f64,
    /// Added by customers of the start.
    pub expansion: f64,
    /// Taken away by customers of the start who stay.
    pub contraction: f64,
    /// Taken away by customers of the start who left.
    pub churned: f64,
}

/// Whose net revenue retention (F21).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NrrBy {
    /// (start + expansion − contraction − churned) / start.
    Accounts,
    /// Baremetrics: 1 − (churned − expansion) / start, in which no contraction is named.
    Baremetrics,
}

/// Whose quick ratio (F23).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuickRatioBy {
    /// (new + expansion) / (churned + contraction).
    NewAndExpansion,
    /// The same with reactivation among the gains, as dashboards with five movements have it.
    AllGains,
}

impl Bridge {
    fn check(&self) -> Figure<()> {
        Field::Start.not_negative(self.start)?;
        Field::New.not_negative(self.new)?;
        Field::Reactivation.not_negative(self.reactivation)?;
        Field::Expansion.not_negative(self.expansion)?;
        Field::Contraction.not_negative(self.contraction)?;
        Field::Churned.not_negative(self.churned)
    }

    fn of_start(&self, part: f64) -> Figure {
        self.check()?;
        if self.start == 0.0 {
            return Err(NoFigure::NothingToShare);
        }
        figure(part / self.start)
    }

    fn losses(&self) -> f64 {
        self.contraction + self.churned
    }

    /// Gains less losses, in money.
    ///
    /// # Errors
    /// Movements must be numbers and not negative.
    pub fn net_new(&self) -> Figure {
        self.check()?;
        money(self.new + self.reactivation + self.expansion - self.losses())
    }

    /// Recurring revenue at the end: start + [`net_new`](Bridge::net_new). Negative when the
    /// movements take away more than there was, which is a slip in the movements.
    ///
    /// # Errors
    /// As [`net_new`](Bridge::net_new).
    pub fn end(&self) -> Figure {
        money(self.start + self.net_new()?)
    }

    /// Net revenue retention of the customers of the start, as a share; may exceed 1 (F21).
    ///
    /// # Errors
    /// [`NoFigure::NothingToShare`] with nothing at the start; [`NoFigure::Input`].
    pub fn nrr(&self, by: NrrBy) -> Figure {
        self.of_start(match by {
            NrrBy::Accounts => self.start + self.expansion - self.losses(),
            NrrBy::Baremetrics => self.start + self.expansion - self.churned,
        })
    }

    /// Gross revenue retention from totals: (start − contraction − churned) / start, never above 1.
    ///
    /// Equal to the retention account by account only if the movements were booked account by
    /// account; netted totals hide losses (F22).
    ///
    /// # Errors
    /// As [`nrr`](Bridge::nrr).
    pub fn grr(&self) -> Figure {
        self.of_start(self.start - self.losses())
    }

    /// Net revenue churn: 1 − NRR, negative when the base grows by itself.
    ///
    /// # Errors
    /// As [`nrr`](Bridge::nrr).
    pub fn net_churn(&self) -> Figure {
        self.of_start(self.losses() - self.expansion)
    }

    /// Revenue gained for each unit lost (F23).
    ///
    /// # Errors
    /// [`NoFigure::NoLosses`] when nothing was lost, which is good news; [`NoFigure::Input`].
    pub fn quick_ratio(&self, by: QuickRatioBy) -> Figure {
        self.check()?;
        if self.losses() == 0.0 {
            return Err(NoFigure::NoLosses);
        }
        let returned = match by {
            QuickRatioBy::NewAndExpansion => 0.0,
            QuickRatioBy::AllGains => self.reactivation,
        };
        figure((self.new + self.expansion + returned) / self.losses())
    }
}

/// Customers that must have been won for `now` customers to be there: N_t − r N_(t−1)
/// (F25; Gupta, Lehmann & Stuart 2004, p. 12).
///
/// # Errors
/// [`NoFigure::RetentionTooHigh`] when the retention alone would have left more than `now`;
/// [`NoFigure::Input`].
pub fn implied_acquisition(now: f64, before: f64, retention: f64) -> Figure {
    Field::Customers.not_negative(now)?;
    Field::CustomersBefore.not_negative(before)?;
    Field::Retention.share(retention)?;
    let won = now - retention * before;
    if won < 0.0 { Err(NoFigure::RetentionTooHigh) } else { figure(won) }
}
