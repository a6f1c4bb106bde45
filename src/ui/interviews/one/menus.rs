//! The menu of a note.

use leptos::prelude::*;

use super::acts::AtNote;
use super::talk::{Talk, row_id};
use super::target::Target;
use crate::edit::{Command, ParagraphInput};
use crate::interviews::kinds::{Force, Phase};
use crate::interviews::speakers::listed;
use crate::model::quantity::ParagraphId;
use crate::ui::browser::element::{self, Rect};
use crate::ui::commands::NoteVerb;
use crate::ui::deeds::Deeds;
use crate::ui::parts::Item;

/// Opens the menu of a note at the pointer, or else below the note.
pub fn of_note(talk: Talk, note: ParagraphId, at: Option<Rect>) {
    let (cw, iw) = (talk.cw(), talk.iw());
    let Some((phase, noted)) = talk.desk.peek(|e| e.paragraph(note).map(|one| (one.phase, one.noted))) else { return };
    let may_edit = talk.desk.may_edit();
    let at_note = AtNote::new(talk, note);
    let verb = |verb: NoteVerb| verb.item(&talk.verb_words(), at_note);
    let mut items = vec![
        verb(NoteVerb::Edit),
        verb(NoteVerb::Tag),
        verb(NoteVerb::Retag),
        verb(NoteVerb::Quote).ticked(at_note.is_quote() && !noted),
    ];
    let now = match at_note.target() {
        Target::Quote { quote, .. } => talk.desk.peek(|e| e.quote(quote).and_then(|quote| quote.mark.force)),
        Target::Stretch(..) => None,
    };
    for force in Force::ALL {
        let item = verb(NoteVerb::of(force)).ticked(now == Some(force));
        items.push(if force == Force::ALL[0] { item.parted() } else { item });
    }
    for one in Phase::ALL {
        let set = move || {
            let other = Some(one).filter(|one| Some(*one) != phase);
            talk.act(Command::SetParagraph(note, ParagraphInput::Phase(other)));
        };
        let item = Item::new(iw.phase(one), set).ticked(phase == Some(one)).enabled(may_edit);
        items.push(if one == Phase::FirstThought { item.parted() } else { item });
    }
    let speakers = talk.speakers.get_untracked();
    if !speakers.is_empty() {
        items.push(Item::new(cw.speaker, move || of_speaker(talk, note)).parted().enabled(may_edit));
        items.push(verb(NoteVerb::RenameSpeaker));
    }
    items.push(verb(NoteVerb::Join).parted());
    items.push(verb(NoteVerb::Delete).danger());
    open(talk, note, at, cw.note, items);
}

/// Who says a note: another one, here or wherever that speaker speaks.
fn of_speaker(talk: Talk, note: ParagraphId) {
    let cw = talk.cw();
    let Some(now) = talk.desk.peek(|e| e.paragraph(note).map(|one| one.speaker)) else { return };
    let named: Vec<(Option<u16>, String)> = talk
        .speakers
        .with_untracked(|speakers| listed(speakers, now))
        .into_iter()
        .map(|(at, name)| (Some(at), name))
        .chain([(None, cw.nobody.to_owned())])
        .collect();
    let mut items: Vec<Item> = named
        .iter()
        .map(|(one, name)| {
            let one = *one;
            let set = move || _ = talk.act(Command::SetParagraph(note, ParagraphInput::Speaker(one)));
            Item::new(name.clone(), set).ticked(one == now)
        })
        .collect();
    let who = named.iter().find(|(one, _)| *one == now).map(|(_, name)| name.clone()).unwrap_or_default();
    let others = named.into_iter().filter(|(one, _)| *one != now && now.is_some());
    for (place, (one, name)) in others.enumerate() {
        let set = move || _ = talk.act(Command::SetSpeaker { interview: talk.id, from: now, to: one });
        let item = Item::new((cw.all_of_speaker)(&who, &name), set);
        items.push(if place == 0 { item.parted() } else { item });
    }
    open(talk, note, None, cw.speaker, items);
}

/// Opens a menu at a place, or else below the note.
fn open(talk: Talk, note: ParagraphId, at: Option<Rect>, label: &str, items: Vec<Item>) {
    let id = row_id(note);
    let at = at.or_else(|| element::by_id(&id).map(|row| element::rect(&row))).unwrap_or_default();
    talk.menus.at(at, id, label, items);
}
