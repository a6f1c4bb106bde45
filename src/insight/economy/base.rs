//! The base by age: what clients are worth when each age has its own prospects, and what one average rate makes of them.

use orbita_economics::{AgeGroup, BaseValue, Figure, Model, NoFigure, Stream, UnitEconomics, base_value_at_average};

use super::cohort::CohortReading;
use super::finite;
use crate::model::scenario::Period;

/// The value of a base, just before its next renewals (Fader & Hardie 2010), net of what is spent on keeping.
#[derive(Clone, Debug, PartialEq)]
pub struct Base {
    /// All of it, by age and at one average rate.
    pub total: BaseValue,
    /// That rate, at the retention spend of the scenario: over the last renewal of every cohort together, or that of constant churn.
    pub retention: f64,
    /// Whether that rate is of the last renewals alone; churn over all renewals is another number then.
    pub of_last: bool,
    /// Each age, the youngest first.
    pub ages: Vec<AgeValue>,
}

/// The value of the clients of one age.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AgeValue {
    /// Which renewal they face next, and how many they are.
    pub group: AgeGroup,
    /// Their value by the prospects of their age.
    pub by_age: f64,
    /// Their value at the average rate.
    pub at_average: f64,
}

impl CohortReading {
    /// The clients still there at the last count of each cohort, each worth the margin of `client` a payment less what keeping it
    /// costs, at the churn that this spend leaves: that of the table times `churn_factor` at every age, as in
    /// [`worth`](Self::worth). Growth enters as a lower discount of the margin.
    ///
    /// # Errors
    /// [`NothingToShare`](NoFigure::NothingToShare) when nobody is left or no renewal was counted;
    /// [`Diverges`](NoFigure::Diverges); that of the verdict.
    pub fn base(&self, client: &UnitEconomics, churn_factor: f64, period: Period) -> Figure<Base> {
        let model = self.model()?;
        let churn = match model {
            // It is one rate already: another average of the same table would differ by chance alone.
            Model::Constant { churn } => churn,
            _ => 1.0 - self.cohorts.latest_retention()?,
        };
        let retention = 1.0 - (churn * churn_factor).min(1.0);
        let rising = (1.0 + client.discount) / (1.0 + client.growth) - 1.0;
        if rising < 0.0 {
            return Err(NoFigure::Diverges);
        }
        let months = u32::from(period.months());
        let groups: Vec<AgeGroup> = self.cohorts.base().into_iter().filter(|group| group.customers > 0.0).collect();
        let most = groups.iter().map(|group| group.next_renewal).max().unwrap_or_default();
        let renewals = |money: f64, discount: f64| match money {
            0.0 => Ok(vec![0.0; most as usize]),
            _ => model.renewals_to_expect(months, most, churn_factor, discount),
        };
        let paid = renewals(client.margin, rising)?;
        let kept = renewals(client.retention_cost, client.discount)?;
        let value = |group: AgeGroup| {
            let at = |renewals: &[f64]| renewals.get(group.next_renewal as usize - 1).copied().unwrap_or_default();
            let by_age = client.margin * at(&paid) - client.retention_cost * at(&kept);
            let average = |margin: f64, discount: f64| {
                base_value_at_average(group.customers, &Stream { margin, retention, discount, growth: 0.0 })
            };
            let at_average = average(client.margin, rising)? - average(client.retention_cost, client.discount)?;
            Ok(AgeValue { group, by_age: finite(group.customers * by_age)?, at_average: finite(at_average)? })
        };
        let ages = groups.into_iter().map(value).collect::<Figure<Vec<AgeValue>>>()?;
        let (by_age, at_average) = (sum(&ages, |age| age.by_age), sum(&ages, |age| age.at_average));
        if by_age == 0.0 {
            return Err(NoFigure::NothingToShare);
        }
        let difference = finite(at_average / by_age - 1.0)?;
        Ok(Base {
            total: BaseValue { by_age: finite(by_age)?, at_average: finite(at_average)?, difference },
            retention,
            of_last: !matches!(model, Model::Constant { .. }),
            ages,
        })
    }
}

fn sum(ages: &[AgeValue], of: impl Fn(&AgeValue) -> f64) -> f64 {
    ages.iter().map(of).sum()
}
