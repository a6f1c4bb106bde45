//! What is typed as the person's own words is a quote from the start, and is found.

use orbita::edit::store::Store;
use orbita::edit::{Command, ParagraphInput, QuoteInput};
use orbita::insight::interviews::authorship::{Authorship, authorship};
use orbita::insight::interviews::glance::whole_quote;
use orbita::insight::interviews::said::{Hit, Query, find};
use orbita::interviews::entry;
use orbita::interviews::kinds::Force;
use orbita::model::quantity::{InterviewId, ParagraphId};
use orbita::model::{Engagement, Key};

struct Typed {
    store: Store,
    interview: InterviewId,
}

impl Typed {
    fn new(lines: &[&str]) -> Self {
        let mut store = Store::new(Engagement::new(), None, false);
        let made = store.dispatch(Command::AddInterview(Box::default()), 0.0).expect("an interview").made;
        let Some(Key::Interview(interview)) = made else { panic!("{made:?}") };
        let mut typed = Typed { store, interview };
        for line in lines {
            let note = entry::parse(line);
            typed.act(Command::AddNote { interview, note, at: None, phase: None, speaker: None });
        }
        typed
    }

    fn act(&mut self, command: Command) {
        self.store.dispatch(command, 0.0).expect("possible");
        self.store.seal();
        assert_eq!(self.store.engagement().check(), Ok(()));
    }

    fn note(&self, at: usize) -> ParagraphId {
        self.store.engagement().paragraphs_of(self.interview)[at]
    }

    fn found(&self, query: &Query) -> Vec<String> {
        let text = |hit: &Hit| match hit {
            Hit::Quote(said) => said.text.clone(),
            Hit::Passage { text, .. } => format!("passage: {text}"),
        };
        find(self.store.engagement(), query).hits.iter().map(text).collect()
    }
}

#[test]
fn a_typed_quote_without_tag_and_force_is_found() {
    let mut typed = Typed::new(&["\"Nobody called", "A note", "> It broke", "\"Slow #speed"]);
    assert_eq!(typed.found(&Query::default()), ["Nobody called", "It broke", "Slow"]);
    let untagged = Query { untagged: true, ..Query::default() };
    assert_eq!(typed.found(&untagged), ["Nobody called", "It broke"]);
    let forceless = Query { forceless: true, text: "o".into(), ..Query::default() };
    assert_eq!(typed.found(&forceless), ["Nobody called", "Slow"], "and no passages");
    assert_eq!(typed.found(&Query { forceless: true, ..untagged }), ["Nobody called"]);
    typed.act(Command::DeleteParagraph(typed.note(0)));
    assert_eq!(typed.found(&Query::default()), ["It broke", "Slow"], "nothing was known of it but its words");
    assert!(typed.store.undo().is_ok());
    assert_eq!(typed.found(&Query::default()), ["Nobody called", "It broke", "Slow"]);
}

#[test]
fn a_quote_of_all_of_it_stands_in_its_place() {
    let mut typed = Typed::new(&["\"Nobody called"]);
    let note = typed.note(0);
    typed.act(Command::AddQuote { from: (note, 0), to: (note, 6), tag: Some("nobody".into()) });
    assert_eq!(typed.store.engagement().quotes().count(), 2, "a part of it is a quote beside it");
    typed.act(Command::AddQuote { from: (note, 0), to: (note, 13), tag: Some("silence".into()) });
    assert_eq!(typed.store.engagement().quotes().count(), 2);
    assert_eq!(typed.found(&Query { untagged: true, ..Query::default() }), [""; 0]);
    assert!(typed.store.undo().is_ok());
    assert_eq!(typed.found(&Query { untagged: true, ..Query::default() }), ["Nobody called"]);
}

#[test]
fn a_note_that_becomes_the_persons_words_is_a_quote_and_back() {
    let mut typed = Typed::new(&["Nobody called", "Really"]);
    let (first, second) = (typed.note(0), typed.note(1));
    typed.act(Command::SetParagraph(first, ParagraphInput::Noted(false)));
    typed.act(Command::SetParagraph(second, ParagraphInput::Noted(false)));
    assert_eq!(typed.found(&Query::default()), ["Nobody called", "Really"]);
    typed.act(Command::SetParagraph(first, ParagraphInput::Noted(true)));
    assert_eq!(typed.found(&Query::default()), ["Really"]);
    let quote = typed.store.engagement().quotes().next().map(|(id, _)| id).expect("a quote");
    typed.act(Command::SetQuote(quote, QuoteInput::Memo("Said twice".into())));
    typed.act(Command::SetParagraph(second, ParagraphInput::Noted(true)));
    assert_eq!(typed.found(&Query::default()), ["Really"], "what is known of it stays");
    typed.act(Command::DeleteParagraph(second));
    assert_eq!(typed.found(&Query::default()), ["Really"], "lost, and still there");
}

/// What the menu of a note ticks, and whether its key may take the quote away.
#[test]
fn what_a_force_has_marked_is_a_quote_that_stays() {
    let mut typed = Typed::new(&["Nobody called", "\"Really", "> Late"]);
    let notes = [0, 1, 2].map(|at| typed.note(at));
    let standings = |typed: &Typed| {
        let engagement = typed.store.engagement();
        notes.map(|note| authorship(engagement, note, whole_quote(engagement, note)))
    };
    // A force on our own words leaves them ours.
    assert_eq!(standings(&typed), [Authorship::Ours, Authorship::Quote, Authorship::Ours]);
    typed.act(Command::SetParagraph(notes[0], ParagraphInput::Noted(false)));
    typed.act(Command::SetParagraph(notes[2], ParagraphInput::Noted(false)));
    assert_eq!(standings(&typed), [Authorship::Quote, Authorship::Quote, Authorship::Marked]);
    let (from, to) = ((notes[1], 0), (notes[1], u32::MAX));
    typed.act(Command::AddForce { from, to, force: Force::Push });
    assert_eq!(standings(&typed)[1], Authorship::Marked);
    // Meant, it is a note with its force.
    typed.act(Command::SetParagraph(notes[1], ParagraphInput::Noted(true)));
    assert_eq!(standings(&typed), [Authorship::Quote, Authorship::Ours, Authorship::Marked]);
    assert!(typed.store.undo().is_ok());
    assert_eq!(standings(&typed)[1], Authorship::Marked);
}

/// Another tab edits one of the first two notes, and this one deletes the first.
#[test]
fn a_first_note_deleted_leaves_the_next_one_alone() {
    let base = Typed::new(&["\"It broke", "\"Nobody called", "A note"]);
    let (first, second) = (base.note(0), base.note(1));
    let start = base.store.engagement().clone();
    let texts = |store: &Store| {
        let engagement = store.engagement();
        let text = |id: &ParagraphId| engagement.paragraph(*id).map(|paragraph| paragraph.text.clone());
        engagement.paragraphs_of(base.interview).iter().filter_map(text).collect::<Vec<_>>()
    };
    for (edited, left) in [
        (second, vec!["Nobody called twice", "A note"]),
        // Words that were typed are kept.
        (first, vec!["It broke twice", "Nobody called", "A note"]),
    ] {
        let mut here = Store::new(start.clone(), None, false);
        here.dispatch(Command::DeleteParagraph(first), 0.0).expect("possible");
        here.seal();
        assert_eq!(here.engagement().paragraphs_of(base.interview).first(), Some(&second), "it keeps its record");
        let mut there = Store::new(start.clone(), None, false);
        let at = there.engagement().paragraph(edited).map_or(0, |paragraph| paragraph.text.chars().count() as u32);
        there
            .dispatch(Command::EditText { from: (edited, at), to: (edited, at), text: " twice".into() }, 0.0)
            .expect("possible");
        there.seal();
        here.adopt(&start, there.engagement(), there.engagement()).expect("one work");
        assert_eq!(texts(&here), left);
        assert_eq!(here.engagement().check(), Ok(()));
        let second = here.engagement().paragraph(second).expect("there");
        assert_eq!(second.parts.len(), 1, "its quote stays with it");
    }
}
