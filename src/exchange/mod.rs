//! How it travels: a map as a picture, as pages, as text that people or other programs read, and back.

pub mod archive;
pub mod calendar;
pub mod clip;
pub mod csv;
pub mod link;
pub mod markdown;
pub mod office;
pub mod picture;
pub mod quotes;
pub mod ranking;
pub mod xml;

use crate::edit::draft::JourneyDraft;
use crate::i18n::Lang;
use crate::i18n::journey::JourneyWords;
use crate::i18n::quote::quoted;
use crate::i18n::speech::listed;
use crate::insight::curve::{Landmark, Landmarks};
use crate::model::journey::Lane;
use crate::model::quantity::Level;
use crate::plain::clean;

/// The name of the stage at a place counted from 0; one without a name goes by its number.
pub(crate) fn stage_name(journey: &JourneyDraft, at: usize, words: &JourneyWords) -> String {
    words.stage_or(journey.stages.get(at).map_or("", |stage| &stage.name), at)
}

/// The name of a lane; one without a name that files can hold goes by its kind.
pub(crate) fn lane_name<'a>(lane: &'a Lane, words: &JourneyWords) -> &'a str {
    if clean(&lane.name).trim().is_empty() { words.lane_kind(lane.kind) } else { &lane.name }
}

/// What a stage is on the emotion curve, in a word.
pub fn landmark_word(landmark: Landmark, words: &JourneyWords) -> &'static str {
    match landmark {
        Landmark::Peak => words.peak,
        Landmark::Lowest => words.lowest,
        Landmark::Drop => words.steepest_drop,
        Landmark::Last => words.last,
    }
}

/// What the curve marks at a stage counted from 0, as it follows each other.
fn landmarks(levels: &[Option<Level>], at: usize, words: &JourneyWords) -> Vec<String> {
    listed(Landmarks::of(levels).at(at).map(|landmark| landmark_word(landmark, words)))
}

/// Somebody's words in the quotation marks of the language.
fn said(text: &str, lang: Lang) -> String {
    quoted(lang, &clean(text))
}
