//! What a scenario rests on, as it is written: every input with its range, its source and its owner.

use super::{Case, Economy};
use crate::i18n::economy::Unit;
use crate::i18n::figures;
use crate::i18n::speech::capital;
use crate::model::scenario::{Input, Quantity};

/// An input of a scenario, as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assumption {
    /// What is assumed, with its period.
    pub name: String,
    /// The likely number.
    pub likely: String,
    /// Its range; empty where nobody stated one.
    pub range: String,
    /// Source, owner and day; empty where nobody said them.
    pub origin: String,
}

impl Economy {
    /// Everything that a scenario rests on.
    pub fn assumptions(&self, case: &Case) -> Vec<Assumption> {
        let words = self.words();
        let scenario = &*case.scenario;
        let plain = |name: &str, likely: String| Assumption {
            name: name.into(),
            likely,
            range: String::new(),
            origin: String::new(),
        };
        let input = |input: Input| {
            let estimate = scenario.input(input)?;
            let unit = Unit::of_input(input);
            let write = |value: f64| unit.exact(self.lang, &scenario.currency, value);
            let name = words.with_period(words.input_name(input), unit, scenario.period);
            let origin = scenario.origin(input).map(|origin| {
                let day = origin.on.map(|day| figures::date(self.lang, day)).unwrap_or_default();
                let parts = [origin.source.trim(), origin.owner.trim(), day.trim()];
                parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
            });
            if input == Input::Quantity(Quantity::Churn) && scenario.by_age.is_some() {
                return Some(Assumption {
                    name,
                    likely: words.churn_by_age.into(),
                    range: String::new(),
                    origin: origin.unwrap_or_default(),
                });
            }
            Some(Assumption {
                name,
                likely: write(estimate.likely()),
                range: estimate
                    .ends()
                    .map(|(low, high)| format!("{} \u{2026} {}", write(low), write(high)))
                    .unwrap_or_default(),
                origin: origin.unwrap_or_default(),
            })
        };
        let keeping = if scenario.keep_fixed { words.keeping_fixed } else { words.keeping_follows };
        let split = crate::i18n::amounts::per_cent(self.lang, scenario.keep.get(), 0);
        let rest = [
            plain(words.horizon, (words.months)(scenario.horizon)),
            plain(&capital(words.split_caption), split),
            plain(words.keeping, keeping.into()),
            plain(words.payment, (words.payment_of)(scenario.payment).into()),
        ];
        Input::all().filter_map(input).chain(rest).collect()
    }
}
