//! How well models and trend lines foretell: fitted to the first ages, held against the last one.

use orbita_economics::{Cohorts, Family, Figure, TrendKind, fit_trend};

use super::cohort::{CohortReading, FAMILIES};

/// The share of the ages that is fitted: of twelve the first seven, as in Fader & Hardie (2007).
const FITTED: f64 = 0.6;

/// With fewer ages there is nothing to hold back.
const LEAST_AGES: u32 = 5;

/// The first ages fitted, the last ones foretold.
#[derive(Clone, Debug, PartialEq)]
pub struct Holdout {
    /// The last age that was fitted.
    pub fitted: u32,
    /// The last age that was counted.
    pub last: u32,
    /// Share of clients still there at that age.
    pub observed: f64,
    /// What each method says, trend lines first.
    pub forecasts: Vec<Forecast>,
}

/// What a method fitted to the first ages says of the last one.
#[derive(Clone, Debug, PartialEq)]
pub struct Forecast {
    /// How it was foretold.
    pub method: Method,
    /// The shares at ages 0 to the last one; those of a trend line may be below 0 or rise.
    pub curve: Figure<Vec<f64>>,
    /// The share foretold less the one observed at the last age.
    pub error: Figure,
}

/// A way to foretell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// A line through the shares.
    Trend(TrendKind),
    /// A model of how clients leave.
    Model(Family),
}

impl CohortReading {
    /// The trial; `None` with fewer than five renewals.
    pub fn holdout(&self) -> Option<Holdout> {
        let last = self.last_age();
        if last < LEAST_AGES {
            return None;
        }
        let fitted = (f64::from(last) * FITTED) as u32;
        let counts = fitted as usize + 1;
        let observed = *self.survival.last()?;
        let first: Vec<Vec<f64>> = self.rows.iter().map(|row| row[..row.len().min(counts)].to_vec()).collect();
        let cohorts = Cohorts::new(&first);
        let shares = &self.survival[..self.survival.len().min(counts)];
        let trend = |kind| {
            let curve = fit_trend(kind, shares).and_then(|line| (0..=last).map(|age| line.at(age)).collect());
            (Method::Trend(kind), curve)
        };
        let model = |family| {
            let curve = cohorts.as_ref().map_err(|why| *why).and_then(|cohorts| cohorts.fit(family)?.model.curve(last));
            (Method::Model(family), curve)
        };
        let trends = [TrendKind::Linear, TrendKind::Quadratic, TrendKind::Exponential].map(trend);
        let methods = trends.into_iter().chain(FAMILIES.map(model));
        let forecasts = methods.map(|(method, curve)| {
            let error = curve.as_ref().map(|curve| curve.last().map_or(0.0, |said| said - observed));
            Forecast { method, error: error.map_err(|why| *why), curve }
        });
        Some(Holdout { fitted, last, observed, forecasts: forecasts.collect() })
    }
}
