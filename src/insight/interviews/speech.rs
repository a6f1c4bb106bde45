//! What people said, for the phrase bank.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::ops::Range;

use super::said::who;
use crate::arrange::{Arrange, map_of, set_of};
use crate::compose::folded;
use crate::interviews::anonymise::names_of_speaker;
use crate::interviews::kinds::Language;
use crate::interviews::phrases::{Bank, Length, Occurrence, Phrase, Speech, Subset};
use crate::interviews::text::HighlightId;
use crate::model::Engagement;
use crate::model::quantity::{InterviewId, ParagraphId};

/// The phrases of all interviews in a language, with the paragraphs that their places number.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Said {
    /// The phrases.
    pub bank: Bank,
    paragraphs: Vec<(InterviewId, ParagraphId)>,
}

/// A phrase of one interview, with how often it was said there.
#[derive(Clone, Debug, PartialEq)]
pub struct InterviewPhrase {
    /// As it was said most often in this interview.
    pub show: String,
    /// How often it was said in all interviews.
    pub count: usize,
    /// How often of them it was denied.
    pub denied: usize,
    /// Its share of the highest count listed, 0 to 1.
    pub share: f64,
    /// The first paragraph of the interview that has it.
    pub paragraph: ParagraphId,
}

/// A phrase as the bank lists it.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The stems, which tell it from others.
    pub stem: String,
    /// As it was said most often; where it is typical of an interview, as it was said there.
    pub show: String,
    /// How often it was said.
    pub count: usize,
    /// How often it was denied; of an interview, there.
    pub denied: usize,
    /// By how many people.
    pub people: usize,
    /// In how many interviews.
    pub interviews: usize,
    /// Where it is compared with the rest: how often here, how often there, and how telling that is.
    pub key: Option<(usize, usize, f64)>,
}

/// A paragraph in which a phrase was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The interview.
    pub interview: InterviewId,
    /// The paragraph.
    pub paragraph: ParagraphId,
    /// A quote that covers the phrase, if one does.
    pub quote: Option<HighlightId>,
    /// Its text, in pieces: those that are the phrase, and those that are not.
    pub pieces: Vec<(String, bool)>,
    /// Whether these are the person's own words.
    pub is_verbatim: bool,
    /// Who was interviewed.
    pub who: String,
}

impl Said {
    /// Counts what people said themselves: the interviewer's questions and notes are left out.
    pub fn of(engagement: &Engagement, language: Language) -> Self {
        let mut paragraphs = Vec::new();
        let mut said: Vec<(InterviewId, Option<u16>, &str)> = Vec::new();
        for (id, transcript) in engagement.transcripts() {
            let Some(interview) = engagement.interview(id).filter(|one| one.head.language == language) else {
                continue;
            };
            for &paragraph in &transcript.paragraphs {
                let Some(record) = engagement.paragraph(paragraph) else { continue };
                if interview.head.is_own(record) {
                    paragraphs.push((id, paragraph));
                    said.push((id, record.speaker, &record.text));
                }
            }
        }
        let names = names(engagement, said.iter().map(|(id, speaker, _)| (*id, *speaker)));
        let speeches = said.into_iter().map(|(id, speaker, text)| {
            let speaker = names.get(&(id, speaker)).map_or("", String::as_str);
            Speech { interview: id.0, speaker, text }
        });
        Said { bank: Bank::of(language, speeches), paragraphs }
    }

    /// The paragraph in which a phrase was said.
    pub fn paragraph(&self, place: &Occurrence) -> Option<ParagraphId> {
        self.paragraphs.get(place.speech).map(|(_, paragraph)| *paragraph)
    }

    fn places_in<'p>(&self, phrase: &'p Phrase, interview: InterviewId) -> impl Iterator<Item = &'p Occurrence> {
        phrase
            .places
            .iter()
            .filter(move |place| self.paragraphs.get(place.speech).is_some_and(|(of, _)| *of == interview))
    }

    /// The phrases of an interview that people say again and again in all of them, those said most often first. What is said
    /// only as a part of a longer phrase is left out; words stand where there are too few phrases.
    pub fn phrases_of(&self, interview: InterviewId, most: usize) -> Vec<InterviewPhrase> {
        let mut heard: Vec<(&Phrase, InterviewPhrase)> = Vec::new();
        for phrase in self.bank.list(Length::Phrases).iter().chain(self.bank.list(Length::Terms)) {
            if heard.len() >= most {
                break;
            }
            let first = self.places_in(phrase, interview).next();
            let Some(paragraph) = first.and_then(|place| self.paragraph(place)) else { continue };
            if !heard.iter().any(|(longer, _)| is_part(phrase, longer)) {
                let show = phrase.spelled_in(self.places_in(phrase, interview)).to_owned();
                let (count, denied) = (phrase.count, denied(phrase.places.iter()));
                let here = InterviewPhrase { show, count, denied, share: 0.0, paragraph };
                heard.push((phrase, here));
            }
        }
        let most = heard.iter().map(|(_, heard)| heard.count).max().unwrap_or(1);
        heard.arrange_by_key(|(_, heard)| std::cmp::Reverse(heard.count));
        let shared = |heard: InterviewPhrase| InterviewPhrase { share: heard.count as f64 / most as f64, ..heard };
        heard.into_iter().map(|(_, heard)| shared(heard)).collect()
    }

    /// The bank as a list, at most so many: all phrases by count, or those typical of one interview, the most telling first.
    /// What is said only as a part of a longer phrase of the list is left out.
    pub fn entries(&self, length: Length, of: Option<InterviewId>, most: usize) -> Vec<Entry> {
        let entry = |phrase: &Phrase, key| Entry {
            stem: phrase.stem.clone(),
            show: of.map_or(phrase.spelled.as_str(), |id| phrase.spelled_in(self.places_in(phrase, id))).into(),
            count: phrase.count,
            denied: match of {
                None => denied(phrase.places.iter()),
                Some(id) => denied(self.places_in(phrase, id)),
            },
            people: phrase.speakers,
            interviews: phrase.interviews,
            key,
        };
        let fragments = self.bank.fragments(length);
        let is_whole = |phrase: &Phrase| !fragments.contains(phrase.stem.as_str());
        match of {
            None => {
                let whole = self.bank.list(length).iter().filter(|phrase| is_whole(phrase));
                whole.take(most).map(|phrase| entry(phrase, None)).collect()
            }
            Some(id) => {
                let keys = self.bank.keys(Subset::Interview(id.0), length).into_iter();
                let keys = keys.filter(|key| is_whole(key.phrase)).take(most);
                keys.map(|key| entry(key.phrase, Some((key.here, key.rest, key.g2)))).collect()
            }
        }
    }

    /// A phrase by its stems.
    pub fn phrase(&self, length: Length, stem: &str) -> Option<&Phrase> {
        self.bank.list(length).iter().find(|phrase| phrase.stem == stem)
    }

    /// Where a phrase was said, paragraph by paragraph, at most so many.
    pub fn passages(&self, engagement: &Engagement, phrase: &Phrase, most: usize) -> Vec<Passage> {
        let mut passages: Vec<Passage> = Vec::new();
        let mut taken: HashSet<ParagraphId> = HashSet::new();
        for place in &phrase.places {
            let Some(&(interview, id)) = self.paragraphs.get(place.speech) else { continue };
            if passages.len() >= most {
                break;
            }
            let Some(paragraph) = engagement.paragraph(id).filter(|_| taken.insert(id)) else { continue };
            let places = phrase.places.iter().filter(|other| other.speech == place.speech);
            let covers = |part: &&crate::interviews::text::HighlightPart| {
                part.start.unwrap_or(0) <= place.at.start && part.end.is_none_or(|end| place.at.end <= end)
            };
            passages.push(Passage {
                interview,
                paragraph: id,
                quote: paragraph.parts.iter().find(covers).map(|part| part.highlight),
                pieces: pieces(&paragraph.text, places.map(|place| place.at.clone())),
                is_verbatim: true,
                who: engagement.interview(interview).map(who).unwrap_or_default(),
            });
        }
        passages
    }
}

/// Whether a phrase is a part of a longer one that was said as often.
fn is_part(phrase: &Phrase, longer: &Phrase) -> bool {
    let framed = |stem: &str| format!(" {stem} ");
    longer.count >= phrase.count && framed(&longer.stem).contains(&framed(&phrase.stem))
}

/// A text cut at stretches that come in order.
fn pieces(text: &str, stretches: impl Iterator<Item = Range<u32>>) -> Vec<(String, bool)> {
    let letters: Vec<char> = text.chars().collect();
    let mut pieces = Vec::new();
    let mut at = 0;
    let mut push = |from: usize, to: usize, is_phrase: bool| {
        if to > from {
            pieces.push((letters[from..to].iter().collect(), is_phrase));
        }
    };
    for stretch in stretches {
        let start = (stretch.start as usize).clamp(at, letters.len());
        let end = (stretch.end as usize).clamp(start, letters.len());
        push(at, start, false);
        push(start, end, true);
        at = end;
    }
    push(at, letters.len(), false);
    pieces
}

/// Who speaks, so that people can be counted. Whoever alone speaks in an interview, or is called by a part of the name of the
/// person who was interviewed, is that person; what transcripts call many ("Speaker 2") is somebody else in each.
fn names(
    engagement: &Engagement,
    heard: impl Iterator<Item = (InterviewId, Option<u16>)>,
) -> BTreeMap<(InterviewId, Option<u16>), String> {
    let heard: BTreeSet<(InterviewId, Option<u16>)> = set_of(heard);
    let mut voices: BTreeMap<InterviewId, usize> = BTreeMap::new();
    heard.iter().filter(|(_, speaker)| speaker.is_some()).for_each(|(id, _)| *voices.entry(*id).or_default() += 1);
    let words = |name: &str| -> BTreeSet<String> { set_of(folded(name).split_whitespace().map(String::from)) };
    let name = |(id, speaker): (InterviewId, Option<u16>)| {
        let head = engagement.interview(id).map(|interview| &interview.head);
        let person = head.map_or("", |head| head.person.trim());
        let label = head.and_then(|head| head.speakers.get(usize::from(speaker?))).map_or("", |label| label.trim());
        let is_alone = label.is_empty() || voices.get(&id) == Some(&1);
        if !person.is_empty() && (is_alone || words(label).is_subset(&words(person))) {
            person.to_owned()
        } else if names_of_speaker(label).is_empty() {
            format!("{label} {}", id.0)
        } else {
            label.to_owned()
        }
    };
    map_of(heard.into_iter().map(|key| (key, name(key))))
}

/// In how many of some places a phrase was denied.
fn denied<'p>(places: impl Iterator<Item = &'p Occurrence>) -> usize {
    places.filter(|place| place.is_denied).count()
}
