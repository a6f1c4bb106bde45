//! What is: the engagement, one document with everything of one client project.
//!
//! The records lie in flat tables and refer to each other by id. All tables are private to this module, and
//! [`Engagement::swap`] is the only way to change them: it returns the inverse of what it did, so no change can forget
//! its undo.

pub mod amount;
mod check;
pub mod day;
pub mod interview;
pub mod journey;
pub mod key;
pub mod limits;
pub mod merge;
pub mod merging;
pub mod quantity;
pub mod record;
pub mod records;
mod renumber;
mod runs;
pub mod scenario;
pub mod statement;
pub mod summary;
pub mod table;

use serde::{Deserialize, Serialize};

pub use check::{COUNTER_LIMIT, Flaw};
use journey::Journey;
pub use key::{Collection, Key};
use merging::Merging;
use quantity::{CardId, JourneyId, LaneId, StageId};
use record::{Names, Record};
pub use records::{Edit, Engagement};
use scenario::Tables;

/// What an engagement says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// The engagement's title. Empty: not named yet.
    pub title: String,
    /// What it is about, in a sentence.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub about: String,
    /// The journeys, in the order of the list.
    pub journeys: Vec<JourneyId>,
    /// The next id to mint: greater than every id in use.
    pub next: u32,
    /// What pasted tables say that is of no scenario.
    #[serde(default, skip_serializing_if = "Tables::is_empty")]
    pub tables: Tables,
}

impl Record for Head {
    fn merge(base: &Self, ours: &Self, theirs: &Self, to: &mut Merging) -> Self {
        Head {
            title: to.text(&base.title, &ours.title, &theirs.title),
            about: to.text(&base.about, &ours.about, &theirs.about),
            journeys: to.list(&base.journeys, &ours.journeys, &theirs.journeys),
            next: ours.next.max(theirs.next),
            tables: Tables::merged(&base.tables, &ours.tables, &theirs.tables, to),
        }
    }

    fn is_sound(&self) -> bool {
        self.tables.is_sound()
    }

    fn texts(&self, text: &mut dyn FnMut(&str)) {
        [&self.title, &self.about].into_iter().for_each(|one| text(one));
        self.tables.texts(text);
    }

    fn rename(&mut self, names: &Names) {
        self.journeys.iter_mut().for_each(|id| *id = names.journey(*id));
    }
}

/// A crossing of a stage and a lane.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Cell {
    /// The column.
    pub stage: StageId,
    /// The row.
    pub lane: LaneId,
}

/// Edits that happen together: one step of the history.
pub type Change = Vec<Edit>;

impl Default for Engagement {
    fn default() -> Self {
        Self::new()
    }
}

impl Engagement {
    /// An engagement without a name, without a journey.
    pub fn new() -> Self {
        Self::empty(Head { next: 1, ..Head::default() })
    }

    /// Makes every edit of `change`, in order, and returns the change that takes it all back.
    pub fn swap(&mut self, change: Change) -> Change {
        let mut inverse: Change = change.into_iter().map(|edit| self.put(edit)).collect();
        inverse.reverse();
        inverse
    }

    /// The head.
    pub fn head(&self) -> &Head {
        &self.head
    }

    /// Every journey in the order of the list.
    pub fn journeys(&self) -> impl Iterator<Item = (JourneyId, &Journey)> {
        self.head.journeys.iter().filter_map(|&id| Some((id, self.journeys.get(id)?)))
    }

    /// The journey that a stage belongs to.
    pub fn journey_of_stage(&self, stage: StageId) -> Option<JourneyId> {
        self.journeys().find(|(_, journey)| journey.stages.contains(&stage)).map(|(id, _)| id)
    }

    /// The journey that a lane belongs to.
    pub fn journey_of_lane(&self, lane: LaneId) -> Option<JourneyId> {
        self.journeys().find(|(_, journey)| journey.lanes.contains(&lane)).map(|(id, _)| id)
    }

    /// The cell in which a card lies, and its place there, counted from 0. Looks through the stages.
    pub fn place(&self, card: CardId) -> Option<(Cell, usize)> {
        self.stages.iter().find_map(|(stage, record)| {
            let (lane, at) = record.place(card)?;
            Some((Cell { stage, lane }, at))
        })
    }
}
