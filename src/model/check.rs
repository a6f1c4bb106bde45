//! The invariants that hold between any two changes, and that a document from outside must show before it is let in.

use std::collections::BTreeSet;

use super::Engagement;
use super::quantity::{CardId, JourneyId, LaneId, StageId};

/// How a document breaks its own rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// A journey that the list does not name exactly once.
    Journey(JourneyId),
    /// A stage that does not belong to exactly one journey.
    Stage(StageId),
    /// A lane that does not belong to exactly one journey.
    Lane(LaneId),
    /// A card that does not lie in exactly one cell.
    Card(CardId),
    /// A friction without its card.
    Friction(CardId),
    /// A cell in a lane of another journey, in a lane that holds no cards, or kept although it is empty.
    Cell(StageId, LaneId),
    /// More than one emotion lane in a journey.
    SecondEmotionLane(JourneyId),
    /// A counter for new ids that is not above every id in use, or has no room left.
    Counter(u32),
}

/// No honest document mints as many ids; one that claims so would leave no room for new ones.
const COUNTER_LIMIT: u32 = 1 << 31;

impl Engagement {
    /// Whether every record is where it belongs, exactly once.
    ///
    /// # Errors
    /// The first [`Flaw`] found.
    pub fn check(&self) -> Result<(), Flaw> {
        let mut stages = BTreeSet::new();
        let mut lanes = BTreeSet::new();
        let mut cards = BTreeSet::new();

        let listed: BTreeSet<JourneyId> = self.head.journeys.iter().copied().collect();
        if let Some(id) = self.journeys.keys().find(|id| !listed.contains(id)) {
            return Err(Flaw::Journey(*id));
        }
        let mut seen = BTreeSet::new();
        for &id in &self.head.journeys {
            let journey = self.journeys.get(&id).filter(|_| seen.insert(id)).ok_or(Flaw::Journey(id))?;
            let mut emotion_lanes = 0;
            for &lane in &journey.lanes {
                let record = self.lanes.get(&lane).filter(|_| lanes.insert(lane)).ok_or(Flaw::Lane(lane))?;
                emotion_lanes += usize::from(!record.kind.holds_cards());
            }
            if emotion_lanes > 1 {
                return Err(Flaw::SecondEmotionLane(id));
            }
            for &stage in &journey.stages {
                let record = self.stages.get(&stage).filter(|_| stages.insert(stage)).ok_or(Flaw::Stage(stage))?;
                for (lane, cell) in &record.cells {
                    let holds = journey.lanes.contains(lane)
                        && self.lanes.get(lane).is_some_and(|lane| lane.kind.holds_cards());
                    if !holds || cell.is_empty() {
                        return Err(Flaw::Cell(stage, *lane));
                    }
                    for card in cell {
                        if !self.cards.contains_key(card) || !cards.insert(*card) {
                            return Err(Flaw::Card(*card));
                        }
                    }
                }
            }
        }

        if let Some(id) = self.stages.keys().find(|id| !stages.contains(id)) {
            return Err(Flaw::Stage(*id));
        }
        if let Some(id) = self.lanes.keys().find(|id| !lanes.contains(id)) {
            return Err(Flaw::Lane(*id));
        }
        if let Some(id) = self.cards.keys().find(|id| !cards.contains(id)) {
            return Err(Flaw::Card(*id));
        }
        if let Some(id) = self.frictions.keys().find(|id| !self.cards.contains_key(id)) {
            return Err(Flaw::Friction(*id));
        }
        let lowest_free = self.highest_id().map_or(0, |id| id.saturating_add(1));
        if (lowest_free..COUNTER_LIMIT).contains(&self.head.next) { Ok(()) } else { Err(Flaw::Counter(self.head.next)) }
    }

    fn highest_id(&self) -> Option<u32> {
        let last = [
            self.journeys.last_key_value().map(|(id, _)| id.0),
            self.stages.last_key_value().map(|(id, _)| id.0),
            self.lanes.last_key_value().map(|(id, _)| id.0),
            self.cards.last_key_value().map(|(id, _)| id.0),
        ];
        last.into_iter().flatten().max()
    }
}
