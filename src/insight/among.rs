//! Engagements among others: which is which, and which is looked for.

use std::collections::BTreeMap;

use crate::compose::folded;

/// Which of the engagements with its title each one is, counted from 1; `titles` is in any order that stays.
pub fn twins(titles: &[&str]) -> Vec<usize> {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let mut numbers = Vec::new();
    for title in titles {
        let count = seen.entry(title.trim()).or_insert(0);
        *count += 1;
        numbers.push(*count);
    }
    numbers
}

/// Whether a title or what it is about holds every word that is looked for.
pub fn holds(words: &str, title: &str, about: &str) -> bool {
    let text = folded(&format!("{title} {about}"));
    folded(words).split_whitespace().all(|word| text.contains(word))
}

#[cfg(test)]
mod tests {
    use super::{holds, twins};

    #[test]
    fn what_is_called_alike_is_told_apart() {
        assert_eq!(twins(&["Kurs", "", "Kurs ", "Плеяда", "Kurs", ""]), [1, 1, 2, 1, 3, 2]);
        assert_eq!(twins(&[]), [0; 0]);
    }

    #[test]
    fn a_project_is_found_by_words_of_its_title_or_description() {
        assert!(holds("обуч КУРС", "Курс+", "Для обучения"));
        assert!(holds("", "any", ""));
        assert!(!holds("курс нет", "Курс+", "Для обучения"));
    }
}
