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

/// What a copy of `title` is called among titles that are taken: its name with the word for a copy behind it, and from the second
/// on a number. A copy of a copy is one more of the same.
pub fn copy_of(title: &str, copy: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let is_mark = |mark: &str| mark.strip_prefix(copy).is_some_and(|rest| is_number(rest.trim_start()));
    let marked = title.strip_suffix(')').and_then(|title| title.rsplit_once(" ("));
    let first = marked.filter(|(_, mark)| is_mark(mark)).map_or(title, |(first, _)| first);
    let called = |number: usize| match number {
        1 => format!("{first} ({copy})"),
        _ => format!("{first} ({copy} {number})"),
    };
    (1..).map(called).find(|name| !is_taken(name)).unwrap_or_default()
}

/// Whether a title or what it is about holds every word that is looked for.
pub fn holds(words: &str, title: &str, about: &str) -> bool {
    let text = folded(&format!("{title} {about}"));
    folded(words).split_whitespace().all(|word| text.contains(word))
}

#[cfg(test)]
mod tests {
    use super::{copy_of, holds, twins};

    #[test]
    fn what_is_called_alike_is_told_apart() {
        assert_eq!(twins(&["Kurs", "", "Kurs ", "Плеяда", "Kurs", ""]), [1, 1, 2, 1, 3, 2]);
        assert_eq!(twins(&[]), [0; 0]);
    }

    #[test]
    fn copies_are_told_apart() {
        let copy = |title: &str, word: &str, taken: &[&str]| copy_of(title, word, |name| taken.contains(&name));
        assert_eq!(copy("Beta", "copy", &["Beta"]), "Beta (copy)");
        assert_eq!(copy("Beta", "copy", &["Beta", "Beta (copy)"]), "Beta (copy 2)");
        assert_eq!(copy("Beta (copy)", "copy", &["Beta", "Beta (copy)", "Beta (copy 2)"]), "Beta (copy 3)");
        assert_eq!(copy("Курс (копия 2)", "копия", &["Курс (копия 2)"]), "Курс (копия)");
        assert_eq!(copy("Plan (2026)", "copy", &[]), "Plan (2026) (copy)");
        assert_eq!(copy("Plan (copyright)", "copy", &[]), "Plan (copyright) (copy)");
    }

    #[test]
    fn a_project_is_found_by_words_of_its_title_or_description() {
        assert!(holds("обуч КУРС", "Курс+", "Для обучения"));
        assert!(holds("", "any", ""));
        assert!(!holds("курс нет", "Курс+", "Для обучения"));
    }
}
