//! What is imported a second time is recognised, and what merely resembles it is not.

use orbita::edit::Command;
use orbita::edit::store::Store;
use orbita::insight::interviews::answers::read_answers;
use orbita::insight::interviews::duplicates::{Known, are_repeated, repeated};
use orbita::insight::interviews::travel::project;
use orbita::interviews::exchange::{self, Document, Project, quotes};
use orbita::interviews::record::Head;
use orbita::interviews::text::Paragraph;
use orbita::interviews::transcript::read;
use orbita::model::quantity::InterviewId;
use orbita::model::{Engagement, Key};

const TALK: &str = "Interviewer: When did you first think of leaving?\n\nAnna: It was a Sunday in March, at the door of the shop.\n\n\
    Interviewer: What happened next?\n\nAnna: Two clients came for one hour. I gave my own lunch away and called the vendor.";

fn store() -> (Store, InterviewId) {
    let mut store = Store::new(Engagement::new(), None, false);
    let head = Head { person: "Anna".into(), ..Head::default() };
    let made = store.dispatch(Command::AddInterview(Box::new(head)), 0.0).expect("an interview").made;
    let Some(Key::Interview(interview)) = made else { panic!("{made:?}") };
    (store, interview)
}

fn with(text: &str) -> (Store, InterviewId) {
    let (mut store, interview) = store();
    let read = read(text).expect("a transcript");
    let paragraphs = read.paragraphs.iter().map(|said| Paragraph::of(&said.text)).collect();
    let command =
        Command::AddTranscript { interview, speakers: read.speakers, interviewer: None, on: None, paragraphs };
    store.dispatch(command, 0.0).expect("added");
    (store, interview)
}

fn holder(store: &Store, text: &str) -> Option<InterviewId> {
    let read = read(text).expect("a transcript");
    Known::of(store.engagement()).holds(read.paragraphs.iter().map(|said| said.text.as_str()))
}

#[test]
fn a_transcript_is_known_again_also_with_a_word_corrected_and_in_other_paragraphs() {
    let (store, interview) = with(TALK);
    assert_eq!(holder(&store, TALK), Some(interview));
    assert_eq!(holder(&store, &TALK.replace("happened next", "happened then")), Some(interview));
    let captions = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Q>When did you first think of leaving?\n\n00:02.000 --> 00:03.000\n<v Anna>It was a Sunday in March, at the door of the shop.\n";
    assert_eq!(holder(&store, captions), Some(interview));
}

#[test]
fn another_talk_with_the_same_questions_is_another_one() {
    let (store, _) = with(TALK);
    let other = "Interviewer: When did you first think of leaving?\n\nBoris: When the invoice doubled and nobody could tell us why that was.\n\n\
        Interviewer: What happened next?\n\nBoris: We asked for the contract and read it for the first time.";
    assert_eq!(holder(&store, other), None);
    assert_eq!(holder(&store, "Anna: What happened next?"), None, "a few words come again");
}

#[test]
fn a_project_and_a_table_are_known_again() {
    let (store, interview) = with(TALK);
    let mut store = store;
    let paragraph = store.engagement().paragraphs_of(interview)[3];
    let command = Command::AddQuote { from: (paragraph, 0), to: (paragraph, 99), tag: Some("double".into()) };
    store.dispatch(command, 0.0).expect("a quote");
    let outgoing = project(store.engagement(), "key");
    let (back, _) = exchange::read_project(&exchange::project(&outgoing)).expect("a project");
    assert_eq!(repeated(store.engagement(), &back), [0]);
    let rows = quotes::read(&quotes::write(&quotes::rows(&outgoing))).expect("a table");
    assert_eq!(repeated(store.engagement(), &quotes::project(&rows)), [0]);
    let other =
        Document { name: "Boris".into(), paragraphs: vec![Paragraph::of("Never heard of it.")], ..Document::default() };
    let both = Project { documents: vec![other, back.documents[0].clone()], ..Project::default() };
    assert_eq!(repeated(store.engagement(), &both), [1]);
    assert_eq!(repeated(&Engagement::new(), &back), [0_usize; 0]);
}

#[test]
fn few_words_are_known_by_who_said_them_and_when() {
    let (mut store, _) = store();
    let said = |person: &str, text: &str| {
        let paragraphs = vec![Paragraph::of(text)];
        Project {
            documents: vec![Document { name: person.into(), paragraphs, ..Document::default() }],
            ..Project::default()
        }
    };
    store.dispatch(Command::BringInterviews(Box::new(said("Boris", "Too slow."))), 0.0).expect("brought");
    assert_eq!(repeated(store.engagement(), &said("Boris", "Too slow.")), [0]);
    assert_eq!(repeated(store.engagement(), &said("Vera", "Too slow.")), [0_usize; 0]);
    assert_eq!(repeated(store.engagement(), &said("Boris", "Too dear.")), [0_usize; 0]);
}

#[test]
fn answers_are_known_again_where_there_are_several() {
    let read = |text: &str| read_answers(text, 0).answers;
    let given = read("5\t1\tNew\n4\t2\tNew\n3\t3\tOld\n2\t5\tOld\n");
    assert!(are_repeated(&given, &read("4\t2\tNew\n3\t3\tOld\n2\t5\tOld\n")));
    assert!(!are_repeated(&given, &read("4\t2\tNew\n3\t3\tOld\n")), "two people may answer alike");
    assert!(!are_repeated(&given, &read("4\t2\tNew\n3\t3\tOld\n1\t5\tOld\n")));
    assert!(!are_repeated(&[], &given));
}
