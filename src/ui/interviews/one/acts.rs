//! What keys and menus do to a note.

use leptos::prelude::*;

use super::picker;
use super::quotes::{active_in, delete_quote, set_force};
use super::selecting::{neighbour, stretch};
use super::talk::Talk;
use super::target::Target;
use crate::edit::{Command, ParagraphInput, QuoteInput};
use crate::insight::interviews::authorship::{Authorship, authorship};
use crate::insight::interviews::glance::{self, TextPosition};
use crate::interviews::kinds::{Energy, Force};
use crate::model::Key;
use crate::model::quantity::ParagraphId;
use crate::ui::deeds::Here;

/// A note of an interview to which something is done.
#[derive(Clone, Copy)]
pub struct AtNote {
    /// The interview.
    pub talk: Talk,
    /// The note.
    pub note: ParagraphId,
    /// What is selected: whatever takes the keyboard afterwards, takes the selection away.
    selected: Option<(TextPosition, TextPosition)>,
}

impl AtNote {
    /// A note with what is selected now.
    pub fn new(talk: Talk, note: ParagraphId) -> AtNote {
        AtNote { talk, note, selected: stretch(talk) }
    }

    /// What is spoken of: what is selected, or else the active quote, or else the whole note.
    pub fn target(self) -> Target {
        let AtNote { talk, note, selected } = self;
        if let Some((from, to)) = selected {
            return Target::Stretch(from, to);
        }
        match active_in(talk, note).or_else(|| talk.desk.peek(|e| glance::whole_quote(e, note))) {
            Some(quote) => Target::Quote { quote, instead: None },
            None => Target::Stretch((note, 0), (note, u32::MAX)),
        }
    }

    /// The last tag of the quote that is spoken of, to be changed in place.
    pub fn last_tag(self) -> Option<Target> {
        let Target::Quote { quote, .. } = self.target() else { return None };
        let tag = self.talk.desk.peek(|e| e.quote(quote).and_then(|quote| quote.mark.tags.last().copied()))?;
        Some(Target::Quote { quote, instead: Some(tag) })
    }

    /// Marks with a force, or takes that force off. Where no words are selected and a quote in the note has it, that one is gone
    /// to: the force is not said twice.
    pub fn mark(self, force: Force) {
        let AtNote { talk, note, selected } = self;
        if selected.is_none()
            && active_in(talk, note).is_none()
            && let Some((quote, is_whole)) = talk.desk.peek(|e| glance::quote_with(e, note, force))
        {
            return if is_whole { set_force(talk, quote, force) } else { talk.active.set(Some(quote)) };
        }
        match self.target() {
            Target::Quote { quote, .. } => set_force(talk, quote, force),
            Target::Stretch(from, to) => {
                if let Some(Key::Quote(quote)) = talk.act(Command::AddForce { from, to, force }).made() {
                    picker::made(talk, quote);
                }
            }
        }
    }

    /// Who says the note, by place, where that is known.
    pub fn speaker(self) -> Option<u16> {
        let at = self.talk.desk.peek(|e| e.paragraph(self.note).and_then(|one| one.speaker))?;
        self.talk.speakers.with_untracked(|all| all.get(usize::from(at)).is_some()).then_some(at)
    }

    /// What the words are that are spoken of.
    pub fn authorship(self) -> Authorship {
        let quote = match self.target() {
            Target::Quote { quote, .. } => Some(quote),
            Target::Stretch(..) => None,
        };
        self.talk.desk.peek(|e| authorship(e, self.note, quote))
    }

    /// Makes a quote of the words, where they are none.
    pub fn make_quote(self) {
        let AtNote { talk, note, .. } = self;
        match (self.authorship(), self.target()) {
            (Authorship::Theirs, Target::Stretch(from, to)) => {
                if let Some(Key::Quote(quote)) = talk.act(Command::AddQuote { from, to, tag: None }).made() {
                    picker::made(talk, quote);
                }
            }
            (Authorship::Ours, _) => _ = talk.act(Command::SetParagraph(note, ParagraphInput::Noted(false))),
            _ => (),
        }
    }

    /// Makes the words a note in ours.
    pub fn make_ours(self) {
        if self.authorship() != Authorship::Ours {
            self.talk.act(Command::SetParagraph(self.note, ParagraphInput::Noted(true)));
        }
    }

    /// Makes a quote of words that are none, and a note of a quote of which nothing else is known. What somebody marked stays a quote
    /// until that is meant.
    pub fn turn_quote(self) {
        match self.authorship() {
            Authorship::Marked => self.talk.session.notify(self.talk.cw().stays_quote),
            Authorship::Quote => self.make_ours(),
            Authorship::Ours | Authorship::Theirs => self.make_quote(),
        }
    }

    /// Asks what the quote speaks for; what is no quote yet becomes one.
    pub fn join(self) {
        let talk = self.talk;
        match self.target() {
            Target::Quote { quote, .. } => talk.hub.join(quote),
            Target::Stretch(from, to) => {
                if let Some(Key::Quote(quote)) = talk.desk.dispatch(Command::AddQuote { from, to, tag: None }).made() {
                    talk.desk.seal();
                    talk.hub.join_made(quote);
                }
            }
        }
    }
}

impl Here for AtNote {
    fn again(self) -> Option<AtNote> {
        self.talk.desk.peek(|e| e.paragraph(self.note).is_some()).then_some(self)
    }
}

/// Deletes the active quote, or else the note.
pub fn delete(talk: Talk, note: ParagraphId) {
    if let Some(quote) = active_in(talk, note) {
        return delete_quote(talk, quote);
    }
    let next = neighbour(talk, note, 1).filter(|next| *next != note).or_else(|| neighbour(talk, note, -1));
    let undo = move || {
        talk.desk.undo();
        talk.view.after_update(move || talk.go(note));
    };
    if talk.desk.dispatch_with_notice(Command::DeleteParagraph(note), talk.cw().deleted_note, undo) {
        match next.filter(|next| *next != note) {
            Some(next) => talk.view.after_update(move || talk.go(next)),
            None => talk.go_to_line(),
        }
    }
}

/// Says how a quote was said: marked, with a laugh, a sigh, a pause, and nothing of it again.
pub fn next_energy(talk: Talk, note: ParagraphId) {
    const ALL: [Option<Energy>; 5] =
        [None, Some(Energy::Marked), Some(Energy::Laugh), Some(Energy::Sigh), Some(Energy::Pause)];
    let whole = || talk.desk.peek(|e| glance::whole_quote(e, note));
    let Some(quote) = active_in(talk, note).or_else(whole) else { return };
    let now = talk.desk.peek(|e| e.quote(quote).and_then(|quote| quote.mark.energy));
    let at = ALL.iter().position(|energy| *energy == now).unwrap_or(0);
    talk.act(Command::SetQuote(quote, QuoteInput::Energy(ALL[(at + 1) % ALL.len()])));
}

/// Puts one of the last tags on again.
pub fn repeat(talk: Talk, note: ParagraphId, at: usize) {
    let tag = talk.recent.with_value(|recent| recent.get(at).copied());
    let name = tag.and_then(|tag| talk.desk.peek(|e| e.tag(tag).map(|tag| tag.name.clone())));
    if let Some(name) = name {
        picker::apply(talk, AtNote::new(talk, note).target(), name);
    }
}
