//! What somebody said, word for word, is shown in quotation marks.

/// Whether quotation marks are still to be put around a quote: not when it was typed with them.
pub fn is_bare(text: &str) -> bool {
    let text = text.trim().trim_end_matches(['.', '!', '?', '\u{2026}', ',']);
    let marks = ["\"\"", "\u{201c}\u{201d}", "\u{201e}\u{201c}", "\u{ab}\u{bb}", "\u{2018}\u{2019}"];
    let around = |marks: &&str| {
        let mut ends = marks.chars();
        text.chars().count() > 1
            && text.starts_with(|c| ends.next() == Some(c))
            && text.ends_with(|c| ends.next() == Some(c))
    };
    !marks.iter().any(around)
}

#[cfg(test)]
mod tests {
    use super::is_bare;

    #[test]
    fn marks_that_were_typed_are_enough() {
        for typed in ["«Мне нечем было это защищать».", "\u{201c}I had nothing\u{201d}", "\"no\"", "„да“!"]
        {
            assert!(!is_bare(typed), "{typed}");
        }
        for bare in ["I had nothing", "", "\"", "«Прошли курс» — не результат", "don't"] {
            assert!(is_bare(bare), "{bare}");
        }
    }
}
