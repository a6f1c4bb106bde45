//! Speakers get other names: before a transcript is taken, and in all of an interview afterwards.

use std::collections::BTreeMap;

use orbita::edit::store::Store;
use orbita::edit::{Command, Refusal};
use orbita::i18n::Lang;
use orbita::i18n::interviews::capture::CaptureWords;
use orbita::insight::interviews::hiding::mapping;
use orbita::insight::interviews::said::quotes as quotes_of;
use orbita::insight::interviews::speakers::joined_by_name;
use orbita::insight::interviews::travel::{project, without_names};
use orbita::insight::interviews::{anonymous, clients};
use orbita::interviews::anonymise::{Accounts, Labels};
use orbita::interviews::exchange;
use orbita::interviews::kinds::Consent;
use orbita::interviews::record::Head;
use orbita::interviews::speakers::MOST_LETTERS;
use orbita::interviews::text::Paragraph;
use orbita::interviews::transcript::{Transcript, read};
use orbita::model::merge::merge;
use orbita::model::quantity::InterviewId;
use orbita::model::{Engagement, Key};

const LABELS: Labels =
    Labels { person: "Person", company: "Company", address: "Address", number: "Number", quote: "Quote hidden" };

struct Desk {
    store: Store,
    id: InterviewId,
}

impl Desk {
    /// An interview in which these people said these words.
    fn with(head: Head, speakers: &[&str], said: &[(u16, &str)], interviewer: Option<u16>) -> Self {
        let mut desk = Desk { store: Store::new(Engagement::new(), None, false), id: InterviewId(0) };
        let Some(Key::Interview(id)) = desk.act(Command::AddInterview(Box::new(head))) else { panic!("an interview") };
        desk.id = id;
        desk.say(speakers, said, interviewer);
        desk
    }

    fn say(&mut self, speakers: &[&str], said: &[(u16, &str)], interviewer: Option<u16>) {
        let paragraph = |(speaker, text): &(u16, &str)| Paragraph { speaker: Some(*speaker), ..Paragraph::of(text) };
        self.act(Command::AddTranscript {
            interview: self.id,
            speakers: speakers.iter().map(|name| (*name).to_owned()).collect(),
            paragraphs: said.iter().map(paragraph).collect(),
            interviewer,
            on: None,
        });
    }

    fn act(&mut self, command: Command) -> Option<Key> {
        let made = self.store.dispatch(command, 0.0).expect("possible").made;
        self.store.seal();
        assert_eq!(self.e().check(), Ok(()));
        made
    }

    fn rename(&mut self, speaker: u16, name: &str) {
        self.act(renaming(self.id, speaker, name));
    }

    fn refused(&mut self, speaker: u16, name: &str) -> Refusal {
        let before = self.e().clone();
        let refusal = self.store.dispatch(renaming(self.id, speaker, name), 0.0).map(|_| ()).expect_err("refused");
        assert!(before.differing(self.e()).is_empty(), "nothing is changed");
        refusal
    }

    fn quote(&mut self, at: usize) {
        let note = self.e().paragraphs_of(self.id)[at];
        self.act(Command::AddQuote { from: (note, 0), to: (note, u32::MAX), tag: None });
    }

    fn e(&self) -> &Engagement {
        self.store.engagement()
    }

    fn head(&self) -> &Head {
        &self.e().interview(self.id).expect("there").head
    }

    fn lines(&self) -> Vec<String> {
        lines(self.e(), self.id)
    }
}

fn renaming(interview: InterviewId, speaker: u16, name: &str) -> Command {
    Command::RenameSpeaker { interview, speaker, name: name.into() }
}

/// What was said, each with who says it.
fn lines(engagement: &Engagement, id: InterviewId) -> Vec<String> {
    let speakers = &engagement.interview(id).expect("there").head.speakers;
    let notes = engagement.paragraphs_of(id).iter().filter_map(|id| engagement.paragraph(*id));
    notes.map(|one| format!("{}: {}", speakers[usize::from(one.speaker.expect("named"))], one.text)).collect()
}

fn person(name: &str, consent: Consent) -> Head {
    Head { person: name.into(), consent, ..Head::default() }
}

const TALK: [(u16, &str); 4] = [(0, "Why?"), (1, "In May."), (0, "And then?"), (1, "We left.")];

#[test]
fn a_note_of_nobody_gets_a_name_and_one_undo_takes_it_back() {
    let mut desk = Desk::with(Head::default(), &[], &[(9, "Why?"), (9, "In May."), (9, "And then?")], None);
    let notes = desk.e().paragraphs_of(desk.id).to_vec();
    let name = |paragraph, name: &str| Command::NameSpeaker { paragraph, name: name.into() };
    let speakers = |desk: &Desk| -> Vec<Option<u16>> {
        notes.iter().map(|note| desk.e().paragraph(*note).expect("there").speaker).collect()
    };
    assert_eq!(speakers(&desk), [None, None, None]);
    let before = desk.e().clone();
    desk.act(name(notes[1], "  Anna   Keller "));
    assert_eq!(
        (desk.head().speakers.clone(), speakers(&desk)),
        (vec!["Anna Keller".to_owned()], vec![None, Some(0), None])
    );
    desk.store.undo().expect("a step");
    assert!(before.differing(desk.e()).is_empty(), "the speaker goes with the note's");
    desk.store.redo().expect("a step");
    // One who speaks already is the same, however the name is written.
    desk.act(name(notes[2], "anna keller"));
    desk.act(name(notes[0], "Tom"));
    assert_eq!((desk.head().speakers.len(), speakers(&desk)), (2, vec![Some(1), Some(0), Some(0)]));
    desk.act(name(notes[0], "Anna Keller"));
    assert_eq!(speakers(&desk), [Some(0), Some(0), Some(0)]);
    for (typed, why) in [("  ", Refusal::NoName), ("ANNA KELLER", Refusal::NothingToDo)] {
        assert_eq!(desk.store.dispatch(name(notes[0], typed), 0.0).map(|_| ()), Err(why));
    }
    let long = "A".repeat(MOST_LETTERS + 1);
    assert_eq!(desk.store.dispatch(name(notes[0], &long), 0.0).map(|_| ()), Err(Refusal::LongName));
}

#[test]
fn a_speaker_gets_a_name_in_all_notes_and_one_undo_takes_it_back() {
    let mut desk = Desk::with(Head::default(), &["Speaker 1", "Speaker 2"], &TALK, Some(0));
    desk.quote(3);
    let before = desk.e().clone();
    desk.rename(1, "  Anna   Keller ");
    assert_eq!(
        desk.lines(),
        ["Speaker 1: Why?", "Anna Keller: In May.", "Speaker 1: And then?", "Anna Keller: We left."]
    );
    assert_eq!((desk.head().interviewer, desk.head().speakers.len()), (Some(0), 2), "nobody needs the old name");
    assert_eq!(before.differing(desk.e()), [Key::Interview(desk.id)], "the notes and their quotes stay");
    let named = desk.e().clone();
    desk.store.undo().expect("a step");
    assert!(before.differing(desk.e()).is_empty());
    desk.store.redo().expect("a step");
    assert!(named.differing(desk.e()).is_empty());
}

#[test]
fn a_speaker_becomes_one_who_has_the_name() {
    let mut desk = Desk::with(Head::default(), &["SPEAKER_00", "SPEAKER_01", "Anna"], &TALK, Some(0));
    desk.say(&["Anna"], &[(0, "In June.")], None);
    desk.quote(1);
    let (before, quoted) = (desk.e().clone(), desk.e().quotes().next().expect("a quote").0);
    assert_eq!(joined_by_name(desk.e(), desk.id, 1, "anna").as_deref(), Some("Anna"));
    desk.rename(1, "anna");
    assert_eq!(
        desk.lines(),
        ["SPEAKER_00: Why?", "Anna: In May.", "SPEAKER_00: And then?", "Anna: We left.", "Anna: In June."]
    );
    let notes: Vec<_> = desk.e().paragraphs_of(desk.id).iter().filter_map(|id| desk.e().paragraph(*id)).collect();
    assert!([1, 3, 4].iter().all(|at| notes[*at].speaker == Some(2)), "one place");
    assert!(notes[1].part_of(quoted).is_some(), "the quote stays on its words");
    desk.store.undo().expect("a step");
    assert!(before.differing(desk.e()).is_empty(), "one step");
}

#[test]
fn who_asks_and_whose_words_are_quotes_follow_the_name() {
    let own = |desk: &Desk| -> Vec<bool> {
        let notes = desk.e().paragraphs_of(desk.id).iter().filter_map(|id| desk.e().paragraph(*id));
        notes.map(|one| desk.head().is_own(one)).collect()
    };
    let said = [(0, "Why?"), (1, "In May."), (2, "And then?")];
    // One who asks becomes another, and another becomes one who asks: whoever asks goes on asking.
    for (from, name, after) in [(0, "Vera", Some(2)), (2, "speaker 1", Some(0))] {
        let mut desk = Desk::with(Head::default(), &["Speaker 1", "Anna", "Vera"], &said, Some(0));
        assert_eq!(own(&desk), [false, true, true]);
        desk.rename(from, name);
        assert_eq!((desk.head().interviewer, own(&desk)), (after, vec![false, true, false]), "{name}");
    }
    // A name tells whose the quotes are.
    let head = person("Anna Keller", Consent::ByName);
    let mut desk = Desk::with(head, &["Speaker 1", "Speaker 2", "Speaker 3"], &said, Some(0));
    (1..3).for_each(|at| desk.quote(at));
    let who = |desk: &Desk| quotes_of(desk.e()).into_iter().map(|one| (one.who, one.consent)).collect::<Vec<_>>();
    assert_eq!(who(&desk), [("Anna Keller".into(), Consent::ByName), ("Anna Keller".into(), Consent::ByName)]);
    desk.rename(1, "Anna");
    assert_eq!(who(&desk), [("Anna Keller".into(), Consent::ByName), ("Speaker 3".into(), Consent::Anonymous)]);
    desk.rename(2, "Tom Berg");
    assert_eq!(who(&desk)[1], ("Tom Berg".into(), Consent::Anonymous));
    desk.rename(2, "Anna");
    assert_eq!(who(&desk)[1], ("Anna Keller".into(), Consent::ByName));
}

#[test]
fn what_is_no_name_is_refused_and_changes_nothing() {
    let mut desk = Desk::with(Head::default(), &["Ann", "Anna"], &TALK, None);
    assert_eq!(desk.refused(0, " \n "), Refusal::NoName);
    assert_eq!(desk.refused(0, &"a".repeat(MOST_LETTERS + 1)), Refusal::LongName);
    assert_eq!(desk.refused(0, "Ann"), Refusal::NothingToDo);
    assert_eq!(desk.refused(9, "Ann"), Refusal::OutOfBounds);
    let gone = desk.store.dispatch(renaming(InterviewId(99), 0, "Vera"), 0.0).map(|_| ()).expect_err("refused");
    assert_eq!(gone, Refusal::Gone(Key::Interview(InterviewId(99))));
    // A name that is a part of another one is another one.
    assert_eq!(joined_by_name(desk.e(), desk.id, 0, "Anna K."), None);
    desk.rename(0, "Anna K.");
    assert_eq!(desk.lines()[..2], ["Anna K.: Why?", "Anna: In May."]);
    desk.rename(1, "ANNA");
    assert_eq!(desk.lines()[1], "ANNA: In May.", "other letters are another name for one who stays alone");
    desk.store.make_read_only();
    assert_eq!(desk.refused(0, "Vera"), Refusal::ReadOnly);
}

#[test]
fn names_stay_hidden_from_clients() {
    let said = [(0, "Marina, why did you leave?"), (1, "Oleg asked me to. Mrina is a slip.")];
    let mut desk = Desk::with(person("", Consent::Anonymous), &["Speaker 1", "Marina"], &said, Some(0));
    let hides = |desk: &Desk, name: &str| {
        let mut texts = String::new();
        clients::copy(desk.e(), LABELS, Accounts::Named).texts(&mut |text| texts += text);
        let mut own = String::new();
        anonymous::copy(desk.e(), LABELS).texts(&mut |text| own += text);
        !texts.contains(name) && !own.contains(name)
    };
    assert!(hides(&desk, "Marina") && !hides(&desk, "Oleg"));
    desk.rename(0, "Oleg");
    assert!(hides(&desk, "Oleg"), "whoever has a name now is hidden wherever it is said");
    desk.rename(1, "Client");
    assert!(hides(&desk, "Marina"), "still spoken of");
    assert_eq!(desk.head().speakers, ["Oleg", "Client", "Marina"]);
    assert_eq!(joined_by_name(desk.e(), desk.id, 1, "Marina"), None, "nobody speaks under it");
    desk.rename(1, "Marina");
    assert!(hides(&desk, "Marina"));
    // What nobody says, and what is in the new name, is not kept.
    let mut desk = Desk::with(person("", Consent::Anonymous), &["Oleg", "Mariana"], &said, Some(0));
    desk.rename(1, "Marina");
    desk.rename(1, "Marina Sokolova");
    assert_eq!(desk.head().speakers, ["Oleg", "Marina Sokolova"]);
    assert!(hides(&desk, "Marina"));
}

#[test]
fn exported_files_say_the_new_name() {
    let mut desk = Desk::with(person("Anna", Consent::ByName), &["Speaker 1", "iPhone (Anna)", "Anna"], &TALK, Some(0));
    desk.say(&["Anna"], &[(0, "In June.")], None);
    desk.rename(1, "Anna");
    desk.rename(0, "Tom");
    let written = project(desk.e(), "key");
    let file = String::from_utf8_lossy(&exchange::project(&written)).into_owned();
    assert!(file.contains("Tom") && !file.contains("iPhone") && !file.contains("Speaker 1"));
    let bare = without_names(project(desk.e(), "key"), &mapping(desk.e(), LABELS), LABELS);
    assert!(!bare.documents[0].speakers.iter().any(|name| name == "Tom" || name == "Anna"));
    let own = serde_json::to_string(desk.head()).expect("JSON");
    assert!(own.contains("Tom") && !own.contains("iPhone"), "{own}");
}

#[test]
fn two_tabs_agree_on_names() {
    let base = Desk::with(Head::default(), &["Speaker 1", "Speaker 2", "Anna"], &TALK, None);
    let again = || Desk { store: Store::new(base.e().clone(), None, false), id: base.id };
    let (mut ours, mut theirs) = (again(), again());
    ours.rename(0, "Tom");
    theirs.rename(1, "Vera");
    let merged = merge(base.e(), ours.e(), theirs.e()).expect("mergeable").engagement;
    assert_eq!(merged.check(), Ok(()));
    assert_eq!(lines(&merged, base.id)[..2], ["Tom: Why?", "Vera: In May."]);
    // What the other tab still files under the old place has the new name as well.
    let (mut ours, mut theirs) = (again(), again());
    ours.rename(1, "Anna");
    theirs.say(&["Speaker 2", "Dan"], &[(0, "And in June."), (1, "Hello.")], None);
    let merged = merge(base.e(), ours.e(), theirs.e()).expect("mergeable").engagement;
    assert_eq!(merged.check(), Ok(()));
    let said = lines(&merged, base.id);
    assert_eq!(said[3..], ["Anna: We left.", "Anna: And in June.", "Dan: Hello."]);
    let mut desk = Desk { store: Store::new(merged, None, false), id: base.id };
    desk.rename(2, "Vera");
    assert!(desk.lines()[3..5].iter().all(|line| line.starts_with("Vera: ")), "{:?}", desk.lines());
}

fn corrected(text: &str, nobody: &[u16], names: &[(u16, &str)]) -> (Transcript, Vec<Option<u16>>) {
    let names: BTreeMap<u16, String> = names.iter().map(|(at, name)| (*at, (*name).to_owned())).collect();
    read(text).expect("a transcript").corrected(nobody, &names)
}

fn turns(transcript: &Transcript) -> Vec<String> {
    let name = |at: Option<u16>| at.map_or("?", |at| &transcript.speakers[usize::from(at)]);
    transcript.paragraphs.iter().map(|said| format!("{}: {}", name(said.speaker), said.text)).collect()
}

#[test]
fn speakers_are_named_before_a_transcript_is_taken() {
    let text = "Speaker 1: When?\n\nSpeaker 2: In May.\n\nSpeaker 3: We left.\n\nSpeaker 4: It rained.";
    assert_eq!(read(text).expect("a transcript").speakers, ["Speaker 1", "Speaker 2", "Speaker 3", "Speaker 4"]);
    let (all, places) = corrected(text, &[], &[]);
    assert_eq!((Ok(all), places), (read(text), (0..4).map(Some).collect()), "nothing typed changes nothing");
    let (named, places) = corrected(text, &[], &[(0, " Tom "), (1, "Anna"), (2, "anna")]);
    assert_eq!(turns(&named), ["Tom: When?", "Anna: In May.", "Anna: We left.", "Speaker 4: It rained."]);
    assert_eq!(
        (&named.speakers[..], &places[..]),
        (&["Tom", "Anna", "Speaker 4"].map(String::from)[..], &[Some(0), Some(1), Some(1), Some(2)][..])
    );
    // Who is no speaker keeps the words of the text, whatever was typed for it before.
    let (named, places) = corrected(text, &[3], &[(3, "Vera"), (2, "Anna")]);
    assert_eq!(
        turns(&named),
        ["Speaker 1: When?", "Speaker 2: In May.", "Anna: We left.", "Anna: Speaker 4: It rained."]
    );
    assert_eq!(places, [Some(0), Some(1), Some(2), None]);
    // The name of another speaker makes one of both; a part of a name does not, and what is no name changes nothing.
    let long = "a".repeat(MOST_LETTERS + 1);
    let (named, _) = corrected(text, &[], &[(0, "speaker 2"), (1, " "), (3, &long), (2, "Speaker")]);
    assert_eq!(named.speakers, ["speaker 2", "Speaker", "Speaker 4"]);
    // Who is called so asks.
    let (named, _) = corrected("Спикер 1: В мае.\n\nСпикер 2: Потом?\n\nСпикер 1: Ушли?", &[], &[(1, "Интервьюер")]);
    assert_eq!(named.likely_interviewer(), Some(1));
}

#[test]
fn both_languages_say_it_in_their_words() {
    let [en, ru] = [Lang::English, Lang::Russian].map(CaptureWords::of);
    assert_eq!((en.rename_speaker, ru.rename_speaker), ("Rename speaker…", "Переименовать говорящего…"));
    assert_eq!((en.joined_speakers)("Speaker 1", "Anna"), "Merged “Speaker 1” with “Anna”");
    assert_eq!((ru.joined_speakers)("Спикер 2", "Анна"), "Реплики «Спикер 2» и «Анна» объединены");
    assert_eq!((ru.renamed_speaker)("Спикер 2", "Анна"), "Вместо «Спикер 2» теперь «Анна»");
    assert_eq!((en.speaker_too_long)(MOST_LETTERS), "This name is too long. Use up to 120 characters.");
    let long = (ru.speaker_too_long)(MOST_LETTERS).replace('\u{a0}', " ");
    assert_eq!(long, "Имя слишком длинное. Оставьте не больше 120 знаков.");
    assert_eq!((ru.name_for)("Спикер 2"), "Имя вместо «Спикер 2»");
}
