//! Terminal value: what the clients left at the end of a plan are still worth (F64).

use libm::{expm1, log, log1p, pow};

use super::projector::Projector;
use super::setup::RetentionSpending;
use crate::lanes::Lanes;
use crate::terms::PaymentTiming;

/// A payment that shrinks by less than this from one term to the next does so by rounding only: the sum diverges.
const NO_GAP: f64 = 1e-12;

impl<const L: usize> Projector<'_, L> {
    /// Present value of the clients now: the same plan going on for ever without acquisition, at its latest churn and its
    /// latest retention spend per client. NaN where that diverges.
    pub fn terminal_value(&self) -> Lanes<L> {
        let setup = &self.setup;
        let b = setup.terms.months;
        let cost_step = Lanes::ONE / (setup.discount + 1.0);
        let revenue_step = (setup.growth + 1.0) * cost_step;
        let in_arrears = setup.terms.paid == PaymentTiming::InArrears;
        let term_discount = if in_arrears { power(cost_step, f64::from(b)) } else { Lanes::ONE };
        let lifetimes = Lifetimes::of(self, revenue_step, cost_step);
        let mut sum = Lanes::ZERO;
        let phase_now = self.month % b;
        for group in &self.groups {
            let wait = (group.phase + b - phase_now) % b;
            let mut renewing = group.count;
            if wait > 0 {
                let ahead = (0..wait).map(|month| Lanes::ONE - self.churn_of(group.class, group.age + month));
                renewing = renewing * ahead.fold(group.renewing, |renewing, stays| renewing * stays);
            }
            let (payments, costs) = lifetimes.at(group.class, group.age + wait);
            let (wait, b) = (f64::from(wait), f64::from(b));
            let payment =
                setup.classes[group.class].margin * b * self.earned * power(revenue_step, wait) * term_discount;
            let running = group.count * annuity(cost_step, wait);
            let a_term = self.retention_per_client * renewing * power(cost_step, wait) * annuity(cost_step, b);
            let later = times(a_term, costs);
            sum =
                sum + times(renewing * payment, payments) - self.spent * (self.retention_per_client * running + later);
        }
        if in_arrears {
            let running = self.owed.iter().zip(0..).filter(|(_, phase)| *phase != phase_now);
            sum = running.fold(sum, |sum, (owed, _)| sum + *owed);
        }
        sum
    }
}

/// Terms without end are worth nothing where nothing is paid in any of them.
fn times<const L: usize>(first: Lanes<L>, terms: Lanes<L>) -> Lanes<L> {
    first.with(terms, |first, terms| if first == 0.0 { 0.0 } else { first * terms })
}

fn power<const L: usize>(x: Lanes<L>, n: f64) -> Lanes<L> {
    if n == 0.0 { Lanes::ONE } else { x.map(|x| if n == 1.0 { x } else { pow(x, n) }) }
}

/// 1 + v + … over n terms.
fn annuity<const L: usize>(v: Lanes<L>, n: f64) -> Lanes<L> {
    if n <= 1.0 {
        return Lanes::all(n);
    }
    v.map(|v| if v == 1.0 { n } else { -expm1(n * log(v)) / (1.0 - v) })
}

/// Terms to expect from a client who begins one, discounted as revenue and as cost.
enum Lifetimes<const L: usize> {
    /// The same at every age, by class.
    Constant(Vec<(Lanes<L>, Lanes<L>)>),
    /// By class and age in months.
    ByAge(Vec<(Vec<Lanes<L>>, Vec<Lanes<L>>)>),
}

impl<const L: usize> Lifetimes<L> {
    fn of(projector: &Projector<L>, revenue_step: Lanes<L>, cost_step: Lanes<L>) -> Self {
        let b = projector.setup.terms.months;
        let spends = match projector.setup.retention {
            RetentionSpending::PerClient(per_client) => !per_client.is_zero(),
            RetentionSpending::Sum(sum, _) => !sum.is_zero(),
        };
        let Some((table, _)) = projector.setup.ages else {
            let of = |churn: &Lanes<L>| {
                let costs = if spends { terms(*churn, cost_step, b) } else { Lanes::ZERO };
                (terms(*churn, revenue_step, b), costs)
            };
            return Lifetimes::Constant(projector.churn.iter().map(of).collect());
        };
        let oldest = projector.groups.iter().map(|group| group.age + b).max().unwrap_or(0);
        let of = |class: usize| {
            let terms = |step: Lanes<L>| table.payments(oldest, projector.factor(class), step.map(log), b);
            let costs = if spends { terms(cost_step) } else { vec![Lanes::ZERO; oldest as usize + 1] };
            (terms(revenue_step), costs)
        };
        Lifetimes::ByAge((0..projector.setup.classes.len()).map(of).collect())
    }

    fn at(&self, class: usize, age: u32) -> (Lanes<L>, Lanes<L>) {
        match self {
            Lifetimes::Constant(classes) => classes[class],
            Lifetimes::ByAge(classes) => {
                let (revenue, costs) = &classes[class];
                (revenue[age as usize], costs[age as usize])
            }
        }
    }
}

/// Terms of `months` months to expect at a constant churn, each worth `step` per month of the one before.
fn terms<const L: usize>(churn: Lanes<L>, step: Lanes<L>, months: u32) -> Lanes<L> {
    churn.with(step, |churn, step| {
        let gap = if months == 1 {
            1.0 - step + churn * step
        } else {
            -expm1(f64::from(months) * (log1p(-churn) + log(step)))
        };
        if gap > NO_GAP { 1.0 / gap } else { f64::NAN }
    })
}
