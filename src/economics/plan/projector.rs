//! The kernel: projects a plan month by month, in several runs at once.

use libm::pow;

use super::setup::{Class, RetentionSpending, Setup};
use crate::lanes::Lanes;
use crate::terms::{PaymentTerms, PaymentTiming};

/// Clients of one class whose payment terms begin in the same months; with churn by age also of one age.
pub(super) struct Group<const L: usize> {
    pub class: usize,
    /// Their terms begin in months with this remainder.
    pub phase: u32,
    /// Age in months at the start of the month.
    pub age: u32,
    pub count: Lanes<L>,
    /// Share of them who will renew at the end of the term, for the months of it that have passed.
    pub renewing: Lanes<L>,
    /// The clients of the start among them, as a share of all clients of the start.
    kept: Lanes<L>,
}

/// A projection under way.
pub(crate) struct Projector<'a, const L: usize> {
    pub(super) setup: Setup<'a, L>,
    pub(super) groups: Vec<Group<L>>,
    /// Churn of each class this month.
    pub(super) churn: Vec<Lanes<L>>,
    /// With churn by age: the factor on it for each class.
    factors: Vec<Lanes<L>>,
    /// For each class: the payment for a whole term at the prices of the start, and new clients per month.
    joining: Vec<(Lanes<L>, Lanes<L>)>,
    /// Spending that does not depend on the number of clients.
    flat: Lanes<L>,
    /// Whether `kept` is tracked.
    follow_kept: bool,
    /// Retention spend per client in the latest month.
    pub(super) retention_per_client: Lanes<L>,
    pub(super) month: u32,
    /// Present value of one unit of this month's revenue, with growth, and of its spending.
    pub(super) earned: Lanes<L>,
    pub(super) spent: Lanes<L>,
    /// For each phase the present value of the payment due for its running term.
    pub(super) owed: Vec<Lanes<L>>,
    /// Profit so far, in today's money.
    profit: Lanes<L>,
    /// Monthly factors on `earned` and `spent`.
    revenue_step: Lanes<L>,
    cost_step: Lanes<L>,
    /// Discount of a payment in arrears over a term.
    term_discount: Lanes<L>,
}

impl<'a, const L: usize> Projector<'a, L> {
    pub fn new(setup: Setup<'a, L>) -> Self {
        let months = setup.terms.months;
        let phases = f64::from(months);
        let cost_step = Lanes::ONE / (setup.discount + 1.0);
        let revenue_step = (setup.growth + 1.0) * cost_step;
        let ages = setup.ages.map_or(&[(0, 1.0)][..], |(table, _)| table.base());
        let mut groups = Vec::with_capacity(ages.len() * setup.classes.len() * months as usize);
        for (age, of_age) in ages {
            for (class, Class { share, .. }) in setup.classes.iter().enumerate() {
                for phase in 0..months {
                    let kept = *share * (of_age / phases);
                    let count = setup.clients * kept;
                    groups.push(Group { class, phase, age: *age, count, renewing: Lanes::ONE, kept });
                }
            }
        }
        // In arrears the running terms are still to be paid, at the prices of their start.
        let mut owed = vec![Lanes::ZERO; months as usize];
        if setup.terms.paid == PaymentTiming::InArrears {
            for (phase, owed) in (0..months).map(f64::from).zip(&mut owed).skip(1) {
                let price = setup.growth.map(|growth| pow(1.0 + growth, phase - phases));
                *owed = setup.clients * setup.margin * price * cost_step.map(|step| pow(step, phase));
            }
        }
        let start = setup.churn;
        let (retention_per_client, from_retention) = match setup.retention {
            RetentionSpending::PerClient(per_client) => (per_client, setup.from_retention),
            RetentionSpending::Sum(sum, _) => {
                (left_of(sum, setup.from_retention) / setup.clients.map(|clients| clients.max(1.0)), Lanes::ZERO)
            }
        };
        let in_arrears = setup.terms.paid == PaymentTiming::InArrears;
        let term_discount = cost_step.map(|step| if in_arrears { pow(step, phases) } else { 1.0 });
        let mut projector = Projector {
            joining: setup
                .classes
                .iter()
                .map(|class| (class.margin * phases, setup.new_clients * class.share))
                .collect(),
            flat: setup.acquisition_spend + setup.on_top + from_retention,
            follow_kept: true,
            setup,
            groups,
            churn: Vec::new(),
            factors: Vec::new(),
            term_discount,
            retention_per_client,
            month: 0,
            earned: Lanes::ONE,
            spent: Lanes::ONE,
            owed,
            profit: Lanes::ZERO,
            revenue_step,
            cost_step,
        };
        projector.set_churn(start);
        projector
    }

    /// A plan at the end of its horizon.
    pub fn run(setup: Setup<'a, L>, horizon: u32) -> Self {
        let mut projector = Projector::new(setup).without_kept();
        for _ in 0..horizon {
            projector.step();
        }
        projector
    }

    /// The same without tracking `kept`, which saves time.
    pub fn without_kept(self) -> Self {
        Projector { follow_kept: false, ..self }
    }

    fn set_churn(&mut self, level: Lanes<L>) {
        self.churn.clear();
        self.churn.extend(self.setup.classes.iter().map(|class| match &self.setup.overlap {
            Some(overlap) => overlap.churn(level, class.reached),
            None => level,
        }));
        if let Some((_, stated)) = self.setup.ages {
            self.factors.clear();
            self.factors.extend(self.churn.iter().map(|churn| if stated > 0.0 { *churn / stated } else { Lanes::ONE }));
        }
    }

    /// Churn of a group in this month.
    pub(super) fn churn_of(&self, class: usize, age: u32) -> Lanes<L> {
        match self.setup.ages {
            Some((table, _)) => table.churn(age, self.factors[class]),
            None => self.churn[class],
        }
    }

    /// The factor on churn by age for a class.
    pub(super) fn factor(&self, class: usize) -> Lanes<L> {
        self.factors.get(class).copied().unwrap_or(Lanes::ONE)
    }

    /// Projects a month: new clients, payments, spending, then churn (F58, F61). Returns the profit so far, in today's money.
    pub fn step(&mut self) -> Lanes<L> {
        if self.is_plain() {
            return self.plain_step();
        }
        let months = self.setup.terms.months;
        let (phase, next) = (self.month % months, (self.month + 1) % months);
        self.join(phase);
        let (mut total, mut due) = (Lanes::ZERO, Lanes::ZERO);
        for group in &self.groups {
            total = total + group.count;
            if group.phase == phase {
                due = due + group.count * self.joining[group.class].0;
            }
        }
        let due = due * self.earned;
        let income = match self.setup.terms.paid {
            PaymentTiming::InAdvance => due,
            PaymentTiming::InArrears => {
                self.owed[phase as usize] = due * self.term_discount;
                self.owed[next as usize]
            }
        };
        self.profit = self.profit + income - self.spend(total) * self.spent;
        self.leave(next);
        self.earned = self.earned * self.revenue_step;
        self.spent = self.spent * self.cost_step;
        self.month += 1;
        self.profit
    }

    /// Whether this is the usual plan of a simulation, which has a faster loop: all clients alike, paying monthly in advance,
    /// with the same retention spend on each.
    fn is_plain(&self) -> bool {
        self.groups.len() == 1
            && self.setup.ages.is_none()
            && self.setup.terms == PaymentTerms::MONTHLY
            && matches!(self.setup.retention, RetentionSpending::PerClient(_))
            && !self.follow_kept
    }

    /// [`step`](Projector::step) for a [plain](Projector::is_plain) plan.
    fn plain_step(&mut self) -> Lanes<L> {
        let extra = self.extra();
        let (group, (price, joining)) = (&mut self.groups[0], &self.joining[0]);
        (0..L).for_each(|l| {
            let clients = group.count[l] + joining[l];
            let earned = clients * price[l] * self.earned[l];
            let spent = self.retention_per_client[l] * clients + self.flat[l] + extra[l];
            self.profit[l] += earned - spent * self.spent[l];
            group.count[l] = clients * (1.0 - self.churn[0][l]);
            self.earned[l] *= self.revenue_step[l];
            self.spent[l] *= self.cost_step[l];
        });
        group.age += 1;
        self.month += 1;
        self.profit
    }

    /// One-off costs of this month.
    fn extra(&self) -> Lanes<L> {
        let Setup { one_off, one_off_months, once, .. } = &self.setup;
        let mut extra = Lanes::ZERO;
        if self.month < *one_off_months {
            extra = *one_off / f64::from(*one_off_months);
        }
        if self.month == 0 { extra + *once } else { extra }
    }

    fn join(&mut self, phase: u32) {
        if self.setup.new_clients.is_zero() {
            return;
        }
        if self.setup.ages.is_some() {
            for (class, (_, joining)) in self.joining.iter().enumerate() {
                self.groups.push(Group {
                    class,
                    phase,
                    age: 0,
                    count: *joining,
                    renewing: Lanes::ONE,
                    kept: Lanes::ZERO,
                });
            }
            return;
        }
        for group in self.groups.iter_mut().filter(|group| group.phase == phase) {
            group.count = group.count + self.joining[group.class].1;
        }
    }

    /// Spending of the month on `total` clients; sets the churn that follows from it.
    fn spend(&mut self, total: Lanes<L>) -> Lanes<L> {
        let retention = match self.setup.retention {
            RetentionSpending::PerClient(per_client) => per_client * total,
            RetentionSpending::Sum(sum, curve) => {
                let left = left_of(sum, self.setup.from_retention);
                self.retention_per_client = left / total.map(|clients| clients.max(1.0));
                if let Some(curve) = curve {
                    self.set_churn(curve.churn(self.retention_per_client));
                }
                // What initiatives cost inside of it is paid, also where it is more than all of it.
                sum.with(self.setup.from_retention, f64::max)
            }
        };
        retention + self.flat + self.extra()
    }

    /// Churn of the groups whose terms end with this month.
    fn leave(&mut self, next: u32) {
        let months = self.setup.terms.months;
        for at in 0..self.groups.len() {
            let Group { class, age, phase, .. } = self.groups[at];
            let stays = Lanes::ONE - self.churn_of(class, age);
            let group = &mut self.groups[at];
            group.age += 1;
            let renewing = if months == 1 {
                stays
            } else {
                if self.month == 0 && phase > 0 {
                    // The months of a running term before the start are taken to have had the same churn.
                    group.renewing = stays.map(|stays| pow(stays, f64::from(months - phase)));
                }
                group.renewing * stays
            };
            if group.phase != next {
                group.renewing = renewing;
                continue;
            }
            group.count = group.count * renewing;
            group.renewing = Lanes::ONE;
            if self.follow_kept {
                group.kept = group.kept * renewing;
            }
        }
    }

    /// Churn at the retention spend of the first month, before any initiative.
    pub fn level(&self) -> Lanes<L> {
        self.setup.churn
    }

    /// The lowest churn of any class.
    pub fn lowest_churn(&self) -> Lanes<L> {
        self.churn.iter().copied().reduce(|lowest, churn| lowest.with(churn, f64::min)).unwrap_or(self.setup.churn)
    }

    /// Profit so far, in today's money.
    pub fn profit(&self) -> Lanes<L> {
        self.profit
    }

    /// Clients now.
    pub fn clients(&self) -> Lanes<L> {
        self.groups.iter().fold(Lanes::ZERO, |sum, group| sum + group.count)
    }

    /// Share of the clients of the start who are still clients.
    pub fn kept(&self) -> Lanes<L> {
        self.groups.iter().fold(Lanes::ZERO, |sum, group| sum + group.kept)
    }
}

/// What initiatives leave of the money for keeping: never less than nothing.
fn left_of<const L: usize>(sum: Lanes<L>, taken: Lanes<L>) -> Lanes<L> {
    (sum - taken).map(|left| left.max(0.0))
}
