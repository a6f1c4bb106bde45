//! Lifetime value of a new client, gross and net of retention cost.

use libm::{expm1, log1p};

use super::payback::{Payback, Stretch, payback_of};
use crate::figure::{Field, Figure, Must, NoFigure, money};
use crate::terms::PaymentTerms;

/// A new client, all per month (F62).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Client {
    /// Margin per month before retention cost. Not negative.
    pub margin: f64,
    /// Share of such clients lost per month, 0 to 1.
    pub churn: f64,
    /// Effective discount rate per month, above −1.
    pub discount: f64,
    /// Growth of the margin per month, above −1.
    pub growth: f64,
    /// Retention cost per client and month. It does not grow with prices.
    pub retention_cost: f64,
    /// How the client pays.
    pub terms: PaymentTerms,
}

/// LTV, LTV : CAC and payback, gross and net of retention cost.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ClientFigures {
    /// Lifetime value before retention cost.
    pub ltv_gross: Figure,
    /// Lifetime value net of retention cost: the LTV, and the ceiling for the CAC. Not positive where retention costs more than it
    /// brings.
    pub ltv_net: Figure,
    /// Gross value : CAC.
    pub ratio_gross: Figure,
    /// LTV : CAC.
    pub ratio_net: Figure,
    /// Payback of the CAC before retention cost.
    pub payback_gross: Figure<Payback>,
    /// Payback of the CAC net of retention cost.
    pub payback_net: Figure<Payback>,
}

/// A payment that shrinks by less than this from one term to the next does so by rounding only.
const NO_GAP: f64 = 1e-12;

impl Client {
    fn check(&self) -> Figure<()> {
        Field::Margin.not_negative(self.margin)?;
        Field::Churn.share(self.churn)?;
        Field::Discount.rate(self.discount)?;
        Field::Growth.rate(self.growth)?;
        Field::Spending.not_negative(self.retention_cost)?;
        Field::Term.require(self.terms.months > 0, Must::BePositive)
    }

    /// Payment and retention cost of the first term, and how both go on.
    fn stretch(&self) -> Stretch {
        let months = f64::from(self.terms.months);
        let ln_later = -log1p(self.discount);
        let ln_stay = log1p(-self.churn);
        Stretch {
            income: self.margin * months * self.terms.counts(ln_later),
            ln_income: months * (ln_stay + log1p(self.growth) + ln_later),
            cost: self.retention_cost * self.terms.annuity(ln_later),
            ln_cost: months * (ln_stay + ln_later),
        }
    }

    /// Lifetime value before retention cost: b m/(1−q^b), q = (1−c)(1+g)/(1+d), with b the months of a term; times 1/(1+d)^b in
    /// arrears (F62; Fader & Hardie 2012, note 24, eq. 1, 3).
    ///
    /// # Errors
    /// [`NoFigure::Diverges`] where q reaches 1; inputs outside their range.
    pub fn gross(&self) -> Figure {
        self.check()?;
        let Stretch { income, ln_income, .. } = self.stretch();
        endless(income, ln_income)
    }

    /// Retention cost over the lifetime: R a_b/(1−((1−c)/(1+d))^b), with a_b the value of 1 per month for a term.
    ///
    /// # Errors
    /// As [`gross`](Client::gross).
    pub fn lifetime_cost(&self) -> Figure {
        self.check()?;
        let Stretch { cost, ln_cost, .. } = self.stretch();
        endless(cost, ln_cost)
    }

    /// Lifetime value net of retention cost: the LTV.
    ///
    /// # Errors
    /// As [`gross`](Client::gross).
    pub fn net(&self) -> Figure {
        money(self.gross()? - self.lifetime_cost()?)
    }

    /// All figures of the client at a CAC.
    ///
    /// # Errors
    /// Inputs outside their range; figures that do not exist are errors inside.
    pub fn figures(&self, cac: f64) -> Figure<ClientFigures> {
        self.check()?;
        Field::Cac.not_negative(cac)?;
        let whole = self.stretch();
        let gross = Stretch { cost: 0.0, ..whole };
        Ok(ClientFigures::of(
            self.gross(),
            self.net(),
            cac,
            payback_of(&gross, cac, self.terms),
            payback_of(&whole, cac, self.terms),
        ))
    }
}

fn endless(first: f64, ln_step: f64) -> Figure {
    if first == 0.0 {
        return Ok(0.0);
    }
    let gap = -expm1(ln_step);
    if gap > NO_GAP { money(first / gap) } else { Err(NoFigure::Diverges) }
}

impl ClientFigures {
    pub(crate) fn of(
        gross: Figure,
        net: Figure,
        cac: f64,
        payback_gross: Figure<Payback>,
        payback_net: Figure<Payback>,
    ) -> Self {
        let ratio = |value: Figure| {
            Field::Cac.positive(cac)?;
            money(value? / cac)
        };
        let positive = net.and_then(|net| if net > 0.0 { Ok(net) } else { Err(NoFigure::RetentionCostsMore) });
        ClientFigures {
            ltv_gross: gross,
            ltv_net: net,
            ratio_gross: ratio(gross),
            ratio_net: ratio(positive),
            payback_gross,
            payback_net,
        }
    }
}
