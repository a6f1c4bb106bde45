//! What a few letters in the command palette find.

use crate::arrange::Arrange;
use crate::compose::folded;

/// A label as it is compared: in one case of letters, "ё" as "е".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label(String);

impl Label {
    /// The label of a text.
    pub fn of(text: &str) -> Self {
        Label(folded(text))
    }
}

/// The positions in `labels` of those that hold every typed word, the best first; equally good ones stay in their order. A word
/// is held best at the beginning of a label, then at the beginning of one of its words, then anywhere, then letter by letter
/// from the beginning of a word. Nothing typed finds all.
pub fn find(typed: &str, labels: &[Label]) -> Vec<usize> {
    let typed = folded(typed);
    let words: Vec<&str> = typed.split_whitespace().collect();
    let rank = |label: &Label| words.iter().map(|word| rank(word, &label.0)).sum::<Option<usize>>();
    let mut found: Vec<(usize, usize)> =
        labels.iter().enumerate().filter_map(|(at, label)| Some((rank(label)?, at))).collect();
    found.arrange();
    found.into_iter().map(|(_, at)| at).collect()
}

/// How well a label holds a word; 0 is best.
fn rank(word: &str, label: &str) -> Option<usize> {
    if label.starts_with(word) {
        return Some(0);
    }
    let mut starts = label.match_indices(word).map(|(at, _)| is_start(label, at));
    match (starts.next(), starts.any(|start| start)) {
        (Some(true), _) | (Some(false), true) => Some(1),
        (Some(false), false) => Some(2),
        (None, _) => spelled(word, label).then_some(3),
    }
}

/// Whether a word of the label begins at a byte.
fn is_start(label: &str, at: usize) -> bool {
    !label[..at].chars().next_back().is_some_and(char::is_alphanumeric)
}

/// Whether the letters stand in the label in this order, the first at the beginning of a word, each later one next to the one
/// before or at the beginning of a later word: "atm" and "adto" find "add to map".
fn spelled(word: &str, label: &str) -> bool {
    let starts = label.char_indices().filter(|(at, letter)| letter.is_alphanumeric() && is_start(label, *at));
    let mut rest = word.chars();
    let Some(mut wanted) = rest.next() else { return true };
    for (at, _) in starts {
        for letter in label[at..].chars().take_while(|letter| letter.is_alphanumeric()) {
            if letter != wanted {
                break;
            }
            match rest.next() {
                Some(next) => wanted = next,
                None => return true,
            }
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'a>(typed: &str, labels: &[&'a str]) -> Vec<&'a str> {
        let folded: Vec<Label> = labels.iter().map(|label| Label::of(label)).collect();
        find(typed, &folded).into_iter().map(|at| labels[at]).collect()
    }

    #[test]
    fn the_beginning_of_a_label_comes_before_that_of_a_word_and_that_before_its_middle() {
        let labels = ["Understand", "All under one roof", "Under way", "Redo"];
        assert_eq!(found("under", &labels), ["Understand", "Under way", "All under one roof"]);
        assert_eq!(found("nde", &labels), ["Understand", "All under one roof", "Under way"]);
    }

    #[test]
    fn first_letters_of_words_find_what_they_begin() {
        let labels = ["Move to the right", "Rate together", "Редкий трек"];
        assert_eq!(found("mtr", &labels), ["Move to the right"]);
        assert_eq!(found("mori", &labels), ["Move to the right"]);
        assert_eq!(found("рт", &labels), ["Редкий трек"]);
        assert!(found("rx", &labels).is_empty());
    }

    #[test]
    fn every_typed_word_must_be_held_in_any_order_and_case() {
        let labels = ["Счёт пришёл поздно", "Поздний ответ"];
        assert_eq!(found("ПОЗДНО счет", &labels), ["Счёт пришёл поздно"]);
        assert_eq!(found("", &labels), labels);
        assert_eq!(found("  ", &labels), labels);
    }
}
