//! What was said, note by note.

use leptos::{ev, prelude::*};

use super::selecting::note_at;
use super::talk::{Talk, row_id, use_talk};
use super::target::Target;
use super::{editor, keys, lost, marks, menus, note, picker};
use crate::insight::interviews::glance;
use crate::interviews::text::{HighlightId, TagId};
use crate::model::Key;
use crate::model::quantity::ParagraphId;
use crate::ui::browser::element::{self, Rect};
use crate::ui::commands::{TalkVerb, Verb};
use crate::ui::deeds::Deeds;
use crate::ui::parts::{each, live, on, shown};

/// The notes with the editor over them.
#[component]
pub fn Notes() -> impl IntoView {
    let talk = use_talk();
    let cw = talk.cw();
    let order = move || talk.desk.read(Key::Transcript(talk.id), |e| e.paragraphs_of(talk.id).to_vec());
    let is_empty = Memo::new(move |_| order().is_empty());
    let lost = talk.counted(move |e| glance::lost(e, talk.id));
    follow_cursor(talk);
    follow_active(talk);
    let focus = move |event: ev::FocusEvent| {
        if let Some(note) = note_at(event.target()) {
            talk.here.set(Some(note));
        }
    };
    let click = move |event: ev::MouseEvent| {
        // The time is what a finger can hit: there a long press selects words.
        if let Some(time) = element::around(event.target(), ".note-time") {
            note_at(event.target()).into_iter().for_each(|note| menus::of_note(talk, note, Some(element::rect(&time))));
            return;
        }
        // A tap on words moves no keyboard in some browsers.
        note_at(event.target()).into_iter().for_each(|note| talk.here.set(Some(note)));
        let Some((quote, tag)) = chip_at(event.target()) else { return };
        talk.active.set(Some(quote));
        picker::open(talk, Target::Quote { quote, instead: tag }, true);
    };
    let released = move |event: ev::PointerEvent| {
        let is_touch = event.pointer_type() != "mouse";
        if chip_at(event.target()).is_none() {
            // The browser settles the selection after this event.
            talk.view.next_frame(move || picker::offer(talk, is_touch));
        }
    };
    view! {
        <div class="notes-scroll" id="notes-scroll">
            {live(move || lost::listed(talk, lost.get()))}
            <ol
                class="notes"
                id="notes"
                aria-label=cw.notes
                tabindex="-1"
                on:focusin=on(focus)
                on:keydown=on(move |event: ev::KeyboardEvent| keys::press(talk, &event))
                on:click=on(click)
                on:pointerup=on(released)
                on:pointercancel=on(released)
                on:dblclick=on(move |event: ev::MouseEvent| {
                    if let Some(note) = note_at(event.target()).filter(|_| chip_at(event.target()).is_none()) {
                        editor::begin(talk, note);
                    }
                })
                on:contextmenu=on(move |event: ev::MouseEvent| {
                    if let Some(note) = note_at(event.target()).filter(|_| !talk.session.narrow.get_untracked()) {
                        event.prevent_default();
                        menus::of_note(talk, note, pointer(&event));
                    }
                })
            >
                {each(order, move |id| note::row(talk, id))}
            </ol>
            {live(move || is_empty.get().then(|| nothing_yet(talk)))}
            <editor::Editor />
        </div>
    }
}

/// What belongs here, and how to begin.
fn nothing_yet(talk: Talk) -> AnyView {
    let cw = talk.cw();
    view! {
        <div class="empty">
            <p class="empty-title">{cw.no_notes}</p>
            {shown(move || !talk.desk.read_only(), move || {
                view! {
                    <p>{cw.no_notes_hint}</p>
                    <button class="button" on:click=on(move |_| TalkVerb::PasteTranscript.act(talk))>{TalkVerb::PasteTranscript.label(&talk.verb_words())}</button>
                }
            })}
        </div>
    }
    .into_any()
}

/// Where the pointer is; nowhere when keys ask for a menu.
fn pointer(event: &ev::MouseEvent) -> Option<Rect> {
    let at = Rect { left: f64::from(event.client_x()), top: f64::from(event.client_y()), ..Rect::default() };
    (event.button() == 2).then_some(at)
}

/// The quote whose mark was clicked, and the tag, if it was one.
fn chip_at(target: Option<web_sys::EventTarget>) -> Option<(HighlightId, Option<TagId>)> {
    let chip = element::around(target, ".chip-button")?;
    let marks = chip.closest("[data-quote]").ok().flatten()?;
    let quote = marks.get_attribute("data-quote")?.parse().ok().map(HighlightId)?;
    Some((quote, chip.get_attribute("data-tag").and_then(|tag| tag.parse().ok()).map(TagId)))
}

/// The row at the cursor is the one that Tab comes to.
fn follow_cursor(talk: Talk) {
    Effect::new(move |before: Option<Option<ParagraphId>>| {
        let here = talk.here.get();
        let mark = |note: ParagraphId, on: bool| {
            if let Some(row) = element::by_id(&row_id(note)) {
                element::set_attribute(&row, "tabindex", if on { "0" } else { "-1" });
                element::toggle_class(&row, "here", on);
            }
        };
        before.flatten().filter(|before| Some(*before) != here).into_iter().for_each(|note| mark(note, false));
        here.into_iter().for_each(|note| mark(note, true));
        here
    });
}

fn follow_active(talk: Talk) {
    Effect::new(move |before: Option<Option<HighlightId>>| {
        let active = talk.active.get();
        if before.flatten() != active {
            talk.edge.set(None);
            before.flatten().into_iter().chain(active).for_each(|quote| marks::redraw(talk, quote));
        }
        active
    });
}
