//! What ranges say: their ends, what they move with, and what simulations with them give.

use crate::model::amount::{End, Estimate};

/// What is said of ranges and simulations in one language. The English words beside the Russian ones are the description of each.
#[allow(missing_docs, reason = "each field is described by its English text")]
pub struct RangeWords {
    pub range: &'static str,
    pub range_means: &'static str,
    /// What a range means that reaches only above the likely number, or only below it.
    pub only_above: &'static str,
    pub only_below: &'static str,
    /// What is added to the meaning of ranges where one of them reaches to one side only.
    pub one_sided_too: &'static str,
    pub low: &'static str,
    pub likely: &'static str,
    pub high: &'static str,
    pub make_exact: &'static str,
    pub tornado_columns: [&'static str; 5],
    /// The end of a bar that stops before an answer about spending.
    pub end_stops: fn(&str) -> String,
    /// Why it stops: the input, the answer.
    pub stops_for: fn(&str, &str) -> String,
    /// How many inputs have no bar, where there is no room.
    pub levers_left_out: fn(usize) -> String,
    pub moves: &'static str,
    pub moves_alone: &'static str,
    pub moves_with_base: fn(&str) -> String,
    pub moves_with: fn(&str) -> String,
    pub moves_against: fn(&str) -> String,
    pub range_of: fn(&str) -> String,
    pub drawn_of: fn(&str, usize) -> String,
    pub low_too_high: fn(&str) -> String,
    pub high_too_low: fn(&str) -> String,
    /// The low end was taken away, and the likely number stands for it.
    pub no_low: fn(&str) -> String,
    pub no_high: fn(&str) -> String,
    /// The range, and the median where the sentence above it doesn't name it.
    pub range_80: fn(&str, Option<&str>) -> String,
    pub chance_positive: fn(&str) -> String,
    pub chance_better: fn(&str, &str) -> String,
    pub conditions: &'static str,
    pub median_of_runs: &'static str,
    /// Beside a figure from the likely numbers: the median, where it reads otherwise.
    pub median_beside: fn(&str) -> String,
    pub from_likely: &'static str,
    pub no_ranges: &'static str,
    pub by_likely: fn(&str) -> String,
    /// What the luck of single clients does to the share kept: clients, points, month.
    pub single_clients: fn(&str, &str, usize) -> String,
    pub drawn_apart: fn(&str, &str, &str) -> String,
    pub drawn_apart_here: fn(&str) -> String,
    pub draw_together: &'static str,
    /// What another tab made of a number in whose place this tab's stands, and the choice between the two.
    pub other_tab_has: fn(&str) -> String,
    pub use_other: &'static str,
    pub keep_this: &'static str,
    pub calculating_ranges: &'static str,
    pub with_luck: &'static str,
    pub low_of: fn(&str) -> String,
    pub high_of: fn(&str) -> String,
}

impl RangeWords {
    /// What the low, the likely and the high number of these estimates mean.
    pub fn means(&self, estimates: &[Estimate]) -> String {
        let ranges: Vec<_> = estimates.iter().filter(|estimate| estimate.ends().is_some()).collect();
        match ranges.as_slice() {
            [only] if only.only_end() == Some(End::High) => self.only_above.into(),
            [only] if only.only_end() == Some(End::Low) => self.only_below.into(),
            all if all.iter().any(|one| one.only_end().is_some()) => {
                format!("{} {}", self.range_means, self.one_sided_too)
            }
            _ => self.range_means.into(),
        }
    }
}
