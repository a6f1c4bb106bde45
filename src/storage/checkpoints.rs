//! The states of an engagement that somebody kept under a name.

use super::envelope::{self, Document};
use super::stamp::Stamp;
use super::{SaveError, Shelf, ShelfError, before_histories, making_room};
use crate::arrange::Arrange;
use crate::model::Engagement;
use crate::model::day::Moment;

pub(super) const PREFIX: &str = "orbita/checkpoint/";

/// A state of an engagement that somebody kept under a name.
#[derive(Clone, Debug, PartialEq)]
pub struct Checkpoint {
    /// Where it lies.
    pub key: String,
    /// Its name.
    pub name: String,
    /// The state, and when it was kept.
    pub document: Document,
}

/// Keeps a state of an engagement under a name; `token` is a random one, so that no key is ever used twice.
///
/// # Errors
/// When it is not kept.
pub fn keep(
    shelf: &dyn Shelf,
    id: &str,
    (name, token): (&str, &str),
    engagement: &Engagement,
    before: Option<&Stamp>,
    now: Moment,
) -> Result<(), SaveError> {
    let (text, _) = envelope::write(engagement, before, token, now).map_err(|_| SaveError::NotWritten)?;
    // The name stands before the text, on a line of its own, so that the text stays what an engagement's text is.
    let text = format!("{}\n{text}", name.replace(['\r', '\n'], " "));
    let key = format!("{PREFIX}{id}/{token}");
    making_room(shelf, now, &|| shelf.write(&key, &text)).map_err(SaveError::NotKept)
}

/// The checkpoints of an engagement, the last kept first; what cannot be read is left out, and stays where it is.
pub fn list(shelf: &dyn Shelf, id: &str) -> Vec<Checkpoint> {
    let mut found: Vec<Checkpoint> = Vec::new();
    for key in keys(shelf, id) {
        let text = shelf.read(&key).ok().flatten().unwrap_or_default();
        let Some((name, text)) = text.split_once('\n') else { continue };
        if let Ok(document) = envelope::read(text) {
            let later = |other: &Checkpoint| other.document.stamp.saved_at > document.stamp.saved_at;
            let at = found.partition_point(later);
            found.insert(at, Checkpoint { key, name: name.into(), document });
        }
    }
    found
}

/// The keys of the checkpoints of all engagements with when they were kept, the oldest first; those that cannot be read are left
/// out.
pub(super) fn oldest_first(shelf: &dyn Shelf) -> Vec<(String, Moment)> {
    let keys = shelf.keys().unwrap_or_default();
    let kept_at = |key: &String| {
        let text = shelf.read(key).ok().flatten()?;
        Some(envelope::read(text.split_once('\n')?.1).ok()?.stamp.saved_at)
    };
    let ours = keys.into_iter().filter(|key| key.starts_with(PREFIX));
    let mut all: Vec<(String, Moment)> = ours.filter_map(|key| Some((key.clone(), kept_at(&key)?))).collect();
    all.arrange_by(|(one, earlier), (other, later)| earlier.cmp(later).then_with(|| one.cmp(other)));
    all
}

/// Gives another engagement the same checkpoints, as far as there is room.
///
/// # Errors
/// When the shelf does not take one.
pub fn copy(shelf: &dyn Shelf, from: &str, to: &str) -> Result<(), ShelfError> {
    for key in keys(shelf, from) {
        if let Some(literal) = shelf.literal(&key)? {
            let key = key.replacen(&format!("{PREFIX}{from}/"), &format!("{PREFIX}{to}/"), 1);
            // What is deleted could not be had back; these are still with the other.
            before_histories(shelf, &|| shelf.write_literal(&key, &literal))?;
        }
    }
    Ok(())
}

fn keys(shelf: &dyn Shelf, id: &str) -> Vec<String> {
    let prefix = format!("{PREFIX}{id}/");
    shelf.keys().unwrap_or_default().into_iter().filter(|key| key.starts_with(&prefix)).collect()
}
