//! What a word is: runs of letters, folded so that forms that look alike count as one.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// Where it stands in the text as it is stored, in scalar values.
    pub at: Range<u32>,
    /// The word, folded.
    pub folded: String,
    /// Whether only white space stands between it and the word before.
    pub is_neighbour: bool,
}

/// The words of a paragraph, in order. A run that holds a digit is no word; it parts its neighbours, and so does every sign
/// but white space.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut is_parted = true;
    let mut words = Vec::new();
    for run in runs(text) {
        let has_digit = run.folded.contains(char::is_numeric);
        if !has_digit {
            words.push(Word { is_neighbour: run.is_neighbour && !is_parted, ..run });
        }
        is_parted = has_digit;
    }
    words
}

/// Runs of letters and digits with their marks and, inside, single hyphens and apostrophes.
pub(super) fn runs(text: &str) -> Vec<Word> {
    let letters: Vec<(u32, char)> = (0..).zip(text.chars()).filter(|(_, letter)| *letter != SOFT_HYPHEN).collect();
    let is_part_at = |at: usize| letters.get(at).is_some_and(|(_, letter)| is_part(*letter));
    let (mut runs, mut at, mut is_neighbour) = (Vec::new(), 0, false);
    while let Some(&(start, letter)) = letters.get(at) {
        if !is_part(letter) {
            is_neighbour &= letter.is_whitespace();
            at += 1;
            continue;
        }
        let mut run = String::new();
        loop {
            let next = letters.get(at).map(|(_, letter)| *letter);
            if let Some(letter) = next.filter(|letter| is_part(*letter)) {
                run.push(letter);
            } else if let Some(joint) = next.and_then(joint).filter(|_| is_part_at(at + 1)) {
                run.push(joint);
            } else {
                break;
            }
            at += 1;
        }
        runs.push(Word { at: start..letters[at - 1].0 + 1, folded: folded(&run), is_neighbour });
        is_neighbour = true;
    }
    runs
}

const SOFT_HYPHEN: char = '\u{ad}';

fn is_part(letter: char) -> bool {
    (letter.is_alphanumeric() && letter != '\u{2bc}') || is_combining_mark(letter)
}

/// A hyphen or an apostrophe, in whatever form, as it counts.
fn joint(letter: char) -> Option<char> {
    match letter {
        '-' | '\u{2010}' | '\u{2011}' => Some('-'),
        '\'' | '\u{2019}' | '\u{2bc}' => Some('\''),
        _ => None,
    }
}

/// A word as it counts: composed, in small letters, ё as е.
fn folded(word: &str) -> String {
    // Latin and Cyrillic without marks, as nearly all words are.
    let plain = |letter: char| match letter {
        'ё' | 'Ё' => Some('е'),
        'а'..='я' => Some(letter),
        'А'..='Я' => char::from_u32(letter as u32 + 0x20),
        letter if letter.is_ascii() => Some(letter.to_ascii_lowercase()),
        _ => None,
    };
    let quick: Option<String> = word.chars().map(plain).collect();
    quick.unwrap_or_else(|| word.nfc().collect::<String>().to_lowercase().replace('ё', "е"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(text: &str) -> Vec<(String, bool)> {
        words(text).into_iter().map(|word| (word.folded, word.is_neighbour)).collect()
    }

    #[test]
    fn words_hold_marks_hyphens_and_apostrophes() {
        let folded: Vec<String> =
            seen("Mother-in-law can\u{2019}t; что\u{2010}нибудь \u{2bc}so\u{2bc} well--known -x- е\u{308}ж")
                .into_iter()
                .map(|word| word.0)
                .collect();
        assert_eq!(folded, ["mother-in-law", "can't", "что-нибудь", "so", "well", "known", "x", "еж"]);
        assert_eq!(seen("при\u{ad}вычка И\u{306}од")[1].0, "йод", "composed");
        assert_eq!(seen("при\u{ad}вычка")[0].0, "привычка");
    }

    #[test]
    fn quick_folding_is_folding() {
        for word in ["ЁЖИКЯАёжикяа", "AZaz-09'", "Ґрунт", "Éclair", "ẞ", "ΣΊΣΥΦΟΣ"] {
            assert_eq!(folded(word), word.nfc().collect::<String>().to_lowercase().replace('ё', "е"));
        }
    }

    #[test]
    fn only_white_space_makes_neighbours() {
        let neighbours = |text: &str| seen(text).into_iter().map(|word| word.1).collect::<Vec<_>>();
        assert_eq!(neighbours("a b\u{a0}\n c"), [false, true, true]);
        assert_eq!(neighbours("a, b (c) d"), [false, false, false, false]);
        assert_eq!(neighbours("a 5 b Q4 c 1st d"), [false; 4], "runs with digits part, and count nowhere");
        assert_eq!(neighbours("a \u{2013} b"), [false, false]);
    }

    #[test]
    fn positions_are_those_of_the_stored_text() {
        let text = "😀 при\u{ad}вычка, е\u{308}ж";
        let spots: Vec<(u32, u32)> = words(text).into_iter().map(|word| (word.at.start, word.at.end)).collect();
        assert_eq!(spots, [(2, 11), (13, 16)]);
    }
}
