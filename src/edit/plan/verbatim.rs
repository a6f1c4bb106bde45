//! Words of the person that are typed as such: they are a quote from the start, also while nothing is known of it.

use super::PlanBuilder;
use crate::interviews::text::{Highlight, HighlightId, Paragraph, mark};
use crate::model::Edit;
use crate::model::interview::Quote;
use crate::model::quantity::InterviewId;

/// Makes a quote of a whole paragraph.
pub(super) fn quote(sheet: &mut PlanBuilder, interview: InterviewId, paragraph: &mut Paragraph, known: Highlight) {
    let id = HighlightId(sheet.mint());
    if mark(std::slice::from_mut(paragraph), 0, u32::MAX, id) {
        sheet.put(Edit::Quote(id, Some(Quote { mark: known, ..Quote::of(interview) })));
    }
}

/// The quotes that are this whole paragraph and of which nothing else is known: without it there is nothing to keep.
pub(super) fn bare(sheet: &PlanBuilder, paragraph: &Paragraph) -> Vec<HighlightId> {
    let engagement = sheet.engagement;
    let is_bare = |id: HighlightId| {
        let known = engagement.quote(id);
        known.is_some_and(|quote| quote.mark == Highlight::default() && quote.links.is_empty())
            && !engagement.statements().any(|(_, statement)| statement.quotes.contains(&id))
    };
    let whole = paragraph.parts.iter().filter(|part| part.is_whole() && paragraph.is_covered_by(part));
    whole.map(|part| part.highlight).filter(|id| is_bare(*id)).collect()
}
