//! Initiatives with what they are worth, for those who take them away.

use orbita_economics::Figure;

use super::economy::Economy;
use crate::i18n::amounts::{money, money_range, per_cent};
use crate::insight::economy::initiative::Value;
use crate::insight::economy::worth::{Valued, worth};
use crate::model::Engagement;
use crate::model::scenario::Initiative;

/// An initiative.
pub struct Row<'a> {
    /// Its name, or the friction that it removes.
    pub name: String,
    /// The friction that it removes; empty for a practice.
    pub removes: String,
    /// What was stated.
    pub stated: &'a Initiative,
    /// What it is worth with the scenario that is looked at.
    pub value: Figure<Value>,
}

/// Every initiative, the most valuable first.
pub fn rows<'a>(engagement: &'a Engagement, economy: &Economy) -> Vec<Row<'a>> {
    let words = economy.lang.words().economy;
    let scenario = economy.here().map(|here| here.id);
    let row = |valued: Valued| {
        let stated = engagement.initiative(valued.id)?;
        let friction = valued.friction.and_then(|card| engagement.card(card)).map(|card| card.text.clone());
        let name = [stated.name.trim(), friction.as_deref().unwrap_or_default().trim(), words.unnamed_initiative];
        let name = name.into_iter().find(|name| !name.is_empty()).unwrap_or_default().to_owned();
        Some(Row { name, removes: friction.unwrap_or_default(), stated, value: valued.value })
    };
    worth(engagement, scenario, |_| ()).into_iter().filter_map(row).collect()
}

impl Row<'_> {
    /// Costs, worth a year, its range, and in how many runs it pays, as they are written.
    pub fn figures(&self, economy: &Economy) -> [String; 5] {
        let (lang, currency) = (economy.lang, economy.currency());
        let sum = |value: f64| money(lang, currency, value);
        let value = self.value.as_ref().ok();
        let missing = || lang.words().economy.missing.to_owned();
        [
            sum(self.stated.cost_once.likely()),
            sum(self.stated.cost_per_period.likely()),
            value.map_or_else(missing, |value| sum(value.per_year())),
            value.map_or_else(missing, |value| {
                let [low, high] = value.range_per_year();
                money_range(lang, currency, low, high)
            }),
            value.map_or_else(missing, |value| per_cent(lang, value.pays, 0)),
        ]
    }
}
