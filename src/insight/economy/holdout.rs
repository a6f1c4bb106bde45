//! How well models and trend lines foretell: fitted to the first ages, held against the last one.

use orbita_economics::{AgeRate, Family, Figure, Fit, TrendKind, fit_trend};

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

/// How many of the ages are fitted; `None` with too few to hold some back.
pub(super) fn fitted_ages(rates: &[AgeRate]) -> Option<u32> {
    let last = rates.last().map_or(0, |age| age.renewal);
    (last >= LEAST_AGES).then(|| (f64::from(last) * FITTED) as u32)
}

impl Holdout {
    /// The trial of shares whose first ages were fitted.
    pub(super) fn of(survival: &[f64], fitted: u32, fits: Figure<[Figure<Fit>; 4]>) -> Self {
        let last = survival.len() as u32 - 1;
        let observed = survival[survival.len() - 1];
        let shares = &survival[..survival.len().min(fitted as usize + 1)];
        let trend = |kind| {
            let curve = fit_trend(kind, shares).and_then(|line| (0..=last).map(|age| line.at(age)).collect());
            (Method::Trend(kind), curve)
        };
        let model = |(at, family): (usize, Family)| {
            let curve = fits.and_then(|fits| fits[at]?.model.curve(last));
            (Method::Model(family), curve)
        };
        let trends = [TrendKind::Linear, TrendKind::Quadratic, TrendKind::Exponential].map(trend);
        let methods = trends.into_iter().chain(Family::ALL.into_iter().enumerate().map(model));
        let forecasts = methods.map(|(method, curve)| {
            let error = curve.as_ref().map(|curve| curve.last().map_or(0.0, |said| said - observed));
            Forecast { method, error: error.map_err(|why| *why), curve }
        });
        Holdout { fitted, last, observed, forecasts: forecasts.collect() }
    }
}
