//! Shares of answers, with Wilson's interval.

use crate::figure::{Field, Figure, Must, NoFigure, figure};
use crate::math::normal_quantile;

/// The ends between which the true figure lies, at the confidence asked for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

/// z of a two-sided confidence level: 1.96 for 0.95.
pub(crate) fn two_sided(confidence: f64) -> Figure {
    Field::Confidence.inside(confidence)?;
    Ok(-normal_quantile(0.5 * (1.0 - confidence)))
}

/// Wilson's interval for a share of `hits` among `answers` (F45). Honest for few answers and at
/// 0 and 1, where the plain interval has no width.
///
/// # Errors
/// [`NoFigure::NothingToShare`] without answers; hits must not exceed answers, the confidence lie
/// inside 0 and 1.
pub fn wilson(hits: u32, answers: u32, confidence: f64) -> Figure<Interval> {
    let z = two_sided(confidence)?;
    Field::Count.require(hits <= answers, Must::NotExceed(Field::Answers))?;
    if answers == 0 {
        return Err(NoFigure::NothingToShare);
    }
    let n = f64::from(answers);
    let p = f64::from(hits) / n;
    let middle = p + z * z / (2.0 * n);
    let half = z * (p * (1.0 - p) / n + z * z / (4.0 * n * n)).sqrt();
    let whole = 1.0 + z * z / n;
    // At 0 and 1 the ends are exact, whatever is left of the difference of two equal numbers.
    let low = if hits == 0 { 0.0 } else { (middle - half) / whole };
    let high = if hits == answers { 1.0 } else { (middle + half) / whole };
    Ok(Interval { low: figure(low)?, high: figure(high)? })
}

/// A share of answers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TopBoxes {
    /// The share, 0 to 1.
    pub share: f64,
    /// Wilson's interval.
    pub interval: Interval,
    /// Mean score, the lowest answer counting 1: the second number to look at.
    pub mean: f64,
    /// How many answered.
    pub answers: u32,
}

/// CSAT: the share who gave one of the `top` highest answers, by custom the top 2 of 5 (F46).
/// `counts[i]` is how many gave answer i + 1.
///
/// # Errors
/// [`NoFigure::NothingToShare`] without answers; `top` must not exceed the number of possible
/// answers, nor all answers together about four thousand million.
pub fn top_boxes(counts: &[u32], top: usize, confidence: f64) -> Figure<TopBoxes> {
    Field::Score.require(top <= counts.len(), Must::NotExceed(Field::Answers))?;
    let answers = total(counts)?;
    let hits: u32 = counts[counts.len() - top..].iter().sum();
    let interval = wilson(hits, answers, confidence)?;
    let sum: f64 = counts.iter().zip(1..).map(|(n, score)| f64::from(*n) * f64::from(score)).sum();
    let n = f64::from(answers);
    Ok(TopBoxes { share: f64::from(hits) / n, interval, mean: figure(sum / n)?, answers })
}

/// All counts together.
pub(crate) fn total(counts: &[u32]) -> Figure<u32> {
    let sum = counts.iter().try_fold(0u32, |sum, n| sum.checked_add(*n));
    sum.ok_or(NoFigure::Input { field: Field::Answers, must: Must::BeAtMost(u32::MAX) })
}
