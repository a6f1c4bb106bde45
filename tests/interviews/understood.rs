//! Transcripts in many forms, each with what a person would understand of it.

use orbita::interviews::transcript::{Transcript, read};
use serde_json::Value;

use crate::transcripts::turns;

const CASES: &str = include_str!("../fixtures/interviews/transcripts.json");

/// Inputs of neighbouring kinds, each with its turns as lines: who, when it begins, what.
const NEIGHBOURS: &str = include_str!("../fixtures/interviews/neighbours.json");

/// What one speaker says without a break.
#[derive(Debug, Default)]
struct Turn {
    speaker: Option<String>,
    start: Option<f64>,
    end: Option<f64>,
    words: String,
    is_optional: bool,
}

fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Neighbours of one speaker as one: the start of the first, the end of the last.
fn joined(turns: Vec<Turn>) -> Vec<Turn> {
    let mut joined: Vec<Turn> = Vec::new();
    for turn in turns {
        match joined.last_mut().filter(|last| last.speaker == turn.speaker && last.is_optional == turn.is_optional) {
            Some(last) => {
                last.words = words(&format!("{} {}", last.words, turn.words));
                last.end = turn.end;
            }
            None => joined.push(turn),
        }
    }
    joined
}

fn found(transcript: &Transcript) -> Vec<Turn> {
    let seconds = |ms: u32| f64::from(ms) / 1000.0;
    let turn = |said: &orbita::interviews::transcript::Said| Turn {
        speaker: said.speaker.map(|at| transcript.speakers[usize::from(at)].clone()),
        start: said.start.map(seconds),
        end: said.end.map(seconds),
        words: words(&said.text),
        is_optional: false,
    };
    joined(transcript.paragraphs.iter().map(turn).collect())
}

fn wanted(paragraphs: &Value) -> Vec<Turn> {
    let turn = |said: &Value| Turn {
        speaker: said["speaker"].as_str().map(String::from),
        start: said["start"].as_f64(),
        end: said["end"].as_f64(),
        words: words(said["text"].as_str().expect("words")),
        is_optional: said["optional"].as_bool().unwrap_or_default(),
    };
    joined(paragraphs.as_array().expect("paragraphs").iter().map(turn).collect())
}

/// What differs between two readings; nothing where they agree.
fn difference(input: &str, expected: &Value) -> Option<String> {
    let transcript = match read(input) {
        Ok(transcript) => transcript,
        Err(refused) => return Some(format!("{refused:?}")),
    };
    let speakers: Vec<&str> =
        expected["speakers"].as_array().expect("speakers").iter().filter_map(Value::as_str).collect();
    let (found, mut wanted) = (found(&transcript), wanted(&expected["paragraphs"]));
    if found.len() < wanted.len() {
        wanted.retain(|turn| !turn.is_optional);
    }
    let is_same = |one: &Turn, other: &Turn| {
        let agrees = |found: Option<f64>, wanted: Option<f64>| wanted.is_none() || found == wanted;
        one.speaker == other.speaker
            && one.words == other.words
            && agrees(one.start, other.start)
            && agrees(one.end, other.end)
    };
    let agrees = transcript.speakers == speakers
        && found.len() == wanted.len()
        && found.iter().zip(&wanted).all(|(one, other)| is_same(one, other));
    (!agrees).then(|| format!("{:?}\n{found:#?}\ninstead of {speakers:?}\n{wanted:#?}", transcript.speakers))
}

#[test]
fn each_form_is_understood() {
    let cases: Value = serde_json::from_str(CASES).expect("cases");
    let cases = cases["cases"].as_array().expect("a list");
    let different: Vec<String> = cases
        .iter()
        .filter_map(|case| {
            let input = case["input"].as_str().expect("a text");
            difference(input, &case["expected"]).map(|what| format!("{}: {input}\n{what}", case["id"]))
        })
        .collect();
    assert_eq!((cases.len(), different.len()), (10, 0), "{}", different.join("\n\n"));
}

#[test]
fn forms_beside_them_are_understood() {
    let cases: Vec<Value> = serde_json::from_str(NEIGHBOURS).expect("cases");
    assert!(cases.len() > 40);
    let different: Vec<String> = cases
        .iter()
        .filter_map(|case| {
            let input = case["input"].as_str().expect("a text");
            let wanted: Vec<&str> = case["turns"].as_array().expect("turns").iter().filter_map(Value::as_str).collect();
            let found = turns(input);
            (found != wanted).then(|| format!("{input}\n{found:?}\ninstead of\n{wanted:?}"))
        })
        .collect();
    assert_eq!(different.len(), 0, "{}", different.join("\n\n"));
}

/// Words that look like the labels of speakers, and what is told of them.
#[test]
fn what_may_name_a_speaker_is_told() {
    let doubtful = |text: &str| read(text).expect("a transcript").doubtful;
    assert_eq!(doubtful("Anna: One.\u{b}Two.\r\nBoris: Three.\u{b}Price: five.\u{b}Place: six."), [""; 0]);
    assert_eq!(doubtful("Anna: One.\u{b}Two.\r\nBoris: Three.\u{b}Ромашка: five.\r\n"), ["Ромашка"]);
    assert_eq!(doubtful("Anna: A sign. It read:\nClosed: come back.\nBoris: So?\n"), ["Closed"]);
}
