//! How much hangs on few clients, and how they do.

use crate::figure::{Field, Figure, Must, NoFigure, figure};

/// How revenue is spread over clients.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Concentration {
    /// Share of the revenue from the k largest clients.
    pub top_share: f64,
    /// Share of the revenue from the largest fifth of the clients (rounded up): "20% bring 80%".
    pub top_fifth_share: f64,
    /// Herfindahl-Hirschman index Σ share², from 1/n to 1.
    pub hhi: f64,
    /// 1/HHI: as many clients of equal size would be as concentrated.
    pub effective_clients: f64,
}

/// Concentration of revenue over clients, one entry each.
///
/// # Errors
/// [`NoFigure::NothingToShare`] without revenue; revenues must be numbers and not negative.
pub fn concentration(revenues: &[f64], k: usize) -> Figure<Concentration> {
    let mut sorted = revenues.to_vec();
    for revenue in &sorted {
        Field::Revenue.not_negative(*revenue)?;
    }
    sorted.sort_by(|a, b| b.total_cmp(a));
    let total = figure(sorted.iter().sum())?;
    if total == 0.0 {
        return Err(NoFigure::NothingToShare);
    }
    let of_largest = |count: usize| {
        let sum: f64 = sorted.iter().take(count).sum();
        figure((sum / total).min(1.0))
    };
    let hhi: f64 = sorted.iter().map(|revenue| (revenue / total) * (revenue / total)).sum();
    Ok(Concentration {
        top_share: of_largest(k)?,
        top_fifth_share: of_largest(sorted.len().div_ceil(5))?,
        hhi: figure(hhi)?,
        effective_clients: figure(1.0 / hhi)?,
    })
}

/// A score of a client's health.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct HealthScore {
    /// The score, from 0 to the highest.
    pub score: f64,
    /// Its weight, not negative; only the proportions count.
    pub weight: f64,
}

/// Health of a client as a share of the best possible, 0 to 1: Σ weight x score / (Σ weight x highest).
///
/// # Errors
/// [`NoFigure::NothingToShare`] without any weight; scores must lie from 0 to `highest`, which must
/// be positive.
pub fn health(scores: &[HealthScore], highest: f64) -> Figure {
    Field::High.positive(highest)?;
    let (mut sum, mut weights) = (0.0, 0.0);
    for HealthScore { score, weight } in scores {
        Field::Score.not_negative(*score)?;
        Field::Score.require(*score <= highest, Must::NotExceed(Field::High))?;
        Field::Weight.not_negative(*weight)?;
        sum += weight * (score / highest);
        weights += weight;
    }
    if weights == 0.0 { Err(NoFigure::NothingToShare) } else { figure(sum / weights) }
}
