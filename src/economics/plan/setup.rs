//! The monthly numbers that a projection starts from, in several runs at once.

use super::curve::RetentionCurve;
use super::effect::Effects;
use super::input::Input;
use super::monthly::{Drawn, MonthlyPlan};
use super::statement::RetentionBudget;
use crate::cohort::AgeTable;
use crate::lanes::Lanes;
use crate::terms::PaymentTerms;

/// Retention spending.
#[derive(Clone, Copy)]
pub(crate) enum RetentionSpending<const L: usize> {
    /// The same for every client and month.
    PerClient(Lanes<L>),
    /// A fixed sum. With a curve, churn changes as the number of clients does.
    Sum(Lanes<L>, Option<RetentionCurve<L>>),
}

/// Clients reached by the same initiatives.
#[derive(Clone, Copy)]
pub(crate) struct Class<const L: usize> {
    /// The initiatives that reach them, one bit each.
    pub reached: u32,
    /// Their share of all clients, existing and new.
    pub share: Lanes<L>,
    /// Margin of one of them per month.
    pub margin: Lanes<L>,
}

/// How initiatives cut churn (F71).
pub(crate) struct Overlap<const L: usize> {
    /// The lowest possible churn.
    pub lowest: Lanes<L>,
    /// The cut of each initiative on its own.
    pub cuts: Vec<Lanes<L>>,
}

impl<const L: usize> Overlap<L> {
    /// Churn of the clients that a set of initiatives reaches: each takes its share of the reducible churn that the others leave.
    pub fn churn(&self, churn: Lanes<L>, reached: u32) -> Lanes<L> {
        let span = churn.with(self.lowest, |churn, lowest| (churn - lowest).max(0.0));
        let (mut left, mut raised) = (Lanes::ONE, Lanes::ZERO);
        for (at, cut) in self.cuts.iter().enumerate() {
            if reached >> at & 1 == 1 {
                let taken = cut.with(span, |cut, span| if span > 0.0 { (cut / span).min(1.0) } else { 0.0 });
                left = left * (Lanes::ONE - taken);
                // With nothing left to reduce, an initiative can still do harm.
                raised = raised + cut.with(span, |cut, span| if span > 0.0 { 0.0 } else { (-cut).max(0.0) });
            }
        }
        (churn - span * (Lanes::ONE - left) + raised).map(|churn| churn.min(1.0))
    }
}

/// A plan in several runs, per month.
pub(crate) struct Setup<'a, const L: usize> {
    pub clients: Lanes<L>,
    /// Margin of a client before any initiative.
    pub margin: Lanes<L>,
    pub discount: Lanes<L>,
    pub growth: Lanes<L>,
    pub new_clients: Lanes<L>,
    pub acquisition_spend: Lanes<L>,
    pub retention: RetentionSpending<L>,
    /// Churn at the retention spend of the first month.
    pub churn: Lanes<L>,
    pub one_off: Lanes<L>,
    pub one_off_months: u32,
    /// Costs of initiatives: in the first month, and every month on top of the budget.
    pub once: Lanes<L>,
    pub on_top: Lanes<L>,
    /// Monthly costs of initiatives that are paid from the retention budget.
    pub from_retention: Lanes<L>,
    pub terms: PaymentTerms,
    pub classes: Vec<Class<L>>,
    pub overlap: Option<Overlap<L>>,
    /// Churn by age, and the stated churn to which it belongs.
    pub ages: Option<(&'a AgeTable, f64)>,
}

impl MonthlyPlan {
    /// The plan in several runs.
    pub(crate) fn setup<const L: usize>(&self, drawn: &Drawn<L>, effects: &Effects<L>) -> Setup<'_, L> {
        let margin = drawn.of(Input::Revenue) * drawn.of(Input::Margin);
        let curve = effects.curves.as_ref().map(|(retention, _)| *retention);
        let retention = match self.retention_budget {
            RetentionBudget::PerClient => RetentionSpending::PerClient(effects.retention_per_client),
            RetentionBudget::Fixed => RetentionSpending::Sum(effects.retention_spend, curve),
        };
        Setup {
            clients: drawn.of(Input::Clients),
            margin,
            discount: drawn.of(Input::Discount),
            growth: drawn.of(Input::Growth),
            new_clients: effects.new_clients,
            acquisition_spend: effects.acquisition_spend,
            retention,
            churn: effects.churn,
            one_off: drawn.of(Input::OneOff),
            one_off_months: self.one_off_months,
            once: Lanes::ZERO,
            on_top: Lanes::ZERO,
            from_retention: Lanes::ZERO,
            terms: self.terms,
            classes: vec![Class { reached: 0, share: Lanes::ONE, margin }],
            overlap: None,
            ages: self.ages.as_deref().map(|table| (table, self.likely_of(Input::Churn))),
        }
    }
}
