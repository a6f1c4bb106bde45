//! Whatever interviews say, what is exported comes back as it was: as a project of QDA programs, as a table of quotes, as the
//! project's own file. White space around a field is nothing that anybody said.

use std::collections::BTreeSet;

use orbita::edit::store::Store;
use orbita::edit::{Command, InterviewInput, QuoteInput};
use orbita::insight::interviews::travel::project;
use orbita::interviews::exchange::{self, Document, Project, quotes, read_project};
use orbita::interviews::kinds::{Consent, Language, Outcome};
use orbita::interviews::record::Head;
use orbita::interviews::speakers::{is_same, named};
use orbita::interviews::timeline::{Moment, Point, When};
use orbita::model::Engagement;
use orbita::model::day::Moment as SavedAt;
use orbita::storage::envelope;
use proptest::prelude::*;

use crate::refi::{book, interviews};
use crate::travels::{Line, Talk, talk};

fn line() -> impl Strategy<Value = String> {
    prop_oneof!["([;=\\\\~,.:'\"&<|#*0-9 -]|2025-03-14|~2025|Anna|ё|😀|\\(2\\)){0,5}", "\\PC{0,8}", Just(String::new())]
}

fn lines() -> impl Strategy<Value = String> {
    prop_oneof![line(), prop::collection::vec(line(), 2..4).prop_map(|lines| lines.join("\n"))]
}

fn when() -> impl Strategy<Value = When> {
    prop::sample::select(vec!["", "2025-03-14", "~2025-03-14", "~2025-03", "~2025"])
        .prop_map(|text| text.parse().expect("a date"))
}

fn moment() -> impl Strategy<Value = Moment> {
    (when(), lines()).prop_map(|(when, what)| Moment { when, what })
}

/// What is known of an interview, with its segment.
fn heads() -> impl Strategy<Value = (Head, String)> {
    let about = (line(), line(), line(), when(), prop::option::of(any::<u16>()), line());
    let kinds = (0_usize..5, 0_usize..3, any::<bool>());
    let lists =
        (prop::collection::vec(line(), 0..4), prop::collection::vec(line(), 0..3), any::<prop::sample::Index>());
    let told = (prop::collection::vec(moment(), 8), prop::collection::vec(lines(), 6));
    (about, kinds, lists, told).prop_map(|(about, (outcome, consent, is_russian), lists, (moments, debrief))| {
        let (person, role, account, on, minutes, segment) = about;
        let (took_part, speakers, asks) = lists;
        let mut head = Head {
            person,
            role,
            account,
            on,
            minutes,
            outcome: Outcome::ALL.get(outcome).copied(),
            consent: [Consent::None, Consent::Anonymous, Consent::ByName][consent],
            language: if is_russian { Language::Russian } else { Language::English },
            took_part,
            ..Head::default()
        };
        // Those who said nothing that is written down, one of whom may have asked.
        for name in speakers.iter().filter_map(|name| named(name).ok()) {
            if !head.speakers.iter().any(|known| is_same(known, &name)) {
                head.speakers.push(name);
            }
        }
        let asks = asks.index(head.speakers.len() + 1);
        head.interviewer = u16::try_from(asks).ok().filter(|_| asks < head.speakers.len());
        head.timeline.phases.clone_from_slice(&moments[..6]);
        head.timeline.events.clone_from_slice(&moments[6..]);
        head.debrief.clone_from_slice(&debrief);
        (head, segment)
    })
}

/// What people write beside what was said: the name of a speaker, remarks and tags.
type Beside = (String, Vec<(String, String)>);

fn beside() -> impl Strategy<Value = Beside> {
    (line(), prop::collection::vec((lines(), line()), 0..3))
}

/// A project of these interviews, made by the verbs that people have.
fn made(all: Vec<(Document, (Head, String), Beside)>) -> Engagement {
    let mut store = Store::new(Engagement::new(), None, false);
    for (mut document, (head, segment), (speaker, written)) in all {
        document.attributes.clear();
        let mut speakers = document.speakers.clone();
        let silent = head.speakers.iter().filter(|name| !speakers.iter().any(|known| is_same(known, name)));
        let silent: Vec<String> = silent.cloned().collect();
        speakers.extend(silent);
        let asks = head.interviewer.and_then(|at| head.speakers.get(usize::from(at)));
        let asks = asks.and_then(|name| speakers.iter().position(|known| is_same(known, name)));
        let documents = vec![document];
        let bring = Command::BringInterviews(Box::new(Project { book: book(), documents, ..Project::default() }));
        store.dispatch(bring, 0.0).expect("brought");
        let id = store.engagement().interviews().map(|(id, _)| id).max().expect("an interview");
        let Head {
            person, role, account, on, minutes, outcome, consent, language, took_part, timeline, debrief, ..
        } = head;
        let moments = timeline.points().map(|(point, moment)| InterviewInput::Moment(point, moment.clone()));
        let inputs = [
            InterviewInput::Person(person),
            InterviewInput::Role(role),
            InterviewInput::Account(account),
            InterviewInput::Segment(segment),
            InterviewInput::On(on),
            InterviewInput::Minutes(minutes),
            InterviewInput::Outcome(outcome),
            InterviewInput::Consent(consent),
            InterviewInput::Language(language),
            InterviewInput::TookPart(took_part),
            InterviewInput::Speakers(speakers),
            InterviewInput::Interviewer(asks.and_then(|at| u16::try_from(at).ok())),
        ];
        let debrief = (0..).zip(debrief).map(|(at, text)| InterviewInput::Debrief(at, text));
        for input in inputs.into_iter().chain(moments).chain(debrief) {
            // What is as it was is no step.
            let _ = store.dispatch(Command::SetInterview(id, input), 0.0);
            store.seal();
        }
        let _ = store.dispatch(Command::RenameSpeaker { interview: id, speaker: 0, name: speaker }, 0.0);
        let quotes = store.engagement().quotes().filter(|(_, quote)| quote.interview == id).map(|(id, _)| id);
        for (quote, (memo, tag)) in quotes.collect::<Vec<_>>().into_iter().zip(written) {
            let _ = store.dispatch(Command::SetQuote(quote, QuoteInput::Memo(memo)), 0.0);
            let _ = store.dispatch(Command::TagQuote(quote, tag), 0.0);
            store.seal();
        }
    }
    assert_eq!(store.engagement().check(), Ok(()));
    store.engagement().clone()
}

/// What is known of the interviews of a project: who asks by the name, white space around fields left out.
fn known(engagement: &Engagement) -> Vec<(Head, String, Option<String>)> {
    let of = |(_, interview): (_, &orbita::model::interview::Interview)| {
        let mut head = interview.head.clone();
        let speakers = std::mem::take(&mut head.speakers);
        let asks = head.interviewer.take().map(|at| speakers[usize::from(at)].clone());
        let moments = head.timeline.phases.iter_mut().chain(&mut head.timeline.events).map(|moment| &mut moment.what);
        let fields = [&mut head.person, &mut head.role, &mut head.account];
        for text in fields.into_iter().chain(&mut head.debrief).chain(moments) {
            *text = text.trim().to_owned();
        }
        (head, interview.segment.trim().to_owned(), asks)
    };
    engagement.interviews().map(of).collect()
}

fn talks(engagement: &Engagement) -> Vec<Talk> {
    let project = project(engagement, "key");
    let mut talks: Vec<Talk> = project.documents.iter().map(|document| talk(&project, document)).collect();
    // One paragraph of which nothing is known is none.
    talks.iter_mut().filter(|talk| talk.lines == [Line::default()]).for_each(|talk| talk.lines.clear());
    // The heads are compared for what they say.
    talks.iter_mut().for_each(|talk| talk.attributes.clear());
    talks.iter_mut().flat_map(|talk| &mut talk.marks).for_each(|mark| mark.memo = mark.memo.trim().to_owned());
    talks
}

fn brought(project: Project) -> Engagement {
    let mut store = Store::new(Engagement::new(), None, false);
    store.dispatch(Command::BringInterviews(Box::new(project)), 0.0).expect("brought");
    store.engagement().clone()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 120, ..ProptestConfig::default() })]

    #[test]
    fn any_interviews_come_back_as_they_were(all in prop::collection::vec((interviews(), heads(), beside()), 1..4)) {
        let before = made(all);
        let out = project(&before, "key");

        let (read, losses) = read_project(&exchange::project(&out)).expect("our own file");
        prop_assert_eq!(losses, []);
        let after = brought(read);
        prop_assert_eq!(known(&after), known(&before), "by .qdpx");
        prop_assert_eq!(talks(&after), talks(&before), "by .qdpx");

        let rows = quotes::rows(&out);
        let read = quotes::read(&quotes::write(&rows)).expect("our own table");
        prop_assert_eq!(&read, &rows);
        let quoted: BTreeSet<&str> = rows.iter().filter(|row| !row.text.is_empty()).map(|row| row.document.as_str()).collect();
        let with_quotes = out.documents.iter().map(|document| quoted.contains(document.name.as_str()));
        let expected: Vec<_> = known(&before).into_iter().zip(with_quotes).filter(|one| one.1).map(|one| one.0).collect();
        if !expected.is_empty() {
            let after = brought(quotes::project(&read));
            prop_assert_eq!(known(&after), expected, "by a table of quotes");
        }

        let (text, _) = envelope::write(&before, None, "w", SavedAt::default()).expect("written");
        prop_assert_eq!(&envelope::read(&text).expect("our own file").engagement, &before, "by the project's file");
    }
}

/// A name that holds what parts names, words that begin with a day, nobody's name at all: each as somebody typed it.
#[test]
fn what_looks_like_a_sign_comes_back_as_words() {
    let point = Point::Event(orbita::interviews::timeline::Event::First);
    let mut store = Store::new(Engagement::new(), None, false);
    for _ in 0..2 {
        store.dispatch(Command::AddInterview(Box::default()), 0.0).expect("added");
        let id = store.engagement().interviews().map(|(id, _)| id).max().expect("an interview");
        let names = ["CFO; finance", "2025 board", "3 \\ more"].map(String::from).to_vec();
        let moment = Moment { what: "2025-03-14 was the day".into(), ..Moment::default() };
        for input in [InterviewInput::TookPart(names), InterviewInput::Moment(point, moment)] {
            store.dispatch(Command::SetInterview(id, input), 0.0).expect("said");
        }
    }
    let before = store.engagement();
    let (read, _) = read_project(&exchange::project(&project(before, "key"))).expect("our own file");
    assert_eq!(known(&brought(read)), known(before));
}
