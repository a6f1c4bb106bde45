//! The base by age: what clients are worth when each age has its own prospects, and what one average rate makes of them.

use std::collections::BTreeMap;

use orbita_economics::{AgeGroup, BaseValue, Figure, Stream, When, base_value, base_value_at_average};

use super::cohort::CohortReading;

/// The value of a base, just before its next renewals (Fader & Hardie 2010).
#[derive(Clone, Debug, PartialEq)]
pub struct Base {
    /// All of it, by age and at one average rate.
    pub total: BaseValue,
    /// That rate: retention over the last renewal of every cohort together.
    pub retention: f64,
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
    /// The clients still there at the last count of each cohort, valued at `margin` a payment and `discount` per period.
    ///
    /// # Errors
    /// [`NothingToShare`](orbita_economics::NoFigure::NothingToShare) when nobody is left or no renewal was counted;
    /// [`Diverges`](orbita_economics::NoFigure::Diverges); that of the fit.
    pub fn base(&self, margin: f64, discount: f64) -> Figure<Base> {
        let model = self.supported?.model;
        let mut by_age: BTreeMap<u32, f64> = BTreeMap::new();
        for row in &self.rows {
            if let ([.., customers], Ok(next)) = (&row[..], u32::try_from(row.len())) {
                *by_age.entry(next).or_default() += customers;
            }
        }
        let groups: Vec<AgeGroup> =
            by_age.into_iter().map(|(next_renewal, customers)| AgeGroup { next_renewal, customers }).collect();
        let retention = self.cohorts.latest_retention()?;
        let total = base_value(&groups, margin, &model, retention, discount)?;
        let average = Stream { margin, retention, discount, growth: 0.0 };
        let value = |group: &AgeGroup| {
            let payments = model.residual_lifetime(group.next_renewal, When::BeforeRenewal, discount)?;
            // Each part is no larger than the total, which is finite.
            let by_age = group.customers * margin * payments;
            Ok(AgeValue { group: *group, by_age, at_average: base_value_at_average(group.customers, &average)? })
        };
        let ages = groups.iter().filter(|group| group.customers > 0.0).map(value).collect::<Figure<_>>()?;
        Ok(Base { total, retention, ages })
    }
}
