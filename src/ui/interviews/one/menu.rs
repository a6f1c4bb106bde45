//! The menu of the interview.

use leptos::prelude::*;

use super::talk::Talk;
use crate::ui::commands::TalkVerb;
use crate::ui::deeds::Deeds;
use crate::ui::parts::Item;

/// Opens it.
pub fn open(talk: Talk) {
    let (cw, session) = (talk.cw(), talk.session);
    let verb = |verb: TalkVerb| verb.item(&talk.verb_words(), talk);
    let items = vec![
        verb(TalkVerb::Details),
        verb(TalkVerb::Guide),
        verb(TalkVerb::Debrief),
        verb(TalkVerb::PasteTranscript).parted(),
        Item::new(cw.shortcuts, move || session.help.set(true)).parted(),
        verb(TalkVerb::Duplicate).parted(),
        verb(TalkVerb::Delete).danger(),
    ];
    talk.menus.below("interview-menu", cw.interview_menu, items);
}
