//! What a client just won is worth, gross and net of what is spent on keeping.

use libm::{expm1, log1p};

use super::payback::{Payback, Stretch, pays_back};
use crate::figure::{Field, Figure, Must, NoFigure, money};
use crate::terms::PaymentTerms;

/// A client just won, all per month (F62).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Client {
    /// What the client brings a month before keeping. Not negative.
    pub margin: f64,
    /// Share of such clients lost a month, 0 to 1.
    pub churn: f64,
    /// Effective discount rate a month, above −1.
    pub discount: f64,
    /// Growth of the margin a month, above −1.
    pub growth: f64,
    /// Spent on keeping each client a month. It does not grow with prices.
    pub keep: f64,
    /// How the client pays.
    pub terms: PaymentTerms,
}

/// What a client is worth and when the cost of acquisition is back, gross and net of keeping.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ClientFigures {
    /// Value of a client just won before the cost of keeping.
    pub ltv_gross: Figure,
    /// The same net of keeping: the LTV, and the ceiling for the CAC. Not above 0 where keeping costs more than it brings.
    pub ltv_net: Figure,
    /// Gross value over CAC.
    pub ratio_gross: Figure,
    /// Net value over CAC: LTV : CAC.
    pub ratio_net: Figure,
    /// When the CAC is earned back, before the cost of keeping.
    pub payback_gross: Figure<Payback>,
    /// When the CAC is earned back, net of keeping.
    pub payback_net: Figure<Payback>,
}

/// Below this the share that a payment loses against the one before is a rounding error.
const NO_GAP: f64 = 1e-12;

impl Client {
    fn check(&self) -> Figure<()> {
        Field::Margin.not_negative(self.margin)?;
        Field::Churn.share(self.churn)?;
        Field::Discount.rate(self.discount)?;
        Field::Growth.rate(self.growth)?;
        Field::Spending.not_negative(self.keep)?;
        Field::Term.require(self.terms.months > 0, Must::BePositive)
    }

    /// The terms of such a client: payments and keeping of the first, and how both go on.
    fn stretch(&self) -> Stretch {
        let months = f64::from(self.terms.months);
        let ln_later = -log1p(self.discount);
        let ln_stay = log1p(-self.churn);
        Stretch {
            income: self.margin * months * self.terms.counts(ln_later),
            ln_income: months * (ln_stay + log1p(self.growth) + ln_later),
            cost: self.keep * self.terms.annuity(ln_later),
            ln_cost: months * (ln_stay + ln_later),
        }
    }

    /// Value before the cost of keeping: b m/(1−q^b), q = (1−c)(1+g)/(1+d), with b the months of a term; times 1/(1+d)^b when
    /// paid after it (F62; Fader & Hardie 2012, note 24, eq. 1, 3).
    ///
    /// # Errors
    /// [`NoFigure::Diverges`] where q reaches 1; inputs outside their range.
    pub fn gross(&self) -> Figure {
        self.check()?;
        let Stretch { income, ln_income, .. } = self.stretch();
        endless(income, ln_income)
    }

    /// What keeping the client costs, over the same time: R a_b/(1−((1−c)/(1+d))^b), a_b the value of one a month for a term.
    ///
    /// # Errors
    /// As [`gross`](Client::gross).
    pub fn keeping(&self) -> Figure {
        self.check()?;
        let Stretch { cost, ln_cost, .. } = self.stretch();
        endless(cost, ln_cost)
    }

    /// Gross less keeping: the LTV.
    ///
    /// # Errors
    /// As [`gross`](Client::gross).
    pub fn net(&self) -> Figure {
        money(self.gross()? - self.keeping()?)
    }

    /// All figures of the client, for what it costs to win one.
    ///
    /// # Errors
    /// Inputs outside their range; what has no figure for itself says so inside.
    pub fn figures(&self, cac: f64) -> Figure<ClientFigures> {
        self.check()?;
        Field::Cac.not_negative(cac)?;
        let whole = self.stretch();
        let gross = Stretch { cost: 0.0, ..whole };
        Ok(ClientFigures::of(
            self.gross(),
            self.net(),
            cac,
            pays_back(&gross, cac).and_then(|n| Payback::after(n, self.terms)),
            pays_back(&whole, cac).and_then(|n| Payback::after(n, self.terms)),
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
        let worth_keeping = net.and_then(|net| if net > 0.0 { Ok(net) } else { Err(NoFigure::KeepingCostsMore) });
        ClientFigures {
            ltv_gross: gross,
            ltv_net: net,
            ratio_gross: ratio(gross),
            ratio_net: ratio(worth_keeping),
            payback_gross,
            payback_net,
        }
    }
}
