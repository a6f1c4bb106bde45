//! The menu of the interview.

use leptos::prelude::*;

use super::paste;
use super::talk::{Pane, Talk};
use crate::ui::interviews::list;
use crate::ui::parts::Item;

/// Opens it.
pub fn open(talk: Talk) {
    let cw = talk.cw();
    let able = !talk.is_read_only();
    let show = move |pane: Pane| move || talk.pane.set(pane);
    let (desk, saver, session, id) = (talk.desk, talk.saver, talk.session, talk.id);
    let items = vec![
        Item::new(cw.edit_details, move || talk.toggle_details()),
        Item::new(cw.guide, show(Pane::Guide)),
        Item::new(cw.debrief, show(Pane::Debrief)),
        Item::new(cw.paste_transcript, move || paste::begin(talk, None)).parted().enabled(able),
        Item::new(cw.shortcuts, move || session.help.set(true)).parted(),
        Item::new(cw.duplicate, move || list::duplicate(desk, saver, id)).parted().enabled(able),
        Item::new(cw.delete_interview, move || list::delete(desk, saver, session, id)).danger().enabled(able),
    ];
    talk.menus.below("interview-menu", cw.interview_menu, items);
}
