//! The menu of a note.

use std::sync::Arc;

use leptos::prelude::*;

use super::acts::AtNote;
use super::speaker;
use super::talk::{Renamed, Talk, row_id};
use super::target::Target;
use crate::edit::{Command, ParagraphInput};
use crate::insight::interviews::authorship::Authorship;
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
    let Some(phase) = talk.desk.peek(|e| e.paragraph(note).map(|one| one.phase)) else { return };
    let may_edit = talk.desk.may_edit();
    let at_note = AtNote::new(talk, note);
    let verb = |verb: NoteVerb| verb.item(&talk.verb_words(), at_note);
    let authorship = at_note.authorship();
    // Either line says what the words become, and what they are: choosing that again takes nothing away.
    let quote = Item { act: Some(Arc::new(move || at_note.make_quote())), ..verb(NoteVerb::Quote) };
    let ours = Item::new(cw.our_words, move || at_note.make_ours());
    let mut items = vec![
        verb(NoteVerb::Edit),
        verb(NoteVerb::Tag),
        verb(NoteVerb::Retag),
        quote.ticked(authorship.is_quote()).enabled(may_edit).parted(),
        ours.ticked(authorship == Authorship::Ours).enabled(may_edit),
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
    let is_somebody = talk.speakers.with_untracked(|all| !listed(all, None).is_empty());
    let who = move || if is_somebody { of_speaker(talk, note) } else { speaker::begin(talk, Renamed::Note(note)) };
    items.push(Item::new(cw.speaker, who).parted().enabled(may_edit));
    if is_somebody {
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
    items.push(Item::new(cw.new_speaker, move || speaker::begin(talk, Renamed::Note(note))));
    let who = named.iter().find(|(one, _)| *one == now).map(|(_, name)| name.clone()).filter(|_| now.is_some());
    let others = named.into_iter().filter(|(one, _)| *one != now);
    for (place, (one, name)) in others.enumerate() {
        let set = move || _ = talk.act(Command::SetSpeaker { interview: talk.id, from: now, to: one });
        let label = match &who {
            Some(who) => (cw.all_of_speaker)(who, &name),
            None => (cw.all_of_nobody)(&name),
        };
        let item = Item::new(label, set);
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
