//! Rates from one period to another: always compounded, never divided.

use libm::{expm1, log1p};

use crate::figure::{Field, Figure, figure};

/// An effective rate per year as the effective rate per period, `k` periods to the year:
/// (1+i)^(1/k) − 1. Not i/k, which charges 12.7% a year for "12%".
///
/// Source: Fader & Hardie 2015, p. 88. Edge cases: i = 0 gives 0; `k` need not be whole.
///
/// # Errors
/// The annual rate must exceed −1 and `k` be positive.
pub fn period_rate(annual: f64, k: f64) -> Figure {
    Field::AnnualRate.rate(annual)?;
    Field::Periods.positive(k)?;
    figure(expm1(log1p(annual) / k))
}

/// The way back from [`period_rate`]: (1+d)^k − 1.
///
/// # Errors
/// The rate per period must exceed −1 and `k` be positive.
pub fn annual_rate(per_period: f64, k: f64) -> Figure {
    Field::Discount.rate(per_period)?;
    Field::Periods.positive(k)?;
    figure(expm1(log1p(per_period) * k))
}

/// Share of customers lost over `periods` periods at a constant churn per period:
/// 1 − (1−c)^n. 3% a month is 30.6% a year, not 36% (F24).
///
/// # Errors
/// Churn must be a share, the number of periods positive (it need not be whole: 1/12 leads from a
/// year to a month).
pub fn churn_over(churn: f64, periods: f64) -> Figure {
    Field::Churn.share(churn)?;
    Field::Periods.positive(periods)?;
    figure(-expm1(periods * log1p(-churn)))
}
