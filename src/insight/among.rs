//! Engagements among others: which is which, and which is looked for.

use crate::compose::folded;

/// What tells the engagement `at` a place from others with its title; `None` where its title is its own.
///
/// `marks` says what each can be told by, the shortest first, that belongs to it alone, such as when it was added: a number among
/// those with the same title would go to another one once the first is renamed. Only where no mark will do it is a number, in
/// the order given.
pub fn told_apart(titles: &[&str], at: usize, marks: impl Fn(usize) -> Vec<String>) -> Option<String> {
    let alike: Vec<usize> = (0..titles.len()).filter(|other| titles[*other].trim() == titles[at].trim()).collect();
    if alike.len() < 2 {
        return None;
    }
    let others: Vec<Vec<String>> = alike.iter().filter(|other| **other != at).map(|other| marks(*other)).collect();
    let is_own = |(place, mark): &(usize, String)| others.iter().all(|marks| marks.get(*place) != Some(mark));
    let own = marks(at).into_iter().enumerate().find(is_own).map(|(_, mark)| mark);
    Some(own.unwrap_or_else(|| (alike.iter().filter(|other| **other < at).count() + 1).to_string()))
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
    use super::{copy_of, holds, told_apart};

    /// What tells all of them apart that are called so, and were added at these times.
    fn told(titles: &[&str], times: &[&str]) -> Vec<Option<String>> {
        let marks = |at: usize| times.get(at).map_or_else(Vec::new, |time| vec![time[..4].into(), (*time).into()]);
        (0..titles.len()).map(|at| told_apart(titles, at, marks)).collect()
    }

    #[test]
    fn what_is_called_alike_is_told_apart() {
        let times = ["9:00:01", "9:05:00", "9:00:30", "9:07:40", "9:06:00"];
        let some = |mark: &str| Some(mark.to_owned());
        let all = [some("9:00:01"), some("9:05"), some("9:00:30"), some("9:07"), None];
        assert_eq!(told(&["Kurs", "", "Kurs ", "", "Плеяда"], &times), all);
        assert_eq!(told(&["", "", "Kurs"], &[]), [some("1"), some("2"), None], "whose times nobody knows");
    }

    #[test]
    fn nobody_gets_the_mark_of_another_when_one_is_renamed() {
        let times = ["9:00:01", "9:01:00", "9:02:30"];
        let before = told(&["", "", ""], &times);
        assert_eq!(told(&["Kurs", "", ""], &times)[1..], before[1..]);
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
