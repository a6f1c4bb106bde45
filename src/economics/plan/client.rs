//! The value of one client of a plan.

use libm::{exp, log1p};

use super::input::Input;
use super::projector::Projector;
use super::run::Run;
use crate::client::{Client, ClientFigures, Payback, Stretch};
use crate::figure::{Figure, NoFigure, figure, money};
use crate::lanes::Lanes;
use crate::solve::crossing;

/// A payback later than this is none, in payments and in months: no table says how many leave at a greater age.
const MOST_PAYMENTS: u32 = 2_400;
const MOST_MONTHS: u32 = 6_000;

/// Payments to expect of a client just won, each at the price and in the money of the first.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ExpectedPayments {
    /// How many.
    pub count: f64,
    /// The share of them within the observed ages.
    pub within: f64,
}

impl Run<'_> {
    /// A new client, at the churn and the retention spend of the start. It does not know churn by age;
    /// [`client_figures`](Run::client_figures) does.
    pub fn client(&self) -> Client {
        Client {
            margin: self.margin(),
            churn: self.effects.churn.only(),
            discount: self.number(Input::Discount),
            growth: self.number(Input::Growth),
            retention_cost: self.effects.retention_per_client.only(),
            terms: self.plan.terms,
        }
    }

    /// LTV, LTV : CAC and payback of a new client, gross and net of retention cost (F62, F63). With churn by age, of a client of
    /// age 0 (F79).
    ///
    /// # Errors
    /// Inputs outside their range; figures that do not exist are errors inside.
    pub fn client_figures(&self) -> Figure<ClientFigures> {
        let client = self.client();
        let cac = self.effects.cac.only();
        if self.plan.ages.is_none() {
            return client.figures(cac);
        }
        let ln_later = -log1p(client.discount);
        let ln_paid = log1p(client.growth) + ln_later;
        let first = self.first_term(&client);
        let terms = |ln: f64| self.terms_from_new(ln);
        // Terms without end are worth nothing where nothing is paid in any of them.
        let all = |of_first: f64, ln: f64| match of_first {
            0.0 => Ok(0.0),
            _ => terms(ln).and_then(|terms| money(of_first * terms)),
        };
        let (gross, cost) = (all(first.income, ln_paid), all(first.cost, ln_later));
        let net = gross.and_then(|gross| money(gross - cost?));
        let payback = |cost: f64| self.payback_by_age(Stretch { cost, ..first }, cac);
        Ok(ClientFigures::of(gross, net, cac, payback(0.0), payback(first.cost)))
    }

    /// The payments to expect of a client just won whose churn depends on age, at the churn of every age as the retention spend makes
    /// it: the LTV before retention cost is their number times the first one (F79). `months` says how far ages were observed.
    ///
    /// # Errors
    /// [`NoFigure::NotIdentified`] without churn by age; [`NoFigure::Diverges`] for infinitely many.
    pub fn expected_payments(&self, months: u32) -> Figure<ExpectedPayments> {
        let client = self.client();
        let first = self.first_term(&client);
        let ln_paid = log1p(client.growth) - log1p(client.discount);
        let count = self.terms_from_new(ln_paid)?;
        let projector = Projector::new(self.setup());
        let term = client.terms.months;
        let (mut alive, mut within) = (1.0, 0.0);
        for at in 0..months.div_ceil(term).min(MOST_PAYMENTS) {
            within += alive * exp(f64::from(at) * first.ln_income);
            let stays = |month| 1.0 - projector.churn_of(0, at * term + month).only();
            alive *= (0..term).map(stays).product::<f64>();
        }
        Ok(ExpectedPayments { count, within: (within / count).min(1.0) })
    }

    /// Income and cost of the first term, and how both go on if nobody left.
    fn first_term(&self, client: &Client) -> Stretch {
        let ln_later = -log1p(client.discount);
        let months = f64::from(client.terms.months);
        Stretch {
            income: client.margin * months * client.terms.counts(ln_later),
            ln_income: months * (log1p(client.growth) + ln_later),
            cost: client.retention_cost * client.terms.annuity(ln_later),
            ln_cost: months * ln_later,
        }
    }

    /// Terms to expect from a client of age 0.
    fn terms_from_new(&self, ln_month: f64) -> Figure {
        let projector = Projector::new(self.setup());
        let Some(table) = self.plan.ages.as_deref() else { return Err(NoFigure::NotIdentified { have: 0, need: 1 }) };
        let terms = table.payments(0, projector.factor(0), Lanes::all(ln_month), self.plan.terms.months);
        let terms = terms.first().map_or(f64::NAN, |terms| terms.only());
        if terms.is_nan() { Err(NoFigure::Diverges) } else { figure(terms) }
    }

    /// Term by term; within the last one as if churn were constant, which agrees with the closed form.
    fn payback_by_age(&self, first: Stretch, cac: f64) -> Figure<Payback> {
        let terms = self.plan.terms;
        let projector = Projector::new(self.setup());
        let (mut alive, mut missing) = (1.0, cac);
        let mut back = None;
        if cac == 0.0 {
            return Payback::after(0.0, terms);
        }
        for term in 0..MOST_PAYMENTS.min(MOST_MONTHS / terms.months) {
            let from = term * terms.months;
            let stays = |month| 1.0 - projector.churn_of(0, from + month).only();
            let stay: f64 = (0..terms.months).map(stays).product();
            let ln_stay = log1p(stay - 1.0);
            let so_far = f64::from(term);
            let here = Stretch {
                income: first.income * alive * exp(so_far * first.ln_income),
                ln_income: first.ln_income + ln_stay,
                cost: first.cost * alive * exp(so_far * first.ln_cost),
                ln_cost: first.ln_cost + ln_stay,
            };
            let whole = here.net(1.0);
            let at = || Payback::after(so_far + crossing(|part| here.net(part) - missing, 0.0, 1.0), terms);
            match back {
                None if whole >= missing => back = Some(at()?),
                Some(back) if whole < missing => return Ok(Payback { gone: Some(at()?.month), ..back }),
                _ => (),
            }
            // Where prices do not fall, a term that brings more than it costs is followed by such terms only.
            let lasts = first.cost == 0.0 || here.income >= here.cost && first.ln_income >= first.ln_cost;
            if let Some(back) = back.filter(|_| lasts) {
                return Ok(back);
            }
            missing -= whole;
            alive *= stay;
        }
        back.ok_or(NoFigure::NeverPaysBack)
    }
}
