//! How clients pay.

use libm::{exp, expm1};

/// When a client pays for a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Paid {
    /// At its start.
    #[default]
    InAdvance,
    /// At its end.
    After,
}

/// How clients pay (F61). They pay for `months` months at once, at the price of the term's start, and can leave only at
/// its end. Today's clients stand evenly over their terms. A change of the period leaves the terms as they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Terms {
    /// How many months a client pays for at once.
    pub months: u32,
    /// When.
    pub paid: Paid,
}

impl Terms {
    /// Each month, in advance.
    pub const MONTHLY: Terms = Terms { months: 1, paid: Paid::InAdvance };
}

impl Default for Terms {
    fn default() -> Self {
        Terms::MONTHLY
    }
}

impl Terms {
    /// What a payment of a term counts at the term's start.
    pub(crate) fn counts(self, ln_later: f64) -> f64 {
        match self.paid {
            Paid::InAdvance => 1.0,
            Paid::After => exp(ln_later * f64::from(self.months)),
        }
    }

    /// What one a month for a term is worth at its start.
    pub(crate) fn annuity(self, ln_later: f64) -> f64 {
        let months = f64::from(self.months);
        if ln_later == 0.0 { months } else { expm1(months * ln_later) / expm1(ln_later) }
    }
}
