//! Quotes with their words, and the codebook as it was used.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::arrange::{Arrange, map_of};
use crate::interviews::codebook::views::{self, Added, Matrix, Trend, Use};
use crate::interviews::text::{HighlightId, TagId};
use crate::interviews::timeline::When;
use crate::model::Engagement;
use crate::model::quantity::{InterviewId, ParagraphId};

/// Where a quote is, and what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// The interview.
    pub interview: InterviewId,
    /// The paragraph in which it begins. `None`: it has lost its words.
    pub paragraph: Option<ParagraphId>,
    /// The words, a line a paragraph; those it had, if it has lost them.
    pub text: String,
}

/// The words of every quote, in one walk through what was said.
pub fn words(engagement: &Engagement) -> BTreeMap<HighlightId, Words> {
    let lost = |(id, quote): (HighlightId, &crate::model::interview::Quote)| {
        let text = quote.mark.lost.clone().unwrap_or_default();
        (id, Words { interview: quote.interview, paragraph: None, text })
    };
    let mut words: BTreeMap<HighlightId, Words> = map_of(engagement.quotes().map(lost));
    for paragraph in engagement.transcripts().flat_map(|(_, transcript)| &transcript.paragraphs) {
        for part in engagement.paragraph(*paragraph).into_iter().flat_map(|record| &record.parts) {
            if let Some(words) = words.get_mut(&part.highlight) {
                if words.paragraph.is_some() {
                    words.text.push('\n');
                }
                words.paragraph.get_or_insert(*paragraph);
                words.text.push_str(&part.words);
            }
        }
    }
    words
}

/// Every part of every tagged quote, as the views of the codebook take it. Quotes that have lost their words are not among
/// them.
pub fn uses(engagement: &Engagement) -> Vec<Use<'_>> {
    let mut uses = Vec::new();
    for (interview, transcript) in engagement.transcripts() {
        for &id in &transcript.paragraphs {
            let Some(paragraph) = engagement.paragraph(id) else { continue };
            let length = paragraph.text.chars().count() as u32;
            for part in &paragraph.parts {
                let Some(quote) = engagement.quote(part.highlight).filter(|quote| !quote.mark.tags.is_empty()) else {
                    continue;
                };
                uses.push(Use {
                    interview: interview.0,
                    highlight: part.highlight.0,
                    paragraph: id.0,
                    start: part.start.unwrap_or(0),
                    end: part.end.unwrap_or(length),
                    tags: &quote.mark.tags,
                });
            }
        }
    }
    uses
}

/// Tags by interviews.
pub fn matrix(engagement: &Engagement) -> Matrix {
    views::matrix(&uses(engagement))
}

/// Which tags grow and which fade: over the interviews whose day is known and that have tags.
pub fn trends(engagement: &Engagement) -> BTreeMap<TagId, Trend> {
    let tagged = tags_by_interview(engagement);
    let dated: Vec<(NaiveDate, InterviewId)> = engagement
        .interviews()
        .filter_map(|(id, interview)| match interview.head.on {
            When::Day(day) if tagged.contains_key(&id) => Some((day, id)),
            _ => None,
        })
        .collect();
    let trend = |tag: TagId| {
        let has = |id: &InterviewId| tagged.get(id).is_some_and(|tags| tags.contains(&tag));
        views::trend(&dated.iter().map(|(day, id)| (*day, has(id))).collect::<Vec<_>>())
    };
    map_of(engagement.tags().map(|(id, _)| (id, trend(id))))
}

/// New tags by interview, in the order of their days; interviews without one come last, in the order in which they were added.
/// Interviews without tags are left out: nobody may have read them yet.
pub fn saturation(engagement: &Engagement) -> Vec<Added> {
    let tagged = tags_by_interview(engagement);
    let mut order: Vec<(Option<NaiveDate>, InterviewId)> =
        tagged.keys().filter_map(|id| Some((engagement.interview(*id)?.head.on.middle(), *id))).collect();
    order.arrange_by_key(|(day, id)| (day.is_none(), *day, *id));
    let tags = |id: InterviewId| tagged.get(&id).into_iter().flatten().copied().collect::<Vec<_>>();
    let order: Vec<(u32, Vec<TagId>)> = order.into_iter().map(|(_, id)| (id.0, tags(id))).collect();
    views::saturation(order.iter().map(|(id, tags)| (*id, tags.as_slice())))
}

/// How many interviews have no tags yet.
pub fn untagged(engagement: &Engagement) -> usize {
    engagement.interviews().count() - tags_by_interview(engagement).len()
}

fn tags_by_interview(engagement: &Engagement) -> BTreeMap<InterviewId, BTreeSet<TagId>> {
    let mut tags: BTreeMap<InterviewId, BTreeSet<TagId>> = BTreeMap::new();
    for used in uses(engagement) {
        tags.entry(InterviewId(used.interview)).or_default().extend(used.tags);
    }
    tags
}
