//! Finds words of somebody in texts that others wrote: whoever does not want to be quoted is not to be quoted in a card either.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use super::apply;
use crate::interviews::text::Edit;
use crate::interviews::word::{Word, runs};

/// So many words in a row are somebody's, wherever they stand.
const IN_A_ROW: usize = 5;

/// So many are where the text is known to be made of what was said.
const IN_A_ROW_JOINED: usize = 3;

/// Words of so many letters say something, unlike most of those that any text has.
const TELLING: usize = 4;

/// So many of them make a row somebody's own: "at the end of the day" is nobody's.
const TELLING_IN_A_ROW: usize = 3;

/// The fewest words of a quote that stand for it by themselves where nothing is known of the text.
const FEWEST_WHOLE: usize = 3;

/// What somebody said, to be found in texts.
#[derive(Clone, Debug, Default)]
pub struct Spoken {
    /// Rows of words, each with how many it holds.
    rows: HashSet<u64>,
    lengths: HashSet<usize>,
    /// What was said as a whole.
    wholes: HashSet<u64>,
}

impl Spoken {
    /// Adds a quote. It is found in rows of five words, and where a text is the quote; in a text that is `joined` to it, in rows
    /// of three already, and by whatever it says as a whole.
    pub fn add_quote(&mut self, text: &str, joined: bool) {
        let words = runs(text);
        match (joined, words.len()) {
            (true, 2) => self.add_rows(&words, 2, 1),
            (true, _) => self.add_rows(&words, IN_A_ROW_JOINED, 1),
            (false, _) => self.add_rows(&words, IN_A_ROW, TELLING_IN_A_ROW),
        }
        if words.len() >= if joined { 1 } else { FEWEST_WHOLE } {
            self.wholes.insert(digest(&words));
        }
    }

    /// Adds something that was said and is no quote.
    pub fn add(&mut self, text: &str) {
        self.add_rows(&runs(text), IN_A_ROW, TELLING_IN_A_ROW);
    }

    fn add_rows(&mut self, words: &[Word], length: usize, telling: usize) {
        let tells = |word: &&Word| word.at.len() >= TELLING;
        let rows = words.windows(length).filter(|row| row.iter().filter(tells).count() >= telling);
        self.rows.extend(rows.map(digest));
        self.lengths.insert(length);
    }

    /// Whether nothing was said.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty() && self.wholes.is_empty()
    }

    /// The text with `label` in brackets for what was said; `None` where it holds nothing of it.
    pub fn withheld(&self, text: &str, label: &str) -> Option<String> {
        let words = runs(text);
        let label = format!("[{label}]");
        if words.is_empty() {
            return None;
        }
        if self.wholes.contains(&digest(&words)) {
            return Some(label);
        }
        let mut is_said = vec![false; words.len()];
        for &length in self.lengths.iter().filter(|length| **length <= words.len()) {
            for (at, row) in words.windows(length).enumerate() {
                if self.rows.contains(&digest(row)) {
                    is_said[at..at + length].fill(true);
                }
            }
        }
        if !is_said.contains(&true) {
            return None;
        }
        if !is_said.contains(&false) {
            return Some(label);
        }
        let mut edits: Vec<Edit> = Vec::new();
        for (at, word) in words.iter().enumerate().filter(|(at, _)| is_said[*at]) {
            match edits.last_mut().filter(|_| at > 0 && is_said[at - 1]) {
                Some(edit) => edit.end = word.at.end,
                None => edits.push(Edit { start: word.at.start, end: word.at.end, text: label.clone() }),
            }
        }
        Some(apply(text, &edits))
    }
}

/// Tells a row of words from others, and from shorter and longer ones.
fn digest(words: &[Word]) -> u64 {
    let mut hasher = DefaultHasher::new();
    words.len().hash(&mut hasher);
    words.iter().for_each(|word| word.folded.hash(&mut hasher));
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAID: &str = "Honestly, nobody told us what the second invoice was for.";

    fn after(said: &str, joined: bool, text: &str) -> String {
        let mut spoken = Spoken::default();
        spoken.add_quote(said, joined);
        spoken.withheld(text, "Quote").unwrap_or_else(|| text.into())
    }

    #[test]
    fn words_are_found_where_somebody_took_them_over() {
        for (text, joined, unknown) in [
            (SAID, "[Quote]", "[Quote]"),
            ("NOBODY told us, what the “second” invoice", "[Quote]", "[Quote]"),
            (
                "Client: nobody told us what the bill was, twice",
                "Client: [Quote] bill was, twice",
                "Client: [Quote] bill was, twice",
            ),
            ("The second invoice is a surprise", "[Quote] is a surprise", "The second invoice is a surprise"),
            ("An invoice nobody expects", "An invoice nobody expects", "An invoice nobody expects"),
            ("", "", ""),
        ] {
            assert_eq!(after(SAID, true, text), joined);
            assert_eq!(after(SAID, false, text), unknown);
        }
    }

    #[test]
    fn a_short_quote_is_found_as_a_whole() {
        for (said, text, joined, unknown) in [
            ("Too expensive!", "too expensive", "[Quote]", "too expensive"),
            ("Too expensive!", "Seats are too expensive", "Seats are [Quote]", "Seats are too expensive"),
            ("Expensive.", "Expensive seats", "Expensive seats", "Expensive seats"),
            ("Expensive.", "«Expensive»", "[Quote]", "«Expensive»"),
            (
                "At the end of the day",
                "Paid at the end of the month",
                "Paid at the end of the month",
                "Paid at the end of the month",
            ),
            ("Я всё потерял", "я все потерял", "[Quote]", "[Quote]"),
        ] {
            assert_eq!(after(said, true, text), joined, "{said}, {text}");
            assert_eq!(after(said, false, text), unknown, "{said}, {text}");
        }
    }
}
