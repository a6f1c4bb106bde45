//! A table of accounts, and movements of revenue between its columns (F67-F69).

use std::ops::Range;

use super::Bridge;
use crate::figure::{Field, Figure, Must, NoFigure, figure};

/// Days in a month, on average.
const DAYS: f64 = 365.25 / 12.0;
/// For Maxio a return after at most this many days is a reactivation.
const REACTIVATED_WITHIN: f64 = 90.0;
const MOST_ACCOUNTS: u32 = 100_000;
const MOST_COLUMNS: u32 = 1_200;

/// One account by column, the oldest first.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct AccountRow {
    /// Recurring revenue; 0, or no entry, while it is not a client.
    pub revenue: Vec<f64>,
    /// The column in which it cancelled, if known. Revenue from there on is for time that was already paid.
    pub cancelled: Option<usize>,
}

/// The vendor whose rules apply.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Vendor {
    /// ProfitWell: revenue counts to the end of the paid time; every return is a reactivation.
    ProfitWell,
    /// Maxio: revenue ends with the cancellation; a return within 90 days is a reactivation, a later one is new.
    Maxio,
}

/// A checked table of accounts, in columns of equal length.
#[derive(Debug, Clone, PartialEq)]
pub struct AccountTable {
    rows: Vec<AccountRow>,
    columns: usize,
    months: f64,
}

/// Movements by a vendor's rules: account by account, from each column to the next, summed.
#[derive(Debug, Clone, PartialEq)]
pub struct SummedBridge {
    /// The sums. Read quick ratios from it, but not NRR, which is by step.
    pub bridge: Bridge,
    /// Movements of each step from one column to the next.
    pub steps: Vec<Bridge>,
    /// Net revenue retention of each step, of the accounts at its start; no figure where there were none.
    pub step_nrr: Vec<Figure>,
    /// Their product.
    pub nrr: Figure,
}

/// Retention of the accounts of the start.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AccountRetention {
    /// Net: end / start of the same accounts, above 1 when those who stay grow (F21).
    pub nrr: f64,
    /// Gross: Σ min(start, end) / Σ start, never above 1 (F22).
    pub grr: f64,
    /// Logos: share of the accounts that are still there (F23).
    pub logo: f64,
}

/// Movements between two columns only, by no vendor's rules.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct EndpointBridge {
    /// The movements. What came and went in between is in none of them.
    pub bridge: Bridge,
    /// Retention by account; no figure without accounts at the start.
    pub retention: Figure<AccountRetention>,
}

impl AccountTable {
    /// A table whose columns are `months` months long.
    ///
    /// # Errors
    /// [`NoFigure::Cell`] for revenue that is no number or negative; at most 100,000 accounts and 1,200 columns.
    pub fn new(rows: &[AccountRow], months: u32) -> Figure<Self> {
        Field::PeriodLength.require(months > 0, Must::BePositive)?;
        Field::Customers.at_most(rows.len(), MOST_ACCOUNTS)?;
        let columns = rows.iter().map(|row| row.revenue.len()).max().unwrap_or(0);
        Field::Periods.at_most(columns, MOST_COLUMNS)?;
        for (cohort, row) in rows.iter().enumerate() {
            for (column, revenue) in row.revenue.iter().enumerate() {
                let refuse = |must| Err(NoFigure::Cell { cohort, column, must });
                if !revenue.is_finite() {
                    return refuse(Must::BeANumber);
                }
                if *revenue < 0.0 {
                    return refuse(Must::NotBeNegative);
                }
            }
        }
        Ok(AccountTable { rows: rows.to_vec(), columns, months: f64::from(months) })
    }

    /// The number of columns.
    pub fn columns(&self) -> usize {
        self.columns
    }

    fn check(&self, from: usize, to: usize) -> Figure<()> {
        Field::Start.require(from <= to, Must::NotExceed(Field::End))?;
        Field::End.require(to < self.columns, Must::NotExceed(Field::Periods))
    }

    /// Movements from column `from` to column `to`, counted from 0, by a vendor's rules (F67, F68). Returns look back over the whole
    /// table. What came and went within one column is invisible.
    ///
    /// Source: paddle.com/help, "ProfitWell vs Chargify".
    ///
    /// # Errors
    /// Columns must exist and be in order; [`NoFigure::TooLarge`].
    pub fn summed(&self, from: usize, to: usize, vendor: Vendor) -> Figure<SummedBridge> {
        self.check(from, to)?;
        let mut steps = vec![Bridge::default(); to - from];
        let mut start = 0.0;
        for row in &self.rows {
            let read = Reading::new(row, vendor, self.months);
            let mut last_paid = None;
            for column in 0..=to {
                let paid = read.revenue(column);
                if column == from {
                    start += paid;
                }
                if let Some(step) = column.checked_sub(from + 1).and_then(|step| steps.get_mut(step)) {
                    let before = read.revenue(column - 1);
                    step.start += before;
                    let returned = last_paid.is_some_and(|last| read.is_reactivation(column - last - 1));
                    step.add(before, paid, returned);
                }
                if paid > 0.0 {
                    last_paid = Some(column);
                }
            }
        }
        let mut bridge = Bridge { start, ..Bridge::default() };
        for step in &steps {
            bridge.new += step.new;
            bridge.reactivation += step.reactivation;
            bridge.expansion += step.expansion;
            bridge.contraction += step.contraction;
            bridge.churned += step.churned;
        }
        figure(bridge.end()?)?;
        let step_nrr: Vec<Figure> = steps.iter().map(|step| step.nrr(super::NrrBy::Accounts)).collect();
        let nrr = step_nrr.iter().try_fold(1.0, |product, nrr| Ok(product * (*nrr)?)).and_then(figure);
        Ok(SummedBridge { bridge, steps, step_nrr, nrr })
    }

    /// Movements between two columns, counted from 0 (F69). An account that had been a client before the first and is back at the
    /// second is a reactivation.
    ///
    /// # Errors
    /// As [`summed`](AccountTable::summed).
    pub fn between(&self, start: usize, end: usize) -> Figure<EndpointBridge> {
        self.check(start, end)?;
        let mut bridge = Bridge::default();
        let (mut held, mut kept, mut logos) = (0.0, 0.0, 0.0);
        for row in &self.rows {
            let paid = |column: usize| row.revenue.get(column).copied().unwrap_or(0.0);
            let (before, after) = (paid(start), paid(end));
            let returned = (0..start).any(|column| paid(column) > 0.0);
            bridge.start += before;
            bridge.add(before, after, returned);
            if before > 0.0 {
                held += after.min(before);
                logos += 1.0;
                kept += if after > 0.0 { 1.0 } else { 0.0 };
            }
        }
        figure(bridge.end()?)?;
        let retention = bridge
            .nrr(super::NrrBy::Accounts)
            .and_then(|nrr| Ok(AccountRetention { nrr, grr: figure(held / bridge.start)?, logo: kept / logos }));
        Ok(EndpointBridge { bridge, retention })
    }
}

impl Bridge {
    /// Adds the movement of one account.
    fn add(&mut self, before: f64, after: f64, returned: bool) {
        let change = after - before;
        if before == 0.0 {
            if returned {
                self.reactivation += after;
            } else {
                self.new += after;
            }
        } else if after == 0.0 {
            self.churned += before;
        } else if change > 0.0 {
            self.expansion += change;
        } else {
            self.contraction -= change;
        }
    }
}

/// An account by a vendor's rules.
struct Reading<'a> {
    revenue: &'a [f64],
    /// Columns whose revenue does not count, since the account had cancelled.
    cancelled: Range<usize>,
    vendor: Vendor,
    months: f64,
}

impl<'a> Reading<'a> {
    fn new(row: &'a AccountRow, vendor: Vendor, months: f64) -> Self {
        let cancelled = match (vendor, row.cancelled) {
            (Vendor::Maxio, Some(from)) => {
                // The paid time ends with the first empty column. Later revenue is a return.
                let paid = row.revenue.iter().skip(from).take_while(|revenue| **revenue > 0.0).count();
                from..from.saturating_add(paid)
            }
            _ => 0..0,
        };
        Reading { revenue: &row.revenue, cancelled, vendor, months }
    }

    fn revenue(&self, column: usize) -> f64 {
        if self.cancelled.contains(&column) { 0.0 } else { self.revenue.get(column).copied().unwrap_or(0.0) }
    }

    fn is_reactivation(&self, empty_columns: usize) -> bool {
        match self.vendor {
            Vendor::ProfitWell => true,
            Vendor::Maxio => empty_columns as f64 * self.months * DAYS <= REACTIVATED_WITHIN,
        }
    }
}
