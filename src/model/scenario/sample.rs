//! The figures that a first scenario starts from, and which of them nobody has replaced.

use super::period::restated;
use super::suggested::KEPT_WITH;
use super::{Input, Period, Quantity, Scenario};
use crate::model::amount::{Amount, Estimate};

/// What of an input is still the sample's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sampled {
    /// The number, with its range.
    Number,
    /// The range alone, in proportion to a number that somebody gave.
    Range,
}

/// What a business has of its own: where none of these is the sample's, no other number is either.
const OWN: [Quantity; 6] =
    [Quantity::Clients, Quantity::Revenue, Quantity::Margin, Quantity::Churn, Quantity::Cac, Quantity::Budget];

impl Scenario {
    /// Round figures to start from, invented: a service that loses 3 % of its clients a month. Money is counted in
    /// `currency`, of which `scale` make a dollar or so.
    pub fn sample(currency: &str, scale: f64) -> Self {
        let exact = |number| Estimate::exact(number).unwrap_or_default();
        let range = |low, likely, high| Estimate::range(low, likely, high).unwrap_or_default();
        let mut sample = Scenario {
            currency: currency.into(),
            horizon: 36,
            clients: exact(200.0),
            revenue: range(900.0 * scale, 1_000.0 * scale, 1_150.0 * scale),
            margin: exact(0.6),
            churn: range(0.024, 0.03, 0.038),
            cac: range(4_300.0 * scale, 5_000.0 * scale, 6_500.0 * scale),
            budget: exact(40_000.0 * scale),
            keep: Amount::new(KEPT_WITH).unwrap_or_default(),
            one_off_months: 3,
            discount: exact(0.12),
            ..Scenario::default()
        };
        sample.response = Some(sample.suggested());
        sample
    }

    /// Whether all that a business has of its own is still the sample's.
    pub fn is_sample(&self, scale: f64) -> bool {
        OWN.into_iter().all(|own| self.sampled(own, scale) == Some(Sampled::Number))
    }

    /// What of an input is still as it is in a sample of that scale, by whatever period: nobody said anything else, nor where it
    /// comes from.
    pub fn sampled(&self, quantity: Quantity, scale: f64) -> Option<Sampled> {
        let sample = Scenario::sample(&self.currency, scale);
        let as_there = |quantity: Quantity| {
            let input = Input::Quantity(quantity);
            // Zero stands for nothing stated.
            if sample.quantity(quantity).likely() == 0.0 || self.origin(input).is_some() {
                return None;
            }
            let by = |scenario: &Scenario, period| {
                restated(*scenario.quantity(quantity), input.measure(), scenario.period, period)
            };
            let pairs = Period::ALL.into_iter().filter_map(|period| by(self, period).zip(by(&sample, period)));
            let of = |same: fn(Estimate, Estimate) -> bool| pairs.clone().any(|(now, there)| same(now, there));
            let number = of(Estimate::states_as).then_some(Sampled::Number);
            number.or_else(|| of(is_in_proportion).then_some(Sampled::Range))
        };
        let found = as_there(quantity)?;
        (OWN.contains(&quantity) || OWN.into_iter().any(|own| as_there(own).is_some())).then_some(found)
    }
}

/// Whether a range is that of the sample around another number.
fn is_in_proportion(now: Estimate, there: Estimate) -> bool {
    there.ends().is_some() && there.around(now.likely(), 0.0, f64::MAX).is_some_and(|moved| moved.states_as(now))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_replaced_is_the_samples_and_what_somebody_gave_is_not() {
        for period in Period::ALL {
            for scale in [1.0, 75.0] {
                let mut own = Scenario::sample("$", scale).restated(period).expect("restated");
                let of = |scenario: &Scenario, quantity| scenario.sampled(quantity, scale);
                for quantity in Quantity::ALL {
                    let is_zero = matches!(quantity, Quantity::OneOff | Quantity::Growth);
                    assert_eq!(of(&own, quantity), Some(Sampled::Number).filter(|_| !is_zero), "{quantity:?}");
                }
                assert!(own.is_sample(scale));
                own.churn = own.churn.around(0.05, 0.0, 1.0).expect("a range");
                own.clients = Estimate::exact(60.0).expect("finite");
                assert_eq!(of(&own, Quantity::Churn), Some(Sampled::Range), "{period:?}");
                assert_eq!(of(&own.restated(Period::Year).expect("restated"), Quantity::Churn), Some(Sampled::Range));
                assert_eq!(of(&own, Quantity::Clients), None);
                assert!(!own.is_sample(scale));
                own.churn = Estimate::range(0.04, 0.05, 0.07).expect("a range");
                assert_eq!(of(&own, Quantity::Churn), None);
                assert_eq!(of(&own, Quantity::Discount), Some(Sampled::Number), "beside a margin that is the sample's");
                let source = super::super::Origin {
                    source: "Ledger".into(),
                    ..super::super::Origin::unknown(Input::Quantity(Quantity::Margin))
                };
                own.origins = vec![source];
                assert_eq!(of(&own, Quantity::Margin), None);
                for quantity in OWN {
                    *own.quantity_mut(quantity) = Estimate::exact(0.5).expect("finite");
                }
                assert_eq!(of(&own, Quantity::Discount), None, "a discount of 12 % is nothing special");
            }
        }
    }
}
