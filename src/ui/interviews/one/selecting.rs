//! What is selected in the notes, and where words, sentences and notes begin and end.

use leptos::prelude::*;
use web_sys::{EventTarget, HtmlElement};

use super::talk::{Talk, row_id};
use crate::insight::interviews::glance::{self, TextPosition};
use crate::insight::interviews::steps::Steps;
use crate::interviews::text::units::Units;
use crate::model::quantity::ParagraphId;
use crate::ui::browser::element;
use crate::ui::browser::marks::{End, select, selected};
use crate::ui::browser::segment::{Unit, cut};

/// The note that an event happened at.
pub fn note_at(target: Option<EventTarget>) -> Option<ParagraphId> {
    id_of(&element::around(target, "[data-note]")?)
}

fn id_of(row: &HtmlElement) -> Option<ParagraphId> {
    row.get_attribute("data-note")?.parse().ok().map(ParagraphId)
}

/// What a person selected in the notes, in scalar values: where it was begun and where it ends.
pub fn selection(talk: Talk) -> Option<(TextPosition, TextPosition)> {
    let (anchor, focus) = selected("[data-note]", ".note-text")?;
    talk.desk.peek(|e| {
        let place = |(text, offset): End, widen: bool| {
            let note = id_of(&element::around(Some(text.into()), "[data-note]")?)?;
            let around = Units::of(&e.paragraph(note)?.text).around(offset);
            Some((note, if widen { around.1 } else { around.0 }))
        };
        // Half of a letter is the whole letter: the later end is widened, the earlier one too, each outwards.
        let (one, other) = (place(anchor.clone(), false)?, place(focus.clone(), true)?);
        let forward = glance::stretch(e, talk.id, one, other)?;
        if forward.0 == one { Some((one, other)) } else { Some((place(anchor, true)?, place(focus, false)?)) }
    })
}

/// The same in the order of the text, without line breaks at the ends.
pub fn stretch(talk: Talk) -> Option<(TextPosition, TextPosition)> {
    let (one, other) = selection(talk)?;
    talk.desk.peek(|e| glance::stretch(e, talk.id, one, other))
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

/// Walks through the notes by such units.
pub fn steps<T>(talk: Talk, unit: Unit, walk: impl FnOnce(Steps) -> T) -> T {
    let language = talk.language.get_untracked();
    talk.desk.peek(|e| walk(Steps { engagement: e, id: talk.id, cut: &|text| cut(text, unit, language) }))
}

/// The note so many further down, or up; the first or the last one where there are not so many.
pub fn neighbour(talk: Talk, note: ParagraphId, by: isize) -> Option<ParagraphId> {
    steps(talk, Unit::Word, |steps| steps.neighbour(note, by))
}
