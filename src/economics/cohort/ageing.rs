//! Churn by age, month by month.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use libm::{exp, expm1, log1p};

use super::Model;
use crate::figure::{Field, Figure, Must, NoFigure, figure};
use crate::lanes::Lanes;

/// More ages than these are a slip.
const MOST_AGES: usize = 1_200;
const LONGEST_PERIOD: u32 = 120;
/// Months beyond the last age of a plan that are summed one by one.
const FAR: u32 = 6_000;

/// Customers of one age.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AgeGroup {
    /// Which renewal they face next; 1 for those just acquired.
    pub next_renewal: u32,
    /// How many they are.
    pub customers: f64,
}

impl Model {
    /// Renewals to expect of a customer just before the n-th one, for each n from 1 to `most`, where churn at every age is that of
    /// the model times `churn_factor` (F78). They are `period` months apart; the next is counted in full, the later ones discounted
    /// by `discount` a renewal. With a factor of 1 these are the residual lifetimes of F31.
    ///
    /// # Errors
    /// Parameters outside their range; [`NoFigure::Diverges`] for infinitely many.
    pub fn renewals_to_expect(self, period: u32, most: u32, churn_factor: f64, discount: f64) -> Figure<Vec<f64>> {
        Field::Renewal.at_most(most as usize, MOST_AGES as u32)?;
        Field::Discount.not_negative(discount)?;
        Field::Churn.not_negative(churn_factor)?;
        let table = AgeTable::new(self, period, &[], most * period)?;
        let ln_q = -log1p(discount) / f64::from(period);
        let oldest = most.saturating_sub(1) * period;
        let with_now = table.payments::<1>(oldest, Lanes::all(churn_factor), Lanes::all(ln_q), period);
        let before = |n: u32| {
            let payments = with_now.get(((n - 1) * period) as usize).map_or(f64::NAN, |payments| payments.only());
            if payments.is_nan() { Err(NoFigure::Diverges) } else { figure((payments - 1.0) * (1.0 + discount)) }
        };
        (1..=most).map(before).collect()
    }
}

/// A survival model month by month, with constant churn between two renewals (F77): S(n+f) = S(n)^(1−f) S(n+1)^f.
#[derive(Debug)]
pub(crate) struct AgeTable {
    model: Model,
    /// Months between two renewals of the model.
    period: u32,
    /// Existing clients: age in months, and share of all.
    base: Vec<(u32, f64)>,
    /// Share lost in the month after each age, for the ages of the plan.
    near: Vec<f64>,
    /// The same for [`FAR`] months more.
    far: OnceLock<Vec<f64>>,
}

impl AgeTable {
    /// The proportions of `base` matter; if it is empty everybody has age 0.
    ///
    /// # Errors
    /// When the model, the period or the groups are out of range.
    pub fn new(model: Model, period: u32, base: &[AgeGroup], horizon: u32) -> Figure<Self> {
        model.check()?;
        Field::PeriodLength.require(period > 0, Must::BePositive)?;
        Field::PeriodLength.at_most(period as usize, LONGEST_PERIOD)?;
        Field::Age.at_most(base.len(), MOST_AGES as u32)?;
        let mut ages: BTreeMap<u32, f64> = BTreeMap::new();
        for group in base {
            Field::Customers.not_negative(group.customers)?;
            Field::Renewal.require(group.next_renewal > 0, Must::BePositive)?;
            Field::Renewal.at_most(group.next_renewal as usize, MOST_AGES as u32)?;
            if group.customers > 0.0 {
                *ages.entry((group.next_renewal - 1) * period).or_default() += group.customers;
            }
        }
        let all: f64 = ages.values().sum();
        Field::Customers.number(all)?;
        let base: Vec<(u32, f64)> = match ages.is_empty() {
            true => vec![(0, 1.0)],
            false => ages.into_iter().map(|(age, customers)| (age, customers / all)).collect(),
        };
        let oldest = base.last().map_or(0, |(age, _)| *age);
        let mut table = AgeTable { model, period, base, near: Vec::new(), far: OnceLock::new() };
        table.near = table.lost_from(0, oldest + horizon);
        Ok(table)
    }

    fn lost_from(&self, from: u32, to: u32) -> Vec<f64> {
        let mut lost = Vec::with_capacity((to - from) as usize);
        let mut known = (u32::MAX, 0.0);
        for age in from..to {
            let renewal = age / self.period;
            if known.0 != renewal {
                let kept = self.model.ln_kept(f64::from(renewal), f64::from(renewal) + 1.0);
                known = (renewal, -expm1(kept / f64::from(self.period)));
            }
            lost.push(known.1);
        }
        lost
    }

    /// Existing clients: age in months, and share of all.
    pub fn base(&self) -> &[(u32, f64)] {
        &self.base
    }

    /// Share of the existing clients lost in the first month, over all their ages.
    pub fn churn_now(&self) -> f64 {
        self.base.iter().map(|(age, share)| share * self.lost(*age)).sum()
    }

    fn lost(&self, age: u32) -> f64 {
        let near = self.near.len() as u32;
        if let Some(lost) = self.near.get(age as usize) {
            return *lost;
        }
        let far = self.far.get_or_init(|| self.lost_from(near, near + FAR + LONGEST_PERIOD));
        far.get((age - near) as usize).copied().unwrap_or(0.0)
    }

    /// Churn in the month after an age in months: that of the model times `factor`, at most 1 (F78).
    pub fn churn<const L: usize>(&self, age: u32, factor: Lanes<L>) -> Lanes<L> {
        let lost = self.lost(age);
        factor.map(|factor| (lost * factor).min(1.0))
    }

    /// Payments to expect from a client of each age from 0 to `oldest` months, one now and one every `stride` months, discounted by
    /// e^`ln_q` per month. NaN where that diverges.
    pub fn payments<const L: usize>(
        &self,
        oldest: u32,
        factor: Lanes<L>,
        ln_q: Lanes<L>,
        stride: u32,
    ) -> Vec<Lanes<L>> {
        let fades = months_to_fade(ln_q);
        let last = oldest.max(oldest.min(self.near.len() as u32) + fades.unwrap_or(FAR));
        let q = ln_q.map(|ln_q| exp(f64::from(stride) * ln_q));
        let stay = |age: u32| {
            let stays = (age..age + stride).map(|month| Lanes::ONE - self.churn(month, factor));
            stays.fold(Lanes::ONE, |stay, stays| stay * stays)
        };
        // Backwards from the ages beyond. Each slot holds the payments of the age one stride later; the last slot is the first
        // one needed.
        let beyond = |more: u32| match fades {
            Some(_) => Lanes::ONE,
            None => self.remainder(last + 1 + more, factor, ln_q, stride),
        };
        let mut later: Vec<Lanes<L>> = (0..stride).map(beyond).collect();
        let mut known = vec![Lanes::ZERO; oldest as usize + 1];
        for age in (0..=last).rev() {
            let slot = (stride - 1 - (last - age) % stride) as usize;
            let renewed = stay(age) * q;
            let here =
                renewed.with(later[slot], |renewed, later| if renewed == 0.0 { 1.0 } else { 1.0 + renewed * later });
            later[slot] = here;
            if let Some(known) = known.get_mut(age as usize) {
                *known = here;
            }
        }
        known
    }

    /// Payments to expect from an age beyond the last one summed: churn changes so slowly there that survival is the model's, to the
    /// power of the factor.
    fn remainder<const L: usize>(&self, age: u32, factor: Lanes<L>, ln_q: Lanes<L>, stride: u32) -> Lanes<L> {
        let churn = self.churn(age, factor);
        let period = f64::from(self.period);
        let (from, renewals) = (f64::from(age) / period, f64::from(stride) / period);
        Lanes::each(|l| {
            let step = f64::from(stride) * ln_q[l];
            if let Model::Constant { .. } = self.model {
                let gap = -expm1(f64::from(stride) * log1p(-churn[l]) + step);
                return if gap > 1e-12 { 1.0 / gap } else { f64::NAN };
            }
            let term = |k: f64| exp(factor[l] * self.model.ln_kept(from, from + k * renewals) + k * step);
            self.model.series(term, step, factor[l], 0).unwrap_or(f64::NAN)
        })
    }
}

/// Months until discounting alone makes payments negligible; `None` if that takes too long.
fn months_to_fade<const L: usize>(ln_q: Lanes<L>) -> Option<u32> {
    let slowest = ln_q.numbers().iter().copied().fold(f64::NEG_INFINITY, f64::max);
    // e^−42 is below the last digit.
    let months = 42.0 / -slowest;
    (months > 0.0 && months < f64::from(FAR)).then(|| months as u32 + 1)
}
