//! The words of all paragraphs in one row, and how each of them was written.

use std::ops::Range;

use super::super::word::SOFT_HYPHEN;

/// A word in the row of all words.
pub struct Spoken {
    pub speech: u32,
    pub at: Range<u32>,
    pub form: u32,
    pub is_neighbour: bool,
}

impl Spoken {
    /// The word as it was written, without soft hyphens.
    pub fn spelled(&self, letters: &[Vec<char>]) -> String {
        let letters = letters[self.speech as usize][self.at.start as usize..self.at.end as usize].iter();
        letters.filter(|letter| **letter != SOFT_HYPHEN).collect()
    }

    /// Whether a sentence begins with it, where any word has a capital.
    pub fn begins(&self, letters: &[Vec<char>]) -> bool {
        let before = letters[self.speech as usize][..self.at.start as usize].iter().rev();
        let ends = |letter: &char| matches!(letter, '.' | '!' | '?' | '\u{2026}' | ':' | '\n');
        let is_between = |letter: &&char| !letter.is_alphanumeric() && **letter != ',';
        let mut between = before.clone().take_while(is_between);
        between.any(ends) || before.clone().all(|letter| is_between(&letter))
    }
}

/// Whether a word has a capital at its beginning and nowhere else.
pub fn is_capitalised(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && !letters.any(char::is_uppercase)
}
