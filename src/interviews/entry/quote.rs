//! The person's own words in a line: where their quotation marks close.

use std::ops::Range;

use super::{FORCES, is_escaped, meaning_of};
use crate::named::{QUOTES, behind_tag_sign};

/// The person's own words while they are read: up to the mark that closes them.
pub(super) struct Quote {
    pub open: char,
    closes: &'static [char],
    /// Marks that were opened and are not closed.
    depth: usize,
    /// The length of the closing mark and of the marks of a sentence behind it, once it has come.
    closed: Option<(usize, usize)>,
    /// Whether words stand behind the closing mark.
    pub is_over: bool,
    /// Whether the last word may hold a closing mark.
    may_close: bool,
}

impl Quote {
    pub fn new(open: char) -> Self {
        let closes = QUOTES.iter().find(|quote| quote.0 == open).map_or(&[][..], |quote| quote.1);
        Quote { open, closes, depth: 1, closed: None, is_over: false, may_close: false }
    }

    pub fn is_closed(&self) -> bool {
        self.closed.is_some() && !self.is_over
    }

    /// Reads a word on. What is escaped opens and closes nothing.
    pub fn go_on(&mut self, word: &str, is_escaped: bool) {
        self.is_over |= self.closed.is_some();
        self.may_close = !is_escaped;
        if self.is_over || is_escaped {
            return;
        }
        let (depth, closing) = self.read(word);
        self.depth = depth;
        if let Some(Range { start, end }) = closing {
            let behind = &word[end..];
            self.closed = Some((end - start, behind.len()));
            self.is_over = !behind.chars().all(|mark| SENTENCE.contains(&mark));
        }
    }

    /// How many marks are open behind a word, and where the one stands that closes the last of them.
    fn read(&self, word: &str) -> (usize, Option<Range<usize>>) {
        let (mut depth, mut before) = (self.depth, None);
        let mut letters = word.char_indices().peekable();
        while let Some((at, letter)) = letters.next() {
            let after = letters.peek().map(|next| next.1);
            if self.opens(letter, before, after) {
                depth += 1;
            } else if self.closes(letter, before, after) {
                depth -= 1;
            }
            if depth == 0 {
                return (0, Some(at..at + letter.len_utf8()));
            }
            before = Some(letter);
        }
        (depth, None)
    }

    /// A word without the sign that touches its closing mark: `left">`.
    pub fn parted<'l>(&self, word: &'l str) -> &'l str {
        if self.closed.is_some() || is_escaped(word) || meaning_of(word).is_some() {
            return word;
        }
        let Some(closing) = self.read(word).1 else { return word };
        let behind = word[closing.end..].trim_start_matches(SENTENCE);
        let is_sign = |sign: char| matches!(sign, '#' | '*' | '/') || FORCES.iter().any(|force| force.0 == sign);
        let is_marked = behind.starts_with(is_sign) || behind_tag_sign(behind).is_some();
        if is_marked { &word[..word.len() - behind.len()] } else { word }
    }

    /// Straight marks look alike: before a word they open.
    fn opens(&self, letter: char, before: Option<char>, after: Option<char>) -> bool {
        let is_straight = self.closes.contains(&self.open);
        let is_before = before.is_none_or(|before| !before.is_alphanumeric() && !SENTENCE.contains(&before))
            && after.is_some_and(|after| after != self.open && !SENTENCE.contains(&after) && after != ')');
        letter == self.open && (!is_straight || is_before)
    }

    fn closes(&self, letter: char, before: Option<char>, after: Option<char>) -> bool {
        let is_inside = before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric);
        self.closes.contains(&letter) && !(letter == self.open && is_inside)
    }

    /// The words without the mark that closes them; those of a sentence behind it end theirs.
    pub fn inner(&self, text: &str) -> String {
        let Some((mark, behind)) = self.closed else { return self.without_other_marks(text).to_owned() };
        let (text, behind) = text.split_at(text.len() - behind);
        let text = text[..text.len() - mark].trim_end();
        let is_ended = text.ends_with(['.', '!', '?', '\u{2026}']);
        let behind = if is_ended { behind.trim_start_matches(['.', ',', ';']) } else { behind };
        format!("{text}{behind}")
    }

    /// Words that are closed by a mark of another kind: `“We left"`.
    fn without_other_marks<'t>(&self, text: &'t str) -> &'t str {
        let mut text = text;
        while let Some(last) = text.chars().next_back().filter(|_| self.may_close && self.depth == 1) {
            let bare = &text[..text.len() - last.len_utf8()];
            let is_figure = bare.ends_with(|c: char| c.is_ascii_digit());
            let opens = QUOTES.iter().filter(|quote| quote.1.contains(&last)).map(|quote| quote.0);
            let is_closing = opens.clone().any(|open| open != self.open);
            let is_opened = opens.clone().any(|open| bare.contains(open));
            if !is_closing || is_opened || is_figure {
                break;
            }
            text = bare.trim_end();
        }
        text
    }
}

/// Marks of a sentence that stand behind a closing quotation mark.
const SENTENCE: [char; 7] = [',', ';', ':', '.', '!', '?', '\u{2026}'];
