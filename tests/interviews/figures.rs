//! The phrase bank against figures that a program apart from this one counted, in both languages.

use orbita::interviews::kinds::Language;
use orbita::interviews::phrases::{Bank, Key, Length, Phrase, Speech, Subset};
use orbita::interviews::transcript::read;
use serde_json::Value;

const FIGURES: &str = include_str!("../fixtures/interviews/phrases.json");

const CORPUS: [(&str, &str); 4] = [
    ("corpus-en-1.txt", include_str!("../fixtures/interviews/corpus-en-1.txt")),
    ("corpus-en-2.txt", include_str!("../fixtures/interviews/corpus-en-2.txt")),
    ("corpus-ru-1.txt", include_str!("../fixtures/interviews/corpus-ru-1.txt")),
    ("corpus-ru-2.txt", include_str!("../fixtures/interviews/corpus-ru-2.txt")),
];

/// How far a log-likelihood may be off.
const TOLERANCE: f64 = 0.001;

/// A paragraph: the interview, who speaks, the words.
type Line = (u32, String, String);

/// The paragraphs of some interviews without what one person says, cut by hand: "Name: text", a blank line between.
fn cut(names: &[&str], left_out: Option<&str>) -> Vec<Line> {
    let mut lines = Vec::new();
    for (name, text) in CORPUS.iter().filter(|(name, _)| names.contains(name)) {
        let number = number(name);
        for turn in text.split("\n\n") {
            let (speaker, words) = turn.split_once(": ").expect("each turn is labelled");
            if Some(speaker) != left_out {
                lines.push((number, speaker.to_owned(), words.trim_end().to_owned()));
            }
        }
    }
    lines
}

/// The same as the reader of transcripts cuts them.
fn understood(names: &[&str], left_out: Option<&str>) -> Vec<Line> {
    let mut lines = Vec::new();
    for (name, text) in CORPUS.iter().filter(|(name, _)| names.contains(name)) {
        let transcript = read(text).expect("a transcript");
        for said in transcript.paragraphs {
            let speaker = &transcript.speakers[usize::from(said.speaker.expect("everybody is named"))];
            if Some(speaker.as_str()) != left_out {
                lines.push((number(name), speaker.clone(), said.text));
            }
        }
    }
    lines
}

fn number(name: &str) -> u32 {
    CORPUS.iter().position(|known| known.0 == name).expect("a known interview") as u32
}

fn bank(language: Language, lines: &[Line]) -> Bank {
    Bank::of(language, lines.iter().map(|(interview, speaker, text)| Speech { interview: *interview, speaker, text }))
}

fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().unwrap_or_else(|| panic!("no {key} in {value}"))
}

fn count(value: &Value, key: &str) -> usize {
    value[key].as_u64().unwrap_or_else(|| panic!("no {key} in {value}")) as usize
}

fn list<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value[key].as_array().unwrap_or_else(|| panic!("no {key} in {value}"))
}

fn strings<'v>(value: &'v Value, key: &str) -> Vec<&'v str> {
    list(value, key).iter().map(|one| one.as_str().expect("a text")).collect()
}

/// Whether a phrase has the form and the counts that are wanted of it.
fn agrees(phrase: &Phrase, wanted: &Value) {
    let found = (phrase.show.as_str(), phrase.count, phrase.speakers, phrase.interviews);
    let wanted = (text(wanted, "show"), count(wanted, "count"), count(wanted, "speakers"), count(wanted, "interviews"));
    assert_eq!(found, wanted, "{}", phrase.stem);
}

/// How a list is read: the phrase of a line, whether two lines may change places, whether their figures are equal.
struct Reading<T> {
    phrase: fn(&T) -> &Phrase,
    may_swap: fn(&T, &T) -> bool,
    is_equal: fn(&T, &T) -> bool,
    checked: fn(&T, &Value),
}

/// Holds a list against its first 30 and what fell out only because it equals the last of them.
fn listed<T>(found: &[T], wanted: &Value, reading: &Reading<T>) {
    let Reading { phrase, may_swap, is_equal, checked } = reading;
    let (top, tied) = (list(wanted, "top"), strings(wanted, "tied_with_last"));
    let place = |stem: &str| {
        found.iter().position(|one| phrase(one).stem == stem).unwrap_or_else(|| panic!("{stem} is not listed"))
    };
    // Each stands where it is wanted, or beside one that is as high.
    for (at, wanted) in top.iter().enumerate() {
        let one = &found[place(text(wanted, "stem"))];
        checked(one, wanted);
        assert!(may_swap(one, &found[at]), "{} stands elsewhere than at {at}", phrase(one).stem);
    }
    let last = top.len().saturating_sub(1);
    tied.iter().for_each(|stem| assert!(is_equal(&found[place(stem)], &found[last]), "{stem}"));
    let as_high = found.iter().skip(top.len()).take_while(|one| is_equal(one, &found[last])).count();
    if top.len() < 30 {
        assert_eq!((found.len(), tied.len()), (top.len(), 0), "nothing more is listed");
    } else {
        assert_eq!(as_high, tied.len(), "as many are as high as the last");
    }
}

fn counts_agree(bank: &Bank, wanted: &Value) {
    let reading = Reading {
        phrase: |one| one,
        may_swap: |one: &Phrase, other| {
            let height = |one: &Phrase| (one.count, one.speakers, one.stem.split(' ').count());
            height(one) == height(other)
        },
        is_equal: |one, other| one.count == other.count,
        checked: agrees,
    };
    listed(bank.list(Length::Terms), &wanted["terms_by_count"], &reading);
    listed(bank.list(Length::Phrases), &wanted["phrases_by_count"], &reading);
}

fn keys_agree(bank: &Bank, part: Subset, wanted: &Value) {
    let is_equal = |one: &Key, other: &Key| (one.g2 - other.g2).abs() < TOLERANCE;
    let reading = Reading {
        phrase: |key: &Key| key.phrase,
        may_swap: |one, other| (one.g2 - other.g2).abs() < TOLERANCE && one.here == other.here,
        is_equal,
        checked: |key, wanted| {
            agrees(key.phrase, wanted);
            assert_eq!((key.here, key.rest), (count(wanted, "here"), count(wanted, "rest")), "{wanted}");
            let g2 = wanted["g2"].as_f64().expect("a likelihood");
            assert!((key.g2 - g2).abs() < TOLERANCE, "{} instead of {wanted}", key.g2);
        },
    };
    listed(&bank.keys(part, Length::Terms), &wanted["terms"], &reading);
    listed(&bank.keys(part, Length::Phrases), &wanted["phrases"], &reading);
}

/// How many words each said in each interview.
fn words_agree(language: Language, lines: &[Line], wanted: &Value) {
    for (place, words) in wanted.as_object().expect("counts of words") {
        let (interview, speaker) = place.split_once(" / ").expect("an interview and a name");
        let theirs: Vec<Line> =
            lines.iter().filter(|line| line.0 == number(interview) && line.1 == speaker).cloned().collect();
        assert_eq!(bank(language, &theirs).word_count(None) as u64, words.as_u64().expect("a count"), "{place}");
    }
    let all: u64 = wanted.as_object().expect("counts").values().filter_map(Value::as_u64).sum();
    assert_eq!(bank(language, lines).word_count(None) as u64, all, "nobody else said anything");
}

fn figures_agree(language: Language, key: &str, cut: fn(&[&str], Option<&str>) -> Vec<Line>) {
    let figures: Value = serde_json::from_str(FIGURES).expect("figures");
    let figures = &figures[key];
    let interviews = strings(figures, "interviews");
    for (who, left_out) in
        [("everyone", None), ("without_interviewer", figures["without_interviewer"]["left_out"].as_str())]
    {
        assert_eq!(left_out.is_some(), who == "without_interviewer");
        let wanted = &figures[who];
        let lines = cut(&interviews, left_out);
        let bank = bank(language, &lines);
        words_agree(language, &lines, &wanted["words"]);
        counts_agree(&bank, wanted);
        let parts = list(wanted, "keyness");
        for one in parts {
            let name = text(one, "name");
            let part = match text(one, "of") {
                "interview" => Subset::Interview(number(name)),
                _ => Subset::Speaker(name),
            };
            // "same_as": the words of another part, whose figures are not given again.
            let wanted = match one["same_as"].as_str() {
                Some(other) => parts.iter().find(|part| text(part, "name") == other).expect("the other part"),
                None => one,
            };
            keys_agree(&bank, part, wanted);
        }
    }
}

#[test]
fn english_figures_agree() {
    figures_agree(Language::English, "en", cut);
}

#[test]
fn russian_figures_agree() {
    figures_agree(Language::Russian, "ru", cut);
}

#[test]
fn figures_agree_from_the_file_to_the_list() {
    figures_agree(Language::English, "en", understood);
    figures_agree(Language::Russian, "ru", understood);
}
