//! Putting a highlight on a stretch of a row of paragraphs, and taking it off.

use super::highlight::HighlightId;
use super::paragraph::{Paragraph, share};

/// Highlights the text from `from` in the first to `to` in the last paragraph of a row, in place of what the highlight covered
/// in these paragraphs before. Positions are held inside; within one paragraph they may come in either order. An empty
/// stretch makes no highlight: the answer is `false`, and nothing has changed.
pub fn mark(row: &mut [Paragraph], from: u32, to: u32, highlight: HighlightId) -> bool {
    let lengths: Vec<u32> = row.iter().map(|paragraph| paragraph.text.chars().count() as u32).collect();
    let (Some(first), Some((last, before))) = (lengths.first(), lengths.split_last()) else { return false };
    let begins: u32 = before.iter().map(|length| length + 1).sum();
    let (one, other) = (from.min(*first), begins + to.min(*last));
    let (start, end) = (one.min(other), one.max(other));
    if start == end {
        return false;
    }
    clear(row, highlight);
    share(row, &[(highlight, i64::from(start), i64::from(end))]);
    true
}

/// Takes a highlight off the paragraphs of a row.
pub fn clear(row: &mut [Paragraph], highlight: HighlightId) {
    row.iter_mut().for_each(|paragraph| paragraph.parts.retain(|part| part.highlight != highlight));
}

/// The words of a highlight in a row of paragraphs, one line a paragraph; `None` when it has no part in any of them.
pub fn quote(row: &[Paragraph], highlight: HighlightId) -> Option<String> {
    let parts: Vec<&str> =
        row.iter().filter_map(|paragraph| Some(paragraph.part_of(highlight)?.words.as_str())).collect();
    (!parts.is_empty()).then(|| parts.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_highlight_over_paragraphs_has_a_part_in_each() {
        let mut row = ["Two clients stood", "at the door", "for one massage"].map(Paragraph::of);
        assert!(mark(&mut row, 4, 3, HighlightId(7)));
        let parts: Vec<_> = row.iter().map(|paragraph| (paragraph.parts[0].start, paragraph.parts[0].end)).collect();
        assert_eq!(parts, [(Some(4), None), (None, None), (None, Some(3))]);
        assert_eq!(quote(&row, HighlightId(7)).as_deref(), Some("clients stood\nat the door\nfor"));
        row.iter().for_each(|paragraph| assert_eq!(paragraph.check(), Ok(())));
        assert!(mark(&mut row[..1], 9, 2, HighlightId(8)), "backwards");
        assert_eq!(quote(&row, HighlightId(8)).as_deref(), Some("o clien"));
        clear(&mut row, HighlightId(7));
        assert_eq!(quote(&row, HighlightId(7)), None);
    }

    #[test]
    fn nothing_selected_makes_no_highlight() {
        let mut row = [Paragraph::of("ab")];
        assert!(!mark(&mut row, 1, 1, HighlightId(1)));
        assert!(!mark(&mut row, 5, 9, HighlightId(1)), "both beyond the end");
        assert!(!mark(&mut [], 0, 9, HighlightId(1)));
        assert!(row[0].parts.is_empty());
    }
}
