//! Survival of individually dated contracts, some of which still run.

use libm::{exp, log};

use crate::figure::{Field, Figure, Must, figure};
use crate::survey::two_sided;

/// One contract.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Contract {
    /// How long it has run, in any unit of time, 0 or more.
    pub duration: f64,
    /// Whether it ended then; false when it still runs (censored).
    pub ended: bool,
}

/// Survival just after a moment at which contracts ended.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SurvivalStep {
    /// The moment.
    pub time: f64,
    /// Contracts still observed just before it.
    pub at_risk: u32,
    /// Contracts that ended at it.
    pub ended: u32,
    /// Share surviving it.
    pub survival: f64,
    /// Greenwood's standard error of `survival`; 0 when nobody is left.
    pub se: f64,
    /// Lower end of the interval at the confidence asked for, on the scale ln(−ln S), which stays within 0 and 1.
    pub low: f64,
    /// Its upper end. Where nobody is left both ends are 0: the data say no more.
    pub high: f64,
}

/// Kaplan and Meier's survival curve with Greenwood's standard errors (F32), one step for each
/// moment at which something ended. A contract censored at that moment still counts as at risk.
/// Empty when nothing has ended yet. `confidence` is that of the intervals, 0.95 by custom.
///
/// # Errors
/// At least one contract; durations must be numbers and not negative, the confidence lie inside 0 and 1.
pub fn kaplan_meier(contracts: &[Contract], confidence: f64) -> Figure<Vec<SurvivalStep>> {
    let z = two_sided(confidence)?;
    Field::Duration.require(!contracts.is_empty(), Must::NotBeEmpty)?;
    Field::Duration.at_most(contracts.len(), u32::MAX)?;
    for contract in contracts {
        Field::Duration.not_negative(contract.duration)?;
    }
    let mut sorted = contracts.to_vec();
    sorted.sort_by(|a, b| a.duration.total_cmp(&b.duration));
    let mut at_risk = sorted.len() as u32;
    let mut survival = 1.0;
    let mut greenwood = 0.0;
    let mut steps = Vec::new();
    for tied in sorted.chunk_by(|a, b| a.duration == b.duration) {
        let ended = tied.iter().filter(|contract| contract.ended).count() as u32;
        if ended > 0 {
            let (n, k) = (f64::from(at_risk), f64::from(ended));
            survival *= 1.0 - k / n;
            let left = at_risk > ended;
            greenwood += if left { k / (n * (n - k)) } else { 0.0 };
            let (low, high) = if left {
                let width = z * greenwood.sqrt() / -log(survival);
                let bound = |shift: f64| exp(log(survival) * exp(shift));
                (bound(width), bound(-width))
            } else {
                (0.0, 0.0)
            };
            steps.push(SurvivalStep {
                time: tied[0].duration,
                at_risk,
                ended,
                survival: figure(survival)?,
                se: figure(survival * greenwood.sqrt())?,
                low: figure(low)?,
                high: figure(high)?,
            });
        }
        at_risk -= tied.len() as u32;
    }
    Ok(steps)
}
