//! Quotes on the map, in English.

use crate::i18n::Lang;
use crate::i18n::backing::BackingWords;
use crate::i18n::en::counts::{counted_en, highlights_en};
use crate::i18n::quote::mentioned;
use crate::model::scenario::Period;

pub const WORDS: BackingWords = BackingWords {
    quotes_title: "Quotes",
    highlights: highlights_en,
    people: |count| counted_en(count, "person", "people"),
    interviews: |count| counted_en(count, "interview", "interviews"),
    spoke: |count| format!("{} spoke of it", counted_en(count, "person", "people")),
    revenue_behind: |money, period| {
        let period = match period {
            Period::Month => "month",
            Period::Quarter => "quarter",
            Period::Year => "year",
        };
        format!("Revenue behind it: {money} a {period}")
    },
    gone: |count| match count {
        1 => "Includes the former revenue of 1 account that has left".into(),
        count => format!("Includes the former revenue of {count} accounts that have left"),
    },
    unknown: |count| match count {
        1 => "revenue of 1 account unknown".into(),
        count => format!("revenue of {count} accounts unknown"),
    },
    add_quotes: "Add quotes…",
    remove_quote: |text| format!("Remove quote {}", mentioned(Lang::English, text)),
    removed_quote: "Quote removed",
    open_quote: |text| format!("Open {} in its interview", mentioned(Lang::English, text)),
    find_quotes: "Find quotes",
    no_consent: "No consent to quote",
    no_quotes_yet: "There are no quotes yet. Highlight what people said in Interviews.",
    none_found: "No quote has these words. Try fewer words, or select words in an interview to make them a quote.",
    none_joined: "No quotes yet.",
    quotes_of_card: "Quotes…",
    by_people: "By people",
    by_revenue: "By revenue",
    sort_by: "Sort by",
};
