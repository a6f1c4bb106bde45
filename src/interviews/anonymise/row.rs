//! The words of a text with what stands between them, for what is found by rows of words.

use std::ops::Range;

use crate::interviews::word::{Word, runs};

/// A text as words.
pub(super) struct Tokens<'t> {
    letters: &'t [char],
    words: Vec<Word>,
}

impl<'t> Tokens<'t> {
    pub fn of(text: &str, letters: &'t [char]) -> Self {
        Tokens { letters, words: runs(text) }
    }

    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// A word, folded; nothing behind the last.
    pub fn word(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| &word.folded)
    }

    /// What parts a word from the one before it, without white space. Nothing parts them where it is empty.
    pub fn before(&self, at: usize) -> Option<String> {
        let (one, next) = (self.words.get(at.checked_sub(1)?)?, self.words.get(at)?);
        let between = &self.letters[one.at.end as usize..next.at.start as usize];
        (!between.contains(&'\n')).then(|| between.iter().filter(|letter| !letter.is_whitespace()).collect())
    }

    /// Whether only white space parts a word from the one before it.
    pub fn is_next(&self, at: usize) -> bool {
        self.before(at).is_some_and(|signs| signs.is_empty())
    }

    pub fn is_capital(&self, at: usize) -> bool {
        self.first(at).is_some_and(char::is_uppercase)
    }

    pub fn is_number(&self, at: usize) -> bool {
        self.first(at).is_some_and(|letter| letter.is_ascii_digit())
    }

    /// Whether a sentence begins with it, where any word has a capital.
    pub fn begins(&self, at: usize) -> bool {
        self.before(at).is_none_or(|signs| signs.contains(['.', '!', '?', '\u{2026}', ':']))
    }

    /// Where a row of words is in the text, from the beginning of its first to the end of its last.
    pub fn place(&self, words: Range<usize>) -> Range<usize> {
        self.words[words.start].at.start as usize..self.words[words.end - 1].at.end as usize
    }

    /// Whether a letter follows a row of words at once.
    pub fn letter_behind(&self, end: usize) -> Option<char> {
        self.letters.get(self.words[end - 1].at.end as usize).copied()
    }

    fn first(&self, at: usize) -> Option<char> {
        self.words.get(at).and_then(|word| self.letters.get(word.at.start as usize)).copied()
    }
}

/// Whether a list, parted by spaces, has a word.
pub(super) fn has(list: &str, word: &str) -> bool {
    !word.is_empty() && list.split_ascii_whitespace().any(|one| one == word)
}

/// What a search finds in a text, as it is written there.
#[cfg(test)]
pub(super) fn found(text: &str, find: fn(&Tokens) -> Vec<Range<usize>>) -> Vec<String> {
    let letters: Vec<char> = text.chars().collect();
    let row = Tokens::of(text, &letters);
    find(&row).into_iter().map(|one| letters[row.place(one)].iter().collect()).collect()
}
