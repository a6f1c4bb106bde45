//! A plan as a team states it.

use super::input::Input;
use crate::cohort::{AgeGroup, AgeTable, Model};
use crate::estimate::Estimate;
use crate::figure::Figure;
use crate::terms::PaymentTerms;

/// Everything that a plan is made from, as a team states it. An app turns its record into one of these in one place;
/// [`MonthlyPlan::of`](crate::MonthlyPlan::of) checks it.
#[derive(Debug, Clone, PartialEq)]
pub struct Statement {
    /// Length of the period that revenue, churn, budget and answers are stated for, in months.
    pub period: u32,
    /// How far to look, in months.
    pub horizon: u32,
    /// Clients at the start; fractions are allowed.
    pub clients: Estimate,
    /// Revenue per client and period.
    pub revenue: Estimate,
    /// Share of the revenue left after the cost to serve.
    pub margin: Estimate,
    /// Share of clients lost per period, at the current retention spend.
    pub churn: Estimate,
    /// Cost to acquire a client, at the current acquisition spend.
    pub cac: Estimate,
    /// Budget for retention and acquisition, per period.
    pub budget: Estimate,
    /// Share of the budget that goes to retention, 0 to 1.
    pub retention_share: f64,
    /// Whether retention spending grows with the number of clients.
    pub retention_budget: RetentionBudget,
    /// One-off cost.
    pub one_off: Estimate,
    /// Over how many months that cost is spread; 0 counts as 1.
    pub one_off_months: u32,
    /// Discount rate per year; 0 for undiscounted profit.
    pub discount: Estimate,
    /// Growth of the revenue per client per year.
    pub growth: Estimate,
    /// How churn and acquisition respond to spending. Without it churn and CAC stay as stated, whatever is spent.
    pub answers: Option<Answers>,
    /// How clients pay.
    pub terms: PaymentTerms,
    /// How churn depends on the age of a client. Without it churn is the same at every age.
    pub churn_by_age: Option<ChurnByAge>,
}

/// Five plain answers about the response to spending, for the period of the statement.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Answers {
    /// Current retention spend, at which churn is as stated.
    pub retention_spend: Estimate,
    /// Churn with no retention spend; above the stated churn.
    pub idle_churn: Estimate,
    /// Lowest possible churn, at any price; below the stated churn.
    pub lowest_churn: Estimate,
    /// Current acquisition spend, at which the CAC is as stated.
    pub acquisition_spend: Estimate,
    /// Most new clients that the market offers, at any price; above those won today.
    pub most_new_clients: Estimate,
}

/// What happens to retention spending as the number of clients changes (F58).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum RetentionBudget {
    /// It follows the clients: every client, new ones included, gets the same spend in every month, and churn stays the same.
    #[default]
    PerClient,
    /// The sum is fixed on purpose: it is shared by all clients of the month, and churn changes month by month.
    Fixed,
}

/// Churn by age: a model fitted to cohorts, and the ages of today's clients (F78).
#[derive(Debug, Clone, PartialEq)]
pub struct ChurnByAge {
    /// The model, in the renewals of the table that it was fitted to.
    pub model: Model,
    /// Months between two of its renewals.
    pub period: u32,
    /// Today's clients by age; only the proportions matter. New clients have age 0; so does everybody if this is empty.
    pub base: Vec<AgeGroup>,
}

impl ChurnByAge {
    pub(crate) fn table(&self, horizon: u32) -> Figure<AgeTable> {
        AgeTable::new(self.model, self.period, &self.base, horizon)
    }

    /// Share of today's clients lost in the first month, over all their ages: the one number that a point of churn can be held
    /// against.
    ///
    /// # Errors
    /// When the model, the period or the groups are out of range.
    pub fn churn_now(&self) -> Figure {
        Ok(self.table(1)?.churn_now())
    }
}

impl Statement {
    /// The estimate of an input; `None` for an answer that was not given.
    pub fn estimate(&self, input: Input) -> Option<Estimate> {
        let answers = self.answers.as_ref();
        match input {
            Input::Clients => Some(self.clients),
            Input::Revenue => Some(self.revenue),
            Input::Margin => Some(self.margin),
            Input::Churn => Some(self.churn),
            Input::Cac => Some(self.cac),
            Input::Budget => Some(self.budget),
            Input::OneOff => Some(self.one_off),
            Input::Discount => Some(self.discount),
            Input::Growth => Some(self.growth),
            Input::RetentionSpend => answers.map(|answers| answers.retention_spend),
            Input::IdleChurn => answers.map(|answers| answers.idle_churn),
            Input::LowestChurn => answers.map(|answers| answers.lowest_churn),
            Input::AcquisitionSpend => answers.map(|answers| answers.acquisition_spend),
            Input::MostNewClients => answers.map(|answers| answers.most_new_clients),
        }
    }

    fn estimate_mut(&mut self, input: Input) -> Option<&mut Estimate> {
        let answers = self.answers.as_mut();
        match input {
            Input::Clients => Some(&mut self.clients),
            Input::Revenue => Some(&mut self.revenue),
            Input::Margin => Some(&mut self.margin),
            Input::Churn => Some(&mut self.churn),
            Input::Cac => Some(&mut self.cac),
            Input::Budget => Some(&mut self.budget),
            Input::OneOff => Some(&mut self.one_off),
            Input::Discount => Some(&mut self.discount),
            Input::Growth => Some(&mut self.growth),
            Input::RetentionSpend => answers.map(|answers| &mut answers.retention_spend),
            Input::IdleChurn => answers.map(|answers| &mut answers.idle_churn),
            Input::LowestChurn => answers.map(|answers| &mut answers.lowest_churn),
            Input::AcquisitionSpend => answers.map(|answers| &mut answers.acquisition_spend),
            Input::MostNewClients => answers.map(|answers| &mut answers.most_new_clients),
        }
    }

    /// The same with another estimate of an input. Without answers an answer cannot be set.
    pub fn with(mut self, input: Input, estimate: impl Into<Estimate>) -> Self {
        if let Some(stated) = self.estimate_mut(input) {
            *stated = estimate.into();
        }
        self
    }

    /// The same business stated per period of `months` months (at least 1): rates compound, sums are in proportion, all else
    /// stays (F60). Nothing is rounded.
    pub fn restated(mut self, months: u32) -> Self {
        let (from, to) = (self.period.max(1), months.max(1));
        for input in Input::ALL {
            if let Some(stated) = self.estimate_mut(input) {
                *stated = stated.map(|number| input.measure().restated(number, from, to));
            }
        }
        self.period = to;
        self
    }
}
