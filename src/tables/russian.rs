//! How much sense a text makes as Russian, so that one of several ways to read its bytes can be taken.

/// The most frequent letters: two of three letters of a Russian text are among them.
const FREQUENT: &str = "оеаинтсрвлк";

/// How many letters of its words are frequent ones; words that nobody writes so count against it: letters of two alphabets, or a
/// capital behind a small letter.
pub(super) fn sense(text: &str) -> i64 {
    let words =
        text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_ascii() && word.chars().nth(1).is_some());
    words.map(of_word).sum()
}

fn of_word(word: &str) -> i64 {
    let is_russian = |c: char| matches!(c, 'А'..='я' | 'Ё' | 'ё');
    let pairs = || word.chars().zip(word.chars().skip(1));
    if !word.chars().all(is_russian) || pairs().any(|(one, next)| one.is_lowercase() && next.is_uppercase()) {
        return -i64::try_from(word.chars().count()).unwrap_or(0);
    }
    let is_frequent = |c: &char| c.to_lowercase().all(|c| FREQUENT.contains(c));
    i64::try_from(word.chars().filter(is_frequent).count()).unwrap_or(0)
}
