//! What would be left without a place.

use std::collections::BTreeSet;

use crate::model::{Engagement, Key};

/// Whether anything that stays from `before` to `after` has no place left: a stage or a lane without a map, a card without its
/// stage or its lane, a paragraph or a quote without its interview. `before` itself holds together.
pub(crate) fn is_left_homeless(before: &Engagement, after: &Engagement) -> bool {
    let mut placed = BTreeSet::new();
    for (_, journey) in after.all_journeys() {
        placed.extend(journey.stages.iter().copied().map(Key::Stage));
        placed.extend(journey.lanes.iter().copied().map(Key::Lane));
    }
    for (_, stage) in after.all_stages().filter(|(id, _)| placed.contains(&Key::Stage(*id))).collect::<Vec<_>>() {
        let lanes =
            stage.cells.iter().filter(|(lane, _)| placed.contains(&Key::Lane(*lane)) && after.lane(*lane).is_some());
        placed.extend(lanes.flat_map(|(_, cards)| cards.iter().copied().map(Key::Card)).collect::<Vec<_>>());
    }
    for (interview, transcript) in after.transcripts() {
        if after.interview(interview).is_some() {
            placed.extend(transcript.paragraphs.iter().copied().map(Key::Paragraph));
        }
    }
    let stages = before.all_stages().map(|(id, _)| Key::Stage(id));
    let lanes = before.all_lanes().map(|(id, _)| Key::Lane(id));
    let cards = before.all_cards().map(|(id, _)| Key::Card(id));
    let paragraphs = before.paragraphs().map(|(id, _)| Key::Paragraph(id));
    let is_homeless = |key: Key| after.has(key) && !placed.contains(&key);
    stages.chain(lanes).chain(cards).chain(paragraphs).any(is_homeless)
        || after.quotes().any(|(id, quote)| before.has(Key::Quote(id)) && after.interview(quote.interview).is_none())
}
