//! What the map says of the quotes behind it: reached without the part that shows interviews.

use crate::interviews::counts::HighlightCount;
use crate::model::scenario::Period;

/// What is said of quotes outside of interviews, in one language. Each is described by its English text in `en.rs`.
#[allow(missing_docs, reason = "each field is described by its English text in `en.rs`")]
pub struct BackingWords {
    pub quotes_title: &'static str,
    /// Quotes and notes.
    pub highlights: fn(HighlightCount) -> String,
    pub people: fn(usize) -> String,
    pub interviews: fn(usize) -> String,
    /// How many people spoke of a stage.
    pub spoke: fn(usize) -> String,
    pub revenue_behind: fn(&str, Period) -> String,
    /// How many of the accounts left, whose revenue is that before they did.
    pub gone: fn(usize) -> String,
    pub unknown: fn(usize) -> String,
    pub add_quotes: &'static str,
    pub remove_quote: fn(&str) -> String,
    pub removed_quote: &'static str,
    pub open_quote: fn(&str) -> String,
    pub find_quotes: &'static str,
    pub no_quotes_yet: &'static str,
    pub no_consent: &'static str,
    pub none_found: &'static str,
    pub none_joined: &'static str,
    pub quotes_of_card: &'static str,
    pub by_people: &'static str,
    pub by_revenue: &'static str,
    pub sort_by: &'static str,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    #[test]
    fn counts_agree_with_their_words() {
        let (en, ru) = (BackingWords::of(Lang::English), BackingWords::of(Lang::Russian));
        assert_eq!([1, 2].map(en.people), ["1 person", "2 people"]);
        assert_eq!([1, 3, 5].map(ru.people), ["1 человек", "3 человека", "5 человек"]);
        assert_eq!([1, 2, 11].map(ru.spoke), ["Говорил 1 человек", "Говорили 2 человека", "Говорили 11 человек"]);
        assert_eq!((ru.gone)(21), "21 клиент ушёл: учтена выручка до ухода");
        let said = |words: &BackingWords| {
            [(1, 0), (22, 0), (0, 1), (5, 3)]
                .map(|(quotes, notes)| (words.highlights)(HighlightCount { quotes, notes }))
        };
        assert_eq!(said(en), ["1 quote", "22 quotes", "1 note", "5 quotes and 3 notes"]);
        assert_eq!(said(ru), ["1 цитата", "22 цитаты", "1 заметка", "5 цитат и\u{a0}3 заметки"]);
    }
}
