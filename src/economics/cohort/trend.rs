//! The trend lines that a survival model beats: they follow the past and lose the future.

use libm::{exp, expm1, log};

use crate::figure::{Field, Figure, Must, NoFigure, figure};
use crate::solve::maximise;

/// Which curve to draw through the shares surviving.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TrendKind {
    /// a + b t.
    Linear,
    /// a + b t + c t².
    Quadratic,
    /// ln y = a + b t.
    Exponential,
}

/// A trend line fitted to a survival curve at t = 0, 1, 2, …
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Trend {
    /// Which curve.
    pub kind: TrendKind,
    /// a, b and c of [`TrendKind`]; c is 0 unless quadratic.
    pub coefficients: [f64; 3],
    /// Share of the variance explained, of ln y for the exponential.
    pub r2: f64,
}

impl Trend {
    /// What the line says at period t. May fall below 0 or turn upwards, which no survival does:
    /// that is the point of showing it.
    ///
    /// # Errors
    /// [`NoFigure::TooLarge`].
    pub fn at(&self, t: u32) -> Figure {
        let [a, b, c] = self.coefficients;
        let t = f64::from(t);
        let y = a + b * t + c * t * t;
        figure(if self.kind == TrendKind::Exponential { exp(y) } else { y })
    }
}

/// Least squares through shares surviving (Fader & Hardie 2007, p. 78).
///
/// # Errors
/// [`NoFigure::NotIdentified`] with no more points than coefficients; [`NoFigure::NoDifference`]
/// when all shares are equal, so that there is no variance to explain; shares must be numbers from
/// 0 to 1 (inside for the exponential: a share of 0 has no logarithm), at most 1,200.
pub fn fit_trend(kind: TrendKind, shares: &[f64]) -> Figure<Trend> {
    Field::Rates.at_most(shares.len(), 1_200)?;
    for share in shares {
        Field::Rates.share(*share)?;
        if kind == TrendKind::Exponential {
            Field::Rates.positive(*share)?;
        }
    }
    let degree = if kind == TrendKind::Quadratic { 2 } else { 1 };
    if shares.len() < degree + 2 {
        return Err(NoFigure::NotIdentified { have: shares.len(), need: degree + 2 });
    }
    let y: Vec<f64> = match kind {
        TrendKind::Exponential => shares.iter().map(|share| log(*share)).collect(),
        _ => shares.to_vec(),
    };
    let n = y.len() as f64;
    let mean = y.iter().sum::<f64>() / n;
    let total: f64 = y.iter().map(|y| (y - mean) * (y - mean)).sum();
    if total == 0.0 {
        return Err(NoFigure::NoDifference);
    }
    // Polynomials orthogonal over equally spaced points: each coefficient is found by itself.
    let middle = (n - 1.0) / 2.0;
    let line = |t: f64| t - middle;
    let flat = (n * n - 1.0) / 12.0;
    let bow = |t: f64| line(t) * line(t) - flat;
    let slope = project(&y, line);
    let bend = if degree == 2 { project(&y, bow) } else { 0.0 };
    let coefficients = [mean - slope * middle + bend * (middle * middle - flat), slope - 2.0 * bend * middle, bend];
    let left: f64 = y
        .iter()
        .zip(0..)
        .map(|(y, t)| {
            let off = y - mean - slope * line(f64::from(t)) - bend * bow(f64::from(t));
            off * off
        })
        .sum();
    Ok(Trend { kind, coefficients, r2: figure(1.0 - left / total)? })
}

/// Coefficient of `shape` in y, both taken at t = 0, 1, 2, …
fn project(y: &[f64], shape: impl Fn(f64) -> f64) -> f64 {
    let (mut along, mut length) = (0.0, 0.0);
    for (y, t) in y.iter().zip(0..) {
        let s = shape(f64::from(t));
        along += y * s;
        length += s * s;
    }
    along / length
}

/// Kumar & Reinartz's curve of retention rates that rise to a ceiling: r_t = r∞ (1 − e^(−λt)).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RisingRetention {
    /// The ceiling r∞.
    pub ceiling: f64,
    /// How fast it is reached, λ per renewal.
    pub speed: f64,
    /// Sum of the squared differences.
    pub squares: f64,
}

/// Least squares through retention rates at renewals 1, 2, … (Fader & Hardie, note 016, shown
/// there not to work: the rates go on rising where the curve is flat). λ is sought in 0.001 to 20.
///
/// # Errors
/// [`NoFigure::NotIdentified`] with fewer than three rates; rates must be shares, at most 1,200.
pub fn fit_rising_retention(rates: &[f64]) -> Figure<RisingRetention> {
    Field::Rates.require(!rates.is_empty(), Must::NotBeEmpty)?;
    Field::Rates.at_most(rates.len(), 1_200)?;
    for rate in rates {
        Field::Rates.share(*rate)?;
    }
    if rates.len() < 3 {
        return Err(NoFigure::NotIdentified { have: rates.len(), need: 3 });
    }
    // For a given λ the best ceiling is linear, which leaves one unknown to search.
    let at_speed = |speed: f64| {
        let rise = |t: u32| -expm1(-speed * f64::from(t));
        let (mut along, mut length) = (0.0, 0.0);
        for (rate, t) in rates.iter().zip(1..) {
            along += rate * rise(t);
            length += rise(t) * rise(t);
        }
        let ceiling = along / length;
        let squares = rates.iter().zip(1..).map(|(rate, t)| {
            let off = rate - ceiling * rise(t);
            off * off
        });
        RisingRetention { ceiling, speed, squares: squares.sum() }
    };
    let peak = maximise(|x| figure(-at_speed(exp(x)).squares), log(1e-3), log(20.0), 60)?;
    let found = at_speed(exp(peak.at));
    figure(found.ceiling)?;
    Ok(found)
}
