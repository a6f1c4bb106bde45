//! Lifetime value of a new client, by the models that the data support.

use super::verdict::identified;
use super::{Family, Fit, Model, verdict};
use crate::figure::{Field, Figure, NoFigure, money};

/// Margin and cost of a client, per period of the cohort table; the same at every age.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct UnitEconomics {
    /// Margin per period, the first at once. Not negative.
    pub margin: f64,
    /// Retention cost per period. It does not grow with prices.
    pub retention_cost: f64,
    /// Effective discount rate per period, not negative.
    pub discount: f64,
    /// Growth of the margin per period, above −1.
    pub growth: f64,
}

/// Lifetime value of a new client by one model (F79).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ClientWorth {
    /// Value net of retention cost: Σ S(t) [m(1+g)^t − R]/(1+d)^t.
    pub worth: f64,
    /// Expected discounted payments: Σ S(t) ((1+g)/(1+d))^t.
    pub payments: f64,
    /// The part of those payments within the observed ages.
    pub inside: f64,
}

impl UnitEconomics {
    /// The value by a model that was fitted to ages 0 to `observed`.
    ///
    /// # Errors
    /// As [`Model::lifetime`]; [`NoFigure::TooLarge`] past what money can be.
    pub fn worth(&self, model: &Model, observed: u32) -> Figure<ClientWorth> {
        Field::Margin.not_negative(self.margin)?;
        Field::Spending.not_negative(self.retention_cost)?;
        let payments = model.lifetime(self.discount, self.growth)?;
        let cost =
            if self.retention_cost == 0.0 { 0.0 } else { self.retention_cost * model.lifetime(self.discount, 0.0)? };
        let seen = model.lifetime_within(self.discount, self.growth, observed.saturating_add(1))?;
        let worth = money(money(self.margin * payments)? - cost)?;
        Ok(ClientWorth { worth, payments, inside: (seen / payments).min(1.0) })
    }
}

/// Lifetime value of a new client over all models that the data support (F81).
#[derive(Debug, Clone, PartialEq)]
pub struct WorthOverModels {
    /// The model of the verdict; `None` for percentages without cohort sizes.
    pub verdict: Option<Family>,
    /// The value by that model.
    pub worth: Figure<ClientWorth>,
    /// The models of the range: the supported ones, or all without a verdict.
    pub supported: Vec<Family>,
    /// The least value by any of them.
    pub least: Figure,
    /// The most.
    pub most: Figure,
}

impl WorthOverModels {
    /// Values a client by the fits of one table, observed at ages 0 to `observed`. `sized` is false for percentages without cohort
    /// sizes: they allow no verdict, and the range is over all fits.
    ///
    /// # Errors
    /// [`NoFigure::Contradicted`] when no fit is identified. Values that diverge are errors inside.
    pub fn of(fits: &[Fit], sized: bool, client: &UnitEconomics, observed: u32) -> Figure<Self> {
        let found = if sized { Some(verdict(fits)?) } else { None };
        let supported = found.as_ref().map_or_else(|| identified(fits), |found| found.supported.clone());
        if supported.is_empty() {
            return Err(NoFigure::Contradicted);
        }
        let worths: Figure<Vec<f64>> =
            supported.iter().map(|fit| Ok(client.worth(&fit.model, observed)?.worth)).collect();
        let end = |better: fn(f64, f64) -> f64| {
            let worths = worths.as_ref().map_err(|why| *why)?;
            money(worths.iter().copied().reduce(better).unwrap_or(f64::NAN))
        };
        Ok(WorthOverModels {
            verdict: found.as_ref().map(|found| found.fit.family),
            worth: found.as_ref().map_or(Err(NoFigure::NoSizes), |found| client.worth(&found.fit.model, observed)),
            supported: supported.iter().map(|fit| fit.family).collect(),
            least: end(f64::min),
            most: end(f64::max),
        })
    }
}
