//! Quotes as they are listed, and the search over everything that was said.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::quotes::{Words, words};
use crate::arrange::{Arrange, map_of, set_of};
use crate::compose::folded;
use crate::interviews::kinds::{Consent, Force, Outcome};
use crate::interviews::record::Head;
use crate::interviews::text::{HighlightId, Paragraph, TagId};
use crate::model::Engagement;
use crate::model::interview::{Interview, Link};
use crate::model::quantity::{InterviewId, ParagraphId};

/// The most hits that are listed; a narrower search brings the others.
pub const MOST: usize = 200;

/// A quote with what a list shows of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The quote.
    pub id: HighlightId,
    /// The interview.
    pub interview: InterviewId,
    /// The paragraph in which it begins. `None`: it has lost its words.
    pub paragraph: Option<ParagraphId>,
    /// The words; those it had, if it has lost them.
    pub text: String,
    /// When it was said, in milliseconds from the start.
    pub at: Option<u32>,
    /// Whether these are the person's own words and not a note.
    pub is_verbatim: bool,
    /// The force that speaks.
    pub force: Option<Force>,
    /// The tags.
    pub tags: Vec<TagId>,
    /// What it speaks for.
    pub links: Vec<Link>,
    /// Who said so: person, role, account; empty parts left out.
    pub who: String,
    /// Whether somebody else said so who was there.
    pub is_others: bool,
    /// What the person agreed to. Nobody agreed for others to be named.
    pub consent: Consent,
}

impl Said {
    /// Whether these are the words of whoever asked. Words that are lost were somebody's.
    pub fn is_note(&self) -> bool {
        self.paragraph.is_some() && !self.is_verbatim
    }
}

/// Every quote, interview by interview in the order in which they were added, in each as it was said; those that lost their
/// words come last.
pub fn quotes(engagement: &Engagement) -> Vec<Said> {
    let words = words(engagement);
    let mut by_interview: BTreeMap<InterviewId, Vec<(HighlightId, Words)>> = BTreeMap::new();
    for (id, words) in words {
        by_interview.entry(words.interview).or_default().push((id, words));
    }
    let mut all = Vec::new();
    for (interview, mut quotes) in by_interview {
        let Some(record) = engagement.interview(interview) else { continue };
        let places: BTreeMap<ParagraphId, usize> =
            map_of(engagement.paragraphs_of(interview).iter().enumerate().map(|(at, id)| (*id, at)));
        let start = |id: HighlightId, words: &Words| {
            let paragraph = words.paragraph?;
            let start = engagement.paragraph(paragraph)?.part_of(id)?.start;
            Some((*places.get(&paragraph)?, start.unwrap_or(0)))
        };
        quotes.arrange_by_key(|(id, words)| {
            let start = start(*id, words);
            (start.is_none(), start, *id)
        });
        all.extend(quotes.into_iter().filter_map(|(id, words)| said(engagement, record, id, words)));
    }
    all
}

fn said(engagement: &Engagement, interview: &Interview, id: HighlightId, words: Words) -> Option<Said> {
    let quote = engagement.quote(id)?;
    let paragraph = words.paragraph.and_then(|paragraph| engagement.paragraph(paragraph));
    let other = paragraph.and_then(|one| other_speaker(&interview.head, one));
    Some(Said {
        id,
        interview: words.interview,
        paragraph: words.paragraph,
        text: words.text,
        at: paragraph.and_then(|paragraph| paragraph.at),
        is_verbatim: paragraph.is_some_and(|paragraph| interview.head.is_own(paragraph)),
        force: quote.mark.force,
        tags: quote.mark.tags.clone(),
        links: quote.links.clone(),
        who: other.map_or_else(|| who(interview), String::from),
        is_others: other.is_some(),
        consent: match interview.head.consent {
            Consent::ByName if other.is_some() => Consent::Anonymous,
            consent => consent,
        },
    })
}

/// Who speaks, where that is neither the person nor whoever asked. The person has to be known among the speakers: one that is called
/// "Buyer" or "P1" is the person.
fn other_speaker<'i>(head: &'i Head, paragraph: &Paragraph) -> Option<&'i str> {
    let words = |name: &str| -> Vec<String> {
        name.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).map(folded).collect()
    };
    let person = words(&head.person);
    let is_person = |name: &str| words(name).iter().any(|word| person.contains(word));
    let speaker = head.speakers.get(usize::from(paragraph.speaker?))?.trim();
    let is_known = paragraph.speaker != head.interviewer && head.speakers.iter().any(|name| is_person(name));
    (is_known && !speaker.is_empty() && !is_person(speaker)).then_some(speaker)
}

/// Who was interviewed: person, role, account; what is not known is left out.
pub fn who(interview: &Interview) -> String {
    let head = &interview.head;
    let parts = [&head.person, &head.role, &head.account].map(|part| part.trim());
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// What is looked for; everything that is given must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Words or parts of words, all of which are in the quote or the paragraph, in any case of letters; "е" finds "ё".
    pub text: String,
    /// People who did this.
    pub outcome: Option<Outcome>,
    /// People of whom nobody has said what they did.
    pub outcomeless: bool,
    /// People of this segment.
    pub segment: Option<String>,
    /// Quotes with this tag.
    pub tag: Option<TagId>,
    /// Quotes without any tag.
    pub untagged: bool,
    /// Quotes in which this force speaks.
    pub force: Option<Force>,
    /// Quotes in which no force speaks.
    pub forceless: bool,
    /// Interviews of this day or later; those without a day are not found then.
    pub from: Option<NaiveDate>,
    /// Interviews of this day or earlier.
    pub to: Option<NaiveDate>,
}

impl Query {
    /// The same without a tag that is no longer in the codebook and a segment that is no longer anybody's: nothing would be found,
    /// and no list could show why.
    #[must_use]
    pub fn of_what_is_there(&self, engagement: &Engagement) -> Self {
        let is_tag = |tag: &TagId| engagement.codebook().tags.contains_key(tag);
        let is_segment = |segment: &String| segments(engagement).contains(segment);
        Query { tag: self.tag.filter(is_tag), segment: self.segment.clone().filter(is_segment), ..self.clone() }
    }
}

/// Something that a search found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hit {
    /// A quote.
    Quote(Said),
    /// A paragraph that says so outside of the quotes that were found.
    Passage {
        /// The interview.
        interview: InterviewId,
        /// The paragraph.
        paragraph: ParagraphId,
        /// Its text.
        text: String,
        /// Whether these are the person's own words.
        is_verbatim: bool,
        /// Who was interviewed.
        who: String,
    },
}

/// What a search found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hits {
    /// The first [`MOST`], quotes before passages.
    pub hits: Vec<Hit>,
    /// How many there are.
    pub count: usize,
}

/// Quotes that fit; and with words in the query, the paragraphs that have these words and none of those quotes.
pub fn find(engagement: &Engagement, query: &Query) -> Hits {
    let wanted: Vec<String> = folded(&query.text).split_whitespace().map(String::from).collect();
    let has = |text: &str| {
        let text = folded(text);
        wanted.iter().all(|word| text.contains(word))
    };
    let people: BTreeSet<InterviewId> =
        set_of(engagement.interviews().filter(|(_, interview)| fits(interview, query)).map(|(id, _)| id));
    let mut found = Hits::default();
    let mut quoted: BTreeSet<ParagraphId> = BTreeSet::new();
    for said in quotes(engagement).into_iter().filter(|said| people.contains(&said.interview)) {
        let fits = query.tag.is_none_or(|tag| said.tags.contains(&tag))
            && query.force.is_none_or(|force| said.force == Some(force))
            && (said.tags.is_empty() || !query.untagged)
            && (said.force.is_none() || !query.forceless)
            && has(&said.text);
        if fits {
            quoted.extend(said.paragraph);
            found.take(|| Hit::Quote(said));
        }
    }
    let is_of_quotes = query.tag.is_some() || query.force.is_some() || query.untagged || query.forceless;
    if wanted.is_empty() || is_of_quotes {
        return found;
    }
    for (interview, transcript) in engagement.transcripts().filter(|(id, _)| people.contains(id)) {
        let Some(one) = engagement.interview(interview) else { continue };
        for &paragraph in transcript.paragraphs.iter().filter(|paragraph| !quoted.contains(paragraph)) {
            let Some(record) = engagement.paragraph(paragraph).filter(|record| has(&record.text)) else { continue };
            let (text, is_verbatim) = (record.text.clone(), one.head.is_own(record));
            found.take(|| Hit::Passage { interview, paragraph, text, is_verbatim, who: who(one) });
        }
    }
    found
}

impl Hits {
    fn take(&mut self, hit: impl FnOnce() -> Hit) {
        if self.hits.len() < MOST {
            self.hits.push(hit());
        }
        self.count += 1;
    }
}

fn fits(interview: &Interview, query: &Query) -> bool {
    let day = interview.head.on.middle();
    query.outcome.is_none_or(|outcome| interview.head.outcome == Some(outcome))
        && (interview.head.outcome.is_none() || !query.outcomeless)
        && query.segment.as_ref().is_none_or(|segment| interview.segment.trim() == segment)
        && query.from.is_none_or(|from| day.is_some_and(|day| day >= from))
        && query.to.is_none_or(|to| day.is_some_and(|day| day <= to))
}

/// The segments of all people, each once, in order.
pub fn segments(engagement: &Engagement) -> Vec<String> {
    let all = engagement.interviews().map(|(_, interview)| interview.segment.trim().to_owned());
    set_of(all.filter(|segment| !segment.is_empty())).into_iter().collect()
}
