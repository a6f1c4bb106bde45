//! The menu of a note.

use leptos::prelude::*;

use super::note::FORCE_KEYS;
use super::talk::{Talk, row_id};
use super::{editor, keys, picker};
use crate::edit::{Command, ParagraphInput};
use crate::interviews::kinds::{Force, Phase};
use crate::model::quantity::ParagraphId;
use crate::ui::browser::element;
use crate::ui::parts::{Item, OpenMenu};

/// Opens the menu of a note.
pub fn of_note(talk: Talk, note: ParagraphId) {
    let (w, cw, iw) = (talk.session.w(), talk.cw(), talk.iw());
    let Some((phase, noted)) = talk.desk.peek(|e| e.paragraph(note).map(|one| (one.phase, one.noted))) else { return };
    let able = !talk.is_read_only();
    let target = keys::target(talk, note);
    let mut items = vec![
        Item::new(cw.edit_note, move || editor::begin(talk, note)).keys("Enter".into()).enabled(able),
        Item::new(cw.tag, move || picker::open(talk, target, false)).keys("T".into()).enabled(able),
        Item::new(cw.quote, move || _ = keys::turn_noted(talk, note)).keys("\"".into()).ticked(!noted).enabled(able),
    ];
    for (at, (force, key)) in Force::ALL.into_iter().zip(FORCE_KEYS).enumerate() {
        let item =
            Item::new(iw.force(force), move || keys::mark_force(talk, note, force)).keys(key.into()).enabled(able);
        items.push(if at == 0 { item.parted() } else { item });
    }
    for one in Phase::ALL {
        let set = move || {
            let other = Some(one).filter(|one| Some(*one) != phase);
            talk.act(Command::SetParagraph(note, ParagraphInput::Phase(other)));
        };
        let item = Item::new(iw.phase(one), set).ticked(phase == Some(one)).enabled(able);
        items.push(if one == Phase::FirstThought { item.parted() } else { item });
    }
    let join = talk.hub.f().join;
    items.push(Item::new(join, move || keys::join(talk, note)).keys("M".into()).parted().enabled(able));
    items.push(Item::new(w.delete, move || keys::delete(talk, note)).keys("Del".into()).danger().enabled(able));
    let id = row_id(note);
    let at = element::by_id(&id).map(|row| element::rect(&row)).unwrap_or_default();
    talk.menu.set(Some(OpenMenu { label: cw.note.into(), at, items, back_to: Some(id) }));
}
