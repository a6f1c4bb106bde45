//! What a table of accounts says: what moved the recurring revenue, how much of it stays, how much hangs on few.

use orbita_economics as engine;
use orbita_economics::{
    AccountRetention, AccountRow, AccountTable, Bridge, Concentration, Figure, LostAccount, NoFigure, NrrBy,
    QuickRatioBy, Refill, Vendor,
};

use super::plan;
use crate::model::scenario::{Account, Scenario};

/// How many large clients their share is told of.
pub const LARGEST: usize = 5;

/// How movements of recurring revenue are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rules {
    /// Month by month and summed, as ProfitWell does: every return is a reactivation.
    ProfitWell,
    /// Month by month and summed, as Maxio does: a return after more than 90 days is new.
    Maxio,
    /// Between two ends, by no vendor's rules: what came and went in between is in nothing.
    TwoEnds,
}

impl Rules {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Rules; 3] = [Rules::ProfitWell, Rules::Maxio, Rules::TwoEnds];

    fn vendor(self) -> Option<Vendor> {
        match self {
            Rules::ProfitWell => Some(Vendor::ProfitWell),
            Rules::Maxio => Some(Vendor::Maxio),
            Rules::TwoEnds => None,
        }
    }
}

/// What happened to the recurring revenue between two columns.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Movements {
    /// Its movements by the rules.
    pub bridge: Bridge,
    /// NRR: the product over the columns by a vendor's rules, of the accounts of the start between two ends.
    pub nrr: Figure,
    /// NRR as Baremetrics prints it, of the accounts of the start.
    pub nrr_baremetrics: Figure,
    /// Retention account by account between the two ends, whatever the rules.
    pub retention: Figure<AccountRetention>,
}

impl Movements {
    /// What happened between the columns `from` and `to`, counted from 0, each of `months` months.
    ///
    /// # Errors
    /// When the columns are not there.
    pub fn between(accounts: &[&Account], from: usize, to: usize, months: u16, rules: Rules) -> Figure<Self> {
        let row = |account: &&Account| AccountRow {
            revenue: account.revenue.iter().map(|revenue| revenue.get()).collect(),
            cancelled: None,
        };
        let rows: Vec<AccountRow> = accounts.iter().map(row).collect();
        let table = AccountTable::new(&rows, months.into())?;
        let ends = table.between(from, to)?;
        let (bridge, nrr) = match rules.vendor() {
            Some(vendor) => {
                let summed = table.summed(from, to, vendor)?;
                (summed.bridge, summed.nrr)
            }
            None => (ends.bridge, ends.bridge.nrr(NrrBy::Accounts)),
        };
        let nrr_baremetrics = ends.bridge.nrr(NrrBy::Baremetrics);
        Ok(Movements { bridge, nrr, nrr_baremetrics, retention: ends.retention })
    }

    /// Revenue gained for each unit lost.
    ///
    /// # Errors
    /// [`NoFigure::NoLosses`].
    pub fn quick_ratio(&self, by: QuickRatioBy) -> Figure {
        self.bridge.quick_ratio(by)
    }
}

/// How many periods the accounts tell of.
pub fn periods(accounts: &[&Account]) -> usize {
    accounts.iter().map(|account| account.revenue.len()).max().unwrap_or(0)
}

/// The accounts that pay at a period, as their places and what they pay.
pub fn paying(accounts: &[&Account], period: usize) -> Vec<(usize, f64)> {
    let revenue = |account: &Account| account.revenue.get(period).map_or(0.0, |revenue| revenue.get());
    accounts.iter().map(|account| revenue(account)).enumerate().filter(|(_, revenue)| *revenue > 0.0).collect()
}

/// How the revenue of a period is spread over those who pay.
///
/// # Errors
/// [`NoFigure::NothingToShare`] when nobody pays.
pub fn concentration(accounts: &[&Account], period: usize) -> Figure<Concentration> {
    let revenues: Vec<f64> = paying(accounts, period).into_iter().map(|(_, revenue)| revenue).collect();
    // Of no more than those, all would bring 100 %: there the largest alone is worth saying.
    engine::concentration(&revenues, if has_few(accounts, period) { 1 } else { LARGEST })
}

/// Whether no more accounts pay at a period than are summed up as the largest.
pub fn has_few(accounts: &[&Account], period: usize) -> bool {
    paying(accounts, period).len() <= LARGEST
}

/// How many clients the largest fifth is, rounded up, and of how many who pay at a period.
pub fn largest_fifth(accounts: &[&Account], period: usize) -> (usize, usize) {
    let all = paying(accounts, period).len();
    (all.div_ceil(5), all)
}

/// The place of the account that pays most at a period.
pub fn largest(accounts: &[&Account], period: usize) -> Option<usize> {
    // Of equals the first.
    let paying = paying(accounts, period).into_iter().rev();
    paying.max_by(|(_, one), (_, other)| one.total_cmp(other)).map(|(at, _)| at)
}

/// How many accounts pay as much as the one that pays most at a period.
pub fn largest_count(accounts: &[&Account], period: usize) -> usize {
    let paying = paying(accounts, period);
    let most = paying.iter().map(|(_, revenue)| *revenue).fold(0.0, f64::max);
    paying.into_iter().filter(|(_, revenue)| *revenue == most).count()
}

/// How fast a scenario refills what is lost, per month.
///
/// # Errors
/// As [`plan::plan`]; [`NoFigure::NoSingleRate`] with churn by age.
pub fn refill(scenario: &Scenario) -> Figure<Refill> {
    use engine::Input as Of;
    if scenario.by_age.is_some() {
        return Err(NoFigure::NoSingleRate);
    }
    let plan = plan::plan(scenario)?;
    let effect = plan.likely().effect();
    let likely = |input| plan.estimate(input).map_or(0.0, |estimate| estimate.likely);
    Ok(Refill {
        new_clients: effect.new_clients,
        revenue_per_client: likely(Of::Revenue),
        churn: effect.churn,
        cac: effect.cac,
        gross_margin: likely(Of::Margin),
        discount: likely(Of::Discount),
    })
}

/// What the clients of a scenario pay a month today.
///
/// # Errors
/// As [`plan::plan`].
pub fn recurring(scenario: &Scenario) -> Figure {
    let plan = plan::plan(scenario)?;
    let likely = |input| plan.estimate(input).map_or(0.0, |estimate| estimate.likely);
    super::finite(likely(engine::Input::Clients) * likely(engine::Input::Revenue))
}

/// What losing the account at `at` leaves in a column of `months` months, refilled by the clients that a scenario wins, net of
/// those whom it loses (F66). Money of the answer is per month.
///
/// # Errors
/// [`NoFigure::NothingToShare`] when it pays nothing.
pub fn lose(accounts: &[&Account], at: usize, period: usize, months: u16, refill: &Refill) -> Figure<LostAccount> {
    let paying = paying(accounts, period);
    let place = paying.iter().position(|(account, _)| *account == at).ok_or(NoFigure::NothingToShare)?;
    let revenues: Vec<f64> = paying.into_iter().map(|(_, revenue)| revenue / f64::from(months)).collect();
    refill.lose(&revenues, place)
}
