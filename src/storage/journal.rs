//! The journal of a tab: what it changed since its last save, so that a crash between two saves loses nothing that was
//! written here. Small, because it holds the changed records alone.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::stamp::Digest;
use super::{Shelf, ShelfError};
use crate::arrange::set_of;
use crate::model::{Change, Edit, Engagement, Key};

pub(super) const PREFIX: &str = "orbita/journal/";

/// How many changed records a journal holds at most; beyond that a whole save is cheaper.
const MOST: usize = 64;

/// What a tab changed since its last save.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Journal {
    /// How often the tab had saved when it wrote this.
    pub saves: u32,
    /// The changed records as they were at that save.
    pub before: Change,
    /// The same records as they are now.
    pub after: Change,
    /// The records that hold them, such as the stage of a card: should another tab delete those, they come back with what
    /// was written here.
    #[serde(default)]
    pub around: Change,
}

/// A journal found on the shelf, with the tab that wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundJournal {
    /// Where it lies.
    pub key: String,
    /// The tab.
    pub writer: String,
    /// What it says; `None` when it cannot be read.
    pub journal: Option<Journal>,
    /// How a state that holds what it says names it among what it has seen, so that it is brought in once.
    pub mark: String,
}

impl Journal {
    /// Whether it is small enough to be kept instead of a whole save.
    pub fn is_small(&self) -> bool {
        self.after.len() <= MOST
    }

    /// Whether it says of each record what it was and what it is. One that does not is damaged: what it leaves out would count
    /// as changed or deleted.
    fn is_whole(&self) -> bool {
        let keys = |records: &Change| -> BTreeSet<Key> { set_of(records.iter().map(Edit::key)) };
        keys(&self.before) == keys(&self.after)
    }

    /// The state `shelf` as it would be with the changed records as they were, and as they are now.
    pub fn states(&self, shelf: &Engagement) -> (Engagement, Engagement) {
        let with = |records: &Change| {
            let mut state = shelf.clone();
            state.swap(self.around.clone());
            state.swap(records.clone());
            state
        };
        (with(&self.before), with(&self.after))
    }

    /// Keeps it, in place of the last one of the same tab.
    ///
    /// # Errors
    /// When the shelf does not take it.
    pub fn keep(&self, shelf: &dyn Shelf, id: &str, writer: &str) -> Result<(), ShelfError> {
        let text = serde_json::to_string(self).map_err(|_| ShelfError::Lost)?;
        shelf.write(&key(id, writer), &text)
    }
}

/// The key of a tab's journal.
pub fn key(id: &str, writer: &str) -> String {
    format!("{PREFIX}{id}/{writer}")
}

/// Removes the journal of a tab: what it holds is saved.
pub fn clear(shelf: &dyn Shelf, id: &str, writer: &str) {
    // One that stays is known by its count of saves to be old.
    let _ = shelf.remove(&key(id, writer));
}

/// The journals of an engagement, whichever tabs wrote them.
pub fn all(shelf: &dyn Shelf, id: &str) -> Vec<FoundJournal> {
    let prefix = format!("{PREFIX}{id}/");
    let keys = shelf.keys().unwrap_or_default();
    let found = keys.into_iter().filter_map(|key| {
        let writer = key.strip_prefix(&prefix)?.to_owned();
        let text = shelf.read(&key).ok().flatten()?;
        let mark = format!("journal/{}", Digest::of(&text));
        Some(FoundJournal { key, writer, mark, journal: serde_json::from_str(&text).ok().filter(Journal::is_whole) })
    });
    found.collect()
}

/// The records that hold others, and those that hold them in turn; of a card also its details, which go with it.
pub(super) fn around(engagement: &Engagement, keys: &[Key]) -> Vec<Key> {
    let mut around: Vec<Key> = Vec::new();
    let mut next: Vec<Key> = keys.to_vec();
    while let Some(key) = next.pop() {
        for holder in holders(engagement, key) {
            if !keys.contains(&holder) && !around.contains(&holder) {
                around.push(holder);
                next.push(holder);
            }
        }
    }
    around
}

/// A record that holds others, as a journal has it: of a transcript only the order of the changed paragraphs, so that a journal
/// does not grow with the interview.
pub(super) fn holder(engagement: &Engagement, holder: Key, keys: &[Key]) -> Option<Edit> {
    let mut edit = engagement.edit(holder)?;
    if let Edit::Transcript(_, Some(transcript)) = &mut edit {
        let changed: BTreeSet<&Key> = set_of(keys.iter());
        transcript.paragraphs.retain(|paragraph| changed.contains(&Key::Paragraph(*paragraph)));
    }
    Some(edit)
}

fn holders(engagement: &Engagement, key: Key) -> Vec<Key> {
    match key {
        Key::Details(_) | Key::Transcript(_) | Key::Answers(_) => key.owner().into_iter().collect(),
        Key::Paragraph(paragraph) => {
            let interview = engagement.interview_of(paragraph).map(|(interview, _)| Key::Transcript(interview));
            let parts = engagement.paragraph(paragraph).into_iter().flat_map(|paragraph| &paragraph.parts);
            interview.into_iter().chain(parts.map(|part| Key::Quote(part.highlight))).collect()
        }
        Key::Quote(quote) => engagement.quote(quote).map(|quote| Key::Interview(quote.interview)).into_iter().collect(),
        Key::Card(card) => {
            let place = engagement.place(card).map(|(cell, _)| [Key::Stage(cell.stage), Key::Lane(cell.lane)]);
            place.into_iter().flatten().chain([Key::Details(card)]).collect()
        }
        Key::Stage(stage) => {
            let lanes = engagement.stage(stage).into_iter().flat_map(|stage| stage.cells.iter());
            let lanes = lanes.map(|(lane, _)| Key::Lane(lane));
            engagement.journey_of_stage(stage).map(Key::Journey).into_iter().chain(lanes).collect()
        }
        Key::Lane(lane) => engagement.journey_of_lane(lane).map(Key::Journey).into_iter().collect(),
        Key::Journey(_) => vec![Key::Head],
        Key::Initiative(_) => match engagement.edit(key) {
            Some(Edit::Initiative(_, Some(one))) => one.friction.map(Key::Card).into_iter().collect(),
            _ => Vec::new(),
        },
        Key::Head
        | Key::Scenario(_)
        | Key::Account(_)
        | Key::Interview(_)
        | Key::Tag(_)
        | Key::Group(_)
        | Key::Statement(_)
        | Key::List(_) => Vec::new(),
    }
}
