//! Which quotes are notes: the words of whoever asked are nobody's quotes.

use std::collections::BTreeSet;

use crate::interviews::counts::HighlightCount;
use crate::interviews::text::HighlightId;
use crate::model::Engagement;

/// The highlights that begin in a note or in what the interviewer said. One that has lost its words is not among them.
pub fn notes(engagement: &Engagement) -> BTreeSet<HighlightId> {
    let mut notes = BTreeSet::new();
    for (id, transcript) in engagement.transcripts() {
        let Some(interview) = engagement.interview(id) else { continue };
        let paragraphs = transcript.paragraphs.iter().filter_map(|id| engagement.paragraph(*id));
        for paragraph in paragraphs.filter(|one| !interview.head.is_own(one)) {
            notes.extend(paragraph.parts.iter().filter(|part| part.start.is_some()).map(|part| part.highlight));
        }
    }
    notes
}

/// How many quotes and notes a project has.
pub fn all(engagement: &Engagement) -> HighlightCount {
    let notes = notes(engagement);
    engagement.quotes().map(|(id, _)| notes.contains(&id)).collect()
}

/// How many of these are quotes, and how many notes.
pub fn of(engagement: &Engagement, quotes: impl Iterator<Item = HighlightId>) -> HighlightCount {
    let notes = notes(engagement);
    quotes.map(|id| notes.contains(&id)).collect()
}
