//! The interview on the screen: what is typed and looked at, and never saved with it.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::super::verb_words;
use super::target::Picking;
use super::timer::Timer;
use crate::edit::Command;
use crate::i18n::interviews::capture::CaptureWords;
use crate::i18n::interviews::{InterviewWords, capture};
use crate::insight::interviews::glance;
use crate::interviews::kinds::Phase;
use crate::interviews::record::Head;
use crate::interviews::text::{Correction, HighlightId, TagId};
use crate::interviews::timeline::Point;
use crate::model::Key;
use crate::model::quantity::{InterviewId, ParagraphId};
use crate::ui::alive::Alive;
use crate::ui::browser::element;
use crate::ui::browser::marks::Painted;
use crate::ui::commands::TalkWords;
use crate::ui::desk::{self, Desk};
use crate::ui::interviews::findings::{Hub, use_hub};
use crate::ui::parts::{FieldDraft, Menus};
use crate::ui::saving::Saver;
use crate::ui::session::Session;

/// What is painted over the words.
#[derive(Default)]
pub struct Drawn {
    /// The quotes of each note.
    pub notes: BTreeMap<ParagraphId, Vec<Painted>>,
    /// What is being tagged.
    pub picked: Vec<Painted>,
}

/// How many tags can be put on again by a digit.
pub const DIGITS: usize = 9;

/// What the middle of the screen shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pane {
    /// What was said.
    Notes,
    /// The questions.
    Guide,
    /// The six lines that are written right afterwards.
    Debrief,
    /// A transcript that is being pasted.
    Paste,
}

/// Who gets a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Renamed {
    /// A speaker, by place, in all of the interview.
    Speaker(u16),
    /// Whoever says a note.
    Note(ParagraphId),
}

/// An end of a quote that is being moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// Its first letter.
    Start,
    /// Its last letter.
    End,
}

/// The interview. Copies are handles of the same.
#[derive(Clone, Copy)]
pub struct Talk {
    pub desk: Desk,
    pub session: Session,
    pub saver: Saver,
    pub id: InterviewId,
    pub view: Alive,
    /// What the screens of interviews share.
    pub hub: Hub,
    pub menus: Menus,
    /// What is typed into the line at the bottom.
    pub line: FieldDraft,
    /// A transcript that is being pasted.
    pub transcript: FieldDraft,
    /// The text of a file whose letters were guessed.
    pub guessed: RwSignal<Option<String>>,
    /// The phase that the next note is about.
    pub phase: RwSignal<Phase>,
    /// How long people have talked.
    pub timer: Timer,
    pub pane: RwSignal<Pane>,
    /// Whether the fields of the head are open.
    pub details: RwSignal<bool>,
    /// The point of the timeline that is being dated.
    pub moment: RwSignal<Option<Point>>,
    /// The note at the cursor.
    pub here: RwSignal<Option<ParagraphId>>,
    /// The note whose words are being changed.
    pub editing: RwSignal<Option<ParagraphId>>,
    /// Where that was begun, and how many steps could be taken back then.
    pub edited_from: StoredValue<(ParagraphId, usize)>,
    /// What was selected in the note's words before the letter that is being typed, in UTF-16.
    pub selected: StoredValue<(u32, u32)>,
    /// Where the words that are changed go on with a correction.
    pub correction: StoredValue<(ParagraphId, Correction)>,
    /// The quote that keys speak of.
    pub active: RwSignal<Option<HighlightId>>,
    /// Which of its ends the arrow keys move.
    pub edge: RwSignal<Option<Edge>>,
    /// Whether somebody who speaks gets a name, and who.
    pub renaming: RwSignal<bool>,
    pub renamed: StoredValue<Renamed>,
    /// What is being tagged.
    pub picking: RwSignal<Option<Picking>>,
    /// The tags that digits put on, the last one first.
    pub recent: StoredValue<Vec<TagId>>,
    pub drawn: StoredValue<Drawn, LocalStorage>,
    /// What the rows show of the head: a letter in a name of the head wakes none of them.
    pub speakers: Memo<Vec<String>>,
    pub interviewer: Memo<Option<u16>>,
    pub language: Memo<&'static str>,
}

impl Talk {
    /// The interview, as it was left.
    pub fn new(desk: Desk, session: Session, saver: Saver, id: InterviewId) -> Self {
        let head = move || desk.track(Key::Interview(id));
        let of = move |read: fn(&Head) -> Vec<String>| {
            desk.peek(|e| e.interview(id).map(|one| read(&one.head))).unwrap_or_default()
        };
        let speakers = Memo::new(move |_| {
            head();
            of(|head| head.speakers.clone())
        });
        let interviewer =
            Memo::new(move |_| desk.read(Key::Interview(id), |e| e.interview(id).and_then(|one| one.head.interviewer)));
        let language = Memo::new(move |_| {
            desk.read(Key::Interview(id), |e| e.interview(id).map(|one| capture::code(one.head.language)))
                .unwrap_or("en")
        });
        let phase = desk.peek(|e| glance::phase(e, id));
        Talk {
            hub: use_hub(),
            desk,
            session,
            saver,
            id,
            view: Alive::here(),
            menus: Menus::new(),
            line: FieldDraft::new(session, desk, line_field(id)),
            transcript: FieldDraft::new(session, desk, transcript_field(id)),
            guessed: RwSignal::new(None),
            phase: RwSignal::new(phase),
            timer: Timer::new(session, desk.id(), id, desk.peek(|e| glance::last_time(e, id))),
            pane: RwSignal::new(Pane::Notes),
            details: RwSignal::new(false),
            moment: RwSignal::new(None),
            // Tab comes to the last note.
            here: RwSignal::new(desk.peek(|e| e.paragraphs_of(id).last().copied())),
            editing: RwSignal::new(None),
            edited_from: StoredValue::new((ParagraphId(0), 0)),
            selected: StoredValue::new((0, 0)),
            correction: StoredValue::new((ParagraphId(0), Correction::default())),
            active: RwSignal::new(None),
            edge: RwSignal::new(None),
            renaming: RwSignal::new(false),
            renamed: StoredValue::new(Renamed::Speaker(0)),
            picking: RwSignal::new(None),
            recent: StoredValue::new(desk.peek(|e| glance::latest_tags(e, DIGITS))),
            drawn: StoredValue::new_local(Drawn::default()),
            speakers,
            interviewer,
            language,
        }
    }

    /// Opens or closes the fields of the interview.
    pub fn toggle_details(self) {
        self.details.update(|open| *open = !*open);
        if self.details.get_untracked() {
            element::focus_soon(".interview-fields input");
        }
    }

    /// What the screen for capturing says.
    pub fn cw(self) -> &'static CaptureWords {
        CaptureWords::of(self.session.lang())
    }

    /// What its verbs are called by.
    pub fn verb_words(self) -> TalkWords {
        verb_words(self.session)
    }

    /// What interviews say in general.
    pub fn iw(self) -> &'static InterviewWords {
        InterviewWords::of(self.session.lang())
    }

    /// Something of the head; wakes whenever the head changes.
    pub fn head<T: Default>(self, read: impl FnOnce(&Head) -> T) -> T {
        self.desk.read(Key::Interview(self.id), |e| e.interview(self.id).map(|one| read(&one.head))).unwrap_or_default()
    }

    /// Something of the head, read once.
    pub fn peek_head<T: Default>(self, read: impl FnOnce(&Head) -> T) -> T {
        self.desk.peek(|e| e.interview(self.id).map(|one| read(&one.head))).unwrap_or_default()
    }

    /// Carries a command out as a step of its own.
    pub fn act(self, command: Command) -> desk::Outcome {
        self.desk.seal();
        let outcome = self.desk.dispatch(command);
        self.desk.seal();
        outcome
    }

    /// Something about what was said in this interview that is counted anew when that changes, and at no other letter.
    pub fn counted<T: Clone + PartialEq + Send + Sync + 'static>(
        self,
        count: impl Fn(&crate::model::Engagement) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        let (desk, id) = (self.desk, self.id);
        Memo::new(move |before: Option<&T>| {
            let touched = desk.touched();
            let counts = |key: &Key| {
                matches!(key, Key::Paragraph(_) | Key::Quote(_) | Key::List(_))
                    || *key == Key::Transcript(id)
                    || *key == Key::Interview(id)
            };
            match before {
                Some(before) if !touched.iter().any(counts) => before.clone(),
                _ => desk.peek(&count),
            }
        })
    }

    /// Goes to a note: it has the cursor and the keyboard.
    pub fn go(self, note: ParagraphId) {
        self.here.set(Some(note));
        if let Some(row) = element::by_id(&row_id(note)) {
            element::focus(&row);
        }
    }

    /// Gives the keyboard to the line.
    pub fn go_to_line(self) {
        if let Some(line) = element::by_id("entry") {
            element::focus(&line);
        }
    }

    /// A tag was put on: it is the first of those that digits repeat.
    pub fn note_tag(self, tag: TagId) {
        self.recent.update_value(|recent| {
            recent.retain(|known| *known != tag);
            recent.insert(0, tag);
            recent.truncate(DIGITS);
        });
    }
}

/// Under which name the words in the line wait.
pub fn line_field(interview: InterviewId) -> String {
    format!("interview-{}", interview.0)
}

/// Under which name a pasted transcript waits.
pub fn transcript_field(interview: InterviewId) -> String {
    format!("transcript-{}", interview.0)
}

/// Under which name waits what was chosen about it.
pub fn chosen_field(interview: InterviewId) -> String {
    format!("transcript-{}-chosen", interview.0)
}

/// The id of the row of a note.
pub fn row_id(note: ParagraphId) -> String {
    format!("note-{}", note.0)
}

/// The interview of the running view.
pub fn use_talk() -> Talk {
    expect_context()
}
