//! Quotes that are a whole paragraph.

use super::highlight::{HighlightPart, is_bare_char};
use super::paragraph::Paragraph;

impl Paragraph {
    /// Whether a part is all that is said here: nothing but punctuation stands around it.
    pub fn is_covered_by(&self, part: &HighlightPart) -> bool {
        let (Some(start), Some(end)) = (part.start, part.end) else { return false };
        (0..).zip(self.text.chars()).all(|(at, letter)| (start..end).contains(&at) || is_bare_char(letter))
    }

    /// The paragraph after something was written from `start` on: what is written behind quotes that were all that was said
    /// belongs to them. `before` is the paragraph as it was.
    #[must_use]
    pub fn grown(mut self, before: &Paragraph, start: u32) -> Self {
        let count = |text: &str| text.chars().count() as u32;
        let (was, length) = (count(&before.text), count(&self.text));
        let bare = self.text.chars().rev().take_while(|letter| is_bare_char(*letter)).count() as u32;
        let mut has_grown = false;
        for part in &before.parts {
            let Some(end) = part.end.filter(|end| start >= *end && before.is_covered_by(part)) else { continue };
            let ends = if end == was { length } else { end.max(length - bare) };
            for part in self.parts.iter_mut().filter(|one| one.highlight == part.highlight && one.end == Some(end)) {
                part.end = Some(ends);
                has_grown = true;
            }
        }
        if has_grown {
            self.fit();
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use crate::interviews::text::{HighlightId, Paragraph, mark, replace};

    /// The words of a quote from `from` to `to` after a text was put in place of another.
    fn after(text: &str, (from, to): (u32, u32), (start, end): (u32, u32), new: &str) -> String {
        let mut before = Paragraph::of(text);
        assert!(mark(std::slice::from_mut(&mut before), from, to, HighlightId(1)));
        let changed = replace(std::slice::from_ref(&before), start, end, new).paragraphs.remove(0);
        let grown = changed.grown(&before, start);
        assert_eq!(grown.check(), Ok(()));
        grown.parts.first().map(|part| part.words.clone()).unwrap_or_default()
    }

    #[test]
    fn what_is_written_behind_a_whole_note_belongs_to_its_quote() {
        assert_eq!(after("It broke", (0, 8), (8, 8), " twice"), "It broke twice");
        assert_eq!(after("It broke.", (0, 9), (9, 9), " Twice."), "It broke. Twice.");
        assert_eq!(
            after("«It broke».", (1, 9), (11, 11), " Twice."),
            "It broke». Twice",
            "without what ends a sentence"
        );
        assert_eq!(after("It broke.", (0, 8), (9, 9), " "), "It broke", "nothing is said yet");
        assert_eq!(after("It broke.", (0, 8), (8, 8), " down"), "It broke down");
    }

    #[test]
    fn a_quote_of_some_words_stays_as_it_is() {
        assert_eq!(after("It broke", (3, 8), (8, 8), " twice"), "broke");
        assert_eq!(after("It broke", (0, 8), (0, 0), "Yes. "), "It broke", "written before it");
        assert_eq!(after("It broke", (0, 8), (3, 3), "really "), "It really broke");
    }
}
