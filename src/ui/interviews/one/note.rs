//! A note: when it was said, its words, and what they were marked with.

use leptos::prelude::*;

use super::marks;
use super::talk::{Talk, row_id};
use crate::i18n::quote;
use crate::insight::agenda::clock_text;
use crate::interviews::kinds::Force;
use crate::interviews::text::HighlightId;
use crate::model::Key;
use crate::model::quantity::ParagraphId;
use crate::ui::parts::live;

/// The row of a note. What it holds is built anew when the note changes, and the row stays with the keyboard in it.
pub fn row(talk: Talk, id: ParagraphId) -> AnyView {
    on_cleanup(move || marks::forget(talk, id));
    view! {
        <li class="note" id=row_id(id) data-note=id.0.to_string() tabindex="-1">
            {live(move || content(talk, id))}
        </li>
    }
    .into_any()
}

fn content(talk: Talk, id: ParagraphId) -> Option<AnyView> {
    let note = talk.desk.read(Key::Paragraph(id), |e| e.paragraph(id).cloned())?;
    if note.parts.is_empty() {
        marks::forget(talk, id);
    } else {
        talk.view.after_update(move || marks::draw(talk, id));
    }
    let asks = note.speaker.is_some() && note.speaker == talk.interviewer.get();
    let class = match (note.noted, asks, note.speaker.is_some()) {
        (true, ..) => "note-row noted",
        (_, true, _) => "note-row asks",
        (.., true) => "note-row said",
        _ if quote::is_quoted(&note.text) => "note-row said",
        _ => "note-row said quoted",
    };
    // Marks are put around it by the style sheet, where no position counts them.
    let lang = talk.session.lang();
    let (text, marks_around) = match class.ends_with("quoted") {
        false => (note.text, None),
        true => match quote::sign_behind(lang, &note.text) {
            Some((text, last)) => (text, Some(format!("\"\u{ab}\" \"{last}\""))),
            None => (quote::inner(lang, &note.text), None),
        },
    };
    let speaker = note.speaker.and_then(|at| talk.speakers.with(|names| names.get(usize::from(at)).cloned()));
    let time = note.at.map(|at| clock_text(i64::from(at / 1000))).unwrap_or_default();
    let menu = (talk.cw().note_menu)(&time);
    let phase = note.phase;
    let marks: Vec<AnyView> = note.parts.iter().map(|part| quote_chips(talk, part.highlight)).collect();
    Some(
        view! {
            <div class=class data-phase=phase.map(|phase| phase.index().to_string()) title=phase.map(|phase| talk.iw().phase(phase))>
                <button class="note-time" tabindex="-1" aria-haspopup="menu" aria-label=menu>{time}</button>
                <div class="note-words">
                    {speaker.map(|name| view! { <span class="note-speaker">{name}</span> }.into_any())}
                    <p class="note-text" style:quotes=marks_around lang=talk.language.get() dir="auto">{text}</p>
                </div>
                {(!marks.is_empty()).then(|| view! { <ul class="note-marks" aria-label=talk.cw().tags>{marks}</ul> }.into_any())}
            </div>
        }
        .into_any(),
    )
}

/// What a quote is marked with. A click on one of these changes it.
fn quote_chips(talk: Talk, id: HighlightId) -> AnyView {
    let Some(mark) = talk.desk.read(Key::Quote(id), |e| e.quote(id).map(|quote| quote.mark.clone())) else {
        return ().into_any();
    };
    let name = |tag| talk.desk.read(Key::Tag(tag), |e| e.tag(tag).map(|tag| tag.name.clone())).unwrap_or_default();
    let force = mark.force.map(|force| {
        view! { <button class="chip-button" tabindex="-1" data-force="">{force_chip(talk, force)}</button> }.into_any()
    });
    let tags: Vec<AnyView> = mark
        .tags
        .iter()
        .map(|tag| {
            view! {
                <button class="chip-button" tabindex="-1" data-tag=tag.0.to_string()>
                    <span class="chip tag">{name(*tag)}</span>
                </button>
            }
            .into_any()
        })
        .collect();
    let energy =
        mark.energy.map(|energy| view! { <span class="chip energy">{talk.iw().energy(energy)}</span> }.into_any());
    let is_bare = force.is_none() && tags.is_empty() && energy.is_none();
    let bare = is_bare.then(|| {
        view! { <button class="chip-button" tabindex="-1"><span class="chip">{talk.cw().quote}</span></button> }
            .into_any()
    });
    view! {
        <li class="quote-marks" data-quote=id.0.to_string()>
            {force}
            {tags}
            {energy}
            {bare}
        </li>
    }
    .into_any()
}

/// A force with its direction: what moves points to the right, what holds to the left.
pub fn force_chip(talk: Talk, force: Force) -> AnyView {
    let (class, arrow) = if force.moves() { ("chip moves", "\u{2192}") } else { ("chip holds", "\u{2190}") };
    view! {
        <span class=class>
            <span aria-hidden="true">{arrow}</span>
            {talk.iw().force(force)}
        </span>
    }
    .into_any()
}
