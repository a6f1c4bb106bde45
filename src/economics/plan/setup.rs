//! What a plan is in each of several runs, per month, ready to go.

use super::curve::KeepCurve;
use super::effect::Effects;
use super::input::Input;
use super::monthly::{Drawn, Plan};
use super::statement::RetentionBudget;
use crate::cohort::AgeTable;
use crate::lanes::Lanes;
use crate::terms::PaymentTerms;

/// What is spent on keeping.
#[derive(Clone, Copy)]
pub(crate) enum Keeping<const L: usize> {
    /// As much for each client, in every month.
    PerClient(Lanes<L>),
    /// A sum for all together; where it follows a curve, churn changes with the number of clients.
    Sum(Lanes<L>, Option<KeepCurve<L>>),
}

/// Clients who are alike in what initiatives do to them.
#[derive(Clone, Copy)]
pub(crate) struct Class<const L: usize> {
    /// Which initiatives reach them, a bit each.
    pub reached: u32,
    /// Their share of all clients, of today and of those who join.
    pub share: Lanes<L>,
    /// What one of them brings a month.
    pub margin: Lanes<L>,
}

/// What initiatives do to churn (F71).
pub(crate) struct Overlap<const L: usize> {
    /// The churn that nothing goes below.
    pub best: Lanes<L>,
    /// Points of churn that each takes away where it acts alone.
    pub cuts: Vec<Lanes<L>>,
}

impl<const L: usize> Overlap<L> {
    /// Churn of those whom the initiatives of a set of bits reach: each takes its share of what the others leave.
    pub fn churn(&self, churn: Lanes<L>, reached: u32) -> Lanes<L> {
        let span = churn.with(self.best, |churn, best| (churn - best).max(0.0));
        let (mut left, mut raised) = (Lanes::ONE, Lanes::ZERO);
        for (at, cut) in self.cuts.iter().enumerate() {
            if reached >> at & 1 == 1 {
                let taken = cut.with(span, |cut, span| if span > 0.0 { (cut / span).min(1.0) } else { 0.0 });
                left = left * (Lanes::ONE - taken);
                // Where there is nothing to take a share of, harm is still harm.
                raised = raised + cut.with(span, |cut, span| if span > 0.0 { 0.0 } else { (-cut).max(0.0) });
            }
        }
        (churn - span * (Lanes::ONE - left) + raised).map(|churn| churn.min(1.0))
    }
}

/// Everything that a plan is in each of several runs, per month.
pub(crate) struct Setup<'a, const L: usize> {
    pub clients: Lanes<L>,
    /// What a client brings before any initiative.
    pub margin: Lanes<L>,
    pub discount: Lanes<L>,
    pub growth: Lanes<L>,
    pub won: Lanes<L>,
    pub win: Lanes<L>,
    pub keeping: Keeping<L>,
    /// Churn at the spending of the start.
    pub churn: Lanes<L>,
    pub one_off: Lanes<L>,
    pub one_off_months: u32,
    /// What initiatives cost: once at the start, and each month on top of everything else.
    pub once: Lanes<L>,
    pub beside: Lanes<L>,
    /// What they cost each month out of the money for keeping.
    pub inside: Lanes<L>,
    pub terms: PaymentTerms,
    pub classes: Vec<Class<L>>,
    pub overlap: Option<Overlap<L>>,
    /// Churn by age, and the stated churn that it is scaled from.
    pub ages: Option<(&'a AgeTable, f64)>,
}

impl Plan {
    /// What the plan is in several runs, ready to go.
    pub(crate) fn setup<const L: usize>(&self, drawn: &Drawn<L>, effects: &Effects<L>) -> Setup<'_, L> {
        let margin = drawn.of(Input::Revenue) * drawn.of(Input::Margin);
        let keeping = match self.retention_budget {
            RetentionBudget::PerClient => Keeping::PerClient(effects.per_client),
            RetentionBudget::Fixed => Keeping::Sum(effects.keep, effects.curves.as_ref().map(|(keep, _)| *keep)),
        };
        Setup {
            clients: drawn.of(Input::Clients),
            margin,
            discount: drawn.of(Input::Discount),
            growth: drawn.of(Input::Growth),
            won: effects.won,
            win: effects.win,
            keeping,
            churn: effects.churn,
            one_off: drawn.of(Input::OneOff),
            one_off_months: self.one_off_months,
            once: Lanes::ZERO,
            beside: Lanes::ZERO,
            inside: Lanes::ZERO,
            terms: self.terms,
            classes: vec![Class { reached: 0, share: Lanes::ONE, margin }],
            overlap: None,
            ages: self.ages.as_deref().map(|table| (table, self.likely_of(Input::Churn))),
        }
    }
}
