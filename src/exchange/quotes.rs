//! What people said of the cards of a map, as it stands beside them on paper and in reports.

use std::collections::BTreeMap;

use crate::i18n::Lang;
use crate::i18n::quote::quoted;
use crate::insight::interviews::said;
use crate::interviews::kinds::Consent;
use crate::model::Engagement;
use crate::model::interview::Link;
use crate::model::quantity::{CardId, JourneyId};

/// A card with what was said of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QuotedCard {
    /// The words of the card.
    pub card: String,
    /// What was said, a paragraph each.
    pub said: Vec<String>,
}

/// What people said of each card, as far as they agreed to be quoted; with the name of who agreed to be named. A note is what
/// somebody else wrote down, and stands without a name and quotation marks.
pub fn of_cards(engagement: &Engagement, lang: Lang) -> BTreeMap<CardId, Vec<String>> {
    let mut of_cards: BTreeMap<CardId, Vec<String>> = BTreeMap::new();
    for quote in said::quotes(engagement) {
        if quote.consent == Consent::None || quote.text.trim().is_empty() {
            continue;
        }
        let words = if quote.is_verbatim { quoted(lang, &quote.text) } else { quote.text.clone() };
        let is_named = quote.consent == Consent::ByName && !quote.who.is_empty() && !quote.is_note();
        let line = if is_named { format!("{words} \u{2014} {}", quote.who) } else { words };
        for link in &quote.links {
            if let Link::Card(card) = link {
                of_cards.entry(*card).or_default().push(line.clone());
            }
        }
    }
    of_cards
}

/// The cards of a map of which something was said, stage by stage.
pub fn of_map(engagement: &Engagement, journey: JourneyId, lang: Lang) -> Vec<QuotedCard> {
    let mut said = of_cards(engagement, lang);
    let stages = engagement.journey(journey).map(|journey| journey.stages.clone()).unwrap_or_default();
    let cards = stages.iter().filter_map(|stage| engagement.stage(*stage)).flat_map(|stage| stage.all_cards());
    let quoted = cards.filter_map(|id| {
        let card = engagement.card(id)?.text.clone();
        Some(QuotedCard { card, said: said.remove(&id)? })
    });
    quoted.collect()
}
