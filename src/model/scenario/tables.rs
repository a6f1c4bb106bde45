//! What pasted tables say that is of no scenario.

use serde::{Deserialize, Serialize};

use super::{Bounds, CohortTable, Period, Scenario};
use crate::model::merging::Merging;

/// What a project keeps of pasted tables beside its scenarios: the names of the periods of its accounts, and, as long as there is
/// no scenario, what the first one will take over.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tables {
    /// What the periods of the accounts are called, the oldest first; empty where nobody named them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub account_periods: Vec<String>,
    /// What a column of the accounts stands for, where no scenario says it and it is no month.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accounts_period: Option<Period>,
    /// A table of cohorts that is of no scenario.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cohorts: Option<CohortTable>,
    /// What a column of that table stands for, where it is no month.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cohorts_period: Option<Period>,
}

impl Tables {
    /// Whether nothing is kept.
    pub fn is_empty(&self) -> bool {
        *self == Tables::default()
    }

    /// What the period `at` of the accounts is called: its name in the table, or what `numbered` makes of its number, counted
    /// from 1.
    pub fn account_period(&self, at: usize, numbered: impl Fn(usize) -> String) -> String {
        let named = self.account_periods.get(at).filter(|name| !name.is_empty());
        named.cloned().unwrap_or_else(|| numbered(at + 1))
    }

    /// Gives the first scenario what is its own. A table of cohorts stays where the scenario has one already.
    pub fn hand_over(&mut self, scenario: &mut Scenario) {
        if let Some(period) = self.accounts_period.take() {
            scenario.accounts_period = scenario.stated_by(period);
        }
        if scenario.cohorts.is_none() && self.cohorts.is_some() {
            scenario.cohorts = self.cohorts.take();
            scenario.cohorts_period = scenario.stated_by(self.cohorts_period.take().unwrap_or_default());
        }
        if self.cohorts.is_none() {
            self.cohorts_period = None;
        }
    }

    /// Takes back what goes on without the last scenario: its table of cohorts, and, where there are accounts, what a column of
    /// them stands for.
    pub fn take_back(&mut self, scenario: &Scenario, has_accounts: bool) {
        if has_accounts {
            self.accounts_period = Self::stated(scenario.accounts_period());
        }
        if scenario.cohorts.is_some() {
            self.cohorts.clone_from(&scenario.cohorts);
            self.cohorts_period = Self::stated(scenario.cohorts_period());
        }
    }

    /// How a project without a scenario states what a column stands for: not at all where that is a month.
    pub fn stated(period: Period) -> Option<Period> {
        Some(period).filter(|period| *period != Period::default())
    }

    pub(in crate::model) fn is_sound(&self) -> bool {
        self.cohorts.as_ref().is_none_or(CohortTable::is_sound)
    }

    pub(in crate::model) fn merged(base: &Self, ours: &Self, theirs: &Self, to: &mut Merging) -> Self {
        Tables {
            account_periods: to.value(&base.account_periods, &ours.account_periods, &theirs.account_periods),
            accounts_period: to.value(&base.accounts_period, &ours.accounts_period, &theirs.accounts_period),
            cohorts: to.value(&base.cohorts, &ours.cohorts, &theirs.cohorts),
            cohorts_period: to.value(&base.cohorts_period, &ours.cohorts_period, &theirs.cohorts_period),
        }
    }

    pub(in crate::model) fn texts(&self, text: &mut dyn FnMut(&str)) {
        let of_cohorts = self.cohorts.iter().flat_map(|table| &table.names);
        self.account_periods.iter().chain(of_cohorts).for_each(|name| text(name));
    }
}

impl CohortTable {
    /// Whether every count is one that it may be.
    pub(super) fn is_sound(&self) -> bool {
        self.rows.iter().flatten().all(|count| Bounds::MONEY.has(count.get()))
    }
}
