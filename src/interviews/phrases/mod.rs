//! The phrase bank: what clients say again and again, in their own words; counted by stems, shown as they say it.
//!
//! A term is a word that is no stop word. A phrase is two or three neighbours of which neither the first nor the last is one;
//! shorter phrases inside longer ones count too. Words with the same Snowball stems are one. Listed is what was said twice.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::hash::Hash;
use std::ops::Range;
use std::sync::LazyLock;

use orbita_economics::Contingency;
use rust_stemmers::{Algorithm, Stemmer};

use super::kinds::Language;
use super::word::{SOFT_HYPHEN, words};
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

/// A term or a phrase that was said at least twice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// The stems, with spaces between.
    pub stem: String,
    /// The commonest form, folded; of equally common ones the first that was said.
    pub show: String,
    /// How that form was spelled most often, ё and the capitals of names kept; of equally common spellings the first.
    pub spelled: String,
    spellings: Vec<Spelling>,
    /// How often it was said.
    pub count: usize,
    /// How many different names said it.
    pub speakers: usize,
    /// In how many interviews.
    pub interviews: usize,
    /// Where it was said, in order.
    pub places: Vec<Occurrence>,
}

/// Where a phrase was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// Which paragraph of those that were given, counted from 0.
    pub speech: usize,
    /// Where in it, in scalar values of the text as it is stored.
    pub at: Range<u32>,
    /// Whether it was denied: "do not trust the figures" is no trust in figures.
    pub is_denied: bool,
    /// Which of the spellings of the phrase this is.
    spelling: usize,
}

/// A form of a phrase with one of its spellings.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Spelling {
    folded: String,
    text: String,
}

impl Phrase {
    /// How the phrase was said most often in some of its places: the commonest form in its commonest spelling, of equals the
    /// first. Empty where there are no places.
    pub fn spelled_in<'p>(&self, places: impl Iterator<Item = &'p Occurrence>) -> &str {
        commonest_spelling(&self.spellings, places)
    }
}

fn commonest_spelling<'s, 'p>(spellings: &'s [Spelling], places: impl Iterator<Item = &'p Occurrence>) -> &'s str {
    let mut said: Vec<(&Spelling, u32)> = places.map(|place| &spellings[place.spelling]).zip(0..).collect();
    let form = commonest(said.iter().map(|(one, at)| (&one.folded, *at))) as usize;
    let Some((form, _)) = said.get(form).copied() else { return "" };
    said.retain(|(one, _)| one.folded == form.folded);
    let spelled = commonest(said.iter().map(|(one, at)| (&one.text, *at)));
    said.iter().find(|(_, at)| *at == spelled).map_or("", |(one, _)| &one.text)
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

/// A word in the row of all words.
struct Spoken {
    speech: u32,
    at: Range<u32>,
    form: u32,
    is_neighbour: bool,
}

impl Spoken {
    /// The word as it was written, without soft hyphens.
    fn spelled(&self, letters: &[Vec<char>]) -> String {
        let letters = letters[self.speech as usize][self.at.start as usize..self.at.end as usize].iter();
        letters.filter(|letter| **letter != SOFT_HYPHEN).collect()
    }

    /// Whether a sentence begins with it, where any word has a capital.
    fn begins(&self, letters: &[Vec<char>]) -> bool {
        let before = letters[self.speech as usize][..self.at.start as usize].iter().rev();
        let ends = |letter: &char| matches!(letter, '.' | '!' | '?' | '\u{2026}' | ':' | '\n');
        let is_between = |letter: &&char| !letter.is_alphanumeric() && **letter != ',';
        let mut between = before.clone().take_while(is_between);
        between.any(ends) || before.clone().all(|letter| is_between(&letter))
    }
}

/// Whether a word has a capital at its beginning and nowhere else.
fn is_capitalised(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && !letters.any(char::is_uppercase)
}

/// The stems that are names, by their numbers: within sentences they have a capital more often than not.
fn names(spoken: &[Spoken], letters: &[Vec<char>], lexicon: &Lexicon) -> Vec<bool> {
    let mut capitals = vec![0_i32; lexicon.stems.len()];
    for word in spoken.iter().filter(|word| !word.begins(letters)) {
        let stem = lexicon.forms[word.form as usize].stem as usize;
        capitals[stem] += if is_capitalised(&word.spelled(letters)) { 1 } else { -1 };
    }
    capitals.into_iter().map(|more| more > 0).collect()
}

/// Where what is said most often is said first; of equals the one that comes first.
fn commonest<T: Eq + Hash>(said: impl Iterator<Item = (T, u32)>) -> u32 {
    let mut counts: HashMap<T, (usize, u32)> = HashMap::new();
    said.for_each(|(what, at)| counts.entry(what).or_insert((0, at)).0 += 1);
    counts.into_values().max_by_key(|(count, at)| (*count, std::cmp::Reverse(*at))).map_or(0, |(_, at)| at)
}

/// Words that deny what follows them, folded.
const DENYING: [&str; 14] = [
    "not",
    "no",
    "never",
    "nobody",
    "nothing",
    "neither",
    "nor",
    "without",
    "cannot",
    "не",
    "ни",
    "без",
    "нет",
    "никогда",
];

/// After a word that denies: more is to come.
const EVEN_MORE: [&str; 6] = ["only", "just", "merely", "только", "просто", "лишь"];

/// What is known of a folded form.
struct Form {
    folded: String,
    stem: u32,
    is_stop: bool,
}

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

fn by_count(one: &Phrase, other: &Phrase) -> std::cmp::Ordering {
    let key = |phrase: &Phrase| {
        let length = phrase.stem.split(' ').count();
        let first = phrase.places.first().map(|place| (place.speech, place.at.start));
        (std::cmp::Reverse((phrase.count, phrase.speakers, length)), first)
    };
    key(one).cmp(&key(other))
}

/// The words of a language that say nothing by themselves, folded.
pub(super) fn stop_words(language: Language) -> &'static HashSet<&'static str> {
    static LISTS: LazyLock<[HashSet<&str>; 2]> = LazyLock::new(|| {
        [include_str!("stop-en.txt"), include_str!("stop-ru.txt")]
            .map(|list| list.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace).collect())
    });
    &LISTS[usize::from(language == Language::Russian)]
}

/// The forms and stems of a language that were met so far.
struct Lexicon {
    stemmer: Stemmer,
    stops: &'static HashSet<&'static str>,
    forms: Vec<Form>,
    by_form: HashMap<String, u32>,
    stems: Vec<String>,
    by_stem: HashMap<String, u32>,
}

impl Lexicon {
    fn of(language: Language) -> Self {
        let algorithm = match language {
            Language::English => Algorithm::English,
            Language::Russian => Algorithm::Russian,
        };
        Lexicon {
            stemmer: Stemmer::create(algorithm),
            stops: stop_words(language),
            forms: Vec::new(),
            by_form: HashMap::new(),
            stems: Vec::new(),
            by_stem: HashMap::new(),
        }
    }

    /// The number of a folded form.
    fn form(&mut self, folded: String) -> u32 {
        if let Some(number) = self.by_form.get(&folded) {
            return *number;
        }
        let number = self.forms.len() as u32;
        let stem = self.stemmer.stem(&folded).into_owned();
        let next = self.stems.len() as u32;
        let stem_number = *self.by_stem.entry(stem).or_insert_with_key(|stem| {
            self.stems.push(stem.clone());
            next
        });
        let head = folded.split('\'').next().unwrap_or_default();
        let is_stop = self.stops.contains(folded.as_str()) || self.stops.contains(head);
        self.by_form.insert(folded.clone(), number);
        self.forms.push(Form { folded, stem: stem_number, is_stop });
        number
    }

    /// Whether the last of some words is denied by one of the three before it: within its clause, over stop words alone. "Not only"
    /// denies nothing.
    fn is_denied(&self, spoken: &[Spoken]) -> bool {
        let mut after = "";
        for (one, next) in spoken.iter().rev().skip(1).zip(spoken.iter().rev()).take(3) {
            let form = &self.forms[one.form as usize];
            if !next.is_neighbour || one.speech != next.speech || !form.is_stop {
                return false;
            }
            let folded = form.folded.as_str();
            if DENYING.contains(&folded) || folded.ends_with("n't") {
                return !EVEN_MORE.contains(&after);
            }
            after = folded;
        }
        false
    }

    fn stem(&self, form: u32) -> &str {
        &self.stems[self.forms[form as usize].stem as usize]
    }

    fn folded(&self, form: u32) -> &str {
        &self.forms[form as usize].folded
    }
}
