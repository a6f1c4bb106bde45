//! Paragraphs of one interview that follow each other.

use super::PlanBuilder;
use crate::edit::Refusal;
use crate::interviews::text::Paragraph;
use crate::model::Key;
use crate::model::quantity::{InterviewId, ParagraphId};

/// Some paragraphs of one interview, one after the other.
pub(super) struct ParagraphRun {
    pub(super) interview: InterviewId,
    /// The place of the first, counted from 0.
    pub(super) at: usize,
    pub(super) ids: Vec<ParagraphId>,
    pub(super) paragraphs: Vec<Paragraph>,
}

impl ParagraphRun {
    /// The paragraphs from one to another; the two may come in either order. The answer says whether they are turned round.
    pub(super) fn between(
        sheet: &PlanBuilder,
        from: ParagraphId,
        to: ParagraphId,
    ) -> Result<(ParagraphRun, bool), Refusal> {
        let place = |id| sheet.engagement.interview_of(id).ok_or(Refusal::Gone(Key::Paragraph(id)));
        let (interview, first) = place(from)?;
        let (other, last) = if to == from { (interview, first) } else { place(to)? };
        if other != interview {
            return Err(Refusal::Gone(Key::Paragraph(to)));
        }
        let ids = sheet.engagement.paragraphs_of(interview)[first.min(last)..=first.max(last)].to_vec();
        let paragraphs = ids.iter().map(|&id| of(sheet, id).cloned()).collect::<Result<_, _>>()?;
        Ok((ParagraphRun { interview, at: first.min(last), ids, paragraphs }, last < first))
    }
}

/// A paragraph.
///
/// # Errors
/// [`Refusal::Gone`].
pub(super) fn of<'a>(sheet: &PlanBuilder<'a>, id: ParagraphId) -> Result<&'a Paragraph, Refusal> {
    sheet.engagement.paragraph(id).ok_or(Refusal::Gone(Key::Paragraph(id)))
}
