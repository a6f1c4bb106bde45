//! The worth of a client just won, by the models that a table of cohorts supports.

use orbita_economics::{Family, Figure, Model, NoFigure, RESAMPLES, Resampling, UnitEconomics, period_rate};

use super::super::{SEED, plan};
use super::CohortReading;
use super::fits::identified;
use crate::model::amount::Estimate;
use crate::model::scenario::Scenario;

impl CohortReading {
    /// The worth of a client just won in a scenario, by every model that the data support: the LTV that the scenario shows once
    /// it takes its churn from this table.
    ///
    /// # Errors
    /// When no model is identified, or the scenario has no figures.
    pub fn worth(&self, scenario: &Scenario) -> Figure<Worth> {
        let client = client(scenario)?;
        let models: Vec<(Family, Model)> = match self.supported() {
            Ok(supported) => supported.iter().map(|fit| (fit.family, fit.model)).collect(),
            Err(NoFigure::NoSizes) => identified(&self.fits).map(|fit| (fit.family, fit.model)).collect(),
            Err(why) => return Err(why),
        };
        let ltv = |model: Model| {
            let by_age = Some(self.ageing_of(model, scenario.cohorts_period())?);
            plan::plan(&Scenario { by_age, ..scenario.clone() })?.likely().client_figures()?.ltv_net
        };
        let values: Figure<Vec<f64>> = models.iter().map(|(_, model)| ltv(*model)).collect();
        let end = |better: fn(f64, f64) -> f64| {
            let values = values.as_ref().map_err(|why| *why)?;
            values.iter().copied().reduce(better).ok_or(NoFigure::Contradicted)
        };
        let model = self.model()?;
        let by_age = Some(self.ageing_of(model, scenario.cohorts_period())?);
        let observed = (self.last_age() + 1) * u32::from(scenario.cohorts_period().months());
        let paid =
            plan::plan(&Scenario { by_age: by_age.clone(), ..scenario.clone() })?.likely().expected_payments(observed);
        Ok(Worth {
            value: ltv(model),
            models: models.into_iter().map(|(family, _)| family).collect(),
            least: end(f64::min),
            most: end(f64::max),
            payments: paid.map(|paid| paid.count),
            inside: paid.map(|paid| paid.within),
            churn_factor: churn_factor(scenario)?,
            own: plan::plan(&Scenario { by_age: by_age.clone(), response: None, ..scenario.clone() })
                .and_then(|plan| plan.likely().client_figures()?.ltv_net),
            per_column: client.worth(&model, self.last_age()).map(|worth| worth.worth),
        })
    }

    /// The sampling error of that worth by the verdict's model, to be advanced in slices.
    ///
    /// # Errors
    /// Without a verdict there is none.
    pub fn sampling(&self, client: &UnitEconomics) -> Figure<Resampling> {
        let fit = self.verdict.as_ref().map_err(|why| *why)?.fit;
        Ok(Resampling::new(&self.cohorts, &fit, client, RESAMPLES, SEED))
    }
}

/// The worth of a client just won, net of what is spent on keeping, in today's money.
#[derive(Clone, Debug, PartialEq)]
pub struct Worth {
    /// By the model of the verdict.
    pub value: Figure,
    /// The models of the range: those that the data support, or all where there is no verdict.
    pub models: Vec<Family>,
    /// The least by any of them.
    pub least: Figure,
    /// The most.
    pub most: Figure,
    /// Payments to expect, discounted, as the clients of the scenario pay: the value before retention spend is so many times the
    /// first one.
    pub payments: Figure,
    /// The share of them that lies inside the ages that were counted.
    pub inside: Figure,
    /// What the split of the scenario does to the churn of every age (F78): 1 where spending is not answered for.
    pub churn_factor: f64,
    /// By the model of the verdict with the churn of the table itself, whatever spending does to it: the same in every scenario that
    /// spends as much on a client.
    pub own: Figure,
    /// The worth by the same model, paid once a column.
    per_column: Figure,
}

impl Worth {
    /// Whether a worth is outside the range over the models.
    pub fn is_outside(&self, worth: f64) -> bool {
        let ends = self.least.and_then(|least| Ok((least, self.most?)));
        ends.is_ok_and(|(least, most)| worth < least || worth > most)
    }

    /// A worth that was computed with payments once a column, as it is with the payments of the scenario: in proportion.
    pub fn paid_as_stated(&self, per_column: f64) -> f64 {
        match (self.value, self.per_column) {
            (Ok(value), Ok(same)) if same > 0.0 => per_column * value / same,
            _ => per_column,
        }
    }
}

/// Margin and cost of a client of a scenario per column of its table of cohorts.
///
/// # Errors
/// As [`plan::plan`].
pub fn client(scenario: &Scenario) -> Figure<UnitEconomics> {
    let plan = plan::plan(scenario)?;
    let run = plan.likely();
    let months = f64::from(scenario.cohorts_period().months());
    let yearly = |estimate: &Estimate| period_rate(estimate.likely(), 12.0 / months);
    Ok(UnitEconomics {
        margin: run.margin() * months,
        retention_cost: run.effect().retention_per_client * months,
        discount: yearly(&scenario.discount)?,
        growth: yearly(&scenario.growth)?,
    })
}

/// What the split of a scenario does to the churn of every age (F78): 1 where spending is not answered for.
///
/// # Errors
/// When the scenario has no figures.
pub fn churn_factor(scenario: &Scenario) -> Figure<f64> {
    let stated = plan::in_month(scenario, scenario.churn.likely());
    Ok(if stated > 0.0 { plan::effect(scenario)?.churn_month / stated } else { 1.0 })
}
