//! Retention account by account, and the movements that each vendor reads from the same accounts.

use crate::figure::{Field, Figure, NoFigure, figure};
use crate::revenue::{AccountRetention, Bridge};

/// One account over one period.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Account {
    /// Recurring revenue at the start; 0 when it was no customer.
    pub start: f64,
    /// Recurring revenue at the end; 0 when it is no customer.
    pub end: f64,
    /// Whether it has cancelled, though the time it paid for still runs at the end.
    pub cancelled: bool,
    /// Days since it last left, for an account that is back; `None` if it never was a customer.
    pub away_days: Option<f64>,
    /// Recurring revenue that came and went within the period.
    pub passing: f64,
}

impl Account {
    fn check(&self) -> Figure<()> {
        Field::Start.not_negative(self.start)?;
        Field::End.not_negative(self.end)?;
        Field::New.not_negative(self.passing)?;
        self.away_days.map_or(Ok(()), |days| Field::When.not_negative(days))
    }
}

/// Net, gross and logo retention from accounts (F21-F23). Accounts that were not there at the
/// start do not count. `cancelled` and the other vendor questions do not matter here: an account
/// counts while its revenue at the end is above 0.
///
/// # Errors
/// [`NoFigure::NothingToShare`] when no account had revenue at the start; revenue must be numbers
/// and not negative.
pub fn retention_of(accounts: &[Account]) -> Figure<AccountRetention> {
    let (mut start, mut end, mut held) = (0.0, 0.0, 0.0);
    let (mut logos, mut kept) = (0.0, 0.0);
    for account in accounts {
        account.check()?;
        if account.start > 0.0 {
            start += account.start;
            end += account.end;
            held += account.end.min(account.start);
            logos += 1.0;
            kept += if account.end > 0.0 { 1.0 } else { 0.0 };
        }
    }
    if logos == 0.0 {
        return Err(NoFigure::NothingToShare);
    }
    let start = figure(start)?;
    Ok(AccountRetention { nrr: figure(end / start)?, grr: figure(held / start)?, logo: kept / logos })
}

/// Whose rules turn accounts into movements (F20).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Vendor {
    /// ProfitWell: churn counts at the end of the paid period, every return is a reactivation,
    /// and what came and went within a month is left out.
    ProfitWell,
    /// Maxio: revenue goes at the cancellation; a return within 90 days is a reactivation, a later
    /// one is new; what came and went counts on both sides.
    Maxio,
}

impl Vendor {
    fn is_reactivation(self, away_days: f64) -> bool {
        match self {
            Vendor::ProfitWell => true,
            Vendor::Maxio => away_days <= 90.0,
        }
    }
}

/// The movements that `vendor` would report for these accounts.
///
/// Source: paddle.com/help, "ProfitWell vs Chargify".
///
/// # Errors
/// Revenue and days must be numbers and not negative.
pub fn bridge_of(accounts: &[Account], vendor: Vendor) -> Figure<Bridge> {
    let mut bridge = Bridge::default();
    for account in accounts {
        account.check()?;
        let gone = account.cancelled && vendor == Vendor::Maxio;
        let end = if gone { 0.0 } else { account.end };
        bridge.start += account.start;
        let change = end - account.start;
        if account.start == 0.0 {
            match account.away_days {
                Some(days) if vendor.is_reactivation(days) => bridge.reactivation += end,
                _ => bridge.new += end,
            }
        } else if end == 0.0 {
            bridge.churned += account.start;
        } else if change > 0.0 {
            bridge.expansion += change;
        } else {
            bridge.contraction -= change;
        }
        if vendor == Vendor::Maxio {
            bridge.new += account.passing;
            bridge.churned += account.passing;
        }
    }
    figure(bridge.end()?)?;
    Ok(bridge)
}
