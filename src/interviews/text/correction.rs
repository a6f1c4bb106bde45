//! A correction that is typed letter by letter. Its first letter replaces words of a quote and belongs to it; the next one would be
//! an insertion at the quote's edge, and be left out.

use super::edit::Edit;
use super::paragraph::Paragraph;
use super::units::Units;

/// The place in a paragraph where what is typed next goes on with a correction at the end of a quote.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Correction(Option<u32>);

impl Correction {
    /// The edit of `paragraph` as it is to be made: a letter that goes on with a correction replaces the one before it together with
    /// itself, so that it stays inside. Notes where the next one would go on.
    pub fn take(&mut self, paragraph: &Paragraph, edit: Edit) -> Edit {
        let units = Units::of(&paragraph.text);
        let length = units.scalars();
        let Edit { start, end, .. } = edit;
        let goes_on = self.0 == Some(end);
        let cuts_an_end = start < end
            && paragraph.parts.iter().any(|part| {
                let (from, to) = part.stretch(length);
                from < i64::from(start) && i64::from(start) < to && to <= i64::from(end)
            });
        let breaks = edit.text.contains('\n');
        let next = start + edit.text.chars().count() as u32;
        self.0 = ((goes_on || cuts_an_end) && !breaks).then_some(next);
        // A quote of one letter would be replaced as a whole.
        let is_quote = |at: i64| paragraph.parts.iter().any(|part| part.stretch(length) == (at, at + 1));
        if goes_on && start == end && start > 0 && !breaks && !is_quote(i64::from(start) - 1) {
            let before = units.slice(start - 1..start);
            return Edit { start: start - 1, end, text: format!("{before}{}", edit.text) };
        }
        edit
    }
}

#[cfg(test)]
mod tests {
    use super::super::edit::moved;
    use super::super::highlight::HighlightPart;
    use super::super::{HighlightId, Paragraph};
    use super::*;

    /// The words of the quote after some edits of a paragraph, each at a place, over so many letters.
    fn quote(text: &str, quoted: &str, edits: &[(usize, usize, &str)]) -> String {
        let begin = text.find(quoted).expect("the quote") as i64;
        let (mut from, mut to) = (begin, begin + quoted.len() as i64);
        let mut text = text.to_owned();
        let mut correction = Correction::default();
        for (start, over, typed) in edits {
            let (start, end) = (*start as u32, (*start + *over) as u32);
            let part = HighlightPart {
                highlight: HighlightId(1),
                start: Some(from as u32),
                end: Some(to as u32),
                words: String::new(),
            };
            let paragraph = Paragraph { text: text.clone(), parts: vec![part], ..Paragraph::default() };
            let edit = correction.take(&paragraph, Edit { start, end, text: (*typed).into() });
            let replaced = i64::from(edit.start)..i64::from(edit.end);
            (from, to) = moved(from, to, replaced, edit.text.chars().count() as i64).expect("words are left");
            text = edit.apply(&text);
        }
        text.chars().skip(from as usize).take((to - from) as usize).collect()
    }

    #[test]
    fn the_last_word_of_a_quote_can_be_typed_anew() {
        let typed = [(12, 5, "h"), (13, 0, "a"), (14, 0, "s"), (15, 0, "t"), (16, 0, "e")];
        assert_eq!(quote("Reason two: speed!", "Reason two: speed", &typed), "Reason two: haste");
        assert_eq!(quote("Reason two: speed", "Reason two: speed", &typed), "Reason two: haste");
        // Taken away letter by letter, with a slip in between.
        let typed = [(16, 1, ""), (15, 1, ""), (15, 0, "x"), (15, 1, ""), (15, 0, "n"), (16, 0, "t")];
        assert_eq!(quote("Reason two: speed", "Reason two: speed", &typed), "Reason two: spent");
    }

    #[test]
    fn what_is_typed_behind_a_quote_stays_outside() {
        let typed = [(5, 0, ","), (6, 0, " "), (7, 0, "x")];
        assert_eq!(quote("speed it is", "speed", &typed), "speed");
        let typed = [(5, 6, ""), (5, 0, "s"), (6, 0, "y")];
        assert_eq!(quote("speed it is", "speed", &typed), "speed", "what was taken away was outside, too");
        let typed = [(10, 1, "n"), (3, 0, "x"), (4, 0, "y")];
        assert_eq!(quote("abc speed it", "speed", &typed), "speed", "the caret went elsewhere");
    }
}
