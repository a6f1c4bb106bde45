//! What a table of accounts says: what moved the recurring revenue, how much of it stays, how much hangs on few.

use orbita_economics as engine;
use orbita_economics::former::{self, Hole, Vendor, bridge_of};
use orbita_economics::{AccountRetention, Bridge, Concentration, Figure, NoFigure};

use crate::model::scenario::Account;

/// Days of a month, on average.
const DAYS: f64 = 365.25 / 12.0;

/// How many large clients their share is told of.
pub const LARGEST: usize = 5;

/// What happened to the recurring revenue between two periods.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Movements {
    /// By the rules of ProfitWell: every return is a reactivation.
    pub profit_well: Figure<Bridge>,
    /// By the rules of Maxio: a return after more than 90 days is new.
    pub maxio: Figure<Bridge>,
    /// Retention of money and of accounts, account by account.
    pub retention: Figure<AccountRetention>,
}

impl Movements {
    /// What happened between the periods `from` and `to`, counted from 0, each of `months` months.
    pub fn between(accounts: &[&Account], from: usize, to: usize, months: u16) -> Self {
        let moved: Vec<former::Account> =
            accounts.iter().map(|account| moved(account, from, to, f64::from(months) * DAYS)).collect();
        Movements {
            profit_well: bridge_of(&moved, Vendor::ProfitWell),
            maxio: bridge_of(&moved, Vendor::Maxio),
            retention: former::retention_of(&moved),
        }
    }
}

/// How many periods the accounts tell of.
pub fn periods(accounts: &[&Account]) -> usize {
    accounts.iter().map(|account| account.revenue.len()).max().unwrap_or(0)
}

fn moved(account: &Account, from: usize, to: usize, days: f64) -> former::Account {
    let revenue = |period: usize| account.revenue.get(period).map_or(0.0, |revenue| revenue.get());
    let (start, end) = (revenue(from), revenue(to));
    let absent = start == 0.0;
    // Paid before `from`, not at it, and again at `to`: a return.
    let last_paid = (0..from).rev().find(|period| revenue(*period) > 0.0).filter(|_| absent && end > 0.0);
    let first_back = |last: usize| (last + 1..=to).find(|period| revenue(*period) > 0.0).unwrap_or(to);
    former::Account {
        start,
        end,
        cancelled: false,
        away_days: last_paid.map(|last| (first_back(last) - last - 1) as f64 * days),
        passing: if absent && end == 0.0 { (from..to).map(revenue).fold(0.0, f64::max) } else { 0.0 },
    }
}

/// The accounts that pay at a period, as their places and what they pay.
fn paying(accounts: &[&Account], period: usize) -> Vec<(usize, f64)> {
    let revenue = |account: &Account| account.revenue.get(period).map_or(0.0, |revenue| revenue.get());
    accounts.iter().map(|account| revenue(account)).enumerate().filter(|(_, revenue)| *revenue > 0.0).collect()
}

/// How the revenue of a period is spread over those who pay.
///
/// # Errors
/// [`NoFigure::NothingToShare`] when nobody pays.
pub fn concentration(accounts: &[&Account], period: usize) -> Figure<Concentration> {
    let revenues: Vec<f64> = paying(accounts, period).into_iter().map(|(_, revenue)| revenue).collect();
    engine::concentration(&revenues, LARGEST)
}

/// The place of the account that pays most at a period.
pub fn largest(accounts: &[&Account], period: usize) -> Option<usize> {
    // Of equals the first.
    let paying = paying(accounts, period).into_iter().rev();
    paying.max_by(|(_, one), (_, other)| one.total_cmp(other)).map(|(at, _)| at)
}

/// The hole that losing the account at `at` leaves in a period, refilled by `won` clients of average size a period at `cac`
/// each.
///
/// # Errors
/// [`NoFigure::NothingToShare`] when it pays nothing or nobody else pays.
pub fn lose(accounts: &[&Account], at: usize, period: usize, won: f64, cac: f64) -> Figure<Hole> {
    let paying = paying(accounts, period);
    let place = paying.iter().position(|(account, _)| *account == at).ok_or(NoFigure::NothingToShare)?;
    let revenues: Vec<f64> = paying.into_iter().map(|(_, revenue)| revenue).collect();
    former::lose_client(&revenues, place, won, cac)
}
