//! How Russian counts things.

use crate::i18n::Lang;
use crate::i18n::speech::together;
use crate::interviews::counts::HighlightCount;

/// Which of the three Russian forms goes with a count: 1 карточка, 2 карточки, 5 карточек.
pub fn plural_ru<'a>(count: usize, one: &'a str, few: &'a str, many: &'a str) -> &'a str {
    match (count % 10, count % 100) {
        (_, 11..=14) => many,
        (1, _) => one,
        (2..=4, _) => few,
        _ => many,
    }
}

/// A count with its noun.
pub fn counted_ru(count: usize, one: &str, few: &str, many: &str) -> String {
    format!("{count} {}", plural_ru(count, one, few, many))
}

/// How many quotes and notes there are.
pub fn highlights_ru(heard: HighlightCount) -> String {
    let several = |count: usize, [one, few, many]: [&str; 3]| (count > 0).then(|| counted_ru(count, one, few, many));
    let quotes = several(heard.quotes, ["цитата", "цитаты", "цитат"]);
    let notes = several(heard.notes, ["заметка", "заметки", "заметок"]);
    together(Lang::Russian, &[quotes, notes].into_iter().flatten().collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::plural_ru;

    #[test]
    fn russian_counts_in_three_forms() {
        let form = |count| plural_ru(count, "карточка", "карточки", "карточек");
        assert_eq!(
            [1, 2, 5, 11, 21, 104, 112].map(form),
            ["карточка", "карточки", "карточек", "карточек", "карточка", "карточки", "карточек"]
        );
    }
}
