//! What a client just won is worth by the models that the data support.

use super::verdict::identified;
use super::{Family, Fit, Model, verdict};
use crate::figure::{Field, Figure, NoFigure, money};

/// What a client brings, for the period of the model's table: the same for every client at every age.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct UnitEconomics {
    /// Brought in per period, the first time at once. Not negative.
    pub margin: f64,
    /// Spent on keeping each client there per period. It does not grow with prices.
    pub keep: f64,
    /// Effective discount rate per period, not negative.
    pub discount: f64,
    /// Growth of the margin per period, above −1.
    pub growth: f64,
}

/// What a client just won is worth by one model (F79).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ClientWorth {
    /// Value net of keeping: Σ S(t) [m(1+g)^t − R]/(1+d)^t.
    pub worth: f64,
    /// Payments that the client is good for: Σ S(t) ((1+g)/(1+d))^t.
    pub payments: f64,
    /// The part of those payments that lies inside the ages that were observed.
    pub inside: f64,
}

impl UnitEconomics {
    /// The worth by a model that was fitted to ages 0 to `observed`.
    ///
    /// # Errors
    /// As [`Model::lifetime`]; [`NoFigure::TooLarge`] past what money can be.
    pub fn worth(&self, model: &Model, observed: u32) -> Figure<ClientWorth> {
        Field::Margin.not_negative(self.margin)?;
        Field::Spending.not_negative(self.keep)?;
        let payments = model.lifetime(self.discount, self.growth)?;
        let keeping = if self.keep == 0.0 { 0.0 } else { self.keep * model.lifetime(self.discount, 0.0)? };
        let seen = model.lifetime_within(self.discount, self.growth, observed.saturating_add(1))?;
        let worth = money(money(self.margin * payments)? - keeping)?;
        Ok(ClientWorth { worth, payments, inside: (seen / payments).min(1.0) })
    }
}

/// The worth of a client just won over all models that the data support (F81).
#[derive(Debug, Clone, PartialEq)]
pub struct WorthOverModels {
    /// The model to go by; none where only per cent are known, without sizes.
    pub verdict: Option<Family>,
    /// The worth by that model.
    pub worth: Figure<ClientWorth>,
    /// The models over which the range goes: those supported, or all where there is no verdict.
    pub supported: Vec<Family>,
    /// The least worth by any of them.
    pub least: Figure,
    /// The most.
    pub most: Figure,
}

impl WorthOverModels {
    /// Values a client by fits of one table, observed at ages 0 to `observed`. `sized` says whether the table's counts are
    /// counts: per cent without sizes allow no verdict, and the range is that over all fits.
    ///
    /// # Errors
    /// [`NoFigure::Contradicted`] when no fit is identified. A worth that diverges is a figure's absence inside.
    pub fn of(fits: &[Fit], sized: bool, payer: &UnitEconomics, observed: u32) -> Figure<Self> {
        let found = if sized { Some(verdict(fits)?) } else { None };
        let supported = found.as_ref().map_or_else(|| identified(fits), |found| found.supported.clone());
        if supported.is_empty() {
            return Err(NoFigure::Contradicted);
        }
        let worths: Figure<Vec<f64>> =
            supported.iter().map(|fit| Ok(payer.worth(&fit.model, observed)?.worth)).collect();
        let end = |better: fn(f64, f64) -> f64| {
            let worths = worths.as_ref().map_err(|why| *why)?;
            money(worths.iter().copied().reduce(better).unwrap_or(f64::NAN))
        };
        Ok(WorthOverModels {
            verdict: found.as_ref().map(|found| found.fit.family),
            worth: found.as_ref().map_or(Err(NoFigure::NoSizes), |found| payer.worth(&found.fit.model, observed)),
            supported: supported.iter().map(|fit| fit.family).collect(),
            least: end(f64::min),
            most: end(f64::max),
        })
    }
}
