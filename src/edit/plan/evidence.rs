//! The mark of a card's evidence follows its quotes.

use super::PlanBuilder;
use crate::arrange::Arrange;
use crate::interviews::text::HighlightId;
use crate::model::interview::{Link, Quote};
use crate::model::journey::{Details, Evidence};
use crate::model::quantity::CardId;
use crate::model::{Edit, Key};

fn cards(quote: &Quote) -> impl Iterator<Item = CardId> {
    quote.links.iter().filter_map(|link| if let Link::Card(card) = link { Some(*card) } else { None })
}

/// Whoever was quoted had observed it: a card whose last quote goes is assumed again. A measurement stands without quotes.
pub(super) fn follow(sheet: &mut PlanBuilder) {
    let mut touched: Vec<HighlightId> = Vec::new();
    let (mut left, mut joined): (Vec<CardId>, Vec<CardId>) = (Vec::new(), Vec::new());
    for edit in &sheet.change {
        if let Edit::Quote(id, quote) = edit {
            touched.push(*id);
            joined.extend(quote.iter().flat_map(cards));
            left.extend(sheet.engagement.quote(*id).into_iter().flat_map(cards));
        }
    }
    left.retain(|card| !joined.contains(card));
    if left.is_empty() {
        return;
    }
    touched.arrange();
    let others = sheet.engagement.quotes().filter(|(id, _)| touched.binary_search(id).is_err());
    joined.extend(others.flat_map(|(_, quote)| cards(quote)));
    joined.arrange();
    left.arrange();
    left.dedup();
    left.retain(|card| joined.binary_search(card).is_err() && sheet.gone.binary_search(&Key::Card(*card)).is_err());
    for card in left {
        let observed = sheet.engagement.details(card).filter(|details| details.evidence == Evidence::Observed);
        if let Some(details) = observed {
            let assumed = Details { evidence: Evidence::Assumed, ..details.clone() };
            sheet.put(Edit::Details(card, (assumed != Details::default()).then_some(assumed)));
        }
    }
}
