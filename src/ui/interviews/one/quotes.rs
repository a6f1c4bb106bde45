//! What keys, menus and the picker do to a quote.

use leptos::prelude::*;

use super::talk::{Edge, Talk};
use crate::edit::{Command, QuoteInput};
use crate::insight::interviews::steps;
use crate::interviews::kinds::Force;
use crate::interviews::text::HighlightId;
use crate::model::quantity::ParagraphId;
use crate::ui::browser::marks::select_nothing;

/// The active quote, if a part of it is in this note.
pub fn active_in(talk: Talk, note: ParagraphId) -> Option<HighlightId> {
    let active = talk.active.get_untracked()?;
    talk.desk.peek(|e| e.paragraph(note)?.part_of(active).map(|part| part.highlight))
}

/// Gives a quote a force, or takes it off where it has that one.
pub fn set_force(talk: Talk, quote: HighlightId, force: Force) {
    let now = talk.desk.peek(|e| e.quote(quote).and_then(|quote| quote.mark.force));
    talk.act(Command::SetQuote(quote, QuoteInput::Force(Some(force).filter(|force| now != Some(*force)))));
}

/// Takes a quote off; the words stay.
pub fn delete_quote(talk: Talk, quote: HighlightId) {
    talk.active.set(None);
    talk.desk.dispatch_with_notice(Command::DeleteQuote(quote), talk.cw().deleted_quote, move || _ = talk.desk.undo());
}

/// The next of the quotes in a note, overlapping ones too; behind the last one none is active.
pub fn next_quote(talk: Talk, note: ParagraphId, by: isize) {
    select_nothing();
    let now = active_in(talk, note);
    talk.active.set(talk.desk.peek(|e| steps::next_quote(e, note, now, by)));
}

/// Chooses the end of the active quote, then its start, then none of them.
pub fn next_edge(talk: Talk) {
    if talk.active.get_untracked().is_some() && talk.desk.may_edit() {
        talk.edge.update(|edge| {
            *edge = match edge {
                None => Some(Edge::End),
                Some(Edge::End) => Some(Edge::Start),
                Some(Edge::Start) => None,
            };
        });
    }
}
