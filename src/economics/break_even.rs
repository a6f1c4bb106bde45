//! How much better retention must get to pay for what it costs, and when a customer pays back.

use libm::{log1p, pow};

use crate::figure::{Field, Figure, NoFigure, figure};
use crate::value::{Stream, Timing};

/// A retention at which a cost is just earned back.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BreakEven {
    /// The retention needed, 0 to 1.
    pub retention: f64,
    /// How many points that is above today's, as a share (0.01 = one percentage point).
    pub uplift: f64,
}

fn break_even(stream: &Stream, retention: f64) -> Figure<BreakEven> {
    if retention <= 1.0 {
        Ok(BreakEven { retention, uplift: (retention - stream.retention).max(0.0) })
    } else {
        Err(NoFigure::CannotPay)
    }
}

/// The retention that pays for spending `cost` per customer per period, for ever (F15).
///
/// r1 = r0 + (x/m)(1+d−r0) for [`Timing::Immediate`] and [`Timing::End`];
/// K(1+d)/(m−x+K) with K = m r0/(1+d−r0) for [`Timing::After`]. The cost follows the timing of the
/// margin, and its growth when there is one.
///
/// # Errors
/// [`NoFigure::CannotPay`] when not even a retention of 1 is enough, as always when the cost
/// reaches the margin; [`NoFigure::Diverges`]; [`NoFigure::Input`].
pub fn break_even_per_period(stream: &Stream, timing: Timing, cost: f64) -> Figure<BreakEven> {
    Field::Cost.not_negative(cost)?;
    let step = stream.converging_step()?;
    if cost == 0.0 {
        return break_even(stream, stream.retention);
    }
    if cost >= stream.margin {
        return Err(NoFigure::CannotPay);
    }
    let left = 1.0 - cost / stream.margin;
    let q = match timing {
        Timing::Immediate | Timing::End => 1.0 - left * step.gap,
        Timing::After => step.q / (left * step.gap + step.q),
        Timing::Continuous => pow(step.q, left),
    };
    break_even(stream, q * (1.0 + stream.discount) / (1.0 + stream.growth))
}

/// What a one-off budget must achieve to pay for itself (F16).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OneOff {
    /// The retention needed when it stays better for ever.
    pub permanent: Figure<BreakEven>,
    /// The retention needed when only the next renewal gets better.
    pub one_renewal: Figure<BreakEven>,
}

/// The retention that pays for spending `budget` once on `customers` customers who are about to
/// pay, with [`Timing::Immediate`] value V0 (F16).
///
/// Permanent: (1+d)/(1+g) (1 − m/(V0+B/N)); one renewal: r0 + (B/N)(1+d)/((1+g)V0). At m = 1200,
/// r = 0.85, d = 0.1 a budget of 60,000 on 500 customers needs 85.56% for ever or 87.5% once.
///
/// # Errors
/// [`NoFigure::CannotPay`] inside the result where not even a retention of 1 is enough, and for
/// both when the margin is 0; else as [`Stream::value`]. Customers must be positive.
pub fn break_even_one_off(stream: &Stream, budget: f64, customers: f64) -> Figure<OneOff> {
    Field::Budget.not_negative(budget)?;
    Field::Customers.positive(customers)?;
    let today = stream.value(Timing::Immediate)?;
    if today == 0.0 {
        return Err(NoFigure::CannotPay);
    }
    let per_head = figure(budget / customers)?;
    let carry = (1.0 + stream.discount) / (1.0 + stream.growth);
    let needed = figure(today + per_head)?;
    // Of 1 − m/V, written so that a small budget does not cancel against a large value.
    let permanent = carry * ((today - stream.margin) + per_head) / needed;
    Ok(OneOff {
        permanent: break_even(stream, permanent),
        one_renewal: break_even(stream, stream.retention + per_head * carry / today),
    })
}

/// Periods of margin that cover the cost of acquisition, as if nobody left: CAC / (ARPA x GM)
/// (F18). `margin` is what a customer contributes per period.
///
/// # Errors
/// [`NoFigure::NeverPaysBack`] at a margin of 0 with a cost; [`NoFigure::Input`].
pub fn payback_simple(cac: f64, margin: f64) -> Figure {
    Field::Cac.not_negative(cac)?;
    Field::Margin.not_negative(margin)?;
    if cac == 0.0 {
        Ok(0.0)
    } else if margin == 0.0 {
        Err(NoFigure::NeverPaysBack)
    } else {
        figure(cac / margin)
    }
}

/// Payments until the average customer has earned back `cac`, with churn, growth and discount:
/// ln(1 − CAC(1−q)/m) / ln q, the first payment now (F18).
///
/// A payment is not divided in truth; a fraction says how much of the last one is needed.
///
/// # Errors
/// [`NoFigure::NeverPaysBack`] when CAC is not below the value, m/(1−q); [`NoFigure::Input`].
pub fn payback(stream: &Stream, cac: f64) -> Figure {
    let step = stream.step()?;
    let simple = payback_simple(cac, stream.margin)?;
    if step.gap == 0.0 || simple == 0.0 {
        Ok(simple)
    } else if step.q == 0.0 {
        // Nobody renews: the first payment covers it or nothing does.
        if simple <= 1.0 { Ok(simple) } else { Err(NoFigure::NeverPaysBack) }
    } else if simple * step.gap >= 1.0 {
        Err(NoFigure::NeverPaysBack)
    } else {
        figure(-log1p(-simple * step.gap) / step.decay())
    }
}

/// Lifetime value over cost of acquisition (F19). That 3 is healthy is a rule of thumb of D. Skok,
/// not a law, and not a constant of this crate.
///
/// # Errors
/// Value must not be negative, CAC positive.
pub fn ltv_to_cac(ltv: f64, cac: f64) -> Figure {
    Field::Equity.not_negative(ltv)?;
    Field::Cac.positive(cac)?;
    figure(ltv / cac)
}
