//! The line at the bottom: what somebody says becomes a note with one Enter, and the keyboard never leaves.

use leptos::{ev, html, prelude::*};

use super::clock::TalkClock;
use super::note;
use super::paste;
use super::talk::{Talk, row_id, use_talk};
use crate::edit::Command;
use crate::interviews::entry::{self, Entry};
use crate::interviews::kinds::{Energy, Force, Phase};
use crate::interviews::record::Head;
use crate::model::Key;
use crate::ui::browser::{element, typing};
use crate::ui::commands::{NoteVerb, TalkVerb, Verb};
use crate::ui::deeds::Deeds;
use crate::ui::parts::{Icon, Item, Sign, live, on};

const INPUT: &str = "entry";
const TARGET: &str = "entry-target";

/// What one key walks through.
const ENERGIES: [Option<Energy>; 5] =
    [None, Some(Energy::Marked), Some(Energy::Laugh), Some(Energy::Sigh), Some(Energy::Pause)];

/// The line.
#[component]
pub fn Line() -> impl IntoView {
    let talk = use_talk();
    let (w, cw) = (talk.session.w(), talk.cw());
    let node = NodeRef::<html::Input>::new();
    let kind = move || if understood(talk).verbatim { cw.quote } else { cw.note };
    let phase = move || talk.iw().phase(aimed(talk));
    let typed = move || {
        let Some(input) = node.get_untracked() else { return };
        talk.line.set(input.value());
        element::follow_scroll(&input, "entry-mirror");
        begin_clock(talk);
    };
    view! {
        <form
            class="entry talk-line"
            on:keydown=on(|event: ev::KeyboardEvent| element::type_on(&event, INPUT))
            on:submit=on(move |event: ev::SubmitEvent| {
                event.prevent_default();
                file(talk);
            })
        >
            <div class="entry-box">
                <button type="button" class="entry-target" id=TARGET aria-haspopup="menu" on:click=on(move |_| open_menu(talk))>
                    <span class="entry-stage">{live(phase)}</span>
                    <span class="entry-slash" aria-hidden="true">"/"</span>
                    <span class="entry-lane">{live(kind)}</span>
                    <Icon sign=Sign::ChevronDown />
                </button>
                <span class="unseen" role="status">{live(move || format!("{}, {}", phase(), kind()))}</span>
                <div class="entry-line">
                    <div class="entry-mirror" id="entry-mirror" aria-hidden="true">{live(move || mirror(talk))}</div>
                    <input
                        data-draft="line"
                        node_ref=node
                        id=INPUT
                        class="entry-input"
                        type="text"
                        autocomplete="off"
                        spellcheck="true"
                        enterkeyhint="done"
                        aria-label=cw.add_note
                        placeholder=cw.line_hint
                        readonly=live(move || talk.desk.read_only())
                        prop:value=live(move || talk.line.get())
                        on:input=on(move |_| typed())
                        on:scroll=on(move |_: ev::Event| typed())
                        on:keydown=on(move |event: ev::KeyboardEvent| key(talk, &event))
                        on:paste=on(move |event: ev::ClipboardEvent| pasted(talk, &event))
                    />
                </div>
                <span class="entry-understood">{live(move || chips(talk))}</span>
                <span class="entry-keys" aria-hidden="true">
                    <kbd>"/"</kbd>
                    {cw.key_focus}
                    {live(move || {
                        let backwards = talk.head(Head::walks_backwards);
                        // At the end of the way the other key leads on.
                        let end = if backwards { Phase::FirstThought } else { Phase::OngoingUse };
                        let (keys, way) = if backwards != (aimed(talk) == end) {
                            ("Shift+Tab", cw.earlier_phase)
                        } else {
                            ("Tab", cw.next_phase)
                        };
                        view! {
                            <kbd>{keys}</kbd>
                            {way}
                        }
                        .into_any()
                    })}
                </span>
            </div>
            <TalkClock />
            <button type="submit" class="button primary talk-file" aria-label=w.add>
                <Icon sign=Sign::Return />
            </button>
        </form>
    }
}

/// What is typed, understood.
fn understood(talk: Talk) -> Entry {
    entry::parse(&talk.line.get())
}

/// The phase that the line goes to: the one that it names, or else the one of the field.
fn aimed(talk: Talk) -> Phase {
    understood(talk).phase.unwrap_or_else(|| talk.phase.get())
}

/// Force, tags and energy as the note will show them.
fn chips(talk: Talk) -> AnyView {
    let entry = understood(talk);
    let force = entry.force.map(|force| note::force_chip(talk, force));
    let tags =
        entry.tags.into_iter().map(|tag| view! { <span class="chip tag">{tag}</span> }.into_any()).collect_view();
    let energy =
        entry.energy.map(|energy| view! { <span class="chip energy">{talk.iw().energy(energy)}</span> }.into_any());
    view! {
        {force}
        {tags}
        {energy}
    }
    .into_any()
}

/// The line with what is understood marked, behind the letters of the input.
fn mirror(talk: Talk) -> AnyView {
    let line = talk.line.get();
    let mut at = 0;
    let mut parts = Vec::new();
    for token in entry::tokens(&line) {
        parts.push(view! { <span>{line[at..token.at.start].to_owned()}</span> }.into_any());
        parts.push(view! { <span class="token">{line[token.at.clone()].to_owned()}</span> }.into_any());
        at = token.at.end;
    }
    parts.push(view! { <span>{line[at..].to_owned()}</span> }.into_any());
    parts.collect_view().into_any()
}

/// In an interview without a word the first letter starts the clock: nobody has a hand free when the talk begins.
fn begin_clock(talk: Talk) {
    let is_first = !talk.timer.has_run() && talk.desk.peek(|e| e.paragraphs_of(talk.id).is_empty());
    if is_first && !talk.line.text().trim().is_empty() && talk.desk.may_edit() {
        talk.timer.toggle();
    }
}

/// Files the line as a note; without words it stays.
fn file(talk: Talk) {
    let note = entry::parse(&talk.line.text());
    if note.text.trim().is_empty() {
        if !talk.line.text().trim().is_empty() {
            talk.session.notify(talk.cw().needs_words);
        }
        return;
    }
    let (at, phase) = (talk.timer.time(), Some(talk.phase.get_untracked()));
    let command = Command::AddNote { interview: talk.id, note, at, phase, speaker: None };
    let Some(Key::Paragraph(made)) = talk.act(command).made() else { return };
    talk.line.clear();
    talk.here.set(Some(made));
    talk.desk.peek(|e| {
        let quote = e.paragraph(made).and_then(|paragraph| e.quote(paragraph.parts.first()?.highlight));
        quote.into_iter().flat_map(|quote| quote.mark.tags.iter().rev()).for_each(|tag| talk.note_tag(*tag));
    });
    talk.view.after_update(move || {
        if let Some(row) = element::by_id(&row_id(made)) {
            element::show(&row);
            element::toggle_class(&row, "filed", true);
        }
    });
}

fn key(talk: Talk, event: &ev::KeyboardEvent) {
    if typing::is_of_input_method(event) {
        return;
    }
    let plain = !event.ctrl_key() && !event.meta_key() && !event.alt_key();
    match element::key_of(event).as_str() {
        "Tab" if plain => {
            let was = talk.phase.get_untracked();
            let phase = was.stepped(!event.shift_key());
            // At either end of the phases an empty line lets the keyboard go.
            if phase == was && talk.line.text().is_empty() {
                return;
            }
            talk.phase.set(phase);
        }
        "ArrowUp" if plain && talk.line.text().is_empty() => {
            let note = talk.here.get_untracked().or(talk.desk.peek(|e| e.paragraphs_of(talk.id).last().copied()));
            note.into_iter().for_each(|note| talk.go(note));
        }
        "Escape" => match talk.here.get_untracked() {
            Some(note) => talk.go(note),
            None => element::focus_soon(".interview-name"),
        },
        // By its place on the keyboard: with Alt some systems type a letter of their own.
        _ if event.alt_key() && event.code() == "KeyE" => change(talk, |entry| {
            let at = ENERGIES.iter().position(|energy| *energy == entry.energy).unwrap_or(0);
            entry.energy = ENERGIES[(at + 1) % ENERGIES.len()];
        }),
        _ => return,
    }
    event.prevent_default();
}

/// Several lines are a transcript, and are looked at before they are taken.
fn pasted(talk: Talk, event: &ev::ClipboardEvent) {
    let Some(text) = element::pasted(event).filter(|text| text.trim_end().contains(['\n', '\r'])) else { return };
    event.prevent_default();
    paste::begin(talk, Some(text));
}

/// Changes what the line says and leaves its words.
fn change(talk: Talk, change: impl FnOnce(&mut Entry)) {
    let mut entry = entry::parse(&talk.line.text());
    change(&mut entry);
    talk.line.set(entry::print(&entry));
}

/// Phases, kinds and forces for a pointer.
fn open_menu(talk: Talk) {
    let (cw, iw) = (talk.cw(), talk.iw());
    let entry = entry::parse(&talk.line.text());
    let now = untrack(|| aimed(talk));
    let mut items: Vec<Item> = Phase::ALL
        .into_iter()
        .map(|phase| {
            let aim = move || {
                talk.phase.set(phase);
                if entry::parse(&talk.line.text()).phase.is_some() {
                    change(talk, |entry| entry.phase = None);
                }
            };
            Item::new(iw.phase(phase), aim).ticked(phase == now)
        })
        .collect();
    let verbatim = move || change(talk, |entry| entry.verbatim = !entry.verbatim);
    // What the same signs say of a note, they say of the line.
    let words = talk.verb_words();
    let line = |verb: NoteVerb, is_on: bool, turn: Box<dyn Fn() + Send + Sync>| {
        Item::new(verb.label_in_menu(&words, None), turn).keys(verb.shown_keys()).ticked(is_on)
    };
    items.push(line(NoteVerb::Quote, entry.verbatim, Box::new(verbatim)).parted());
    for force in Force::ALL {
        let is_on = entry.force == Some(force);
        let turn = move || change(talk, |entry| entry.force = Some(force).filter(|_| !is_on));
        let item = line(NoteVerb::of(force), is_on, Box::new(turn));
        items.push(if force == Force::ALL[0] { item.parted() } else { item });
    }
    items.push(TalkVerb::PasteTranscript.item(&words, talk).parted());
    let at = element::by_id(TARGET).map(|button| element::rect(&button)).unwrap_or_default();
    talk.menus.at(at, INPUT, cw.phase_and_kind, items);
}
