//! Net promoter score.

use libm::{erfc, hypot};

use super::share::{two_sided, wilson};
use super::{Interval, share::total};
use crate::figure::{Field, Figure, Must, NoFigure, figure};

/// Answers to "how likely are you to recommend us", 0 to 10.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Votes {
    /// 9 and 10.
    pub promoters: u32,
    /// 7 and 8.
    pub passives: u32,
    /// 0 to 6.
    pub detractors: u32,
}

/// A net promoter score.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Nps {
    /// 100 (promoters − detractors) / answers, −100 to 100.
    pub score: f64,
    /// Variance of one answer counted +1, 0, −1: p + q − (p−q)².
    pub variance: f64,
    /// Standard error of the score, in points.
    pub se: f64,
    /// score ± z se, cut at ±100. Without width when all answered alike: then see `unanimous`.
    pub interval: Interval,
    /// When all answered alike, what Wilson's interval for that share leaves possible at worst.
    pub unanimous: Option<Interval>,
}

impl Votes {
    /// Counts scores 0 to 10.
    ///
    /// # Errors
    /// Scores above 10 are refused.
    pub fn of_scores(scores: &[u8]) -> Figure<Self> {
        let mut votes = Votes { promoters: 0, passives: 0, detractors: 0 };
        Field::Answers.at_most(scores.len(), u32::MAX)?;
        for score in scores {
            match score {
                0..=6 => votes.detractors += 1,
                7 | 8 => votes.passives += 1,
                9 | 10 => votes.promoters += 1,
                _ => return Err(NoFigure::Input { field: Field::Score, must: Must::BeAtMost(10) }),
            }
        }
        Ok(votes)
    }

    /// The score with its standard error 100 √(variance/n) (F42). With `of_customers`, the number
    /// of all customers who could have answered, the error shrinks by √((N−n)/(N−1)): asked of
    /// nearly all of a few customers the score is nearly known (F44).
    ///
    /// # Errors
    /// [`NoFigure::NothingToShare`] without answers; the answers must not exceed the customers,
    /// the confidence lie inside 0 and 1.
    pub fn nps(&self, confidence: f64, of_customers: Option<u32>) -> Figure<Nps> {
        let z = two_sided(confidence)?;
        let answers = total(&[self.promoters, self.passives, self.detractors])?;
        if answers == 0 {
            return Err(NoFigure::NothingToShare);
        }
        let n = f64::from(answers);
        let (p, q) = (f64::from(self.promoters) / n, f64::from(self.detractors) / n);
        let variance = (p + q - (p - q) * (p - q)).max(0.0);
        let unseen = match of_customers {
            None => 1.0,
            Some(all) => {
                Field::Answers.require(answers <= all, Must::NotExceed(Field::Customers))?;
                if all == 1 { 0.0 } else { (f64::from(all) - n) / (f64::from(all) - 1.0) }
            }
        };
        let score = 100.0 * (p - q);
        let se = 100.0 * (variance / n * unseen).sqrt();
        let at_worst = 1.0 - wilson(answers, answers, confidence)?.low;
        let all_alike = [
            (self.promoters, Interval { low: 100.0 - 200.0 * at_worst, high: 100.0 }),
            (self.passives, Interval { low: -100.0 * at_worst, high: 100.0 * at_worst }),
            (self.detractors, Interval { low: -100.0, high: 200.0 * at_worst - 100.0 }),
        ];
        Ok(Nps {
            score: figure(score)?,
            variance,
            se: figure(se)?,
            interval: Interval {
                low: figure((score - z * se).max(-100.0))?,
                high: figure((score + z * se).min(100.0))?,
            },
            unanimous: all_alike.iter().find(|(votes, _)| *votes == answers).map(|(_, i)| *i),
        })
    }
}

/// The difference between two waves.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct NpsChange {
    /// Later less earlier, in points.
    pub points: f64,
    /// points / √(se1² + se2²).
    pub z: f64,
    /// Probability of a difference at least as large if nothing had changed.
    pub p: f64,
}

/// Whether the score has really changed between two waves (F43).
///
/// # Errors
/// [`NoFigure::NoDifference`] when both standard errors are 0, so that there is nothing to measure
/// the difference by.
pub fn nps_change(earlier: &Nps, later: &Nps) -> Figure<NpsChange> {
    Field::Score.number(earlier.score)?;
    Field::Score.number(later.score)?;
    let points = figure(later.score - earlier.score)?;
    let se = figure(hypot(earlier.se, later.se))?;
    if se == 0.0 {
        return Err(NoFigure::NoDifference);
    }
    let z = figure(points / se)?;
    Ok(NpsChange { points, z, p: figure(erfc(z.abs() / core::f64::consts::SQRT_2))? })
}

/// Answers needed for a score within ± `points`: (z 100/points)² x variance (F43). Round up. The
/// worst variance is 1: 1,537 answers for 5 points, 385 for 10, at a confidence of 0.95.
///
/// # Errors
/// Points must be positive, the variance a share, the confidence inside 0 and 1.
pub fn nps_sample(points: f64, variance: f64, confidence: f64) -> Figure {
    let z = two_sided(confidence)?;
    Field::Points.positive(points)?;
    Field::Share.share(variance)?;
    let ratio = 100.0 * z / points;
    figure(ratio * ratio * variance)
}
