//! Letters and their marks as one letter where Unicode has one: normalization form C (UAX #15) for Latin, Greek and Cyrillic,
//! the letters that words of our languages are written in. Words of other scripts stay as they are.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::arrange::Arrange;

/// Pairs of letter and mark, and the letters that they make; and back.
struct Tables {
    composed: HashMap<(char, char), char>,
    parts: HashMap<char, (char, char)>,
}

static TABLES: LazyLock<Tables> = LazyLock::new(|| {
    let mut tables = Tables { composed: HashMap::new(), parts: HashMap::new() };
    for line in include_str!("compositions.txt").lines().filter(|line| !line.starts_with('#')) {
        let Some((number, letters)) = line.split_once(' ') else { continue };
        let Some(mark) = u32::from_str_radix(number, 16).ok().and_then(char::from_u32) else { continue };
        let mut letters = letters.chars();
        while let (Some(base), Some(whole)) = (letters.next(), letters.next()) {
            tables.composed.insert((base, mark), whole);
            tables.parts.insert(whole, (base, mark));
        }
    }
    tables
});

/// Whether a letter is one of the marks that are written on Latin, Greek and Cyrillic letters.
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}')
}

/// A text with its letters and marks composed.
pub(crate) fn composed(text: &str) -> String {
    if !text.contains(is_mark) {
        return text.into();
    }
    let mut letters = Vec::with_capacity(text.len());
    text.chars().for_each(|letter| take_apart(letter, &mut letters));
    for run in letters.split_mut(|letter| class(*letter) == 0) {
        run.arrange_by_key(|mark| class(*mark));
    }
    let mut whole: Vec<char> = Vec::with_capacity(letters.len());
    // The last letter that marks may join, and the class of the last mark that did not join it.
    let (mut base, mut last_class) = (None, 0);
    for letter in letters {
        let class = class(letter);
        let joined = base
            .filter(|_| last_class < class)
            .and_then(|at: usize| Some((at, *TABLES.composed.get(&(whole[at], letter))?)));
        if let Some((at, joined)) = joined {
            whole[at] = joined;
            continue;
        }
        if class == 0 {
            base = Some(whole.len());
        }
        last_class = class;
        whole.push(letter);
    }
    whole.into_iter().collect()
}

/// A letter without its marks, followed by the marks.
fn take_apart(letter: char, letters: &mut Vec<char>) {
    let mut marks = Vec::new();
    let mut base = letter;
    while let Some(&(inner, mark)) = TABLES.parts.get(&base) {
        marks.push(mark);
        base = inner;
    }
    letters.push(base);
    letters.extend(marks.into_iter().rev());
}

/// The canonical combining class, which puts several marks of one letter in order; 0 for letters.
fn class(letter: char) -> u8 {
    match letter as u32 {
        0x34f => 0,
        0x315 | 0x31a | 0x358 => 232,
        0x31b => 216,
        0x321..=0x322 | 0x327..=0x328 => 202,
        0x316..=0x319 | 0x31c..=0x320 | 0x323..=0x326 | 0x329..=0x333 => 220,
        0x339..=0x33c | 0x347..=0x349 | 0x34d..=0x34e | 0x353..=0x356 | 0x359..=0x35a => 220,
        0x334..=0x338 => 1,
        0x345 => 240,
        0x35c | 0x35f | 0x362 => 233,
        0x35d..=0x35e | 0x360..=0x361 => 234,
        0x300..=0x36f => 230,
        _ => 0,
    }
}

/// A text as it is looked for and compared: letters joined with their accents, in one case, "ё" as "е".
pub(crate) fn folded(text: &str) -> String {
    composed(text).to_lowercase().replace('ё', "е")
}

/// A name as names are compared: [`folded`], whatever the spaces around its words.
pub(crate) fn name_key(name: &str) -> String {
    folded(&name.split_whitespace().collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;
    use unicode_normalization::char::canonical_combining_class;

    use super::*;

    #[test]
    fn marks_have_their_classes() {
        for mark in ('\u{300}'..='\u{36f}').chain(['a', 'ж']) {
            assert_eq!(class(mark), canonical_combining_class(mark), "{mark:?}");
        }
    }

    #[test]
    fn words_are_composed() {
        assert_eq!(composed("И\u{306}од е\u{308}ж"), "Йод ёж");
        assert_eq!(composed("за\u{301}мок"), "за\u{301}мок", "no letter of its own");
        assert_eq!(composed("ô\u{323}"), "ộ", "marks in any order");
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, cases: 1000, ..ProptestConfig::default() })]

        #[test]
        fn latin_greek_and_cyrillic_are_composed_as_unicode_says(
            word in "([a-zA-Zàéôộἄᾳйёѝӑăǟ]|[αηωΑΩΫ]|[а-яИЕУЖ]|[\u{300}-\u{33f}\u{342}\u{345}-\u{36f}]){0,12}"
        ) {
            prop_assert_eq!(composed(&word), word.nfc().collect::<String>());
        }
    }
}
