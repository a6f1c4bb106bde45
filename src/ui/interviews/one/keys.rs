//! What keys do on the notes: walking, selecting by words, sentences and paragraphs, marking, moving an edge.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::acts::{self, AtNote};
use super::picker;
use super::selecting::{neighbour, note_at, selection, show_selection, steps};
use super::talk::{Edge, Talk};
use crate::edit::Command;
use crate::insight::interviews::glance;
use crate::model::quantity::ParagraphId;
use crate::ui::browser::marks::select_nothing;
use crate::ui::browser::segment::Unit;
use crate::ui::browser::{element, typing};
use crate::ui::commands::{NoteVerb, verb_of};
use crate::ui::deeds::Deeds;

/// A key that was pressed on a note.
pub fn press(talk: Talk, event: &KeyboardEvent) {
    if typing::is_of_input_method(event) || element::around(event.target(), "button, textarea").is_some() {
        return;
    }
    let Some(note) = note_at(event.target()).or(talk.here.get_untracked()) else { return };
    if act(talk, note, event) {
        event.prevent_default();
        event.stop_propagation();
    }
}

/// Does what a key means here. Says whether it means something.
fn act(talk: Talk, note: ParagraphId, event: &KeyboardEvent) -> bool {
    let (with, shift) = (event.ctrl_key() || event.meta_key(), event.shift_key());
    let key = element::key_of(event);
    let unit = if with { Unit::Sentence } else { Unit::Word };
    match key.as_str() {
        "ArrowLeft" | "ArrowRight" if talk.edge.get_untracked().is_some() => {
            let unit = if with { Unit::Word } else { Unit::Letter };
            return move_edge(talk, unit, key == "ArrowRight");
        }
        "ArrowLeft" => step(talk, note, unit, false, shift),
        "ArrowRight" => step(talk, note, unit, true, shift),
        "ArrowUp" if shift => extend_by_note(talk, note, false),
        "ArrowDown" if shift => extend_by_note(talk, note, true),
        "ArrowUp" => walk(talk, note, -1),
        "ArrowDown" => walk(talk, note, 1),
        "Home" => walk(talk, note, isize::MIN),
        "End" => walk(talk, note, isize::MAX),
        "PageUp" => walk(talk, note, -10),
        "PageDown" => walk(talk, note, 10),
        "Escape" => return leave(talk),
        _ => return does_verb(talk, note, event) || puts_tag_again(talk, note, event),
    }
    true
}

/// Does the verb of a key. Says whether it has one.
fn does_verb(talk: Talk, note: ParagraphId, event: &KeyboardEvent) -> bool {
    let verb = verb_of::<NoteVerb>(event);
    verb.inspect(|verb| verb.act(AtNote::new(talk, note))).is_some()
}

/// Puts on the tag of a digit, which goes by its place on the keyboard: the same key in every layout.
fn puts_tag_again(talk: Talk, note: ParagraphId, event: &KeyboardEvent) -> bool {
    let is_held = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    let digit = element::digit_of(event).filter(|_| !is_held);
    let at = digit.and_then(|digit| usize::from(digit).checked_sub(1));
    at.inspect(|at| acts::repeat(talk, note, *at)).is_some()
}

/// Moves the chosen end of the active quote.
fn move_edge(talk: Talk, unit: Unit, forward: bool) -> bool {
    let (Some(quote), Some(edge)) = (talk.active.get_untracked(), talk.edge.get_untracked()) else { return false };
    let Some((start, end)) = talk.desk.peek(|e| glance::ends(e, quote)) else { return false };
    let (from, to) = match edge {
        Edge::Start => (steps(talk, unit, |steps| steps.beyond(start, forward, false)), end),
        Edge::End => (start, steps(talk, unit, |steps| steps.beyond(end, forward, true))),
    };
    // An end that has reached the other one stays: a quote without a letter would be lost.
    if talk.desk.peek(|e| glance::stretch(e, talk.id, from, to)) == Some((from, to)) {
        talk.act(Command::MoveQuote { quote, from, to });
    }
    true
}

/// Selects the next word or sentence, or extends what is selected by it.
fn step(talk: Talk, note: ParagraphId, unit: Unit, forward: bool, extend: bool) {
    let now = selection(talk);
    let (anchor, focus) = steps(talk, unit, |steps| steps.step(note, now, forward, extend));
    show_selection(talk, anchor, focus);
}

/// Selects the whole note, or extends what is selected to the end of the next one.
fn extend_by_note(talk: Talk, note: ParagraphId, forward: bool) {
    let now = selection(talk);
    if let Some((anchor, focus)) = steps(talk, Unit::Word, |steps| steps.by_paragraph(note, now, forward)) {
        show_selection(talk, anchor, focus);
    }
}

/// Goes so many notes down, or up; below the last one is the line.
fn walk(talk: Talk, note: ParagraphId, by: isize) {
    select_nothing();
    match neighbour(talk, note, by) {
        Some(next) if next == note && by == 1 => talk.go_to_line(),
        Some(next) => talk.go(next),
        None => (),
    }
}

/// Gives up one thing after the other: the picker, the edge, the quote, what is selected; then goes to the line.
fn leave(talk: Talk) -> bool {
    if talk.picking.get_untracked().is_some() {
        picker::close(talk);
    } else if talk.edge.get_untracked().is_some() {
        talk.edge.set(None);
    } else if selection(talk).is_some() {
        select_nothing();
    } else if talk.active.get_untracked().is_some() {
        talk.active.set(None);
    } else {
        talk.go_to_line();
    }
    true
}
