//! The words of a note are changed where they stand: a text area that always exists covers them, so that the letter after
//! the key that opens it lands in it. Quotes move with their words.

use leptos::{ev, html, prelude::*};
use web_sys::HtmlTextAreaElement;

use super::talk::{Talk, row_id, use_talk};
use crate::edit::{Command, Refusal};
use crate::interviews::text::units::Units;
use crate::interviews::text::{Correction, Edit};
use crate::model::Key;
use crate::model::quantity::ParagraphId;
use crate::ui::browser::{element, typing};
use crate::ui::desk::Outcome;
use crate::ui::parts::{live, on};

const EDITOR: &str = "note-editor";

/// The editor.
#[component]
pub fn Editor() -> impl IntoView {
    let talk = use_talk();
    let node = NodeRef::<html::Textarea>::new();
    // Undo, or another tab, may have changed the words: what stands here is what will be kept.
    Effect::new(move |_| {
        let editing = talk.editing.get();
        editing.into_iter().for_each(|note| {
            talk.desk.track(Key::Paragraph(note));
            follow(talk, note);
        });
    });
    view! {
        <textarea
            node_ref=node
            id=EDITOR
            class=live(move || if talk.editing.get().is_some() { "note-editor" } else { "note-editor idle" })
            rows="1"
            tabindex="-1"
            spellcheck="true"
            autocomplete="off"
            aria-label=talk.cw().note_text
            aria-hidden=live(move || talk.editing.get().is_none().then_some("true"))
            on:beforeinput=on(move |_: ev::InputEvent| {
                if let Some(area) = node.get_untracked() {
                    talk.selected.set_value(element::selection(&area));
                }
            })
            on:input=on(move |_| {
                if let Some(area) = node.get_untracked() {
                    typed(talk, &area);
                }
            })
            on:keydown=on(move |event: ev::KeyboardEvent| key(talk, &event))
            on:blur=on(move |event: ev::FocusEvent| {
                if element::was_left(&event) {
                    end(talk);
                }
            })
        ></textarea>
    }
}

fn text_of(talk: Talk, note: ParagraphId) -> Option<String> {
    talk.desk.peek(|e| e.paragraph(note).map(|one| one.text.clone()))
}

/// Begins to change a note. The text area has the keyboard when this returns.
pub fn begin(talk: Talk, note: ParagraphId) {
    end(talk);
    if talk.desk.refuses() {
        return;
    }
    let (Some(area), Some(text)) = (element::text_area(EDITOR), text_of(talk, note)) else { return };
    area.set_value(&text);
    talk.here.set(Some(note));
    talk.editing.set(Some(note));
    talk.edited_from.set_value((note, steps(talk)));
    talk.correction.set_value((note, Correction::default()));
    mark_row(note, true);
    place(talk, &area);
    element::focus_still(&area);
    element::caret_to_end(&area);
    place_later(talk);
}

/// Ends it and keeps what was typed. Says whether anything was being changed.
pub fn end(talk: Talk) -> bool {
    let Some(note) = talk.editing.get_untracked() else { return false };
    talk.editing.set(None);
    mark_row(note, false);
    talk.desk.seal();
    if let Some(area) = element::text_area(EDITOR) {
        area.set_value("");
    }
    true
}

fn mark_row(note: ParagraphId, on: bool) {
    if let Some(row) = element::by_id(&row_id(note)) {
        element::toggle_class(&row, "edited", on);
    }
}

/// Ends it and gives the keyboard back to the note.
fn leave(talk: Talk) {
    let Some(note) = talk.editing.get_untracked() else { return };
    end(talk);
    talk.go(note);
}

/// Ends it and takes back what was typed since it began, in whatever notes; told with a way to have that again.
fn cancel(talk: Talk) {
    if !end(talk) {
        return;
    }
    let (note, before) = talk.edited_from.get_value();
    let mut undone = 0;
    while steps(talk) > before && !talk.desk.undo().is_empty() {
        undone += 1;
    }
    talk.go(note);
    if undone > 0 {
        talk.desk.notify_done(talk.cw().edit_discarded, move || {
            for _ in 0..undone {
                talk.desk.redo();
            }
        });
    }
}

/// How many steps can be taken back.
fn steps(talk: Talk) -> usize {
    talk.desk.peek_replica(|replica| replica.store.undoable())
}

fn follow(talk: Talk, note: ParagraphId) {
    let Some(area) = element::text_area(EDITOR) else { return };
    match text_of(talk, note) {
        Some(text) if text != area.value() => {
            area.set_value(&text);
            element::caret_to_end(&area);
        }
        Some(_) => (),
        None => _ = end(talk),
    }
    place_later(talk);
}

/// The caret in UTF-16, as browsers count it.
fn caret(area: &HtmlTextAreaElement) -> u32 {
    element::selection(area).1
}

fn typed(talk: Talk, area: &HtmlTextAreaElement) {
    let Some(note) = talk.editing.get_untracked() else { return };
    let (Some(before), after) = (text_of(talk, note), area.value()) else { return };
    let (at, _) = Units::of(&after).around(caret(area));
    let (from, to) = talk.selected.try_update_value(std::mem::take).unwrap_or_default();
    let units = Units::of(&before);
    let selected = units.around(from).0..units.around(to).1;
    let edit = Edit::replacing(&before, &after, selected).or_else(|| Edit::between(&before, &after, Some(at)));
    let Some(edit) = edit else { return };
    let Edit { start, end, text } = corrected(talk, note, edit);
    let parted = text.matches('\n').count();
    match talk.desk.dispatch(Command::EditText { from: (note, start), to: (note, end), text }) {
        Outcome::Refused(Refusal::TooMuch(_) | Refusal::ReadOnly) => return follow(talk, note),
        Outcome::Refused(Refusal::Gone(_)) => {
            self::end(talk);
            return;
        }
        _ => (),
    }
    if parted > 0 {
        // What stands behind the line break is a note of its own, and is gone on with.
        let behind: u32 = after.chars().take(at as usize).collect::<String>().rsplit('\n').next().map_or(0, utf16);
        let next = talk.desk.peek(|e| {
            let order = e.paragraphs_of(talk.id);
            let place = order.iter().position(|id| *id == note)?;
            order.get(place + parted).copied()
        });
        go_on(talk, next.unwrap_or(note), behind);
    } else {
        place_later(talk);
    }
}

/// The edit with what makes it part of a correction that is being typed.
fn corrected(talk: Talk, note: ParagraphId, edit: Edit) -> Edit {
    let Some(paragraph) = talk.desk.peek(|e| e.paragraph(note).cloned()) else { return edit };
    let taken = talk.correction.try_update_value(|(of, correction)| {
        if *of != note {
            (*of, *correction) = (note, Correction::default());
        }
        correction.take(&paragraph, edit.clone())
    });
    taken.unwrap_or(edit)
}

fn utf16(text: &str) -> u32 {
    text.encode_utf16().count() as u32
}

/// Goes on in another note, once the page shows it.
fn go_on(talk: Talk, note: ParagraphId, caret: u32) {
    end(talk);
    let (Some(area), Some(text)) = (element::text_area(EDITOR), text_of(talk, note)) else { return };
    area.set_value(&text);
    _ = area.set_selection_range(caret, caret);
    talk.here.set(Some(note));
    talk.editing.set(Some(note));
    talk.view.after_update(move || {
        mark_row(note, true);
        place_later(talk);
    });
}

fn key(talk: Talk, event: &ev::KeyboardEvent) {
    // What ends a word of an input method ends no editing.
    if typing::is_of_input_method(event) {
        event.stop_propagation();
        return;
    }
    match element::key_of(event).as_str() {
        "Enter" if event.shift_key() => event.stop_propagation(),
        "Enter" => {
            event.prevent_default();
            event.stop_propagation();
            leave(talk);
        }
        "Escape" => {
            event.prevent_default();
            event.stop_propagation();
            cancel(talk);
        }
        "Backspace" if join(talk) => {
            event.prevent_default();
            event.stop_propagation();
        }
        // Undo and redo are the interview's.
        _ if event.ctrl_key() || event.meta_key() => (),
        _ => event.stop_propagation(),
    }
}

/// At its first letter a note is joined to the one before. Says whether it was.
fn join(talk: Talk) -> bool {
    let (Some(note), Some(area)) = (talk.editing.get_untracked(), element::text_area(EDITOR)) else { return false };
    if caret(&area) != 0 {
        return false;
    }
    let before = talk.desk.peek(|e| {
        let order = e.paragraphs_of(talk.id);
        let before = *order.get(order.iter().position(|id| *id == note)?.checked_sub(1)?)?;
        Some((before, utf16(&e.paragraph(before)?.text)))
    });
    let Some((before, end)) = before else { return false };
    let join = Command::EditText { from: (before, u32::MAX), to: (note, 0), text: String::new() };
    if talk.act(join).is_done() {
        go_on(talk, before, end);
    }
    true
}

/// Lays the text area over the words.
fn place(talk: Talk, area: &HtmlTextAreaElement) {
    let (Some(note), Some(layer)) = (talk.editing.get_untracked(), element::by_id("notes-scroll")) else { return };
    let Some(text) = element::by_id(&row_id(note)).and_then(|row| element::inside(&row, ".note-text")) else { return };
    let (at, origin) = (element::rect(&text), element::rect(&layer));
    let (across, down) = element::scroll_of("notes-scroll");
    element::move_to(area, at.left - origin.left + f64::from(across), at.top - origin.top + f64::from(down));
    element::resize(area, at.width, at.height);
    let is_ours = text.closest(".noted, .asks").ok().flatten().is_some();
    element::toggle_class(area, "ours", is_ours);
}

/// Lays it there again once the page has followed a change.
fn place_later(talk: Talk) {
    talk.view.next_frame(move || {
        if let Some(area) = element::text_area(EDITOR).filter(|_| talk.editing.get_untracked().is_some()) {
            place(talk, &area);
            element::show(&area);
        }
    });
}
