//! What would be left without a place.

use std::collections::BTreeSet;

use crate::model::{Engagement, Key};

/// Whether anything that stays from `before` to `after` has no place left: a stage or a lane without a map, a card without its
/// stage or its lane, a paragraph or a quote without its interview. `before` itself holds together.
pub(crate) fn leaves_orphans(before: &Engagement, after: &Engagement) -> bool {
    let (mut on_maps, mut placed) = (BTreeSet::new(), BTreeSet::new());
    for (_, journey) in after.all_journeys() {
        on_maps.extend(journey.stages.iter().copied().map(Key::Stage));
        on_maps.extend(journey.lanes.iter().copied().map(Key::Lane));
    }
    for (_, stage) in after.all_stages().filter(|(id, _)| on_maps.contains(&Key::Stage(*id))) {
        let lanes =
            stage.cells.iter().filter(|(lane, _)| on_maps.contains(&Key::Lane(*lane)) && after.lane(*lane).is_some());
        placed.extend(lanes.flat_map(|(_, cards)| cards.iter().copied().map(Key::Card)));
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
    let is_orphan = |key: Key| after.has(key) && !on_maps.contains(&key) && !placed.contains(&key);
    stages.chain(lanes).chain(cards).chain(paragraphs).any(is_orphan)
        || after.quotes().any(|(id, quote)| before.has(Key::Quote(id)) && after.interview(quote.interview).is_none())
}
