//! The friction ranking: what to mend first.

use std::cmp::Reverse;

use crate::arrange::Arrange;
use crate::model::journey::{Journey, JourneyKind, LaneKind};
use crate::model::quantity::{CardId, JourneyId, LaneId, StageId};
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
    // One heap for each score there is, highest first, the last for those without one: order within a heap is that of the
    // journey.
    let mut heaps = vec![Vec::new(); HIGHEST_SCORE + 1];
    record.stages.iter().for_each(|&stage| reads(Key::Stage(stage)));
    for (stage, card) in frictions(engagement, record) {
        reads(Key::Details(card));
        let score = engagement.details(card).and_then(|friction| friction.score());
        heaps[HIGHEST_SCORE - usize::from(score.unwrap_or(0)).min(HIGHEST_SCORE)].push(Ranked { card, stage, score });
    }
    heaps.concat()
}

/// Puts those that weigh most first; what weighs alike stays in its order.
pub fn by_weight(ranked: &mut [Ranked], weight: impl Fn(CardId) -> f64) {
    ranked.arrange_by(|one, other| weight(other.card).total_cmp(&weight(one.card)));
}

/// The frictions of all journeys, each with its journey: highest score first, ties in the order of the journeys, those without a
/// score last. Beside a journey as it is, those as it is meant to become are left out unless they are asked for: they begin
/// as copies of it, with the same frictions once more.
///
/// `reads` hears of what [`ranking`] tells it, and of the list of journeys.
pub fn of_all(engagement: &Engagement, to_be: bool, mut reads: impl FnMut(Key)) -> Vec<(JourneyId, Ranked)> {
    reads(Key::Head);
    let mut all = Vec::new();
    let is = |journey, kind| engagement.journey(journey).is_some_and(|journey| journey.kind == kind);
    let journeys = &engagement.head().journeys;
    journeys.iter().for_each(|&journey| reads(Key::Journey(journey)));
    let all_count = to_be || !journeys.iter().any(|&journey| is(journey, JourneyKind::AsIs));
    for &journey in journeys.iter().filter(|&&journey| all_count || is(journey, JourneyKind::AsIs)) {
        all.extend(ranking(engagement, journey, &mut reads).into_iter().map(|ranked| (journey, ranked)));
    }
    all.arrange_by_key(|(_, ranked)| Reverse(ranked.score));
    all
}

/// The frictions of a journey with their stages, hidden lanes among them, in the order of the journey.
pub fn frictions(engagement: &Engagement, journey: &Journey) -> impl Iterator<Item = (StageId, CardId)> {
    let is_friction = |lane: &LaneId| engagement.lane(*lane).is_some_and(|lane| lane.kind == LaneKind::Friction);
    let lanes: Vec<_> = journey.lanes.iter().copied().filter(is_friction).collect();
    journey.stages.iter().flat_map(move |&id| {
        let cards = engagement.stage(id).into_iter().flat_map(|stage| lanes.iter().flat_map(|&lane| stage.cards(lane)));
        cards.map(|&card| (id, card)).collect::<Vec<_>>()
    })
}
