//! The forms and stems that were met: which of them say nothing by themselves, which are names, and which were denied.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use rust_stemmers::{Algorithm, Stemmer};

use super::super::kinds::Language;
use super::spoken::{Spoken, is_capitalised};

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

/// The words of a language that say nothing by themselves, folded.
pub fn stop_words(language: Language) -> &'static HashSet<&'static str> {
    static LISTS: LazyLock<[HashSet<&str>; 2]> = LazyLock::new(|| {
        [include_str!("stop-en.txt"), include_str!("stop-ru.txt")]
            .map(|list| list.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace).collect())
    });
    &LISTS[usize::from(language == Language::Russian)]
}

/// What is known of a folded form.
pub struct Form {
    folded: String,
    pub stem: u32,
    pub is_stop: bool,
}

/// The forms and stems of a language that were met so far.
pub struct Lexicon {
    stemmer: Stemmer,
    stops: &'static HashSet<&'static str>,
    pub forms: Vec<Form>,
    by_form: HashMap<String, u32>,
    stems: Vec<String>,
    by_stem: HashMap<String, u32>,
}

impl Lexicon {
    pub fn of(language: Language) -> Self {
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
    pub fn form(&mut self, folded: String) -> u32 {
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
    pub fn is_denied(&self, spoken: &[Spoken]) -> bool {
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

    pub fn stem(&self, form: u32) -> &str {
        &self.stems[self.forms[form as usize].stem as usize]
    }

    pub fn folded(&self, form: u32) -> &str {
        &self.forms[form as usize].folded
    }
}

/// The stems that are names, by their numbers: within sentences they have a capital more often than not.
pub fn names(spoken: &[Spoken], letters: &[Vec<char>], lexicon: &Lexicon) -> Vec<bool> {
    let mut capitals = vec![0_i32; lexicon.stems.len()];
    for word in spoken.iter().filter(|word| !word.begins(letters)) {
        let stem = lexicon.forms[word.form as usize].stem as usize;
        capitals[stem] += if is_capitalised(&word.spelled(letters)) { 1 } else { -1 };
    }
    capitals.into_iter().map(|more| more > 0).collect()
}
