//! A plan as people state it.

use super::input::Input;
use crate::cohort::{AgeGroup, Model};
use crate::estimate::Estimate;
use crate::terms::PaymentTerms;

/// What a team states about a way to go on: everything a plan is made from. An app turns its record into one of these in
/// one place; [`Plan::of`](crate::Plan::of) checks it.
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
    /// Share of clients lost per period, at today's spending on keeping.
    pub churn: Estimate,
    /// Cost to acquire a client, at today's spending on winning.
    pub cac: Estimate,
    /// Money for keeping and winning, per period.
    pub budget: Estimate,
    /// Share of the budget that is for keeping, 0 to 1.
    pub keep: f64,
    /// What the spending on keeping follows.
    pub retention_budget: RetentionBudget,
    /// A cost paid once.
    pub one_off: Estimate,
    /// Over how many months that cost is spread; 0 counts as 1.
    pub one_off_months: u32,
    /// Discount rate a year; 0 for profit as it is booked.
    pub discount: Estimate,
    /// Growth of the revenue per client a year.
    pub growth: Estimate,
    /// What spending does. Without it churn and CAC stay as stated, whatever is spent.
    pub answers: Option<Answers>,
    /// How clients pay.
    pub terms: PaymentTerms,
    /// How long clients stay by age. Without it churn is the same at every age.
    pub churn_by_age: Option<ChurnByAge>,
}

/// Plain answers about what spending does, for the period of the statement.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Answers {
    /// Spent on keeping today, when churn is as stated.
    pub retention_spend: Estimate,
    /// Churn if nothing were spent on keeping; above the stated one.
    pub idle_churn: Estimate,
    /// Churn with all the money in the world; below the stated one.
    pub lowest_churn: Estimate,
    /// Spent on winning today, when the CAC is as stated.
    pub acquisition_spend: Estimate,
    /// The most clients that the market could give; above those won today.
    pub most_new_clients: Estimate,
}

/// What the spending on keeping follows as the number of clients changes (F58).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum RetentionBudget {
    /// The clients: as much is spent on each as today, on those who join too, and churn stays as that makes it.
    #[default]
    PerClient,
    /// Nothing, on purpose: the sum stays, is spread over those there, and churn follows month by month.
    Fixed,
}

/// How long clients stay by their age: a model fitted to cohorts, and the ages of today's clients (F78).
#[derive(Debug, Clone, PartialEq)]
pub struct ChurnByAge {
    /// The model, in renewals of the table that it was fitted to.
    pub model: Model,
    /// How many months lie between two of its renewals.
    pub period: u32,
    /// Today's clients by age; only the proportions count. Those who join are of age 0, and so is everyone if this is empty.
    pub base: Vec<AgeGroup>,
}

impl Statement {
    /// What is stated about an input; `None` for an answer that was not given.
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

    /// The same with another estimate for an input; an answer that was not given stays so.
    pub fn with(mut self, input: Input, estimate: impl Into<Estimate>) -> Self {
        if let Some(stated) = self.estimate_mut(input) {
            *stated = estimate.into();
        }
        self
    }

    /// The same business stated for a period of `months` months: rates compound, sums are in proportion, the rest stays
    /// (F60). Nothing is rounded. `months` counts as 1 at least.
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
