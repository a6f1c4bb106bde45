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

/// How clients pay (F61). They pay for `months` months at once, at the price of the term's start, and can leave only at
/// its end. Today's clients stand evenly over their terms. A change of the period leaves the terms as they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PaymentTerms {
    /// How many months a client pays for at once.
    pub months: u32,
    /// When.
    pub paid: PaymentTiming,
}

impl PaymentTerms {
    /// Each month, in advance.
    pub const MONTHLY: PaymentTerms = PaymentTerms { months: 1, paid: PaymentTiming::InAdvance };
}

impl Default for PaymentTerms {
    fn default() -> Self {
        PaymentTerms::MONTHLY
    }
}

impl PaymentTerms {
    /// What a payment of a term counts at the term's start.
    pub(crate) fn counts(self, ln_later: f64) -> f64 {
        match self.paid {
            PaymentTiming::InAdvance => 1.0,
            PaymentTiming::InArrears => exp(ln_later * f64::from(self.months)),
        }
    }

    /// What one a month for a term is worth at its start.
    pub(crate) fn annuity(self, ln_later: f64) -> f64 {
        let months = f64::from(self.months);
        if ln_later == 0.0 { months } else { expm1(months * ln_later) / expm1(ln_later) }
    }
}
