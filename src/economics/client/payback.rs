//! Payback of the cost of acquisition.

use libm::{expm1, log, log1p, round};

use crate::figure::{Figure, NoFigure, figure};
use crate::solve::crossing;
use crate::terms::{PaymentTerms, PaymentTiming};

/// When the cost of acquisition is earned back (F63).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Payback {
    /// Number of payments; the fraction is the part needed of the last one.
    pub payments: f64,
    /// The month at whose start the money is there, since payments do not come in fractions.
    pub month: u32,
    /// The month, counted likewise, from which on less is left of it again than the CAC: where prices fall, the clients who stay come to
    /// cost more than they bring. `None` where it is earned back for good.
    pub gone: Option<u32>,
}

/// Consecutive terms of a client: income and cost of the first, and for both the logarithm of the ratio of each term to the one
/// before.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Stretch {
    pub income: f64,
    pub ln_income: f64,
    pub cost: f64,
    pub ln_cost: f64,
}

/// Payments this close to a whole number are that number.
const WHOLE: f64 = 1e-9;
/// A payback later than this is none, in payments.
const MOST_PAYMENTS: f64 = 1e9;

/// (1 − x^n)/(1 − x) for ln x, n ≥ 0.
fn sum(ln_step: f64, n: f64) -> f64 {
    if ln_step == 0.0 {
        n
    } else if ln_step == f64::NEG_INFINITY {
        // Nobody renews: there is one term.
        n.min(1.0)
    } else {
        expm1(n * ln_step) / expm1(ln_step)
    }
}

impl Stretch {
    /// Net income of the first n terms, n real.
    pub fn net(&self, n: f64) -> f64 {
        let cost = if self.cost == 0.0 { 0.0 } else { self.cost * sum(self.ln_cost, n) };
        self.income * sum(self.ln_income, n) - cost
    }

    /// Where net income stops falling and starts to rise, or the other way round; `None` where it is monotonic.
    fn turns(&self) -> Option<f64> {
        let speed = |first: f64, ln: f64| if ln == 0.0 { first } else { first * ln / expm1(ln) };
        let ratio = speed(self.cost, self.ln_cost) / speed(self.income, self.ln_income);
        let at = log(ratio) / (self.ln_income - self.ln_cost);
        (at.is_finite() && at > 0.0).then_some(at)
    }
}

/// The real number of terms after which the net income, which reached the CAC before, falls below it again, if it does.
fn gone_after(stretch: &Stretch, cac: f64) -> Option<f64> {
    // It falls only after a turn, and only where income shrinks faster than cost.
    let turn = stretch.turns().filter(|_| stretch.cost > 0.0 && stretch.ln_income < stretch.ln_cost)?;
    let spare = |n: f64| stretch.net(n) - cac;
    let (from, mut to) = (turn, turn + 1.0);
    while spare(to) >= 0.0 {
        to = from + 2.0 * (to - from);
        if to > MOST_PAYMENTS {
            return None;
        }
    }
    Some(crossing(spare, from, to))
}

/// When a CAC is earned back by payments on these terms.
pub(crate) fn payback_of(stretch: &Stretch, cac: f64, terms: PaymentTerms) -> Figure<Payback> {
    let back = Payback::after(pays_back(stretch, cac)?, terms)?;
    let gone = (cac > 0.0).then(|| gone_after(stretch, cac)).flatten();
    let gone = gone.and_then(|payments| Payback::after(payments, terms).ok());
    Ok(Payback { gone: gone.map(|gone| gone.month), ..back })
}

/// The smallest real number of terms after which the net income reaches the CAC.
fn pays_back(stretch: &Stretch, cac: f64) -> Figure {
    if cac == 0.0 {
        return Ok(0.0);
    }
    let Stretch { income, ln_income, cost, ln_cost } = *stretch;
    if cost == 0.0 || ln_income == ln_cost || ln_income == f64::NEG_INFINITY {
        return alike(income - cost, ln_income, cac);
    }
    let spare = |n: f64| stretch.net(n) - cac;
    match stretch.turns() {
        // It rises up to the turn and falls after it.
        Some(turn) if ln_income < ln_cost => {
            if spare(turn) < 0.0 {
                Err(NoFigure::NeverPaysBack)
            } else {
                figure(crossing(spare, 0.0, turn))
            }
        }
        // It falls all the time.
        None if income <= cost => Err(NoFigure::NeverPaysBack),
        turn => {
            let from = turn.unwrap_or(0.0);
            let mut to = from + 1.0;
            while spare(to) < 0.0 {
                to = from + 2.0 * (to - from);
                if to > MOST_PAYMENTS {
                    return Err(NoFigure::NeverPaysBack);
                }
            }
            figure(crossing(spare, from, to))
        }
    }
}

/// The same where income and cost shrink alike.
fn alike(net: f64, ln_step: f64, cac: f64) -> Figure {
    if net <= 0.0 {
        return Err(NoFigure::NeverPaysBack);
    }
    let terms = cac / net;
    if ln_step == f64::NEG_INFINITY {
        return if terms <= 1.0 { Ok(terms) } else { Err(NoFigure::NeverPaysBack) };
    }
    if ln_step == 0.0 {
        return figure(terms);
    }
    let reached = terms * expm1(ln_step);
    if reached > -1.0 {
        figure(log1p(reached) / ln_step)
    } else if terms <= 1.0 {
        // The first payment covers it, and what comes later is lost in rounding.
        Ok(terms)
    } else {
        Err(NoFigure::NeverPaysBack)
    }
}

/// Payments that have to come for so many.
fn whole(payments: f64) -> f64 {
    let near = round(payments);
    // However small a part of the first payment is needed, it has to come.
    if (payments - near).abs() < WHOLE && near > 0.0 { near } else { payments.ceil() }
}

impl Payback {
    /// The payback after a number of payments.
    ///
    /// # Errors
    /// [`NoFigure::TooLarge`] when the month does not fit a `u32`.
    pub(crate) fn after(payments: f64, terms: PaymentTerms) -> Figure<Self> {
        let whole = whole(payments);
        let terms_before = match terms.paid {
            PaymentTiming::InAdvance => (whole - 1.0).max(0.0),
            PaymentTiming::InArrears => whole,
        };
        let month = terms_before * f64::from(terms.months);
        if month > f64::from(u32::MAX) {
            return Err(NoFigure::TooLarge);
        }
        Ok(Payback { payments, month: month as u32, gone: None })
    }

    /// Number of payments that have come when the money is there, whole.
    pub fn whole_payments(&self) -> u32 {
        whole(self.payments) as u32
    }
}
