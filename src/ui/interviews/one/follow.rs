//! The interview follows another tab: what is typed and looked at here stays where it belongs.

use leptos::prelude::*;

use super::talk::{Talk, chosen_field, line_field, transcript_field};
use crate::edit::store::Adopted;

/// Follows what other tabs do, and lets none of them delete the interview while words are typed into it.
pub fn follow_others(talk: Talk) {
    let desk = talk.desk;
    let is_typed_into = Memo::new(move |_| talk.editing.get().is_some() || !talk.line.get().trim().is_empty());
    Effect::new(move |_| {
        desk.set_at(is_typed_into.get().then_some(talk.id));
    });
    on_cleanup(move || desk.set_at(None));
    desk.on_followed(move |adopted| {
        if !adopted.renamed.is_empty() {
            renamed(talk, adopted);
        }
    });
}

/// Records of this tab go by other ids now: they are those that are open, and not the ones that took their ids.
fn renamed(talk: Talk, adopted: &Adopted) {
    let names = &adopted.renamed;
    for note in [talk.here, talk.editing] {
        let was = note.get_untracked();
        let now = was.map(|note| names.paragraph(note));
        if now != was {
            note.set(now);
        }
    }
    let was = talk.active.get_untracked();
    let now = was.map(|quote| names.quote(quote));
    if now != was {
        talk.active.set(now);
    }
    let interview = names.interview(talk.id);
    if interview == talk.id {
        return;
    }
    // The address follows by itself; what is typed goes along.
    for (draft, field) in [(talk.line, line_field(interview)), (talk.transcript, transcript_field(interview))] {
        let text = draft.text();
        draft.clear();
        talk.session.keep_draft(&talk.desk.id(), &field, &text);
    }
    let (engagement, was) = (talk.desk.id(), chosen_field(talk.id));
    let chosen = talk.session.draft(&engagement, &was);
    talk.session.keep_draft(&engagement, &was, "");
    talk.session.keep_draft(&engagement, &chosen_field(interview), &chosen);
}
