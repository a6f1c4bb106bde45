//! The phrase bank: what clients say again and again, in their own words; counted by stems, shown as they say it.
//!
//! A term is a word that is no stop word. A phrase is two or three neighbours of which neither the first nor the last is one;
//! shorter phrases inside longer ones count too. Words with the same Snowball stems are one. Listed is what was said twice.

mod lexicon;
mod phrase;
mod spoken;

pub(super) use lexicon::stop_words;
pub use phrase::{Occurrence, Phrase};

use std::collections::BTreeSet;

use orbita_economics::Contingency;

use self::lexicon::{Lexicon, names};
use self::phrase::{Spelling, by_count, commonest, commonest_spelling};
use self::spoken::{Spoken, is_capitalised};
use super::kinds::Language;
use super::word::words;
use crate::arrange::{Arrange, set_of};

/// What somebody said in one paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Speech<'t> {
    /// The interview, by whatever number the caller knows it.
    pub interview: u32,
    /// The name of the speaker.
    pub speaker: &'t str,
    /// The words.
    pub text: &'t str,
}

/// A part of all that was said, to be compared with the rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subset<'t> {
    /// An interview.
    Interview(u32),
    /// All that people of a name said.
    Speaker(&'t str),
}

/// What is listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    /// Single words.
    Terms,
    /// Two or three words.
    Phrases,
}

/// A phrase that is said more often in one part than in the rest.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Key<'b> {
    /// The phrase.
    pub phrase: &'b Phrase,
    /// How often it is said in the part.
    pub here: usize,
    /// How often in the rest.
    pub rest: usize,
    /// Dunning's log-likelihood of the difference; larger is more telling.
    pub g2: f64,
}

/// All terms and phrases of some interviews in one language.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bank {
    terms: Vec<Phrase>,
    phrases: Vec<Phrase>,
    /// Who said each paragraph: interview, name, count of words.
    speeches: Vec<(u32, String, usize)>,
}

/// No word: what a shorter phrase has in place of a third one.
const NOTHING: u32 = u32::MAX;

impl Bank {
    /// Counts what was said. The work grows with the text, and so does the memory; only what was said twice is stored.
    pub fn of<'t>(language: Language, speeches: impl IntoIterator<Item = Speech<'t>>) -> Self {
        let mut bank = Bank::default();
        let mut lexicon = Lexicon::of(language);
        let mut spoken: Vec<Spoken> = Vec::new();
        let mut texts: Vec<&str> = Vec::new();
        for (number, speech) in (0_u32..).zip(speeches) {
            let words = words(speech.text);
            texts.push(speech.text);
            bank.speeches.push((speech.interview, speech.speaker.into(), words.len()));
            spoken.extend(words.into_iter().map(|word| Spoken {
                speech: number,
                at: word.at,
                form: lexicon.form(word.folded),
                is_neighbour: word.is_neighbour,
            }));
        }
        let mut found: Vec<([u32; 3], u32)> = Vec::new();
        for at in 0..spoken.len() {
            let mut stems = [NOTHING; 3];
            for (length, word) in spoken[at..].iter().take(3).enumerate() {
                let form = &lexicon.forms[word.form as usize];
                let is_open = length == 0 && form.is_stop || length > 0 && !word.is_neighbour;
                if is_open {
                    break;
                }
                stems[length] = form.stem;
                if !form.is_stop {
                    found.push((stems, at as u32));
                }
            }
        }
        found.arrange();
        let letters: Vec<Vec<char>> = texts.into_iter().map(|text| text.chars().collect()).collect();
        let names = names(&spoken, &letters, &lexicon);
        // A capital that only begins a sentence says nothing of the word.
        let spelled = |word: &Spoken| {
            let text = word.spelled(&letters);
            let is_name = names[lexicon.forms[word.form as usize].stem as usize];
            if is_capitalised(&text) && !is_name { text.to_lowercase() } else { text }
        };
        for same in found.chunk_by(|one, next| one.0 == next.0).filter(|same| same.len() > 1) {
            let length = same[0].0.iter().filter(|stem| **stem != NOTHING).count();
            let phrase = bank.phrase(&spoken, &spelled, &lexicon, same, length);
            if length == 1 { bank.terms.push(phrase) } else { bank.phrases.push(phrase) }
        }
        bank.terms.arrange_by(by_count);
        bank.phrases.arrange_by(by_count);
        bank
    }

    fn phrase(
        &self,
        spoken: &[Spoken],
        spelled: &dyn Fn(&Spoken) -> String,
        lexicon: &Lexicon,
        same: &[([u32; 3], u32)],
        length: usize,
    ) -> Phrase {
        let row = |at: u32| &spoken[at as usize..at as usize + length];
        let forms = |at: u32| -> Vec<u32> { row(at).iter().map(|word| word.form).collect() };
        let shown = commonest(same.iter().map(|(_, at)| (forms(*at), *at)));
        let joined = |at: u32, text: fn(&Lexicon, u32) -> &str| {
            row(at).iter().map(|word| text(lexicon, word.form)).collect::<Vec<_>>().join(" ")
        };
        let mut spellings: Vec<Spelling> = Vec::new();
        let mut places: Vec<Occurrence> = Vec::new();
        for &(_, at) in same {
            let text = row(at).iter().map(spelled).collect::<Vec<_>>().join(" ");
            let known = spellings.iter().position(|one| one.text == text);
            let spelling = known.unwrap_or(spellings.len());
            if known.is_none() {
                spellings.push(Spelling { folded: joined(at, Lexicon::folded), text });
            }
            let row = row(at);
            places.push(Occurrence {
                speech: row[0].speech as usize,
                at: row[0].at.start..row[length - 1].at.end,
                is_denied: lexicon.is_denied(&spoken[..=at as usize]),
                spelling,
            });
        }
        let speech = |at: u32| &self.speeches[row(at)[0].speech as usize];
        Phrase {
            stem: joined(shown, Lexicon::stem),
            show: joined(shown, Lexicon::folded),
            spelled: commonest_spelling(&spellings, places.iter()).into(),
            count: same.len(),
            speakers: set_of(same.iter().map(|(_, at)| speech(*at).1.as_str())).len(),
            interviews: set_of(same.iter().map(|(_, at)| speech(*at).0)).len(),
            spellings,
            places,
        }
    }

    /// What was said twice or more, by count, then by the number of speakers, then the longer, then the earlier first.
    pub fn list(&self, length: Length) -> &[Phrase] {
        match length {
            Length::Terms => &self.terms,
            Length::Phrases => &self.phrases,
        }
    }

    /// What stands in the list as a part of one longer phrase only, told by its stems: its count is that of the longer one. It
    /// counts like any other, and says nothing that the longer one does not.
    pub fn fragments(&self, length: Length) -> BTreeSet<&str> {
        fn parts(phrase: &Phrase) -> Vec<(&str, usize)> {
            let gaps = phrase.stem.match_indices(' ').map(|(gap, _)| gap);
            gaps.flat_map(|gap| [&phrase.stem[..gap], &phrase.stem[gap + 1..]])
                .map(|part| (part, phrase.count))
                .collect()
        }
        let list = self.list(length);
        let parts = set_of(list.iter().flat_map(parts));
        set_of(list.iter().map(|one| (one.stem.as_str(), one.count)).filter(|one| parts.contains(one)).map(|one| one.0))
    }

    /// How many words there are, stop words too; of a part, or of all.
    pub fn word_count(&self, part: Option<Subset>) -> usize {
        let is_in = |speech: &&(u32, String, usize)| part.is_none_or(|part| belongs(speech, part));
        self.speeches.iter().filter(is_in).map(|speech| speech.2).sum()
    }

    /// What is said more often in a part than in the rest, and at least twice there: the most telling first, then the more
    /// frequent, then the earlier. Nothing where there is no rest.
    pub fn keys(&self, part: Subset, length: Length) -> Vec<Key<'_>> {
        let here: Vec<bool> = self.speeches.iter().map(|speech| belongs(speech, part)).collect();
        let words_here = self.word_count(Some(part));
        let words_rest = self.word_count(None) - words_here;
        let mut keys: Vec<Key> = Vec::new();
        for phrase in self.list(length) {
            let a = phrase.places.iter().filter(|place| here[place.speech]).count();
            let b = phrase.count - a;
            if a < 2 || a * words_rest <= b * words_here {
                continue;
            }
            let cells = Contingency {
                both: a as f64,
                second_only: words_here.saturating_sub(a) as f64,
                first_only: b as f64,
                neither: words_rest.saturating_sub(b) as f64,
            };
            keys.extend(cells.g2().ok().map(|g2| Key { phrase, here: a, rest: b, g2 }));
        }
        let first = |key: &Key| key.phrase.places.first().map(|place| (place.speech, place.at.start));
        keys.arrange_by(|one, other| {
            other.g2.total_cmp(&one.g2).then(other.here.cmp(&one.here)).then(first(one).cmp(&first(other)))
        });
        keys
    }
}

fn belongs((interview, speaker, _): &(u32, String, usize), part: Subset) -> bool {
    match part {
        Subset::Interview(wanted) => *interview == wanted,
        Subset::Speaker(wanted) => speaker == wanted,
    }
}
