//! What the clients left at the end of a plan are still worth (F64).

use libm::{expm1, log, log1p, pow};

use super::course::Course;
use super::setup::Keeping;
use crate::lanes::Lanes;
use crate::terms::PaymentTiming;

/// Below this the share that a payment loses against the one before is a rounding error: the sum grows without bound.
const NO_GAP: f64 = 1e-12;

impl<const L: usize> Course<'_, L> {
    /// Value today of the clients there now: the same plan going on for ever without winning, at its last churn and its last
    /// spending on each client. Not finite where that diverges.
    pub fn left(&self) -> Lanes<L> {
        let setup = &self.setup;
        let b = setup.terms.months;
        let later = Lanes::ONE / (setup.discount + 1.0);
        let paid = (setup.growth + 1.0) * later;
        let after = |b: f64| if setup.terms.paid == PaymentTiming::InArrears { power(later, b) } else { Lanes::ONE };
        let lifetimes = Lifetimes::of(self, paid, later);
        let mut sum = Lanes::ZERO;
        let phase_now = self.month % b;
        for group in &self.groups {
            let wait = (group.phase + b - phase_now) % b;
            let mut begins = group.there;
            if wait > 0 {
                let ahead = (0..wait).map(|month| Lanes::ONE - self.churn_of(group.class, group.age + month));
                begins = begins * ahead.fold(group.stay, |stay, stays| stay * stays);
            }
            let (payments, costs) = lifetimes.at(group.class, group.age + wait);
            let (wait, b) = (f64::from(wait), f64::from(b));
            let margin = setup.classes[group.class].margin * b;
            let income = begins * margin * payments * self.earned * power(paid, wait) * after(b);
            let ahead = begins * power(later, wait) * annuity(later, b) * costs;
            sum = sum + income - self.per_client * self.spent * (group.there * annuity(later, wait) + ahead);
        }
        if setup.terms.paid == PaymentTiming::InArrears {
            let running = self.owed.iter().zip(0..).filter(|(_, phase)| *phase != phase_now);
            sum = running.fold(sum, |sum, (owed, _)| sum + *owed);
        }
        sum
    }
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

/// PaymentTerms that a client who begins one is good for: as they are paid, and as they cost.
enum Lifetimes<const L: usize> {
    /// The same at every age, by class.
    Steady(Vec<(Lanes<L>, Lanes<L>)>),
    /// By class and age in months.
    Aged(Vec<(Vec<Lanes<L>>, Vec<Lanes<L>>)>),
}

impl<const L: usize> Lifetimes<L> {
    fn of(course: &Course<L>, paid: Lanes<L>, later: Lanes<L>) -> Self {
        let b = course.setup.terms.months;
        let spends = match course.setup.keeping {
            Keeping::PerClient(per_client) => !per_client.is_zero(),
            Keeping::Sum(sum, _) => !sum.is_zero(),
        };
        let Some((table, _)) = course.setup.ages else {
            let terms = |churn: Lanes<L>, step: Lanes<L>| {
                churn.with(step, |churn, step| {
                    let gap = if b == 1 {
                        1.0 - step + churn * step
                    } else {
                        -expm1(f64::from(b) * (log1p(-churn) + log(step)))
                    };
                    if gap > NO_GAP { 1.0 / gap } else { f64::NAN }
                })
            };
            let of = |churn: &Lanes<L>| (terms(*churn, paid), if spends { terms(*churn, later) } else { Lanes::ZERO });
            return Lifetimes::Steady(course.churn.iter().map(of).collect());
        };
        let oldest = course.groups.iter().map(|group| group.age + b).max().unwrap_or(0);
        let of = |class: usize| {
            let payments = |step: Lanes<L>| table.payments(oldest, course.factor(class), step.map(log), b);
            let costs = if spends { payments(later) } else { vec![Lanes::ZERO; oldest as usize + 1] };
            (payments(paid), costs)
        };
        Lifetimes::Aged((0..course.setup.classes.len()).map(of).collect())
    }

    fn at(&self, class: usize, age: u32) -> (Lanes<L>, Lanes<L>) {
        match self {
            Lifetimes::Steady(classes) => classes[class],
            Lifetimes::Aged(classes) => {
                let (paid, costs) = &classes[class];
                (paid[age as usize], costs[age as usize])
            }
        }
    }
}
