//! What can be done with an interview, and with the note at its cursor.

use super::{VerbRow, verbs};
use crate::i18n::interviews::InterviewWords;
use crate::i18n::interviews::capture::CaptureWords;
use crate::i18n::interviews::findings::FindingsWords;
use crate::i18n::{Lang, Words};
use crate::interviews::kinds::Force;
use crate::ui::icon::Sign;

/// The signs of the four forces, in the order of [`Force::ALL`].
pub const FORCE_KEYS: [&str; 4] = [">", "+", "<", "="];

/// What the verbs of an interview are called by: the words of the parts that speak of it.
#[derive(Clone, Copy)]
pub struct TalkWords {
    w: &'static Words,
    capture: &'static CaptureWords,
    interviews: &'static InterviewWords,
    findings: &'static FindingsWords,
}

impl TalkWords {
    /// Those of a language, of which `w` are those of every screen.
    pub fn of(lang: Lang, w: &'static Words) -> TalkWords {
        TalkWords {
            w,
            capture: CaptureWords::of(lang),
            interviews: InterviewWords::of(lang),
            findings: FindingsWords::of(lang),
        }
    }
}

const fn row(keys: &'static [&'static str], label: fn(&TalkWords) -> &'static str) -> VerbRow<TalkWords> {
    VerbRow::new(keys, label)
}

verbs! {
    /// What can be done with the list of all interviews.
    InterviewListVerb: TalkWords {
        /// Add one.
        Add: row(&[], |w| w.capture.add_interview).icon(Sign::Plus),
    }
}

verbs! {
    /// What can be done with an interview in the list of all.
    InterviewVerb: TalkWords {
        /// Go to the one above.
        Up: row(&["ArrowUp"], |w| w.capture.verb_up).not_offered(),
        /// Go to the one below.
        Down: row(&["ArrowDown"], |w| w.capture.verb_down).not_offered(),
        /// Open it.
        Open: row(&["Enter"], |w| w.capture.verb_open).in_menus(|w, _| w.capture.open).not_offered(),
        /// Make another with the same head and questions.
        Duplicate: row(&["Ctrl+D"], |w| w.capture.duplicate).not_offered(),
        /// Delete it.
        Delete: row(&["Delete"], |w| w.capture.delete_interview).not_offered(),
        /// Open its menu.
        Menu: row(&["Shift+F10", "ContextMenu"], |w| w.w.verb_menu).not_offered(),
    }
}

verbs! {
    /// What can be done with an interview, wherever its cursor is.
    TalkVerb: TalkWords {
        /// Go to the line that takes notes.
        Line: row(&["/", "Ctrl+K"], |w| w.capture.verb_line),
        /// Open or close the fields of its head.
        Details: row(&[], |w| w.capture.edit_details),
        /// Show the questions.
        Guide: row(&[], |w| w.capture.guide),
        /// Show the lines that are written right afterwards.
        Debrief: row(&[], |w| w.capture.debrief),
        /// Add a transcript.
        PasteTranscript: row(&[], |w| w.capture.paste_transcript),
        /// Make another with the same head and questions.
        Duplicate: row(&[], |w| w.capture.duplicate),
        /// Delete it.
        Delete: row(&[], |w| w.capture.delete_interview),
    }
}

verbs! {
    /// What can be done with the note at the cursor: with the words that are selected in it, or else with its active quote.
    NoteVerb: TalkWords {
        /// Change its words.
        Edit: row(&["Enter", "F2"], |w| w.capture.verb_edit).in_menus(|w, _| w.capture.edit_note),
        /// Put a tag on.
        Tag: row(&["T", "#"], |w| w.capture.verb_tag).in_menus(|w, _| w.capture.tag),
        /// Put another tag in the place of the last one.
        Retag: row(&["Shift+T"], |w| w.capture.verb_retag).in_menus(|w, _| w.capture.retag),
        /// Mark it as said, or as noted.
        Quote: row(&["\""], |w| w.capture.quote),
        /// Mark it as what pushes away from what is.
        Push: row(&[FORCE_KEYS[0]], |w| w.interviews.force(Force::Push)),
        /// Mark it as what pulls towards the new.
        Pull: row(&[FORCE_KEYS[1]], |w| w.interviews.force(Force::Pull)),
        /// Mark it as what frightens of the new.
        Anxiety: row(&[FORCE_KEYS[2]], |w| w.interviews.force(Force::Anxiety)),
        /// Mark it as what holds in the old.
        Habit: row(&[FORCE_KEYS[3]], |w| w.interviews.force(Force::Habit)),
        /// Say how it was said.
        Energy: row(&["*", "Alt+E"], |w| w.capture.verb_energy),
        /// Go to the next quote in it.
        NextQuote: row(&["Q"], |w| w.capture.verb_next_quote).not_offered(),
        /// Go to the quote before in it.
        EarlierQuote: row(&["Shift+Q"], |w| w.capture.verb_earlier_quote).not_offered(),
        /// Choose an edge of the quote.
        Edge: row(&["E"], |w| w.capture.verb_edge).not_offered(),
        /// Give whoever says it another name, in all of the interview.
        RenameSpeaker: row(&[], |w| w.capture.rename_speaker),
        /// Say what the quote speaks for.
        Join: row(&["M"], |w| w.capture.verb_join).in_menus(|w, _| w.findings.quote_list.join),
        /// Delete the quote or the note.
        Delete: row(&["Delete", "Backspace"], |w| w.capture.verb_delete).in_menus(|w, _| w.w.delete),
        /// Open its menu.
        Menu: row(&["Shift+F10", "ContextMenu"], |w| w.w.verb_menu).not_offered(),
    }
}

verbs! {
    /// What can be done with a quote in a list.
    QuoteVerb: TalkWords {
        /// Say what it speaks for.
        Join: row(&["M"], |w| w.capture.verb_join).in_menus(|w, _| w.findings.quote_list.join),
        /// Begin a friction with it.
        BeginFriction: row(&["F"], |w| w.findings.quote_list.begin_friction),
        /// Put it on the clipboard.
        Copy: row(&["C"], |w| w.findings.quote_list.copy_quote),
    }
}

impl NoteVerb {
    /// The verb that marks with a force.
    pub fn of(force: Force) -> NoteVerb {
        match force {
            Force::Push => NoteVerb::Push,
            Force::Pull => NoteVerb::Pull,
            Force::Anxiety => NoteVerb::Anxiety,
            Force::Habit => NoteVerb::Habit,
        }
    }
}
