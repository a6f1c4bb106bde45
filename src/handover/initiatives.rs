//! Initiatives with what they are worth, for those who take them away.

use std::sync::Arc;

use orbita_economics::Quantile;

use super::chart::{ChartId, Titled};
use super::economy::{Economy, included};
use crate::charts::{Capsule, Format};
use crate::i18n::Lang;
use crate::i18n::amounts::money;
use crate::i18n::economy::EconomyWords;
use crate::i18n::economy::{band, chance, held_money};
use crate::i18n::initiatives::{InitiativeWords, Worth};
use crate::i18n::ranges::RangeWords;
use crate::insight::economy::initiative::{Test, Unvalued, Value};
use crate::insight::economy::worth::{Valued, worth};
use crate::model::Engagement;
use crate::model::scenario::Initiative;

/// What fixing a friction is worth: the range and the middle of it. `said` is what it comes to, in a sentence; without a value it is
/// empty.
pub fn worth_chart(lang: Lang, currency: &str, name: String, said: String, value: Option<&Value>) -> Titled {
    let r = RangeWords::of(lang);
    let i = InitiativeWords::of(lang);
    let money_of = currency.to_owned();
    let write: Format = Arc::new(move |value| money(lang, &money_of, value));
    // What it costs is taken off already.
    let range = value.map(|value| {
        let [low, high] = value.ends().map(Quantile::held);
        (low, value.range.map_or(value.likely, |range| range.median.held()), high)
    });
    let is_simulated = value.is_some_and(|value| value.range.is_some());
    let middle = if is_simulated { r.median_of_runs } else { r.likely };
    Titled {
        id: ChartId::Worth,
        title: i.worth_of.into(),
        subtitle: name,
        summary: said,
        chart: Arc::new(Capsule {
            range: range.unwrap_or_default(),
            tick: write.clone(),
            value: write,
            columns: i.worth_columns.map(String::from),
            names: [r.low, middle, r.high].map(String::from),
        }),
    }
}

/// What a test is worth that would change the decision with some chance, in a sentence. Less than the smallest sum that anybody pays
/// is told as that, not with digits that look like a price.
pub fn test_worth(lang: Lang, currency: &str, turns: &str, worth: f64) -> String {
    const SMALLEST: f64 = 1.0;
    let is_trifle = worth < SMALLEST;
    let sum = money(lang, currency, if is_trifle { SMALLEST } else { worth });
    (InitiativeWords::of(lang).test_value)(turns, if is_trifle { Worth::Trifle(&sum) } else { Worth::Sum(&sum) })
}

/// An initiative.
pub struct ListedInitiative<'a> {
    /// Its name, or the friction that it removes.
    pub name: String,
    /// The friction that it removes; empty for a practice.
    pub removes: String,
    /// The letters of the scenarios that include it.
    pub included: String,
    /// What was stated.
    pub stated: &'a Initiative,
    /// What it adds to the profit of the scenario that is looked at, over its horizon.
    pub value: Result<Value, Unvalued>,
}

/// Every initiative, the most valuable first.
pub fn rows<'a>(engagement: &'a Engagement, economy: &Economy) -> Vec<ListedInitiative<'a>> {
    let scenario = economy.here().map(|here| here.id);
    let row = |valued: Valued| {
        let stated = engagement.initiative(valued.id)?;
        let friction = valued.friction.and_then(|card| engagement.card(card)).map(|card| card.text.clone());
        let name = included::name(engagement, economy.lang, stated);
        let included = economy.included_in(valued.id);
        Some(ListedInitiative { name, removes: friction.unwrap_or_default(), included, stated, value: valued.value })
    };
    worth(engagement, scenario, Test::default()).into_iter().filter_map(row).collect()
}

impl ListedInitiative<'_> {
    /// Costs, worth over the horizon by the likely numbers, its median and range in simulations, and in how many of them it pays,
    /// as they are written. What is not valued says so.
    pub fn figures(&self, economy: &Economy) -> [String; 6] {
        let (lang, currency) = (economy.lang, economy.currency());
        let words = EconomyWords::of(lang);
        let i = InitiativeWords::of(lang);
        let sum = |value: f64| money(lang, currency, value);
        let value = self.value.as_ref().ok();
        let range = value.and_then(|value| value.range);
        let worth = match &self.value {
            Ok(value) => sum(value.likely),
            Err(Unvalued::Missing(_)) => i.not_valued_short.into(),
            Err(Unvalued::NoFigure(_)) => words.missing.into(),
        };
        [
            sum(self.stated.cost_once.likely()),
            sum(self.stated.cost_per_period.likely()),
            worth,
            range.map(|range| held_money(lang, currency, range.median)).unwrap_or_default(),
            range.map(|range| band(lang, currency, range.low, range.high)).unwrap_or_default(),
            range.map(|range| chance(lang, range.pays)).unwrap_or_default(),
        ]
    }
}
