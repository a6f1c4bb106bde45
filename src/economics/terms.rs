//! How clients pay.

use libm::{exp, expm1};

/// When a client pays for a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PaymentTiming {
    /// At its start.
    #[default]
    InAdvance,
    /// At its end.
    InArrears,
}

/// How clients pay (F61): for `months` months at once, at the price of the term's start, and they can leave only at its end.
/// Existing clients are spread evenly over their terms. Terms belong to the business; restating a plan leaves them alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PaymentTerms {
    /// Months that a client pays for at once.
    pub months: u32,
    /// When in the term.
    pub paid: PaymentTiming,
}

impl PaymentTerms {
    /// Monthly in advance.
    pub const MONTHLY: PaymentTerms = PaymentTerms { months: 1, paid: PaymentTiming::InAdvance };
}

impl Default for PaymentTerms {
    fn default() -> Self {
        PaymentTerms::MONTHLY
    }
}

impl PaymentTerms {
    /// Discount factor of a payment at the start of its term.
    pub(crate) fn counts(self, ln_later: f64) -> f64 {
        match self.paid {
            PaymentTiming::InAdvance => 1.0,
            PaymentTiming::InArrears => exp(ln_later * f64::from(self.months)),
        }
    }

    /// Value of 1 per month for a term, at its start.
    pub(crate) fn annuity(self, ln_later: f64) -> f64 {
        let months = f64::from(self.months);
        if ln_later == 0.0 { months } else { expm1(months * ln_later) / expm1(ln_later) }
    }
}
