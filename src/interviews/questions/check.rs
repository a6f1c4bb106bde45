//! Which questions ask for opinions instead of events, in English and Russian.
//!
//! Of several faults, the one that begins first is reported.

use std::ops::Range;

use crate::interviews::kinds::Outcome;
use crate::interviews::word::{Word, words};

use super::leading::LEADING;
use super::patterns::{ABOUT, DIRECT, HYPOTHETICAL, POLITE};

/// What is wrong with a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It asks for the reason, and gets one made up on the spot.
    Direct,
    /// It holds its answer.
    Leading,
    /// It asks what somebody would do; nobody knows.
    Hypothetical,
}

/// A fault of a question, and where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// What is wrong.
    pub fault: Fault,
    /// The words that show it, in scalar values.
    pub at: Range<u32>,
    /// What the question is about, as far as its words say: about that day should be asked instead.
    pub about: Option<Outcome>,
}

/// The first fault of a question, if it has any.
pub fn check(question: &str) -> Option<Remark> {
    let row = QuestionWords::of(question);
    let words = &row.words;
    let polite: Vec<Range<usize>> = POLITE.iter().flat_map(|pattern| row.all(pattern)).collect();
    let faults = [(Fault::Direct, DIRECT), (Fault::Leading, LEADING), (Fault::Hypothetical, HYPOTHETICAL)];
    let mut first: Option<(Fault, Range<usize>)> = None;
    for (fault, patterns) in faults {
        for found in patterns.iter().flat_map(|pattern| row.all(pattern)) {
            let is_polite = polite.iter().any(|polite| polite.start < found.end && found.start < polite.end);
            if !is_polite && first.as_ref().is_none_or(|(_, first)| is_before(&found, first)) {
                first = Some((fault, found));
            }
        }
    }
    let (fault, found) = first?;
    let at = words[found.start].at.start..words[found.end - 1].at.end;
    let is_about = |stems: &[&str]| words.iter().any(|word| stems.iter().any(|stem| is_word(stem, &word.folded)));
    let about = ABOUT.iter().find(|(_, stems)| is_about(stems)).map(|(outcome, _)| *outcome);
    Some(Remark { fault, at, about })
}

/// Whether a match begins before another one, or says more from the same word on.
fn is_before(found: &Range<usize>, first: &Range<usize>) -> bool {
    (found.start, std::cmp::Reverse(found.end)) < (first.start, std::cmp::Reverse(first.end))
}

/// Words before what a sentence says.
const FILLERS: &str = "so|and|but|well|ok|okay|now|then|hm|а|и|но|ну|так|вот|то|есть|значит|тогда|хорошо";

/// A question as words.
struct QuestionWords {
    words: Vec<Word>,
    /// What stands before each word.
    before: Vec<Before>,
}

/// What stands between a word and the one before it.
#[derive(Clone, Copy, Default)]
struct Before {
    /// A comma or a dash.
    is_set_off: bool,
    /// The end of a sentence.
    is_ended: bool,
    /// The end of a sentence, or nothing but little words since.
    is_first: bool,
}

impl QuestionWords {
    fn of(question: &str) -> Self {
        let words = words(question);
        let letters: Vec<char> = question.chars().collect();
        let mut before: Vec<Before> = Vec::with_capacity(words.len());
        for (number, word) in words.iter().enumerate() {
            let end = number.checked_sub(1).map_or(0, |last| words[last].at.end as usize);
            let gap = &letters[end..word.at.start as usize];
            let is_set_off = gap.iter().any(|sign| matches!(sign, ',' | '-' | '\u{2013}' | '\u{2014}'));
            let is_ended = number == 0 || gap.iter().any(|sign| matches!(sign, '.' | '!' | '?' | '\u{2026}' | '\n'));
            let is_led = number.checked_sub(1).is_some_and(|last| {
                before[last].is_first && FILLERS.split('|').any(|filler| filler == words[last].folded)
            });
            before.push(Before { is_set_off: number > 0 && is_set_off, is_ended, is_first: is_ended || is_led });
        }
        QuestionWords { words, before }
    }

    /// All matches of a pattern.
    fn all(&self, pattern: &str) -> Vec<Range<usize>> {
        let parts: Vec<&str> = pattern.split(' ').collect();
        (0..self.words.len()).filter_map(|start| Some(start..self.end(&parts, start)?)).collect()
    }

    /// Where a match ends that begins at a word.
    fn end(&self, parts: &[&str], at: usize) -> Option<usize> {
        const GAP: usize = 2;
        let Some((part, rest)) = parts.split_first() else { return Some(at) };
        if *part == "~" {
            return (0..=GAP).find_map(|skipped| self.end(rest, at + skipped));
        }
        let word = self.words.get(at)?;
        let (part, set_off) = part.strip_prefix(',').map_or((*part, false), |part| (part, true));
        let (part, is_first) = part.strip_prefix('^').map_or((part, false), |part| (part, true));
        let (part, is_last) = part.strip_suffix('$').map_or((part, false), |part| (part, true));
        let fits = part.split('|').any(|form| is_word(form, &word.folded));
        let before = self.before[at];
        let ends = self.before.get(at + 1).is_none_or(|next| next.is_ended);
        let is_there = (!set_off || before.is_set_off) && (!is_first || before.is_first) && (!is_last || ends);
        if fits && is_there { self.end(rest, at + 1) } else { None }
    }
}

fn is_word(form: &str, word: &str) -> bool {
    form.strip_suffix('*').map_or(form == word, |stem| word.starts_with(stem))
}
