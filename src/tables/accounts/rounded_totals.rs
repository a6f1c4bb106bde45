//! Totals that come to a sum, exactly or not: they are rounded for print, or add up clients that are not listed.

/// The least part of the sum of all others that a total of them is.
const LEAST: f64 = 0.97;

/// Whether numbers are those of a sum, and not all zero.
pub(super) fn is_same(numbers: &[f64], sum: &[f64]) -> bool {
    let near = |(own, sum): (&f64, &f64)| (own - sum).abs() <= 1e-6 * sum.abs().max(1.0);
    numbers.iter().any(|number| *number != 0.0) && numbers.iter().zip(sum).all(near)
}

/// Whether numbers are at least about those of a sum in every period.
pub(super) fn reaches(numbers: &[f64], sum: &[f64]) -> bool {
    is_told(numbers, sum) && numbers.iter().zip(sum).all(|(own, sum)| *own >= LEAST * sum)
}

/// Whether numbers are about those of a sum in every period.
pub(super) fn is_close(numbers: &[f64], sum: &[f64]) -> bool {
    is_told(numbers, sum) && numbers.iter().zip(sum).all(|(own, sum)| (own - sum).abs() <= (1.0 - LEAST) * sum.abs())
}

/// Whether there is anything in two periods or more: one may come near to anything.
fn is_told(numbers: &[f64], sum: &[f64]) -> bool {
    let is_there = |(own, sum): &(&f64, &f64)| **own > 0.0 && **sum > 0.0;
    numbers.iter().zip(sum).filter(is_there).count() > 1
}
