//! How English counts things.

use crate::i18n::Lang;
use crate::i18n::speech::together;
use crate::interviews::counts::HighlightCount;

/// A count with its noun.
pub fn counted_en(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// How many quotes and notes there are; what there is none of is not told.
pub fn highlights_en(heard: HighlightCount) -> String {
    let several = |count: usize, one, many| (count > 0).then(|| counted_en(count, one, many));
    let parts = [several(heard.quotes, "quote", "quotes"), several(heard.notes, "note", "notes")];
    together(Lang::English, &parts.into_iter().flatten().collect::<Vec<_>>())
}

/// Points of a percentage in English: "1 pt", "2.5 pts".
pub fn points_en(text: &str) -> String {
    let unit = if text.trim_start_matches(['+', '\u{2212}']) == "1" { "pt" } else { "pts" };
    format!("{text} {unit}")
}
