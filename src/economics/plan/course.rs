//! The kernel: a plan month after month, in several runs at once.

use libm::pow;

use super::setup::{Class, Keeping, Setup};
use crate::lanes::Lanes;
use crate::terms::{PaymentTerms, PaymentTiming};

/// Clients of a class whose terms begin in the same months and who, where it matters, are of one age.
pub(super) struct Group<const L: usize> {
    pub class: usize,
    /// Their terms begin in the months that leave this remainder.
    pub phase: u32,
    /// Age in months at the start of this one.
    pub age: u32,
    pub there: Lanes<L>,
    /// Share of them who will stay at the end of the term, as far as it has passed.
    pub stay: Lanes<L>,
    /// Those among them who were there at the start, as a share of all who were.
    kept: Lanes<L>,
}

/// A plan on its way.
pub(crate) struct Course<'a, const L: usize> {
    pub(super) setup: Setup<'a, L>,
    pub(super) groups: Vec<Group<L>>,
    /// Churn of each class, at this month's spending.
    pub(super) churn: Vec<Lanes<L>>,
    /// By how much that multiplies the churn that a model of ages says, where there is one.
    factors: Vec<Lanes<L>>,
    /// Of each class: what its clients pay for a term that begins now, at today's prices, and how many join a month.
    joining: Vec<(Lanes<L>, Lanes<L>)>,
    /// Spent each month whoever is there.
    flat: Lanes<L>,
    /// Whether the share kept of the clients of the start is followed.
    follow_kept: bool,
    /// Spent on keeping for each client in the last month.
    pub(super) per_client: Lanes<L>,
    pub(super) month: u32,
    /// What a payment, and what spending, of this month counts today.
    pub(super) earned: Lanes<L>,
    pub(super) spent: Lanes<L>,
    /// What is due for the running term of each phase, in money of today.
    pub(super) owed: Vec<Lanes<L>>,
    /// Profit up to now, in money of today.
    profit: Lanes<L>,
    paid: Lanes<L>,
    later: Lanes<L>,
    /// What a payment after a term counts at its start.
    wait: Lanes<L>,
}

impl<'a, const L: usize> Course<'a, L> {
    pub fn new(setup: Setup<'a, L>) -> Self {
        let months = setup.terms.months;
        let phases = f64::from(months);
        let later = Lanes::ONE / (setup.discount + 1.0);
        let paid = (setup.growth + 1.0) * later;
        let ages = setup.ages.map_or(&[(0, 1.0)][..], |(table, _)| table.base());
        let mut groups = Vec::with_capacity(ages.len() * setup.classes.len() * months as usize);
        for (age, of_age) in ages {
            for (class, Class { share, .. }) in setup.classes.iter().enumerate() {
                for phase in 0..months {
                    let kept = *share * (of_age / phases);
                    let there = setup.clients * kept;
                    groups.push(Group { class, phase, age: *age, there, stay: Lanes::ONE, kept });
                }
            }
        }
        // Those amid a term of which the payment is still to come owe it at the price of its start.
        let mut owed = vec![Lanes::ZERO; months as usize];
        if setup.terms.paid == PaymentTiming::InArrears {
            for (phase, owed) in (0..months).map(f64::from).zip(&mut owed).skip(1) {
                let price = setup.growth.map(|growth| pow(1.0 + growth, phase - phases));
                *owed = setup.clients * setup.margin * price * later.map(|later| pow(later, phase));
            }
        }
        let start = setup.churn;
        let (per_client, inside) = match setup.keeping {
            Keeping::PerClient(per_client) => (per_client, setup.inside),
            Keeping::Sum(sum, _) => ((sum - setup.inside) / setup.clients.map(|there| there.max(1.0)), Lanes::ZERO),
        };
        let wait =
            later.map(|later| if setup.terms.paid == PaymentTiming::InArrears { pow(later, phases) } else { 1.0 });
        let mut course = Course {
            joining: setup.classes.iter().map(|class| (class.margin * phases, setup.won * class.share)).collect(),
            flat: setup.win + setup.beside + inside,
            follow_kept: true,
            setup,
            groups,
            churn: Vec::new(),
            factors: Vec::new(),
            wait,
            per_client,
            month: 0,
            earned: Lanes::ONE,
            spent: Lanes::ONE,
            owed,
            profit: Lanes::ZERO,
            paid,
            later,
        };
        course.set_churn(start);
        course
    }

    /// The same without following what is kept of the clients of the start, which saves time.
    pub fn without_kept(self) -> Self {
        Course { follow_kept: false, ..self }
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

    /// By how much spending multiplies the churn that a model of ages says.
    pub(super) fn factor(&self, class: usize) -> Lanes<L> {
        self.factors.get(class).copied().unwrap_or(Lanes::ONE)
    }

    /// Renewals and joiners, payments, spending, and at its end those who leave (F58, F61). Gives the profit up to then, in
    /// money of today.
    pub fn step(&mut self) -> Lanes<L> {
        if self.is_plain() {
            return self.plain_step();
        }
        let months = self.setup.terms.months;
        let (phase, next) = (self.month % months, (self.month + 1) % months);
        self.join(phase);
        let (mut total, mut due) = (Lanes::ZERO, Lanes::ZERO);
        for group in &self.groups {
            total = total + group.there;
            if group.phase == phase {
                due = due + group.there * self.joining[group.class].0;
            }
        }
        let due = due * self.earned;
        let income = match self.setup.terms.paid {
            PaymentTiming::InAdvance => due,
            PaymentTiming::InArrears => {
                self.owed[phase as usize] = due * self.wait;
                self.owed[next as usize]
            }
        };
        self.profit = self.profit + income - self.spend(total) * self.spent;
        self.leave(next);
        self.earned = self.earned * self.paid;
        self.spent = self.spent * self.later;
        self.month += 1;
        self.profit
    }

    /// Whether all clients are alike, pay each month in advance, and are kept by the same spending on each: the usual plan of a
    /// simulation, worth a loop that stays in registers.
    fn is_plain(&self) -> bool {
        self.groups.len() == 1
            && self.setup.ages.is_none()
            && self.setup.terms == PaymentTerms::MONTHLY
            && matches!(self.setup.keeping, Keeping::PerClient(_))
            && !self.follow_kept
    }

    /// [`step`](Course::step) where [`is_plain`](Course::is_plain).
    fn plain_step(&mut self) -> Lanes<L> {
        let extra = self.extra();
        let (group, (price, joining)) = (&mut self.groups[0], &self.joining[0]);
        (0..L).for_each(|l| {
            let there = group.there[l] + joining[l];
            let earned = there * price[l] * self.earned[l];
            let spent = self.per_client[l] * there + self.flat[l] + extra[l];
            self.profit[l] += earned - spent * self.spent[l];
            group.there[l] = there * (1.0 - self.churn[0][l]);
            self.earned[l] *= self.paid[l];
            self.spent[l] *= self.later[l];
        });
        group.age += 1;
        self.month += 1;
        self.profit
    }

    /// What is spent once, as far as it falls into this month.
    fn extra(&self) -> Lanes<L> {
        let Setup { one_off, one_off_months, once, .. } = &self.setup;
        let mut extra = Lanes::ZERO;
        if self.month < *one_off_months {
            extra = *one_off / f64::from(*one_off_months);
        }
        if self.month == 0 { extra + *once } else { extra }
    }

    fn join(&mut self, phase: u32) {
        if self.setup.won.is_zero() {
            return;
        }
        if self.setup.ages.is_some() {
            for (class, (_, there)) in self.joining.iter().enumerate() {
                self.groups.push(Group { class, phase, age: 0, there: *there, stay: Lanes::ONE, kept: Lanes::ZERO });
            }
            return;
        }
        for group in self.groups.iter_mut().filter(|group| group.phase == phase) {
            group.there = group.there + self.joining[group.class].1;
        }
    }

    /// Spends the month's money on `total` clients, and sets the churn that it makes.
    fn spend(&mut self, total: Lanes<L>) -> Lanes<L> {
        let keeping = match self.setup.keeping {
            Keeping::PerClient(per_client) => per_client * total,
            Keeping::Sum(sum, curve) => {
                self.per_client = (sum - self.setup.inside) / total.map(|total| total.max(1.0));
                if let Some(curve) = curve {
                    self.set_churn(curve.churn(self.per_client));
                }
                sum
            }
        };
        keeping + self.flat + self.extra()
    }

    /// Lets those go whose terms end with this month.
    fn leave(&mut self, next: u32) {
        let months = self.setup.terms.months;
        for at in 0..self.groups.len() {
            let Group { class, age, phase, .. } = self.groups[at];
            let stays = Lanes::ONE - self.churn_of(class, age);
            let group = &mut self.groups[at];
            group.age += 1;
            let stay = if months == 1 {
                stays
            } else {
                if self.month == 0 && phase > 0 {
                    // The months of a running term that lie before now had today's churn.
                    group.stay = stays.map(|stays| pow(stays, f64::from(months - phase)));
                }
                group.stay * stays
            };
            if group.phase != next {
                group.stay = stay;
                continue;
            }
            group.there = group.there * stay;
            group.stay = Lanes::ONE;
            if self.follow_kept {
                group.kept = group.kept * stay;
            }
        }
    }

    /// Churn a month at this month's spending, before any initiative.
    pub fn level(&self) -> Lanes<L> {
        self.setup.churn
    }

    /// The lowest churn of any class.
    pub fn lowest_churn(&self) -> Lanes<L> {
        self.churn.iter().copied().reduce(|lowest, churn| lowest.with(churn, f64::min)).unwrap_or(self.setup.churn)
    }

    /// Profit up to now, in money of today.
    pub fn profit(&self) -> Lanes<L> {
        self.profit
    }

    /// Clients there now.
    pub fn clients(&self) -> Lanes<L> {
        self.groups.iter().fold(Lanes::ZERO, |sum, group| sum + group.there)
    }

    /// Share of the clients of the start who are there now.
    pub fn kept(&self) -> Lanes<L> {
        self.groups.iter().fold(Lanes::ZERO, |sum, group| sum + group.kept)
    }
}
