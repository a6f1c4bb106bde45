//! Paragraphs and the quotes in them: every paragraph lies in one transcript, and the parts of a quote are one run of
//! paragraphs there.

use std::collections::{BTreeMap, BTreeSet};

use super::quantity::{InterviewId, ParagraphId};
use super::{Edit, Engagement, Flaw};
use crate::arrange::set_of;
use crate::interviews::text::{HighlightId, Paragraph};

/// Where the last part of a quote was met, and whether it goes on.
struct Met {
    interview: InterviewId,
    at: usize,
    goes_on: bool,
}

/// Whether each quote has its words in one run of paragraphs of its interview, or says that it has none.
pub(super) fn check(engagement: &Engagement) -> Result<(), Flaw> {
    let mut met: BTreeMap<HighlightId, Met> = BTreeMap::new();
    for (interview, at, _, paragraph) in spoken(engagement) {
        for part in &paragraph.parts {
            let flaw = Err(Flaw::Quote(part.highlight));
            let belongs = engagement.quote(part.highlight).is_some_and(|quote| quote.interview == interview);
            let follows = match met.get(&part.highlight) {
                Some(last) => last.goes_on && last.interview == interview && last.at + 1 == at && part.start.is_none(),
                None => part.start.is_some(),
            };
            if !belongs || !follows {
                return flaw;
            }
            met.insert(part.highlight, Met { interview, at, goes_on: part.end.is_none() });
        }
    }
    let is_flawed = |(id, quote): &(HighlightId, &super::interview::Quote)| match met.get(id) {
        Some(last) => last.goes_on || quote.mark.lost.is_some(),
        None => quote.mark.lost.is_none(),
    };
    engagement.quotes().find(is_flawed).map_or(Ok(()), |(id, _)| Err(Flaw::Quote(id)))
}

/// Every paragraph with its interview and its place there.
fn spoken(engagement: &Engagement) -> impl Iterator<Item = (InterviewId, usize, ParagraphId, &Paragraph)> {
    engagement.transcripts().flat_map(move |(interview, transcript)| {
        let paragraphs = transcript.paragraphs.iter().enumerate();
        paragraphs.filter_map(move |(at, &id)| Some((interview, at, id, engagement.paragraph(id)?)))
    })
}

/// The edits after which [`check`] has nothing to say: of a quote in pieces the first stays, and one without words says so,
/// with those it had in one of `places`.
pub(super) fn tidied(engagement: &Engagement, places: &[&Engagement]) -> Vec<Edit> {
    let mut changed: BTreeMap<ParagraphId, Paragraph> = BTreeMap::new();
    let mut seen: BTreeSet<HighlightId> = BTreeSet::new();
    for (interview, transcript) in engagement.transcripts() {
        // The quotes that go on from the paragraph before.
        let mut open: BTreeSet<HighlightId> = BTreeSet::new();
        for (at, &id) in transcript.paragraphs.iter().enumerate() {
            let Some(paragraph) = engagement.paragraph(id) else { continue };
            let next = transcript.paragraphs.get(at + 1).and_then(|id| engagement.paragraph(*id));
            let mut goes_on = BTreeSet::new();
            let mut parts = Vec::new();
            for part in &paragraph.parts {
                let highlight = part.highlight;
                let belongs = engagement.quote(highlight).is_some_and(|quote| quote.interview == interview);
                let continues = open.contains(&highlight) && part.start.is_none();
                if !belongs || !continues && seen.contains(&highlight) {
                    continue;
                }
                let mut part = part.clone();
                let next_has = next.and_then(|next| next.part_of(highlight)).is_some_and(|next| next.start.is_none());
                if !continues {
                    part.start = part.start.or(Some(0));
                }
                if part.end.is_none() && !next_has {
                    part.end = Some(paragraph.text.chars().count() as u32);
                }
                if part.is_whole() && part.start >= part.end {
                    continue;
                }
                if part.end.is_none() {
                    goes_on.insert(highlight);
                }
                seen.insert(highlight);
                parts.push(part);
            }
            open = goes_on;
            if parts != paragraph.parts {
                let mut tidy = Paragraph { parts, ..paragraph.clone() };
                tidy.fit();
                changed.insert(id, tidy);
            }
        }
    }
    let mut edits: Vec<Edit> = changed.into_iter().map(|(id, tidy)| Edit::Paragraph(id, Some(tidy))).collect();
    let without: BTreeSet<HighlightId> = set_of(
        engagement.quotes().filter(|(id, quote)| !seen.contains(id) && quote.mark.lost.is_none()).map(|(id, _)| id),
    );
    let mut words: BTreeMap<HighlightId, String> = BTreeMap::new();
    if !without.is_empty() {
        places.iter().for_each(|state| collect_words(state, &without, &mut words));
    }
    for (id, quote) in engagement.quotes() {
        let mut quote = quote.clone();
        if without.contains(&id) {
            quote.lose(words.get(&id).map_or("", String::as_str));
        } else if seen.contains(&id) && quote.mark.lost.is_some() {
            quote.mark.lost = None;
        } else {
            continue;
        }
        edits.push(Edit::Quote(id, Some(quote)));
    }
    edits
}

/// Adds the words that quotes have in a state, unless they are known already.
fn collect_words(state: &Engagement, wanted: &BTreeSet<HighlightId>, words: &mut BTreeMap<HighlightId, String>) {
    let mut found: BTreeMap<HighlightId, String> = BTreeMap::new();
    for (_, _, _, paragraph) in spoken(state) {
        for part in paragraph.parts.iter().filter(|part| wanted.contains(&part.highlight)) {
            let text = found.entry(part.highlight).or_default();
            if !text.is_empty() {
                text.push('\n');
            }
            text.push_str(&part.words);
        }
    }
    found.into_iter().for_each(|(id, text)| _ = words.entry(id).or_insert(text));
}

impl Engagement {
    /// The interview that a paragraph belongs to, and its place there, counted from 0. Looks through the transcripts.
    pub fn interview_of(&self, paragraph: ParagraphId) -> Option<(InterviewId, usize)> {
        self.transcripts().find_map(|(interview, transcript)| {
            Some((interview, transcript.paragraphs.iter().position(|&id| id == paragraph)?))
        })
    }

    /// The paragraphs of an interview, first to last.
    pub fn paragraphs_of(&self, interview: InterviewId) -> &[ParagraphId] {
        self.transcript(interview).map_or(&[], |transcript| transcript.paragraphs.as_slice())
    }
}
