//! What people call a part of a file.

use serde::de::DeserializeOwned;

use super::backup::SavedText;
use super::checkpoints;
use crate::model::day::Moment;

/// A part of a file, as people know it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PartName {
    /// What a checkpoint is called, or the title of its project, as far as it can be read; empty where there is none.
    pub title: String,
    /// When it was saved, where it says so.
    pub on: Option<Moment>,
}

impl PartName {
    /// What is known by its title alone.
    pub fn titled(title: &str) -> Self {
        PartName { title: title.into(), on: None }
    }

    /// As far as it can be read.
    pub(super) fn of(part: &SavedText) -> Self {
        let text = part.text();
        let is_checkpoint = part.key.as_deref().is_some_and(|key| key.starts_with(checkpoints::PREFIX));
        let name = checkpoints::name_and_state(&text).filter(|_| is_checkpoint).map(|(name, _)| name.trim());
        let name = name.filter(|name| !name.is_empty());
        let title = name.map(String::from).or_else(|| said(&text, "\"title\":")).unwrap_or_default();
        PartName { title, on: said(&text, "\"saved_at\":") }
    }
}

/// What a text says behind a name, though the whole of it cannot be read.
fn said<T: DeserializeOwned>(text: &str, name: &str) -> Option<T> {
    let (_, rest) = text.split_once(name)?;
    serde_json::Deserializer::from_str(rest).into_iter().next()?.ok()
}
