//! What the economics of retention are computed from: scenarios, initiatives and the revenue of accounts, as a person states them.

mod actual;
mod ageing;
mod initiative;
mod input;
mod period;
mod response;
mod sample;
mod suggested;
mod tables;

use super::amount::{Amount, Estimate};
use super::day::has_text;
use super::key::Key;
use super::merging::Merging;
use super::quantity::InitiativeId;
use super::record::{Names, Record};
pub use actual::{Actual, ActualFigure, Counted, with_actual};
pub use ageing::{AgeModel, Ageing};
pub use initiative::{Initiative, Lever};
pub use input::{Bounds, Input, Lock, Origin, Quantity, RangeLink};
pub use period::{Payment, Period};
pub use response::{Answer, Response};
pub use sample::Sampled;
use serde::{Deserialize, Serialize};
pub use tables::Tables;

/// A way to go on: everything that the economics of retention are computed from. By default it states nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scenario {
    /// The name. Empty: named by its letter.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// What money is counted in: a sign or a code, such as "₽" or "USD".
    pub currency: String,
    /// What revenue, churn, budget and costs are stated for.
    pub period: Period,
    /// How far to look, in months; the same in every scenario.
    pub horizon: u16,
    /// Clients at the start.
    pub clients: Estimate,
    /// Revenue per client and period.
    pub revenue: Estimate,
    /// Share of revenue left after the cost to serve.
    pub margin: Estimate,
    /// Share of clients lost per period, with what is spent on keeping today.
    pub churn: Estimate,
    /// Cost to acquire a client, with what is spent on winning today.
    pub cac: Estimate,
    /// Money for keeping and winning per period.
    pub budget: Estimate,
    /// Share of the budget that goes into keeping.
    pub keep: Amount,
    /// A cost paid once.
    pub one_off: Estimate,
    /// Over how many months that cost is spread.
    pub one_off_months: u16,
    /// Discount rate a year.
    pub discount: Estimate,
    /// Growth of the revenue per client a year.
    pub growth: Estimate,
    /// What money does to churn and to the number of clients won; without it they stay as stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub response: Option<Response>,
    /// The table of cohorts that churn is read from, if one was given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cohorts: Option<CohortTable>,
    /// What a column of that table stands for, where it is not the period.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cohorts_period: Option<Period>,
    /// What a column of the accounts stands for, where it is not the period; the same in every scenario.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accounts_period: Option<Period>,
    /// How churn depends on the age of a client; without it churn is the same at every age.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by_age: Option<Ageing>,
    /// How clients pay; the same in every scenario.
    #[serde(default, skip_serializing_if = "is_default")]
    pub payment: Payment,
    /// Whether the sum for keeping stays the same on purpose, whatever the number of clients. Otherwise it follows them.
    #[serde(default, skip_serializing_if = "is_default")]
    pub keep_fixed: bool,
    /// Ranges that move with others; each input follows at most one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<RangeLink>,
    /// Where its numbers come from; each input at most once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub origins: Vec<Origin>,
    /// Who locked it, and when; a locked scenario is not changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub locked: Option<Lock>,
    /// What came, by the months since it was locked, ascending; held against what it foretells.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub actuals: Vec<Actual>,
    /// The initiatives that are carried out together.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub initiatives: Vec<InitiativeId>,
}

/// How many of each cohort are left at the start and after each period: a row a cohort.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CohortTable {
    /// Whether the entries are per cent of the first one, whose size is not known.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub per_cent: bool,
    /// The rows. Cohorts that started later have shorter ones.
    pub rows: Vec<Vec<Amount>>,
    /// What the cohorts are called, in the order of the rows; empty where nobody named them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<String>,
}

/// A client with what it pays.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// The name.
    pub name: String,
    /// Recurring revenue by period, the oldest first.
    pub revenue: Vec<Amount>,
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// The longest look ahead, in months.
pub const LONGEST: u16 = 600;

impl Scenario {
    /// Whether another states the same, whatever the two are called, whoever locked them and whatever came: they come to the
    /// same figures.
    pub fn states_same(&self, other: &Scenario) -> bool {
        let labels = || (other.name.clone(), other.locked.clone(), other.actuals.clone());
        let same = |(name, locked, actuals)| Scenario { name, locked, actuals, ..self.clone() } == *other;
        *self == *other || same(labels())
    }

    /// A copy to be changed: nobody has agreed on it yet, and nothing has come of it.
    pub fn copy(&self) -> Scenario {
        Scenario { name: String::new(), locked: None, actuals: Vec::new(), ..self.clone() }
    }

    /// An input; `None` for an answer that nobody gave.
    pub fn input(&self, input: Input) -> Option<&Estimate> {
        match input {
            Input::Quantity(quantity) => Some(self.quantity(quantity)),
            Input::Answer(answer) => self.response.as_ref().map(|response| response.answer(answer)),
        }
    }

    /// The same input, to be changed.
    pub fn input_mut(&mut self, input: Input) -> Option<&mut Estimate> {
        match input {
            Input::Quantity(quantity) => Some(self.quantity_mut(quantity)),
            Input::Answer(answer) => self.response.as_mut().map(|response| response.answer_mut(answer)),
        }
    }

    /// What the range of an input moves with, if it does.
    pub fn link(&self, input: Input) -> Option<&RangeLink> {
        self.links.iter().find(|link| link.input == input)
    }

    /// What all scenarios of an engagement state alike, since they are compared.
    pub fn terms(&self) -> (&str, Period, Payment, Period, u16) {
        (&self.currency, self.period, self.payment, self.accounts_period(), self.horizon)
    }

    /// The same scenario in the terms of another one; as it is by its own period where its numbers have no place in that one's.
    pub fn in_terms_of(&self, other: &Scenario) -> Scenario {
        let restated = self.restated(other.period).unwrap_or_else(|| self.clone());
        Scenario {
            currency: other.currency.clone(),
            period: other.period,
            payment: other.payment,
            accounts_period: other.accounts_period,
            horizon: other.horizon,
            ..restated
        }
    }

    /// Where an input comes from, if anybody said it.
    pub fn origin(&self, input: Input) -> Option<&Origin> {
        self.origins.iter().find(|origin| origin.input == input)
    }

    /// How it states that a column stands for a period: not at all where that is its own.
    pub fn stated_by(&self, period: Period) -> Option<Period> {
        Some(period).filter(|period| *period != self.period)
    }

    /// Whether there are clients today, of whom a share can stay.
    pub fn has_clients(&self) -> bool {
        self.clients.likely() > 0.0
    }

    /// Whether there is one client at least, on whom something can be spent.
    pub fn has_one_client(&self) -> bool {
        self.clients.likely() >= 1.0
    }

    /// Whether what is spent on keeping follows the number of clients. A sum that nobody is there for is a fixed one, whatever is
    /// chosen: what it comes to a client is not known.
    pub fn keeps_by_client(&self) -> bool {
        !self.keep_fixed && self.has_one_client()
    }

    /// What a column of its table of cohorts stands for.
    pub fn cohorts_period(&self) -> Period {
        self.cohorts_period.unwrap_or(self.period)
    }

    /// What a column of the accounts stands for.
    pub fn accounts_period(&self) -> Period {
        self.accounts_period.unwrap_or(self.period)
    }

    /// An input that is an estimate.
    pub fn quantity(&self, quantity: Quantity) -> &Estimate {
        match quantity {
            Quantity::Clients => &self.clients,
            Quantity::Revenue => &self.revenue,
            Quantity::Margin => &self.margin,
            Quantity::Churn => &self.churn,
            Quantity::Cac => &self.cac,
            Quantity::Budget => &self.budget,
            Quantity::OneOff => &self.one_off,
            Quantity::Discount => &self.discount,
            Quantity::Growth => &self.growth,
        }
    }

    /// The same input, to be changed.
    pub fn quantity_mut(&mut self, quantity: Quantity) -> &mut Estimate {
        match quantity {
            Quantity::Clients => &mut self.clients,
            Quantity::Revenue => &mut self.revenue,
            Quantity::Margin => &mut self.margin,
            Quantity::Churn => &mut self.churn,
            Quantity::Cac => &mut self.cac,
            Quantity::Budget => &mut self.budget,
            Quantity::OneOff => &mut self.one_off,
            Quantity::Discount => &mut self.discount,
            Quantity::Growth => &mut self.growth,
        }
    }

    fn is_linked_soundly(&self) -> bool {
        let is_first = |at: usize| !self.links[..at].iter().any(|before| before.input == self.links[at].input);
        // Whoever follows the links comes to an end.
        let ends = |link: &RangeLink| {
            let mut at = link.with;
            (0..=self.links.len()).any(|_| {
                at = at.and_then(|input| self.link(input)).and_then(|link| link.with);
                at.is_none()
            })
        };
        self.links.len() <= Input::all().count() && (0..self.links.len()).all(is_first) && self.links.iter().all(ends)
    }
}

impl Record for Scenario {
    const IS_TRIED_OUT: bool = true;

    fn merge(base: &Self, ours: &Self, theirs: &Self, to: &mut Merging) -> Self {
        let period = to.value(&base.period, &ours.period, &theirs.period);
        // Numbers of one side by another period are no numbers of this one: all are read by the same period first.
        let [base, ours, theirs] =
            [base, ours, theirs].map(|one| one.restated(period).unwrap_or_else(|| Scenario { period, ..one.clone() }));
        let mut merged = Scenario {
            name: to.text(&base.name, &ours.name, &theirs.name),
            currency: to.value(&base.currency, &ours.currency, &theirs.currency),
            period,
            horizon: to.value(&base.horizon, &ours.horizon, &theirs.horizon),
            keep: to.value(&base.keep, &ours.keep, &theirs.keep),
            one_off_months: to.value(&base.one_off_months, &ours.one_off_months, &theirs.one_off_months),
            response: to.value(&base.response, &ours.response, &theirs.response),
            cohorts: to.value(&base.cohorts, &ours.cohorts, &theirs.cohorts),
            cohorts_period: to.value(&base.cohorts_period, &ours.cohorts_period, &theirs.cohorts_period),
            accounts_period: to.value(&base.accounts_period, &ours.accounts_period, &theirs.accounts_period),
            by_age: to.value(&base.by_age, &ours.by_age, &theirs.by_age),
            payment: to.value(&base.payment, &ours.payment, &theirs.payment),
            keep_fixed: to.value(&base.keep_fixed, &ours.keep_fixed, &theirs.keep_fixed),
            links: to.value(&base.links, &ours.links, &theirs.links),
            origins: to.value(&base.origins, &ours.origins, &theirs.origins),
            locked: to.value(&base.locked, &ours.locked, &theirs.locked),
            actuals: actual::merged(&base.actuals, &ours.actuals, &theirs.actuals, to),
            initiatives: to.set(&base.initiatives, &ours.initiatives, &theirs.initiatives),
            ..theirs.clone()
        };
        for quantity in Quantity::ALL {
            let of = |scenario: &Scenario| *scenario.quantity(quantity);
            *merged.quantity_mut(quantity) = to.value(&of(&base), &of(&ours), &of(&theirs));
        }
        merged
    }

    fn is_sound(&self) -> bool {
        let inputs = Quantity::ALL.into_iter().all(|quantity| quantity.bounds().hold(self.quantity(quantity)));
        let response = self
            .response
            .is_none_or(|response| Answer::ALL.into_iter().all(|answer| answer.bounds().hold(response.answer(answer))));
        inputs
            && response
            && Bounds::SHARE.has(self.keep.get())
            && (1..=LONGEST).contains(&self.horizon)
            && self.one_off_months <= LONGEST
            && self.is_linked_soundly()
            && self.origins.len() <= Input::all().count()
            && self.origins.iter().all(|origin| origin.on.is_none_or(has_text))
            && self.locked.as_ref().is_none_or(|lock| has_text(lock.on))
            && actual::are_sound(&self.actuals)
            && self.by_age.as_ref().is_none_or(Ageing::is_sound)
            && self.cohorts.as_ref().is_none_or(CohortTable::is_sound)
    }

    fn needs(&self, need: &mut dyn FnMut(Key)) {
        self.initiatives.iter().for_each(|id| need(Key::Initiative(*id)));
    }

    fn release(&mut self, gone: &dyn Fn(Key) -> bool) -> bool {
        self.initiatives.retain(|id| !gone(Key::Initiative(*id)));
        true
    }

    fn rename(&mut self, names: &Names) {
        self.initiatives.iter_mut().for_each(|id| *id = names.initiative(*id));
    }

    fn entries(&self) -> usize {
        self.initiatives.len()
    }

    fn texts(&self, text: &mut dyn FnMut(&str)) {
        [&self.name, &self.currency].into_iter().for_each(|one| text(one));
        self.cohorts.iter().flat_map(|table| &table.names).for_each(|name| text(name));
        self.origins.iter().flat_map(|origin| [&origin.source, &origin.owner]).for_each(|one| text(one));
        self.locked.iter().for_each(|lock| text(&lock.by));
    }
}

impl Record for Account {
    fn merge(base: &Self, ours: &Self, theirs: &Self, to: &mut Merging) -> Self {
        Account {
            name: to.text(&base.name, &ours.name, &theirs.name),
            revenue: to.value(&base.revenue, &ours.revenue, &theirs.revenue),
        }
    }

    fn is_sound(&self) -> bool {
        self.revenue.iter().all(|revenue| Bounds::MONEY.has(revenue.get()))
    }

    fn texts(&self, text: &mut dyn FnMut(&str)) {
        text(&self.name);
    }
}
