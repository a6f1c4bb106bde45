//! What the verbs of an interview do.

use leptos::prelude::*;

use super::acts::{self, AtNote};
use super::talk::{Pane, Renamed, Talk};
use super::{editor, menus, paste, picker, quotes, speaker};
use crate::interviews::kinds::Force;
use crate::ui::commands::{NoteVerb, TalkVerb};
use crate::ui::deeds::{Deed, Deeds, Here, always, when};
use crate::ui::interviews::list;
use crate::ui::offers::Offer;

impl Here for Talk {}

impl Deeds for TalkVerb {
    type Here = Talk;

    fn deed(self) -> Deed<Talk> {
        match self {
            TalkVerb::Line => when(|talk| talk.desk.may_edit(), Talk::go_to_line),
            TalkVerb::Details => always(Talk::toggle_details),
            TalkVerb::Guide => always(|talk| talk.pane.set(Pane::Guide)),
            TalkVerb::Debrief => always(|talk| talk.pane.set(Pane::Debrief)),
            TalkVerb::PasteTranscript => when(|talk| talk.desk.may_edit(), |talk| paste::begin(talk, None)),
            TalkVerb::Duplicate => {
                when(|talk| talk.desk.may_edit(), |talk| list::duplicate(talk.desk, talk.saver, talk.id))
            }
            TalkVerb::Delete => {
                when(|talk| talk.desk.may_edit(), |talk| list::delete(talk.desk, talk.saver, talk.session, talk.id))
            }
        }
    }
}

impl Deeds for NoteVerb {
    type Here = AtNote;

    fn deed(self) -> Deed<AtNote> {
        let edit = |act| when(|at: AtNote| at.talk.desk.may_edit(), act);
        match self {
            NoteVerb::Edit => edit(|at| editor::begin(at.talk, at.note)),
            NoteVerb::Tag => edit(|at| picker::open(at.talk, at.target(), false)),
            NoteVerb::Retag => when(
                |at| at.talk.desk.may_edit() && at.last_tag().is_some(),
                |at| _ = at.last_tag().map(|tag| picker::open(at.talk, tag, false)),
            ),
            NoteVerb::Quote => edit(|at| at.turn_quote()),
            NoteVerb::Push => edit(|at| at.mark(Force::Push)),
            NoteVerb::Pull => edit(|at| at.mark(Force::Pull)),
            NoteVerb::Anxiety => edit(|at| at.mark(Force::Anxiety)),
            NoteVerb::Habit => edit(|at| at.mark(Force::Habit)),
            NoteVerb::Energy => edit(|at| acts::next_energy(at.talk, at.note)),
            NoteVerb::NextQuote => always(|at| quotes::next_quote(at.talk, at.note, 1)),
            NoteVerb::EarlierQuote => always(|at| quotes::next_quote(at.talk, at.note, -1)),
            NoteVerb::Edge => edit(|at| quotes::next_edge(at.talk)),
            NoteVerb::RenameSpeaker => when(
                |at| at.talk.desk.may_edit() && at.speaker().is_some(),
                |at| _ = at.speaker().map(|who| speaker::begin(at.talk, Renamed::Speaker(who))),
            ),
            NoteVerb::Join => edit(|at| at.join()),
            NoteVerb::Delete => edit(|at| acts::delete(at.talk, at.note)),
            NoteVerb::Menu => always(|at| menus::of_note(at.talk, at.note, None)),
        }
    }
}

/// What the palette offers while the interview is there: what can be done with the note at the cursor, and with all of it.
pub fn offers(talk: Talk) -> Vec<Offer> {
    let w = &talk.verb_words();
    let here = talk.here.get_untracked().map(|note| AtNote::new(talk, note));
    let of_note = here.into_iter().flat_map(|at| NoteVerb::offers(w, at));
    of_note.chain(TalkVerb::offers(w, talk)).collect()
}
