//! What a word is: runs of letters, folded so that forms that look alike count as one.

use std::ops::Range;

use crate::compose::folded;

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// Its position in the stored text, in scalar values.
    pub at: Range<u32>,
    /// The word, folded.
    pub folded: String,
    /// Whether only white space separates it from the word before.
    pub is_neighbour: bool,
}

/// The words of a paragraph, in order. A run that holds a digit is no word, nor is what an address is made of; both part their
/// neighbours, and so does every sign but white space.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut is_parted = true;
    let mut words = Vec::new();
    let addresses = addresses(text);
    for run in runs(text) {
        let is_other = run.folded.contains(char::is_numeric)
            || addresses.iter().any(|address| address.start <= run.at.start && run.at.start < address.end);
        if !is_other {
            words.push(Word { is_neighbour: run.is_neighbour && !is_parted, ..run });
        }
        is_parted = is_other;
    }
    words
}

/// Where addresses of mail and of pages are, in scalar values.
fn addresses(text: &str) -> Vec<Range<u32>> {
    if !text.contains(['@', '.', '/']) {
        return Vec::new();
    }
    let mut at = 0;
    let mut found = Vec::new();
    for piece in text.split(char::is_whitespace) {
        let length = u32::try_from(piece.chars().count()).unwrap_or(u32::MAX);
        if is_address(piece) {
            found.push(at..at + length);
        }
        at += length + 1;
    }
    found
}

/// Whether a piece of text is an address: `anna@example.org`, `@anna`, `https://…`, `www.…`, `example.org/a`.
fn is_address(piece: &str) -> bool {
    const ENDS: &str =
        "com|org|net|io|ru|рф|su|by|kz|ua|uk|de|fr|eu|us|ai|app|dev|info|me|co|tech|online|store|pro|biz|edu|gov";
    let bare = piece.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '@' | '/'));
    if bare.contains("://") || bare.starts_with("www.") {
        return true;
    }
    if let Some((_, domain)) = bare.split_once('@') {
        return domain.starts_with(char::is_alphanumeric);
    }
    let (host, path) = bare.split_once('/').map_or((bare, None), |(host, path)| (host, Some(path)));
    let is_part = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() || c == '-');
    // "left.So" is two sentences.
    let is_host = host.split('.').all(is_part)
        && host.rsplit_once('.').is_some_and(|(_, end)| ENDS.split('|').any(|known| known == end));
    is_host && path.is_none_or(|path| !path.starts_with('/'))
}

/// Runs of letters and digits with their marks and, inside, single hyphens and apostrophes.
pub(super) fn runs(text: &str) -> Vec<Word> {
    runs_joined(text, joint)
}

/// The same, with words cut at their hyphens.
pub(super) fn pieces(text: &str) -> Vec<Word> {
    runs_joined(text, |letter| joint(letter).filter(|joint| *joint == '\''))
}

fn runs_joined(text: &str, joint: fn(char) -> Option<char>) -> Vec<Word> {
    let letters: Vec<(u32, char)> = (0..).zip(text.chars()).filter(|(_, letter)| *letter != SOFT_HYPHEN).collect();
    let is_letter_at = |at: usize| letters.get(at).is_some_and(|(_, letter)| is_letter(*letter));
    let (mut runs, mut at, mut is_neighbour) = (Vec::new(), 0, false);
    while let Some(&(start, letter)) = letters.get(at) {
        if !is_letter(letter) {
            is_neighbour &= letter.is_whitespace();
            at += 1;
            continue;
        }
        let mut run = String::new();
        loop {
            let next = letters.get(at).map(|(_, letter)| *letter);
            if let Some(letter) = next.filter(|letter| is_letter(*letter) || is_mark(*letter)) {
                run.push(letter);
            } else if let Some(joint) = next.and_then(joint).filter(|_| is_letter_at(at + 1)) {
                run.push(joint);
            } else {
                break;
            }
            at += 1;
        }
        runs.push(Word { at: start..letters[at - 1].0 + 1, folded: quickly_folded(&run), is_neighbour });
        is_neighbour = true;
    }
    runs
}

pub(super) const SOFT_HYPHEN: char = '\u{ad}';

fn is_letter(letter: char) -> bool {
    letter.is_alphanumeric() && letter != '\u{2bc}'
}

/// Marks that belong to the letter before them and are no letters by themselves.
fn is_mark(letter: char) -> bool {
    matches!(letter,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}'
        | '\u{20d0}'..='\u{20f0}' | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}'
        // Hebrew and Arabic.
        | '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}' | '\u{5c2}' | '\u{5c4}' | '\u{5c5}' | '\u{5c7}'
        | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6dc}' | '\u{6df}'..='\u{6e4}'
        | '\u{6e7}' | '\u{6e8}' | '\u{6ea}'..='\u{6ed}'
        // Scripts of India, Thai and Japanese: signs that join or drop a vowel.
        | '\u{93c}' | '\u{94d}' | '\u{9bc}' | '\u{9cd}' | '\u{a3c}' | '\u{a4d}' | '\u{abc}' | '\u{acd}' | '\u{b3c}'
        | '\u{b4d}' | '\u{bcd}' | '\u{c4d}' | '\u{cbc}' | '\u{ccd}' | '\u{d4d}' | '\u{dca}' | '\u{e47}'..='\u{e4e}'
        | '\u{3099}' | '\u{309a}')
}

/// A hyphen or an apostrophe, in whatever form, as it counts.
fn joint(letter: char) -> Option<char> {
    match letter {
        '-' | '\u{2010}' | '\u{2011}' => Some('-'),
        '\'' | '\u{2019}' | '\u{2bc}' => Some('\''),
        _ => None,
    }
}

/// A word as it counts, which is [`folded`]: without a look at the tables of marks where there are none.
fn quickly_folded(word: &str) -> String {
    // Latin and Cyrillic without marks, as nearly all words are.
    let plain = |letter: char| match letter {
        'ё' | 'Ё' => Some('е'),
        'а'..='я' => Some(letter),
        'А'..='Я' => char::from_u32(letter as u32 + 0x20),
        letter if letter.is_ascii() => Some(letter.to_ascii_lowercase()),
        _ => None,
    };
    let quick: Option<String> = word.chars().map(plain).collect();
    quick.unwrap_or_else(|| folded(word))
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
            assert_eq!(quickly_folded(word), word.to_lowercase().replace('ё', "е"));
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
    fn addresses_are_no_words() {
        let folded = |text: &str| seen(text).into_iter().map(|word| word.0).collect::<Vec<_>>();
        assert_eq!(
            folded(
                "write anna.berg@example.org, or @anna; see https://example.org/a/b, www.example.de or orbita.app/talk."
            ),
            ["write", "or", "see", "or"]
        );
        assert_eq!(folded("позвоните +7 (495) 123-45-67, почта anna@пример.рф (курс.рф)"), ["позвоните", "почта"]);
        assert_eq!(
            folded("we left.So they and/or we came at.last"),
            ["we", "left", "so", "they", "and", "or", "we", "came", "at", "last"]
        );
        assert_eq!(seen("a https://x.org b")[1], ("b".into(), false), "what it stands between are no neighbours");
        let spot = words("😀 a@b.ru word").remove(0).at;
        assert_eq!((spot.start, spot.end), (9, 13));
    }

    #[test]
    fn a_mark_alone_is_no_word() {
        assert_eq!(seen("a \u{2764}\u{fe0f} b"), [("a".into(), false), ("b".into(), false)]);
        assert_eq!(seen("שָׁלוֹם за\u{301}мок").len(), 2);
    }

    #[test]
    fn positions_are_those_of_the_stored_text() {
        let text = "😀 при\u{ad}вычка, е\u{308}ж";
        let spots: Vec<(u32, u32)> = words(text).into_iter().map(|word| (word.at.start, word.at.end)).collect();
        assert_eq!(spots, [(2, 11), (13, 16)]);
    }
}
