//! Whether what is imported is here already: a file that is imported twice should not double what people said.

use std::collections::HashSet;

use crate::compose::folded;
use crate::interviews::exchange::{Document, Project, attributes};
use crate::interviews::record::Head;
use crate::model::Engagement;
use crate::model::quantity::InterviewId;
use crate::model::statement::Answer;

/// How much of a text has to be in an interview for the two to be the same: some words may have been corrected since.
const SHARE: f64 = 0.8;

/// Texts with fewer letters may be alike by chance.
const FEWEST_LETTERS: usize = 40;

/// The sentences of a text in small letters, without signs.
fn sentences(text: &str) -> impl Iterator<Item = String> + use<> {
    let text = folded(text);
    let all: Vec<String> = text
        .split(['.', '!', '?', '\u{2026}', '\n'])
        .map(|one| {
            one.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
        })
        .filter(|one| !one.is_empty())
        .collect();
    all.into_iter()
}

fn is_same<'t>(texts: impl Iterator<Item = &'t str>, known: &HashSet<String>) -> bool {
    let (mut all, mut found) = (0, 0);
    for sentence in texts.flat_map(sentences) {
        let letters = sentence.chars().count();
        all += letters;
        found += if known.contains(&sentence) { letters } else { 0 };
    }
    all >= FEWEST_LETTERS && found as f64 >= all as f64 * SHARE
}

/// What is known of interviews, to compare others with.
pub struct Known {
    interviews: Vec<(InterviewId, Head, HashSet<String>)>,
}

impl Known {
    /// Everything that was said in a project.
    pub fn of(engagement: &Engagement) -> Self {
        let said = |id| {
            let paragraphs = engagement.paragraphs_of(id).iter().filter_map(|id| engagement.paragraph(*id));
            paragraphs.flat_map(|paragraph| sentences(&paragraph.text)).collect()
        };
        let all = engagement.interviews().map(|(id, interview)| (id, interview.head.clone(), said(id)));
        Known { interviews: all.collect() }
    }

    /// The interview that holds these texts.
    pub fn holds<'t>(&self, texts: impl Iterator<Item = &'t str> + Clone) -> Option<InterviewId> {
        self.interviews.iter().find(|(_, _, known)| is_same(texts.clone(), known)).map(|(id, ..)| *id)
    }

    /// The interview that a document is: the same was said, or little was said and by the same person on the same day.
    pub fn is_here(&self, document: &Document) -> Option<InterviewId> {
        let texts = document.paragraphs.iter().map(|paragraph| paragraph.text.as_str());
        self.holds(texts.clone()).or_else(|| {
            let (head, _) = attributes::read(document);
            let who = |head: &Head| (head.person.clone(), head.role.clone(), head.account.clone(), head.on);
            let said: HashSet<String> = texts.flat_map(sentences).collect();
            let is_it = |(_, other, known): &&(_, Head, _)| who(other) == who(&head) && *known == said;
            self.interviews.iter().filter(|_| !head.person.trim().is_empty()).find(is_it).map(|(id, ..)| *id)
        })
    }
}

/// Which interviews of a file are here already, by their place in it.
pub fn repeated(engagement: &Engagement, project: &Project) -> Vec<usize> {
    let known = Known::of(engagement);
    let is_here = |(at, document): (usize, &Document)| known.is_here(document).map(|_| at);
    project.documents.iter().enumerate().filter_map(is_here).collect()
}

/// Whether answers are among those of an outcome already, one after the other; so few as one or two may come again.
pub fn are_repeated(given: &[Answer], read: &[Answer]) -> bool {
    const FEWEST: usize = 3;
    let said = |answer: &Answer| (answer.segment.clone(), answer.importance, answer.satisfaction);
    let given: Vec<_> = given.iter().map(said).collect();
    let read: Vec<_> = read.iter().map(said).collect();
    read.len() >= FEWEST && given.windows(read.len()).any(|some| some == read)
}
