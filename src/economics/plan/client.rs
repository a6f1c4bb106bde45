//! One client of a plan: the only value of a client that its page shows.

use libm::{exp, log1p};

use super::course::Course;
use super::input::Input;
use super::run::Run;
use crate::client::{Client, ClientFigures, Payback, Stretch};
use crate::figure::{Figure, NoFigure, money};
use crate::lanes::Lanes;
use crate::solve::crossing;

/// No client is followed further, in payments, until the cost of acquisition is back.
const MOST_PAYMENTS: u32 = 2_400;

impl Run<'_> {
    /// The client that the budget wins, at the churn and the spending of the start. Where clients stay by age, this one does not:
    /// [`client_figures`](Run::client_figures) knows ages.
    pub fn client(&self) -> Client {
        Client {
            margin: self.margin(),
            churn: self.effects.churn.only(),
            discount: self.number(Input::Discount),
            growth: self.number(Input::Growth),
            keep: self.effects.per_client.only(),
            terms: self.plan.terms,
        }
    }

    /// Value, ratio and payback of a client just won, gross and net of keeping. Where clients stay by age, of one of age 0
    /// (F62, F63, F79).
    ///
    /// # Errors
    /// Inputs outside their range; what has no figure for itself says so inside.
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
        let gross = terms(ln_paid).and_then(|terms| money(first.income * terms));
        let keeping =
            if first.cost == 0.0 { Ok(0.0) } else { terms(ln_later).and_then(|terms| money(first.cost * terms)) };
        let net = gross.and_then(|gross| money(gross - keeping?));
        let payback = |cost: f64| self.aged_payback(Stretch { cost, ..first }, cac);
        Ok(ClientFigures::of(gross, net, cac, payback(0.0), payback(first.cost)))
    }

    /// Income and cost of the first term, and what each month counts against the one before, but for those who leave.
    fn first_term(&self, client: &Client) -> Stretch {
        let ln_later = -log1p(client.discount);
        let months = f64::from(client.terms.months);
        Stretch {
            income: client.margin * months * client.terms.counts(ln_later),
            ln_income: months * (log1p(client.growth) + ln_later),
            cost: client.keep * client.terms.annuity(ln_later),
            ln_cost: months * ln_later,
        }
    }

    /// PaymentTerms that a client of age 0 is good for.
    fn terms_from_new(&self, ln_month: f64) -> Figure {
        let course = Course::new(self.setup());
        let Some(table) = self.plan.ages.as_deref() else { return Err(NoFigure::NotIdentified { have: 0, need: 1 }) };
        let terms = table.payments(0, course.factor(0), Lanes::all(ln_month), self.plan.terms.months);
        let terms = terms.first().map_or(f64::NAN, |terms| terms.only());
        if terms.is_nan() { Err(NoFigure::Diverges) } else { crate::figure::figure(terms) }
    }

    /// Term by term; within the last one as if its clients left evenly, which at a constant churn is the closed form.
    fn aged_payback(&self, first: Stretch, cac: f64) -> Figure<Payback> {
        let terms = self.plan.terms;
        let course = Course::new(self.setup());
        let (mut there, mut missing) = (1.0, cac);
        if cac == 0.0 {
            return Payback::after(0.0, terms);
        }
        for term in 0..MOST_PAYMENTS {
            let from = term * terms.months;
            let stays = |month| 1.0 - course.churn_of(0, from + month).only();
            let stay: f64 = (0..terms.months).map(stays).product();
            let ln_stay = log1p(stay - 1.0);
            let so_far = f64::from(term);
            let here = Stretch {
                income: first.income * there * exp(so_far * first.ln_income),
                ln_income: first.ln_income + ln_stay,
                cost: first.cost * there * exp(so_far * first.ln_cost),
                ln_cost: first.ln_cost + ln_stay,
            };
            let whole = here.net(1.0);
            if whole >= missing {
                return Payback::after(so_far + crossing(|part| here.net(part) - missing, 0.0, 1.0), terms);
            }
            missing -= whole;
            there *= stay;
        }
        Err(NoFigure::NeverPaysBack)
    }
}
