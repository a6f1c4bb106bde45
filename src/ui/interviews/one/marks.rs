//! Quotes as they are painted over the words: underlined by what speaks in them, the one that keys speak of on a ground of its
//! own. Browsers that cannot paint them still list them next to each note.

use leptos::prelude::*;

use super::talk::{Talk, row_id};
use crate::insight::interviews::glance::TextPosition;
use crate::interviews::kinds::Force;
use crate::interviews::text::HighlightId;
use crate::interviews::text::units::Units;
use crate::model::quantity::ParagraphId;
use crate::ui::browser::element;
use crate::ui::browser::marks::paint;

/// Paints the quotes of a note anew.
pub fn draw(talk: Talk, id: ParagraphId) {
    let active = talk.active.try_get_untracked().flatten();
    let painted = talk.desk.peek(|e| {
        let paragraph = e.paragraph(id)?;
        let row = element::by_id(&row_id(id))?;
        for marks in element::find_all(&row, "[data-quote]") {
            let is_active =
                active.is_some_and(|active| marks.get_attribute("data-quote") == Some(active.0.to_string()));
            element::toggle_class(&marks, "active", is_active);
        }
        let text = element::inside(&row, ".note-text")?;
        let units = Units::of(&paragraph.text);
        let mut painted = Vec::new();
        for part in &paragraph.parts {
            let (start, end) = (units.utf16(part.start.unwrap_or(0)), units.utf16(part.end.unwrap_or(units.scalars())));
            let force = e.quote(part.highlight).and_then(|quote| quote.mark.force);
            // The chips next to a whole note say enough.
            if (start, end) != (0, units.utf16(units.scalars())) {
                painted.extend(paint(layer(force), &text, start, end));
            }
            if active == Some(part.highlight) {
                painted.extend(paint("active", &text, start, end));
            }
        }
        Some(painted)
    });
    let painted = painted.unwrap_or_default();
    _ = talk.drawn.try_update_value(|drawn| {
        if painted.is_empty() {
            drawn.notes.remove(&id);
        } else {
            drawn.notes.insert(id, painted);
        }
    });
}

fn layer(force: Option<Force>) -> &'static str {
    match force {
        None => "tagged",
        Some(force) if force.moves() => "moves",
        Some(_) => "holds",
    }
}

/// A note is gone, and what was painted on it.
pub fn forget(talk: Talk, id: ParagraphId) {
    _ = talk.drawn.try_update_value(|drawn| drawn.notes.remove(&id));
}

/// Paints the notes of a quote anew: it is the one that keys speak of, or no longer.
pub fn redraw(talk: Talk, quote: HighlightId) {
    let notes: Vec<ParagraphId> = talk.desk.peek(|e| {
        let holds = |id: &ParagraphId| e.paragraph(*id).is_some_and(|one| one.part_of(quote).is_some());
        e.paragraphs_of(talk.id).iter().copied().filter(holds).collect()
    });
    notes.into_iter().for_each(|note| draw(talk, note));
}

/// Paints what is being tagged while the keyboard is elsewhere; `None` paints nothing.
pub fn pick(talk: Talk, stretch: Option<(TextPosition, TextPosition)>) {
    let mut painted = Vec::new();
    if let Some((from, to)) = stretch {
        talk.desk.peek(|e| {
            let order = e.paragraphs_of(talk.id);
            let notes = order.iter().skip_while(|id| **id != from.0);
            for id in notes {
                let (Some(paragraph), Some(row)) = (e.paragraph(*id), element::by_id(&row_id(*id))) else { break };
                let units = Units::of(&paragraph.text);
                let start = if *id == from.0 { from.1 } else { 0 };
                let end = if *id == to.0 { to.1 } else { units.scalars() };
                let text = element::inside(&row, ".note-text");
                painted.extend(text.and_then(|text| paint("picked", &text, units.utf16(start), units.utf16(end))));
                if *id == to.0 {
                    break;
                }
            }
        });
    }
    _ = talk.drawn.try_update_value(|drawn| drawn.picked = painted);
}
