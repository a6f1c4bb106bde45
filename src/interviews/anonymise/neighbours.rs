//! What stands beside a name: with another surname behind it a first name is somebody else's. Where nobody can tell, both are hidden.

use std::ops::Range;

use super::case::NameWord;
use super::endings::{OF_MEN, OF_WOMEN, ends_so, is_given, is_patronymic, is_surname};
use super::people::is_role;
use super::row::has;
use crate::interviews::kinds::Language;
use crate::interviews::phrases::stop_words;
use crate::interviews::word::{Word, pieces};

/// What often stands before or behind a name with a capital, and is none.
const ORDINARY: &str = " вчера сегодня завтра потом затем спросите спросил спросила позвоните сказал сказала госпожа господин \
    ask tell call yesterday today tomorrow then later mr mrs ms dr monday tuesday wednesday thursday friday saturday sunday ";

/// A text by its words, to be looked through for names.
pub(super) struct NameRow {
    pub letters: Vec<char>,
    pub words: Vec<Word>,
}

impl NameRow {
    pub fn of(text: &str) -> Self {
        NameRow { letters: text.chars().collect(), words: pieces(text) }
    }

    pub fn is_capital(&self, at: usize) -> bool {
        self.letters[self.words[at].at.start as usize].is_uppercase()
    }

    /// Whether only blanks are between a word and the next.
    pub fn is_next(&self, at: usize) -> bool {
        let between = self.between(at);
        !between.is_empty() && between.iter().all(|one| one.is_whitespace() && *one != '\n')
    }

    /// A capital with a full stop: "А. Петрова".
    pub fn is_initial(&self, at: usize) -> bool {
        let word = &self.words[at].at;
        word.len() == 1 && self.is_capital(at) && self.letters.get(word.end as usize) == Some(&'.')
    }

    /// A name with what hyphens join to it: Петрова-Ким.
    pub fn with_joined(&self, mut name: Range<usize>) -> Range<usize> {
        while self.is_joined(name.end - 1) && self.is_capital(name.end) {
            name.end += 1;
        }
        name
    }

    /// Whether a sentence may begin with a word, where any has a capital.
    pub fn begins(&self, at: usize) -> bool {
        let is_sign = |one: &char| *one == '\n' || !one.is_whitespace() && !matches!(one, ',' | '-');
        at == 0 || self.between(at - 1).iter().any(is_sign)
    }

    /// Whether a word says which of those who have a name is meant: Олегом-младшим, "Oleg Jr", but not Олег-то.
    pub fn says_which(&self, name: Range<usize>) -> bool {
        const NOTHING: &str = " то таки ка де ";
        const ENGLISH: &str = " jr sr junior senior younger elder ";
        (name.start + 1..self.words.len().min(name.end + 1)).any(|at| {
            let word = self.words[at].folded.as_str();
            let is_age = word.starts_with("младш") || word.starts_with("старш");
            let is_which = is_age && !is_surname(word) || has(ENGLISH, word);
            let is_russian = word.starts_with(|one| matches!(one, 'а'..='я'));
            let is_any = at == name.end && is_russian && !self.is_capital(at) && !has(NOTHING, word);
            is_which && self.is_next(at - 1) || (is_which || is_any) && self.is_joined(at - 1)
        })
    }

    /// Whether a hyphen joins a word to the next.
    fn is_joined(&self, at: usize) -> bool {
        matches!(self.between(at), ['-' | '\u{2010}' | '\u{2011}'])
    }

    /// Whether a word and the next may be of one name.
    fn goes_on(&self, at: usize) -> bool {
        let is_behind_initial = self.is_initial(at) && matches!(self.between(at), ['.'] | ['.', ' ' | '\u{a0}']);
        self.is_next(at) || self.is_joined(at) || is_behind_initial
    }

    /// What is between a word and the next.
    fn between(&self, at: usize) -> &[char] {
        let Some(next) = self.words.get(at + 1) else { return &[] };
        &self.letters[self.words[at].at.end as usize..next.at.start as usize]
    }

    /// Whether a word may be of the same name as the one beside it.
    fn may_name(&self, at: usize, beside: usize) -> bool {
        let word = &self.words[at];
        let mut letters = self.letters[word.at.start as usize..word.at.end as usize].iter();
        let is_cyrillic = |at: usize| self.words[at].folded.starts_with(|one| matches!(one, 'а'..='я'));
        // "CRM" is nobody's name.
        let is_written_so = letters.any(|one| one.is_lowercase())
            || self.is_initial(at)
            || is_surname(&word.folded)
            || is_patronymic(&word.folded);
        self.is_capital(at)
            && is_written_so
            && is_cyrillic(at) == is_cyrillic(beside)
            && (self.is_initial(at) || !is_role(&word.folded) && !is_small(word) && !has(ORDINARY, &word.folded))
    }
}

/// A word of a text that is a part of somebody's name.
pub(super) struct NamePart<'f> {
    /// The words of all names of this person.
    pub own: &'f [NameWord],
    /// Whether a first name and a surname are known.
    pub is_full: bool,
    /// The word, as somebody gave it.
    pub word: &'f NameWord,
    /// Whether it stands behind another word in the name.
    pub is_later: bool,
}

impl NamePart<'_> {
    /// All the words of the name that the word at this place is in: to be hidden, or, as an error, somebody else's. Words before
    /// `free` are another's, and so are those with `is_others`. More is hidden where nobody can tell.
    pub fn whole(
        &self,
        row: &NameRow,
        at: usize,
        free: usize,
        is_others: impl Fn(usize) -> bool,
    ) -> Result<Range<usize>, Range<usize>> {
        let is_own = |beside: usize| row.is_capital(beside) && self.has(&row.words[beside].folded);
        let is_part = |beside: usize| !is_others(beside) && (is_own(beside) || row.may_name(beside, at));
        // "Anna's Excel" is what she has.
        let has_more = !row.words[at].folded.ends_with("'s");
        let mut end = at + 1;
        while has_more && row.goes_on(end - 1) && is_part(end) {
            end += 1;
            let is_between = row.is_initial(end - 1) || is_patronymic(&row.words[end - 1].folded);
            if !(is_between || is_own(end - 1) || row.is_joined(end - 2) || row.is_joined(end - 1)) {
                break;
            }
        }
        if self.is_others(row.words[at + 1..end].iter().map(|word| word.folded.as_str())) {
            return Err(at..end);
        }
        let is_last = self.is_later || is_surname(&self.word.folded);
        let mut start = at;
        while let Some(before) = start.checked_sub(1).filter(|before| *before >= free) {
            let word = row.words[before].folded.as_str();
            // "Анна Ковалёва Ивана ждала": the surname has a first name already.
            let is_free = || before == free || !row.is_next(before - 1) || !is_given(&row.words[before - 1].folded);
            let belongs = row.is_joined(before)
                || is_own(before)
                || is_last && (start == at || row.is_initial(before) || is_given(word))
                || start == at && (is_surname(word) && is_free() || !self.is_full && is_given(word));
            if !(belongs && row.goes_on(before) && is_part(before)) {
                break;
            }
            start = before;
        }
        Ok(start..end)
    }

    fn has(&self, folded: &str) -> bool {
        self.own.iter().any(|own| own.has_form(folded))
    }

    /// Whether what follows a first name makes it somebody else's: a surname of that gender, or another patronymic.
    fn is_others<'w>(&self, mut behind: impl Iterator<Item = &'w str> + Clone) -> bool {
        let is_first = self.is_full && !self.is_later && !is_surname(&self.word.folded);
        if !is_first || behind.clone().any(|word| self.has(word)) {
            return false;
        }
        let endings = if self.word.folded.ends_with(['а', 'я']) { OF_WOMEN } else { OF_MEN };
        let has_patronymic = self.own.iter().any(|own| is_patronymic(&own.folded));
        // A surname that begins alike may be this one, misheard.
        let others = self.own.iter().filter(|own| *own != self.word);
        let is_alike = |word: &str| others.clone().any(|own| own.folded.chars().next() == word.chars().next());
        behind.any(|word| match is_patronymic(word) {
            true => has_patronymic,
            false => ends_so(word, endings) && !is_given(word) && !is_alike(word),
        })
    }
}

/// Whether a word is one of the small words that every text has.
pub(super) fn is_small(word: &Word) -> bool {
    Language::ALL.iter().any(|language| stop_words(*language).contains(word.folded.as_str()))
}
