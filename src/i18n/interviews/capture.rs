//! What the screens say on which interviews are captured: the list, one interview, the line, transcripts, guide, debrief.

use crate::interviews::exchange::NoTranscript;
use crate::interviews::kinds::Language;

/// The words of one language.
#[allow(missing_docs, reason = "each field is described by its English text in `en.rs`")]
pub struct CaptureWords {
    // The list.
    pub add_interview: &'static str,
    pub no_interviews: &'static str,
    pub no_interviews_hint: &'static str,
    /// In a project that is only looked at.
    pub none_came: &'static str,
    pub none_came_hint: &'static str,
    pub holds_them: &'static str,
    pub moves_them: &'static str,
    /// Quotes that move, and quotes that hold.
    pub lean: fn(usize, usize) -> String,
    pub across: &'static str,
    pub open: &'static str,
    pub duplicate: &'static str,
    pub delete_interview: &'static str,
    pub deleted_interview: fn(&str) -> String,
    pub interview_menu: &'static str,
    pub interview: &'static str,
    pub shortcuts: &'static str,
    pub list_shortcuts: &'static str,
    pub verb_up: &'static str,
    pub verb_down: &'static str,
    pub verb_open: &'static str,
    pub verb_line: &'static str,
    pub verb_edit: &'static str,
    pub verb_tag: &'static str,
    pub verb_retag: &'static str,
    pub retag: &'static str,
    pub verb_energy: &'static str,
    pub verb_next_quote: &'static str,
    pub verb_earlier_quote: &'static str,
    pub verb_edge: &'static str,
    pub verb_join: &'static str,
    pub verb_delete: &'static str,
    /// Keys that are no verbs, and what they do.
    pub keys: &'static [(&'static [&'static str], &'static str)],
    // The head.
    pub panes: &'static str,
    pub notes: &'static str,
    pub guide: &'static str,
    pub debrief: &'static str,
    pub details: &'static str,
    pub edit_details: &'static str,
    pub person: &'static str,
    pub role: &'static str,
    pub account: &'static str,
    pub segment: &'static str,
    pub kind: &'static str,
    pub consent: &'static str,
    pub date: &'static str,
    pub minutes: fn(u16) -> String,
    pub minutes_label: &'static str,
    /// How many minutes there may be, when something else was typed.
    pub minutes_bounds: fn(u16) -> String,
    pub language: &'static str,
    pub languages: [&'static str; 2],
    pub interviewer: &'static str,
    pub nobody: &'static str,
    /// Before the names that were found, each of which can be taken out.
    pub who_speaks: &'static str,
    /// What follows while nobody is known to be the interviewer.
    pub who_asks: &'static str,
    /// Offers the day that a transcript says.
    pub set_date: fn(&str) -> String,
    pub speaker: &'static str,
    pub all_of_speaker: fn(&str, &str) -> String,
    /// All that nobody is known to say.
    pub all_of_nobody: fn(&str) -> String,
    pub new_speaker: &'static str,
    pub who_says: &'static str,
    pub set_name: &'static str,
    pub turn_interviewer: &'static str,
    pub rename_speaker: &'static str,
    pub speaker_name: &'static str,
    /// The field of a speaker's name.
    pub name_for: fn(&str) -> String,
    /// That another speaker has the name already.
    pub speaker_joins: fn(&str) -> String,
    pub rename: &'static str,
    pub join_speakers: &'static str,
    pub renamed_speaker: fn(&str, &str) -> String,
    pub joined_speakers: fn(&str, &str) -> String,
    pub speaker_empty: &'static str,
    /// How many characters there may be.
    pub speaker_too_long: fn(usize) -> String,
    pub took_part: &'static str,
    // The timeline.
    pub timeline: &'static str,
    pub add_date: &'static str,
    pub began: &'static str,
    pub happened: &'static str,
    pub what_happened: &'static str,
    pub how_exactly: &'static str,
    /// Unknown, a day, about a day, a month, a year.
    pub exactness: [&'static str; 5],
    // The line.
    pub add_note: &'static str,
    pub line_hint: &'static str,
    /// How each force is typed, by `Force::ALL`.
    pub force_keys: [&'static str; 4],
    pub note: &'static str,
    pub quote: &'static str,
    pub our_words: &'static str,
    pub stays_quote: &'static str,
    pub phase_and_kind: &'static str,
    pub key_focus: &'static str,
    pub next_phase: &'static str,
    pub earlier_phase: &'static str,
    pub backwards: &'static str,
    pub needs_words: &'static str,
    pub start_clock: &'static str,
    pub pause_clock: &'static str,
    pub talked: &'static str,
    // The notes.
    pub no_notes: &'static str,
    pub no_notes_hint: &'static str,
    pub note_text: &'static str,
    pub edit_note: &'static str,
    pub deleted_note: &'static str,
    pub edit_discarded: &'static str,
    pub note_menu: fn(&str) -> String,
    pub tag: &'static str,
    pub tags: &'static str,
    pub tag_name: &'static str,
    pub tag_hint: &'static str,
    pub new_tag: fn(&str) -> String,
    pub takes_off: &'static str,
    pub delete_quote: &'static str,
    pub deleted_quote: &'static str,
    pub place_again: &'static str,
    pub select_first: &'static str,
    // Transcripts.
    pub paste_transcript: &'static str,
    pub paste_hint: &'static str,
    pub import_file: &'static str,
    pub no_transcript: fn(&str, NoTranscript) -> String,
    pub cut_transcript: fn(&str) -> String,
    pub guessed_letters: &'static str,
    pub begins_with: &'static str,
    pub more_paragraphs: fn(usize) -> String,
    pub take_transcript: &'static str,
    pub taken: fn(usize) -> String,
    pub already_in: fn(&str) -> String,
    pub already_in_this: &'static str,
    pub add_anyway: &'static str,
    pub dont_add: &'static str,
    // The guide and the debrief.
    pub no_questions: &'static str,
    pub no_questions_here: &'static str,
    pub use_template: fn(&str) -> String,
    pub add_question: &'static str,
    pub question_hint: &'static str,
    pub question: fn(usize) -> String,
    pub asked: fn(usize) -> String,
    pub remove_question: fn(usize) -> String,
    pub is_covered: &'static str,
    pub is_missing: &'static str,
    pub still_to_ask: fn(&str) -> String,
    pub debrief_hint: &'static str,
    pub time_left: &'static str,
    pub start: &'static str,
    pub pause: &'static str,
}

/// The code of the language in which an interview is held, as texts are marked with it.
pub fn code(language: Language) -> &'static str {
    match language {
        Language::English => "en",
        Language::Russian => "ru",
    }
}
