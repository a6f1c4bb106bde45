//! The friction ranking: what to mend first.

use crate::model::journey::LaneKind;
use crate::model::quantity::{CardId, JourneyId, StageId};
use crate::model::{Engagement, Key};

/// Frequency and impact both at their highest.
const HIGHEST_SCORE: usize = 25;

/// A friction in its rank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ranked {
    /// The friction.
    pub card: CardId,
    /// The stage where it strikes.
    pub stage: StageId,
    /// Frequency times impact; `None` until both are judged.
    pub score: Option<u8>,
}

/// The frictions of a journey, hidden lanes among them: highest score first, ties in the order of the journey, those without
/// a score last.
///
/// `reads` hears of every record that the answer depends on; the words of the cards are not among them.
pub fn ranking(engagement: &Engagement, journey: JourneyId, mut reads: impl FnMut(Key)) -> Vec<Ranked> {
    reads(Key::Journey(journey));
    let Some(record) = engagement.journey(journey) else { return Vec::new() };
    let lanes: Vec<_> = record
        .lanes
        .iter()
        .copied()
        .filter(|&lane| engagement.lane(lane).is_some_and(|lane| lane.kind == LaneKind::Friction))
        .collect();
    // One heap for each score there is, highest first, the last for those without one: order within a heap is that of the
    // journey.
    let mut heaps = vec![Vec::new(); HIGHEST_SCORE + 1];
    for &stage in &record.stages {
        reads(Key::Stage(stage));
        let Some(cells) = engagement.stage(stage) else { continue };
        for &card in lanes.iter().flat_map(|&lane| cells.cards(lane)) {
            reads(Key::Details(card));
            let score = engagement.details(card).and_then(|friction| friction.score());
            heaps[HIGHEST_SCORE - usize::from(score.unwrap_or(0)).min(HIGHEST_SCORE)].push(Ranked {
                card,
                stage,
                score,
            });
        }
    }
    heaps.concat()
}
