//! What keys do on the notes: walking, selecting by words, sentences and paragraphs, marking, moving an edge.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::notes::{note_at, selection, stretch};
use super::talk::{Edge, Talk, row_id};
use super::{editor, menus, note, picker};
use crate::edit::{Command, ParagraphInput, QuoteInput};
use crate::insight::interviews::glance::{self, TextPosition};
use crate::interviews::kinds::{Energy, Force};
use crate::interviews::text::HighlightId;
use crate::interviews::text::units::Units;
use crate::model::Key;
use crate::model::quantity::ParagraphId;
use crate::ui::browser::element;
use crate::ui::browser::marks::{select, select_nothing};
use crate::ui::browser::segment::{Unit, cut};

/// A key that was pressed on a note.
pub fn press(talk: Talk, event: &KeyboardEvent) {
    if event.is_composing() || event.key_code() == 229 || element::around(event.target(), "button, textarea").is_some()
    {
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
    let (with, shift, alt) = (event.ctrl_key() || event.meta_key(), event.shift_key(), event.alt_key());
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
        "Enter" | "F2" if !with && !alt => editor::begin(talk, note),
        "Delete" | "Backspace" => delete(talk, note),
        "F10" if shift => menus::of_note(talk, note, None),
        "ContextMenu" => menus::of_note(talk, note, None),
        "Escape" => return leave(talk),
        _ if with || alt => return false,
        "#" | "\u{2116}" => picker::open(talk, target(talk, note), false),
        "\"" => _ = turn_noted(talk, note),
        "*" => next_energy(talk, note),
        sign if note::FORCE_KEYS.contains(&sign) => {
            let at = note::FORCE_KEYS.iter().position(|key| *key == sign).unwrap_or(0);
            mark_force(talk, note, Force::ALL[at]);
        }
        // Letters and digits go by their place on the keyboard: the same key in every layout.
        _ => match event.code().as_str() {
            "KeyT" => picker::open(talk, target(talk, note), false),
            "KeyQ" => next_quote(talk, note, if shift { -1 } else { 1 }),
            "KeyE" => next_edge(talk),
            "KeyM" => join(talk, note),
            code => match code.strip_prefix("Digit").and_then(|digit| digit.parse::<usize>().ok()) {
                Some(digit) if digit > 0 && !shift => repeat(talk, note, digit - 1),
                _ => return false,
            },
        },
    }
    true
}

/// Asks what the quote speaks for; what is no quote yet becomes one.
pub fn join(talk: Talk, note: ParagraphId) {
    match target(talk, note) {
        picker::Target::Quote { quote, .. } => talk.hub.join(quote),
        picker::Target::Stretch(from, to) => {
            if let Some(Key::Quote(quote)) = talk.desk.dispatch(Command::AddQuote { from, to, tag: None }).made() {
                talk.hub.join(quote);
            }
        }
    }
}

/// What keys speak of: what is selected, or else the active quote, or else the whole note.
pub fn target(talk: Talk, note: ParagraphId) -> picker::Target {
    if let Some((from, to)) = stretch(talk) {
        return picker::Target::Stretch(from, to);
    }
    match active_in(talk, note).or_else(|| talk.desk.peek(|e| glance::whole_quote(e, note))) {
        Some(quote) => picker::Target::Quote { quote, instead: None },
        None => picker::Target::Stretch((note, 0), (note, u32::MAX)),
    }
}

/// The active quote, if a part of it is in this note.
fn active_in(talk: Talk, note: ParagraphId) -> Option<HighlightId> {
    let active = talk.active.get_untracked()?;
    talk.desk.peek(|e| e.paragraph(note)?.part_of(active).map(|part| part.highlight))
}

/// Marks with a force, or takes that force off. Where no words are selected and a quote in the note has it, that one is gone
/// to: the force is not said twice.
pub fn mark_force(talk: Talk, note: ParagraphId, force: Force) {
    if stretch(talk).is_none()
        && active_in(talk, note).is_none()
        && let Some((quote, is_whole)) = talk.desk.peek(|e| glance::quote_with(e, note, force))
    {
        return if is_whole { set_force(talk, quote, force) } else { talk.active.set(Some(quote)) };
    }
    match target(talk, note) {
        picker::Target::Quote { quote, .. } => set_force(talk, quote, force),
        picker::Target::Stretch(from, to) => {
            if let Some(Key::Quote(quote)) = talk.act(Command::AddForce { from, to, force }).made() {
                picker::made(talk, quote);
            }
        }
    }
}

/// Gives a quote a force, or takes it off where it has that one.
pub fn set_force(talk: Talk, quote: HighlightId, force: Force) {
    let now = talk.desk.peek(|e| e.quote(quote).and_then(|quote| quote.mark.force));
    talk.act(Command::SetQuote(quote, QuoteInput::Force(Some(force).filter(|force| now != Some(*force)))));
}

fn next_energy(talk: Talk, note: ParagraphId) {
    const ALL: [Option<Energy>; 5] =
        [None, Some(Energy::Marked), Some(Energy::Laugh), Some(Energy::Sigh), Some(Energy::Pause)];
    let whole = || talk.desk.peek(|e| glance::whole_quote(e, note));
    let Some(quote) = active_in(talk, note).or_else(whole) else { return };
    let now = talk.desk.peek(|e| e.quote(quote).and_then(|quote| quote.mark.energy));
    let at = ALL.iter().position(|energy| *energy == now).unwrap_or(0);
    talk.act(Command::SetQuote(quote, QuoteInput::Energy(ALL[(at + 1) % ALL.len()])));
}

/// The person's own words become a note in ours, or the other way round.
pub fn turn_noted(talk: Talk, note: ParagraphId) -> bool {
    let noted = talk.desk.peek(|e| e.paragraph(note).is_some_and(|one| one.noted));
    talk.act(Command::SetParagraph(note, ParagraphInput::Noted(!noted))).is_done()
}

/// Puts one of the last tags on again.
fn repeat(talk: Talk, note: ParagraphId, at: usize) {
    let tag = talk.recent.with_value(|recent| recent.get(at).copied());
    let name = tag.and_then(|tag| talk.desk.peek(|e| e.tag(tag).map(|tag| tag.name.clone())));
    if let Some(name) = name {
        picker::apply(talk, target(talk, note), name);
    }
}

/// The next of the quotes in a note, overlapping ones too; behind the last one none is active.
fn next_quote(talk: Talk, note: ParagraphId, by: isize) {
    let quotes: Vec<HighlightId> = talk.desk.peek(|e| {
        e.paragraph(note).map(|one| one.parts.iter().map(|part| part.highlight).collect()).unwrap_or_default()
    });
    select_nothing();
    let now = active_in(talk, note).and_then(|active| quotes.iter().position(|quote| *quote == active));
    let next = match now {
        Some(at) => at.checked_add_signed(by),
        None if by > 0 => Some(0),
        None => quotes.len().checked_sub(1),
    };
    talk.active.set(next.and_then(|at| quotes.get(at).copied()));
}

fn next_edge(talk: Talk) {
    if talk.active.get_untracked().is_some() && !talk.is_read_only() {
        talk.edge.update(|edge| {
            *edge = match edge {
                None => Some(Edge::End),
                Some(Edge::End) => Some(Edge::Start),
                Some(Edge::Start) => None,
            };
        });
    }
}

/// Moves the chosen end of the active quote.
fn move_edge(talk: Talk, unit: Unit, forward: bool) -> bool {
    let (Some(quote), Some(edge)) = (talk.active.get_untracked(), talk.edge.get_untracked()) else { return false };
    let Some((start, end)) = talk.desk.peek(|e| glance::ends(e, quote)) else { return false };
    let (from, to) = match edge {
        Edge::Start => (beyond(talk, start, unit, forward, false), end),
        Edge::End => (start, beyond(talk, end, unit, forward, true)),
    };
    // An end that has reached the other one stays: a quote without a letter would be lost.
    if talk.desk.peek(|e| glance::stretch(e, talk.id, from, to)) == Some((from, to)) {
        talk.act(Command::MoveQuote { quote, from, to });
    }
    true
}

/// The next place at which a unit begins (or ends), over the ends of notes.
fn beyond(talk: Talk, place: TextPosition, unit: Unit, forward: bool, is_end: bool) -> TextPosition {
    talk.desk.peek(|e| {
        let order = e.paragraphs_of(talk.id);
        let Some(mut at) = order.iter().position(|id| *id == place.0) else { return place };
        let mut scalar = Some(place.1);
        loop {
            let Some(paragraph) = order.get(at).and_then(|id| e.paragraph(*id)) else { return place };
            let units = Units::of(&paragraph.text);
            let cuts = cut(&paragraph.text, unit, talk.language.get_untracked());
            let places = cuts.iter().map(|cut| if is_end { cut.1 } else { cut.0 }).map(|utf16| units.around(utf16).0);
            let found = match scalar {
                Some(now) if forward => places.into_iter().find(|place| *place > now),
                Some(now) => places.into_iter().rfind(|place| *place < now),
                None if forward => places.into_iter().next(),
                None => places.into_iter().next_back(),
            };
            if let Some(found) = found {
                return (order[at], found);
            }
            let next = if forward { at.checked_add(1) } else { at.checked_sub(1) };
            let Some(next) = next.filter(|next| *next < order.len()) else { return place };
            (at, scalar) = (next, None);
        }
    })
}

/// A stretch with the words whole at which it begins and ends, and without white space around them.
pub fn whole_words(talk: Talk, from: TextPosition, to: TextPosition) -> (TextPosition, TextPosition) {
    let words = |note: ParagraphId| {
        talk.desk.peek(|e| {
            let text = e.paragraph(note).map(|one| one.text.clone()).unwrap_or_default();
            let units = Units::of(&text);
            let cuts = cut(&text, Unit::Word, talk.language.get_untracked()).into_iter();
            cuts.map(|(start, end)| (units.around(start).0, units.around(end).0)).collect::<Vec<_>>()
        })
    };
    let start = words(from.0).into_iter().find(|(start, end)| *start < from.1 && from.1 < *end).map(|word| word.0);
    let end = words(to.0).into_iter().find(|(start, end)| *start < to.1 && to.1 < *end).map(|word| word.1);
    let (from, to) = ((from.0, start.unwrap_or(from.1)), (to.0, end.unwrap_or(to.1)));
    talk.desk.peek(|e| glance::trimmed(e, from, to))
}

/// Selects the next word or sentence, or extends what is selected by it.
fn step(talk: Talk, note: ParagraphId, unit: Unit, forward: bool, extend: bool) {
    let now = selection(talk);
    let (anchor, focus) = now.unwrap_or(((note, 0), (note, 0)));
    if extend && now.is_some() {
        let is_forward =
            talk.desk.peek(|e| glance::stretch(e, talk.id, anchor, focus)).is_some_and(|(from, _)| from == anchor);
        let next = beyond(talk, focus, unit, forward, is_forward);
        return show_selection(talk, anchor, next);
    }
    let start = match (now, forward) {
        (None, true) => first_of(talk, note, unit),
        (None, false) => beyond(talk, (note, u32::MAX), unit, false, false),
        (Some(_), true) => beyond(talk, earlier(talk, anchor, focus), unit, true, false),
        (Some(_), false) => beyond(talk, earlier(talk, anchor, focus), unit, false, false),
    };
    let end = beyond(talk, start, unit, true, true);
    show_selection(talk, start, end);
}

fn earlier(talk: Talk, one: TextPosition, other: TextPosition) -> TextPosition {
    talk.desk.peek(|e| glance::stretch(e, talk.id, one, other)).map_or(one, |(from, _)| from)
}

fn first_of(talk: Talk, note: ParagraphId, unit: Unit) -> TextPosition {
    talk.desk.peek(|e| {
        let paragraph = e.paragraph(note);
        let first = paragraph.and_then(|one| {
            let (start, _) = cut(&one.text, unit, talk.language.get_untracked()).into_iter().next()?;
            Some(Units::of(&one.text).around(start).0)
        });
        (note, first.unwrap_or(0))
    })
}

/// Selects the whole note, or extends what is selected to the end of the next one.
fn extend_by_note(talk: Talk, note: ParagraphId, forward: bool) {
    let length = |id: ParagraphId| talk.desk.peek(|e| e.paragraph(id).map_or(0, |one| one.text.chars().count() as u32));
    let Some((anchor, focus)) = selection(talk) else {
        let whole = ((note, 0), (note, length(note)));
        return if forward { show_selection(talk, whole.0, whole.1) } else { show_selection(talk, whole.1, whole.0) };
    };
    let at_end = if forward { focus.1 >= length(focus.0) } else { focus.1 == 0 };
    let next = if at_end { neighbour(talk, focus.0, if forward { 1 } else { -1 }) } else { Some(focus.0) };
    if let Some(next) = next {
        show_selection(talk, anchor, (next, if forward { length(next) } else { 0 }));
    }
}

/// Selects in the page, and brings the end of it into view.
pub fn show_selection(talk: Talk, anchor: TextPosition, focus: TextPosition) {
    let end = |place: TextPosition| {
        let row = element::by_id(&row_id(place.0))?;
        let offset = talk.desk.peek(|e| e.paragraph(place.0).map(|one| Units::of(&one.text).utf16(place.1)))?;
        Some((element::inside(&row, ".note-text")?, offset))
    };
    let (Some(one), Some(other)) = (end(anchor), end(focus)) else { return };
    talk.active.set(None);
    if talk.here.get_untracked() != Some(focus.0) {
        talk.go(focus.0);
    }
    select(&one, &other);
}

fn neighbour(talk: Talk, note: ParagraphId, by: isize) -> Option<ParagraphId> {
    talk.desk.peek(|e| {
        let order = e.paragraphs_of(talk.id);
        let at = order.iter().position(|id| *id == note)? as isize;
        let last = order.len() as isize - 1;
        order.get(usize::try_from(at.saturating_add(by).clamp(0, last)).ok()?).copied()
    })
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

/// Takes a quote off; the words stay.
pub fn delete_quote(talk: Talk, quote: HighlightId) {
    talk.active.set(None);
    talk.desk.dispatch_with_notice(Command::DeleteQuote(quote), talk.cw().deleted_quote, move || _ = talk.desk.undo());
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
