//! Words of the person that are typed as such: they are a quote from the start, also while nothing is known of it.

use super::PlanBuilder;
use super::paragraph_run::ParagraphRun;
use crate::interviews::text::{Highlight, HighlightId, HighlightPart, Paragraph, mark};
use crate::model::interview::Quote;
use crate::model::quantity::InterviewId;
use crate::model::{Edit, Key};

/// Makes a quote of a whole paragraph.
pub(super) fn quote(sheet: &mut PlanBuilder, interview: InterviewId, paragraph: &mut Paragraph, known: Highlight) {
    let id = HighlightId(sheet.mint());
    if mark(std::slice::from_mut(paragraph), 0, u32::MAX, id) {
        sheet.put(Edit::Quote(id, Some(Quote { mark: known, ..Quote::of(interview) })));
    }
}

/// A new quote of a whole paragraph stands in place of the one that only says that the words are the person's.
pub(super) fn take_over(sheet: &mut PlanBuilder, row: &ParagraphRun, new: HighlightId) {
    let ([id], [paragraph]) = (&row.ids[..], &row.paragraphs[..]) else { return };
    let is_new = |part: &&HighlightPart| part.highlight == new;
    if !paragraph.parts.iter().find(is_new).is_some_and(|part| part.is_whole() && paragraph.is_covered_by(part)) {
        return;
    }
    let before: Vec<HighlightId> = bare(sheet, paragraph).into_iter().filter(|id| *id != new).collect();
    if before.is_empty() {
        return;
    }
    let mut paragraph = paragraph.clone();
    paragraph.parts.retain(|part| !before.contains(&part.highlight));
    sheet.change.retain(|edit| edit.key() != Key::Paragraph(*id));
    sheet.put(Edit::Paragraph(*id, Some(paragraph)));
    before.into_iter().for_each(|quote| sheet.drop(Key::Quote(quote)));
}

/// The quotes that are this whole paragraph and of which nothing else is known: without it there is nothing to keep.
pub(super) fn bare(sheet: &PlanBuilder, paragraph: &Paragraph) -> Vec<HighlightId> {
    let whole = paragraph.parts.iter().filter(|part| part.is_whole() && paragraph.is_covered_by(part));
    whole.map(|part| part.highlight).filter(|id| sheet.engagement.is_bare_quote(*id)).collect()
}
