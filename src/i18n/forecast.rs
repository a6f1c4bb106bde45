//! What is said of a forecast beside what came.

use crate::model::scenario::{Counted, Period};

/// What is said of forecast and actual figures, in one language. Each is described by its English text in `en.rs`.
#[allow(missing_docs, reason = "each field is described by its English text in `en.rs`")]
pub struct ForecastWords {
    pub title: &'static str,
    /// The forecast of a locked scenario: by whom it is locked, and the day that the forecast counts from.
    pub said: fn(&str, &str) -> String,
    pub not_locked: &'static str,
    pub figure: &'static str,
    pub counted: fn(Counted) -> &'static str,
    /// What a figure means; revenue is of a period.
    pub means: fn(Counted, Period) -> String,
    pub end_of: &'static str,
    pub month: fn(u16) -> String,
    pub forecast: &'static str,
    pub range: &'static str,
    pub actual: &'static str,
    /// The field for what came, in words: figure and month.
    pub came_of: fn(&str, &str) -> String,
    /// The day on which what came was said or last changed.
    pub actual_on: &'static str,
    pub difference: &'static str,
    pub against_range: &'static str,
    pub below: &'static str,
    pub inside: &'static str,
    pub above: &'static str,
    /// Where a figure lies, if the luck of single clients may have carried it there.
    pub by_chance: fn(&str) -> String,
    /// How many figures that came lie in the range, of how many.
    pub inside_of: fn(usize, usize) -> String,
    /// How many of the others the luck of single clients may have carried out of it.
    pub chance_of: fn(usize) -> String,
    /// The ends of the range with the luck of single clients, low and high.
    pub ends_with_luck: [&'static str; 2],
    /// What the bands of the chart are: that of the range, that with the luck of single clients.
    pub bands: fn(bool, bool) -> &'static str,
    /// Why no figure is taken yet: the day on which its period ends.
    pub not_yet: fn(&str) -> String,
    pub no_range: &'static str,
    pub nothing_came: &'static str,
}
