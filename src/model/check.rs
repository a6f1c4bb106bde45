//! The invariants that hold between any two changes, and that a document from outside must show before it is let in.

use super::quantity::{JourneyId, LaneId, StageId};
use super::record::Record;
use super::{Collection, Engagement, Key, runs};
use crate::arrange::Arrange;
use crate::interviews::text::HighlightId;

/// How a document breaks its own rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// A journey that the list does not name exactly once, a stage or a lane that does not belong to exactly one journey, a
    /// card that is not in exactly one cell, or a paragraph that is not in exactly one transcript: its collection and the number
    /// of its id.
    Place(Collection, u32),
    /// A record with a number that it cannot have.
    Unsound(Key),
    /// A record that needs another one that is not there.
    Missing {
        /// The record.
        of: Key,
        /// What it needs.
        missing: Key,
    },
    /// A cell in a lane of another journey, in a lane that holds no cards, or kept although it is empty.
    Cell(StageId, LaneId),
    /// A quote whose parts are no single run of paragraphs of its interview, or that has words and says it lost them, or none
    /// and does not say so.
    Quote(HighlightId),
    /// More than one emotion lane in a journey.
    SecondEmotionLane(JourneyId),
    /// A counter for new ids that is not above every id in use, or has no room left.
    Counter(u32),
}

/// No honest document mints as many ids; one that claims so would leave no room for new ones.
pub const COUNTER_LIMIT: u32 = 1 << 31;

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
            let kinds = journey.lanes.iter().filter_map(|&lane| self.lane(lane)).map(|lane| lane.kind);
            if kinds.filter(|kind| !kind.holds_cards()).count() > 1 {
                return Err(Flaw::SecondEmotionLane(id));
            }
            for (stage, record) in journey.stages.iter().filter_map(|&id| Some((id, self.stage(id)?))) {
                cards.extend(record.all_cards().map(|card| card.0));
                let holds = |lane: LaneId| {
                    journey.lanes.contains(&lane) && self.lane(lane).is_some_and(|lane| lane.kind.holds_cards())
                };
                if let Some((lane, _)) = record.cells.iter().find(|(lane, cell)| !holds(*lane) || cell.is_empty()) {
                    return Err(Flaw::Cell(stage, lane));
                }
            }
        }
        if !self.head.is_sound() {
            return Err(Flaw::Unsound(Key::Head));
        }
        let listed = self.head.journeys.iter().map(|journey| journey.0).collect();
        let said = self.transcripts().flat_map(|(_, transcript)| transcript.paragraphs.iter().map(|id| id.0));
        let mut named = Named { journeys: listed, stages, lanes, cards, paragraphs: said.collect() };
        for &collection in Collection::ALL {
            let Some(named) = named.of(collection) else { continue };
            if let Some(odd) = odd_one(named, self.numbers(collection)) {
                return Err(Flaw::Place(collection, odd));
            }
        }
        self.check_records()?;
        runs::check(self)?;
        let lowest_free = self.highest_id().map_or(0, |id| id.saturating_add(1));
        if (lowest_free..COUNTER_LIMIT).contains(&self.head.next) { Ok(()) } else { Err(Flaw::Counter(self.head.next)) }
    }
}

/// The ids that other records name to say where something belongs.
struct Named {
    journeys: Vec<u32>,
    stages: Vec<u32>,
    lanes: Vec<u32>,
    cards: Vec<u32>,
    paragraphs: Vec<u32>,
}

impl Named {
    /// Those of a collection whose records belong to exactly one place, taken out; `None` where they stand by themselves.
    fn of(&mut self, collection: Collection) -> Option<Vec<u32>> {
        let named = match collection {
            Collection::Journey => &mut self.journeys,
            Collection::Stage => &mut self.stages,
            Collection::Lane => &mut self.lanes,
            Collection::Card => &mut self.cards,
            Collection::Paragraph => &mut self.paragraphs,
            // What shares the id of another record is asked for with it, and where a quote is with its paragraphs.
            Collection::Details | Collection::Transcript | Collection::Answers | Collection::Quote => return None,
            Collection::Scenario
            | Collection::Initiative
            | Collection::Account
            | Collection::Interview
            | Collection::Tag
            | Collection::Group
            | Collection::Statement => return None,
        };
        Some(std::mem::take(named))
    }
}

/// An id that is not named exactly once for exactly one record; `records` come in order.
fn odd_one(mut named: Vec<u32>, records: Vec<u32>) -> Option<u32> {
    named.arrange();
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
        assert_eq!(odd_one(vec![3, 1, 2], vec![1, 2, 3]), None);
        assert_eq!(odd_one(vec![1, 3], vec![1, 2, 3]), Some(2), "a record that nobody names");
        assert_eq!(odd_one(vec![1, 2, 9], vec![1, 2]), Some(9), "a name without a record");
        assert_eq!(odd_one(vec![1, 2, 2], vec![1, 2]), Some(2), "named twice");
    }
}
