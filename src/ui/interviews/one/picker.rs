//! The picker of tags: a part of a name and Enter, or a digit; a new tag is made and put on at once.

use leptos::task::spawn_local;
use leptos::{ev, prelude::*};

use super::marks;
use super::quotes::{delete_quote, set_force};
use super::selecting::{show_selection, stretch, whole_words};
use super::talk::{DIGITS, Talk, row_id, use_talk};
use super::target::{Picking, Target};
use crate::edit::{Command, QuoteInput};
use crate::insight::interviews::glance::{self, TextPosition};
use crate::interviews::entry::force_of_letter;
use crate::interviews::kinds::Force;
use crate::interviews::text::{HighlightId, TagId};
use crate::model::Key;
use crate::ui::browser;
use crate::ui::browser::element::{self, Rect};
use crate::ui::browser::marks::{select_nothing, selection_rect};
use crate::ui::commands::FORCE_KEYS;
use crate::ui::desk::Outcome;
use crate::ui::parts::{live, on, shown};

const PICKER: &str = "picker";
const INPUT: &str = "picker-input";

/// The most tags that are offered at once.
const MOST: usize = 8;

/// What a line of the picker puts on.
#[derive(Clone, PartialEq)]
struct Choice {
    name: String,
    /// The digit that does the same, while nothing is typed.
    digit: Option<usize>,
    is_new: bool,
    /// Whether the quote has it.
    is_on: Option<TagId>,
}

/// Opens the picker; `by_pointer` leaves it next to what was clicked.
pub fn open(talk: Talk, target: Target, by_pointer: bool) {
    if talk.desk.refuses() {
        return;
    }
    show(talk, target, by_pointer);
    // Before the next key: its letter belongs into the field.
    talk.view.after_update(|| {
        if let Some(input) = element::by_id(INPUT) {
            element::focus_still(&input);
        }
    });
}

/// Offers the picker for what was selected with a pointer. It takes the keyboard, unless a finger selected: there a keyboard
/// would come up over the words.
pub fn offer(talk: Talk, is_touch: bool) {
    if talk.editing.get_untracked().is_some() || !talk.desk.may_edit() {
        return;
    }
    match stretch(talk) {
        Some((from, to)) if is_touch => show(talk, Target::Stretch(from, to), true),
        Some((from, to)) => {
            let (from, to) = whole_words(talk, from, to);
            talk.here.set(Some(from.0));
            open(talk, Target::Stretch(from, to), true);
        }
        None => talk.picking.set(None),
    }
}

fn show(talk: Talk, target: Target, by_pointer: bool) {
    let of_row = || {
        let quote = match target {
            Target::Quote { quote, .. } => element::find(&format!("[data-quote='{}']", quote.0)),
            Target::Stretch(..) => None,
        };
        let row = || talk.here.get_untracked().and_then(|note| element::by_id(&row_id(note)));
        quote.or_else(row).map(|element| element::rect(&element))
    };
    let selected = matches!(target, Target::Stretch(..)).then(selection_rect).flatten();
    let at = selected.filter(|rect| by_pointer || rect.height > 0.0).or_else(of_row).unwrap_or_default();
    marks::pick(talk, if let Target::Stretch(from, to) = target { Some((from, to)) } else { None });
    talk.picking.set(Some(Picking { target, at }));
}

/// Closes the picker without a choice. What was selected is selected again: it lost that to the field.
fn give_up(talk: Talk) {
    let target = talk.picking.get_untracked().map(|picking| picking.target);
    close(talk);
    if let Some(Target::Stretch(from, to)) = target {
        show_selection(talk, from, to);
    }
}

/// Closes the picker and gives the keyboard back to the note.
pub fn close(talk: Talk) {
    talk.picking.set(None);
    marks::pick(talk, None);
    if let Some(note) = talk.here.get_untracked() {
        talk.go(note);
    }
}

/// A quote was made of what was selected.
pub fn made(talk: Talk, quote: HighlightId) {
    select_nothing();
    talk.picking.set(None);
    marks::pick(talk, None);
    talk.active.set(Some(quote));
}

/// Puts a tag on, by its name.
pub fn apply(talk: Talk, target: Target, name: String) {
    let command = match target {
        Target::Stretch(from, to) => Command::AddQuote { from, to, tag: Some(name.clone()) },
        Target::Quote { quote, instead: Some(tag) } => Command::RetagQuote(quote, tag, name.clone()),
        Target::Quote { quote, instead: None } => Command::TagQuote(quote, name.clone()),
    };
    match talk.act(command) {
        Outcome::Done(Some(Key::Quote(quote))) => made(talk, quote),
        Outcome::Done(_) => (),
        Outcome::Refused(_) => return,
    }
    if let Some(tag) = talk.desk.peek(|e| e.codebook().find(&name)) {
        talk.note_tag(tag);
    }
}

/// The picker.
#[component]
pub fn Picker() -> impl IntoView {
    let talk = use_talk();
    let outside = window_event_listener(ev::pointerdown, move |event| {
        if talk.picking.get_untracked().is_some() && element::around(event.target(), "#picker").is_none() {
            talk.picking.set(None);
            marks::pick(talk, None);
        }
    });
    on_cleanup(move || outside.remove());
    shown(move || talk.picking.get().is_some(), move || view! { <Open /> })
}

#[component]
fn Open() -> impl IntoView {
    let talk = use_talk();
    let cw = talk.cw();
    let typed = RwSignal::new(String::new());
    let place = RwSignal::new(0_usize);
    // What Enter would choose is shown only while Enter would come here.
    let has_keyboard = RwSignal::new(false);
    let choices = Memo::new(move |_| choices(talk, &typed.get()));
    Effect::new(move |_| {
        if let Some(picking) = talk.picking.get() {
            talk.view.after_update(move || put(picking.at));
        }
    });
    let choose = move |at: usize| {
        let (Some(choice), Some(picking)) =
            (choices.with_untracked(|all| all.get(at).cloned()), talk.picking.get_untracked())
        else {
            return;
        };
        match (choice.is_on, picking.target) {
            (Some(tag), Target::Quote { quote, .. }) => untag(talk, quote, tag),
            _ => apply(talk, picking.target, choice.name),
        }
        close(talk);
    };
    let mark = move |force: Force| {
        match talk.picking.get_untracked().map(|picking| picking.target) {
            Some(Target::Quote { quote, .. }) => set_force(talk, quote, force),
            Some(Target::Stretch(from, to)) => {
                if let Some(Key::Quote(quote)) = talk.act(Command::AddForce { from, to, force }).made() {
                    made(talk, quote);
                }
            }
            None => (),
        }
        close(talk);
    };
    let keydown = move |event: ev::KeyboardEvent| {
        if event.is_composing() || event.key_code() == 229 {
            return;
        }
        let last = choices.with_untracked(Vec::len).saturating_sub(1);
        let digit = element::digit_of(&event).map(usize::from);
        let letter = || typed.with_untracked(|typed| force_of_letter(typed));
        match element::key_of(&event).as_str() {
            "Escape" => give_up(talk),
            // No tag is called by this letter alone, and on this keyboard it stands in the place of the sign.
            " " if letter().is_some() => letter().into_iter().for_each(mark),
            "Enter" if letter().is_some() && choices.with_untracked(Vec::is_empty) => {
                letter().into_iter().for_each(mark)
            }
            "Enter" => choose(place.get_untracked()),
            // What was selected can be copied as before.
            "c" if event.ctrl_key() || event.meta_key() => {
                match (typed.with_untracked(String::is_empty), talk.picking.get_untracked()) {
                    (true, Some(Picking { target: Target::Stretch(from, to), .. })) => copy(talk, from, to),
                    _ => return event.stop_propagation(),
                }
            }
            sign if typed.with_untracked(String::is_empty) && FORCE_KEYS.contains(&sign) => {
                Force::ALL.into_iter().zip(FORCE_KEYS).filter(|one| one.1 == sign).for_each(|(force, _)| mark(force));
            }
            "ArrowDown" => place.update(|at| *at = (*at + 1).min(last)),
            "ArrowUp" => place.update(|at| *at = at.saturating_sub(1)),
            _ => match digit.filter(|digit| *digit > 0 && typed.with_untracked(String::is_empty)) {
                Some(digit) => {
                    match choices.with_untracked(|all| all.iter().position(|one| one.digit == Some(digit))) {
                        Some(at) => choose(at),
                        None => return event.stop_propagation(),
                    }
                }
                None => return event.stop_propagation(),
            },
        }
        event.prevent_default();
        event.stop_propagation();
    };
    let force_button = move |(at, force): (usize, Force)| {
        let class = if force.moves() { "chip moves" } else { "chip holds" };
        view! {
            <button class="chip-button" on:click=on(move |_| mark(force))>
                <span class=class>
                    <kbd aria-hidden="true">{cw.force_keys[at]}</kbd>
                    {talk.iw().force(force)}
                </span>
            </button>
        }
        .into_any()
    };
    let remove = move || match talk.picking.get().map(|picking| picking.target) {
        Some(Target::Quote { quote, .. }) => {
            let act = move |_| {
                delete_quote(talk, quote);
                close(talk);
            };
            Some(view! { <button class="button small quiet" on:click=on(act)>{cw.delete_quote}</button> }.into_any())
        }
        _ => None,
    };
    let option = move |(at, choice): (usize, Choice)| {
        let is_here = Memo::new(move |_| place.get() == at && has_keyboard.get());
        let label = if choice.is_new { (cw.new_tag)(&choice.name) } else { choice.name };
        view! {
            <li
                class="picker-tag"
                role="option"
                id=format!("picker-{at}")
                aria-selected=live(move || is_here.get().to_string())
                on:pointerdown=on(move |event: ev::PointerEvent| event.prevent_default())
                on:click=on(move |_| choose(at))
            >
                {choice.digit.map(|digit| view! { <kbd aria-hidden="true">{digit}</kbd> }.into_any())}
                <span>{label}</span>
                {choice.is_on.map(|_| view! { <span class="picker-on">{cw.takes_off}</span> }.into_any())}
            </li>
        }
        .into_any()
    };
    view! {
        <div class="picker" id=PICKER role="dialog" aria-label=cw.tags on:keydown=on(keydown)>
            <input
                data-draft="field"
                class="field"
                id=INPUT
                type="text"
                role="combobox"
                autocomplete="off"
                aria-expanded="true"
                aria-controls="picker-list"
                aria-activedescendant=live(move || format!("picker-{}", place.get()))
                aria-label=cw.tag_name
                placeholder=cw.tag_hint
                on:focus=on(move |_: ev::FocusEvent| has_keyboard.set(true))
                on:blur=on(move |_: ev::FocusEvent| has_keyboard.set(false))
                on:input=on(move |event: ev::Event| {
                    typed.set(event_target_value(&event));
                    place.set(0);
                })
            />
            {live(move || {
                let choices = choices.get();
                (!choices.is_empty())
                    .then(|| {
                        view! {
                            <ul class="picker-list" id="picker-list" role="listbox" aria-label=cw.tags>
                                {choices.into_iter().enumerate().map(option).collect_view()}
                            </ul>
                        }
                            .into_any()
                    })
            })}
            <div class="picker-forces">
                {Force::ALL.into_iter().enumerate().map(force_button).collect_view()}
                {live(remove)}
            </div>
        </div>
    }
}

/// The tags to choose from: the last ones while nothing is typed, or else those that hold what is typed, and a new one.
fn choices(talk: Talk, typed: &str) -> Vec<Choice> {
    let on = match talk.picking.get().map(|picking| picking.target) {
        Some(Target::Quote { quote, .. }) => {
            talk.desk.peek(|e| e.quote(quote).map(|quote| quote.mark.tags.clone())).unwrap_or_default()
        }
        _ => Vec::new(),
    };
    talk.desk.peek(|e| {
        let book = e.codebook();
        let recent = talk.recent.get_value();
        let found = book.matching(typed);
        let ordered: Vec<TagId> = if typed.trim().is_empty() {
            let rest = found.into_iter().filter(|tag| !recent.contains(tag));
            recent.iter().copied().chain(rest).take(MOST.max(DIGITS)).collect()
        } else {
            found.into_iter().take(MOST).collect()
        };
        let digit =
            |tag: &TagId| recent.iter().position(|one| one == tag).filter(|_| typed.trim().is_empty()).map(|at| at + 1);
        let choice = |tag: TagId| {
            let name = book.tags.get(&tag)?.name.clone();
            Some(Choice { name, digit: digit(&tag), is_new: false, is_on: Some(tag).filter(|tag| on.contains(tag)) })
        };
        let mut choices: Vec<Choice> = ordered.into_iter().filter_map(choice).collect();
        if let Ok(name) = book.name_for(None, typed)
            && force_of_letter(typed).is_none()
        {
            choices.push(Choice { name, digit: None, is_new: true, is_on: None });
        }
        choices
    })
}

/// Copies the words of a stretch.
fn copy(talk: Talk, from: TextPosition, to: TextPosition) {
    let text = talk.desk.peek(|e| glance::words(e, talk.id, from, to));
    spawn_local(async move {
        if !browser::copy(&text).await {
            talk.session.notify(talk.hub.f().copy_failed);
        }
    });
}

fn untag(talk: Talk, quote: HighlightId, tag: TagId) {
    let mut tags = talk.desk.peek(|e| e.quote(quote).map(|quote| quote.mark.tags.clone())).unwrap_or_default();
    tags.retain(|known| *known != tag);
    talk.act(Command::SetQuote(quote, QuoteInput::Tags(tags)));
}

/// Puts the picker below its place, or above where there is no room.
fn put(at: Rect) {
    let Some(picker) = element::by_id(PICKER) else { return };
    let size = element::rect(&picker);
    let (width, height) = element::window_size();
    let left = at.left.min(width - size.width - 8.0).max(8.0);
    let below = at.top + at.height + 6.0;
    let top = if below + size.height > height - 8.0 { (at.top - size.height - 6.0).max(8.0) } else { below };
    element::move_to(&picker, left, top);
}
