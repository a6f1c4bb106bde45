//! The invariants that hold between any two changes, and that a document from outside must show before it is let in.

use super::Engagement;
use super::quantity::{AccountId, CardId, InitiativeId, JourneyId, LaneId, ScenarioId, StageId};
use super::scenario::Initiative;

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
    /// Details without their card.
    Details(CardId),
    /// A cell in a lane of another journey, in a lane that holds no cards, or kept although it is empty.
    Cell(StageId, LaneId),
    /// More than one emotion lane in a journey.
    SecondEmotionLane(JourneyId),
    /// A scenario with a number that it cannot have.
    Scenario(ScenarioId),
    /// An initiative with a number that it cannot have, or for a friction that is not there.
    Initiative(InitiativeId),
    /// An account with revenue that cannot be.
    Account(AccountId),
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
        let (mut stages, mut lanes, mut cards) = (Vec::new(), Vec::new(), Vec::new());
        for (id, journey) in self.journeys() {
            lanes.extend(journey.lanes.iter().map(|lane| lane.0));
            stages.extend(journey.stages.iter().map(|stage| stage.0));
            let kinds = journey.lanes.iter().filter_map(|&lane| self.lanes.get(lane)).map(|lane| lane.kind);
            if kinds.filter(|kind| !kind.holds_cards()).count() > 1 {
                return Err(Flaw::SecondEmotionLane(id));
            }
            for (stage, record) in journey.stages.iter().filter_map(|&id| Some((id, self.stages.get(id)?))) {
                cards.extend(record.all_cards().map(|card| card.0));
                let holds = |lane: LaneId| {
                    journey.lanes.contains(&lane) && self.lanes.get(lane).is_some_and(|lane| lane.kind.holds_cards())
                };
                if let Some((lane, _)) = record.cells.iter().find(|(lane, cell)| !holds(*lane) || cell.is_empty()) {
                    return Err(Flaw::Cell(stage, lane));
                }
            }
        }

        let listed = self.head.journeys.iter().map(|journey| journey.0).collect();
        let odd = [
            odd_one(listed, self.journeys.iter().map(|(id, _)| id.0)).map(|id| Flaw::Journey(JourneyId(id))),
            odd_one(stages, self.stages.iter().map(|(id, _)| id.0)).map(|id| Flaw::Stage(StageId(id))),
            odd_one(lanes, self.lanes.iter().map(|(id, _)| id.0)).map(|id| Flaw::Lane(LaneId(id))),
            odd_one(cards, self.cards.iter().map(|(id, _)| id.0)).map(|id| Flaw::Card(CardId(id))),
        ];
        if let Some(flaw) = odd.into_iter().flatten().next() {
            return Err(flaw);
        }
        if let Some((id, _)) = self.details.iter().find(|(id, _)| self.cards.get(*id).is_none()) {
            return Err(Flaw::Details(id));
        }
        if let Some((id, _)) = self.scenarios.iter().find(|(_, scenario)| !scenario.is_sound()) {
            return Err(Flaw::Scenario(id));
        }
        let is_lost = |card: CardId| self.cards.get(card).is_none();
        let is_odd = |initiative: &Initiative| !initiative.is_sound() || initiative.friction.is_some_and(is_lost);
        if let Some((id, _)) = self.initiatives.iter().find(|(_, initiative)| is_odd(initiative)) {
            return Err(Flaw::Initiative(id));
        }
        if let Some((id, _)) = self.accounts.iter().find(|(_, account)| !account.is_sound()) {
            return Err(Flaw::Account(id));
        }
        let lowest_free = self.highest_id().map_or(0, |id| id.saturating_add(1));
        if (lowest_free..COUNTER_LIMIT).contains(&self.head.next) { Ok(()) } else { Err(Flaw::Counter(self.head.next)) }
    }

    fn highest_id(&self) -> Option<u32> {
        let last = [
            self.journeys.last_id().map(|id| id.0),
            self.stages.last_id().map(|id| id.0),
            self.lanes.last_id().map(|id| id.0),
            self.cards.last_id().map(|id| id.0),
            self.scenarios.last_id().map(|id| id.0),
            self.initiatives.last_id().map(|id| id.0),
            self.accounts.last_id().map(|id| id.0),
        ];
        last.into_iter().flatten().max()
    }
}

/// An id that is not named exactly once for exactly one record; `records` come in order.
fn odd_one(mut named: Vec<u32>, records: impl Iterator<Item = u32>) -> Option<u32> {
    named.sort_unstable();
    let mut named = named.into_iter();
    for record in records {
        match named.next() {
            Some(name) if name == record => (),
            Some(name) => return Some(name.min(record)),
            None => return Some(record),
        }
    }
    named.next()
}

#[cfg(test)]
mod tests {
    use super::odd_one;

    #[test]
    fn names_and_records_must_match_one_to_one() {
        assert_eq!(odd_one(vec![3, 1, 2], [1, 2, 3].into_iter()), None);
        assert_eq!(odd_one(vec![1, 3], [1, 2, 3].into_iter()), Some(2), "a record that nobody names");
        assert_eq!(odd_one(vec![1, 2, 9], [1, 2].into_iter()), Some(9), "a name without a record");
        assert_eq!(odd_one(vec![1, 2, 2], [1, 2].into_iter()), Some(2), "named twice");
    }
}
